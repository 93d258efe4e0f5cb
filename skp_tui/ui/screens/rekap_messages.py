"""What the recap is told by what reads and writes for it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.message import Message

from skp_tui.services.raters import Penilai
from skp_tui.services.tren import Setahun
from skp_tui.services.views import UnitView

if TYPE_CHECKING:
    from skp_tui.ui.screens.rekap_desk import Place


class ViewRead(Message):
    """Tell that a year was read whole."""

    def __init__(self, view: UnitView) -> None:
        super().__init__()
        self.view = view


class YearsRead(Message):
    """Tell which years are stored, under which regulation; none of them is read yet."""

    def __init__(self, years: tuple[Setahun, ...]) -> None:
        super().__init__()
        self.years = years


class YearRead(Message):
    """Tell what one year came to; ``turn`` is what it was asked for."""

    def __init__(self, turn: int, setahun: Setahun) -> None:
        super().__init__()
        self.turn, self.setahun = turn, setahun


class RatersCounted(Message):
    """Tell who judged the people of a unit."""

    def __init__(self, place: "Place", penilai: Mapping[str, Penilai]) -> None:
        super().__init__()
        self.place, self.penilai = place, penilai
