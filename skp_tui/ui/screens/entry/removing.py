"""Removes a row: gone at once, and back again if it could not be removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from skp_tui.services.entry import entry
from skp_tui.ui.screens.cells import isi_input
from skp_tui.ui.screens.cells.sheet import RowNotRemoved, RowRemoved

if TYPE_CHECKING:
    from skp_tui.domain.parts import Terhapus
    from skp_tui.ui.screens.cells.sheet import Sheet
    from skp_tui.ui.screens.entry.screen import EntryScreen


class Removing:
    """Take rows out; the answers reach the screen, which hands them back."""

    def __init__(self, screen: EntryScreen) -> None:
        self._screen, self._desk, self._drafts = screen, screen.desk, screen.drafts

    def remove_at(self, sheet: Sheet) -> None:
        """Remove the row of the cursor; one that is only begun goes without a trace."""
        key = sheet.cursor_row
        if key is None:
            return
        isi = self._desk.entered.get(key)
        if self._desk.is_new_row(key):
            self._screen.drop_edit()
            self._drafts.drop(sheet)
        elif isi is not None and self._screen.may_remove(isi):
            self._screen.drop_edit()
            self._remove(sheet, isi)

    def _remove(self, sheet: Sheet, isi: Terhapus) -> None:
        """Take a row out at once, and queue its removal."""
        desk, words = self._desk, isi_input.place_words(isi)
        key, tempat, nama = desk.key_of(isi), desk.tempat, desk.orang.nama
        desk.take(isi)
        self._screen.fill()
        sheet.focus(scroll_visible=False)
        self._screen.skp.write(
            self._screen,
            lambda writer: entry.remove(writer, tempat, isi, f"penghapusan{words} {nama}"),
            place=key,
            saved=partial(RowRemoved, words.strip(), isi_input.along_words(isi)),
            failed=partial(RowNotRemoved, isi),
        )

    def removed(self, message: RowRemoved) -> None:
        """Say how the row comes back."""
        along = f", dengan {message.along} {message.what}" if message.along else ""
        self._screen.tell(f"{message.words.capitalize()} dihapus{along}. Ctrl+Z mengembalikannya.")

    def not_removed(self, message: RowNotRemoved) -> None:
        """Show the row again, and say why it is still there."""
        self._desk.put(message.isi)
        self._screen.fill()
        self._screen.tell(message.reason, "error")
