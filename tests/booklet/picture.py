"""A picture of a screen as it is printed: the same as in ``tests/pictures``, dark on white."""

import re
from collections import Counter
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from tests.booklet import style

FOLDER: Final = Path(__file__).parents[1] / "pictures"
WIDTH: Final = 135 * mm
LETTERS: Final = {False: "Courier", True: "Courier-Bold"}
COURIER: Final = 0.6
"""How wide a letter of that font is, as a share of its size."""
WHITE: Final = 0.97
_SIZE: Final = re.compile(r'<svg [^>]*width="(\d+)" height="(\d+)"')
_RULE: Final = re.compile(r"\.(\w+)\{fill:#(\w{6})([^}]*)\}")
_BACK: Final = re.compile(r'<path class="(\w+)" d="M(\d+) (\d+)h(\d+)v(\d+)h-\d+z"/>')
_ROW: Final = re.compile(r'<text y="(\d+)">(.*?)</text>')
_RUN: Final = re.compile(r'<tspan x="(\d+)" class="(\w+)" textLength="(\d+)">(.*?)</tspan>')

STROKES: Final[Mapping[str, str]] = {
    "─": "lr", "│": "tb", "┌": "rb", "┐": "lb", "└": "rt", "┘": "lt", "├": "rtb", "┤": "ltb",
    "┬": "lrb", "┴": "lrt", "┼": "lrtb",
}  # fmt: skip
"""To which sides of its cell a line goes."""
BLOCKS: Final = {"▁": (0, 1), "▂": (0, 2), "▄": (0, 4), "▆": (0, 6), "█": (0, 8), "▔": (7, 1)}
"""Eighths of a cell that a block leaves free below, and fills."""
PLAIN: Final = {"−": "-", "→": ">", "▎": "|", "▌": "|"}
"""Signs that the font lacks."""


def picture_of(name: str) -> "Picture | None":
    """Return the picture of a screen; None where it has none."""
    path = FOLDER / f"{name}.svg"
    return Picture(path.read_text(encoding="utf-8")) if path.exists() else None


def lightness(colour: str) -> float:
    """Return how light a colour is to the eye, from 0 to 1."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Picture(Flowable):  # type: ignore[misc]  # the library has no types
    """Draws the cells of a screen in the shades that its colours are on white paper."""

    def __init__(self, svg: str) -> None:
        super().__init__()
        self._svg = svg
        found = _SIZE.search(svg)
        if found is None:
            raise ValueError("not a picture of a screen")
        self._scale = WIDTH / int(found[1])
        self._top = int(found[2])
        self.hAlign, self.spaceBefore, self.spaceAfter = "LEFT", 4, 8
        self._looks = {name: (colour, "bold" in rest) for name, colour, rest in _RULE.findall(svg)}
        self._paper = self._most_common()

    def _most_common(self) -> float:
        areas: Counter[str] = Counter()
        for name, _, _, width, _ in _BACK.findall(self._svg):
            areas[self._looks[name][0]] += int(width)
        return lightness(areas.most_common(1)[0][0]) if areas else 0.0

    def _shade(self, name: str) -> float:
        above = (lightness(self._looks[name][0]) - self._paper) / (1 - self._paper)
        return min(1.0, max(0.0, 1 - above))

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return its size on paper."""
        return WIDTH, self._top * self._scale

    def draw(self) -> None:
        """Draw what is behind the signs, the signs, and a frame."""
        canvas = self.canv
        canvas.saveState()
        canvas.scale(self._scale, self._scale)
        for name, left, top, width, height in _BACK.findall(self._svg):
            if self._shade(name) < WHITE:
                canvas.setFillGray(self._shade(name))
                canvas.rect(int(left), self._top - int(top) - int(height), int(width), int(height),
                            stroke=0, fill=1)  # fmt: skip
        for line, content in _ROW.findall(self._svg):
            for left, name, width, text in _RUN.findall(content):
                self._run(canvas, (int(left), int(line)), int(width), name, unescape(text))
        canvas.setStrokeColor(style.RULE)
        canvas.setLineWidth(0.5)
        canvas.rect(0, 0, WIDTH / self._scale, self._top, stroke=1, fill=0)
        canvas.restoreState()

    def _run(self, canvas: Canvas, at: tuple[int, int], width: int, name: str, text: str) -> None:
        shade, bold = self._shade(name), self._looks[name][1]
        cell, base = width / len(text), self._top - at[1]
        canvas.setFillGray(shade)
        canvas.setStrokeGray(shade)
        canvas.setFont(LETTERS[bold], cell / COURIER)
        drawn = [place for place, sign in enumerate(text) if sign in STROKES or sign in BLOCKS]
        letters = "".join(" " if sign in STROKES or sign in BLOCKS else PLAIN.get(sign, sign)
                          for sign in text)  # fmt: skip
        letters.encode("cp1252")
        if letters.strip():
            canvas.drawString(at[0], base, letters.rstrip())
        for place in drawn:
            _draw_sign(canvas, text[place], at[0] + place * cell, base - 4, cell)


def _draw_sign(canvas: Canvas, sign: str, left: float, bottom: float, cell: float) -> None:
    height = 17
    if sign in BLOCKS:
        below, filled = BLOCKS[sign]
        canvas.rect(left, bottom + height * below / 8, cell, height * filled / 8, stroke=0, fill=1)
        return
    middle = (left + cell / 2, bottom + height / 2)
    ends = {
        "l": (left, middle[1]), "r": (left + cell, middle[1]),
        "t": (middle[0], bottom + height), "b": (middle[0], bottom),
    }  # fmt: skip
    canvas.setLineWidth(0.8)
    for side in STROKES[sign]:
        canvas.line(*middle, *ends[side])
