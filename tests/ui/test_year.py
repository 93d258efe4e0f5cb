"""A whole year of one person, from key to export: agreed, locked, objected to, opened again."""

import csv
from datetime import date
from pathlib import Path

import pytest

from skp_tui.domain.objection import Tahap
from skp_tui.services.keeping import checking
from skp_tui.services.signing.lembar import LembarPenilaian, read_lembar
from skp_tui.storage.trail import trail
from skp_tui.ui.screens.signing.sheet import SheetScreen
from tests.ui.conftest import TAHUN, Open, Program

NAME = "Sari Contoh"
PERILAKU = "disiplin"


pytestmark = pytest.mark.usefixtures("in_tmp_path")


async def send(program: Program, folder: str) -> dict[str, str]:
    """Send the unit by keys and return the person's row of the file for BKD."""
    await program.press("f6", "t", "ctrl+u")
    await program.type(folder)
    await program.press("enter", "f6", "y", "escape", "escape")
    [file] = Path(folder).glob("skp-*.csv")
    with file.open(encoding="utf-8", newline="") as rows:
        return next(row for row in csv.DictReader(rows) if row["nama"].startswith(NAME))


def sheet(program: Program) -> LembarPenilaian:
    with program.sitting.reading() as connection:
        return read_lembar(connection, TAHUN, program.nip_of(NAME))


def told(program: Program) -> list[str]:
    with program.sitting.reading() as connection:
        return [step.sebab for step in trail.steps(connection)]


async def day(program: Program, text: str) -> None:
    await program.type(text)
    await program.press("enter")


async def stage(program: Program, isi: str, text: str) -> None:
    await program.type(isi)
    await program.press("enter")
    await program.type(text)
    await program.press("ctrl+s")


async def test_a_year_from_agreement_to_the_value_that_a_decision_changed(
    open_program: Open,
) -> None:
    async with open_program(size=(120, 40), today=date(2018, 2, 28)) as program:
        await program.press("slash")
        await program.type("sari")
        await program.press("down", "escape", "l")
        assert isinstance(program.app.screen, SheetScreen)
        await program.press("s")
        await day(program, "12-01-2017")
        await program.press("k")
        await day(program, "10-01-2018")
        assert checking.check_database(program.sitting.path) == []
        await program.press("escape")
        before = await send(program, "awal")
        assert before["nilai_prestasi_kerja"] == "87.60"

        await program.press("l", "o")
        await stage(program, "Disiplin saya 100", "20-01-2018")
        await program.press("o", "enter")
        await stage(program, "Benar, rekap absen keliru", "01-02-2018")
        await program.press("o", "enter")
        await stage(program, "Disiplin menjadi 100", "20-02-2018")
        assert "Keputusan mengubah nilai?" in program.screen_text()
        await program.press("y", "enter")
        assert "Dibuka lagi" in program.screen_text()
        assert "keputusan keberatan 20 Februari 2018" in program.screen_text()

        await program.press("escape", "enter")
        perilaku = program.isi.sheet("perilaku")
        program.isi.focus_on(perilaku)
        perilaku.move_to(perilaku.rows[0].key, PERILAKU)
        await program.type("100")
        await program.press("enter", "ctrl+l", "k")
        await day(program, "28-02-2018")
        await program.press("o", "enter")
        await stage(program, "Rekap absen diperiksa dua orang", "28-02-2018")
        await program.press("escape", "escape")
        after = await send(program, "akhir")

        # perilaku (91 + 90 + 90 + 100 + 91 + 89) / 6 = 91,83; 60 % × 86 + 40 % × 91,83 = 88,33
        assert (after["disiplin"], after["nilai_prestasi_kerja"]) == ("100", "88.33")
        found = sheet(program)
        assert found.orang.penilaian.dikunci == date(2018, 2, 28)
        assert [satu.tahap for satu in found.tenggat if satu.tertulis] == list(Tahap)
        # still against the result of 10 January
        assert found.tenggat[0].batas == date(2018, 1, 24)
        reason = "buka kembali Sari Contoh, S.Sos. 2017: keputusan keberatan 20 Februari 2018"
        assert told(program).count(reason) == 1
        assert "kunci Sari Contoh, S.Sos. 2017: 28 Februari 2018" in told(program)
    assert checking.check_database(program.sitting.path) == []
