"""A grid like a spreadsheet's: typed texts are kept until they are stored, keys do everything."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import Final

from textual import events, on

from skp_tui.ui.widgets.grid import messages
from skp_tui.ui.widgets.grid.block import IN_FIELD
from skp_tui.ui.widgets.grid.choice import Choices, Pilihan
from skp_tui.ui.widgets.grid.cursor import FAR_MOVES
from skp_tui.ui.widgets.grid.model import UNICODE_SIGNS, Block, CellText, Column, Row, Signs
from skp_tui.ui.widgets.grid.suggesting import TAKE, SuggestionTaken
from skp_tui.ui.widgets.grid.walking import GridWalking

__all__ = [
    "UNICODE_SIGNS", "Block", "CellText", "Choices", "Column", "Grid", "Pilihan",
    "Row", "Signs",
]  # fmt: skip

MENDING: Final = frozenset({"f2", "backspace"})
"""Keys that mend a refused text at its end, so that it does not go whole; Delete clears it."""
BUBBLING: Final = "?"
"""Signs that a screen takes as keys outside a field, so they do not start an edit."""


class Grid(GridWalking):
    """Edit cells by keyboard alone; the grid knows nothing of what its texts mean.

    A key that has no meaning here goes on to the screen, also while a field is open.
    """

    BlockCopied = messages.BlockCopied
    BlockRefused = messages.BlockRefused
    BlockSubmitted = messages.BlockSubmitted
    CellSubmitted = messages.CellSubmitted
    CellRefused = messages.CellRefused
    CursorMoved = messages.CursorMoved
    EditDropped = messages.EditDropped
    LeftGrid = messages.LeftGrid
    MarkChanged = messages.MarkChanged
    PastEnd = messages.PastEnd
    ReadOnly = messages.ReadOnly
    RowChosen = messages.RowChosen

    # The keys

    async def on_key(self, event: events.Key) -> None:
        """Handle every key in one queue, so that fast typing keeps its order."""
        if self.screen.focused not in (self, None):
            # The focus has left while this key was on its way: it belongs to who has it now.
            event.stop()
            self.app.post_message(events.Key(event.key, event.character))
        elif await self._press(event):
            event.stop()
            event.prevent_default()

    async def _press(self, event: events.Key) -> bool:
        """Do what a key means here; False when it means nothing."""
        for press in (self._press_choice, self._press_mark, self._press_block):
            if (done := press(event)) is not None:
                return done
        if not self.edit_open and (event.key in self._steps or event.key in self._idle):
            self.end_mark()
        if step := self._steps.get(event.key):
            return self._step(event.key, step)
        if self.edit_open:
            return await self._press_in_field(event)
        if action := self._idle.get(event.key):
            return action()
        return self._start_typing(event)

    def _press_choice(self, event: events.Key) -> bool | None:
        """Do what a key means in a cell of choices; None leaves it to the rest of the grid."""
        self._say("")
        astray, choices = self._spelling.is_astray, self.choices
        if not event.is_printable:
            self._spelling.begin_anew()
        if not choices or self.edit_open:
            return None
        if event.key == "escape":
            return astray or self._take_back()
        sign = self._sign_of(event)
        return None if sign is None else self._choose_by(choices, sign)

    def _choose_by(self, choices: Choices, sign: str) -> bool:
        """Take what a sign chooses, alone or as the next one of a word."""
        chosen, block = self._spelling.take(choices, sign), self.marked
        if chosen is None:
            self.begin_edit()
        elif block is not None and block.size > 1:
            self._spelling.end_word()
            self._propose(self._blocks.put("value", block, chosen.text))
        elif self._put_one(chosen.text) and sign.isdecimal():
            self._enter()
        return True

    def _press_block(self, event: events.Key) -> bool | None:
        """Do what a key means for many cells; None leaves it to the rest of the grid."""
        action = self._block_keys.get(event.key)
        closed = self.edit_open and event.key not in IN_FIELD
        if action is None or self.cursor_kind == "row" or closed:
            return None
        action()
        return True

    def _step(self, key: str, step: Callable[[], bool]) -> bool:
        """Commit an open edit, then move; a refused text keeps the cursor where it is."""
        leaves = self.cursor_kind == "row" and key in {"tab", "shift+tab"}
        return not leaves and (not self.try_commit() or step())

    async def _press_in_field(self, event: events.Key) -> bool:
        here = self._edit.cell
        if event.key == TAKE and here and (found := self._edit.take_suggestion(self.suggest)):
            self.post_message(SuggestionTaken(self, *here, found.text))
            return True
        self._follow()
        if event.key == "escape":
            self.cancel_edit()
            return True
        if event.is_printable and event.character is not None:
            self._editor.type_text(event.character)
            return True
        if event.key in MENDING and self.refuses:
            self._editor.mend()
        return event.key == "f2" or await self._editor.press(event.key)

    def _start_typing(self, event: events.Key) -> bool:
        sign = self._sign_of(event)
        if sign is None or self.cursor_kind == "row" or not self._table.rows:
            return False
        if self.begin_edit(""):
            self._editor.type_text(sign)
        return True

    def _sign_of(self, event: events.Key) -> str | None:
        """Return the sign that a key types outside a field, None where it types none."""
        sign = event.character
        return None if sign is None or not event.is_printable or sign in BUBBLING else sign

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """Say which printable keys are text here, and so never a key of the screen."""
        if character is None or not character.isprintable():
            return False
        typing = self.cursor_kind == "cell" and bool(self._table.rows)
        return self.edit_open or (typing and character not in BUBBLING)

    @cached_property
    def _steps(self) -> Mapping[str, Callable[[], bool]]:
        """List the keys that commit an open edit first, and then move."""
        return {
            "up": partial(self._vertical, -1),
            "down": partial(self._vertical, 1),
            "enter": self._enter,
            "tab": partial(self._tab, 1),
            "shift+tab": partial(self._tab, -1),
            **{key: partial(self._move, key) for key in ("pageup", "pagedown", *FAR_MOVES)},
        }

    @cached_property
    def _idle(self) -> Mapping[str, Callable[[], bool]]:
        """List the keys that mean something else while a field is open."""
        far = "ctrl+" if self.cursor_kind == "row" else ""
        return {
            "left": partial(self._sideways, -1),
            "right": partial(self._sideways, 1),
            "home": partial(self._move, f"{far}home"),
            "end": partial(self._move, f"{far}end"),
            "f2": self._open,
            "backspace": self._mend,
        }

    @cached_property
    def _block_keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "ctrl+b": self.mark,
            "ctrl+d": self.fill_from_above,
            "ctrl+c": self.copy_block,
            "ctrl+v": self.paste_clipboard,
            "delete": self.clear_block,
        }

    def _open(self) -> bool:
        if self.cursor_kind == "cell":
            self.begin_edit()
        return self.cursor_kind == "cell"

    def _mend(self) -> bool:
        """Open a cell whose text was refused; False where none was."""
        waits = self._here in self.refused_cells if self._table.rows else False
        return waits and self._open()

    # Mouse, clipboard, focus

    def on_paste(self, event: events.Paste) -> None:
        """Take what the terminal pastes, one text or the cells of a spreadsheet."""
        self.paste(event.text)
        event.stop()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to a clicked cell; a double click edits it or chooses its row."""
        row, column = self._window.row_at(event.y), self._window.column_at(event.x)
        if not 0 <= row < len(self._table.rows) or not self.try_commit():
            return
        self.end_mark()
        self._go(row, self._cursor.at[1] if column is None else column)
        if event.chain == 2:  # noqa: PLR2004 - two clicks are a double click
            self._choose()

    def _choose(self) -> None:
        if self.cursor_kind == "row":
            self._enter()
        else:
            self.begin_edit()

    @on(events.MouseScrollDown)
    @on(events.MouseScrollUp)
    def hold_still(self, event: events.MouseEvent) -> None:
        """Keep the cell being edited in view."""
        if self.edit_open:
            event.stop()
            event.prevent_default()

    def on_focus(self) -> None:
        """Show the cursor strongly."""
        self._repaint_all()

    def on_blur(self) -> None:
        """Commit when the focus goes to another widget, not when the terminal loses it.

        Someone who looks a number up in another window comes back to a half-typed one.
        """
        self._repaint_all()
        if self.screen.focused not in (None, self):
            self.end_mark()
            self.try_commit()
