"""Texts that try to be more than text, and texts wider than they look."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual import events

from skp_tui.ui.widgets.grid.grid import Column, Grid
from skp_tui.ui.widgets.grid.layout import lay_out
from skp_tui.ui.widgets.grid.paint import fit, wrap
from tests.ui.test_grid_app import COLUMNS, GridApp, row

HOSTILE = [
    "[@click=app.quit]Siti[/]",
    "Siti [/]",
    "\x1b]0;judul\x07\x1b[2JSiti",
    "\x9b31mSiti",
    "Siti\u202etxt.exe\u2066",
    "A" * 10_000,
    "e" + "\u0301" * 10_000,
    "漢字漢字漢字漢字漢字",
    "👩\u200d👩\u200d👧 keluarga",
    "a\tb\nc",
    "\ud800",
    "",
]


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_hostile_text_is_drawn_as_text_and_keeps_the_lines_straight(text: str) -> None:
    app = GridApp(Grid([Column("x", text or "-", 10, group=text), *COLUMNS[1:]]), [row(1, text)])
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.click(app.grid, offset=(3, 2))
        await pilot.press("f2", "escape")
        for y in range(app.grid.size.height):
            strip = app.grid.render_line(y)
            assert strip.cell_length == 60
            assert cell_len(strip.text) == 60
            assert not any(sign in strip.text for sign in "\x1b\x9b\x07\u202e\u2066\u200d\n\t")
        assert app.is_running


async def test_markup_in_a_cell_is_shown_as_it_is() -> None:
    app = GridApp(rows=[row(1, "[@click=app.quit]Siti[/]")])
    async with app.run_test(size=(90, 12)) as pilot:
        await pilot.pause()
        assert "[@click=app.quit]Siti[/]" in app.lines()[2]


async def test_markup_in_a_reason_is_shown_as_it_is() -> None:
    grid = Grid(COLUMNS, check=lambda _row, _column, text: f"{text} [/] \x1b[31m salah")
    app = GridApp(grid)
    async with app.run_test(size=(90, 12)) as pilot:
        await pilot.press("[", "/", "]", "enter")
        assert "[/] [/] salah" in app.shown()


@pytest.mark.parametrize("sign", ["漢", "👍", "é"])
async def test_wide_signs_can_be_typed(sign: str) -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        app.post_message(events.Key("sign", sign))
        await pilot.press("a", "enter")
        assert app.submitted()[0][2] == f"{sign}a"
        assert f"{sign}a" in app.lines()[2]


async def test_one_column_and_one_row_are_enough() -> None:
    app = GridApp(Grid([Column("x", "X", 3)]), [])
    async with app.run_test(size=(10, 6)) as pilot:
        await pilot.press("tab")
        assert app.lines()[0] == "  X       "


@given(st.text(), st.integers(0, 30), st.sampled_from(["left", "right"]))
def test_a_fitted_text_has_exactly_its_width(text: str, width: int, align: str) -> None:
    fitted = fit(text, width, "right" if align == "right" else "left", "…")
    assert cell_len(fitted) == width


@given(st.text(), st.integers(1, 30), st.integers(1, 3))
def test_a_wrapped_sentence_stays_in_its_box(text: str, width: int, limit: int) -> None:
    lines = wrap(text, width, limit, "…")
    assert len(lines) <= limit
    assert all(cell_len(line) <= width for line in lines)


@given(
    st.lists(st.tuples(st.integers(1, 40), st.booleans()), min_size=1, max_size=12),
    st.integers(1, 120),
)
def test_every_column_can_be_scrolled_wholly_into_view(
    widths: list[tuple[int, bool]], width: int
) -> None:
    columns = [Column(str(i), "", w, frozen=f) for i, (w, f) in enumerate(widths)]
    layout = lay_out(columns, width)
    for index, column in enumerate(columns):
        scroll = layout.follow(index, 0)
        assert 0 <= scroll <= max(0, layout.scroll_width - width)
        pieces = {piece.slot.index: piece for piece in layout.pieces(scroll)}
        if column.width + 1 <= layout.room - layout.frozen_width:
            assert pieces[index].whole
