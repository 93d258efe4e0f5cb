"""What is typed, what is committed, what is refused."""

import pytest
from textual import events

from skp_tui.ui.widgets.grid.grid import Grid, Row
from tests.ui.test_grid_app import COLUMNS, NOT_A_NUMBER, GridApp, check, row


async def test_typing_replaces_and_enter_commits_and_goes_down() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "4", "8", "0", "enter")
        assert app.submitted() == [("r1", "kuant", "480", "5")]
        assert app.at() == ("r2", "kuant")
        assert "·   480 berkas" in app.lines()[2]
        assert not app.open()


async def test_f2_keeps_the_text_with_the_cursor_at_its_end() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "f2", "0", "left", "left", "1", "tab")
        assert app.submitted() == [("r1", "kuant", "150", "5")]
        assert app.at() == ("r1", "satuan")


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("enter", ("r3", "kuant")),
        ("down", ("r3", "kuant")),
        ("up", ("r1", "kuant")),
        ("tab", ("r2", "satuan")),
        ("shift+tab", ("r2", "nama")),
        ("ctrl+home", ("r1", "kuant")),
        ("ctrl+end", ("r3", "kuant")),
        ("pageup", ("r1", "kuant")),
        ("pagedown", ("r3", "kuant")),
    ],
)
async def test_keys_that_commit_also_move(key: str, place: tuple[str, str]) -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("down", "right", "7", key)
        assert app.submitted() == [("r2", "kuant", "7", "5")]
        assert app.at() == place


async def test_an_unchanged_text_only_moves() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "f2", "enter", "5", "enter")
        assert app.submitted() == []
        assert app.at() == ("r3", "kuant")


async def test_signs_typed_in_one_burst_keep_their_order() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "right")
        for sign in "dokumen":
            app.post_message(events.Key(sign, sign))
        app.post_message(events.Key("enter", None))
        for sign in "buku":
            app.post_message(events.Key(sign, sign))
        app.post_message(events.Key("tab", None))
        await pilot.pause()
        await pilot.pause()
        assert [text for _, _, text, _ in app.submitted()] == ["dokumen", "buku"]


async def test_a_refused_text_stays_with_the_reason_under_its_cell() -> None:
    app = GridApp()
    async with app.run_test(size=(80, 14)) as pilot:
        await pilot.press("right", "1", "x", "enter")
        assert app.submitted() == []
        assert app.count(Grid.CellRefused) == 1
        assert app.at() == ("r1", "kuant")
        assert app.open()
        assert " 1x " in app.shown()
        assert f"! {NOT_A_NUMBER}" in app.lines()[3]
        await pilot.press("y")
        assert NOT_A_NUMBER in app.lines()[3]
        await pilot.press("backspace", "1", "2")
        assert NOT_A_NUMBER not in app.shown()
        await pilot.press("enter")
        assert app.submitted() == [("r1", "kuant", "12", "5")]


FULL = "Cakram penuh; nilai belum tersimpan."


@pytest.mark.parametrize("keys", [("backspace",), ("f2", "backspace")])
async def test_backspace_takes_one_sign_of_a_refused_text_not_the_whole(
    keys: tuple[str, ...],
) -> None:
    app = GridApp()
    async with app.run_test(size=(80, 14)) as pilot:
        await pilot.press("right", "1", "2", "x", "enter", *keys)
        assert " 12 " in app.shown()
        assert NOT_A_NUMBER not in app.shown()
        await pilot.press("enter")
        assert app.submitted() == [("r1", "kuant", "12", "5")]


async def test_delete_clears_a_refused_text_at_one_blow() -> None:
    app = GridApp()
    async with app.run_test(size=(80, 14)) as pilot:
        await pilot.press("right", "1", "2", "x", "enter", "delete", "7", "enter")
        assert app.submitted() == [("r1", "kuant", "7", "5")]


async def test_backspace_opens_a_marked_cell_with_its_refused_text() -> None:
    app = GridApp()
    async with app.run_test(size=(80, 14)) as pilot:
        await pilot.press("right", "backspace")
        assert not app.open()
        await pilot.press("7", "enter", "8")
        app.grid.failed("r1", "kuant", "7", FULL)
        await pilot.press("escape", "up")
        assert not app.open()
        await pilot.press("backspace")
        assert app.open()
        assert FULL in app.shown()
        await pilot.press("0", "enter")
        assert app.submitted()[-1] == ("r1", "kuant", "70", "5")


@pytest.mark.parametrize("key", ["enter", "tab", "shift+tab", "up", "down", "pagedown"])
async def test_no_key_leaves_a_refused_text(key: str) -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("down", "right", "x", key)
        assert app.at() == ("r2", "kuant")
        assert app.open()
        assert app.submitted() == []


