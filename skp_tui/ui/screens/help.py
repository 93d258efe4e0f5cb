"""F1: the manual's page of a screen, the cell where the cursor is first."""

from pathlib import Path
from typing import ClassVar, Final

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from skp_tui.ui.actions import Room, actions_of
from skp_tui.ui.screens.frame import ROOMS_CSS

MANUAL: Final = Path(__file__).parent.parent.parent / "bantuan"
TOPIC: Final = "## "
KEY_WIDTH: Final = 9


def page(room: Room) -> str:
    """Return the manual's page of a screen, Markdown of this project."""
    return (MANUAL / f"{room}.md").read_text(encoding="utf-8")


def sections(markdown: str) -> list[tuple[frozenset[str], str]]:
    """Split a page at its headings: ``## Mutu {target_kualitas realisasi_kualitas}``.

    The words in braces are the cells that a section is about.
    """
    found: list[tuple[frozenset[str], str]] = []
    for block in f"\n{markdown}".split(f"\n{TOPIC}"):
        title, _, body = block.partition("\n")
        name, _, topics = title.partition("{")
        text = f"{name.strip()}\n{body.strip()}" if found else body.strip()
        found.append((frozenset(topics.rstrip("} ").split()), text))
    return found


def help_text(room: Room, topics: tuple[str, ...]) -> Text:
    """Return what is shown: the section of the cell, the page, and the keys."""
    parts = sections(page(room))
    first = [part for topic in topics for part in parts[1:] if topic in part[0]][:1]
    rest = [part for part in parts[1:] if part not in first]
    text = Text(end="")
    for _, body in (*first, parts[0], *rest):
        _append(text, body, titled=body is not parts[0][1])
    text.append("Tombol\n", style="bold")
    for action in actions_of(room):
        text.append(f"{action.label:<{KEY_WIDTH}}", style="bold")
        text.append(f"{action.tooltip}\n")
    return text


def _append(text: Text, body: str, *, titled: bool) -> None:
    head, _, rest = body.partition("\n")
    if titled:
        text.append(f"{head}\n", style="bold")
        body = rest
    paragraphs = (" ".join(part.split()) for part in body.strip().split("\n\n"))
    text.append("\n\n".join(paragraphs).removeprefix("# "))
    text.append("\n\n")


class HelpScreen(ModalScreen[None]):
    """Show the help until Esc."""

    CSS_PATH: ClassVar[Path | None] = ROOMS_CSS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,enter", "dismiss", "Tutup")]

    def __init__(self, room: Room, topics: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._room, self._topics = room, topics

    def compose(self) -> ComposeResult:
        """Yield the text with its keys."""
        with Vertical(classes="window page"):
            with VerticalScroll():
                yield Static(help_text(self._room, self._topics))
            yield Static("Panah gulir   Esc tutup", markup=False, classes="window-keys")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()
