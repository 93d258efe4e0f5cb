"""Broken files as they come in, each with the row, the column and the words of its refusal."""

from pathlib import Path

import pytest

from skp_tui.errors import InputError
from skp_tui.exchange.kinds import jenis_of
from skp_tui.exchange.plan import plan
from skp_tui.exchange.plan_model import Rencana
from skp_tui.exchange.tables import read_csv_table
from tests.exchange.samples import STOK

FOLDER = Path(__file__).parent

# file, kind, accepted rows, then (line, column, words) for every fault, in order
ROWS: list[tuple[str, str, int, list[tuple[int, str | None, str]]]] = [
    (
        *("excel-merusak-nip.csv", "pegawai", 0),
        [
            (4, "nip", "dirusak Excel, yang hanya menyimpan 15 angka"),
            (5, "nip", "berakhir 000"),
            (6, "nip", "bulan pengangkatan dalam NIP tidak ada: 21"),
            (7, "unit", "unit ini belum ada"),
        ],
    ),
    (
        *("golongan-dan-tanggal.csv", "pegawai", 0),
        [
            (2, "golongan", "maksudnya III/d?"),
            (3, "tmt_golongan", "tidak ada di kalender"),
            (3, "eselon", "tulis salah satu: I.a"),
            (4, "unit", "milik beberapa unit (1.2.1, 1.3)"),
        ],
    ),
    (
        *("angka-dua-makna.csv", "kegiatan", 1),
        [
            (2, "target_kuantitas", "dapat dibaca 1500 atau 1.500"),
            (3, "target_kualitas", "paling tinggi 100"),
            (3, "target_waktu", "harus lebih dari 0"),
            (4, "target_kuantitas", "ditulis dengan pangkat"),
            (4, "target_waktu", "bukan angka"),
            (4, "target_biaya", "harus lebih dari 0"),
        ],
    ),
    (
        *("galat-rumus.csv", "kegiatan", 1),
        [
            (3, "no", "kolom kunci kosong"),
            (4, "uraian", "kolom wajib kosong"),
            (5, "realisasi_kuantitas", "tanpa target"),
        ],
    ),
    (*("kutip-menelan-baris.csv", "kegiatan", 1), [(2, None, "kutipnya tidak ditutup")]),
    (*("sel-berlebih.csv", "kegiatan", 1), [(2, None, "berisi 5 sel, judulnya 4")]),
    (
        *("kembar-berbeda.csv", "perilaku", 1),
        [(2, "disiplin", "berbeda dari baris 4"), (4, "disiplin", "berbeda dari baris 2")],
    ),
    (
        *("realisasi-tanpa-target.csv", "kegiatan", 1),
        [
            (3, "realisasi_kualitas", "tanpa target"),
            (3, "realisasi_waktu", "tanpa target"),
            (4, "realisasi_waktu", "tidak boleh negatif"),
        ],
    ),
    (
        *("orang-dan-tahun.csv", "perilaku", 0),
        [
            (2, "tahun", "dimulai tahun 2014"),
            (3, "tahun", "PP 30/2019, yang belum tersedia"),
            (4, "nip", "PPPK"),
            (5, "nip", "tidak aktif pada tahun 2017 (aktif 2018-01-01"),
            (6, "nip", "belum ada di database"),
            (7, "tahun", "empat angka"),
            (8, "disiplin", "antara 0 dan 100"),
        ],
    ),
    (
        *("lingkaran-induk.csv", "unit", 1),
        [
            (2, "induk", "lingkaran induk (7 → 9 → 8 → 7)"),
            (3, "induk", "lingkaran induk"),
            (4, "induk", "lingkaran induk"),
            (5, "induk", "bergantung pada baris 4"),
            (6, "induk", "unit induk ini belum ada"),
        ],
    ),
    (
        *("tanda-gelap.csv", "unit", 1),
        [(3, "kode", "kolom kunci kosong"), (4, "kode", "tidak dapat dikosongkan")],
    ),
    (*("utf16-windows.csv", "unit", 1), [(3, "induk", "belum ada")]),
    (*("windows-1252.csv", "unit", 1), [(3, "induk", "belum ada")]),
    (
        *("nilai-luar.csv", "nilai_luar", 1),
        [
            (2, "nilai", "nilai akademik antara 0 dan 100"),
            (3, "nilai", "tidak boleh negatif"),
            (3, "ide_baru", "hanya untuk nilai akhir tahun 2021"),
            (3, "bagian", "bagian 2 tahun 2017 belum ada"),
            (4, "jenis", "hanya untuk tahun 2021"),
            (5, "sumber", "kolom wajib kosong"),
            (5, "bagian", "berlaku untuk setahun"),
        ],
    ),
    (
        *("pengecualian.csv", "pengecualian", 0),
        [
            (2, "alasan", "tulis salah satu: pensiun"),
            (3, "tanggal", "kolom wajib kosong"),
            (4, "nip", "tidak aktif"),
        ],
    ),
]

FILES: list[tuple[str, str, str]] = [
    ("kutip-terbuka.csv", "kegiatan", "baris 3: tanda kutip"),
    ("tanpa-judul.csv", "kegiatan", "tidak ada: tahun, nip, no, uraian"),
    ("judul-kembar.csv", "kegiatan", "dua kolom yang sama artinya: uraian"),
    ("sebenarnya-buku-kerja.csv", "unit", "melainkan buku kerja"),
    ("sebenarnya-pdf.csv", "unit", "melainkan PDF"),
    ("biner.csv", "unit", "biner atau rusak"),
    ("kosong.csv", "unit", "kosong"),
]


def planned(file: str, jenis: str) -> Rencana:
    return plan(jenis_of(jenis), [read_csv_table(FOLDER / file)], STOK)


@pytest.mark.parametrize(("file", "jenis", "good", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_each_fault_names_its_row_its_column_and_what_to_do(
    file: str, jenis: str, good: int, expected: list[tuple[int, str | None, str]]
) -> None:
    hasil = planned(file, jenis)
    found = [(problem.baris, problem.kolom) for problem in hasil.ditolak]
    assert found == [(baris, kolom) for baris, kolom, _ in expected]
    for problem, (_, _, kata) in zip(hasil.ditolak, expected, strict=True):
        assert kata in problem.pesan
        assert problem.berkas == file
    assert len(hasil.baru) == good


@pytest.mark.parametrize(("file", "jenis", "kata"), FILES, ids=[row[0] for row in FILES])
def test_a_file_that_cannot_be_read_is_refused_whole(file: str, jenis: str, kata: str) -> None:
    with pytest.raises(InputError) as caught:
        planned(file, jenis)
    assert kata in caught.value.pesan
    assert file in caught.value.pesan
    assert caught.value.saran


def test_every_broken_file_is_in_a_table() -> None:
    named = {row[0] for row in ROWS} | {row[0] for row in FILES}
    assert named == {path.name for path in FOLDER.glob("*.csv")}


def test_no_message_carries_a_control_sign() -> None:
    for file, jenis, *_ in ROWS:
        hasil = planned(file, jenis)
        for problem in (*hasil.ditolak, *hasil.peringatan):
            assert problem.kalimat().isprintable()
