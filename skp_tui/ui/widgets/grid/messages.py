"""What a grid tells the screen, each a fact in the past tense."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from textual.message import Message

from skp_tui.ui.widgets.grid.model import Block, CellText

if TYPE_CHECKING:
    from skp_tui.ui.widgets.grid.editing import GridEditing


Direction = Literal["up", "down"]
BlockKind = Literal["fill", "clear", "paste", "value"]
"""How a block came about; ``value`` is one pasted text for all marked cells, as in a fill."""


class GridMessage(Message):
    """Name the grid that speaks, so that a screen with several can tell them apart."""

    def __init__(self, grid: "GridEditing") -> None:
        super().__init__()
        self.grid = grid

    @property
    def control(self) -> "GridEditing":
        """Return the grid, for the selectors of Textual's `on`."""
        return self.grid


class CellMessage(GridMessage):
    """Name the cell that is spoken of."""

    def __init__(self, grid: "GridEditing", row_key: str, column_key: str) -> None:
        super().__init__(grid)
        self.row_key = row_key
        self.column_key = column_key


class CellSubmitted(CellMessage, namespace="grid"):
    """Tell that a valid, changed text was committed; answer with `saved` or `failed`, once."""

    def __init__(
        self, grid: "GridEditing", row_key: str, column_key: str, text: str, old_text: str
    ) -> None:
        super().__init__(grid, row_key, column_key)
        self.text = text
        self.old_text = old_text


class CellRefused(CellMessage, namespace="grid"):
    """Tell that a commit was refused; the grid shows the reason itself, under the cell."""

    def __init__(
        self, grid: "GridEditing", row_key: str, column_key: str, text: str, reason: str
    ) -> None:
        super().__init__(grid, row_key, column_key)
        self.text = text
        self.reason = reason


class RefusalChanged(GridMessage, namespace="grid"):
    """Tell that the text being typed is refused now, or no longer (``grid.refuses``)."""


class UnstoredChanged(GridMessage, namespace="grid"):
    """Tell that the open cell holds a text that is not stored now, or no longer does."""


class EditDropped(CellMessage, namespace="grid"):
    """Tell that a typed text has lost its row, so that the screen can still show it."""

    def __init__(self, grid: "GridEditing", row_key: str, column_key: str, text: str) -> None:
        super().__init__(grid, row_key, column_key)
        self.text = text


class CursorMoved(CellMessage, namespace="grid"):
    """Tell that the cursor stands on another cell."""


class ReadOnly(CellMessage, namespace="grid"):
    """Tell that someone tried to edit a cell that cannot be edited."""


class BlockSubmitted(GridMessage, namespace="grid"):
    """Tell that many cells shall get a text at once: filled, cleared or pasted; nothing is yet.

    ``cells`` can be edited; ``locked`` are other texts for cells of ``Row.locked``. ``beyond`` are
    the pasted lines that go past the last row, each as texts by column. ``skipped`` counts the
    texts that met a column which nobody edits and that says something else.
    """

    def __init__(
        self,
        grid: "GridEditing",
        kind: BlockKind,
        cells: Sequence[CellText],
        locked: Sequence[CellText] = (),
        beyond: Sequence[Mapping[str, str]] = (),
        *,
        skipped: int = 0,
    ) -> None:
        super().__init__(grid)
        self.kind = kind
        self.cells, self.locked = tuple(cells), tuple(locked)
        self.beyond = tuple(beyond)
        self.skipped = skipped


class BlockCopied(GridMessage, namespace="grid"):
    """Tell that cells were copied to the clipboard."""

    def __init__(self, grid: "GridEditing", block: Block) -> None:
        super().__init__(grid)
        self.block = block


class BlockRefused(GridMessage, namespace="grid"):
    """Tell in one sentence why nothing is done with a block."""

    def __init__(self, grid: "GridEditing", reason: str) -> None:
        super().__init__(grid)
        self.reason = reason


class MarkChanged(GridMessage, namespace="grid"):
    """Tell that cells are marked now, or other ones, or none any more (None)."""

    def __init__(self, grid: "GridEditing", block: Block | None) -> None:
        super().__init__(grid)
        self.block = block


class RowChosen(GridMessage, namespace="grid"):
    """Tell that Enter or a double click chose a row (row cursor only)."""

    def __init__(self, grid: "GridEditing", row_key: str) -> None:
        super().__init__(grid)
        self.row_key = row_key


class PastEnd(GridMessage, namespace="grid"):
    """Tell that a key would have left the first or last row; `enter` tells Enter from arrows."""

    def __init__(self, grid: "GridEditing", direction: Direction, *, enter: bool = False) -> None:
        super().__init__(grid)
        self.direction = direction
        self.enter = enter


class LeftGrid(GridMessage, namespace="grid"):
    """Tell that Tab went past the last editable cell, or Shift+Tab past the first."""

    def __init__(self, grid: "GridEditing", *, forward: bool) -> None:
        super().__init__(grid)
        self.forward = forward
