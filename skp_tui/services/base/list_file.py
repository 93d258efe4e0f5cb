"""The file of a list that a screen shows: CSV under the name that was typed."""

from pathlib import Path

from skp_tui.exchange.writing.publishing import NamaBerkas, write_atomically


def save_list(isi: bytes, path: Path) -> Path:
    """Write a list, without an ending as .csv; another file is never overwritten.

    Raises InputError where it cannot be written.
    """
    nama = NamaBerkas(path.stem, path.suffix or ".csv")
    return write_atomically(path.parent, {nama: isi})[0]
