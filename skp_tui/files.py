"""What makes a file last: flushing, renaming, folders; shared by the database and the exports.

A file is written aside, flushed and renamed, and its folder flushed: then a power cut leaves it
whole or not at all (reliability 2).
"""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, tzinfo
from pathlib import Path

OWNER_ONLY = 0o600
FOLDER_OWNER_ONLY = 0o700
PATIENCE = 2.5
"""Seconds that a virus scanner may hold a new file on Windows."""
ABANDONED = 3600
"""Seconds after which a ``.part`` is what a killed program left: none is written for so long."""
_PAUSE = 0.05
_REASONS: Mapping[int, str] = {
    errno.ENOSPC: "diska penuh",
    errno.EDQUOT: "jatah diska habis",
    errno.EACCES: "tidak diizinkan",
    errno.EPERM: "tidak diizinkan",
    errno.EROFS: "hanya dapat dibaca",
    errno.ENOENT: "tidak ada",
    errno.EEXIST: "sudah ada berkas bernama sama",
    errno.ENOTDIR: "bagian dari tempatnya bukan map",
    errno.EISDIR: "itu map, bukan berkas",
    errno.ELOOP: "tautannya berputar-putar",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EIO: "diskanya bermasalah",
    errno.ENODEV: "diskanya terlepas",
    errno.ENXIO: "diskanya terlepas",
    errno.ENOLCK: "diskanya tidak dapat mengunci berkas",
}
_CANNOT_FLUSH = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}


def reason_of(error: OSError) -> str:
    """Return in Indonesian words why the system refused; the number where no words are known."""
    if error.errno is None:
        return "galat yang tidak dikenal"
    return _REASONS.get(error.errno, f"galat {error.errno}")


def part_of(path: Path) -> Path:
    """Return the name under which a file is written before it is whole."""
    return path.with_name(f"{path.name}.part")


def is_abandoned(part: Path) -> bool:
    """Say whether a part was left by a program that is gone; a link is none of ours."""
    try:
        found = part.lstat()
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and time.time() - found.st_mtime > ABANDONED


def clear_abandoned(part: Path) -> None:
    """Take away what a killed program left, with its journal: it keeps a name and room taken."""
    if is_abandoned(part):
        with suppress(OSError):
            part.unlink()
            journal_of(part).unlink(missing_ok=True)


def journal_of(path: Path) -> Path:
    """Return the name under which SQLite keeps the journal of a file."""
    return path.with_name(f"{path.name}-journal")


def changed_at(seconds: float, zone: tzinfo | None = None) -> datetime | None:
    """Return the moment of a file's time, here or in a zone; None where no calendar holds it.

    Worn sticks and odd archives give files of the year 1601, or of one with five digits.
    """
    try:
        return datetime.fromtimestamp(seconds, UTC).astimezone(zone)
    except (OSError, OverflowError, ValueError):
        return None


def create_private(path: Path) -> None:
    """Create an empty file, readable by its owner only; raises FileExistsError."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY))


def flush_file(path: Path) -> None:
    """Make what was written last through a power cut."""
    # r+b: Windows flushes only what is open for writing
    with path.open("r+b") as handle:
        os.fsync(handle.fileno())


def flush_folder(folder: Path) -> None:
    """Make a rename in the folder last; Windows and some network drives have no such call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT_FLUSH:
            raise
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Create a folder for its owner only, and make it last."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(mode=FOLDER_OWNER_ONLY, parents=True, exist_ok=True)
    for place in reversed(missing):
        flush_folder(place.parent)


def patiently(rename: Callable[[], object]) -> None:
    """Rename, and again for 2.5 seconds while the system says that somebody holds the file."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            rename()
        except PermissionError:
            if time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            return
