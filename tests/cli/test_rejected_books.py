"""A workbook with bad rows: the good ones come in, the mended ones come in alone."""

import csv
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.cli.calls import Desk
from tests.cli.office import BRAM, DEWI, LUAR, SARI
from tests.exchange.office_books import FORMATS, Lembar, Sel, cells_of, office_book

FOUR = ("csv", *FORMATS)
DAMAGED = "1,96704E+17"
DAFTAR: list[list[Sel]] = [
    ["NIP Baru", "Nama", "OPD", "Gol/Ruang", "tmt_golongan"],
    [SARI, "Sari Contoh, S.Sos.", "1", "IV/a", "2015-04-01"],
    [DAMAGED, "Dewi Contoh", "1", "II/c", "2016-10-01"],
    [BRAM, "Bram Contoh", "9", "III e", ""],
]


def put(desk: Desk, bentuk: str, rows: list[list[Sel]], nama: str = "pegawai") -> Path:
    """Write a list of people in one of the four formats."""
    if bentuk != "csv":
        return desk.file(f"{nama}.{bentuk}", office_book(bentuk, {"Daftar": rows}))
    path = desk.folder / f"{nama}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


def rows_of(path: Path) -> list[list[str]]:
    """Return the cells of a file with refused rows, all of them texts."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file, delimiter=";"))
    (rows,) = cells_of(path).values()
    assert all(isinstance(sel, str) for row in rows for sel in row)
    return [[str(sel) for sel in row] for row in rows]


def mended(desk: Desk, path: Path, texts: Mapping[str, str]) -> Path:
    """Replace texts in the cells of a file, as its owner does."""
    rows: list[list[Sel]] = [[texts.get(sel, sel) for sel in row] for row in rows_of(path)]
    return put(desk, path.suffix[1:], rows, path.stem)


@pytest.fixture
def ready(desk: Desk) -> Desk:
    """Return a desk with one unit."""
    desk.must("unit", {"kode": "1", "nama": "Badan Contoh"})
    return desk


@pytest.mark.parametrize("bentuk", FOUR)
def test_good_rows_come_in_and_the_mended_file_brings_the_rest(ready: Desk, bentuk: str) -> None:
    done = ready.run("impor", "pegawai", put(ready, bentuk, DAFTAR), "--json")
    assert (done.status, done.json["baru"]) == (1, 1)
    assert {one["baris"] for one in done.json["ditolak"]} == {3, 4}
    refused = ready.folder / f"pegawai.ditolak.{bentuk}"
    assert rows_of(refused)[1][:3] == [DAMAGED, "Dewi Contoh", "1"]
    again = mended(ready, refused, {DAMAGED: DEWI, "9": "1", "III e": "III/d"})
    done = ready.run("impor", "pegawai", again, "--json")
    assert (done.status, done.json["baru"], done.json["peringatan"]) == (0, 2, [])
    done = ready.run("impor", "pegawai", again, "--json")
    assert (done.status, done.json["sama"]) == (0, 2)


@pytest.mark.parametrize("bentuk", FOUR)
def test_an_unmended_file_is_refused_as_it_was(ready: Desk, bentuk: str) -> None:
    first = ready.run("impor", "pegawai", put(ready, bentuk, DAFTAR), "--json").json["ditolak"]
    refused = ready.folder / f"pegawai.ditolak.{bentuk}"
    done = ready.run("impor", "pegawai", refused, "--json")
    assert done.status == 2
    same = ("kolom", "nilai", "pesan")
    assert [[one[name] for name in same] for one in done.json["ditolak"]] == [
        [one[name] for name in same] for one in first
    ]
    again = rows_of(ready.folder / f"pegawai.ditolak.ditolak.{bentuk}")
    assert again == rows_of(refused)


def test_a_nip_typed_into_the_refused_xlsx_stays_a_text(ready: Desk) -> None:
    ready.run("impor", "pegawai", put(ready, "xlsx", DAFTAR))
    path = ready.folder / "pegawai.ditolak.xlsx"
    book = openpyxl.load_workbook(path)
    assert book.active["A2"].number_format == "@"
    book.active["A2"].value = DEWI
    book.save(path)
    assert ready.run("impor", "pegawai", path, "--json").json["baru"] == 1


SORTS: Lembar = {
    "Daftar": [
        ["tahun", "nip", "no", "uraian", "target_kuantitas", "satuan", "target_kualitas"],
        [2017, BRAM, 1, Decimal("12.5"), Decimal("1200.5"), date(2017, 3, 1), 101],
    ]
}


@pytest.mark.parametrize("bentuk", FORMATS)
def test_numbers_and_dates_of_refused_rows_mean_the_same_as_texts(
    office: Desk, bentuk: str
) -> None:
    office.file(f"asal.{bentuk}", office_book(bentuk, SORTS))
    office.run("impor", "kegiatan", office.folder / f"asal.{bentuk}")
    good = [list(row) for row in SORTS["Daftar"]]
    good[1][6] = 100
    office.file(f"baik.{bentuk}", office_book(bentuk, {"Daftar": good}))
    office.run("impor", "kegiatan", office.folder / f"baik.{bentuk}")
    refused = mended(office, office.folder / f"asal.ditolak.{bentuk}", {"101": "100"})
    done = office.run("impor", "kegiatan", refused, "--json")
    assert (done.status, done.json["sama"]) == (0, 1), done.said


@pytest.mark.parametrize("bentuk", FORMATS)
def test_a_unit_code_kept_as_a_number_is_the_same_code_afterwards(
    office: Desk, bentuk: str
) -> None:
    rows: Lembar = {"Daftar": [["nip", "nama", "unit"], [LUAR[:-1], "Luar", Decimal("1.1")]]}
    office.file(f"asal.{bentuk}", office_book(bentuk, rows))
    assert office.run("impor", "pegawai", office.folder / f"asal.{bentuk}").status == 2
    path = office.folder / f"asal.ditolak.{bentuk}"
    assert rows_of(path)[1][2] == "1.1"
    done = office.run("impor", "pegawai", mended(office, path, {LUAR[:-1]: LUAR}), "--json")
    assert (done.status, done.json["baru"]) == (0, 1), done.said


GROUPED: list[list[Sel]] = [
    ["Tahun", "NIP", "No", "Kegiatan", "", "Target", "", "", ""],
    ["", "", "", "Uraian", "Satuan", "Kuantitas", "Kualitas", "Waktu", ""],
    [2017, BRAM, 7, "Menyusun laporan", "laporan", 12, 101, 6, "catatan di kanan"],
]


@pytest.mark.parametrize("bentuk", FOUR)
def test_a_header_in_groups_brings_its_targets_and_its_refused_rows_come_in_alone(
    office: Desk, bentuk: str
) -> None:
    wide = bentuk != "csv"  # a text has as many cells in each row, else the row is refused for that
    rows = [row if wide else row[:-1] for row in GROUPED]
    done = office.run("impor", "kegiatan", put(office, bentuk, rows, "skp"), "--json")
    assert (done.status, [one["kolom"] for one in done.json["ditolak"]]) == (2, ["target_kualitas"])
    refused = office.folder / f"skp.ditolak.{bentuk}"
    assert ("catatan di kanan" in rows_of(refused)[1]) is wide
    good = mended(office, refused, {"101": "100"})
    done = office.run("impor", "kegiatan", good, "--json")
    assert (done.status, done.json["baru"]) == (0, 1), done.said
    stored = office.run("nilai", "--tahun", 2017, "--nip", BRAM, "--json").json
    assert stored["bagian"][0]["kegiatan"][-1]["no"] == 7
    assert any("realisasi" in lack for lack in map(str, stored["kurang"])), stored["kurang"]
