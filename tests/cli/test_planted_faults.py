"""500 people, 37 faults of 20 kinds: each is reported, 463 come in, mended the others follow."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.styles import Font

from tests.cli.calls import Desk, read_csv
from tests.cli.nominative import (
    ATAS,
    JUDUL,
    JUMLAH,
    PERTAMA,
    SALAH,
    UNITS,
    Daftar,
    bare_nip,
    daftar,
    write_csv,
)  # fmt: skip

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

CACAT = 37
DAFTAR = daftar()


def write_xlsx(path: Path, found: Daftar) -> None:
    """Write the list as an office keeps it: merged titles, real dates, numbers as numbers."""
    book = openpyxl.Workbook()
    sheet: Worksheet = book.active
    sheet.title = "Nominatif 2017"
    for row in found.rows():
        sheet.append([_cell(index, text) for index, text in enumerate(row)])
    for line in range(1, len(ATAS) + 1):
        sheet.merge_cells(start_row=line, end_row=line, start_column=1, end_column=len(JUDUL))
        sheet.cell(line, 1).font = Font(bold=True)
    sheet.freeze_panes = sheet.cell(PERTAMA, 3)
    destroyed = found.baris[next(n for n, one in found.cacat.items() if one.isi[15:] == "000")]
    sheet.cell(destroyed, 2).value = int(str(sheet.cell(destroyed, 2).value))
    book.create_sheet("Rekap").append(["Golongan", "Jumlah"])
    book.save(path)


def _cell(index: int, text: str) -> str | int | date | None:
    column = list(JUDUL)[index]
    if column == "tmt_golongan" and text[2:3] == "-" and text[:2] == "01":
        return date(int(text[6:]), int(text[3:5]), int(text[:2]))
    return int(text) if column == "no" and text.isdigit() else text or None


def right(line: dict[str, str]) -> dict[str, str]:
    """Return a refused row as whoever knows these people corrects it, by its number in the list."""
    n = int(line[JUDUL["no"]]) - 1
    cells = {JUDUL[kolom]: text for kolom, text in DAFTAR.orang[n].items()}
    wrong = next((one.kolom for m, one in DAFTAR.cacat.items() if m == n), "nip")
    return {**line, JUDUL[wrong]: cells[JUDUL[wrong]]}


def mend_csv(path: Path) -> int:
    """Correct each refused row of a CSV; returns how many there are."""
    rows = read_csv(path, ";")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(right(row) for row in rows)
    return len(rows)


def mend_xlsx(path: Path) -> int:
    """Correct each refused row of a workbook in its cells; returns how many there are."""
    book = openpyxl.load_workbook(path)
    sheet: Worksheet = book["Nominatif 2017"]
    header, *rows = sheet.iter_rows()
    names = [str(cell.value) for cell in header]
    for row in rows:
        assert all(cell.value is None or isinstance(cell.value, str) for cell in row)
        line = {name: str(cell.value or "") for name, cell in zip(names, row, strict=True)}
        for cell, text in zip(row, right(line).values(), strict=True):
            cell.value = text or None
    book.save(path)
    return len(rows)


Ways = tuple[str, Callable[[Path, Daftar], None], Callable[[Path], int]]
WAYS: tuple[Ways, ...] = (("csv", write_csv, mend_csv), ("xlsx", write_xlsx, mend_xlsx))


def test_the_list_holds_what_it_promises() -> None:
    kinds = len(SALAH) + 1
    assert (kinds, len(DAFTAR.cacat) + 2, len(DAFTAR.orang)) == (20, CACAT, JUMLAH)
    nips = {bare_nip(orang["nip"]) for orang in DAFTAR.orang}
    assert (len(nips), {len(nip) for nip in nips}) == (JUMLAH, {18})


@pytest.mark.parametrize(("ekstensi", "write", "mend"), WAYS, ids=[way[0] for way in WAYS])
def test_every_planted_fault_is_reported_and_the_mended_file_brings_the_rest(
    desk: Desk, ekstensi: str, write: Callable[[Path, Daftar], None], mend: Callable[[Path], int]
) -> None:
    desk.must("unit", *UNITS)
    path = desk.folder / f"nominatif.{ekstensi}"
    write(path, DAFTAR)
    done = desk.run("impor", "pegawai", path, "--json")
    expected = {(DAFTAR.baris[n], one.kolom): one for n, one in DAFTAR.cacat.items()}
    twice = {(DAFTAR.baris[n], "nama") for n in DAFTAR.kembar}
    found = {(one["baris"], one["kolom"]): one for one in done.json["ditolak"]}
    assert set(found) == set(expected) | twice
    assert len(done.json["ditolak"]) == CACAT
    for place, cacat in expected.items():
        assert cacat.kata in found[place]["pesan"], found[place]
        assert (found[place]["nilai"] or "") == cacat.isi
    for n, other in (DAFTAR.kembar, DAFTAR.kembar[::-1]):
        sentence = found[DAFTAR.baris[n], "nama"]["pesan"]
        assert f"baris {DAFTAR.baris[other]} yang kuncinya sama; sisakan satu" in sentence
    assert (done.status, done.json["baru"]) == (1, JUMLAH - CACAT)
    assert people(desk) == JUMLAH - CACAT
    refused = desk.folder / f"nominatif.ditolak.{ekstensi}"
    assert mend(refused) == CACAT
    rest = desk.run("impor", "pegawai", refused, "--json")
    assert (rest.status, rest.json["baru"], rest.json["ditolak"]) == (0, CACAT, [])
    assert people(desk) == JUMLAH
    again = desk.run("impor", "pegawai", refused, "--json")
    assert (again.status, again.json["sama"]) == (0, CACAT)
    assert desk.run("periksa").status == 0


def people(desk: Desk) -> int:
    """Return how many people the database holds."""
    return sum(line.startswith('INSERT INTO "pegawai"') for line in desk.stored())
