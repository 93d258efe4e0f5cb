"""Rencana impor: what would come in and what not, then at one key all of it in one step."""

from functools import partial
from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from skp_tui.paths import here
from skp_tui.services.imports.import_many import Borongan, Sudah, carry_out
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.screens.lists.long_grid import LongGrid
from skp_tui.ui.screens.plan import asking
from skp_tui.ui.screens.plan import words as plan_words
from skp_tui.ui.screens.plan.around import PlanLines
from skp_tui.ui.screens.plan.list import PlanList
from skp_tui.ui.screens.plan.matching import PlanMatching
from skp_tui.ui.screens.plan.raters import PlanRaters
from skp_tui.ui.screens.plan.reading import (
    ImportDone,
    ImportRefused,
    Laju,
    PlanMade,
    Terencana,
    check_unchanged,
    make_plan,
)
from skp_tui.ui.screens.plan.stage import (
    DONE,
    NOT_YET,
    NOTHING_TO_UNDO,
    UNAPPLIED,
    Tahap,
    idle_in,
    keys_in,
)
from skp_tui.ui.screens.plan.ways import PLAN_WAYS
from skp_tui.ui.widgets.filter_bar import FilterBar
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.lines import Lines, keys_line

if TYPE_CHECKING:
    from textual.timer import Timer

    from skp_tui.storage.transactions.writer import Writer

PLACE: Final = "impor"
BLINK: Final = 0.2
"""Seconds between two looks at how far it is."""


