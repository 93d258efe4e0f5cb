"""The entry screen without its keys: what is entered for one person, shown and computed."""

import sqlite3
from collections.abc import Callable, Sequence

from rich.text import Text
from textual.app import ComposeResult

from skp_tui.domain.appraisal import Bagian, Kegiatan, Penilaian, Perilaku, Tambahan
from skp_tui.domain.parts import parts_of, with_row, without_row
from skp_tui.rules.regulation import peraturan_of
from skp_tui.services.entry import Isi
from skp_tui.services.recording import Tempat
from skp_tui.services.views import Orang, UnitView, appraisal, still_there
from skp_tui.ui.screens import isi_input, isi_rows, isi_words
from skp_tui.ui.screens.cell_saving import CellSaving
from skp_tui.ui.screens.isi_agreed import IsiAgreed
from skp_tui.ui.screens.isi_sheet import Sheet
from skp_tui.ui.screens.unit_head import state_of
from skp_tui.ui.widgets.grid import Column, Row
from skp_tui.ui.widgets.lines import Lines, cut, line

NO_KEGIATAN = "Belum ada kegiatan. Ctrl+N menambah baris."
NO_EXTRA = "Belum ada. Ctrl+N di sini menambah tugas tambahan atau kreativitas."
NEW_ROW = "+ Ctrl+N baris baru"


