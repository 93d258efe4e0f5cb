"""F10: everything that can be done on a screen, with its keys and a letter for each.

A letter that is a key of the screen is its own letter here too, so that nobody learns two.
"""

from textwrap import wrap

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from skp_tui.ui.actions.registry import Action, Room, actions_of
from skp_tui.ui.screens.frame.ask import Choice, ChooseScreen
from skp_tui.ui.widgets.lines import Lines, cut, line

FIRST = "Menu layar ini: tekan hurufnya"
TITLE = f"{FIRST}. Tombolnya berlaku juga tanpa menu."
COLUMNS = ("Huruf", "Tombol", "Perintah", "Kerjanya")
LETTER, KEY = 5, 9
ABOUT_LINES = 2
WORD = 12
"""Letters of a usual word, the most that the footer has room for."""


class MenuScreen(ChooseScreen):
    """List the actions of a room; the chosen one's id is returned.

    The line of an action names it; its whole explanation stands below the list. What a key does
    only in the place where it is pressed is listed too, but cannot be chosen.
    """

    BESIDES, BESIDES_LOW, HIGHEST = 8, 4, 1000

    def __init__(self, room: Room) -> None:
        self._actions = tuple(action for action in actions_of(room) if action.id != "menu")
        self._room_for = room_for = max((WORD, *(len(action.word) for action in self._actions)))
        super().__init__(
            TITLE,
            [
                Choice(action.id, menu_line(action, room_for), action.letter)
                for action in self._actions
            ],
        )

    def compose(self) -> ComposeResult:
        """Yield the list, the explanation of the present entry, and the keys."""
        with Vertical(classes="window menu"):
            yield Lines(_title, classes="window-title")
            yield Lines(
                lambda width: cut(_columns(*COLUMNS, self._room_for), width), id="menu-head"
            )
            yield OptionList(
                *(
                    Option(choice.text, disabled=not action.runs)
                    for choice, action in zip(self._choices, self._actions, strict=True)
                ),
                markup=False,
            )
            yield Lines(self._more, id="menu-more")
            yield Lines(self._about, id="menu-about")
            yield Static("Panah, Enter memilih   Esc kembali", markup=False, classes="window-keys")

    def tell_hidden(self) -> None:
        """Say below the list how much of it is not to be seen."""
        self.query_one("#menu-more", Lines).refresh()

    def _more(self, width: int) -> Text:
        return cut(line(self.hidden_words()), width)

    @on(OptionList.OptionHighlighted)
    def explain(self) -> None:
        """Explain the entry that the cursor came to."""
        self.query_one("#menu-about", Lines).refresh()

    def _about(self, width: int) -> Text:
        place = self.query_one(OptionList).highlighted
        words = "" if place is None else self._actions[place].tooltip
        return Text("\n".join(wrap(words, width)[:ABOUT_LINES]), end="")


def _title(width: int) -> Text:
    """Return the title, its first sentence where there is no room for both."""
    whole = line(TITLE, "bold")
    return whole if whole.cell_len <= width else cut(line(f"{FIRST}.", "bold"), width)


def menu_line(action: Action, room_for: int) -> Text:
    """Return the letter, the keys and the word of an action, and what it does.

    All words of a list have the same room, so that what they do stands in one column.
    """
    about = action.tooltip.partition(";")[0].rstrip(".")
    return _columns(action.letter.upper(), action.label, action.word, about, room_for)


def _columns(letter: str, key: str, word: str, about: str, room_for: int) -> Text:
    return line(f"{letter:^{LETTER}} {key:<{KEY}} {word:<{room_for}} {about}")
