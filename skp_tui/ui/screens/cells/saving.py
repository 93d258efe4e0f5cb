"""Saves one cell: what follows shows at once, the mark goes when it is stored."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from skp_tui.domain.rows import value_of
from skp_tui.services.entry import entry
from skp_tui.ui.screens.cells import isi_input
from skp_tui.ui.screens.cells.sheet import CellNotSaved, CellSaved, Sheet, place_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from skp_tui.services.entry.entry import Isi
    from skp_tui.ui.screens.cells.screen import CellScreen
    from skp_tui.ui.widgets.grid import messages as grid_messages


class CellSaving:
    """Queue every committed cell as a write of its own, and take its answer in.

    The answers reach the screen as ``CellSaved`` and ``CellNotSaved``; the screen hands them to
    ``stored`` and ``not_stored``.
    """

    def __init__(self, screen: CellScreen) -> None:
        self._screen, self._desk = screen, screen.desk

    def save(self, sheet: Sheet, message: grid_messages.CellSubmitted) -> None:
        """Show what follows from a committed cell, and queue its write."""
        desk, key, kolom = self._desk, message.row_key, message.column_key
        before = desk.entered.get(key)
        if before is None:
            sheet.failed(key, kolom, message.text, "barisnya sudah tidak ada")
            self._screen.skp.settle()
            return
        try:
            new = desk.changed_row(key, before, kolom, message.text)
        except isi_input.Refusal as refusal:
            self._refuse_late(sheet, message, str(refusal))
            return
        cell = CellSaved(sheet, key, kolom, new, desk.told_of(key, before, new, kolom))
        cause, baru = desk.cause_of(key, kolom, before, new), desk.is_new_row(key)
        self._ask(before, new)
        desk.put_row(key, new)
        self._screen.show_row(sheet, key, new)
        desk.under_way.begin(cell.place, before)
        self._queue(cell, message.text, cause, baru=baru)

    def _refuse_late(self, sheet: Sheet, message: grid_messages.CellSubmitted, reason: str) -> None:
        """Give a text back that was right when it was typed, and is not beside what came since."""
        self._screen.skp.note_failed(place_of(message.row_key, message.column_key))
        sheet.failed(message.row_key, message.column_key, message.text, reason)
        self._screen.skp.settle()

    def _ask(self, before: Isi, new: Isi) -> None:
        for words in self._desk.asked_of(before, new):
            self._screen.tell(words, "warning")

    def _queue(self, cell: CellSaved, text: str, cause: str, *, baru: bool) -> None:
        tempat, new = self._desk.tempat_of(cell.row_key), cell.new
        columns = isi_input.columns_of(new, cell.column_key)
        self._screen.skp.write(
            self._screen,
            lambda writer: entry.save(writer, tempat, new, columns, cause, baru=baru),
            place=cell.place,
            saved=lambda _: cell,
            failed=partial(CellNotSaved, cell, text, columns),
            keeps_text=True,
        )

    def stored(self, cell: CellSaved) -> None:
        """Take the mark of the cell away: it is stored."""
        self._desk.under_way.stored(cell.place, cell.new)
        cell.sheet.saved(cell.row_key, cell.column_key)
        if cell.told:
            self._screen.tell(cell.told)
        self._screen.skp.settle()

    def not_stored(self, message: CellNotSaved) -> None:
        """Put the text back into its cell with the reason, and count the stored value again."""
        cell = message.cell
        now = self._desk.entered.get(cell.row_key)
        stored = self._desk.under_way.failed(cell.place)
        if now is not None and stored is not None and _same(now, cell.new, message.kolom):
            self._restore(cell, now, stored, message.kolom)
        cell.sheet.failed(cell.row_key, cell.column_key, message.text, message.reason)
        self._screen.skp.settle()

    def _restore(self, cell: CellSaved, now: Isi, stored: Isi, kolom: Collection[str]) -> None:
        back = self._desk.restore(cell.row_key, now, stored, kolom)
        if back is None:
            self._screen.fill()
        else:
            self._ask(now, back)
            self._screen.show_row(cell.sheet, cell.row_key, back)


def _same(one: Isi, other: Isi, kolom: Collection[str]) -> bool:
    """Say whether two states of a row agree in some columns."""
    return all(value_of(one, name) == value_of(other, name) for name in kolom)
