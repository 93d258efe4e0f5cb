"""The profile ``excel``: the rows of ``bkd`` to look at and filter, and the recap beside them."""

import io
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from skp_tui.domain.appraisal import PERILAKU
from skp_tui.domain.kinerja import CapaianOrganisasi
from skp_tui.domain.number import fixed
from skp_tui.domain.recap import Rekap
from skp_tui.exchange.columns.guessing import guess
from skp_tui.exchange.package.bkd import KOLOM, NAMA_KOLOM, Baris, bkd_rows
from skp_tui.exchange.package.excel import excel_bytes, excel_name
from skp_tui.exchange.reading.tables import read_tables
from skp_tui.exchange.writing.csvout import protected
from skp_tui.rules.pp46 import PP46
from tests.exchange.packages import (
    BRAM_2017,
    RETNO_2017,
    SARI_2017,
    UNITS,
    nilai,
    recap,
)
from tests.exchange.samples import SARI
from tests.exchange.test_workbook_out import parts

ORANG = (SARI_2017, RETNO_2017, BRAM_2017)
WAKTU = datetime(2018, 1, 20, 9, 5, tzinfo=timezone(timedelta(hours=7)))


def rows() -> list[Baris]:
    return bkd_rows([(satu, nilai(satu)) for satu in ORANG], UNITS, PP46)


def sheets(
    baris: list[Baris] | None = None, rekap: Rekap | None = None
) -> tuple[Worksheet, Worksheet]:
    isi = excel_bytes(rows() if baris is None else baris, rekap or recap(*ORANG), WAKTU)
    penilaian, hasil = openpyxl.load_workbook(io.BytesIO(isi)).worksheets
    return penilaian, hasil


def cell(sheet: Worksheet, baris: int, nama: str) -> Cell:
    found: Cell = sheet.cell(baris, NAMA_KOLOM.index(nama) + 1)
    return found


def test_every_row_of_the_package_stands_there_under_its_caption() -> None:
    sheet, _ = sheets()
    assert sheet.title == "Penilaian"
    table = list(sheet.iter_rows(values_only=True))
    assert list(table[0]) == [kolom.judul for kolom in KOLOM]
    assert len(table) == 1 + len(rows())
    for written, row in zip(table[1:], rows(), strict=True):
        for value, kolom in zip(written, KOLOM, strict=True):
            text = row[kolom.nama]
            if kolom.tipe == "string":
                assert (value or "") == (protected(text) if kolom.teks else text)
            else:
                assert (value is None) == (not text)
                assert not text or Decimal(str(value)) == Decimal(text)


def test_a_nip_is_text_and_a_value_is_a_number() -> None:
    sheet, _ = sheets()
    baris = 4
    nip = cell(sheet, baris, "nip")
    assert (nip.value, nip.data_type, nip.number_format) == (SARI, "s", "@")
    skp = cell(sheet, baris, "nilai_skp")
    assert (skp.value, skp.data_type, skp.number_format) == (89.67, "n", "0.00")
    aspek = cell(sheet, baris, "disiplin")
    assert (aspek.value, aspek.number_format) == (90.5, "General")
    assert cell(sheet, baris, "tahun").number_format == "0"
    assert cell(sheet, baris, "kode_unit").data_type == "s"


def test_a_name_that_looks_like_a_formula_stays_a_protected_text() -> None:
    satu = replace(SARI_2017, pegawai=replace(SARI_2017.pegawai, nama='=HYPERLINK("x")'))
    sheet, _ = sheets(bkd_rows([(satu, nilai(satu))], UNITS, PP46))
    nama = cell(sheet, 2, "nama")
    assert (nama.value, nama.data_type) == ('\'=HYPERLINK("x")', "s")
    assert cell(sheet, 2, "unit_kerja").value == "'=Sekretariat"


def test_header_and_names_stay_in_view_and_every_column_filters() -> None:
    sheet, hasil = sheets()
    assert sheet.freeze_panes == "G2"
    assert sheet.auto_filter.ref == "A1:AD4"
    assert sheet.print_title_rows == "$1:$1"
    assert hasil.freeze_panes == "C7"
    assert hasil.auto_filter.ref == "A6:U8"


