"""How the entry screen saves: cells like every screen with cells, and its rows as a whole."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial

from skp_tui.domain.appraisal import Kegiatan, Tambahan
from skp_tui.services import entry
from skp_tui.services.entry import Isi
from skp_tui.services.recording import Tempat
from skp_tui.services.views import Orang, UnitView
from skp_tui.ui.screens import isi_input, isi_rows
from skp_tui.ui.screens.isi_desk import IsiDesk
from skp_tui.ui.screens.isi_sheet import CellSaved, RowNotRemoved, RowRemoved, Sheet, place_of
from skp_tui.ui.screens.isi_under_way import UnderWay


class IsiSaving(IsiDesk):
    """Save the cells and rows of one person's appraisal."""

    begun = ""
    """The key of the row that was begun last, for which Enter goes on to the right."""

    def __init__(self, view: UnitView, listed: Sequence[Orang], nip: str) -> None:
        super().__init__(view, listed, nip)
        self.under_way = UnderWay()

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
        if not isinstance(stored, Kegiatan | Tambahan) or stored.uraian:
            super().restore(cell, now, stored, kolom)
        elif isinstance(now, Kegiatan | Tambahan):
            self.take(now)
            self.draft = (cell.row_key, stored)
            self.entered[cell.row_key] = stored
            self.show_row(cell.sheet, cell.row_key, stored)

    def show_row(self, sheet: Sheet, key: str, isi: Isi) -> None:
        """Repaint one line, or all where a longer cost needs a wider column."""
        bagian = self.bagian
        columns = isi_rows.kegiatan_columns(bagian.jenis_jabatan, bagian.kegiatan)
        if sheet.id == "kegiatan" and columns != sheet.columns:
            self.fill()
            return
        sheet.update_row(self.row_of(key, isi))
        self.follow()

    # What is stored meanwhile

    def show_stored(self, orang: Orang) -> None:
        """Show a person as he is stored; a begun row gives its number to one that came back."""
        draft = self.draft
        numbers = () if draft is None or orang.nip != self.nip else self._numbers(orang, draft[1])
        if draft is None or draft[1].no not in numbers:
            super().show_stored(orang)
            return
        sheet = self.sheet("kegiatan" if isinstance(draft[1], Kegiatan) else "tambahan")
        typed = sheet.take_typed(draft[0], "uraian")
        self.skp.forget_failed(place_of(draft[0], "uraian"))
        isi = replace(draft[1], no=entry.next_number(numbers))
        self.draft = (isi_rows.row_key(self.nip, self.bagian.nomor, isi), isi)
        super().show_stored(orang)
        if typed is not None and sheet.move_to(self.draft[0], "uraian"):
            sheet.begin_edit(typed)

    def _numbers(self, orang: Orang, isi: Kegiatan | Tambahan) -> Sequence[int]:
        """Return the numbers that a new row of this kind must not have."""
        nomor = self.bagian.nomor
        part = next((one for one in orang.penilaian.bagian if one.nomor == nomor), None)
        if part is None:
            return ()
        if isinstance(isi, Kegiatan):
            return [satu.no for satu in part.kegiatan]
        return [satu.no for satu in part.tambahan if satu.jenis is isi.jenis]

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
            saved=partial(RowRemoved, words.strip()),
            failed=partial(RowNotRemoved, isi),
        )

    def on_row_removed(self, message: RowRemoved) -> None:
        """Say how the row comes back."""
        notes = f", dengan {message.notes} catatan kemajuannya" if message.notes else ""
        self.tell(f"{message.words.capitalize()} dihapus{notes}. Ctrl+Z mengembalikannya.")

    def on_row_not_removed(self, message: RowNotRemoved) -> None:
        """Show the row again, and say why it is still there."""
        self.put(message.isi)
        self.fill()
        self.tell(message.reason, "error")