class IsiDesk(IsiAgreed, CellSaving):
    """Hold one person's appraisal and show it in three grids, with the value that follows."""

    def __init__(self, view: UnitView, listed: Sequence[Orang], nip: str) -> None:
        super().__init__()
        self.view = view
        self.peraturan = peraturan_of(view.tahun)
        self.people = {satu.nip: satu for satu in listed}
        self.order = list(self.people)
        self.nip = nip
        self.nomor = parts_of(self.orang.penilaian)[0].nomor
        self.entered: dict[str, Isi] = {}
        self.draft: tuple[str, Kegiatan | Tambahan] | None = None
        self.outdated: set[str] = set()
        """Those of the list who may be stored otherwise by now; they are read when shown."""

    # What is shown

    @property
    def orang(self) -> Orang:
        """Return the person with what was entered so far."""
        return self.people[self.nip]

    @property
    def parts(self) -> tuple[Bagian, ...]:
        """Return the parts of the person's year."""
        return parts_of(self.orang.penilaian)

    @property
    def bagian(self) -> Bagian:
        """Return the part that is shown."""
        return next((part for part in self.parts if part.nomor == self.nomor), self.parts[-1])

    @property
    def locked(self) -> bool:
        """Say whether the appraisal is signed and so read-only."""
        return self.orang.penilaian.dikunci is not None

    @property
    def tempat(self) -> Tempat:
        """Return whose year and which part is entered."""
        return Tempat(self.view.tahun, self.nip, self.bagian.nomor)

    def sheet(self, name: str) -> Sheet:
        """Return one of the three grids."""
        return self.query_one(f"#{name}", Sheet)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Return the three grids from top to bottom."""
        return self.sheet("kegiatan"), self.sheet("tambahan"), self.sheet("perilaku")

    def content(self) -> ComposeResult:
        """Yield the part, the three grids, the value and what is missing."""
        columns = isi_rows.kegiatan_columns(self.bagian.jenis_jabatan, self.bagian.kegiatan)
        yield Lines(self._part_line, id="part")
        yield Lines(self._note_lines, id="notes")
        yield self._sheet("kegiatan", columns, empty=NO_KEGIATAN, footer=NEW_ROW)
        yield Lines(self._extras_line, id="extras")
        yield self._sheet("tambahan", isi_rows.TAMBAHAN_COLUMNS, empty=NO_EXTRA)
        yield Lines(self._judged_line, id="rule")
        yield self._sheet("perilaku", isi_rows.PERILAKU_COLUMNS)
        yield Lines(lambda width: cut(isi_words.total(self.orang.hasil), width), id="total")
        yield Lines(lambda width: isi_words.missing(self.orang.hasil.kurang, width), id="missing")

    def _sheet(
        self, name: str, columns: Sequence[Column], *, empty: str = "", footer: str = ""
    ) -> Sheet:
        return Sheet(
            columns,
            check=self.refusal,
            edit_text=self.edit_text,
            copy_text=self.copy_text,
            empty=empty,
            footer=footer,
            id=name,
        )

    def title_text(self) -> Text:
        """Name the person, with rank and post."""
        return isi_words.who(self.orang.penilaian, self.bagian)

    def state_text(self) -> str:
        """Say which of how many, and how far the appraisal is."""
        place = f"{self.order.index(self.nip) + 1} dari {len(self.order)}"
        hasil = self.orang.hasil
        state = state_of(hasil.status, len(hasil.kurang), locked=self.locked)
        return f"{place} · {self.agreed_state(state)}"

    def _part_line(self, width: int) -> Text:
        if len(self.parts) == 1:
            return Text("", end="")
        return cut(isi_words.which_part(self.bagian, self.parts, self.view.units), width)

    def _note_lines(self, width: int) -> Text:
        found = isi_words.notes(self.orang.penilaian, self.bagian, self.orang.hasil)
        found = [*self.agreed_notes(), *found]
        return Text("\n", end="").join(cut(line(note), width) for note in found)

    def _extras_line(self, width: int) -> Text:
        result = isi_rows.result_of(self.orang.hasil, self.bagian)
        return isi_words.rule(isi_words.extras(self.bagian, result), width)

    def _judged_line(self, width: int) -> Text:
        return isi_words.rule(isi_words.judged(self.orang.penilaian), width)

    def fill(self) -> None:
        """Show the person's part in the grids, and everything that follows from it."""
        kegiatan, tambahan, perilaku = self.sheets
        bagian = self.bagian
        columns = isi_rows.kegiatan_columns(bagian.jenis_jabatan, bagian.kegiatan)
        rows: tuple[Isi, ...] = (*bagian.kegiatan, *bagian.tambahan, self.orang.penilaian.perilaku)
        self.entered = {isi_rows.row_key(self.nip, bagian.nomor, satu): satu for satu in rows}
        if self.draft is not None:
            self.entered[self.draft[0]] = self.draft[1]
        shown = [self.row_of(key, satu) for key, satu in self.entered.items()]
        kinds = [type(satu) for satu in self.entered.values()]
        by_kind = {
            kind: [row for row, own in zip(shown, kinds, strict=True) if own is kind]
            for kind in (Kegiatan, Tambahan, Perilaku)
        }
        kegiatan.show(columns, by_kind[Kegiatan])
        tambahan.set_rows(by_kind[Tambahan])
        perilaku.set_rows(by_kind[Perilaku])
        self.follow()
        self.read_agreed()

    def row_of(self, key: str, isi: Isi) -> Row:
        """Return the line of a row."""
        hasil, locked = self.orang.hasil, self.locked
        if isinstance(isi, Tambahan):
            return isi_rows.tambahan_row(key, isi, locked=locked)
        if isinstance(isi, Perilaku):
            return isi_rows.perilaku_row(key, self.orang.penilaian, hasil, locked=locked)
        part = isi_rows.result_of(hasil, self.bagian)
        of_row = (satu for satu in part.kegiatan if satu.no == isi.no) if part else iter(())
        columns = self.sheet("kegiatan").columns
        return isi_rows.kegiatan_row(key, isi, next(of_row, None), columns, locked=locked)

    def follow(self) -> None:
        """Draw anew what follows from the rows: headline, notes, extras, value, what is missing."""
        for name in ("part", "notes", "extras", "rule", "total", "missing"):
            self.query_one(f"#{name}", Lines).refresh(layout=True)
        self.update_headline()

    # What is entered

    def put(self, isi: Isi) -> None:
        """Take a row in, new or changed, and compute anew."""
        self.take_in(with_row(self.orang.penilaian, self.bagian.nomor, isi))
        self.entered[isi_rows.row_key(self.nip, self.bagian.nomor, isi)] = isi

    def take(self, isi: Kegiatan | Tambahan) -> None:
        """Take a row out, and compute anew."""
        self.take_in(without_row(self.orang.penilaian, self.bagian.nomor, isi))

    def take_in(self, penilaian: Penilaian) -> None:
        """Count with an appraisal as it is now, stored or on its way."""
        self._accept(Orang(penilaian, self.peraturan.nilai(penilaian, self.view.periode)))

    def _accept(self, orang: Orang) -> None:
        self.people[orang.nip] = orang
        self.skp.person_changed(orang)

    def refusal(self, row_key: str, column_key: str, text: str) -> str | None:
        """Return why a typed text cannot be stored, or None."""
        if self.draft is not None and row_key == self.draft[0] and column_key != "uraian":
            return "isi dahulu uraiannya; baris ini baru tersimpan sesudah itu"
        return super().refusal(row_key, column_key, text)

    def copy_text(self, row_key: str, column_key: str) -> str:
        """Return what a cell gives to another one."""
        isi = self.entered.get(row_key)
        return "" if isi is None else isi_input.copy_text(isi, column_key)

    # Reading anew

    def reload(self) -> None:
        """Read the person who is shown; what was taken back may be about others too, so later."""
        self.outdated.update(self.order)
        tahun, nip = self.view.tahun, self.nip

        def read(connection: sqlite3.Connection) -> Orang:
            return appraisal(connection, tahun, nip)[0]

        self.skp.look(self, read, self.show_stored, group="person")

    def show_stored(self, orang: Orang) -> None:
        """Show a person as he is stored."""
        self._take_stored(orang)
        if orang.nip == self.nip:
            self.fill()

    def _take_stored(self, orang: Orang) -> None:
        self.outdated.discard(orang.nip)
        self.forget_agreed()
        self._accept(orang)

    def when_fresh(self, nip: str, go: Callable[[str], object]) -> None:
        """Go to a person, after reading him where he may be stored otherwise; keys wait."""
        if nip not in self.outdated:
            go(nip)
            return
        tahun = self.view.tahun

        def read(connection: sqlite3.Connection) -> Sequence[Orang]:
            return still_there(connection, tahun, [nip])

        def show(found: Sequence[Orang]) -> None:
            waited = self.is_reading
            for orang in found:
                self._take_stored(orang)
            if not found:
                self._leave_out(nip)
            elif waited:
                go(nip)
            self.let_go("read")

        self.hold("read")
        self.skp.look(self, read, show, group="next")

    def _leave_out(self, nip: str) -> None:
        """Take somebody off the list who is not of the year any more."""
        self.tell(f"{self.people[nip].nama} sudah tidak ada pada tahun {self.view.tahun}.")
        self.order.remove(nip)
        self.update_headline()
