"""The progress bar: on a terminal, once the work has taken a second; nothing anywhere else."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

Progress = Callable[[int, int], None]
SLOW = 1.0


@contextmanager
def working(title: str) -> Iterator[Progress]:
    """Show a bar while the work inside lasts; what is yielded tells it how much is done."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    bar = _Bar(title)
    try:
        yield bar.advance
    finally:
        bar.close()


class _Bar:
    """A Rich bar that comes into being only when the work turns out to be slow.

    Until the work says how much there is to do, the bar only shows that it goes on.
    """

    def __init__(self, title: str) -> None:
        self._title = title
        self._guard = threading.Lock()
        self._amount: tuple[int, int | None] = (0, None)
        self._shown: tuple[RichProgress, TaskID] | None = None
        self._closed = False
        self._timer = threading.Timer(SLOW, self._start)
        self._timer.daemon = True
        self._timer.start()

    def advance(self, done: int, total: int) -> None:
        """Tell how much is done."""
        with self._guard:
            self._amount = (done, total)
            self._update()

    def close(self) -> None:
        """Take the bar away."""
        self._timer.cancel()
        with self._guard:
            self._closed = True
            if self._shown is not None:
                self._shown[0].stop()

    def _start(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - only where a bar is shown
        from rich.progress import Progress as RichProgress  # noqa: PLC0415

        with self._guard:
            if self._closed:
                return
            bar = RichProgress(console=Console(stderr=True), transient=True)
            self._shown = bar, bar.add_task(self._title, total=None)
            bar.start()
            self._update()

    def _update(self) -> None:
        if self._shown is not None:
            bar, task = self._shown
            done, total = self._amount
            bar.update(task, completed=done, total=total)