def test_no_column_is_too_narrow_for_its_nip_nor_wider_than_a_screen() -> None:
    sheet, hasil = sheets()
    for each in (sheet, hasil):
        assert all(4 <= one.width <= 46 for one in each.column_dimensions.values())
    assert sheet.column_dimensions["E"].width >= 18
    in_view = sum(sheet.column_dimensions[name].width for name in "ABCDEF")
    assert in_view <= 110


def test_the_recap_stands_on_its_own_sheet_with_every_unit_below() -> None:
    _, sheet = sheets()
    assert sheet.title == "Rekap"
    assert sheet["A1"].value == "Rekap penilaian prestasi kerja 2017 – Badan, Kota"
    assert sheet["A4"].value == "Dibuat 20 Januari 2018 pukul 09.05"
    captions = [one.value for one in sheet[6]]
    found = [dict(zip(captions, (one.value for one in row), strict=True)) for row in sheet["A7:U8"]]
    top, below = found
    rekap = recap(*ORANG)
    assert [one["Kode unit"] for one in found] == ["1", "1.1"]
    assert below["Unit kerja"] == "'=Sekretariat"
    assert (top["Jumlah pegawai"], top["Dikecualikan"], top["Wajib dinilai"]) == (3, 1, 2)
    assert (top["Dinilai"], top["Belum dinilai"], top["Minimal baik"]) == (1, 1, 1)
    for caption, value in (
        ("Cakupan (%)", rekap.cakupan),
        ("% dari yang dinilai", rekap.persen_dari_dinilai),
        ("% dari wajib dinilai", rekap.persen_dari_wajib),
        ("Realisasi (%)", rekap.realisasi),
        ("Target (%)", rekap.target),
        ("Capaian (%)", rekap.capaian),
    ):
        assert isinstance(value, Fraction)
        assert Decimal(str(top[caption])) == Decimal(fixed(value))
    assert top["Kategori capaian"] == rekap.kategori_capaian
    assert [top[f"Sebutan {nama}"] for nama in rekap.sebaran] == list(rekap.sebaran.values())
    assert sheet["B8"].alignment.indent == 1


@pytest.mark.parametrize("kode", ["PP46", "PP30", "PERMENPANRB6"])
def test_our_own_report_is_known_as_results_and_never_read_back(tmp_path: Path, kode: str) -> None:
    rekap = recap(*ORANG)
    rekap = replace(rekap, periode=replace(rekap.periode, peraturan=kode))
    path = tmp_path / "skp-1.1-2026.xlsx"
    path.write_bytes(excel_bytes(rows(), rekap, WAKTU, {"1.1": CapaianOrganisasi.BAIK}))
    dugaan = guess(read_tables(path), path.name)
    assert (dugaan.semua, dugaan.hasil) == ((), True)


@pytest.mark.parametrize(
    ("kode", "kepala", "sendiri"),
    [
        ("PP46", ("prestasi kerja", "PP 46/2011, kebijakan batas batas-bawah"),
         ["Nilai di antara dua pita", "Sebutan A", "Sebutan B"]),
        ("PP30", ("kinerja", "PP 30/2019"), ["Predikat A", "Predikat B"]),
        ("PERMENPANRB6", ("kinerja", "PermenPANRB 6/2022"),
         ["Capaian kinerja organisasi", "Predikat A", "Predikat B"]),
        ("BARU", ("kinerja", "BARU"), ["Predikat A", "Predikat B"]),
    ],
)  # fmt: skip
def test_the_recap_has_the_columns_of_its_regulation_and_speaks_its_words(
    kode: str, kepala: tuple[str, str], sendiri: list[str]
) -> None:
    rekap = replace(recap(*ORANG), sebaran={"A": 1, "B": 0})
    rekap = replace(rekap, periode=replace(rekap.periode, peraturan=kode))
    capaian = {"1.1": CapaianOrganisasi.BUTUH_PERBAIKAN}
    isi = excel_bytes(rows(), rekap, WAKTU, capaian)
    sheet = openpyxl.load_workbook(io.BytesIO(isi))["Rekap"]
    apa, aturan = kepala
    assert sheet["A1"].value == f"Rekap penilaian {apa} 2017 – Badan, Kota"
    assert sheet["A2"].value == f"Peraturan {aturan}"
    captions = [one.value for one in sheet[6]]
    assert captions[captions.index("Kategori capaian") + 1 :] == sendiri
    if kode == "PERMENPANRB6":
        place = captions.index("Capaian kinerja organisasi")
        assert [sheet.cell(row, place + 1).value for row in (7, 8)] == [None, "Butuh Perbaikan"]


