"""Backup and restore (exchange 2): whole copies; what is replaced is kept first."""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

from skp_tui.errors import DatabaseError, InputError
from skp_tui.files import make_folder, reason_of
from skp_tui.services.base.holder import COMMAND_WAITS, holding
from skp_tui.services.office.configuring import program_settings
from skp_tui.storage.database.backup import (
    CADANGAN,
    SEBELUM_PEMULIHAN,
    check_copy,
    copy_database,
    keep_copy,
    kept_copies,
    set_aside,
    whole_copy,
)
from skp_tui.storage.database.connection import ForeignError, InUseError, is_there
from skp_tui.storage.database.looking import reading


def backup(path: Path, target: Path | None) -> Path:
    """Write a whole copy and return its path; reads only, so it works beside an open screen.

    Without a target it goes into the setting ``cadangan_dir``, else beside the database. Nothing is
    overwritten: the next free name gets it.
    """
    with reading(path):
        pass  # no directory is made for the copy of a database that is not there
    if target is None or target.is_dir():
        return keep_copy(path, _folder(path) if target is None else target, CADANGAN)
    try:
        make_folder(target.parent)
    except OSError as error:
        raise InputError(
            f"{target.parent} tidak dapat menjadi map: {reason_of(error)}.", "Pilih tempat lain."
        ) from None
    return copy_database(path, _names(target))


def _folder(path: Path) -> Path:
    with reading(path) as connection:
        return backup_folder(path, program_settings(connection)["cadangan_dir"])


def backup_folder(path: Path, named: str | None) -> Path:
    """Return where copies go: into the folder of the setting, else beside the database."""
    return Path(named) if named else path.parent / CADANGAN


def last_backup(path: Path, named: str | None) -> Path | None:
    """Return the newest copy, by its number, since clocks can be wrong; None where there is none.

    Raises OSError where the folder may not be looked into.
    """
    found = kept_copies(backup_folder(path, named), CADANGAN)
    return found[-1] if found else None


def _names(target: Path) -> Iterator[Path]:
    yield target
    for number in count(2):
        yield target.with_name(f"{target.stem}-{number}{target.suffix}")


def restore(
    path: Path, source: Path, clock: Callable[[], datetime], *, wait: float = COMMAND_WAITS
) -> Path | None:
    """Put a backup in the place of the database; return where the present one was kept.

    Raises InputError or DatabaseError for a file that is not a whole database of this program, and
    for a present one that is somebody else's or in use; changes nothing then. The copy is whole
    before the present database makes way for it.
    """
    if not is_there(source):
        raise InputError(f"Cadangan {source} tidak ada.", "Periksa nama dan tempat berkasnya.")
    check_copy(source)
    if is_there(path) and source.samefile(path):
        raise InputError("Cadangan dan basis data adalah berkas yang sama.", "Pilih cadangannya.")
    with (
        holding(path, "pemulihan", clock(), wait=wait),
        whole_copy(source, path.resolve()),  # a link goes on leading to the database
    ):
        return _keep_present(path)


def _keep_present(path: Path) -> Path | None:
    if not is_there(path):
        return None
    try:
        return keep_copy(path, path.parent / CADANGAN, SEBELUM_PEMULIHAN)
    except (ForeignError, InUseError):
        raise
    except DatabaseError:
        # a damaged database is the very reason to restore: keep its bytes all the same
        place = path.resolve()
        return set_aside(place, place.parent / CADANGAN)
