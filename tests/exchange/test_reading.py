"""Bytes become a table: encodings, delimiters, titles, header, and what is no CSV at all."""

import re
from pathlib import Path

import pytest

from skp_tui.errors import InputError
from skp_tui.exchange.columns.headers import headed
from skp_tui.exchange.columns.sheets import headed_tables
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.plan import plan
from skp_tui.exchange.plan.stock import Stok
from skp_tui.exchange.reading.decoding import UKURAN_TERBESAR, encoding_of
from skp_tui.exchange.reading.table_model import LEWAT_BARIS
from skp_tui.exchange.reading.tables import read_tables
from tests.exchange.samples import SARI, rencana, table, words
from tests.exchange.sheets import Rows, xlsx

UNIT = "kode,nama\n1,Café Kantor\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_the_encoding_is_told_apart_by_content(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "unit.csv"
    path.write_bytes(UNIT.encode(encoding))
    hasil = plan(jenis_of("unit"), read_tables(path), Stok())
    assert [baris.rekaman["nama"] for baris in hasil.baru] == ["Café Kantor"]


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
@pytest.mark.parametrize("akhir", ["\n", "\r\n", "\r"])
def test_the_delimiter_is_told_apart_by_the_header_line(
    tmp_path: Path, pemisah: str, akhir: str
) -> None:
    text = akhir.join((f"kode{pemisah}nama", f'1{pemisah}"Bidang A, B; C"', ""))
    terbaca = headed(table(tmp_path, text), jenis_of("unit"))
    assert terbaca.pemisah == pemisah
    assert [mentah.sel for mentah in terbaca.isi] == [("1", "Bidang A, B; C")]


def test_a_line_sep_is_obeyed_and_counted(tmp_path: Path) -> None:
    hasil = rencana(tmp_path, "unit", "sep=;\nkode;nama\n1;Badan\n;Lain\n", Stok())
    assert len(hasil.baru) == 1
    assert hasil.ditolak[0].baris == 4


def test_an_unknown_sep_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"baris 1: pemisah sep=\|"):
        table(tmp_path, "sep=|\nkode|nama\n")


def test_title_rows_above_the_header_are_skipped_and_counted(tmp_path: Path) -> None:
    text = "DAFTAR UNIT;;\nKota Contoh;;\n\nNo;KODE ;N a m a\n1;1;Badan\n2;;Lain\n"
    hasil = rencana(tmp_path, "unit", text, Stok())
    assert [baris.baris for baris in hasil.baru] == [5]
    assert [(satu.baris, satu.kolom) for satu in hasil.ditolak] == [(6, "kode")]
    assert "kolom No" in words(hasil.peringatan)


def test_a_record_is_named_by_the_line_where_it_starts(tmp_path: Path) -> None:
    text = 'kode,nama\n1,"Badan\nKepegawaian"\n,X\n'
    hasil = rencana(tmp_path, "unit", text, Stok())
    assert hasil.baru[0].rekaman["nama"] == "Badan Kepegawaian"
    assert hasil.ditolak[0].baris == 4
    assert "tanda kendali" in words(hasil.peringatan)


@pytest.mark.parametrize(
    ("header", "kolom"),
    [
        ("NIP Baru;Nama Pegawai;SKPD", {"nip", "nama", "unit"}),
        ("nip/nrp;NAMA LENGKAP;Unit Kerja;Gol. Ruang", {"nip", "nama", "unit", "golongan"}),
        ("nip;nama;opd;Nama Jabatan", {"nip", "nama", "unit", "jabatan"}),
        ("nip;nama;kode_unit;Status Pegawai", {"nip", "nama", "unit", "status"}),
    ],
)  # fmt: skip
def test_headers_match_by_name_and_by_the_closed_list_of_aliases(
    tmp_path: Path, header: str, kolom: set[str]
) -> None:
    assert set(headed(table(tmp_path, header), jenis_of("pegawai")).judul.letak) == kolom


