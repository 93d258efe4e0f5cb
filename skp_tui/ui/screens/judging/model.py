"""What is judged of many people in one grid: which columns, of whom, and how a line looks."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from rich.cells import cell_len

from skp_tui.services.base.views import Orang
from skp_tui.services.entry.entry import Isi
from skp_tui.ui.screens.cells.sheet import Sheet
from skp_tui.ui.screens.lists.table import MANY
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.grid.layout import lay_out
from skp_tui.ui.widgets.grid.table import Cell

WIDE: Final = 112
"""The width from which titles are whole, and more stands beside them."""
LOCKED: Final = "="
SIGNED: Final = "penilaiannya sudah dikunci; hanya dapat dibaca"
LONGEST_NAME = 20


class Judging(Protocol):
    """Say what is judged side by side; without any widget, so that screens share all the rest."""

    @property
    def nama(self) -> str:
        """Return what the screen is called."""

    @property
    def kolom(self) -> Sequence[str]:
        """Return the columns that are judged, in the order in which Enter goes through them."""

    @property
    def hint(self) -> str:
        """Return how one goes on, for when nothing else is to be said."""

    def isi(self, orang: Orang) -> Isi:
        """Return what is entered for somebody as the row that is saved."""

    def is_done(self, orang: Orang) -> bool:
        """Say whether somebody has all that everybody needs."""

    def is_open(self, orang: Orang, kolom: str) -> bool:
        """Say whether a cell may be changed."""

    def is_asked(self, orang: Orang, kolom: str) -> bool:
        """Say whether Enter and Tab stop at a cell."""

    def closed(self, orang: Orang, kolom: str) -> str:
        """Say why a cell may not be changed."""

    def first_missing(self, people: Iterable[Orang]) -> tuple[str, str] | None:
        """Return where judging goes on: NIP and column, None when nothing is missing."""

    def words(self, orang: Orang, kolom: str) -> Sequence[str]:
        """Say what the cell of the cursor is, and what helps; the last words give way first."""

    def told(self, before: Isi, new: Isi, kolom: str, nama: str) -> str:
        """Return what is said once a changed cell is stored; of most changes nothing."""

    def columns(self, width: int, people: Sequence[Orang], total: int) -> tuple[Column, ...]:
        """Return the columns for a width."""

    def row(self, orang: Orang, number: int, wide: bool) -> Row:  # noqa: FBT001 - from the store
        """Return the line of one person."""


def leading_columns(people: Sequence[Orang], total: int) -> tuple[Column, ...]:
    """Return what stands first in every such grid: the number, the lock and the name."""
    longest = min(LONGEST_NAME, max(8, *(len(satu.nama) for satu in people), 0))
    return (
        Column("no", "No", 3 if total < MANY else 5, "", "right", frozen=True, editable=False),
        Column("tanda", "", 1, frozen=True, editable=False),
        Column("nama", "Nama", longest, frozen=True, editable=False, flexible=True),
    )


def leading_cells(orang: Orang, number: int, *, locked: bool) -> tuple[str, str, str]:
    """Return what stands in those columns for one person."""
    return str(number), LOCKED if locked else "", orang.nama


def all_named(columns: Sequence[Column], people: Sequence[Orang], width: int) -> bool:
    """Say whether the columns leave room for every name, beside a scrollbar."""
    longest = max((cell_len(satu.nama) for satu in people), default=0)
    slots = lay_out(columns, width - 1).slots
    return all(slot.width >= longest for slot in slots if columns[slot.index].key == "nama")


class JudgeSheet(Sheet):
    """A grid in which Enter goes down a column and Tab along a row, past cells that nobody asks."""

    def _below(self) -> Cell | None:
        return self._next_below(lambda place: self._stops(place, self._cursor.at[1]))

    def _editable_cells(self, step: int) -> Iterator[Cell]:
        return (cell for cell in super()._editable_cells(step) if self._stops(*cell))
