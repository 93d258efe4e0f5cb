"""Where things lie; nothing here creates anything."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from skp_tui.errors import InputError

NAMA = "skp-tui"
VARIABEL = "SKP_TUI_DB"
_ENDS_OF_FOLDERS = ("/", os.sep)


def default_database() -> Path:
    """Return the user's database: the environment's ``SKP_TUI_DB``, else in his data directory."""
    if named := os.environ.get(VARIABEL):
        return Path(named)
    return data_folder() / "skp.db"


def data_folder() -> Path:
    """Return the user's data directory for this program."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed for --help

    return user_data_path(NAMA, appauthor=False)


def log_file() -> Path:
    """Return the place of the log of faults."""
    from platformdirs import user_log_path  # noqa: PLC0415 - needed on a fault only

    return user_log_path(NAMA, appauthor=False) / "galat.log"


def sample_folder() -> Path:
    """Return the directory of the sample office, in the package or in a checkout."""
    return supplied("contoh")


def supplied(name: str) -> Path:
    """Return what comes with the program under a name, in the package or in a checkout."""
    inside = Path(__file__).parent / "data"
    root = inside if inside.is_dir() else Path(__file__).parent.parent / "data"
    return root / name


def here() -> Path:
    """Return the folder in which the program runs, or the user's home where that one is gone."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        return Path.home()


def typed_path(text: str, folder: Path) -> Path:
    """Return the place that somebody typed, in a folder unless it is whole; raises InputError.

    ``~`` is his home, as a shell has it. Whether anything is there is not looked at.
    """
    typed = text.strip()
    if not typed:
        raise InputError("Tempatnya masih kosong.", "Tulis nama berkas atau mapnya.")
    try:
        os.fsencode(typed)
        path = folder / Path(typed).expanduser()
    except UnicodeEncodeError:
        raise _no_name(typed) from None
    except RuntimeError:
        raise InputError(
            f'"{typed}" menunjuk map pemakai yang tidak dikenal.',
            "Tulis tempatnya lengkap, tanpa tanda ~.",
        ) from None
    if "\0" in typed:
        raise _no_name(typed)
    return path


def typed_file(text: str, folder: Path, nama: str) -> Path:
    """Return the file that somebody typed; a folder means a file of that name in it.

    Looks at the disk, which may be slow. Raises InputError for what no file can be called.
    """
    path = typed_path(text, folder)
    if text.rstrip().endswith(_ENDS_OF_FOLDERS):
        return path / nama
    with suppress(OSError):  # what may not even be looked at is told when it is written
        if path.is_dir():
            return path / nama
    if path.name == "..":
        raise _no_name(text)
    return path


def labels(paths: Iterable[Path]) -> dict[Path, str]:
    """Return the name by which messages call each file: its path where two have one name."""
    files = dict.fromkeys(paths)
    names = [path.name for path in files]
    return {path: path.name if names.count(path.name) == 1 else str(path) for path in files}


def _no_name(typed: str) -> InputError:
    return InputError(f'"{typed}" tidak dapat menjadi nama berkas.', "Ketik ulang namanya.")
