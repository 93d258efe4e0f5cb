"""A line for each person of the list of employees."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from skp_tui.domain.appraisal import SEBUTAN_ALASAN
from skp_tui.domain.number import printed
from skp_tui.rules.result import Hasil, Kurang, Status
from skp_tui.services.views import Orang
from skp_tui.ui.screens.unit_table import WIDE
from skp_tui.ui.widgets.grid import Row


class RowStore:
    """Keep the lines of the list, so that filtering and returning draw nobody anew."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Orang, int, bool, Row]] = {}

    def rows(self, people: Iterable[Orang], numbers: Mapping[str, int], width: int) -> list[Row]:
        """Return the lines of some people; only those who changed are written anew."""
        return [self._row(satu, numbers[satu.nip], width) for satu in people]

    def _row(self, orang: Orang, number: int, width: int) -> Row:
        made = self._made.get(orang.nip)
        if made is not None and made[0] is orang and made[1:3] == (number, width >= WIDE):
            return made[3]
        row = row_of(number, orang, width)
        self._made[orang.nip] = (orang, number, width >= WIDE, row)
        return row


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
