"""One screen or writing command at a time on a database (exchange 2, reliability 5).

The lock is the operating system's and dies with its holder; the note beside it only names him.
"""

import getpass
import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from skp_tui.domain.text import clean
from skp_tui.errors import BusyError, DatabaseError
from skp_tui.files import OWNER_ONLY, make_folder, reason_of
from skp_tui.record import record
from skp_tui.storage.database.connection import is_there

COMMAND_WAITS = 5.0


@record
class Holder:
    """Who holds the database, doing what, since when."""

    siapa: str
    apa: str
    sejak: str


@contextmanager
def holding(path: Path, apa: str, now: datetime, *, wait: float = 0.0) -> Iterator[None]:
    """Hold the database for this process; raises BusyError that names who holds it.

    Raises DatabaseError, and leaves nothing, where what has its name is no file.
    """
    is_there(path)
    note = path.with_name(f"{path.name}.pemegang")
    try:
        make_folder(path.parent)
        lock = FileLock(path.with_name(f"{path.name}.lock"), timeout=wait, mode=OWNER_ONLY)
        lock.acquire()
    except Timeout:
        raise _busy(path, _read(note)) from None
    except OSError as error:
        raise DatabaseError(
            f"Map {path.parent} tidak dapat ditulisi: {reason_of(error)}.",
            "Pilih nama atau tempat lain dengan --db.",
        ) from None
    try:
        _write(note, Holder(_who(), apa, now.strftime("%d-%m-%Y pukul %H.%M")))
        yield
    finally:
        with suppress(OSError):  # somebody reads it just now: a note left behind does no harm
            note.unlink()
        lock.release()


def holder_of(path: Path) -> Holder | None:
    """Return who holds the database now, None when nobody does; a note left behind counts nothing.

    Who only looks must not lock out a screen that starts: the lock is asked for once, and only
    where there is one. Raises OSError where one may not even ask.
    """
    place = path.with_name(f"{path.name}.lock")
    if not place.exists():
        return None
    lock = FileLock(place, timeout=0, mode=OWNER_ONLY)
    try:
        lock.acquire()
    except Timeout:
        return note_of(path) or Holder("", "program lain", "")
    lock.release()
    return None


def note_of(path: Path) -> Holder | None:
    """Return what the note beside the database says of its holder, whether he lives or not."""
    return _read(path.with_name(f"{path.name}.pemegang"))


def _who() -> str:
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = "pengguna lain"
    return f"{user} di {platform.node()} (proses {os.getpid()})"


def _write(note: Path, holder: Holder) -> None:
    fields = {"siapa": holder.siapa, "apa": holder.apa, "sejak": holder.sejak}
    with suppress(OSError):  # the note is only for the message; the lock already holds
        note.touch(mode=OWNER_ONLY)
        note.write_text(json.dumps(fields), encoding="utf-8")


def _read(note: Path) -> Holder | None:
    try:
        fields = json.loads(note.read_text(encoding="utf-8"))
        texts = [clean(str(fields[name])) for name in ("siapa", "apa", "sejak")]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Holder(*texts)


def _busy(path: Path, holder: Holder | None) -> BusyError:
    if holder is None:
        pesan = f"Basis data {path} sedang dipakai."
    else:
        pesan = (
            f"Basis data {path} sedang dipakai {holder.apa} oleh {holder.siapa} "
            f"sejak {holder.sejak}."
        )
    return BusyError(pesan, "Tutup yang itu dahulu, lalu coba lagi.")
