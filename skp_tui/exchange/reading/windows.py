"""Rows of a sheet in pieces that stay small in memory, whatever the sheet claims to reach.

The library that reads workbooks lays a sheet out as a full rectangle: one stray cell in the last
corner would be seventeen billion cells, and 200,000 rows half a gigabyte. So it is handed windows
of filled rows, each a small workbook that holds nothing but cells: no links, no macros.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import IO, Final

from skp_tui.exchange.reading.table_model import Gabungan

Letak = tuple[int, int]

PIECE: Final = 1 << 20
LUAS: Final = 100_000
"""Cells of one window, blank ones counted: some 10 MB in the library."""
BAITAN: Final = 4 << 20
"""Bytes of the rows of one window."""
BARIS_TERPANJANG: Final = 16 << 20
"""Bytes of one row; beyond it is no list, but something made to exhaust the memory."""
LEBAR: Final = 256
"""Columns that are read, up to IV: as many as an old workbook has, ten times what a list needs.

What stands further right in a row is kept as one cell behind the last of them.
"""

_LETTERS: Final = 26
_BEFORE_A: Final = 64


class BesarError(ValueError):
    """A row or a heading that is far longer than any list has."""


@dataclass(slots=True)
class Jendela:
    """Some rows of a sheet as they stand in the file.

    ``baris`` are their numbers with how often each repeats, ``lebar`` how far their cells reach,
    ``khusus`` the cells that need other words than their value (errors, formulas without one),
    ``gabungan`` the merged cells, where the rows themselves tell of them, ``tersembunyi`` the rows
    that are not shown.
    """

    rows: list[bytes] = field(default_factory=list)
    baris: list[tuple[int, int]] = field(default_factory=list)
    lebar: int = 0
    panjang: int = 0
    khusus: dict[Letak, tuple[str, str]] = field(default_factory=dict)
    gabungan: list[Gabungan] = field(default_factory=list)
    tersembunyi: set[int] = field(default_factory=set)

    def add(self, row: bytes, baris: int, kali: int, lebar: int) -> None:
        """Append a row."""
        self.rows.append(row)
        self.baris.append((baris, kali))
        self.lebar = max(self.lebar, lebar)
        self.panjang += len(row)

    def is_full_with(self, span: int, lebar: int) -> bool:
        """Say whether one row more would make the window too large for the memory."""
        area = span * max(self.lebar, lebar)
        return bool(self.rows) and (area > LUAS or self.panjang > BAITAN)


def elements(file: IO[bytes], end: bytes, start: bytes = b"") -> Iterator[bytes]:
    """Yield the text of a part in pieces that end behind ``end``, the last one as it is."""
    buffer = start
    while True:
        piece = file.read(PIECE)
        if not piece:
            yield buffer
            return
        buffer += piece
        cut = buffer.rfind(end)
        if cut >= 0:
            yield buffer[: cut + len(end)]
            buffer = buffer[cut + len(end) :]
        elif len(buffer) > BARIS_TERPANJANG:
            raise BesarError


def heading(file: IO[bytes], wanted: re.Pattern[bytes]) -> tuple[bytes, re.Match[bytes] | None]:
    """Read up to the first match of a pattern; returns what was read."""
    buffer = b""
    while True:
        piece = file.read(PIECE)
        buffer += piece
        match = wanted.search(buffer)
        if match is not None or not piece:
            return buffer, match
        if len(buffer) > BARIS_TERPANJANG:
            raise BesarError


@cache
def column_of(letters: bytes) -> int:
    """Return the index of a column by its letters: A is 0."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + letter - _BEFORE_A
    return number - 1


def column_name(index: int) -> str:
    """Return the letters that spreadsheets give a column: A, B … Z, AA, AB and so on."""
    name, rest = "", index + 1
    while rest:
        rest, place = divmod(rest - 1, _LETTERS)
        name = chr(_BEFORE_A + 1 + place) + name
    return name
