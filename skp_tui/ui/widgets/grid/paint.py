"""How a grid's lines are drawn: texts cut to exact cells, marks, separators."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from skp_tui.domain.text import clean
from skp_tui.record import record
from skp_tui.ui.widgets.grid.layout import MARGIN, Layout, Piece
from skp_tui.ui.widgets.grid.model import Align, Column, Row, Signs
from skp_tui.ui.widgets.grid.states import CellState

NOT_DIM: Final = Style(dim=False)
"""What is to be read before all else is not faint, neither where the cursor is nor what to do."""
GLUE: Final = "\u00a0"
"""A blank at which no line breaks: between a key and what it does."""


def fit(text: str, width: int, align: Align, ellipsis: str) -> str:
    """Return user text in exactly `width` cells, cut visibly when it is longer.

    Blanks before it are kept at the left: with them a list shows what is below what.
    """
    if width <= 0:
        return ""
    inset = len(text) - len(text.lstrip(" ")) if align == "left" else 0
    text = " " * inset + clean(text)
    # No sign needs more than a few code points, so a text of any length costs the same.
    head = text[: 4 * width + 8]
    length = cell_len(head)
    if length > width or len(head) < len(text):
        return set_cell_size(set_cell_size(head, width - 1).rstrip() + ellipsis, width)
    padding = " " * (width - length)
    return padding + head if align == "right" else head + padding


def wrap(text: str, width: int, limit: int, ellipsis: str) -> list[str]:
    """Break a sentence at words into at most `limit` lines of `width` cells.

    What ``GLUE`` holds together stays on one line, where it fits into one.
    """
    lines: list[str] = []
    for word in _words(text, width):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and cell_len(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    if len(lines) > limit:
        lines[limit - 1 :] = [" ".join(lines[limit - 1 :])]
    lines = [line.replace(GLUE, " ") for line in lines]
    return [fit(line, width, "left", ellipsis).rstrip() for line in lines]


def _words(text: str, width: int) -> Iterator[str]:
    for word in filter(None, clean(text).split(" ")):
        if cell_len(word) <= width:
            yield word
        else:
            yield from word.split()


@record
class Look:
    """Hold the styles of one frame, resolved once instead of once a cell."""

    base: Style
    header: Style
    group: Style
    rule: Style
    cursor: Style
    cursor_row: Style
    cursor_marked: Style
    marked: Style
    frozen: Style
    readonly: Style
    saving: Style
    refused: Style
    warning: Style
    muted: Style
    strong: Style
    notice: Style
    hint: Style


@record
class RowView:
    """Gather what one row is drawn from."""

    row: Row
    states: dict[str, CellState]
    cursor_column: int | None = None
    cursor_whole: bool = False
    sign: str = " "
    marked: range = range(0)


class Painter:
    """Draw lines for one placing of the columns and one scroll position."""

    def __init__(
        self,
        columns: Sequence[Column],
        layout: Layout,
        scroll_x: int,
        look: Look,
        signs: Signs,
    ) -> None:
        self._columns = columns
        self._pieces = layout.pieces(scroll_x)
        self._layout = layout
        self._width = layout.width
        self._more_left = scroll_x > 0
        self._more_right = scroll_x + layout.width < layout.scroll_width
        self.look = look
        self._signs = signs

    def row(self, view: RowView) -> Strip:
        """Draw one row with its marks and, where it has it, the cursor."""
        look = self.look
        base = self._row_style(view)
        segments = [Segment(view.sign, base + look.cursor_row)]
        x = MARGIN
        for piece in self._pieces:
            self._gap(segments, piece, x, base)
            segments.extend(self._cell(view, piece, base))
            x = piece.end
        return self._close(segments, base)

    def titles(self) -> Strip:
        """Draw the titles; a small sign tells that columns are hidden to the left or right."""
        look, signs = self.look, self._signs
        segments = [Segment(" " * MARGIN, look.header)]
        x = MARGIN
        for piece in self._pieces:
            self._gap(segments, piece, x, look.header)
            column = self._columns[piece.slot.index]
            title = self._cut(column.title, piece, column.align)
            segments.append(Segment(title, look.header))
            x = piece.end
        strip = self._close(segments, look.header)
        if self._more_left:
            edge = self._layout.frozen_width - 1
            strip = overlay(strip, edge, [Segment(signs.more_left, look.header)])
        if self._more_right:
            strip = overlay(strip, self._width - 1, [Segment(signs.more_right, look.header)])
        return strip

    def groups(self) -> Strip:
        """Draw the group headings, each at the start of its visible part."""
        look = self.look
        segments = [Segment(" " * MARGIN, look.group)]
        x = MARGIN
        for name, first, end in self._spans():
            self._gap(segments, first, x, look.group)
            segments.append(Segment(self._heading(name, end - first.x), look.group))
            x = end
        return self._close(segments, look.group)

    def text(self, text: str, sign: str = " ") -> Strip:
        """Draw a line of plain text; an empty grid that has the keyboard shows the sign there."""
        style = self.look.base + self.look.muted + NOT_DIM
        line = fit(text, self._width - MARGIN - 1, "left", self._signs.ellipsis)
        return self._close([Segment(f"{sign} {line}", style)], style)

    def _spans(self) -> list[tuple[str, Piece, int]]:
        """Join neighbouring columns of the same group."""
        spans: list[tuple[str, Piece, int]] = []
        for piece in self._pieces:
            name = self._columns[piece.slot.index].group
            if spans and spans[-1][0] == name and not piece.slot.rule:
                spans[-1] = (name, spans[-1][1], piece.end)
            else:
                spans.append((name, piece, piece.end))
        return spans

    def _heading(self, name: str, width: int) -> str:
        if not name:
            return " " * width
        label = f" {clean(name)} "
        if cell_len(label) > width:
            return " " + fit(name, width - 1, "left", self._signs.ellipsis)
        return label + self._signs.line * (width - cell_len(label))

    def _gap(self, segments: list[Segment], piece: Piece, x: int, base: Style) -> None:
        """Fill the cells before a column: its separator is the last of them."""
        space = piece.x - x
        if space > 0:
            segments.append(Segment(" " * (space - 1), base))
            segments.append(Segment(self._signs.rule, base + self.look.rule))

    def _cut(self, text: str, piece: Piece, align: Align) -> str:
        """Fit a text into a column; half a number would lie, so a cut one is not shown at all."""
        width = piece.end - piece.x - 1
        if piece.whole or align == "left":
            return " " + fit(text, width, align, self._signs.ellipsis)
        only = piece.x <= self._layout.frozen_width
        sign = self._signs.ellipsis if only and clean(text) else ""
        return set_cell_size(f" {sign}", width + 1)

    def _cell(self, view: RowView, piece: Piece, base: Style) -> list[Segment]:
        column = self._columns[piece.slot.index]
        state = view.states.get(column.key)
        text = view.row.cells[piece.slot.index]
        if state is not None and state.text is not None:
            text = state.text
        marked = piece.slot.index in view.marked
        style = base + self._cell_style(view, column, state)
        shown = style + self._cursor_style(view, piece.slot.index, marked=marked)
        drawn = self._cut(text, piece, column.align)
        if piece.whole:
            is_odd = column.key in view.row.odd
            drawn = self._mark(state, marked=marked, is_odd=is_odd) + drawn[1:]
        alone = view.cursor_column == piece.slot.index and not (view.cursor_whole or marked)
        if not alone or len(drawn) == 1:
            return [Segment(drawn, shown)]
        # the blank before it stays plain, or the cursor would touch the number to its left
        return [Segment(drawn[0], style), Segment(drawn[1:], shown)]

    def _cursor_style(self, view: RowView, index: int, *, marked: bool) -> Style:
        """Return what tells the cursor and the marked cells; among these it is the plain one."""
        if view.cursor_whole or view.cursor_column == index:
            return self.look.cursor_marked if marked else self.look.cursor
        return self.look.marked if marked else Style.null()

    def _mark(self, state: CellState | None, *, marked: bool, is_odd: bool) -> str:
        if state is not None and state.reason:
            return self._signs.refused
        if state is not None and state.writes:
            return self._signs.saving
        if marked:
            return self._signs.marked
        return self._signs.odd if is_odd else " "

    def _cell_style(self, view: RowView, column: Column, state: CellState | None) -> Style:
        look = self.look
        if state is not None and state.reason:
            return look.refused
        if state is not None and state.writes:
            return look.saving
        if not view.row.mark and (not column.editable or column.key in view.row.locked):
            return look.readonly
        return look.frozen if column.frozen else Style.null()

    def _row_style(self, view: RowView) -> Style:
        look = self.look
        found: Style = getattr(look, view.row.mark) if view.row.mark else Style.null()
        return look.base + found

    def _close(self, segments: list[Segment], style: Style) -> Strip:
        """Bring a line to the exact width of the screen."""
        return Strip(segments).adjust_cell_length(self._width, style)


def overlay(strip: Strip, x: int, segments: list[Segment]) -> Strip:
    """Lay segments over a line, from cell `x` on."""
    width = strip.cell_length
    over = Strip(segments).crop(0, max(0, width - x))
    right = strip.crop(min(width, x + over.cell_length), width)
    return Strip.join([strip.crop(0, x), over, right])
