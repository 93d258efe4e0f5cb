"""The list of a folder's files: read in threads, each file looked at when it comes into view."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from textual import events, on
from textual.app import ComposeResult
from textual.message import Message

from skp_tui.errors import InputError
from skp_tui.services.imports.choosing import Terpilih, Tinjauan, look_at
from skp_tui.services.imports.folders import Entri, Isi, visit
from skp_tui.ui.screens.impor import rows as import_rows
from skp_tui.ui.screens.impor.messages import FilesLooked, FolderClosed, FolderRead
from skp_tui.ui.screens.lists.filtered import Filtered
from skp_tui.ui.screens.lists.mark_grid import MarkGrid
from skp_tui.ui.widgets.filter_bar import FilterBar
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.grid.grid import Row
from skp_tui.ui.widgets.lines import Lines
from skp_tui.ui.widgets.row_store import RowStore

READING: Final = "Membaca…"
NOTHING_FITS: Final = "Tidak ada nama berkas yang cocok. Esc menampilkan semua."
NONE_CHOSEN: Final = "Belum ada yang dipilih. Tab kembali ke map."
NO_LIST: Final = "Tidak ada berkas Excel, ODS atau CSV di map ini."
UP: Final = ".."
NEAR: Final = 30
"""Rows above and below the cursor whose files are looked at: what may be in view."""
AT_ONCE: Final = 4
SMALL: Final = 2 * 1024 * 1024
"""Bytes up to which a file is looked at unasked; a bigger one when it is chosen."""


class FolderList(Filtered):
    """Show a folder, or the chosen files of all folders, and know what each file seems to hold.

    ``said`` is what the last key brought, told where the cursor's file is until the cursor moves;
    ``aside`` what files were taken for that are not chosen any more, but whose pairs are not lost.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.isi: Isi | None = None
        self.chosen: dict[Path, Terpilih] = {}
        self.aside: dict[Path, Terpilih] = {}
        self.shows_chosen = False
        self.files: dict[Path, Entri] = {}
        self._looks: dict[Entri, Tinjauan] = {}
        self._looking = False
        self._shown: tuple[Entri, ...] = ()
        self._places: dict[str, int] = {}
        self._under: Counter[Path] = Counter()
        self._store: RowStore[Entri] = RowStore(
            import_rows.key_of, import_rows.text_of, import_rows.row_of
        )
        self._wanted: Path | None = None
        self.said = ""
        self.hold("read")

    def list_widgets(self) -> ComposeResult:
        """Yield the filter and the list."""
        yield FilterBar(self.fill, self.take_found, listed="#import-list")
        columns = import_rows.columns_for(80)
        yield MarkGrid(columns, cursor="row", empty=READING, id="import-list")

    def take_found(self) -> None:
        """Stay on the first file that was found."""

    @property
    def listed(self) -> MarkGrid:
        """Return the list."""
        return self.query_one("#import-list", MarkGrid)

    # Folders

    def open_folder(self, place: Path) -> None:
        """Read a folder, or the folder of a file, in a thread: a stick may be slow or gone."""
        self.hold("read")
        self.skp.work(self, partial(_visited, place), _answer, group="map")

    def on_folder_read(self, message: FolderRead) -> None:
        """Show it; the cursor goes to where one came from, or to the file that was asked for."""
        isi, before = message.isi, self.folder if self.isi is not None else None
        self.isi, self.folder = isi, isi.folder
        self.skp.import_folder = isi.folder
        if isi.folder != before:
            self.shows_chosen = False
            self.bar.close()
        self.fill()
        self._point(isi, before)
        self.let_go("read")
        if isi.pada is not None:
            self.folder_has(isi.pada)

    def _point(self, isi: Isi, before: Path | None) -> None:
        wanted = isi.pada or self._wanted or before
        self._wanted = None
        if wanted not in {None, isi.folder.parent} and self.listed.move_to(str(wanted)):
            return
        first = next((satu for satu in self._shown if satu.path != isi.folder.parent), None)
        if first is not None:
            self.listed.move_to(import_rows.key_of(first))

    def folder_has(self, path: Path) -> None:
        """Follow that a file was asked for by its name."""

    def on_folder_closed(self, message: FolderClosed) -> None:
        """Say why, and stay in the folder that is shown; at first go home."""
        self.tell(message.reason, "error")
        if self.isi is None and self.folder != Path.home():
            self.folder = Path.home()
            self.open_folder(self.folder)
            return
        self.listed.say_when_empty(message.reason)
        self.let_go("read")

    def read_again(self) -> None:
        """Read the folder anew: a file may have been mended in another window."""
        at = self.listed.cursor_row
        self._wanted = Path(at) if at else None
        self.open_folder(self.folder)

    # What is shown

    @property
    def entries(self) -> tuple[Entri, ...]:
        """Return all lines there are: of the folder, or of what is chosen anywhere."""
        if self.shows_chosen:
            return tuple(self.files[path] for path in self.chosen)
        if self.isi is None:
            return ()
        above = self.isi.folder.parent
        up = (Entri(above, is_map=True),) if above != self.isi.folder else ()
        return (*up, *self.isi.entri) if not self.bar.words.strip() else self.isi.entri

    def fill(self) -> None:
        """Show what the filter leaves."""
        if self.isi is None:
            return
        self._under = Counter(above for path in self.chosen for above in path.parents)
        entries = self.entries
        self._shown = self._store.matching(entries, self.bar.words)
        self._places = {import_rows.key_of(entri): at for at, entri in enumerate(self._shown)}
        nothing = NOTHING_FITS if self.bar.words.strip() else NO_LIST
        self.listed.say_when_empty(NONE_CHOSEN if self.shows_chosen else nothing)
        columns = import_rows.columns_for(self.size.width)
        self.listed.show(columns, [self._line(entri) for entri in self._shown])
        self.bar.count(len(self._shown), len(entries))
        self.refresh_lines()
        self._look_around()

    def _line(self, entri: Entri) -> Row:
        terpilih = self.chosen.get(entri.path)
        jenis = terpilih.jenis if terpilih else ()
        return self._store.row(
            entri, self._called(entri), jenis, self._inside(entri), self.look_of(entri)
        )

    def _inside(self, entri: Entri) -> int:
        """Count what is chosen of a folder; of the one above nobody asks."""
        return self._under[entri.path] if entri.is_map and not self.is_above(entri) else 0

    def _called(self, entri: Entri) -> str:
        if self.shows_chosen:
            return import_rows.place_name(entri.path)
        if self.is_above(entri):
            return UP
        return import_rows.folder_name(entri.path) if entri.is_map else entri.path.name

    def is_above(self, entri: Entri) -> bool:
        """Say whether a line leads to the folder above."""
        return entri.is_map and self.isi is not None and entri.path == self.isi.folder.parent

    def show_line(self, entri: Entri) -> None:
        """Show one line anew."""
        self.listed.update_row(self._line(entri))

    def show_mark(self, entri: Entri) -> None:
        """Show that one file was chosen or let go; thousands of other lines stay as they are."""
        if self.shows_chosen:
            self.fill()
        else:
            self.show_line(entri)
            self.refresh_lines()

    def refresh_lines(self) -> None:
        """Draw what stands around the list anew."""
        for lines in self.query(Lines):
            lines.refresh(layout=True)

    def on_resize(self, _event: events.Resize) -> None:
        """Choose the columns for another width."""
        self.fill()

    @on(grid_messages.CursorMoved)
    def _follow_cursor(self) -> None:
        self.said = ""
        self.refresh_lines()
        self._look_around()

    def at_cursor(self) -> Entri | None:
        """Return the file or folder of the cursor's row."""
        place = self._places.get(self.listed.cursor_row or "")
        return None if place is None else self._shown[place]

    # What the files hold

    def look_of(self, entri: Entri) -> Tinjauan | None:
        """Return what a look at a file found; None as long as nobody looked."""
        return self._looks.get(entri)

    def keep_look(self, tinjauan: Tinjauan) -> None:
        """Remember what a look at a file found, as long as it stays as it is."""
        masuk = tinjauan.entri in self.skp.imported
        self._looks[tinjauan.entri] = replace(tinjauan, masuk=masuk)

    def note_imported(self, paths: Iterable[Path], *, imported: bool) -> None:
        """Remember files as imported, or as taken back, as long as they stay as they are."""
        entries = {self.files[path] for path in paths if path in self.files}
        if imported:
            self.skp.imported |= entries
            for entri in entries:
                self.skp.told_files.pop(entri, None)
        else:
            self.skp.imported -= entries
        for tinjauan in filter(None, map(self.look_of, entries)):
            self.keep_look(tinjauan)

    def _look_around(self) -> None:
        """Look at the next files near the cursor, one thread at a time."""
        if self._looking:
            return
        wanted = list(self._next_files())[:AT_ONCE]
        if wanted:
            self._looking = True
            self.skp.work(self, partial(_looked, wanted), FilesLooked, group="lihat")

    def _next_files(self) -> Iterator[Entri]:
        here = self._places.get(self.listed.cursor_row or "", 0)
        first = max(0, here - NEAR)
        near = enumerate(self._shown[first : here + NEAR], first)
        for _, entri in sorted(near, key=lambda pair: abs(pair[0] - here)):
            if not entri.is_map and entri.ukuran <= SMALL and self.look_of(entri) is None:
                yield entri

    def on_files_looked(self, message: FilesLooked) -> None:
        """Show what was found, and go on with the next ones."""
        self._looking = False
        for tinjauan in message.found:
            self.keep_look(tinjauan)
        self._show_again(tinjauan.entri for tinjauan in message.found)
        self.refresh_lines()
        self._look_around()

    def _show_again(self, entries: Iterable[Entri]) -> None:
        for entri in entries:
            if import_rows.key_of(entri) in self._places:
                self.show_line(entri)

    def let_all_go(self) -> None:
        """Let keys through, and look at files again."""
        self._looking = False
        super().let_all_go()


def _visited(place: Path) -> Isi | str:
    try:
        return visit(place)
    except InputError as error:
        return error.kalimat()


def _answer(found: Isi | str) -> Message:
    return FolderClosed(found) if isinstance(found, str) else FolderRead(found)


def _looked(entries: Iterable[Entri]) -> list[Tinjauan]:
    return [look_at(entri) for entri in entries]
