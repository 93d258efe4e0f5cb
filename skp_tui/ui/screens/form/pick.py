"""A list in which typing finds: units, people, ranks."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from skp_tui.domain.search import fits, searchable, words_of
from skp_tui.domain.text import clean
from skp_tui.ui.safe import safe
from skp_tui.ui.screens.form.field import Pilihan
from skp_tui.ui.screens.frame.frame import ROOMS_CSS
from skp_tui.ui.screens.frame.helped import Helped

NOTHING = "Tidak ada yang cocok; hapus satu huruf, atau Esc."
MORE = "… dan {} lagi: ketik untuk mempersempit."
SEARCH = "/"
NO_SEARCH_FIRST = rf"([^{SEARCH}].*)?"
"""The key that searches everywhere else begins no text here, where typing searches already."""
MOST = 100
"""Entries that are listed at once: writing thousands anew at every sign takes seconds."""


class PickScreen(Helped[str | None]):
    """Choose one of many: letters narrow the list down, arrows and Enter choose, Esc leaves."""

    SCROLLS = "OptionList"
    BESIDES, BESIDES_LOW, HIGHEST = 7, 5, 12
    CSS_PATH: ClassVar[Path | None] = ROOMS_CSS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Kembali")]

    def __init__(
        self, title: str, pilihan: Sequence[Pilihan], *, typed: str = "", current: str = ""
    ) -> None:
        super().__init__()
        self._title = title
        self._typed, self._current = typed, current
        self._texts = [(satu, searchable(satu.teks, satu.kunci)) for satu in pilihan]
        self._shown: tuple[Pilihan, ...] = ()

    def compose(self) -> ComposeResult:
        """Yield the field and the list."""
        with Vertical(classes="window pick"):
            yield Static(safe(self._title), classes="window-title")
            yield Input(
                clean(self._typed).lstrip(SEARCH),
                select_on_focus=False,
                max_length=60,
                compact=True,
                restrict=NO_SEARCH_FIRST,
            )
            yield OptionList(markup=False)
            yield Static(
                "Ketik menyaring   Panah, Enter pilih   Esc kembali",
                markup=False,
                classes="window-keys",
            )

    def on_mount(self) -> None:
        """Let the user go on typing; the present choice has the cursor."""
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()
        self.query_one(OptionList).can_focus = False
        self._narrow()

    @on(Input.Changed)
    def _narrow(self) -> None:
        words = words_of(self.query_one(Input).value)
        found = self.matching(words)
        self._shown = tuple(self._first_of(found))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(safe(satu.teks)) for satu in self._shown])
        if not found:
            options.add_option(Option(safe(NOTHING), disabled=True))
            return
        if more := len(found) - len(self._shown):
            options.add_option(Option(safe(MORE.format(more)), disabled=True))
        keys = [satu.kunci for satu in self._shown]
        options.highlighted = keys.index(self._current) if self._current in keys else 0

    def matching(self, words: Sequence[str]) -> list[Pilihan]:
        """Return the entries with what was typed."""
        return [satu for satu, text in self._texts if fits(words, text)]

    def _first_of(self, found: Sequence[Pilihan]) -> Sequence[Pilihan]:
        """Return as many as are listed, those around the present choice when it is among them."""
        keys = [satu.kunci for satu in found]
        at = keys.index(self._current) if self._current in keys else 0
        start = max(0, min(at - MOST // 2, len(found) - MOST))
        return found[start : start + MOST]

    def on_key(self, event: events.Key) -> None:
        """Walk through the list while the field keeps the keyboard."""
        moves = {
            "up": "cursor_up", "down": "cursor_down", "pageup": "page_up", "pagedown": "page_down",
        }  # fmt: skip
        if event.key in moves:
            getattr(self.query_one(OptionList), f"action_{moves[event.key]}")()
            event.stop()

    @on(Input.Submitted)
    def _take(self) -> None:
        place = self.query_one(OptionList).highlighted
        if self._shown and place is not None:
            self.dismiss(self._shown[place].kunci)

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        if self._shown:
            self.dismiss(self._shown[event.option_index].kunci)
