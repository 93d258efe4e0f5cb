"""Windows over a screen: messages never cover their keys, what is hidden is counted in words."""

import re

import pytest
from textual.widgets import Input, OptionList
from textual.widgets._toast import Toast

from skp_tui.ui.screens.finding.help import ContentsScreen, HelpScreen
from skp_tui.ui.screens.finding.menu import FIRST, TITLE, MenuScreen
from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.telling import READ
from skp_tui.ui.terminal.ascii import ascii_text
from skp_tui.ui.widgets.lines import Lines
from tests.ui.conftest import Open, Program

KINDS = (
    (), ("f1",), ("f1", "d"), ("f1", "p"), ("f10",), ("u",), ("enter",), ("enter", "f1"), ("f9",),
    ("f9", "s"), ("f6",), ("ctrl+n",), ("ctrl+n", "x", "escape"), ("a",), ("o", "tab"), ("p",),
    ("j", "o"), ("k", "plus", "s"), ("r",), ("f5",), ("f10", "+"), ("f10", "-"),
)  # fmt: skip
"""Screens and windows of every kind, by the keys that lead there from the Unit screen."""
LONG = (
    "Tersimpan: E:\\Dokumen\\petunjuk\\petunjuk-skp-tui.pdf, dan kartu tombol kartu-tombol.pdf; "
    "yang sudah ada di sana tidak ditimpa."
)


def rows(program: Program) -> list[str]:
    return program.screen_text().splitlines()


def keys_line(program: Program) -> tuple[int, str]:
    """Return in which line the keys stand, and how it reads."""
    screen = program.app.screen
    keys = screen.query("#keys, .window-keys").last()
    return keys.region.y, rows(program)[keys.region.y]


def more(program: Program) -> str:
    return str(program.app.screen.query_one("#menu-more", Lines).render())


