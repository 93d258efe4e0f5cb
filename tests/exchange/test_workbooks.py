"""Workbooks become tables: every kind, every cell as a person reads it, every visible sheet."""

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
import xlwt

from skp_tui.errors import InputError
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.model import Rencana
from skp_tui.exchange.plan.plan import plan
from skp_tui.exchange.plan.stock import Stok
from skp_tui.exchange.reading.table_model import Bentuk, Tabel
from skp_tui.exchange.reading.tables import read_tables
from tests.exchange.samples import BRAM, SARI, STOK, faults, words
from tests.exchange.sheets import WRITERS, Rows, ods_of, raw_xlsx, xlsx

EVERY = pytest.mark.parametrize("akhiran", WRITERS)


def planned(path: Path, jenis: str, stok: Stok = STOK) -> Rencana:
    return plan(jenis_of(jenis), read_tables(path), stok)


def one(path: Path) -> Tabel:
    (tabel,) = read_tables(path)
    return tabel


@EVERY
@pytest.mark.parametrize("moment", [60.0, 4_400_000_000.0])
def test_a_clock_that_no_zip_can_tell_keeps_no_workbook_from_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, akhiran: str, moment: float
) -> None:
    path = WRITERS[akhiran](tmp_path / f"unit.{akhiran}", {"Lembar": [["kode"], ["1"]]})
    # 1970, as with an empty battery, and 2109
    monkeypatch.setattr("time.time", lambda: moment)
    assert [mentah.sel for mentah in one(path).isi or ()] == [("kode",), ("1",)]


@EVERY
def test_a_list_is_read_alike_from_every_kind_of_workbook(tmp_path: Path, akhiran: str) -> None:
    rows = [
        ["DAFTAR PEGAWAI"],
        [],
        ["No", "NIP", "Nama", "Unit", "TMT Golongan", "Golongan"],
        [1, "NIP. 19880410 201003 1 005", "Wayan Contoh, A.Md.", "1.1", date(2017, 4, 1), "III d"],
        [],
        [2, "198104102010032006", "Ayu Contoh", "1.2", "01/04/2015", "Penata Tk. I/ III/d"],
    ]
    path = WRITERS[akhiran](tmp_path / f"daftar.{akhiran}", {"DUK": rows})
    hasil = planned(path, "pegawai")
    assert hasil.ditolak == ()
    assert [
        (baris.baris, baris.lembar, baris.kunci[0], baris.rekaman["tmt_golongan"])
        for baris in hasil.baru
    ] == [
        (4, "DUK", "198804102010031005", "2017-04-01"),
        (6, "DUK", "198104102010032006", "2015-04-01"),
    ]
    assert {baris.rekaman["golongan"] for baris in hasil.baru} == {"III/d"}


@EVERY
def test_numbers_are_exact_and_dates_iso(tmp_path: Path, akhiran: str) -> None:
    rows = [
        ["a"],
        [0.1 + 0.2],
        [1500],
        [1.25],
        [0.000001],
        [196704101990031005.0],
        [date(2017, 12, 31)],
    ]
    path = WRITERS[akhiran](tmp_path / f"angka.{akhiran}", {"S": rows})
    texts = [mentah.sel[0] for mentah in one(path).isi or ()]
    assert texts == ["a", "0,3", "1500", "1,25", "0,000001", "196704101990031000", "2017-12-31"]


@EVERY
def test_a_cell_keeps_its_column_and_its_row(tmp_path: Path, akhiran: str) -> None:
    path = WRITERS[akhiran](
        tmp_path / f"letak.{akhiran}", {"S": [[], [], [None, "x"], [], [None, None, "y"]]}
    )
    isi = one(path).isi or ()
    assert [(mentah.baris, mentah.sel) for mentah in isi] == [(3, ("", "x")), (5, ("", "", "y"))]


@EVERY
def test_a_code_that_is_a_number_cell_is_read_as_it_looks_and_pointed_out(
    tmp_path: Path, akhiran: str
) -> None:
    rows = [
        ["kode", "nama", "induk"],
        [3, "Dinas", None],
        [3.1, "Bidang", 3],
        ["3.1.1", "Seksi", 3.1],
    ]
    hasil = planned(WRITERS[akhiran](tmp_path / f"unit.{akhiran}", {"S": rows}), "unit", Stok())
    assert [baris.kunci[0] for baris in hasil.baru] == ["3", "3.1", "3.1.1"]
    assert "1.1 dan 1.10 tidak dapat dibedakan" in words(hasil.peringatan)