def test_perilaku_headers_match_their_short_forms(tmp_path: Path) -> None:
    text = f"tahun,nip,OPL,Int,Kom,Dis,KSM,KPM\n2017,{SARI},90,90,90,90,90,90\n"
    (baris,) = rencana(tmp_path, "perilaku", text).baru
    assert set(baris.rekaman.values()) == {"2017", SARI, "90"}


def test_two_columns_of_one_meaning_refuse_the_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="dua kolom yang sama artinya: nama"):
        headed(table(tmp_path, "kode,nama,Nama\n1,A,B\n"), jenis_of("unit"))
    with pytest.raises(InputError, match="dua kolom yang sama artinya: unit"):
        headed(table(tmp_path, "nip,nama,opd,skpd\n"), jenis_of("pegawai"))


def test_an_exact_name_wins_over_an_alias_which_is_reported(tmp_path: Path) -> None:
    text = f"nip,nama,unit,unit kerja\n{SARI},Sari,1.1,Sekretariat\n"
    hasil = rencana(tmp_path, "pegawai", text)
    assert hasil.baru[0].rekaman["unit"] == "1.1"
    assert [satu.kolom for satu in hasil.peringatan] == ["unit kerja"]


def test_a_missing_header_says_what_is_missing_and_what_was_found(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"tidak ada: nama;.*ditemukan: kode, induk"):
        headed(table(tmp_path, "kode;induk\n1;\n"), jenis_of("unit"))


def test_a_column_that_is_given_from_outside_need_not_be_there(tmp_path: Path) -> None:
    text = f"nip,no,uraian\n{SARI},1,Menyusun\n"
    hasil = plan(jenis_of("kegiatan"), [table(tmp_path, text)], Stok(), tahun=2017)
    assert [satu.kolom for satu in hasil.ditolak] == ["nip"]  # an empty database knows nobody
    with pytest.raises(InputError, match="tidak ada: tahun"):
        plan(jenis_of("kegiatan"), [table(tmp_path, text)], Stok())


@pytest.mark.parametrize(
    ("text", "baris"),
    [
        ('kode,nama\n1,"Badan\n2,Lain\n', 2),
        ('kode,nama\n1,Badan\n2,"Lain" juga\n', 3),
        ('kode,nama\n1,"Badan\n2,"Lain"\n', 2),
    ],
)
def test_an_open_quote_is_named_with_its_line(tmp_path: Path, text: str, baris: int) -> None:
    with pytest.raises(InputError, match=rf"baris {baris}: tanda kutip"):
        plan(jenis_of("unit"), [table(tmp_path, text)], Stok())


def test_a_quote_that_swallows_the_next_row_refuses_its_row(tmp_path: Path) -> None:
    text = 'kode,nama,induk\n1,"Badan\n2,Lain"\n3,Baik,\n'
    hasil = rencana(tmp_path, "unit", text, Stok())
    assert [satu.baris for satu in hasil.ditolak] == [2]
    assert "kutip" in words(hasil.ditolak)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"%PDF-1.4\n", "PDF"),
        (b"PK\x03\x04aaaa", "buku kerja"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel lama"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"<html><table>", "HTML"),
        (b"kode,nama\n1,\0\0\0", "biner"),
        (b"", "kosong"),
        (b"\xef\xbb\xbf \r\n", "kosong"),
        (b"\xef\xbb\xbfkode,nama\n1,\xe9\n", "baris 2: huruf di sini rusak"),
        (b"kode,nama\n1,\x81\x8d\n", "biner atau rusak"),
    ],
)
def test_what_only_pretends_to_be_csv_is_refused(tmp_path: Path, isi: bytes, kata: str) -> None:
    path = tmp_path / "unit.csv"
    path.write_bytes(isi)
    with pytest.raises(InputError, match=kata):
        read_tables(path)


