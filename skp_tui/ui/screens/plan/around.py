"""What stands above and below the list of a plan, by how far the import is."""

from typing import TYPE_CHECKING, Final

from rich.text import Text

from skp_tui.ui.screens.lists.around_list import is_low
from skp_tui.ui.screens.plan import asking
from skp_tui.ui.screens.plan import words as plan_words
from skp_tui.ui.screens.plan.stage import DONE, Tahap
from skp_tui.ui.widgets.grid.paint import wrap
from skp_tui.ui.widgets.lines import cut, joined, line

if TYPE_CHECKING:
    from skp_tui.ui.screens.plan.screen import PlanScreen

AROUND: Final = 14
"""Lines of the screen that the counts leave to everything else."""


class PlanLines:
    """The lines around the list of one plan."""

    def __init__(self, screen: "PlanScreen") -> None:
        self._screen = screen

    def about(self, width: int) -> Text:
        """Say how far reading is, what the plan counts, or why there is none."""
        screen = self._screen
        if screen.tahap in DONE:
            return Text("")
        if screen.tahap is Tahap.GAGAL:
            lines = [line(text, "bold") for text in wrap(screen.reason, width, 6, "…")]
            return joined([*lines, line("Tidak ada yang disimpan.")], "\n")
        if screen.plan is None:
            laju = screen.laju
            return plan_words.reading(laju.done, laju.total, self._lasts, width)
        return plan_words.head(screen.plan, width, screen.size.height - AROUND)

    def enter_line(self, width: int) -> Text:
        """Say what Enter does, or for how long it is being done."""
        screen = self._screen
        if screen.tahap is Tahap.MENULIS:
            return cut(line(plan_words.lasting("Menyimpan", self._lasts), "bold"), width)
        if screen.plan is None:
            return Text("")
        low = is_low(screen)
        words = asking.enter_line(screen.plan.gladi, screen.plan.tempat, low=low)
        return joined(
            [line(text, "bold") for text in wrap(words, width, 1 if low else 2, "…")], "\n"
        )

    @property
    def _lasts(self) -> float:
        """Return for how many seconds the import is where it is."""
        return self._screen.skp.now() - self._screen.since
