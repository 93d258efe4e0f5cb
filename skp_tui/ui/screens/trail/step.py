"""One step of the trail in a window, whole."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from skp_tui.services.history.step import Rincian
from skp_tui.ui.screens.frame.frame import ROOMS_CSS
from skp_tui.ui.screens.frame.helped import Helped
from skp_tui.ui.screens.trail.rows import step_text


class StepScreen(Helped[None]):
    """Show all that a step changed, until Esc."""

    CSS_PATH: ClassVar[Path | None] = ROOMS_CSS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "dismiss", "Tutup")]

    def __init__(self, rincian: Rincian) -> None:
        super().__init__()
        self.topic = "langkah"
        self._rincian = rincian

    def compose(self) -> ComposeResult:
        """Yield the text with its keys."""
        with Vertical(classes="window step"):
            with VerticalScroll():
                yield Static(step_text(self._rincian))
            yield Static("Panah gulir   Esc tutup", markup=False, classes="window-keys")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()
