"""From 2022 by keys: two ratings chosen by one key each, the predikat follows (regulations C)."""

from skp_tui.services.views import Orang
from skp_tui.ui.screens.mengapa import MengapaScreen
from skp_tui.ui.screens.rating_form import RatingForm
from skp_tui.ui.screens.unit import UnitScreen
from tests.ui.conftest import Open, Program

TAHUN = 2025


async def open_2025(program: Program) -> None:
    """Make the year, and choose it on the start screen."""
    await program.press("o", "tab", "ctrl+n")
    await program.type(str(TAHUN))
    await program.press("ctrl+s")
    await program.press("escape")
    await program.press("t", "home", "enter")
    assert program.unit.tahun == TAHUN


def person(program: Program, place: int) -> Orang:
    """Return somebody by his place in the list, as he is stored."""
    return program.stored(TAHUN).orang[place]


async def test_three_keys_rate_a_person_and_open_the_next_one(open_program: Open) -> None:
    async with open_program() as program:
        await open_2025(program)
        await program.press("enter")
        for keys in ("11", "22", "23", "32", "33"):
            assert isinstance(program.app.screen, RatingForm)
            await program.press(*keys, "enter")
        await program.press("escape")
        assert isinstance(program.app.screen, UnitScreen)
        named = [person(program, place).hasil.sebutan for place in range(6)]
        assert named == ["Sangat Baik", "Baik", "Kurang", "Butuh Perbaikan", "Sangat Kurang", None]
        text = program.screen_text()
        assert "Predikat" in text
        assert "di bawah" in text
        assert program.stored(TAHUN).rekap.minimal_baik == 2


async def test_f9_explains_the_predikat_by_both_ratings(open_program: Open) -> None:
    async with open_program() as program:
        await open_2025(program)
        await program.press("enter", "1", "2", "enter", "escape")
        await program.press("home", "f9")
        assert isinstance(program.app.screen, MengapaScreen)
        text = program.screen_text()
        assert "Mengapa Baik?" in text
        assert "hasil kerja di atas ekspektasi dan perilaku kerja sesuai ekspektasi" in " ".join(
            text.split()
        )
        assert "PermenPANRB 6/2022" in text


async def test_ratings_are_changed_and_undone(open_program: Open) -> None:
    async with open_program() as program:
        await open_2025(program)
        await program.press("enter", "2", "2", "enter", "escape")
        await program.press("home", "enter", "1", "1", "enter", "escape")
        assert person(program, 0).hasil.sebutan == "Sangat Baik"
        await program.press("ctrl+z")
        assert person(program, 0).hasil.sebutan == "Baik"
        await program.press("ctrl+z")
        assert person(program, 0).hasil.sebutan is None


async def test_a_digit_that_is_no_rating_changes_nothing(open_program: Open) -> None:
    async with open_program() as program:
        await open_2025(program)
        assert "Predikat" in program.screen_text()
        await program.press("enter", "9", "2", "2", "enter", "escape")
        assert person(program, 0).hasil.sebutan == "Baik"
