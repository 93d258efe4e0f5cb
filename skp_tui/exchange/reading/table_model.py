"""What a file is once it is read: tables of raw cells, each with its place in the file."""

import io
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TextIO

from skp_tui.domain.text import clean
from skp_tui.errors import Problem
from skp_tui.record import record

PEMISAH = (",", ";", "\t")
PEMISAH_BUKU = (";",)
"""What stands for the delimiter of a workbook: its text cells are read as those of ``;`` files."""
BARIS_TERBANYAK = 200_000
LEWAT_BARIS = "sebuah sel melewati akhir baris; mungkin tanda kutipnya tidak ditutup"
LEMBAR_PETUNJUK = "Petunjuk"
"""The sheet of our own templates that explains the columns: import passes it over silently."""


class Bentuk(StrEnum):
    """What a file is by its content, whatever it is called."""

    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


Gabungan = tuple[int, int, int, int]
"""A merged range: first row, first column, last row, last column; rows from 1, columns from 0."""


@record
class Cacat:
    """What the file itself did to one cell, or to a row (None): the sentence, and if it refuses."""

    kolom: str | None
    pesan: str
    menolak: bool


class Mentah(NamedTuple):
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


@record
class Naskah:
    """A text file as its bytes with their encoding: decoded line by line, it stays small."""

    isi: bytes
    sandi: str


@record
class Tabel:
    """A text (``naskah`` of a file, ``teks`` of a form), or one sheet of a workbook.

    ``pemisah`` are the delimiters that the header line of a text may still choose from;
    ``baris_awal`` is the line at which the text starts: 2 behind a line ``sep=``. A sheet
    (``lembar``) has its records in ``isi`` instead of a text, cell 0 standing in column A.
    ``catatan`` is what there is to say about the file as such, ``gabungan`` are merged cells,
    ``tersembunyi`` the rows that the sheet does not show.
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
    tersembunyi: frozenset[int] = frozenset()

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


def is_legend(tabel: Tabel) -> bool:
    """Say whether a sheet is the legend of our own templates, however somebody typed its name."""
    return clean(tabel.lembar or "").casefold() == LEMBAR_PETUNJUK.casefold()
