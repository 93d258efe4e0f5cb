"""Takes every figure of speed and weight, all programs in turns, so that a slow moment hits all."""

import math
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.bench.keyboard import hold, press_early, press_one_by_one
from tests.bench.pane import NotShownError
from tests.bench.people import People, cursor, make_people
from tests.bench.process import cpu_seconds, wait_for_rest
from tests.bench.programs import BARE, OURS, Program
from tests.bench.quarter import Quarter, quarter
from tests.bench.reading import can_count, count_files
from tests.bench.screens import Opened, open_screens
from tests.bench.startup import Start, start

FEW, MANY = 50, 400
"""People for a start, and for a cursor that goes down for five seconds."""
PRESSES: Final = 60
IDLE: Final = 20.0
"""Seconds without a key."""


@dataclass(slots=True)
class Figures:
    """What was measured: by figure and program, one number a round; and each screen's seconds."""

    found: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    screens: list[Opened] = field(default_factory=list)

    def add(self, figure: str, program: Program, number: float) -> None:
        """Take note of a number."""
        self.found.setdefault(figure, {}).setdefault(program.name, []).append(number)


@dataclass(frozen=True, slots=True)
class Bench:
    """The programs and the people that they show."""

    programs: Sequence[Program]
    few: People
    many: People
    figures: Figures

    def in_turns(self, what: str, rounds: int, take: Callable[[Program], None]) -> None:
        """Take a figure of all programs, one after the other, round after round."""
        for number in range(rounds):
            for program in self.programs:
                print(f"{what} {number + 1}/{rounds} {program.name}", file=sys.stderr)
                try:
                    take(program)
                except NotShownError as error:
                    if program.name in {OURS.name, BARE.name}:
                        raise
                    print(f"left out: never shown: {error}", file=sys.stderr)

    def starts(self, program: Program) -> None:
        """Take the start at full speed."""
        self._note(program, start(program, self.few), "")

    def slow_starts(self, program: Program, group: Quarter) -> None:
        """Take the start at a quarter of one core."""
        self._note(program, start(program, self.few, group.take_this), "slow_")

    def _note(self, program: Program, found: Start, prefix: str) -> None:
        for name in ("first", "filled", "peak", "memory"):
            self.figures.add(prefix + name, program, getattr(found, name))

    def files(self, program: Program) -> None:
        """Count the files of a start."""
        read = count_files(program, self.few)
        self.figures.add("files", program, read.filled)
        self.figures.add("files_loaded", program, read.loaded)

    def early(self, program: Program) -> None:
        """Press keys while the program is being loaded."""
        with program.start(self.few) as pane:
            found = press_early(pane, program)
        self.figures.add("early", program, found.first)
        self.figures.add("loading", program, math.inf if found.lost else found.slowest)

    def keys(self, program: Program) -> None:
        """Press keys one by one, and hold one down."""
        with program.start(self.many) as pane:
            program.go_to_list(pane, self.many)
            times = press_one_by_one(pane, program.down, cursor, PRESSES)
            held = hold(pane, program.down, cursor)
        self.figures.add("key", program, statistics.median(times))
        self.figures.add("key_p95", program, statistics.quantiles(times, n=20)[-1])
        self.figures.add("behind", program, held.behind)
        self.figures.add("still", program, held.still)

    def idle(self, program: Program, seconds: float = IDLE) -> None:
        """Leave the program alone, and see what it computes all the same."""
        with program.start(self.few) as pane:
            program.go_to_list(pane, self.few)
            wait_for_rest(pane)
            before = cpu_seconds(pane.pid)
            time.sleep(seconds)
            self.figures.add("idle", program, cpu_seconds(pane.pid) - before)


def take(programs: Sequence[Program], rounds: int) -> Figures:
    """Take all figures; what the system does not let us measure is left out."""
    figures = Figures()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="skp-ukur-")))
        few, many = (make_people(folder / str(count), count) for count in (FEW, MANY))
        bench = Bench(programs, few, many, figures)
        for program in programs:
            start(program, few)  # compiles what was changed; an installed program is compiled
        bench.in_turns("start", rounds, bench.starts)
        bench.in_turns("early keys", rounds, bench.early)
        bench.in_turns("keys", (rounds + 1) // 2, bench.keys)
        bench.in_turns("idle", 1, bench.idle)
        if can_count():
            bench.in_turns("files", 1, bench.files)
        group = stack.enter_context(quarter())
        if group is not None:
            slow = group
            bench.in_turns(
                "a quarter", (rounds + 1) // 2, lambda program: bench.slow_starts(program, slow)
            )
            print(f"a quarter, every screen of {OURS.name}", file=sys.stderr)
            figures.screens.extend(open_screens(folder, group))
    return figures
