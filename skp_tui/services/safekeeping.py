"""Backup and restore (exchange 2): whole copies; what is replaced is kept first."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from skp_tui.errors import DatabaseError, InputError
from skp_tui.services.configuring import program_settings
from skp_tui.services.holder import COMMAND_WAITS, holding
from skp_tui.storage.backup import check_copy, copy_database, keep_copy, set_aside
from skp_tui.storage.office_reader import reading

NAMA = "cadangan"


def backup(path: Path, target: Path | None) -> Path:
    """Write a whole copy and return its path; reads only, so it works beside an open screen.

    Without a target it goes into the setting ``cadangan_dir``, else beside the database. Nothing is
    overwritten: the next free name gets it.
    """
    if target is None or target.is_dir():
        return keep_copy(path, _folder(path) if target is None else target, NAMA)
    free = _free(target)
    free.parent.mkdir(parents=True, exist_ok=True)
    copy_database(path, free)
    return free


def _folder(path: Path) -> Path:
    with reading(path) as connection:
        named = program_settings(connection)["cadangan_dir"]
    return Path(named) if named else path.parent / NAMA


def _free(target: Path) -> Path:
    number = 1
    free = target
    while free.exists():
        number += 1
        free = target.with_name(f"{target.stem}-{number}{target.suffix}")
    return free


def restore(path: Path, source: Path, clock: Callable[[], datetime]) -> Path | None:
    """Put a backup in the place of the database; return where the present one was kept.

    Raises InputError or DatabaseError for a file that is not a whole database of this program, and
    changes nothing then.
    """
    if path.exists() and source.resolve() == path.resolve():
        raise InputError("Cadangan dan basis data adalah berkas yang sama.", "Pilih cadangannya.")
    with holding(path, "pemulihan", clock(), wait=COMMAND_WAITS):
        check_copy(source)
        kept = _keep_present(path)
        copy_database(source, path)
    return kept


def _keep_present(path: Path) -> Path | None:
    if not path.exists():
        return None
    try:
        return keep_copy(path, path.parent / NAMA, "sebelum-pemulihan")
    except DatabaseError:
        # a damaged database is the very reason to restore: keep its bytes all the same
        return set_aside(path, path.parent / NAMA)
