"""A screen with cells: it brings what grids and writer tell to those who save."""

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on

from skp_tui.rules.regulation import nama_peraturan
from skp_tui.ui.screens.cells.block_keys import keys_while_marked
from skp_tui.ui.screens.cells.block_saving import BlockNotSaved, BlockSaved, BlockSaving
from skp_tui.ui.screens.cells.saving import CellSaving
from skp_tui.ui.screens.cells.sheet import CellNotSaved, CellSaved, Sheet, place_of
from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.screens.frame.headline import UNSAVED
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.lines import Lines, keys_line

if TYPE_CHECKING:
    from skp_tui.domain.period import Periode
    from skp_tui.services.base.views import Orang
    from skp_tui.services.entry.entry import Isi
    from skp_tui.ui.screens.cells.desk import Desk

NOT_STORED = "1 sel belum tersimpan"
MENDING = (("F1", "Bantuan"), ("Enter", "Simpan"))


class CellScreen(Frame):
    """Show the rows of a desk in grids, and let what is typed and pasted into them be saved.

    ``cells`` saves a typed cell, ``blocks`` a filled or pasted one; a subclass shows the rows.
    """

    desk: "Desk"
    _unfit = ""
    """Why the cells are not those of the year any more, said when the screen is seen."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.desk = desk
        self.cells = CellSaving(self)
        self.blocks = BlockSaving(self)

    @property
    @abstractmethod
    def sheets(self) -> tuple[Sheet, ...]:
        """Return the grids whose cells are saved, from top to bottom."""

    @abstractmethod
    def fill(self) -> None:
        """Show all rows anew, with all that follows from them."""

    @abstractmethod
    def show_row(self, sheet: Sheet, key: str, isi: "Isi") -> None:
        """Show a row anew, with all that follows from it."""

    def explained_at(self) -> "tuple[Isi, int] | None":
        """Return the row of the cursor, with which the explanation begins, and its part."""
        key = self.focused.cursor_row if isinstance(self.focused, Sheet) else None
        isi = None if key is None else self.desk.entered.get(key)
        return None if key is None or isi is None else (isi, self.desk.tempat_of(key).bagian)

    def person_counted(self, orang: "Orang") -> None:
        """Let every screen know of a person with whom the desk counts otherwise by now."""
        self.skp.person_changed(orang)

    def may_change(self) -> bool:
        """Say whether blocks can be changed at all; if not, tell why."""
        return True

    def block_given_up(self, *, refused: bool) -> None:
        """Take note that a block is not applied after all, or cannot be as it is."""

    # What is typed

    @on(grid_messages.CellSubmitted)
    def save_cell(self, message: grid_messages.CellSubmitted) -> None:
        """Save a committed cell."""
        if isinstance(message.grid, Sheet):
            self.cells.save(message.grid, message)

    def on_cell_saved(self, message: CellSaved) -> None:
        """Show that a cell is stored."""
        self.cells.stored(message)

    def on_cell_not_saved(self, message: CellNotSaved) -> None:
        """Show why a cell is not stored."""
        self.cells.not_stored(message)

    @on(grid_messages.EditDropped)
    def tell_dropped(self, message: grid_messages.EditDropped) -> None:
        """Say which text had no row any more, so that it can be typed again."""
        self.skp.forget_failed(place_of(message.row_key, message.column_key))
        if message.text:
            self.tell(f'"{message.text}" tidak tersimpan: barisnya sudah tidak ada.', "warning")

    @on(Sheet.EditCancelled)
    def forget_refused(self, message: Sheet.EditCancelled) -> None:
        """Take the mark of a refused text away."""
        self.skp.forget_failed(place_of(message.row_key, message.column_key))

    # Blocks

    @on(grid_messages.BlockRefused)
    def tell_block_refused(self, message: grid_messages.BlockRefused) -> None:
        """Say why nothing is done with a block."""
        self.tell(message.reason, "warning")

    @on(grid_messages.BlockCopied)
    def tell_copied(self, message: grid_messages.BlockCopied) -> None:
        """Say what was copied."""
        rows, columns = len(message.block.rows), len(message.block.columns)
        what = "Satu sel" if rows * columns == 1 else f"{rows} baris × {columns} kolom"
        self.tell(f"{what} disalin; Ctrl+V menempelnya.")

    @on(grid_messages.BlockSubmitted)
    def take_block(self, message: grid_messages.BlockSubmitted) -> None:
        """Judge a block, and save it."""
        if isinstance(message.grid, Sheet) and self.may_change():
            self.blocks.take(message.grid, message)

    def on_block_saved(self, message: BlockSaved) -> None:
        """Show that a block is stored."""
        self.blocks.stored(message)

    def on_block_not_saved(self, message: BlockNotSaved) -> None:
        """Show why a block is not stored."""
        self.blocks.not_stored(message)

    # What the headline and the line of keys say meanwhile

    @property
    def refusing(self) -> Sheet | None:
        """Return the grid in which a text waits to be mended, if there is one."""
        return next((sheet for sheet in self.sheets if sheet.refuses), None)

    @on(grid_messages.RefusalChanged)
    def show_refusal(self) -> None:
        """Say above that a text is not stored, and below how to be rid of it."""
        self.update_headline()
        self.query_one("#keys", Lines).refresh()

    @on(grid_messages.UnstoredChanged)
    def show_unstored(self) -> None:
        """Say above that what is being typed is not stored yet, or that all is."""
        self.update_headline()

    @on(grid_messages.MarkChanged)
    def show_mark(self) -> None:
        """Name the keys that mean something for marked cells."""
        self.query_one("#keys", Lines).refresh()

    def saving_text(self, *, timed: bool = True) -> str:
        """Return the state of saving; all is not stored while another text stands in a cell."""
        if not self.skp.saving.failed:
            if self.refusing is not None:
                return NOT_STORED
            if any(sheet.is_unstored for sheet in self.sheets):
                return UNSAVED
        return super().saving_text(timed=timed)

    def keys_text(self, width: int) -> Text:
        """Name the keys, those of marked cells or of a refused text while there are any."""
        block = next((sheet.marked for sheet in self.sheets if sheet.marked is not None), None)
        if block is not None:
            return keys_while_marked(block, self.room, width)
        sheet = self.refusing
        if sheet is None:
            return super().keys_text(width)
        drops = sheet.cursor_row is not None and self.desk.is_new_row(sheet.cursor_row)
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

    @property
    def edit_open(self) -> bool:
        """Say whether something is being typed into a cell."""
        return any(sheet.edit_open for sheet in self.sheets)

    # A year that changed meanwhile

    def fits(self, periode: "Periode") -> bool:
        """Count by the period as it is stored; leave where its regulation asks for other cells."""
        view = self.desk.view
        if periode.peraturan == view.periode.peraturan:
            self.desk.view = replace(view, periode=periode)
            return True
        nama = nama_peraturan(periode.peraturan)
        self.close(f"Tahun {periode.tahun} sekarang memakai {nama}; isian yang lama ditutup.")
        return False

    def close(self, reason: str) -> None:
        """Leave cells that are nobody's any more, as soon as nothing stands over them."""
        self._unfit = reason
        self._leave_unfit()

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

    # Keys

    def undoes_of(self) -> str:
        """Return the NIP of the one person whose cells are shown."""
        return self.desk.only_nip()

    def action_undo(self) -> None:
        """Take back what is being typed; only where nothing is, the last stored change."""
        if self.edit_open:
            self.drop_edit()
            self.tell("Ketikan dibatalkan; Ctrl+Z lagi membatalkan yang sudah tersimpan.")
            return
        super().action_undo()

    def action_redo(self) -> None:
        """Repeat a change; never what would throw away a text that is being typed."""
        if self.edit_open:
            self.tell("Selesaikan dahulu ketikan ini (Enter), atau buang (Esc).")
            return
        super().action_redo()

    def action_explain(self) -> None:
        """Explain the value of the cursor's person with what is entered so far."""
        if self.close_edit():
            self.call_after_refresh(self._explain, self.explained_at())

    def _explain(self, at: "tuple[Isi, int] | None") -> None:
        from skp_tui.ui.screens.mengapa.screen import MengapaScreen  # noqa: PLC0415 - not at first

        orang = self.cursor_person()
        if orang is not None:
            self.app.push_screen(MengapaScreen(orang, at))

    def action_edit_cell(self) -> None:
        """Open the cell of the cursor."""
        if isinstance(self.focused, Sheet):
            self.focused.begin_edit()

    def action_mark_block(self) -> None:
        """Begin to mark, or take the mark away."""
        if isinstance(self.focused, Sheet):
            self.focused.mark()

    def action_fill_down(self) -> None:
        """Fill the cell or the marked block from above."""
        if isinstance(self.focused, Sheet):
            self.focused.fill_from_above()

    def action_clear_cell(self) -> None:
        """Empty the cell or the marked block."""
        if isinstance(self.focused, Sheet):
            self.focused.clear_block()

    def action_copy_block(self) -> None:
        """Copy the cell or the marked block."""
        if isinstance(self.focused, Sheet):
            self.focused.copy_block()

    def action_paste_block(self) -> None:
        """Paste what was copied last."""
        if isinstance(self.focused, Sheet):
            self.focused.paste_clipboard()
