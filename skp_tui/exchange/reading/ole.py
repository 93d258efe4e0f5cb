"""The compound file in which old Excel keeps a workbook, and new Excel one with a password."""

import struct
from collections.abc import Iterator, Mapping
from typing import Final

from skp_tui.record import record

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER: Final = 512
_ENTRY: Final = 128
_LAST: Final = 0xFFFFFFFA
"""Sector numbers from here on mean something else: end of a chain, a free sector."""
_TABLE, _END, _FREE = 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFF
_STREAM: Final = 2
_ROOT: Final = 5
_MINI: Final = 64
_IN_HEADER: Final = 109
"""Entries of the sector table that the header itself holds."""


class OleError(ValueError):
    """The bytes are no compound file, or one that is damaged."""


@record
class Arus:
    """One stream of a compound file: where it starts and how long it is."""

    awal: int
    ukuran: int


class Ole:
    """A compound file in memory; every chain of sectors is followed once and never in a circle."""

    def __init__(self, isi: bytes) -> None:
        if len(isi) < _HEADER or not isi.startswith(MAGIC):
            raise OleError
        self._isi = isi
        shift, mini_shift = struct.unpack_from("<HH", isi, 30)
        if shift not in (9, 12) or mini_shift != 6:  # noqa: PLR2004 - the sizes that exist
            raise OleError
        self._size = 1 << shift
        self._mini_size = 1 << mini_shift
        (directory, self._cutoff) = struct.unpack_from("<I4xI", isi, 48)
        (mini_fat,) = struct.unpack_from("<I", isi, 60)
        self._fat = self._table(self._fat_sectors())
        self._root = Arus(_END, 0)
        self.arus: Mapping[str, Arus] = dict(self._streams(self._chain(directory)))
        self._mini = self._chain(self._root.awal)[: self._root.ukuran]
        self._mini_fat = self._table(self._sectors(mini_fat))

    def read(self, nama: str) -> bytes:
        """Return a stream whole; raises OleError for a chain that is broken."""
        satu = self.arus[nama]
        if satu.ukuran >= self._cutoff:
            content = self._chain(satu.awal)
        else:
            content = b"".join(self._mini_sectors(satu.awal))
        if len(content) < satu.ukuran:
            raise OleError
        return content[: satu.ukuran]

    def _fat_sectors(self) -> list[int]:
        found = list(struct.unpack_from(f"<{_IN_HEADER}I", self._isi, 76))
        (further,) = struct.unpack_from("<I", self._isi, 68)
        seen: set[int] = set()
        while further < _LAST:
            if further in seen:
                raise OleError
            seen.add(further)
            numbers = struct.unpack(f"<{self._size // 4}I", self._sector(further))
            found += numbers[:-1]
            further = numbers[-1]
        return [number for number in found if number < _LAST]

    def _table(self, sectors: list[int]) -> tuple[int, ...]:
        joined = b"".join(self._sector(number) for number in sectors)
        return struct.unpack(f"<{len(joined) // 4}I", joined)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        found = self._isi[start : start + self._size]
        if not found:
            raise OleError
        return found.ljust(self._size, b"\0")

    def _sectors(self, first: int) -> list[int]:
        found: list[int] = []
        number = first
        while number < _LAST:
            if number >= len(self._fat) or len(found) > len(self._fat):
                raise OleError
            found.append(number)
            number = self._fat[number]
        return found

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in self._sectors(first))

    def _mini_sectors(self, first: int) -> Iterator[bytes]:
        number, count = first, 0
        while number < _LAST:
            if number >= len(self._mini_fat) or count > len(self._mini_fat):
                raise OleError
            start = number * self._mini_size
            yield self._mini[start : start + self._mini_size]
            number, count = self._mini_fat[number], count + 1

    def _streams(self, directory: bytes) -> Iterator[tuple[str, Arus]]:
        for start in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", directory, start + 64)
            first, size = struct.unpack_from("<II", directory, start + 116)
            if kind == _ROOT:
                self._root = Arus(first, size)
            elif kind == _STREAM:
                name = directory[start : start + max(0, min(length, 64) - 2)]
                yield name.decode("utf-16-le", "replace"), Arus(first, size)


def container(nama: str, isi: bytes) -> bytes:
    """Return a compound file of a single stream, sound whatever it was taken from."""
    size = 4096
    stream = isi.ljust(size, b"\0")
    count = -(-len(stream) // size)
    table = size // 4
    tables = -(-(count + 2) // (table - 1))
    # the sectors: the tables, the directory, one for small streams (none here), then the stream
    start = tables + 2
    entries = [_TABLE] * tables + [_END, _END] + list(range(start + 1, start + count)) + [_END]
    entries += [_FREE] * (tables * table - len(entries))
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", MAGIC, 0x3E, 4, 0xFFFE, 12, 6,
        1, tables, tables, 0, size, _END, 0, _END, 0, 0,
    )[:76]  # fmt: skip
    placed = [*range(tables), *[_FREE] * (_IN_HEADER - tables)]
    header += struct.pack(f"<{_IN_HEADER}I", *placed)
    root = _entry("Root Entry", _ROOT, 1, tables + 1, _MINI)
    directory = root + _entry(nama, _STREAM, _FREE, start, len(stream))
    parts = (header, struct.pack(f"<{len(entries)}I", *entries), directory, b"\0", stream)
    return b"".join(part.ljust(-(-len(part) // size) * size, b"\0") for part in parts)


def _entry(nama: str, kind: int, child: int, first: int, size: int) -> bytes:
    name = nama.encode("utf-16-le")
    return name.ljust(64, b"\0") + struct.pack(
        "<HBBIII36xIQ", len(name) + 2, kind, 1, _FREE, _FREE, child, first, size
    )
