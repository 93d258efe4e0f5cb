"""Where the keys of a grid lead that move its cursor, and what they tell where it ends."""

from collections.abc import Iterator
from typing import Final

from skp_tui.ui.widgets.grid import messages
from skp_tui.ui.widgets.grid.marking import GridMarking
from skp_tui.ui.widgets.grid.table import Cell

SIDEWAYS: Final = 8
"""Cells that Left and Right scroll when the cursor is a whole row."""


class GridWalking(GridMarking):
    """Move the cursor from cell to cell; each step says whether its key meant anything here."""

    def _move(self, move: str) -> bool:
        self._go(*self._target(move))
        return True

    def _vertical(self, step: int) -> bool:
        return self._go_or_tell(self._beside(step), "up" if step < 0 else "down")

    def _beside(self, step: int) -> Cell | None:
        row, column = self._cursor.at
        return (row + step, column) if 0 <= row + step < len(self._table.rows) else None

    def _go_or_tell(
        self, cell: Cell | None, direction: messages.Direction, *, enter: bool = False
    ) -> bool:
        if cell is None:
            self.post_message(messages.PastEnd(self, direction, enter=enter))
        else:
            self._go(*cell)
        return True

    def _enter(self) -> bool:
        if self.cursor_kind == "cell":
            return self._go_or_tell(self._below(), "down", enter=True)
        row_key = self.cursor_row
        if row_key is not None:
            self.post_message(messages.RowChosen(self, row_key))
        # of an empty list there is nothing to choose: the key may mean something to the screen
        return row_key is not None

    def _below(self) -> Cell | None:
        """Return where Enter leads, None past the last row."""
        return self._beside(1)

    def _tab(self, step: int) -> bool:
        """Go to the next editable cell, or leave the grid when there is none."""
        cell = next(self._editable_cells(step), None)
        if cell is None:
            return self._leave(step)
        self._go(*cell)
        return True

    def _editable_cells(self, step: int) -> Iterator[Cell]:
        """Yield the cells at which Tab stops from the cursor on."""
        return self._table.editable_cells(self._cursor.at, step)

    def _leave(self, step: int) -> bool:
        """Give the keyboard to what follows, or to what comes before."""
        self.post_message(messages.LeftGrid(self, forward=step > 0))
        move = self.screen.focus_next if step > 0 else self.screen.focus_previous
        move()
        return True

    def _sideways(self, step: int) -> bool:
        if self.cursor_kind == "cell":
            return self._move("left" if step < 0 else "right")
        x = self.scroll_offset.x + step * SIDEWAYS
        self.scroll_to(x=x, animate=False, force=True)
        return True
