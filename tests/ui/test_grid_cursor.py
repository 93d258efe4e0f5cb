"""Where the cursor goes, and that it is always in view."""

import pytest
from textual.widgets import Input

from skp_tui.ui.widgets.grid.grid import Column, Grid, Row
from skp_tui.ui.widgets.grid.layout import lay_out
from tests.ui.test_grid_app import COLUMNS, CountingGrid, GridApp, row

MANY = [row(number) for number in range(1, 501)]


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (["down", "right"], ("r2", "kuant")),
        (["down", "up"], ("r1", "nama")),
        (["left"], ("r1", "no")),
        (["end"], ("r1", "nilai")),
        (["end", "home"], ("r1", "no")),
        (["ctrl+end"], ("r3", "nama")),
        (["ctrl+end", "ctrl+home"], ("r1", "nama")),
        (["pagedown"], ("r3", "nama")),
        (["pagedown", "pageup"], ("r1", "nama")),
        (["enter"], ("r2", "nama")),
        (["tab"], ("r1", "kuant")),
        (["tab", "tab", "tab", "tab"], ("r2", "nama")),
        (["down", "shift+tab"], ("r1", "mutu")),
    ],
)
async def test_keys_move_the_cursor(keys: list[str], place: tuple[str, str]) -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.at() == place
        assert app.submitted() == []


async def test_every_change_of_the_cursor_is_told_once() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "down", "up")
        places = [(m.row_key, m.column_key) for m in app.told if isinstance(m, Grid.CursorMoved)]
        assert places == [("r1", "nama"), ("r1", "kuant"), ("r2", "kuant"), ("r1", "kuant")]


async def test_past_the_last_row_is_told_and_the_cursor_stays() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+end", "enter", "down", "ctrl+home", "up")
        ends = [(m.direction, m.enter) for m in app.told if isinstance(m, Grid.PastEnd)]
        assert ends == [("down", True), ("down", False), ("up", False)]
        assert app.at() == ("r1", "nama")


async def test_tab_after_the_last_cell_leaves_and_shift_tab_comes_back() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+end", "tab", "tab", "tab", "tab")
        assert [m.forward for m in app.told if isinstance(m, Grid.LeftGrid)] == [True]
        assert app.focused is app.query_one("#after")
        await pilot.press("shift+tab")
        assert app.focused is app.grid
        await pilot.press("ctrl+home", *["shift+tab"] * 4)
        assert app.focused is app.query_one("#before")


async def test_signs_typed_right_after_leaving_go_to_the_next_field() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+end", "tab", "tab")
        await pilot.press("tab", "tab")
        await pilot.press("9", "0")
        assert app.query_one("#after", Input).value == "90"
        assert not app.open()


async def test_a_grid_of_read_only_cells_lets_tab_through() -> None:
    app = GridApp(Grid([Column("a", "A", 5, editable=False)]), [Row("x", ("1",))])
    async with app.run_test() as pilot:
        await pilot.press("tab")
        assert app.focused is app.query_one("#after")
        assert app.count(Grid.LeftGrid) == 1


async def test_five_hundred_rows_follow_the_cursor_down_and_up() -> None:
    app = GridApp(rows=MANY)
    async with app.run_test(size=(70, 20)) as pilot:
        await pilot.press("ctrl+end")
        assert app.lines()[-1].startswith("> 500 Arsip")
        await pilot.press(*["pageup"] * 3)
        assert any(line.startswith(">") for line in app.lines())
        await pilot.press("ctrl+home")
        assert app.lines()[2].startswith(">   1")
        assert "TARGET" in app.lines()[0]


async def test_the_scrollbar_of_rows_that_come_with_a_far_cursor_stands_where_they_are() -> None:
    app = GridApp()
    async with app.run_test(size=(70, 20)) as pilot:
        before = app.grid.show_vertical_scrollbar
        app.grid.set_rows(MANY)
        assert app.grid.move_to("r400", "mutu")
        await pilot.pause()
        assert (before, app.grid.show_vertical_scrollbar) == (False, True)
        assert app.grid.scroll_offset.y > 0
        assert app.grid.vertical_scrollbar.position == app.grid.scroll_offset.y


@pytest.mark.parametrize(("width", "end"), [(60, 59), (50, 49), (49, 48), (48, 48)])
def test_the_last_column_stays_off_the_edge_where_that_hides_no_column(
    width: int, end: int
) -> None:
    placed = lay_out(COLUMNS, width)
    assert placed.slots[-1].end == end
    assert placed.scroll_width == width


async def test_frozen_columns_and_headings_stay_while_the_rest_scrolls() -> None:
    app = GridApp()
    async with app.run_test(size=(40, 12)) as pilot:
        assert "Kegiatan" in app.lines()[1]
        assert app.lines()[1].rstrip().endswith("›")
        await pilot.press("end")
        groups, titles, first = app.lines()[:3]
        assert "Kegiatan" in titles
        assert "‹" in titles
        assert "Nilai" in titles
        assert "NILAI" in groups
        assert "88,67" in first
        await pilot.press("home")
        assert "‹" not in app.lines()[1]


async def test_a_cut_number_is_never_shown() -> None:
    app = GridApp(rows=[row(1, kuant="123456", mutu="98765")])
    async with app.run_test(size=(40, 12)) as pilot:
        for _ in COLUMNS:
            for part in app.lines()[2].replace("│", " ").split():
                assert part in {">", "1", "Arsip", "123456", "berkas", "98765", "88,67", "b…", "…"}
            await pilot.press("right")