def test_a_partial_one_says_so_above_the_table_and_a_complete_one_does_not() -> None:
    assert sheets()[1]["A5"].value == "Sebagian: 1 pegawai belum dinilai"
    assert sheets(rekap=recap(SARI_2017, RETNO_2017))[1]["A5"].value is None


def test_a_percentage_of_nothing_is_an_empty_cell() -> None:
    empty = replace(recap(RETNO_2017), subunit=())
    _, sheet = sheets([], replace(empty, periode=replace(empty.periode, target_indikator=None)))
    captions = [one.value for one in sheet[6]]
    top = dict(zip(captions, (one.value for one in sheet[7]), strict=True))
    assert top["Wajib dinilai"] == 0
    for caption in ("Cakupan (%)", "Realisasi (%)", "Target (%)", "Capaian (%)"):
        assert top[caption] is None
    assert top["Kategori capaian"] is None


def test_a_year_with_nobody_yet_gives_a_workbook_with_its_captions() -> None:
    sheet, _ = sheets([])
    assert (sheet.max_row, sheet.auto_filter.ref) == (1, "A1:AD2")


def test_numbers_stand_to_the_last_digit_and_nothing_is_alive() -> None:
    isi = parts(excel_bytes(rows(), recap(*ORANG), WAKTU))
    sheet = isi["xl/worksheets/sheet1.xml"]
    assert "<v>89.67</v>" in sheet
    assert "<v>452.50</v>" in sheet
    assert "<f>" not in sheet + isi["xl/worksheets/sheet2.xml"]
    assert not [nama for nama in isi if "external" in nama.lower()]


def test_the_same_moment_gives_the_same_bytes_and_another_one_others() -> None:
    first = excel_bytes(rows(), recap(*ORANG), WAKTU)
    assert first == excel_bytes(rows(), recap(*ORANG), WAKTU)
    assert first != excel_bytes(rows(), recap(*ORANG), WAKTU + timedelta(days=1))
    assert "2018-01-20T02:05:00Z" in parts(first)["docProps/core.xml"]


@pytest.mark.parametrize("nama", ["B" * 500, "A & B 2017 &P", "<r>x</r>"])
def test_any_name_of_a_unit_fits(nama: str) -> None:
    named = replace(recap(*ORANG), nama_unit=nama)
    _, sheet = sheets(rekap=named)
    assert sheet["B7"].value == nama


def test_the_file_is_called_like_the_package() -> None:
    assert excel_name("1/2 A", 2017).dengan("-2") == "skp-1_2_A-2017-2.xlsx"


def hidden(kode: str, baris: list[Baris]) -> set[str]:
    rekap = recap(*ORANG)
    rekap = replace(rekap, periode=replace(rekap.periode, peraturan=kode))
    sheet, _ = sheets(baris, rekap)
    columns = sheet.column_dimensions.items()
    # openpyxl keeps neighbours that look the same under the first one of them
    spans = (range(one.min, one.max + 1) for _, one in columns if one.hidden)
    return {NAMA_KOLOM[place - 1] for span in spans for place in span}


ASPECTS = {"nilai_skp", *PERILAKU, "jumlah_perilaku", "rata_rata_perilaku"}


@pytest.mark.parametrize(
    ("kode", "names"),
    [
        ("PP46", {"hasil_kerja", "perilaku_kerja"}),
        ("PP30", {*ASPECTS, "batas", "hasil_kerja", "perilaku_kerja"}),
        ("PERMENPANRB6", {*ASPECTS, "batas", "nilai_prestasi_kerja"}),
        ("BARU", set()),
    ],
)
def test_the_columns_that_a_regulation_leaves_empty_are_out_of_sight_and_still_there(
    kode: str, names: set[str]
) -> None:
    assert hidden(kode, []) == names


def test_a_column_that_holds_something_is_never_out_of_sight() -> None:
    filled = [{**row, "disiplin": "90"} for row in rows()]
    assert "disiplin" not in hidden("PERMENPANRB6", filled)
    assert "batas" in hidden("PERMENPANRB6", filled)
