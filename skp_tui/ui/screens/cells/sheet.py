"""The entry screen's kind of grid, and what it and the writer tell the screen."""

from collections.abc import Callable, Collection, Mapping, Sequence

from textual import events
from textual.message import Message

from skp_tui.services.entry.entry import Isi
from skp_tui.ui.widgets.grid.grid import Column, Grid, Row
from skp_tui.ui.widgets.grid.table import Cell


class Sheet(Grid):
    """A grid of what is entered, that tells when the user gives a typed text up.

    Enter goes down to the next row that is asked for the cell of its column; rows that are filled
    along leave it to the screen where it goes.
    """

    asked: Callable[[str, str], bool] = staticmethod(lambda _row, _column: True)
    """Says of a row and a column whether Enter stops there, besides being open to changes."""
    fills_along: Callable[[str], bool] = staticmethod(lambda _row: False)
    """Says of a row whether Enter goes on in the row itself."""
    goes_on: Callable[[str], bool] = staticmethod(lambda _row: False)
    """Says of a row whether Tab after its last cell, in the last row, wants another row below."""
    vanishes: Callable[[str], bool] = staticmethod(lambda _row: False)
    """Says of a row whether it goes again when it is left with nothing typed into it."""

    class RowWanted(Message):
        """Tell that Tab passed the last cell of a row that is followed by another one."""

    class TypedNowhere(Message):
        """Tell that a sign was typed where there is no row to take it."""

        def __init__(self, sheet: "Sheet", sign: str) -> None:
            super().__init__()
            self.sheet, self.sign = sheet, sign

    class EditCancelled(Message):
        """Tell that Esc brought the old text of a cell back."""

        def __init__(self, sheet: "Sheet", row_key: str, column_key: str) -> None:
            super().__init__()
            self.sheet = sheet
            self.row_key = row_key
            self.column_key = column_key

    def _tab(self, step: int) -> bool:
        row = self.cursor_row
        if step < 0 or row is None or not self.goes_on(row) or any(self._editable_cells(1)):
            return super()._tab(step)
        self.post_message(self.RowWanted())
        return True

    def _start_typing(self, event: events.Key) -> bool:
        sign = self._sign_of(event)
        if self._table.rows or sign is None:
            return super()._start_typing(event)
        self.post_message(self.TypedNowhere(self, sign))
        return True

    def type_on(self, sign: str) -> None:
        """Put a sign into the open cell, as if it were typed there."""
        self._editor.type_text(sign)

    def _step(self, key: str, step: Callable[[], bool]) -> bool:
        if key not in {"enter", "tab"} or not self._is_vain():
            return super()._step(key, step)
        self.cancel_edit()
        return self._leave(1)

    def try_commit(self) -> bool:
        """Commit an open edit; of a row that vanishes there may be nothing to commit."""
        if self._is_vain():
            self.cancel_edit()
        return super().try_commit()

    def _is_vain(self) -> bool:
        """Say whether a row is open that vanishes, with nothing typed into it."""
        editing = self._edit.cell
        return editing is not None and self.is_blank(editing[0]) and self.vanishes(editing[0])

    def is_blank(self, row_key: str) -> bool:
        """Say whether a row is open with nothing typed into its cell."""
        open_here = self._edit.cell is not None and self._edit.cell[0] == row_key
        return open_here and not self._editor.value.strip()

    def cancel_edit(self) -> None:
        """Close the field and tell it."""
        editing = self._edit.cell
        super().cancel_edit()
        if editing is not None:
            self.post_message(self.EditCancelled(self, *editing))

    def _give_refused_up(self, row_key: str, column_key: str) -> bool:
        given_up = super()._give_refused_up(row_key, column_key)
        if given_up:
            self.post_message(self.EditCancelled(self, row_key, column_key))
        return given_up

    def _below(self) -> Cell | None:
        if self._table.is_empty:
            return None
        row, column = self._cursor.at
        if self.fills_along(self._table.rows[row].key):
            return None
        if not self._table.is_editable(row, column):
            return super()._below()
        return self._next_below(lambda place: self._stops(place, column))

    def _stops(self, row: int, column: int) -> bool:
        """Say whether a cell is asked for, and open to changes."""
        asked = self.asked(*self._table.key_of((row, column)))
        return asked and self._table.is_editable(row, column)

    def stops_at(self, row_key: str, column_key: str) -> bool:
        """Say whether Enter stops at a cell: it is asked for, and open to changes."""
        row = self._table.row_places[row_key]
        return self._stops(row, self._table.column_places[column_key])

    def to_first(self, column_key: str) -> bool:
        """Go to the first row that is asked in a column; False when there is none."""
        row = next((row.key for row in self.rows if self.asked(row.key, column_key)), None)
        return row is not None and self.move_to(row, column_key)

    def _next_below(self, stops: Callable[[int], bool]) -> Cell | None:
        """Return the next cell of the cursor's column in a row where Enter stops."""
        row, column = self._cursor.at
        below = range(row + 1, len(self._table.rows))
        return next(((place, column) for place in below if stops(place)), None)

    def show(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show other columns and rows at once."""
        if tuple(columns) != self.columns:
            self.end_mark()
            before = self.columns[self._cursor.at[1]].key
            self._take_columns(columns)
            places, first = self._table.column_places, self._table.first_editable_column()
            self._cursor.at = (self._cursor.at[0], places.get(before, first))
        self.set_rows(rows)

    def take_typed(self, row_key: str, column_key: str) -> str | None:
        """Take what is typed out of a cell, being edited or refused; None where nothing is."""
        if self._edit.cell == (row_key, column_key):
            typed: str | None = self._editor.value
            self._texts.forget_refused(row_key, column_key)
            self._close()
            return typed
        typed = self._texts.refused(row_key, column_key)
        self._texts.forget_refused(row_key, column_key)
        return typed

    def texts(self) -> Mapping[tuple[str, str], str]:
        """Return what stands in the cells that can be edited, by row and column."""
        return {
            (row.key, column.key): text
            for row in self.rows
            for column, text in zip(self.columns, row.cells, strict=True)
            if column.editable and column.key not in row.locked
        }

    def to_edge(self, *, first: bool) -> None:
        """Put the cursor on the first or last cell that can be edited."""
        if not self.rows:
            return
        row = self.rows[0 if first else -1]
        keys = [column.key for column in self.columns if column.editable]
        open_keys = [key for key in keys if key not in row.locked]
        if open_keys:
            self.move_to(row.key, open_keys[0 if first else -1])


def place_of(row_key: str, column_key: str) -> str:
    """Name a cell among all that are saved."""
    return f"{row_key}|{column_key}"


class CellSaved(Message):
    """Tell that a cell, or a new row by its first cell, is stored; ``new`` is the row with it.

    ``told`` is what is said of the change then, nothing for most.
    """

    def __init__(
        self, sheet: Sheet, row_key: str, column_key: str, new: Isi, told: str = ""
    ) -> None:
        super().__init__()
        self.sheet, self.row_key, self.column_key = sheet, row_key, column_key
        self.new, self.told = new, told

    @property
    def place(self) -> str:
        """Name the cell among all that are saved."""
        return place_of(self.row_key, self.column_key)


class CellNotSaved(Message):
    """Tell that a cell is not stored: the text typed, its columns, and the reason."""

    def __init__(
        self,
        cell: CellSaved,
        text: str,
        kolom: Collection[str],
        reason: str,
    ) -> None:
        super().__init__()
        self.cell, self.text = cell, text
        self.kolom, self.reason = kolom, reason


class RowRemoved(Message):
    """Tell that a row is gone, and how many rows that hang on it went with it."""

    def __init__(self, words: str, what: str, along: int) -> None:
        super().__init__()
        self.words, self.what, self.along = words, what, along


class RowNotRemoved(Message):
    """Tell that a row is still there, and why."""

    def __init__(self, isi: Isi, reason: str) -> None:
        super().__init__()
        self.isi, self.reason = isi, reason
