"""One cell in canonical form, or one sentence that says what is wrong with it."""

import pytest

from skp_tui.domain.number import DecimalSign
from skp_tui.domain.office import JenisJabatan
from skp_tui.exchange.kinds.kinds import JENIS, Kolom
from skp_tui.exchange.values import KOSONG, read_cell
from tests.exchange.samples import SARI, TIUR


def kolom(jenis: str, nama: str) -> Kolom:
    return next(satu for satu in JENIS[jenis].kolom if satu.nama == nama)


CANONICAL = [
    ("kegiatan", "target_kuantitas", "1.500", ",", "1500"),
    ("kegiatan", "target_kuantitas", "1.500", ".", "1.5"),
    ("kegiatan", "target_kuantitas", "90,50", ",", "90.5"),
    ("kegiatan", "target_kuantitas", "'90", ".", "90"),
    ("kegiatan", "target_biaya", "Rp 1.500.000,-", ",", "1500000"),
    ("kegiatan", "no", " 01 ", ".", "1"),
    ("kegiatan", "no", "2.0", ".", "2"),
    ("kegiatan", "no", "3.", ",", "3"),
    ("kegiatan", "no", "(4)", ".", "4"),
    ("pegawai", "nip", f'="{SARI}"', ".", SARI),
    ("pegawai", "unit", '="1.10"', ".", "1.10"),
    ("pegawai", "unit", '\'="1.10"', ".", '="1.10"'),
    ("pegawai", "nama", '="Sari"', ".", '="Sari"'),
    ("kegiatan", "tahun", "2017", ",", "2017"),
    ("kegiatan", "uraian", "'=1+2", ".", "=1+2"),
    ("kegiatan", "uraian", "''kutip", ".", "'kutip"),
    ("kegiatan", "uraian", "'kutip", ".", "'kutip"),
    ("kegiatan", "uraian", "'-", ".", "-"),
    ("kegiatan", "uraian", "-5 derajat", ".", "-5 derajat"),
    ("kegiatan", "uraian", "'5 buah", ".", "5 buah"),
    ("pegawai", "nip", "'196704101990031005", ".", SARI),
    ("pegawai", "nip", "NIP. 19670410 199003 1 005", ".", SARI),
    ("pegawai", "nip", "198001012023211007", ".", TIUR),
    ("pegawai", "golongan", "Penata Tk. I/ III d", ".", "III/d"),
    ("pegawai", "penilai_golongan", "(iv/a)", ".", "IV/a"),
    ("pegawai", "tmt_golongan", "31/12/2017", ".", "2017-12-31"),
    ("pegawai", "jenis_jabatan", "Fungsional Tertentu", ".", "fungsional_tertentu"),
    ("pegawai", "status", "cpns", ".", "CPNS"),
    ("pegawai", "eselon", "Eselon IIIa", ".", "III.a"),
    ("pegawai", "eselon", "Non Eselon", ".", "non"),
    ("nilai_luar", "ide_baru", "Ya", ".", "ya"),
]
REFUSED = [
    ("kegiatan", "target_kuantitas", "1,500", ".", "dapat dibaca 1500 atau 1.500"),
    ("kegiatan", "target_kuantitas", "Rp 5", ".", "bukan angka"),
    ("kegiatan", "target_kuantitas", "NaN", ".", "bukan angka"),
    ("kegiatan", "target_kuantitas", "1e3", ".", "pangkat"),
    ("kegiatan", "target_kuantitas", "٣", ".", "bukan angka"),
    ("kegiatan", "target_kuantitas", "0.1234567", ".", "lebih dari 6"),
    ("kegiatan", "no", "0", ".", "bilangan bulat"),
    ("kegiatan", "no", "1.5", ".", "bilangan bulat"),
    ("kegiatan", "no", "a.", ".", "bilangan bulat"),
    ("kegiatan", "no", "(0)", ".", "bilangan bulat"),
    ("kegiatan", "tahun", "17", ".", "empat angka"),
    ("kegiatan", "uraian", "x" * 501, ".", "paling banyak 500"),
    ("pegawai", "nip", "1,96704E+17", ",", "dirusak Excel"),
    ("pegawai", "nip", "196704101990031000", ".", "dirusak Excel"),
    ("pegawai", "golongan", "III e", ".", "maksudnya III/d"),
    ("pegawai", "tmt_golongan", "31-02-2017", ".", "tidak ada di kalender"),
    ("pegawai", "status", "honorer", ".", "PNS, CPNS, PPPK"),
    ("nilai_luar", "ide_baru", "tidak", ".", "tulis salah satu: ya"),
]


