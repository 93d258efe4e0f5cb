"""The parts of an xlsx workbook: which sheets there are, and their rows window by window."""

import io
import mmap
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final

from skp_tui.exchange.reading.cell_text import Rupa, format_of
from skp_tui.exchange.reading.shared_texts import Isi, SharedTexts
from skp_tui.exchange.reading.table_model import Gabungan
from skp_tui.exchange.reading.windows import (
    LEBAR,
    PIECE,
    BesarError,
    Jendela,
    column_of,
    elements,
    heading,
)
from skp_tui.exchange.reading.xlsx_small import MAIN, with_rows, without_rows
from skp_tui.exchange.reading.xml_text import attributes_of
from skp_tui.record import record

_SHARED_LIMIT: Final = 100 << 20

_SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b([^>]*)>")
_PROPERTIES = re.compile(r"<(?:\w+:)?workbookPr\b([^>]*)>")
_FORMAT = re.compile(r"<(?:\w+:)?numFmt\b([^>]*)>")
_STYLES = re.compile(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(r"<(?:\w+:)?xf\b([^>]*)>")
_DATA = re.compile(rb"<((?:\w+:)?)sheetData\b[^>]*?(/?)>")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?ref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)")
_NUMBER = re.compile(rb"\br\s*=\s*[\"'](\d+)")
_HIDDEN = re.compile(rb"\bhidden\s*=\s*[\"'](?:1|true)[\"']")
_REFERENCE = re.compile(rb"\br\s*=\s*[\"']([A-Z]{1,3})(\d+)")
_KIND = re.compile(rb"\bt\s*=\s*[\"'](\w+)")
_STYLED = re.compile(rb"\bs\s*=\s*[\"'](\d+)")
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*>([^<]+)<")
_PERCENT: Final = ("9", "10")
_FURTHER: Final = b'<c r="IW%d" t="inlineStr"><is><t>x</t></is></c>'


@record
class Lembar:
    """A sheet of the workbook: its name, its part, whether it is seen."""

    nama: str
    bagian: str
    tampak: bool


