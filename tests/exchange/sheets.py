"""Workbooks as offices keep them, and the parts of broken ones, for the tests of reading."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import xlsxwriter
import xlwt

Cell = str | int | float | bool | date | None
Rows = Sequence[Sequence[Cell]]
Merged = Sequence[tuple[int, int, int, int]]
"""Merged ranges: first row, first column, last row, last column, all from 0."""


def xlsx(path: Path, sheets: Mapping[str, Rows], merged: Merged = ()) -> Path:
    """Write an xlsx workbook as Excel keeps it: shared texts, dates as numbers."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd-mm-yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    (sheet.write_string if isinstance(cell, str) else sheet.write)(
                        row, column, cell
                    )
            for area in merged:
                sheet.merge_range(*area, rows[area[0]][area[1]])
    return path


def xls(path: Path, sheets: Mapping[str, Rows], merged: Merged = ()) -> Path:
    """Write an old workbook."""
    book = xlwt.Workbook()
    style = xlwt.easyxf(num_format_str="DD-MM-YYYY")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name, cell_overwrite_ok=True)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write(row, column, cell, style)
                elif cell is not None:
                    sheet.write(row, column, cell)
        for top, left, bottom, right in merged:
            sheet.write_merge(top, bottom, left, right, rows[top][left])
    book.save(str(path))
    return path


def ods(path: Path, sheets: Mapping[str, Rows], merged: Merged = ()) -> Path:
    """Write an OpenDocument workbook as LibreOffice keeps it: blank cells and rows repeated."""
    tables = "".join(
        f'<table:table table:name="{name}">{_ods_rows(rows, merged)}'
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
        for name, rows in sheets.items()
    )
    return ods_of(path, tables)


def ods_of(path: Path, tables: str, styles: str = "", manifest: str = "") -> Path:
    """Write an OpenDocument workbook whose tables are given as XML."""
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        + "".join(
            f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" '
            for name in ("office", "table", "text", "style")
        )
        + 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        arsip.writestr("content.xml", content)
        arsip.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return path


def _ods_rows(rows: Rows, merged: Merged) -> str:
    spans = {(top, left): right - left + 1 for top, left, _, right in merged}
    return "".join(
        "<table:table-row>"
        + "".join(_ods_cell(cell, spans.get((row, column), 1)) for column, cell in enumerate(cells))
        + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        for row, cells in enumerate(rows)
    )


def _ods_cell(cell: Cell, span: int) -> str:
    spanned = f' table:number-columns-spanned="{span}" table:number-rows-spanned="1"'
    more = spanned if span > 1 else ""
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, date):
        value = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, str):
        value = 'office:value-type="string"'
    else:
        value = f'office:value-type="float" office:value="{cell}"'
    text = str(cell).replace("&", "&amp;").replace("<", "&lt;")
    return f"<table:table-cell {value}{more}><text:p>{text}</text:p></table:table-cell>"


WRITERS: Mapping[str, Callable[..., Path]] = {"xlsx": xlsx, "xls": xls, "ods": ods}


def raw_xlsx(path: Path, rows: str, *, more: Mapping[str, bytes] | None = None) -> Path:
    """Write an xlsx workbook of one sheet whose rows are given as XML, with further parts."""
    xlsx(path, {"Lembar": []})
    with zipfile.ZipFile(path) as arsip:
        parts = {name: arsip.read(name) for name in arsip.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    head = sheet[: sheet.index("<sheetData")]
    parts["xl/worksheets/sheet1.xml"] = f"{head}<sheetData>{rows}</sheetData></worksheet>".encode()
    parts.update(more or {})
    path.write_bytes(archive(parts))
    return path


def archive(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of the parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as arsip:
        for name, content in parts.items():
            arsip.writestr(name, content)
    return file.getvalue()
