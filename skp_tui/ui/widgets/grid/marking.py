"""The widget that does one thing with many cells: mark, fill from above, clear, copy, paste."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Final

from textual import events

from skp_tui.domain.block import BlockError, Cells, parse_block
from skp_tui.ui.widgets.grid import messages
from skp_tui.ui.widgets.grid.block import (
    FIELD_IS_OPEN,
    NOTHING_ABOVE,
    NOTHING_COPIED,
    BlockTexts,
    Proposal,
)
from skp_tui.ui.widgets.grid.cursor import SHIFTED, moved, spanned
from skp_tui.ui.widgets.grid.editing import GridEditing
from skp_tui.ui.widgets.grid.editor import first_line
from skp_tui.ui.widgets.grid.model import Block, Row
from skp_tui.ui.widgets.grid.table import Cell

FEW_LINES: Final = 40
"""Lines that are repainted one by one; more are not on one screen anyway."""


class GridMarking(GridEditing):
    """Mark the cells between an anchor and the cursor, and treat them, or the cursor's, as one.

    Of many cells the grid only tells what is meant (``grid_block``); one is committed as if typed.
    """

    @cached_property
    def _blocks(self) -> BlockTexts:
        return BlockTexts(self._table, self._texts)

    # The mark

    @property
    def marked(self) -> Block | None:
        """Return the marked cells, None when none are."""
        cursor = self._cursor
        return None if cursor.anchor is None else self._table.block(cursor.rows, cursor.columns)

    @property
    def block(self) -> Block | None:
        """Return the marked cells, else the cursor's one; None in an empty grid."""
        if self._table.is_empty:
            return None
        row_key, column_key = self._here
        return self.marked or Block((row_key,), (column_key,))

    def mark(self) -> bool:
        """Begin to mark at the cursor, or take the mark away; False where nothing can be marked."""
        if self.cursor_kind == "row" or not self._table.rows or not self.try_commit():
            return False
        if self._cursor.anchor is not None:
            self.end_mark()
        else:
            self._begin_mark(keeps=True)
        return True

    def end_mark(self) -> None:
        """Take the mark away; the cells stay as they are."""
        if self._cursor.anchor is None:
            return
        rows = self._cursor.rows
        self._cursor.end_mark()
        self._repaint_lines(rows)
        self.post_message(messages.MarkChanged(self, None))

    def _press_mark(self, event: events.Key) -> bool | None:
        """Do what a key means for the mark; None leaves it to the rest of the grid."""
        if self.cursor_kind == "row" or self.edit_open:
            return None
        if event.key in SHIFTED and self._table.rows:
            if self._cursor.anchor is None:
                self._begin_mark(keeps=False)
            self._extend(SHIFTED[event.key])
        elif self._cursor.anchor is not None and event.key == "escape":
            self.end_mark()
        elif self._cursor.extends_by(event.key):
            self._extend(event.key)
        else:
            return None
        return True

    def _begin_mark(self, *, keeps: bool) -> None:
        self._cursor.begin_mark(keeps=keeps)
        self._mark_changed(self._cursor.rows)

    def _extend(self, move: str) -> None:
        """Move the corner of the mark that is the cursor."""
        before, at = self._cursor.rows, self._cursor.at
        self._go(*self._target(move))
        now, after = self._cursor.at, self._cursor.rows
        if now[1] != at[1]:
            self._mark_changed(range(min(before[0], after[0]), max(before[-1], after[-1]) + 1))
        elif now != at:
            self._mark_changed(spanned(at[0], now[0]))

    def _mark_changed(self, rows: range) -> None:
        self._repaint_lines(rows)
        self.post_message(messages.MarkChanged(self, self.marked))

    def _target(self, move: str) -> Cell:
        """Return where a move leads from the cursor; a page leaves one row in view."""
        page = max(1, self._window.rows - 1)
        return moved(move, self._cursor.at, self._table.last, page)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; a mark stays only where the same rows stay in their places."""
        if [row.key for row in rows] != list(self._table.row_places):
            self.end_mark()
        super().set_rows(rows)

    def move_to(self, row_key: str, column_key: str | None = None) -> bool:
        """Put the cursor on a cell; what was marked around it no longer is."""
        self.end_mark()
        return super().move_to(row_key, column_key)

    def _put_one(self, text: str) -> bool:
        """Commit a text of the cursor's cell that was not typed; False for a refused one.

        That stays in the field with the reason; in a cell of choices it only is told.
        """
        if not self.choices:
            if not self.begin_edit(""):
                return False
            self._editor.paste_text(text)
            return self.try_commit()
        row_key, column_key = self._here
        self.end_mark()
        self._follow()
        text = self._texts.meant(row_key, column_key, text)
        if reason := self._texts.refusal(row_key, column_key, text):
            self._say(reason)
            self.post_message(messages.CellRefused(self, row_key, column_key, text, reason))
            return False
        self._commit(row_key, column_key, text)
        self._repaint_row(row_key)
        self._show_notice()
        return True

    # What the screen's menu calls too

    def fill_from_above(self) -> None:
        """Give the cells the text above: under the block's top row, or under the row before."""
        block = self.block
        if block is None:
            return
        rows = self._blocks.rows_above(block)
        if not rows:
            self._refuse_block(NOTHING_ABOVE)
        elif block.size > 1 and not self.edit_open:
            self._propose(self._blocks.fill(block, rows))
        else:
            self._fill_one(self._blocks.above(rows, self._cursor.at[1]))

    def _fill_one(self, text: str) -> None:
        """Commit a text, or replace by it what is being typed, which can then still be changed."""
        if self.edit_open:
            self._editor.start(text, self.columns[self._cursor.at[1]].maximum)
            self._put_editor()
        else:
            self._put_one(text)

    def clear_block(self) -> None:
        """Empty the cells; a single one is refused in its field, as a typed text is."""
        block = self.block
        if block is None:
            return
        if block.size == 1:
            self._put_one("")
        else:
            self._propose(self._blocks.put("clear", block, ""))

    def copy_block(self) -> None:
        """Copy the cells, as a spreadsheet does, to this program's clipboard and the terminal's."""
        block = self.block
        if block is None or not self.try_commit():
            return
        self.app.copy_to_clipboard(self._blocks.copied(block))
        self.end_mark()
        self.post_message(messages.BlockCopied(self, block))

    def paste_clipboard(self) -> None:
        """Paste what was copied in this program last."""
        if self.app.clipboard:
            self.paste(self.app.clipboard)
        else:
            self._refuse_block(NOTHING_COPIED)

    def paste(self, text: str) -> None:
        """Put a pasted text at the cursor or the mark; more than one cell is only proposed."""
        try:
            cells = parse_block(text)
            if cells and self.cursor_kind == "cell":
                self._paste(text, cells)
        except BlockError as error:
            self._refuse_block(str(error))

    def _paste(self, text: str, cells: Cells) -> None:
        single = len(cells) == len(cells[0]) == 1
        if self.edit_open and single:
            self._editor.paste_text(first_line(text))
        elif self._edit.has_changed:
            self._refuse_block(FIELD_IS_OPEN)
        elif single and self._table.rows and self.marked is None:
            self._put_one(cells[0][0])
        else:
            self._close()
            self._propose(self._blocks.paste(cells, self.block))

    def try_commit(self) -> bool:
        """Commit an open edit; a text that was typed into marked cells goes into all of them."""
        block, cell = self.marked, self._edit.cell
        if cell is None or block is None:
            return super().try_commit()
        text = self._edit.text
        if block.size == 1 or self._texts.refusal(*cell, text):
            self.end_mark()
            return super().try_commit()
        self._close()
        self._propose(self._blocks.put("value", block, text))
        return True

    def _propose(self, done: Proposal) -> None:
        """Tell what shall be done with many cells, or that it cannot be."""
        self.end_mark()
        if not done.is_empty:
            message = messages.BlockSubmitted(
                self, done.kind, done.cells, done.locked, done.beyond, skipped=done.skipped
            )
            self.post_message(message)
        elif not self._table.is_empty:
            self.post_message(messages.ReadOnly(self, *self._here))

    def _refuse_block(self, reason: str) -> None:
        self.post_message(messages.BlockRefused(self, reason))

    # What the screen answers

    def begin_block(self, cells: Iterable[tuple[str, str]]) -> None:
        """Mark cells, whose new texts the rows already give, as being saved."""
        self._answer(cells, self._states.begin_given)

    def block_saved(self, cells: Iterable[tuple[str, str]]) -> None:
        """Answer a block: it is stored."""
        self._answer(cells, self._states.saved)

    def block_failed(self, cells: Iterable[tuple[str, str]]) -> None:
        """Answer a block: it is not stored, and the rows give the stored texts again."""
        self._answer(cells, self._states.put_back)

    def _answer(self, cells: Iterable[tuple[str, str]], note: Callable[[str, str], None]) -> None:
        rows: set[int] = set()
        for row_key, column_key in cells:
            note(row_key, column_key)
            if row_key in self._table.row_places:
                rows.add(self._table.row_places[row_key])
        if rows:
            self._repaint_lines(range(min(rows), max(rows) + 1))
            self._show_notice()

    def _repaint_lines(self, rows: range) -> None:
        if len(rows) > FEW_LINES:
            self._drawing.forget_rows()
            self.refresh()
            return
        for row in rows:
            if row < len(self._table.rows):
                self._repaint_row(self._table.rows[row].key)
