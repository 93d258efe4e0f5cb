"""The parts of an OpenDocument workbook: its sheets, and their rows window by window."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import IO, Final

from skp_tui.exchange.reading.archives import part
from skp_tui.exchange.reading.cell_text import Rupa
from skp_tui.exchange.reading.table_model import BARIS_TERBANYAK
from skp_tui.exchange.reading.windows import LEBAR, BesarError, Jendela, elements, heading
from skp_tui.exchange.reading.xml_text import plain

_CONTENT: Final = "content.xml"
_TABLE = re.compile(rb"<table:table\s[^>]*>")
_STEP = re.compile(rb"<table:table\s([^>]*)>|<table:table-row(?=[\s/>])([^>]*)>")
_FIRST_CELL = re.compile(rb"<table:(?:covered-)?table-cell[\s/>]")
_ROW_END: Final = b"</table:table-row>"
_NAME = re.compile(rb"table:name=\"([^\"]*)\"|table:name='([^']*)'")
_STYLE_NAME = re.compile(rb"table:style-name=[\"']([^\"']*)")
_HIDDEN = re.compile(
    rb"<style:style\b[^>]*?style:name=[\"']([^\"']*)[^>]*>\s*"
    rb"<style:table-properties\b[^>]*?table:display=[\"']false",
)
_UNSHOWN = re.compile(rb"table:visibility=[\"'](?:filter|collapse)[\"']")
_ROWS = re.compile(rb"table:number-rows-repeated=[\"'](\d+)")
_COLUMNS = re.compile(rb"table:number-columns-repeated=[\"'](\d+)")
_SPANNED = re.compile(rb"table:number-columns-spanned=[\"'](\d+)")
_DEEP = re.compile(rb"table:number-rows-spanned=[\"'](\d+)")
_CELL = re.compile(
    rb"<table:(?:covered-)?table-cell(?=[\s/>])([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell>)",
    re.DOTALL,
)
_NOTE = re.compile(rb"<office:annotation\b.*?</office:annotation>", re.DOTALL)
_TAG = re.compile(rb"<[^>]*>")
_FILLED = (b"office:value-type", b"<text:", b"table:formula")
_END = b"</table:table></office:spreadsheet></office:body></office:document-content>"
_BLANK: Final = b'<table:table-cell table:number-columns-repeated="%d"/>'
_SIGN: Final = b'<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
_WIDEST: Final = 16_384


class Ods:
    """An OpenDocument workbook whose directory was checked."""

    def __init__(self, arsip: zipfile.ZipFile) -> None:
        self._arsip = arsip
        with self._content() as file:
            read, match = heading(file, _TABLE)
        self._head = read[: match.start()] if match else b""
        if b"<!DOCTYPE" in self._head[:4096]:
            raise ValueError(_CONTENT)
        self._hidden = set(_HIDDEN.findall(self._head))

    def windows(self) -> Iterator[tuple[str, bool, Jendela]]:
        """Yield the filled rows, a window at a time, with their sheet's name and whether it shows.

        Each sheet yields at least one window, an empty one where it holds nothing.
        """
        if not self._head:
            return
        now, name, shown, number = Jendela(), "", True, 0
        for start, body in self._steps():
            if start[1] is not None:
                if name:
                    yield name, shown, now
                now, number = Jendela(), 0
                name, shown = self._named(start[1])
                continue
            kali = _repeated(_ROWS, start[2])
            row, width = _trimmed(body, number + 1, now)
            if width and now.is_full_with(len(now.rows) + 1, width):
                yield name, shown, now
                now = Jendela()
                row, width = _trimmed(body, number + 1, now)
            if width:
                now.add(row, number + 1, kali, width)
            if width and _UNSHOWN.search(start[2]):
                now.tersembunyi.update(range(number + 1, number + 1 + min(kali, BARIS_TERBANYAK)))
            number += kali
        if name:
            yield name, shown, now

    def _steps(self) -> Iterator[tuple[re.Match[bytes], bytes]]:
        """Yield the beginning of each sheet and of each row, a row with its cells."""
        with self._content() as file:
            file.read(len(self._head))
            for piece in elements(file, _ROW_END):
                for text in piece.split(_ROW_END):
                    cells = _FIRST_CELL.search(text)
                    until = cells.start() if cells else len(text)
                    starts = list(_STEP.finditer(text, 0, until))
                    for start in starts[:-1]:
                        yield start, b""
                    if starts:
                        yield starts[-1], text[until:]

    def small(self, jendela: Jendela) -> io.BytesIO:
        """Return a workbook of one sheet with the rows of a window."""
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as arsip:
            arsip.writestr(part("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
            table = b'<table:table table:name="s">'
            arsip.writestr(part(_CONTENT), b"".join((self._head, table, *jendela.rows, _END)))
            arsip.writestr(part("META-INF/manifest.xml"), _MANIFEST)
        file.seek(0)
        return file

    def _content(self) -> IO[bytes]:
        return self._arsip.open(_CONTENT)

    def _named(self, attributes: bytes) -> tuple[str, bool]:
        name = _NAME.search(attributes)
        style = _STYLE_NAME.search(attributes)
        text = (name[1] or name[2] or b"").decode("utf-8", "replace") if name else ""
        return plain(text) or " ", style is None or style[1] not in self._hidden


def _repeated(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    match = pattern.search(attributes)
    return max(1, int(match[1])) if match else 1


def _trimmed(body: bytes, number: int, now: Jendela) -> tuple[bytes, int]:
    """Return a row up to its last filled cell, with its width: 0 where nothing is filled.

    Errors and formulas without a value are noted on the way.
    """
    if not any(sign in body for sign in _FILLED):
        return b"", 0
    body = _NOTE.sub(b"", body) if b"<office:annotation" in body else body
    width = column = end = 0
    for match in _CELL.finditer(body):
        times = _repeated(_COLUMNS, match[1])
        if b"office:value-type" in match[1] or b"table:formula" in match[1] or match[2]:
            if column + times > _WIDEST:
                raise BesarError
            _note(match, number, range(column, min(column + times, LEBAR)), now)
            if column + times > LEBAR:
                near = body[: match.start()] + _part(match, LEBAR - column)
                far = body[:end] + _BLANK % (LEBAR - width) if width < LEBAR else body[:end]
                return _row((near if column < LEBAR else far) + _SIGN), LEBAR + 1
            width, end = column + times, match.end()
        column += times
    return _row(body[:end]), width


def _row(cells: bytes) -> bytes:
    return b"<table:table-row>" + cells + b"</table:table-row>"


def _part(match: re.Match[bytes], times: int) -> bytes:
    """Return a cell that is repeated with fewer repetitions."""
    cell, found = match[0], _COLUMNS.search(match[0])
    return cell[: found.start(1)] + b"%d" % times + cell[found.end(1) :] if found else cell


def _note(match: re.Match[bytes], number: int, columns: range, now: Jendela) -> None:
    """Note what is odd in a cell, and what it is merged with."""
    words = _odd(match[1], match[2] or b"")
    if words is not None:
        now.khusus.update({(number, column): words for column in columns})
    across = _SPANNED.search(match[1])
    if across is not None:
        deep = _DEEP.search(match[1])
        below = number + (int(deep[1]) if deep else 1) - 1
        now.gabungan.append((number, columns.start, below, columns.start + int(across[1]) - 1))


def _odd(attributes: bytes, inner: bytes) -> tuple[str, str] | None:
    if b'calcext:value-type="error"' in attributes:
        text = plain(_TAG.sub(b"", inner).decode("utf-8", "replace")).strip()
        return (text or "#N/A", Rupa.GALAT)
    if b'office:value-type="percentage"' in attributes:
        return ("", Rupa.PERSEN)
    if b"table:formula" in attributes and b"office:value-type" not in attributes:
        return ("", Rupa.RUMUS)
    return None


_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