class Xlsx:
    """An xlsx workbook whose directory was checked; nothing in it is followed or executed."""

    gabungan: tuple[Gabungan, ...] = ()
    """The merged ranges of the sheet that was read last; they stand behind its rows."""

    def __init__(self, arsip: zipfile.ZipFile) -> None:
        self._arsip = arsip
        self._names = {name.casefold(): name for name in arsip.namelist()}
        self._main = self._main_part()
        self._relations = self._related(self._main)
        text = self._text(self._main)
        self.lembar = tuple(self._sheets(text))
        match = _PROPERTIES.search(text)
        since_1904 = match is not None and attributes_of(match[1]).get("date1904") in {
            "1",
            "true",
        }
        self._formats = self._format_styles()
        self._shared = SharedTexts(self._mapped("sharedStrings"))
        self._empty = without_rows(self._bytes("styles"), since_1904=since_1904)

    def windows(self, lembar: Lembar) -> Iterator[Jendela]:
        """Yield the filled rows of a sheet, a window at a time; then ``gabungan`` is known."""
        self.gabungan = ()
        last = b""
        with self._arsip.open(self._names[lembar.bagian.casefold()]) as file:
            read, match = heading(file, _DATA)
            if match is None or match[2]:
                return
            rows = _Rows(match[1], self._formats, self._shared)
            for last in elements(file, b"</" + match[1] + b"row>", read[match.end() :]):
                yield from rows.windows(last)
            yield from rows.rest()
        self.gabungan = tuple(
            (int(top), column_of(left), int(bottom), column_of(right))
            for left, top, right, bottom in _MERGED.findall(last)
        )

    def small(self, jendela: Jendela) -> io.BytesIO:
        """Return a workbook of one sheet with the rows of a window."""
        return with_rows(self._empty, jendela.rows)

    def _main_part(self) -> str:
        if "_rels/.rels" in self._names:
            related = self._related("")
            found = [target for kind, target in related.values() if kind == "officeDocument"]
            if found and found[0].casefold() in self._names:
                return found[0]
        return MAIN

    def _text(self, part: str) -> str:
        name = self._names.get(part.casefold())
        if name is None:
            raise ValueError(part)
        if self._arsip.getinfo(name).file_size > _SHARED_LIMIT:
            raise BesarError
        text = self._arsip.read(name).decode("utf-8", "replace")
        if "<!DOCTYPE" in text[:4096]:
            raise ValueError(part)
        return text

    def _related(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the parts that a part names: by id, the last word of their kind and their path."""
        folder, _, name = part.rpartition("/")
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path.casefold() not in self._names:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for attributes in map(attributes_of, _RELATION.findall(self._text(path))):
            if attributes.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = (kind, target.lstrip("/"))
        return found

    def _sheets(self, text: str) -> Iterator[Lembar]:
        for raw in _SHEET.findall(text):
            attributes = attributes_of(raw)
            key = next((text for name, text in attributes.items() if name.endswith(":id")), "")
            kind, part = self._relations.get(key, ("", ""))
            if kind == "worksheet" and part.casefold() in self._names:
                tampak = attributes.get("state", "visible") == "visible"
                yield Lembar(attributes.get("name", ""), part, tampak)

    def _named(self, kind: str) -> zipfile.ZipInfo | None:
        """Return where the part of a kind lies, None where the workbook has none."""
        part = next((target for name, target in self._relations.values() if name == kind), "")
        name = self._names.get(part.casefold())
        if name is None:
            return None
        found = self._arsip.getinfo(name)
        if found.file_size > _SHARED_LIMIT:
            raise BesarError
        return found

    def _bytes(self, kind: str) -> bytes | None:
        """Return the part of a kind as it is, None where the workbook has none."""
        found = self._named(kind)
        return None if found is None else self._arsip.read(found)

    def _mapped(self, kind: str) -> Isi:
        """Return a big part in pages of its own, which the system has back as soon as it is done.

        As bytes it left a hole of tens of megabytes in the memory that was of no use any more.
        """
        found = self._named(kind)
        if found is None or not found.file_size:
            return b""
        pages = mmap.mmap(-1, found.file_size)
        with self._arsip.open(found) as file:
            while piece := file.read(PIECE):
                pages.write(piece)
        return pages

    def _format_styles(self) -> Mapping[int, tuple[str, str]]:
        """Return the styles in which a number is seen as another one."""
        text = (self._bytes("styles") or b"").decode("utf-8", "replace")
        codes = map(attributes_of, _FORMAT.findall(text))
        named = {satu.get("numFmtId"): format_of(satu.get("formatCode", "")) for satu in codes}
        named.update(dict.fromkeys(_PERCENT, ("", Rupa.PERSEN)))
        match = _STYLES.search(text)
        styles = map(attributes_of, _STYLE.findall(match[0])) if match else iter(())
        found = ((i, named.get(satu.get("numFmtId"))) for i, satu in enumerate(styles))
        return {i: words for i, words in found if words is not None}


class _Rows:
    """Cuts the rows of one sheet into windows and notes what the library does not tell."""

    def __init__(
        self, prefix: bytes, formats: Mapping[int, tuple[str, str]], shared: SharedTexts
    ) -> None:
        p = re.escape(prefix)
        self._open = b"<" + prefix + b"row"
        self._close = b"</" + prefix + b"row>"
        self._filled = re.compile(rb"<" + p + rb"(?:v|is|f)[\s/>]")
        self._cell = re.compile(rb"<" + p + rb"c\b([^>]*?)(?:/>|>(.*?)</" + p + rb"c>)", re.DOTALL)
        self._places = re.compile(rb"<" + p + rb"c\s[^>]*?\br\s*=\s*[\"']([A-Z]{1,3})(\d+)[\"']")
        self._prefix = prefix
        self._formats = formats
        self._shared = shared
        self._now = Jendela()
        self._number = 0

    def windows(self, piece: bytes) -> Iterator[Jendela]:
        """Take some rows in and yield the windows that are full with them."""
        for text in piece.split(self._close)[:-1]:
            start = text.rfind(self._open)
            end = text.find(b">", start)
            explicit = _NUMBER.search(text, start, end)
            # rows of which nothing but their beginning is there count where they have no number
            before = text.count(self._open)
            self._number = number = int(explicit[1]) if explicit else self._number + before
            if not self._filled.search(text, end):
                continue
            body = text[end + 1 :]
            width = self._width(number, body)
            if width > LEBAR:
                body, width = self._narrowed(number, body)
            if not width:
                continue
            span = number - self._now.baris[0][0] + 1 if self._now.baris else 1
            if span < 1 or self._now.is_full_with(span, width):
                yield from self.rest()
            self._note(number, body)
            if _HIDDEN.search(text, start, end):
                self._now.tersembunyi.add(number)
            self._now.add(self._renumbered(number, body), number, 1, width)

    def rest(self) -> Iterator[Jendela]:
        """Yield the window that is still open, if it holds anything."""
        if self._now.rows:
            yield self._now
        self._now = Jendela()

    def _renumbered(self, number: int, body: bytes) -> bytes:
        if self._prefix:
            body = body.replace(b"<" + self._prefix, b"<").replace(b"</" + self._prefix, b"</")
        return b'<row r="%d">%s</row>' % (number, self._shared.inlined(body))

    def _width(self, number: int, body: bytes) -> int:
        """Return how far a row reaches; raises ValueError for a cell that stands elsewhere."""
        places = self._places.findall(body)
        if {row for _, row in places} - {b"%d" % number}:
            raise ValueError(number)
        if not places:
            return body.count(b"<" + self._prefix + b"c")
        return max(column_of(letters) for letters, _ in places) + 1

    def _narrowed(self, number: int, body: bytes) -> tuple[bytes, int]:
        """Return the cells that are read, with their width; one stands for all further right."""
        kept: list[bytes] = []
        column, width = -1, 0
        for match in self._cell.finditer(body):
            reference = _REFERENCE.search(match[1])
            column = column_of(reference[1]) if reference else column + 1
            if match[2] and column >= LEBAR:
                width = LEBAR + 1
            elif column < LEBAR and (match[2] or not reference):
                kept.append(match[0])
                width = max(width, column + 1)
        further = _FURTHER % number if width > LEBAR else b""
        return b"".join(kept) + further, width

    def _note(self, number: int, body: bytes) -> None:
        """Note errors, formulas without a value, and formats that change what is seen."""
        has_format = bool(self._formats) and b"s=" in body
        if not has_format and b'"e"' not in body and b"'e'" not in body and b"<f" not in body:
            return
        column = -1
        for match in self._cell.finditer(body):
            reference = _REFERENCE.search(match[1])
            column = column_of(reference[1]) if reference else column + 1
            words = self._odd(match[1], match[2] or b"")
            if words is not None:
                self._now.khusus[number, column] = words

    def _odd(self, attributes: bytes, inner: bytes) -> tuple[str, str] | None:
        kind = _KIND.search(attributes)
        value = _VALUE.search(inner)
        name = kind[1] if kind else b"n"
        if name == b"e":
            return (value[1].decode("utf-8", "replace") if value else "#N/A", Rupa.GALAT)
        if value is None:
            has_formula = b"<f" in inner.replace(b"<" + self._prefix, b"<")
            return ("", Rupa.RUMUS) if has_formula and name != b"str" else None
        style = _STYLED.search(attributes)
        return self._formats.get(int(style[1])) if name == b"n" and style else None
