"""From 2022 on whatever names what is missing leads to the rating that is missing."""

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from skp_tui.domain.appraisal import Evaluasi
from skp_tui.ui.screens.cells.kinerja_kinds import EVALUASI
from skp_tui.ui.screens.entry.kinerja import KinerjaScreen
from tests.ui.conftest import Open, Program
from tests.ui.office_2025 import PEOPLE, TODAY, fill_office
from tests.ui.rated import ATAS, BAWAH, SESUAI, TAHUN, open_2025, store, view

if TYPE_CHECKING:
    from skp_tui.services.base.views import Orang

BOTH = Evaluasi(hasil_kerja=SESUAI, perilaku_kerja=SESUAI)
LACKING = Evaluasi(hasil_kerja=SESUAI)


pytestmark = pytest.mark.usefixtures("in_tmp_path")


def place(program: Program) -> tuple[str, str]:
    """Return whose rating the cursor is on, and which one."""
    screen = program.app.screen
    assert isinstance(screen, KinerjaScreen)
    sheet = screen.sheet(EVALUASI)
    assert sheet.has_focus
    return screen.orang.nama, sheet.cursor_column or ""


async def all_but(program: Program, nama: str, given: Evaluasi) -> None:
    """Rate everybody of 2025 the same, and one person differently."""
    await open_2025(program)
    assert program.unit.view is not None
    people: tuple[Orang, ...] = program.unit.view.orang
    await store(program, **{satu.nama: given if satu.nama == nama else BOTH for satu in people})


async def test_kirim_leads_to_the_missing_rating_and_one_key_fills_it(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await all_but(program, "Bram Contoh", LACKING)
        await program.press("f6")
        assert "evaluasi perilaku kerja" in program.screen_text()
        await program.press("enter")
        assert place(program) == ("Bram Contoh", "perilaku_kerja")
        await program.press("2", "escape")
        assert "Semua yang wajib dinilai sudah lengkap" in program.screen_text()
        assert all(
            satu.hasil.sebutan == "Baik" for satu in view(program).orang if satu.hasil.sebutan
        )
        assert view(program).rekap.belum_dinilai == 0


@pytest.mark.parametrize(
    ("key", "given", "column"),
    [
        ("1", LACKING, "perilaku_kerja"),
        ("1", Evaluasi(perilaku_kerja=ATAS), "hasil_kerja"),
        ("4", Evaluasi(), "perilaku_kerja"),
        ("2", Evaluasi(hasil_kerja=SESUAI, perilaku_kerja=BAWAH), "perilaku_kerja"),
        ("2", Evaluasi(hasil_kerja=BAWAH, perilaku_kerja=BAWAH), "hasil_kerja"),
    ],
)
async def test_a_filter_leads_to_what_it_shows_somebody_for(
    open_program: Open, key: str, given: Evaluasi, column: str
) -> None:
    async with open_program() as program:
        await all_but(program, "Bram Contoh", given)
        await program.press(key)
        assert [row.cells[1] for row in program.unit.people.rows] == ["Bram Contoh"]
        await program.press("enter")
        assert place(program) == ("Bram Contoh", column)


async def test_the_ratings_of_all_are_what_the_package_holds(
    open_program: Open, tmp_path: Path
) -> None:
    fill_office(tmp_path / "skp.db")
    async with open_program(today=TODAY) as program:
        await program.press("r", *("2",) * len(PEOPLE), *("2",) * len(PEOPLE), "escape")
        await program.press("f6", "p", "t", "ctrl+u")
        await program.type("kirim")
        await program.press("enter", "f6", "y")
    (sent,) = (tmp_path / "kirim").rglob("evaluasi.csv")
    with sent.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [tuple(row.values()) for row in rows] == [
        (str(TAHUN), nip, "tahunan", "sesuai", "sesuai") for nip in sorted(dict(PEOPLE))
    ]
