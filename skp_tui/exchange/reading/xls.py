"""What calamine does not tell of an old workbook (xls): how far its cells reach, and its faults."""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from skp_tui.exchange.reading.cell_text import Rupa, format_of
from skp_tui.exchange.reading.windows import Letak

# Records of the format (MS-XLS 2.3.1); a cell starts with its row, its column and its style.
_BOF, _FILEPASS, _BOUNDSHEET, _FORMAT, _XF = 0x0809, 0x002F, 0x0085, 0x041E, 0x00E0
_FORMULA, _BOOLERR, _STRING, _NUMBER, _RK, _MULRK = 0x0006, 0x0205, 0x0207, 0x0203, 0x027E, 0x00BD
_LABELS: Final = frozenset({0x00FD, 0x0204, 0x00D6})
_NUMBERS: Final = frozenset({_NUMBER, _RK, _MULRK, _FORMULA})
_CELLS: Final = _NUMBERS | _LABELS | {_BOOLERR}
_GLOBALS: Final = frozenset({_BOF, _FILEPASS, _BOUNDSHEET, _FORMAT, _XF})
_ROW, _NOT_SHOWN, _FLAGS = 0x0208, 0x20, 12
_SST, _CONTINUE = 0x00FC, 0x003C
_KEPT: Final = (
    (_CELLS - {_FORMULA})
    | {_BOF, _BOUNDSHEET, _FORMAT, _XF, _SST, _CONTINUE}
    | {0x000A, 0x0022, 0x0042, 0x00E5}  # end, date system, code page, merged cells
)
_SHORTEST: Final[Mapping[int, int]] = {
    _BOF: 4, _BOUNDSHEET: 8, _FORMAT: 4, _XF: 4, _SST: 8,
    _FORMULA: 22, _BOOLERR: 8, _NUMBER: 14, _RK: 10, _MULRK: 12, 0x00FD: 10, 0x0204: 8, 0x00D6: 8,
    0x0022: 2, 0x0042: 2, 0x00E5: 2,
}  # fmt: skip
"""Bytes that a record has at least; what is shorter is damaged."""
_NOTHING: Final = b"\xfe\xff"
"""A kind of record that does not exist, and so is passed over."""
_NUMBER_SIZE: Final = 14
_BIFF8: Final = 0x0600
_RK_SIZE: Final = 6
_A_TEXT, _A_TRUTH, _AN_ERROR = 0, 1, 2
"""What stands for the number of a formula whose result is none."""

_GALAT: Final[Mapping[int, str]] = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_PERSEN: Final = frozenset({9, 10})
"""The two percent formats that every workbook has."""


class SandiError(ValueError):
    """The workbook is encrypted."""


@dataclass(slots=True)
class Petunjuk:
    """What one sheet of an old workbook holds beside its values.

    ``baris`` and ``kolom`` count as far as cells are filled; ``khusus`` are the cells that need
    other words than their value: errors, formulas with a text, percents; ``tersembunyi`` are the
    rows, from 1, that are not shown.
    """

    baris: int = 0
    kolom: int = 0
    khusus: dict[Letak, tuple[str, str]] = field(default_factory=dict)
    tersembunyi: set[int] = field(default_factory=set)


def survey(isi: bytes) -> tuple[dict[str, Petunjuk], bytes]:
    """Return what is to be known of each sheet, and the stream with nothing but values in it.

    Formulas, names, links, drawings and macros are blanked out, since the library takes them for
    sound and falls over broken ones: what is left of a formula is its stored result. Raises
    SandiError, or ValueError for records that are broken.
    """
    walk, clean = _Walk(), bytearray(isi)
    before = 0
    for start, kind, data in _records(isi):
        if len(data) < _SHORTEST.get(kind, 0):
            raise ValueError(kind)
        walk.take(start, kind, data)
        if kind == _FORMULA:
            _result_only(clean, start, data)
        elif kind not in _KEPT or (kind == _CONTINUE and before != _SST):
            clean[start : start + 2] = _NOTHING
        before = _SST if kind == _CONTINUE and before == _SST else kind
    if not walk.is_sound:
        raise ValueError(_BOUNDSHEET)
    return walk.found, bytes(clean)


def _result_only(clean: bytearray, start: int, data: bytes) -> None:
    """Put the result of a formula in its place: a number, or nothing for what is noted anyway."""
    if data[12:14] == b"\xff\xff":
        clean[start : start + 2] = _NOTHING
        return
    rest = len(data) - _NUMBER_SIZE - 4
    number = struct.pack("<HH", _NUMBER, _NUMBER_SIZE) + data[:_NUMBER_SIZE]
    blank = _NOTHING + struct.pack("<H", rest) + bytes(rest)
    clean[start : start + 4 + len(data)] = number + blank


