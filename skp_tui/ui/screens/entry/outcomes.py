"""Outcomes that are as their targets: for the row by one key, for the whole person by another."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import ClassVar

from skp_tui.domain.appraisal import Bagian
from skp_tui.domain.rows import is_unwritten, value_of
from skp_tui.services.base.recording import Tempat
from skp_tui.services.entry.entry import Isi
from skp_tui.ui.screens.cells import isi_input
from skp_tui.ui.screens.cells.block_plan import BlockPlan, RowPlan, changed_columns
from skp_tui.ui.screens.cells.block_saving import BlockWords
from skp_tui.ui.screens.entry.screen import EntryScreen

SOME = 3
"""How many of the outcomes that give way are named."""


class Outcomes(ABC):
    """Set outcomes to their targets; what was set is always said, and one step of undo.

    A subclass knows the rows of its regulation: which have outcomes, and what their targets are.
    """

    grid: ClassVar[str]
    word: ClassVar[str]
    columns: ClassVar[tuple[str, ...]]

    def __init__(self, screen: EntryScreen) -> None:
        self._screen, self._desk = screen, screen.desk

    @abstractmethod
    def rows_of(self, bagian: Bagian) -> Sequence[Isi]:
        """Return the rows of a part that have outcomes."""

    @abstractmethod
    def has_outcomes(self, isi: Isi) -> bool:
        """Say whether a row is one that has outcomes."""

    @abstractmethod
    def number(self, isi: Isi) -> str:
        """Return the number by which a row is named."""

    @abstractmethod
    def as_target(self, isi: Isi) -> Isi:
        """Return a row with every outcome that has a target set to it."""

    @abstractmethod
    def empty_as_target(self, isi: Isi) -> Isi:
        """Return a row with its empty outcomes set to their targets."""

    @abstractmethod
    def lacking(self, isi: Isi) -> str | None:
        """Say which targets a row lacks, which its outcomes would need; None where none."""

    # What the keys do

    def set_row(self) -> None:
        """Set the outcomes of the cursor's row, or of the marked rows, to their targets."""
        screen, sheet = self._screen, self._screen.sheet(self.grid)
        if not screen.may_change() or not screen.close_edit():
            return
        if screen.focused is not sheet or sheet.block is None:
            screen.tell(
                f"Ctrl+R berlaku pada baris {self.word}; pindahkan dahulu kursornya ke sana.",
                "warning",
            )
            return
        marked = [self._desk.entered[key] for key in sheet.block.rows if key in self._desk.entered]
        sheet.end_mark()
        chosen = [satu for satu in marked if self.has_outcomes(satu) and not is_unwritten(satu)]
        nomor = self._desk.bagian.nomor
        rows = [self._plan(nomor, satu, self.as_target(satu)) for satu in chosen]
        changed = tuple(row for row in rows if row.columns)
        lacking = self._without_target(chosen)
        if changed:
            what = f"realisasi {self._named(chosen)} = target{_replaced(changed)}"
            self._set(changed, what, lacking)
        elif lacking or not chosen:
            screen.tell(f"Tidak ada yang diisi.{lacking}", "warning")
        else:
            screen.tell(f"Realisasi {self._named(chosen)} sudah sama dengan target.")

    def fill_all(self) -> None:
        """Set the empty outcomes of all rows of the person to their targets."""
        screen = self._screen
        if not screen.may_change() or not screen.close_edit():
            return
        every = [
            (bagian.nomor, satu) for bagian in self._desk.parts for satu in self.rows_of(bagian)
        ]
        rows = [satu for _, satu in every]
        if not rows:
            screen.tell(f"Belum ada {self.word}; Ctrl+N menambah baris.")
            return
        plans = [self._plan(nomor, satu, self.empty_as_target(satu)) for nomor, satu in every]
        changed = tuple(row for row in plans if row.columns)
        filled = sum(len(row.columns) for row in changed)
        left = sum(value_of(satu, name) is not None for satu in rows for name in self.columns)
        kept = f" {left} yang sudah terisi dibiarkan." if left else ""
        lacking = self._without_target(rows)
        if changed:
            what = f"{filled} realisasi kosong pada {len(changed)} {self.word} = target"
            self._set(changed, what, f"{kept}{lacking}")
        else:
            screen.tell(f"Tidak ada realisasi kosong yang dapat diisi.{kept}{lacking}")

    def _plan(self, nomor: int, before: Isi, after: Isi) -> RowPlan:
        tempat = Tempat(self._desk.view.tahun, self._desk.nip, nomor)
        columns = changed_columns(before, after, self.columns)
        return RowPlan(self._desk.key_of(before, nomor), tempat, before, after, columns)

    def _set(self, rows: tuple[RowPlan, ...], what: str, also: str) -> None:
        words = BlockWords(
            f"{what}, {self._desk.orang.nama}", "Realisasi", f"{what[0].upper()}{what[1:]}.{also}"
        )
        self._screen.blocks.apply(self._screen.sheet(self.grid), BlockPlan(rows), words)

    def _named(self, rows: Sequence[Isi]) -> str:
        """Name rows by their numbers: one, or the first and the last."""
        numbers = [self.number(satu) for satu in rows]
        if len(numbers) == 1:
            return f"{self.word} {numbers[0]}"
        return f"{self.word} {numbers[0]}–{numbers[-1]}" if numbers else self.word

    def _without_target(self, rows: Sequence[Isi]) -> str:
        """Name the rows that lack a target, which their outcome would need."""
        found = [
            f"{self.number(satu)}{lacking}"
            for satu in rows
            if (lacking := self.lacking(satu)) is not None
        ]
        return f" Tanpa target: {self.word} {', '.join(found)}." if found else ""


class OutcomeScreen(EntryScreen):
    """An entry screen on which two keys set outcomes to their targets."""

    outcomes: Outcomes

    def action_same_as_target(self) -> None:
        """Set the outcomes of the cursor's row, or of the marked rows, to their targets."""
        self.outcomes.set_row()

    def action_fill_as_target(self) -> None:
        """Set the empty outcomes of all rows of the person to their targets."""
        self.outcomes.fill_all()


def _replaced(rows: tuple[RowPlan, ...]) -> str:
    """Say which outcomes gave way, so that none is replaced silently."""
    old = list(_given_way(rows))
    if not old:
        return ""
    more = f" dan {len(old) - SOME} lagi" if len(old) > SOME else ""
    return f" (mengganti {', '.join(old[:SOME])}{more})"


def _given_way(rows: tuple[RowPlan, ...]) -> Iterator[str]:
    for row in rows:
        for column in row.columns:
            if value_of(row.before, column) is not None:
                old, new = (isi_input.shown_text(isi, column) for isi in (row.before, row.new))
                yield f"{old} → {new}"
