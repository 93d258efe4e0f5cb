"""Writes the figures as one Markdown table, and puts it into the README."""

import math
import os
import platform
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

from tests.bench.figures import Figures
from tests.bench.programs import BARE, OURS, ROOT

README: Final = ROOT / "README.md"
HEAD, TAIL = "<!-- angka -->\n", "<!-- /angka -->"
NONE: Final = "–"
SECOND: Final = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: its figure, what it is, its aim, and how its numbers are written."""

    figure: str
    words: str
    aim: str = ""
    factor: float = 1.0
    digits: int = 0

    def write(self, number: float) -> str:
        """Write a number of this line."""
        if math.isinf(number):
            return "some lost"
        return NONE if math.isnan(number) else f"{number * self.factor:,.{self.digits}f}"


MILLI: Final = 1000.0
LINES: Final = (
    Line("first", "first frame (s)", "≤ 1.05 ×", digits=2),
    Line("filled", "list of 50 people filled (s)", "≤ 1.3 ×", digits=2),
    # the bench shares the interpreter's pages with what it measures, which only PSS takes off
    Line("peak", "memory once all is loaded (MB, largest RSS)", "≤ 1.9 ×"),
    Line("memory", "… what is shared counted in part (MB, PSS)"),
    Line("files", "files read until the list is filled"),
    Line("files_loaded", "files read until all is loaded"),
    Line("key", "key to repaint, median (ms)", "≤ 1.3 ×", MILLI, 1),
    Line("key_p95", "key to repaint, 95 of 100 (ms)", "≤ 1.3 ×", MILLI, 1),
    Line("behind", "key held 5 s, 30 a second: keys behind when let go"),
    Line("still", "… until the screen stands still (ms)", "", MILLI),
    Line("early", "key pressed at the first frame, answered after (ms)", "", MILLI),
    Line("loading", "slowest key after that (ms)", "≤ 100 ms", MILLI),
    Line("idle", "processor time in 20 idle seconds (ms)", "≤ 1 ×", MILLI),
    Line("slow_first", "a quarter of one core: first frame (s)", digits=2),
    Line("slow_filled", "a quarter of one core: list filled (s)", digits=2),
)


def ratio(figures: Figures, figure: str) -> str:
    """Return the median of the ratios, round by round, against bare Textual."""
    programs = figures.found[figure]
    pairs = zip(programs[OURS.name], programs[BARE.name], strict=True)
    ratios = [mine / bare for mine, bare in pairs if bare and math.isfinite(mine + bare)]
    return f"{statistics.median(ratios):.2f}" if ratios else NONE


def rows(figures: Figures) -> Iterator[list[str]]:
    """Yield the cells of the table, its heading first."""
    names = list(figures.found["first"])
    others = [name for name in names if name not in {OURS.name, BARE.name}]
    yield ["", OURS.name, BARE.name, "ratio", "aim", *others]
    for line in LINES:
        found = figures.found.get(line.figure)
        if found is None:
            continue
        texts = {name: line.write(statistics.median(numbers)) for name, numbers in found.items()}
        mine, bare = texts[OURS.name], texts[BARE.name]
        rest = [texts.get(name, NONE) for name in others]
        yield [line.words, mine, bare, ratio(figures, line.figure), line.aim or NONE, *rest]
    if figures.screens:
        yield from _screens(figures, [NONE] * len(others))


def _screens(figures: Figures, others: list[str]) -> Iterator[list[str]]:
    """Yield how long the screens take at a quarter of one core; nobody else has the same ones."""
    seconds = [one.seconds for one in figures.screens]
    slowest = max(figures.screens, key=lambda one: one.seconds)
    quick = sum(one <= SECOND for one in seconds)
    within = f"{quick} of {len(seconds)}"
    words = "a quarter of one core: a screen opened for the first time"
    half = f"{statistics.median(seconds):.2f}"
    most = f"{slowest.seconds:.2f}"
    yield [f"{words}, median (s)", half, NONE, NONE, "≤ 1 s", *others]
    yield [f"… the slowest, {slowest.scene.title} (s)", most, NONE, NONE, "≤ 1 s", *others]
    yield ["… screens within a second", within, NONE, NONE, "all", *others]


def markdown(figures: Figures, rounds: int) -> str:
    """Return the table, and under what it was taken."""
    heading, *body = rows(figures)
    lines = [heading, ["---", *["--:"] * (len(heading) - 1)], *body]
    text = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    machine = f"Python {platform.python_version()}, Textual {version('textual')}"
    cores = f"{platform.system()}, {os.cpu_count()} cores"
    return f"{text}\n\nMedians of {rounds} rounds in turns: {machine}, {cores}.\n"


def with_figures(text: str, table: str) -> str:
    """Return the README with its table of figures made anew."""
    before, head, rest = text.partition(HEAD)
    _, tail, after = rest.partition(TAIL)
    if not (head and tail):
        raise SystemExit(f"README.md has no place for the table: {HEAD.strip()} … {TAIL}")
    return f"{before}{HEAD}{table}{tail}{after}"


def write_readme(table: str, path: Path = README) -> None:
    """Put the table into the README."""
    path.write_text(with_figures(path.read_text(encoding="utf-8"), table), encoding="utf-8")
