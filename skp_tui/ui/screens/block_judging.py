"""What a block means for the rows of a screen: what a screen says of its own, and the plan."""

from collections.abc import Iterator, Mapping, Sequence

from skp_tui.domain.rows import is_unwritten
from skp_tui.services.entry import NAMA_KOLOM, Isi
from skp_tui.ui.screens import isi_input
from skp_tui.ui.screens.block_plan import BlockPlan, Refused, RowPlan, judged, texts_by_row
from skp_tui.ui.screens.cell_saving import CellSaving
from skp_tui.ui.screens.isi_sheet import Sheet
from skp_tui.ui.widgets import grid_messages

Judged = tuple[RowPlan | None, list[Refused]]


class BlockJudging(CellSaving):
    """Turn a block of texts into changed rows and refused cells; nothing is changed here.

    A subclass may say more of its own rows: what a cell is called, why one is locked, what lines
    past the last row become, how many rows are shown at once.
    """

    # What a subclass may say

    def may_change(self) -> bool:
        """Say whether blocks can be changed at all; if not, tell why."""
        return True

    def where(self, row: RowPlan, column: str) -> str:
        """Name one cell of a preview."""
        return f"{self.name_of(row.key)} · {NAMA_KOLOM.get(column, column)}"

    def whose(self, rows: Sequence[RowPlan]) -> str:
        """Name all rows of a block, for the trail."""
        names = {self.name_of(row.key) for row in rows}
        return names.pop() if len(names) == 1 else f"{len(names)} pegawai"

    def locked_reason(self, row_key: str, column_key: str) -> str:
        """Say why a cell of ``Row.locked`` cannot be changed."""
        del row_key, column_key
        return "tidak dapat diubah di sini"

    def rows_beyond(self, sheet: Sheet, beyond: Sequence[Mapping[str, str]]) -> Iterator[Judged]:
        """Yield what pasted lines past the last row would become; here none can be added."""
        del sheet
        first = next((text for line in beyond for text in line.values() if text), "")
        reason = f"{len(beyond)} baris melewati baris terakhir; di sini tidak ditambah baris"
        yield None, [Refused("Sesudah baris terakhir", "", first, reason)]

    def now_of(self, row: RowPlan) -> Isi | None:
        """Return a row as the screen counts with it now, None where it is gone."""
        return self.entered.get(row.key)

    def put_rows(self, sheet: Sheet, rows: Sequence[tuple[RowPlan, Isi]]) -> None:
        """Take many rows in and show them with what follows; a screen may do it at once."""
        for row, isi in rows:
            self.put_row(row.key, isi)
            self.show_row(sheet, row.key, isi)

    def take_rows(self, sheet: Sheet, rows: Sequence[RowPlan]) -> None:
        """Take new rows out again, because they could not be stored."""

    def block_given_up(self) -> None:
        """Take note that a block is not applied after all."""

    # What it would do

    def plan_block(self, sheet: Sheet, message: grid_messages.BlockSubmitted) -> BlockPlan:
        """Return what a block would do to the rows, and which of its cells cannot be."""
        found: list[Judged] = [
            self.plan_row(sheet, key, before, texts)
            for key, texts in texts_by_row(message.cells).items()
            if (before := self.entered.get(key)) is not None
        ]
        if message.beyond:
            found.extend(self.rows_beyond(sheet, message.beyond))
        refused = [one for _, some in found for one in some]
        for cell in message.locked:
            row = self._as_it_is(cell.row_key)
            if row is not None:
                reason = self.locked_reason(cell.row_key, cell.column_key)
                refused.append(self._refused(row, cell.column_key, cell.text, reason))
        rows = tuple(row for row, _ in found if row is not None and row.columns)
        return BlockPlan(rows, tuple(refused))

    def plan_row(
        self,
        sheet: Sheet,
        key: str,
        before: Isi,
        texts: Mapping[str, str],
        *,
        is_new: bool | None = None,
    ) -> tuple[RowPlan, list[Refused]]:
        """Return what texts make of one row, and which cells cannot be so."""
        new, columns, reasons = judged(before, texts, sheet.columns)
        fresh = self.is_new_row(key) if is_new is None else is_new
        row = RowPlan(key, self.tempat_of(key), before, new, columns, fresh)
        if fresh and not reasons and is_unwritten(new):
            reasons = {"uraian": "baris baru perlu uraian; sertakan kolomnya dalam tempelan"}
        ordered = sorted(reasons, key=[column.key for column in sheet.columns].index)
        return row, [
            self._refused(row, column, texts.get(column, ""), reasons[column]) for column in ordered
        ]

    def _as_it_is(self, key: str) -> RowPlan | None:
        isi = self.entered.get(key)
        return None if isi is None else RowPlan(key, self.tempat_of(key), isi, isi, ())

    def _refused(self, row: RowPlan, column: str, text: str, reason: str) -> Refused:
        old = isi_input.shown_text(row.before, column)
        return Refused(self.where(row, column), old, text, reason)
