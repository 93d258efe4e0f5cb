"""The second sheet of a template: each column with its meaning, and how rows look filled in.

Import passes the sheet over by its name. Nor could it be taken for a table: each column's name
stands with its letter, which no header has.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from skp_tui.exchange.kinds.kinds import Jenis
from skp_tui.exchange.reading.table_model import LEMBAR_PETUNJUK
from skp_tui.exchange.templates.examples import examples
from skp_tui.exchange.templates.legend import allowed, meaning, need
from skp_tui.exchange.writing.workbook_out import TEKS, put_text

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LEBAR = (30, 24, 46, 40)
_LEBAR_CONTOH = 34
_TITIK = 15
"""Points of one line of text."""


def put_legend(book: "Workbook", jenis: Jenis) -> None:
    """Add the sheet: how to fill in, then a row a column with its examples beside it."""
    sheet = book.add_worksheet(LEMBAR_PETUNJUK)
    contoh = examples(jenis)
    widths = (*_LEBAR, *(_LEBAR_CONTOH for _ in contoh))
    for index, lebar in enumerate(widths):
        sheet.set_column(index, index, lebar)
    top = _put_advice(book, sheet, jenis)
    _put_header(book, sheet, top, len(contoh))
    bentuk = _forms(book)
    for nomor, kolom in enumerate(jenis.kolom):
        label = f"{kolom.nama} (kolom {_letter(nomor)})"
        texts = [label, need(kolom), meaning(jenis, kolom), allowed(jenis, kolom)]
        texts += [row.get(kolom.nama, "") for row in contoh]
        _put_row(sheet, top + 1 + nomor, texts, widths, bentuk, wajib=kolom.wajib)
    sheet.freeze_panes(top + 1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _letter(index: int) -> str:
    from xlsxwriter.utility import xl_col_to_name  # noqa: PLC0415 - only where one is written

    return str(xl_col_to_name(index))


_NASIHAT = """\
Isi lembar "{jenis}" mulai baris 2; judul kolomnya jangan diubah. Lembar ini tidak ikut diimpor.
Kolom berjudul tebal di atas warna gelap wajib diisi; yang berjudul miring boleh kosong.
Sel kosong: belum diketahui, atau dibiarkan seperti yang tersimpan. Tanda - mengosongkannya.
Desimal ditulis dengan koma. Bila menempel dari berkas lain, tempel nilainya saja, agar NIP tetap \
teks.
"""


def _put_advice(book: "Workbook", sheet: "Worksheet", jenis: Jenis) -> int:
    """Write how to fill in and return the row where the table starts."""
    lines = _NASIHAT.format(jenis=jenis.nama).splitlines()
    before = _SEBELUM.get(jenis.nama, ())
    if before:
        lines.append(f"Impor dahulu jenis {_joined(before)}, supaya yang dirujuk sudah ada.")
    judul = book.add_format({"bold": True, "font_size": 14})
    put_text(sheet, 0, 0, f"Petunjuk mengisi templat {jenis.nama}", judul)
    for nomor, line in enumerate(lines, 1):
        put_text(sheet, nomor, 0, line)
    return len(lines) + 2


_SEBELUM = {
    "pegawai": ("unit",),
    **dict.fromkeys(
        (
            "bagian",
            "kegiatan",
            "tambahan",
            "perilaku",
            "nilai_luar",
            "pengecualian",
            "evaluasi",
            "hasil_kerja",
            "ekspektasi",
            "lampiran",
        ),
        ("unit", "pegawai"),
    ),
    "indikator": ("unit", "pegawai", "hasil_kerja"),
    "capaian_organisasi": ("unit",),
}


def _joined(names: Sequence[str]) -> str:
    """Return names as one phrase: ``unit, pegawai dan hasil_kerja``."""
    *first, last = names
    return f"{', '.join(first)} dan {last}" if first else last


def _put_header(book: "Workbook", sheet: "Worksheet", baris: int, contoh: int) -> None:
    look = book.add_format({"bold": True, "bg_color": "#DDE6F0", "bottom": 1})
    captions = ["Kolom", "Harus diisi?", "Arti", "Diisi dengan"]
    captions += [f"Contoh baris {nomor}" for nomor in range(1, contoh + 1)]
    for index, caption in enumerate(captions):
        put_text(sheet, baris, index, caption, look)


def _forms(book: "Workbook") -> dict[bool, "Format"]:
    look = {"num_format": TEKS, "valign": "top", "text_wrap": True}
    return {wajib: book.add_format({**look, "bold": wajib}) for wajib in (False, True)}


def _put_row(
    sheet: "Worksheet",
    baris: int,
    texts: list[str],
    widths: tuple[int, ...],
    bentuk: dict[bool, "Format"],
    *,
    wajib: bool,
) -> None:
    lines = max(-(-len(text) // (width - 4)) for text, width in zip(texts, widths, strict=True))
    sheet.set_row(baris, _TITIK * max(lines, 1))
    for index, text in enumerate(texts):
        bold = wajib and index < 2  # noqa: PLR2004 - name and need
        put_text(sheet, baris, index, text, bentuk[bold])
