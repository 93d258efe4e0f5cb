"""What all entry screens do at a key: from person to person, grid to grid, row to row."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeGuard

from textual import events, on

from skp_tui.domain.parts import Terhapus
from skp_tui.rules.result import Kurang
from skp_tui.services.entry import Isi
from skp_tui.services.views import Orang, UnitView
from skp_tui.ui.screens.entry_drafts import EntryDrafts
from skp_tui.ui.screens.isi_sheet import Sheet
from skp_tui.ui.screens.person_ways import PersonWays
from skp_tui.ui.widgets import grid_messages
from skp_tui.ui.widgets.grid_editing import GridEditing
from skp_tui.ui.widgets.lines import Lines

ONE_PART = (
    "Pegawai ini tidak pindah dalam tahun ini; hanya ada satu bagian. "
    "Bila ia pindah: Esc ke daftar, lalu D."
)
LOCKED = "Penilaian ini sudah dikunci. Ctrl+L, lalu B, membukanya kembali."


class EntryScreen(PersonWays, EntryDrafts):
    """Enter one person after another by keyboard alone."""

    def __init__(
        self, view: UnitView, listed: Sequence[Orang], nip: str, at: Kurang | None = None
    ) -> None:
        super().__init__(view, listed, nip)
        self._at = at
        self._copied = False

    def on_mount(self) -> None:
        """Show the person, the cursor on the cell that is asked for or comes next."""
        self.fill()
        if self._at is None:
            self.go_to_next()
        else:
            self.go_to(self._at)

    @on(grid_messages.CursorMoved)
    def show_guide(self) -> None:
        """Show what helps in another cell."""
        self.query_one("#guide", Lines).redraw()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show what helps in another grid."""
        del event
        self.show_guide()

    def cursor_person(self) -> Orang:
        """Return the person who is shown."""
        return self.orang

    # What a regulation's screen says of its own grids

    @abstractmethod
    def go_to(self, kurang: Kurang) -> None:
        """Put the cursor on the cell where something is missing."""

    @abstractmethod
    def go_to_next(self) -> None:
        """Put the cursor where something is missing, else where typing goes on."""

    @abstractmethod
    def may_remove(self, isi: Isi) -> TypeGuard[Terhapus]:
        """Say whether a row is one that can be removed; if not, tell why."""

    @abstractmethod
    def after_last_enter(self, sheet: GridEditing) -> None:
        """Go on after Enter in the last row of a grid."""

    @abstractmethod
    def explained_at(self) -> tuple[int, int] | None:
        """Return part and number of the row with which the explanation begins."""

    def help_topics(self) -> tuple[str, ...]:
        """Name the cell, then its grid."""
        sheet = self.focused
        if not isinstance(sheet, Sheet):
            return ()
        column, grid = sheet.cursor_column or "", sheet.id or ""
        return (f"{grid}.{column}", column, grid)

    # From one person, part and grid to the next

    def action_next_person(self) -> None:
        """Go to the next person."""
        self._step(1)

    def action_previous_person(self) -> None:
        """Go to the person before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        place = self.order.index(self.nip) + step
        if 0 <= place < len(self.order):
            self.leave(lambda: self.when_fresh(self.order[place], self._show_person))
        else:
            self.skp.drop_keys()
            self.tell("Ini pegawai terakhir." if step > 0 else "Ini pegawai pertama.")

    def _show_person(self, nip: str) -> None:
        self.nip = nip
        self.draft = None
        self.nomor = self.parts[0].nomor
        self.fill()
        for sheet in self.sheets:
            sheet.to_edge(first=True)
        self.go_to_next()

    def action_next_part(self) -> None:
        """Go to the next part of a moved person's year."""
        numbers = [part.nomor for part in self.parts]
        if len(numbers) == 1:
            self.tell(ONE_PART)
            return
        following = numbers[(numbers.index(self.bagian.nomor) + 1) % len(numbers)]
        self.leave(lambda: self.show_part(following))

    def show_part(self, nomor: int) -> None:
        """Show another part, from its first cell on."""
        self.nomor = nomor
        self.draft = None
        self.fill()
        self.sheets[0].to_edge(first=True)

    @on(grid_messages.LeftGrid)
    def enter_next_grid(self, message: grid_messages.LeftGrid) -> None:
        """Begin at the first cell of the grid that Tab came to, Shift+Tab at the last."""
        if isinstance(self.focused, Sheet):
            self.focused.to_edge(first=message.forward)

    @on(grid_messages.PastEnd)
    def go_past_end(self, message: grid_messages.PastEnd) -> None:
        """Let arrows walk from grid to grid; where Enter goes depends on the grid."""
        sheet = message.grid
        if message.enter:
            self.after_last_enter(sheet)
            return
        places = list(self.sheets)
        if sheet in places:
            index = places.index(sheet) + (1 if message.direction == "down" else -1)
            if 0 <= index < len(places):
                self.focus_on(places[index])

    # Rows

    def action_remove_row(self) -> None:
        """Remove the row of the cursor."""
        sheet = self.focused
        if self.locked:
            self.tell_locked()
        elif isinstance(sheet, Sheet) and sheet.cursor_row is not None:
            isi = self.entered.get(sheet.cursor_row)
            if self.is_new_row(sheet.cursor_row):
                self.drop_edit()
                self.drop_draft(sheet)
            elif isi is not None and self.may_remove(isi):
                self.drop_edit()
                self.remove_row(sheet, isi)

    # Cells

    def action_edit_cell(self) -> None:
        """Open the cell of the cursor."""
        if isinstance(self.focused, Sheet):
            self.focused.begin_edit()

    @on(grid_messages.ReadOnly)
    def tell_read_only(self, message: grid_messages.ReadOnly) -> None:
        """Say why nothing happens."""
        if self.locked:
            self.tell_locked()
        else:
            reason = self.locked_reason(message.row_key, message.column_key)
            self.tell(f"{reason[:1].upper()}{reason[1:]}.")

    def tell_locked(self) -> None:
        """Say that the appraisal is signed."""
        self.tell(LOCKED, "warning")

    def action_explain(self) -> None:
        """Explain the value with what is entered so far."""
        if not self.close_edit():
            return
        from skp_tui.ui.screens.mengapa import MengapaScreen  # noqa: PLC0415 - not at first

        at = self.explained_at()
        self.call_after_refresh(lambda: self.app.push_screen(MengapaScreen(self.orang, at)))

    # Rows from elsewhere

    def action_copy_from(self) -> None:
        """List where the rows can come from."""
        if self.locked:
            self.tell_locked()
            return
        from skp_tui.services.target_rows import KEGIATAN, jenis_rencana  # noqa: PLC0415 - here only
        from skp_tui.ui.screens.copy_from import SourceScreen  # noqa: PLC0415 - here only

        self.open_for_person(
            lambda orang: SourceScreen(
                self,
                self._after_copy,
                self.tempat,
                orang.nama,
                self.bagian.jabatan,
                jenis_rencana(self.view.peraturan) or KEGIATAN,
            )
        )

    def _after_copy(self) -> None:
        self._copied = True
        self.hold("read")

    def show_stored(self, orang: Orang) -> None:
        """Show a person as he is stored; after a copy go to what is to be typed next."""
        super().show_stored(orang)
        if self._copied and orang.nip == self.nip:
            self._copied = False
            self.call_after_refresh(self._go_on)

    def _go_on(self) -> None:
        self.go_to_next()
        self.let_go("read")
