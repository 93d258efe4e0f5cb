"""Finding: one filter for all lists, named filters, the palette and the menu of every room."""

import pytest
from textual.color import Color
from textual.command import CommandPalette
from textual.widgets import OptionList

from skp_tui.services.base.views import Orang
from skp_tui.ui.actions.registry import ACTIONS, Room, actions_of
from skp_tui.ui.screens.entry.isi import IsiScreen
from skp_tui.ui.screens.finding.menu import MenuScreen
from skp_tui.ui.screens.finding.palette import (
    KEYS,
    MOST,
    NOTHING,
    TITLE,
    action_words,
    closeness,
    offered,
    person_words,
)
from skp_tui.ui.screens.people.people import PeopleScreen
from skp_tui.ui.screens.unit.screen import UnitScreen
from skp_tui.ui.widgets.filter_bar import FilterBar
from tests.ui.conftest import Open, Program

EVERYBODY = 42
BY_KEY = {"1": "belum lengkap", "2": "di bawah Baik", "3": "nilai batas", "4": "tanpa perilaku"}
KEPT = {"1": 1, "2": 4, "3": 2, "4": 0}


def bar(program: Program) -> FilterBar:
    return program.app.screen.query_one(FilterBar)


def shown(program: Program) -> list[str]:
    """Return the names in the list of the start screen."""
    return [row.cells[1] for row in program.unit.people.rows]


def offers(program: Program) -> list[str]:
    """Return the first lines of what the palette offers."""
    options = program.app.screen.query_one(OptionList)
    return [str(option.prompt).split("\n", maxsplit=1)[0] for option in options.options]


# One filter for all lists


@pytest.mark.parametrize("room", [(), ("p",)])
async def test_every_list_is_filtered_in_the_same_way(
    open_program: Open, room: tuple[str, ...]
) -> None:
    async with open_program() as program:
        await program.press(*room, "slash")
        screen = program.app.screen
        assert isinstance(screen, UnitScreen | PeopleScreen)
        await program.type("19840910 wayan PENGELOLA")
        assert bar(program).count_words == "1 dari 42"
        assert len(screen.people.rows) == 1
        await program.press("down")
        assert screen.people.has_focus
        assert len(screen.people.rows) == 1
        await program.press("escape")
        assert program.at(screen)
        assert len(screen.people.rows) == EVERYBODY
        assert not bar(program).display


