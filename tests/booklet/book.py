"""The printed manual: title, contents, a chapter after the other, each page with its keys."""

import io
from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus.tableofcontents import TableOfContents

from skp_tui.ui.actions.model import Action, Room
from skp_tui.ui.manual import pages as manual
from skp_tui.ui.manual.pages import Section
from tests.booklet import style
from tests.booklet.keys import own, shared
from tests.booklet.picture import picture_of
from tests.booklet.style import markup

NAME: Final = "Petunjuk skp-tui"
ABOUT: Final = (
    "Penilaian prestasi kerja PNS (SKP) dengan papan ketik, di terminal, tanpa jaringan.",
    "Isinya sama dengan yang dibuka F1 di dalam program.",
    "Di sana F1 langsung menerangkan sel, isian atau jendela tempat Anda berada.",
    "D membuka daftar isi, dan / mencari di semua halaman.",
    "Semua nama dan NIP dalam contoh adalah rekaan.",
)
LEVELS: Final = {style.CHAPTER.name: 0, style.PAGE.name: 1}
KEY_COLUMN: Final = 24 * mm
ROOM_FOR_PAGE: Final = 125 * mm
"""What title, first sentences and picture of a page need; else it begins on the next one."""


class Book(BaseDocTemplate):  # type: ignore[misc]  # the library has no types
    """A4 pages with their number; chapters and pages stand in contents and bookmarks."""

    def __init__(self, target: io.BytesIO) -> None:
        super().__init__(
            target, pagesize=(style.WIDTH, style.HEIGHT), title=NAME, author="skp-tui",
            lang="id", invariant=1, leftMargin=style.MARGIN, rightMargin=style.MARGIN,
        )  # fmt: skip
        frame = Frame(
            style.MARGIN, style.MARGIN, style.INNER, style.HEIGHT - 2 * style.MARGIN,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip
        self.addPageTemplates(PageTemplate("page", [frame], onPage=_foot))

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - the layout's own name
        """Note where a chapter or a page begins."""
        if not isinstance(flowable, Paragraph) or flowable.style.name not in LEVELS:
            return
        level, text = LEVELS[flowable.style.name], flowable.getPlainText()
        key = f"at-{self.page}-{text}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(text, key, level)
        self.notify("TOCEntry", (level, markup(text), self.page, key))


def _foot(canvas: Canvas, document: BaseDocTemplate) -> None:
    if document.page == 1:
        return
    canvas.saveState()
    canvas.setFont(style.BODY_FONT, 8)
    canvas.setFillColor(style.GREY)
    canvas.drawString(style.MARGIN, 12 * mm, NAME)
    canvas.drawRightString(style.WIDTH - style.MARGIN, 12 * mm, str(document.page))
    canvas.restoreState()


def book() -> bytes:
    """Return the whole manual as PDF; the same text gives the same bytes."""
    target = io.BytesIO()
    Book(target).multiBuild(list(_story()))
    return target.getvalue()


def _story() -> Iterator[Flowable]:
    yield Spacer(1, 50 * mm)
    yield Paragraph(NAME, style.TITLE)
    yield from (Paragraph(markup(part), style.BODY) for part in ABOUT)
    yield PageBreak()
    yield Paragraph("Daftar isi", style.TITLE)
    yield _table_of_contents()
    yield PageBreak()
    yield Paragraph("Tombol di banyak layar", style.CHAPTER)
    yield Paragraph("Tombol sebuah layar saja disebut di halaman layar itu.", style.BODY)
    yield key_table(shared())
    for chapter, names in manual.chapters().items():
        yield PageBreak()
        yield Paragraph(markup(chapter), style.CHAPTER)
        for name in names:
            yield from _page(name)


def _table_of_contents() -> TableOfContents:
    contents = TableOfContents(
        levelStyles=[style.CONTENTS_CHAPTER, style.CONTENTS_PAGE], dotsMinLevel=1
    )
    paddings = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    contents.tableStyle = TableStyle([(name, (0, 0), (-1, -1), 0) for name in paddings])
    return contents


def _page(name: str) -> Iterator[Flowable]:
    halaman = manual.page(name)
    yield CondPageBreak(ROOM_FOR_PAGE)
    yield Paragraph(markup(halaman.title), style.PAGE)
    first, *rest = halaman.intro
    yield from paragraphs([first])
    picture = picture_of(name)
    if picture is not None:
        yield picture
    yield from paragraphs(rest)
    for satu in halaman.general:
        yield from _section(satu, style.SECTION)
    if name in set(Room) and (keys := tuple(own(Room(name)))):
        yield CondPageBreak(25 * mm)
        yield Paragraph("Tombol", style.SECTION)
        yield key_table(keys)
    if halaman.fields:
        yield CondPageBreak(30 * mm)
        yield Paragraph("Isian, kolom dan jendela", style.SECTION)
    for satu in halaman.fields:
        yield KeepTogether(list(_section(satu, style.FIELD)))


def _section(satu: Section, heading: ParagraphStyle) -> Iterator[Flowable]:
    yield CondPageBreak(20 * mm)
    yield Paragraph(markup(satu.title), heading)
    yield from paragraphs(satu.text)


def paragraphs(parts: Sequence[str]) -> Iterator[Flowable]:
    """Yield paragraphs, the items of lists and the examples each in their own manner."""
    for part in parts:
        if part.startswith(manual.ITEM):
            text = markup(part.removeprefix(manual.ITEM))
            yield Paragraph(text, style.ITEM, bulletText="–")
        elif part.startswith(manual.EXAMPLE):
            rest = markup(part.removeprefix(manual.EXAMPLE))
            yield Paragraph(f"<i>{manual.EXAMPLE}</i>{rest}", style.EXAMPLE)
        else:
            yield Paragraph(markup(part), style.BODY)


def key_table(actions: Sequence[Action]) -> Table:
    """Return a table of keys with what each does."""
    rows = [
        [Paragraph(markup(satu.label), style.KEY), Paragraph(markup(satu.tooltip), style.CELL)]
        for satu in actions
    ]
    table = Table(rows, colWidths=[KEY_COLUMN, style.INNER - KEY_COLUMN], spaceAfter=8)
    table.setStyle(
        TableStyle([
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
            ("LINEBELOW", (0, 0), (-1, -2), 0.25, style.RULE),
        ])
    )  # fmt: skip
    return table
