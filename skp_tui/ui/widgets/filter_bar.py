"""One line in which typed words thin a list out, the same on every screen that has a list."""

from collections.abc import Callable

from textual import events, on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input

from skp_tui.ui.widgets.grid.editing import GridEditing
from skp_tui.ui.widgets.lines import Lines, line

LONGEST = 60


class FilterBar(Horizontal):
    """Hold the typed words, say how many of how many fit, and lead into the list.

    A screen yields it above its list and gives it two functions::

        yield FilterBar(self._fill, self.open_first, listed="#people")

    ``follow`` shows the rows that fit ``bar.words`` (``domain.search.fits`` judges one text) and
    calls ``bar.count(shown, everybody)``; it is called at every change of the words. ``take`` is
    called by Enter on words that found something, the cursor being on the first row; without it
    Enter only goes into the list. The key / calls ``bar.open()``. Up and down go into the list, Esc
    closes the line; where the list has the keyboard the screen does that: its ``on_key`` asks
    ``event.key == "escape" and bar.close()`` first, as ``screens/filtered.py`` has it.
    ``bar.only`` names a filter that is not typed, which the line then shows too.
    """

    DEFAULT_CSS = """
    FilterBar { height: 1; background: $surface; padding: 0 1; }
    FilterBar #filter-only { width: auto; text-style: bold; }
    FilterBar #filter-word { width: 5; }
    FilterBar #filter-text { width: 1fr; background: $surface; }
    FilterBar #filter-count { width: auto; min-width: 16; }
    """

    def __init__(
        self,
        follow: Callable[[], object],
        take: Callable[[], object] | None = None,
        *,
        listed: str,
    ) -> None:
        super().__init__(id="filter")
        self._follow, self._take, self._listed = follow, take, listed
        self._only = ""
        self._shown = 0
        self._everybody: int | None = 0
        self.field = Input(
            id="filter-text", select_on_focus=False, max_length=LONGEST, compact=True
        )
        """Where words are typed; it stands there from when something is filtered first."""
        self.field.cursor_blink = False
        self.field.display = False
        self.display = False
        self._named = Lines(lambda _: line(self._only_words()), id="filter-only")
        self._count = Lines(lambda _: line(f" {self.count_words}"), id="filter-count")
        self._word = Lines(lambda _: line("Cari "), id="filter-word")

    @property
    def words(self) -> str:
        """Return what is typed."""
        return self.field.value

    @property
    def is_typed(self) -> bool:
        """Say whether keys are words now."""
        return self.field.has_focus

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys that lead out of the field, each with what it does."""
        if self._take is None:
            return ("Enter", "Ke daftar"), ("Esc", "Semua lagi")
        return ("Enter", "Yang pertama"), ("Panah", "Ke daftar"), ("Esc", "Semua lagi")

    @property
    def only(self) -> str:
        """Return the words of the filter that is on beside the typed one, empty for none."""
        return self._only

    @only.setter
    def only(self, words: str) -> None:
        """Name the filter that is on; the list is the screen's to fill."""
        self._only = words
        self._arrange()

    @property
    def count_words(self) -> str:
        """Say how many of how many are shown."""
        if self._everybody is None:
            return f"{self._shown} cocok"
        return f"{self._shown} dari {self._everybody}"

    def count(self, shown: int, everybody: int | None) -> None:
        """Show how many of how many fit; None where nobody counted how many there are."""
        self._shown, self._everybody = shown, everybody
        self._arrange()

    def open(self) -> None:
        """Show the field and give it the keyboard."""
        self.field.display = True
        self._arrange()
        self.screen.set_focus(self.field, scroll_visible=False)

    def close(self) -> bool:
        """Forget words and named filter and go into the list; False when nothing was filtered."""
        if not self.display:
            return False
        # at once: the field tells its change by a message, and the next key may come before it
        with self.prevent(Input.Changed):
            self.field.value = ""
        self.field.display = False
        self.only = ""
        self._follow()
        self._go_into_list()
        return True

    def on_key(self, event: events.Key) -> None:
        """Leave the field with arrows; Esc brings everybody back."""
        if event.key in {"up", "down"}:
            self._go_into_list()
        elif event.key != "escape" or not self.close():
            return
        event.stop()

    @on(Input.Changed)
    def follow_typing(self, event: Input.Changed) -> None:
        """Show what fits, while typing; the cursor waits on the first row."""
        event.stop()
        self._follow()
        grid = self._list
        if isinstance(grid, GridEditing):
            grid.move_to_first()

    @on(Input.Submitted)
    def enter_list(self, event: Input.Submitted) -> None:
        """Take the first that fits; the words stay, and arrows go to the others."""
        event.stop()
        if not self.words.strip():
            self.field.display = False
            self._arrange()
        self._go_into_list()
        if self.words.strip() and self._take is not None:
            self._take()

    @property
    def _list(self) -> Widget:
        return self.screen.query_one(self._listed)

    def _go_into_list(self) -> None:
        self.screen.set_focus(self._list, scroll_visible=False)

    def _only_words(self) -> str:
        if not self._only:
            return ""
        words = f"Hanya: {self._only} · "
        return words if self.field.display else f"{words}{self.count_words}   Esc semua lagi"

    def _arrange(self) -> None:
        typing = self.field.display
        self.display = typing or bool(self._only)
        if self.display and not self.children:
            # most lists are never filtered, and every start would style these
            self.mount(self._named, self._word, self.field, self._count)
        self._word.display = self._count.display = typing
        self._named.display = bool(self._only)
        for lines in (self._named, self._word, self._count):
            lines.refresh(layout=True)
