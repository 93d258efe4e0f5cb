"""Lists as offices keep them: titles, headings in two rows, totals, places for signatures."""

from pathlib import Path

import pytest

from skp_tui.errors import InputError
from skp_tui.exchange.columns.headers import Peta, best_header, headed
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.model import Rencana
from skp_tui.exchange.plan.plan import plan
from skp_tui.exchange.reading.table_model import Tabel
from skp_tui.exchange.reading.tables import read_tables
from tests.exchange.samples import BRAM, RETNO, SARI, STOK, faults, rencana, table, words
from tests.exchange.sheets import WRITERS, Merged, Rows

EVERY = pytest.mark.parametrize("akhiran", [*WRITERS, "csv"])

WAYAN = "198804102010031005"
AYU = "198104102010032006"

DUK: Rows = [
    ["DAFTAR URUT KEPANGKATAN PEGAWAI NEGERI SIPIL"],
    ["KOTA CONTOH, KEADAAN DESEMBER 2017"],
    [],
    ["NO", "NAMA", "NIP", "PANGKAT", None, "JABATAN", None, "PENDIDIKAN", None, "KET"],
    [None, None, None, "GOL", "TMT", "NAMA", "TMT", "NAMA", "LULUS", None],
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    [1, "Wayan Contoh, A.Md.", f"NIP. {WAYAN}", "III/b", "1-4-2015", "Pengelola", None, "UNS"],
    [2, "Dr. Ayu Contoh, S.Sos., M.Si.", "19810410 201003 2 006", "Penata Tk. I/ III/d", None,
     "Kepala Seksi", None, "UGM", 2003],
    [],
    ["NO", "NAMA", "NIP", "PANGKAT", None, "JABATAN", None, "PENDIDIKAN", None, "KET"],
    [None, None, None, "GOL", "TMT", "NAMA", "TMT", "NAMA", "LULUS", None],
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    [3, "Tanpa Nip", None, "II/c"],
    [4],
    ["JUMLAH", 3],
    [],
    [None, None, None, None, None, "Contoh, 31 Desember 2017"],
    [None, None, None, None, None, "Kepala Badan,"],
    [None, "Drs. Kepala Contoh"],
    [None, None, None, None, None, "NIP. 19660101 199003 1 001"],
]  # fmt: skip
MERGED: Merged = [(3, 3, 3, 4), (3, 5, 3, 6), (3, 7, 3, 8)]


def written(folder: Path, akhiran: str, rows: Rows, merged: Merged = ()) -> Tabel:
    if akhiran == "csv":
        lines = (";".join("" if cell is None else str(cell) for cell in row) for row in rows)
        return table(folder, "\n".join(lines))
    (tabel,) = read_tables(
        WRITERS[akhiran](folder / f"daftar.{akhiran}", {"DUK 2017": rows}, merged)
    )
    return tabel


def planned(tabel: Tabel, jenis: str, **given: str) -> Rencana:
    unit = given.get("unit")
    tahun = int(given["tahun"]) if "tahun" in given else None
    return plan(jenis_of(jenis), [tabel], STOK, unit=unit, tahun=tahun)


@EVERY
def test_the_official_list_of_ranks_is_read_as_it_stands(tmp_path: Path, akhiran: str) -> None:
    hasil = planned(written(tmp_path, akhiran, DUK, MERGED), "pegawai", unit="1.1")
    shown = [
        (baris.baris, baris.kunci[0], *(baris.rekaman[k] for k in ("nama", "golongan", "jabatan")))
        for baris in hasil.baru
    ]
    assert shown == [
        (7, WAYAN, "Wayan Contoh, A.Md.", "III/b", "Pengelola"),
        (8, AYU, "Dr. Ayu Contoh, S.Sos., M.Si.", "III/d", "Kepala Seksi"),
    ]
    assert faults(hasil) == [(13, "nip")]
    (note,) = [satu for satu in hasil.peringatan if "dilewati" in satu.pesan]
    assert note.pesan.startswith(
        "10 baris dilewati karena bukan data: baris 6, 12 (nomor kolom); "
        "baris 10–11 (judul yang diulang); baris 14 (tanpa isi di kolom yang dibaca); "
        "baris 15 (jumlah); baris 17–20 (tempat tanda tangan)"
    )