@pytest.mark.parametrize(
    ("rusak", "baris"),
    [
        ("nip;nama\r\n1;Café\r\n2;A\u00a0B\r\n".encode() + b"3;Ros\xe9\r\n", 4),
        ("nip;nama\r\n1;Café\r\n2;Ruhé".encode()[:-1], 3),
        (b"nip;nama\r\n1;Ros\xe9\r\n" + "2;“Contoh”\r\n".encode(), 2),
    ],
)
def test_utf8_with_a_damaged_letter_is_refused_and_never_garbled(rusak: bytes, baris: int) -> None:
    with pytest.raises(InputError, match=f"x.csv, baris {baris}: huruf di sini rusak"):
        encoding_of(rusak, "x.csv")


@pytest.mark.parametrize("teks", ["Café – “Madya”…", "Bidang\u00a0Umum", "É – é"])
def test_text_of_windows_is_still_told_from_damaged_utf8(teks: str) -> None:
    assert encoding_of(f"kode;nama\r\n8;{teks}\r\n".encode("cp1252"), "x.csv") == "cp1252"


@pytest.mark.parametrize(
    ("name", "isi", "kata"),
    [
        ("u.csv", "kode|nama|induk\n8|Bidang|1\n", "dipisah dengan tanda | (baris 1)"),
        ("u.csv", 'Daftar\n"kode,nama"\n"8,Bidang"\n', "diapit tanda kutip (baris 2)"),
        ("u.csv", '"kode;""nama"""\n"8;Bidang"\n', "diapit tanda kutip (baris 1)"),
    ],
)
def test_columns_that_came_into_one_cell_are_told_with_how(
    tmp_path: Path, name: str, isi: str, kata: str
) -> None:
    (tmp_path / name).write_text(isi, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(kata)):
        headed_tables(read_tables(tmp_path / name), jenis_of("unit"))


def test_a_text_pasted_into_one_column_of_a_workbook_is_told_with_what_to_do(
    tmp_path: Path,
) -> None:
    rows: Rows = [["Daftar unit"], ["kode;nama"], ["8;Bidang"]]
    path = xlsx(tmp_path / "u.xlsx", {"Unit": rows})
    with pytest.raises(InputError) as refused:
        headed_tables(read_tables(path), jenis_of("unit"))
    assert refused.value.kalimat().startswith(
        'u.xlsx, lembar "Unit": semua kolom bertumpuk dalam satu sel (baris 2), dipisah dengan '
        "titik koma. Bagi dahulu di Excel"
    )
    both = xlsx(tmp_path / "dua.xlsx", {"Unit": rows, "Lain": [["kode", "nama"], ["9", "Seksi"]]})
    (read,) = headed_tables(read_tables(both), jenis_of("unit"))
    (note,) = read.catatan
    assert note.pesan == (
        "lembar ini dilewati: semua kolom bertumpuk dalam satu sel (baris 2), dipisah dengan "
        "titik koma"
    )


