"""The lines of a grid, drawn only where something changed."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from rich.segment import Segment
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from skp_tui.ui.widgets.grid_layout import MARGIN, Layout, lay_out
from skp_tui.ui.widgets.grid_model import UNICODE_SIGNS, Column, CursorKind, Row, Signs
from skp_tui.ui.widgets.grid_notice import Notice, place
from skp_tui.ui.widgets.grid_paint import Painter, RowView, overlay, wrap
from skp_tui.ui.widgets.grid_states import CellStates
from skp_tui.ui.widgets.grid_style import COMPONENTS, CSS, look_of

CACHED_LINES: Final = 512
EMPTY_LINES: Final = 3
"""Lines that the sentence of an empty grid may take, in a narrow window."""


class GridDrawing(ScrollView, can_focus=True, inherit_bindings=False):
    """Hold what is shown and draw it line by line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS
    DEFAULT_CSS = CSS
    ALLOW_SELECT = False

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        cursor: CursorKind = "cell",
        empty: str = "",
        footer: str = "",
        signs: Signs = UNICODE_SIGNS,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.columns = tuple(columns)
        self.cursor_kind = cursor
        self._empty, self._footer, self._signs = empty, footer, signs
        self._rows: Sequence[Row] = []
        self._row_index: Mapping[str, int] = {}
        self._column_index = {column.key: i for i, column in enumerate(self.columns)}
        self._at = (0, 0)
        self._states = CellStates()
        self._placed: Layout = lay_out(self.columns, 0)
        self._notice: Notice | None = None
        self._strips: LRUCache[str, Strip] = LRUCache(CACHED_LINES)
        self._painter: Painter | None = None

    @property
    def is_container(self) -> bool:
        """Let Textual place the floating field, which other line-drawing widgets do not have."""
        return True

    @property
    def header_height(self) -> int:
        """Count the lines that stay: titles, and group headings if there are any.

        On a screen too low for both they give way, because a row must be seen.
        """
        lines = 2 if any(column.group for column in self.columns) else 1
        height = self.container_size.height
        return min(lines, height - 1) if height else lines

    # Geometry

    def _cell_region(self, row: int, column: int) -> Region:
        """Return where a cell lies on the widget, scrolling taken into account."""
        y = self.header_height + row - self.scroll_offset.y
        for piece in self._placed.pieces(self.scroll_offset.x):
            if piece.slot.index == column:
                return Region(piece.x, y, piece.end - piece.x, 1)
        return Region(0, y, 0, 0)

    def _cell_at(self, x: int, y: int) -> tuple[int, int] | None:
        """Return the row and column under a point of the widget, None beside all cells."""
        row = y - self.header_height + self.scroll_offset.y
        if y < self.header_height or row >= len(self._rows):
            return None
        for piece in self._placed.pieces(self.scroll_offset.x):
            if x < piece.end:
                return row, piece.slot.index
        return row, self._at[1]

    # The sentence under a refused cell

    def _reason(self) -> str:
        """Return the sentence that stands under the cursor's cell, if any."""
        if not self._rows or not self.columns:
            return ""
        row, column = self._at
        state = self._states.get(self._rows[row].key, self.columns[column].key)
        return state.reason if state is not None else ""

    def _show_notice(self) -> None:
        """Place the sentence of a refused text beside its cell, or take it away."""
        notice = None
        if reason := self._reason():
            size = Size(self._placed.width, self.container_size.height)
            cell = self._cell_region(*self._at)
            notice = place(f"{self._signs.refused} {reason}", cell, size, self._signs.ellipsis)
        if notice is not None:
            x = self.scroll_offset.x
            notice = notice.widened(*self._placed.cover(x, notice.x, notice.end))
        if notice != self._notice:
            self._notice = notice
            self.refresh()

    # Drawing

    def _repaint_row(self, row_key: str) -> None:
        """Draw one line anew, and no other."""
        self._strips.discard(row_key)
        self.refresh_line(self.header_height + self._row_index[row_key])

    def _repaint_all(self) -> None:
        """Draw every line anew, with newly read styles."""
        self._strips.clear()
        self._painter = None
        self.refresh()

    def _paint(self) -> Painter:
        """Return what draws lines at the present scroll position and look."""
        if self._painter is None:
            look = look_of(self.get_component_rich_style, self.rich_style, focused=self.has_focus)
            x = self.scroll_offset.x
            self._painter = Painter(self.columns, self._placed, x, look, self._signs)
        return self._painter

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        strip = self._line(y)
        notice = self._notice
        if notice is not None and notice.top <= y < notice.top + len(notice.lines):
            text = Segment(notice.lines[y - notice.top], self._paint().look.notice)
            strip = overlay(strip, notice.x, [text])
        return strip

    def _line(self, y: int) -> Strip:
        if y < self.header_height:
            return self._header_line(y)
        index = y - self.header_height + self.scroll_offset.y
        if index < len(self._rows):
            return self._row_line(index)
        waits_here = self.has_focus and not self._rows and index == 0
        sign = self._signs.cursor if waits_here else " "
        return self._paint().text(self._text_below(index), sign)

    def _text_below(self, index: int) -> str:
        """Return what stands under the last row, or instead of the rows."""
        if self._rows:
            return self._footer if index == len(self._rows) else ""
        lines = self._instead_of_rows()
        return lines[index] if index < len(lines) else ""

    def _instead_of_rows(self) -> list[str]:
        """Return the lines that say why there are no rows, and what comes next."""
        room = max(1, self._placed.width - MARGIN - 1)
        return wrap(self._empty or self._footer, room, EMPTY_LINES, self._signs.ellipsis)

    def _header_line(self, y: int) -> Strip:
        if y == 0 and self.header_height > 1:
            return self._paint().groups()
        return self._paint().titles()

    def _row_line(self, index: int) -> Strip:
        row, paint = self._rows[index], self._paint()
        states = self._states.of_row(row.key)
        if index == self._at[0]:
            whole = self.cursor_kind == "row"
            sign = self._signs.cursor if whole or self.has_focus else " "
            marked = self._marked_columns(index)
            return paint.row(RowView(row, states, self._at[1], whole, sign, marked))
        strip = self._strips.get(row.key)
        if strip is None:
            strip = paint.row(RowView(row, states, marked=self._marked_columns(index)))
            self._strips[row.key] = strip
        return strip

    def _marked_columns(self, row: int) -> range:
        """Return the columns of a row that are marked; a grid without marks has none."""
        del row
        return range(0)

    # What changes the drawing from outside

    def notify_style_update(self) -> None:
        """Draw anew when a theme or the focus changed the styles."""
        super().notify_style_update()
        self._repaint_all()

    def watch_show_vertical_scrollbar(self, shows: bool) -> None:  # noqa: FBT001 - Textual's call
        """Let a scrollbar that comes after the grid was scrolled begin where the grid stands."""
        if shows:
            self.vertical_scrollbar.position = self.scroll_y

    def watch_show_horizontal_scrollbar(self, shows: bool) -> None:  # noqa: FBT001 - Textual's call
        """Let a scrollbar that comes after the grid was scrolled begin where the grid stands."""
        if shows:
            self.horizontal_scrollbar.position = self.scroll_x

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        """Draw other columns when the grid was scrolled sideways."""
        super().watch_scroll_x(old_value, new_value)
        self._strips.clear()
        self._painter = None
        self._show_notice()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keep the sentence of a refused text beside its cell while rows scroll."""
        super().watch_scroll_y(old_value, new_value)
        self._show_notice()
