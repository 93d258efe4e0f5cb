"""A screen that says when it is not ready for keys, so that none typed ahead is lost."""

from typing import TYPE_CHECKING, Final, cast

from textual.screen import Screen

if TYPE_CHECKING:
    from skp_tui.ui.app import SkpApp


READS: Final = frozenset({"read", "ask"})
"""The names of holds that only wait for something to show; the others wait for the disk."""


class Holding(Screen[None]):
    """Keep keys back while something is read or written that they may be meant for."""

    def __init__(self) -> None:
        # the usual class from the start: to learn it from the first size would style all twice
        super().__init__(classes="-enough")
        self._holds: set[str] = set()

    def on_screen_suspend(self) -> None:
        """Leave what is told to the screen above: seen through a window it would stand there twice.

        Textual shows it again when this screen is on top again.
        """
        for rack in self.query("#textual-toastrack"):
            rack.display = False

    @property
    def is_holding(self) -> bool:
        """Say whether keys wait for an answer."""
        return bool(self._holds)

    @property
    def is_reading(self) -> bool:
        """Say whether keys wait for nothing but what is read."""
        return self.is_holding and self._holds <= READS

    def hold(self, what: str) -> None:
        """Keep keys back until ``let_go`` of the same name."""
        self._holds.add(what)

    def let_go(self, what: str) -> None:
        """Let keys through again; a name that is not held is nothing to let go of."""
        self._holds.discard(what)
        app = cast("SkpApp", self.app)
        app.settle()
        app.resume_keys()

    def let_all_go(self) -> None:
        """Let keys through again, because an answer will not come."""
        self._holds.clear()
        cast("SkpApp", self.app).resume_keys()
