"""What the text of a cell is: as edited, as stored, as copied, and whether it may stand there."""

from collections.abc import Callable

from skp_tui.domain.text import clean
from skp_tui.ui.widgets.grid.choice import EMPTY, refusal_of, text_meant
from skp_tui.ui.widgets.grid.states import CellStates
from skp_tui.ui.widgets.grid.table import Table

CellCheck = Callable[[str, str, str], str | None]
"""Says of a row, a column and a text why it is refused; None or nothing when it is not."""
EditText = Callable[[str, str], str]
"""Returns what editing the cell of a row and column begins with, or what it copies."""


class CellTexts:
    """Tell typed texts, which nobody has stored yet, from those that the caller gave."""

    def __init__(
        self,
        table: Table,
        states: CellStates,
        *,
        check: CellCheck | None = None,
        edit_text: EditText | None = None,
        copy_text: EditText | None = None,
    ) -> None:
        self._table, self._states = table, states
        self._check, self._edit_text, self._copy_text = check, edit_text, copy_text

    def begun_with(self, row_key: str, column_key: str) -> str:
        """Return what editing begins with: a text on its way or refused, else the stored one."""
        typed = self._states.text(row_key, column_key)
        return self.stored(row_key, column_key) if typed is None else typed

    def stored(self, row_key: str, column_key: str) -> str:
        """Return the text a commit is compared with; a refused one was never stored."""
        typed = self._states.text(row_key, column_key)
        if typed is not None and not self._states.reason(row_key, column_key):
            return typed
        if self._edit_text is not None:
            return self._edit_text(row_key, column_key)
        return self._table.text(row_key, column_key)

    def copied(self, row: int, column: int) -> str:
        """Return the text of a cell as it would be typed; a computed one as it is shown."""
        row_key, described = self._table.rows[row].key, self._table.columns[column]
        if not described.editable:
            text = clean(self._table.rows[row].cells[column])
            return "" if text in EMPTY else text
        if self._copy_text is not None:
            return clean(self._copy_text(row_key, described.key))
        return clean(self.stored(row_key, described.key))

    def meant(self, row_key: str, column_key: str, text: str) -> str:
        """Return the words of the choice that a text names in a cell of choices."""
        return text_meant(self._table.choices_of(row_key, column_key), text)

    def refusal(self, row_key: str, column_key: str, text: str) -> str:
        """Say why a text cannot stand in a cell, nothing when it can."""
        refused = refusal_of(self._table.choices_of(row_key, column_key), text)
        if refused or self._check is None:
            return refused
        return self._check(row_key, column_key, text) or ""

    def refused(self, row_key: str, column_key: str) -> str | None:
        """Return the typed text that was not stored and waits in its cell to be mended."""
        return (
            self._states.text(row_key, column_key)
            if self._states.reason(row_key, column_key)
            else None
        )

    def forget_refused(self, row_key: str, column_key: str) -> bool:
        """Let the stored text of a cell count again; False when none was refused there."""
        if not self._states.reason(row_key, column_key):
            return False
        self._states.drop(row_key, column_key)
        return True
