"""An OpenDocument workbook of text cells, zipped by hand.

Three small XML files are all that such a workbook needs; the library for the format kept every
cell as objects, 6.5 s and 152 MB for 80,000 of them.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from skp_tui.exchange.reading.archives import part
from skp_tui.exchange.writing.workbook_out import LembarTeks, sheet_names, writable

TIPE_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = " ".join(
    f'xmlns:{awalan}="urn:oasis:names:tc:opendocument:xmlns:{nama}:1.0"'
    for awalan, nama in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("number", "datastyle"),
        ("fo", "xsl-fo-compatible"),
        ("manifest", "manifest"),
    )
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MANIFEST = f"""{_XML}<manifest:manifest {_NAMES} manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{TIPE_MIME}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""
_HEAD = f"""{_XML}<office:document-content {_NAMES} office:version="1.2">
<office:automatic-styles>
<number:text-style style:name="N1"><number:text-content/></number:text-style>
<style:style style:name="teks" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="judul" style:family="table-cell" style:data-style-name="N1">
<style:text-properties fo:font-weight="bold"/></style:style>
"""
_BODY = "</office:automatic-styles>\n<office:body><office:spreadsheet>\n"
_TAIL = "</office:spreadsheet></office:body></office:document-content>\n"
_BLANKS = re.compile(r"^ | $| {2,}")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CHARACTER_CM = 0.21


def ods_bytes(sheets: Sequence[LembarTeks]) -> bytes:
    """Write sheets of text in columns of the text format; the same sheets give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        # first and not compressed, so that the kind of file stands at a fixed place
        archive.writestr(part("mimetype"), TIPE_MIME)
        _put(archive, "META-INF/manifest.xml", [_MANIFEST])
        _put(archive, "content.xml", _content(sheets))
    return buffer.getvalue()


def _put(archive: zipfile.ZipFile, nama: str, bagian: Iterable[str]) -> None:
    entry = part(nama)
    entry.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(entry, "w") as file:
        for satu in bagian:
            file.write(satu.encode("utf-8"))


def _content(sheets: Sequence[LembarTeks]) -> Iterator[str]:
    yield _HEAD
    for lebar in sorted({lebar for lembar in sheets for lebar in lembar.lebar}):
        yield (
            f'<style:style style:name="k{lebar}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{lebar * _CHARACTER_CM:.2f}cm"/>'
            "</style:style>\n"
        )
    yield _BODY
    for nama, lembar in zip(sheet_names([satu.nama for satu in sheets]), sheets, strict=True):
        yield f'<table:table table:name="{escape(nama)}">\n'
        for lebar in lembar.lebar:
            yield (
                f'<table:table-column table:style-name="k{lebar}"'
                ' table:default-cell-style-name="teks"/>\n'
            )
        for nomor, cells in enumerate(lembar.baris):
            yield _row(cells, "teks" if nomor else "judul")
        yield "</table:table>\n"
    yield _TAIL


def _row(cells: Sequence[str], bentuk: str) -> str:
    inside = "".join(_cell(satu, bentuk) for satu in cells)
    return f"<table:table-row>{inside or '<table:table-cell/>'}</table:table-row>\n"


def _cell(teks: str, bentuk: str) -> str:
    if not teks:
        return "<table:table-cell/>"
    paragraphs = "".join(f"<text:p>{_spaced(satu)}</text:p>" for satu in _lines(teks))
    return (
        f'<table:table-cell table:style-name="{bentuk}" office:value-type="string">'
        f"{paragraphs}</table:table-cell>"
    )


def _lines(teks: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", _NOT_XML.sub("\ufffd", writable(teks)))


def _spaced(teks: str) -> str:
    """Write the blanks that XML would fold into one as the elements that stand for them.

    A tab stays as it is: readers drop the element for it, and two words would grow together.
    """
    return _BLANKS.sub(_blank, escape(teks, quote=False))


def _blank(match: re.Match[str]) -> str:
    return f'<text:s text:c="{len(match.group())}"/>'
