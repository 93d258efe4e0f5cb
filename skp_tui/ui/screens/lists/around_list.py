"""The sentences around a list: on a low screen they leave their lines to the list."""

from collections.abc import Iterable
from typing import Final

from textual.screen import Screen

from skp_tui.ui.widgets.grid.paint import wrap

LOW: Final = 16
"""Lines of a screen below which it is a low one."""


def is_low(screen: Screen[None]) -> bool:
    """Say whether a list needs every line that the words around it can spare."""
    return screen.size.height < LOW


def sentences(screen: Screen[None], texts: Iterable[str], width: int, most: int) -> list[str]:
    """Return the lines of some texts, each in at most ``most`` of them, in one on a low screen."""
    limit = 1 if is_low(screen) else most
    return [piece for text in texts for piece in wrap(text, width, limit, "…")]
