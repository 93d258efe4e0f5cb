"""Headers in two rows whose upper one has a group called like a required column."""

from pathlib import Path

import pytest

from skp_tui.exchange.columns.headers import best_header
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.model import Rencana
from skp_tui.exchange.plan.plan import plan
from skp_tui.exchange.reading.table_model import Tabel
from skp_tui.exchange.reading.tables import read_tables
from tests.exchange.samples import SARI, STOK, faults, rencana, table
from tests.exchange.sheets import WRITERS, Cell, Merged, Rows

EVERY = pytest.mark.parametrize("akhiran", [*WRITERS, "csv"])
WAYAN = "198804102010031005"

ATAS: list[Cell] = ["Tahun", "NIP", "No", "Kegiatan", None, "Target", None, None]
BAWAH: list[Cell] = [None, None, None, "Uraian", "Satuan", "Kuantitas", "Kualitas", "Waktu"]
ISI: list[Cell] = [2017, SARI, 1, "Menyusun laporan", "laporan", 12, 100, 6]
DOWN: Merged = [(0, index, 1, index) for index in range(3)]
ACROSS: Merged = [(0, 3, 0, 4), (0, 5, 0, 7)]
WANTED = {
    "uraian": "Menyusun laporan",
    "satuan": "laporan",
    "target_kuantitas": "12",
    "target_kualitas": "100",
    "target_waktu": "6",
}


def written(folder: Path, akhiran: str, rows: Rows, merged: Merged) -> Tabel:
    if akhiran == "csv":
        lines = (";".join("" if cell is None else str(cell) for cell in row) for row in rows)
        return table(folder, "\n".join(lines))
    (tabel,) = read_tables(WRITERS[akhiran](folder / f"skp.{akhiran}", {"SKP": rows}, merged))
    return tabel


def planned(folder: Path, akhiran: str, rows: Rows, merged: Merged) -> Rencana:
    return plan(jenis_of("kegiatan"), [written(folder, akhiran, rows, merged)], STOK)


def is_read_whole(hasil: Rencana) -> bool:
    (baris,) = hasil.baru
    read = {nama: baris.rekaman[nama] for nama in WANTED}
    return (read, hasil.ditolak, hasil.peringatan) == (WANTED, (), ())


@EVERY
def test_a_group_called_like_a_required_column_hides_no_target(
    tmp_path: Path, akhiran: str
) -> None:
    assert is_read_whole(planned(tmp_path, akhiran, [ATAS, BAWAH, ISI], [*DOWN, *ACROSS]))


@EVERY
def test_the_required_column_may_stand_further_right_in_its_group(
    tmp_path: Path, akhiran: str
) -> None:
    turned: Rows = [
        ATAS,
        [*BAWAH[:3], BAWAH[4], BAWAH[3], *BAWAH[5:]],
        [*ISI[:3], ISI[4], ISI[3], *ISI[5:]],
    ]
    assert is_read_whole(planned(tmp_path, akhiran, turned, [*DOWN, *ACROSS]))


@EVERY
def test_where_nothing_below_says_the_same_the_first_of_the_group_is_meant(
    tmp_path: Path, akhiran: str
) -> None:
    named: Rows = [ATAS, [*BAWAH[:3], "Nama", *BAWAH[4:]], ISI]
    assert is_read_whole(planned(tmp_path, akhiran, named, [*DOWN, *ACROSS]))


@EVERY
def test_a_running_number_of_the_group_takes_no_required_place(
    tmp_path: Path, akhiran: str
) -> None:
    rows: Rows = [
        ["Tahun", "NIP", "Kegiatan", None, None, "Target", None, None],
        [None, None, "No", "Uraian", "Satuan", "Kuantitas", "Kualitas", "Waktu"],
        ISI,
    ]
    merged: Merged = [*DOWN[:2], (0, 2, 0, 4), (0, 5, 0, 7)]
    assert is_read_whole(planned(tmp_path, akhiran, rows, merged))


@EVERY
def test_a_screen_is_offered_the_header_with_its_groups(tmp_path: Path, akhiran: str) -> None:
    tabel = written(tmp_path, akhiran, [ATAS, BAWAH, ISI], [*DOWN, *ACROSS])
    judul = best_header(tabel, jenis_of("kegiatan"))
    assert judul is not None
    assert (judul.mentah.baris, judul.letak["uraian"], judul.letak["target_waktu"]) == (2, 3, 7)


@pytest.mark.parametrize(
    "pertama",
    [
        "SEK;Sekretariat;x;induk", "SEK;nama;;induk", ";Sekretariat;;induk", "1;kode;x;induk",
        "'1;nama;x;induk", "SEK;;x;induk",
    ],
)  # fmt: skip
def test_a_first_record_with_words_of_a_header_stays_a_record(tmp_path: Path, pertama: str) -> None:
    hasil = rencana(tmp_path, "unit", f"kode;nama;;ket\n{pertama}\n9;Bidang;;\n")
    assert 2 in [baris for baris, _ in faults(hasil)] + [satu.baris for satu in hasil.baru]
    assert [satu.baris for satu in hasil.baru][-1] == 3


def test_a_first_record_below_a_group_is_known_by_its_figures(tmp_path: Path) -> None:
    text = f"nip;nama;unit;;ket\n{WAYAN};nama;1.1;;jabatan\n"
    hasil = rencana(tmp_path, "pegawai", text)
    assert [(satu.baris, satu.rekaman["jabatan"]) for satu in hasil.baru] == [(2, None)]
