"""Counts the files that a start reads: on a hard disk, each is a movement of its head."""

import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tests.bench.people import People
from tests.bench.process import wait_for_rest
from tests.bench.programs import TALL, Program

CALL: Final = re.compile(r'^(\d+) +([\d.]+) open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", ([^ )]+)(.*)$')
RESUMED: Final = re.compile(r"^(\d+) +[\d.]+ <\.\.\. open(?:at)? resumed>.*= (-?\d+)")
DONE: Final = re.compile(r"= (-?\d+)(?: |$)")
NO_DISK: Final = ("/proc/", "/sys/", "/dev/")


@dataclass(frozen=True, slots=True)
class Read:
    """How many files were read until the list was filled, and until all was loaded."""

    filled: int
    loaded: int


def can_count() -> bool:
    """Say whether strace is there."""
    return shutil.which("strace") is not None


def count_files(program: Program, people: People) -> Read:
    """Start a program under strace and count the regular files that it opened."""
    with tempfile.TemporaryDirectory(prefix="skp-ukur-") as name:
        trace = Path(name) / "trace"
        strace = ("strace", "-f", "-ttt", "-s", "4096", "-e", "trace=open,openat", "-o", str(trace))

        def command(people: People) -> tuple[str, ...]:
            return (*strace, *program.command(people))

        with replace(program, command=command).start(people, TALL) as pane:
            pane.wait_for(program.filled(people))
            filled = time.time()
            wait_for_rest(pane)
        opened = list(opened_files(trace.read_text(encoding="utf-8", errors="replace")))
    early = {path for when, path in opened if when <= filled}
    return Read(len(early), len({path for _, path in opened}))


def opened_files(trace: str) -> Iterator[tuple[float, str]]:
    """Yield when which regular file was opened."""
    begun: dict[str, tuple[float, str]] = {}
    for line in trace.splitlines():
        if call := CALL.match(line):
            pid, when, path, flags, rest = call.groups()
            if "O_DIRECTORY" in flags:
                continue
            result = DONE.search(rest)
            if result is None:
                begun[pid] = float(when), path
            elif int(result[1]) >= 0 and _is_regular(path):
                yield float(when), path
        elif (ended := RESUMED.match(line)) and ended[1] in begun:
            when_begun, path = begun.pop(ended[1])
            if int(ended[2]) >= 0 and _is_regular(path):
                yield when_begun, path


def _is_regular(path: str) -> bool:
    if path.startswith(NO_DISK):
        return False
    try:
        return stat.S_ISREG(Path(path).stat().st_mode)
    except OSError:
        return False
