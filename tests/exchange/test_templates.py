"""A template says which columns there are, what they take, and shows rows that are valid."""

import io
from datetime import date

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from skp_tui.domain.rank import GOLONGAN_PPPK, PANGKAT
from skp_tui.exchange.columns.matching import match_header
from skp_tui.exchange.kinds.kinds import JENIS, Jenis, Kolom, Tipe
from skp_tui.exchange.reading.table_model import BARIS_TERBANYAK, LEMBAR_PETUNJUK, Mentah
from skp_tui.exchange.templates.book import template_book
from skp_tui.exchange.templates.examples import examples
from skp_tui.exchange.templates.legend import allowed, meaning, need
from skp_tui.exchange.values import read_cell
from tests.exchange.test_workbook_out import parts

TERSEDIA = list(JENIS.values())
NAMES = [jenis.nama for jenis in TERSEDIA]
EXCEL_LIST = 255

each_kind = pytest.mark.parametrize("jenis", TERSEDIA, ids=NAMES)


def opened(jenis: Jenis) -> tuple[Worksheet, Worksheet]:
    isi, petunjuk = openpyxl.load_workbook(io.BytesIO(template_book(jenis))).worksheets
    return isi, petunjuk


def rules(jenis: Jenis) -> dict[str, DataValidation]:
    """Return the rule of each column, with the columns from the second row to the last one."""
    found: dict[str, DataValidation] = {}
    for rule in opened(jenis)[0].data_validations.dataValidation:
        for area in rule.sqref.ranges:
            assert (area.min_row, area.max_row) == (2, BARIS_TERBANYAK + 1)
            assert area.min_col == area.max_col
            found[jenis.nama_kolom[area.min_col - 1]] = rule
    return found


@each_kind
def test_the_sheet_to_fill_in_holds_its_header_and_nothing_else(jenis: Jenis) -> None:
    isi, petunjuk = opened(jenis)
    assert (isi.title, petunjuk.title) == (jenis.nama, LEMBAR_PETUNJUK)
    assert list(isi.iter_rows(values_only=True)) == [jenis.nama_kolom]
    assert str(isi.freeze_panes).endswith("2")


@each_kind
def test_required_columns_differ_by_more_than_their_colour(jenis: Jenis) -> None:
    for cell, kolom in zip(opened(jenis)[0][1], jenis.kolom, strict=True):
        assert (cell.font.b, cell.font.i) == (kolom.wajib, not kolom.wajib)
        assert cell.comment.text.startswith(need(kolom))
        assert meaning(jenis, kolom) in cell.comment.text


@each_kind
def test_columns_have_the_format_of_what_they_take(jenis: Jenis) -> None:
    sheet = opened(jenis)[0]
    formats = {
        index: column.number_format
        for column in sheet.column_dimensions.values()
        for index in range(column.min, column.max + 1)
    }
    wanted = {
        Tipe.TAHUN: "0",
        Tipe.NOMOR: "0",
        Tipe.ANGKA: "General",
        Tipe.BIAYA: "#,##0",
        Tipe.TANGGAL: "dd-mm-yyyy",
    }
    for index, kolom in enumerate(jenis.kolom, 1):
        assert formats[index] == wanted.get(kolom.tipe, "@"), kolom.nama


@each_kind
def test_every_closed_list_drops_down_with_exactly_what_import_reads(jenis: Jenis) -> None:
    closed = (Tipe.PILIHAN, Tipe.ESELON, Tipe.GOLONGAN)
    lists = {nama: rule for nama, rule in rules(jenis).items() if rule.type == "list"}
    assert set(lists) == {kolom.nama for kolom in jenis.kolom if kolom.tipe in closed}
    for nama, rule in lists.items():
        kolom = jenis.kolom_bernama[nama]
        pilihan = rule.formula1.strip('"').split(",")
        golongan = (*PANGKAT, *GOLONGAN_PPPK)
        assert tuple(pilihan) == (golongan if kolom.tipe is Tipe.GOLONGAN else kolom.pilihan)
        assert len(rule.formula1) <= EXCEL_LIST
        assert [read_cell(teks, kolom, ",").nilai for teks in pilihan] == pilihan


@each_kind
def test_numbers_dates_and_nips_are_held_to_what_import_takes(jenis: Jenis) -> None:
    found = rules(jenis)
    for kolom in jenis.kolom:
        rule = found.get(kolom.nama)
        if kolom.tipe in {Tipe.TEKS, Tipe.KODE, Tipe.UNIT, Tipe.UKURAN}:
            assert rule is None
        else:
            assert rule is not None, kolom.nama
            _holds(rule, kolom)


