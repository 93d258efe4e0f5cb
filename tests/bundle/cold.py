"""Counts the files that a start reads, and times it: folder build against wheel installation.

Run: ``python -m tests.bundle.cold PROGRAM…`` with each program to start as one word, for example a
launcher and ``skp-tui`` of a folder build; both open the sample office in a pseudo-terminal.
"""

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from datetime import UTC, datetime
from pathlib import Path

from skp_tui.services.keeping.sample import fill_with_sample

ROWS, COLUMNS = 24, 80
LAST = b"Wayan"
PATIENCE, ROUNDS = 60.0, 7
OPENED = re.compile(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]+)".*\) = \d+$')
NO_DISK = ("/proc", "/dev", "/sys")


def clock() -> datetime:
    """Return the moment at which the sample office was filled."""
    return datetime(2018, 1, 19, tzinfo=UTC)


def seconds_to_list(command: list[str]) -> float:
    """Start a program in a pseudo-terminal, wait for its list, end it, and return the seconds."""
    began = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp(command[0], command)  # noqa: S606 - no shell is wanted
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    painted = b""
    while LAST not in painted:
        if not select.select([terminal], [], [], PATIENCE)[0]:
            raise SystemExit(f"nothing was painted: {painted[-500:]!r}")
        painted += os.read(terminal, 65536)
    took = time.perf_counter() - began
    os.write(terminal, b"\x11")  # Ctrl+Q: whoever is traced must end by itself
    _drain(terminal)
    os.waitpid(pid, 0)
    os.close(terminal)
    return took


def _drain(terminal: int) -> None:
    """Read until the program has ended and nobody holds the other side any more."""
    try:
        while select.select([terminal], [], [], PATIENCE)[0] and os.read(terminal, 65536):
            pass
    except OSError:
        return


def files_read(command: list[str]) -> set[str]:
    """Return the files on the disk that a program opens that is ended once its list is there."""
    with tempfile.TemporaryDirectory() as name:
        log = Path(name, "log")
        trace = ["strace", "-f", "-qq", "-e", "trace=open,openat", "-o", str(log)]
        seconds_to_list([*trace, *command])
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    opened = {match[1] for line in lines if (match := OPENED.search(line))}
    return {path for path in opened if not path.startswith(NO_DISK) and Path(path).is_file()}


def main(programs: list[str]) -> None:
    """Print the files, their size and the median seconds of each program."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    with tempfile.TemporaryDirectory() as name:
        database = Path(name, "skp.db")
        fill_with_sample(database, clock)
        for program in programs:
            command = [*program.split(), "--db", str(database)]
            files = files_read(command)
            seconds = statistics.median(seconds_to_list(command) for _ in range(ROUNDS))
            size = sum(Path(path).stat().st_size for path in files) / 1e6
            sys.stdout.write(f"{program}: {len(files)} files, {size:.0f} MB, {seconds:.2f} s\n")


if __name__ == "__main__":
    main(sys.argv[1:])
