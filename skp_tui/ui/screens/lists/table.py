"""The list of employees and its columns for a width of the screen; light, for the first frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skp_tui.ui.widgets.grid.grid import Column, Grid, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skp_tui.services.base.views import Orang

NARROW = 20
WIDEST = 36
FIXED = 60
FULL = 80
WIDE = 130
MANY = 1000


class PeopleGrid(Grid):
    """A grid of whole rows whose columns follow the width of the screen."""

    _awaited: str | None = None

    def point_at(self, key: str) -> None:
        """Put the cursor on what was just stored, once it is read."""
        self._awaited = key

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, the cursor on the one that was waited for."""
        super().set_rows(rows)
        if self._awaited is not None and self.move_to(self._awaited):
            self._awaited = None

    def show(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show other columns and rows at once; the cursor stays on its person."""
        self.show_columns(columns)
        self.set_rows(rows)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Take other columns, for rows that are given next."""
        if tuple(columns) != self.columns:
            self._take_columns(columns)
            self._cursor.at = (self._cursor.at[0], 0)


VALUES = (
    Column("skp", "SKP", 6, align="right"),
    Column("perilaku", "Perilaku", 8, align="right"),
    Column("nilai", "Nilai", 6, align="right"),
    Column("sebutan", "Sebutan", 11),
)
RATINGS = (
    Column("hasil_kerja", "Hasil", 8),
    Column("perilaku_kerja", "Perilaku", 8),
    Column("sebutan", "Predikat", 15),
)
"""What stands there from 2022, when there is no number."""


def columns_for(width: int, people: Sequence[Orang], *, rated: bool = False) -> tuple[Column, ...]:
    """Return the columns for a width: longer names first, then the post too.

    Only where the screen is too narrow for all do the names stay while the rest scrolls.
    """
    longest = max((len(satu.nama) for satu in people), default=NARROW)
    name = max(NARROW, min(longest, WIDEST, width - FIXED))
    narrow = width < FULL
    found = (
        Column("no", "No", 3 if len(people) < MANY else 5, "", "right", narrow),
        Column("nama", "Nama", name, frozen=narrow),
        Column("golongan", "Gol", 5),
        *(RATINGS if rated else VALUES),
        Column("kurang", "Kurang", 11, flexible=width < WIDE),
    )
    if width < WIDE:
        return found
    kurang = Column("kurang", "Kurang", 30)
    return (*found[:-1], kurang, Column("jabatan", "Jabatan", 24, flexible=True))


def numbered(people: Iterable[Orang]) -> dict[str, int]:
    """Return the place of everybody in the whole list, which a filter leaves as it is."""
    return {satu.nip: place for place, satu in enumerate(people, 1)}
