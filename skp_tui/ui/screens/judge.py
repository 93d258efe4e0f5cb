"""The keys of every grid in which many people are judged side by side."""

from collections.abc import Sequence

from textual import on

from skp_tui.services.entry import Isi
from skp_tui.ui.screens.block_plan import RowPlan
from skp_tui.ui.screens.isi_sheet import Sheet, place_of
from skp_tui.ui.screens.judge_desk import JudgeDesk
from skp_tui.ui.widgets import grid_messages

ALL_PASSED = "Semua kolom sudah dilewati. Esc kembali ke daftar."


class JudgeScreen(JudgeDesk):
    """Judge one column after another, of everybody who is listed."""

    all_passed = ALL_PASSED
    """What is said when Enter leaves the last row of the last column."""

    @on(grid_messages.PastEnd)
    def leave_column(self, message: grid_messages.PastEnd) -> None:
        """Let Enter in the last row go on; arrows stay."""
        if message.enter:
            self.go_on()

    def go_on(self) -> None:
        """Go on at the top of the next column."""
        if not any(self.sheet.to_first(column) for column in self.following_columns()):
            self.tell(self.all_passed)

    def following_columns(self) -> Sequence[str]:
        """Return the columns that are judged after the cursor's one."""
        columns, here = list(self.judged.kolom), self.sheet.cursor_column
        return columns[columns.index(here) + 1 :] if here in columns else []

    @on(grid_messages.ReadOnly)
    def tell_read_only(self, message: grid_messages.ReadOnly) -> None:
        """Say why nothing happens."""
        if message.column_key in self.judged.kolom:
            reason = self.locked_reason(message.row_key, message.column_key)
            self.tell(f"{self.name_of(message.row_key)}: {reason}.", "warning")
        else:
            self.tell("Kolom ini tidak diisi di sini; F9 menjelaskan nilainya.")

    def locked_reason(self, row_key: str, column_key: str) -> str:
        """Say why a cell cannot be changed."""
        return self.judged.closed(self.people[row_key], column_key)

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
                self.app.push_screen(MengapaScreen(orang))

        self.call_after_refresh(show)

    def action_go_back(self) -> None:
        """Return to the list, on the person of the cursor."""
        nip = self.sheet.cursor_row

        def go() -> None:
            self.dismiss()
            if nip is not None:
                self.skp.home.people.move_to(nip)

        self.leave(go)
