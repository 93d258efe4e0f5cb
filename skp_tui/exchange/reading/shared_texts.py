"""The texts that the cells of an xlsx workbook share, put back into the cells that name them.

The library would hold all of them anew for every window of rows; here they lie once, as bytes.
"""

import re
from array import array
from mmap import mmap

_ITEM = re.compile(rb"<((?:\w+:)?)si[\s/>]")
_CELL = re.compile(
    rb"<c\b([^>]*?)\st\s*=\s*[\"']s[\"']([^>]*)>\s*<v[^>]*>\s*(\d+)\s*</v>\s*</c>", re.DOTALL
)
_SHARED = (b't="s"', b"t='s'")

Isi = bytes | mmap


class SharedTexts:
    """The part ``sharedStrings`` with the place of each of its texts."""

    def __init__(self, isi: Isi) -> None:
        self._isi = isi
        first = _ITEM.search(isi)
        self._prefix = first[1] if first else b""
        self._close = b"</" + self._prefix + b"si>"
        self._places = array("L", (match.start() for match in _ITEM.finditer(isi)))

    def inlined(self, row: bytes) -> bytes:
        """Return a row (without prefixes) in which every cell holds its own text."""
        if not any(sign in row for sign in _SHARED):
            return row
        return _CELL.sub(self._cell, row)

    def _cell(self, match: re.Match[bytes]) -> bytes:
        text = self._text(int(match[3]))
        return b'<c%s t="inlineStr"%s><is>%s</is></c>' % (match[1], match[2], text)

    def _text(self, number: int) -> bytes:
        """Return what stands in a text; raises ValueError for one that is not there."""
        if number >= len(self._places):
            raise ValueError(number)
        start = self._isi.find(b">", self._places[number])
        if self._isi[start - 1 : start] == b"/":
            return b""
        text = self._isi[start + 1 : self._isi.find(self._close, start)]
        if self._prefix:
            text = text.replace(b"<" + self._prefix, b"<").replace(b"</" + self._prefix, b"</")
        return text
