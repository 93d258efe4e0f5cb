"""The editing of a grid: one field over one cell, and texts kept until they are stored."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.geometry import Region
from textual.widgets import Input

from skp_tui.domain.text import clean
from skp_tui.ui.widgets import grid_messages as messages
from skp_tui.ui.widgets.grid_editor import Editor
from skp_tui.ui.widgets.grid_model import UNICODE_SIGNS, Column, CursorKind, Row, Signs
from skp_tui.ui.widgets.grid_view import GridView

CellCheck = Callable[[str, str, str], str | None]
EditText = Callable[[str, str], str]


class GridEditing(GridView):
    """Edit cells without ever losing a typed text."""

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        cursor: CursorKind = "cell",
        check: CellCheck | None = None,
        edit_text: EditText | None = None,
        copy_text: EditText | None = None,
        empty: str = "",
        footer: str = "",
        signs: Signs = UNICODE_SIGNS,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(
            columns,
            cursor=cursor,
            empty=empty,
            footer=footer,
            signs=signs,
            name=name,
            id=id,
            classes=classes,
        )
        self._check = check
        self._edit_text, self._copy_text = edit_text, copy_text
        self._editor = Editor()
        self._editing: tuple[str, str] | None = None
        self._refusal = ""
        self._refused_text = ""
        self._told_refusal = False

    def compose(self) -> ComposeResult:
        """Yield the one field that floats over the cell being edited, where cells are typed into.

        A list, whose cursor is a whole row, does without: its style alone took a 50th of the start.
        """
        if self.cursor_kind == "cell":
            yield self._editor

    def _cursor_moved(self, row_key: str, column_key: str) -> None:
        self.post_message(messages.CursorMoved(self, row_key, column_key))

    # What the screen calls

    @property
    def edit_open(self) -> bool:
        """Say whether a cell is being edited."""
        return self._editing is not None

    @property
    def refuses(self) -> bool:
        """Say whether the text being typed was refused and is not mended yet."""
        return self.edit_open and bool(self._refusal)

    @property
    def refused_cells(self) -> tuple[tuple[str, str], ...]:
        """Return the cells whose text could not be stored and waits to be mended."""
        return tuple(self._states.refused())

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; a typed text whose row is gone is told, not thrown away."""
        waiting = {cell: self.cell_text(*cell) for cell in self.refused_cells}
        super().set_rows(rows)
        for (row_key, column_key), text in waiting.items():
            if row_key not in self._row_index:
                self.post_message(messages.EditDropped(self, row_key, column_key, text))
        if self._editing is not None and self._editing[0] not in self._row_index:
            dropped = messages.EditDropped(self, *self._editing, self._editor.value)
            self._close()
            self.post_message(dropped)

    def move_to(self, row_key: str, column_key: str | None = None) -> bool:
        """Put the cursor on a cell; False if it is not there or an open edit is not valid."""
        row = self._row_index.get(row_key)
        column = self._at[1] if column_key is None else self._column_index.get(column_key)
        if row is None or column is None or not self.try_commit():
            return False
        self._go(row, column)
        return True

    def move_to_first(self) -> None:
        """Put the cursor on the first row, if there is one."""
        if self._rows:
            self.move_to(self._rows[0].key)

    def begin_edit(self, text: str | None = None) -> bool:
        """Open the field over the cursor's cell, with the cell's text or with one that replaces it.

        False, and a message, when the cell is read-only.
        """
        row_key, column_key = self.cursor_row, self.cursor_column
        if row_key is None or column_key is None or self.cursor_kind == "row":
            return False
        if not self._editable(*self._at):
            self.post_message(messages.ReadOnly(self, row_key, column_key))
            return False
        state = self._states.get(row_key, column_key)
        keeps = text is None and state is not None
        self._editing = (row_key, column_key)
        value = self._present_text(row_key, column_key) if text is None else text
        self._refuse_with(state.reason if keeps and state is not None else "", value)
        self._follow()
        self._editor.start(value, self.columns[self._at[1]].maximum)
        self._put_editor()
        return True

    def try_commit(self) -> bool:
        """Commit an open edit; False leaves it open with the reason under it."""
        if self._editing is None:
            return True
        row_key, column_key = self._editing
        text = clean(self._editor.value)
        if reason := self._refuse(row_key, column_key, text):
            self._refuse_with(reason, self._editor.value)
            # typing begins anew, arrows mend what stands there
            self._editor.select_all()
            self._show_notice()
            self.post_message(messages.CellRefused(self, row_key, column_key, text, reason))
            return False
        self._commit(row_key, column_key, text)
        self._close()
        return True

    def _commit(self, row_key: str, column_key: str, text: str) -> None:
        """Submit a text that is not refused, if it differs from the stored one."""
        old_text = self._stored_text(row_key, column_key)
        if text == old_text:
            if self._forget_refused(row_key, column_key):
                self._refused_given_up(row_key, column_key)
            return
        self._states.begin(row_key, column_key, text)
        self.post_message(messages.CellSubmitted(self, row_key, column_key, text, old_text))

    def cancel_edit(self) -> None:
        """Close the field and show the cell's old text again."""
        if self._editing is not None:
            self._forget_refused(*self._editing)
            self._close()

    def saved(self, row_key: str, column_key: str) -> None:
        """Answer one submitted text: it is stored, so its mark goes."""
        self._states.saved(row_key, column_key)
        if row_key in self._row_index:
            self._repaint_row(row_key)

    def failed(self, row_key: str, column_key: str, text: str, reason: str) -> None:
        """Answer one submitted text: it is not stored, so it goes back into its cell.

        The field opens over it at once, unless another edit or another widget has the keyboard;
        then the cell is marked, and F2 brings the text with its reason.
        """
        if row_key not in self._row_index or column_key not in self._column_index:
            self.post_message(messages.EditDropped(self, row_key, column_key, text))
            return
        refused = self._states.failed(row_key, column_key, text, reason)
        self._repaint_row(row_key)
        if refused and self._editing == (row_key, column_key):
            self._refuse_with(reason, self._editor.value)
        elif refused and not self.edit_open and self._has_keyboard():
            self._go(self._row_index[row_key], self._column_index[column_key])
            self.begin_edit()
        self._show_notice()

    def _has_keyboard(self) -> bool:
        return self.is_attached and self.screen.focused is self

    # The texts of a cell

    def _refuse(self, row_key: str, column_key: str, text: str) -> str:
        return (self._check(row_key, column_key, text) or "") if self._check else ""

    def _refuse_with(self, reason: str, text: str) -> None:
        """Show a reason for as long as the text stays the one it was given for."""
        self._refusal, self._refused_text = reason, text

    def _present_text(self, row_key: str, column_key: str) -> str:
        """Return what editing begins with: a text on its way or refused, else the stored one."""
        state = self._states.get(row_key, column_key)
        if state is not None and state.text is not None:
            return state.text
        return self._stored_text(row_key, column_key)

    def _stored_text(self, row_key: str, column_key: str) -> str:
        """Return the text a commit is compared with; a refused one was never stored."""
        state = self._states.get(row_key, column_key)
        if state is not None and state.text is not None and not state.reason:
            return state.text
        if self._edit_text is not None:
            return self._edit_text(row_key, column_key)
        return self._rows[self._row_index[row_key]].cells[self._column_index[column_key]]

    def _forget_refused(self, row_key: str, column_key: str) -> bool:
        """Let the stored text of a cell count again; False when none was refused there."""
        state = self._states.get(row_key, column_key)
        refused = state is not None and bool(state.reason)
        if refused:
            self._states.drop(row_key, column_key)
        return refused

    def _refused_given_up(self, row_key: str, column_key: str) -> None:
        """Take note that a refused text gave way to the stored one without the field's Esc."""

    def _editable(self, row: int, column: int) -> bool:
        described = self.columns[column]
        return described.editable and described.key not in self._rows[row].locked

    # The field

    def _close(self) -> None:
        editing, self._editing, self._refusal = self._editing, None, ""
        self._editor.finish()
        if editing is not None and editing[0] in self._row_index:
            self._repaint_row(editing[0])
        self._show_notice()

    def _arranged(self) -> None:
        super()._arranged()
        self._put_editor()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Take the field along when rows scroll."""
        super().watch_scroll_y(old_value, new_value)
        self._put_editor()

    def _put_editor(self) -> None:
        """Lay the field over its text; a long one widens it over the cells to its right."""
        if self._editing is None or self._editing[0] not in self._row_index:
            return
        cell = self._cell_region(*self._at)
        self._editor.display = self.header_height <= cell.y < self.container_size.height
        room = max(1, self._placed.width)
        needed = cell_len(self._editor.value) + 2
        width = min(max(cell.width, min(needed, room - cell.x)), room)
        x = max(0, min(cell.x, room - width))
        start, end = self._placed.cover(self.scroll_offset.x, x, x + width)
        # the blank before the text stays uncovered, as beside the cursor
        start = min(start + 1, end - 1)
        region = Region(start, cell.y, end - start, 1).translate(self.scroll_offset)
        self._editor.styles.offset = region.offset
        self._editor.styles.width = region.width
        self._show_notice()

    def _show_notice(self) -> None:
        super()._show_notice()
        if self.refuses is not self._told_refusal:
            self._told_refusal = self.refuses
            self.post_message(messages.RefusalChanged(self))

    def _reason(self) -> str:
        return self._refusal if self.edit_open else super()._reason()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take the sentence away as soon as the text is mended; keep the field wide enough."""
        event.stop()
        if self._editing is None:
            return
        if self._refusal and self._editor.value != self._refused_text:
            self._refusal = self._refuse(*self._editing, clean(self._editor.value))
        self._put_editor()
