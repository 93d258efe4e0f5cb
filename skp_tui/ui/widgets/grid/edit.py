"""The cell being edited: the field over it, why its text is refused, what may be meant."""

from typing import Protocol

from skp_tui.domain.text import clean
from skp_tui.ui.widgets.grid.suggesting import Suggest, Suggestion
from skp_tui.ui.widgets.grid.table import CellKey
from skp_tui.ui.widgets.grid.texts import CellTexts


class Field(Protocol):
    """What is typed into, wherever it is shown."""

    value: str
    cursor_position: int

    def start(self, text: str, maximum: int) -> None:
        """Show the field with a text, its cursor at the end."""

    def finish(self) -> None:
        """Hide the field."""


class OpenEdit:
    """Follow what is typed into the one field; with no cell nothing is being edited."""

    def __init__(self, texts: CellTexts, field: Field) -> None:
        self._texts, self._field = texts, field
        self.cell: CellKey | None = None
        self.refusal = ""
        self._refused_text = ""
        self.suggestion: Suggestion | None = None

    @property
    def text(self) -> str:
        """Return what is typed, as it would be committed."""
        return clean(self._field.value)

    @property
    def has_changed(self) -> bool:
        """Say whether something is typed that is not the stored text."""
        return self.cell is not None and self.text not in {"", self._texts.stored(*self.cell)}

    def open(self, cell: CellKey, text: str, maximum: int, reason: str = "") -> None:
        """Edit a cell, beginning with a text; ``reason`` says why that was refused, if it was."""
        self.cell = cell
        self.refusal, self._refused_text = reason, text
        self._field.start(text, maximum)

    def close(self) -> CellKey | None:
        """Edit nothing any more; returns the cell that was edited."""
        cell, self.cell, self.refusal, self.suggestion = self.cell, None, "", None
        self._field.finish()
        return cell

    def refuse(self, reason: str) -> None:
        """Show a reason for as long as the text stays the one it was given for."""
        self.refusal, self._refused_text = reason, self._field.value

    def typed(self, suggest: Suggest | None) -> None:
        """Judge a refused text anew as soon as it is changed, and look for what is meant."""
        self.suggestion = self._found(suggest)
        if self.cell is not None and self.refusal and self._field.value != self._refused_text:
            self.refusal = self._texts.refusal(*self.cell, self.text)

    def take_suggestion(self, suggest: Suggest | None) -> Suggestion | None:
        """Put what is meant into the field, at the end of a text that is not refused.

        It is asked for anew, because a key may have come since.
        """
        at_end = self._field.cursor_position == len(self._field.value)
        found = self._found(suggest) if at_end and not self.refusal else None
        if found is not None:
            self._field.value = found.text
            self._field.cursor_position = len(found.text)
        return found

    def _found(self, suggest: Suggest | None) -> Suggestion | None:
        if suggest is None or self.cell is None:
            return None
        return suggest(*self.cell, self._field.value)
