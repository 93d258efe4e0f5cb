"""The way from the start screen to the objections that wait, of whatever year they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skp_tui.domain.objection import Tunggakan
    from skp_tui.ui.screens.unit.screen import UnitScreen

NONE_WAITS = "Tidak ada keberatan yang menunggu tanggapan atau keputusan."


def open_objections(screen: UnitScreen) -> None:
    """Open the sheet of the only objection that waits, or let one be chosen.

    It is the sheet of the year of the result that was objected to.
    """
    waiting = () if screen.view is None else screen.view.keberatan
    if not waiting:
        screen.tell(NONE_WAITS)
        return
    if len(waiting) == 1:
        _open_sheet(screen, waiting[0])
        return
    from skp_tui.ui.screens.frame.ask import Choice, ChooseScreen  # noqa: PLC0415 - not at first
    from skp_tui.ui.screens.unit.head import waiting_line  # noqa: PLC0415 - not at first

    today = screen.skp.today
    choices = [Choice(str(at), waiting_line(satu, today)) for at, satu in enumerate(waiting)]

    def take(chosen: str | None) -> None:
        if chosen is not None:
            _open_sheet(screen, waiting[int(chosen)])

    title = "Keberatan yang menunggu, tenggat terdekat dahulu"
    screen.app.push_screen(ChooseScreen(title, choices, topic="keberatan"), take)


def _open_sheet(screen: UnitScreen, satu: Tunggakan) -> None:
    from skp_tui.ui.screens.signing.sheet import SheetScreen  # noqa: PLC0415 - when asked for

    screen.app.push_screen(SheetScreen(satu.tahun, satu.nip, satu.nama))
