"""The open field: what else happens on the screen while something is being typed."""

from textual import events
from textual.widgets import Input

from skp_tui.ui.widgets.grid.grid import Grid
from tests.ui.test_grid_app import COLUMNS, GridApp, row


async def test_try_commit_commits_or_keeps_the_edit_open() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        assert app.grid.try_commit()
        await pilot.press("right", "x")
        assert not app.grid.try_commit()
        assert app.open()
        assert app.unsaved()
        await pilot.press("backspace", "9")
        assert app.grid.try_commit()
        await pilot.pause()
        assert app.submitted() == [("r1", "kuant", "9", "5")]
        assert app.at() == ("r1", "kuant")


async def test_a_jump_does_not_leave_a_refused_text() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "x")
        assert not app.grid.move_to("r3", "mutu")
        assert app.at() == ("r1", "kuant")
        assert app.open()


async def test_the_focus_going_to_another_widget_commits() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "4", "8")
        app.query_one("#after", Input).focus()
        await pilot.pause()
        assert app.submitted() == [("r1", "kuant", "48", "5")]


async def test_the_terminal_losing_the_focus_keeps_a_half_typed_text_open() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "4", "8")
        app.post_message(events.AppBlur())
        await pilot.pause()
        app.post_message(events.AppFocus())
        await pilot.pause()
        await pilot.press("0", "enter")
        assert app.submitted() == [("r1", "kuant", "480", "5")]


async def test_an_edit_goes_on_when_its_row_moves_and_is_told_when_it_vanishes() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "4", "8")
        app.grid.set_rows([row(7), row(8), row(1)])
        await pilot.press("0")
        assert " 480" in app.shown()
        app.grid.set_rows([row(7)])
        await pilot.pause()
        dropped = [(m.row_key, m.text) for m in app.told if isinstance(m, Grid.EditDropped)]
        assert dropped == [("r1", "480")]
        assert not app.open()


async def test_the_field_and_the_reason_hide_no_number_by_half() -> None:
    grid = Grid(COLUMNS, check=lambda _row, _column, _text: "tidak boleh begini, coba lagi")
    app = GridApp(grid, [row(1, "Menyusun"), row(2, kuant="123456", mutu="98765")])
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("down", "right", "right", *"berkas besar", "enter")
        assert "98765" not in app.shown()
        assert "765" not in app.shown()
        assert "123456" in app.shown()


async def test_a_long_text_widens_the_field_over_its_neighbours() -> None:
    app = GridApp()
    async with app.run_test(size=(60, 12)) as pilot:
        text = "Menyusun daftar urut kepangkatan pegawai"
        app.grid.begin_edit("")
        app.grid.post_message(events.Paste(text))
        await pilot.pause()
        assert text in app.shown()
        await pilot.press("escape")
        assert text not in app.shown()


async def test_resizing_keeps_an_open_edit_over_its_cell() -> None:
    app = GridApp()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("right", "4", "8")
        for size in ((20, 5), (1, 1), (300, 100), (40, 10)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert " 48 " in app.shown()
        await pilot.press("enter")
        assert app.submitted() == [("r1", "kuant", "48", "5")]


async def test_the_wheel_does_not_carry_an_open_edit_away() -> None:
    app = GridApp(rows=[row(number) for number in range(1, 60)])
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("4")
        await pilot._post_mouse_events([events.MouseScrollDown], app.grid, (5, 5))
        assert app.grid.scroll_offset.y == 0
        await pilot.press("escape")
        await pilot._post_mouse_events([events.MouseScrollDown], app.grid, (5, 5))
        assert app.grid.scroll_offset.y > 0
