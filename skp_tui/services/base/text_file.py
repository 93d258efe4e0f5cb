"""Writes a text of a screen or a command as a file, whole and over nothing."""

from pathlib import Path

from skp_tui.exchange.writing.publishing import NamaBerkas, write_atomically
from skp_tui.paths import typed_file


def save_text(text: str, typed: str, folder: Path, offered: str) -> Path:
    """Write a text under the name that somebody typed and return it; nothing is overwritten.

    A folder gets the file under the name that was offered. Raises InputError.
    """
    given = typed_file(typed, folder, offered)
    nama = NamaBerkas(given.stem, given.suffix or ".txt")
    return write_atomically(given.parent, {nama: text.encode()})[0]
