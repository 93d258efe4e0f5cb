"""Pegawai: the people of a unit, one by one or several at once."""

from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from skp_tui.domain.office import Unit
from skp_tui.services.editing import remove_person
from skp_tui.services.listing import Daftar, belongings, people_list
from skp_tui.storage.records import Rekaman
from skp_tui.ui.actions import Room, bindings_of
from skp_tui.ui.screens.ask import AskScreen
from skp_tui.ui.screens.frame import Frame
from skp_tui.ui.screens.people_rows import MarkGrid, columns_for, matching, row_of
from skp_tui.ui.screens.person import PersonScreen
from skp_tui.ui.screens.person_many import ManyScreen
from skp_tui.ui.screens.person_nip import NipScreen
from skp_tui.ui.widgets import grid_messages
from skp_tui.ui.widgets.lines import Lines, line

if TYPE_CHECKING:
    from skp_tui.storage.writer import Writer

PLACE = "hapus pegawai"
EMPTY = "Belum ada pegawai di unit ini. Ctrl+N menambah satu; impor: skp-tui impor pegawai BERKAS"
NOBODY = "Tidak ada nama atau NIP yang cocok. Esc menampilkan semua."


class PeopleRead(Message):
    """Tell that the people were read."""

    def __init__(self, daftar: Daftar) -> None:
        super().__init__()
        self.daftar = daftar


class BelongingsRead(Message):
    """Tell what would be removed together with a person."""

    def __init__(self, nip: str, words: str) -> None:
        super().__init__()
        self.nip, self.words = nip, words


class PersonRemoved(Message):
    """Tell that a person is removed."""

    def __init__(self, nama: str) -> None:
        super().__init__()
        self.nama = nama


