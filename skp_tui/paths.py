"""Where things lie; nothing here creates anything."""

import os
from pathlib import Path

NAMA = "skp-tui"
VARIABEL = "SKP_TUI_DB"


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
    inside = Path(__file__).parent / "data"
    root = inside if inside.is_dir() else Path(__file__).parent.parent / "data"
    return root / "contoh"
