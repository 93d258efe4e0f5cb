"""What happens between a commit and the answer of whoever stores it."""

from textual.widgets import Input

from skp_tui.ui.widgets.grid.grid import Grid
from tests.ui.test_grid_app import CountingGrid, GridApp, row

FULL = "Cakram penuh; nilai belum tersimpan."


async def test_saved_takes_the_mark_away_and_keeps_the_text() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "7", "enter")
        assert "·     7" in app.lines()[2]
        assert app.unsaved()
        app.grid.saved("r1", "kuant")
        assert "·" not in app.lines()[2]
        assert " 7 berkas" in app.lines()[2]
        assert not app.unsaved()
        app.grid.update_row(row(1, kuant="7,00"))
        assert " 7,00 berkas" in app.lines()[2]


async def test_a_row_given_while_a_cell_is_written_does_not_hide_the_typed_text() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "7", "enter")
        app.grid.update_row(row(1, kuant="5", name="Lain"))
        assert "Lain" in app.lines()[2]
        assert "·     7" in app.lines()[2]
        app.grid.update_row(row(1, kuant="7,00"))
        app.grid.saved("r1", "kuant")
        assert " 7,00 berkas" in app.lines()[2]


async def test_the_answer_to_a_first_write_leaves_the_mark_of_the_second() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "7", "enter", "up", "8", "enter")
        assert [text for _, _, text, _ in app.submitted()] == ["7", "8"]
        assert app.submitted()[1][3] == "7"
        app.grid.saved("r1", "kuant")
        assert "·     8" in app.lines()[2]
        app.grid.saved("r1", "kuant")
        assert "·" not in app.lines()[2]
        assert app.grid.cell_text("r1", "kuant") == "8"


async def test_typing_the_old_text_again_while_another_is_written_is_a_change() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "7", "enter", "up", "5", "enter")
        assert app.submitted() == [("r1", "kuant", "7", "5"), ("r1", "kuant", "5", "7")]


async def test_a_failed_write_opens_the_cell_with_the_text_and_the_reason() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "7", "enter", "down")
        app.grid.failed("r1", "kuant", "7", FULL)
        await pilot.pause()
        assert app.at() == ("r1", "kuant")
        assert app.open()
        assert "!7 " in app.shown()
        assert f"! {FULL}" in app.lines()[3]
        await pilot.press("enter")
        assert app.submitted() == [("r1", "kuant", "7", "5")] * 2
        app.grid.saved("r1", "kuant")
        assert app.grid.refused_cells == ()


async def test_escape_after_a_failed_write_shows_the_stored_value() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "7", "enter")
        app.grid.failed("r1", "kuant", "7", FULL)
        await pilot.press("escape")
        assert app.grid.cell_text("r1", "kuant") == "5"
        assert not app.unsaved()


async def test_a_failed_write_waits_while_another_edit_is_open() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "7", "enter", "9", "9")
        app.grid.failed("r1", "kuant", "7", FULL)
        await pilot.pause()
        assert app.at() == ("r2", "kuant")
        assert " 99 " in app.shown()
        assert "!     7 berkas" in app.lines()[2]
        assert FULL not in app.shown()
        await pilot.press("enter")
        assert app.grid.refused_cells == (("r1", "kuant"),)
        await pilot.press("up", "up")
        assert f"! {FULL}" in app.lines()[3]
        await pilot.press("f2")
        assert app.open()
        assert FULL in app.lines()[3]
        await pilot.press("0")
        assert FULL not in app.shown()
        await pilot.press("enter")
        assert app.submitted()[-1] == ("r1", "kuant", "70", "5")


async def test_typing_the_stored_value_over_a_refused_text_settles_it() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "7", "enter", "9")
        app.grid.failed("r1", "kuant", "7", FULL)
        await pilot.press("escape", "up", "5", "enter")
        assert len(app.submitted()) == 1
        assert app.grid.refused_cells == ()


async def test_a_failed_write_does_not_take_the_keyboard_from_another_widget() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "7", "enter")
        app.query_one("#after", Input).focus()
        await pilot.press("a")
        app.grid.failed("r1", "kuant", "7", FULL)
        await pilot.press("b")
        assert app.query_one("#after", Input).value == "ab"
        assert not app.open()
        assert app.grid.refused_cells == (("r1", "kuant"),)


async def test_a_failed_write_of_the_cell_being_typed_keeps_the_newer_text() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "7", "enter", "up", "8")
        app.grid.failed("r1", "kuant", "7", FULL)
        await pilot.pause()
        assert "!8 " in app.shown()
        assert FULL in app.shown()
        await pilot.press("enter")
        assert app.submitted()[-1] == ("r1", "kuant", "8", "5")
        assert app.grid.refused_cells == ()


async def test_a_failed_write_that_a_later_one_replaces_is_let_go() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "7", "enter", "up", "8", "enter")
        app.grid.failed("r1", "kuant", "7", FULL)
        assert not app.open()
        assert "·     8" in app.lines()[2]
        app.grid.failed("r1", "kuant", "8", FULL)
        await pilot.pause()
        assert app.open()
        assert "!8 " in app.shown()


async def test_a_failed_write_of_a_row_that_is_gone_is_told() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "7", "enter")
        app.grid.set_rows([row(2)])
        app.grid.saved("r1", "kuant")
        app.grid.failed("r1", "kuant", "7", FULL)
        await pilot.pause()
        dropped = [(m.row_key, m.text) for m in app.told if isinstance(m, Grid.EditDropped)]
        assert dropped == [("r1", "7")]
        assert not app.unsaved()


async def test_a_refused_text_whose_row_is_gone_is_told() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "7", "enter", "9")
        app.grid.failed("r1", "kuant", "7", FULL)
        app.grid.set_rows([row(2)])
        await pilot.pause()
        dropped = [(m.row_key, m.text) for m in app.told if isinstance(m, Grid.EditDropped)]
        assert dropped == [("r1", "7")]


async def test_an_answer_that_comes_after_the_grid_was_taken_away_does_no_harm() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "7", "enter")
        await app.grid.remove()
        app.grid.failed("r1", "kuant", "7", FULL)
        assert app.grid.refused_cells == (("r1", "kuant"),)


async def test_update_row_repaints_its_line_only() -> None:
    grid = CountingGrid()
    app = GridApp(grid)
    async with app.run_test() as pilot:
        await pilot.pause()
        grid.drawn.clear()
        app.grid.update_row(row(2, name="Berubah"))
        app.grid.update_row(row(77))
        await pilot.pause()
        assert sorted(grid.drawn) == [3]
        assert "Berubah" in app.lines()[3]