@pytest.mark.parametrize("keys", KINDS, ids="-".join)
@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_no_message_covers_the_keys_nor_leaves_the_screen(
    open_program: Open, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with open_program(size=size) as program:
        await program.press(*keys)
        before = keys_line(program)
        # the test program remembers messages; here they are to be seen as well
        program.app.screen.notify(LONG, markup=False)
        program.app.screen.notify("Tersimpan.", markup=False)
        await program.settle()
        assert keys_line(program) == before
        shown = [toast for toast in program.app.screen.query(Toast) if toast.region]
        whole = isinstance(program.app.screen, Frame) and size[1] == 24
        assert len(shown) == (2 if whole else 1)
        assert all(toast.region.x >= 0 and toast.region.right <= size[0] for toast in shown)
        assert any("▌ Tersimpan." in row for row in rows(program))


@pytest.mark.parametrize(
    "keys", [("enter",), ("enter", "ctrl+n"), ("a",), ("ctrl+n",), ("r",)], ids="-".join
)
async def test_where_one_types_messages_stand_over_the_headline_and_over_no_cell(
    open_program: Open, keys: tuple[str, ...]
) -> None:
    async with open_program() as program:
        await program.press(*keys)
        before = rows(program)
        program.app.screen.notify("Tersimpan.", markup=False)
        await program.settle()
        assert rows(program)[0].startswith("▌ Tersimpan.")
        assert rows(program)[0].split()[-1] == before[0].split()[-1]
        assert rows(program)[1:] == before[1:]
        program.app.screen.notify(LONG, markup=False)
        await program.settle()
        assert rows(program)[3:] == before[3:]


@pytest.mark.parametrize("keys", [(), ("o", "tab"), ("p",), ("k",)], ids="-".join)
async def test_in_a_list_messages_leave_its_figures_the_value_and_the_keys_to_be_seen(
    open_program: Open, keys: tuple[str, ...]
) -> None:
    async with open_program() as program:
        await program.press(*keys)
        before = rows(program)
        program.app.screen.notify(LONG, markup=False)
        await program.settle()
        shown = rows(program)
        assert "▌ Tersimpan: E:" in "".join(shown)
        assert shown[:10] == before[:10]
        assert shown[-2:] == before[-2:]


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (60, 16), (80, 12)])
async def test_the_menu_says_in_words_how_much_of_it_is_hidden(
    open_program: Open, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as program:
        await program.press("f10")
        options = program.app.screen.query_one(OptionList)
        total, seen = options.option_count, options.region.height
        assert more(program) == f"… {total - seen} lagi di bawah"
        assert more(program) in program.screen_text()
        assert ascii_text(more(program)).lstrip("~ ") == more(program).lstrip("… ")
        await program.press(*["down"] * seen)
        assert more(program) == f"… {total - seen - 1} lagi di bawah · 1 lagi di atas"
        await program.press("end")
        assert more(program) == f"… {total - seen} lagi di atas"
        assert "Esc kemb" in program.screen_text()


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18), (50, 20)])
async def test_the_heading_of_the_menu_is_a_whole_sentence(
    open_program: Open, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as program:
        await program.press("f10")
        title = next(row for row in rows(program) if "Menu layar ini" in row)
        room = size[0] > len(TITLE)
        assert (TITLE if room else f"{FIRST}.  ") in title


async def test_a_menu_that_is_seen_whole_says_nothing_of_more(open_program: Open) -> None:
    async with open_program(size=(120, 60)) as program:
        await program.press("f10")
        assert isinstance(program.app.screen, MenuScreen)
        assert more(program) == ""
        assert not re.search(r"\d lagi", program.screen_text())


async def test_the_menu_counts_anew_when_the_terminal_changes(open_program: Open) -> None:
    async with open_program(size=(80, 60)) as program:
        await program.press("f10")
        assert more(program) == ""
        await program.pilot.resize_terminal(80, 24)
        await program.settle()
        seen = program.app.screen.query_one(OptionList).region.height
        assert re.match(r"… \d+ lagi di bawah", more(program))
        assert seen == 16
        await program.pilot.resize_terminal(80, 60)
        await program.settle()
        assert more(program) == ""


@pytest.mark.parametrize("way", [("d", "slash"), ("slash",), ("slash", "slash"), ("d",)])
async def test_in_the_contents_of_the_manual_the_slash_searches_and_is_no_text(
    open_program: Open, way: tuple[str, ...]
) -> None:
    async with open_program() as program:
        await program.press("f1", *way)
        assert isinstance(program.app.screen, ContentsScreen)
        assert program.app.screen.query_one(Input).value == ""
        assert "Memulai · Unit" in program.screen_text()
        await program.type("persen")
        assert program.app.screen.query_one(Input).value == "persen"
        assert "Unit · Tiga angka persentase" in program.screen_text()
        await program.press("enter")
        assert isinstance(program.app.screen, HelpScreen)
        assert "Tiga angka persentase" in rows(program)[2]


async def test_a_slash_within_what_is_searched_is_text(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("f1", "slash")
        await program.type("46/2011")
        assert program.app.screen.query_one(Input).value == "46/2011"


@pytest.mark.parametrize(("key", "least"), [("f10", 6), ("ctrl+p", 8)])
async def test_in_the_lowest_window_the_lists_of_keys_have_all_lines_but_those_they_need(
    open_program: Open, key: str, least: int
) -> None:
    async with open_program(size=(40, 10)) as program:
        await program.press(key)
        listed = program.app.screen.query_one(OptionList)
        shown = rows(program)[listed.region.y : listed.region.bottom]
        assert listed.region.height == least
        assert all("│" not in row and row.strip() for row in shown)
        assert keys_line(program)[0] == 9


@pytest.mark.parametrize("keys", [(), ("enter",), ("f6",), ("f10",)])
@pytest.mark.parametrize("size", [(80, 24), (60, 18), (40, 10)])
async def test_every_message_is_whole_however_nearly_it_fills_a_line(
    open_program: Open, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with open_program(size=size) as program:
        await program.press(*keys)
        widest = min(70, size[0])
        for length in range(widest - 6, widest + 3):
            words = f"{'satu dua ' * 9}"[: length - 5].strip() + " akhir"
            program.app.clear_notifications()
            program.app.screen.notify(words, markup=False)
            await program.settle()
            (toast,) = (one for one in program.app.screen.query(Toast) if one.region)
            shown = "\n".join(
                row[toast.region.x : toast.region.right]
                for row in rows(program)[toast.region.y : toast.region.bottom]
            )
            assert "akhir" in shown, length


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
@pytest.mark.parametrize("keys", [(), ("enter",), ("f5",), ("f1",)])
async def test_a_message_stands_where_the_one_stood_whose_place_it_takes(
    open_program: Open, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with open_program(size=size) as program:
        await program.press(*keys)
        places = []
        for words in ("satu", "dua", "tiga"):
            for old in program.app._notifications:
                old.raised_at -= READ
            program.app.screen.notify(words, markup=False)
            await program.settle()
            (toast,) = (one for one in program.app.screen.query(Toast) if one.region)
            places.append(toast.region.y)
        assert places == places[:1] * 3
