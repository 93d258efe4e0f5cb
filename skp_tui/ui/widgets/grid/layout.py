"""Where the columns of a grid lie, in cells from the left, before and after scrolling."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from rich.cells import cell_len

from skp_tui.record import record
from skp_tui.ui.widgets.grid.model import Column

MARGIN: Final = 1
"""Cells before the first column: the sign of the cursor's row stands there."""


@record
class Slot:
    """Place one column: `x` is its padding cell (where marks stand), the text follows it."""

    index: int
    x: int
    width: int
    rule: bool
    frozen: bool

    @property
    def end(self) -> int:
        """Give the cell after the last one."""
        return self.x + 1 + self.width


@record
class Piece:
    """Place the visible part of one column on the screen."""

    slot: Slot
    x: int
    end: int
    whole: bool


@record
class Layout:
    """Place all columns for one width of the screen.

    `room` is what columns may fill: one cell less than the width when some are hidden, because
    the sign that tells so stands there.
    """

    slots: tuple[Slot, ...]
    width: int
    room: int
    frozen_width: int
    scroll_width: int

    def pieces(self, scroll_x: int) -> tuple[Piece, ...]:
        """Return the visible parts of the columns, from left to right."""
        found: list[Piece] = []
        for slot in self.slots:
            shift = 0 if slot.frozen else scroll_x
            low = 0 if slot.frozen else self.frozen_width
            x, end = slot.x - shift, slot.end - shift
            start, stop = max(x, low), min(end, self.room)
            if start < stop:
                found.append(Piece(slot, start, stop, start == x and stop == end))
        return tuple(found)

    def cover(self, scroll_x: int, start: int, end: int) -> tuple[int, int]:
        """Widen what is laid over the columns until it hides none by half: 20 is not 120."""
        for piece in self.pieces(scroll_x):
            if piece.x < start < piece.end:
                start = piece.x
            if piece.x < end < piece.end:
                end = piece.end
        return start, end

    def follow(self, index: int, scroll_x: int) -> int:
        """Return the scroll position, at a column's edge, that shows a column wholly.

        A frozen column is in view anyway; there the beginning of the row is shown beside it.
        """
        slot = self.slots[index]
        if slot.frozen:
            return 0
        nearest = slot.x - self.frozen_width
        if nearest < scroll_x:
            return nearest
        if slot.end <= self.room + scroll_x:
            return scroll_x
        return self._edge_before(slot, nearest)

    def _edge_before(self, slot: Slot, nearest: int) -> int:
        """Find the leftmost column that may stand first while the slot is still wholly shown."""
        for other in self.slots:
            edge = other.x - self.frozen_width
            if not other.frozen and slot.end <= self.room + edge:
                return min(edge, nearest)
        return nearest


def width_for(texts: Iterable[str], least: int, most: int) -> int:
    """Return the width that shows every text whole, within limits, so that others get the rest."""
    return max(least, min(most, max(map(cell_len, texts), default=0)))


def lay_out(columns: Sequence[Column], width: int) -> Layout:
    """Place the columns: frozen ones only where room is left to see the others beside them."""
    frozen = _frozen_count(columns, width)
    slots = _place(columns, frozen, 0)
    # the last column stays off the edge and the scrollbar where that costs nothing else a cell
    spare = width - 1 - (slots[-1].end if slots else 0)
    if spare > 0:
        slots = _place(columns, frozen, spare)
    frozen_width = _frozen_width(slots, frozen)
    if not slots or slots[-1].end <= width:
        return Layout(tuple(slots), width, width, frozen_width, width)
    layout = Layout(tuple(slots), width, max(1, width - 1), frozen_width, width)
    return replace(layout, scroll_width=layout.follow(len(slots) - 1, 0) + width)


def _place(columns: Sequence[Column], frozen: int, spare: int) -> list[Slot]:
    grouped = any(column.group for column in columns)
    shares = _shares(spare, sum(column.flexible for column in columns))
    slots: list[Slot] = []
    x = MARGIN
    for index, column in enumerate(columns):
        edge = index == frozen > 0
        rule = index > 0 and (edge or (grouped and column.group != columns[index - 1].group))
        width = max(1, column.width) + (next(shares) if column.flexible else 0)
        slots.append(Slot(index, x + rule, width, rule, index < frozen))
        x = slots[-1].end
    return slots


def _shares(spare: int, number: int) -> Iterator[int]:
    """Share what is left of a width among the columns that take it, the first ones first."""
    return (spare // number + (place < spare % number) for place in range(number))


def _frozen_count(columns: Sequence[Column], width: int) -> int:
    """Count the leading frozen columns; a narrow screen frees the last ones of them."""
    count = 0
    while count < len(columns) and columns[count].frozen:
        count += 1
    widest = max((column.width for column in columns[count:]), default=0) + 2
    while count and MARGIN + sum(c.width + 1 for c in columns[:count]) + widest > width:
        count -= 1
    return count


def _frozen_width(slots: Sequence[Slot], frozen: int) -> int:
    """Measure what stays when the rest scrolls: margin, frozen columns and their separator."""
    if frozen == 0:
        return MARGIN
    return slots[frozen - 1].end + (1 if frozen < len(slots) else 0)
