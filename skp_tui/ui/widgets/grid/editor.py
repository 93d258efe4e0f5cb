"""The one field that floats over the cell being edited."""

from typing import Final

from textual import events
from textual.binding import Binding
from textual.widgets import Input

from skp_tui.domain.text import clean

NOT_FOR_THE_FIELD: Final = frozenset({"ctrl+d", "enter"})
"""Keys that the screen or the grid needs although Textual's Input would take them."""


def _field_keys() -> dict[str, str]:
    """Read the keys of Textual's own field, so that it behaves as every other field does."""
    actions: dict[str, str] = {}
    for binding in Input.BINDINGS:
        if isinstance(binding, Binding):
            actions.update(dict.fromkeys(binding.key.split(","), binding.action))
    return {key: action for key, action in actions.items() if key not in NOT_FOR_THE_FIELD}


FIELD_KEYS: Final = _field_keys()


def first_line(text: str) -> str:
    """Return the first line with something on it, cleaned, blanks at its ends kept.

    `clean` cuts blanks off, which would glue pasted words to those already there.
    """
    line = next((line for line in text.splitlines() if line.strip()), "")
    return clean(f"|{line}|")[1:-1]


class Editor(Input, can_focus=False, inherit_bindings=False):
    """Edit one text while the grid keeps the focus.

    Keys reach it through the grid: were the focus to move, signs typed fast would arrive over two
    queues and change places.
    """

    DEFAULT_CSS = """
    Editor, Editor:focus {
        position: absolute;
        display: none;
        height: 1;
        width: 4;
        border: none;
        padding: 0;
        background: $foreground;
        color: $background;
        background-tint: $foreground 0%;
    }
    Editor > .input--cursor {
        background: $background;
        color: $foreground;
        text-style: none;
    }
    Editor > .input--selection {
        background: $background;
        color: $foreground;
        text-style: underline;
    }
    """

    def __init__(self) -> None:
        super().__init__(compact=False, select_on_focus=False)
        self.cursor_blink = False

    def start(self, text: str, maximum: int) -> None:
        """Show the field with a text, its cursor at the end."""
        self.has_focus = True
        # A text that is longer already must still be open to shortening, sign by sign.
        self.max_length = max(maximum, len(text))
        self.value = text
        self.cursor_position = len(text)
        self.display = True

    def finish(self) -> None:
        """Hide the field."""
        self.display = False
        self.value = ""

    def type_text(self, text: str) -> None:
        """Put text in place of the selection, or at the cursor."""
        self.replace(text, *self.selection)

    def mend(self) -> None:
        """Go to the end of a text that is wholly selected, and select nothing of it."""
        if self.selected_text == self.value:
            self.cursor_position = len(self.value)

    def paste_text(self, text: str) -> None:
        """Put pasted text in whole: if it is too long, the check says so; a cut would be silent."""
        self.max_length = max(self.max_length or 0, len(self.value) + len(text))
        self.replace(text, *self.selection)

    async def press(self, key: str) -> bool:
        """Do what a key does in a field; False when the field has no use for it."""
        action = FIELD_KEYS.get(key)
        return action is not None and await self.app.run_action(action, self)

    def on_click(self, event: events.Click) -> None:
        """Keep clicks into the field from moving the grid's cursor."""
        event.stop()
