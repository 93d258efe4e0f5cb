"""What a block would change, cell by cell, before anything is: Enter applies, Esc does not."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.widgets import Static

from skp_tui.record import record
from skp_tui.ui.safe import safe, safe_lines
from skp_tui.ui.screens.frame.frame import ROOMS_CSS
from skp_tui.ui.screens.frame.helped import LOW, Helped
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.grid.grid import Column, Grid, Row
from skp_tui.ui.widgets.grid.paint import wrap
from skp_tui.ui.widgets.lines import Lines, line

COLUMNS = (
    Column("sign", "", 1, frozen=True),
    Column("where", "Di mana", 33, frozen=True),
    Column("old", "Semula", 13),
    Column("new", "Menjadi", 18, flexible=True),
)
NOTE_LINES = 2
WIDEST, FRAME = 100, 4
"""Cells of the window where there is room for it, and of its frame with what is kept free."""
REFUSED, ODD, NEW = "!", "?", "+"


@record
class PreviewLine:
    """One cell: where it is, what it shows, what it would show, and what is said of that."""

    where: str
    old: str
    new: str
    note: str = ""
    refused: bool = False
    is_new: bool = False


class BlockPreview(Helped[bool]):
    """List what would change; where a cell is refused, nothing of the block can be applied.

    ``summary`` counts in one sentence, ``foot`` says what else the reader must know.
    """

    CSS_PATH: ClassVar[Path | None] = ROOMS_CSS
    SCROLLS = "#preview-list"
    BESIDES, BESIDES_LOW, HIGHEST = 8, 5, 17
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y,Y", "apply", "Terapkan"),
        Binding("escape,t,T", "dismiss(False)", "Kembali"),
    ]

    def __init__(
        self, title: str, summary: str, lines: Sequence[PreviewLine], foot: str = ""
    ) -> None:
        super().__init__()
        self.topic = "tempelan"
        self._title, self._summary, self._foot = title, summary, foot
        self.lines = tuple(sorted(lines, key=lambda one: (not one.refused, not one.note)))
        self.refused = any(one.refused for one in lines)

    def compose(self) -> ComposeResult:
        """Yield the sentence, the list, what is said of the cursor's line, and the keys."""
        with Vertical(classes="window preview"):
            yield Static(safe(self._title), classes="window-title")
            yield Static(safe_lines(self._summary), markup=False, id="preview-summary")
            yield Grid(COLUMNS, cursor="row", id="preview-list")
            yield Lines(self._note, id="preview-note")
            if self._foot:
                yield Static(safe_lines(self._foot), markup=False, id="preview-foot")
            keys = "Esc kembali" if self.refused else "Enter terapkan   Esc batal"
            yield Static(keys, markup=False, classes="window-keys")

    def on_mount(self) -> None:
        """Show the lines, the refused ones and the odd ones first."""
        grid = self.query_one("#preview-list", Grid)
        grid.styles.height = len(self.lines) + 1
        grid.set_rows([_row(number, one) for number, one in enumerate(self.lines)])
        grid.focus()

    def besides(self, size: Size) -> int:
        """Return the lines of the rest: the words wrap, and what counts is seen in any size."""
        room = min(WIDEST, size.width * 98 // 100) - FRAME
        words = (self._summary,) if size.height < LOW else (self._summary, self._foot)
        wrapped = (safe_lines(text).wrap(self.app.console, room) for text in words if text)
        return super().besides(size) + sum(map(len, wrapped))

    def _note(self, width: int) -> Text:
        grid = self.query_one("#preview-list", Grid)
        note = self.lines[int(grid.cursor_row)].note if grid.cursor_row else ""
        return Text("\n", end="").join(map(line, wrap(note, width, NOTE_LINES, "…")))

    @on(grid_messages.CursorMoved)
    def show_note(self) -> None:
        """Say what is to be said of another line."""
        self.query_one("#preview-note", Lines).refresh()

    @on(grid_messages.RowChosen)
    def action_apply(self) -> None:
        """Close with yes, if that is possible."""
        if not self.refused:
            self.dismiss(result=True)


def _row(number: int, one: PreviewLine) -> Row:
    urgent = REFUSED if one.refused else ODD if one.note else ""
    sign = urgent or (NEW if one.is_new else "")
    cells = (sign, one.where, one.old, one.new)
    return Row(str(number), cells, mark="warning" if urgent else "")
