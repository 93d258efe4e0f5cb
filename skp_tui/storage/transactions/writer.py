"""The writing side of a database: one connection, one transaction at a time, in order."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final, Self

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from skp_tui.errors import (
    BUKA_KEMBALI,
    BUKA_SEMUA,
    DatabaseError,
    LockedError,
    OnlyJudgedError,
)
from skp_tui.storage.database.connection import connect, sentence, translated
from skp_tui.storage.trail import steps, trail
from skp_tui.storage.trail.trail import Step
from skp_tui.storage.transactions.undo import repeat, revert
from skp_tui.storage.transactions.work import Work, driver_of

Clock = Callable[[], datetime]


GIANT: Final = 50_000
"""Records of one change from which memory matters more than readers."""
GIANT_CACHE: Final = 16_000
"""Kilobytes of pages that such a change keeps: what its rows point to must stay at hand."""


class Writer:
    """Holds the one writing connection; ``change`` commits all or nothing.

    After a failed COMMIT the trail is read again before anybody is told: one had taken effect.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path
        self._clock = clock
        self._only_judges = False
        # opened by the pool, which opens it anew where the clock stands before 1970
        self._engine = create_engine(
            "sqlite://",
            creator=lambda: connect(path, writing=True),
            poolclass=StaticPool,
            hide_parameters=True,
        )
        event.listen(self._engine, "begin", _begin_immediate)
        self._connection = self._engine.connect()
        self._raw = driver_of(self._connection)

    def __enter__(self) -> Self:
        """Return the writer itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connection."""
        self.close()

    def close(self) -> None:
        """Close the connection; what was not committed is gone."""
        self._connection.close()
        self._engine.dispose()
        self._raw.close()

    @contextmanager
    def judging(self) -> Iterator[None]:
        """Keep every change from beginning meanwhile: ``change`` raises OnlyJudgedError."""
        self._only_judges = True
        try:
            yield
        finally:
            self._only_judges = False

    @contextmanager
    def change(
        self, sebab: str, *, membalik: int | None = None, records: int = 0
    ) -> Iterator[Work]:
        """Begin a unit of work; commit it with its trail at the end, or roll everything back.

        ``records`` is how many it will write, where they may be very many: their pages then reach
        the file before the commit, for which readers wait, instead of filling the memory.
        """
        if self._only_judges:
            raise OnlyJudgedError
        with self._sentences(), self._spilling(records >= GIANT):
            transaction = self._connection.begin()
            try:
                work = Work(self._connection, self._clock(), sebab, membalik)
                yield work
                work.write_trail()
            except BaseException:
                transaction.rollback()
                raise
            try:
                transaction.commit()
            except DBAPIError:
                # SQLAlchemy holds on to a transaction whose COMMIT failed, and SQLite may too
                transaction.rollback()
                if self._raw.in_transaction:
                    self._raw.execute("ROLLBACK")
                if not self._took_effect(work):
                    raise

    @contextmanager
    def _spilling(self, spills: bool) -> Iterator[None]:  # noqa: FBT001 - a setting of SQLite
        if not spills:
            yield
            return
        before = self._raw.execute("PRAGMA cache_size").fetchone()[0]
        # SQLite takes this only between transactions
        self._raw.execute("PRAGMA cache_spill = ON")
        self._raw.execute(f"PRAGMA cache_size = -{GIANT_CACHE}")
        try:
            yield
        finally:
            self._raw.execute("PRAGMA cache_spill = OFF")
            self._raw.execute(f"PRAGMA cache_size = {before}")

    def _took_effect(self, work: Work) -> bool:
        return bool(work.changes) and trail.head(self._raw)[0] == work.langkah

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            if not isinstance(error.orig, sqlite3.DatabaseError):
                raise
            raise _sentence(self.path, error.orig) from None
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.DatabaseError as error:
            raise _sentence(self.path, error) from None
        except UnicodeDecodeError as error:
            raise sentence(self.path, error) from None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Look at what is stored, between two units of work."""
        with translated(self.path):
            yield self._raw

    def undo(self, after: int = 0, opening: Callable[[str], str] | None = None) -> Step | None:
        """Take back the last step above a number that stands; None without one.

        Taking back a lock is a reopening, which needs a reason: ``opening`` makes of the cause of
        the lock what the trail says of it. Raises LockedError for a lock without it.
        """
        step = self._found(steps.to_take_back, after)
        if step is None:
            return None
        sebab = step.sebab
        if trail.locks(step):
            if opening is None:
                raise LockedError(
                    f"Langkah terakhir ({sebab}) mengunci penilaian; membatalkannya perlu alasan.",
                    "Tulis alasannya.",
                )
            sebab = opening(sebab)
        with self.change(sebab, membalik=step.langkah) as work:
            revert(work, step)
        return step

    def redo(self, after: int = 0) -> Step | None:
        """Repeat the last step above a number that was taken back; None after a new change."""
        step = self._found(steps.to_repeat, after)
        if step is not None:
            with self.change(step.sebab, membalik=step.langkah) as work:
                repeat(work, step)
        return step

    def _found(
        self, search: Callable[[sqlite3.Connection, int], int | None], after: int
    ) -> Step | None:
        with translated(self.path):
            langkah = search(self._raw, after)
            return None if langkah is None else trail.step_of(self._raw, langkah)

    def steps(self, after: int = 0) -> list[Step]:
        """Return the steps of the trail above a number."""
        with translated(self.path):
            return list(trail.steps(self._raw, after))


def _begin_immediate(connection: Connection) -> None:
    # a deferred BEGIN answered "database is locked" at once, in spite of the time-out
    connection.exec_driver_sql("BEGIN IMMEDIATE")


_REFUSALS = {
    "penilaian terkunci": ("Penilaian terkunci tidak dapat diubah.", BUKA_KEMBALI),
    "pengaturan periode beku": (
        "Pengaturan periode ini beku sejak penilaian pertama dikunci.",
        BUKA_SEMUA,
    ),
}


def _sentence(path: Path, error: sqlite3.DatabaseError) -> DatabaseError | LockedError:
    reason = str(error)
    for words, (pesan, saran) in _REFUSALS.items():
        if words in reason:
            return LockedError(pesan, saran)
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return DatabaseError(
            "Perubahan ditolak: masih ada yang memerlukannya, misalnya kiriman.",
            "Tidak ada yang diubah.",
        )
    if isinstance(error, sqlite3.IntegrityError):
        return DatabaseError(
            "Perubahan ditolak: isinya melanggar aturan basis data.",
            "Tidak ada yang diubah; jalankan skp-tui periksa.",
        )
    return sentence(path, error)
