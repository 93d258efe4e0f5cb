"""What stands in a folder that could be imported, and where files usually are.

Everything here may take long on a stick or a network drive; screens call it in a thread.
"""

import os
import string
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from skp_tui.errors import InputError
from skp_tui.files import changed_at, reason_of
from skp_tui.record import record

AKHIRAN: Final = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"})
"""What a file that can be imported may be called; what it is, its content says."""

KETERANGAN: Final = ".datapackage.json"
"""How the descriptors of packages end: they are listed, to be told apart from data."""

_LOCK: Final = "~$"


@record
class Entri:
    """A file or a folder as a list shows it; one that changed meanwhile is another one."""

    path: Path
    is_map: bool = False
    ukuran: int = 0
    diubah: datetime | None = None


@record
class Isi:
    """What stands in a folder; ``lain`` counts the files that nobody could import.

    ``pada`` is the file that was asked for by its name, None where a folder was.
    """

    folder: Path
    entri: tuple[Entri, ...] = ()
    lain: int = 0
    pada: Path | None = None


def first_folder() -> Path:
    """Return where to look for files at first: where one started the program, else one's home.

    A shortcut starts a program anywhere, so only a folder below one's home was surely meant.
    """
    home = Path.home()
    try:
        here = Path.cwd()
    except OSError:
        return home
    return here if home in here.parents else home


def visit(place: Path) -> Isi:
    """List a folder, or the folder of a file; raises InputError for what cannot be opened."""
    try:
        if place.is_file():
            return _listed(place.parent, place)
        return _listed(place, None)
    except OSError as error:
        raise InputError(
            f"Map {place} tidak dapat dibuka: {reason_of(error)}.",
            "Periksa namanya, dan apakah cakram atau flash disk-nya terpasang.",
        ) from error


def _listed(folder: Path, pada: Path | None) -> Isi:
    found: list[Entri] = []
    lain = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", _LOCK)):
                continue
            entri = _entri(entry)
            if entri is None:
                lain += 1
            else:
                found.append(entri)
    found.sort(key=lambda satu: (not satu.is_map, satu.path.name.casefold(), satu.path.name))
    return Isi(folder, tuple(found), lain, pada)


def _entri(entry: "os.DirEntry[str]") -> Entri | None:
    """Return a line of the list; None for what is no folder and cannot be imported."""
    path = Path(entry.path)
    try:
        if entry.is_dir():
            return Entri(path, is_map=True)
        if not is_offered(path) or not entry.is_file():
            return None
        stat = entry.stat()
    except OSError:
        # a link that leads nowhere, or a file that may not even be looked at
        return Entri(path) if is_offered(path) else None
    return Entri(path, ukuran=stat.st_size, diubah=changed_at(stat.st_mtime))


def is_offered(path: Path) -> bool:
    """Say whether a file is listed: by its name it may be one, or a package's descriptor."""
    return path.suffix.casefold() in AKHIRAN or path.name.casefold().endswith(KETERANGAN)


def places() -> tuple[Path, ...]:
    """Return where files usually are: drives and sticks that are there, and the user's folders."""
    home = Path.home()
    own = (home, *(home / nama for nama in ("Documents", "Dokumen", "Downloads", "Unduhan")))
    found = (*own, *(_drives() if sys.platform == "win32" else _sticks()))
    return tuple(dict.fromkeys(place for place in found if _is_folder(place)))


def _drives() -> Iterator[Path]:
    return (Path(f"{letter}:\\") for letter in string.ascii_uppercase)


def _sticks() -> Iterator[Path]:
    for root in (Path("/media"), Path("/run/media"), Path("/mnt")):
        for folder in _folders_of(root):
            yield folder
            yield from _folders_of(folder)


def _folders_of(folder: Path) -> list[Path]:
    try:
        return sorted(entri for entri in folder.iterdir() if entri.is_dir())
    except OSError:
        return []


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError:
        return False


def is_descriptor(path: Path) -> bool:
    """Say whether a file describes a package."""
    return path.name.casefold().endswith(KETERANGAN)