@EVERY
def test_headings_above_stand_for_the_columns_that_they_span(tmp_path: Path, akhiran: str) -> None:
    rows: Rows = [
        ["Tahun", "NIP", "No", "Kegiatan Tugas Jabatan", "Target", None, None, "Realisasi", None],
        [None, None, None, None, "Kuantitas", "Kualitas", "Waktu", "Kuantitas", "Kualitas"],
        [2017, SARI, 1, "Menyusun laporan", 12, 100, 12, 11, 90],
    ]
    hasil = planned(written(tmp_path, akhiran, rows, [(0, 4, 0, 6), (0, 7, 0, 8)]), "kegiatan")
    (baris,) = hasil.baru
    kolom = ("target_kuantitas", "target_waktu", "realisasi_kualitas")
    assert [baris.rekaman[nama] for nama in kolom] == ["12", "12", "90"]
    assert hasil.peringatan == ()


@EVERY
def test_the_same_word_below_two_headings_is_told_apart(tmp_path: Path, akhiran: str) -> None:
    rows: Rows = [
        ["PEGAWAI", None, None, "PENILAI", None],
        ["NIP", "Nama", "Unit", "NIP", "Nama"],
        [WAYAN, "Wayan Contoh", "1.1", BRAM, "Bram Contoh"],
    ]
    hasil = planned(written(tmp_path, akhiran, rows, [(0, 0, 0, 2), (0, 3, 0, 4)]), "pegawai")
    (baris,) = hasil.baru
    assert (baris.kunci[0], baris.rekaman["penilai_nip"]) == (WAYAN, BRAM)


def test_two_headings_of_which_neither_is_known_are_not_guessed(tmp_path: Path) -> None:
    text = f"PEGAWAI;;;PEMERIKSA;\nNIP;Nama;Unit;NIP;Nama\n{WAYAN};Wayan;1.1;{BRAM};Bram\n"
    with pytest.raises(InputError, match="dua kolom yang sama artinya: nip, nama"):
        rencana(tmp_path, "pegawai", text)


def test_a_title_above_the_header_lends_no_name_to_a_column(tmp_path: Path) -> None:
    text = f"UNIT KERJA;BADAN\nNIP;Nama;Unit;Ket\n{WAYAN};Wayan;1.1;x\n"
    hasil = rencana(tmp_path, "pegawai", text)
    assert [baris.rekaman["unit"] for baris in hasil.baru] == ["1.1"]


def test_a_first_record_is_never_taken_for_a_second_header_row(tmp_path: Path) -> None:
    hasil = rencana(tmp_path, "pegawai", f"nip;nama;unit;golongan\n;Jabatan;;\n{WAYAN};W;1.1;\n")
    assert faults(hasil) == [(2, "nip"), (2, "unit")]
    assert len(hasil.baru) == 1


@pytest.mark.parametrize(
    "baris",
    [
        "Jumlah;;;12", ";Total Pegawai;;", ";JUMLAH SELURUHNYA : 12 orang;;", "Sub Total;;;1.500",
        ";;Rata-rata;87,5", "5;JUMLAH;;", "1.204 orang;Total Pegawai;;", "87,5;Rata-rata;;",
    ],
)  # fmt: skip
def test_totals_are_passed_over(tmp_path: Path, baris: str) -> None:
    hasil = rencana(tmp_path, "pegawai", f"nip;nama;unit;ak\n{WAYAN};W;1.1;\n{baris}\n")
    assert (len(hasil.baru), hasil.ditolak) == (1, ())
    assert "baris 3: dilewati karena bukan data (jumlah)" in words(hasil.peringatan)


@pytest.mark.parametrize(
    "baris",
    [
        ";Sari Contoh;;", ";Sari;1.1;", f"{RETNO};;;", ";Jumlah Contoh;1.1;",
        ";Totalia Contoh;;", f"{RETNO};Jumlah;;", "198;;;", "5;Jumlah;1.1;", "5;Jumlah Contoh;;",
        "131234567;Jumlah;;", "5;Sari;;",
    ],
)  # fmt: skip
def test_a_row_that_could_be_a_person_is_judged_never_passed_over(
    tmp_path: Path, baris: str
) -> None:
    hasil = rencana(tmp_path, "pegawai", f"nip;nama;unit;golongan\n{WAYAN};W;1.1;\n{baris}\n")
    assert 3 in [satu.baris for satu in hasil.ditolak] or len(hasil.baru) + len(hasil.berubah) == 2
    assert "dilewati" not in words(hasil.peringatan)


def test_a_person_below_the_last_complete_row_is_not_lost_in_the_signatures(tmp_path: Path) -> None:
    text = (
        f"nip;nama;unit\n{WAYAN};W;1.1\n;Ayu Contoh;\n;Mengetahui,;\n;Kepala Badan;\n"
        ";Drs. Kepala;\n;NIP. 196601011990031001;\n"
    )
    hasil = rencana(tmp_path, "pegawai", text)
    assert {satu.baris for satu in hasil.ditolak} == {3}
    assert "baris 4–7 (tempat tanda tangan)" in words(hasil.peringatan)


