"""Many cells at once: filled from above, cleared, copied, pasted. The grid only says what is meant.

How a screen uses it (``IsiScreen`` is the example; ``screens/block_saving.py``):

1. The keys are the grid's own: Ctrl+B or Shift+arrows mark, Ctrl+D fills, Delete clears, Ctrl+C
   copies, Ctrl+V and the terminal's own paste bring a block. A single cell goes the usual way, as
   ``CellSubmitted``; for more the grid posts ONE ``Grid.BlockSubmitted`` and changes nothing.
2. The screen turns ``message.cells`` (texts as if typed), ``message.locked`` (texts that met a cell
   of ``Row.locked``: refuse them, saying why) and ``message.beyond`` (pasted lines past the last
   row: new rows, or a refusal) into changes, judges them as a whole, and for a paste shows a
   ``screens/block_preview.BlockPreview``, which closes with True to apply.
3. To apply it gives the changed rows (``set_rows`` or ``update_row``), calls
   ``grid.begin_block(cells)`` so that they are marked as being saved, and queues ONE write
   (``services/entry/block.save_block``, one transaction for rows of any kind and person).
4. The answer: ``grid.block_saved(cells)``; or the old rows again with ``grid.block_failed(cells)``.

``Grid.BlockRefused`` (a sentence to tell), ``Grid.BlockCopied`` and ``Grid.MarkChanged`` (what the
footer says meanwhile) are for the screen's words. ``copy_text`` given to the grid says what a cell
puts on the clipboard where that is more than what editing begins with.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from skp_tui.domain.block import BlockError, Cells, block_text
from skp_tui.record import record
from skp_tui.ui.widgets.grid.choice import EMPTY, text_meant
from skp_tui.ui.widgets.grid.messages import BlockKind
from skp_tui.ui.widgets.grid.model import Block, CellText
from skp_tui.ui.widgets.grid.table import Cell, Table
from skp_tui.ui.widgets.grid.texts import CellTexts

IN_FIELD: Final = frozenset({"ctrl+b", "ctrl+d", "ctrl+v"})
"""Keys of blocks that mean something while a field is open."""

NOTHING_ABOVE: Final = "Tidak ada sel di atasnya untuk disalin."
NOTHING_COPIED: Final = "Papan klip masih kosong; Ctrl+C menyalin sel atau blok."
FIELD_IS_OPEN: Final = (
    "Tempelan ini berisi beberapa sel: Enter menyimpan atau Esc membuang ketikan ini dahulu."
)


@record
class Proposal:
    """What shall be done with many cells, sorted by whether a cell is open to it.

    The fields are those of ``BlockSubmitted``.
    """

    kind: BlockKind
    cells: Sequence[CellText]
    locked: Sequence[CellText] = ()
    beyond: Sequence[Mapping[str, str]] = ()
    skipped: int = 0

    @property
    def is_empty(self) -> bool:
        """Say whether nothing can be done, because nobody edits these cells."""
        return not (self.cells or self.locked or self.beyond)


class BlockTexts:
    """Say what filling, clearing, pasting would put where, and what copying takes along."""

    def __init__(self, table: Table, texts: CellTexts) -> None:
        self._table, self._texts = table, texts

    def copied(self, block: Block) -> str:
        """Return the texts of a block, as a spreadsheet copies them."""
        columns = [self._table.column_places[key] for key in block.columns]
        rows = (self._table.row_places[key] for key in block.rows)
        return block_text([[self._texts.copied(row, column) for column in columns] for row in rows])

    def rows_above(self, block: Block) -> range:
        """Return the rows to fill from: from the top one on, or before a single one; or none."""
        top, count = self._table.row_places[block.rows[0]], len(block.rows)
        return range(top - 1, -1, -1) if count == 1 else range(top, top + count)

    def above(self, rows: range, column: int) -> str:
        """Return the text to fill with: of the first row with the cell, because some lack some."""
        editable = (row for row in rows if self._table.is_editable(row, column))
        return self._texts.copied(next(editable, rows[0]), column)

    def fill(self, block: Block, rows: range) -> Proposal:
        """Fill the cells under the top row, or all of a single row, with the texts above."""
        texts = {key: self.above(rows, self._table.column_places[key]) for key in block.columns}
        below = block.rows[1:] or block.rows
        return self._sorted("fill", [(row, key, texts[key]) for row in below for key in texts])

    def put(self, kind: BlockKind, block: Block, text: str) -> Proposal:
        """Put one text into every cell."""
        return self._sorted(kind, [(row, key, text) for row in block.rows for key in block.columns])

    def paste(self, cells: Cells, block: Block | None) -> Proposal:
        """Lay cells from the corner of a block on, to the right and down; repeated to fill it.

        Raises BlockError with a sentence where there are not as many columns.
        """
        single = len(cells) == len(cells[0]) == 1
        row, column = self._corner(block)
        if block is not None:
            cells = _tiled(cells, block)
        room = len(self._table.columns) - column
        if any(any(line[room:]) for line in cells):
            widest = max(len(line) for line in cells)
            raise BlockError(
                f"Tempelan {widest} kolom tidak muat: dari kolom ini hanya ada {room} kolom."
            )
        keys = [described.key for described in self._table.columns[column:]]
        inside = self._table.rows[row : row + len(cells)]
        texts = [
            (there.key, key, text)
            for there, line in zip(inside, cells, strict=False)
            for key, text in zip(keys, line, strict=False)
        ]
        past_last = cells[len(inside) :]
        beyond = filter(None, (self._new_line(keys, line) for line in past_last))
        done = self._sorted("value" if single else "paste", texts, beyond)
        left_out = sum(map(len, (self._left_out(keys, line) for line in past_last)))
        return replace(done, skipped=done.skipped + left_out)

    def _corner(self, block: Block | None) -> Cell:
        if block is None:
            return 0, self._table.first_editable_column()
        return self._table.place_of(block.rows[0], block.columns[0])

    def _new_line(self, keys: Sequence[str], line: Sequence[str]) -> Mapping[str, str]:
        """Return the texts of a pasted line for the columns that are edited, if it has any."""
        columns = [self._table.columns[self._table.column_places[key]] for key in keys]
        texts = [
            (column, text) for column, text in zip(columns, line, strict=False) if column.editable
        ]
        if not any(text for _, text in texts):
            return {}
        return {column.key: text_meant(column.pilihan, text) for column, text in texts}

    def _left_out(self, keys: Sequence[str], line: Sequence[str]) -> Sequence[str]:
        """Return the texts of a pasted line for the columns that are not edited."""
        columns = [self._table.columns[self._table.column_places[key]] for key in keys]
        pairs = zip(columns, line, strict=False)
        return [text for column, text in pairs if text and not column.editable]

    def _sorted(
        self,
        kind: BlockKind,
        texts: Iterable[tuple[str, str, str]],
        beyond: Iterable[Mapping[str, str]] = (),
    ) -> Proposal:
        """Sort texts by whether their cells are open to them."""
        cells: list[CellText] = []
        locked: list[CellText] = []
        skipped = 0
        for row_key, column_key, typed in texts:
            text = self._texts.meant(row_key, column_key, typed)
            row, column = self._table.place_of(row_key, column_key)
            if self._table.is_editable(row, column):
                cells.append(CellText(row_key, column_key, text))
            elif text == (there := self._texts.copied(row, column)) or {text, there} <= EMPTY:
                continue
            elif self._table.columns[column].editable:
                locked.append(CellText(row_key, column_key, text))
            else:
                skipped += bool(text)
        return Proposal(kind, cells, locked, tuple(beyond), skipped)


def _tiled(cells: Cells, block: Block) -> Cells:
    """Repeat the pasted cells over a marked block that holds them a whole number of times."""
    height, width = len(cells), len(cells[0])
    even = all(len(line) == width for line in cells)
    down, down_rest = divmod(len(block.rows), height)
    right, right_rest = divmod(len(block.columns), width)
    if not even or down_rest or right_rest:
        return cells
    return tuple(line * right for line in cells) * down
