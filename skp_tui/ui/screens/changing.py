"""Screens that change something at a key: one way to write, to say how it ended, and to go on."""

from typing import TYPE_CHECKING

from textual.message import Message

from skp_tui.ui.screens.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from skp_tui.storage.writer import Writer

PLACE = "layar"


class ChangeStored(Message):
    """Tell that something was stored, in words."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class ChangeRefused(Message):
    """Tell why nothing was stored."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class Changing(Frame):
    """Write in the writer's queue; keys wait until it is known how that ended."""

    def change(self, action: "Callable[[Writer], str]") -> None:
        """Change something; the action returns the words that say what was done."""
        self.hold("write")
        self.skp.write(self, action, place=PLACE, saved=ChangeStored, failed=ChangeRefused)

    def on_change_stored(self, message: ChangeStored) -> None:
        """Say what was done, and go on."""
        self.after_change(message.words)
        self.let_go("write")

    def after_change(self, words: str) -> None:
        """Say what was done, and let every screen show it."""
        self.tell(words)
        self.skp.reload_screens()

    def on_change_refused(self, message: ChangeRefused) -> None:
        """Say why nothing was done; keys typed ahead were meant for after it, so they go."""
        self.skp.tell(message.reason, severe=True)
        self.skp.drop_keys()
        self.let_go("write")
