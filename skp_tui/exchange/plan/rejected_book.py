"""The refused rows of a workbook as a workbook of the same kind."""

from collections.abc import Callable, Mapping, Sequence

from skp_tui.exchange.reading.table_model import Bentuk
from skp_tui.exchange.writing.ods_out import ods_bytes
from skp_tui.exchange.writing.workbook_out import LembarTeks, width_of, xlsx_bytes
from skp_tui.exchange.writing.xls_out import xls_bytes

Baris = Sequence[str]

_WRITERS: Mapping[Bentuk, Callable[[Sequence[LembarTeks]], bytes]] = {
    Bentuk.XLSX: xlsx_bytes,
    Bentuk.XLS: xls_bytes,
    Bentuk.ODS: ods_bytes,
}
_ROWS_TO_MEASURE = 500


def rejected_book(bentuk: Bentuk, sheets: Sequence[tuple[str, Sequence[Baris]]]) -> bytes:
    """Return a workbook of a format with these sheets, all cells texts."""
    texts = [LembarTeks(nama, rows, _widths(rows)) for nama, rows in sheets]
    return _WRITERS[bentuk](texts)


def _widths(rows: Sequence[Baris]) -> tuple[int, ...]:
    seen = rows[:_ROWS_TO_MEASURE]
    columns = range(max(map(len, seen), default=0))
    return tuple(width_of(row[index] for row in seen if index < len(row)) for index in columns)
