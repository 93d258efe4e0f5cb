"""The small window in which one entry of a list is chosen."""

import pytest
from textual.widgets import OptionList

from skp_tui.ui.screens.frame.ask import ChooseScreen
from tests.ui.conftest import Open, Program
from tests.ui.rated import open_2025


async def choose(program: Program, key: str, text: str) -> None:
    """Open a list, type in it, and take the entry that the cursor is on then."""
    await program.press(key)
    assert isinstance(program.app.screen, ChooseScreen)
    await program.type(text)
    assert isinstance(program.app.screen, ChooseScreen)
    await program.press("enter")


@pytest.mark.parametrize(("typed", "tahun"), [("2015", 2015), ("x2016", 2016), ("99", 2017)])
async def test_typing_a_year_goes_to_it_and_what_fits_nothing_goes_nowhere(
    open_program: Open, typed: str, tahun: int
) -> None:
    async with open_program() as program:
        await choose(program, "t", typed)
        assert program.unit.tahun == tahun


@pytest.mark.parametrize("typed", ["bidang mut", "MUTASI", "qqmut"])
async def test_typing_any_word_of_a_unit_goes_to_it(open_program: Open, typed: str) -> None:
    async with open_program() as program:
        await choose(program, "u", typed)
        assert "Bidang Mutasi" in program.screen_text().splitlines()[0]


async def test_the_same_letter_goes_on_to_the_next_entry_that_begins_so(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("u")
        options = program.app.screen.query_one(OptionList)
        shown = [str(option.prompt).strip().casefold() for option in options.options]
        begin = [place for place, text in enumerate(shown) if text.startswith("bidang")]
        assert len(begin) > 1
        passed = []
        for _ in (*begin, "once more"):
            await program.press("b")
            passed.append(options.highlighted)
        assert passed == [*begin, begin[0]]


async def test_an_arrow_begins_another_word(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("t")
        await program.type("2")
        await program.press("down")
        await program.type("2016")
        await program.press("enter")
        assert program.unit.tahun == 2016


async def test_a_sign_that_is_not_typed_reaches_no_screen_below(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("t")
        await program.type("hnq?")
        assert isinstance(program.app.screen, ChooseScreen)
        await program.press("escape")
        assert program.at(program.unit)


async def test_a_list_that_is_cut_says_how_much_of_it_is_not_to_be_seen(open_program: Open) -> None:
    async with open_program() as program:
        await open_2025(program)
        await program.press("r", "ctrl+g")
        shown = program.screen_text()
        assert "Enter pilih   Esc kembali   … 1 lagi di bawah" in shown
        assert "Desember" not in shown
        await program.press("end")
        shown = program.screen_text()
        assert "Desember" in shown
        assert "… 1 lagi di atas" in shown


async def test_a_list_that_is_seen_whole_counts_nothing(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("t")
        assert "Enter pilih   Esc kembali" in program.screen_text()
        assert "lagi" not in program.screen_text()
