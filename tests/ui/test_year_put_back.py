"""A year that changes under an open entry screen: nothing is typed into what it does not use."""

from typing import Any

import pytest
from textual.screen import Screen

from skp_tui.services.office.configuring import change_setting
from skp_tui.services.office.converting import convert
from skp_tui.ui.screens.entry.isi import IsiScreen
from skp_tui.ui.screens.entry.kinerja import KinerjaScreen
from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.screens.judging.evaluasi import EvaluasiScreen
from skp_tui.ui.screens.judging.perilaku import PerilakuScreen
from skp_tui.ui.screens.signing.sheet import SheetScreen
from skp_tui.ui.screens.unit.screen import UnitScreen
from tests.ui.conftest import TAHUN, Open, Program

BARU = "PERMENPANRB6"


async def converted(program: Program) -> None:
    program.write(lambda writer: convert(writer, TAHUN, BARU, "keliru"))
    program.app.reload_screens()
    await program.settle()


def shows(program: Program, kind: type[Screen[Any]]) -> bool:
    return isinstance(program.app.screen, kind)


async def take_back(program: Program, key: str = "ctrl+z") -> None:
    """Press Ctrl+Z or Ctrl+Y; on a screen of one person both ask about what concerns everybody."""
    await program.press(key)
    if shows(program, AskScreen):
        await program.press("y")


def last_told(program: Program) -> str:
    return program.toasts()[-1]


@pytest.mark.parametrize(
    ("keys", "under_new", "under_old"),
    [(("enter",), KinerjaScreen, IsiScreen), (("r",), EvaluasiScreen, PerilakuScreen)],
)
async def test_undo_and_redo_of_the_conversion_close_what_is_not_entered_any_more(
    open_program: Open,
    keys: tuple[str, ...],
    under_new: type[Screen[None]],
    under_old: type[Screen[None]],
) -> None:
    async with open_program() as program:
        await converted(program)
        await program.press(*keys)
        assert shows(program, under_new)
        await take_back(program)
        assert shows(program, UnitScreen)
        words = "Tahun 2017 sekarang memakai {}; isian yang lama ditutup."
        assert last_told(program) == words.format("PP 46/2011")
        assert "· PP 46/2011" in program.line("headline")
        await program.press(*keys)
        assert shows(program, under_old)
        await take_back(program, "ctrl+y")
        assert shows(program, UnitScreen)
        assert last_told(program) == words.format("PermenPANRB 6/2022")
        assert program.stored().peraturan.kode == BARU


async def test_keys_typed_at_once_after_it_store_nothing(open_program: Open) -> None:
    async with open_program() as program:
        await converted(program)
        await program.press("enter")
        before = program.stored().orang
        await program.press("ctrl+z")
        await program.press("y", "ctrl+n", "a", "r", "s", "i", "p", "tab", "escape")
        assert shows(program, UnitScreen)
        assert not program.app.saving.failed
        stored = [satu.penilaian for satu in program.stored().orang]
        assert stored == [satu.penilaian for satu in before]


async def test_one_behind_another_screen_is_closed_when_it_is_seen_again(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await converted(program)
        await program.press("enter", "ctrl+l")
        assert shows(program, SheetScreen)
        await take_back(program)
        assert shows(program, SheetScreen)
        await program.press("escape")
        assert shows(program, UnitScreen)
        assert "isian yang lama ditutup" in last_told(program)


@pytest.mark.parametrize("key", ["enter", "r"])
async def test_a_setting_taken_back_is_what_the_live_values_go_by(
    open_program: Open, key: str
) -> None:
    async with open_program() as program:
        before = program.stored().periode
        program.write(lambda writer: change_setting(writer, "kuantitas_nol", "hitung", TAHUN))
        program.app.reload_screens()
        await program.settle()
        await program.press(key)
        screen = program.app.screen
        assert isinstance(screen, IsiScreen | PerilakuScreen)
        assert screen.desk.view.periode != before
        await take_back(program)
        assert program.at(screen)
        assert screen.desk.view.periode == before
