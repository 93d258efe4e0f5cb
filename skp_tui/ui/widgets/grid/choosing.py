"""Cells of choices: one key commits at once, without a field.

A number goes on like Enter. A letter stays, because a word may follow it: of "kualitas" only the
fourth letter tells it from "kuantitas", and none of them may become the text of the next cell.

A column gives its choices (``Column.pilihan``); a row may give other ones for a column
(``Row.pilihan``). A screen is told with the same ``CellSubmitted`` and ``BlockSubmitted`` as of
typed texts, and their texts are the words of the choice; it answers in the same way.
"""

from typing import Final

from skp_tui.ui.widgets.grid.choice import Choices, Pilihan, choice_of_beginning, words_of

ASTRAY: Final = 2
"""Wrong signs in a row from which on a text is being typed here by mistake."""


class Spelling:
    """Follow the signs typed into cells of choices, until another key or a move of the cursor.

    After two wrong signs a sign of the same text that would choose does not.
    """

    def __init__(self) -> None:
        self._wrong = 0
        self._word = ""

    @property
    def is_astray(self) -> bool:
        """Say whether what is typed is a text that got here by mistake."""
        return self._wrong >= ASTRAY

    def begin_anew(self) -> None:
        """Forget what was typed."""
        self._wrong, self._word = 0, ""

    def end_word(self) -> None:
        """Let the next sign choose by itself."""
        self._word = ""

    def take(self, choices: Choices, sign: str) -> Pilihan | None:
        """Return what a sign chooses, as the next one of a word or alone."""
        for word in () if self.is_astray else (self._word + sign, sign):
            if (chosen := choice_of_beginning(choices, word)) is not None:
                self._wrong, self._word = 0, word
                return chosen
        self._wrong, self._word = self._wrong + 1, ""
        return None

    def how(self, choices: Choices) -> str:
        """Say in a sentence which keys choose."""
        words = f"ekan {words_of(choices)}."
        return f"Di sini tidak diketik; Esc, lalu t{words}" if self.is_astray else f"T{words}"
