"""Pegawai: the people of a unit, one by one or several at once."""

import sqlite3
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on

from skp_tui.domain.office import Unit
from skp_tui.domain.text import ended
from skp_tui.services.base.editing import remove_person
from skp_tui.services.office.listing import Daftar, belongings
from skp_tui.storage.reading.records import Rekaman
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.screens.frame.changing import change
from skp_tui.ui.screens.impor.ways import import_files
from skp_tui.ui.screens.lists.marked_people import MarkedPeople
from skp_tui.ui.screens.people.outside import OutsideScreen
from skp_tui.ui.screens.people.parts import PartsScreen
from skp_tui.ui.screens.people.people_rows import (
    Listed,
    columns_for,
    listed,
    nip_of,
    offer_line,
)
from skp_tui.ui.screens.people.person import PersonScreen
from skp_tui.ui.screens.people.person_many import ManyScreen
from skp_tui.ui.screens.people.person_nip import NipScreen
from skp_tui.ui.screens.plan.raters_offer import RatersOffer
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.lines import line, titled
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer


class PeopleScreen(MarkedPeople[Rekaman, Listed]):
    """List the people of a unit and all below it; forms add and change them."""

    READS_ANEW = True
    room = Room.PEGAWAI
    BINDINGS = bindings_of(Room.PEGAWAI)
    EMPTY = "Belum ada pegawai di unit ini. Ctrl+N menambah satu; F5 mengimpor daftarnya."
    NOBODY = "Tidak ada nama, NIP atau jabatan yang cocok. Esc menampilkan semua."

    def __init__(self, unit: Unit, tahun: int) -> None:
        super().__init__(nip_of)
        self.unit, self.tahun = unit, tahun
        self.offer = RatersOffer(self)

    @property
    def daftar(self) -> Daftar | None:
        """Return all people and units."""
        return None if self.listed is None else self.listed.daftar

    def on_mount(self) -> None:
        """Begin on the list."""
        self.focus_on(self.people)

    def title_text(self) -> Text:
        """Name the unit; where the year counts others than these, say how many."""
        return titled("Pegawai", self.unit.nama, self._counts())

    def title_kept(self) -> int:
        """Keep the counts, which the name of the unit stands before."""
        return self.title_text().cell_len if self._counts() else 0

    def _counts(self) -> str:
        found = self.listed
        if found is None or found.setahun in {None, len(found.items)}:
            return ""
        return f"{len(found.items)} tercatat, {found.setahun} masuk tahun {self.tahun}"

    # The list

    def reload(self) -> None:
        """Read the people anew."""
        self.hold("read")
        kode, tahun, width = self.unit.kode, self.tahun, self.size.width

        def read(connection: sqlite3.Connection) -> Listed:
            return listed(connection, kode, tahun, width)

        self.skp.read(self, read, calling(self._show), group="pegawai")

    def _show(self, listed: Listed) -> None:
        self.offer.tawaran = listed.tawaran
        self.take(listed)
        self.update_headline()
        self.let_go("read")

    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a width."""
        return columns_for(width, len(self.list.items))

    def line_of(self, listed: Listed, one: Rekaman) -> Row:
        """Return the line of one person, with his mark."""
        return listed.line(one, self.size.width, marked=self.list.is_marked(one))

    def foot(self, width: int) -> Text:
        """Say what P and T do with whom."""
        if self.daftar is None:
            return line("")
        words, marked = f"{len(self.list.shown)} pegawai", len(self.list.marked)
        if marked:
            hidden = f" ({self.list.hidden} tidak tampak)" if self.list.hidden else ""
            words = f"{words} · {marked} ditandai{hidden}: P menetapkan penilainya"
            return line(words, "bold")
        if (tawaran := self.offer.tawaran) is not None:
            return offer_line(tawaran, len(self.list.shown), width)
        return line(f"{words} · Spasi menandai beberapa, lalu P menetapkan penilai mereka")

    # Forms

    def action_import_files(self) -> None:
        """Choose files to import into the unit that is listed."""
        import_files(self, self.unit.kode)

    def action_new_person(self) -> None:
        """Add a person."""
        self.app.push_screen(PersonScreen(self.unit.kode))

    @on(grid_messages.RowChosen)
    def action_open_record(self) -> None:
        """Change the person of the cursor."""
        satu = self.at_cursor()
        if satu is not None:
            self.app.push_screen(PersonScreen(self.unit.kode, satu["nip"]))

    def action_set_raters(self) -> None:
        """Give all marked people, or the one of the cursor, the same appraisers."""
        if self.daftar is None:
            return
        at = self.at_cursor()
        chosen = self.list.chosen or (() if at is None else (at,))
        if chosen:
            self.app.push_screen(ManyScreen(chosen, self.daftar, self.list.marked.clear))

    def action_give_usual(self) -> None:
        """Give those without an appraiser the one who is offered."""
        self.offer.give()

    def action_correct_nip(self) -> None:
        """Correct a mistyped NIP everywhere at once."""
        satu = self.at_cursor()
        if satu is not None:
            self.app.push_screen(NipScreen(satu))

    def action_open_trail(self) -> None:
        """Show what was changed of the person at the cursor, or of anything in an empty list."""
        from skp_tui.ui.screens.trail.screen import TrailScreen  # noqa: PLC0415 - where used

        satu = self.at_cursor() or {}
        self.app.push_screen(TrailScreen(satu.get("nip"), satu.get("nama") or ""))

    def action_open_parts(self) -> None:
        """Open the parts of the year of the person at the cursor, where a move is entered."""
        satu = self.at_cursor()
        if satu is not None and satu["nip"]:
            self.app.push_screen(PartsScreen(self.tahun, satu["nip"]))

    def action_open_outside(self) -> None:
        """Open the values from elsewhere and the exception of the person at the cursor."""
        satu = self.at_cursor()
        if satu is not None and satu["nip"]:
            self.app.push_screen(OutsideScreen(self.tahun, satu["nip"]))

    # Removing

    def action_remove_record(self) -> None:
        """Ask, and say what goes together with the person."""
        nip = self.people.cursor_row
        if nip is not None:
            self.hold("ask")
            self.skp.read(
                self,
                lambda connection: belongings(connection, nip),
                calling(partial(self._ask_to_remove, nip)),
                group="hapus",
            )

    def _ask_to_remove(self, nip: str, belongs: str) -> None:
        """Ask before anything is removed, and say what goes with it."""
        satu = self.daftar.pegawai.get(nip) if self.daftar else None
        if satu is None:
            self.let_go("ask")
            return
        nama = satu["nama"] or ""
        goes = f"Ikut terhapus: {belongs}." if belongs else "Belum ada isiannya."
        question = AskScreen(
            "Hapus pegawai?", f"{ended(nama)} {goes} Ctrl+Z mengembalikan.", "Hapus"
        )
        self.app.push_screen(question, partial(self._remove, nip, nama))
        self.let_go("ask")

    def _remove(self, nip: str, nama: str, sure: bool | None) -> None:  # noqa: FBT001 - an answer
        if not sure:
            return

        def remove(writer: "Writer") -> str:
            remove_person(writer, nip, nama)
            return f"{nama} dihapus. Ctrl+Z mengembalikan."

        change(self, remove, self.offer.after_change)
