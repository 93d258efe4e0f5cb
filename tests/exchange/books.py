"""Workbooks of arbitrary cells, written by other hands than ours where there are any."""

import io
from collections.abc import Sequence
from datetime import date, datetime

import xlsxwriter
import xlwt

from skp_tui.exchange.writing.ods_out import ods_bytes
from skp_tui.exchange.writing.workbook_out import LembarTeks

Cell = str | int | float | bool | date | datetime | None
Rows = Sequence[Sequence[Cell]]

XLS_INTEGER = 2**53
XLS_YEAR = 1900


def book_bytes(bentuk: str, rows: Rows, lembar: str = "Lembar") -> bytes:
    """Return a workbook of one sheet: ``xlsx``, ``xls`` or ``ods``."""
    return {"xlsx": _xlsx, "xls": _xls, "ods": _ods}[bentuk](rows, lembar)


def _xlsx(rows: Rows, lembar: str) -> bytes:
    file = io.BytesIO()
    options = {"in_memory": True, "nan_inf_to_errors": True, "default_date_format": "dd-mm-yyyy"}
    book = xlsxwriter.Workbook(file, options)
    sheet = book.add_worksheet(lembar)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(row, column, cell)
            elif isinstance(cell, date) and cell.year < XLS_YEAR:
                sheet.write_string(row, column, cell.isoformat())
            elif cell is not None:
                sheet.write(row, column, cell)
    book.close()
    return file.getvalue()


def _xls(rows: Rows, lembar: str) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet(lembar)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, date) and cell.year < XLS_YEAR:
                sheet.write(row, column, cell.isoformat())
            elif isinstance(cell, int) and abs(cell) > XLS_INTEGER:
                sheet.write(row, column, str(cell))
            elif cell is not None:
                sheet.write(row, column, cell)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _ods(rows: Rows, lembar: str) -> bytes:
    texts = [["" if cell is None else str(cell) for cell in cells] for cells in rows]
    return ods_bytes([LembarTeks(lembar, texts, ())])
