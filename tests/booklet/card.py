"""The key card: every key of every screen on one page, in columns."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from skp_tui.ui.actions.model import Action, Room
from skp_tui.ui.manual import pages as manual
from tests.booklet import style
from tests.booklet.keys import own, shared

NAME: Final = "Kartu tombol skp-tui"
WIDTH, HEIGHT = landscape(A4)
MARGIN: Final = 9 * mm
HEAD: Final = 9 * mm
COLUMNS: Final = 6
GAP: Final = 3 * mm
SIZES: Final = (8.0, 7.5, 7.0, 6.5, 6.0)
"""Sizes of the letters, tried from the largest: all keys stand on the one page."""
LEADING: Final = 1.2
KEY_SHARE: Final = 0.34
BELOW_TITLE: Final = 1.5
"""What the rule below a title takes of the gap to the next group."""


@dataclass(frozen=True, slots=True)
class Group:
    """A screen with its keys, each with the word of the footer."""

    title: str
    keys: tuple[tuple[str, str], ...]

    @property
    def lines(self) -> float:
        """Count its lines, with half a line before the next group."""
        return len(self.keys) + 1.5


def groups() -> Iterator[Group]:
    """Yield what many screens have, then every screen with what it has besides."""
    yield Group("Di banyak layar", _keys(shared()))
    for names in manual.chapters().values():
        for name in names:
            keys = _keys(tuple(own(Room(name)))) if name in set(Room) else ()
            if keys:
                yield Group(manual.page(name).title, keys)


def _keys(actions: Sequence[Action]) -> tuple[tuple[str, str], ...]:
    found = {(satu.label, satu.word): None for satu in actions}
    return tuple(found)


def card() -> bytes:
    """Return the card as PDF of one page; the same keys give the same bytes."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), invariant=1, lang="id")
    canvas.setTitle(NAME)
    canvas.setAuthor("skp-tui")
    canvas.setFont(style.BOLD_FONT, 13)
    canvas.drawString(MARGIN, HEIGHT - MARGIN - 10, NAME)
    canvas.setFont(style.BODY_FONT, 8)
    words = "F1 menerangkan tempat Anda berada; F10 menyebut semua yang dapat dikerjakan di sana."
    canvas.drawRightString(WIDTH - MARGIN, HEIGHT - MARGIN - 10, words)
    size, columns = _arranged(tuple(groups()))
    for number, column in enumerate(columns):
        _draw_column(canvas, number, column, size)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _arranged(found: Sequence[Group]) -> tuple[float, list[list[Group]]]:
    """Return the largest letters with which everything fits, and the groups by column."""
    for size in SIZES:
        columns = _filled(found, (HEIGHT - 2 * MARGIN - HEAD) / (size * LEADING))
        if len(columns) <= COLUMNS:
            return size, columns
    raise ValueError("the keys do not fit on one page any more")


def _filled(found: Sequence[Group], most: float) -> list[list[Group]]:
    columns: list[list[Group]] = [[]]
    used = 0.0
    for group in found:
        if columns[-1] and used + group.lines - 0.5 > most:
            columns.append([])
            used = 0.0
        columns[-1].append(group)
        used += group.lines
    return columns


def _draw_column(canvas: Canvas, number: int, column: Sequence[Group], size: float) -> None:
    width = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS
    left, top = MARGIN + number * (width + GAP), HEIGHT - MARGIN - HEAD
    step = size * LEADING
    for group in column:
        top -= step
        canvas.setFont(style.BOLD_FONT, size)
        canvas.drawString(left, top, group.title)
        canvas.setStrokeColor(style.RULE)
        canvas.setLineWidth(0.4)
        canvas.line(left, top - 2.4, left + width, top - 2.4)
        top -= BELOW_TITLE
        for key, word in group.keys:
            top -= step
            canvas.setFont(style.BOLD_FONT, size)
            canvas.drawString(left, top, key)
            start = max(width * KEY_SHARE, stringWidth(key, style.BOLD_FONT, size) + 3)
            canvas.setFont(style.BODY_FONT, size)
            canvas.drawString(left + start, top, word)
        top -= step / 2 - BELOW_TITLE