def _holds(rule: DataValidation, kolom: Kolom) -> None:
    insists = kolom.wajib and kolom.tipe is not Tipe.NIP
    assert (rule.errorStyle or "stop") == ("stop" if insists else "warning")
    assert rule.error.endswith("mengosongkan.") is not kolom.wajib
    assert len(rule.error) <= EXCEL_LIST
    kinds = {Tipe.TAHUN: "whole", Tipe.NOMOR: "whole", Tipe.TANGGAL: "date", Tipe.NIP: "custom"}
    kinds |= {Tipe.ANGKA: "decimal", Tipe.BIAYA: "decimal"}
    assert rule.type == kinds.get(kolom.tipe, "list")
    if kolom.nama in {"disiplin", "target_kualitas", "realisasi_kualitas"}:
        assert (rule.formula1, rule.formula2) == ("0", "100")


@each_kind
def test_the_legend_explains_every_column_and_shows_the_examples(jenis: Jenis) -> None:
    rows = list(opened(jenis)[1].iter_rows(values_only=True))
    table = {row[0]: row[1:] for row in rows if row[0] and "(kolom " in str(row[0])}
    assert len(table) == len(jenis.kolom)
    for kolom, (name, cells) in zip(jenis.kolom, table.items(), strict=True):
        assert str(name).startswith(f"{kolom.nama} (kolom ")
        assert cells[:3] == (need(kolom), meaning(jenis, kolom), allowed(jenis, kolom))
        shown = [str(teks or "") for teks in cells[3:]]
        assert shown == [row.get(kolom.nama, "") for row in examples(jenis)]
        assert str(cells[1]).endswith(".")
        assert str(cells[2])


@each_kind
def test_no_row_of_the_legend_could_be_taken_for_a_header(jenis: Jenis) -> None:
    rows = opened(jenis)[1].iter_rows(values_only=True)
    for baris, row in enumerate(rows, 1):
        sel = tuple(str(teks or "") for teks in row)
        for other in JENIS.values():
            # every kind needs one of them, whatever the call gives instead of columns
            assert not {"nip", "kode", "capaian"} & set(
                match_header(Mentah(baris, sel), other).letak
            )


@each_kind
def test_the_examples_use_known_columns_and_fill_what_is_required(jenis: Jenis) -> None:
    assert examples(jenis)
    for row in examples(jenis):
        assert set(row) <= set(jenis.nama_kolom)
        assert all(row.get(kolom.nama) for kolom in jenis.kolom if kolom.wajib)


def test_the_examples_together_show_every_column_but_those_of_few_posts() -> None:
    never = {
        (jenis.nama, kolom.nama)
        for jenis in TERSEDIA
        for kolom in jenis.kolom
        if not any(row.get(kolom.nama) for row in examples(jenis))
    }
    assert never == {
        ("kegiatan", "ak"),
        *(("bagian", f"{awalan}_{nama}") for awalan, nama in _RESOLVED),
    }


_RESOLVED = (
    ("penilai", "golongan"),
    ("penilai", "jabatan"),
    ("penilai", "unit"),
    ("atasan_penilai", "nip"),
    ("atasan_penilai", "nama"),
    ("atasan_penilai", "golongan"),
    ("atasan_penilai", "jabatan"),
    ("atasan_penilai", "unit"),
)


@each_kind
def test_a_template_is_always_the_same_and_runs_nothing(jenis: Jenis) -> None:
    assert template_book(jenis) == template_book(jenis)
    isi = parts(template_book(jenis))
    assert "vbaProject" not in str(list(isi))
    for nama in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
        assert "<f>" not in isi[nama]
        assert "hidden" not in isi[nama]


def test_a_date_column_takes_any_date_that_a_spreadsheet_knows() -> None:
    rule = rules(JENIS["pegawai"])["aktif_sejak"]
    last = (date(9999, 12, 31) - date(1899, 12, 30)).days
    assert (rule.formula1, rule.formula2) == ("1", str(last))


@pytest.mark.parametrize(
    ("nama", "tahun"),
    [
        ("kegiatan", 2014), ("perilaku", 2014), ("nilai_luar", 2014), ("pengecualian", 2014),
        ("hasil_kerja", 2022), ("indikator", 2022), ("evaluasi", 2022), ("lampiran", 2022),
    ],
)  # fmt: skip
def test_a_template_names_the_first_year_that_asks_for_its_rows(nama: str, tahun: int) -> None:
    jenis = JENIS[nama]
    kolom = next(satu for satu in jenis.kolom if satu.nama == "tahun")
    assert allowed(jenis, kolom) == f"tahun, empat angka, mulai {tahun}"
    words = [str(cell.value) for row in opened(jenis)[1].iter_rows() for cell in row]
    assert any(f"mulai {tahun}" in text for text in words)
