"""A step of copying: what it is about, a list with marks, and how many are marked."""

from abc import abstractmethod
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from skp_tui.domain.search import searchable
from skp_tui.services.entry.target_rows import KEGIATAN, SEBUTAN, Butir
from skp_tui.ui.screens.copying.rows import butir_columns, words_of
from skp_tui.ui.screens.frame.changing import Changing
from skp_tui.ui.screens.lists.around_list import sentences
from skp_tui.ui.screens.lists.filtered import Filtered
from skp_tui.ui.screens.lists.mark_grid import MarkGrid
from skp_tui.ui.widgets.filter_bar import FilterBar
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.lines import Lines, cut, line
from skp_tui.ui.widgets.marked_list import MarkedList
from skp_tui.ui.widgets.row_store import RowStore

T = TypeVar("T")

READING = "Membaca…"
ABOUT_LINES = 2
"""Lines that one sentence above the list may take."""
NOTHING_FITS = "Tidak ada yang cocok. Esc menampilkan semua."


class CopyList(Filtered, Changing, Generic[T]):
    """Show a list in which some rows are marked; Enter goes on with them.

    ``base`` is the screen on which copying began and where it ends; ``done`` is called there. A
    subclass gives its items to ``show_items`` once they are read, and says how they look.
    """

    EMPTY = "Tidak ada."

    def __init__(self, base: Screen[None], done: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.base, self.done = base, done
        self.list: MarkedList[T] = MarkedList(self.key_of)
        self._store: RowStore[T] = RowStore(self.key_of, self.text_of, self.row_of)
        self.hold("read")

    # What a subclass says

    @abstractmethod
    def key_of(self, item: T) -> str:
        """Return what tells an item apart."""

    @abstractmethod
    def text_of(self, item: T) -> str:
        """Return what is searched in an item."""

    @abstractmethod
    def row_of(self, item: T, *look: Hashable) -> Row:
        """Return the line of an item."""

    def look_of(self, item: T) -> tuple[Hashable, ...]:
        """Return all that the line of an item depends on beside itself."""
        return (self.list.is_marked(item),)

    @abstractmethod
    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a width."""

    @abstractmethod
    def about(self) -> Sequence[str]:
        """Return the lines that say what this step is about, the first one the most important."""

    def foot(self) -> str:
        """Return the line under the list."""
        return f"{len(self.list.marked)} dari {len(self.list.items)} ditandai (*)"

    def why_not(self, item: T) -> str:
        """Return why an item cannot be marked; empty where it can."""
        del item
        return ""

    def after_marks(self) -> None:
        """Follow other marks."""

    def touched(self, item: T) -> Sequence[T]:
        """Return the items whose lines change with the mark of one."""
        return (item,)

    @abstractmethod
    def action_go_on(self) -> None:
        """Go on with what is marked."""

    def copies_nothing(self) -> bool:
        """Say whether nothing would be copied, so that a last step cannot be carried out."""
        return False

    # The list

    def content(self) -> ComposeResult:
        """Yield what it is about, the filter, the list and its foot."""
        yield Lines(self._about, id="copy-about")
        yield FilterBar(self.fill, self._take_found, listed="#copy-list")
        yield MarkGrid(self.columns(80), cursor="row", empty=READING, id="copy-list")
        yield Lines(lambda width: cut(line(self.foot()), width), id="copy-foot")

    @property
    def listed(self) -> MarkGrid:
        """Return the list."""
        return self.query_one("#copy-list", MarkGrid)

    def on_mount(self) -> None:
        """Begin on the list, and read."""
        self.focus_on(self.listed)
        self.reload()

    def write_lines(self, items: Sequence[T], width: int, *look: Hashable) -> None:
        """Write lines ahead, in the thread that reads: thousands would hold the screen up."""
        for item in items:
            self._store.row(item, width, *look)

    def show_items(self, items: Sequence[T]) -> None:
        """Show what was read, and let keys through."""
        self.list.take(items)
        self.listed.say_when_empty(NOTHING_FITS if self.list.items else self.EMPTY)
        self.fill()
        self.let_go("read")

    def fill(self) -> None:
        """Show what the filter leaves."""
        self.list.shown = shown = self._store.matching(self.list.items, self.bar.words)
        rows = [self._line(item) for item in shown]
        self.listed.show(self.columns(self.size.width), rows)
        self.bar.count(len(shown), len(self.list.items))
        self.follow()

    def _line(self, item: T) -> Row:
        return self._store.row(item, self.size.width, *self.look_of(item))

    def follow(self) -> None:
        """Draw anew what follows from the marks."""
        for name in ("copy-about", "copy-foot", "keys"):
            self.query_one(f"#{name}", Lines).refresh(layout=True)

    def idle_keys(self) -> tuple[str, ...]:
        """Leave out carrying out what would copy nothing, and marks where nothing takes one."""
        if not self.copies_nothing():
            return ()
        return ("apply_copy",) if self.takes_marks() else ("apply_copy", "mark_row", "mark_rows")

    def takes_marks(self) -> bool:
        """Say whether there is anything that can be marked."""
        return not all(map(self.why_not, self.list.items))

    def on_resize(self) -> None:
        """Choose the columns for another width."""
        self.fill()

    def _about(self, width: int) -> Text:
        first, *rest = self.about() or ("",)
        lines = sentences(self, rest, width, ABOUT_LINES)
        return Text("\n", end="").join([cut(line(first, "bold"), width), *map(line, lines)])

    def at_cursor(self) -> T | None:
        """Return the item of the cursor's row."""
        return self.list.at(self.listed.cursor_row)

    # Marks

    def action_mark_row(self) -> None:
        """Mark the row of the cursor, or take its mark away, and go down."""
        item = self.at_cursor()
        if item is None:
            return
        if reason := self.why_not(item):
            self.tell(reason)
            return
        self.list.turn(item)
        self.after_marks()
        for changed in self.touched(item):
            self.listed.update_row(self._line(changed))
        self.follow()
        self.listed.step_down()

    def action_mark_rows(self) -> None:
        """Mark all that are shown, or none of them when they all are."""
        self.list.turn_shown(but=self.why_not)
        self.after_marks()
        self.fill()

    # Going on

    def action_apply_copy(self) -> None:
        """Carry out what the last step shows."""
        self.action_go_on()

    @on(grid_messages.RowChosen)
    def _choose(self) -> None:
        self.action_go_on()

    def _take_found(self) -> None:
        """Stay on the first that was found; a list of one choice takes it."""

    def after_change(self, words: str) -> None:
        """Close all steps, and show everywhere what was copied."""
        while self.base in self.app.screen_stack and self.app.screen is not self.base:
            self.app.pop_screen()
        self.skp.tell(words)
        self.skp.reload_screens()
        if self.done is not None:
            self.done()


class TargetList(CopyList[Butir]):
    """List the rows of one person's plan, told apart by their numbers."""

    jenis = KEGIATAN

    @property
    def sebutan(self) -> str:
        """Return what the rows are called."""
        return SEBUTAN[self.jenis]

    def help_topics(self) -> tuple[str, ...]:
        """Name the step."""
        return ("kegiatan",)

    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a width."""
        return butir_columns(self.jenis, width)

    def key_of(self, item: Butir) -> str:
        """Return its number."""
        return str(item.no)

    def text_of(self, item: Butir) -> str:
        """Return its words."""
        return searchable(*words_of(item))
