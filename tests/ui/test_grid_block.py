"""Many cells of a grid at once: it marks them, and says what is meant to be done."""

import pytest
from textual import events, on
from textual.message import Message

from skp_tui.domain.block import MOST_SIGNS
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.grid.block import FIELD_IS_OPEN, NOTHING_ABOVE, NOTHING_COPIED
from skp_tui.ui.widgets.grid.grid import Block, CellText, Grid, Row
from tests.ui.test_grid_app import COLUMNS, GridApp, check, row


class BlockApp(GridApp):
    """Write down what the grid tells about blocks too."""

    @on(Grid.BlockSubmitted)
    @on(Grid.BlockCopied)
    @on(Grid.BlockRefused)
    @on(Grid.MarkChanged)
    def write_down_block(self, message: Message) -> None:
        """Keep a message of the grid."""
        self.told.append(message)

    @property
    def block(self) -> grid_messages.BlockSubmitted:
        """Return the one block that was submitted."""
        (found,) = (told for told in self.told if isinstance(told, Grid.BlockSubmitted))
        return found

    def cells(self) -> list[tuple[str, str, str]]:
        """Return what the block gives to which cell."""
        return [(cell.row_key, cell.column_key, cell.text) for cell in self.block.cells]

    def refused(self) -> list[str]:
        """Return why nothing was done."""
        return [told.reason for told in self.told if isinstance(told, Grid.BlockRefused)]

    def marked(self) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Return the marked rows and columns."""
        block = self.grid.marked
        return None if block is None else (block.rows, block.columns)


def numbered(count: int = 4) -> list[Row]:
    return [row(n, f"Arsip {n}", str(n * 10), str(n * 11)) for n in range(1, count + 1)]


async def paste(app: GridApp, text: str) -> None:
    app.grid.post_message(events.Paste(text))


@pytest.mark.parametrize(
    ("keys", "rows", "columns"),
    [
        (("ctrl+b",), ("r2",), ("kuant",)),
        (("ctrl+b", "down", "right"), ("r2", "r3"), ("kuant", "satuan")),
        (("ctrl+b", "up", "left"), ("r1", "r2"), ("nama", "kuant")),
        (("ctrl+b", "end", "ctrl+end"), ("r2", "r3", "r4"), ("kuant", "satuan", "mutu", "nilai")),
        (("ctrl+b", "home", "ctrl+home"), ("r1", "r2"), ("no", "nama", "kuant")),
        (("ctrl+b", "pagedown"), ("r2", "r3", "r4"), ("kuant",)),
        (("ctrl+b", *("up",) * 9), ("r1", "r2"), ("kuant",)),
        (("ctrl+b", "down", "down", "up"), ("r2", "r3"), ("kuant",)),
        (("shift+down", "shift+right"), ("r2", "r3"), ("kuant", "satuan")),
        (("shift+up", "shift+home"), ("r1", "r2"), ("no", "nama", "kuant")),
        (("ctrl+b", "down", "shift+right"), ("r2", "r3"), ("kuant", "satuan")),
    ],
)
async def test_the_mark_key_and_shift_mark_a_rectangle_up_to_the_cursor(
    keys: tuple[str, ...], rows: tuple[str, ...], columns: tuple[str, ...]
) -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await pilot.press("down", "right", *keys)
        assert app.marked() == (rows, columns)
        assert app.count(Grid.PastEnd) == 0


@pytest.mark.parametrize(
    ("begin", "key"),
    [
        ("ctrl+b", "ctrl+b"),
        ("ctrl+b", "escape"),
        ("ctrl+b", "enter"),
        ("ctrl+b", "tab"),
        ("ctrl+b", "f2"),
        ("ctrl+b", "ctrl+c"),
        ("shift+down", "down"),
        ("shift+down", "left"),
        ("shift+down", "escape"),
    ],
)
async def test_the_mark_goes_by_its_key_by_escape_and_by_going_on(begin: str, key: str) -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await pilot.press("right", begin, key)
        assert app.marked() is None
        assert "escape" not in app.keys
        assert all("»" not in line for line in app.lines())


async def test_the_marked_cells_are_seen_without_colour() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test(size=(70, 12)) as pilot:
        await pilot.press("right", "ctrl+b", "down", "right")
        first, second, third = app.lines()[2:5]
        assert "»    10»berkas" in first
        assert "»    20»berkas" in second
        assert "»" not in third
        await pilot.press("up")
        assert "»" not in app.lines()[3]


async def test_one_cell_is_filled_from_above_as_if_it_were_typed() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await pilot.press("down", "right", "ctrl+d")
        assert app.submitted() == [("r2", "kuant", "10", "20")]
        assert app.at() == ("r2", "kuant")


async def test_a_cell_of_the_first_row_has_nothing_above() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await pilot.press("right", "ctrl+d")
        assert app.refused() == [NOTHING_ABOVE]
        assert app.submitted() == []


async def test_an_open_field_takes_the_text_above_and_stays_open() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await pilot.press("down", "x", "ctrl+d")
        assert app.open()
        assert app.submitted() == []
        await pilot.press("b", "enter")
        assert app.submitted() == [("r2", "nama", "Arsip 1b", "Arsip 2")]


async def test_a_block_is_filled_from_its_top_row_except_computed_columns() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await pilot.press("right", "ctrl+b", "down", "down", "end", "ctrl+d")
        assert app.block.kind == "fill"
        assert app.cells() == [
            (f"r{n}", column, text)
            for n in (2, 3)
            for column, text in (("kuant", "10"), ("satuan", "berkas"), ("mutu", "11"))
        ]
        assert app.marked() is None
        assert not app.unsaved()


async def test_a_block_of_one_row_is_filled_from_the_row_above() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await pilot.press("down", "ctrl+b", "right", "ctrl+d")
        assert app.cells() == [("r2", "nama", "Arsip 1"), ("r2", "kuant", "10")]


async def test_delete_clears_a_block_and_says_the_locked_cells() -> None:
    locked = Row(
        "r2", ("2", "Arsip 2", "20", "berkas", "–", "–"), locked=frozenset({"kuant", "mutu"})
    )
    app = BlockApp(rows=[row(1), locked])
    async with app.run_test() as pilot:
        await pilot.press("right", "ctrl+b", "down", "end", "delete")
        assert app.block.kind == "clear"
        assert [cell[:2] for cell in app.cells()] == [
            ("r1", "kuant"), ("r1", "satuan"), ("r1", "mutu"), ("r2", "satuan"),
        ]  # fmt: skip
        assert app.block.locked == (CellText("r2", "kuant", ""),)


async def test_a_block_of_computed_cells_only_is_read_only() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await pilot.press("end", "ctrl+b", "down", "delete")
        assert app.count(Grid.ReadOnly) == 1
        assert app.count(Grid.BlockSubmitted) == 0


async def test_what_is_copied_stands_between_tabs() -> None:
    app = BlockApp(rows=[row(1, "Arsip"), row(2, "Rapat", "7", "90")])
    async with app.run_test() as pilot:
        await pilot.press("home", "ctrl+b", "down", "end", "ctrl+c")
        assert app.clipboard == "1\tArsip\t5\tberkas\t–\t88,67\n2\tRapat\t7\tberkas\t90\t88,67\n"
        (copied,) = (told for told in app.told if isinstance(told, Grid.BlockCopied))
        assert copied.block == Block(("r1", "r2"), tuple(column.key for column in COLUMNS))


@pytest.mark.parametrize("marks", [(), ("ctrl+b", "down", "right"), ("ctrl+b", "end", "ctrl+end")])
async def test_pasting_a_copied_block_where_it_was_says_the_same_texts(
    marks: tuple[str, ...],
) -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await pilot.press(
            "right", *marks, "ctrl+c", "ctrl+home", "home", "right", "right", "ctrl+v"
        )
        assert app.refused() == []
        if not marks:
            assert app.submitted() == []
            return
        assert all(app.grid.cell_text(row, column) == text for row, column, text in app.cells())
        assert app.block.locked == ()
        assert app.block.beyond == ()
        assert app.block.skipped == 0


async def test_a_pasted_block_lies_to_the_right_and_down_and_past_the_last_row() -> None:
    app = BlockApp(rows=numbered(2))
    async with app.run_test() as pilot:
        await pilot.press("down")
        await paste(app, "Rapat\t3\tnota\r\nSidang\t4\t\r\n\t\t\r\n")
        await pilot.pause()
        assert app.cells() == [
            ("r2", "nama", "Rapat"),
            ("r2", "kuant", "3"),
            ("r2", "satuan", "nota"),
        ]
        assert app.block.beyond == ({"nama": "Sidang", "kuant": "4", "satuan": ""},)


async def test_a_block_pasted_into_an_empty_grid_begins_at_its_first_column() -> None:
    app = BlockApp(rows=[])
    async with app.run_test() as pilot:
        await paste(app, "Rapat\t3\nSidang\t4\n")
        await pilot.pause()
        assert app.block.beyond == (
            {"nama": "Rapat", "kuant": "3"},
            {"nama": "Sidang", "kuant": "4"},
        )


async def test_texts_on_computed_columns_are_skipped_and_counted_where_they_differ() -> None:
    app = BlockApp(rows=numbered(2))
    async with app.run_test() as pilot:
        await pilot.press("end", "left")
        await paste(app, "5\t88,67\n6\t99\n")
        await pilot.pause()
        assert app.cells() == [("r1", "mutu", "5"), ("r2", "mutu", "6")]
        assert app.block.skipped == 1


async def test_a_block_wider_than_the_grid_is_refused() -> None:
    app = BlockApp(rows=numbered(2))
    async with app.run_test() as pilot:
        await pilot.press("end")
        await paste(app, "5\t6\t7\n")
        await pilot.pause()
        assert app.refused() == ["Tempelan 3 kolom tidak muat: dari kolom ini hanya ada 1 kolom."]


async def test_one_value_fills_the_marked_block() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await pilot.press("right", "ctrl+b", "down", "right")
        await paste(app, "7")
        await pilot.pause()
        assert [cell[2] for cell in app.cells()] == ["7"] * 4


async def test_a_line_is_repeated_over_a_marked_block_of_its_width() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await pilot.press("right", "ctrl+b", "down", "down", "right")
        await paste(app, "7\tnota\n")
        await pilot.pause()
        assert [cell[2] for cell in app.cells()] == ["7", "nota"] * 3


async def test_a_block_takes_the_place_of_a_field_that_nothing_was_typed_into() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await pilot.press("f2")
        await paste(app, "Rapat\nSidang\n")
        await pilot.pause()
        assert not app.open()
        assert app.cells() == [("r1", "nama", "Rapat"), ("r2", "nama", "Sidang")]


async def test_a_block_never_throws_away_what_is_being_typed() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await pilot.press("x")
        await paste(app, "Rapat\nSidang\n")
        await pilot.pause()
        assert app.refused() == [FIELD_IS_OPEN]
        assert app.open()


async def test_megabytes_are_refused_in_one_sentence() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await paste(app, "5\t6\n" * MOST_SIGNS)
        await pilot.pause()
        assert [words for words in app.refused() if "terlalu besar" in words] == app.refused()
        assert len(app.refused()) == 1


async def test_an_empty_clipboard_says_so() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await pilot.press("ctrl+v")
        assert app.refused() == [NOTHING_COPIED]


async def test_a_list_of_whole_rows_has_no_blocks() -> None:
    app = BlockApp(Grid(COLUMNS, cursor="row"), numbered())
    async with app.run_test() as pilot:
        await pilot.press("ctrl+b", "down", "ctrl+d", "delete", "ctrl+v", "shift+down")
        await paste(app, "7\n8\n")
        await pilot.pause()
        assert app.grid.marked is None
        assert app.keys == ["ctrl+d"]
        assert app.count(Grid.BlockSubmitted) == 0


async def test_a_block_is_marked_as_being_saved_until_it_is_answered() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test(size=(70, 12)) as pilot:
        await pilot.press("right", "9", "enter")
        cells = [("r1", "kuant"), ("r2", "kuant")]
        app.grid.set_rows([row(1, kuant="7"), row(2, kuant="8"), *numbered()[2:]])
        app.grid.begin_block(cells)
        assert ["·     7" in line or "·     8" in line for line in app.lines()[2:5]] == [
            True, True, False,
        ]  # fmt: skip
        app.grid.saved("r1", "kuant")
        assert app.unsaved()
        app.grid.block_saved(cells)
        assert not app.unsaved()
        assert all("·" not in line for line in app.lines())


async def test_a_block_that_fails_shows_the_rows_own_texts_again() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test(size=(70, 12)) as pilot:
        await pilot.pause()
        cells = [("r1", "kuant"), ("r2", "kuant")]
        app.grid.begin_block(cells)
        app.grid.block_failed(cells)
        assert not app.unsaved()
        assert app.grid.cell_text("r1", "kuant") == "10"


async def test_a_mark_goes_when_its_rows_go_and_stays_when_they_only_change() -> None:
    app = BlockApp(rows=numbered())
    async with app.run_test() as pilot:
        await pilot.press("ctrl+b", "down")
        app.grid.set_rows([row(1), row(2), row(3), row(4)])
        assert app.grid.marked is not None
        app.grid.set_rows([row(1), row(3)])
        assert app.grid.marked is None


async def test_five_hundred_marked_rows_are_drawn_line_by_line_only() -> None:
    app = BlockApp(rows=numbered(500))
    async with app.run_test(size=(70, 12)) as pilot:
        await pilot.press("ctrl+b", "ctrl+end", "right")
        assert len(app.grid.marked.rows) == 500 if app.grid.marked else False
        assert sum("»" in line for line in app.lines()) == 8


@pytest.mark.parametrize("key", ["ctrl+b", "ctrl+d", "ctrl+c", "ctrl+v", "delete", "shift+down"])
async def test_an_empty_grid_has_nothing_to_mark_fill_or_copy(key: str) -> None:
    app = BlockApp(Grid(COLUMNS, check=check), rows=[])
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.grid.marked is None
        assert app.is_running