class RemovalFailed(Message):
    """Tell why nobody was removed."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class PeopleScreen(Frame):
    """List the people of a unit and all below it; forms add and change them."""

    room = Room.PEGAWAI
    BINDINGS = bindings_of(Room.PEGAWAI)

    def __init__(self, unit: Unit) -> None:
        super().__init__()
        self.unit = unit
        self.daftar: Daftar | None = None
        self.marked: set[str] = set()
        self._shown: tuple[Rekaman, ...] = ()
        self.hold("read")

    def content(self) -> ComposeResult:
        """Yield the filter and the list."""
        with Horizontal(id="filter"):
            yield Lines(lambda _: line("Cari "), id="filter-word")
            yield Input(id="filter-text", select_on_focus=False, max_length=60, compact=True)
        yield MarkGrid(columns_for(80), cursor="row", empty="Membaca…", id="people")
        yield Lines(self._foot, id="people-foot")

    @property
    def people(self) -> MarkGrid:
        """Return the list."""
        return self.query_one("#people", MarkGrid)

    @property
    def field(self) -> Input:
        """Return the field of the filter."""
        return self.query_one("#filter-text", Input)

    def on_mount(self) -> None:
        """Begin on the list."""
        self.query_one("#filter").display = False
        self.field.cursor_blink = False
        self.focus_on(self.people)

    def on_screen_suspend(self) -> None:
        """Hold keys typed ahead until the list is read anew."""
        self.hold("read")

    def on_screen_resume(self) -> None:
        """Read anew whenever the list is seen again."""
        self.reload()

    def title_text(self) -> Text:
        """Name the unit."""
        return Text.assemble(
            ("Pegawai  ", "bold"), line(self.unit.nama, "bold"), no_wrap=True, end=""
        )

    # The list

    def reload(self) -> None:
        """Read the people anew."""
        self.hold("read")
        self.skp.read(self, people_list, PeopleRead, group="pegawai")

    def on_people_read(self, message: PeopleRead) -> None:
        """Show them."""
        self.daftar = message.daftar
        self.marked &= set(message.daftar.pegawai)
        self._fill()
        self.let_go("read")

    def _fill(self) -> None:
        if self.daftar is None:
            return
        everybody = self.daftar.inside(self.unit.kode)
        self._shown = matching(everybody, self.field.value)
        width = self.size.width
        self.people.say_when_empty(NOBODY if everybody else EMPTY)
        rows = [
            row_of(number, satu, width, marked=satu["nip"] in self.marked)
            for number, satu in enumerate(self._shown, 1)
        ]
        self.people.show(columns_for(width), rows)
        self.query_one("#people-foot", Lines).refresh()

    def _foot(self, _width: int) -> Text:
        if self.daftar is None:
            return line("")
        words = f"{len(self._shown)} pegawai"
        if self.marked:
            return line(f"{words} · {len(self.marked)} ditandai: P menetapkan penilainya", "bold")
        return line(f"{words} · Spasi menandai beberapa, lalu P menetapkan penilai mereka")

    def on_resize(self) -> None:
        """Choose the columns for another width."""
        self._fill()

    def action_filter(self) -> None:
        """Open the filter."""
        self.query_one("#filter").display = True
        self.focus_on(self.field)

    @on(Input.Changed, "#filter-text")
    def _follow_filter(self) -> None:
        self._fill()

    @on(Input.Submitted, "#filter-text")
    def _enter_list(self) -> None:
        self.focus_on(self.people)

    def on_key(self, event: events.Key) -> None:
        """Leave the filter's field with arrows."""
        if event.key in {"up", "down"} and self.field.has_focus:
            self.focus_on(self.people)
            event.stop()

    def action_go_back(self) -> None:
        """Close the filter first, then the screen."""
        if not self.query_one("#filter").display:
            self.dismiss()
            return
        self.query_one("#filter").display = False
        self.field.value = ""
        self.focus_on(self.people)

    # Marks

    def action_mark(self) -> None:
        """Mark the person of the cursor, or take the mark away, and go down."""
        nip = self.people.cursor_row
        if nip is not None:
            self.marked ^= {nip}
            self._fill()
            self.people.step_down()

    def action_mark_all(self) -> None:
        """Mark all that are shown, or nobody when they all are."""
        shown = {satu["nip"] or "" for satu in self._shown}
        self.marked = self.marked - shown if shown <= self.marked else self.marked | shown
        self._fill()

    # Forms

    def at_cursor(self) -> Rekaman | None:
        """Return the person of the cursor's row."""
        nip = self.people.cursor_row
        return None if self.daftar is None or nip is None else self.daftar.pegawai.get(nip)

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
        at = self.people.cursor_row
        nips = self.marked or ({at} if at is not None else set())
        chosen = [satu for satu in self.daftar.pegawai.values() if satu["nip"] in nips]
        if chosen:
            self.app.push_screen(ManyScreen(chosen, self.daftar, self.marked.clear))

    def action_correct_nip(self) -> None:
        """Correct a mistyped NIP everywhere at once."""
        satu = self.at_cursor()
        if satu is not None:
            self.app.push_screen(NipScreen(satu))

    # Removing

    def action_remove_record(self) -> None:
        """Ask, and say what goes together with the person."""
        nip = self.people.cursor_row
        if nip is not None:
            self.hold("ask")
            self.skp.read(
                self,
                lambda connection: belongings(connection, nip),
                partial(BelongingsRead, nip),
                group="hapus",
            )

    def on_belongings_read(self, message: BelongingsRead) -> None:
        """Ask before anything is removed."""
        satu = self.daftar.pegawai.get(message.nip) if self.daftar else None
        if satu is None:
            self.let_go("ask")
            return
        nama = satu["nama"] or ""
        goes = f"Ikut terhapus: {message.words}." if message.words else "Belum ada isiannya."
        question = AskScreen("Hapus pegawai?", f"{nama}. {goes} Ctrl+Z mengembalikan.", "Hapus")
        self.app.push_screen(question, partial(self._remove, message.nip, nama))
        self.let_go("ask")

    def _remove(self, nip: str, nama: str, sure: bool | None) -> None:  # noqa: FBT001 - an answer
        if not sure:
            return

        def remove(writer: "Writer") -> str:
            remove_person(writer, nip, nama)
            return nama

        self.hold("write")
        self.skp.write(self, remove, place=PLACE, saved=PersonRemoved, failed=RemovalFailed)

    def on_person_removed(self, message: PersonRemoved) -> None:
        """Show the list without him."""
        self.tell(f"{message.nama} dihapus. Ctrl+Z mengembalikan.")
        self.reload()
        self.let_go("write")
        self.skp.home.reload()

    def on_removal_failed(self, message: RemovalFailed) -> None:
        """Say why he stays."""
        self.tell(message.reason, "error")
        self.let_go("write")
