"""The widget that shows a grid: rows that can change, a cursor in view, and what is marked.

It owns the scrolling and repaints what changed. What it shows is held by parts that know no
screen: ``Table`` (columns and rows), ``CellStates`` (typed texts), ``Cursor`` (with the mark),
``Layout`` and ``Window`` (where things lie), ``Drawing`` (how a line looks).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from skp_tui.ui.widgets.grid.cursor import Cursor
from skp_tui.ui.widgets.grid.drawing import Drawing, Words
from skp_tui.ui.widgets.grid.layout import Layout, lay_out
from skp_tui.ui.widgets.grid.model import Column, CursorKind, Row, Signs
from skp_tui.ui.widgets.grid.notice import Sentence
from skp_tui.ui.widgets.grid.paint import Look
from skp_tui.ui.widgets.grid.states import CellStates
from skp_tui.ui.widgets.grid.style import COMPONENTS, CSS, look_of
from skp_tui.ui.widgets.grid.table import CellKey, Table
from skp_tui.ui.widgets.grid.window import Window


class GridView(ScrollView, can_focus=True, inherit_bindings=False):
    """Show rows under a header that stays, with a cursor that is always wholly visible."""

    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS
    DEFAULT_CSS = CSS
    ALLOW_SELECT = False

    def __init__(
        self,
        columns: Sequence[Column],
        cursor: CursorKind,
        words: Words,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.cursor_kind = cursor
        self._table, self._states, self._cursor = Table(columns), CellStates(), Cursor()
        self._placed: Layout = lay_out(self.columns, 0)
        parts = (self._table, self._states, self._cursor, words, self._look)
        self._drawing = Drawing(*parts, whole_row=cursor == "row")
        self._told: CellKey | None = None

    # What is shown

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns as the caller gave them."""
        return self._table.columns

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows as the caller gave them."""
        return tuple(self._table.rows)

    @property
    def cursor_row(self) -> str | None:
        """Return the key of the cursor's row, None in an empty grid."""
        return self._table.rows[self._cursor.at[0]].key if self._table.rows else None

    @property
    def cursor_column(self) -> str | None:
        """Return the key of the cursor's column, None in an empty grid."""
        return None if self._table.is_empty else self.columns[self._cursor.at[1]].key

    def cell_text(self, row_key: str, column_key: str) -> str:
        """Return the text that a cell shows now: a typed one, stored or not, before the given."""
        typed = self._states.text(row_key, column_key)
        return self._table.text(row_key, column_key) if typed is None else typed

    @property
    def cursor_is_cut(self) -> bool:
        """Say whether the cursor's cell has no room for its whole text."""
        return not self._table.is_empty and self.cuts(*self._table.key_of(self._cursor.at))

    def cuts(self, row_key: str, column_key: str) -> bool:
        """Say whether a cell has no room for its whole text."""
        if not self._placed.slots:
            return False
        width = self._placed.slots[self._table.column_places[column_key]].width
        return cell_len(self.cell_text(row_key, column_key)) > width

    def say_when_empty(self, sentence: str) -> None:
        """Say what stands instead of the rows."""
        self._drawing.words = replace(self._drawing.words, empty=sentence)
        self.refresh()

    def _take_signs(self, signs: Signs) -> None:
        """Use other signs in what is drawn next."""
        self._drawing.words = replace(self._drawing.words, signs=signs)

    # Other rows and columns

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the cursor stays on its row if that is still there."""
        for row in rows:
            self._table.check(row)
        self._take_rows(list(rows), {row.key: index for index, row in enumerate(rows)})

    def _take_rows(self, rows: Sequence[Row], places: Mapping[str, int]) -> None:
        """Show rows whose places are known by their keys."""
        row_key, (old, column), first = self.cursor_row, self._cursor.at, not self._table.rows
        self._table.take_rows(rows, places)
        self._states.rows_given(places.keys())
        index = old if row_key is None else places.get(row_key, old)
        if first:
            column = self._table.first_editable_column() if self.cursor_kind == "cell" else 0
        self._cursor.at = (max(0, min(index, len(rows) - 1)), column)
        self._arrange()
        self._tell_cursor()

    def _take_columns(self, columns: Sequence[Column]) -> None:
        """Take other columns, for rows that are given next."""
        self._table.take_columns(columns)
        self._placed = lay_out(self.columns, 0)

    def update_row(self, row: Row) -> None:
        """Show a row anew, repainting its line only; an unknown row is nothing to repaint."""
        if self._table.replace(row):
            self._states.row_given(row.key)
            self._repaint_row(row.key)

    # Where it is shown

    @property
    def header_height(self) -> int:
        """Count the lines that stay: titles, and group headings if there are any.

        On a screen too low for both they give way, because a row must be seen.
        """
        lines = 2 if any(column.group for column in self.columns) else 1
        height = self.container_size.height
        return min(lines, height - 1) if height else lines

    @property
    def _window(self) -> Window:
        """Return what is seen of the grid at present."""
        x, y = self.scroll_offset
        return Window(self._placed, self.header_height, x, y, self.container_size.height)

    def _arrange(self) -> None:
        """Place the columns for the present width and repaint everything."""
        self._place()
        self._repaint_all()
        self._follow()
        self._float()

    def _place(self) -> bool:
        """Place the columns for the present width, and say whether that moved any.

        Until the grid has a size, that of the program stands for it: most grids are as wide, and
        are then drawn once, not first without their rows.
        """
        height = self.header_height + self._body_height()
        size = self.container_size or (self.app.size if self.is_attached else Size(0, 0))
        scrolls = height > size.height > 0
        width = max(0, size.width - scrolls * self.styles.scrollbar_size_vertical)
        moved = width != self._placed.width
        if moved:
            self._placed = lay_out(self.columns, width)
            self.scroll_to(x=0, animate=False, force=True)
        self.virtual_size = Size(self._placed.scroll_width, height)
        return moved

    def _body_height(self) -> int:
        # how the sentence of an empty grid breaks depends on the style, which comes with the screen
        settled = self._table.rows or self.is_attached
        return self._drawing.height(self._placed.width) if settled else 0

    def _float(self) -> None:
        """Put what lies over the rows where it belongs."""
        self._show_notice()

    def _follow(self) -> None:
        """Scroll, without animation, until the cursor's cell is wholly visible."""
        if not self.container_size:
            return
        at, window = self._cursor.at, self._window
        # with the last row comes the line under it
        last = at[0] == len(self._table.rows) - 1
        x, y = window.x, window.follow(at, 1 if last and self._drawing.words.footer else 0)
        if self.cursor_kind == "cell" and self.columns:
            x = self._placed.follow(at[1], x)
        if (x, y) != (window.x, window.y):
            self.scroll_to(x, y, animate=False, force=True)

    def on_resize(self, _event: events.Resize) -> None:
        """Place the columns anew for another width; Textual itself draws what has a new size."""
        if self._place():
            self._repaint_all()
        self._follow()
        self._float()

    # The cursor

    def _go(self, row: int, column: int) -> None:
        """Put the cursor on a cell, repainting only the two lines that differ."""
        if self._table.is_empty:
            return
        last = self._table.last
        at = (max(0, min(row, last[0])), max(0, min(column, last[1])))
        if at == self._cursor.at:
            return
        before, self._cursor.at = self._cursor.at, at
        self._repaint_row(self._table.rows[before[0]].key)
        self._repaint_row(self._table.rows[at[0]].key)
        self._follow()
        self._show_notice()
        self._tell_cursor()

    def _tell_cursor(self) -> None:
        told = None if self._table.is_empty else self._table.key_of(self._cursor.at)
        if told is not None and told != self._told:
            self._cursor_moved(*told)
        self._told = told

    def _cursor_moved(self, row_key: str, column_key: str) -> None:
        """Leave it to the editing grid, which knows the messages, to tell it."""

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        return self._drawing.line(y, self._window, focused=self.has_focus)

    def _look(self) -> Look:
        return look_of(self.get_component_rich_style, self.rich_style, focused=self.has_focus)

    def _sentence(self) -> Sentence | None:
        """Return what stands under the cursor's cell, if anything: why its text was refused."""
        if self._table.is_empty:
            return None
        return self._refused(self._states.reason(*self._table.key_of(self._cursor.at)))

    def _refused(self, reason: str) -> Sentence | None:
        return Sentence(f"{self._drawing.words.signs.refused} {reason}") if reason else None

    def _show_notice(self) -> None:
        """Place the sentence of the cursor's cell beside it, or take it away."""
        notice = None
        if sentence := self._sentence():
            window = self._window
            cell = window.region(self._cursor.at)
            notice = window.notice(sentence, cell, self._drawing.words.signs.ellipsis)
        if notice != self._drawing.notice:
            self._drawing.notice = notice
            self.refresh()

    def _repaint_row(self, row_key: str) -> None:
        """Draw one line anew, and no other."""
        self._drawing.forget_row(row_key)
        self.refresh_line(self.header_height + self._table.row_places[row_key])

    def _repaint_all(self) -> None:
        """Draw every line anew, with newly read styles."""
        self._drawing.forget()
        self.refresh()

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
        self._drawing.forget()
        self._show_notice()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Take along what lies over the rows."""
        super().watch_scroll_y(old_value, new_value)
        self._float()
