"""Coba tombol: what arrives is ticked, what does not gets its other way, and one gets out."""

from collections.abc import Iterable

import pytest
from textual import events

from skp_tui.ui.actions.registry import ACTIONS, Room, actions_of
from skp_tui.ui.keys.in_between import Alat, between, is_far
from skp_tui.ui.keys.keepers import PENAHAN, keepers_of
from skp_tui.ui.keys.names import is_sign, key_name
from skp_tui.ui.keys.table import SIGNS, keys_in_use
from skp_tui.ui.keys.trial import Percobaan, trial_words
from skp_tui.ui.keys.ways import NEITHER, ways
from skp_tui.ui.screens.finding.help import HelpScreen
from skp_tui.ui.screens.finding.menu import MenuScreen
from skp_tui.ui.screens.finding.palette import action_words, offered
from skp_tui.ui.screens.office.settings import SettingsScreen
from skp_tui.ui.screens.support.keys import KeysScreen
from skp_tui.ui.screens.support.keys_page import KeysPage
from skp_tui.ui.screens.support.keys_words import ADVICE_LINES, WIDE, advice, shape
from skp_tui.ui.screens.support.screen import SupportScreen
from skp_tui.ui.screens.unit.screen import UnitScreen
from skp_tui.ui.screens.unit.start import StartScreen
from tests.ui.conftest import Open, Program

ALL = {satu.kunci: satu for satu in keys_in_use()}


def keys_screen(program: Program) -> KeysScreen:
    screen = program.app.screen
    assert isinstance(screen, KeysScreen)
    return screen


async def go(program: Program) -> KeysScreen:
    """Open the screen from the menu of the start screen."""
    await program.press("f10")
    await program.type("-")
    return keys_screen(program)


async def typed_in_settings(program: Program) -> SettingsScreen:
    """Open Pengaturan and type something that is not stored."""
    await program.press("a")
    form = program.app.screen
    assert isinstance(form, SettingsScreen)
    while form.focused is not form.entries["cadangan_dir"]:
        await program.press("tab")
    await program.type("/media/x")
    return form


# The table comes from the registry


def test_every_key_of_the_registry_is_tried_once_and_signs_together() -> None:
    named = {key for action in ACTIONS for key in action.keys}
    assert {key for key in named if not is_sign(key)} <= ALL.keys()
    assert any(is_sign(key) for key in named)
    assert not [key for key in ALL if is_sign(key) and key != SIGNS]
    assert len(ALL) == len(keys_in_use())


async def test_every_key_that_moves_in_a_grid_is_tried(open_program: Open) -> None:
    async with open_program() as program:
        grid = program.unit.people
        assert {*grid._steps, *grid._idle} <= ALL.keys()


def test_every_key_has_a_name_and_says_what_it_is_for() -> None:
    assert all(satu.nama and satu.guna for satu in ALL.values())
    assert len({satu.nama for satu in ALL.values()}) == len(ALL)


def test_function_keys_come_first_and_stand_in_their_order() -> None:
    names = [satu.nama for satu in keys_in_use()]
    numbers = [int(name[1:]) for name in names if name[0] == "F" and name[1:].isdigit()]
    assert numbers == sorted(numbers)
    assert names[: len(numbers)] == [f"F{number}" for number in numbers]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("f10", "F10"), ("ctrl+home", "Ctrl+Home"), ("shift+up", "Shift+panah atas"),
        ("ctrl+b", "Ctrl+B"), ("alt+x", "Alt+X"), ("pageup", "Page Up"), ("up", "Panah atas"),
        ("escape", "Esc"), ("question_mark", "?"), ("plus", "+"), ("shift+tab", "Shift+Tab"),
        ("ctrl+shift+home", "Ctrl+Shift+Home"), ("f13", "F13"), ("\x19", ""),
    ],
)  # fmt: skip
def test_a_key_is_named_in_plain_words(key: str, name: str) -> None:
    assert key_name(key) == name


def test_every_key_but_the_two_ways_themselves_has_another_way() -> None:
    assert [key for key in ALL if not ways(key)] == []


