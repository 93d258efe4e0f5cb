"""What an entry screen holds of the part that is shown: its rows with the begun one, and cells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from skp_tui.domain.appraisal import Perilaku
from skp_tui.domain.parts import Terhapus, with_row, without_row
from skp_tui.domain.rows import URAIAN, is_unwritten, lacks_target
from skp_tui.services.entry.entry import NAMA_KOLOM, Isi
from skp_tui.ui.screens.cells import isi_input
from skp_tui.ui.screens.entry.person_desk import PersonDesk

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from skp_tui.services.base.views import Orang, UnitView
    from skp_tui.ui.screens.cells.block_plan import RowPlan
    from skp_tui.ui.screens.entry.sections import Sections
    from skp_tui.ui.widgets.grid.grid import Column, Row
    from skp_tui.ui.widgets.grid.messages import BlockKind

FIRST = "isi dahulu uraiannya; baris ini baru tersimpan sesudah itu"


def _as_typed(key: str, before: Isi, kolom: str, new: Isi) -> Isi:
    del key, before, kolom
    return new


class EntryDesk(PersonDesk):
    """Hold one person's appraisal in the sections of its regulation.

    ``draft`` is the row that was begun but not stored yet, with its key; ``begun`` the key of the
    one begun last, which is filled along.
    """

    completed: Callable[[str, Isi, str, Isi], Isi] = staticmethod(_as_typed)
    """Says of key, row, column and changed row what the row is with what usually goes with it."""

    def __init__(
        self,
        sections: Sections,
        view: UnitView,
        listed: Sequence[Orang],
        nip: str,
        changed: Callable[[Orang], None],
    ) -> None:
        super().__init__(view, listed, nip, changed)
        self.sections = sections
        self.draft: tuple[str, Isi] | None = None
        self.begun = ""

    # Who is shown

    def show_person(self, nip: str) -> None:
        """Show somebody, from his first part on, without what was begun of another one."""
        self.draft = None
        super().show_person(nip)

    def show_part(self, nomor: int) -> None:
        """Show another part, without what was begun in this one."""
        self.draft = None
        super().show_part(nomor)

    # The rows

    def key_of(self, isi: Isi, nomor: int | None = None) -> str:
        """Return the key of a row of the person, in the part that is shown or in another one."""
        return self.sections.key_of(self.nip, self.bagian.nomor if nomor is None else nomor, isi)

    def gather(self) -> None:
        """Take the rows of the part that is shown anew, with the begun one."""
        draft = None if self.draft is None else self.draft[1]
        rows = self.sections.rows(self.orang.penilaian, self.bagian, draft)
        self.entered = {self.key_of(satu): satu for satu in rows}

    def columns(self, name: str) -> tuple[Column, ...]:
        """Return the columns of a grid."""
        return self.sections.columns(name, self.bagian)

    def lines(self, name: str) -> list[Row]:
        """Return the lines of a grid."""
        columns, grid_of = self.columns(name), self.sections.grid_of
        return [
            self.line(key, isi, columns)
            for key, isi in self.entered.items()
            if grid_of(isi) == name
        ]

    def line(self, key: str, isi: Isi, columns: tuple[Column, ...]) -> Row:
        """Return the line of a row; what is asked about it keeps a sign when the cursor leaves."""
        row = self.sections.line(key, isi, self.orang, self.bagian, columns)
        return replace(row, odd=frozenset(isi_input.odd(isi)))

    def is_new_row(self, key: str) -> bool:
        """Say whether it is the row that was begun but not stored yet."""
        return self.draft is not None and self.draft[0] == key

    def fills_along(self, key: str) -> bool:
        """Say whether Enter goes on in the row: a new one is filled along."""
        return key == self.begun or self.is_new_row(key) or self._is_along(key)

    def _is_along(self, key: str) -> bool:
        isi = self.entered.get(key)
        return isi is not None and self.sections.fills_along(isi)

    def is_asked(self, row_key: str, column_key: str) -> bool:
        """Say whether Enter stops at a cell: at an outcome only where it has a target."""
        isi = self.entered.get(row_key)
        return isi is None or not lacks_target(isi, column_key)

    def numbers_in(self, orang: Orang, isi: Isi) -> Sequence[int]:
        """Return the numbers that a new row must not have in the part that is shown."""
        nomor = self.bagian.nomor
        part = next((one for one in orang.penilaian.bagian if one.nomor == nomor), None)
        return () if part is None else self.sections.numbers(part, isi)

    def locked_reason(self, row_key: str, column_key: str) -> str:
        """Say why a cell of an open appraisal is closed."""
        return self.sections.locked_reason(self.entered.get(row_key), column_key)

    # One cell

    def refusal(self, row_key: str, column_key: str, text: str) -> str | None:
        """Return why a typed text cannot be stored, or None; a new row begins with its words."""
        draft = self.draft
        begins = draft is not None and draft[0] == row_key and is_unwritten(draft[1])
        if begins and column_key != URAIAN:
            return FIRST
        return super().refusal(row_key, column_key, text)

    def copy_text(self, row_key: str, column_key: str) -> str:
        """Return what a cell gives to another one."""
        isi = self.entered.get(row_key)
        return "" if isi is None else isi_input.copy_text(isi, column_key)

    def changed_row(self, key: str, before: Isi, kolom: str, text: str) -> Isi:
        """Return a row with one cell changed and what goes with it; raises Refusal."""
        return self.completed(key, before, kolom, super().changed_row(key, before, kolom, text))

    def cause_of(self, key: str, kolom: str, before: Isi, new: Isi) -> str:
        """Return what trail and undo call the change of a cell, or the row that it begins."""
        if self.is_new_row(key):
            return f"baris baru,{isi_input.place_words(new)} {self.orang.nama}"
        return super().cause_of(key, kolom, before, new)

    def told_of(self, key: str, before: Isi, new: Isi, kolom: str) -> str:
        """Return what is said of a changed cell under the regulation."""
        del key
        return self.sections.told(before, new, kolom)

    def asked_of(self, before: Isi | None, new: Isi) -> list[str]:
        """Ask about an outcome far from its target, once; it is stored all the same."""
        known = {} if before is None else isi_input.odd(before)
        place = isi_input.place_words(new).strip()
        asked = (
            f"{place}: {pesan}."
            for column, pesan in isi_input.odd(new).items()
            if known.get(column) != pesan
        )
        return [words[:1].upper() + words[1:] for words in asked]

    def put_row(self, key: str, isi: Isi) -> None:
        """Take a row in; a new one is no draft any more."""
        if self.is_new_row(key):
            self.draft, self.begun = None, key
        self.put(isi)

    def restore(self, key: str, now: Isi, stored: Isi, kolom: Collection[str]) -> Isi | None:
        """Give some columns back what is stored; a row that never was becomes a draft again.

        With it goes what was begun below it meanwhile.
        """
        if not is_unwritten(stored) or isinstance(now, Perilaku):
            return super().restore(key, now, stored, kolom)
        self.take(now)
        self.draft = (key, stored)
        return None

    # A block

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

    def minds_closed(self, key: str, kind: BlockKind) -> bool:
        """Say whether a text that meets a closed cell refuses a block under the regulation."""
        del key
        return self.sections.minds_closed(kind)

    def row_below(
        self, taken: Iterable[Isi], name: str, texts: Mapping[str, str]
    ) -> tuple[str, Isi] | None:
        """Return the row that a pasted line past the last one begins."""
        empty = self.sections.begun_below(taken, name, texts)
        return None if empty is None else (self.key_of(empty), empty)

    def now_of(self, row: RowPlan) -> Isi | None:
        """Return a row as it stands in its part, which need not be the one that is shown."""
        for bagian in self.parts:
            if bagian.nomor == row.tempat.bagian:
                for satu in self.sections.rows(self.orang.penilaian, bagian, None):
                    if self.key_of(satu, bagian.nomor) == row.key:
                        return satu
        return self.entered.get(row.key)

    def put_rows(self, rows: Iterable[tuple[RowPlan, Isi]]) -> None:
        """Take rows of any part in at once, and compute anew once."""
        penilaian = self.orang.penilaian
        for row, isi in rows:
            if self.is_new_row(row.key):
                self.draft = None
            penilaian = with_row(penilaian, row.tempat.bagian, isi)
        self.take_in(penilaian)

    def take_rows(self, rows: Iterable[RowPlan]) -> None:
        """Take new rows out again."""
        penilaian = self.orang.penilaian
        for row in rows:
            if isinstance(row.new, Terhapus):
                penilaian = without_row(penilaian, row.tempat.bagian, row.new)
        self.take_in(penilaian)

    # What is counted with

    def put(self, isi: Isi) -> None:
        """Take a row in, new or changed, and compute anew."""
        self.take_in(with_row(self.orang.penilaian, self.bagian.nomor, isi))
        self.entered[self.key_of(isi)] = isi

    def take(self, isi: Terhapus) -> None:
        """Take a row out, and compute anew."""
        self.take_in(without_row(self.orang.penilaian, self.bagian.nomor, isi))
