"""A workbook of Excel 97–2003 with nothing but text cells."""

import io
from collections.abc import Sequence

from skp_tui.exchange.writing.workbook_out import LembarTeks, sheet_names, writable

_CHARACTER = 256


def xls_bytes(sheets: Sequence[LembarTeks]) -> bytes:
    """Write sheets of text in columns of the text format; the same sheets give the same bytes."""
    from xlwt import Workbook, easyxf  # noqa: PLC0415 - only where an .xls had refused rows

    book = Workbook(encoding="utf-8")
    teks = easyxf(num_format_str="@")
    judul = easyxf("font: bold on", num_format_str="@")
    for nama, lembar in zip(sheet_names([satu.nama for satu in sheets]), sheets, strict=True):
        sheet = book.add_sheet(nama)
        sheet.set_panes_frozen(True)
        sheet.set_horz_split_pos(1)
        for index, lebar in enumerate(lembar.lebar):
            sheet.col(index).width = lebar * _CHARACTER
            sheet.col(index).set_style(teks)
        for nomor, cells in enumerate(lembar.baris):
            for index, satu in enumerate(cells):
                if satu:
                    sheet.write(nomor, index, writable(satu), teks if nomor else judul)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
