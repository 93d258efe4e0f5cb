"""The columns and lines of the grid in which the perilaku of many people is judged."""

from collections.abc import Callable, Iterator, Sequence

from skp_tui.domain.appraisal import PERILAKU
from skp_tui.domain.number import printed, shown
from skp_tui.services.judging import KEPEMIMPINAN, has_mean, is_open, oddity
from skp_tui.services.views import Orang
from skp_tui.ui.screens.isi_rows import NAMES, NUMBER
from skp_tui.ui.screens.isi_sheet import Sheet
from skp_tui.ui.screens.unit_table import MANY
from skp_tui.ui.widgets import grid_messages
from skp_tui.ui.widgets.grid import Column, Row
from skp_tui.ui.widgets.row_store import RowStore

WIDE = 112
"""The width from which the aspects have their whole names, and the value stands beside them."""
SHORT = ("Orient", "Integr", "Komit", "Disip", "Kerja", "Pimpin")
ASPECT = 6
LOCKED = "="
EMPTY_LEADER = "kosong"
"""What stands for kepemimpinan that a structural post still needs: a dash means "does not need"."""


class JudgeSheet(Sheet):
    """A grid in which Enter goes down a column and Tab along a row, past cells that nobody asks."""

    asked: Callable[[str, str], bool] = staticmethod(lambda _row, _column: True)
    """Says of a row and a column whether Enter and Tab stop there."""

    def say_when_empty(self, sentence: str) -> None:
        """Say what stands instead of the rows."""
        self._empty = sentence
        self.refresh()

    def to_first(self, column_key: str) -> bool:
        """Go to the first row that is asked in a column; False when there is none."""
        row = next((row.key for row in self.rows if self.asked(row.key, column_key)), None)
        return row is not None and self.move_to(row, column_key)

    def _vertical(self, step: int, *, enter: bool = False) -> bool:
        if not enter:
            return super()._vertical(step)
        row, column = self._at
        below = range(row + 1, len(self._rows))
        target = next((place for place in below if self._stops(place, column)), None)
        if target is None:
            self.post_message(grid_messages.PastEnd(self, "down", enter=True))
        else:
            self._go(target, column)
        return True

    def _editable_cells(self, step: int) -> Iterator[tuple[int, int]]:
        return (cell for cell in super()._editable_cells(step) if self._stops(*cell))

    def _stops(self, row: int, column: int) -> bool:
        return self.asked(self._rows[row].key, self.columns[column].key)


def columns_for(width: int, people: Sequence[Orang], total: int) -> tuple[Column, ...]:
    """Return the columns for a width: short names of the aspects where there is little room."""
    wide = width >= WIDE
    aspects = tuple(
        Column(
            kolom,
            name if wide else short,
            max(ASPECT, len(name)) if wide else ASPECT,
            align="right",
            maximum=NUMBER,
        )
        for kolom, name, short in zip(PERILAKU, NAMES, SHORT, strict=True)
    )
    longest = max((len(satu.nama) for satu in people), default=0)
    found = (
        Column("no", "No", 3 if total < MANY else 5, "", "right", frozen=True, editable=False),
        Column("tanda", "", 1, frozen=True, editable=False),
        Column(
            "nama", "Nama", min(20, max(8, longest)), frozen=True, editable=False, flexible=True
        ),
        *aspects,
        Column("rata", "Rata", 6, align="right", editable=False),
    )
    if not wide:
        return found
    return (
        *found,
        Column("nilai", "Nilai", 6, align="right", editable=False),
        Column("sebutan", "Sebutan", 11, editable=False),
    )


def row_of(orang: Orang, number: int, wide: bool) -> Row:  # noqa: FBT001 - from the store
    """Return the line of one person; a locked one can only be read."""
    penilaian, hasil = orang.penilaian, orang.hasil
    locked = penilaian.dikunci is not None
    cells: tuple[str, ...] = (
        str(number),
        LOCKED if locked else "",
        orang.nama,
        *(_aspect(orang, kolom) for kolom in PERILAKU),
        printed(hasil.rata_rata_perilaku),
    )
    if wide:
        cells = (*cells, hasil.nilai_tampil, hasil.sebutan or "–")
    closed = frozenset(kolom for kolom in PERILAKU if not is_open(orang, kolom))
    warned = oddity(orang) or not has_mean(orang)
    return Row(orang.nip, cells, closed, "muted" if locked else "warning" if warned else "")


def _aspect(orang: Orang, kolom: str) -> str:
    value = orang.penilaian.perilaku.aspek(kolom)
    if value is None and kolom == KEPEMIMPINAN and oddity(orang):
        return EMPTY_LEADER
    return shown(value, "–")


def row_store() -> RowStore[Orang]:
    """Return the lines of the grid; each depends on its number and on whether it is wide."""
    return RowStore(lambda satu: satu.nip, lambda satu: satu.nama, row_of)
