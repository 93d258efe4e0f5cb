"""Measures the start against a bare Textual program, alternating in one run, and prints ratios.

Both run in a pseudo-terminal of 120 × 70, so that all fifty people are on the screen. Time to first
frame: until the first sign is painted. Time to a filled list: until the last person is painted.
Memory: the largest resident size once nothing more is loaded (Linux, from /proc).

Run: ``python -m tests.bench.startup [ROUNDS]``
"""

import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.pane import View
from tests.bench.people import People, make_people
from tests.bench.process import memory, peak, wait_for_rest
from tests.bench.programs import BARE, OURS, TALL, Program

PEOPLE = 50


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds to the first frame and to the filled list, and megabytes at rest."""

    first: float
    filled: float
    peak: float
    memory: float


def start(program: Program, people: People, before: Callable[[], object] | None = None) -> Start:
    """Start a program, watch what it paints until it is at rest, then end it."""
    filled = program.filled(people)
    with program.start(people, TALL, before) as pane:
        pane.wait_for(filled)
        wait_for_rest(pane)
        grown, shared = peak(pane.pid), memory(pane.pid)
        first = pane.when(lambda view: bool(view.text.strip()))
        full = first if filled in pane.view.text else pane.when(_shows(filled))
        return Start(first - pane.began, full - pane.began, grown, shared)


def _shows(words: str) -> Callable[[View], bool]:
    return lambda view: words in view.text


def main(rounds: int = 7) -> None:
    """Print medians and the ratio of medians for each figure."""
    with tempfile.TemporaryDirectory(prefix="skp-ukur-") as name:
        people = make_people(Path(name) / "orang", PEOPLE)
        for program in (OURS, BARE):
            start(program, people)  # compiles what was changed; an installed program is compiled
        pairs = [(start(OURS, people), start(BARE, people)) for _ in range(rounds)]
    for figure, unit in (("first", "s"), ("filled", "s"), ("peak", "MB"), ("memory", "MB")):
        mine = [getattr(pair[0], figure) for pair in pairs]
        theirs = [getattr(pair[1], figure) for pair in pairs]
        ratio = statistics.median(a / b for a, b in zip(mine, theirs, strict=True))
        print(
            f"{figure:7} skp-tui {statistics.median(mine):8.3f} {unit}   "
            f"bare {statistics.median(theirs):8.3f} {unit}   ratio {ratio:.2f}"
        )


if __name__ == "__main__":
    main(*(int(text) for text in sys.argv[1:]))
