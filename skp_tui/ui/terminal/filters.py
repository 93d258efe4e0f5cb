"""What is changed in every line of every screen just before it is drawn, for poor terminals."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

from skp_tui.ui.terminal.abilities import WARNA_16
from skp_tui.ui.terminal.ascii import ascii_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.color import Color as Background

    from skp_tui.ui.terminal.abilities import Rendering


class OnlyAscii(LineFilter):
    """Draw every sign as ASCII, so that no screen must know of it."""

    def apply(self, segments: list[Segment], background: "Background") -> list[Segment]:
        """Return the same line in as many cells."""
        del background
        return [
            one if one.control or one.text.isascii() else Segment(ascii_text(one.text), one.style)
            for one in segments
        ]


class NoColours(LineFilter):
    """Leave bold, underline and reverse, and no colour at all: not even the word for the usual."""

    def apply(self, segments: list[Segment], background: "Background") -> list[Segment]:
        """Return the same line without colours."""
        del background
        return [
            Segment(text, style and _without_colour(style), control)
            for text, style, control in segments
        ]


class TurnedRound(LineFilter):
    """Turn the cursor round in the terminal's own two colours, in lists and tables alike.

    What Textual draws lists with knows only colours, so the theme of sixteen colours marks their
    cursor with one that it uses for nothing else. A bar of red or magenta would be hard to read.
    """

    def apply(self, segments: list[Segment], background: "Background") -> list[Segment]:
        """Return the same line, with the terminal's two colours exchanged where the cursor is."""
        del background
        return [
            Segment(text, style and _turned(style), control) for text, style, control in segments
        ]


@lru_cache(1024)
def _turned(style: Style) -> Style:
    return style + TURNED if style.reverse or style.bgcolor == MARK else style


@lru_cache(1024)
def _without_colour(style: Style) -> Style:
    return style.without_color


MARK: Final = Color.from_ansi(4)
TURNED: Final = Style(color="default", bgcolor="default", reverse=True)
ONLY_ASCII: Final = OnlyAscii()
NO_COLOURS: Final = NoColours()
TURNED_ROUND: Final = TurnedRound()


def filters_of(rendering: "Rendering") -> "Sequence[LineFilter]":
    """Return what lines go through on the way to a terminal."""
    wanted = (
        (ONLY_ASCII, rendering.ascii),
        (TURNED_ROUND, rendering.tema == WARNA_16),
        (NO_COLOURS, rendering.polos),
    )
    return tuple(found for found, is_wanted in wanted if is_wanted)
