"""Perilaku of all people of a list in one grid, since supervisors judge aspect by aspect."""

from collections.abc import Sequence

from skp_tui.services.base.views import Orang, UnitView
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.judging.perilaku_rows import PerilakuJudging
from skp_tui.ui.screens.judging.screen import JudgeScreen


class PerilakuScreen(JudgeScreen):
    """Judge one aspect after another, of everybody who is listed."""

    room = Room.PERILAKU
    BINDINGS = bindings_of(Room.PERILAKU)
    nobody = "Tidak ada yang perlu dinilai perilakunya di daftar ini. Esc kembali."
    all_passed = "Semua aspek sudah dilewati. Esc kembali ke daftar."

    def __init__(
        self, view: UnitView, listed: Sequence[Orang], nip: str | None = None, only: str = ""
    ) -> None:
        super().__init__(view, listed, PerilakuJudging(), nip, only)
