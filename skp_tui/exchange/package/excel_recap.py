"""The second sheet of the profile ``excel``: the indicator of the unit and of every one below."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from skp_tui.domain.dates import shown_date
from skp_tui.domain.kinerja import SEBUTAN_CAPAIAN, CapaianOrganisasi
from skp_tui.domain.number import fixed
from skp_tui.domain.period import Penyebut, Periode
from skp_tui.domain.recap import Rekap
from skp_tui.exchange.writing.csvout import protected
from skp_tui.exchange.writing.workbook_out import (
    KANAN,
    TEKS,
    Heading,
    longest_word,
    put_number,
    put_text,
    width_of,
)
from skp_tui.record import record
from skp_tui.rules.regulation import nama_peraturan, peraturan_named

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LEMBAR_REKAP = "Rekap"
_PENYEBUT = {Penyebut.SEMUA: "dari wajib dinilai", Penyebut.DINILAI: "dari yang dinilai"}
_DEEPEST_INDENT = 15
_HEADER_ROW = 5
_NUMBER_WIDTH = 13


def _fixed(value: Fraction | None) -> str:
    return "" if value is None else fixed(value)


@record
class _Kolom:
    """One column of the recap: its caption, its value of a unit, and how it is written."""

    judul: str
    nilai: Callable[[Rekap], str]
    bentuk: str = "bulat"


_KOLOM: tuple[_Kolom, ...] = (
    _Kolom("Kode unit", lambda rekap: rekap.unit, "teks"),
    _Kolom("Unit kerja", lambda rekap: rekap.nama_unit, "teks"),
    _Kolom("Jumlah pegawai", lambda rekap: str(rekap.jumlah_pegawai)),
    _Kolom("Dikecualikan", lambda rekap: str(rekap.dikecualikan)),
    _Kolom("Wajib dinilai", lambda rekap: str(rekap.wajib_dinilai)),
    _Kolom("Dinilai", lambda rekap: str(rekap.dinilai)),
    _Kolom("Belum dinilai", lambda rekap: str(rekap.belum_dinilai)),
    _Kolom("Minimal baik", lambda rekap: str(rekap.minimal_baik)),
    _Kolom("Cakupan (%)", lambda rekap: _fixed(rekap.cakupan), "persen"),
    _Kolom("% dari yang dinilai", lambda rekap: _fixed(rekap.persen_dari_dinilai), "persen"),
    _Kolom("% dari wajib dinilai", lambda rekap: _fixed(rekap.persen_dari_wajib), "persen"),
    _Kolom("Realisasi (%)", lambda rekap: _fixed(rekap.realisasi), "persen"),
    _Kolom("Target (%)", lambda rekap: _fixed(rekap.target), "persen"),
    _Kolom("Capaian (%)", lambda rekap: _fixed(rekap.capaian), "persen"),
    _Kolom("Kategori capaian", lambda rekap: rekap.kategori_capaian or "", "teks"),
)
_BATAS = _Kolom("Nilai di antara dua pita", lambda rekap: str(rekap.nilai_batas))
Capaian = Mapping[str, CapaianOrganisasi]


def put_recap(book: "Workbook", rekap: Rekap, waktu: datetime, capaian: Capaian) -> None:
    """Add the sheet: what it is about, then a row a unit, those below indented under theirs.

    It has the columns that the regulation of the period gives a meaning. ``capaian`` says by code
    how well units did, where that was chosen.
    """
    sheet = book.add_worksheet(LEMBAR_REKAP)
    kolom = (*_KOLOM, *_columns(rekap, capaian))
    rows = list(_flat(rekap))
    _put_head(book, sheet, rekap, waktu)
    _put_header(book, sheet, kolom, rows)
    forms = _Bentuk(book)
    for nomor, (depth, satu) in enumerate(rows, _HEADER_ROW + 1):
        for index, column in enumerate(kolom):
            _put_cell(sheet, nomor, index, column, satu, forms.of(column, depth))
    sheet.freeze_panes(_HEADER_ROW + 1, 2)
    sheet.autofilter(_HEADER_ROW, 0, _HEADER_ROW + len(rows), len(kolom) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADER_ROW)


def _has_bands(periode: Periode) -> bool:
    """Say whether a period's values lie in bands that leave gaps, so that they are counted."""
    peraturan = peraturan_named(periode.peraturan)
    return peraturan is not None and peraturan.punya_pita