async def test_new_rows_keep_the_cursor_on_its_row() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("down", "right")
        app.grid.set_rows([row(9), row(8), row(2)])
        assert app.at() == ("r2", "kuant")
        app.grid.set_rows([row(9), row(8)])
        assert app.at() == ("r8", "kuant")
        app.grid.set_rows([])
        assert app.at() == (None, None)
        app.grid.set_rows([row(4)])
        assert app.at() == ("r4", "nama")


async def test_move_to_jumps_and_says_when_the_place_is_not_there() -> None:
    app = GridApp(rows=MANY)
    async with app.run_test(size=(50, 12)) as pilot:
        assert app.grid.move_to("r400", "mutu")
        await pilot.pause()
        assert app.at() == ("r400", "mutu")
        assert any(line.startswith(">") for line in app.lines())
        assert not app.grid.move_to("r999", "mutu")
        assert not app.grid.move_to("r1", "tidak ada")


async def test_row_cursor_chooses_rows_and_edits_nothing() -> None:
    app = GridApp(Grid(COLUMNS, cursor="row"), MANY)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("down", "enter", "x", "f2", "delete", "end", "home")
        assert [m.row_key for m in app.told if isinstance(m, Grid.RowChosen)] == ["r2"]
        assert not app.open()
        assert app.at()[0] == "r1"
        await pilot.press("right")
        assert app.grid.scroll_offset.x > 0
        await pilot.press("tab")
        assert app.focused is app.query_one("#after")


async def test_a_click_moves_and_a_double_click_edits() -> None:
    app = GridApp()
    async with app.run_test(size=(60, 12)) as pilot:
        x = app.lines()[3].index("berkas")
        await pilot.click(app.grid, offset=(x, 3))
        assert app.at() == ("r2", "satuan")
        assert not app.open()
        await pilot.click(app.grid, offset=(x, 0))
        await pilot.click(app.grid, offset=(x, 9))
        assert app.at() == ("r2", "satuan")
        await pilot.double_click(app.grid, offset=(x, 4))
        assert app.at() == ("r3", "satuan")
        assert app.open()


async def test_a_double_click_chooses_a_row() -> None:
    app = GridApp(Grid(COLUMNS, cursor="row"))
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.double_click(app.grid, offset=(20, 3))
        assert [m.row_key for m in app.told if isinstance(m, Grid.RowChosen)] == ["r2"]


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (300, 100), (3, 3), (80, 24)])
async def test_the_cursor_stays_in_view_at_any_size(size: tuple[int, int]) -> None:
    app = GridApp(rows=MANY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+end", "end", "left")
        await pilot.resize_terminal(*size)
        await pilot.pause()
        await pilot.press("left", "f2", "down", "escape", "up")
        assert app.shown()
        if size[0] >= 20 and size[1] >= 5:
            assert any(line.startswith(">") for line in app.lines())
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert any(line.startswith(">") for line in app.lines())


async def test_without_focus_the_cursor_is_drawn_weaker() -> None:
    app = GridApp()
    async with app.run_test(size=(60, 12)) as pilot:
        strong = app.grid.render_line(2)
        assert any(segment.style and segment.style.reverse for segment in strong)
        await pilot.press("ctrl+end", "tab", "tab", "tab", "tab", "x")
        weak = app.grid.render_line(4)
        assert not any(segment.style and segment.style.reverse for segment in weak)
        assert any(segment.style and segment.style.underline for segment in weak)


async def test_a_move_repaints_two_lines_however_many_rows_there_are() -> None:
    grid = CountingGrid()
    app = GridApp(grid, MANY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        grid.drawn.clear()
        await pilot.press("down")
        assert sorted(grid.drawn) == [2, 3]


def lit(grid: Grid, y: int) -> tuple[str, str]:
    """Return what stands before the cursor on a line, and what the cursor lights."""
    before, cursor = "", ""
    for segment in grid.render_line(y):
        if segment.style is not None and segment.style.reverse:
            cursor += segment.text
        elif not cursor:
            before += segment.text
    return before, cursor


@pytest.mark.parametrize(
    ("steps", "before", "cursor"),
    [(0, " ", "Arsip"), (1, " ", "5"), (2, " ", "berkas"), (3, " ", "–"), (4, " ", "88,67")],
)
async def test_a_plain_blank_stands_between_the_cursor_and_its_neighbours(
    steps: int, before: str, cursor: str
) -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press(*["right"] * steps)
        left, shown = lit(app.grid, app.grid.header_height)
        assert left.endswith(before)
        assert shown.strip() == cursor
        width = app.grid.columns[steps + 1].width
        assert len(shown) >= width
        # the text stays where it stands in the other rows
        line = app.grid.render_line(app.grid.header_height + 1).text
        assert line[len(left) :].startswith(shown)


async def test_the_open_field_leaves_that_blank_too_and_the_text_stays_in_its_place() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.press("right", "right", "f2")
        await pilot.pause()
        field = app.grid.query_one(Input)
        line = app.grid.render_line(app.grid.header_height + 1).text
        assert field.region.x - app.grid.region.x == line.index("berkas")


async def test_marked_cells_and_whole_rows_are_lit_without_a_gap() -> None:
    rows = [Row("r1", ("1", "Arsip")), Row("r2", ("2", "Surat"))]
    whole = GridApp(Grid(COLUMNS[:2], cursor="row"), rows)
    async with whole.run_test():
        assert "1 Arsip" in lit(whole.grid, whole.grid.header_height)[1]
    marked = GridApp()
    async with marked.run_test() as pilot:
        await pilot.press("right", "ctrl+b", "right", "right")
        assert "5»berkas" in lit(marked.grid, marked.grid.header_height)[1]
