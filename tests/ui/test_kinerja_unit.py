"""A unit of twelve people in 2025 from plans to export, by keys alone (regulations C, D)."""

import csv
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from skp_tui.domain.kinerja import (
    CapaianOrganisasi,
    Ekspektasi,
    HasilKerja,
    Indikator,
    NilaiBerakhlak,
)
from tests.ui.conftest import Open, Program
from tests.ui.office_2025 import PEOPLE, TAHUN, keys, kinerja, person
from tests.ui.test_send import send_screen

RATINGS = ("11", "22", "22", "12", "23", "31", "22", "22", "11", "", "22", "33")
"""Hasil kerja and perilaku kerja of each, one of whom is not rated at first."""
MISSING = RATINGS.index("")
SIDE_BY_SIDE = 9
"""From here on people are rated side by side, those before on their own page."""
PREDIKAT = {
    "11": "Sangat Baik", "12": "Baik", "22": "Baik", "23": "Kurang",
    "31": "Butuh Perbaikan", "33": "Sangat Kurang",
}  # fmt: skip
WORDS = {"1": "di_atas", "2": "sesuai", "3": "di_bawah"}


def typed(place: int, rating: str) -> Iterator[str]:
    """Yield the keys for the whole SKP of one person, who is shown with nothing entered."""
    yield from ("ctrl+n", f'"Layanan bidang {place} tertata', "enter")
    yield from (f'"Berkas selesai bidang {place}', "enter", f'"{100 + place} berkas', "enter")
    yield from (f'"{98 + place}', "enter", f'"Buku register {place}', "enter")
    yield from ('"Pertahankan', "enter")
    yield from ("ctrl+n", "enter", '"Waktu layanan', "tab", '"waktu', "tab")
    yield from ('"5 hari', "tab", '"4', "enter", "ctrl+end", "down")
    yield from rating
    if rating:
        yield from ("tab", f'"Ramah kepada tamu {place}', "tab", '"Sudah baik', "enter")


async def enter_all(program: Program) -> None:
    """Enter twelve people, going from one to the next by F4; the last ones without ratings."""
    await keys(program, "enter")
    for place, rating in enumerate(RATINGS, 1):
        await keys(program, *typed(place, rating if place < SIDE_BY_SIDE else ""))
        if place < len(RATINGS):
            await keys(program, "f4")
    await keys(program, "escape")


async def rate_side_by_side(program: Program) -> None:
    """Rate the last ones in one grid, a column at a time, past the one who is left out."""
    rated = RATINGS[SIDE_BY_SIDE - 1 :]
    # the list's cursor stands on the last one, and rating begins where it stands
    await keys(program, *["up"] * (len(rated) - 1), "r")
    for column in (0, 1):
        await keys(program, *(rating[column : column + 1] or "down" for rating in rated))
    await keys(program, "escape")


