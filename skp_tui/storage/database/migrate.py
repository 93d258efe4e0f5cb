"""Creates and upgrades the schema: one transaction a step, a backup copy before it."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from skp_tui.errors import DatabaseError
from skp_tui.files import (
    create_private,
    flush_folder,
    journal_of,
    make_folder,
    part_of,
    patiently,
)
from skp_tui.storage.database.connection import APPLICATION_ID, ForeignError, connect, translated

Backup = Callable[[Path], object]

MIGRATIONS = Path(__file__).parent / "migrations"


@cache
def _steps() -> tuple[Path, ...]:
    return tuple(sorted(MIGRATIONS.glob("*.sql")))


@cache
def migrations() -> tuple[str, ...]:
    """Return the SQL of each migration, in order; the n-th one leads to version n."""
    return tuple(step.read_text(encoding="utf-8") for step in _steps())


def newest_version() -> int:
    """Return the version that the migrations lead to; a start asks this, and reads none of them."""
    return len(_steps())


def statements(script: str) -> Iterator[str]:
    """Split a script into statements; ``executescript`` would commit between them."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        yield pending


def create(path: Path, scripts: Sequence[str] | None = None) -> None:
    """Create an empty database file, readable by its owner only, with the newest schema.

    It is made under another name and renamed when it is whole, so that a cut leaves none at all.
    """
    make_folder(path.parent)
    part = part_of(path)
    part.unlink(missing_ok=True)
    create_private(part)
    try:
        _fill(part, migrations() if scripts is None else scripts)
    except BaseException:
        with suppress(OSError):  # else the next one clears it away
            part.unlink()
            drop_journal(part)
        raise
    # TRUNCATE leaves an empty journal behind, which carries the name of the part
    drop_journal(part)
    # a journal that outlived its database would be played back into this one
    drop_journal(path)
    patiently(lambda: part.rename(path))
    flush_folder(path.parent)


def _fill(part: Path, scripts: Sequence[str]) -> None:
    connection = connect(part, writing=True, fresh=True)
    try:
        apply(connection, part, scripts)
    finally:
        connection.close()


def upgrade(path: Path, backup: Backup, scripts: Sequence[str] | None = None) -> None:
    """Bring an older file to the newest version; a newer one is refused and not touched."""
    newest = newest_version() if scripts is None else len(scripts)
    connection = connect(path, writing=True)
    try:
        if version(connection, path, newest) < newest:
            backup(path)
            apply(connection, path, migrations() if scripts is None else scripts)
    finally:
        connection.close()


def version(connection: sqlite3.Connection, path: Path, newest: int | None = None) -> int:
    """Return the schema version of the file; raises DatabaseError when it is newer than ours."""
    with translated(path):
        found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > (newest_version() if newest is None else newest):
        raise ForeignError(
            f"{path} dibuat skp-tui yang lebih baru (versi data {found}).",
            "Pasang skp-tui yang terbaru; berkas ini tidak disentuh.",
        )
    return found


def check_version(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse to look at a file whose schema is not the one that the readers know."""
    if version(connection, path) < newest_version():
        raise DatabaseError(
            f"{path} dibuat skp-tui yang lebih lama.",
            "Buka program sekali, supaya basis datanya diperbarui.",
        )


def apply(connection: sqlite3.Connection, path: Path, scripts: Sequence[str]) -> None:
    """Run the steps that the file lacks, each in a transaction with its version number.

    Foreign keys are off while a step runs, since SQLite would carry a table that is made anew out
    of what points to it; they are checked before it counts.
    """
    with translated(path), _without_foreign_keys(connection):
        for number in range(version(connection, path, len(scripts)) + 1, len(scripts) + 1):
            connection.execute("BEGIN EXCLUSIVE")
            try:
                _run_step(connection, path, scripts[number - 1])
                connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version={number}")
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # a full disk has rolled back already
                    connection.execute("ROLLBACK")
                raise


def _run_step(connection: sqlite3.Connection, path: Path, script: str) -> None:
    """Run one step; raises DatabaseError where it leaves what points to nothing."""
    # what pointed to nothing before is damage of the file, which periksa tells of
    before = _dangling(connection)
    for statement in statements(script):
        connection.execute(statement)
    if _dangling(connection) - before:
        raise DatabaseError(
            f"{path} tidak dapat diperbarui: ada baris yang kehilangan induknya.",
            "Berkasnya tidak diubah; pulihkan cadangan terakhir.",
        )


def _dangling(connection: sqlite3.Connection) -> set[tuple[object, ...]]:
    return set(connection.execute("PRAGMA foreign_key_check").fetchall())


@contextmanager
def _without_foreign_keys(connection: sqlite3.Connection) -> Iterator[None]:
    # SQLite takes this only between transactions
    was = connection.execute("PRAGMA foreign_keys").fetchone()[0]
    connection.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA foreign_keys={was}")


Schema = dict[tuple[str, str], tuple[str, str | None]]


def schema_of(connection: sqlite3.Connection) -> Schema:
    """Return the table and the SQL of every table, index and trigger, by kind and name."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'"
    )
    return {(kind, name): (table, sql) for kind, name, table, sql in rows}


@cache
def newest_schema() -> Schema:
    """Return the schema that the migrations lead to."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        apply(connection, Path(":memory:"), migrations())
        return schema_of(connection)
    finally:
        connection.close()


def drop_journal(path: Path) -> None:
    """Remove the journal that bears the name of a file which is at rest or not there."""
    journal_of(path).unlink(missing_ok=True)
