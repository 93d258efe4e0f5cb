"""Cells as real workbooks: xlsx, xls and ods, each by a library that offices' programs resemble."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import xlsxwriter

from tests.exchange.sheets import Cell, ods

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
    ods(path, {name: _rows(cells) for name, cells in sheets.items()})


def _rows(cells: Cells) -> list[list[Cell]]:
    last = max((row for row, _ in cells), default=-1)
    width = max((column for _, column in cells), default=-1)
    return [
        [_cell(cells.get((row, column))) for column in range(width + 1)] for row in range(last + 1)
    ]


def _cell(value: object) -> Cell:
    return value if isinstance(value, int | float | date | None) else str(value)


WRITERS: Mapping[str, Callable[[Path, Sheets], None]] = {
    ".xlsx": write_xlsx,
    ".xls": write_xls,
    ".ods": write_ods,
}
