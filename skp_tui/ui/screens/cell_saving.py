"""How screens with cells save: what follows shows at once, the mark goes when it is stored."""

from abc import abstractmethod
from collections.abc import Collection
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on

from skp_tui.domain.rows import value_of, with_values
from skp_tui.rules.regulation import nama_peraturan
from skp_tui.services import entry
from skp_tui.services.entry import Isi
from skp_tui.ui.screens import isi_input
from skp_tui.ui.screens.frame import Frame
from skp_tui.ui.screens.isi_sheet import CellNotSaved, CellSaved, Sheet, place_of
from skp_tui.ui.widgets import grid_messages
from skp_tui.ui.widgets.lines import Lines, keys_line

if TYPE_CHECKING:
    from skp_tui.domain.period import Periode
    from skp_tui.services.recording import Tempat
    from skp_tui.services.views import UnitView
    from skp_tui.ui.screens.isi_under_way import UnderWay


NOT_STORED = "1 sel belum tersimpan"
MENDING = (("F1", "Bantuan"), ("Enter", "Simpan"))


class CellSaving(Frame):
    """Submit every committed cell as a write of its own, and take its answer in.

    A subclass holds the rows by their keys in ``entered`` and says whose they are; it shows rows
    and computes what follows from them.
    """

    view: "UnitView"
    entered: dict[str, Isi]
    under_way: "UnderWay"
    _unfit = ""
    """Why the cells are not those of the year any more, said when the screen is seen."""

    @property
    @abstractmethod
    def sheets(self) -> tuple[Sheet, ...]:
        """Return the grids whose cells are saved, from top to bottom."""

    @abstractmethod
    def tempat_of(self, key: str) -> "Tempat":
        """Return whose year and which part a row belongs to."""

    @abstractmethod
    def name_of(self, key: str) -> str:
        """Return the name of whom a row belongs to."""

    @abstractmethod
    def put_row(self, key: str, isi: Isi) -> None:
        """Take a changed row in, and compute anew."""

    @abstractmethod
    def show_row(self, sheet: Sheet, key: str, isi: Isi) -> None:
        """Show a row anew, with all that follows from it."""

    def is_new_row(self, key: str) -> bool:
        """Say whether a row is shown already but not stored yet."""
        del key
        return False

    def cause_of(self, cell: CellSaved, before: Isi) -> str:
        """Return what trail and undo call the change of a cell."""
        kolom = cell.column_key
        old, now = (isi_input.edit_text(isi, kolom) for isi in (before, cell.new))
        return isi_input.cause(cell.new, kolom, old, now, self.name_of(cell.row_key))

    def told_of(self, key: str, before: Isi, new: Isi, kolom: str) -> str:
        """Return what is said once a changed cell is stored; of most changes nothing."""
        del key, before, new, kolom
        return ""

    # A text that is refused while it is typed

    @property
    def refusing(self) -> Sheet | None:
        """Return the grid in which a text waits to be mended, if there is one."""
        return next((sheet for sheet in self.sheets if sheet.refuses), None)

    @on(grid_messages.RefusalChanged)
    def show_refusal(self) -> None:
        """Say above that a text is not stored, and below how to be rid of it."""
        self.update_headline()
        self.query_one("#keys", Lines).refresh()

    def saving_text(self, *, timed: bool = True) -> str:
        """Return the state of saving; all is not stored while a refused text stands in a cell."""
        if self.refusing is not None and not self.skp.saving.failed:
            return NOT_STORED
        return super().saving_text(timed=timed)

    def keys_text(self, width: int) -> Text:
        """Name the keys, those of a refused text while there is one."""
        sheet = self.refusing
        if sheet is None:
            return super().keys_text(width)
        drops = sheet.cursor_row is not None and self.is_new_row(sheet.cursor_row)
        return keys_line((*MENDING, ("Esc", "Buang baris" if drops else "Nilai lama")), width)

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

    def action_undo(self) -> None:
        """Take back what is being typed; only where nothing is, the last stored change."""
        if any(sheet.edit_open for sheet in self.sheets):
            self.drop_edit()
            self.tell("Ketikan dibatalkan; Ctrl+Z lagi membatalkan yang sudah tersimpan.")
            return
        super().action_undo()

    def action_redo(self) -> None:
        """Repeat a change; never what would throw away a text that is being typed."""
        if any(sheet.edit_open for sheet in self.sheets):
            self.tell("Selesaikan dahulu ketikan ini (Enter), atau buang (Esc).")
            return
        super().action_redo()

    # A year that changed meanwhile

    def fits(self, periode: "Periode") -> bool:
        """Count by the period as it is stored; leave where its regulation asks for other cells."""
        if periode.peraturan == self.view.periode.peraturan:
            self.view = replace(self.view, periode=periode)
            return True
        nama = nama_peraturan(periode.peraturan)
        self._unfit = f"Tahun {periode.tahun} sekarang memakai {nama}; isian yang lama ditutup."
        self._leave_unfit()
        return False

    def on_screen_resume(self) -> None:
        """Leave cells that stopped to be those of the year behind another screen."""
        self._leave_unfit()

    def _leave_unfit(self) -> None:
        """Leave without storing what is typed, since there is nowhere to store it any more."""
        if not self._unfit or not self.is_active:
            return
        self.drop_edit()
        for place in tuple(self.skp.saving.failed):
            self.skp.forget_failed(place)
        self.skp.drop_keys()
        self.skp.tell(self._unfit, severe=True)
        self._unfit = ""
        self.dismiss()

    # One cell

    def refusal(self, row_key: str, column_key: str, text: str) -> str | None:
        """Return why a typed text cannot be stored, or None."""
        isi = self.entered.get(row_key)
        if isi is None:
            return None
        try:
            isi_input.changed(isi, column_key, text)
        except isi_input.Refusal as refusal:
            return str(refusal)
        return None

    def edit_text(self, row_key: str, column_key: str) -> str:
        """Return what editing a cell begins with."""
        isi = self.entered.get(row_key)
        return "" if isi is None else isi_input.edit_text(isi, column_key)

    def changed_row(self, key: str, before: Isi, kolom: str, text: str) -> Isi:
        """Return a row with one cell changed; raises Refusal."""
        del key
        return isi_input.changed(before, kolom, text)

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
            new = self.changed_row(key, before, kolom, message.text)
        except isi_input.Refusal as refusal:
            self._refuse_late(sheet, message, str(refusal))
            return
        cell = CellSaved(sheet, key, kolom, new, self.told_of(key, before, new, kolom))
        cause, baru = self.cause_of(cell, before), self.is_new_row(key)
        self.put_row(key, new)
        self.show_row(sheet, key, new)
        self.under_way.begin(cell.place, before)
        self._queue(cell, message.text, cause, baru=baru)

    def _refuse_late(self, sheet: Sheet, message: grid_messages.CellSubmitted, reason: str) -> None:
        """Give a text back that was right when it was typed, and is not beside what came since."""
        self.skp.note_failed(place_of(message.row_key, message.column_key))
        sheet.failed(message.row_key, message.column_key, message.text, reason)
        self.skp.settle()

    @on(grid_messages.EditDropped)
    def tell_dropped(self, message: grid_messages.EditDropped) -> None:
        """Say which text had no row any more, so that it can be typed again."""
        self.skp.forget_failed(place_of(message.row_key, message.column_key))
        if message.text:
            self.tell(f'"{message.text}" tidak tersimpan: barisnya sudah tidak ada.', "warning")

    def _queue(self, cell: CellSaved, text: str, cause: str, *, baru: bool) -> None:
        tempat, new = self.tempat_of(cell.row_key), cell.new
        columns = isi_input.columns_of(new, cell.column_key)
        self.skp.write(
            self,
            lambda writer: entry.save(writer, tempat, new, columns, cause, baru=baru),
            place=cell.place,
            saved=lambda _: cell,
            failed=partial(CellNotSaved, cell, text, columns),
            keeps_text=True,
        )

    def on_cell_saved(self, message: CellSaved) -> None:
        """Take the mark of the cell away: it is stored."""
        self.under_way.stored(message.place, message.new)
        message.sheet.saved(message.row_key, message.column_key)
        if message.told:
            self.tell(message.told)
        self.skp.settle()

    def on_cell_not_saved(self, message: CellNotSaved) -> None:
        """Put the text back into its cell with the reason, and count the stored value again."""
        cell = message.cell
        now, stored = self.entered.get(cell.row_key), self.under_way.failed(cell.place)
        if now is not None and stored is not None and _same(now, cell.new, message.kolom):
            self.restore(cell, now, stored, message.kolom)
        cell.sheet.failed(cell.row_key, cell.column_key, message.text, message.reason)
        self.skp.settle()

    def restore(self, cell: CellSaved, now: Isi, stored: Isi, kolom: Collection[str]) -> None:
        """Give some columns of a row back what is stored in them."""
        back = with_values(now, {name: value_of(stored, name) for name in kolom})
        self.put_row(cell.row_key, back)
        self.show_row(cell.sheet, cell.row_key, back)


def _same(one: Isi, other: Isi, kolom: Collection[str]) -> bool:
    """Say whether two states of a row agree in some columns."""
    return all(value_of(one, name) == value_of(other, name) for name in kolom)
