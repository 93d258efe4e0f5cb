"""What a block of texts means for the rows of a desk: changed rows and refused cells."""

from collections.abc import Iterator, Mapping, Sequence

from skp_tui.domain.rows import is_unwritten
from skp_tui.services.entry.entry import Isi
from skp_tui.ui.screens.cells import isi_input
from skp_tui.ui.screens.cells.block_plan import BlockPlan, Refused, RowPlan, judged, texts_by_row
from skp_tui.ui.screens.cells.desk import Desk
from skp_tui.ui.screens.cells.sheet import Sheet
from skp_tui.ui.widgets.grid.messages import BlockSubmitted

Judged = tuple[RowPlan | None, list[Refused]]


class BlockJudge:
    """Turn a block of texts into changed rows and refused cells; nothing is changed here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def plan(self, sheet: Sheet, message: BlockSubmitted) -> BlockPlan:
        """Return what a block would do to the rows, and which of its cells cannot be."""
        desk = self._desk
        found: list[Judged] = [
            self._row(sheet, key, before, texts, is_new=desk.is_new_row(key))
            for key, texts in texts_by_row(message.cells).items()
            if (before := desk.entered.get(key)) is not None
        ]
        found.extend(self._beyond(sheet, message.beyond))
        refused = [one for _, some in found for one in some]
        refused.extend(self._closed(message))
        rows = tuple(row for row, _ in found if row is not None and row.columns)
        return BlockPlan(rows, tuple(refused))

    def _row(
        self, sheet: Sheet, key: str, before: Isi, texts: Mapping[str, str], *, is_new: bool
    ) -> tuple[RowPlan, list[Refused]]:
        """Return what texts make of one row, and which cells cannot be so."""
        new, columns, reasons = judged(before, texts, sheet.columns)
        row = RowPlan(key, self._desk.tempat_of(key), before, new, columns, is_new)
        if is_new and not reasons and is_unwritten(new):
            reasons = {"uraian": "baris baru perlu uraian; sertakan kolomnya dalam tempelan"}
        ordered = sorted(reasons, key=[column.key for column in sheet.columns].index)
        return row, [
            self._refused(row, column, texts.get(column, ""), reasons[column]) for column in ordered
        ]

    def _beyond(self, sheet: Sheet, beyond: Sequence[Mapping[str, str]]) -> Iterator[Judged]:
        """Yield what pasted lines past the last row become, each a row where any can be added."""
        taken = list(self._desk.entered.values())
        for place, texts in enumerate(beyond):
            begun = self._desk.row_below(taken, sheet.id or "", texts)
            if begun is None:
                yield None, [_too_many(beyond[place:])]
                return
            key, empty = begun
            taken.append(empty)
            yield self._row(sheet, key, empty, texts, is_new=True)

    def _closed(self, message: BlockSubmitted) -> Iterator[Refused]:
        """Yield the closed cells that texts met."""
        desk = self._desk
        for cell in message.locked:
            isi = desk.entered.get(cell.row_key)
            if isi is not None and desk.minds_closed(cell.row_key, message.kind):
                row = RowPlan(cell.row_key, desk.tempat_of(cell.row_key), isi, isi, ())
                reason = desk.locked_reason(cell.row_key, cell.column_key)
                yield self._refused(row, cell.column_key, cell.text, reason)

    def _refused(self, row: RowPlan, column: str, text: str, reason: str) -> Refused:
        old = isi_input.shown_text(row.before, column)
        return Refused(self._desk.where(row, column), old, text, reason)


def _too_many(beyond: Sequence[Mapping[str, str]]) -> Refused:
    first = next((text for line in beyond for text in line.values() if text), "")
    reason = f"{len(beyond)} baris melewati baris terakhir; di sini tidak ditambah baris"
    return Refused("Sesudah baris terakhir", "", first, reason)