def _columns(rekap: Rekap, capaian: Capaian) -> Iterator[_Kolom]:
    """Yield the columns that not every regulation has, and one for each of its categories."""
    peraturan = peraturan_named(rekap.periode.peraturan)
    if peraturan is not None and "capaian_organisasi" in peraturan.isian:
        yield _Kolom("Capaian kinerja organisasi", lambda satu: _achieved(satu, capaian), "teks")
    banded = _has_bands(rekap.periode)
    if banded:
        yield _BATAS
    for nama in rekap.sebaran:
        yield _share("Sebutan" if banded else "Predikat", nama)


def _achieved(rekap: Rekap, capaian: Capaian) -> str:
    found = capaian.get(rekap.unit)
    return "" if found is None else SEBUTAN_CAPAIAN[found]


def _share(apa: str, nama: str) -> _Kolom:
    return _Kolom(f"{apa} {nama}", lambda rekap: str(rekap.sebaran.get(nama, 0)))


def _flat(rekap: Rekap, depth: int = 0) -> Iterator[tuple[int, Rekap]]:
    yield depth, rekap
    for satu in rekap.subunit:
        yield from _flat(satu, depth + 1)


class _Bentuk:
    """The cell formats, made when first needed; the top unit is bold, since it is the result."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[tuple[str, int, bool], Format] = {}

    def of(self, kolom: _Kolom, depth: int) -> "Format":
        """Return the format of a column at a depth of the tree."""
        indent = min(depth, _DEEPEST_INDENT) if kolom.judul == "Unit kerja" else 0
        key = (kolom.bentuk, indent, depth == 0)
        if key not in self._made:
            number = {"teks": TEKS, "bulat": "0", "persen": "0.00"}[kolom.bentuk]
            look = {"num_format": number, "indent": indent, "bold": depth == 0}
            look |= {} if kolom.bentuk == "teks" else KANAN
            self._made[key] = self._book.add_format(look)
        return self._made[key]


def _put_cell(
    sheet: "Worksheet", baris: int, index: int, kolom: _Kolom, rekap: Rekap, bentuk: "Format"
) -> None:
    text = kolom.nilai(rekap)
    if kolom.bentuk == "teks":
        put_text(sheet, baris, index, protected(text), bentuk)
    else:
        put_number(sheet, baris, index, text, bentuk)


def _put_head(book: "Workbook", sheet: "Worksheet", rekap: Rekap, waktu: datetime) -> None:
    """Say above the table what it counts, by which rules, and when."""
    periode = rekap.periode
    besar = book.add_format({"bold": True, "font_size": 14})
    tebal = book.add_format({"bold": True})
    banded = _has_bands(periode)
    apa = "penilaian prestasi kerja" if banded else "penilaian kinerja"
    put_text(sheet, 0, 0, f"Rekap {apa} {periode.tahun} – {rekap.nama_unit}", besar)
    aturan = f"Peraturan {nama_peraturan(periode.peraturan)}"
    put_text(
        sheet, 1, 0, f"{aturan}, kebijakan batas {periode.kebijakan_batas}" if banded else aturan
    )
    put_text(sheet, 2, 0, f"Realisasi dihitung {_PENYEBUT[periode.penyebut]}")
    put_text(sheet, 3, 0, f"Dibuat {shown_date(waktu.date())} pukul {waktu:%H.%M}")
    if rekap.belum_dinilai:
        put_text(sheet, 4, 0, f"Sebagian: {rekap.belum_dinilai} pegawai belum dinilai", tebal)


def _put_header(
    book: "Workbook",
    sheet: "Worksheet",
    kolom: tuple[_Kolom, ...],
    rows: list[tuple[int, Rekap]],
) -> None:
    heading = Heading(book, sheet, _HEADER_ROW)
    for index, column in enumerate(kolom):
        sheet.set_column(index, index, _width(column, rows))
        heading.put(index, column.judul, number=column.bentuk != "teks")


def _width(kolom: _Kolom, rows: list[tuple[int, Rekap]]) -> int:
    heading = longest_word(kolom.judul)
    if kolom.bentuk != "teks":
        return max(width_of((heading,)), _NUMBER_WIDTH)
    deep = "  " if kolom.judul == "Unit kerja" else ""
    return width_of((heading, *(f"{deep * depth}{kolom.nilai(satu)}" for depth, satu in rows)))
