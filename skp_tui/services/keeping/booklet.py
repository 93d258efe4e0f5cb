"""The printed manual and the key card, which come with the program as finished PDF files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from skp_tui import paths
from skp_tui.errors import InputError
from skp_tui.exchange.writing.publishing import NamaBerkas, write_atomically

BUKU: Final = "petunjuk.pdf"
KARTU: Final = "kartu-tombol.pdf"
SEBUTAN: Final[Mapping[str, str]] = {BUKU: "Petunjuk", KARTU: "Kartu tombol"}


def keep(nama: str, target: Path) -> Path:
    """Write the manual or the card where it was asked for; another file is never overwritten.

    Finished files need no program for making PDF on the user's computer. Raises InputError where
    the program came without them, or where nothing can be written.
    """
    supplied = paths.supplied(nama)
    try:
        content = supplied.read_bytes()
    except OSError:
        raise InputError(f"{SEBUTAN[nama]} tidak ditemukan.", "Pasang ulang skp-tui.") from None
    named = NamaBerkas(target.stem, target.suffix or ".pdf")
    return write_atomically(target.parent, {named: content})[0]


def keep_both(typed: str, folder: Path) -> tuple[Path, Path]:
    """Write the manual where somebody typed, and the card beside it; returns both places."""
    book = keep(BUKU, paths.typed_file(typed, folder, BUKU))
    return book, keep(KARTU, book.with_name(KARTU))
