"""The cells of a grid: its columns and rows, found by their keys or by their places."""

from collections.abc import Iterator, Mapping, Sequence

from skp_tui.ui.widgets.grid.choice import Choices
from skp_tui.ui.widgets.grid.model import Block, Column, Row

Cell = tuple[int, int]
"""A row and a column, counted from 0."""
CellKey = tuple[str, str]
"""The keys of a row and of a column."""


class Table:
    """Hold what the caller gave; nothing here knows a cursor, a screen or what was typed."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.rows: Sequence[Row] = []
        self.row_places: Mapping[str, int] = {}
        self.take_columns(columns)

    def take_columns(self, columns: Sequence[Column]) -> None:
        """Take other columns, for rows that are given next."""
        self.columns = tuple(columns)
        self.column_places = {column.key: place for place, column in enumerate(self.columns)}

    def take_rows(self, rows: Sequence[Row], places: Mapping[str, int]) -> None:
        """Take other rows, whose places are known by their keys."""
        self.rows, self.row_places = rows, places

    def replace(self, row: Row) -> bool:
        """Take one row anew; False for one that is not here."""
        place = self.row_places.get(row.key)
        if place is None:
            return False
        self.check(row)
        if isinstance(self.rows, list):
            # other rows are written anew whenever they are drawn
            self.rows[place] = row
        return True

    def check(self, row: Row) -> None:
        """Raise ValueError for a row that does not fit the columns."""
        if len(row.cells) != len(self.columns):
            reason = f"row {row.key!r} has {len(row.cells)} cells, not {len(self.columns)}"
            raise ValueError(reason)

    # Of one cell

    @property
    def is_empty(self) -> bool:
        """Say whether there is no cell at all."""
        return not self.rows or not self.columns

    @property
    def last(self) -> Cell:
        """Return the last cell, the first one of an empty table."""
        return max(0, len(self.rows) - 1), max(0, len(self.columns) - 1)

    def text(self, row_key: str, column_key: str) -> str:
        """Return the text that the caller gave a cell."""
        return self.rows[self.row_places[row_key]].cells[self.column_places[column_key]]

    def key_of(self, cell: Cell) -> CellKey:
        """Name a cell by its keys."""
        return self.rows[cell[0]].key, self.columns[cell[1]].key

    def place_of(self, row_key: str, column_key: str) -> Cell:
        """Return where a cell stands."""
        return self.row_places[row_key], self.column_places[column_key]

    def is_editable(self, row: int, column: int) -> bool:
        """Say whether a cell can be changed: its column in general, and in this row."""
        described = self.columns[column]
        return described.editable and described.key not in self.rows[row].locked

    def choices_of(self, row_key: str, column_key: str) -> Choices:
        """Return what can be chosen in a cell, nothing for one that is typed into."""
        row = self.rows[self.row_places[row_key]]
        column = self.columns[self.column_places[column_key]]
        return (row.pilihan or {}).get(column_key, column.pilihan)

    # Of many

    def editable_cells(self, after: Cell, step: int) -> Iterator[Cell]:
        """Yield the cells that can be changed, line by line, on one side of a cell."""
        width = len(self.columns)
        place = after[0] * width + after[1] + step
        while 0 <= place < len(self.rows) * width:
            cell = divmod(place, width)
            if self.is_editable(*cell):
                yield cell
            place += step

    def first_editable_column(self) -> int:
        """Return the first column that can be edited, else the first one."""
        return next((place for place, column in enumerate(self.columns) if column.editable), 0)

    def block(self, rows: range, columns: range) -> Block:
        """Name the cells of a rectangle."""
        return Block(
            tuple(row.key for row in self.rows[rows.start : rows.stop]),
            tuple(column.key for column in self.columns[columns.start : columns.stop]),
        )
