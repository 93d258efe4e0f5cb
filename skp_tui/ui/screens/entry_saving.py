"""How an entry screen saves: cells like every screen with cells, and its rows as a whole."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from skp_tui.domain.appraisal import Perilaku
from skp_tui.domain.parts import Terhapus
from skp_tui.domain.rows import URAIAN, is_unwritten, number_of, with_values
from skp_tui.services import entry
from skp_tui.services.entry import Isi
from skp_tui.services.recording import Tempat
from skp_tui.services.views import Orang, UnitView
from skp_tui.ui.screens import isi_input
from skp_tui.ui.screens.entry_desk import EntryDesk
from skp_tui.ui.screens.isi_sheet import CellSaved, RowNotRemoved, RowRemoved, Sheet, place_of
from skp_tui.ui.screens.isi_under_way import UnderWay

FIRST = "isi dahulu uraiannya; baris ini baru tersimpan sesudah itu"


class EntrySaving(EntryDesk):
    """Save the cells and rows of one person's appraisal."""

    begun = ""
    """The key of the row that was begun last, for which Enter goes on to the right."""

    def __init__(self, view: UnitView, listed: Sequence[Orang], nip: str) -> None:
        super().__init__(view, listed, nip)
        self.under_way = UnderWay()
        self._before: Mapping[str, Mapping[tuple[str, str], str]] | None = None

    # One cell

    def tempat_of(self, key: str) -> Tempat:
        """Return whose year and which part is entered; all rows are of them."""
        del key
        return self.tempat

    def name_of(self, key: str) -> str:
        """Return the name of the person who is shown."""
        del key
        return self.orang.nama

    def cause_of(self, cell: CellSaved, before: Isi) -> str:
        """Return what trail and undo call the change of a cell, or the row that it begins."""
        if self.is_new_row(cell.row_key):
            return f"baris baru,{isi_input.place_words(cell.new)} {self.orang.nama}"
        return super().cause_of(cell, before)

    def is_new_row(self, key: str) -> bool:
        """Say whether it is the row that was begun but not stored yet."""
        return self.draft is not None and self.draft[0] == key

    def fills_along(self, key: str) -> bool:
        """Say whether Enter goes on in the row: a new one is filled along."""
        return key == self.begun or self.is_new_row(key)

    def refusal(self, row_key: str, column_key: str, text: str) -> str | None:
        """Return why a typed text cannot be stored, or None; a new row begins with its words."""
        draft = self.draft
        begins = draft is not None and draft[0] == row_key and is_unwritten(draft[1])
        if begins and column_key != URAIAN:
            return FIRST
        return super().refusal(row_key, column_key, text)

    def put_row(self, key: str, isi: Isi) -> None:
        """Take a row in; a new one is no draft any more."""
        if self.is_new_row(key):
            self.draft, self.begun = None, key
        self.ask_about(self.entered.get(key), isi)
        self.put(isi)

    def ask_about(self, before: Isi | None, isi: Isi) -> None:
        """Ask about an outcome far from its target, once; it is stored all the same."""
        known = {} if before is None else isi_input.odd(before)
        for column, pesan in isi_input.odd(isi).items():
            if known.get(column) != pesan:
                words = f"{isi_input.place_words(isi).strip()}: {pesan}."
                self.tell(words[:1].upper() + words[1:], "warning")

    def restore(self, cell: CellSaved, now: Isi, stored: Isi, kolom: Collection[str]) -> None:
        """Give some columns back what is stored; a row that never was becomes a draft again."""
        if not is_unwritten(stored) or isinstance(now, Perilaku):
            super().restore(cell, now, stored, kolom)
            return
        self.take(now)
        self.draft = (cell.row_key, stored)
        # all of it: what was begun below the row meanwhile goes with it
        self.fill()

    # What is stored meanwhile

    def show_stored(self, orang: Orang) -> None:
        """Show a person as he is stored; a begun row gives its number to one that came back."""
        draft = self.draft
        numbers = () if draft is None or orang.nip != self.nip else self._numbers(orang, draft[1])
        if draft is None or number_of(draft[1]) not in numbers:
            self._show(orang)
            return
        sheet = self.sheet(self.sections.grid_of(draft[1]))
        typed = sheet.take_typed(draft[0], URAIAN)
        self.skp.forget_failed(place_of(draft[0], URAIAN))
        isi = with_values(draft[1], {"no": entry.next_number(numbers)})
        self.draft = (self.key_of(isi), isi)
        self._show(orang)
        if typed is not None and sheet.move_to(self.draft[0], URAIAN):
            sheet.begin_edit(typed)

    def expect_change(self) -> None:
        """Remember the cells, so that the cursor goes where a step of the history changed one."""
        self._before = {name: self.sheet(name).texts() for name in self.sections.names}

    def _show(self, orang: Orang) -> None:
        self.take_stored(orang)
        if orang.nip == self.nip:
            self.fill()
            self._go_to_changed()

    def _go_to_changed(self) -> None:
        before, self._before = self._before, None
        if before is None or any(sheet.edit_open for sheet in self.sheets):
            return
        for name, known in before.items():
            texts = self.sheet(name).texts()
            changed = (cell for cell, text in texts.items() if known.get(cell) != text)
            if cell := next(changed, None):
                self.focus_on(self.sheet(name))
                self.sheet(name).move_to(*cell)
                return

    def _numbers(self, orang: Orang, isi: Isi) -> Sequence[int]:
        """Return the numbers that a new row of this kind must not have."""
        nomor = self.bagian.nomor
        part = next((one for one in orang.penilaian.bagian if one.nomor == nomor), None)
        return () if part is None else self.sections.numbers(part, isi)

    # One row

    def remove_row(self, sheet: Sheet, isi: Terhapus) -> None:
        """Take a row out at once, and queue its removal."""
        key, tempat, nama = self.key_of(isi), self.tempat, self.orang.nama
        words = isi_input.place_words(isi)
        self.take(isi)
        self.fill()
        sheet.focus(scroll_visible=False)
        self.skp.write(
            self,
            lambda writer: entry.remove(writer, tempat, isi, f"penghapusan{words} {nama}"),
            place=key,
            saved=partial(RowRemoved, words.strip(), isi_input.along_words(isi)),
            failed=partial(RowNotRemoved, isi),
        )

    def on_row_removed(self, message: RowRemoved) -> None:
        """Say how the row comes back."""
        along = f", dengan {message.along} {message.what}" if message.along else ""
        self.tell(f"{message.words.capitalize()} dihapus{along}. Ctrl+Z mengembalikannya.")

    def on_row_not_removed(self, message: RowNotRemoved) -> None:
        """Show the row again, and say why it is still there."""
        self.put(message.isi)
        self.fill()
        self.tell(message.reason, "error")
