"""A rectangle of marked cells between an anchor and the cursor, seen without colour too."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from skp_tui.ui.widgets import grid_messages as messages
from skp_tui.ui.widgets.grid_editing import GridEditing
from skp_tui.ui.widgets.grid_model import Block, Row

Cell = tuple[int, int]

MOVES: Final = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
FAR_MOVES: Final = ("ctrl+home", "ctrl+end")
SHIFTED: Final[Mapping[str, str]] = {
    **{f"shift+{move}": move for move in MOVES},
    "ctrl+shift+home": "ctrl+home",
    "ctrl+shift+end": "ctrl+end",
}
FEW_LINES: Final = 40
"""Lines that are repainted one by one; more are not on one screen anyway."""


class GridMarking(GridEditing):
    """Mark cells: by the mark key, after which arrows extend, or by Shift with arrows."""

    _anchor: Cell | None = None
    _keeps: bool = False
    """Whether plain arrows extend the mark, because the mark key began it."""

    # What the screen asks and calls

    @property
    def marked(self) -> Block | None:
        """Return the marked cells, None when none are."""
        return None if self._anchor is None else self._block_between(self._anchor, self._at)

    @property
    def block(self) -> Block | None:
        """Return the marked cells, else the cursor's one; None in an empty grid."""
        if not self._rows or not self.columns:
            return None
        return self.marked or self._block_between(self._at, self._at)

    def mark(self) -> bool:
        """Begin to mark at the cursor, or take the mark away; False where nothing can be marked."""
        if self.cursor_kind == "row" or not self._rows or not self.try_commit():
            return False
        if self._anchor is not None:
            self.end_mark()
        else:
            self._begin_mark(keeps=True)
        return True

    def end_mark(self) -> None:
        """Take the mark away; the cells stay as they are."""
        if self._anchor is None:
            return
        rows = self._marked_rows()
        self._anchor = None
        self._repaint_lines(rows)
        self.post_message(messages.MarkChanged(self, None))

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; a mark stays only where the same rows stay in their places."""
        if [row.key for row in rows] != list(self._row_index):
            self.end_mark()
        super().set_rows(rows)

    def move_to(self, row_key: str, column_key: str | None = None) -> bool:
        """Put the cursor on a cell; what was marked around it no longer is."""
        self.end_mark()
        return super().move_to(row_key, column_key)

    # The rectangle

    def _block_between(self, one: Cell, other: Cell) -> Block:
        first, last = _sorted(one[0], other[0])
        left, right = _sorted(one[1], other[1])
        rows = tuple(row.key for row in self._rows[first : last + 1])
        return Block(rows, tuple(column.key for column in self.columns[left : right + 1]))

    def _marked_rows(self) -> range:
        if self._anchor is None:
            return range(0)
        first, last = _sorted(self._anchor[0], self._at[0])
        return range(first, last + 1)

    def _marked_columns(self, row: int) -> range:
        if self._anchor is None or row not in self._marked_rows():
            return range(0)
        left, right = _sorted(self._anchor[1], self._at[1])
        return range(left, right + 1)

    # The keys

    def _begin_mark(self, *, keeps: bool) -> None:
        self._anchor, self._keeps = self._at, keeps
        self._mark_changed(range(self._at[0], self._at[0] + 1))

    def _press_mark(self, key: str) -> bool | None:
        """Do what a key means for the mark; None leaves it to the rest of the grid."""
        if self.cursor_kind == "row" or self.edit_open:
            return None
        if (move := SHIFTED.get(key)) is not None and self._rows:
            if self._anchor is None:
                self._begin_mark(keeps=False)
            return self._extend(move)
        if self._anchor is None:
            return None
        if key == "escape":
            self.end_mark()
            return True
        if self._keeps and key in (*MOVES, *FAR_MOVES):
            return self._extend(key)
        return None

    def _extend(self, move: str) -> bool:
        before, at = self._marked_rows(), self._at
        self._go(*self._targets[move](*at))
        after = self._marked_rows()
        if self._at[1] != at[1]:
            self._mark_changed(range(min(before[0], after[0]), max(before[-1], after[-1]) + 1))
        elif self._at != at:
            first, last = _sorted(at[0], self._at[0])
            self._mark_changed(range(first, last + 1))
        return True

    @property
    def _targets(self) -> Mapping[str, Callable[[int, int], Cell]]:
        last = (max(0, len(self._rows) - 1), max(0, len(self.columns) - 1))
        page = max(1, self._visible_rows - 1)
        return {
            "up": partial(_shifted, -1, 0),
            "down": partial(_shifted, 1, 0),
            "left": partial(_shifted, 0, -1),
            "right": partial(_shifted, 0, 1),
            "pageup": partial(_shifted, -page, 0),
            "pagedown": partial(_shifted, page, 0),
            "home": lambda row, _: (row, 0),
            "end": lambda row, _: (row, last[1]),
            "ctrl+home": lambda _, column: (0, column),
            "ctrl+end": lambda _, column: (last[0], column),
        }

    # Drawing

    def _mark_changed(self, rows: range) -> None:
        self._repaint_lines(rows)
        self.post_message(messages.MarkChanged(self, self.marked))

    def _repaint_lines(self, rows: range) -> None:
        if len(rows) > FEW_LINES:
            self._strips.clear()
            self.refresh()
            return
        for row in rows:
            if row < len(self._rows):
                self._repaint_row(self._rows[row].key)


def _sorted(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one <= other else (other, one)


def _shifted(down: int, right: int, row: int, column: int) -> Cell:
    return row + down, column + right
