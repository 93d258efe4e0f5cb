"""A copy of the database in memory, on which a plan is tried out; nothing of it is ever kept."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import StaticPool

from skp_tui.storage.database.connection import PRAGMAS
from skp_tui.storage.database.migrate import apply, migrations
from skp_tui.storage.transactions.work import Work

_OF_A_FILE = frozenset({"journal_mode", "synchronous"})
_GLADI = "gladi"
_PAGES = 1000


class Rehearsal:
    """Gives units of work on the copy, each from the state in which the copy was made."""

    def __init__(self, connection: Connection, raw: sqlite3.Connection, waktu: datetime) -> None:
        self._connection = connection
        self._raw = raw
        self._waktu = waktu

    @contextmanager
    def attempt(self) -> Iterator[Work]:
        """Begin a unit of work; whatever it does is taken back at the end."""
        self._raw.execute("SAVEPOINT gladi")
        try:
            yield Work(self._connection, self._waktu, _GLADI)
        finally:
            self._raw.execute("ROLLBACK TO gladi")
            self._raw.execute("RELEASE gladi")


@contextmanager
def on_a_copy(
    source: sqlite3.Connection | None, waktu: datetime, pause: Callable[[], None] | None = None
) -> Iterator[Rehearsal]:
    """Copy what is stored into memory, or begin with nothing; ``pause`` may raise to end it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)) as raw:
        if source is None:
            apply(raw, Path(":memory:"), migrations())
        else:
            source.backup(raw, pages=_PAGES, progress=lambda *_: pause() if pause else None)
        for name, (value, _) in PRAGMAS.items():
            if name not in _OF_A_FILE:
                raw.execute(f"PRAGMA {name}={value}").fetchall()
        engine = create_engine(
            "sqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True
        )
        event.listen(engine, "begin", lambda found: found.exec_driver_sql("BEGIN"))
        try:
            with engine.connect() as connection, connection.begin():
                yield Rehearsal(connection, raw, waktu)
        finally:
            engine.dispose()
