"""Blocks of the entry screen: what they mean for one person, and pasted rows of activities."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence

from skp_tui.domain.appraisal import JenisTambahan, Kegiatan, Tambahan
from skp_tui.domain.parts import with_row, without_row
from skp_tui.services.entry import NAMA_KOLOM, Isi, next_number
from skp_tui.ui.screens import isi_input, isi_rows
from skp_tui.ui.screens.block_judging import Judged
from skp_tui.ui.screens.block_plan import RowPlan
from skp_tui.ui.screens.block_saving import BlockSaving
from skp_tui.ui.screens.isi_saving import IsiSaving
from skp_tui.ui.screens.isi_sheet import Sheet


class IsiBlocks(BlockSaving, IsiSaving):
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
        words = f"{place} · {NAMA_KOLOM.get(column, column)}" if place else _column(column)
        return words[:1].upper() + words[1:]

    def whose(self, rows: Sequence[RowPlan]) -> str:
        """Name the person, and the row where there is only one."""
        one = isi_input.place_words(rows[0].new) if len(rows) == 1 else ""
        return f"{one} {self.orang.nama}".strip()

    def locked_reason(self, row_key: str, column_key: str) -> str:
        """Say why a cell of an open appraisal is closed: only kreativitas has a level."""
        del row_key, column_key
        return "hanya kreativitas yang bertingkat"

    # Lines past the last row

    def rows_beyond(self, sheet: Sheet, beyond: Sequence[Mapping[str, str]]) -> Iterator[Judged]:
        """Yield the new rows that pasted lines become, each with its number; perilaku has one."""
        if sheet.id == "perilaku":
            yield from super().rows_beyond(sheet, beyond)
            return
        taken = list(self.entered.values())
        for texts in beyond:
            empty = _empty_kegiatan(taken) if sheet.id == "kegiatan" else _empty_extra(taken, texts)
            taken.append(empty)
            key = isi_rows.row_key(self.nip, self.bagian.nomor, empty)
            yield self.plan_row(sheet, key, empty, texts, is_new=True)

    # Taking rows in and out

    def now_of(self, row: RowPlan) -> Isi | None:
        """Return a row as it stands in its part, which need not be the one that is shown."""
        for bagian in self.parts:
            if bagian.nomor == row.tempat.bagian:
                rows: tuple[Kegiatan | Tambahan, ...] = (*bagian.kegiatan, *bagian.tambahan)
                for satu in rows:
                    if isi_rows.row_key(self.nip, bagian.nomor, satu) == row.key:
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
            if isinstance(row.new, Kegiatan | Tambahan):
                penilaian = without_row(penilaian, row.tempat.bagian, row.new)
        self.take_in(penilaian)
        self.fill()

    def block_given_up(self) -> None:
        """Take an empty new row away again that only a paste would have filled."""
        if self.draft is not None and not any(sheet.edit_open for sheet in self.sheets):
            self.draft = None
            self.fill()


def _column(column: str) -> str:
    return NAMA_KOLOM.get(column, column)


def _empty_kegiatan(taken: Sequence[Isi]) -> Kegiatan:
    return Kegiatan(next_number([satu.no for satu in taken if isinstance(satu, Kegiatan)]), "")


def _empty_extra(taken: Sequence[Isi], texts: Mapping[str, str]) -> Tambahan:
    """Begin an extra: one with a level is a kreativitas."""
    creative = texts.get("tingkat", "") not in {"", "-", "–"}
    jenis = JenisTambahan.KREATIVITAS if creative else JenisTambahan.TUGAS_TAMBAHAN
    numbers = [satu.no for satu in taken if isinstance(satu, Tambahan) and satu.jenis is jenis]
    return Tambahan(jenis, next_number(numbers), "")
