"""Lets a program have a quarter of one core, by a control group (Linux, as root).

Stopping and continuing it by signals would need no root, but Textual begins anew with its terminal
at every SIGCONT, which is not what a slow machine does.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

CORE: Final = 100_000
QUARTER: Final = 25_000
"""Microseconds of processor time in each tenth of a second."""
GROUPS: Final = Path("/sys/fs/cgroup")
TRIES: Final = 50


@dataclass(frozen=True, slots=True)
class Quarter:
    """A group of processes that together have a quarter of one core."""

    place: Path

    def take(self, pid: int) -> None:
        """Put a process and all its threads into the group."""
        (self.place / "cgroup.procs").write_text(str(pid), encoding="ascii")

    def take_this(self) -> None:
        """Put this process into the group: what it executes next begins there."""
        self.take(os.getpid())


@contextmanager
def quarter() -> Iterator[Quarter | None]:
    """Make a group for as long as it is needed; nothing where the system does not let us."""
    group = _made(GROUPS / "cpu") or _made(GROUPS)
    try:
        yield group
    finally:
        if group is not None:
            _remove(group.place)


def _made(above: Path) -> Quarter | None:
    place = above / f"skp-ukur-{os.getpid()}"
    try:
        place.mkdir()
    except OSError:
        return None
    limits = {
        "cpu.max": f"{QUARTER} {CORE}",  # second version of control groups
        "cpu.cfs_quota_us": str(QUARTER),  # first version, whose period is CORE
    }
    for name, limit in limits.items():
        file = place / name
        if file.exists():
            with suppress(OSError):
                file.write_text(limit, encoding="ascii")
                return Quarter(place)
    _remove(place)
    return None


def _remove(place: Path) -> None:
    """Remove a group, once its last process has gone."""
    for _ in range(TRIES):
        try:
            place.rmdir()
        except OSError:
            time.sleep(0.1)
        else:
            return
