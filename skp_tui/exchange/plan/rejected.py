"""The refused rows as a file of their own, to be mended and imported again."""

import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from skp_tui.errors import InputError
from skp_tui.exchange.columns.matching import normal
from skp_tui.exchange.kinds.kinds import ALASAN_DITOLAK
from skp_tui.exchange.plan.model import Rencana, TabelDitolak
from skp_tui.exchange.reading.table_model import Bentuk
from skp_tui.exchange.writing.csvout import csv_bytes
from skp_tui.exchange.writing.publishing import NamaBerkas, free_suffix, write_atomically

KOLOM_XLS = 256
"""Columns that an .xls can hold; rows it has as many as its input."""

_DITOLAK = ".ditolak"


def write_rejected(rencana: Rencana, cwd: Path) -> tuple[Path, ...]:
    """Write ``<name>.ditolak.<ext>`` beside each file with refused rows; returns the paths.

    Where that directory is not writable it goes to ``cwd``. Cells stay verbatim, the delimiter too,
    and a workbook stays a workbook, each sheet with refused rows under its name.
    """
    return tuple(_write(tables, cwd) for tables in _by_file(rencana.tabel_ditolak))


def rejected_places(rencana: Rencana, cwd: Path | None = None) -> tuple[Path, ...]:
    """Return where ``write_rejected`` would put its files by now, so that a question can name them.

    It looks at the disk, which may be slow; nothing is kept for it.
    """
    here = Path.cwd() if cwd is None else cwd
    return tuple(_free(tables, here) for tables in _by_file(rencana.tabel_ditolak))


def _free(tables: Sequence[TabelDitolak], cwd: Path) -> Path:
    nama, beside = _name(tables), tables[0].tabel.path.parent
    folder = beside if os.access(beside, os.W_OK) else cwd
    return folder / nama.dengan(free_suffix(folder, [nama]))


def _by_file(tables: Sequence[TabelDitolak]) -> Iterator[list[TabelDitolak]]:
    """Put the sheets of a workbook together; a text named twice in a call stays two files."""
    for is_book, of_kind in groupby(tables, key=lambda satu: satu.tabel.lembar is not None):
        if is_book:
            sheets = groupby(of_kind, key=lambda satu: satu.tabel.path)
            yield from (list(of_file) for _, of_file in sheets)
        else:
            yield from ([satu] for satu in of_kind)


def _name(tables: Sequence[TabelDitolak]) -> NamaBerkas:
    """Return the name of the file: an .xlsm goes out without its macros, as .xlsx."""
    tabel = tables[0].tabel
    ekstensi = tabel.path.suffix
    if tabel.lembar is not None and ekstensi.lower() != f".{_format(tables)}":
        ekstensi = f".{_format(tables)}"
    return NamaBerkas(f"{tabel.path.stem}{_DITOLAK}", ekstensi)


def _format(tables: Sequence[TabelDitolak]) -> Bentuk:
    """Return the format of the input, but .xlsx where an .xls has no room left for the reasons."""
    bentuk = tables[0].tabel.bentuk
    wide = max(len(sel) for satu in tables for sel in (satu.judul, *(b.sel for b in satu.baris)))
    return Bentuk.XLSX if bentuk is Bentuk.XLS and wide >= KOLOM_XLS else bentuk


def _write(tables: Sequence[TabelDitolak], cwd: Path) -> Path:
    files = {_name(tables): rejected_file(tables)}
    beside = tables[0].tabel.path.parent
    if os.access(beside, os.W_OK):
        try:
            return write_atomically(beside, files)[0]
        except InputError:
            if beside.resolve() == cwd.resolve():
                raise
    return write_atomically(cwd, files)[0]


def rejected_file(tables: Sequence[TabelDitolak]) -> bytes:
    """Return the refused rows of one file, all its sheets, in its format."""
    if tables[0].tabel.lembar is None:
        return rejected_bytes(tables[0])
    # what writes workbooks is not loaded where there are none
    from skp_tui.exchange.plan.rejected_book import rejected_book  # noqa: PLC0415

    sheets = [(satu.tabel.lembar or "", list(rejected_rows(satu))) for satu in tables]
    return rejected_book(_format(tables), sheets)


def rejected_bytes(tabel: TabelDitolak) -> bytes:
    """Return the refused rows of a text file with its delimiter, in UTF-8."""
    header, *rows = rejected_rows(tabel)
    return csv_bytes(header, rows, tabel.pemisah)


def rejected_rows(tabel: TabelDitolak) -> Iterator[list[str]]:
    """Yield the header and the refused rows with a column ``alasan_ditolak``.

    The column stands last; it stands first where a row has more cells than the header, so that its
    cells keep their columns. A reason of an earlier round is left out.
    """
    old = [
        index for index, text in enumerate(tabel.judul) if normal(text) == normal(ALASAN_DITOLAK)
    ]
    first = any(len(baris.sel) > len(tabel.judul) for baris in tabel.baris)
    width = len(tabel.judul) - len(old)
    pairs = [(tabel.judul, ALASAN_DITOLAK), *((baris.sel, baris.alasan) for baris in tabel.baris)]
    for cells, alasan in pairs:
        kept = [text for index, text in enumerate(cells) if index not in old]
        kept += [""] * (width - len(kept))
        yield [alasan, *kept] if first else [*kept, alasan]