async def test_the_cursor_waits_on_the_first_who_fits(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("end", "slash", "a")
        assert program.unit.people.cursor_row == program.unit.people.rows[0].key
        await program.press("escape")
        assert program.unit.people.cursor_row == program.unit.people.rows[0].key


async def test_enter_in_an_empty_filter_closes_it(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("slash", "enter")
        assert program.at(program.unit)
        assert program.unit.people.has_focus
        assert not bar(program).display


async def test_while_words_are_typed_only_keys_that_are_no_words_are_named(
    open_program: Open,
) -> None:
    async with open_program() as program:
        before = program.line("keys")
        await program.press("slash", *"arsip")
        assert program.line("keys") == (
            "F1 Bantuan  Enter Yang pertama  Panah Ke daftar  Esc Semua lagi"
        )
        await program.press("down")
        assert program.line("keys") == before
        await program.press("slash", "escape")
        assert program.line("keys") == before
        await program.press("h", "slash")
        assert program.line("keys") == "F1 Bantuan  Enter Ke daftar  Esc Semua lagi"
        await program.press("escape", "escape", "f5", "slash")
        assert program.line("keys").endswith("Esc Semua lagi")


async def test_signs_of_markup_are_searched_as_they_are(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("slash")
        await program.type("[red]")
        assert bar(program).count_words == "0 dari 42"


# Named filters


@pytest.mark.parametrize("key", BY_KEY)
async def test_one_key_lists_who_still_needs_something(open_program: Open, key: str) -> None:
    async with open_program() as program:
        await program.press(key)
        assert len(shown(program)) == KEPT[key]
        words = f"Hanya: {BY_KEY[key]} · {KEPT[key]} dari 42"
        assert words in program.screen_text()
        await program.press(key)
        assert len(shown(program)) == EVERYBODY
        assert "Hanya" not in program.screen_text()


@pytest.mark.parametrize("key", ["0", "escape"])
async def test_0_and_esc_bring_everybody_back(open_program: Open, key: str) -> None:
    async with open_program() as program:
        await program.press("2", "slash", "t", "i", "down", key)
        assert len(shown(program)) == EVERYBODY
        assert not bar(program).display
        assert bar(program).words == ""


async def test_another_named_filter_takes_the_place_of_the_first(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("1", "2")
        assert len(shown(program)) == KEPT["2"]


async def test_typed_words_and_a_named_filter_work_together(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("2", "slash")
        await program.type("tiur")
        assert shown(program) == ["Tiur Contoh"]
        assert "Hanya: di bawah Baik · Cari tiur" in program.screen_text()
        assert bar(program).count_words == "1 dari 42"
        await program.press("ctrl+u")
        await program.type("bram")
        assert "Tidak ada yang cocok di antara yang di bawah Baik." in program.screen_text()


async def test_digits_typed_into_the_filter_are_words_and_no_filter(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("slash", "1", "9", "8", "4")
        assert bar(program).words == "1984"
        assert bar(program).only == ""


async def test_what_is_to_be_done_names_the_keys_that_list_it(open_program: Open) -> None:
    async with open_program(size=(120, 40)) as program:
        words = program.line("to-do")
        for key in ("1", "2", "3"):
            assert f"({key}) {KEPT[key]} {BY_KEY[key]}" in words


async def test_whoever_is_completed_leaves_the_filter_and_the_next_key_says_none_is_left(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("1", "enter")
        assert isinstance(program.app.screen, IsiScreen)
        assert "1 dari 1 ·" in program.screen_text().splitlines()[0]
        await program.type("90")
        await program.press("tab")
        await program.type("12")
        await program.press("enter", "escape")
        assert shown(program) == []
        assert "Tidak ada yang belum lengkap. Esc menampilkan semua." in program.screen_text()
        await program.press("enter", "f9", "down")
        assert program.at(program.unit)
        await program.press("escape")
        assert len(shown(program)) == EVERYBODY


async def test_f3_and_f4_walk_only_over_those_who_are_listed(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("2", "enter")
        names = []
        for _ in range(KEPT["2"]):
            names.append(program.isi.orang.nama)
            await program.press("f4")
        assert names == shown(program)
        assert "Ini pegawai terakhir." in program.toasts()


# Every action and every person


@pytest.mark.parametrize("room", Room)
def test_the_menu_lists_every_action_of_every_room_with_its_keys(room: Room) -> None:
    listed = {choice.id: str(choice.text) for choice in MenuScreen(room)._choices}
    for action in actions_of(room):
        if action.id != "menu":
            assert action.label in listed[action.id]
            assert action.word in listed[action.id]


@pytest.mark.parametrize("room", Room)
def test_every_letter_of_a_menu_chooses_its_own_action(room: Room) -> None:
    menu = MenuScreen(room)
    for action in actions_of(room):
        if action.letter:
            assert menu.key_by_letter(action.letter) == action.id


@pytest.mark.parametrize("room", Room)
def test_a_letter_that_is_a_key_of_the_screen_does_the_same_in_its_menu(room: Room) -> None:
    menu = MenuScreen(room)
    for action in actions_of(room):
        for key in action.keys:
            if action.letter and len(key) == 1:
                assert menu.key_by_letter(key) == action.id


async def test_the_menu_says_what_a_letter_does_and_what_stands_beside_it(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("f10")
        title, head, first = program.screen_text().splitlines()[1:4]
        assert "Menu layar ini: tekan hurufnya. Tombolnya berlaku juga tanpa menu." in title
        columns = ("Huruf", "Tombol", "Perintah", "Kerjanya")
        assert head.strip(" │").split() == list(columns)
        assert [head.index(name) for name in columns[1:]] == [
            first.index(words) for words in ("F1", "Bantuan", "Menjelaskan")
        ]
        assert head.index("Huruf") < first.index("?") < head.index("Tombol")


@pytest.mark.parametrize("room", Room)
def test_the_palette_offers_every_action_of_every_room(room: Room) -> None:
    class Here(UnitScreen):
        pass

    Here.room = room
    found = [action.id for action in offered(Here())]
    assert found == [
        action.id for action in actions_of(room) if action.runs and action.id != "palette"
    ]


def test_nothing_of_the_registry_is_in_no_room() -> None:
    assert all(action.rooms and action.tooltip.endswith(".") for action in ACTIONS)


async def test_every_action_is_found_in_the_palette_by_its_word(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("ctrl+p")
        for action in offered(program.unit):
            await program.press("ctrl+u")
            await program.type(action.word)
            assert action_words(action) in offers(program), action.id


async def test_every_person_is_found_by_name_and_by_nip(open_program: Open) -> None:
    async with open_program() as program:
        people = program.stored().orang
        assert all(program.unit.found(satu.nip) == _only(program, satu) for satu in people)
        await program.press("ctrl+p")
        await program.type("19840910 201001")
        assert offers(program) == [person_words(program.unit.found("wayan")[0])]
        await program.press("enter", "enter")
        assert isinstance(program.app.screen, IsiScreen)
        assert program.isi.orang.nama.startswith("Wayan")


def _only(program: Program, satu: Orang) -> tuple[Orang, ...]:
    view = program.unit.view
    assert view is not None
    return tuple(other for other in view.orang if other.nip == satu.nip)


@pytest.mark.parametrize("tema", ["gelap", "terang", "16-warna"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 12)])
async def test_the_palette_is_a_framed_window_that_says_what_it_is_and_its_keys(
    open_program: Open, tema: str, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as program:
        program.app.use_settings({"tema": tema})
        await program.press("ctrl+p")
        text = program.screen_text()
        assert TITLE in text
        assert KEYS in text
        for typed in ("", "wayan"):
            await program.type(typed)
            lines = program.screen_text().splitlines()
            top = next(place for place, line in enumerate(lines) if "┌" in line)
            keys = next(place for place, line in enumerate(lines) if KEYS in line)
            assert lines[keys + 1].startswith("└")
            assert all(line.startswith("│") for line in lines[top + 1 : keys + 1])
        ends = [program.app.screen.query_one(name) for name in ("#--input", "#--results")]
        wanted = program.app.get_css_variables()["foreground"]
        for one in ends:
            assert one.styles.border_left == ("solid", Color.parse(wanted))


async def test_a_filter_does_not_hide_anybody_from_the_palette(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("2", "ctrl+p")
        await program.type("wayan")
        assert offers(program)[0].startswith("Wayan Contoh")


async def test_names_that_begin_so_stand_before_those_that_only_hold_it(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("ctrl+p")
        await program.type("wa")
        assert offers(program)[0].startswith("Wayan Contoh")
    order = [closeness(["wa"], name) for name in ("Wayan", "Pegawai", "Sari")]
    assert order == sorted(order, reverse=True)
    assert len(set(order)) == len(order)


async def test_what_fits_nothing_is_said_in_words(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("ctrl+p")
        await program.type("zzq")
        assert offers(program) == [NOTHING]
        await program.press("enter")
        assert program.at(program.unit)


async def test_the_palette_lists_no_more_people_than_one_can_look_through(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("ctrl+p")
        await program.type("contoh")
        listed = offers(program)
        people = [words for words in listed if "Contoh" in words]
        assert len(people) == MOST
        assert listed[-1] == f"… dan {EVERYBODY - MOST} pegawai lagi: ketik lebih banyak"


# The menu on a small screen


async def test_a_long_menu_scrolls_by_keys_and_explains_each_entry(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("f10")
        listed = [action for action in actions_of(Room.UNIT) if action.id != "menu"]
        await program.press(*["down"] * (len(listed) - 1))
        assert "Keluar; isian yang terbuka disimpan" in program.screen_text()
        assert "  Q   Ctrl+Q" in program.screen_text()


async def test_a_menu_entry_that_is_too_long_ends_visibly(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("f10")
        (line,) = (line for line in program.screen_text().splitlines() if "  9   F9" in line)
        assert "…" in line


async def test_the_menu_fits_a_small_screen_with_its_keys(open_program: Open) -> None:
    async with open_program(size=(60, 12)) as program:
        await program.press("f10", "down")
        assert isinstance(program.app.screen, MenuScreen)
        await program.press("escape", "ctrl+p")
        assert isinstance(program.app.screen, CommandPalette)
        await program.press("escape")
        assert program.at(program.unit)
