"""Small windows over a screen: a question, a choice from a list, a line of text."""

from collections.abc import Sequence
from typing import ClassVar, Final

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from skp_tui.domain.text import clean
from skp_tui.record import record
from skp_tui.ui.safe import safe, safe_lines
from skp_tui.ui.screens.frame.helped import Helped
from skp_tui.ui.screens.frame.type_ahead import TypeAhead

CHOICE_KEYS: Final = "Enter pilih   Esc kembali"


class AskScreen(Helped[bool]):
    """Ask something that Y or Enter confirms and Esc declines; without ``yes`` only tell it."""

    SCROLLS = ".told"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,Y,enter", "answer(True)", "Ya"),
        Binding("escape,t,T", "answer(False)", "Tidak"),
    ]

    def __init__(self, title: str, text: str, yes: str) -> None:
        super().__init__()
        self._title, self._text, self._yes = title, text, yes

    def compose(self) -> ComposeResult:
        """Yield the question with its keys."""
        with Vertical(classes="window small"):
            yield Static(safe(self._title), classes="window-title")
            with VerticalScroll(classes="told"):
                yield Static(safe_lines(self._text), classes="window-text")
            if self._yes:
                yield Static(
                    f"Y atau Enter {self._yes}   Esc Kembali", markup=False, classes="window-keys"
                )

    def action_answer(self, answer: bool) -> None:  # noqa: FBT001 - from a binding
        """Close with the answer."""
        if self._yes:
            self.dismiss(answer)


@record
class Choice:
    """One entry of a list: what is returned, what is shown, the letter and the key that choose it.

    A key has the name that Textual gives it.
    """

    id: str
    text: Text
    letter: str = ""
    key: str = ""


def _option(choice: Choice) -> Option:
    """Return an entry that may break where the window is narrow; in a wide one none does."""
    text = choice.text.copy()
    text.no_wrap = False
    return Option(text)


class ChooseScreen(Helped[str | None]):
    """Choose one entry with arrows and Enter, or by its letter; Esc chooses none.

    What is typed besides goes to the entry with a word that begins so.
    """

    SCROLLS = "OptionList"
    BESIDES, HIGHEST = 8, 16
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f10", "dismiss(None)", "Kembali"),
    ]

    def __init__(
        self, title: str, choices: Sequence[Choice], current: str = "", *, topic: str = ""
    ) -> None:
        super().__init__()
        self.topic = topic
        self._title, self._choices, self._current = title, tuple(choices), current
        self._ahead = TypeAhead()

    def compose(self) -> ComposeResult:
        """Yield the list with its keys."""
        with Vertical(classes="window small"):
            yield Static(safe(self._title), classes="window-title")
            yield OptionList(*map(_option, self._choices), markup=False)
            yield Static(CHOICE_KEYS, markup=False, classes="window-keys")

    def on_mount(self) -> None:
        """Begin at the present entry, and say how many more there are."""
        options = self.query_one(OptionList)
        ids = [choice.id for choice in self._choices]
        options.highlighted = ids.index(self._current) if self._current in ids else 0
        options.focus()
        for known_by in ("scroll_y", "virtual_size", "container_size"):
            self.watch(options, known_by, self._count_hidden, init=False)

    @on(events.Resize)
    def _count_hidden(self) -> None:
        self.call_after_refresh(self.tell_hidden)

    def tell_hidden(self) -> None:
        """Say beside the keys how much of the list is not to be seen."""
        more = self.hidden_words()
        self.query_one(".window-keys", Static).update(f"{CHOICE_KEYS}   {more}".rstrip())

    def hidden_words(self) -> str:
        """Say in words how much of the list is above and below what is to be seen."""
        options = self.query_one(OptionList)
        seen, above = options.scrollable_content_region.height, round(options.scroll_y)
        hidden = {"di bawah": options.virtual_size.height - above - seen, "di atas": above}
        words = " · ".join(f"{count} lagi {where}" for where, count in hidden.items() if count > 0)
        return f"… {words}" if words and seen else ""

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Close with the chosen entry."""
        self.dismiss(self._choices[event.option_index].id)

    def key_by_letter(self, letter: str) -> str | None:
        """Return the entry that a letter chooses."""
        found = (choice.id for choice in self._choices if choice.letter == letter.casefold())
        return next(found, None) if letter else None

    def on_key(self, event: events.Key) -> None:
        """Choose by key or letter, or go to the entry that is typed."""
        keyed = next((one.id for one in self._choices if one.key == event.key), None)
        if keyed is not None:
            event.stop()
            self.dismiss(keyed)
            return
        sign = event.character
        if sign is None or not event.is_printable:
            return
        # else the screen below would take the same key for one of its own
        event.stop()
        chosen = self.key_by_letter(sign)
        if chosen is not None:
            self.dismiss(chosen)
        else:
            self._seek(sign)

    def _seek(self, sign: str) -> None:
        """Go to the entry that is typed."""
        options = self.query_one(OptionList)
        texts = [choice.text.plain for choice in self._choices]
        found = self._ahead.place(sign, texts, options.highlighted)
        if found is not None:
            options.highlighted = found


class TextScreen(Helped[str | None]):
    """Ask for one line of text; Enter gives it, Esc gives none.

    ``enter`` says in the list of keys what comes of giving it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Kembali")]

    def __init__(
        self, title: str, text: str, value: str, longest: int = 120, enter: str = "simpan", *,
        topic: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        self.topic = topic
        self._title, self._text, self._value = title, text, value
        self._longest, self._enter = longest, enter

    def compose(self) -> ComposeResult:
        """Yield the field with its keys."""
        with Vertical(classes="window small"):
            yield Static(safe(self._title), classes="window-title")
            yield Static(safe_lines(self._text), classes="window-text")
            yield Input(clean(self._value), max_length=self._longest)
            keys = f"Enter {self._enter}   Esc kembali"
            yield Static(keys, markup=False, classes="window-keys")

    def on_mount(self) -> None:
        """Let the user type at once."""
        self.query_one(Input).cursor_blink = False
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def give(self, event: Input.Submitted) -> None:
        """Close with the text."""
        self.dismiss(clean(event.value))
