"""The BKN workbook as offices fill it: read by its headings, wherever these have moved."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from skp_tui.domain.appraisal import JenisTambahan, Tingkat
from skp_tui.errors import InputError
from skp_tui.exchange.bkn.appraisal import Buku as Terbaca
from skp_tui.exchange.bkn.appraisal import read_bkn
from skp_tui.exchange.bkn.layout import is_bkn
from skp_tui.exchange.bkn.sheet import SelBuku, is_number
from skp_tui.exchange.reading.tables import read_tables
from tests.exchange.bkn_books import KEGIATAN, PERILAKU, Buku, Kegiatan, write
from tests.exchange.bkn_writers import Sheets, write_xlsx

TUGAS, KREASI = JenisTambahan.TUGAS_TAMBAHAN, JenisTambahan.KREATIVITAS


def read(folder: Path, buku: Buku | None = None, name: str = "skp.xlsx") -> Terbaca:
    return read_bkn(write(folder / name, buku), name)


def texts(buku: Terbaca) -> dict[str, object]:
    """Return everything that was read, without the places."""
    return {
        "orang": {who: _texts(cells) for who, cells in buku.orang.items()},
        "kegiatan": [(satu.nomor, _texts(satu.isi)) for satu in buku.kegiatan],
        "tambahan": [(satu.jenis, satu.uraian.teks, satu.tingkat) for satu in buku.tambahan],
        "perilaku": _texts(buku.perilaku),
        "tahun": buku.jangka and buku.jangka.tahun,
    }


def _texts(cells: object) -> dict[str, str]:
    assert isinstance(cells, dict)
    return {name: sel.teks for name, sel in cells.items() if isinstance(sel, SelBuku)}


def extras(folder: Path, *rows: tuple[object, ...]) -> list[tuple[JenisTambahan, str, object]]:
    buku = read(folder, Buku(tambahan=rows))
    return [(satu.jenis, satu.uraian.teks, satu.tingkat) for satu in buku.tambahan]


def notes(buku: Terbaca) -> list[str]:
    return [satu.kalimat() for satu in buku.catatan]


def test_people_activities_and_perilaku_are_found(tmp_path: Path) -> None:
    found = texts(read(tmp_path))
    assert found["orang"] == {
        "yang_dinilai": {
            "nama": "Wayan Contoh, A.Md.",
            "nip": "19800615 200501 1 004",
            "golongan": "Penata Tk. I / III/d",
            "jabatan": "Analis",
            "unit": "Sekretariat",
        },
        "penilai": {
            "nama": "Sari Contoh",
            "nip": "NIP. 196704101990031005",
            "golongan": "Pembina (IV/a)",
            "jabatan": "Sekretaris",
            "unit": "Sekretariat",
        },
        "atasan_penilai": {
            "nama": "Kepala Contoh",
            "nip": "196001011985031002",
            "golongan": "Pembina Tk. I, IV/b",
            "jabatan": "Kepala Badan",
            "unit": "Badan",
        },
    }
    assert found["perilaku"] == {
        "orientasi_pelayanan": "85",
        "integritas": "84",
        "komitmen": "84",
        "disiplin": "83",
        "kerja_sama": "84",
        "kepemimpinan": "-",
    }
    assert found["tambahan"] == [(TUGAS, "Panitia lelang", None)]
    assert found["tahun"] == (2017,)


def test_targets_and_outcomes_stand_in_their_columns(tmp_path: Path) -> None:
    buku = read(tmp_path)
    assert [satu.nomor for satu in buku.kegiatan] == [1, 2, 3]
    assert _texts(buku.kegiatan[2].isi) == {
        "uraian": "Mengelola arsip",
        "ak": "-",
        "target_kuantitas": "4",
        "satuan": "kali",
        "target_kualitas": "95",
        "target_waktu": "6",
        "satuan_waktu": "bulan",
        "target_biaya": "1500000",
        "realisasi_kuantitas": "4",
        "realisasi_kualitas": "85,5",
        "realisasi_waktu": "6",
        "realisasi_biaya": "1400000",
    }
    sel = buku.kegiatan[1].isi["realisasi_kualitas"]
    assert (sel.lembar, sel.baris, sel.alamat) == ("PENGUKURAN", 9, "M9")


@pytest.mark.parametrize("name", ["skp.xls", "skp.ods"])
def test_old_workbooks_and_those_of_libreoffice_read_the_same(tmp_path: Path, name: str) -> None:
    assert texts(read(tmp_path, name=name)) == texts(read(tmp_path))


@pytest.mark.parametrize(("turun", "geser"), [(4, 0), (0, 2), (7, 3)])
def test_titles_above_and_columns_before_do_not_matter(
    tmp_path: Path, turun: int, geser: int
) -> None:
    moved = read(tmp_path, Buku(turun=turun, geser=geser), "geser.xlsx")
    assert texts(moved) == texts(read(tmp_path))


def test_merged_cells_of_headings_and_fields_do_not_matter(tmp_path: Path) -> None:
    whole = texts(read(tmp_path))
    book = openpyxl.load_workbook(tmp_path / "skp.xlsx")
    merges = {
        "SKP": ("A1:J1", "B4:C4", "F4:J4", "F5:H5", "I5:J5", "B10:C11", "E10:J10", "E11:F11"),
        "PENGUKURAN": ("A1:R1", "A4:R4", "A5:A6", "B5:B6", "D5:I5", "K5:P5", "D6:E6", "B12:F12"),
        "PENILAIAN": ("A1:I1", "G4:I4", "G5:I5", "A7:A12", "B7:I7", "E8:I8", "B8:C8", "D26:E26"),
    }
    for name, ranges in merges.items():
        for one in ranges:
            book[name].merge_cells(one)
    book.save(tmp_path / "gabung.xlsx")
    merged = read_bkn(tmp_path / "gabung.xlsx", "gabung.xlsx")
    assert texts(merged) == whole
    assert (merged.salah, merged.catatan) == ((), ())


def test_sheets_are_told_by_their_headings_not_by_their_names(tmp_path: Path) -> None:
    moved = read(tmp_path, Buku(nama=("Sheet1", "capaian 2017", "hal 3")), "nama.xlsx")
    assert texts(moved) == texts(read(tmp_path))


def test_a_cover_and_a_sheet_of_notes_are_passed_over(tmp_path: Path) -> None:
    def with_others(sheets: Sheets) -> None:
        sheets["COVER"] = {(3, 1): "SASARAN KERJA PEGAWAI", (5, 1): "NAMA", (5, 2): "Orang Lain"}
        sheets["hitungan"] = {(0, 0): "TARGET", (1, 0): 12}

    found = read(tmp_path, Buku(ubah=with_others), "lain.xlsx")
    assert texts(found) == texts(read(tmp_path))
    assert (found.salah, found.catatan) == ((), ())


def test_amount_and_unit_in_one_cell_are_taken_apart(tmp_path: Path) -> None:
    satu = Kegiatan(
        "Menyusun", "12 laporan", None, "100 %", "6 bulan", None, r_kuantitas="11 laporan",
        r_kualitas="90%", r_waktu="6 bln",
    )  # fmt: skip
    isi = _texts(read(tmp_path, Buku(kegiatan=(satu,))).kegiatan[0].isi)
    assert isi["target_kuantitas"] == "12"
    assert (isi["satuan"], isi["satuan_waktu"]) == ("laporan", "bulan")
    assert (isi["target_kualitas"], isi["realisasi_kualitas"]) == ("100", "90")
    assert (isi["realisasi_kuantitas"], isi["realisasi_waktu"]) == ("11", "6")


def test_words_where_an_amount_belongs_are_not_taken_for_its_unit(tmp_path: Path) -> None:
    satu = Kegiatan("Menyusun", "dua belas")
    isi = _texts(read(tmp_path, Buku(kegiatan=(satu,))).kegiatan[0].isi)
    assert (isi["target_kuantitas"], isi["satuan"]) == ("dua belas", "laporan")


@pytest.mark.parametrize("kosong", ["-", 0, "Rp. -", "Rp 0", "–"])
def test_no_costs_are_a_dash_or_the_zero_of_a_linked_cell(tmp_path: Path, kosong: object) -> None:
    satu = Kegiatan("Menyusun", biaya=kosong, r_biaya=kosong)
    isi = _texts(read(tmp_path, Buku(kegiatan=(satu,))).kegiatan[0].isi)
    assert (isi["target_biaya"], isi["realisasi_biaya"]) == ("-", "-")


def test_rows_that_only_link_to_empty_rows_are_no_activities(tmp_path: Path) -> None:
    blank = Kegiatan(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    assert len(read(tmp_path, Buku(kegiatan=(*KEGIATAN, blank, blank))).kegiatan) == 3


def test_a_subheading_without_a_number_is_passed_over_and_said(tmp_path: Path) -> None:
    blank = dict.fromkeys(Kegiatan.__dataclass_fields__)
    head = replace(KEGIATAN[0], **{**blank, "uraian": "Unsur utama", "no": " "})
    buku = read(tmp_path, Buku(kegiatan=(head, *(_numbered(KEGIATAN)))))
    assert [satu.nomor for satu in buku.kegiatan] == [1, 2, 3]
    assert [(note.baris, note.nilai) for note in buku.catatan] == [
        (12, "Unsur utama"),
        (8, "Unsur utama"),
    ]


def _numbered(rows: tuple[Kegiatan, ...]) -> list[Kegiatan]:
    return [replace(satu, no=no) for no, satu in enumerate(rows, 1)]


def test_numbers_that_begin_anew_are_counted_through(tmp_path: Path) -> None:
    twice = tuple(_numbered(KEGIATAN[:2]))
    buku = read(tmp_path, Buku(kegiatan=(*twice, *twice)))
    assert [satu.nomor for satu in buku.kegiatan] == [1, 2, 3, 4]


def test_credit_points_are_those_of_one_unit(tmp_path: Path) -> None:
    rows = (Kegiatan("A", 12, ak=3), Kegiatan("B", 3, ak=1), Kegiatan("C", 4, ak=0))
    buku = read(tmp_path, Buku(kegiatan=rows))
    assert [_texts(satu.isi).get("ak") for satu in buku.kegiatan] == ["0,25", None, "-"]
    assert "tidak habis dibagi 3" in "\n".join(notes(buku))


def test_a_target_that_differs_between_the_forms_is_said(tmp_path: Path) -> None:
    def other(sheets: Sheets) -> None:
        sheets["SKP"][11, 4] = 24

    buku = read(tmp_path, Buku(ubah=other))
    assert _texts(buku.kegiatan[0].isi)["target_kuantitas"] == "12"
    [note] = notes(buku)
    assert note == (
        'skp.xlsx, lembar "PENGUKURAN", baris 8, kolom target_kuantitas: "12": '
        "di lembar SKP targetnya 24; yang di sini dipakai"
    )


def test_an_activity_that_reads_differently_in_the_other_form_is_said(tmp_path: Path) -> None:
    def other(sheets: Sheets) -> None:
        sheets["SKP"][11, 1] = "Menata gudang"

    buku = read(tmp_path, Buku(ubah=other))
    assert buku.kegiatan[0].isi["uraian"].teks == "Menyusun laporan kinerja"
    assert '"Menata gudang"' in "\n".join(notes(buku))


def test_the_form_skp_alone_brings_the_targets(tmp_path: Path) -> None:
    buku = read(tmp_path, Buku(tanpa=frozenset({"PENGUKURAN", "PENILAIAN"})))
    assert [satu.nomor for satu in buku.kegiatan] == [1, 2, 3]
    assert not any("realisasi" in name for name in buku.kegiatan[0].isi)
    assert set(buku.orang) == {"penilai", "yang_dinilai"}
    assert [note.pesan.split(",")[0] for note in buku.catatan] == [
        "lembar PENGUKURAN tidak ditemukan",
        "lembar PENILAIAN tidak ditemukan",
    ]


def test_without_the_form_skp_the_others_say_enough(tmp_path: Path) -> None:
    buku = read(tmp_path, Buku(tanpa=frozenset({"SKP"})))
    whole = texts(read(tmp_path, name="utuh.xlsx"))
    assert texts(buku) == whole
    assert buku.catatan == ()


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([(1, "(tugas tambahan)"), (2, "(kreativitas)")], []),
        ([(1, "Panitia"), ("2.", "Bendahara")], [(TUGAS, "Panitia"), (TUGAS, "Bendahara")]),
        ([(None, "a. Tugas Tambahan"), (1, "Panitia")], [(TUGAS, "Panitia")]),
        ([(1, "Bendahara (tugas tambahan)")], [(TUGAS, "Bendahara")]),
        ([(1, "-"), (2, "Nihil"), (3, "Tidak ada")], []),
    ],
)
def test_extra_tasks_are_told_from_the_words_of_the_form(
    tmp_path: Path,
    rows: list[tuple[object, ...]],
    found: list[tuple[JenisTambahan, str]],
) -> None:
    assert extras(tmp_path, *rows) == [(*satu, None) for satu in found]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([(1, "Kreativitas: Aplikasi arsip", 3)], [("Aplikasi arsip", Tingkat.UNIT)]),
        ([(1, "Aplikasi (kreativitas)", 6)], [("Aplikasi", Tingkat.ORGANISASI)]),
        ([("b.", "Kreatifitas"), (1, "Aplikasi", 12)], [("Aplikasi", Tingkat.NEGARA)]),
        (
            [(1, "Kreativitas: Aplikasi (tingkat organisasi)")],
            [("Aplikasi (tingkat organisasi)", Tingkat.ORGANISASI)],
        ),
        (
            [(1, "Kreativitas: A", 3), (2, "Kreativitas: B")],
            [("A", Tingkat.UNIT), ("B", Tingkat.UNIT)],
        ),
        ([(1, "Kreativitas: A", 4)], [("A", None)]),
        (
            [(1, "Kreativitas membuat aplikasi", 3)],
            [("Kreativitas membuat aplikasi", Tingkat.UNIT)],
        ),
    ],
)
def test_the_level_of_a_creation_is_its_value_or_its_words(
    tmp_path: Path, rows: list[tuple[object, ...]], found: list[tuple[str, Tingkat | None]]
) -> None:
    assert extras(tmp_path, *rows) == [(KREASI, *satu) for satu in found]


def test_extras_that_begin_with_a_digit_are_words(tmp_path: Path) -> None:
    found = extras(
        tmp_path,
        (1, "17 Agustus: panitia HUT RI"),
        (2, "5S: koordinator program"),
        (3, "Panitia lelang"),
        ("", "Kreativitas:"),
        (1, "3D model gedung", 6),
    )
    assert found == [
        (TUGAS, "17 Agustus: panitia HUT RI", None),
        (TUGAS, "5S: koordinator program", None),
        (TUGAS, "Panitia lelang", None),
        (KREASI, "3D model gedung", Tingkat.ORGANISASI),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2 kali menjadi narasumber", (TUGAS, "2 kali menjadi narasumber", None)),
        ("1. Panitia lelang", (TUGAS, "Panitia lelang", None)),
        ("2) Kreativitas: Aplikasi", (KREASI, "Aplikasi", Tingkat.UNIT)),
        ("1.5 juta arsip dipindai", (TUGAS, "1.5 juta arsip dipindai", None)),
    ],
)
def test_a_number_before_an_extra_is_no_part_of_it_and_one_inside_is(
    tmp_path: Path, text: str, found: tuple[object, ...]
) -> None:
    assert extras(tmp_path, (1, text, "3 (Unit)")) == [found]


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("87,60", True),
        ("87,60 (Baik)", True),
        ("1.087,6", True),
        ("90%", True),
        ("17 Agustus", False),
        ("5S", False),
        ("12-04-2017", False),
        ("1,2,3", False),
        ("", False),
    ],
)
def test_a_cell_is_a_number_when_all_of_it_is(text: str, *, yes: bool) -> None:
    assert is_number(text) is yes


WITHOUT_NUMBERS = (
    "Menyusun laporan",
    "Jumlah surat masuk yang diarsipkan",
    "Total arsip yang ditata",
    "Catatan rapat disusun",
    "Kreativitas dalam pelayanan dibina",
    "Tugas tambahan pimpinan dikoordinasikan",
    "Rapat di Contoh, 12 Maret 2017",
    "Mengelola arsip",
)


def test_amounts_make_an_activity_whatever_its_words_begin_with(tmp_path: Path) -> None:
    rows = tuple(Kegiatan(words, no=" ") for words in WITHOUT_NUMBERS)
    buku = read(tmp_path, Buku(kegiatan=rows))
    assert [satu.isi["uraian"].teks for satu in buku.kegiatan] == list(WITHOUT_NUMBERS)
    assert [satu.nomor for satu in buku.kegiatan] == list(range(1, 9))
    assert [satu.uraian.teks for satu in buku.tambahan] == ["Panitia lelang"]
    assert buku.catatan == ()


TOTAL = Kegiatan("JUMLAH", 136, None, 98, 30, None, r_kuantitas=134, r_kualitas=88, r_waktu=30)


def test_a_total_ends_the_activities_even_with_sums_in_all_columns(tmp_path: Path) -> None:
    buku = read(tmp_path, Buku(kegiatan=(*KEGIATAN, replace(TOTAL, no=" "))))
    assert [satu.nomor for satu in buku.kegiatan] == [1, 2, 3]
    assert buku.catatan == ()


def test_activities_below_a_total_are_not_lost_in_silence(tmp_path: Path) -> None:
    rows = (*_numbered(KEGIATAN[:1]), replace(TOTAL, no=" "), Kegiatan("Mengelola arsip", no=2))
    buku = read(tmp_path, Buku(kegiatan=rows))
    assert len(buku.kegiatan) == 1
    assert [(one.lembar, one.baris, one.nilai) for one in buku.catatan] == [
        ("SKP", 14, "Mengelola arsip"),
        ("PENGUKURAN", 10, "Mengelola arsip"),
    ]
    assert "di bawah akhir daftar kegiatan, tidak diimpor" in buku.catatan[0].pesan


def test_a_row_like_a_total_without_a_number_among_numbered_ones_is_spoken_of(
    tmp_path: Path,
) -> None:
    odd = replace(TOTAL, uraian="Jumlah berkas yang diproses", no=" ")
    buku = read(tmp_path, Buku(kegiatan=(*_numbered(KEGIATAN), odd), tanpa=frozenset({"SKP"})))
    assert [satu.nomor for satu in buku.kegiatan] == [1, 2, 3, 4]
    [note] = notes(buku)
    assert note == (
        'skp.xlsx, lembar "PENGUKURAN", baris 11: "Jumlah berkas yang diproses": baris tanpa '
        "nomor ini dianggap kegiatan karena berangka; hapus bila jumlah"
    )


@pytest.mark.parametrize(
    ("kuantitas", "ak", "satuan"),
    [
        ("1.200", "24", "0,02"),
        (1000, "1.500,5", "1,5005"),
        ("1.000", "1.500", "1,5"),
        (1000, 0.5, "0,0005"),
        ("4", "1.25", "0,3125"),
    ],
)
def test_thousands_dots_count_in_credit_points_as_in_quantities(
    tmp_path: Path, kuantitas: object, ak: object, satuan: str
) -> None:
    buku = read(tmp_path, Buku(kegiatan=(Kegiatan("Memproses berkas", kuantitas, ak=ak),)))
    assert _texts(buku.kegiatan[0].isi)["ak"] == satuan


def test_a_target_with_a_thousands_dot_is_the_same_target(tmp_path: Path) -> None:
    def other(sheets: Sheets) -> None:
        sheets["SKP"][11, 4] = "1.200"

    satu = Kegiatan("Memproses berkas", 1200)
    assert read(tmp_path, Buku(kegiatan=(satu,), ubah=other)).catatan == ()


def test_a_printed_value_above_a_thousand_is_read_whole(tmp_path: Path) -> None:
    buku = read(tmp_path, Buku(skp="1.087,60", nilai="88,74444444444 (Baik)"))
    assert buku.skp is not None
    assert buku.nilai is not None
    assert buku.skp.nilai == Fraction("1087.6")
    assert buku.nilai.nilai == Fraction("88.74444444444")


def test_perilaku_of_0_is_not_assessed_and_it_is_said(tmp_path: Path) -> None:
    perilaku = {**PERILAKU, "Komitmen": 0, "Kepemimpinan": "0,00"}
    buku = read(tmp_path, Buku(perilaku=perilaku))
    assert set(buku.perilaku) == {"orientasi_pelayanan", "integritas", "disiplin", "kerja_sama"}
    [note] = notes(buku)
    assert note == (
        'skp.xlsx, lembar "PENILAIAN", baris 29, kolom komitmen: "0": perilaku bernilai 0 '
        "dianggap belum dinilai (komitmen, kepemimpinan); isi di sana bila sudah dinilai"
    )


ZERO = {f"r_{aspek}": 0 for aspek in ("kuantitas", "kualitas", "waktu", "biaya")}


def test_outcomes_that_are_all_0_are_a_form_not_filled_yet(tmp_path: Path) -> None:
    rows = tuple(replace(satu, **ZERO) for satu in KEGIATAN)
    buku = read(tmp_path, Buku(kegiatan=rows))
    assert not any(name.startswith("realisasi") for satu in buku.kegiatan for name in satu.isi)
    assert _texts(buku.kegiatan[2].isi)["target_biaya"] == "1500000"
    [note] = notes(buku)
    assert "realisasi semua kegiatan 0 dianggap belum diisi" in note


def test_one_activity_that_was_not_done_keeps_its_zeros(tmp_path: Path) -> None:
    rows = (replace(KEGIATAN[0], **ZERO), *KEGIATAN[1:])
    buku = read(tmp_path, Buku(kegiatan=rows))
    isi = _texts(buku.kegiatan[0].isi)
    assert (isi["realisasi_kuantitas"], isi["realisasi_kualitas"]) == ("0", "0")
    assert buku.catatan == ()


@pytest.mark.parametrize(
    ("masa", "hari"),
    [
        ("02 Januari s.d. 31 Desember 2017", None),
        ("1 Januari s.d. 31 Desember 2017", None),
        ("Januari s.d. Desember 2017", None),
        ("Tahun 2017", None),
        ("15 Januari s.d. 31 Desember 2017", (date(2017, 1, 15), date(2017, 12, 31))),
        ("2 Januari s.d. 15 Desember 2017", (date(2017, 1, 2), date(2017, 12, 15))),
        ("3 Januari s.d. 31 Desember 2017", (date(2017, 1, 3), date(2017, 12, 31))),
    ],
)
def test_a_year_is_whole_from_its_first_working_day_to_its_last_day(
    tmp_path: Path, masa: str, hari: tuple[date, date] | None
) -> None:
    jangka = read(tmp_path, Buku(masa=masa)).jangka
    assert jangka is not None
    assert jangka.hari == hari


@pytest.mark.parametrize(
    ("masa", "tahun", "days"),
    [
        ("02 Januari s.d. 31 Desember 2017", (2017,), (date(2017, 1, 2), date(2017, 12, 31))),
        ("Januari s/d Desember 2016", (2016,), (date(2016, 1, 1), date(2016, 12, 31))),
        ("1 Juli 2018 - 31 Des 2018", (2018,), (date(2018, 7, 1), date(2018, 12, 31))),
        ("01-03-2019 s.d. 30-06-2019", (2019,), (date(2019, 3, 1), date(2019, 6, 30))),
        ("Pebruari sampai Nopember 2020", (2020,), (date(2020, 2, 1), date(2020, 11, 30))),
        ("Tahun 2015", (2015,), (None, None)),
        ("1 Juli 2016 s.d. 30 Juni 2017", (2016, 2017), (None, None)),
    ],
)
def test_the_period_is_read_as_it_is_written(
    tmp_path: Path, masa: str, tahun: tuple[int, ...], days: tuple[date | None, date | None]
) -> None:
    jangka = read(tmp_path, Buku(masa=masa)).jangka
    assert jangka is not None
    assert (jangka.tahun, (jangka.mulai, jangka.selesai)) == (tahun, days)


def test_a_period_without_a_year_is_none(tmp_path: Path) -> None:
    assert read(tmp_path, Buku(masa="Januari s.d. Desember")).jangka is None


def test_printed_values_are_kept_beside(tmp_path: Path) -> None:
    buku = read(tmp_path, Buku(skp=88.76, nilai="86,86", sebutan="(Amat Baik)"))
    for printed, nilai in ((buku.skp_bagian, 88.76), (buku.skp, 88.76), (buku.nilai, 86.86)):
        assert printed is not None
        assert float(printed.nilai) == nilai
    assert buku.nilai is not None
    assert buku.nilai.sebutan == "Sangat Baik"
    assert read(tmp_path, Buku(nilai=50.5, sebutan="(Sedang)"), "s.xlsx").nilai.sebutan == (  # type: ignore[union-attr]
        "Kurang"
    )


def test_a_value_with_its_sebutan_in_one_cell_is_read(tmp_path: Path) -> None:
    perilaku = {"Orientasi Pelayanan": "85 (Baik)", "Integritas": "84,5", "Komitmen": 84}
    assert _texts(read(tmp_path, Buku(perilaku=perilaku)).perilaku) == {
        "orientasi_pelayanan": "85",
        "integritas": "84,5",
        "komitmen": "84",
    }


def test_forms_of_two_people_in_one_workbook_are_a_fault(tmp_path: Path) -> None:
    def other(sheets: Sheets) -> None:
        sheets["SKP"][5, 8] = "197508172000122003"

    [problem] = read(tmp_path, Buku(ubah=other)).salah
    assert problem.kalimat() == (
        'skp.xlsx, lembar "PENILAIAN", baris 9, kolom nip: "19800615 200501 1 004": NIP yang '
        'dinilai di sini berbeda dari lembar SKP baris 6 ("197508172000122003"); samakan dahulu'
    )


def test_two_sheets_of_one_form_are_a_fault(tmp_path: Path) -> None:
    def twice(sheets: Sheets) -> None:
        sheets["PENGUKURAN (2)"] = dict(sheets["PENGUKURAN"])

    [problem] = read(tmp_path, Buku(ubah=twice)).salah
    assert 'ada 2 lembar PENGUKURAN ("PENGUKURAN", "PENGUKURAN (2)")' in problem.pesan


def test_any_other_workbook_is_refused_with_what_to_do(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "duk.xlsx", {"DUK": {(0, 0): "NIP", (0, 1): "Nama", (1, 0): "1"}})
    with pytest.raises(InputError, match="bukan buku kerja SKP dari BKN") as caught:
        read_bkn(tmp_path / "duk.xlsx", "duk.xlsx")
    assert "skp-tui impor kegiatan" in caught.value.saran


def test_lists_are_not_taken_for_the_form(tmp_path: Path) -> None:
    names = ("tahun", "nip", "no", "kegiatan tugas jabatan", "target_kuantitas", "realisasi")
    cells: dict[tuple[int, int], object] = {(0, at): name for at, name in enumerate(names)}
    write_xlsx(tmp_path / "daftar.xlsx", {"SKP": cells})
    assert not is_bkn(read_tables(tmp_path / "daftar.xlsx"))
    assert is_bkn(read_tables(write(tmp_path / "skp.xlsx")))
    (tmp_path / "a.csv").write_text("nip,nama\n1,A\n", encoding="utf-8")
    assert not is_bkn(read_tables(tmp_path / "a.csv"))
