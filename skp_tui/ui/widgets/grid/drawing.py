"""The lines of a grid, each drawn anew only where something in it changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from textual.cache import LRUCache
from textual.strip import Strip

from skp_tui.record import record
from skp_tui.ui.widgets.grid.cursor import Cursor
from skp_tui.ui.widgets.grid.layout import MARGIN
from skp_tui.ui.widgets.grid.model import UNICODE_SIGNS, Signs
from skp_tui.ui.widgets.grid.paint import Look, Painter, RowView, overlay, wrap
from skp_tui.ui.widgets.grid.states import CellStates
from skp_tui.ui.widgets.grid.table import Table
from skp_tui.ui.widgets.grid.window import Window

if TYPE_CHECKING:
    from skp_tui.ui.widgets.grid.notice import Notice

CACHED_LINES: Final = 512
EMPTY_LINES: Final = 3
"""Lines that the sentence of an empty grid may take, in a narrow window."""


@record
class Words:
    """Name the words and signs of a grid beside its rows: instead of them, and under the last."""

    empty: str = ""
    footer: str = ""
    signs: Signs = UNICODE_SIGNS


class Drawing:
    """Draw titles, rows, what stands under or instead of them, and a sentence over them.

    Whoever changes what is drawn says so: by ``forget_row`` of a row, by ``forget_rows`` of rows,
    by ``forget`` of the look, the columns or what of them is scrolled away.
    """

    def __init__(
        self,
        table: Table,
        states: CellStates,
        cursor: Cursor,
        words: Words,
        look: Callable[[], Look],
        *,
        whole_row: bool,
    ) -> None:
        self._table, self._states, self._cursor = table, states, cursor
        self.words = words
        self._look, self._whole_row = look, whole_row
        self.notice: Notice | None = None
        self._strips: LRUCache[str, Strip] = LRUCache(CACHED_LINES)
        self._painter: Painter | None = None

    def forget_row(self, row_key: str) -> None:
        """Draw a row anew when it is seen next."""
        self._strips.discard(row_key)

    def forget_rows(self) -> None:
        """Draw all rows anew."""
        self._strips.clear()

    def forget(self) -> None:
        """Draw everything anew, with newly read styles."""
        self._strips.clear()
        self._painter = None

    def line(self, y: int, window: Window, *, focused: bool) -> Strip:
        """Draw one line of the screen; ``focused`` where the grid has the keyboard."""
        strip = self._line(y, window, focused=focused)
        words = None if self.notice is None else self.notice.line(y)
        if self.notice is None or words is None:
            return strip
        look = self._paint(window).look
        style = look.hint if self.notice.is_hint else look.notice
        return overlay(strip, self.notice.x, [Segment(words, style)])

    def height(self, width: int) -> int:
        """Count the lines under the titles."""
        if not self._table.rows:
            return len(self._instead_of_rows(width))
        return len(self._table.rows) + bool(self.words.footer)

    def _paint(self, window: Window) -> Painter:
        """Return what draws lines for the columns that are seen, and the present look."""
        if self._painter is None:
            columns, signs = self._table.columns, self.words.signs
            self._painter = Painter(columns, window.layout, window.x, self._look(), signs)
        return self._painter

    def _line(self, y: int, window: Window, *, focused: bool) -> Strip:
        paint = self._paint(window)
        if y < window.header:
            return paint.groups() if y == 0 and window.header > 1 else paint.titles()
        row = window.row_at(y)
        if row < len(self._table.rows):
            return self._row(row, paint, focused=focused)
        waits_here = focused and not self._table.rows and row == 0
        return paint.text(self._below(row, window), self.words.signs.cursor if waits_here else " ")

    def _row(self, place: int, paint: Painter, *, focused: bool) -> Strip:
        row, cursor = self._table.rows[place], self._cursor
        if place == cursor.at[0]:
            sign = self.words.signs.cursor if self._whole_row or focused else " "
            column, marked = cursor.at[1], cursor.marked_columns(place)
            states = self._states.of_row(row.key)
            return paint.row(RowView(row, states, column, self._whole_row, sign, marked))
        strip = self._strips.get(row.key)
        if strip is None:
            states = self._states.of_row(row.key)
            strip = paint.row(RowView(row, states, marked=cursor.marked_columns(place)))
            self._strips[row.key] = strip
        return strip

    def _below(self, place: int, window: Window) -> str:
        """Return what stands under the last row, or instead of the rows."""
        if self._table.rows:
            return self.words.footer if place == len(self._table.rows) else ""
        lines = self._instead_of_rows(window.layout.width)
        return lines[place] if place < len(lines) else ""

    def _instead_of_rows(self, width: int) -> list[str]:
        """Return the lines that say why there are no rows, and what comes next."""
        room = max(1, width - MARGIN - 1)
        return wrap(
            self.words.empty or self.words.footer, room, EMPTY_LINES, self.words.signs.ellipsis
        )
