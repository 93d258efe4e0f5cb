"""Where the cursor of a grid stands, and the cells that are marked between it and an anchor."""

from collections.abc import Mapping
from typing import Final

from skp_tui.ui.widgets.grid.table import Cell

MOVES: Final = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
FAR_MOVES: Final = ("ctrl+home", "ctrl+end")
SHIFTED: Final[Mapping[str, str]] = {
    **{f"shift+{move}": move for move in MOVES},
    "ctrl+shift+home": "ctrl+home",
    "ctrl+shift+end": "ctrl+end",
}
"""The keys that mark while they move, and the moves that they are."""


class Cursor:
    """Stand on a cell; with an anchor all cells of the rectangle between both are marked."""

    def __init__(self) -> None:
        self.at: Cell = (0, 0)
        self.anchor: Cell | None = None
        self.keeps = False
        """Whether plain arrows extend the mark, because the mark key began it."""

    def begin_mark(self, *, keeps: bool) -> None:
        """Mark the cell of the cursor, and from now on what lies between."""
        self.anchor, self.keeps = self.at, keeps

    def end_mark(self) -> None:
        """Mark nothing any more."""
        self.anchor = None

    def extends_by(self, key: str) -> bool:
        """Say whether a key that only moves elsewhere extends the mark."""
        return self.anchor is not None and self.keeps and key in (*MOVES, *FAR_MOVES)

    @property
    def rows(self) -> range:
        """Return the rows with marked cells."""
        return range(0) if self.anchor is None else spanned(self.anchor[0], self.at[0])

    @property
    def columns(self) -> range:
        """Return the columns with marked cells."""
        return range(0) if self.anchor is None else spanned(self.anchor[1], self.at[1])

    def marked_columns(self, row: int) -> range:
        """Return the columns of a row that are marked."""
        return self.columns if row in self.rows else range(0)


def spanned(one: int, other: int) -> range:
    """Return the places from one to the other, both among them."""
    return range(one, other + 1) if one <= other else range(other, one + 1)


def moved(move: str, at: Cell, last: Cell, page: int) -> Cell:
    """Return where a move leads, perhaps past the edge; ``page`` is its length in rows."""
    row, column = at
    targets: Mapping[str, Cell] = {
        "up": (row - 1, column),
        "down": (row + 1, column),
        "left": (row, column - 1),
        "right": (row, column + 1),
        "pageup": (row - page, column),
        "pagedown": (row + page, column),
        "home": (row, 0),
        "end": (row, last[1]),
        "ctrl+home": (0, column),
        "ctrl+end": (last[0], column),
    }
    return targets[move]
