"""The sentence that stands directly under a cell."""

from typing import Final

from rich.cells import cell_len, set_cell_size
from textual.geometry import Region, Size

from skp_tui.record import record
from skp_tui.ui.widgets.grid.paint import wrap

MOST_LINES: Final = 3


@record
class Sentence:
    """Say something of the cursor's cell: why a text is refused, or a hint what may be meant."""

    text: str
    is_hint: bool = False


@record
class Notice:
    """Place the lines of a sentence on the widget."""

    x: int
    top: int
    lines: tuple[str, ...]
    is_hint: bool = False

    @property
    def end(self) -> int:
        """Give the cell after the last one."""
        return self.x + max((cell_len(line) for line in self.lines), default=0)

    def widened(self, start: int, end: int) -> "Notice":
        """Fill the lines with blanks on both sides; the words stay where they are."""
        indent = " " * (self.x - start)
        lines = tuple(set_cell_size(indent + line, end - start) for line in self.lines)
        return Notice(start, self.top, lines, self.is_hint)

    def line(self, y: int) -> str | None:
        """Return what covers a line of the widget, None where nothing does."""
        return self.lines[y - self.top] if self.top <= y < self.top + len(self.lines) else None


def place(sentence: Sentence, cell: Region, size: Size, ellipsis: str) -> Notice | None:
    """Put a sentence under its cell, above it where there is no room below; None if nowhere."""
    below, above = size.height - cell.y - 1, cell.y
    room = min(MOST_LINES, max(below, above))
    if room < 1 or size.width < 1 or not 0 <= cell.y < size.height:
        return None
    lines = _narrow(sentence.text, max(1, size.width - 2), room, ellipsis)
    width = min(size.width, max((cell_len(line) for line in lines), default=0) + 2)
    under = below >= len(lines) or below >= above
    lines = lines[: below if under else above]
    top = cell.y + 1 if under else cell.y - len(lines)
    x = max(0, min(cell.x, size.width - width))
    drawn = tuple(set_cell_size(f" {line}", width) for line in lines)
    return Notice(x, top, drawn, sentence.is_hint)


def _narrow(sentence: str, widest: int, room: int, ellipsis: str) -> list[str]:
    """Wrap into as few lines as the width allows, then make them of equal length.

    A narrow block can stand under its cell; a full line and one word would hide two rows.
    """
    lines = wrap(sentence, widest, room, ellipsis)
    if len(lines) < 2 or len(lines) == room:  # noqa: PLR2004 - one line is as narrow as it gets
        return lines
    width = cell_len(sentence) // len(lines)
    while width < widest:
        narrower = wrap(sentence, width, room + 1, ellipsis)
        if len(narrower) == len(lines):
            return narrower
        width += 1
    return lines
