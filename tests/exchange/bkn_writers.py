"""Cells as real workbooks: xlsx, xls and ods, each by a library that offices' programs resemble."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import xlsxwriter

Cells = dict[tuple[int, int], object]
Sheets = dict[str, Cells]


def write_xlsx(path: Path, sheets: Sheets) -> None:
    """Write numbers as numbers and texts as texts."""
    with xlsxwriter.Workbook(str(path)) as book:
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        for name, cells in sheets.items():
            sheet = book.add_worksheet(name)
            for (row, column), value in sorted(cells.items()):
                if isinstance(value, str) and value.startswith("#"):
                    sheet.write_formula(row, column, "=1/0", None, value)
                elif isinstance(value, date):
                    sheet.write_datetime(row, column, value, day)
                elif isinstance(value, str):
                    sheet.write_string(row, column, value)
                elif value is not None:
                    sheet.write(row, column, value)


def write_xls(path: Path, sheets: Sheets) -> None:
    """Write the old format."""
    import xlwt  # noqa: PLC0415 - only where this format is tested

    book = xlwt.Workbook()
    for name, cells in sheets.items():
        sheet = book.add_sheet(name)
        for (row, column), value in sorted(cells.items()):
            if value is not None:
                sheet.write(row, column, value)
    book.save(str(path))


def write_ods(path: Path, sheets: Sheets) -> None:
    """Write what LibreOffice saves."""
    from odf.opendocument import (  # type: ignore[import-untyped]  # noqa: PLC0415
        OpenDocumentSpreadsheet,
    )
    from odf.table import (  # type: ignore[import-untyped]  # noqa: PLC0415
        Table,
        TableCell,
        TableRow,
    )
    from odf.text import P  # type: ignore[import-untyped]  # noqa: PLC0415

    book = OpenDocumentSpreadsheet()
    for name, cells in sheets.items():
        table = Table(name=name)
        for row in range(max((row for row, _ in cells), default=0) + 1):
            line = TableRow()
            last = max((column for at, column in cells if at == row), default=-1)
            for column in range(last + 1):
                value = cells.get((row, column))
                if isinstance(value, int | float):
                    cell = TableCell(valuetype="float", value=value)
                else:
                    cell = TableCell(valuetype="string") if value else TableCell()
                if value is not None:
                    cell.addElement(P(text=str(value)))
                line.addElement(cell)
            table.addElement(line)
        book.spreadsheet.addElement(table)
    book.save(str(path))


WRITERS: Mapping[str, Callable[[Path, Sheets], None]] = {
    ".xlsx": write_xlsx,
    ".xls": write_xls,
    ".ods": write_ods,
}
