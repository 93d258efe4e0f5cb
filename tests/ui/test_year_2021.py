"""2021 by keys: the final value is typed with its source, the predikat follows (regulations B)."""

import pytest

from skp_tui.services.base.views import Orang
from skp_tui.ui.screens.mengapa.screen import MengapaScreen
from skp_tui.ui.screens.people.final_form import FinalForm, following_words
from skp_tui.ui.screens.people.outside import OutsideScreen
from skp_tui.ui.screens.unit.screen import UnitScreen
from tests.ui.conftest import Open, Program

TAHUN = 2021


async def open_2021(program: Program) -> None:
    """Make the year, and choose it on the start screen."""
    await program.press("o", "tab", "ctrl+n")
    await program.type(str(TAHUN))
    await program.press("ctrl+s", "y")
    await program.press("escape")
    await program.press("t", "home", "enter")
    assert program.unit.tahun == TAHUN
    assert "PP 30/2019" in program.screen_text()


def person(program: Program, place: int) -> Orang:
    """Return somebody by his place in the list, as he is stored."""
    return program.stored(TAHUN).orang[place]


async def give(program: Program, nilai: str, *, sumber: str = "", ide: str = "") -> None:
    """Fill in the form that is open and store it."""
    assert isinstance(program.app.screen, FinalForm)
    await program.type(nilai)
    if sumber:
        await program.press("enter")
        await program.type(sumber)
    if ide:
        await program.press("enter")
        await program.type(ide)
        await program.press("enter")
    await program.press("ctrl+s")


async def test_values_are_typed_one_person_after_another_with_the_source_typed_once(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await open_2021(program)
        await program.press("enter")
        await give(program, "95,5", sumber="e-Kinerja BKN")
        await give(program, "112")
        await program.press("escape")
        assert isinstance(program.app.screen, UnitScreen)
        first, second = person(program, 0), person(program, 1)
        assert (first.hasil.nilai_tampil, first.hasil.sebutan) == ("95,50", "Baik")
        assert (second.hasil.nilai_tampil, second.hasil.sebutan) == ("112,00", "Baik")
        akhir = second.penilaian.akhir
        assert akhir is not None
        assert akhir.sumber == "e-Kinerja BKN"
        assert program.stored(TAHUN).rekap.dinilai == 2
        assert "112,00" in program.screen_text()


async def test_a_new_idea_makes_110_and_more_sangat_baik_and_f9_says_why(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await open_2021(program)
        await program.press("enter")
        await give(program, "115", sumber="SK Badan", ide="ya")
        await program.press("escape")
        assert person(program, 0).hasil.sebutan == "Sangat Baik"
        await program.press("f9")
        assert isinstance(program.app.screen, MengapaScreen)
        text = program.screen_text()
        assert "Mengapa 115,00 (Sangat Baik)?" in text
        assert "dengan ide baru" in text
        assert "SK Badan" in text


async def test_the_predikat_that_follows_is_shown_while_the_value_is_typed(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await open_2021(program)
        await program.press("enter")
        assert program.line("form-predikat") == "Predikat: –"
        await program.type("87")
        assert program.line("form-predikat") == "Predikat: 87 = Cukup"
        await program.type(",5")
        assert program.line("form-predikat") == "Predikat: 87,5 = Cukup"
        await program.press("backspace", "backspace", "backspace", "backspace")
        await program.type("110")
        assert program.line("form-predikat") == "Predikat: 110 = Baik"
        await program.press("enter", "enter")
        await program.type("ya")
        await program.press("enter")
        assert program.line("form-predikat") == "Predikat: 110 = Sangat Baik"
        assert "Predikat: 110 = Sangat Baik" in program.screen_text()
        assert person(program, 0).penilaian.akhir is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("89,99999", "89,99999 = Cukup"),
        ("90", "90 = Baik"),
        ("0", "0 = Sangat Kurang"),
        ("120", "120 = Baik"),
        ("120,1", "–"),
        ("-1", "–"),
        ("delapan", "–"),
        ("", "–"),
    ],
)
def test_what_is_no_value_has_no_predikat(text: str, words: str) -> None:
    assert following_words(text, "") == f"Predikat: {words}"


async def test_a_value_above_120_is_refused_beside_its_field(open_program: Open) -> None:
    async with open_program() as program:
        await open_2021(program)
        await program.press("enter")
        await give(program, "120,5", sumber="SK")
        assert isinstance(program.app.screen, FinalForm)
        assert "antara 0 dan 120, bukan 120,5" in program.screen_text()
        assert person(program, 0).penilaian.akhir is None


async def test_a_value_is_corrected_undone_and_removed(open_program: Open) -> None:
    async with open_program() as program:
        await open_2021(program)
        await program.press("enter")
        await give(program, "80", sumber="SK")
        await program.press("escape")
        await program.press("home", "v")
        assert isinstance(program.app.screen, OutsideScreen)
        assert "Nilai akhir" in program.screen_text()
        await program.press("enter")
        await program.press("end", "ctrl+u")
        await give(program, "91")
        assert person(program, 0).hasil.nilai_tampil == "91,00"
        await program.press("ctrl+z")
        assert person(program, 0).hasil.nilai_tampil == "80,00"
        await program.press("f8")
        await program.press("enter")
        assert person(program, 0).penilaian.akhir is None


async def test_what_2021_does_not_know_says_so_in_one_sentence(open_program: Open) -> None:
    async with open_program() as program:
        await open_2021(program)
        for key, isian in (("r", "perilaku"), ("s", "kegiatan"), ("m", "kegiatan")):
            await program.press(key)
            assert isinstance(program.app.screen, UnitScreen)
            assert program.toasts()[-1] == (
                f"Tahun 2021 diatur PP 30/2019, yang tidak memakai {isian}. "
                "Yang diisi: nilai akhir dengan sumbernya (nilai_luar jenis akhir)."
            )
        assert "tanpa perilaku" not in program.line("to-do")
