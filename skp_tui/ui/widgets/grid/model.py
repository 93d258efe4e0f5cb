"""What the grid shows: columns, rows and the signs it is drawn with."""

from collections.abc import Mapping
from typing import Final, Literal

from skp_tui.record import record
from skp_tui.ui.widgets.grid.choice import Choices

Align = Literal["left", "right"]
CursorKind = Literal["cell", "row"]
Mark = Literal["", "warning", "muted", "strong"]


@record
class Column:
    """Describe one column; its width is counted in terminal cells, not in signs.

    With `pilihan` its cells take one key each, for one of few words, instead of a typed text.
    """

    key: str
    title: str
    width: int
    group: str = ""
    align: Align = "left"
    frozen: bool = False
    editable: bool = True
    flexible: bool = False
    maximum: int = 500
    pilihan: Choices = ()


@record
class Row:
    """Hold the texts of one row as shown; the caller decides what an empty value looks like.

    `pilihan` gives, by column, other choices than the column's, for cells of this row only; `odd`
    are the columns whose cell keeps a sign, because what is in it can hardly be.
    """

    key: str
    cells: tuple[str, ...]
    locked: frozenset[str] = frozenset()
    mark: Mark = ""
    pilihan: Mapping[str, Choices] | None = None
    odd: frozenset[str] = frozenset()


@record
class Block:
    """Name the rows and columns of a rectangle of cells, both from first to last."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]

    @property
    def size(self) -> int:
        """Count its cells."""
        return len(self.rows) * len(self.columns)


@record
class CellText:
    """Give one cell a text, as if it were typed there."""

    row_key: str
    column_key: str
    text: str


@record
class Signs:
    """Name the signs that are not user text; a plain console shows its own for them (ui/ascii)."""

    cursor: str = ">"
    saving: str = "·"
    marked: str = "»"
    refused: str = "!"
    odd: str = "?"
    suggested: str = "→"
    ellipsis: str = "…"
    rule: str = "│"
    line: str = "─"
    more_left: str = "‹"
    more_right: str = "›"


UNICODE_SIGNS: Final = Signs()
