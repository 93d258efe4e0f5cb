"""Writes empty files to fill in."""

from pathlib import Path

from skp_tui.errors import InputError
from skp_tui.exchange.kinds.kinds import Jenis
from skp_tui.exchange.templates.templates import template_bytes
from skp_tui.exchange.writing.publishing import NamaBerkas, write_atomically

BUKU_KERJA = ".xlsx"
_LAIN = frozenset({".xls", ".ods", ".xlsm", ".xlsb"})


def write_template(jenis: Jenis, target: Path) -> Path:
    """Write the template of a kind and return its path; nothing is overwritten.

    A name that ends in .xlsx gives a workbook with drop-downs and a legend, any other a CSV; in a
    folder it is a CSV named after its kind. Raises InputError for another kind of workbook.
    """
    named = target / f"{jenis.nama}.csv" if target.is_dir() else target
    file = NamaBerkas(named.stem, named.suffix)
    return write_atomically(named.parent, {file: _content(jenis, named.suffix.lower())})[0]


def _content(jenis: Jenis, suffix: str) -> bytes:
    if suffix in _LAIN:
        raise InputError(
            f"Templat {suffix} belum tersedia di versi ini.",
            "Pakai nama berakhiran .xlsx (LibreOffice pun membukanya) atau .csv.",
        )
    if suffix == BUKU_KERJA:
        # what writes workbooks is not loaded for a CSV
        from skp_tui.exchange.templates.book import template_book  # noqa: PLC0415

        return template_book(jenis)
    return template_bytes(jenis)