@pytest.mark.parametrize(("jenis", "nama", "asli", "desimal", "nilai"), CANONICAL)
def test_a_cell_is_read_in_canonical_form(
    jenis: str, nama: str, asli: str, desimal: DecimalSign, nilai: str
) -> None:
    sel = read_cell(asli, kolom(jenis, nama), desimal)
    assert (sel.nilai, sel.salah, sel.asli) == (nilai, None, asli)


@pytest.mark.parametrize(("jenis", "nama", "asli", "desimal", "kata"), REFUSED)
def test_a_cell_that_does_not_fit_is_refused_in_words(
    jenis: str, nama: str, asli: str, desimal: DecimalSign, kata: str
) -> None:
    sel = read_cell(asli, kolom(jenis, nama), desimal)
    assert sel.nilai is None
    assert kata in (sel.salah or "")


@pytest.mark.parametrize("jenis", ["pegawai", "bagian"])
@pytest.mark.parametrize(
    ("asli", "nilai"),
    [
        ("Pelaksana", "fungsional_umum"),
        ("JFU", "fungsional_umum"),
        ("Jabatan Fungsional Umum", "fungsional_umum"),
        ("JFT", "fungsional_tertentu"),
        ("Jabatan Fungsional Tertentu", "fungsional_tertentu"),
        ("Administrator", "struktural"),
        ("Jabatan Pengawas", "struktural"),
        ("JPT Pratama", "struktural"),
        ("Eselon IV.a", "struktural"),
        ("ESELON III", "struktural"),
    ],
)
def test_a_kind_of_post_is_read_as_the_law_calls_it(jenis: str, asli: str, nilai: str) -> None:
    assert read_cell(asli, kolom(jenis, "jenis_jabatan"), ",").nilai == nilai


@pytest.mark.parametrize(
    ("asli", "salah"),
    [
        (
            "Jabatan Fungsional",
            "dapat berarti fungsional_tertentu atau fungsional_umum; tulis salah satunya",
        ),
        ("JF", "dapat berarti fungsional_tertentu atau fungsional_umum; tulis salah satunya"),
        (
            "Non eselon",
            f"tidak ada dalam pilihan; tulis salah satu: {', '.join(JenisJabatan)}",
        ),
    ],
)
def test_a_kind_of_post_that_is_not_certain_is_refused(asli: str, salah: str) -> None:
    assert read_cell(asli, kolom("pegawai", "jenis_jabatan"), ",").salah == salah


@pytest.mark.parametrize("galat", ["#DIV/0!", "#VALUE!", "#N/A", "#REF!", "#name?"])
def test_errors_of_excel_count_as_empty_and_are_reported(galat: str) -> None:
    sel = read_cell(galat, kolom("kegiatan", "ak"), ",")
    assert sel.kosong
    assert "dianggap kosong" in (sel.catatan or "")


@pytest.mark.parametrize(("galat", "sebutan"), [("Err:502", "galat Err:502"), ("err:522", "galat")])
def test_errors_of_libreoffice_are_no_text_either(galat: str, sebutan: str) -> None:
    sel = read_cell(galat, kolom("kegiatan", "satuan"), ",")
    assert sel.kosong
    assert (sel.catatan or "").startswith(sebutan)
    assert read_cell("Err:502 laporan", kolom("kegiatan", "satuan"), ",").nilai


def test_an_empty_cell_says_nothing_and_a_dash_clears() -> None:
    uraian = kolom("kegiatan", "uraian")
    assert read_cell("", uraian, ".") is KOSONG
    assert read_cell(" \u00a0", uraian, ".") is KOSONG
    assert read_cell(" - ", uraian, ".").hapus


@pytest.mark.parametrize(
    "asli", ["Sa\u202eri", "Sa\u00adri", "\x1b[31mSari", "Sa\x07ri", "Sari\u200b"]
)
def test_control_signs_and_terminal_escapes_are_removed_and_reported(asli: str) -> None:
    sel = read_cell(asli, kolom("pegawai", "nama"), ".")
    assert sel.nilai == "Sari"
    assert "dibuang" in (sel.catatan or "")


def test_blanks_at_the_ends_are_cut_off_without_a_word() -> None:
    sel = read_cell("  Sari ", kolom("pegawai", "nama"), ".")
    assert (sel.nilai, sel.catatan) == ("Sari", None)
