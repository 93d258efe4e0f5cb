"""The way from the start screen to the objections that wait, of whatever year they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skp_tui.ui.screens.frame import Frame

if TYPE_CHECKING:
    from skp_tui.services.views import UnitView

NONE_WAITS = "Tidak ada keberatan yang menunggu tanggapan atau keputusan."


class ObjectionWays(Frame):
    """Open the sheet of who objected, in the year of the result that he objected to."""

    view: UnitView | None = None

    def action_open_objections(self) -> None:
        """Open the sheet of the only objection that waits, or let one be chosen."""
        waiting = () if self.view is None else self.view.keberatan
        if not waiting:
            self.tell(NONE_WAITS)
        elif len(waiting) == 1:
            self._open_objection("0")
        else:
            from skp_tui.ui.screens.ask import Choice, ChooseScreen  # noqa: PLC0415 - not at first
            from skp_tui.ui.screens.unit_head import waiting_line  # noqa: PLC0415 - not at first

            choices = [
                Choice(str(place), waiting_line(satu, self.skp.today))
                for place, satu in enumerate(waiting)
            ]
            title = "Keberatan yang menunggu, tenggat terdekat dahulu"
            chooser = ChooseScreen(title, choices, topic="keberatan")
            self.app.push_screen(chooser, self._open_objection)

    def _open_objection(self, place: str | None) -> None:
        if place is None or self.view is None:
            return
        from skp_tui.ui.screens.sheet import SheetScreen  # noqa: PLC0415 - when asked for

        satu = self.view.keberatan[int(place)]
        self.app.push_screen(SheetScreen(satu.tahun, satu.nip, satu.nama))
