"""A word in brackets that is carried out: storing a form, starting a sample, going on."""

from textual import events
from textual.app import RenderResult
from textual.message import Message
from textual.widget import Widget

from skp_tui.ui.widgets.lines import line


class Press(Widget, can_focus=True):
    """A word in brackets that Enter carries out."""

    class Pressed(Message):
        """Tell that it was chosen."""

        def __init__(self, press: "Press") -> None:
            super().__init__()
            self.press = press

        @property
        def control(self) -> "Press":
            """Return the word, for the selectors of Textual's `on`."""
            return self.press

    def __init__(self, words: str, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._words = words

    def say(self, words: str) -> None:
        """Show another word."""
        self._words = words
        self.refresh(layout=True)

    def render(self) -> RenderResult:
        """Draw the word; the brackets and the sign before it tell where the keyboard is."""
        return line(f"{'>' if self.has_focus else ' '}[ {self._words} ]")

    def on_key(self, event: events.Key) -> None:
        """Tell that it was chosen."""
        if event.key in {"enter", "space"}:
            event.stop()
            self.post_message(self.Pressed(self))

    def on_click(self) -> None:
        """Take a click for Enter."""
        self.post_message(self.Pressed(self))
