"""Sepakati dan kunci: many people of a unit at once, with one date."""

import sqlite3
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual import on

from skp_tui.domain.dates import shown_date
from skp_tui.services.base.views import Orang, UnitView, assemble, read_unit
from skp_tui.services.signing import signing_many
from skp_tui.services.signing.signing_many import Tindakan
from skp_tui.storage.database.looking import end_look
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.frame.changing import Changing
from skp_tui.ui.screens.frame.day import DayScreen, Verdict
from skp_tui.ui.screens.lists.marked_people import MarkedPeople
from skp_tui.ui.screens.signing.sheets_rows import Listed, columns_for, listed, nip_of, plan_words
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.lines import cut, line, titled
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from datetime import date

    from skp_tui.storage.transactions.writer import Writer

MARK_FIRST = "Tandai dahulu: Spasi satu per satu, + semua yang tampak."
DONE: Final[Mapping[Tindakan, tuple[str, str]]] = {
    Tindakan.SEPAKATI: ("disepakati", "Ctrl+Z membatalkan semuanya."),
    Tindakan.KUNCI: ("dikunci", "Ctrl+Z membuka semuanya kembali, dengan alasan."),
}
"""What was done, and how all of it is taken back."""


class SheetsScreen(MarkedPeople[Orang, Listed], Changing):
    """List the people of a unit with how far each is; mark some, agree or lock them together."""

    room = Room.SEPAKAT
    BINDINGS = bindings_of(Room.SEPAKAT)
    EMPTY = (
        "Belum ada pegawai di unit ini. Esc kembali, lalu Ctrl+N menambah satu atau F5 mengimpor."
    )
    NOBODY = "Tidak ada nama atau NIP yang cocok. Esc menampilkan semua."

    def __init__(self, view: UnitView) -> None:
        super().__init__(nip_of)
        self.tahun, self.unit = view.tahun, view.unit

    def on_mount(self) -> None:
        """Read the people."""
        self.focus_on(self.people)
        self.reload()

    def title_text(self) -> Text:
        """Name unit and year."""
        return titled("Sepakati dan kunci", self.unit.nama, str(self.tahun))

    # The list

    def reload(self) -> None:
        """Read the people anew."""
        self.hold("read")
        tahun, kode = self.tahun, self.unit.kode

        def read(connection: sqlite3.Connection) -> Listed:
            terbaca = read_unit(connection, tahun, kode)
            end_look(connection)
            return listed(assemble(terbaca))

        self.skp.read(self, read, calling(self._show_people), group="sepakat")

    def _show_people(self, listed: Listed) -> None:
        """Show them."""
        self.take(listed)
        self.let_go("read")

    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a width, that of the states as wide as the longest."""
        if self.listed is None:
            return columns_for(width)
        known = self.listed
        return columns_for(width, len(known.items), known.state_width, known.nilai)

    def line_of(self, listed: Listed, one: Orang) -> Row:
        """Return the line of one person, with his mark."""
        return listed.line(one, marked=self.list.is_marked(one))

    def foot(self, width: int) -> Text:
        """Say what S and K take: the marked ones and nobody else, shown or not."""
        known = self.listed
        if known is None:
            return line("")
        marked, shown = self.list.marked, self.list.shown
        if marked:
            words = f"{len(marked)} ditandai, {known.ready(marked)} siap dikunci"
            if self.list.hidden:
                words += f", {self.list.hidden} tidak tampak"
            return cut(line(f"{words} · S menyepakati, K mengunci", "bold"), width)
        ready = known.ready({orang.nip for orang in shown})
        words = f"{ready} dari {len(shown)} yang tampak siap dikunci"
        return cut(line(f"{words} · Spasi menandai, + semuanya"), width)

    @on(grid_messages.RowChosen)
    def action_open_listed(self) -> None:
        """Open the sheet of the person of the cursor."""
        orang = self.at_cursor()
        if orang is not None:
            from skp_tui.ui.screens.signing.sheet import SheetScreen  # noqa: PLC0415 - when asked for

            self.app.push_screen(SheetScreen(self.tahun, orang.nip, orang.nama))

    # Agreement and lock

    def action_agree_many(self) -> None:
        """Ask for the day on which the targets of the marked people were agreed on."""
        self._ask_day(Tindakan.SEPAKATI, "Kapan target mereka disepakati?")

    def action_lock_many(self) -> None:
        """Ask for the day on which the marked people were signed."""
        self._ask_day(Tindakan.KUNCI, "Kapan mereka ditandatangani?")

    def _ask_day(self, tindakan: Tindakan, title: str) -> None:
        if self.listed is None:
            return
        if not self.list.marked:
            self.tell(MARK_FIRST, "warning")
            return
        people = self.list.chosen
        hidden, tahun, today = self.list.hidden, self.tahun, self.skp.today

        def judge(day: "date") -> Verdict:
            rencana = signing_many.plan(people, tindakan, day)
            refused = "" if rencana.ikut else "tidak seorang pun dapat ikut dengan tanggal ini"
            odd = signing_many.odd_day(tindakan, tahun, day, today)
            return Verdict(refused, odd, plan_words(rencana, hidden))

        asked = DayScreen(title, f"{tindakan}", today, judge)
        self.app.push_screen(asked, partial(self._carry_out, people, tindakan))

    def _carry_out(self, people: tuple[Orang, ...], tindakan: Tindakan, day: "date | None") -> None:
        if day is None:
            return
        rencana = signing_many.plan(people, tindakan, day)
        done, undo = DONE[tindakan]

        def write(writer: "Writer") -> str:
            count = signing_many.carry_out(writer, self.tahun, rencana, day)
            return f"{count} pegawai {done} {shown_date(day)}. {undo}"

        self.change(write)

    def after_change(self, words: str) -> None:
        """Take the marks away once it is done; after a refusal they stay."""
        self.list.marked.clear()
        super().after_change(words)
