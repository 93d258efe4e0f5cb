"""A year's regulation: seen, changed by keys with a reason, and never guessed."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from textual.screen import Screen

from skp_tui.services.office.configuring import create_period
from skp_tui.services.office.converting import convert
from skp_tui.services.signing.signing import lock
from skp_tui.ui.screens.office.regulation import RegulationScreen
from skp_tui.ui.screens.office.screen import OfficeScreen
from tests.ui.conftest import TAHUN, Open, Program

ALASAN = "formulirnya masih yang lama"
BARU = "PermenPANRB 6/2022"


def changed(sample: Path, folder: Path, *statements: str) -> None:
    """Put a copy of the sample, changed behind the program's back, where it will be opened."""
    path = folder / "skp.db"
    shutil.copy(sample, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def shows(program: Program, kind: type[Screen[None]]) -> bool:
    return isinstance(program.app.screen, kind)


def last_cause(program: Program) -> str:
    with program.sitting.reading() as connection:
        row = connection.execute("SELECT sebab FROM jejak ORDER BY seq DESC LIMIT 1").fetchone()
    return str(row[0])


async def test_a_year_is_converted_by_keys_and_the_reason_stands_in_the_trail(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "g")
        assert shows(program, RegulationScreen)
        assert "Sekarang PP 46/2011: 40 dari 41 dinilai." in program.screen_text()
        await program.type("perm")
        await program.press("enter")
        assert f"Menjadi {BARU}: 0 dari 41 dinilai" in program.screen_text()
        assert "Yang berlaku untuk 2017 PP 46/2011. Di komputer lain" in program.screen_text()
        assert "Tidak dipakai: 220 kegiatan, 28 tambahan, 41 perilaku." in program.screen_text()
        await program.press("ctrl+s")
        assert "isi dahulu" in program.screen_text()
        await program.type(ALASAN)
        await program.press("ctrl+s")
        assert shows(program, OfficeScreen)
        assert f"{BARU} !" in program.screen_text()
        assert "Peraturan tahun ini PP 46/2011" in program.screen_text()
        assert last_cause(program) == f"peraturan 2017: PP 46/2011 → {BARU}: {ALASAN}"
        await program.press("escape")
        assert "(bukan PP" in program.screen_text()
        assert program.stored().peraturan.nama == BARU
        await program.press("ctrl+z")
        assert program.stored().peraturan.nama == "PP 46/2011"
        assert program.stored().rekap.dinilai == 40
        assert "bukan" not in program.line("headline")


async def test_a_reason_that_is_too_long_is_refused_beside_the_reason(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "g")
        await program.type("perm")
        await program.press("enter")
        await program.type("x" * 121)
        await program.press("ctrl+s")
        screen = program.app.screen
        assert isinstance(screen, RegulationScreen)
        assert [nama for nama, row in screen.rows.items() if row.refused] == ["alasan"]
        assert "Alasan lebih dari 120 huruf. Ringkaslah." in program.screen_text()


async def test_going_back_to_what_governs_the_year_says_nothing_of_other_computers(
    open_program: Open,
) -> None:
    async with open_program() as program:
        program.write(lambda writer: convert(writer, TAHUN, "PERMENPANRB6", ALASAN))
        await program.press("o", "tab", "g")
        await program.type("pp 46")
        await program.press("enter")
        assert "Menjadi PP 46/2011: 40 dari 41 dinilai" in program.screen_text()
        assert "komputer lain" not in program.screen_text()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_sending_a_converted_year_says_what_whoever_gets_it_must_know(
    open_program: Open, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as program:
        await program.press("f6")
        assert "bukan PP 46/2011" not in program.screen_text()
        await program.press("escape")
        program.write(lambda writer: convert(writer, TAHUN, "PERMENPANRB6", ALASAN))
        await program.press("f6")
        shown = " ".join(program.screen_text().split())
        assert f"Tahun 2017 memakai {BARU}, bukan PP 46/2011. Tersimpan tetapi" in shown
        assert "tidak ikut ditulis: 220 kegiatan, 28 tambahan, 41 perilaku." in shown
        assert 'ditandai "sebagian"' in shown
        await program.press("p")
        shown = " ".join(program.screen_text().split())
        assert (
            "Di komputer lain datanya baru terbaca sesudah tahun itu diubah sama di sana" in shown
        )
        assert "41 perilaku." in shown


async def test_escape_converts_nothing_and_asks_when_a_reason_was_typed(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "g", "escape")
        assert shows(program, OfficeScreen)
        await program.press("g", "down")
        await program.type("sebab")
        await program.press("escape", "b")
        assert shows(program, OfficeScreen)
        assert program.stored().peraturan.nama == "PP 46/2011"


async def test_a_year_without_data_asks_for_no_reason(open_program: Open) -> None:
    async with open_program() as program:
        program.write(lambda writer: create_period(writer, 2018))
        await program.press("o", "tab", "home", "g")
        assert "belum berisi" not in program.screen_text()
        await program.type("pp 30")
        await program.press("enter")
        assert "belum berisi apa pun" in program.screen_text()
        await program.press("ctrl+s")
        assert last_cause(program) == "peraturan 2018: PP 46/2011 → PP 30/2019"


async def test_a_signed_year_says_why_it_stays(open_program: Open) -> None:
    async with open_program() as program:
        nip = program.nip_of("Sari")
        program.write(lambda writer: lock(writer, TAHUN, [nip], date(2018, 1, 19)))
        await program.press("o", "tab", "g")
        assert shows(program, OfficeScreen)
        assert any("Peraturan tahun 2017 beku" in toast for toast in program.toasts())


async def test_g_away_from_a_year_says_where_it_belongs(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "g")
        assert shows(program, OfficeScreen)
        assert any("Tab ke daftar Tahun" in toast for toast in program.toasts())


async def test_a_year_stored_before_its_regulation_was_known_says_so_and_is_kept(
    open_program: Open, sample_file: Path, tmp_path: Path
) -> None:
    changed(sample_file, tmp_path, "UPDATE periode SET tahun = 2025 WHERE tahun = 2017")
    async with open_program(today=date(2026, 1, 19)) as program:
        assert "2025 · PP 46/2011 (bukan PermenPANRB" in program.screen_text()
        assert program.stored(2025).rekap.dinilai > 0
        await program.press("t")
        assert "2025   PP 46/2011" in program.screen_text()
        await program.press("escape", "o", "tab")
        assert "PP 46/2011 !" in program.screen_text()
        await program.press("enter")
        assert "Tahun 2025 · PP 46/2011" in program.screen_text()
        assert "diubah dengan G" in program.screen_text()


async def test_a_year_of_a_newer_program_is_named_and_not_opened(
    open_program: Open, sample_file: Path, tmp_path: Path
) -> None:
    changed(sample_file, tmp_path, "INSERT INTO periode (tahun, peraturan) VALUES (2018, 'KELAK')")
    async with open_program() as program:
        assert "2017 · PP 46/2011" in program.screen_text()
        await program.press("t", "up")
        assert "2018   KELAK   perlu skp-tui yang lebih baru" in program.screen_text()
        await program.press("enter")
        assert any("memakai peraturan KELAK, yang belum dikenal" in one for one in program.toasts())
        assert program.unit.tahun == TAHUN
        await program.press("o", "tab", "home")
        assert "2018 │ KELAK" in program.screen_text()
        assert "KELAK belum dikenal program ini" in program.screen_text()
        await program.press("g")
        assert shows(program, OfficeScreen)
        await program.press("enter")
        assert "Tahun 2018 · KELAK" in program.line("headline")


async def test_with_no_year_that_is_known_the_program_opens_all_the_same(
    open_program: Open, sample_file: Path, tmp_path: Path
) -> None:
    changed(sample_file, tmp_path, "UPDATE periode SET peraturan = 'KELAK', tahun = 2018")
    async with open_program() as program:
        assert "2017 · PP 46/2011" in program.screen_text()
        assert program.unit.view is not None
