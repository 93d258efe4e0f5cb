"""The single lines around a screen's content: the headline with the state of saving, the keys."""

from collections.abc import Callable, Iterable, Sequence

from rich.cells import cell_len
from rich.text import Text
from textual.app import RenderResult
from textual.widget import Widget

from skp_tui.domain.text import clean

Painted = Callable[[int], Text]

BETWEEN = " · "
"""What stands between the pieces of a title."""
LEAST = 6
"""So many signs of a piece still say something."""
_WHOSE_AND_WHICH = 2
"""Pieces behind the first of a title that says more than whose."""


class Lines(Widget):
    """Draw a few lines that depend on the width, anew whenever they are shown or resized."""

    DEFAULT_CSS = "Lines { height: auto; width: 1fr; }"
    ALLOW_SELECT = False

    def __init__(
        self,
        painted: Painted | None = None,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._painted = painted

    def show(self, painted: Painted) -> None:
        """Draw something else from now on; the function gets the width."""
        self._painted = painted
        self.refresh(layout=True)

    def redraw(self) -> None:
        """Draw anew, and place the whole screen anew only where that takes other lines."""
        lines = self.get_content_height(None, None, self.size.width)
        self.refresh(layout=lines != self.size.height)

    def render(self) -> RenderResult:
        """Draw the lines for the present width."""
        return Text() if self._painted is None else self._painted(max(1, self.size.width))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Count the lines that the present width needs."""
        del container, viewport
        if self._painted is None:
            return 0
        text = self._painted(max(1, width))
        return text.plain.count("\n") + 1 if text.plain else 0


def both_ends(left: Text, right: Text, width: int) -> Text:
    """Put one text at the left and one at the right end; the left one gives way, visibly cut."""
    room = width - cell_len(right.plain) - (2 if right.plain else 0)
    if room < 1:
        return cut(right, width)
    shown = narrowed(left, room)
    gap = width - cell_len(shown.plain) - cell_len(right.plain)
    return Text.assemble(shown, " " * max(0, gap), right, no_wrap=True, end="")


def narrowed(title: Text, room: int) -> Text:
    """Return a title in so many cells: what stands behind whose and which gives way first.

    Of these two the longer one does, so that the year stays beside the name of a unit.
    """
    first, *rest = title.split(BETWEEN)
    over = cell_len(title.plain) - room
    if over <= 0 or len(rest) < _WHOSE_AND_WHICH:
        return cut(title, room)
    without_last = joined([first, *rest[:-1]], BETWEEN)
    if len(rest) > _WHOSE_AND_WHICH:
        some_stays = over < cell_len(rest[-1].plain)
        return cut(title, room) if some_stays else narrowed(without_last, room)
    longest = max(rest, key=lambda piece: cell_len(piece.plain))
    kept = cell_len(longest.plain) - over
    if kept < LEAST:
        return narrowed(without_last, room)
    pieces = [cut(piece, kept) if piece is longest else piece for piece in rest]
    return joined([first, *pieces], BETWEEN)


def cut(text: Text, width: int) -> Text:
    """Return the text in at most so many cells."""
    shown = text.copy()
    shown.no_wrap, shown.end = True, ""
    shown.truncate(max(0, width), overflow="ellipsis")
    return shown


def line(text: str, style: str = "") -> Text:
    """Return plain text, of users or not, as it may be drawn; blanks at its ends are kept."""
    return Text(clean(f"|{text}|")[1:-1], style=style, end="", no_wrap=True)


def titled(name: str, *rest: str) -> Text:
    """Return a title, alike on all screens: what it is, then whose, which year and regulation."""
    pieces = "".join(f"{BETWEEN}{piece}" for piece in rest if piece)
    return Text.assemble(line(name, "bold"), line(pieces), no_wrap=True, end="")


def keys_line(keys: Iterable[tuple[str, str]], width: int) -> Text:
    """Return keys with what they do, as they stand in the last line."""
    shown = [Text.assemble((key, "bold"), " ", word) for key, word in keys]
    return cut(joined(shown, "  "), width)


def joined(texts: Sequence[Text], between: str) -> Text:
    """Join pieces with a separator."""
    return Text(between, end="", no_wrap=True).join(texts)