class PlanScreen(PlanList):
    """Show the plan, ask once, apply, and say what came of it.

    Nothing is stored before that; ``base`` is the screen to which it leads in the end, the one
    below where none is named.
    """

    room = Room.RENCANA
    BINDINGS = bindings_of(Room.RENCANA)
    ways = PLAN_WAYS

    def __init__(self, borongan: Borongan, base: Screen[None] | None = None) -> None:
        super().__init__()
        self.borongan, self.base = borongan, base
        self.raters, self.matching = PlanRaters(self), PlanMatching(self)
        self.tahap = Tahap.MEMBACA
        self.laju = Laju()
        self.reason, self.since = "", 0.0
        self._sudah: Sudah | None = None
        self._timer: Timer | None = None

    def content(self) -> ComposeResult:
        """Yield the counts, the filter, the list, its line in full, and what Enter does."""
        around = PlanLines(self)
        yield Lines(around.about, id="plan-about")
        yield FilterBar(self.fill, listed="#plan-list")
        yield LongGrid((), cursor="row", id="plan-list")
        with VerticalScroll(id="plan-done"):
            yield Static(id="plan-words")
        yield Lines(self.foot_text, id="plan-foot")
        yield Lines(around.enter_line, id="plan-enter")

    def on_mount(self) -> None:
        """Begin to read at once."""
        self._timer = self.set_interval(BLINK, self._follow_work)
        self._read()

    def on_unmount(self) -> None:
        """End a reading that nobody waits for any more."""
        self.laju.ended = True

    def title_text(self) -> Text:
        """Name what is imported."""
        return plan_words.title(self.borongan)

    def state_text(self) -> str:
        """Say that nothing is stored yet, or that it is."""
        return "sudah diterapkan" if self.tahap in DONE else "belum diterapkan"

    def help_topics(self) -> tuple[str, ...]:
        """Name where the import is, and what the cursor's line says."""
        if self.tahap is Tahap.RENCANA and (butir := self.butir) is not None:
            return (butir.keadaan.name.lower(),)
        return (self.tahap.name.lower(),)

    def keys_text(self, width: int) -> Text:
        """Name the keys that mean something now."""
        keys = keys_in(self.tahap, self.plan, offers=self.raters.offer.tawaran is not None)
        return super().keys_text(width) if keys is None else keys_line(keys, width)

    # Reading

    def reload(self) -> None:
        """Plan anew: what is stored changed beside this import, or the import was taken back."""
        if not self.raters.is_telling and self.tahap is not Tahap.MENULIS:
            self._read()

    def _read(self) -> None:
        """Read the files and plan in a thread; an older plan is not waited for."""
        self.laju.ended = True
        self.laju = laju = Laju()
        self.plan = None
        self.raters.forget()
        self.listed.begin_anew()
        self._enter(Tahap.MEMBACA)
        langkah = None if self._sudah is None else self._sudah.langkah
        asked = self.skp.sitting, self.borongan, laju, self.matching.unit, langkah
        self.skp.work(self, partial(make_plan, *asked), partial(PlanMade, laju), group="rencana")

    def on_plan_made(self, message: PlanMade) -> None:
        """Show the plan, or why there is none."""
        if message.laju is not self.laju or message.laju.ended:
            return
        if isinstance(message.hasil, Terencana):
            if message.hasil.berdiri and self._sudah is not None:
                self._show_done(self._sudah)  # it was taken back, and is repeated
                return
            self.plan = message.hasil
            if self._sudah is not None:
                self.matching.tell_chooser(imported=False)
            self._enter(Tahap.RENCANA)
            self.show_all()
        else:
            self._fail(message.hasil)

    def _fail(self, reason: str) -> None:
        self.reason = reason
        self._enter(Tahap.GAGAL)

    def let_all_go(self) -> None:
        """Say that a plan will not come any more: a fault of the program was shown already."""
        if self.tahap is Tahap.MEMBACA and not self.laju.ended:
            self._fail("Rencana ini tidak dapat dibuat karena kesalahan dalam program.")
        super().let_all_go()

    def _enter(self, tahap: Tahap) -> None:
        """Show what belongs to where the import is now."""
        self.tahap = tahap
        done, listed = self.query_one("#plan-done"), tahap in {Tahap.RENCANA, Tahap.MENULIS}
        done.display = tahap in DONE
        for name in ("#plan-list", "#plan-foot", "#plan-enter"):
            self.query_one(name).display = listed
        self.set_focus(
            self.listed if listed else done if done.display else None, scroll_visible=False
        )
        self.since = self.skp.now()
        if self._timer is not None:
            if tahap in {Tahap.MEMBACA, Tahap.MENULIS}:
                self._timer.resume()
            else:
                self._timer.pause()
        self.redraw()

    def redraw(self) -> None:
        """Draw all lines around the list anew."""
        for lines in self.query(Lines):
            lines.refresh(layout=True)

    def _follow_work(self) -> None:
        self.query_one("#plan-about", Lines).refresh()
        self.query_one("#plan-enter", Lines).refresh()

    def action_give_usual(self) -> None:
        """Give those who came without an appraiser the one who is offered."""
        self.raters.offer.give()

    # Applying

    @on(grid_messages.RowChosen)
    def _chosen(self) -> None:
        self.action_apply_plan()

    def action_apply_plan(self) -> None:
        """Ask once and apply; elsewhere go on with what comes next."""
        if self.tahap is Tahap.MEMBACA:
            self.tell("Masih memeriksa berkas; Esc membatalkan.")
        elif self.tahap is Tahap.GAGAL:
            self._read()
        elif self.tahap in DONE:
            self.go_to_base()
        elif self.tahap is Tahap.RENCANA and self.plan is not None:
            self._ask(self.plan)

    def _ask(self, plan: Terencana) -> None:
        if nothing := asking.nothing_to_do(plan.gladi, plan.tempat):
            self.tell(nothing)
            return
        yes = "Terapkan" if plan.gladi.changes else "Tulis"
        asked = asking.question(plan.gladi, plan.tempat, plan.luput)
        question = AskScreen(plan_words.file_words(self.borongan), asked, yes)
        self.app.push_screen(question, self._apply_if)

    def _apply_if(self, agreed: bool | None) -> None:  # noqa: FBT001 - an answer
        plan = self.plan
        if not agreed or plan is None or self.tahap is not Tahap.RENCANA:
            return

        def apply(writer: "Writer") -> Sudah:
            check_unchanged(plan.cap)
            return carry_out(writer, plan.gladi, here())

        self._enter(Tahap.MENULIS)
        self.hold("write")
        self.skp.write(self, apply, place=PLACE, saved=ImportDone, failed=ImportRefused)

    def waits_for_answer(self) -> bool:
        """Say whether the import is being stored."""
        return self.tahap is Tahap.MENULIS

    def on_import_done(self, message: ImportDone) -> None:
        """Say what came in, and let every other screen show it."""
        self._show_done(message.sudah)
        self.raters.tell_others(self.skp.reload_screens)
        self.let_go("write")

    def _show_done(self, sudah: Sudah) -> None:
        self.plan, self._sudah = None, sudah
        self.listed.begin_anew()
        self.raters.show(sudah)
        self.bar.close()
        self._enter(Tahap.TETAP if sudah.langkah is None else Tahap.SELESAI)
        self.matching.tell_chooser(imported=sudah.diterapkan)

    def on_import_refused(self, message: ImportRefused) -> None:
        """Say why nothing was stored, and show how things stand now."""
        self.skp.tell(message.reason, severe=True)
        self.skp.drop_keys()
        self._read()
        self.let_go("write")

    def idle_keys(self) -> tuple[str, ...]:
        """Leave out undo, as nothing of this import is stored, and what has no row in the plan."""
        return ("undo", *idle_in(self.plan))

    def action_undo(self) -> None:
        """Take this import back; where it changed nothing yet, an earlier change is not meant."""
        if self.tahap is Tahap.SELESAI:
            super().action_undo()
        else:
            self.tell(NOTHING_TO_UNDO if self.tahap is Tahap.TETAP else NOT_YET)

    @property
    def has_all_in(self) -> bool:
        """Say whether its files are done with: carried out, or nothing new in them."""
        return self.tahap in DONE or super().has_all_in

    def lost_words(self) -> str:
        """Say that a plan which Enter would still carry out goes with the program."""
        plan = self.plan if self.tahap is Tahap.RENCANA else None
        if plan is None or asking.nothing_to_do(plan.gladi, plan.tempat):
            return ""
        return f"Rencana impor {plan_words.file_words(self.borongan)} {UNAPPLIED}"

    def action_go_back(self) -> None:
        """Leave; a plan that is still being made is given up, and nothing was stored."""
        if self.tahap is Tahap.MENULIS:
            return
        if self.tahap is Tahap.MEMBACA:
            self.skp.tell("Impor dibatalkan; tidak ada yang disimpan.")
        self.laju.ended = True
        leave = self.go_to_base if self.tahap in DONE else self.dismiss
        leave()

    def go_to_base(self) -> None:
        """Go back to where the import began."""
        if self.base is None or self.base not in self.app.screen_stack:
            self.dismiss()
        else:
            while self.app.screen is not self.base:
                self.app.pop_screen()