def test_a_total_below_a_list_of_one_unit_is_no_person(tmp_path: Path) -> None:
    tabel = written(tmp_path, "csv", [["Nama", "NIP"], ["W", WAYAN], [], ["JUMLAH", 5]])
    hasil = planned(tabel, "pegawai", unit="1.1")
    assert (len(hasil.baru), hasil.ditolak) == (1, ())
    assert "baris 4: dilewati karena bukan data (jumlah)" in words(hasil.peringatan)


@pytest.mark.parametrize("total", ["JUMLAH;5", "Jumlah;5 orang", "JUMLAH;JUMLAH", "Total : 5;5"])
def test_a_total_across_nip_and_name_of_columns_that_were_pointed_out_is_no_person(
    tmp_path: Path, total: str
) -> None:
    tabel = table(tmp_path, f"Nomor Pokok;Orang\n{WAYAN};W\n{total}\n")
    terbaca = headed(tabel, jenis_of("pegawai"), ("unit",), Peta(1, {"nip": 0, "nama": 1}))
    assert [satu.baris for satu in terbaca.isi] == [2]
    assert "baris 3: dilewati karena bukan data (jumlah)" in words(terbaca.catatan)


@pytest.mark.parametrize("row", ["JUMLAH;Sari Contoh", "Jumlah Contoh;5", f"{RETNO};5"])
def test_a_name_beside_a_total_is_judged_never_passed_over(tmp_path: Path, row: str) -> None:
    tabel = table(tmp_path, f"Nomor Pokok;Orang\n{WAYAN};W\n{row}\n")
    terbaca = headed(tabel, jenis_of("pegawai"), ("unit",), Peta(1, {"nip": 0, "nama": 1}))
    assert [satu.baris for satu in terbaca.isi] == [2, 3]


@pytest.mark.parametrize("judul", ["No", "NO.", "Nomor", "No. Urut"])
@pytest.mark.parametrize("nomor", ["1 2 3", "1. 2. 3.", "4 9 17", "1 2 1"])
def test_a_running_number_is_worth_one_calm_word_in_a_call(
    tmp_path: Path, judul: str, nomor: str
) -> None:
    lines = [f"{satu};{kode};Bidang" for satu, kode in zip(nomor.split(), "789", strict=True)]
    tabel = table(tmp_path, "\n".join([f"{judul};kode;nama", *lines]))
    hasil = plan(jenis_of("unit"), [tabel, tabel], STOK)
    assert [satu.kolom for satu in hasil.peringatan] == [judul]
    assert "hanya nomor urut, tidak dibaca" in words(hasil.peringatan)


@pytest.mark.parametrize(
    ("judul", "nomor"), [("No", "2 2 3"), ("No", "1 x 3"), ("No", "3 2 1"), ("Nomor SK", "1 2 3")]
)
def test_another_column_beside_the_list_is_reported_as_unknown(
    tmp_path: Path, judul: str, nomor: str
) -> None:
    lines = [f"{satu};{kode};Bidang" for satu, kode in zip(nomor.split(), "789", strict=True)]
    hasil = rencana(tmp_path, "unit", "\n".join([f"{judul};kode;nama", *lines]))
    assert "kolom tidak dikenal, diabaikan" in words(hasil.peringatan)


def test_an_activity_called_total_is_an_activity(tmp_path: Path) -> None:
    text = f"tahun;nip;no;uraian\n2017;{SARI};1;Jumlah\n2017;{SARI};2;Total\n"
    assert len(rencana(tmp_path, "kegiatan", text).baru) == 2


def test_rows_that_are_only_numbered_are_passed_over(tmp_path: Path) -> None:
    text = f"tahun;nip;no;uraian\n2017;{SARI};1;Menyusun\n;;2;\n;;3;\n"
    hasil = rencana(tmp_path, "kegiatan", text)
    assert (len(hasil.baru), hasil.ditolak) == (1, ())
    assert "baris 3–4 (tanpa isi" in words(hasil.peringatan)


