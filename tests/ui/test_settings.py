"""Pengaturan: what this release uses, each with its explanation."""

from skp_tui.services.office.configuring import program_settings
from skp_tui.ui.screens.office.settings import SettingsScreen
from skp_tui.ui.screens.unit.screen import UnitScreen
from skp_tui.ui.terminal.abilities import Colours, Terminal
from tests.ui.conftest import Open, Program


def stored(program: Program, nama: str) -> str | None:
    with program.sitting.reading() as connection:
        return program_settings(connection)[nama]


async def test_a_shows_the_settings_with_their_explanation(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("a")
        assert isinstance(program.app.screen, SettingsScreen)
        assert set(program.app.screen.entries) == {
            "tema", "hemat", "ascii", "cadangan_dir", "keberatan_hari", "siasn_nilai",
        }  # fmt: skip
        assert "Tema warna layar." in program.screen_text()
        await program.press("shift+tab")
        assert (
            "Belum dipakai di versi ini: nama kota, kop surat, lambang daerah."
            in program.screen_text()
        )


async def test_a_theme_is_chosen_by_typing_and_seen_at_once(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("a", "1")
        await program.press("enter", "ctrl+s")
        assert stored(program, "tema") == "16-warna"
        assert program.app.theme == "16-warna"
        assert isinstance(program.app.screen, UnitScreen)


async def test_ascii_is_chosen_and_seen_at_once_and_taken_back(open_program: Open) -> None:
    async with open_program() as program:
        assert not program.screen_text().isascii()
        await program.press("a", "tab", "tab", "y", "enter", "ctrl+s")
        assert stored(program, "ascii") == "ya"
        assert program.screen_text().isascii()
        await program.press("ctrl+z")
        assert not program.screen_text().isascii()


async def test_the_settings_say_what_the_terminal_decided(open_program: Open) -> None:
    async with open_program() as program:
        program.app.terminal = Terminal(name="linux", colours=Colours.SIXTEEN, says_utf8=False)
        program.app.use_settings({})
        await program.press("a", "shift+tab")
        assert "karena terminal ini hanya mengenal 16 warna." in program.screen_text()
        assert "terminal ini tidak memakai UTF-8." in program.screen_text()


async def test_an_emptied_setting_goes_back_to_its_default(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("a", "tab", "tab", "tab")
        await program.type("/media/x")
        await program.press("ctrl+s")
        assert stored(program, "cadangan_dir") == "/media/x"
        await program.press("a", "tab", "tab", "tab", "ctrl+u", "ctrl+s")
        assert stored(program, "cadangan_dir") is None


async def test_a_year_s_settings_are_named_where_they_are(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("a", "shift+tab")
        assert "Unit dan periode" in program.screen_text()
