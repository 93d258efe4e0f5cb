"""Rows that are begun: shown at once, stored with their first words, gone when left empty."""

from abc import abstractmethod
from collections.abc import Sequence

from textual import on

from skp_tui.domain.rows import URAIAN, is_unwritten
from skp_tui.services.entry import Isi
from skp_tui.services.views import Orang, UnitView
from skp_tui.ui.screens.entry_suggesting import EntrySuggesting
from skp_tui.ui.screens.isi_sheet import Sheet, place_of

NO_ROW = "Belum ada baris di sini; Ctrl+N menambahnya."


class EntryDrafts(EntrySuggesting):
    """Begin rows in an entry screen, and give them up without a trace."""

    def __init__(self, view: UnitView, listed: Sequence[Orang], nip: str) -> None:
        super().__init__(view, listed, nip)
        self._came_from: tuple[str | None, str | None] = (None, None)

    @abstractmethod
    def begin_row(self) -> None:
        """Begin a row in the grid that has the keyboard, or ask which kind."""

    def action_new_row(self) -> None:
        """Add a row to the grid that has the keyboard."""
        if self.locked:
            self.tell_locked()
        elif self.close_edit():
            self.begin_row()

    @on(Sheet.TypedNowhere)
    def begin_by_typing(self, message: Sheet.TypedNowhere) -> None:
        """Begin the first row of the first grid with what is typed; say how in another one."""
        sheet = message.sheet
        if self.locked:
            self.tell_locked()
        elif sheet is not self.sheets[0] or message.sign.isspace():
            self.tell(NO_ROW)
        else:
            self.begin_row()
            if sheet.edit_open:
                sheet.type_on(message.sign)

    def begin_draft(self, isi: Isi, column: str = "uraian") -> None:
        """Show a row that is not stored yet, and let its first words be typed."""
        key, sheet = self.key_of(isi), self.sheet(self.sections.grid_of(isi))
        self._came_from = (sheet.cursor_row, sheet.cursor_column)
        self.draft = (key, isi)
        self.fill()
        self.focus_on(sheet)
        sheet.move_to(key, column)
        sheet.begin_edit("")

    @on(Sheet.EditCancelled)
    def give_draft_up(self, message: Sheet.EditCancelled) -> None:
        """Take an empty new row away again, and the mark of a refused text."""
        self.skp.forget_failed(place_of(message.row_key, message.column_key))
        if self.draft is not None and message.row_key == self.draft[0]:
            self.drop_draft(message.sheet)

    def drop_draft(self, sheet: Sheet) -> None:
        """Take a row away that was begun, and bring the cursor back to where it was."""
        stays = self.draft is not None and sheet.cursor_row == self.draft[0]
        self.draft = None
        self.fill()
        row, column = self._came_from
        if stays and row is not None and column is not None:
            sheet.move_to(row, column)

    def close_edit(self) -> bool:
        """Commit an open cell; a begun row into which nothing is typed goes without a question."""
        self._drop_blank()
        return super().close_edit()

    def action_undo(self) -> None:
        """Take back what is typed, else what is stored; a row with nothing in it is neither."""
        self._drop_blank()
        super().action_undo()

    def _drop_blank(self) -> None:
        draft = self.draft
        if draft is None or not is_unwritten(draft[1]):
            return
        sheet = self.sheet(self.sections.grid_of(draft[1]))
        if sheet.is_blank(draft[0]):
            sheet.take_typed(draft[0], URAIAN)
            self.skp.forget_failed(place_of(draft[0], URAIAN))
            self.drop_draft(sheet)
