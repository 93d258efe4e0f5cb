"""Changes at a key: one way to write, to say how it ended, and to go on."""

from typing import TYPE_CHECKING

from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from collections.abc import Callable

    from skp_tui.storage.transactions.writer import Writer

PLACE = "layar"


def change(frame: Frame, action: "Callable[[Writer], str]", after: "Callable[[str], None]") -> None:
    """Write in the writer's queue; keys wait until it is known how that ended.

    The action returns the words that say what was done, with which ``after`` goes on.
    """

    def stored(words: str) -> None:
        after(words)
        frame.let_go("write")

    def refused(reason: str) -> None:
        frame.skp.tell(reason, severe=True)
        # keys typed ahead were meant for after it
        frame.skp.drop_keys()
        frame.let_go("write")

    frame.hold("write")
    frame.skp.write(frame, action, place=PLACE, saved=calling(stored), failed=calling(refused))


def show_change(frame: Frame, words: str) -> None:
    """Say what was done, and let every screen show it."""
    frame.tell(words)
    frame.skp.reload_screens()


class Changing(Frame):
    """Change something, and go on in the same way whatever it was."""

    def change(self, action: "Callable[[Writer], str]") -> None:
        """Change something; the action returns the words that say what was done."""
        change(self, action, self.after_change)

    def after_change(self, words: str) -> None:
        """Say what was done, and let every screen show it."""
        show_change(self, words)