@EVERY
def test_a_date_where_a_code_or_a_number_is_wanted_is_refused_with_the_reason(
    tmp_path: Path, akhiran: str
) -> None:
    rows = [["kode", "nama"], [date(2026, 2, 1), "Bidang"], ["2", "Dinas"]]
    hasil = planned(WRITERS[akhiran](tmp_path / f"unit.{akhiran}", {"S": rows}), "unit", Stok())
    assert faults(hasil) == [(2, "kode")]
    assert "Excel mengubah kode seperti 1-2 menjadi tanggal" in words(hasil.ditolak)
    rows = [["tahun", "nip", "no", "uraian", "ak"], [2017, SARI, 1, "Menyusun", date(2017, 1, 12)]]
    hasil = planned(WRITERS[akhiran](tmp_path / f"k.{akhiran}", {"S": rows}), "kegiatan")
    assert faults(hasil) == [(2, "ak")]


@EVERY
def test_a_number_where_a_date_is_wanted_is_refused_with_the_reason(
    tmp_path: Path, akhiran: str
) -> None:
    rows = [["nip", "nama", "unit", "tmt_golongan"], [SARI, "Sari", "1.1", 43100]]
    hasil = planned(WRITERS[akhiran](tmp_path / f"p.{akhiran}", {"S": rows}), "pegawai")
    assert faults(hasil) == [(2, "tmt_golongan")]
    assert "berisi angka, bukan tanggal" in words(hasil.ditolak)


@EVERY
def test_a_nip_that_is_a_number_cell_is_refused_as_destroyed(tmp_path: Path, akhiran: str) -> None:
    rows = [["nip", "nama", "unit"], [float(SARI), "Sari", "1.1"]]
    hasil = planned(WRITERS[akhiran](tmp_path / f"p.{akhiran}", {"S": rows}), "pegawai")
    assert faults(hasil) == [(2, "nip")]
    assert 'lembar "S", baris 2, kolom nip: "196704101990031000"' in words(hasil.ditolak)


def test_the_time_of_day_of_a_date_is_left_out_where_a_date_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("S")
        sheet.write_row(0, 0, ["nip", "nama", "unit", "tmt_golongan"])
        sheet.write_row(1, 0, [SARI, "Sari", "1.1"])
        style = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet.write_datetime(1, 3, datetime(2017, 4, 1, 7, 30), style)  # noqa: DTZ001 - a cell
    assert planned(path, "pegawai").baru[0].rekaman["tmt_golongan"] == "2017-04-01"


def test_errors_and_formulas_without_a_result_count_as_empty_and_are_reported(
    tmp_path: Path,
) -> None:
    path = tmp_path / "k.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("S")
        sheet.write_row(0, 0, ["tahun", "nip", "no", "uraian", "ak", "satuan", "target_kualitas"])
        sheet.write_row(1, 0, [2017, SARI, 1, "Menyusun"])
        sheet.write_formula(1, 4, "=1/0", None, "#DIV/0!")
        sheet.write_formula(1, 5, "=B9", None, "")
        sheet.write_formula(1, 6, "=50+50", None, 100)
    hasil = planned(path, "kegiatan")
    (baris,) = hasil.baru
    assert (baris.rekaman["ak"], baris.rekaman["satuan"], baris.rekaman["target_kualitas"]) == (
        None,
        None,
        "100",
    )
    notes = {satu.kolom: satu.pesan for satu in hasil.peringatan}
    assert "galat Excel #DIV/0! dianggap kosong" in notes["ak"]
    assert "tidak punya hasil tersimpan" in notes["satuan"]


def test_errors_are_seen_in_old_and_in_open_workbooks_too(tmp_path: Path) -> None:
    cells = (
        '<table:table-cell office:value-type="string"><text:p>kode</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>nama</text:p></table:table-cell>'
    )
    broken = (
        '<table:table-cell office:value-type="string"><text:p>1</text:p></table:table-cell>'
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" '
        'office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p>'
        "</table:table-cell>"
    )
    rows = f"<table:table-row>{cells}</table:table-row><table:table-row>{broken}</table:table-row>"
    path = ods_of(tmp_path / "u.ods", f'<table:table table:name="S">{rows}</table:table>')
    assert "galat Excel #DIV/0!" in words(planned(path, "unit", Stok()).peringatan)
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    sheet.row(0).write(0, "kode")
    sheet.row(0).write(1, "nama")
    sheet.row(1).write(0, "1")
    sheet.row(1).set_cell_error(1, 0x2A)
    book.save(str(tmp_path / "u.xls"))
    assert "galat Excel #N/A" in words(planned(tmp_path / "u.xls", "unit", Stok()).peringatan)


