"""The template of a kind as a workbook: drop-downs, formats, and a sheet that explains it.

The sheet to fill in holds nothing but its header, so that no example is ever imported.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from skp_tui.domain.period import TAHUN_PERTAMA
from skp_tui.domain.rank import GOLONGAN_PPPK, PANGKAT
from skp_tui.exchange.kinds.kinds import HAPUS, Jenis, Kolom, Tipe
from skp_tui.exchange.reading.table_model import BARIS_TERBANYAK
from skp_tui.exchange.templates.legend import SAMPAI_SERATUS, allowed, meaning, need
from skp_tui.exchange.templates.legend_sheet import put_legend
from skp_tui.exchange.writing.workbook_out import KANAN, TEKS, put_text, workbook

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Aturan = dict[str, object]

_TAHUN_TERBESAR = 9999
_LEBAR: Mapping[Tipe, int] = {
    Tipe.TEKS: 28,
    Tipe.NIP: 21,
    Tipe.UNIT: 16,
    Tipe.TAHUN: 8,
    Tipe.NOMOR: 8,
    Tipe.BIAYA: 16,
    Tipe.UKURAN: 20,
    Tipe.TANGGAL: 13,
}
_LEBAR_LAIN = 12
_BENTUK: Mapping[Tipe, Mapping[str, object]] = {
    Tipe.TAHUN: {"num_format": "0", **KANAN},
    Tipe.NOMOR: {"num_format": "0", **KANAN},
    Tipe.ANGKA: {**KANAN},
    Tipe.BIAYA: {"num_format": "#,##0", **KANAN},
    Tipe.TANGGAL: {"num_format": "dd-mm-yyyy", "align": "left"},
}
_TEKS: Mapping[str, object] = {"num_format": TEKS}
_GOLONGAN = (*PANGKAT, *GOLONGAN_PPPK)


def template_book(jenis: Jenis) -> bytes:
    """Return an empty .xlsx of the kind with its legend; always the same bytes."""
    with workbook(f"Templat {jenis.nama}") as (book, buffer):
        sheet = book.add_worksheet(jenis.nama)
        _put_columns(book, sheet, jenis)
        _put_header(book, sheet, jenis)
        sheet.freeze_panes(1, _in_view(jenis))
        put_legend(book, jenis)
    return buffer.getvalue()


def _in_view(jenis: Jenis) -> int:
    """Return how many columns stay in view: up to the one that says whom or what the row is."""
    return jenis.nama_kolom.index("nip" if "nip" in jenis.kunci else jenis.kunci[0]) + 1


def _put_columns(book: "Workbook", sheet: "Worksheet", jenis: Jenis) -> None:
    forms: dict[Tipe, Format] = {}
    for index, kolom in enumerate(jenis.kolom):
        bentuk = forms.setdefault(kolom.tipe, book.add_format(_BENTUK.get(kolom.tipe, _TEKS)))
        lebar = max(_LEBAR.get(kolom.tipe, _LEBAR_LAIN), len(kolom.nama) + 2)
        sheet.set_column(index, index, lebar, bentuk)
        rule = _rule(jenis, kolom, index)
        if rule:
            sheet.data_validation(1, index, BARIS_TERBANYAK, index, rule)


def _put_header(book: "Workbook", sheet: "Worksheet", jenis: Jenis) -> None:
    """Write the names; required ones are bold on dark ground, and each has its note."""
    wajib = book.add_format(
        {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F4E79", "num_format": TEKS}
    )
    boleh = book.add_format({"italic": True, "bg_color": "#DDE6F0", "num_format": TEKS})
    for index, kolom in enumerate(jenis.kolom):
        put_text(sheet, 0, index, kolom.nama, wajib if kolom.wajib else boleh)
        sheet.write_comment(0, index, _note(jenis, kolom), {"x_scale": 2, "y_scale": 1.2})


def _note(jenis: Jenis, kolom: Kolom) -> str:
    return f"{need(kolom)}\n{meaning(jenis, kolom)}\nDiisi: {allowed(jenis, kolom)}"


def _rule(jenis: Jenis, kolom: Kolom, index: int) -> Aturan:
    """Return what the spreadsheet lets into a column.

    A required cell is refused outright; elsewhere the user may insist, since import also takes a
    dash, which clears, and other spellings.
    """
    wanted = dict(_wanted(kolom, index))
    if not wanted:
        return {}
    insist = not kolom.wajib or kolom.tipe is Tipe.NIP
    dash = f" Tanda {HAPUS} mengosongkan." if not kolom.wajib else ""
    return {
        **wanted,
        "error_type": "warning" if insist else "stop",
        "error_title": kolom.nama,
        "error_message": f"Isi kolom ini: {_short(jenis, kolom)}.{dash}",
    }


def _short(jenis: Jenis, kolom: Kolom) -> str:
    return "pilih dari daftar" if kolom.pilihan else allowed(jenis, kolom)


def _wanted(kolom: Kolom, index: int) -> Iterator[tuple[str, object]]:
    pilihan = _GOLONGAN if kolom.tipe is Tipe.GOLONGAN else kolom.pilihan
    if pilihan:
        yield from {"validate": "list", "source": list(pilihan)}.items()
    elif kolom.tipe is Tipe.NIP:
        yield from {"validate": "custom", "value": _eighteen(index)}.items()
    elif kolom.tipe in _BATAS:
        yield from _between(kolom).items()


_BATAS: Mapping[Tipe, tuple[str, int | date, int | date]] = {
    Tipe.TAHUN: ("integer", TAHUN_PERTAMA, _TAHUN_TERBESAR),
    Tipe.NOMOR: ("integer", 1, 999_999),
    Tipe.ANGKA: ("decimal", 0, 999_999_999_999_999),
    Tipe.BIAYA: ("decimal", 0, 999_999_999_999_999),
    Tipe.TANGGAL: ("date", date(1900, 1, 1), date(_TAHUN_TERBESAR, 12, 31)),
}


def _between(kolom: Kolom) -> Aturan:
    what, least, most = _BATAS[kolom.tipe]
    most = 100 if kolom.nama in SAMPAI_SERATUS else most
    return {"validate": what, "criteria": "between", "minimum": least, "maximum": most}


def _eighteen(index: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415 - only where one is written

    cell = xl_rowcol_to_cell(1, index)
    return f'=LEN(SUBSTITUTE({cell}," ",""))=18'
