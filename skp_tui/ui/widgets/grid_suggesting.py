"""Completion in a grid's field: one suggestion under the cell, and one key that takes it."""

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widgets import Input

from skp_tui.record import record
from skp_tui.ui.widgets import grid_messages as messages
from skp_tui.ui.widgets.grid import Grid
from skp_tui.ui.widgets.grid_notice import place
from skp_tui.ui.widgets.grid_paint import overlay

TAKE = "right"
HOW = "(panah kanan memakai)"


@record
class Suggestion:
    """A text that begins as typed, and in words what comes along with it."""

    text: str
    along: str = ""


Suggest = Callable[[str, str, str], Suggestion | None]
"""What a row and column suggests for a typed text, found without waiting for anything."""


class SuggestionTaken(messages.CellMessage, namespace="grid"):
    """Tell that a suggestion was put into the field; it is not committed yet."""

    def __init__(self, grid: "GridSuggesting", row_key: str, column_key: str, text: str) -> None:
        super().__init__(grid, row_key, column_key)
        self.text = text


class GridSuggesting(Grid):
    """Show under an open cell what is likely meant; Right at the end of the text takes it."""

    SuggestionTaken = SuggestionTaken

    suggest: Suggest | None = None
    _suggestion: Suggestion | None = None
    _hinting = False

    async def _press_in_field(self, event: events.Key) -> bool:
        if event.key == TAKE and self._take():
            return True
        return await super()._press_in_field(event)

    def _find(self) -> Suggestion | None:
        if self.suggest is None or self._editing is None:
            return None
        return self.suggest(*self._editing, self._editor.value)

    def _take(self) -> bool:
        """Put the suggestion into the field; asked for anew, because a key may have come since."""
        at_end = self._editor.cursor_position == len(self._editor.value)
        found = self._find() if at_end and not self._refusal else None
        if found is None or self._editing is None:
            return False
        self._editor.value = found.text
        self._editor.cursor_position = len(found.text)
        self.post_message(SuggestionTaken(self, *self._editing, found.text))
        return True

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is meant; the grid's own handler then shows it."""
        del event
        self._suggestion = self._find()

    def _close(self) -> None:
        self._suggestion = None
        super()._close()

    # Under the cell, where the sentence of a refused text stands too

    def _show_notice(self) -> None:
        before = self._notice
        super()._show_notice()
        self._hinting = self._notice is None and self.edit_open and self._suggestion is not None
        if not self._hinting or self._suggestion is None:
            return
        along = f" · {self._suggestion.along}" if self._suggestion.along else ""
        words = f"{self._signs.suggested} {self._suggestion.text}{along}  {HOW}"
        size = Size(self._placed.width, self.container_size.height)
        notice = place(words, self._cell_region(*self._at), size, self._signs.ellipsis)
        if notice is not None:
            cover = self._placed.cover(self.scroll_offset.x, notice.x, notice.end)
            notice = notice.widened(*cover)
        self._notice = notice
        if notice != before:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a suggestion differently from a refusal, which has another sign too."""
        notice = self._notice
        if not self._hinting or notice is None:
            return super().render_line(y)
        self._notice = None
        strip = super().render_line(y)
        self._notice = notice
        if not notice.top <= y < notice.top + len(notice.lines):
            return strip
        style = self._paint().look.base + Style(reverse=True)
        return overlay(strip, notice.x, [Segment(notice.lines[y - notice.top], style)])
