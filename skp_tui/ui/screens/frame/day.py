"""A window that asks for a day, and says at once what that day means."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from skp_tui.domain.dates import DateError, editable_date, parse_date, shown_date
from skp_tui.domain.text import clean
from skp_tui.record import record
from skp_tui.ui.safe import safe, safe_lines
from skp_tui.ui.screens.frame.frame import ROOMS_CSS
from skp_tui.ui.screens.frame.helped import Helped

LONGEST = 20


@record
class Verdict:
    """What is said of a day: why it cannot be, what looks odd, and what would follow."""

    refused: str = ""
    odd: str = ""
    about: str = ""


class DayScreen(Helped[date | None]):
    """Ask for a day; Enter gives it, a second time where it looks odd; Esc gives none."""

    CSS_PATH: ClassVar[Path | None] = ROOMS_CSS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Kembali")]

    def __init__(
        self, title: str, verb: str, day: date | None, judge: Callable[[date], Verdict]
    ) -> None:
        super().__init__()
        self.topic = "hari"
        self._title, self._verb, self._day, self._judge = title, verb, day, judge
        self._insisted = ""

    def compose(self) -> ComposeResult:
        """Yield the field with what is said of its day."""
        with Vertical(classes="window day"):
            yield Static(safe(self._title), classes="window-title")
            yield Static(id="day-about", classes="window-text")
            yield Input(editable_date(self._day), max_length=LONGEST, select_on_focus=True)
            yield Static(id="day-said", classes="fault")
            yield Static(f"Enter {self._verb}   Esc kembali", markup=False, classes="window-keys")

    def on_mount(self) -> None:
        """Let the user type at once; the first sign replaces the day."""
        self.query_one(Input).cursor_blink = False
        self.query_one(Input).focus()

    @on(Input.Changed)
    def follow(self) -> None:
        """Say what the typed day means."""
        self._insisted = ""
        day = self._read()
        verdict = Verdict() if day is None else self._judge(day)
        self._say("")
        self.query_one("#day-about", Static).update(safe_lines(verdict.about))

    def _read(self) -> date | None:
        try:
            return parse_date(self.query_one(Input).value)
        except DateError:
            return None

    @on(Input.Submitted)
    def give(self) -> None:
        """Close with the day, unless it cannot be; where it is odd ask once more."""
        typed = clean(self.query_one(Input).value)
        try:
            day = parse_date(typed)
        except DateError as error:
            self._say(f'"{typed}" {error}' if typed else "isi tanggalnya, misalnya 31-12-2017")
            return
        verdict = self._judge(day)
        if verdict.refused:
            self._say(verdict.refused)
        elif verdict.odd and self._insisted != typed:
            self._insisted = typed
            self._say(f"{verdict.odd}. Enter sekali lagi bila memang {shown_date(day)}.")
        else:
            self.dismiss(day)

    def _say(self, words: str) -> None:
        said = self.query_one("#day-said", Static)
        said.update(safe_lines(f"! {words}") if words else Text())
        said.display = bool(words)
