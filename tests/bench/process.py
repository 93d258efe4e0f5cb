"""What a program and all that it started use: processor time and memory (Linux, from /proc)."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.pane import Pane

PROC: Final = Path("/proc")
LOOK: Final = 0.1
"""Seconds between two looks at whether a program has come to rest."""
REST: Final = 15
"""Looks in a row at which a program has to be found at rest."""
BUSY: Final = 0.01
"""Seconds of processor time between two looks below which it is: a cursor may blink."""
LONGEST: Final = 60.0


def family(pid: int) -> Iterator[int]:
    """Yield a process and all that it started."""
    yield pid
    for children in (PROC / str(pid) / "task").glob("*/children"):
        try:
            found = children.read_text(encoding="ascii").split()
        except OSError:
            continue
        for child in found:
            yield from family(int(child))


def cpu_seconds(pid: int) -> float:
    """Return the processor time that is used so far, by all threads."""
    spent = 0
    for one in family(pid):
        for thread in (PROC / str(one) / "task").glob("*/schedstat"):
            try:
                spent += int(thread.read_text(encoding="ascii").split()[0])
            except OSError:
                continue
    return spent / 1e9


def _kilobytes(pid: int, file: str, name: str) -> int:
    total = 0
    for one in family(pid):
        try:
            text = (PROC / str(one) / file).read_text(encoding="utf-8")
        except OSError:
            continue
        # who has just ended is still listed, and has no memory any more
        _, there, rest = text.partition(f"\n{name}:")
        total += int(rest.split()[0]) if there else 0
    return total


def memory(pid: int) -> float:
    """Return the proportional set size in megabytes: what is shared is divided by who shares it."""
    return _kilobytes(pid, "smaps_rollup", "Pss") / 1024


def peak(pid: int) -> float:
    """Return the largest resident size in megabytes so far."""
    return _kilobytes(pid, "status", "VmHWM") / 1024


def wait_for_rest(pane: Pane, looks: int = REST) -> None:
    """Wait until a program computes nothing and grows no more."""
    quiet, before = 0, (-1.0, -1.0)
    end = time.monotonic() + LONGEST
    while quiet < looks and time.monotonic() < end:
        time.sleep(LOOK)
        now = (cpu_seconds(pane.pid), peak(pane.pid))
        still = now[0] - before[0] < BUSY and now[1] == before[1]
        quiet = quiet + 1 if still else 0
        before = now
