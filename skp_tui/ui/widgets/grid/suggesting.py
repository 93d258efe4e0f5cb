"""Completion in a grid's field: one suggestion under the cell, and one key that takes it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from skp_tui.record import record
from skp_tui.ui.widgets.grid import messages
from skp_tui.ui.widgets.grid.model import Signs
from skp_tui.ui.widgets.grid.notice import Sentence

if TYPE_CHECKING:
    from skp_tui.ui.widgets.grid.editing import GridEditing

TAKE: Final = "right"
HOW: Final = "(panah kanan memakai)"


@record
class Suggestion:
    """A text that begins as typed, and in words what comes along with it."""

    text: str
    along: str = ""

    def sentence(self, signs: Signs) -> Sentence:
        """Say what is suggested and how to take it."""
        along = f" · {self.along}" if self.along else ""
        return Sentence(f"{signs.suggested} {self.text}{along}  {HOW}", is_hint=True)


Suggest = Callable[[str, str, str], Suggestion | None]
"""What a row and column suggests for a typed text, found without waiting for anything."""


class SuggestionTaken(messages.CellMessage, namespace="grid"):
    """Tell that a suggestion was put into the field; it is not committed yet."""

    def __init__(self, grid: "GridEditing", row_key: str, column_key: str, text: str) -> None:
        super().__init__(grid, row_key, column_key)
        self.text = text
