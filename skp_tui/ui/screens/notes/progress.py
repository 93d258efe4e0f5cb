"""Kemajuan: where each kegiatan stands in the year, and the dated entries of the chosen one."""

from functools import partial

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult

from skp_tui.domain.progress import Catatan
from skp_tui.services.base.recording import Tempat
from skp_tui.services.base.views import Orang
from skp_tui.services.entry import progress
from skp_tui.services.entry.progress import Baris, DaftarKemajuan
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.entry.isi_words import rule
from skp_tui.ui.screens.lists.two_lists import OneOfTwo
from skp_tui.ui.screens.notes import progress_rows
from skp_tui.ui.screens.notes.desk import LOCKED, NONE_HERE, NotesDesk
from skp_tui.ui.screens.notes.form import NoteScreen
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.grid.paint import wrap
from skp_tui.ui.widgets.lines import Lines, cut, line, titled
from skp_tui.ui.workers import calling

NO_ROWS = (
    "Belum ada kegiatan yang dapat dicatat kemajuannya. Esc kembali, lalu isi dahulu targetnya."
)
DETAIL_LINES = 2


class ProgressScreen(NotesDesk):
    """Show two lists: the kegiatan, and below it the entries of the one under the cursor."""

    room = Room.KEMAJUAN
    BINDINGS = bindings_of(Room.KEMAJUAN)

    def __init__(self, orang: Orang) -> None:
        super().__init__(orang)
        self.lembar: DaftarKemajuan | None = None

    def content(self) -> ComposeResult:
        """Yield the time gone by, both lists, and the whole text of an entry."""
        yield Lines(self._time, id="progress-time")
        columns = progress_rows.columns_for(80, moved=False)
        yield OneOfTwo(columns, "*", "Membaca…", id="progress-list")
        yield Lines(self._rule, id="note-rule")
        yield Lines(self._offer, id="progress-offer")
        columns = progress_rows.entry_columns(80)
        yield OneOfTwo(columns, " ", "", id="note-list")
        yield Lines(self._detail, id="progress-detail")

    @property
    def kegiatan(self) -> OneOfTwo:
        """Return the list of kegiatan."""
        return self.query_one("#progress-list", OneOfTwo)

    @property
    def notes(self) -> OneOfTwo:
        """Return the list of entries."""
        return self.query_one("#note-list", OneOfTwo)

    def on_mount(self) -> None:
        """Begin on the kegiatan."""
        self.focus_on(self.kegiatan)

    def title_text(self) -> Text:
        """Name the screen and whose progress it is."""
        return titled("Kemajuan", self.nama, str(self.tahun))

    def help_topics(self) -> tuple[str, ...]:
        """Name the list that has the keyboard."""
        return ("catatan",) if self.notes.has_focus else ("kegiatan",)

    # What is shown

    def reload(self) -> None:
        """Read the progress anew."""
        self.hold("read")
        read = partial(progress.read_progress, tahun=self.tahun, nip=self.nip, today=self.skp.today)
        self.skp.read(self, read, calling(self._show_progress), group="kemajuan")

    def _show_progress(self, lembar: DaftarKemajuan) -> None:
        """Show it; the cursor goes to the entry that is new."""
        before = None if self.lembar is None else _numbers(self.lembar)
        self.lembar, self.penilaian = lembar, lembar.penilaian
        self._fill()
        now = _numbers(lembar)
        new = [] if before is None else [nomor for nomor in now if nomor not in before]
        if len(new) == 1 and self.kegiatan.move_to(now[new[0]]):
            self._fill_entries()
            self.notes.move_to(str(new[0]))
        self.let_go("read")

    def on_resize(self, _event: events.Resize) -> None:
        """Choose the columns for another width."""
        self._fill()

    def _fill(self) -> None:
        if self.lembar is None:
            return
        columns = progress_rows.columns_for(self.size.width, moved=self.moved)
        rows = [progress_rows.row_of(satu, columns, moved=self.moved) for satu in self.lembar.baris]
        self.kegiatan.say_when_empty(NO_ROWS)
        self.kegiatan.show(columns, rows)
        self._fill_entries()

    def _fill_entries(self) -> None:
        satu = self.baris
        columns = progress_rows.entry_columns(self.size.width)
        entries = () if satu is None else satu.catatan
        rows = [progress_rows.entry_row(note, satu.rentang) for note in entries] if satu else []
        self.notes.say_when_empty(NONE_HERE if satu is not None else "")
        self.notes.show(columns, rows)
        for lines in self.query(Lines):
            lines.refresh(layout=True)

    @property
    def moved(self) -> bool:
        """Say whether the year has several parts, so that a kegiatan needs the part's number."""
        return len(self.penilaian.bagian) > 1

    @property
    def baris(self) -> Baris | None:
        """Return the kegiatan of the cursor."""
        rows = () if self.lembar is None else self.lembar.baris
        at = self.kegiatan.cursor_row
        return next((satu for satu in rows if progress_rows.key_of(satu) == at), None)

    def chosen(self) -> Catatan | None:
        """Return the entry of the cursor."""
        satu, at = self.baris, self.notes.cursor_row
        return (
            next((note for note in satu.catatan if str(note.nomor) == at), None) if satu else None
        )

    def _time(self, width: int) -> Text:
        satu = self.baris
        if satu is None:
            return line("")
        days = satu.rentang.lewat(self.skp.today)
        return cut(line(progress_rows.time_words(satu, days, moved=self.moved)), width)

    def _rule(self, width: int) -> Text:
        satu = self.baris
        if satu is None:
            return rule("Catatan", width)
        return rule(f"{satu.kegiatan.no} {satu.kegiatan.uraian}", width)

    def _offer(self, width: int) -> Text:
        satu = self.baris
        if satu is None:
            return line("")
        return cut(line(progress_rows.offer_words(satu, locked=self.locked), "bold"), width)

    def _detail(self, width: int) -> Text:
        note = self.chosen()
        if note is None:
            return Text("", end="")
        words = [note.isi, f"Bukti: {note.bukti}" if note.bukti else ""]
        lines = wrap(" · ".join(word for word in words if word), width, DETAIL_LINES, "…")
        return Text("\n".join(lines), end="")

    # From list to list

    @on(grid_messages.CursorMoved)
    def _follow(self, message: grid_messages.CursorMoved) -> None:
        if message.grid is self.kegiatan:
            self._fill_entries()
            self.notes.to_last()
        else:
            self.query_one("#progress-detail", Lines).refresh(layout=True)

    @on(grid_messages.RowChosen)
    def _choose(self, message: grid_messages.RowChosen) -> None:
        if message.grid is self.notes:
            self.action_edit_note()
        elif self.notes.rows:
            self.focus_on(self.notes)
        else:
            self.action_new_note()

    @on(grid_messages.PastEnd)
    def _walk(self, message: grid_messages.PastEnd) -> None:
        if message.grid is self.notes and message.direction == "up":
            self.focus_on(self.kegiatan)

    def action_remove_note(self) -> None:
        """Remove the entry of the cursor, where the cursor is seen to be on it."""
        if self.notes.has_focus or not self.notes.rows:
            super().action_remove_note()
        else:
            self.focus_on(self.notes)
            self.tell("Pilih catatannya, lalu F8 lagi.")

    # One entry

    def about(self) -> str:
        """Name the kegiatan."""
        return f"kemajuan kegiatan {self.baris.kegiatan.no}" if self.baris else "kemajuan"

    def form(self, catatan: Catatan | None) -> NoteScreen | None:
        """Return the form of an entry."""
        satu = self.baris
        if satu is None:
            self.tell(NO_ROWS)
            return None
        no, nomor = satu.kegiatan.no, catatan.nomor if catatan else None
        tempat = Tempat(self.tahun, self.nip, satu.bagian)
        title = (
            f"{'Catatan baru' if catatan is None else 'Ubah catatan'} · kegiatan {no} · {self.nama}"
        )
        form = NoteScreen(
            title,
            catatan,
            lambda writer, answers: progress.save_entry(writer, tempat, no, nomor, answers),
            satu.kegiatan.satuan,
        )
        return form.begin_on(self.skp.today, satu.rentang)

    # The sum as outcome

    def action_take_sum(self) -> None:
        """Take the sum of the kegiatan's entries over as its outcome."""
        satu = self.baris
        if satu is not None and not self._is_locked():
            tempat = Tempat(self.tahun, self.nip, satu.bagian)
            take = partial(progress.take_sum, tempat=tempat, no=satu.kegiatan.no)
            self.change(lambda writer: f"{_sentence(take(writer))} Ctrl+Z membatalkan.")

    def action_take_sums(self) -> None:
        """Take the sums over for all kegiatan whose outcome is empty."""
        if not self._is_locked():
            take = partial(progress.take_sums, tempat=Tempat(self.tahun, self.nip))
            self.change(lambda writer: f"{_sentence(take(writer))} Ctrl+Z membatalkan.")

    def _is_locked(self) -> bool:
        if self.locked:
            self.tell(LOCKED, "warning")
        return self.locked


def _numbers(lembar: DaftarKemajuan) -> dict[int, str]:
    """Return the kegiatan of every entry."""
    return {
        note.nomor: progress_rows.key_of(satu) for satu in lembar.baris for note in satu.catatan
    }


def _sentence(words: str) -> str:
    """Return what the trail says as a sentence; ``capitalize`` would write names small."""
    return f"{words[:1].upper()}{words[1:]}."