@pytest.mark.parametrize("akhiran", WRITERS)
def test_the_name_of_a_group_merged_across_the_row_is_no_person(
    tmp_path: Path, akhiran: str
) -> None:
    rows: Rows = [
        ["NIP", "Nama", "Unit"], ["SEKRETARIAT", None, None], [WAYAN, "Wayan", "1.1"],
        ["Bidang", None, None],
    ]  # fmt: skip
    hasil = planned(written(tmp_path, akhiran, rows, [(1, 0, 1, 2)]), "pegawai")
    assert "baris 2: dilewati karena bukan data (judul kelompok)" in words(hasil.peringatan)
    assert {satu.baris for satu in hasil.ditolak} == {4}


@pytest.mark.parametrize("akhiran", WRITERS)
def test_cells_right_of_the_header_are_left_out_with_one_word(tmp_path: Path, akhiran: str) -> None:
    rows: Rows = [
        ["NIP", "Nama", "Unit"],
        [WAYAN, "Wayan", "1.1", None, "catatan"],
        [AYU, "Ayu", "1.2"],
    ]
    hasil = planned(written(tmp_path, akhiran, rows), "pegawai")
    assert (len(hasil.baru), hasil.ditolak) == (2, ())
    assert [satu.baris for satu in hasil.peringatan] == [2]


@EVERY
def test_columns_that_the_user_points_out_are_read(tmp_path: Path, akhiran: str) -> None:
    rows: Rows = [["daftar"], ["Nomor Induk", "Orang", "Ket"], [WAYAN, "Wayan", "x", "1.1"]]
    tabel = written(tmp_path, akhiran, rows)
    pegawai = jenis_of("pegawai")
    with pytest.raises(InputError, match="baris judul tidak ditemukan"):
        headed(tabel, pegawai)
    peta = Peta(2, {"nip": 0, "nama": 1, "unit": 3})
    terbaca = headed(tabel, pegawai, (), peta)
    assert [mentah.sel[0] for mentah in terbaca.isi] == [WAYAN]
    assert terbaca.judul.mentah.sel == ("nip", "nama", "Ket", "unit")
    with pytest.raises(InputError, match="belum dipetakan: unit"):
        headed(tabel, pegawai, (), Peta(2, {"nip": 0, "nama": 1}))
    with pytest.raises(InputError, match="baris 9: pemetaan kolom tidak berlaku"):
        headed(tabel, pegawai, (), Peta(9, {"nip": 0, "nama": 1, "unit": 3}))


def test_a_single_row_that_is_passed_over_is_named_by_its_place(tmp_path: Path) -> None:
    text = f"nip;nama;unit\n{SARI};Sari Contoh;1\nJUMLAH;1;\n"
    (note,) = rencana(tmp_path, "pegawai", text).peringatan
    assert note.baris == 3
    assert note.kalimat().endswith(
        ", baris 3: dilewati karena bukan data (jumlah); periksa bila seharusnya dibaca"
    )


def test_the_row_that_comes_nearest_to_a_header_is_offered(tmp_path: Path) -> None:
    judul = best_header(table(tmp_path, "DAFTAR;;\n\nNIP;Orang;Gol\n1;2;3\n"), jenis_of("pegawai"))
    assert judul is not None
    assert (judul.mentah.baris, dict(judul.letak)) == (3, {"nip": 0, "golongan": 2})
    assert best_header(table(tmp_path, "a;b\n"), jenis_of("pegawai")) is None


def test_a_row_with_a_bare_nip_below_a_signature_is_refused_and_not_passed_over(
    tmp_path: Path,
) -> None:
    text = f"nip;nama;unit\n{SARI};Sari Contoh;1\nKepala Dinas;;\n199001012015011004;;\n"
    hasil = rencana(tmp_path, "pegawai", text)
    assert [satu.baris for satu in hasil.ditolak if satu.kolom == "nama"] == [3, 4]


@pytest.mark.parametrize("place", [1, 2, 98, 99, 100, 101, 199, 200, 201, 229])
@pytest.mark.parametrize("kind", ["judul", "jumlah", "kosong"])
def test_what_is_no_record_is_passed_over_wherever_it_stands_in_a_long_list(
    tmp_path: Path, place: int, kind: str
) -> None:
    judul = "tahun,nip,no,uraian"
    odd = {"judul": judul, "jumlah": "JUMLAH,,,", "kosong": '"","","",""'}[kind]
    rows = [f"2017,{SARI},{no},Surat" for no in range(1, 231)]
    rows.insert(place, odd)
    hasil = rencana(tmp_path, "kegiatan", "\n".join((judul, *rows, "")))
    assert (len(hasil.baru), hasil.ditolak) == (230, ())
    assert [baris.baris for baris in hasil.baru] == [
        line for line in range(2, 233) if line != place + 2
    ]
