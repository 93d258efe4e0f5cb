"""The ways from the plan of an import: to its columns, and once it is done to the next import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skp_tui.ui.screens.impor.ways import open_import
from skp_tui.ui.screens.plan.stage import DONE, FIRST_THIS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from skp_tui.ui.screens.plan.screen import PlanScreen


def match_columns(screen: PlanScreen) -> None:
    """Match columns of the plan that is shown."""
    screen.matching.match()


def import_next(screen: PlanScreen) -> None:
    """Choose files for the next import once this one is done; before that say what comes first."""
    if screen.tahap not in DONE:
        screen.tell(FIRST_THIS)
        return
    skp, unit = screen.skp, screen.borongan.unit
    screen.go_to_base()
    if (below := skp.frame) is not None:
        open_import(below, unit)


PLAN_WAYS: Final[Mapping[str, Callable[[PlanScreen], None]]] = {
    "match_columns": match_columns,
    "import_files": import_next,
}
"""By the id of the action."""
