"""Workbooks as offices keep them, with numbers and dates in their cells, and a way to read them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from html import escape
from pathlib import Path

import xlsxwriter
import xlwt
from python_calamine import load_workbook

Sel = str | int | Decimal | date | None
Lembar = Mapping[str, Sequence[Sequence[Sel]]]

FORMATS = ("xlsx", "xls", "ods")

_ODS_CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>
</office:document-content>"""
_ODS_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/"
 manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""


def office_book(bentuk: str, sheets: Lembar) -> bytes:
    """Return a workbook whose cells are texts, numbers and dates as given."""
    return {"xlsx": _xlsx, "xls": _xls, "ods": _ods}[bentuk](sheets)


def cells_of(path: Path) -> dict[str, list[list[object]]]:
    """Return the sheets of a workbook with their cells, as another library reads them."""
    with load_workbook(path) as book:
        return {
            nama: [list(row) for row in book.get_sheet_by_name(nama).to_python()]
            for nama in book.sheet_names
        }


def _xlsx(sheets: Lembar) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    tanggal = book.add_format({"num_format": "dd/mm/yyyy"})
    for nama, rows in sheets.items():
        sheet = book.add_worksheet(nama)
        for baris, row in enumerate(rows):
            for kolom, sel in enumerate(row):
                sheet.write(baris, kolom, sel, tanggal if isinstance(sel, date) else None)
    book.close()
    return buffer.getvalue()


def _xls(sheets: Lembar) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    umum, tanggal = xlwt.XFStyle(), xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for nama, rows in sheets.items():
        sheet = book.add_sheet(nama)
        for baris, row in enumerate(rows):
            for kolom, sel in enumerate(row):
                sheet.write(baris, kolom, sel, tanggal if isinstance(sel, date) else umum)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _ods(sheets: Lembar) -> bytes:
    tables = "".join(
        f'<table:table table:name="{escape(nama)}">{"".join(map(_ods_row, rows))}</table:table>'
        for nama, rows in sheets.items()
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _ODS_MANIFEST)
        archive.writestr("content.xml", _ODS_CONTENT.format(tables=tables))
    return buffer.getvalue()


def _ods_row(row: Sequence[Sel]) -> str:
    cells = "".join(map(_ods_cell, row)) or "<table:table-cell/>"
    return f"<table:table-row>{cells}</table:table-row>"


def _ods_cell(sel: Sel) -> str:
    if sel is None or sel == "":
        return "<table:table-cell/>"
    if isinstance(sel, date):
        kind = f'office:value-type="date" office:date-value="{sel.isoformat()}"'
    elif isinstance(sel, str):
        kind = 'office:value-type="string"'
    else:
        kind = f'office:value-type="float" office:value="{sel}"'
    return f"<table:table-cell {kind}><text:p>{escape(str(sel))}</text:p></table:table-cell>"
