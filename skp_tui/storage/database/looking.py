"""The one way to look at a database: read-only, and consistent as long as one looks."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from skp_tui.storage.database.connection import connect, translated
from skp_tui.storage.database.migrate import check_version


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the database for one consistent look at it."""
    connection = connect(path, writing=False)
    try:
        check_version(connection, path)
        with translated(path):
            connection.execute("BEGIN")
            yield connection
    finally:
        connection.close()


def end_look(connection: sqlite3.Connection) -> None:
    """Let writers go on once all is read: to reckon a big unit takes longer than to read it."""
    connection.execute("COMMIT")


def look_again(connection: sqlite3.Connection) -> None:
    """Begin another look: what was written since the one before is seen."""
    if connection.in_transaction:
        end_look(connection)
    connection.execute("BEGIN")


def is_no_damage(error: Exception) -> bool:
    """Say whether SQLite only gave a look up: it was interrupted, or another program wrote."""
    return is_interrupted(error) or _code(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def is_interrupted(error: Exception) -> bool:
    """Say whether who looked had SQLite give the look up."""
    return _code(error) == sqlite3.SQLITE_INTERRUPT


def _code(error: Exception) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def stored_settings(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the settings of the program that were changed; the others have their default."""
    return dict(connection.execute("SELECT nama, nilai FROM pengaturan").fetchall())


def has_objections(connection: sqlite3.Connection) -> bool:
    """Say whether anybody objected in any year; what knows more is not needed at the start."""
    row = connection.execute("SELECT EXISTS (SELECT 1 FROM keberatan)").fetchone()
    return bool(row[0])


def last_step(connection: sqlite3.Connection) -> int:
    """Return the number of the last step of the trail, 0 before the first."""
    row = connection.execute("SELECT max(langkah) FROM jejak").fetchone()
    return row[0] or 0
