"""The list of files: its columns for a width, and a line for each file and folder."""

import os
from pathlib import Path
from typing import Final

from skp_tui.domain.dates import short_date
from skp_tui.domain.number import readable_size
from skp_tui.services.imports.choosing import Tinjauan
from skp_tui.services.imports.folders import Entri
from skp_tui.ui.screens.impor.kind_words import kinds_words
from skp_tui.ui.screens.impor.words import short_words
from skp_tui.ui.widgets.grid.grid import Column, Row

WIDE: Final = 100
MARK: Final = "*"


def columns_for(width: int) -> tuple[Column, ...]:
    """Return the columns for a width."""
    return (
        Column("tanda", "", 1, frozen=True),
        Column("nama", "Nama", 24, frozen=True, flexible=True),
        Column("isinya", "Isinya", 24 if width < WIDE else 36),
        Column("ukuran", "Ukuran", 8, align="right"),
        Column("diubah", "Diubah", 11),
    )


def key_of(entri: Entri) -> str:
    """Return what tells a file or folder apart."""
    return str(entri.path)


def text_of(entri: Entri) -> str:
    """Return what is searched in a line."""
    return entri.path.name.casefold()


def row_of(
    entri: Entri, name: str, jenis: tuple[str, ...], inside: int, tinjauan: Tinjauan | None
) -> Row:
    """Return the line of a file or folder: what it seems to hold, and whether it is chosen.

    ``jenis`` is what a chosen file is taken for, ``inside`` counts what is chosen of a folder.
    """
    if entri.is_map:
        words = f"map, {inside} berkas dipilih" if inside else "map"
        return Row(key_of(entri), (MARK if inside else "", name, words, "", ""))
    words = kinds_words(jenis) if jenis else short_words(tinjauan)
    cells = (MARK if jenis else "", name, words, readable_size(entri.ukuran), _day(entri))
    return Row(key_of(entri), cells, mark="muted" if words.startswith("!") else "")


def _day(entri: Entri) -> str:
    return short_date(entri.diubah.date()) if entri.diubah else ""


def folder_name(path: Path) -> str:
    """Return how a folder stands in the list."""
    return f"{path.name}{os.sep}"


def place_name(path: Path) -> str:
    """Return a file with the folder it lies in, for a list across folders."""
    return str(Path(path.parent.name) / path.name) if path.parent.name else str(path)
