"""The profile ``excel``: the rows of ``bkd`` to look at, filter and print, and the recap."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from skp_tui.domain.appraisal import PERILAKU
from skp_tui.domain.recap import Rekap
from skp_tui.exchange.package.bkd import KOLOM, KolomBkd
from skp_tui.exchange.package.excel_recap import Capaian, put_recap
from skp_tui.exchange.writing.csvout import protected
from skp_tui.exchange.writing.publishing import NamaBerkas, safe_code
from skp_tui.exchange.writing.workbook_out import (
    KANAN,
    KIRI,
    TEKS,
    Heading,
    longest_word,
    put_number,
    put_text,
    width_of,
    workbook,
)
from skp_tui.rules.regulation import peraturan_named

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LEMBAR_PENILAIAN = "Penilaian"
_DIHITUNG = frozenset(
    {"nilai_skp", "jumlah_perilaku", "rata_rata_perilaku", "nilai_prestasi_kerja"}
)
_SKOR = ("nilai_skp", *PERILAKU, "jumlah_perilaku", "rata_rata_perilaku")
_PERINGKAT = ("hasil_kerja", "perilaku_kerja")
_TETAP_TERLIHAT = next(index for index, kolom in enumerate(KOLOM, 1) if kolom.nama == "nama")
"""Columns that stay in view while the others scroll: up to the name."""

_NIP_WIDTH = 20
_NUMBER_WIDTH = 13
_YEAR_WIDTH = 8
_IN_VIEW, _WIDEST = 28, 40
"""What stays in view must leave room for the rest on a small screen."""

_FOOTER = 120
_ROWS_TO_MEASURE = 500


def excel_name(kode: str, tahun: int) -> NamaBerkas:
    """Return the name of the workbook of a unit and year, before any suffix."""
    return NamaBerkas(f"skp-{safe_code(kode)}-{tahun}", ".xlsx")


def excel_bytes(
    rows: Sequence[Mapping[str, str]],
    rekap: Rekap,
    waktu: datetime,
    capaian: Capaian = MappingProxyType({}),
) -> bytes:
    """Return the workbook of the rows of ``bkd`` (``bkd_rows``) and of the recap of their unit.

    ``waktu`` (with its offset) is the moment the workbook names as its own; the same rows, recap
    and moment give the same bytes. ``capaian`` is how well the units did, by code. Raises
    InputError where the disk is full.
    """
    periode = rekap.periode
    judul = f"Penilaian prestasi kerja {periode.tahun}: {rekap.nama_unit}"
    with workbook(judul, waktu) as (book, buffer):
        _put_rows(book, rows, f"{rekap.nama_unit} – {periode.tahun}", periode.peraturan)
        put_recap(book, rekap, waktu, capaian)
    return buffer.getvalue()


def _put_rows(
    book: "Workbook", rows: Sequence[Mapping[str, str]], kaki: str, peraturan: str
) -> None:
    sheet = book.add_worksheet(LEMBAR_PENILAIAN)
    forms = {
        "teks": book.add_format({"num_format": TEKS, **KIRI}),
        "bulat": book.add_format({"num_format": "0", **KIRI}),
        "angka": book.add_format(KANAN),
        "dihitung": book.add_format({"num_format": "0.00", **KANAN}),
    }
    bentuk = [forms[_form_of(kolom)] for kolom in KOLOM]
    unused = _unused(rows, peraturan)
    for index, kolom in enumerate(KOLOM):
        look = {"hidden": kolom.nama in unused}
        sheet.set_column(index, index, _width(kolom, rows), bentuk[index], look)
    _put_header(book, sheet)
    for nomor, row in enumerate(rows, 1):
        _put_row(sheet, nomor, row, bentuk)
    sheet.freeze_panes(1, _TETAP_TERLIHAT)
    sheet.autofilter(0, 0, max(len(rows), 1), len(KOLOM) - 1)
    _set_print(sheet, kaki)


def _unused(rows: Sequence[Mapping[str, str]], kode: str) -> frozenset[str]:
    """Return the columns that stay empty under a regulation: they are there, but out of sight."""
    peraturan = peraturan_named(kode)
    if peraturan is None:
        return frozenset()
    used = {
        **dict.fromkeys(_SKOR, "perilaku" in peraturan.isian),
        "nilai_prestasi_kerja": not peraturan.berperingkat,
        "batas": peraturan.punya_pita,
        **dict.fromkeys(_PERINGKAT, peraturan.berperingkat),
    }
    return frozenset(
        nama for nama, is_used in used.items() if not is_used and not any(row[nama] for row in rows)
    )


def _form_of(kolom: KolomBkd) -> str:
    if kolom.nama in _DIHITUNG:
        return "dihitung"
    return {"integer": "bulat", "number": "angka"}.get(kolom.tipe, "teks")


def _width(kolom: KolomBkd, rows: Sequence[Mapping[str, str]]) -> int:
    if kolom.tipe != "string":
        return _YEAR_WIDTH if kolom.tipe == "integer" else _NUMBER_WIDTH
    if kolom.nama.endswith("nip"):
        return _NIP_WIDTH
    texts = (row[kolom.nama] for row in rows[:_ROWS_TO_MEASURE])
    widest = _IN_VIEW if KOLOM.index(kolom) < _TETAP_TERLIHAT else _WIDEST
    return min(width_of((longest_word(kolom.judul), *texts)), widest)


def _put_header(book: "Workbook", sheet: "Worksheet") -> None:
    heading = Heading(book, sheet, 0)
    for index, kolom in enumerate(KOLOM):
        heading.put(index, kolom.judul, number=kolom.tipe == "number")


def _put_row(
    sheet: "Worksheet", nomor: int, row: Mapping[str, str], bentuk: Sequence["Format"]
) -> None:
    for index, kolom in enumerate(KOLOM):
        text = row[kolom.nama]
        if kolom.tipe != "string":
            put_number(sheet, nomor, index, text, bentuk[index])
        else:
            put_text(sheet, nomor, index, protected(text) if kolom.teks else text, bentuk[index])


def _set_print(sheet: "Worksheet", kaki: str) -> None:
    """Set what paper needs: A4 across, two pages wide, header and names on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(2, 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0, _TETAP_TERLIHAT - 1)
    sheet.set_footer(f"&L{kaki[:_FOOTER].replace('&', '&&')}&R&P / &N")
