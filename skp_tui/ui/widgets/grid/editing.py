"""The widget that edits a grid: one field over one cell, and texts kept until they are stored."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Input

from skp_tui.ui.widgets.grid import messages
from skp_tui.ui.widgets.grid.choice import Choices
from skp_tui.ui.widgets.grid.choosing import Spelling
from skp_tui.ui.widgets.grid.drawing import Words
from skp_tui.ui.widgets.grid.edit import OpenEdit
from skp_tui.ui.widgets.grid.editor import Editor
from skp_tui.ui.widgets.grid.model import UNICODE_SIGNS, Column, CursorKind, Row, Signs
from skp_tui.ui.widgets.grid.notice import Sentence
from skp_tui.ui.widgets.grid.suggesting import Suggest
from skp_tui.ui.widgets.grid.texts import CellCheck, CellTexts, EditText
from skp_tui.ui.widgets.grid.view import GridView


class GridEditing(GridView):
    """Edit cells without ever losing a typed text."""

    suggest: Suggest | None = None
    """Finds what a text being typed may mean; nothing is suggested without it."""

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
        words = Words(empty, footer, signs)
        super().__init__(columns, cursor, words, name=name, id=id, classes=classes)
        self._texts = CellTexts(
            self._table, self._states, check=check, edit_text=edit_text, copy_text=copy_text
        )
        self._editor = Editor()
        self._edit = OpenEdit(self._texts, self._editor)
        self._spelling = Spelling()
        self._said = ""
        self._told_refusal = self._told_unstored = False

    def compose(self) -> ComposeResult:
        """Yield the one field that floats over the cell being edited, where cells are typed into.

        A list, whose cursor is a whole row, does without: its style alone took a 50th of the start.
        """
        if self.cursor_kind == "cell":
            yield self._editor

    @property
    def is_container(self) -> bool:
        """Let Textual place the floating field, which other line-drawing widgets do not have."""
        return True

    def _cursor_moved(self, row_key: str, column_key: str) -> None:
        self.post_message(messages.CursorMoved(self, row_key, column_key))

    # What the screen asks

    @property
    def edit_open(self) -> bool:
        """Say whether a cell is being edited."""
        return self._edit.cell is not None

    @property
    def is_unstored(self) -> bool:
        """Say whether the text being typed is another one than what is stored, or on its way."""
        editing = self._edit.cell
        if editing is None or editing[0] not in self._table.row_places:
            return False
        return self._edit.text != self._texts.stored(*editing)

    @property
    def refuses(self) -> bool:
        """Say whether the text being typed was refused and is not mended yet."""
        return self.edit_open and bool(self._edit.refusal)

    @property
    def refused_cells(self) -> tuple[tuple[str, str], ...]:
        """Return the cells whose text could not be stored and waits to be mended."""
        return tuple(self._states.refused())

    @property
    def waits(self) -> bool:
        """Say whether a committed text has no answer yet."""
        return self._states.waiting()

    @property
    def choices(self) -> Choices:
        """Return what can be chosen where the cursor stands, nothing where nothing can."""
        at = self._cursor.at
        if self.cursor_kind == "row" or not self._table.rows or not self._table.is_editable(*at):
            return ()
        return self._table.choices_of(*self._here)

    @property
    def _here(self) -> tuple[str, str]:
        return self._table.key_of(self._cursor.at)

    # What the screen calls

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; a typed text whose row is gone is told, not thrown away."""
        waiting = {cell: self.cell_text(*cell) for cell in self.refused_cells}
        super().set_rows(rows)
        for (row_key, column_key), text in waiting.items():
            if row_key not in self._table.row_places:
                self.post_message(messages.EditDropped(self, row_key, column_key, text))
        editing = self._edit.cell
        if editing is not None and editing[0] not in self._table.row_places:
            dropped = messages.EditDropped(self, *editing, self._editor.value)
            self._close()
            self.post_message(dropped)

    def move_to(self, row_key: str, column_key: str | None = None) -> bool:
        """Put the cursor on a cell; False if it is not there or an open edit is not valid."""
        row, column = self._table.row_places.get(row_key), self._cursor.at[1]
        if column_key is not None:
            column = self._table.column_places.get(column_key, -1)
        if row is None or column < 0 or not self.try_commit():
            return False
        self._go(row, column)
        return True

    def move_to_first(self) -> None:
        """Put the cursor on the first row, if there is one."""
        if self._table.rows:
            self.move_to(self._table.rows[0].key)

    def begin_edit(self, text: str | None = None) -> bool:
        """Open the field over the cursor's cell, with the cell's text or with one that replaces it.

        False, and a message, when the cell is read-only; over choices say which keys take them.
        """
        if choices := self.choices:
            self._follow()
            # the sentence of a refused text says more
            waits = self._states.reason(*self._here)
            self._say("" if waits else self._spelling.how(choices))
            return False
        if self._table.is_empty or self.cursor_kind == "row":
            return False
        here, at = self._here, self._cursor.at
        if not self._table.is_editable(*at):
            self.post_message(messages.ReadOnly(self, *here))
            return False
        reason = self._states.reason(*here) if text is None else ""
        value = self._texts.begun_with(*here) if text is None else text
        self._follow()
        self._edit.open(here, value, self.columns[at[1]].maximum, reason)
        self._put_editor()
        return True

    def try_commit(self) -> bool:
        """Commit an open edit; False leaves it open with the reason under it."""
        if self._edit.cell is None:
            return True
        row_key, column_key = self._edit.cell
        text = self._edit.text
        if reason := self._texts.refusal(row_key, column_key, text):
            self._edit.refuse(reason)
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
        old_text = self._texts.stored(row_key, column_key)
        if text == old_text:
            self._give_refused_up(row_key, column_key)
            return
        self._states.begin(row_key, column_key, text)
        self.post_message(messages.CellSubmitted(self, row_key, column_key, text, old_text))

    def _give_refused_up(self, row_key: str, column_key: str) -> bool:
        """Let the stored text count again without the field's Esc; False when none was refused."""
        return self._texts.forget_refused(row_key, column_key)

    def _take_back(self) -> bool | None:
        """Bring back the stored choice of a cell whose new one was refused."""
        if not self._give_refused_up(*self._here):
            return None
        self._repaint_row(self._here[0])
        self._show_notice()
        return True

    def cancel_edit(self) -> None:
        """Close the field and show the cell's old text again."""
        if self._edit.cell is not None:
            self._texts.forget_refused(*self._edit.cell)
            self._close()

    # What the screen answers

    def saved(self, row_key: str, column_key: str) -> None:
        """Answer one submitted text: it is stored, so its mark goes."""
        self._states.saved(row_key, column_key)
        if row_key in self._table.row_places:
            self._repaint_row(row_key)

    def failed(self, row_key: str, column_key: str, text: str, reason: str) -> None:
        """Answer one submitted text: it is not stored, so it goes back into its cell.

        The field opens over it at once, unless another edit or another widget has the keyboard;
        then the cell is marked, and F2 brings the text with its reason.
        """
        places, columns = self._table.row_places, self._table.column_places
        if row_key not in places or column_key not in columns:
            self.post_message(messages.EditDropped(self, row_key, column_key, text))
            return
        refused = self._states.failed(row_key, column_key, text, reason)
        self._repaint_row(row_key)
        if refused and self._edit.cell == (row_key, column_key):
            self._edit.refuse(reason)
        elif refused and not self.edit_open and self.is_attached and self.screen.focused is self:
            self._go(places[row_key], columns[column_key])
            self.begin_edit()
        self._show_notice()

    # The field and the sentence

    def _close(self) -> None:
        editing = self._edit.close()
        if editing is not None and editing[0] in self._table.row_places:
            self._repaint_row(editing[0])
        self._show_notice()

    def _float(self) -> None:
        super()._float()
        self._put_editor()

    def _put_editor(self) -> None:
        """Lay the field over its text; a long one widens it over the cells to its right."""
        editing, editor = self._edit.cell, self._editor
        if editing is None or editing[0] not in self._table.row_places:
            return
        window = self._window
        cell = window.region(self._cursor.at)
        editor.display = window.shows(cell)
        region = window.field(cell, editor.value).translate(self.scroll_offset)
        editor.styles.offset = region.offset
        editor.styles.width = region.width
        self._show_notice()

    def _go(self, row: int, column: int) -> None:
        self._say("")
        self._spelling.begin_anew()
        super()._go(row, column)

    def _say(self, sentence: str) -> None:
        """Say something under a cell of choices, until the next key or cursor."""
        if sentence != self._said:
            self._said = sentence
            self._show_notice()

    def _sentence(self) -> Sentence | None:
        if self._said:
            return self._refused(self._said)
        if not self.edit_open:
            return super()._sentence()
        found = self._edit.suggestion
        if self._edit.refusal or found is None:
            return self._refused(self._edit.refusal)
        return found.sentence(self._drawing.words.signs)

    def _show_notice(self) -> None:
        super()._show_notice()
        if self.refuses is not self._told_refusal:
            self._told_refusal = self.refuses
            self.post_message(messages.RefusalChanged(self))
        if self.is_unstored is not self._told_unstored:
            self._told_unstored = self.is_unstored
            self.post_message(messages.UnstoredChanged(self))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take the sentence away as soon as the text is mended; keep the field wide enough."""
        event.stop()
        self._edit.typed(self.suggest)
        self._put_editor()