def test_a_percent_is_never_taken_for_its_hundredth(tmp_path: Path) -> None:
    path = tmp_path / "k.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("S")
        sheet.write_row(0, 0, ["tahun", "nip", "no", "uraian", "target_kualitas"])
        sheet.write_row(1, 0, [2017, SARI, 1, "Menyusun"])
        sheet.write(1, 4, 0.9, book.add_format({"num_format": "0%"}))
    hasil = planned(path, "kegiatan")
    assert faults(hasil) == [(2, "target_kualitas")]
    assert '"90%": sel ini berformat persen' in words(hasil.ditolak)


@pytest.mark.parametrize("akhiran", ["xlsx", "xls"])
def test_a_percent_sign_that_is_only_printed_multiplies_nothing(
    tmp_path: Path, akhiran: str
) -> None:
    path = tmp_path / f"k.{akhiran}"
    codes = ['0"%"', "0\\%", "[Red]0"]
    if akhiran == "xlsx":
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("S")
            sheet.write_row(0, 0, ["tahun", "nip", "no", "uraian", "target_kualitas"])
            for row, code in enumerate(codes, 1):
                sheet.write_row(row, 0, [2017, SARI, row, "Menyusun"])
                sheet.write(row, 4, 90, book.add_format({"num_format": code}))
    else:
        old = xlwt.Workbook()
        page = old.add_sheet("S")
        for column, text in enumerate(("tahun", "nip", "no", "uraian", "target_kualitas")):
            page.write(0, column, text)
        for row, code in enumerate(codes, 1):
            for column, value in enumerate((2017, SARI, row, "Menyusun")):
                page.write(row, column, value)
            page.write(row, 4, 90, xlwt.easyxf(num_format_str=code))
        old.save(str(path))
    hasil = planned(path, "kegiatan")
    assert [baris.rekaman["target_kualitas"] for baris in hasil.baru] == ["90"] * 3


@EVERY
def test_every_sheet_with_the_header_is_read_and_others_are_named(
    tmp_path: Path, akhiran: str
) -> None:
    sheets = {
        "Sekretariat": [["kode", "nama"], ["1", "Badan"]],
        "Rekap": [["catatan"], ["apa saja"]],
        "Kosong": [],
        "Petunjuk": [["Kolom", "Arti"], ["kode", "kode unit"]],
        "Bidang": [["kode", "nama"], ["2", "Bidang"], [None, "tanpa kode"]],
    }
    hasil = planned(WRITERS[akhiran](tmp_path / f"u.{akhiran}", sheets), "unit", Stok())
    assert [(baris.kunci[0], baris.lembar) for baris in hasil.baru] == [
        ("1", "Sekretariat"),
        ("2", "Bidang"),
    ]
    assert [(satu.lembar, satu.baris) for satu in hasil.ditolak] == [("Bidang", 3)]
    assert [satu.lembar for satu in hasil.peringatan] == ["Rekap"]
    assert "lembar ini dilewati: baris judul tidak ditemukan" in words(hasil.peringatan)


PEOPLE_SHEET = [
    ["nip", "nama", "unit", "golongan", "jabatan"],
    [SARI, "Sari Contoh", "1.1", "III/d", "Arsiparis"],
    [BRAM, "Bram Contoh", "1.1", "II/c", "Pranata"],
]
TARGET_SHEET = [
    ["Nama", "NIP", "unit", "No", "Rencana Hasil Kerja", "Target"],
    ["Sari Contoh", SARI, "1.1", "1", "Arsip tertata", "12 berkas"],
]
KEGIATAN_SHEET = [
    ["tahun", "nip", "no", "uraian", "target_kuantitas", "target_kualitas"],
    ["2017", SARI, "1", "Menyusun", "12", "100"],
]
TAMBAHAN_SHEET = [
    ["tahun", "nip", "no", "jenis", "uraian", "tingkat"],
    ["2017", SARI, "1", "kreativitas", "Membuat aplikasi", "unit"],
]