def test_no_way_leads_over_a_key_that_does_not_arrive() -> None:
    for key in ALL:
        assert not any("F10" in words for words in ways(key, {"f10"})), key
        assert not any("Ctrl+P" in words for words in ways(key, {"ctrl+p"})), key
        both = ways(key, {"f10", "ctrl+p"})
        assert [words for words in both if "F10" in words or "Ctrl+P" in words] == [NEITHER], key


@pytest.mark.parametrize("action", [a for a in ACTIONS if a.letter and a.keys], ids=lambda a: a.id)
def test_the_letter_that_is_named_stands_in_the_menu(action: object) -> None:
    found = next(one for one in ACTIONS if one is action)
    for key in found.keys:
        if is_sign(key) or key == "f10":
            continue
        named = [words for words in ways(key) if words.startswith(f"{found.word}: ")]
        assert f"F10 lalu {found.letter.upper()}" in named[0]
        for room in found.rooms:
            assert found.letter in {one.letter for one in actions_of(room) if one.id == found.id}


def test_who_keeps_keys_keeps_such_as_the_program_uses() -> None:
    unknown = {key for satu in PENAHAN for key in satu.tombol} - ALL.keys() - {"f7"}
    assert unknown == set()


def test_the_often_swallowed_keys_name_who_keeps_them() -> None:
    for key in ("f10", "f1", "ctrl+s", "ctrl+q", "ctrl+z", "ctrl+b", "f5", "home"):
        assert keepers_of(key, ())


def test_the_terminal_that_is_there_comes_first_and_who_let_others_through_last() -> None:
    assert keepers_of("f10", [Alat.GNOME])[0].alat is Alat.GNOME
    assert keepers_of("f10", [])[0].alat is Alat.LAPTOP
    later = [satu.alat for satu in keepers_of("f10", [], arrived=("f9",))]
    assert later.index(Alat.GNOME) < later.index(Alat.LAPTOP)


@pytest.mark.parametrize(
    ("environ", "system", "found"),
    [
        ({}, "linux", ()),
        ({"TERM": "linux"}, "linux", (Alat.KONSOL_LINUX,)),
        ({"TERM": "putty-256color"}, "linux", (Alat.PUTTY,)),
        ({"VTE_VERSION": "7000", "TMUX": "x"}, "linux", (Alat.GNOME, Alat.TMUX)),
        ({"STY": "1.pts"}, "linux", (Alat.SCREEN,)),
        ({"WT_SESSION": "x"}, "win32", (Alat.WINDOWS_TERMINAL,)),
        ({}, "win32", (Alat.KONSOL_WINDOWS,)),
        ({"TERM_PROGRAM": "vscode"}, "linux", (Alat.VSCODE,)),
    ],
)
def test_what_is_in_between_is_told_by_its_signs(
    environ: dict[str, str], system: str, found: Iterable[Alat]
) -> None:
    assert between(environ, system) == tuple(found)


def test_a_network_is_told_by_its_signs() -> None:
    assert is_far({"SSH_CONNECTION": "1 2 3 4"})
    assert not is_far({})


# The round


def test_one_key_after_another_is_asked_for_and_none_twice() -> None:
    round_ = Percobaan({})
    asked = []
    while round_.diminta is not None:
        asked.append(round_.diminta.kunci)
        round_.arrived(asked[-1]) if len(asked) % 2 else round_.missing()
    assert asked == list(ALL)
    assert len(round_.sampai) + len(round_.tak_sampai) == len(ALL)
    assert round_.missing() is None


def test_a_skipped_key_is_asked_for_again_at_the_end() -> None:
    round_ = Percobaan({})
    first = round_.diminta
    round_.skip()
    while round_.diminta is not first:
        assert round_.missing() is not None
    assert round_.diminta is first


