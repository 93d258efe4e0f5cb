"""Creates and upgrades the schema: one transaction a step, a backup copy before it."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

from skp_tui.errors import DatabaseError
from skp_tui.storage.connection import APPLICATION_ID, connect, translated

Backup = Callable[[Path], object]


def migrations() -> tuple[str, ...]:
    """Return the SQL of each migration, in order; the n-th one leads to version n."""
    folder = files("skp_tui.storage") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((folder / name).read_text(encoding="utf-8") for name in names)


def latest_version() -> int:
    """Return the version that this program writes."""
    return len(migrations())


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


def create(path: Path) -> None:
    """Create an empty database file, readable by its owner only, with the newest schema.

    It is made under another name and renamed when it is whole, so that a cut leaves none at all.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection = connect(part, writing=True)
    try:
        apply(connection, part, migrations())
    finally:
        connection.close()
    # TRUNCATE leaves an empty journal behind, which carries the name of the part
    part.with_name(f"{part.name}-journal").unlink(missing_ok=True)
    part.rename(path)
    flush_folder(path.parent)


def upgrade(path: Path, backup: Backup) -> None:
    """Bring an older file to the newest version; a newer one is refused and not touched."""
    connection = connect(path, writing=True)
    try:
        if version(connection, path) < latest_version():
            backup(path)
            apply(connection, path, migrations())
    finally:
        connection.close()


def version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the schema version of the file; raises DatabaseError when it is newer than ours."""
    with translated(path):
        found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > latest_version():
        raise DatabaseError(
            f"{path} dibuat skp-tui yang lebih baru (versi data {found}).",
            "Pasang skp-tui yang terbaru; berkas ini tidak disentuh.",
        )
    return found


def apply(connection: sqlite3.Connection, path: Path, scripts: tuple[str, ...]) -> None:
    """Run the steps that the file lacks, each in a transaction with its version number."""
    for number in range(version(connection, path) + 1, len(scripts) + 1):
        with translated(path):
            connection.execute("BEGIN EXCLUSIVE")
            try:
                for statement in statements(scripts[number - 1]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version={number}")
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise


def flush_folder(folder: Path) -> None:
    """Make a rename in the folder durable, where the system can flush a directory."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