@EVERY
@pytest.mark.parametrize(
    ("jenis", "sheets", "taken", "other"),
    [
        ("pegawai", {"Daftar": PEOPLE_SHEET, "Target": TARGET_SHEET}, "Daftar", "hasil_kerja"),
        ("pegawai", {"Target": TARGET_SHEET, "Daftar": PEOPLE_SHEET}, "Daftar", "hasil_kerja"),
        ("kegiatan", {"A": KEGIATAN_SHEET, "B": TAMBAHAN_SHEET}, "A", "tambahan"),
        ("tambahan", {"A": KEGIATAN_SHEET, "B": TAMBAHAN_SHEET}, "B", "kegiatan"),
    ],
)
def test_a_sheet_that_fits_another_kind_better_is_passed_over_and_told(
    tmp_path: Path, akhiran: str, jenis: str, sheets: dict[str, Rows], taken: str, other: str
) -> None:
    stok = Stok(units=STOK.units) if jenis == "pegawai" else STOK
    hasil = planned(WRITERS[akhiran](tmp_path / f"b.{akhiran}", sheets), jenis, stok)
    assert hasil.ditolak == ()
    assert {baris.lembar for baris in hasil.baru} == {taken}
    (left,) = set(sheets) - {taken}
    told = [satu.pesan for satu in hasil.peringatan if satu.lembar == left]
    words = f"isinya tampak {other}, jadi tidak dibaca sebagai {jenis}; impor sebagai {other}"
    assert told == [f"lembar ini dilewati: {words} bila belum"]


def test_the_only_sheet_with_the_header_is_read_whatever_else_it_holds(tmp_path: Path) -> None:
    sheets = {"Target": TARGET_SHEET, "Catatan": [["apa saja"]]}
    hasil = planned(xlsx(tmp_path / "b.xlsx", sheets), "pegawai", Stok(units=STOK.units))
    assert [baris.kunci for baris in hasil.baru] == [(SARI,)]


def test_a_target_sheet_is_no_list_of_people_where_theirs_lacks_a_header(tmp_path: Path) -> None:
    people = [["nip", "golongan", "unit", "jabatan"], [SARI, "III/d", "1.1", "Arsiparis"]]
    sheets = {"Daftar": people, "Target": TARGET_SHEET}
    with pytest.raises(InputError, match=r'lembar "Daftar": .* tidak ada: nama'):
        planned(xlsx(tmp_path / "b.xlsx", sheets), "pegawai", Stok(units=STOK.units))


def test_sheets_of_one_kind_with_fewer_columns_are_read_too(tmp_path: Path) -> None:
    fewer = [["nip", "nama", "unit"], [BRAM, "Bram Contoh", "1.1"]]
    sheets = {"A": PEOPLE_SHEET[:2], "B": fewer}
    hasil = planned(xlsx(tmp_path / "b.xlsx", sheets), "pegawai", Stok(units=STOK.units))
    assert {baris.lembar for baris in hasil.baru} == {"A", "B"}


def test_rows_that_contradict_name_the_sheet_of_the_other(tmp_path: Path) -> None:
    sheets = {"A": [["kode", "nama"], ["1", "Badan"]], "B": [["kode", "nama"], ["1", "Dinas"]]}
    hasil = planned(xlsx(tmp_path / "u.xlsx", sheets), "unit", Stok())
    assert 'berbeda dari u.xlsx lembar "B" baris 2' in words(hasil.ditolak)


def test_a_hidden_sheet_is_not_read_and_reported_when_it_holds_anything(tmp_path: Path) -> None:
    path = tmp_path / "u.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Unit").write_row(0, 0, ["kode", "nama"])
        hidden = book.add_worksheet("Lama")
        hidden.write_row(0, 0, ["kode", "nama"])
        hidden.write_row(1, 0, ["9", "Lama"])
        hidden.hide()
        book.add_worksheet("Hampa").very_hidden()
    hasil = planned(path, "unit", Stok())
    assert hasil.baru == ()
    assert [satu.lembar for satu in hasil.peringatan if "tersembunyi" in satu.pesan] == ["Lama"]


def test_a_workbook_without_the_header_names_the_sheet_that_comes_nearest(tmp_path: Path) -> None:
    sheets = {"Sampul": [["LAPORAN"]], "Data": [["kode", "keterangan"], ["1", "x"]]}
    with pytest.raises(InputError, match=r'lembar "Data": .* tidak ada: nama'):
        planned(xlsx(tmp_path / "u.xlsx", sheets), "unit", Stok())


def test_the_content_says_what_a_file_is_not_its_name(tmp_path: Path) -> None:
    rows = {"S": [["kode", "nama"], ["1", "Badan"]]}
    for akhiran, bentuk in (("xlsx", Bentuk.XLSX), ("xls", Bentuk.XLS), ("ods", Bentuk.ODS)):
        path = WRITERS[akhiran](tmp_path / f"a.{akhiran}", rows).rename(tmp_path / f"{akhiran}.csv")
        (tabel,) = read_tables(path)
        assert tabel.bentuk is bentuk
        assert f"sebenarnya buku kerja .{akhiran}" in words(tabel.catatan)
    text = tmp_path / "teks.xls"
    text.write_text("kode\tnama\n1\tBadan\n")
    (tabel,) = read_tables(text)
    assert tabel.bentuk is Bentuk.CSV
    assert "sebenarnya berkas teks" in words(tabel.catatan)