def test_the_result_says_how_many_and_which_not() -> None:
    assert trial_words({}) == "belum dicoba"
    number = len(ALL)
    assert trial_words({"f1": True}) == f"1 dari {number} sampai"
    assert trial_words({"f1": True, "f10": False, "ctrl+s": False}) == (
        f"1 dari {number} sampai; tidak sampai: F10, Ctrl+S"
    )


@pytest.mark.parametrize("width", [8, 18, 40, 78, 118])
def test_the_advice_for_every_key_fits_its_lines(width: int) -> None:
    for satu in ALL.values():
        round_ = Percobaan({satu.kunci: False})
        text = advice(satu, round_, (), width)
        assert text.plain.count("\n") < ADVICE_LINES
        assert all(len(part) <= width for part in text.plain.splitlines())


# On the screen


@pytest.mark.parametrize("key", [key for key in ALL if key != SIGNS])
async def test_every_key_is_ticked_when_it_arrives_and_does_nothing_else(
    open_program: Open, key: str
) -> None:
    async with open_program() as program:
        screen = await go(program)
        await program.press(key)
        assert program.app.screen is screen
        assert program.app.tried == {key: True}
        assert f"Diterima: {ALL[key].nama}, untuk: {ALL[key].guna}"[:70] in program.screen_text()
        assert f"v {ALL[key].nama.replace('+panah ', '+')}" in program.screen_text()


async def test_a_sign_ticks_the_line_of_all_signs(open_program: Open) -> None:
    async with open_program() as program:
        await go(program)
        await program.type("7")
        assert program.app.tried == {SIGNS: True}
        assert "Diterima: 7" in program.screen_text()


