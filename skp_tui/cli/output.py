"""What every command shares: where the database is, today, tables of text, the progress bar."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from skp_tui import paths

Progress = Callable[[int, int], None]
SLOW = 1.0


def database(arguments: argparse.Namespace) -> Path:
    """Return the database of the call."""
    named: Path | None = arguments.db
    return named if named is not None else paths.default_database()


def now() -> datetime:
    """Return the time with its offset."""
    return datetime.now().astimezone()


def say(*lines: str) -> None:
    """Print data on standard output."""
    for line in lines:
        print(line)


def tell(*lines: str) -> None:
    """Print messages on standard error."""
    for line in lines:
        print(line, file=sys.stderr)


@contextmanager
def progress_bar(title: str) -> Iterator[Progress]:
    """Show a bar on a terminal once the work has taken a second; nothing anywhere else."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    bar = _Bar(title)
    try:
        yield bar.advance
    finally:
        bar.close()


class _Bar:
    """A Rich bar that comes into being only when the work turns out to be slow."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._started = time.monotonic()
        self._shown: tuple[object, int] | None = None
        self._close: Callable[[], None] = lambda: None
        self._update: Callable[[int, int], None] = self._start_when_slow

    def advance(self, done: int, total: int) -> None:
        """Tell how much is done."""
        self._update(done, total)

    def close(self) -> None:
        """Take the bar away."""
        self._close()

    def _start_when_slow(self, done: int, total: int) -> None:
        if time.monotonic() - self._started < SLOW:
            return
        from rich.console import Console  # noqa: PLC0415 - only where a bar is shown
        from rich.progress import Progress as RichProgress  # noqa: PLC0415

        bar = RichProgress(console=Console(stderr=True), transient=True)
        task = bar.add_task(self._title, total=total, completed=done)
        bar.start()
        self._close = bar.stop
        self._update = lambda count, whole: bar.update(task, completed=count, total=whole)
