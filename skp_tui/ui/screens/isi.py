"""The entry screen: targets and outcomes side by side, and a value that follows every cell."""

from collections.abc import Sequence

from textual import on

from skp_tui.domain.appraisal import JenisTambahan, Kegiatan, Perilaku, Tambahan, Tingkat
from skp_tui.rules.result import Kurang
from skp_tui.services.entry import next_number
from skp_tui.services.views import Orang, UnitView
from skp_tui.ui.actions import Room, bindings_of
from skp_tui.ui.screens import isi_rows
from skp_tui.ui.screens.ask import Choice, ChooseScreen
from skp_tui.ui.screens.isi_copying import IsiCopying
from skp_tui.ui.screens.isi_outcomes import IsiOutcomes
from skp_tui.ui.screens.isi_sheet import Sheet, place_of
from skp_tui.ui.widgets import grid_messages
from skp_tui.ui.widgets.grid_editing import GridEditing
from skp_tui.ui.widgets.lines import line

ONE_PART = (
    "Pegawai ini tidak pindah dalam tahun ini; hanya ada satu bagian. "
    "Bila ia pindah: Esc ke daftar, lalu D."
)
EXTRAS = (
    Choice(JenisTambahan.TUGAS_TAMBAHAN, line("Tugas tambahan")),
    *(Choice(level, line(f"Kreativitas, bermanfaat bagi {level}")) for level in Tingkat),
)
"""No letters choose here: a text typed ahead would, and a creation adds up to 12 to the value."""


