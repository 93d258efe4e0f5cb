"""The grid without its editing: rows that can change, and a cursor that is always in view."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual import events
from textual.geometry import Size

from skp_tui.ui.widgets.grid_drawing import GridDrawing
from skp_tui.ui.widgets.grid_layout import lay_out
from skp_tui.ui.widgets.grid_model import Row


class GridView(GridDrawing):
    """Show rows under a header that stays, with a cursor that is always wholly visible."""

    _told: tuple[str, str] | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows as the caller gave them."""
        return tuple(self._rows)

    @property
    def cursor_row(self) -> str | None:
        """Return the key of the cursor's row, None in an empty grid."""
        return self._rows[self._at[0]].key if self._rows else None

    @property
    def cursor_column(self) -> str | None:
        """Return the key of the cursor's column, None in an empty grid."""
        return self.columns[self._at[1]].key if self._rows and self.columns else None

    def cell_text(self, row_key: str, column_key: str) -> str:
        """Return the text that a cell shows now: a typed one, stored or not, before the given."""
        state = self._states.get(row_key, column_key)
        if state is not None and state.text is not None:
            return state.text
        return self._rows[self._row_index[row_key]].cells[self._column_index[column_key]]

    @property
    def cursor_is_cut(self) -> bool:
        """Say whether the cursor's cell has no room for its whole text."""
        row, column = self.cursor_row, self.cursor_column
        return row is not None and column is not None and self.cuts(row, column)

    def cuts(self, row_key: str, column_key: str) -> bool:
        """Say whether a cell has no room for its whole text."""
        if not self._placed.slots:
            return False
        width = self._placed.slots[self._column_index[column_key]].width
        return cell_len(self.cell_text(row_key, column_key)) > width

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the cursor stays on its row if that is still there."""
        for row in rows:
            self._check_row(row)
        self._take_rows(list(rows), {row.key: index for index, row in enumerate(rows)})

    def _take_rows(self, rows: Sequence[Row], places: Mapping[str, int]) -> None:
        """Show rows whose places are known by their keys."""
        row_key, (old, column), first = self.cursor_row, self._at, not self._rows
        self._rows, self._row_index = rows, places
        self._states.rows_given(self._row_index.keys())
        index = old if row_key is None else self._row_index.get(row_key, old)
        index = max(0, min(index, len(self._rows) - 1))
        self._at = (index, self._first_column() if first else column)
        self._arrange()
        self._tell_cursor()

    def update_row(self, row: Row) -> None:
        """Show a row anew, repainting its line only; an unknown row is nothing to repaint."""
        index = self._row_index.get(row.key)
        if index is None:
            return
        self._check_row(row)
        if isinstance(self._rows, list):
            # other rows are written anew whenever they are drawn
            self._rows[index] = row
        self._states.row_given(row.key)
        self._repaint_row(row.key)

    def _check_row(self, row: Row) -> None:
        if len(row.cells) != len(self.columns):
            reason = f"row {row.key!r} has {len(row.cells)} cells, not {len(self.columns)}"
            raise ValueError(reason)

    def _first_column(self) -> int:
        """Choose where a cursor begins: on the first column that can be edited."""
        editable = (i for i, column in enumerate(self.columns) if column.editable)
        return next(editable, 0) if self.cursor_kind == "cell" else 0

    # Where it is shown

    def _arrange(self) -> None:
        """Place the columns for the present width and repaint everything."""
        self._place()
        self._repaint_all()
        self._arranged()

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

    def _arranged(self) -> None:
        """Keep in view what belongs there."""
        self._follow()
        self._show_notice()

    def _body_height(self) -> int:
        if not self._rows:
            # how the sentence breaks depends on the style, which comes with the screen
            return len(self._instead_of_rows()) if self.is_attached else 0
        return len(self._rows) + (1 if self._footer else 0)

    @property
    def _visible_rows(self) -> int:
        return max(1, self.container_size.height - self.header_height)

    def _follow(self) -> None:
        """Scroll, without animation, until the cursor's cell is wholly visible."""
        if not self.container_size:
            return
        x, y = self.scroll_offset.x, self._follow_row()
        if self.cursor_kind == "cell" and self.columns:
            x = self._placed.follow(self._at[1], x)
        if (x, y) != tuple(self.scroll_offset):
            self.scroll_to(x, y, animate=False, force=True)

    def _follow_row(self) -> int:
        """Return the first row to show; with the last one comes the line under it."""
        row, y, rows = self._at[0], self.scroll_offset.y, self._visible_rows
        below = 1 if self._footer and row == len(self._rows) - 1 and rows > 1 else 0
        if row < y:
            return row
        return max(y, row + below - rows + 1)

    def on_resize(self, _event: events.Resize) -> None:
        """Place the columns anew for another width; Textual itself draws what has a new size."""
        if self._place():
            self._repaint_all()
        self._arranged()

    # The cursor

    def _go(self, row: int, column: int) -> None:
        """Put the cursor on a cell, repainting only the two lines that differ."""
        if not self._rows or not self.columns:
            return
        row = max(0, min(row, len(self._rows) - 1))
        column = max(0, min(column, len(self.columns) - 1))
        if (row, column) == self._at:
            return
        before, self._at = self._at[0], (row, column)
        self._repaint_row(self._rows[before].key)
        self._repaint_row(self._rows[row].key)
        self._follow()
        self._show_notice()
        self._tell_cursor()

    def _tell_cursor(self) -> None:
        row_key, column_key = self.cursor_row, self.cursor_column
        if row_key is None or column_key is None:
            self._told = None
        elif self._told != (row_key, column_key):
            self._told = (row_key, column_key)
            self._cursor_moved(row_key, column_key)

    def _cursor_moved(self, row_key: str, column_key: str) -> None:
        """Leave it to the editing grid, which knows the messages, to tell it."""
