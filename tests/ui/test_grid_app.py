"""The tiny app that the tests of the grid share, and the first things it must show."""

from collections.abc import Sequence
from typing import ClassVar

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

from skp_tui.ui.widgets.grid.grid import Column, Grid, Row

COLUMNS = (
    Column("no", "No", 3, align="right", frozen=True, editable=False),
    Column("nama", "Kegiatan", 10, frozen=True, flexible=True),
    Column("kuant", "Kuant", 6, group="TARGET", align="right", maximum=6),
    Column("satuan", "Satuan", 8, group="TARGET"),
    Column("mutu", "Mutu", 5, group="REALISASI", align="right"),
    Column("nilai", "Nilai", 6, group="NILAI", align="right", editable=False),
)
NOT_A_NUMBER = "bukan angka; tulis angka bulat, misalnya 12"


def row(number: int, name: str = "Arsip", kuant: str = "5", mutu: str = "–") -> Row:
    """Make one row of the shared columns."""
    return Row(f"r{number}", (str(number), name, kuant, "berkas", mutu, "88,67"))


def check(_row: str, column: str, text: str) -> str | None:
    """Refuse what is not a number where numbers stand."""
    wrong = column in {"kuant", "mutu"} and text and not text.isdigit()
    return NOT_A_NUMBER if wrong else None


class CountingGrid(Grid):
    """Write down which lines are drawn."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, check=check)
        self.drawn: set[int] = set()

    def render_line(self, y: int) -> Strip:
        """Draw a line as ever."""
        self.drawn.add(y)
        return super().render_line(y)


class GridApp(App[None]):
    """Hold a grid between two fields and write down what it tells."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"note('{key}')", key)
        for key in ("f1", "f3", "f4", "f9", "ctrl+n", "ctrl+d", "escape", "question_mark")
    ]
    CSS = "Input { height: 1; border: none; } #after { dock: bottom; } #before { dock: top; }"

    def __init__(self, grid: Grid | None = None, rows: Sequence[Row] | None = None) -> None:
        super().__init__()
        self.grid = Grid(COLUMNS, check=check) if grid is None else grid
        self.grid.set_rows([row(1), row(2), row(3)] if rows is None else rows)
        self.told: list[Message] = []
        self.keys: list[str] = []

    def compose(self) -> ComposeResult:
        """Yield the grid between two fields."""
        yield Input(id="before")
        yield self.grid
        yield Input(id="after")

    def on_mount(self) -> None:
        """Give the grid the keyboard."""
        self.grid.focus()

    @on(Grid.CellSubmitted)
    @on(Grid.CellRefused)
    @on(Grid.CursorMoved)
    @on(Grid.EditDropped)
    @on(Grid.LeftGrid)
    @on(Grid.PastEnd)
    @on(Grid.ReadOnly)
    @on(Grid.RowChosen)
    def write_down(self, message: Message) -> None:
        """Keep a message of the grid."""
        self.told.append(message)

    def action_note(self, key: str) -> None:
        """Keep a key that reached the screen."""
        self.keys.append(key)

    def submitted(self) -> list[tuple[str, str, str, str]]:
        """Return what was committed: row, column, new text, old text."""
        return [
            (told.row_key, told.column_key, told.text, told.old_text)
            for told in self.told
            if isinstance(told, Grid.CellSubmitted)
        ]

    def count(self, kind: type[Message]) -> int:
        """Count the messages of one kind."""
        return sum(isinstance(told, kind) for told in self.told)

    def open(self) -> bool:
        """Say whether an edit is open."""
        return self.grid.edit_open

    def unsaved(self) -> bool:
        """Say whether anything typed is not stored."""
        grid = self.grid
        return grid.edit_open or grid.waits or bool(grid.refused_cells)

    def at(self) -> tuple[str | None, str | None]:
        """Return where the grid's cursor stands."""
        return self.grid.cursor_row, self.grid.cursor_column

    def lines(self) -> list[str]:
        """Return the lines that the grid draws, without the floating field."""
        return [self.grid.render_line(y).text for y in range(self.grid.size.height)]

    def shown(self) -> str:
        """Return the whole screen as text, the floating field included."""
        strips = self.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips)


async def test_the_first_editable_cell_of_the_first_row_has_the_cursor() -> None:
    app = GridApp()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.at() == ("r1", "nama")
        assert app.count(Grid.CursorMoved) == 1


async def test_header_groups_rows_and_cursor_sign_are_drawn() -> None:
    app = GridApp()
    async with app.run_test(size=(70, 12)) as pilot:
        await pilot.pause()
        groups, titles, first, second = app.lines()[:4]
        assert "│ TARGET ───" in groups
        assert "│ REAL…│ NILAI" in groups
        assert " ".join(titles.replace("│", " ").split()) == "No Kegiatan Kuant Satuan Mutu Nilai"
        assert first.startswith(">   1 Arsip")
        assert second.startswith("    2 Arsip")
        assert all(len(line) == 70 for line in (groups, titles, first, second))


async def test_numbers_stand_at_the_right_and_texts_at_the_left() -> None:
    app = GridApp()
    async with app.run_test(size=(70, 12)) as pilot:
        await pilot.pause()
        _, titles, first = app.lines()[:3]
        assert titles.index("Kuant") + 5 == first.index(" berkas")
        assert titles.index("Satuan") == first.index("berkas")


async def test_an_empty_grid_says_what_comes_next() -> None:
    sentence = "Belum ada kegiatan. Ctrl+N menambah baris."
    app = GridApp(Grid(COLUMNS, empty=sentence), rows=[])
    async with app.run_test() as pilot:
        await pilot.press("down", "x", "delete", "f2", "pagedown", "ctrl+end", "left")
        assert sentence in app.shown()
        assert app.at() == (None, None)
        assert not app.grid.edit_open
        await pilot.press("tab")
        assert app.count(Grid.LeftGrid) == 1


async def test_a_row_with_a_wrong_number_of_cells_is_refused_at_once() -> None:
    app = GridApp()
    async with app.run_test():
        with pytest.raises(ValueError, match="has 1 cells, not 6"):
            app.grid.set_rows([Row("x", ("1",))])
