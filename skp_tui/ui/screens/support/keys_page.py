"""Every key with its other ways, who often keeps it, and the setting that frees it."""

from collections.abc import Sequence
from pathlib import Path
from textwrap import fill
from typing import ClassVar, Final

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from skp_tui.ui.keys.in_between import Alat
from skp_tui.ui.keys.keepers import keepers_of
from skp_tui.ui.keys.table import Tombol
from skp_tui.ui.keys.trial import Percobaan
from skp_tui.ui.keys.ways import ways
from skp_tui.ui.screens.frame.frame import ROOMS_CSS
from skp_tui.ui.widgets.lines import line

PAGE: Final = 70
BORDERS: Final = 8
"""Columns of a narrow window that are not the text's: border, blanks, scroll bar."""


class KeysPage(ModalScreen[None]):
    """Show the page until Esc, or C once more where Esc does not arrive."""

    CSS_PATH: ClassVar[Path | None] = ROOMS_CSS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,c,C", "dismiss", "Tutup")]

    def __init__(self, round_: Percobaan, here: Sequence[Alat]) -> None:
        super().__init__()
        self._round, self._here = round_, here

    def compose(self) -> ComposeResult:
        """Yield the text with its keys."""
        with Vertical(classes="window page"):
            with VerticalScroll():
                width = max(20, min(PAGE, self.app.size.width - BORDERS))
                yield Static(page(self._round, self._here, width), markup=False)
            yield Static("Panah gulir   Esc atau C tutup", markup=False, classes="window-keys")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()


def page(round_: Percobaan, here: Sequence[Alat], width: int) -> Text:
    """Return all keys, those that do not arrive first."""
    gone = round_.tak_sampai
    text = Text(end="")
    if gone:
        text.append("Tidak sampai\n\n", style="bold")
    for satu in (one for one in round_.semua if one.kunci in gone):
        _append(text, satu, round_, here, width)
    text.append("Tombol lain\n\n" if gone else "Cara lain bagi setiap tombol\n\n", style="bold")
    for satu in (one for one in round_.semua if one.kunci not in gone):
        _append(text, satu, round_, here, width)
    return text


def _append(text: Text, satu: Tombol, round_: Percobaan, here: Sequence[Alat], width: int) -> None:
    text.append(line(satu.nama, "bold"))
    found = ways(satu.kunci, round_.tak_sampai) or ("tidak ada cara lain",)
    keepers = keepers_of(satu.kunci, here, arrived=round_.sampai)
    for words in (f"untuk: {satu.guna}", *found, *(satu.kalimat for satu in keepers)):
        text.append("\n")
        text.append(fill(words, width, initial_indent="  ", subsequent_indent="    "))
    text.append("\n\n")
