"""Blocks of an entry screen: what they mean for one person, and pasted rows."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence

from skp_tui.domain.parts import Terhapus, with_row, without_row
from skp_tui.services.entry import NAMA_KOLOM, Isi
from skp_tui.ui.screens import isi_input
from skp_tui.ui.screens.block_judging import Judged
from skp_tui.ui.screens.block_plan import RowPlan
from skp_tui.ui.screens.block_saving import BlockSaving
from skp_tui.ui.screens.entry_saving import EntrySaving
from skp_tui.ui.screens.isi_sheet import Sheet


class EntryBlocks(BlockSaving, EntrySaving):
    """Say what a block means for one person's rows."""

    def may_change(self) -> bool:
        """Say whether the appraisal is open; if not, tell it."""
        if self.locked:
            self.tell_locked()
        return not self.locked

    @abstractmethod
    def tell_locked(self) -> None:
        """Say that the appraisal is signed."""

    def where(self, row: RowPlan, column: str) -> str:
        """Name one cell by its row and column."""
        place = isi_input.place_words(row.new).strip()
        column = NAMA_KOLOM.get(column, column)
        words = f"{place} · {column}" if place else column
        return words[:1].upper() + words[1:]

    def whose(self, rows: Sequence[RowPlan]) -> str:
        """Name the person, and the row where there is only one."""
        one = isi_input.place_words(rows[0].new) if len(rows) == 1 else ""
        return f"{one} {self.orang.nama}".strip()

    # Lines past the last row

    def rows_beyond(self, sheet: Sheet, beyond: Sequence[Mapping[str, str]]) -> Iterator[Judged]:
        """Yield the new rows that pasted lines become, each with its number, where any can be."""
        taken = list(self.entered.values())
        for place, texts in enumerate(beyond):
            empty = self.sections.begun_below(taken, sheet.id or "", texts)
            if empty is None:
                yield from super().rows_beyond(sheet, beyond[place:])
                return
            taken.append(empty)
            yield self.plan_row(sheet, self.key_of(empty), empty, texts, is_new=True)

    # Taking rows in and out

    def now_of(self, row: RowPlan) -> Isi | None:
        """Return a row as it stands in its part, which need not be the one that is shown."""
        for bagian in self.parts:
            if bagian.nomor == row.tempat.bagian:
                for satu in self.sections.rows(self.orang.penilaian, bagian, None):
                    if self.key_of(satu, bagian.nomor) == row.key:
                        return satu
        return self.entered.get(row.key)

    def put_rows(self, sheet: Sheet, rows: Sequence[tuple[RowPlan, Isi]]) -> None:
        """Take rows of any part in at once, and compute anew once."""
        del sheet
        penilaian = self.orang.penilaian
        for row, isi in rows:
            if self.is_new_row(row.key):
                self.draft = None
            self.ask_about(row.before, isi)
            penilaian = with_row(penilaian, row.tempat.bagian, isi)
        self.take_in(penilaian)
        self.fill()

    def take_rows(self, sheet: Sheet, rows: Sequence[RowPlan]) -> None:
        """Take new rows out again."""
        del sheet
        penilaian = self.orang.penilaian
        for row in rows:
            if isinstance(row.new, Terhapus):
                penilaian = without_row(penilaian, row.tempat.bagian, row.new)
        self.take_in(penilaian)
        self.fill()

    def block_given_up(self) -> None:
        """Take an empty new row away again that only a paste would have filled."""
        if self.draft is not None and not any(sheet.edit_open for sheet in self.sheets):
            self.draft = None
            self.fill()
