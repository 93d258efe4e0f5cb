"""Saves a block of cells: judged as a whole, stored as a whole or not."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from skp_tui.domain.rows import value_of, with_values
from skp_tui.record import record
from skp_tui.services.entry.block import save_block
from skp_tui.services.entry.entry import Isi
from skp_tui.ui.screens.cells import isi_input
from skp_tui.ui.screens.cells.block_judging import BlockJudge
from skp_tui.ui.screens.cells.block_plan import (
    BlockPlan,
    Refused,
    RowPlan,
    changed_columns,
    looks_headed,
)
from skp_tui.ui.screens.cells.block_preview import BlockPreview, PreviewLine
from skp_tui.ui.screens.cells.sheet import Sheet
from skp_tui.ui.widgets.grid import messages as grid_messages

if TYPE_CHECKING:
    from skp_tui.ui.screens.cells.screen import CellScreen

UNDO = "Ctrl+Z membatalkan."
HEADING = "Baris pertamanya tampak seperti judul kolom: salin lagi tanpa baris itu."
SAME = "Tidak ada yang berubah; isinya sudah sama."
NAMES: Mapping[grid_messages.BlockKind, str] = {
    "fill": "Isian dari atas",
    "clear": "Pengosongan",
    "paste": "Tempelan",
    "value": "Tempelan",
}


@record
class BlockWords:
    """What the trail calls a block, what it is called here, and what is said once it is stored."""

    sebab: str
    name: str
    done: str


class BlockSaved(Message):
    """Tell that a block is stored."""

    def __init__(self, sheet: Sheet, plan: BlockPlan, words: BlockWords) -> None:
        super().__init__()
        self.sheet, self.plan, self.words = sheet, plan, words


class BlockNotSaved(Message):
    """Tell that nothing of a block is stored, and why."""

    def __init__(self, sheet: Sheet, plan: BlockPlan, words: BlockWords, reason: str) -> None:
        super().__init__()
        self.sheet, self.plan, self.words = sheet, plan, words
        self.reason = reason


class BlockSaving:
    """Fill, clear and paste many cells of a grid in one step, with one step of undo.

    The answers reach the screen as ``BlockSaved`` and ``BlockNotSaved``; the screen hands them to
    ``stored`` and ``not_stored``.
    """

    def __init__(self, screen: "CellScreen") -> None:
        self._screen, self._desk = screen, screen.desk
        self._judge = BlockJudge(screen.desk)

    def take(self, sheet: Sheet, message: grid_messages.BlockSubmitted) -> None:
        """Judge a block; show a pasted one first, and whatever cannot be."""
        plan = self._judge.plan(sheet, message)
        name, count = NAMES[message.kind], plan.size
        if plan.refused:
            title = f"{name} ditolak: {len(plan.refused)} sel tidak dapat diisi begitu"
            lines = [_refused_line(refused) for refused in plan.refused]
            foot = HEADING if looks_headed(message) else ""
            asked = BlockPreview(title, "Tidak ada yang diubah.", lines, foot)
            self._screen.app.push_screen(asked, lambda _: self._screen.block_given_up(refused=True))
            return
        if not count:
            self._screen.block_given_up(refused=False)
            self._screen.tell(SAME)
            return
        words = BlockWords(
            f"{name[0].lower()}{name[1:]} {count} sel, {self._desk.whose(plan.rows)}",
            name,
            f"{name}: {_counted(plan)}.",
        )
        if message.kind == "paste":
            self._ask(sheet, plan, words, message.skipped)
        else:
            self.apply(sheet, plan, words)

    def _ask(self, sheet: Sheet, plan: BlockPlan, words: BlockWords, skipped: int) -> None:
        lines = [self._line(row, column) for row in plan.rows for column in row.columns]
        foot = f"{skipped} sel dilewati: kolomnya tidak diisi di sini." if skipped else ""
        asked = BlockPreview("Tempel", f"Akan diterapkan: {_counted(plan)}.", lines, foot)

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - from the screen that asks
            if yes:
                self.apply(sheet, plan, words)
            else:
                self._screen.block_given_up(refused=False)

        self._screen.app.push_screen(asked, answered)

    def _line(self, row: RowPlan, column: str) -> PreviewLine:
        old, new = (isi_input.shown_text(isi, column) for isi in (row.before, row.new))
        note = isi_input.odd(row.new).get(column, "")
        return PreviewLine(self._desk.where(row, column), old, new, note, is_new=row.is_new)

    # Doing it

    def apply(self, sheet: Sheet, plan: BlockPlan, words: BlockWords) -> None:
        """Show a block with all that follows from it, and queue its one write."""
        skp = self._screen.skp
        for row in plan.rows:
            for place in row.places:
                self._desk.under_way.begin(place, row.before)
                skp.forget_failed(place)
        self._desk.put_rows([(row, row.new) for row in plan.rows])
        self._screen.fill()
        sheet.begin_block(cell for row in plan.rows for cell in row.cells)
        ubahan = [row.ubahan for row in plan.rows]
        skp.write(
            self._screen,
            lambda writer: save_block(writer, ubahan, words.sebab),
            place=f"block|{sheet.id}",
            saved=lambda _: BlockSaved(sheet, plan, words),
            failed=partial(BlockNotSaved, sheet, plan, words),
        )

    def stored(self, message: BlockSaved) -> None:
        """Take the marks of the cells away: they are stored; say it, and what is odd of them."""
        for row in message.plan.rows:
            for place in row.places:
                self._desk.under_way.stored(place, row.new)
        self._answer(message.plan, message.sheet.block_saved)
        odd = self._odd(message.plan)
        words = f"{message.words.done} {odd}{UNDO}"
        self._screen.tell(words, "warning" if odd else "information")

    def _odd(self, plan: BlockPlan) -> str:
        """Name the first of what looks mistyped; all of it would cover what was put."""
        asked_of = self._desk.asked_of
        odd = [words for row in plan.rows for words in asked_of(row.before, row.new)]
        if not odd:
            return ""
        more = f"{len(odd)} isian patut diperiksa. Yang pertama: " if odd[1:] else ""
        return f"{more}{odd[0]} "

    def not_stored(self, message: BlockNotSaved) -> None:
        """Put everything back as it is stored, and say why."""
        back: list[tuple[RowPlan, Isi]] = []
        gone: list[RowPlan] = []
        for row in message.plan.rows:
            restored = self._restored(row)
            if row.is_new and not self._desk.under_way.waits(row.key):
                gone.append(row)
            elif restored is not None:
                back.append((row, restored))
        self._desk.put_rows(back)
        self._desk.take_rows(gone)
        self._screen.fill()
        self._answer(message.plan, message.sheet.block_failed)
        self._screen.tell(f"{message.words.name} tidak tersimpan. {message.reason}", "error")

    def _restored(self, row: RowPlan) -> Isi | None:
        """Return a row with what is stored in its cells; those that changed since stay so."""
        now = self._desk.now_of(row)
        stored = {
            column: self._desk.under_way.failed(place)
            for column, place in zip(row.columns, row.places, strict=True)
        }
        if now is None or row.is_new:
            return None
        for column, isi in stored.items():
            if isi is not None and not changed_columns(now, row.new, [column]):
                names = isi_input.columns_of(now, column)
                now = with_values(now, {name: value_of(isi, name) for name in names})
        return now

    def _answer(self, plan: BlockPlan, answer: Callable[[Iterator[tuple[str, str]]], None]) -> None:
        answer(cell for row in plan.rows for cell in row.cells)
        self._screen.skp.settle()


def _counted(plan: BlockPlan) -> str:
    """Say how many cells change, how many of them are emptied, how many rows are new."""
    emptied = sum(
        isi_input.shown_text(row.new, column) == "–" for row in plan.rows for column in row.columns
    )
    old = sum(len(row.columns) for row in plan.rows if not row.is_new) - emptied
    parts = [
        f"{count} {what}"
        for count, what in (
            (old, "sel diisi"),
            (emptied, "sel dikosongkan"),
            (plan.new_rows, "baris baru"),
        )
        if count
    ]
    return ", ".join(parts)


def _refused_line(refused: Refused) -> PreviewLine:
    return PreviewLine(refused.where, refused.old, refused.text, refused.reason, refused=True)
