"""Broken files that would be large, or that a program would not write: made when a test wants them.

The workbooks are written part by part, so that they may hold what no library lets out.
"""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

MEGABYTE = 1024 * 1024
MOST_ROWS = 200_000

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
        f'"/xl/workbook.xml" ContentType="{_SHEET}.sheet.main+xml"/><Override PartName='
        f'"/xl/worksheets/sheet1.xml" ContentType="{_SHEET}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
        '<sheet name="Unit" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
        f'Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    ),
}
_HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>kode</t></is></c><c r="B1" t="inlineStr"><is><t>nama</t></is></c></row>'  # noqa: E501 - one row
_ODS = "urn:oasis:names:tc:opendocument:xmlns"
_ODS_MIME = "application/vnd.oasis.opendocument.spreadsheet"


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def _row(number: int, kode: str = "8", nama: str = "Bidang", more: str = "") -> str:
    cells = _cell(f"A{number}", kode) + _cell(f"B{number}", nama)
    return f'<row r="{number}">{cells}{more}</row>'


def _xlsx(path: Path, rows: Iterable[str], head: str = _HEAD) -> None:
    """Write a workbook whose only sheet holds the rows, never all of them in memory."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in _PARTS.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(f'<worksheet xmlns="{_MAIN}"><sheetData>{head}'.encode())
            for row in rows:
                part.write(row.encode())
            part.write(b"</sheetData></worksheet>")


def _ods(path: Path, rows: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), _ODS_MIME)
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{_ODS}:office:1.0" xmlns:table="{_ODS}:table'
            f':1.0" xmlns:text="{_ODS}:text:1.0"><office:body><office:spreadsheet><table:table '
            f'table:name="Unit">{rows}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
        )


def _ods_row(*texts: str, columns: int = 1, rows: int = 1) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{columns}">'
        f"<text:p>{text}</text:p></table:table-cell>"
        for text in texts
    )
    return f'<table:table-row table:number-rows-repeated="{rows}">{cells}</table:table-row>'


def _beyond_50_megabytes(start: bytes, path: Path) -> None:
    with path.open("wb") as file:
        file.write(start)
        file.truncate(50 * MEGABYTE + 1)


def _beyond_200_000_rows(path: Path) -> None:
    path.write_bytes(b"kode,nama\r\n" + b"8,Bidang\r\n" * (MOST_ROWS + 1))


def _beyond_200_000_rows_of_a_sheet(path: Path) -> None:
    _xlsx(path, (_row(number) for number in range(2, MOST_ROWS + 3)))


def _a_million_empty_rows(path: Path) -> None:
    def rows() -> Iterator[str]:
        yield _row(2)
        for number in range(3, 1_048_576):
            yield f'<row r="{number}" s="1" customFormat="1"><c r="A{number}" s="1"/></row>'
        yield _row(1_048_576, "9", "Seksi")

    _xlsx(path, rows())


def _a_million_empty_rows_of_an_ods(path: Path) -> None:
    empty = '<table:table-row table:number-rows-repeated="{}"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'  # noqa: E501 - one row
    _ods(path, _ods_row("kode", "nama") + _ods_row("8", "Bidang") + empty.format(1_048_573)
         + _ods_row("9", "Seksi"))  # fmt: skip


def _bomb(path: Path) -> None:
    _xlsx(path, (" " * MEGABYTE for _ in range(501)))


def _bomb_that_lies(path: Path) -> None:
    """Write an archive whose directory says a thousandth of what it unpacks to."""
    _xlsx(path, (" " * MEGABYTE for _ in range(400)))
    content = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    assert content.count(size.to_bytes(4, "little")) >= 1
    path.write_bytes(content.replace(size.to_bytes(4, "little"), (400_000).to_bytes(4, "little")))


def _ten_thousand_parts(path: Path) -> None:
    _xlsx(path, [_row(2)])
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(10_001):
            archive.writestr(f"xl/media/{number}.bin", b"")


def _one_giant_cell(path: Path) -> None:
    def rows() -> Iterator[str]:
        yield '<row r="2">' + _cell("A2", "8") + '<c r="B2" t="inlineStr"><is><t>'
        yield from ("a" * MEGABYTE for _ in range(150))
        yield "</t></is></c></row>"
        yield _row(3, "9", "Seksi")

    _xlsx(path, rows())


def _wide_rows(path: Path) -> None:
    _xlsx(path, (_row(n, str(n), "Bidang", _cell(f"XFD{n}", "x")) for n in range(2, 3_000)))


def _giant_strings(path: Path) -> None:
    """Write a workbook whose shared strings unpack to 300 MB, of which one is used."""
    _xlsx(path, ['<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>0</v></c></row>'])
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/sharedStrings.xml", "w") as part,
    ):
        part.write(f'<sst xmlns="{_MAIN}"><si><t>8</t></si>'.encode())
        for _ in range(300):
            part.write(b"<si><t>" + b"a" * MEGABYTE + b"</t></si>")
        part.write(b"</sst>")


MADE: Mapping[str, Callable[[Path], None]] = {
    "terlalu-besar.csv": partial(_beyond_50_megabytes, b"kode,nama\r\n8,Bidang\r\n"),
    "terlalu-besar.xlsx": partial(_beyond_50_megabytes, b"PK\x03\x04"),
    "terlalu-banyak-baris.csv": _beyond_200_000_rows,
    "terlalu-banyak-baris.xlsx": _beyond_200_000_rows_of_a_sheet,
    "sejuta-baris-kosong.xlsx": _a_million_empty_rows,
    "sejuta-baris-kosong.ods": _a_million_empty_rows_of_an_ods,
    "bom-zip.xlsx": _bomb,
    "bom-berbohong.xlsx": _bomb_that_lies,
    "sepuluh-ribu-bagian.xlsx": _ten_thousand_parts,
    "sel-raksasa.xlsx": _one_giant_cell,
    "baris-lebar.xlsx": _wide_rows,
    "teks-raksasa.xlsx": _giant_strings,
    "berulang.ods": lambda path: _ods(
        path, _ods_row("kode", "nama") + _ods_row("x", columns=16_384, rows=MOST_ROWS)
    ),
}

SLOW = frozenset({
    "terlalu-banyak-baris.xlsx", "sejuta-baris-kosong.xlsx", "bom-berbohong.xlsx",
    "baris-lebar.xlsx", "berulang.ods",
})  # fmt: skip
"""Those that take seconds to write and to read."""
