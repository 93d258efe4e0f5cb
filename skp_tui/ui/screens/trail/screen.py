"""Jejak: what was changed of a person or of anything, newest first, read page by page."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from rich.text import Text
from textual import on
from textual.app import ComposeResult

from skp_tui.domain.search import words_of
from skp_tui.paths import typed_file
from skp_tui.services.history.history import FULL, KINDS, NOT_OF_ONE, Baris, Halaman, Lihat, page
from skp_tui.services.history.step import Rincian, save_csv, step_in_full
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.frame.ask import Choice, ChooseScreen
from skp_tui.ui.screens.frame.file_saving import save_under
from skp_tui.ui.screens.lists.filtered import Filtered
from skp_tui.ui.screens.lists.table import PeopleGrid
from skp_tui.ui.screens.trail.rows import columns_for, file_name, foot, row_of
from skp_tui.ui.screens.trail.step import StepScreen
from skp_tui.ui.widgets.filter_bar import FilterBar
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.lines import Lines, line, titled
from skp_tui.ui.workers import calling

READING = "Membaca…"
NONE = "Belum ada perubahan. Setiap isian kelak tercatat di sini, lama dan baru. Esc kembali."
NO_MATCH = "Tidak ada yang cocok. Esc menampilkan semua."
ABOUT_FILE = (
    " Hanya yang tersaring. Setiap kolom menjadi satu baris, jadi barisnya lebih banyak daripada "
    "perubahan di layar."
)
NEAR = 30
"""Rows from the end at which the next page is read."""


class TrailScreen(Filtered):
    """List changes; more are read when the cursor comes near the end of what is there."""

    room = Room.JEJAK
    BINDINGS = bindings_of(Room.JEJAK)

    def __init__(self, nip: str | None = None, nama: str = "") -> None:
        super().__init__()
        self._person = nip, nama
        self.lihat = Lihat(nip)
        self._baris: dict[str, Baris] = {}
        self._halaman = Halaman((), None)
        self._semua: dict[Lihat, int] = {}
        """How many changes there are of what was read to its end, by what was looked at."""
        self._giliran = 0
        self._asked: tuple[int, int | None] = (0, None)
        """Which turn and which page was asked for last."""
        self.hold("read")

    def content(self) -> ComposeResult:
        """Yield the filter, the list and the cursor's change whole."""
        yield FilterBar(self._search, listed="#trail")
        yield PeopleGrid(columns_for(80, everybody=False), cursor="row", empty=READING, id="trail")
        yield Lines(self._foot, id="trail-foot")

    @property
    def listed(self) -> PeopleGrid:
        """Return the list."""
        return self.query_one("#trail", PeopleGrid)

    def on_mount(self) -> None:
        """Begin at the newest change."""
        self.focus_on(self.listed)
        self.reload()

    def title_text(self) -> Text:
        """Say whose trail it is."""
        whose = self._person[1] if self.lihat.nip is not None else "semua"
        return titled("Jejak", whose)

    def undoes_of(self) -> str:
        """Return the NIP of whose trail alone is listed."""
        return self.lihat.nip or ""

    # Reading

    def reload(self) -> None:
        """Read anew from the newest change."""
        self.hold("read")
        self._semua.clear()
        self._begin()

    def _search(self) -> None:
        """Follow the typed words; Esc brings back every kind too."""
        jenis = self.lihat.jenis if self.bar.only else "semua"
        self.lihat = replace(self.lihat, jenis=jenis, kata=words_of(self.bar.words))
        self._begin()

    def _begin(self) -> None:
        """Read from the newest change; what is still being read ends with its present piece."""
        self._giliran += 1
        self._baris, self._halaman = {}, Halaman((), None)
        self._read(None)

    def _read(self, sebelum: int | None) -> None:
        lihat, giliran, looking = self.lihat, self._giliran, self.skp.sitting.reading
        self._asked = giliran, sebelum

        def read() -> Halaman:
            return page(looking, lihat, sebelum, lambda: giliran != self._giliran)

        self.skp.work(self, read, calling(partial(self._show_page, giliran)), group="jejak")

    def _show_page(self, giliran: int, halaman: Halaman) -> None:
        """Show the rows asked for last, and go on while there are few below the cursor."""
        if giliran != self._giliran:
            return
        self._halaman = halaman
        self._baris.update({baris.kunci: baris for baris in halaman.baris})
        self._fill()
        self.let_go("read")
        if len(self._baris) < FULL or self._is_near_end():
            self._read_on()

    def _read_on(self) -> None:
        sebelum = self._halaman.sebelum
        if sebelum is not None and self._asked != (self._giliran, sebelum):
            self._read(sebelum)

    def let_all_go(self) -> None:
        """Ask anew for a page that could not be read."""
        self._asked = (0, None)
        super().let_all_go()

    def _fill(self) -> None:
        width, everybody = self.size.width, self.lihat.nip is None
        self.listed.say_when_empty(self._empty())
        rows = [row_of(baris, width, everybody=everybody) for baris in self._baris.values()]
        self.listed.show(columns_for(width, everybody=everybody), rows)
        self._count()
        self.query_one("#trail-foot", Lines).refresh()
        self.update_headline()

    def _count(self) -> None:
        """Say how many fit, and of how many once that is known: a long trail is not read whole."""
        shown, unfiltered = len(self._baris), replace(self.lihat, kata=())
        if self.lihat == unfiltered and self._halaman.sebelum is None:
            self._semua[unfiltered] = shown
        self.bar.count(shown, self._semua.get(unfiltered))

    def _empty(self) -> str:
        if self._halaman.sebelum is not None:
            return READING
        return NO_MATCH if self.lihat.kata or self.lihat.jenis != "semua" else NONE

    def _foot(self, width: int) -> Text:
        return foot(self._baris.get(self.listed.cursor_row or ""), width)

    def state_text(self) -> str:
        """Say how far the list goes."""
        if not self._baris:
            return ""
        if self._halaman.sebelum is None:
            return f"{len(self._baris)} perubahan"
        if self.lihat.kata:
            return f"mencari… sampai {self._halaman.sampai}"
        return f"{len(self._baris)} terbaru; turun: lagi"

    def on_resize(self) -> None:
        """Choose the columns for another width."""
        if self._baris:
            self._fill()

    @on(grid_messages.CursorMoved)
    def follow_cursor(self) -> None:
        """Tell the cursor's change whole, and read on before the end is reached."""
        self.query_one("#trail-foot", Lines).refresh()
        if self._is_near_end():
            self._read_on()

    def _is_near_end(self) -> bool:
        return self.listed.cursor_row in [satu.key for satu in self.listed.rows[-NEAR:]]

    # Which changes

    def action_switch_person(self) -> None:
        """Look at everything, or again at the person: of the cursor where none was named."""
        if self.lihat.nip is not None:
            self._look_at(nip=None)
        else:
            if self._person[0] is None:
                at = self._baris.get(self.listed.cursor_row or "")
                if at is None or not at.nip:
                    self.tell("Baris ini tidak tentang seorang pegawai.", "warning")
                    return
                self._person = at.nip, at.nama
            kept = self.lihat.jenis not in NOT_OF_ONE
            self._look_at(nip=self._person[0], jenis=self.lihat.jenis if kept else "semua")

    def _look_at(self, *, nip: str | None, jenis: str | None = None) -> None:
        """Look at somebody's changes or everybody's, of one kind."""
        jenis = jenis or self.lihat.jenis
        self.lihat = replace(self.lihat, nip=nip, jenis=jenis)
        self.bar.only = "" if jenis == "semua" else KINDS[jenis][0]
        self.reload()

    def action_choose_kind(self) -> None:
        """Choose which kind of change is listed; of one person only kinds that he can have."""
        choices = [
            Choice(jenis, line(f"{words[0].upper()}  {words}"), words[0].lower())
            for jenis, (words, _) in KINDS.items()
            if self.lihat.nip is None or jenis not in NOT_OF_ONE
        ]
        self.app.push_screen(
            ChooseScreen("Jenis perubahan", choices, self.lihat.jenis, topic="jenis"),
            self._take_kind,
        )

    def _take_kind(self, jenis: str | None) -> None:
        if jenis is not None:
            self._look_at(nip=self.lihat.nip, jenis=jenis)

    # One change, and the file

    @on(grid_messages.RowChosen)
    def action_open_line(self) -> None:
        """Show the whole step of the cursor's change."""
        at = self._baris.get(self.listed.cursor_row or "")
        if at is not None:
            langkah = at.langkah
            self.hold("ask")
            self.skp.read(
                self,
                lambda connection: step_in_full(connection, langkah),
                calling(self._show_step),
                group="langkah",
            )

    def _show_step(self, rincian: Rincian) -> None:
        self.let_go("ask")
        self.app.push_screen(StepScreen(rincian))

    def action_save_trail(self) -> None:
        """Ask for a name and write what is listed, all of it."""
        save_under(
            self,
            "Simpan jejak sebagai CSV",
            self._file_name(),
            self._writing,
            group="csv",
            about=ABOUT_FILE,
        )

    def _file_name(self) -> str:
        return file_name(self._person[1] if self.lihat.nip is not None else "")

    def _writing(self, name: str, folder: Path) -> Callable[[], Path]:
        lihat, offered, looking = self.lihat, self._file_name(), self.skp.sitting.reading
        return lambda: save_csv(looking, lihat, typed_file(name, folder, offered))
