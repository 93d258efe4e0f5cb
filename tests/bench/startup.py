"""Measures the start against a bare Textual program, alternating in one run, and prints ratios.

Both run in a pseudo-terminal of 120 × 70, so that all fifty people are on the screen. Time to first
frame: until the first line is painted. Time to a filled list: until the last person is painted.
Memory: the largest resident size once nothing more is loaded (Linux, from /proc).

Run: ``python -m tests.bench.startup [ROUNDS]``
"""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.office import make_office

ROWS, COLUMNS = 70, 120
PEOPLE = 50
FIRST, LAST = b"SKP", b"Orang50"
PATIENCE = 60.0
PAUSE, QUIET = 0.1, 15


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds to the first frame and to the filled list, and megabytes."""

    first: float
    filled: float
    memory: float


def start(arguments: Sequence[str], environment: dict[str, str]) -> Start:
    """Start a program in a pseudo-terminal, watch what it paints, then end it."""
    began = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(sys.executable, [sys.executable, *arguments], environment)  # noqa: S606
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    painted, first = b"", 0.0
    while LAST not in painted:
        if not select.select([terminal], [], [], PATIENCE)[0]:
            raise SystemExit("nothing was painted")
        painted += os.read(terminal, 65536)
        if not first and FIRST in painted:
            first = time.perf_counter() - began
    filled = time.perf_counter() - began
    memory = _settled_memory(pid, terminal)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(terminal)
    return Start(first, filled, memory)


def _settled_memory(pid: int, terminal: int) -> float:
    """Return the largest resident size in megabytes, once nothing more is loaded."""
    grown, quiet = 0.0, 0
    while quiet < QUIET:
        if select.select([terminal], [], [], PAUSE)[0]:
            os.read(terminal, 65536)
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
        peak = int(status.split("VmHWM:")[1].split()[0]) / 1024
        quiet = quiet + 1 if peak == grown else 0
        grown = peak
    return grown


def main(rounds: int = 7) -> None:
    """Print medians and the ratio of medians for each figure."""
    here = Path(__file__).parent
    with tempfile.TemporaryDirectory() as name:
        db = make_office(Path(name), PEOPLE)
        environment = {**os.environ, "TERM": "xterm-256color", "SKP_TUI_DB": str(db)}
        # an installed program is compiled already; else each start would compile ours, not Textual
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        ours = ["-m", "skp_tui"]
        bare = [str(here / "bare.py"), str(db)]
        for program in (ours, bare):
            start(program, environment)
        pairs = [(start(ours, environment), start(bare, environment)) for _ in range(rounds)]
    for figure, unit in (("first", "s"), ("filled", "s"), ("memory", "MB")):
        mine = [getattr(pair[0], figure) for pair in pairs]
        theirs = [getattr(pair[1], figure) for pair in pairs]
        ratio = statistics.median(a / b for a, b in zip(mine, theirs, strict=True))
        print(
            f"{figure:7} skp-tui {statistics.median(mine):8.3f} {unit}   "
            f"bare {statistics.median(theirs):8.3f} {unit}   ratio {ratio:.2f}"
        )


if __name__ == "__main__":
    main(*(int(text) for text in sys.argv[1:]))
