"""The list of the plan with its filters: by letter, by kind, by typed words."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from rich.text import Text
from textual import on

from skp_tui.domain.text import clean
from skp_tui.ui.screens.frame.ask import Choice, ChooseScreen
from skp_tui.ui.screens.impor.kind_words import kind_words
from skp_tui.ui.screens.lists.around_list import is_low
from skp_tui.ui.screens.lists.filtered import Filtered
from skp_tui.ui.screens.lists.long_grid import LongGrid
from skp_tui.ui.screens.plan.entries import Butir, Keadaan
from skp_tui.ui.screens.plan.reading import LinesFound, Terencana, search
from skp_tui.ui.screens.plan.rows import REFUSED, foot
from skp_tui.ui.screens.plan.words import counts_of, number, totals
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.lines import Lines

ALL: Final = tuple(Keadaan)
SAME: Final[tuple[Keadaan, ...]] = ()
NO_MATCH: Final = "Tidak ada yang cocok. Esc menampilkan semua."
NONE: Final = "Tidak ada. Esc menampilkan semua."
NO_LINES: Final = (
    "Tidak ada baris yang baru, berubah atau ditolak. S menghitung yang sama, Esc kembali."
)
WORDS: Final = {
    REFUSED: "ditolak",
    (Keadaan.BERUBAH,): "berubah",
    (Keadaan.BARU,): "baru",
    (Keadaan.PERINGATAN,): "peringatan",
    (Keadaan.NILAI,): "nilai beda",
    SAME: "sama",
}


class PlanList(Filtered):
    """Show the lines of a plan; a filter takes as long as a screenful, whatever their number."""

    def __init__(self) -> None:
        super().__init__()
        self.plan: Terencana | None = None
        self._states: tuple[Keadaan, ...] = ALL
        self._kind = ""
        self._giliran = 0

    @property
    def listed(self) -> LongGrid:
        """Return the list."""
        return self.query_one("#plan-list", LongGrid)

    @property
    def butir(self) -> Butir | None:
        """Return the cursor's line."""
        row = self.listed.cursor_row
        return None if self.plan is None or row is None else self.plan.susunan.butir[int(row)]

    @property
    def has_all_in(self) -> bool:
        """Say whether all that its files hold is stored by now."""
        if self.plan is None:
            return False
        baru, berubah, sama, ditolak, _ = totals(self.plan.gladi.rencana)
        return bool(sama) and not (baru or berubah or ditolak)

    # Showing

    def show_all(self) -> None:
        """Show a plan from its beginning, with no filter."""
        self._states, self._kind = ALL, ""
        if not self.bar.close():
            self.fill()

    def fill(self) -> None:
        """Show what the filters leave; words are looked for in a thread."""
        plan, self._giliran = self.plan, self._giliran + 1
        if plan is None:
            return
        if not self.bar.only:
            # Esc brought all back
            self._states, self._kind = ALL, ""
        numbers, typed, giliran = self._kept(plan), self.bar.words, self._giliran
        if not typed.strip():
            self._show(plan, numbers)
            return
        wanted = partial(self._is_wanted, giliran)
        self.skp.work(
            self,
            lambda: search(plan.baca, numbers, typed, wanted),
            partial(LinesFound, giliran),
            group="saring",
        )

    def _is_wanted(self, giliran: int) -> bool:
        return giliran == self._giliran

    def _kept(self, plan: Terencana) -> Sequence[int]:
        return plan.susunan.numbers(self._states, self._kind)

    def on_lines_found(self, message: LinesFound) -> None:
        """Show the lines that hold the typed words, the cursor on the first."""
        if self.plan is not None and message.giliran == self._giliran:
            self._show(self.plan, message.numbers)
            self.listed.move_to_first()

    def _show(self, plan: Terencana, numbers: Sequence[int]) -> None:
        columns = plan.baca.columns(self.size.width)
        self.listed.say_when_empty(self._empty(plan))
        self.listed.show_many(columns, numbers, partial(plan.baca.write, columns))
        self.bar.count(len(numbers), len(plan.susunan.butir))
        self.query_one("#plan-foot", Lines).refresh()

    def _empty(self, plan: Terencana) -> str:
        if self.bar.words.strip():
            return NO_MATCH
        if self._states == SAME:
            same = sum(
                satu.sama for satu in plan.gladi.rencana if self._kind in {"", satu.jenis.nama}
            )
            return f"{number(same)} baris sama dengan yang tersimpan. Esc menampilkan yang lain."
        return NONE if self.bar.only else NO_LINES

    def foot_text(self, width: int) -> Text:
        """Say the cursor's line in full."""
        row = self.listed.cursor_row
        if self.plan is None or row is None:
            return Text("")
        return foot(self.plan.baca, int(row), width, low=is_low(self))

    @on(grid_messages.CursorMoved)
    def follow_cursor(self) -> None:
        """Tell the cursor's line in full."""
        self.query_one("#plan-foot", Lines).refresh()

    def on_resize(self) -> None:
        """Choose the columns for another width."""
        self.fill()

    # Filters

    def _filter(self, states: tuple[Keadaan, ...]) -> None:
        """Show some states only; the same key again brings all back."""
        if self.plan is None:
            return
        self._states = ALL if self._states == states else states
        self._name_filter()
        self.fill()

    def _name_filter(self) -> None:
        parts = [WORDS.get(self._states, ""), kind_words(self._kind)]
        self.bar.only = ", ".join(filter(None, parts))

    def action_show_refused(self) -> None:
        """Show what is refused only."""
        self._filter(REFUSED)

    def action_show_changed(self) -> None:
        """Show what changes only."""
        self._filter((Keadaan.BERUBAH,))

    def action_show_new(self) -> None:
        """Show what is new only."""
        self._filter((Keadaan.BARU,))

    def action_show_same(self) -> None:
        """Say how many rows are the same."""
        self._filter(SAME)

    def action_show_warnings(self) -> None:
        """Show warnings only."""
        self._filter((Keadaan.PERINGATAN,))

    def action_show_values(self) -> None:
        """Show only the printed values that differ."""
        self._filter((Keadaan.NILAI,))

    def action_show_all(self) -> None:
        """Show everything again."""
        if self.plan is not None:
            self.show_all()

    def action_choose_kind(self) -> None:
        """Choose a kind."""
        if self.plan is None:
            return
        kinds = self.plan.gladi.rencana
        if len(kinds) < 2:  # noqa: PLR2004 - one is no choice
            self.tell("Rencana ini hanya satu jenis.")
            return
        choices = [Choice("semua", Text("Semua jenis"), "s")]
        for satu in kinds:
            rows = number(sum(counts_of(satu)[:4]))
            words = clean(f"{kind_words(satu.jenis.nama)}, {rows} baris")
            choices.append(Choice(satu.jenis.nama, Text(words)))
        self.app.push_screen(
            ChooseScreen(
                "Jenis yang ditampilkan", choices, self._kind or "semua", topic="pilih_jenis"
            ),
            self._take_kind,
        )

    def _take_kind(self, chosen: str | None) -> None:
        if chosen is not None:
            self._kind = "" if chosen == "semua" else chosen
            self._name_filter()
            self.fill()
