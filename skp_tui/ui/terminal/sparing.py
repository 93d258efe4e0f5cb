"""A screen on a slow line: only the cells that changed are written, and no frame twice."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate

if TYPE_CHECKING:
    from rich.color import ColorSystem
    from rich.console import Console, ConsoleOptions, RenderableType
    from textual.geometry import Size
    from textual.strip import Strip

FRAME: Final = 1 / 15
"""Seconds between two frames."""
NEAR: Final = 6
"""Unchanged cells between two changed ones that cost no more than moving over them."""
ERASING: Final = 4
"""Blank cells at the end of a line that cost more than the order to erase it."""

Update = LayoutUpdate | ChopsUpdate
Cell = tuple[str, str]
"""The text of a cell and the numbers of its style; "" is the right half of a wide sign."""
BLANK: Final[Cell] = (" ", "")
UNKNOWN: Final[Cell] = ("\0", "")


class Sheet:
    """Remember what the terminal shows and what it should show."""

    def __init__(self) -> None:
        self._wanted: list[list[Cell]] = []
        self._shown: list[list[Cell]] = []

    def forget(self) -> None:
        """Take note that the terminal may show anything: the next frame is written whole."""
        self._shown = [[UNKNOWN] * len(row) for row in self._wanted]

    def take(self, update: object, size: "Size", console: "Console") -> bool:
        """Take note of what an update draws; False for what is no part of a screen."""
        if not isinstance(update, LayoutUpdate | ChopsUpdate):
            return False
        width, height = size
        if len(self._wanted) != height or any(len(row) != width for row in self._wanted):
            self._wanted = [[BLANK] * width for _ in range(height)]
            self.forget()
        system = console._color_system  # noqa: SLF001 - what its own rendering goes by
        for x, y, strip in _pieces(update):
            if y < height:
                self._put(x, y, strip, system)
        return True

    def _put(self, x: int, y: int, strip: "Strip", system: "ColorSystem | None") -> None:
        row = self._wanted[y]
        for segment in strip:
            if segment.control:
                continue
            cells = _cells(segment.text, _codes(segment.style or Style.null(), system))
            row[x : x + len(cells)] = cells[: max(0, len(row) - x)]
            x += len(cells)

    def changes(self) -> str:
        """Return what brings the terminal from what it shows to what it should show."""
        written: list[str] = []
        for y, (row, shown) in enumerate(zip(self._wanted, self._shown, strict=True)):
            if row != shown:
                for first, end in _runs(row, shown):
                    written.append(f"\x1b[{y + 1};{first + 1}H")
                    written.append(_written(row, first, end))
                self._shown[y] = row.copy()
        return "".join(written)


class Changes(CompositorUpdate):
    """Draw what changed on a sheet; what Textual asks of everything that it writes."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def __rich_console__(
        self, console: "Console", options: "ConsoleOptions"
    ) -> "Iterator[RenderableType]":
        del options
        yield self.render_segments(console)

    def render_segments(self, console: "Console") -> str:
        """Return the text for the terminal."""
        del console
        return self._sheet.changes()


def _pieces(update: Update) -> "Iterator[tuple[int, int, Strip]]":
    """Yield the pieces of lines that an update draws, as Textual itself would write them."""
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in strips:
                yield x, y, strip
                x += strip.cell_length
        return
    for y, first, last in update.spans:
        for end, (x, piece) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if piece is not None and x <= last and end > first:
                whole = first <= x < last and end <= last
                yield x, y, piece if whole else piece.crop(0, min(end, last) - x)


@lru_cache(2048)
def _codes(style: Style, system: "ColorSystem | None") -> str:
    if system is None:
        return ""
    rendered = style.render("x", color_system=system)
    return rendered.partition("m")[0].removeprefix("\x1b[") if rendered != "x" else ""


@lru_cache(2048)
def _cells(text: str, codes: str) -> list[Cell]:
    if text.isascii():
        return [(sign, codes) for sign in text]
    cells: list[Cell] = []
    for sign in text:
        width = cell_len(sign)
        if width:
            cells += [(sign, codes), *[("", codes)] * (width - 1)]
        elif cells:
            cells[-1] = (cells[-1][0] + sign, codes)
    length = cell_len(text)
    # signs that are drawn together are one piece
    return cells if len(cells) == length else [(text, codes), *[("", codes)] * (length - 1)]


def _runs(row: list[Cell], shown: list[Cell]) -> Iterator[tuple[int, int]]:
    """Yield from where to where a line changed; near changes are one."""
    first = end = -1
    for x, (cell, before) in enumerate(zip(row, shown, strict=True)):
        if cell == before:
            continue
        if first >= 0 and x - end > NEAR:
            yield _whole_signs(row, first, end)
            first = -1
        first, end = x if first < 0 else first, x + 1
    if first >= 0:
        yield _whole_signs(row, first, end)


def _whole_signs(row: list[Cell], first: int, end: int) -> tuple[int, int]:
    """Widen a run so that it begins with a sign and ends behind one."""
    while first > 0 and not row[first][0]:
        first -= 1
    while end < len(row) and not row[end][0]:
        end += 1
    return first, end


def _written(row: list[Cell], first: int, end: int) -> str:
    """Write a run, a style only where it begins, and blanks at the end of the line as one order."""
    last = end
    if end == len(row):
        while last > first and row[last - 1] == BLANK:
            last -= 1
        if end - last < ERASING:
            last = end
    written, now = [], ""
    for text, codes in row[first:last]:
        if codes != now:
            written.append(f"\x1b[0;{codes}m" if now and codes else f"\x1b[{codes}m")
            now = codes
        written.append(text)
    if now:
        written.append("\x1b[m")
    if last < end:
        written.append("\x1b[K")
    return "".join(written)
