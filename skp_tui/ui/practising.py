"""The guided first round in the program: begun on a copy of the sample, left, taken up, ended."""

from abc import abstractmethod
from typing import TYPE_CHECKING, Final

from skp_tui.ui.stepping import Stepping

if TYPE_CHECKING:
    from skp_tui.ui.practice import Practice
    from skp_tui.ui.screens.unit.screen import UnitScreen

LOST: Final = "Yang diketik di sini belum disimpan dan akan hilang."
DONE: Final = "Ctrl+Q menutup kantor contoh; data Anda sendiri tidak tersentuh."
ENTRIES: Final = (
    ("lanjut", "L  Lanjutkan latihan", "l"),
    ("lewati", "W  Lewati langkah ini", "w"),
    ("berhenti", "B  Berhenti dahulu; F10 lalu = melanjutkan", "b"),
    ("ulang", "U  Ulang dari awal, dengan kantor contoh yang baru", "u"),
)


class Practising(Stepping):
    """Lead through the real program; what is done is judged by what is drawn, not by keys."""

    contoh: bool
    """Whether the database is a throw-away copy of the sample office."""
    wants_sample = False
    wants_practice = False
    practice: "Practice | None" = None
    _looks = False

    @property
    @abstractmethod
    def home(self) -> "UnitScreen":
        """Return the start screen."""

    def see_sample(self, *, practice: bool = False) -> None:
        """End here, so that a sample office is opened next; ask where typed text gets lost."""
        from skp_tui.ui.screens.frame.ask import AskScreen  # noqa: PLC0415 - not for the first frame

        frame = self.frame
        if frame is None:
            return

        def leave() -> None:
            frame.drop_edit()
            self.when_saved(frame, go)

        def go() -> None:
            # not before: after a write that failed the user may stay, and leave otherwise
            self.wants_sample, self.wants_practice = True, practice
            self.exit()

        if frame.close_edit():
            leave()
            return
        question = AskScreen("Buka kantor contoh?", LOST, "Buka")
        self.push_screen(question, lambda sure: leave() if sure else None)

    def practise(self) -> None:
        """Begin the round, in an untouched sample office at once; ask about one under way."""
        if self.practice is not None and not self.practice.tamat:
            self._ask_about_practice()
        elif self.contoh and self.practice is None and self._untouched():
            self.go_home(self.begin_practice)
        else:
            self.see_sample(practice=True)

    def _untouched(self) -> bool:
        return self.saving.since is None and not self.saving.pending

    def begin_practice(self) -> None:
        """Lead on from the first step, on the start screen of the sample's first year."""
        from skp_tui.domain.office import roots  # noqa: PLC0415 - for the round only
        from skp_tui.services.keeping.sample import TAHUN  # noqa: PLC0415 - for the round only
        from skp_tui.ui.practice import Practice  # noqa: PLC0415 - for the round only

        self.practice = Practice()
        home = self.home
        home.bar.close()
        if home.view is not None:
            home.look_at(TAHUN, next(iter(roots(home.view.units.values()))))
        self._draw_strips()

    def post_display_hook(self) -> None:
        """Look how far the round is whenever something else is to be seen."""
        super().post_display_hook()
        if self.practice is not None and self.practice.tampak and not self._looks:
            self._looks = True
            self.call_later(self._look)

    def _look(self) -> None:
        from skp_tui.ui.practice import Keadaan  # noqa: PLC0415 - for the round only

        self._looks = False
        if self.practice is None or self.home.is_holding:
            # what is read now is not there yet
            return
        if self.practice.look(Keadaan(self)):
            self._go_on()

    def _go_on(self) -> None:
        """Say what comes next, or at the end what was learned."""
        from skp_tui.ui.practice import learned  # noqa: PLC0415 - for the round only
        from skp_tui.ui.screens.frame.ask import AskScreen  # noqa: PLC0415 - for the round only

        self._draw_strips()
        if self.practice is not None and self.practice.tamat:
            text = f"{learned()}\n\n{DONE}"
            self.push_screen(AskScreen("Latihan selesai. Yang Anda pelajari:", text, "Tutup"))

    def _ask_about_practice(self) -> None:
        from skp_tui.ui.screens.frame.ask import Choice, ChooseScreen  # noqa: PLC0415 - when asked for
        from skp_tui.ui.widgets.lines import line  # noqa: PLC0415 - when asked for

        choices = [Choice(name, line(words), letter) for name, words, letter in ENTRIES]
        self.push_screen(ChooseScreen("Latihan", choices, topic="latihan"), self._answered)

    def _answered(self, chosen: str | None) -> None:
        from skp_tui.ui.practice import Keadaan  # noqa: PLC0415 - when asked for

        practice = self.practice
        if practice is None or chosen is None:
            return
        if chosen == "ulang":
            self.see_sample(practice=True)
            return
        practice.berhenti = chosen == "berhenti"
        if chosen == "lewati":
            practice.skip(Keadaan(self))
        self._go_on()

    def _draw_strips(self) -> None:
        for screen in self.screen_stack:
            for strip in screen.query("#banner"):
                strip.refresh(layout=True)
