"""120 indicators with 12 planted faults: each is told, 108 come in, mended the others follow."""

import csv
from pathlib import Path

import openpyxl
import pytest

from skp_tui.exchange.kinds.kinds import JENIS
from tests.cli.calls import Desk, Row, read_csv
from tests.exchange.books import book_bytes

ORANG = [f"198001{nomor:02}2005011{nomor:03}" for nomor in range(1, 21)]
KOLOM = JENIS["indikator"].nama_kolom
SALAH: dict[int, tuple[str, str, str, str]] = {
    3: ("no_hasil", "9", "1", "hasil kerja nomor 9 belum ada"),
    11: ("aspek", "mutu", "kualitas", "kuantitas, kualitas"),
    17: ("target", "31.12.2025", "31-12-2025", "bukan angka"),
    25: ("target", "1.50.000", "150000", "bukan angka"),
    33: ("target", "-4", "4", "negatif"),
    41: ("realisasi", "1E+06", "1000000", "pangkat"),
    52: ("realisasi", "0,1234567", "0,12", "6 angka"),
    66: ("no", "1,5", "3", "bilangan bulat"),
    74: ("uraian", "", "Jumlah laporan", "wajib kosong"),
    88: ("nip", "196001011985031002", "", "belum ada di database"),
    101: ("bagian", "2", "", "bagian 2 tahun 2025 belum ada"),
    115: ("tahun", "2020", "2025", "tidak memakai indikator"),
}


def good(baris: int) -> dict[str, str]:
    """Return the indicator of a line of the file, the first one standing in line 2."""
    nomor = baris - 2
    return {
        "tahun": "2025", "nip": ORANG[nomor // 6], "no_hasil": str(nomor // 2 % 3 + 1),
        "no": str(nomor % 2 + 1), "uraian": f"Jumlah laporan {baris}", "aspek": "kuantitas",
        "target": "12,5", "satuan": "", "realisasi": "12" if nomor % 2 else "tepat waktu",
        "bukti": "", "umpan_balik": "", "bagian": "",
    }  # fmt: skip


def planted() -> list[dict[str, str]]:
    """Return the rows with their faults."""
    rows = [good(baris) for baris in range(2, 122)]
    for baris, (kolom, salah, _, _) in SALAH.items():
        rows[baris - 2][kolom] = salah
    return rows


@pytest.fixture
def planned(desk: Desk) -> Desk:
    """Return a desk with twenty people who have three results each."""
    desk.must("unit", {"kode": "1", "nama": "Badan"})
    desk.must("pegawai", *({"nip": nip, "nama": "Contoh", "unit": "1"} for nip in ORANG))
    results: list[Row] = [
        {"tahun": 2025, "nip": nip, "no": no, "uraian": "Hasil"}
        for nip in ORANG
        for no in (1, 2, 3)
    ]
    desk.must("hasil_kerja", *results)
    return desk


def write(path: Path, rows: list[dict[str, str]]) -> None:
    """Write rows as a CSV with semicolons, or as a workbook of text cells."""
    cells = [list(KOLOM), *([row[nama] for nama in KOLOM] for row in rows)]
    if path.suffix == ".xlsx":
        path.write_bytes(book_bytes("xlsx", cells))
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(cells)


def mend(path: Path) -> int:
    """Put right in the file of refused rows what its reasons name; return how many rows it has."""
    right = {baris: {kolom: baik} for baris, (kolom, _, baik, _) in SALAH.items()}
    right[88] = {"nip": good(88)["nip"]}
    order = [right[baris] for baris in SALAH]
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        names = [cell.value for cell in sheet[1]]
        for number, cells in enumerate(order, 2):
            for nama, text in cells.items():
                sheet.cell(number, names.index(nama) + 1).value = text or None
        book.save(path)
        return int(sheet.max_row) - 1
    rows = read_csv(path, ";")
    for row, cells in zip(rows, order, strict=True):
        row.update(cells)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


@pytest.mark.parametrize("ekstensi", ["csv", "xlsx"])
def test_every_planted_fault_is_told_once_and_the_rest_comes_in(
    planned: Desk, ekstensi: str
) -> None:
    path = planned.folder / f"indikator.{ekstensi}"
    write(path, planted())
    done = planned.run("impor", "indikator", path, "--json")
    found = {(one["baris"], one["kolom"]): one for one in done.json["ditolak"]}
    assert set(found) == {(baris, kolom) for baris, (kolom, *_) in SALAH.items()}
    for baris, (kolom, salah, _, kata) in SALAH.items():
        assert kata in found[baris, kolom]["pesan"]
        assert (found[baris, kolom]["nilai"] or "") == salah
    assert (done.status, done.json["baru"]) == (1, 120 - len(SALAH))
    refused = planned.folder / f"indikator.ditolak.{ekstensi}"
    assert mend(refused) == len(SALAH)
    rest = planned.run("impor", "indikator", refused, "--json")
    assert (rest.status, rest.json["baru"], rest.json["ditolak"]) == (0, len(SALAH), [])
    again = planned.run("impor", "indikator", refused, "--json")
    assert (again.status, again.json["sama"]) == (0, len(SALAH))
    assert planned.run("periksa").status == 0
    rows = read_csv(Path(planned.export("--profil", "data", tahun=2025).lines[-1]))
    assert len(rows) == 120
    assert {row["target"] for row in rows} == {"12.5", "31-12-2025", "150000", "4"}
