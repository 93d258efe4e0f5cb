"""Draws a screen as a small SVG that loads nothing, and reads one back as text and styles.

A run of signs with one style is one element whose place follows from its column, so that nothing
of it depends on a font; there are no ids and no measures that vary from run to run.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape, unescape
from typing import Final

from rich.cells import cell_len
from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.strip import Strip

CELL: Final = 8
LINE: Final = 17
RISE: Final = 13
"""How far below the top of a line its letters stand."""
FONT: Final = "13.3px Consolas,'DejaVu Sans Mono','Liberation Mono',Menlo,monospace"
TERMINAL: Final = TerminalTheme(
    (12, 12, 12),
    (204, 204, 204),
    [
        (12, 12, 12), (197, 15, 31), (19, 161, 14), (193, 156, 0),
        (0, 55, 218), (136, 23, 152), (58, 150, 221), (204, 204, 204),
    ],
    [
        (118, 118, 118), (231, 72, 86), (22, 198, 12), (249, 241, 165),
        (59, 120, 255), (180, 0, 158), (97, 214, 214), (242, 242, 242),
    ],
)  # fmt: skip
"""The sixteen colours of the Windows console, where a theme leaves them to the terminal."""
WEIGHTS: Final = {
    "bold": "font-weight:bold",
    "italic": "font-style:italic",
    "underline": "text-decoration:underline",
    "strike": "text-decoration:line-through",
}
_RUN: Final = re.compile(r'<tspan x="(\d+)" class="(\w+)" textLength="\d+">(.*?)</tspan>')
_ROW: Final = re.compile(r'<text y="(\d+)">(.*?)</text>')
_BACK: Final = re.compile(r'<path class="(\w+)" d="M(\d+) (\d+)h(\d+)v17h-\d+z"/>')
_RULE: Final = re.compile(r"\.(\w+)\{([^}]*)\}")

Run = tuple[int, str, str, str]
"""Where it begins, its signs, how they look, and what is behind them."""


def draw(strips: Sequence[Strip], width: int) -> str:
    """Return the lines of a screen as SVG."""
    names: dict[str, str] = {}
    backs, rows = [], []
    for number, strip in enumerate(strips):
        runs = list(_runs(strip))
        backs += [_back(run, number, names) for run in runs if run[3]]
        texts = [_text(run, names) for run in runs if run[1].strip()]
        if texts:
            rows.append(f'<text y="{number * LINE + RISE}">{"".join(texts)}</text>')
    size = (width * CELL, len(strips) * LINE)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" width="{size[0]}" '
        f'height="{size[1]}" viewBox="0 0 {size[0]} {size[1]}">'
    )
    rules = "".join(f".{name}{{{style}}}" for style, name in names.items())
    style = f"<style>text{{font:{FONT}}}{rules}</style>"
    return "\n".join([head, style, *backs, *rows, "</svg>", ""])


def readable(svg: str) -> list[str]:
    """Return each line of a picture as text, and below it how its runs look."""
    rules = dict(_RULE.findall(svg.partition("</style>")[0]))
    lines: dict[int, list[tuple[int, str, str]]] = {}
    for y, content in _ROW.findall(svg):
        row = lines.setdefault((int(y) - RISE) // LINE, [])
        for x, name, text in _RUN.findall(content):
            row.append((int(x) // CELL, rules[name], unescape(text)))
    for name, x, y, wide in _BACK.findall(svg):
        back = (int(x) // CELL, f"{rules[name]} {int(wide) // CELL}", "")
        lines.setdefault(int(y) // LINE, []).append(back)
    told = []
    for number in sorted(lines):
        text, styles = "", []
        for column, look, words in sorted(lines[number]):
            if words:
                text += " " * (column - cell_len(text)) + words
            styles.append(f"{column}:{look}")
        told += [f"{number + 1:>2} {text}".rstrip(), f"   {'  '.join(styles)}"]
    return told


def _runs(strip: Strip) -> Iterator[Run]:
    """Yield the runs of a line; those that look the same are one."""
    before: Run | None = None
    column = 0
    for text, look, back in _looks(strip):
        if before is not None and before[2:] == (look, back):
            before = (before[0], before[1] + text, look, back)
        else:
            if before is not None:
                yield before
            before = (column, text, look, back)
        column += cell_len(text)
    if before is not None:
        yield before


def _looks(segments: Iterable[Segment]) -> Iterator[tuple[str, str, str]]:
    for segment in segments:
        if segment.control or not segment.text:
            continue
        style = segment.style or Style()
        front, back = _rgb(style.color, front=True), _rgb(style.bgcolor, front=False)
        if style.reverse:
            front, back = back, front
        if style.dim:
            front = ColorTriplet(
                *((one + other) // 2 for one, other in zip(front, back, strict=True))
            )
        words = [css for name, css in WEIGHTS.items() if getattr(style, name)]
        yield segment.text, ";".join([f"fill:{front.hex}", *words]), f"fill:{back.hex}"


def _rgb(color: Color | None, *, front: bool) -> ColorTriplet:
    return (color or Color.default()).get_truecolor(TERMINAL, foreground=front)


def _back(run: Run, number: int, names: dict[str, str]) -> str:
    column, text, _, back = run
    wide = cell_len(text) * CELL
    name = _named(back, names)
    return f'<path class="{name}" d="M{column * CELL} {number * LINE}h{wide}v{LINE}h-{wide}z"/>'


def _text(run: Run, names: dict[str, str]) -> str:
    column, text, look, _ = run
    shown = text.rstrip()
    column += len(shown) - len(shown.lstrip())
    shown = shown.lstrip()
    length = cell_len(shown) * CELL
    return (
        f'<tspan x="{column * CELL}" class="{_named(look, names)}" textLength="{length}">'
        f"{escape(shown, quote=False)}</tspan>"
    )


def _named(style: str, names: dict[str, str]) -> str:
    return names.setdefault(style, f"s{len(names)}")
