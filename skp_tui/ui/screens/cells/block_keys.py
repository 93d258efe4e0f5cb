"""The line of keys while cells are marked: how many they are, and what means something for them."""

from typing import TYPE_CHECKING, Final

from rich.text import Text

from skp_tui.ui.actions.registry import actions_of
from skp_tui.ui.widgets.lines import cut, joined

if TYPE_CHECKING:
    from skp_tui.ui.actions.registry import Room
    from skp_tui.ui.widgets.grid.model import Block

WHILE_MARKED: Final = (
    "fill_down", "clear_cell", "copy_block", "paste_block", "same_as_target",
)  # fmt: skip


def _key(label: str, word: str) -> Text:
    return Text.assemble((label, "bold"), " ", word)


UNMARK: Final = _key("Esc", "Lepas")


def keys_while_marked(block: "Block", room: "Room", width: int) -> Text:
    """Return the size of the marked block and as many keys as fit, how to be rid of it last."""
    size = Text(f" {len(block.rows)}×{len(block.columns)} sel ", style="bold reverse")
    keys = {one.id: _key(one.label, one.word) for one in actions_of(room)}
    shown = [keys[name] for name in WHILE_MARKED if name in keys]
    while shown and _width(size, *shown, UNMARK) > width:
        shown.pop()
    return cut(joined([size, *shown, UNMARK], "  "), width)


def _width(*texts: Text) -> int:
    return sum(text.cell_len + 2 for text in texts) - 2
