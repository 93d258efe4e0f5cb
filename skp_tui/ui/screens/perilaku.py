"""Perilaku of all people of a list in one grid, since supervisors judge aspect by aspect."""

from collections.abc import Sequence

from textual import on

from skp_tui.domain.appraisal import PERILAKU
from skp_tui.services.entry import Isi
from skp_tui.ui.actions import Room, bindings_of
from skp_tui.ui.screens.block_plan import BlockPlan, RowPlan
from skp_tui.ui.screens.isi_sheet import Sheet, place_of
from skp_tui.ui.screens.perilaku_desk import PerilakuDesk
from skp_tui.ui.widgets import grid_messages

LOCKED = "penilaiannya sudah dikunci; hanya dapat dibaca"
BESIDE_POST = "jabatannya bukan struktural, jadi kepemimpinan tidak dinilai"


class PerilakuScreen(PerilakuDesk):
    """Judge one aspect after another, of everybody who is listed."""

    room = Room.PERILAKU
    BINDINGS = bindings_of(Room.PERILAKU)

    @on(grid_messages.PastEnd)
    def go_to_next_aspect(self, message: grid_messages.PastEnd) -> None:
        """Let Enter in the last row go on at the top of the next aspect."""
        if not message.enter:
            return
        aspects = [column.key for column in self.sheet.columns if column.editable]
        here = self.sheet.cursor_column
        following = aspects[aspects.index(here) + 1 :] if here in aspects else []
        if not any(self.sheet.to_first(aspect) for aspect in following):
            self.tell("Semua aspek sudah dilewati. Esc kembali ke daftar.")

    @on(grid_messages.ReadOnly)
    def tell_read_only(self, message: grid_messages.ReadOnly) -> None:
        """Say why nothing happens."""
        if message.column_key in PERILAKU:
            reason = self.locked_reason(message.row_key, message.column_key)
            self.tell(f"{self.name_of(message.row_key)}: {reason}.", "warning")
        else:
            self.tell("Kolom ini tidak diisi di sini; F9 menjelaskan nilainya.")

    # Blocks

    def locked_reason(self, row_key: str, column_key: str) -> str:
        """Say why a cell cannot be changed."""
        del column_key
        if self.people[row_key].penilaian.dikunci is not None:
            return LOCKED
        return BESIDE_POST

    def plan_block(self, sheet: Sheet, message: grid_messages.BlockSubmitted) -> BlockPlan:
        """Leave kepemimpinan of posts that have none out of a block over people of all kinds."""
        message.locked = tuple(
            cell
            for cell in message.locked
            if self.people[cell.row_key].penilaian.dikunci is not None
        )
        return super().plan_block(sheet, message)

    def put_rows(self, sheet: Sheet, rows: Sequence[tuple[RowPlan, Isi]]) -> None:
        """Take many rows in, and show them at once."""
        del sheet
        for row, isi in rows:
            self.put_row(row.key, isi)
        self.fill()

    @on(Sheet.EditCancelled)
    def forget_refused(self, message: Sheet.EditCancelled) -> None:
        """Take the mark of a refused text away."""
        self.skp.forget_failed(place_of(message.row_key, message.column_key))

    def action_edit_cell(self) -> None:
        """Open the cell of the cursor."""
        self.sheet.begin_edit()

    def action_explain(self) -> None:
        """Explain the value of the cursor's person with what is entered so far."""
        if not self.close_edit():
            return
        from skp_tui.ui.screens.mengapa import MengapaScreen  # noqa: PLC0415 - not at first

        def show() -> None:
            orang = self.cursor_person()
            if orang is not None:
                self.app.push_screen(MengapaScreen(orang, self.view.masa))

        self.call_after_refresh(show)

    def action_go_back(self) -> None:
        """Return to the list, on the person of the cursor."""
        nip = self.sheet.cursor_row

        def go() -> None:
            self.dismiss()
            if nip is not None:
                self.skp.home.people.move_to(nip)

        self.leave(go)
