"""A grid like a spreadsheet's: typed texts are kept until they are stored, keys do everything."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from typing import Final

from textual import events

from skp_tui.ui.widgets import grid_messages as messages
from skp_tui.ui.widgets.grid_choice import Choices, Pilihan
from skp_tui.ui.widgets.grid_choosing import GridChoosing
from skp_tui.ui.widgets.grid_model import (
    UNICODE_SIGNS,
    Block,
    CellText,
    Column,
    Row,
    Signs,
)

__all__ = [
    "UNICODE_SIGNS", "Block", "CellText", "Choices", "Column", "Grid", "Pilihan",
    "Row", "Signs",
]  # fmt: skip

SIDEWAYS: Final = 8
"""Cells that Left and Right scroll when the cursor is a whole row."""


class Grid(GridChoosing):
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
        if (done := self._press_choice(event)) is not None:
            return done
        if (done := self._press_block(event.key)) is not None:
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

    def _step(self, key: str, step: Callable[[], bool]) -> bool:
        """Commit an open edit, then move; a refused text keeps the cursor where it is."""
        leaves = self.cursor_kind == "row" and key in {"tab", "shift+tab"}
        return not leaves and (not self.try_commit() or step())

    async def _press_in_field(self, event: events.Key) -> bool:
        self._follow()
        if event.key == "escape":
            self.cancel_edit()
            return True
        if event.is_printable and event.character is not None:
            self._editor.type_text(event.character)
            return True
        return event.key == "f2" or await self._editor.press(event.key)

    def _start_typing(self, event: events.Key) -> bool:
        sign = event.character
        if not event.is_printable or sign is None or sign in self.BUBBLING:
            return False
        if self.cursor_kind == "row" or not self._rows:
            return False
        if self.begin_edit(""):
            self._editor.type_text(sign)
        return True

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """Say which printable keys are text here, and so never a key of the screen."""
        if character is None or not character.isprintable():
            return False
        typing = self.cursor_kind == "cell" and bool(self._rows)
        return self.edit_open or (typing and character not in self.BUBBLING)

    # What the keys do

    @cached_property
    def _steps(self) -> Mapping[str, Callable[[], bool]]:
        """List the keys that commit an open edit first, and then move."""
        return {
            "up": partial(self._vertical, -1),
            "down": partial(self._vertical, 1),
            "enter": self._enter,
            "tab": partial(self._tab, 1),
            "shift+tab": partial(self._tab, -1),
            "pageup": partial(self._page, -1),
            "pagedown": partial(self._page, 1),
            "ctrl+home": partial(self._to, 0, None),
            "ctrl+end": partial(self._to, -1, None),
        }

    @cached_property
    def _idle(self) -> Mapping[str, Callable[[], bool]]:
        """List the keys that mean something else while a field is open."""
        whole = self.cursor_kind == "row"
        return {
            "left": partial(self._sideways, -1),
            "right": partial(self._sideways, 1),
            "home": partial(self._to, 0, None) if whole else partial(self._to, None, 0),
            "end": partial(self._to, -1, None) if whole else partial(self._to, None, -1),
            "f2": self._edit,
        }

    def _vertical(self, step: int, *, enter: bool = False) -> bool:
        row, column = self._at
        if 0 <= row + step < len(self._rows):
            self._go(row + step, column)
        else:
            direction: messages.Direction = "up" if step < 0 else "down"
            self.post_message(messages.PastEnd(self, direction, enter=enter))
        return True

    def _choice_taken(self) -> None:
        self._enter()

    def _enter(self) -> bool:
        if self.cursor_kind == "cell":
            return self._vertical(1, enter=True)
        row_key = self.cursor_row
        if row_key is not None:
            self.post_message(messages.RowChosen(self, row_key))
        # of an empty list there is nothing to choose: the key may mean something to the screen
        return row_key is not None

    def _tab(self, step: int) -> bool:
        """Go to the next editable cell, or leave the grid when there is none."""
        cell = next(self._editable_cells(step), None)
        if cell is not None:
            self._go(*cell)
            return True
        return self._leave(step)

    def _leave(self, step: int) -> bool:
        """Give the keyboard to what follows, or to what comes before."""
        self.post_message(messages.LeftGrid(self, forward=step > 0))
        if step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()
        return True

    def _editable_cells(self, step: int) -> Iterator[tuple[int, int]]:
        width = len(self.columns)
        place = self._at[0] * width + self._at[1] + step
        while 0 <= place < len(self._rows) * width:
            cell = divmod(place, width)
            if self._editable(*cell):
                yield cell
            place += step

    def _page(self, step: int) -> bool:
        self._go(self._at[0] + step * max(1, self._visible_rows - 1), self._at[1])
        return True

    def _to(self, row: int | None, column: int | None) -> bool:
        """Go to the first (0) or last (-1) row or column."""
        at = self._at
        row = at[0] if row is None else row % max(1, len(self._rows))
        column = at[1] if column is None else column % max(1, len(self.columns))
        self._go(row, column)
        return True

    def _sideways(self, step: int) -> bool:
        if self.cursor_kind == "row":
            x = self.scroll_offset.x + step * SIDEWAYS
            self.scroll_to(x=x, animate=False, force=True)
        else:
            self._go(self._at[0], self._at[1] + step)
        return True

    def _edit(self) -> bool:
        if self.cursor_kind == "row":
            return False
        self.begin_edit()
        return True

    # Mouse, clipboard, focus

    def on_paste(self, event: events.Paste) -> None:
        """Take what the terminal pastes, one text or the cells of a spreadsheet."""
        self.paste(event.text)
        event.stop()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to a clicked cell; a double click edits it or chooses its row."""
        cell = self._cell_at(event.x, event.y)
        if cell is None or not self.try_commit():
            return
        self.end_mark()
        self._go(*cell)
        if event.chain == 2:  # noqa: PLR2004 - two clicks are a double click
            self._choose()

    def _choose(self) -> None:
        if self.cursor_kind == "row":
            self._enter()
        else:
            self.begin_edit()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Keep the cell being edited in view."""
        self._hold_still(event)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Keep the cell being edited in view."""
        self._hold_still(event)

    def _hold_still(self, event: events.MouseEvent) -> None:
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
