"""Cells of choices: one key commits at once, without a field.

A number goes on like Enter. A letter stays, because a word may follow it: of "kualitas" only the
fourth letter tells it from "kuantitas", and none of them may become the text of the next cell.

A column gives its choices (``Column.pilihan``); a row may give other ones for a column
(``Row.pilihan``). A screen is told with the same ``CellSubmitted`` and ``BlockSubmitted`` as of
typed texts, and their texts are the words of the choice; it answers in the same way.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from textual import events

from skp_tui.ui.widgets import grid_messages as messages
from skp_tui.ui.widgets.grid_block import GridBlock
from skp_tui.ui.widgets.grid_choice import (
    Choices,
    choice_of_beginning,
    refusal_of,
    text_meant,
    words_of,
)

ASTRAY: Final = 2
"""Wrong signs in a row from which on a text is being typed here by mistake."""


class GridChoosing(GridBlock):
    """Take one key as one of few words; any other text is refused with the words there are.

    After two wrong signs a sign of the same text that would choose does not, until another key.
    """

    BUBBLING = "?"
    """Signs that a screen takes as keys outside a field, so they do not start an edit."""

    _said = ""
    """The sentence under a cell of choices, until the next key or cursor."""
    _wrong = 0
    """Signs typed here in a row that choose nothing."""
    _word = ""
    """Letters typed here in a row that choose, the beginning of a word."""

    # What the screen asks

    def choices_of(self, row_key: str, column_key: str) -> Choices:
        """Return what can be chosen in a cell, nothing for one that is typed into."""
        row = self._rows[self._row_index[row_key]]
        column = self.columns[self._column_index[column_key]]
        return (row.pilihan or {}).get(column_key, column.pilihan)

    @property
    def choices(self) -> Choices:
        """Return what can be chosen where the cursor stands, nothing where nothing can."""
        if self.cursor_kind == "row" or not self._rows or not self._editable(*self._at):
            return ()
        return self.choices_of(*self._here)

    def begin_edit(self, text: str | None = None) -> bool:
        """Open the field over the cursor's cell; over choices say which keys take them instead."""
        if not (choices := self.choices):
            return super().begin_edit(text)
        self._follow()
        waits = self._states.get(*self._here)
        # the sentence of a refused text says more
        self._say("" if waits is not None and waits.reason else self._how(choices))
        return False

    def _how(self, choices: Choices) -> str:
        words = f"ekan {words_of(choices)}."
        return f"Di sini tidak diketik; Esc, lalu t{words}" if self._strays else f"T{words}"

    @property
    def _strays(self) -> bool:
        """Say whether what is typed is a text that got here by mistake."""
        return self._wrong >= ASTRAY

    # The keys

    def _press_choice(self, event: events.Key) -> bool | None:
        """Do what a key means in a cell of choices; None leaves it to the rest of the grid."""
        self._say("")
        strays, choices = self._strays, self.choices
        if not event.is_printable:
            self._wrong, self._word = 0, ""
        if not choices or self.edit_open:
            return None
        if event.key == "escape":
            return strays or self._take_back()
        sign = event.character
        if not event.is_printable or sign is None or sign in self.BUBBLING:
            return None
        return self._press_sign(choices, sign, strays=strays)

    def _press_sign(self, choices: Choices, sign: str, *, strays: bool) -> bool:
        """Take what a sign chooses, alone or as the next one of a word."""
        chosen = None
        for word in () if strays else (self._word + sign, sign):
            if chosen is None and (chosen := choice_of_beginning(choices, word)) is not None:
                self._word = word
        if chosen is None:
            self._wrong, self._word = self._wrong + 1, ""
            return self.begin_edit() or True
        self._wrong = 0
        block = self.marked
        if block is not None and block.size > 1:
            self._word = ""
            self._submit("value", ((row, key, chosen.text) for row, key in self._places(block)))
        elif self._put(chosen.text) and sign.isdecimal():
            self._choice_taken()
        return True

    def _choice_taken(self) -> None:
        """Go on as Enter does; the grid with the keys knows how."""

    def _take_back(self) -> bool | None:
        """Bring back the stored choice of a cell whose new one was refused."""
        if not self._forget_refused(*self._here):
            return None
        self._refused_given_up(*self._here)
        self._repaint_row(self._here[0])
        self._show_notice()
        return True

    # The texts

    @property
    def _here(self) -> tuple[str, str]:
        return self._rows[self._at[0]].key, self.columns[self._at[1]].key

    def _put_one(self, text: str) -> None:
        if self.choices:
            self._put(text)
        else:
            super()._put_one(text)

    def _put(self, text: str) -> bool:
        """Commit a text of the cursor's cell; a refused one is told and changes nothing."""
        row_key, column_key = self._here
        self.end_mark()
        self._follow()
        text = text_meant(self.choices, text)
        if reason := self._refuse(row_key, column_key, text):
            self._say(reason)
            self.post_message(messages.CellRefused(self, row_key, column_key, text, reason))
            return False
        self._commit(row_key, column_key, text)
        self._repaint_row(row_key)
        self._show_notice()
        return True

    def _refuse(self, row_key: str, column_key: str, text: str) -> str:
        choices = self.choices_of(row_key, column_key)
        return refusal_of(choices, text) or super()._refuse(row_key, column_key, text)

    def _submit(
        self,
        kind: messages.BlockKind,
        texts: Iterable[tuple[str, str, str]],
        beyond: Iterable[Mapping[str, str]] = (),
    ) -> None:
        meant = (
            (row, column, text_meant(self.choices_of(row, column), text))
            for row, column, text in texts
        )
        by_column = {column.key: column.pilihan for column in self.columns}
        lines = [{key: text_meant(by_column[key], line[key]) for key in line} for line in beyond]
        super()._submit(kind, meant, lines)

    # The sentence under the cell

    def _say(self, sentence: str) -> None:
        if sentence != self._said:
            self._said = sentence
            self._show_notice()

    def _reason(self) -> str:
        return self._said or super()._reason()

    def _go(self, row: int, column: int) -> None:
        self._say("")
        self._wrong, self._word = 0, ""
        super()._go(row, column)
