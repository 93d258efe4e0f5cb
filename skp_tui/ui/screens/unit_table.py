"""The list of employees: its columns for a width of the screen, and a line for each person."""

from collections import Counter
from collections.abc import Iterable, Sequence

from skp_tui.domain.appraisal import SEBUTAN_ALASAN
from skp_tui.domain.number import printed
from skp_tui.rules.result import Hasil, Kurang, Status
from skp_tui.services.views import Orang
from skp_tui.ui.widgets.grid import Column, Grid, Row
from skp_tui.ui.widgets.grid_layout import lay_out

NARROW = 20
WIDEST = 36
FIXED = 60
WIDE = 130


class PeopleGrid(Grid):
    """A grid of whole rows whose columns follow the width of the screen."""

    def show(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show other columns and rows at once; the cursor stays on its person."""
        if tuple(columns) != self.columns:
            self.columns = tuple(columns)
            self._column_index = {column.key: i for i, column in enumerate(self.columns)}
            self._placed = lay_out(self.columns, 0)
            self._at = (self._at[0], 0)
        self.set_rows(rows)

    def say_when_empty(self, sentence: str) -> None:
        """Say what stands instead of the rows."""
        self._empty = sentence
        self.refresh()


def columns_for(width: int, names: Iterable[str]) -> tuple[Column, ...]:
    """Return the columns for a width: longer names first, then the post too."""
    longest = max((len(name) for name in names), default=NARROW)
    name = max(NARROW, min(longest, WIDEST, width - FIXED))
    found = (
        Column("no", "No", 4, align="right", frozen=True, editable=False),
        Column("nama", "Nama", name, frozen=True, editable=False),
        Column("golongan", "Gol", 5, editable=False),
        Column("skp", "SKP", 6, align="right", editable=False),
        Column("perilaku", "Perilaku", 8, align="right", editable=False),
        Column("nilai", "Nilai", 6, align="right", editable=False),
        Column("sebutan", "Sebutan", 11, editable=False),
        Column("kurang", "Kurang", 11, editable=False, flexible=width < WIDE),
    )
    if width < WIDE:
        return found
    kurang = Column("kurang", "Kurang", 30, editable=False)
    return (*found[:-1], kurang, Column("jabatan", "Jabatan", 24, editable=False, flexible=True))


def row_of(number: int, orang: Orang, width: int) -> Row:
    """Return the line of one person; a dash is "not yet", never 0."""
    hasil, pegawai = orang.hasil, orang.penilaian.pegawai
    cells: tuple[str, ...] = (
        str(number),
        pegawai.nama,
        pegawai.golongan,
        hasil.nilai_skp_tampil,
        printed(hasil.rata_rata_perilaku),
        hasil.nilai_tampil,
        hasil.sebutan or "–",
        remark(orang),
    )
    if width >= WIDE:
        cells = (*cells, pegawai.jabatan)
    excepted = hasil.status is Status.DIKECUALIKAN
    warned = hasil.status is Status.BELUM_DINILAI or not (excepted or hasil.minimal_baik)
    return Row(orang.nip, cells, mark="muted" if excepted else "warning" if warned else "")


def remark(orang: Orang) -> str:
    """Say what is missing, why the person is not due, or that the value lies in a gap."""
    exception = orang.penilaian.pengecualian
    if exception is not None:
        return f"({SEBUTAN_ALASAN[exception.alasan]})"
    if orang.hasil.kurang:
        return shortened(orang.hasil.kurang)
    return odd(orang.hasil)


def odd(hasil: Hasil) -> str:
    """Name what is allowed but should be looked at."""
    if hasil.batas:
        return "± batas"
    return "pembinaan" if hasil.sebutan is not None and not hasil.minimal_baik else ""


def shortened(kurang: Sequence[Kurang]) -> str:
    """Count what is missing by kind: ``2 realisasi``, ``5 perilaku``."""
    counts = Counter(_kind(satu) for satu in kurang)
    return ", ".join(f"{number} {kind}" if kind else "kegiatan" for kind, number in counts.items())


def _kind(kurang: Kurang) -> str:
    if not kurang.kolom:
        return ""
    head = kurang.kolom.partition("_")[0]
    return head if head in {"target", "realisasi"} else "perilaku"