async def test_escape_brings_the_old_value_back_and_bubbles_when_no_edit_is_open() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "x", "enter", "escape")
        assert not app.open()
        assert app.keys == []
        assert NOT_A_NUMBER not in app.shown()
        assert app.grid.cell_text("r1", "kuant") == "5"
        await pilot.press("escape")
        assert app.keys == ["escape"]


async def test_the_reason_stands_above_a_cell_on_the_last_line() -> None:
    app = GridApp(rows=[row(number) for number in range(1, 40)])
    async with app.run_test(size=(80, 14)) as pilot:
        await pilot.press("ctrl+end", "right", "x", "enter")
        lines = app.lines()
        assert lines[-1].startswith(">")
        assert NOT_A_NUMBER in lines[-2]


async def test_a_long_reason_is_wrapped_to_three_lines_at_most() -> None:
    reason = "kata " * 100
    grid = Grid(COLUMNS, check=lambda _row, _column, _text: reason)
    app = GridApp(grid)
    async with app.run_test(size=(40, 16)) as pilot:
        await pilot.press("right", "x", "enter")
        with_reason = [line for line in app.lines() if "kata" in line]
        assert len(with_reason) == 3
        assert with_reason[-1].rstrip().endswith("…")
        assert all(len(line) == 40 for line in app.lines())


async def test_delete_clears_and_is_checked_too() -> None:
    def must(_row: str, column: str, text: str) -> str | None:
        return "tidak boleh kosong" if column == "nama" and not text else None

    app = GridApp(Grid(COLUMNS, check=must))
    async with app.run_test() as pilot:
        await pilot.press("delete")
        assert app.submitted() == []
        assert app.open()
        assert "tidak boleh kosong" in app.shown()
        await pilot.press("escape", "right", "delete", "delete")
        assert app.submitted() == [("r1", "kuant", "", "5")]
        assert app.at() == ("r1", "kuant")


async def test_read_only_cells_say_so_and_do_not_open() -> None:
    locked = Row("r1", ("1", "Arsip", "5", "berkas", "–", "–"), locked=frozenset({"kuant"}))
    app = GridApp(rows=[locked, row(2)])
    async with app.run_test() as pilot:
        await pilot.press("right", "x", "f2", "delete", "end", "7")
        app.grid.post_message(events.Paste("8"))
        await pilot.pause()
        told = [m.column_key for m in app.told if isinstance(m, Grid.ReadOnly)]
        assert told == ["kuant", "kuant", "kuant", "nilai", "nilai"]
        assert app.submitted() == []
        await pilot.press("home", "tab", "tab")
        assert app.at() == ("r1", "satuan")


@pytest.mark.parametrize("key", ["f1", "f3", "f4", "f9", "ctrl+n"])
async def test_keys_of_the_screen_reach_it_during_an_edit(key: str) -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("4", "8", "home", key)
        assert app.keys == [key]
        assert app.open()
        assert " 48 " in app.shown()


async def test_a_question_mark_is_help_outside_a_field_and_a_sign_inside() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        assert app.keys == ["question_mark"]
        await pilot.press("a", "question_mark", "enter")
        assert app.keys == ["question_mark"]
        assert app.submitted()[0][2] == "a?"


async def test_edit_text_gives_what_editing_begins_with() -> None:
    grid = Grid(COLUMNS, check=check, edit_text=lambda _row, _column: "1500")
    app = GridApp(grid, [row(1, kuant="1.500")])
    async with app.run_test() as pilot:
        await pilot.press("right", "f2", "0", "enter")
        assert app.submitted() == [("r1", "kuant", "15000", "1500")]


async def test_a_column_takes_no_more_signs_than_its_maximum() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", *"12345678", "enter")
        assert app.submitted() == [("r1", "kuant", "123456", "5")]


async def test_a_text_longer_than_its_maximum_can_be_shortened_and_pasted_whole() -> None:
    app = GridApp(rows=[row(1, kuant="12345678")])
    async with app.run_test() as pilot:
        await pilot.press("right", "f2", "backspace", "enter")
        app.grid.post_message(events.Paste("987654321"))
        await pilot.press("enter")
        assert [text for _, _, text, _ in app.submitted()] == ["1234567", "987654321"]


async def test_one_pasted_text_is_put_into_the_cell_cleaned() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        app.grid.post_message(events.Paste("\x1b[31mRapat\u202e dinas\n"))
        await pilot.pause()
        assert not app.open()
        assert app.submitted() == [("r1", "nama", "Rapat dinas", "Arsip")]


async def test_one_text_pasted_into_an_open_field_joins_what_stands_there() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("f2", "home", *"Rapat dinas ")
        app.grid.post_message(events.Paste("pagi \n"))
        await pilot.pause()
        await pilot.press("enter")
        assert app.submitted()[0][2] == "Rapat dinas pagi Arsip"
