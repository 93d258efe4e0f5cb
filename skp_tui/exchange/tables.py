"""Files as tables of raw cells, each record with the line or the sheet's row where it starts."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from skp_tui.domain.records import Sekali
from skp_tui.domain.text import clean
from skp_tui.errors import InputError, Problem
from skp_tui.exchange.decoding import UKURAN_TERBESAR, encoding_of
from skp_tui.files import reason_of

PEMISAH = (",", ";", "\t")
PEMISAH_BUKU = (";",)
"""What stands for the delimiter of a workbook: its text cells are read as those of ``;`` files."""
BARIS_TERBANYAK = 200_000
LEMBAR_PETUNJUK = "Petunjuk"
"""The sheet of our own templates that explains the columns: import passes it over silently."""


class Bentuk(StrEnum):
    """What a file is by its content, whatever it is called."""

    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


_BERNAMA: Mapping[str, Bentuk] = {
    **{f".{bentuk}": bentuk for bentuk in Bentuk},
    ".txt": Bentuk.CSV,
    ".tsv": Bentuk.CSV,
    ".xlsm": Bentuk.XLSX,
}

_SEP = re.compile(r'"?sep=(.?)"?[ ]*(?:\r\n|\n|\r|$)', re.IGNORECASE)


Gabungan = tuple[int, int, int, int]
"""A merged range: first row, first column, last row, last column; rows from 1, columns from 0."""


@dataclass(frozen=True, slots=True)
class Cacat:
    """What the file itself did to one cell: the column, a sentence, whether it refuses the row."""

    kolom: str
    pesan: str
    menolak: bool


@dataclass(frozen=True, slots=True)
class Mentah:
    """One record as it stands in the file: the line where it starts and its cells, verbatim.

    ``rupa`` says of each cell of a workbook what it was (``cell_text.Rupa``, one letter a cell); it
    is empty for a text file. ``cacat`` is what is wrong with cells by their kind, once the columns
    are known. ``lebih`` says that cells stood further right than any column that is read. ``asli``
    are the cells as read, where ``sel`` was cut to the columns of the header.
    """

    baris: int
    sel: tuple[str, ...]
    rupa: str = ""
    cacat: tuple[Cacat, ...] = ()
    lebih: bool = False
    asli: tuple[str, ...] | None = None

    @property
    def semua_sel(self) -> tuple[str, ...]:
        """Return the cells with those right of the header, which belong to no column."""
        return (*self.sel, *self.asli[len(self.sel) :]) if self.asli else self.sel


@dataclass(frozen=True, slots=True)
class Naskah:
    """A text file as its bytes with their encoding: decoded line by line, it stays small."""

    isi: bytes
    sandi: str


@dataclass(frozen=True, slots=True)
class Tabel:
    """A text (``naskah`` of a file, ``teks`` of a form), or one sheet of a workbook.

    ``pemisah`` are the delimiters that the header line of a text may still choose from;
    ``baris_awal`` is the line at which the text starts: 2 behind a line ``sep=``. A sheet
    (``lembar``) has its records in ``isi`` instead of a text, cell 0 standing in column A.
    ``catatan`` is what there is to say about the file as such, ``gabungan`` are merged cells.
    """

    path: Path
    teks: str = ""
    pemisah: tuple[str, ...] = PEMISAH
    baris_awal: int = 1
    lembar: str | None = None
    isi: tuple[Mentah, ...] | None = None
    bentuk: Bentuk = Bentuk.CSV
    catatan: tuple[Problem, ...] = ()
    gabungan: tuple[Gabungan, ...] = ()
    naskah: Naskah | None = None

    def open_text(self) -> TextIO:
        """Return the text from ``baris_awal`` on, line ends as they are."""
        if self.naskah is None:
            return io.StringIO(self.teks, newline="")
        file = io.BytesIO(self.naskah.isi)
        text = io.TextIOWrapper(file, encoding=self.naskah.sandi, newline="")
        for _ in range(1, self.baris_awal):
            text.readline()
        return text

    def without_text(self) -> "Tabel":
        """Return it without what its records were read from, which is as big as the file."""
        return replace(self, teks="", isi=None, naskah=None)

    @property
    def berkas(self) -> str:
        """Return the name by which messages call the file."""
        return self.path.name


class QuoteError(InputError):
    """A quotation mark that is not closed where its record ends."""


def is_legend(tabel: Tabel) -> bool:
    """Say whether a sheet is the legend of our own templates, however somebody typed its name."""
    return clean(tabel.lembar or "").casefold() == LEMBAR_PETUNJUK.casefold()


def read_tables(path: Path) -> tuple[Tabel, ...]:
    """Read a file whole, within the bounds of exchange 3; raises InputError.

    A text is one table, a workbook one for each visible sheet. What a file is, its content says.
    """
    content = _bytes_of(path)
    if not looks_like_workbook(content):
        tabel = _text_table(path, content)
        return (replace(tabel, catatan=_misnamed(path, Bentuk.CSV)),)
    from skp_tui.exchange.workbooks import read_workbook  # noqa: PLC0415 - not for a CSV

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
        raise InputError(f"{path} bukan berkas.", "Sebutkan berkas CSV.")
    try:
        with path.open("rb") as file:
            content = file.read(UKURAN_TERBESAR + 1)
    except OSError as error:
        raise InputError(
            f"Berkas {path} tidak dapat dibaca: {reason_of(error)}.", "Periksa izinnya."
        ) from error
    if len(content) > UKURAN_TERBESAR:
        raise InputError(f"{path.name} lebih besar dari 50 MB.", "Bagi menjadi beberapa berkas.")
    return content


def records(tabel: Tabel, pemisah: str) -> Iterator[Mentah]:
    """Yield the records that are not blank; raises InputError for a quote that is not closed."""
    if tabel.isi is not None:
        yield from tabel.isi
        return
    reader = csv.reader(tabel.open_text(), delimiter=pemisah, strict=True)
    start = tabel.baris_awal
    # the same few texts fill most cells: shared, they take a fraction of the memory
    once = Sekali[str]().__getitem__
    try:
        for sel in reader:
            if "".join(sel).strip():
                yield Mentah(start, tuple(map(once, sel)))
            start = tabel.baris_awal + reader.line_num
    except csv.Error:
        raise QuoteError(
            f'{tabel.berkas}, baris {start}: tanda kutip (") dibuka tetapi tidak ditutup '
            "sebagaimana mestinya.",
            'Tutup kutip itu; kutip di dalam sel ditulis dua kali ("").',
        ) from None
