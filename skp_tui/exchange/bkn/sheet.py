"""A sheet of a BKN workbook as cells with their places, and headings without what does not count.

Offices move the form about: titles above, a column more, merged cells (of which only the first
holds the text). So nothing is read by its address, all of it by the headings near it.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache

from skp_tui.domain.number import parse_computed
from skp_tui.domain.text import clean
from skp_tui.exchange.reading.table_model import Tabel
from skp_tui.exchange.reading.windows import column_name
from skp_tui.exchange.values import GALAT_EXCEL
from skp_tui.record import record

_ENUMERATOR = re.compile(r"^\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})\s*[.)]\s*", re.IGNORECASE)
_NOT_WORD = re.compile(r"[\W_]+")
_AMOUNT = re.compile(r"-?\d[\d.,]*", re.ASCII)
_NUMBER = re.compile(r"(-?\d[\d.,]*)\s*%?\s*(?:\([a-z ]*\))?", re.ASCII | re.IGNORECASE)
_COUNT = re.compile(r"\d{1,3}[.)]?", re.ASCII)


@record
class SelBuku:
    """One cell with its place: sheet, row from 1, column from 0."""

    teks: str
    lembar: str
    baris: int
    kolom: int

    @property
    def alamat(self) -> str:
        """Return the address as a spreadsheet shows it: ``H12``."""
        return f"{column_name(self.kolom)}{self.baris}"

    @property
    def padat(self) -> str:
        """Return the text as headings are compared."""
        return compact(self.teks)

    @property
    def nomor(self) -> int | None:
        """Return the number of a row, where the cell holds one."""
        return int(self.teks.rstrip(".)")) if _COUNT.fullmatch(self.teks) else None


@lru_cache(maxsize=4096)
def compact(teks: str) -> str:
    """Return letters and digits only, in small letters, without ``a.`` or ``II.`` before them."""
    return _NOT_WORD.sub("", _ENUMERATOR.sub("", teks).casefold())


def amount(teks: str) -> Fraction | None:
    """Return the number with which a printed value begins: ``87,60`` of ``87,60 (Baik)``."""
    match = _AMOUNT.match(teks.replace(" ", ""))
    return parse_computed(match.group().rstrip(".,"), ",") if match else None


def is_number(teks: str) -> bool:
    """Say whether a cell is a number and nothing else, but for a sebutan in brackets behind it.

    ``17 Agustus: panitia`` and ``5S`` begin with one and are words.
    """
    match = _NUMBER.fullmatch(teks)
    return match is not None and amount(match[1]) is not None


def is_empty(teks: str) -> bool:
    """Say whether a cell holds nothing, an error of a formula, or what links to nothing give."""
    return teks.upper() in GALAT_EXCEL or teks in ("", "0", "-")


class Lembar:
    """One visible sheet: its cells that hold something, by row and in order."""

    def __init__(self, tabel: Tabel) -> None:
        self.nama = tabel.lembar or ""
        self._rows: Mapping[int, tuple[SelBuku, ...]] = {
            mentah.baris: tuple(
                SelBuku(teks, self.nama, mentah.baris, kolom)
                for kolom, asli in enumerate(mentah.sel)
                if (teks := clean(asli))
            )
            for mentah in tabel.isi or ()
        }

    def __iter__(self) -> Iterator[tuple[SelBuku, ...]]:
        """Yield the rows that hold anything, from the top."""
        return iter(self._rows.values())

    def row(self, baris: int) -> tuple[SelBuku, ...]:
        """Return the cells of a row that hold anything."""
        return self._rows.get(baris, ())

    def below(self, baris: int) -> Iterator[tuple[SelBuku, ...]]:
        """Yield the rows under a row."""
        return (row for number, row in self._rows.items() if number > baris)

    def cells(self) -> Iterator[SelBuku]:
        """Yield every cell, row by row."""
        return (sel for row in self for sel in row)

    def find(self, *padat: str) -> SelBuku | None:
        """Return the first cell whose heading begins with one of the texts."""
        return next((sel for sel in self.cells() if sel.padat.startswith(padat)), None)