def test_headings_of_the_same_meaning_are_named_with_their_columns(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("nip;nama;OPD;Unit Kerja\n1;Sari;1.1;1\n", encoding="utf-8")
    with pytest.raises(InputError, match=re.escape('unit (C "OPD", D "Unit Kerja").')):
        headed_tables(read_tables(path), jenis_of("pegawai"))


HTML = "<html><table><tr><td>nip</td></tr></table></html>"


@pytest.mark.parametrize(
    ("isi", "kata", "saran"),
    [
        (HTML.encode(), "halaman HTML", "simpan sebagai .xlsx"),
        (HTML.encode("utf-16"), "halaman HTML", "simpan sebagai .xlsx"),
        (f"\ufeff\r\n<!-- SIMPEG -->{HTML}".encode(), "halaman HTML", "simpan sebagai .xlsx"),
        (f'<?xml version="1.0"?><!DOCTYPE html>{HTML}'.encode(), "halaman HTML", "sebagai .xlsx"),
        (b"MIME-Version: 1.0\r\n", "halaman web (mht)", "simpan sebagai .xlsx"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>', "XML Excel 2003",
         "simpan sebagai .xlsx"),
        (b"%PDF-1.4\n", "PDF", "minta daftarnya sebagai berkas Excel atau CSV"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("nama", ["pegawai.xls", "PEGAWAI.XLSX"])
def test_what_only_pretends_to_be_a_workbook_is_named_with_a_remedy_that_fits(
    tmp_path: Path, nama: str, isi: bytes, kata: str, saran: str
) -> None:
    path = tmp_path / nama
    path.write_bytes(isi)
    with pytest.raises(InputError) as refused:
        read_tables(path)
    assert refused.value.pesan.startswith(f"{nama} bukan buku kerja, melainkan ")
    assert kata in refused.value.pesan
    assert saran in refused.value.saran


def test_missing_files_and_directories_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="tidak ada"):
        read_tables(tmp_path / "unit.csv")
    with pytest.raises(InputError, match="bukan berkas"):
        read_tables(tmp_path)


def test_a_file_beyond_the_bounds_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "besar.csv"
    with path.open("wb") as file:
        file.truncate(UKURAN_TERBESAR + 1)
    with pytest.raises(InputError, match="50 MB"):
        read_tables(path)
    path.write_text("kode,nama\n" + "1,A\n" * 200_001)
    with pytest.raises(InputError, match=r"200\.000 baris"):
        headed(read_tables(path)[0], jenis_of("unit"))


def test_blank_rows_are_no_records(tmp_path: Path) -> None:
    hasil = rencana(tmp_path, "unit", "kode;nama\n;\n1;Badan\n ; \n\n;;;\n", Stok())
    assert (len(hasil.baru), hasil.ditolak) == (1, ())


def test_a_row_with_more_cells_than_the_header_is_refused(tmp_path: Path) -> None:
    hasil = rencana(tmp_path, "unit", "kode,nama\n1,Umum, Keuangan\n2,Badan,\n", Stok())
    assert [satu.baris for satu in hasil.ditolak] == [2]
    assert [baris.kunci for baris in hasil.baru] == [("2",)]


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
@pytest.mark.parametrize("akhir", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("kolom", range(3))
@pytest.mark.parametrize("rows", [2, 3, 5])
def test_whole_rows_inside_a_quoted_cell_are_refused_and_never_stored(
    tmp_path: Path, pemisah: str, akhir: str, kolom: int, rows: int
) -> None:
    lines = [[f"1.{number}", f"Bidang {number}", "1"] for number in range(1, rows + 3)]
    lines[0][kolom] = f'"{lines[0][kolom]}'
    lines[rows - 1][kolom] += '"'
    text = akhir.join(pemisah.join(sel) for sel in (["kode", "nama", "induk"], *lines))
    path = tmp_path / "unit.csv"
    path.write_bytes(text.encode())
    hasil = plan(jenis_of("unit"), read_tables(path), Stok())
    assert [satu.pesan for satu in hasil.ditolak][:1] == [LEWAT_BARIS]
    stored = [baris.rekaman["kode"] for baris in hasil.baru]
    assert f"1.{rows}" not in stored


@pytest.mark.parametrize(
    "nama",
    ["Bidang A\ndan B", "Bidang A, B\ndan C", "A\nB, C", "Satu\ndua, tiga\nempat", "\n", "A\n\nB"],
)
def test_a_cell_of_several_lines_that_holds_no_rows_comes_in(tmp_path: Path, nama: str) -> None:
    hasil = rencana(tmp_path, "unit", f'kode,nama,induk,\n1,"A{nama}",,\n')
    assert not hasil.ditolak


@pytest.mark.parametrize("title", ["", f"{'D' * 140_000};\n"])
def test_a_cell_that_is_much_too_long_is_its_own_fault_and_no_open_quote(
    tmp_path: Path, title: str
) -> None:
    hasil = rencana(tmp_path, "unit", f"{title}kode;nama\n1;{'x' * 140_000}\n2;Bidang\n")
    (ditolak,) = hasil.ditolak
    assert "paling banyak 500" in ditolak.pesan
    assert [baris.rekaman["kode"] for baris in hasil.baru] == ["2"]
