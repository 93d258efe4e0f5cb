"""The first frame: one line, which stands while the start screen is being loaded and read."""

from typing import TYPE_CHECKING, Final

from textual.widgets import Static

from skp_tui.ui.holding import Holding

if TYPE_CHECKING:
    from textual.app import ComposeResult

OPENING: Final = "SKP  Membaca…"


class OpeningScreen(Holding):
    """Keep the keys typed meanwhile for the start screen; only leaving passes."""

    def __init__(self) -> None:
        super().__init__()
        self.hold("read")

    def compose(self) -> "ComposeResult":
        """Yield the line."""
        yield Static(OPENING, markup=False, id="opening")

    def let_all_go(self) -> None:
        """Go on holding: the keys are meant for the start screen, which comes in any case."""
