"""Rows that are begun: shown at once, stored with their first words, gone when left empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skp_tui.domain.rows import URAIAN, is_unwritten, number_of, with_values
from skp_tui.services.entry.entry import next_number
from skp_tui.ui.screens.cells.sheet import place_of

if TYPE_CHECKING:
    from skp_tui.services.base.views import Orang
    from skp_tui.services.entry.entry import Isi
    from skp_tui.ui.screens.cells.sheet import Sheet
    from skp_tui.ui.screens.entry.screen import EntryScreen

NO_ROW = "Belum ada baris di sini; Ctrl+N menambahnya."


class Drafts:
    """Begin rows in the grids of a screen, and give them up without a trace."""

    def __init__(self, screen: EntryScreen) -> None:
        self._screen, self._desk = screen, screen.desk
        self._came_from: tuple[str | None, str | None] = (None, None)

    def begin_by_typing(self, sheet: Sheet, sign: str) -> None:
        """Begin the first row of the first grid with what is typed; say how in another one."""
        if sheet is not self._screen.sheets[0] or sign.isspace():
            self._screen.tell(NO_ROW)
            return
        self._screen.begin_row()
        if sheet.edit_open:
            sheet.type_on(sign)

    def begin(self, isi: Isi, column: str = URAIAN) -> None:
        """Show a row that is not stored yet, and let its first words be typed."""
        key, sheet = self._desk.key_of(isi), self._sheet_of(isi)
        self._came_from = (sheet.cursor_row, sheet.cursor_column)
        self._desk.draft = (key, isi)
        self._screen.fill()
        self._screen.focus_on(sheet)
        sheet.move_to(key, column)
        sheet.begin_edit("")

    def _sheet_of(self, isi: Isi) -> Sheet:
        name = self._desk.sections.grid_of(isi)
        return next(sheet for sheet in self._screen.sheets if sheet.id == name)

    def drop(self, sheet: Sheet) -> None:
        """Take a row away that was begun, and bring the cursor back to where it was."""
        draft = self._desk.draft
        stays = draft is not None and sheet.cursor_row == draft[0]
        self._desk.draft = None
        self._screen.fill()
        row, column = self._came_from
        if stays and row is not None and column is not None:
            sheet.move_to(row, column)

    def drop_blank(self) -> None:
        """Take a row away into which nothing is typed."""
        draft = self._desk.draft
        if draft is None or not is_unwritten(draft[1]):
            return
        sheet = self._sheet_of(draft[1])
        if sheet.is_blank(draft[0]):
            self._take_typed(sheet, draft[0])
            self.drop(sheet)

    def drop_unused(self) -> None:
        """Take an empty new row away again that only a paste would have filled."""
        if self._desk.draft is not None and not self._screen.edit_open:
            self._desk.draft = None
            self._screen.fill()

    def take_up(self) -> None:
        """Go on with an empty new row whose paste was refused: once mended, it belongs there."""
        draft = self._desk.draft
        if draft is not None and not self._screen.edit_open:
            sheet = self._sheet_of(draft[1])
            if sheet.move_to(draft[0], URAIAN):
                sheet.begin_edit("")

    def _take_typed(self, sheet: Sheet, key: str) -> str | None:
        typed = sheet.take_typed(key, URAIAN)
        self._screen.skp.forget_failed(place_of(key, URAIAN))
        return typed

    # One that came back has its number

    def give_way(self, orang: Orang) -> str | None:
        """Give a begun row another number where one that is stored by now has it.

        Returns what was being typed into it, which ``type_again`` takes once all is shown anew.
        """
        desk = self._desk
        if desk.draft is None or orang.nip != desk.nip:
            return None
        key, isi = desk.draft
        numbers = desk.numbers_in(orang, isi)
        if number_of(isi) not in numbers:
            return None
        typed = self._take_typed(self._sheet_of(isi), key)
        isi = with_values(isi, {"no": next_number(numbers)})
        desk.draft = (desk.key_of(isi), isi)
        return typed

    def type_again(self, typed: str | None) -> None:
        """Go on with what was being typed into the begun row."""
        draft = self._desk.draft
        if typed is not None and draft is not None:
            sheet = self._sheet_of(draft[1])
            if sheet.move_to(draft[0], URAIAN):
                sheet.begin_edit(typed)