class _Walk:
    """What is known of a workbook while its records pass by."""

    def __init__(self) -> None:
        self.found: dict[str, Petunjuk] = {}
        self._names: dict[int, str] = {}
        self._formats: dict[int, str] = {}
        self._styles: list[tuple[str, str] | None] = []
        self._now: Petunjuk | None = None
        self._waiting: Letak | None = None
        self._wide = True
        self._begun: set[int] = set()

    @property
    def is_sound(self) -> bool:
        """Say whether every sheet of the list begins where the list says."""
        return bool(self._names) and self._begun >= self._names.keys()

    def take(self, start: int, kind: int, data: bytes) -> None:
        """Take one record in."""
        if self._now is not None and kind in _CELLS:
            self._take_cell(self._now, kind, data)
        elif kind == _STRING and self._now is not None and self._waiting is not None:
            self._now.khusus[self._waiting] = (self._text(data, 2), Rupa.TEKS)
        elif kind == _ROW and self._now is not None:
            if len(data) > _FLAGS and data[_FLAGS] & _NOT_SHOWN:
                self._now.tersembunyi.add(struct.unpack_from("<H", data)[0] + 1)
        elif kind in _GLOBALS:
            self._take_global(start, kind, data)

    def _take_global(self, start: int, kind: int, data: bytes) -> None:
        if kind == _FILEPASS:
            raise SandiError
        if kind == _BOF:
            self._wide = struct.unpack_from("<H", data)[0] == _BIFF8
            self._begun.add(start)
            name = self._names.get(start)
            self._now = None if name is None else self.found.setdefault(name, Petunjuk())
        elif kind == _BOUNDSHEET:
            self._names[struct.unpack_from("<I", data)[0]] = self._text(data[6:], 1)
        elif kind == _FORMAT:
            self._formats[struct.unpack_from("<H", data)[0]] = self._text(data[2:], 2)
        else:
            number = struct.unpack_from("<2xH", data)[0]
            code = "0%" if number in _PERSEN else self._formats.get(number, "")
            self._styles.append(format_of(code))

    def _text(self, data: bytes, size: int) -> str:
        """Return a text whose length stands in so many bytes before it."""
        count = int.from_bytes(data[:size], "little")
        if not self._wide:
            return data[size : size + count].decode("cp1252", "replace")
        body = data[size + 1 :]
        if data[size] & 1:
            return body[: 2 * count].decode("utf-16-le", "replace")
        return body[:count].decode("latin-1")

    def _take_cell(self, now: Petunjuk, kind: int, data: bytes) -> None:
        """Note where a cell stands and what is odd in it; the text of a formula still follows."""
        row, column = struct.unpack_from("<HH", data)
        last = struct.unpack_from("<H", data, len(data) - 2)[0] if kind == _MULRK else column
        now.baris, now.kolom = max(now.baris, row + 1), max(now.kolom, last + 1)
        if kind in _NUMBERS:
            for offset, index in enumerate(range(column, last + 1)):
                style = struct.unpack_from("<H", data, 4 + offset * _RK_SIZE)[0]
                words = self._styles[style] if style < len(self._styles) else None
                if words is not None:
                    now.khusus[row, index] = words
        if kind == _BOOLERR and data[7]:
            now.khusus[row, column] = (_GALAT.get(data[6], "#N/A"), Rupa.GALAT)
        self._waiting = None
        if kind == _FORMULA and data[12:14] == b"\xff\xff":
            self._take_result((row, column), now, data)

    def _take_result(self, letak: Letak, now: Petunjuk, data: bytes) -> None:
        """Note a result that is no number; a text follows in a record of its own."""
        if data[6] == _AN_ERROR:
            now.khusus[letak] = (_GALAT.get(data[8], "#N/A"), Rupa.GALAT)
        elif data[6] == _A_TRUTH:
            now.khusus[letak] = ("TRUE" if data[8] else "FALSE", Rupa.LOGIKA)
        elif data[6] == _A_TEXT:
            self._waiting = letak


def _records(isi: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while at + 4 <= len(isi):
        kind, length = struct.unpack_from("<HH", isi, at)
        if at + 4 + length > len(isi):
            raise ValueError(kind)
        yield at, kind, isi[at + 4 : at + 4 + length]
        at += 4 + length
