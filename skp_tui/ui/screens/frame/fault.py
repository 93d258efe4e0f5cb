"""The one modal: a bug, and where its log lies."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static


class FaultScreen(ModalScreen[None]):
    """Tell that the program made a mistake; the sentence names nobody."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "dismiss", "Tutup")]

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._sentence = sentence

    def compose(self) -> ComposeResult:
        """Yield the sentence and its key."""
        with Vertical(classes="window"):
            yield Static("Kesalahan dalam program", markup=False, classes="window-title")
            yield Static(self._sentence, markup=False, classes="window-text")
            yield Static("Esc tutup   Ctrl+Q keluar", markup=False, classes="window-keys")
