"""How the entry screen saves: the number follows at once, the mark goes when it is stored."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial

from textual import on

from skp_tui.domain.appraisal import Kegiatan, Tambahan
from skp_tui.services import entry
from skp_tui.services.entry import Isi
from skp_tui.services.views import Orang, UnitView
from skp_tui.ui.screens import isi_input, isi_rows
from skp_tui.ui.screens.isi_desk import IsiDesk
from skp_tui.ui.screens.isi_sheet import (
    CellNotSaved,
    CellSaved,
    RowNotRemoved,
    RowRemoved,
    Sheet,
    place_of,
)
from skp_tui.ui.screens.isi_under_way import UnderWay
from skp_tui.ui.widgets import grid_messages


class IsiSaving(IsiDesk):
    """Submit every committed cell as a write of its own, and take its answer in."""

    begun = ""
    """The key of the row that was begun last, for which Enter goes on to the right."""

    def __init__(self, view: UnitView, listed: Sequence[Orang], nip: str) -> None:
        super().__init__(view, listed, nip)
        self.under_way = UnderWay()

    # Leaving

    def close_edit(self) -> bool:
        """Commit an open cell; False when it is not valid."""
        return all(sheet.try_commit() for sheet in self.sheets)

    def drop_edit(self) -> None:
        """Give up an open cell."""
        for sheet in self.sheets:
            sheet.cancel_edit()

    def waits_for_answer(self) -> bool:
        """Say whether a committed cell has no answer yet."""
        return any(sheet.waits for sheet in self.sheets)

    # One cell

    @on(grid_messages.CellSubmitted)
    def save_cell(self, message: grid_messages.CellSubmitted) -> None:
        """Show what follows from a committed cell, and queue its write."""
        sheet, key, kolom = message.grid, message.row_key, message.column_key
        if not isinstance(sheet, Sheet):
            return
        before = self.entered.get(key)
        if before is None:
            sheet.failed(key, kolom, message.text, "barisnya sudah tidak ada")
            self.skp.settle()
            return
        try:
            new = isi_input.changed(before, kolom, message.text)
        except isi_input.Refusal as refusal:
            self._refuse_late(sheet, message, str(refusal))
            return
        is_new = self.draft is not None and self.draft[0] == key
        if is_new:
            self.draft, self.begun = None, key
        self.put(new)
        self._show_row(sheet, key, new)
        self._queue(CellSaved(sheet, key, kolom, new), message.text, before, is_new=is_new)

    def _refuse_late(self, sheet: Sheet, message: grid_messages.CellSubmitted, reason: str) -> None:
        """Give a text back that was right when it was typed, and is not beside what came since."""
        self.skp.note_failed(place_of(message.row_key, message.column_key))
        sheet.failed(message.row_key, message.column_key, message.text, reason)
        self.skp.settle()

    @on(grid_messages.EditDropped)
    def tell_dropped(self, message: grid_messages.EditDropped) -> None:
        """Say which text had no row any more, so that it can be typed again."""
        self.tell(f'"{message.text}" tidak tersimpan: barisnya sudah tidak ada.', "warning")

    def _queue(self, cell: CellSaved, text: str, before: Isi, *, is_new: bool) -> None:
        nama, new = self.orang.nama, cell.new
        columns = isi_input.columns_of(cell.column_key)
        old, now = (isi_input.edit_text(isi, cell.column_key) for isi in (before, new))
        cause = isi_input.cause(new, cell.column_key, old, now, nama)
        if is_new:
            cause = f"baris baru,{isi_input.place_words(new)} {nama}"
        tempat = self.tempat
        self.under_way.begin(cell.place, before)
        self.skp.write(
            self,
            lambda writer: entry.save(writer, tempat, new, columns, cause),
            place=cell.place,
            saved=lambda _: cell,
            failed=partial(CellNotSaved, cell, text, columns),
            keeps_text=True,
        )

    def on_cell_saved(self, message: CellSaved) -> None:
        """Take the mark of the cell away: it is stored."""
        self.under_way.stored(message.place, message.new)
        message.sheet.saved(message.row_key, message.column_key)
        self.skp.settle()

    def on_cell_not_saved(self, message: CellNotSaved) -> None:
        """Put the text back into its cell with the reason, and count the stored value again."""
        cell = message.cell
        now, stored = self.entered.get(cell.row_key), self.under_way.failed(cell.place)
        if now is not None and stored is not None and _same(now, cell.new, message.kolom):
            self._restore(cell.row_key, now, stored, message.kolom)
        cell.sheet.failed(cell.row_key, cell.column_key, message.text, message.reason)
        self.skp.settle()

    def _restore(self, key: str, now: Isi, before: Isi, kolom: Collection[str]) -> None:
        if not isinstance(before, Kegiatan | Tambahan) or before.uraian:
            old = {name: getattr(before, name) for name in kolom}
            self.put(replace(now, **old))
        elif isinstance(now, Kegiatan | Tambahan):
            self.take(now)
            self.draft = (key, before)
            self.entered[key] = before
        sheet = next(found for found in self.sheets if any(row.key == key for row in found.rows))
        self._show_row(sheet, key, self.entered[key])

    def _show_row(self, sheet: Sheet, key: str, isi: Isi) -> None:
        """Repaint one line, or all where a longer cost needs a wider column."""
        bagian = self.bagian
        columns = isi_rows.kegiatan_columns(bagian.jenis_jabatan, bagian.kegiatan)
        if sheet.id == "kegiatan" and columns != sheet.columns:
            self.fill()
            return
        sheet.update_row(self.row_of(key, isi))
        self.follow()

    # One row

    def remove_row(self, sheet: Sheet, isi: Kegiatan | Tambahan) -> None:
        """Take a row out at once, and queue its removal."""
        key = isi_rows.row_key(self.nip, self.bagian.nomor, isi)
        tempat, nama = self.tempat, self.orang.nama
        words = isi_input.place_words(isi)
        self.take(isi)
        self.fill()
        sheet.focus(scroll_visible=False)
        self.skp.write(
            self,
            lambda writer: entry.remove(writer, tempat, isi, f"penghapusan{words} {nama}"),
            place=key,
            saved=lambda _: RowRemoved(words.strip()),
            failed=partial(RowNotRemoved, isi),
        )

    def on_row_removed(self, message: RowRemoved) -> None:
        """Say how the row comes back."""
        self.tell(f"{message.words.capitalize()} dihapus. Ctrl+Z mengembalikannya.")

    def on_row_not_removed(self, message: RowNotRemoved) -> None:
        """Show the row again, and say why it is still there."""
        self.put(message.isi)
        self.fill()
        self.tell(message.reason, "error")


def _same(one: Isi, other: Isi, kolom: Collection[str]) -> bool:
    """Say whether two states of a row agree in some columns."""
    return all(getattr(one, name) == getattr(other, name) for name in kolom)