async def test_a_key_that_the_program_does_not_use_is_named_all_the_same(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await go(program)
        await program.press("shift+f3")
        assert "Diterima: Shift+F3 (tidak dipakai program ini)" in program.screen_text()
        assert program.app.tried == {}


async def test_t_marks_the_key_that_is_asked_for_and_names_its_other_way(
    open_program: Open,
) -> None:
    async with open_program() as program:
        screen = await go(program)
        while screen.round.diminta != ALL["f10"]:
            assert screen.round.diminta is not None
            await program.press(screen.round.diminta.kunci)
        await program.press("t")
        assert screen.round.tak_sampai == ("f10",)
        shown = program.screen_text()
        assert "! F10" in shown
        assert "F10 tidak sampai. Cara lain: setiap perintah: Ctrl+P lalu ketik" in shown
        assert ", 1 tidak" in shown
        await program.press("f10")
        assert "f10" in screen.round.sampai
        assert program.app.screen is screen


async def test_esc_is_ticked_once_and_twice_in_a_row_goes_back(open_program: Open) -> None:
    async with open_program() as program:
        screen = await go(program)
        await program.press("escape", "f1", "escape")
        assert program.app.screen is screen
        await program.press("escape")
        assert isinstance(program.app.screen, UnitScreen)


@pytest.mark.parametrize(
    ("key", "opened"), [("f10", MenuScreen), ("f1", HelpScreen)], ids=["f10", "f1"]
)
async def test_a_key_pressed_twice_in_a_row_does_its_usual_work(
    open_program: Open, key: str, opened: type
) -> None:
    async with open_program() as program:
        await go(program)
        await program.press(key, key)
        assert isinstance(program.app.screen, opened)
        await program.press("escape")
        keys_screen(program)


async def test_ctrl_q_is_ticked_once_and_twice_in_a_row_leaves(open_program: Open) -> None:
    async with open_program() as program:
        await go(program)
        await program.press("ctrl+q")
        assert program.app.tried == {"ctrl+q": True}
        keys_screen(program)
        await program.pilot.press("ctrl+q")
        while program.app.is_running:
            await program.pilot.pause()
        assert program.app.return_code == 0


async def test_ctrl_q_leaves_at_once_where_a_window_is_open_over_it(open_program: Open) -> None:
    async with open_program() as program:
        await go(program)
        await program.press("question_mark")
        assert isinstance(program.app.screen, HelpScreen)
        await program.pilot.press("ctrl+q")
        while program.app.is_running:
            await program.pilot.pause()
        assert program.app.return_code == 0


async def test_what_a_terminal_sends_for_an_unknown_key_is_no_esc_and_no_command(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await go(program)
        for key, sign in (("escape", None), ("left_square_bracket", "["), ("T", "T")):
            program.app.post_message(events.Key(key, sign))
        await program.settle()
        assert program.app.tried == {}
        assert "Diterima: sandi yang tidak dikenal: Esc [ T" in program.screen_text()


async def test_skipping_and_starting_again(open_program: Open) -> None:
    async with open_program() as program:
        screen = await go(program)
        first = screen.round.diminta
        await program.press("l")
        assert screen.round.diminta is not first
        await program.press("f8", "u")
        assert screen.round.diminta is first
        assert program.app.tried == {}


async def test_what_was_tried_is_remembered_and_told_to_who_helps(open_program: Open) -> None:
    async with open_program() as program:
        await go(program)
        await program.press("f2", "t", "escape", "escape")
        screen = await go(program)
        assert screen.round.of("f2") is not None
        assert program.app.tried["f2"]
        await program.press("f10", "f10")
        await program.type("+")
        support = program.app.screen
        assert isinstance(support, SupportScreen)
        assert "tidak sampai: F1" in support.text()


async def test_c_lists_every_key_with_its_ways_and_closes_by_c_too(open_program: Open) -> None:
    async with open_program() as program:
        await go(program)
        await program.press("t", "c")
        assert isinstance(program.app.screen, KeysPage)
        assert "Tidak sampai" in program.screen_text()
        await program.press("c")
        keys_screen(program)
        await program.press("c", "escape")
        keys_screen(program)


async def test_the_round_ends_with_a_sentence(open_program: Open) -> None:
    async with open_program() as program:
        await go(program)
        await program.type("t" * len(ALL))
        assert "Semua tombol sudah dicoba." in program.screen_text()
        await program.type("t")
        assert "U mengulang" in program.toasts()[-1]


# The ways there


async def test_the_palette_leads_there_and_offers_both_screens(open_program: Open) -> None:
    async with open_program() as program:
        words = {action_words(action) for action in offered(program.unit)}
        assert {"Coba tombol", "Dukungan"} <= words
        await program.press("ctrl+p")
        await program.type("coba tombol")
        await program.press("enter", "enter")
        keys_screen(program)


async def test_pengaturan_leads_there_without_f10_and_palette_and_keeps_what_is_typed(
    open_program: Open,
) -> None:
    async with open_program() as program:
        form = await typed_in_settings(program)
        while getattr(form.focused, "id", None) != "test-keys":
            await program.press("down")
        await program.press("enter")
        keys_screen(program)
        await program.press("escape", "escape")
        assert program.app.screen is form
        assert form.answers()["cadangan_dir"] == "/media/x"


async def test_leaving_the_program_from_there_asks_about_what_is_typed_below(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await typed_in_settings(program)
        await go(program)
        await program.press("ctrl+q", "ctrl+q")
        assert program.app.is_running
        assert "Keluar?" in program.screen_text()
        await program.press("escape")
        keys_screen(program)


async def test_the_first_start_leads_there_before_anything_is_stored(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        form = program.app.screen
        assert isinstance(form, StartScreen)
        await go(program)
        await program.press("escape", "escape")
        assert program.app.screen is form


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 10), (20, 5), (5, 2), (300, 100)])
async def test_the_key_that_is_asked_for_is_seen_at_every_size(
    open_program: Open, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as program:
        screen = await go(program)
        await program.type("t" * 12)
        await program.press("c", "c", "escape")
        asked = screen.round.diminta
        assert asked is not None
        if size >= (20, 5):
            assert asked.nama in program.screen_text()


def test_the_table_fits_where_the_program_is_meant_to_be_used() -> None:
    assert shape(len(ALL), 78, 13)[1] <= 13
    assert shape(len(ALL), 118, 29)[0] == WIDE
    assert Room.TOMBOL in {room for action in ACTIONS for room in action.rooms}