async def test_twelve_people_are_entered_counted_undone_found_and_exported_by_keys_alone(
    open_2025: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_2025() as program:
        await enter_all(program)
        assert program.at(program.unit)
        assert "Dinilai 8 dari 12" in program.screen_text()
        await rate_side_by_side(program)
        assert program.at(program.unit)
        check_stored(program)
        text = program.screen_text()
        assert "Dinilai 11 dari 12" in text
        assert "66,67 % dari wajib dinilai" in text
        assert "72,73 % dari yang dinilai" in text
        assert "Sangat Baik 2" in text

        # undo takes the last rating back, and the percentages follow
        await keys(program, "ctrl+z")
        assert "Dinilai 10 dari 12" in program.screen_text()
        assert person(program, 11).hasil.sebutan is None
        await keys(program, "ctrl+y")
        assert "Dinilai 11 dari 12" in program.screen_text()

        # how well the unit did is chosen by one key; off its pattern it is warned, else not
        await keys(program, "b", "1", "escape")
        assert program.stored(TAHUN).capaian is CapaianOrganisasi.ISTIMEWA
        assert "! Di luar pola Istimewa (B)" in program.screen_text()
        await keys(program, "b", "2", "escape")
        assert program.stored(TAHUN).capaian is CapaianOrganisasi.BAIK
        assert "Di luar pola" not in program.screen_text()

        # who is missing is found by one key, and typing goes on in the very cell
        await keys(program, "1")
        assert "1 dari 12" in program.screen_text()
        await keys(program, "enter")
        assert kinerja(program).desk.nip == PEOPLE[MISSING][0]
        assert kinerja(program).sheet("evaluasi").cursor_column == "hasil_kerja"
        await keys(program, "2", "2", "escape", "escape")
        text = program.screen_text()
        assert "Dinilai 12 dari 12" in text
        assert "75,00 % dari wajib dinilai" in text

        await keys(program, "f6", "t", "ctrl+u", f'"{tmp_path / "kirim"}', "enter")
        assert program.at(send_screen(program))
        assert "12 lengkap   0 belum lengkap" in program.screen_text()
        await keys(program, "f6", "y")
    check_export(tmp_path / "kirim")


def check_stored(program: Program) -> None:
    """Compare what the database holds of everybody with what was typed."""
    view = program.stored(TAHUN)
    assert [satu.nip for satu in view.orang] == [nip for nip, _ in PEOPLE]
    for place, (orang, rating) in enumerate(zip(view.orang, RATINGS, strict=True), 1):
        (hasil,) = orang.penilaian.bagian[0].hasil_kerja
        assert hasil == HasilKerja(
            1,
            f"Layanan bidang {place} tertata",
            indikator=(
                Indikator(
                    1,
                    f"Berkas selesai bidang {place}",
                    "kuantitas",
                    Decimal(100 + place),
                    "berkas",
                    Decimal(98 + place),
                    f"Buku register {place}",
                    "Pertahankan",
                ),
                Indikator(2, "Waktu layanan", "waktu", Decimal(5), "hari", Decimal(4)),
            ),
        )
        assert orang.hasil.sebutan == PREDIKAT.get(rating)
        if rating and place < SIDE_BY_SIDE:
            assert orang.penilaian.ekspektasi == (
                Ekspektasi(
                    NilaiBerakhlak.BERORIENTASI_PELAYANAN,
                    f"Ramah kepada tamu {place}",
                    "Sudah baik",
                ),
            )


def check_export(folder: Path) -> None:
    """Read the sent files as BKD does: everybody with his predikat, and the same counts."""
    with (folder / "skp-1-2025.csv").open(encoding="utf-8-sig", newline="") as file:
        sent = {row["nip"]: row for row in csv.DictReader(file)}
    final = {nip: rating or "22" for (nip, _), rating in zip(PEOPLE, RATINGS, strict=True)}
    assert {nip: row["sebutan"] for nip, row in sent.items()} == {
        nip: PREDIKAT[rating] for nip, rating in final.items()
    }
    assert {nip: (row["hasil_kerja"], row["perilaku_kerja"]) for nip, row in sent.items()} == {
        nip: (WORDS[rating[0]], WORDS[rating[1]]) for nip, rating in final.items()
    }
    assert {row["peraturan"] for row in sent.values()} == {"PERMENPANRB6"}
    package = json.loads((folder / "skp-1-2025.datapackage.json").read_text(encoding="utf-8"))
    assert package["skp"]["sebagian"] is False
    rekap = package["skp"]["rekap"]
    assert (rekap["dinilai"], rekap["belum_dinilai"], rekap["minimal_baik"]) == (12, 0, 9)
    assert rekap["sebaran"] == {
        "Sangat Baik": 2, "Baik": 7, "Butuh Perbaikan": 1, "Kurang": 1, "Sangat Kurang": 1,
    }  # fmt: skip
    assert (rekap["realisasi"], rekap["target"], rekap["capaian"]) == ("75.00", "92.00", "81.52")
