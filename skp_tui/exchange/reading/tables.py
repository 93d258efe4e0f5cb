"""Files as tables of raw cells, each record with the line or the sheet's row where it starts."""

import csv
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final

from skp_tui.domain.records import Sekali
from skp_tui.errors import InputError, Problem
from skp_tui.exchange.reading.decoding import UKURAN_TERBESAR, encoding_of
from skp_tui.exchange.reading.table_model import (
    LEWAT_BARIS,
    PEMISAH,
    Bentuk,
    Cacat,
    Mentah,
    Naskah,
    Tabel,
)
from skp_tui.files import reason_of

_BERNAMA: Mapping[str, Bentuk] = {
    **{f".{bentuk}": bentuk for bentuk in Bentuk},
    ".txt": Bentuk.CSV,
    ".tsv": Bentuk.CSV,
    ".xlsm": Bentuk.XLSX,
}

# a cell that is too long is one row's fault, told as such; the file itself is bounded
csv.field_size_limit(UKURAN_TERBESAR)
_BLOK: Final = 500
"""Rows that are read at once."""
_LINES: Final = re.compile(r"\r\n|\r|\n")
_SEP = re.compile(r'"?sep=(.?)"?[ ]*(?:\r\n|\n|\r|$)', re.IGNORECASE)


class QuoteError(InputError):
    """A quotation mark that is not closed where its record ends."""


def read_tables(path: Path) -> tuple[Tabel, ...]:
    """Read a file whole, within the bounds of exchange 3; raises InputError.

    A text is one table, a workbook one for each visible sheet. What a file is, its content says.
    """
    content = _bytes_of(path)
    if not looks_like_workbook(content):
        tabel = _text_table(path, content)
        return (replace(tabel, catatan=_misnamed(path, Bentuk.CSV)),)
    from skp_tui.exchange.reading.workbooks import read_workbook  # noqa: PLC0415 - not for a CSV

    first, *rest = read_workbook(path, content)
    notes = (*_misnamed(path, first.bentuk), *first.catatan)
    return (replace(first, catatan=notes), *rest)


def looks_like_workbook(isi: bytes) -> bool:
    """Say whether bytes start as a zip archive or an OLE file: every workbook does."""
    return isi.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def _misnamed(path: Path, bentuk: Bentuk) -> tuple[Problem, ...]:
    """Return a warning where the name of a file says something else than its content."""
    named = _BERNAMA.get(path.suffix.lower(), bentuk)
    if named is bentuk:
        return ()
    what = "berkas teks" if bentuk is Bentuk.CSV else f"buku kerja .{bentuk}"
    pesan = f"berkas ini sebenarnya {what}, dan dibaca sebagai itu; sesuaikan akhiran namanya"
    return (Problem(pesan, path.name),)


def _text_table(path: Path, content: bytes) -> Tabel:
    naskah = Naskah(content, encoding_of(content, path.name))
    whole = Tabel(path, naskah=naskah)
    if all(not line.strip("\ufeff \t\r\n\x0b\x0c") for line in whole.open_text()):
        raise InputError(f"{path.name} kosong.", "Isi dahulu, atau pilih berkas lain.")
    match = _SEP.match(whole.open_text().readline())
    if match is None:
        return whole
    if match.group(1) not in PEMISAH:
        raise InputError(
            f"{path.name}, baris 1: pemisah {match.group(0).strip()} tidak dikenal.",
            "Pakai koma, titik koma, atau tab.",
        )
    return Tabel(path, pemisah=(match.group(1),), baris_awal=2, naskah=naskah)


def _bytes_of(path: Path) -> bytes:
    if not path.exists():
        raise InputError(f"Berkas {path} tidak ada.", "Periksa nama dan tempatnya.")
    if not path.is_file():
        raise InputError(f"{path} bukan berkas.", "Sebutkan berkas .csv, .xlsx, .xls atau .ods.")
    try:
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            content = file.read(UKURAN_TERBESAR + 1)
            after = os.fstat(file.fileno())
    except OSError as error:
        raise InputError(
            f"Berkas {path} tidak dapat dibaca: {reason_of(error)}.", "Periksa izinnya."
        ) from error
    if len(content) > UKURAN_TERBESAR:
        raise InputError(f"{path.name} lebih besar dari 50 MB.", "Bagi menjadi beberapa berkas.")
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        # its last row may be half a row
        raise InputError(
            f"{path.name} sedang ditulis program lain, jadi belum tentu utuh.",
            "Tunggu sampai selesai disimpan atau disalin, lalu ulangi.",
        )
    return content


def records(tabel: Tabel, pemisah: str) -> Iterator[Mentah]:
    """Yield the records that are not blank; raises InputError for a quote that is not closed."""
    if tabel.isi is not None:
        yield from tabel.isi
        return
    # the same few texts fill most cells: shared, they take a fraction of the memory
    once = Sekali[str]().__getitem__
    for start, rows in _blocks(tabel, pemisah):
        filled = [(baris, sel) for baris, sel in zip(start, rows, strict=True) if _is_filled(sel)]
        if len(rows) > 1:
            yield from [Mentah(baris, tuple(map(once, sel))) for baris, sel in filled]
            continue
        for baris, sel in filled:
            # rows over several lines come one by one
            yield Mentah(baris, tuple(map(once, sel)), cacat=_swallowed(sel, pemisah))


def _is_filled(sel: Sequence[str]) -> bool:
    # asked of the first cell alone where that is enough
    return bool(sel) and ("!" <= sel[0] <= "~" or bool("".join(sel).strip()))


def _swallowed(sel: Sequence[str], pemisah: str) -> tuple[Cacat, ...]:
    """Refuse a row of which one cell holds whole rows: its quote was closed in a row further down.

    Such a row has as many cells as any other. What it holds begins with the rest of its own row and
    ends with the beginning of another one.
    """
    whole = len(sel) - 1
    for index, text in enumerate(sel):
        counts = [line.count(pemisah) for line in _LINES.split(text)]
        further = len(counts) - 1
        if whole and further and counts == [whole - index, *[whole] * (further - 1), index]:
            return (Cacat(None, LEWAT_BARIS, menolak=True),)
    return ()


def _blocks(tabel: Tabel, pemisah: str) -> Iterator[tuple[Sequence[int], list[list[str]]]]:
    """Yield many rows at once with the line of each, one by one from where they are not lines."""
    reader = csv.reader(tabel.open_text(), delimiter=pemisah, strict=True)
    start = tabel.baris_awal
    try:
        while rows := list(islice(reader, _BLOK)):
            if tabel.baris_awal + reader.line_num != start + len(rows):
                break
            yield range(start, start + len(rows)), rows
            start += len(rows)
        else:
            return
    except csv.Error:
        pass  # told of below, with the line at which its record starts
    yield from _one_by_one(tabel, pemisah, start - tabel.baris_awal)


def _one_by_one(
    tabel: Tabel, pemisah: str, passed: int
) -> Iterator[tuple[Sequence[int], list[list[str]]]]:
    reader = csv.reader(tabel.open_text(), delimiter=pemisah, strict=True)
    start = tabel.baris_awal
    try:
        for number, sel in enumerate(reader):
            if number >= passed:
                yield (start,), [sel]
            start = tabel.baris_awal + reader.line_num
    except csv.Error:
        raise QuoteError(
            f'{tabel.berkas}, baris {start}: tanda kutip (") dibuka tetapi tidak ditutup '
            "sebagaimana mestinya.",
            'Tutup kutip itu; kutip di dalam sel ditulis dua kali ("").',
        ) from None
