"""A delimited text file as a table of raw cells, each record with the line where it starts."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from sys import intern

from skp_tui.errors import InputError
from skp_tui.exchange.decoding import UKURAN_TERBESAR, decode
from skp_tui.files import reason_of

PEMISAH = (",", ";", "\t")
BARIS_TERBANYAK = 200_000
BUKU_KERJA = frozenset({".xlsx", ".xls", ".ods"})

_SEP = re.compile(r'"?sep=(.?)"?[ ]*(?:\r\n|\n|\r|$)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mentah:
    """One record as it stands in the file: the line where it starts and its cells, verbatim."""

    baris: int
    sel: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A decoded file; ``pemisah`` are the delimiters that its header line may still choose from.

    ``baris_awal`` is the line of the file at which ``teks`` starts: 2 behind a line ``sep=``.
    """

    path: Path
    teks: str
    pemisah: tuple[str, ...] = PEMISAH
    baris_awal: int = 1
    lembar: str | None = None

    @property
    def berkas(self) -> str:
        """Return the name by which messages call the file."""
        return self.path.name


class QuoteError(InputError):
    """A quotation mark that is not closed where its record ends."""


def read_csv_table(path: Path) -> Tabel:
    """Read a file whole, within the bounds of exchange 3; raises InputError."""
    if path.suffix.lower() in BUKU_KERJA:
        raise InputError(
            f"{path.name}: buku kerja ({path.suffix}) belum dapat dibaca di versi ini.",
            "Simpan sebagai CSV lalu impor berkas CSV itu.",
        )
    text = decode(_bytes_of(path), path.name)
    if not text.strip("\ufeff \t\r\n\x0b\x0c"):
        raise InputError(f"{path.name} kosong.", "Isi dahulu, atau pilih berkas lain.")
    match = _SEP.match(text)
    if match is None:
        return Tabel(path, text)
    if match.group(1) not in PEMISAH:
        raise InputError(
            f"{path.name}, baris 1: pemisah {match.group(0).strip()} tidak dikenal.",
            "Pakai koma, titik koma, atau tab.",
        )
    return Tabel(path, text[match.end() :], (match.group(1),), 2)


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
    lines = io.StringIO(tabel.teks, newline="")
    reader = csv.reader(lines, delimiter=pemisah, strict=True)
    start = tabel.baris_awal
    try:
        for sel in reader:
            if any(sel) and any(satu.strip() for satu in sel):
                # The same few texts fill most cells: shared, they take a fraction of the memory.
                yield Mentah(start, tuple(map(intern, sel)))
            start = tabel.baris_awal + reader.line_num
    except csv.Error:
        raise QuoteError(
            f'{tabel.berkas}, baris {start}: tanda kutip (") dibuka tetapi tidak ditutup '
            "sebagaimana mestinya.",
            'Tutup kutip itu; kutip di dalam sel ditulis dua kali ("").',
        ) from None
