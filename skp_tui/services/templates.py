"""Writes empty files to fill in."""

from pathlib import Path

from skp_tui.errors import InputError
from skp_tui.exchange.kinds import Jenis
from skp_tui.exchange.publishing import NamaBerkas, write_atomically
from skp_tui.exchange.templates import template_bytes

BUKU_KERJA = {".xlsx", ".xls", ".ods"}


def write_template(jenis: Jenis, target: Path) -> Path:
    """Write the template of a kind and return its path; nothing is overwritten."""
    if target.suffix.lower() in BUKU_KERJA:
        raise InputError(
            f"Templat {target.suffix} belum tersedia di versi ini.", "Pakai nama berakhiran .csv."
        )
    named = target / f"{jenis.nama}.csv" if target.is_dir() else target
    file = NamaBerkas(named.stem, named.suffix)
    return write_atomically(named.parent, {file: template_bytes(jenis)})[0]
