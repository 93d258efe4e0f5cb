"""Catatan perilaku: the book of dated notes that is read while perilaku is judged."""

from functools import partial

from rich.text import Text
from textual import on
from textual.app import ComposeResult

from skp_tui.domain.dates import short_date, shown_date
from skp_tui.domain.nip import shown_nip
from skp_tui.domain.progress import Catatan
from skp_tui.services.entry.notes import Buku, read_book, save_note
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.entry.isi_words import rule
from skp_tui.ui.screens.lists.table import PeopleGrid
from skp_tui.ui.screens.notes.desk import NONE_HERE, NotesDesk
from skp_tui.ui.screens.notes.form import NoteScreen
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.grid.paint import wrap
from skp_tui.ui.widgets.lines import Lines, titled
from skp_tui.ui.workers import calling

COLUMNS = (
    Column("no", "No", 3, align="right"),
    Column("tanggal", "Tanggal", 11),
    Column("isi", "Uraian", 30, flexible=True),
)
MOST_LINES = 40


class NotesScreen(NotesDesk):
    """List the notes by date, the whole text of the present one below."""

    room = Room.CATATAN
    BINDINGS = bindings_of(Room.CATATAN)

    buku: Buku | None = None

    def content(self) -> ComposeResult:
        """Yield the list and the text."""
        yield PeopleGrid(COLUMNS, cursor="row", empty="Membaca…", id="note-list")
        yield Lines(self._rule, id="note-rule")
        yield Lines(self._text, id="note-text")

    def on_mount(self) -> None:
        """Begin on the list."""
        self.focus_on(self.notes)

    def title_text(self) -> Text:
        """Name the book and whose it is."""
        return titled("Catatan perilaku", self.nama, str(self.tahun))

    def state_text(self) -> str:
        """Count the notes."""
        number = "" if self.buku is None else f"{len(self.buku.catatan)} catatan"
        return " · ".join(part for part in (number, super().state_text()) if part)

    # What is shown

    def reload(self) -> None:
        """Read the notes anew."""
        self.hold("read")
        read = partial(read_book, tahun=self.tahun, nip=self.nip)
        self.skp.read(self, read, calling(self._show_book), group="catatan")

    def _show_book(self, buku: Buku) -> None:
        """Show them; the cursor goes to the one that is new."""
        before = self.buku
        self.buku, self.penilaian = buku, buku.penilaian
        self.notes.say_when_empty(NONE_HERE)
        self.notes.set_rows(
            [
                Row(str(satu.nomor), (str(number), short_date(satu.tanggal), satu.isi))
                for number, satu in enumerate(buku.catatan, 1)
            ]
        )
        if before is not None:
            old = {satu.nomor for satu in before.catatan}
            new = [satu.nomor for satu in buku.catatan if satu.nomor not in old]
            if len(new) == 1:
                self.notes.move_to(str(new[0]))
        elif buku.catatan:
            self.notes.move_to(str(buku.catatan[-1].nomor))
        self._show_text()
        self.let_go("read")

    def chosen(self) -> Catatan | None:
        """Return the note of the cursor."""
        notes = () if self.buku is None else self.buku.catatan
        return next((satu for satu in notes if str(satu.nomor) == self.notes.cursor_row), None)

    @on(grid_messages.CursorMoved)
    def _show_text(self) -> None:
        for name in ("note-rule", "note-text"):
            self.query_one(f"#{name}", Lines).refresh(layout=True)
        self.update_headline()

    def _rule(self, width: int) -> Text:
        satu = self.chosen()
        if satu is None or self.buku is None:
            return rule("Catatan", width)
        penilai = self.buku.penilai(satu.tanggal)
        words = [shown_date(satu.tanggal)]
        if penilai.nama:
            words.append(f"penilai {penilai.nama}")
        if penilai.nip:
            words.append(f"NIP {shown_nip(penilai.nip)}")
        return rule(" · ".join(words), width)

    def _text(self, width: int) -> Text:
        satu = self.chosen()
        lines = [] if satu is None else wrap(satu.isi, width, MOST_LINES, "…")
        return Text("\n".join(lines), end="")

    # One note

    def about(self) -> str:
        """Name what the notes are about."""
        return "perilaku"

    @on(grid_messages.RowChosen)
    def _choose(self) -> None:
        self.action_edit_note()

    def form(self, catatan: Catatan | None) -> NoteScreen | None:
        """Return the form of a note."""
        if self.buku is None:
            return None
        title = f"{'Catatan baru' if catatan is None else 'Ubah catatan'} · perilaku · {self.nama}"
        tahun, nip, nomor = self.tahun, self.nip, catatan.nomor if catatan else None
        form = NoteScreen(
            title, catatan, lambda writer, answers: save_note(writer, tahun, nip, nomor, answers)
        )
        return form.begin_on(self.skp.today, self.buku.rentang)
