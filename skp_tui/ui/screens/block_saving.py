"""How screens with cells save a block of them: judged as a whole, stored as a whole or not."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

from rich.text import Text
from textual import on
from textual.message import Message

from skp_tui.domain.rows import value_of, with_values
from skp_tui.record import record
from skp_tui.services.block import save_block
from skp_tui.services.entry import Isi
from skp_tui.ui.actions import actions_of
from skp_tui.ui.screens import isi_input
from skp_tui.ui.screens.block_judging import BlockJudging
from skp_tui.ui.screens.block_plan import BlockPlan, Refused, RowPlan, changed_columns
from skp_tui.ui.screens.block_preview import BlockPreview, PreviewLine
from skp_tui.ui.screens.isi_sheet import Sheet
from skp_tui.ui.widgets import grid_messages
from skp_tui.ui.widgets.lines import Lines, cut, joined

UNDO = "Ctrl+Z membatalkan."
SAME = "Tidak ada yang berubah; isinya sudah sama."
NAMES: Mapping[grid_messages.BlockKind, str] = {
    "fill": "Isian dari atas",
    "clear": "Pengosongan",
    "paste": "Tempelan",
    "value": "Tempelan",
}

WHILE_MARKED: Final = (
    "fill_down", "clear_cell", "copy_block", "paste_block", "same_as_target",
)  # fmt: skip


def _key(label: str, word: str) -> Text:
    return Text.assemble((label, "bold"), " ", word)


def _width(*texts: Text) -> int:
    return sum(text.cell_len + 2 for text in texts) - 2


UNMARK: Final = _key("Esc", "Lepas")


@record
class BlockWords:
    """What the trail calls a block, and what is said once it is stored."""

    sebab: str
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


class BlockSaving(BlockJudging):
    """Fill, clear and paste many cells of a grid in one step, with one step of undo."""

    # What the grid tells

    @on(grid_messages.BlockRefused)
    def tell_block_refused(self, message: grid_messages.BlockRefused) -> None:
        """Say why nothing is done with a block."""
        self.tell(message.reason, "warning")

    @on(grid_messages.BlockCopied)
    def tell_copied(self, message: grid_messages.BlockCopied) -> None:
        """Say what was copied."""
        rows, columns = len(message.block.rows), len(message.block.columns)
        what = "Satu sel" if rows * columns == 1 else f"{rows} baris × {columns} kolom"
        self.tell(f"{what} disalin; Ctrl+V menempelnya.")

    @on(grid_messages.BlockSubmitted)
    def take_block(self, message: grid_messages.BlockSubmitted) -> None:
        """Judge a block; show a pasted one first, and whatever cannot be."""
        sheet = message.grid
        if not isinstance(sheet, Sheet) or not self.may_change():
            return
        plan = self.plan_block(sheet, message)
        name, count = NAMES[message.kind], plan.size
        if plan.refused:
            title = f"{name} ditolak: {len(plan.refused)} sel tidak dapat diisi begitu"
            lines = [_refused_line(refused) for refused in plan.refused]
            asked = BlockPreview(title, "Tidak ada yang diubah.", lines)
            self.app.push_screen(asked, lambda _: self.block_given_up())
            return
        if not count:
            self.block_given_up()
            self.tell(SAME)
            return
        words = BlockWords(
            f"{name[0].lower()}{name[1:]} {count} sel, {self.whose(plan.rows)}",
            f"{name}: {_counted(plan)}. {UNDO}",
        )
        if message.kind == "paste":
            self._ask(sheet, plan, words, message.skipped)
        else:
            self.apply_block(sheet, plan, words)

    def _ask(self, sheet: Sheet, plan: BlockPlan, words: BlockWords, skipped: int) -> None:
        lines = [self._line(row, column) for row in plan.rows for column in row.columns]
        foot = f"{skipped} sel dilewati: kolomnya dihitung sendiri." if skipped else ""
        asked = BlockPreview("Tempel", f"Akan diterapkan: {_counted(plan)}.", lines, foot)

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - from the screen that asks
            if yes:
                self.apply_block(sheet, plan, words)
            else:
                self.block_given_up()

        self.app.push_screen(asked, answered)

    def _line(self, row: RowPlan, column: str) -> PreviewLine:
        old, new = (isi_input.shown_text(isi, column) for isi in (row.before, row.new))
        note = isi_input.odd(row.new).get(column, "")
        return PreviewLine(self.where(row, column), old, new, note, is_new=row.is_new)

    # Doing it

    def apply_block(self, sheet: Sheet, plan: BlockPlan, words: BlockWords) -> None:
        """Show a block with all that follows from it, and queue its one write."""
        for row in plan.rows:
            for place in row.places:
                self.under_way.begin(place, row.before)
                self.skp.forget_failed(place)
        self.put_rows(sheet, [(row, row.new) for row in plan.rows])
        sheet.begin_block(cell for row in plan.rows for cell in row.cells)
        ubahan = [row.ubahan for row in plan.rows]
        self.skp.write(
            self,
            lambda writer: save_block(writer, ubahan, words.sebab),
            place=f"block|{sheet.id}",
            saved=lambda _: BlockSaved(sheet, plan, words),
            failed=partial(BlockNotSaved, sheet, plan, words),
        )

    def on_block_saved(self, message: BlockSaved) -> None:
        """Take the marks of the cells away: they are stored."""
        for row in message.plan.rows:
            for place in row.places:
                self.under_way.stored(place, row.new)
        self._answer(message.plan, message.sheet.block_saved)
        self.tell(message.words.done)

    def on_block_not_saved(self, message: BlockNotSaved) -> None:
        """Put everything back as it is stored, and say why."""
        back: list[tuple[RowPlan, Isi]] = []
        gone: list[RowPlan] = []
        for row in message.plan.rows:
            restored = self._restored(row)
            if row.is_new and not self.under_way.waits(row.key):
                gone.append(row)
            elif restored is not None:
                back.append((row, restored))
        self.put_rows(message.sheet, back)
        self.take_rows(message.sheet, gone)
        self._answer(message.plan, message.sheet.block_failed)
        self.tell(f"{message.words.done.split(':')[0]} tidak tersimpan. {message.reason}", "error")

    def _restored(self, row: RowPlan) -> Isi | None:
        """Return a row with what is stored in its cells; those that changed since stay so."""
        now = self.now_of(row)
        stored = {
            column: self.under_way.failed(place)
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
        self.skp.settle()

    # What the footer says while cells are marked

    @on(grid_messages.MarkChanged)
    def show_mark(self) -> None:
        """Name the keys that mean something for marked cells."""
        self.query_one("#keys", Lines).refresh()

    def keys_text(self, width: int) -> Text:
        """Name the keys, those of a block while cells are marked."""
        block = next((sheet.marked for sheet in self.sheets if sheet.marked is not None), None)
        if block is None:
            return super().keys_text(width)
        size = Text(f" {len(block.rows)}×{len(block.columns)} sel ", style="bold reverse")
        keys = {one.id: _key(one.label, one.word) for one in actions_of(self.room)}
        shown = [keys[name] for name in WHILE_MARKED if name in keys]
        while shown and _width(size, *shown, UNMARK) > width:
            shown.pop()
        return cut(joined([size, *shown, UNMARK], "  "), width)

    # The keys of the grid, from the menu

    def action_mark_block(self) -> None:
        """Begin to mark, or take the mark away."""
        if isinstance(self.focused, Sheet):
            self.focused.mark()

    def action_fill_down(self) -> None:
        """Fill the cell or the marked block from above."""
        if isinstance(self.focused, Sheet):
            self.focused.fill_from_above()

    def action_clear_cell(self) -> None:
        """Empty the cell or the marked block."""
        if isinstance(self.focused, Sheet):
            self.focused.clear_block()

    def action_copy_block(self) -> None:
        """Copy the cell or the marked block."""
        if isinstance(self.focused, Sheet):
            self.focused.copy_block()

    def action_paste_block(self) -> None:
        """Paste what was copied last."""
        if isinstance(self.focused, Sheet):
            self.focused.paste_clipboard()


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
