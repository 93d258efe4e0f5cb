"""What the grid shows: columns, rows and the signs it is drawn with."""

from dataclasses import dataclass
from typing import Final, Literal

Align = Literal["left", "right"]
CursorKind = Literal["cell", "row"]
Mark = Literal["", "warning", "muted"]


@dataclass(frozen=True, slots=True)
class Column:
    """Describe one column; its width is counted in terminal cells, not in signs."""

    key: str
    title: str
    width: int
    group: str = ""
    align: Align = "left"
    frozen: bool = False
    editable: bool = True
    flexible: bool = False
    maximum: int = 500


@dataclass(frozen=True, slots=True)
class Row:
    """Hold the texts of one row as shown; the caller decides what an empty value looks like."""

    key: str
    cells: tuple[str, ...]
    locked: frozenset[str] = frozenset()
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Signs:
    """Name the signs that are not user text, so that a plain console can have other ones."""

    cursor: str = ">"
    saving: str = "·"
    refused: str = "!"
    ellipsis: str = "…"
    rule: str = "│"
    line: str = "─"
    more_left: str = "‹"
    more_right: str = "›"


UNICODE_SIGNS: Final = Signs()
ASCII_SIGNS: Final = Signs(
    saving="*", ellipsis="~", rule="|", line="-", more_left="<", more_right=">"
)
