"""Many cells at once: filled from above, cleared, copied, pasted. The grid only says what is meant.

How a screen uses it (``IsiScreen`` is the example; ``screens/entry_blocks.py``):

1. The keys are the grid's own: Ctrl+B or Shift+arrows mark, Ctrl+D fills, Delete clears, Ctrl+C
   copies, Ctrl+V and the terminal's own paste bring a block. A single cell goes the usual way, as
   ``CellSubmitted``; for more the grid posts ONE ``Grid.BlockSubmitted`` and changes nothing.
2. The screen turns ``message.cells`` (texts as if typed), ``message.locked`` (texts that met a cell
   of ``Row.locked``: refuse them, saying why) and ``message.beyond`` (pasted lines past the last
   row: new rows, or a refusal) into changes, judges them as a whole, and for a paste shows a
   ``screens/block_preview.BlockPreview``, which closes with True to apply.
3. To apply it gives the changed rows (``set_rows`` or ``update_row``), calls
   ``grid.begin_block(cells)`` so that they are marked as being saved, and queues ONE write
   (``services/block.save_block``, one transaction for rows of any kind and person).
4. The answer: ``grid.block_saved(cells)``; or the old rows again with ``grid.block_failed(cells)``.

``Grid.BlockRefused`` (a sentence to tell), ``Grid.BlockCopied`` and ``Grid.MarkChanged`` (what the
footer says meanwhile) are for the screen's words. ``copy_text`` given to the grid says what a cell
puts on the clipboard where that is more than what editing begins with.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from skp_tui.domain.block import BlockError, Cells, block_text, parse_block
from skp_tui.domain.text import clean
from skp_tui.ui.widgets import grid_messages as messages
from skp_tui.ui.widgets.grid_choice import EMPTY
from skp_tui.ui.widgets.grid_editor import first_line
from skp_tui.ui.widgets.grid_marking import GridMarking
from skp_tui.ui.widgets.grid_model import Block, CellText

IN_FIELD: Final = frozenset({"ctrl+b", "ctrl+d", "ctrl+v"})
"""Keys of blocks that mean something while a field is open."""

NOTHING_ABOVE: Final = "Tidak ada sel di atasnya untuk disalin."
NOTHING_COPIED: Final = "Papan klip masih kosong; Ctrl+C menyalin sel atau blok."
FIELD_IS_OPEN: Final = (
    "Tempelan ini berisi beberapa sel: Enter menyimpan atau Esc membuang ketikan ini dahulu."
)


class GridBlock(GridMarking):
    """Fill, clear, copy and paste the marked cells, or the cursor's one."""

    # What the screen's menu calls too

    def fill_from_above(self) -> None:
        """Give the cells the text above: under the block's top row, or under the row before."""
        block = self.block
        if block is None:
            return
        top, count = self._row_index[block.rows[0]], len(block.rows)
        among = range(top - 1, -1, -1) if count == 1 else range(top, top + count)
        if not among:
            self._refuse_block(NOTHING_ABOVE)
        elif self.edit_open:
            self._fill_field(self._copied(self._source(among, self._at[1]), self._at[1]))
        elif block.size == 1:
            self._put_one(self._copied(self._source(among, self._at[1]), self._at[1]))
        else:
            rows = block.rows[1:] or block.rows
            texts = self._every_cell(rows, block.columns, lambda _, c: (self._source(among, c), c))
            self._submit("fill", texts)

    def _source(self, among: range, column: int) -> int:
        """Return the first of some rows that has the cell of a column: some rows lack some."""
        return next((row for row in among if self._editable(row, column)), among[0])

    def clear_block(self) -> None:
        """Empty the cells; a single one is refused in its field, as a typed text is."""
        block = self.block
        if block is None:
            return
        if block.size == 1:
            self._put_one("")
        else:
            self._submit("clear", ((row, column, "") for row, column in self._places(block)))

    def copy_block(self) -> None:
        """Copy the cells, as a spreadsheet does, to this program's clipboard and the terminal's."""
        block = self.block
        if block is None or not self.try_commit():
            return
        columns = [self._column_index[key] for key in block.columns]
        rows = (self._row_index[key] for key in block.rows)
        text = block_text([[self._copied(row, column) for column in columns] for row in rows])
        self.app.copy_to_clipboard(text)
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
        except BlockError as error:
            self._refuse_block(str(error))
            return
        if self.cursor_kind == "row" or not cells:
            return
        single = len(cells) == len(cells[0]) == 1
        if self.edit_open and single:
            self._editor.paste_text(first_line(text))
        elif self.edit_open and clean(self._editor.value) not in {"", self._text_before()}:
            self._refuse_block(FIELD_IS_OPEN)
        elif single and self._rows and self.marked is None:
            self._put_one(cells[0][0])
        else:
            self._close()
            self._paste_cells(cells)

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
            if row_key in self._row_index:
                rows.add(self._row_index[row_key])
        if rows:
            self._repaint_lines(range(min(rows), max(rows) + 1))
            self._show_notice()

    def try_commit(self) -> bool:
        """Commit an open edit; a text that was typed into marked cells goes into all of them."""
        block = self.marked
        if self._editing is None or block is None:
            return super().try_commit()
        text = clean(self._editor.value)
        if block.size == 1 or self._refuse(*self._editing, text):
            self.end_mark()
            return super().try_commit()
        self._close()
        self._submit("value", ((row, column, text) for row, column in self._places(block)))
        return True

    # One cell

    def _put_one(self, text: str) -> None:
        """Commit a text that was not typed; a refused one stays in its field with the reason."""
        if self.begin_edit(""):
            self._editor.paste_text(text)
            self.try_commit()

    def _fill_field(self, text: str) -> None:
        """Replace what is being typed, so that it can still be changed before it is committed."""
        self._editor.start(text, self.columns[self._at[1]].maximum)
        self._put_editor()

    def _text_before(self) -> str:
        return "" if self._editing is None else self._stored_text(*self._editing)

    def _copied(self, row: int, column: int) -> str:
        """Return the text of a cell as it would be typed; a computed one as it is shown."""
        row_key, described = self._rows[row].key, self.columns[column]
        if not described.editable:
            text = clean(self._rows[row].cells[column])
            return "" if text in EMPTY else text
        if self._copy_text is not None:
            return clean(self._copy_text(row_key, described.key))
        return clean(self._stored_text(row_key, described.key))

    # Many cells

    def _places(self, block: Block) -> Iterator[tuple[str, str]]:
        return ((row, column) for row in block.rows for column in block.columns)

    def _every_cell(
        self,
        rows: Iterable[str],
        columns: Iterable[str],
        source: Callable[[str, int], tuple[int, int]],
    ) -> Iterator[tuple[str, str, str]]:
        places = [(key, self._column_index[key]) for key in columns]
        for row in rows:
            for key, column in places:
                yield row, key, self._copied(*source(row, column))

    def _paste_cells(self, cells: Cells) -> None:
        """Lay the pasted cells from the mark's or the cursor's place on, to the right and down."""
        block, single = self.block, len(cells) == len(cells[0]) == 1
        if block is None:
            row, column = 0, self._first_column()
        else:
            row, column = self._row_index[block.rows[0]], self._column_index[block.columns[0]]
            cells = _tiled(cells, block)
        room = len(self.columns) - column
        if any(any(line[room:]) for line in cells):
            widest = max(len(line) for line in cells)
            self._refuse_block(
                f"Tempelan {widest} kolom tidak muat: dari kolom ini hanya ada {room} kolom."
            )
            return
        keys = [described.key for described in self.columns[column:]]
        inside = len(self._rows) - row
        beyond = [
            {key: text for key, text in zip(keys, line, strict=False) if self._takes(key)}
            for line in cells[inside:]
        ]
        texts = (
            (self._rows[row + down].key, key, text)
            for down, line in enumerate(cells[:inside])
            for key, text in zip(keys, line, strict=False)
        )
        kind: messages.BlockKind = "value" if single else "paste"
        self._submit(kind, texts, [line for line in beyond if any(line.values())])

    def _takes(self, column_key: str) -> bool:
        return self.columns[self._column_index[column_key]].editable

    def _submit(
        self,
        kind: messages.BlockKind,
        texts: Iterable[tuple[str, str, str]],
        beyond: Iterable[Mapping[str, str]] = (),
    ) -> None:
        """Tell what shall be done, sorted by whether a cell is open to it."""
        cells: list[CellText] = []
        locked: list[CellText] = []
        skipped = 0
        for row_key, column_key, text in texts:
            row, column = self._row_index[row_key], self._column_index[column_key]
            if self._editable(row, column):
                cells.append(CellText(row_key, column_key, text))
            elif text == (there := self._copied(row, column)) or {text, there} <= EMPTY:
                continue
            elif self._takes(column_key):
                locked.append(CellText(row_key, column_key, text))
            else:
                skipped += bool(text)
        beyond = tuple(beyond)
        self.end_mark()
        if cells or locked or beyond:
            self.post_message(
                messages.BlockSubmitted(self, kind, cells, locked, beyond, skipped=skipped)
            )
        elif (row_key_here := self.cursor_row) is not None:
            self.post_message(messages.ReadOnly(self, row_key_here, self.cursor_column or ""))

    def _refuse_block(self, reason: str) -> None:
        self.post_message(messages.BlockRefused(self, reason))

    # The keys

    def _press_block(self, key: str) -> bool | None:
        """Do what a key means for blocks; None leaves it to the rest of the grid."""
        done = self._press_mark(key)
        if done is not None or self.cursor_kind == "row":
            return done
        action = self._block_keys.get(key)
        if action is None or (self.edit_open and key not in IN_FIELD):
            return None
        action()
        return True

    @cached_property
    def _block_keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "ctrl+b": self.mark,
            "ctrl+d": self.fill_from_above,
            "ctrl+c": self.copy_block,
            "ctrl+v": self.paste_clipboard,
            "delete": self.clear_block,
        }


def _tiled(cells: Cells, block: Block) -> Cells:
    """Repeat the pasted cells over a marked block that holds them a whole number of times."""
    height, width = len(cells), len(cells[0])
    even = all(len(line) == width for line in cells)
    down, down_rest = divmod(len(block.rows), height)
    right, right_rest = divmod(len(block.columns), width)
    if not even or down_rest or right_rest:
        return cells
    return tuple(line * right for line in cells) * down