class IsiScreen(IsiCopying, IsiOutcomes):
    """Enter one person after another by keyboard alone."""

    room = Room.ISI
    BINDINGS = bindings_of(Room.ISI)

    def __init__(
        self, view: UnitView, listed: Sequence[Orang], nip: str, at: Kurang | None = None
    ) -> None:
        super().__init__(view, listed, nip)
        self._at = at

    def on_mount(self) -> None:
        """Show the person, the cursor on the cell that is asked for or comes next."""
        self.fill()
        if self._at is None:
            self.go_to_next()
        else:
            self.go_to(self._at)

    def cursor_person(self) -> Orang:
        """Return the person who is shown."""
        return self.orang

    def go_to_next(self) -> None:
        """Put the cursor where the first cell or row is missing, else on the first outcome."""
        kurang = next(iter(self.orang.hasil.kurang), None)
        if kurang is not None and not self.locked:
            self.go_to(kurang)
            return
        sheet = self.sheet("kegiatan")
        self.focus_on(sheet)
        if sheet.rows:
            sheet.move_to(sheet.rows[0].key, "realisasi_kuantitas")

    def go_to(self, kurang: Kurang) -> None:
        """Put the cursor on the cell where something is missing."""
        if kurang.bagian is not None and kurang.bagian != self.nomor:
            self.nomor = kurang.bagian
            self.fill()
        wanted = Perilaku if kurang.bagian is None else Kegiatan
        sheet = self.sheet("perilaku" if kurang.bagian is None else "kegiatan")
        self.focus_on(sheet)
        for key, isi in self.entered.items():
            if isinstance(isi, wanted) and getattr(isi, "no", None) == kurang.kegiatan:
                sheet.move_to(key, kurang.kolom or None)
                return

    def help_topics(self) -> tuple[str, ...]:
        """Name the cell, then its grid."""
        sheet = self.focused
        if not isinstance(sheet, Sheet):
            return ()
        return tuple(topic for topic in (sheet.cursor_column, sheet.id) if topic)

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
        self.leave(lambda: self._show_part(following))

    def _show_part(self, nomor: int) -> None:
        self.nomor = nomor
        self.draft = None
        self.fill()
        self.sheet("kegiatan").to_edge(first=True)

    @on(grid_messages.LeftGrid)
    def enter_next_grid(self, message: grid_messages.LeftGrid) -> None:
        """Begin at the first cell of the grid that Tab came to, Shift+Tab at the last."""
        if isinstance(self.focused, Sheet):
            self.focused.to_edge(first=message.forward)

    @on(grid_messages.PastEnd)
    def go_past_end(self, message: grid_messages.PastEnd) -> None:
        """Let arrows walk from grid to grid, and Enter from aspect to aspect of perilaku."""
        sheet = message.grid
        if message.enter:
            self._after_last_enter(sheet)
            return
        places = list(self.sheets)
        if sheet in places:
            index = places.index(sheet) + (1 if message.direction == "down" else -1)
            if 0 <= index < len(places):
                self.focus_on(places[index])

    def _after_last_enter(self, sheet: GridEditing) -> None:
        keys = [column.key for column in sheet.columns if column.editable]
        column, row = sheet.cursor_column, sheet.cursor_row
        if row is None or column not in keys:
            return
        following = [key for key in keys[keys.index(column) + 1 :] if self._is_asked(key)]
        if sheet.id == "tambahan":
            return
        if following:
            # a new activity is filled along its row; else one goes on at the top of the next
            # column, for staying would let the next number replace the one just typed
            along = sheet.id == "perilaku" or row == self.begun
            sheet.move_to(row if along else sheet.rows[0].key, following[0])
        elif sheet.id == "kegiatan" and row != self.begun:
            self.focus_on(self.sheet("perilaku"))
            self.sheet("perilaku").to_edge(first=True)

    def _is_asked(self, kolom: str) -> bool:
        """Say whether a column has to be filled: no outcome of cost without a target of cost."""
        if kolom != "realisasi_biaya":
            return True
        return any(satu.target_biaya is not None for satu in self.bagian.kegiatan)

    # Rows

    def action_new_row(self) -> None:
        """Add a row to the grid that has the keyboard."""
        if self.locked:
            self.tell_locked()
        elif self.close_edit():
            if self.sheet("tambahan").has_focus:
                self.app.push_screen(ChooseScreen("Tambah apa?", EXTRAS), self._new_extra)
            else:
                self._new_kegiatan()

    def _new_kegiatan(self) -> None:
        numbers = [satu.no for satu in self.bagian.kegiatan]
        self._begin_row("kegiatan", Kegiatan(next_number(numbers), ""))

    def _new_extra(self, chosen: str | None) -> None:
        if chosen is None:
            return
        creative = chosen != JenisTambahan.TUGAS_TAMBAHAN
        jenis = JenisTambahan.KREATIVITAS if creative else JenisTambahan.TUGAS_TAMBAHAN
        numbers = [satu.no for satu in self.bagian.tambahan if satu.jenis is jenis]
        tingkat = Tingkat(chosen) if creative else None
        self._begin_row("tambahan", Tambahan(jenis, next_number(numbers), "", tingkat))

    def _begin_row(self, name: str, isi: Kegiatan | Tambahan) -> None:
        key = isi_rows.row_key(self.nip, self.bagian.nomor, isi)
        self.draft = (key, isi)
        self.fill()
        sheet = self.sheet(name)
        self.focus_on(sheet)
        sheet.move_to(key, "uraian")
        sheet.begin_edit("")

    def action_remove_row(self) -> None:
        """Remove the row of the cursor."""
        sheet = self.focused
        if self.locked:
            self.tell_locked()
        elif isinstance(sheet, Sheet) and sheet.cursor_row is not None:
            isi = self.entered.get(sheet.cursor_row)
            if isinstance(isi, Perilaku):
                self.tell("Perilaku hanya satu baris; Delete mengosongkan sel.")
            elif isi is not None:
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
        elif message.column_key in {"hitung", "capaian", "rata"}:
            self.tell("Kolom ini dihitung sendiri; F9 menjelaskan nilainya.")
        elif message.column_key == "tingkat":
            self.tell("Hanya kreativitas yang bertingkat.")
        else:
            self.tell("Kolom ini tidak diubah di sini.")

    def tell_locked(self) -> None:
        """Say that the appraisal is signed."""
        self.tell("Penilaian ini sudah dikunci. Ctrl+L, lalu B, membukanya kembali.", "warning")

    @on(Sheet.EditCancelled)
    def drop_draft(self, message: Sheet.EditCancelled) -> None:
        """Take an empty new row away again, and the mark of a refused text."""
        self.skp.forget_failed(place_of(message.row_key, message.column_key))
        if self.draft is not None and message.row_key == self.draft[0]:
            self.draft = None
            self.fill()

    def action_explain(self) -> None:
        """Explain the value with what is entered so far."""
        if not self.close_edit():
            return
        from skp_tui.ui.screens.mengapa import MengapaScreen  # noqa: PLC0415 - not at first

        masa, isi = self.view.masa, self.entered.get(self.sheet("kegiatan").cursor_row or "")
        at = (self.bagian.nomor, isi.no) if isinstance(isi, Kegiatan) else None
        at = at if self.sheet("kegiatan").has_focus else None
        self.call_after_refresh(lambda: self.app.push_screen(MengapaScreen(self.orang, masa, at)))
