"""Whole copies of the database: a file exists whole or not at all (reliability 2)."""

import os
import re
import sqlite3
import time
from pathlib import Path

from skp_tui.errors import DatabaseError, InputError
from skp_tui.storage.connection import connect, translated
from skp_tui.storage.migrate import flush_folder, version

KEPT = 20
_NUMBERED = re.compile(r"-(\d{4,})\.db$")
_RENAME_TRIES = 25
_RENAME_PAUSE = 0.1


def copy_database(source: Path, target: Path) -> None:
    """Copy a database into a new file under a temporary name, flushed, checked, then renamed."""
    part = target.with_name(f"{target.name}.part")
    _remove(part)
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with translated(source):
            _copy_pages(source, part)
        _flush(part)
        check_copy(part)
        _rename(part, target)
    except OSError as error:
        raise InputError(
            f"Cadangan {target} tidak dapat ditulis: {error.strerror}.",
            "Pilih tempat lain yang cukup lega.",
        ) from None
    finally:
        _remove(part)
    flush_folder(target.parent)


def set_aside(path: Path, folder: Path) -> Path:
    """Move a file that cannot be read out of the way, with its journal, and return its new name."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = numbered(folder, "rusak")
    path.rename(target)
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        journal.rename(target.with_name(f"{target.name}-journal"))
    flush_folder(path.parent)
    return target


def _copy_pages(source: Path, part: Path) -> None:
    reader = connect(source, writing=False)
    try:
        version(reader, source)
        writer = sqlite3.connect(part)
        try:
            reader.backup(writer)
        finally:
            writer.close()
    finally:
        reader.close()


def check_copy(path: Path) -> None:
    """Refuse a file that is not a whole database of this program."""
    connection = connect(path, writing=False)
    try:
        version(connection, path)
        with translated(path):
            answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        connection.close()
    if answer != "ok":
        raise DatabaseError(f"{path} rusak ({answer}).", "Pakai cadangan yang lain.")


def _flush(path: Path) -> None:
    # r+b: Windows flushes only what is open for writing
    with path.open("r+b") as handle:
        os.fsync(handle.fileno())


def _rename(part: Path, target: Path) -> None:
    for _ in range(_RENAME_TRIES):
        try:
            part.replace(target)
        except PermissionError:
            if os.name != "nt":
                raise
            time.sleep(_RENAME_PAUSE)  # an antivirus holds new files for a moment
        else:
            return
    part.replace(target)


def _remove(part: Path) -> None:
    part.unlink(missing_ok=True)
    part.with_name(f"{part.name}-journal").unlink(missing_ok=True)


def numbered(folder: Path, stem: str) -> Path:
    """Return the next numbered name in the folder; numbers, because clocks can be wrong."""
    return folder / f"{stem}-{_last_number(folder, stem) + 1:04}.db"


def _last_number(folder: Path, stem: str) -> int:
    found = [int(match.group(1)) for match in _matches(folder, stem)]
    return max(found, default=0)


def _matches(folder: Path, stem: str) -> list[re.Match[str]]:
    names = [entry.name for entry in folder.glob(f"{stem}-*.db")]
    return [match for name in names if (match := _NUMBERED.search(name))]


def backup_before_upgrade(path: Path) -> Path:
    """Copy the database beside itself before its schema changes."""
    return keep_copy(path, path.parent / "cadangan", "sebelum-pembaruan")


def keep_copy(path: Path, folder: Path, stem: str) -> Path:
    """Write the next numbered copy and thin out the oldest beyond twenty, by number."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = numbered(folder, stem)
    copy_database(path, target)
    oldest_kept = _last_number(folder, stem) - KEPT
    for match in _matches(folder, stem):
        if int(match.group(1)) <= oldest_kept:
            (folder / match.string).unlink()
    return target
