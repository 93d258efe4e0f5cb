"""What happens to typed texts between the commit and the answer of whoever stores them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass


@dataclass(slots=True)
class CellState:
    """Keep one cell's typed text with the number of writes that nobody has answered yet."""

    text: str | None = None
    writes: int = 0
    fresh: bool = False
    reason: str = ""


class CellStates:
    """Remember typed texts until they are stored, so that nothing typed is ever lost.

    Writes are counted per cell: the answer to a first write must not take the mark of a second.
    """

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, CellState]] = {}

    def get(self, row_key: str, column_key: str) -> CellState | None:
        """Return what is known of a cell, or None for a cell at rest."""
        return self._rows.get(row_key, {}).get(column_key)

    def of_row(self, row_key: str) -> dict[str, CellState]:
        """Return the cells of a row that are not at rest, by column key."""
        return self._rows.get(row_key, {})

    def text(self, row_key: str, column_key: str) -> str | None:
        """Return what was typed into a cell and is not known to be stored, refused or not."""
        state = self.get(row_key, column_key)
        return None if state is None else state.text

    def reason(self, row_key: str, column_key: str) -> str:
        """Say why the typed text of a cell was not stored, nothing when none was refused."""
        state = self.get(row_key, column_key)
        return "" if state is None else state.reason

    def begin(self, row_key: str, column_key: str, text: str | None) -> None:
        """Count one more write; a text of None marks a write that was not typed here."""
        state = self._rows.setdefault(row_key, {}).setdefault(column_key, CellState())
        state.writes += 1
        if text is not None:
            state.text, state.fresh, state.reason = text, False, ""

    def begin_given(self, row_key: str, column_key: str) -> None:
        """Count one more write, of a text that the row gives: nothing typed is shown any more."""
        self.begin(row_key, column_key, None)
        state = self._rows[row_key][column_key]
        state.text, state.reason = None, ""

    def put_back(self, row_key: str, column_key: str) -> None:
        """Answer one such write: it is not stored, and the text that the row gives counts."""
        state = self.get(row_key, column_key)
        if state is None:
            return
        state.writes = max(0, state.writes - 1)
        if state.writes == 0 and not state.reason:
            self.drop(row_key, column_key)

    def saved(self, row_key: str, column_key: str) -> None:
        """Answer one write; the typed text stays until the caller has given the row anew."""
        state = self.get(row_key, column_key)
        if state is None:
            return
        state.writes = max(0, state.writes - 1)
        at_rest = state.fresh or state.text is None
        if state.writes == 0 and at_rest and not state.reason:
            self.drop(row_key, column_key)

    def failed(self, row_key: str, column_key: str, text: str, reason: str) -> bool:
        """Keep a refused text; say False when a later write of the cell replaces it anyway."""
        state = self._rows.setdefault(row_key, {}).setdefault(column_key, CellState())
        state.writes = max(0, state.writes - 1)
        if state.writes > 0:
            return False
        state.text, state.reason = text, reason
        return True

    def drop(self, row_key: str, column_key: str) -> None:
        """Forget a cell: the text that the caller gave counts again."""
        cells = self._rows.get(row_key, {})
        cells.pop(column_key, None)
        if not cells:
            self._rows.pop(row_key, None)

    def row_given(self, row_key: str) -> None:
        """Take note that the caller gave the row anew: stored texts give way to the given ones."""
        for column_key, state in list(self.of_row(row_key).items()):
            state.fresh = True
            if state.writes == 0 and not state.reason:
                self.drop(row_key, column_key)

    def rows_given(self, row_keys: Collection[str]) -> None:
        """Take note of all rows given anew and forget the rows that are gone."""
        for row_key in list(self._rows):
            if row_key in row_keys:
                self.row_given(row_key)
            else:
                del self._rows[row_key]

    def refused(self) -> Iterator[tuple[str, str]]:
        """Yield the cells whose text was refused and waits to be mended."""
        for row_key, cells in self._rows.items():
            for column_key, state in cells.items():
                if state.reason:
                    yield row_key, column_key

    def waiting(self) -> bool:
        """Say whether any write is unanswered."""
        return any(state.writes for cells in self._rows.values() for state in cells.values())
