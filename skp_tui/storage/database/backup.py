"""Whole copies of the database: a file exists whole or not at all (reliability 2)."""

import errno
import os
import re
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from skp_tui.errors import DatabaseError, InputError
from skp_tui.files import (
    clear_abandoned,
    create_private,
    flush_file,
    flush_folder,
    journal_of,
    make_folder,
    part_of,
    patiently,
    reason_of,
)
from skp_tui.storage.database.connection import connect, translated
from skp_tui.storage.database.migrate import drop_journal, upgrade, version

KEPT = 20
CADANGAN = "cadangan"
"""The folder of copies beside the database, and what those are called that somebody asked for."""
SEBELUM_PEMBARUAN = "sebelum-pembaruan"
SEBELUM_PEMULIHAN = "sebelum-pemulihan"
_UNFINISHED = re.compile(
    rf"({CADANGAN}|{SEBELUM_PEMBARUAN}|{SEBELUM_PEMULIHAN})-\d{{4,}}\.db\.part"
)
_OF_WRITING: Mapping[int, int] = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR_WRITE: errno.EIO,
    sqlite3.SQLITE_IOERR_FSYNC: errno.EIO,
    sqlite3.SQLITE_IOERR_TRUNCATE: errno.EIO,
    sqlite3.SQLITE_IOERR_DELETE: errno.EIO,
}
"""What only writing meets with, and a source is only read: the system's numbers of it."""


def copy_database(source: Path, names: Iterable[Path]) -> Path:
    """Copy a database under the first name that nobody has, and return it; overwrites nothing.

    The file gets its name when it is whole, flushed and checked. A name is also taken while another
    copy is being written for it.
    """
    for target in names:
        with suppress(FileExistsError), _writing_of(target):
            _copy_to_new(source, target)
            return target
    raise AssertionError  # the names never end


def _copy_to_new(source: Path, target: Path) -> None:
    if os.path.lexists(target):
        raise FileExistsError(target)
    part = part_of(target)
    clear_abandoned(part)
    create_private(part)
    try:
        _fill(part, source)
        drop_journal(target)
        _rename_to_new(part, target)
        flush_folder(target.parent)
    finally:
        with suppress(OSError):
            _remove(part)


def _rename_to_new(part: Path, target: Path) -> None:
    """Give a file its name unless somebody took that meanwhile; raises FileExistsError."""
    if sys.platform == "win32":
        patiently(lambda: part.rename(target))  # overwrites nothing there
        return
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:
        # a stick has no links: the name is taken by an empty file of our own, then filled
        create_private(target)
        try:
            part.replace(target)
        except BaseException:
            target.unlink()
            raise


@contextmanager
def whole_copy(source: Path, target: Path) -> Iterator[None]:
    """Have a whole copy ready beside the target, which it replaces when the block ends well.

    One of an older version is brought up to date first, so that what comes into the place of the
    target can be read at once.
    """
    part = part_of(target)
    try:
        with _writing_of(target):
            _remove(part)
            create_private(part)
            _fill(part, source)
            upgrade(part, _without_a_copy)
            yield
            drop_journal(target)
            patiently(lambda: part.replace(target))
            flush_folder(target.parent)
    except FileExistsError as error:
        raise _unwritable(target, error) from None
    finally:
        with suppress(OSError):  # what could not be made cannot be removed either
            _remove(part)


def _without_a_copy(_: Path) -> None:
    """Keep nothing of a copy before its upgrade: what it was made of is still there."""


@contextmanager
def _writing_of(target: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise _unwritable(target, error) from None


def _unwritable(target: Path, error: OSError) -> InputError:
    return InputError(
        f"{target} tidak dapat ditulis: {reason_of(error)}.",
        "Sediakan ruang di sana, atau pilih tempat lain.",
    )


def _fill(part: Path, source: Path) -> None:
    with translated(source):
        _copy_pages(source, part)
    flush_file(part)
    _check_pages(part, source)


def set_aside(path: Path, folder: Path) -> Path:
    """Keep the bytes of a file that cannot be read, with its journal; return their new name.

    Where the disk has links the file itself stays, so that a kill never leaves no database at all.
    """
    make_folder(folder)
    target = next(numbered(folder, "rusak"))
    journal = journal_of(path)
    if journal.exists():
        journal.rename(journal_of(target))
    try:
        os.link(path, target)
    except OSError:  # a stick has no links
        path.rename(target)
    flush_folder(folder)
    flush_folder(path.parent)
    return target


def _copy_pages(source: Path, part: Path) -> None:
    reader = connect(source, writing=False)
    try:
        version(reader, source)
        writer = sqlite3.connect(part)
        try:
            reader.backup(writer)
        except sqlite3.OperationalError as error:
            raise _of_target(error) from None
        finally:
            writer.close()
    finally:
        reader.close()


def _of_target(error: sqlite3.OperationalError) -> OSError | sqlite3.OperationalError:
    """Return as the system's error what the copy met with, so that its place is named."""
    number = _OF_WRITING.get(error.sqlite_errorcode)
    return error if number is None else OSError(number, os.strerror(number))


def check_copy(path: Path) -> None:
    """Refuse a file that is not a whole database of this program."""
    _check_pages(path, path)


def _check_pages(path: Path, named: Path) -> None:
    connection = connect(path, writing=False)
    try:
        version(connection, named)
        with translated(named):
            answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        connection.close()
    if answer != "ok":
        raise DatabaseError(
            f"Basis data {named} rusak ({answer}).", "Pakai cadangan lain yang utuh."
        )


def _remove(part: Path) -> None:
    part.unlink(missing_ok=True)
    drop_journal(part)


def numbered(folder: Path, stem: str) -> Iterator[Path]:
    """Yield the next numbered names in the folder; numbers, because clocks can be wrong."""
    following = max(_copies(folder, stem), default=0) + 1
    return (folder / f"{stem}-{number:04}.db" for number in count(following))


def _copies(folder: Path, stem: str) -> dict[int, Path]:
    """Return the numbered copies in the folder; a file of any other name is somebody else's."""
    name = re.compile(rf"{re.escape(stem)}-(\d{{4,}})\.db")
    found = ((name.fullmatch(entry.name), entry) for entry in folder.iterdir())
    return {int(match.group(1)): entry for match, entry in found if match}


def kept_copies(folder: Path, stem: str) -> list[Path]:
    """Return the numbered copies in a folder, oldest first; none where there is no such folder."""
    return [copy for _, copy in sorted(_copies(folder, stem).items())] if folder.is_dir() else []


def backup_before_upgrade(path: Path) -> Path:
    """Copy the database beside itself before its schema changes."""
    return keep_copy(path, path.parent / CADANGAN, SEBELUM_PEMBARUAN)


def keep_copy(path: Path, folder: Path, stem: str) -> Path:
    """Write the next numbered copy and thin out the oldest beyond twenty, by number.

    What killed programs left of copies in the folder goes first, since it may take up the room.
    """
    try:
        make_folder(folder)
        _clear_unfinished(folder)
        names = numbered(folder, stem)
    except OSError as error:
        raise InputError(
            f"Map cadangan {folder} tidak dapat dipakai: {reason_of(error)}.",
            "Pilih tempat lain yang boleh ditulisi.",
        ) from None
    target = copy_database(path, names)
    copies = _copies(folder, stem)
    for number in sorted(copies)[:-KEPT]:
        with suppress(OSError):  # the copy is there; another program may have thinned out too
            copies[number].unlink()
    return target


def _clear_unfinished(folder: Path) -> None:
    for entry in list(folder.iterdir()):
        if _UNFINISHED.fullmatch(entry.name):
            clear_abandoned(entry)