def test_rows_and_cells_without_references_stand_where_they_follow(tmp_path: Path) -> None:
    rows = (
        "<row><c t='inlineStr'><is><t>kode</t></is></c><c t='inlineStr'><is><t>nama</t></is></c>"
        "</row><row r='4'><c t='inlineStr'><is><t>1</t></is></c>"
        "<c t='inlineStr'><is><t>Badan</t></is></c></row>"
    )
    hasil = planned(raw_xlsx(tmp_path / "u.xlsx", rows), "unit", Stok())
    assert [(baris.baris, baris.rekaman["nama"]) for baris in hasil.baru] == [(4, "Badan")]


def test_repeated_rows_and_comments_of_an_open_workbook_are_understood(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    note = "<office:annotation><text:p>komentar</text:p></office:annotation>"
    rows = (
        f"<table:table-row>{cell.format('kode')}{cell.format('nama')}</table:table-row>"
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        f'<table:table-row table:number-rows-repeated="2">{cell.format("1")}'
        f'<table:table-cell office:value-type="string">{note}<text:p>Badan</text:p>'
        "</table:table-cell></table:table-row>"
    )
    path = ods_of(tmp_path / "u.ods", f'<table:table table:name="S">{rows}</table:table>')
    isi = one(path).isi or ()
    assert [(mentah.baris, mentah.sel) for mentah in isi[1:]] == [
        (5, ("1", "Badan")),
        (6, ("1", "Badan")),
    ]
    assert (len(planned(path, "unit", Stok()).baru), planned(path, "unit", Stok()).sama) == (1, 1)


def test_a_text_import_loads_nothing_that_reads_workbooks(tmp_path: Path) -> None:
    path = tmp_path / "u.csv"
    path.write_text("kode,nama\n1,Badan\n")
    script = (
        "import sys; from pathlib import Path\n"
        "from skp_tui.exchange.reading.tables import read_tables\n"
        "read_tables(Path(sys.argv[1]))\n"
        "print([name for name in ('python_calamine', 'zipfile') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == "[]"


def test_a_person_known_by_two_sheets_is_one_person(tmp_path: Path) -> None:
    rows = [["nip", "nama", "unit"], [BRAM, "Bram Contoh", "1.1"]]
    hasil = planned(
        xlsx(tmp_path / "p.xlsx", {"A": rows, "B": rows}), "pegawai", Stok(units=STOK.units)
    )
    assert (len(hasil.baru), hasil.sama) == (1, 1)


@pytest.mark.parametrize("akhiran", ["xlsx", "xls"])
def test_a_code_with_leading_zeros_by_its_format_is_read_as_it_looks(
    tmp_path: Path, akhiran: str
) -> None:
    path = tmp_path / f"u.{akhiran}"
    rows = [("kode", "nama", "induk"), (7, "Bidang", None), (71, "Seksi", 7), (1.5, "Lain", None)]
    if akhiran == "xlsx":
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("S")
            padded = book.add_format({"num_format": "000"})
            for row, cells in enumerate(rows):
                sheet.write_row(row, 0, cells, padded)
    else:
        old = xlwt.Workbook()
        page, style = old.add_sheet("S"), xlwt.easyxf(num_format_str="000")
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                page.write(row, column, cell, style)
        old.save(str(path))
    hasil = planned(path, "unit", Stok())
    assert [(baris.rekaman["kode"], baris.rekaman["induk"]) for baris in hasil.baru] == [
        ("007", None),
        ("071", "007"),
        ("1.5", None),
    ]


def test_leading_zeros_by_format_do_not_touch_a_number(tmp_path: Path) -> None:
    path = tmp_path / "k.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("S")
        padded = book.add_format({"num_format": "000"})
        sheet.write_row(0, 0, ["tahun", "nip", "no", "uraian", "target_kuantitas"])
        sheet.write_row(1, 0, [2017, SARI, 1, "Menyusun", 12], padded)
    (baris,) = planned(path, "kegiatan").baru
    assert [baris.rekaman[nama] for nama in ("tahun", "no", "target_kuantitas")] == [
        "2017",
        "1",
        "12",
    ]
