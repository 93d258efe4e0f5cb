"""F1: the manual at the cell where the cursor is, and from there every other page."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from skp_tui.domain.text import clean
from skp_tui.services.keeping.booklet import BUKU, keep_both
from skp_tui.ui.actions.model import Room
from skp_tui.ui.manual import pages as manual
from skp_tui.ui.manual.pages import Section
from skp_tui.ui.manual.text import help_text, section_of
from skp_tui.ui.screens.form.field import Pilihan
from skp_tui.ui.screens.form.pick import PickScreen
from skp_tui.ui.screens.frame.ask import TextScreen
from skp_tui.ui.screens.frame.frame import ROOMS_CSS, Frame
from skp_tui.ui.workers import work

if TYPE_CHECKING:
    from skp_tui.ui.app import SkpApp

KEYS: Final = "Esc tutup   D daftar isi   / cari   P simpan PDF   Panah gulir"
KEYS_BACK: Final = "Esc tutup   Backspace kembali   D daftar isi   / cari   P simpan PDF"
PART: Final = "#"


class BookletKept(Message):
    """Tell where manual and key card were written."""

    def __init__(self, paths: tuple[Path, Path]) -> None:
        super().__init__()
        self.paths = paths


class HelpScreen(ModalScreen[None]):
    """Show a page of the manual, the section about a cell first; other pages are a key away."""

    CSS_PATH: ClassVar[Path | None] = ROOMS_CSS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter", "dismiss", "Tutup"),
        Binding("d,D,slash", "contents", "Daftar isi"),
        Binding("backspace", "back", "Kembali"),
        Binding("p,P", "keep_booklet", "Simpan PDF"),
    ]

    def __init__(self, name: str, first: Section | None = None) -> None:
        super().__init__()
        self._read: list[tuple[str, Section | None]] = [(name, first)]

    def compose(self) -> ComposeResult:
        """Yield the text with its keys."""
        with Vertical(classes="window page"):
            with VerticalScroll():
                yield Static(help_text(*self._read[-1]), id="help-text")
            yield Static(KEYS, markup=False, classes="window-keys", id="help-keys")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()

    def action_contents(self) -> None:
        """Show the pages of the manual; typing searches in all of them."""
        self.app.push_screen(ContentsScreen(self._read[-1][0]), self._turn_to)

    def _turn_to(self, chosen: str | None) -> None:
        if chosen is None:
            return
        name, _, number = chosen.partition(PART)
        first = manual.page(name).sections[int(number)] if number else None
        self._read.append((name, first))
        self._show()

    def action_back(self) -> None:
        """Return to the page before."""
        if len(self._read) > 1:
            self._read.pop()
            self._show()

    def action_keep_booklet(self) -> None:
        """Ask where the printed manual and the key card are to lie."""
        folder = self._skp.writing_folder
        about = f"Kartu tombolnya ditulis di sampingnya. Di {folder}; yang ada tidak ditimpa."
        asked = TextScreen("Simpan petunjuk sebagai PDF", about, BUKU, topic="petunjuk")
        self.app.push_screen(asked, self._keep_booklet)

    def _keep_booklet(self, typed: str | None) -> None:
        if typed:
            folder = self._skp.writing_folder
            work(self, lambda: keep_both(typed, folder), BookletKept, group="petunjuk")

    @property
    def _skp(self) -> "SkpApp":
        return cast("SkpApp", self.app)

    def on_booklet_kept(self, message: BookletKept) -> None:
        """Say where they lie."""
        book, card = message.paths
        self._skp.wrote(book)
        self.notify(clean(f"Tersimpan: {book}, dan kartu tombol {card.name}."))

    def _show(self) -> None:
        self.query_one("#help-text", Static).update(help_text(*self._read[-1]))
        self.query_one("#help-keys", Static).update(KEYS_BACK if len(self._read) > 1 else KEYS)
        self.query_one(VerticalScroll).scroll_home(animate=False)


class ContentsScreen(PickScreen):
    """List the pages by chapter; what is typed is looked for in every section of every page."""

    def __init__(self, current: str) -> None:
        entries = [
            Pilihan(str(name), f"{chapter} · {manual.page(name).title}")
            for chapter, names in manual.chapters().items()
            for name in names
        ]
        super().__init__("Petunjuk: daftar isi", entries, current=current)

    def matching(self, words: Sequence[str]) -> list[Pilihan]:
        """Return the pages, or what holds the typed words."""
        if not words:
            return super().matching(words)
        found = []
        for halaman, bagian in manual.find(words):
            if bagian is None:
                found.append(Pilihan(halaman.name, halaman.title))
            else:
                number = halaman.sections.index(bagian)
                text = f"{halaman.title} · {bagian.title}"
                found.append(Pilihan(f"{halaman.name}{PART}{number}", text))
        return found

    def action_help(self) -> None:
        """Go back to the page: this is the help already."""
        self.dismiss(None)


def open_help(app: App[object], topics: Sequence[str] = ()) -> None:
    """Open the help of the screen on top, or below the window on top, at what is asked there."""
    below = next((here for here in reversed(app.screen_stack) if isinstance(here, Frame)), None)
    if below is None:
        return
    topics = (*topics, *below.help_topics())
    # what can be asked over any screen stands on the page of the first one
    first = section_of((*below.help_pages(), Room.UNIT), topics)
    app.push_screen(HelpScreen(below.room, first))
