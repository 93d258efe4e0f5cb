"""One sitting of the screen on a database: the lock, the reads, and writes one after another."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from skp_tui.services.base.database import prepare
from skp_tui.services.base.holder import holding
from skp_tui.storage.database.looking import last_step, reading

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

Clock = Callable[[], datetime]
T = TypeVar("T")


class Sitting:
    """The database as one screen uses it, from its start to its end.

    Reads take their own look at the file and may run in any thread. Writes queue up for one thread
    and are carried out in order, so that a later one never overtakes; ``close`` carries out what is
    still queued.

    ``awal`` is the last step before it began, and ``dasar`` the one that undo does not go below: 0,
    so that it goes on across restarts, or with ``hanya_kini`` the same as ``awal``.
    """

    def __init__(self, path: Path, clock: Clock, *, hanya_kini: bool = False) -> None:
        self.path = path
        self.clock = clock
        with self.reading() as connection:
            self.awal = last_step(connection)
        self.dasar = self.awal if hanya_kini else 0
        self._queue = ThreadPoolExecutor(max_workers=1, thread_name_prefix="penulis")
        self._writer: Writer | None = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Take one consistent look at what is stored."""
        with reading(self.path) as connection:
            yield connection

    def warm_up(self) -> Future[None]:
        """Load what writing needs while the user already looks."""
        return self.submit(lambda _: None)

    def submit(self, action: "Callable[[Writer], T]") -> "Future[T]":
        """Queue a write; the future holds its result, or the error that kept it from happening."""
        return self._queue.submit(lambda: action(self._open()))

    def _open(self) -> "Writer":
        if self._writer is None:
            from skp_tui.storage.transactions.writer import Writer  # noqa: PLC0415 - loads SQLModel, 350 ms

            self._writer = Writer(self.path, self.clock)
        return self._writer

    def close(self) -> None:
        """Carry out what is queued, then close the database."""
        self._queue.shutdown(wait=True)
        if self._writer is not None:
            self._writer.close()


@contextmanager
def sitting(
    path: Path, clock: Clock, apa: str = "layar", *, hanya_kini: bool = False
) -> Iterator[Sitting]:
    """Hold the database for one screen, creating or upgrading the file first.

    ``hanya_kini`` keeps undo to what is done from now on: nobody typed the sample office.
    """
    with holding(path, apa, clock()):
        prepare(path)
        opened = Sitting(path, clock, hanya_kini=hanya_kini)
        try:
            yield opened
        finally:
            opened.close()
