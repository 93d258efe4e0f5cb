"""The way from the start screen to copying one person's activities to many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skp_tui.ui.screens.person_ways import PersonWays

if TYPE_CHECKING:
    from skp_tui.services.views import Orang, UnitView
    from skp_tui.ui.screens.copy_many import ActivitiesScreen

NOTHING_THERE = "{} belum punya kegiatan; taruh kursor pada pegawai yang sudah punya."


class CopiesOut(PersonWays):
    """Copy from the person of the cursor to many others of the unit."""

    view: UnitView | None

    def action_copy_to_many(self) -> None:
        """Choose first which activities of the cursor's person are copied."""
        orang, view = self.cursor_person(), self.view
        if view is not None and not self.takes(view.tahun, "kegiatan"):
            return
        if orang is not None and view is not None and not _activities(orang):
            self.tell(NOTHING_THERE.format(orang.nama), "warning")
        elif view is not None:
            self.open_for_person(lambda found: self._choosing(view, found))

    def _choosing(self, view: UnitView, orang: Orang) -> ActivitiesScreen:
        from skp_tui.ui.screens.copy_many import ActivitiesScreen  # noqa: PLC0415 - here only

        return ActivitiesScreen(self, view, orang)


def _activities(orang: Orang) -> int:
    bagian = orang.penilaian.bagian_terakhir
    return len(bagian.kegiatan) if bagian else 0
