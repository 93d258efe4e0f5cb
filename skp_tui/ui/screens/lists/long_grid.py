"""A list of any length: its lines are written when they are drawn, and not before."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import overload

from skp_tui.ui.screens.lists.table import PeopleGrid
from skp_tui.ui.widgets.grid.grid import Column, Row

Write = Callable[[int], Row]


class WrittenRows(Sequence[Row]):
    """Lines by the numbers of what they show; the number is a line's key too."""

    def __init__(self, numbers: Sequence[int], write: Write) -> None:
        self._numbers, self._write = numbers, write

    def __len__(self) -> int:
        """Count the lines."""
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        """Write one line, or leave some for later."""
        if isinstance(place, slice):
            return WrittenRows(self._numbers[place], self._write)
        return self._write(self._numbers[place])


class Places(Mapping[str, int]):
    """Where each line stands, looked up in the ascending numbers instead of kept for each."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = numbers

    def __getitem__(self, key: str) -> int:
        """Return the place of a line; raises KeyError for one that is not shown."""
        number = int(key)
        place = bisect_left(self._numbers, number)
        if place == len(self._numbers) or self._numbers[place] != number:
            raise KeyError(key)
        return place

    def __iter__(self) -> Iterator[str]:
        """Yield the keys in the order of the lines."""
        return map(str, self._numbers)

    def __len__(self) -> int:
        """Count the lines."""
        return len(self._numbers)


class LongGrid(PeopleGrid):
    """A list of whole rows of which hundreds of thousands take no longer than a screenful.

    Made beforehand, 200,000 rows took half a second of the keyboard and 70 MB.
    """

    def show_many(self, columns: Sequence[Column], numbers: Sequence[int], write: Write) -> None:
        """Show the lines of ascending numbers; the cursor stays on its line or goes to the top."""
        self.show_columns(columns)
        places = Places(numbers)
        if self.cursor_row is None or self.cursor_row not in places:
            self._cursor.at = (0, 0)
        self._take_rows(WrittenRows(numbers, write), places)

    def begin_anew(self) -> None:
        """Forget the lines and where the cursor was: what comes next is something else."""
        self._cursor.at = (0, 0)
        self._take_rows((), {})

    def _enter(self) -> bool:
        """Leave Enter to the screen where no row can be chosen."""
        return super()._enter() if self._table.rows else False
