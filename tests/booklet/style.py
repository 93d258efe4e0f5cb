"""What the printed pages look like: A4, the fonts that every reader of PDF has, black on white."""

from typing import Final

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

WIDTH, HEIGHT = A4
MARGIN: Final = 20 * mm
INNER: Final = WIDTH - 2 * MARGIN
BODY_FONT, BOLD_FONT, SLANTED_FONT = "Helvetica", "Helvetica-Bold", "Helvetica-Oblique"
GREY: Final = colors.HexColor("#555555")
RULE: Final = colors.HexColor("#999999")

BODY: Final = ParagraphStyle("body", fontName=BODY_FONT, fontSize=10, leading=14, spaceAfter=5)
ITEM: Final = ParagraphStyle("item", BODY, leftIndent=12, bulletIndent=2, spaceAfter=2)
EXAMPLE: Final = ParagraphStyle("example", BODY, leftIndent=12, spaceAfter=7)
TITLE: Final = ParagraphStyle("title", fontName=BOLD_FONT, fontSize=26, leading=32, spaceAfter=10)
CHAPTER: Final = ParagraphStyle(
    "chapter", fontName=BOLD_FONT, fontSize=20, leading=26, spaceAfter=14
)
PAGE: Final = ParagraphStyle(
    "page", fontName=BOLD_FONT, fontSize=15, leading=19, spaceBefore=14, spaceAfter=6
)
SECTION: Final = ParagraphStyle(
    "section", fontName=BOLD_FONT, fontSize=11, leading=15, spaceBefore=7, spaceAfter=3
)
FIELD: Final = ParagraphStyle(
    "field", fontName=BOLD_FONT, fontSize=10, leading=14, spaceBefore=5, spaceAfter=1
)
CONTENTS_CHAPTER: Final = ParagraphStyle(
    "contents-chapter", fontName=BOLD_FONT, fontSize=10, leading=15, spaceBefore=6
)
CONTENTS_PAGE: Final = ParagraphStyle(
    "contents-page", fontName=BODY_FONT, fontSize=10, leading=14, leftIndent=12
)
CELL: Final = ParagraphStyle("cell", fontName=BODY_FONT, fontSize=9, leading=11.5)
KEY: Final = ParagraphStyle("key", CELL, fontName=BOLD_FONT)


OTHER_FONTS: Final = {"Symbol": "←↑→↓≤≥≠≈", "ZapfDingbats": "✓✔✗"}
"""Signs that the font of the text lacks, by the font that every reader of PDF has for them."""


def markup(text: str) -> str:
    """Return a text as the layout takes it; raises UnicodeEncodeError for a sign without a font."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe = safe.replace(" %", "\u00a0%")
    signs = {sign: font for font, some in OTHER_FONTS.items() for sign in some}
    for sign in set(safe) - set(signs):
        sign.encode("cp1252")
    for sign in set(safe) & set(signs):
        safe = safe.replace(sign, f'<font name="{signs[sign]}">{sign}</font>')
    return safe
