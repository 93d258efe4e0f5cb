"""The way from the start screen to copying one person's plan to many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skp_tui.ui.screens.person_ways import PersonWays

if TYPE_CHECKING:
    from skp_tui.services.views import Orang, UnitView
    from skp_tui.ui.screens.copy_many import ActivitiesScreen

NOTHING_THERE = "{} belum punya {}; taruh kursor pada pegawai yang sudah punya."


class CopiesOut(PersonWays):
    """Copy from the person of the cursor to many others of the unit."""

    view: UnitView | None

    def action_copy_to_many(self) -> None:
        """Choose first which rows of the cursor's person are copied."""
        orang, view = self.cursor_person(), self.view
        if view is None:
            return
        from skp_tui.services.target_rows import (  # noqa: PLC0415 - here only
            KEGIATAN,
            SEBUTAN,
            butir_of,
            jenis_rencana,
        )

        jenis = jenis_rencana(view.peraturan) or KEGIATAN
        if not self.takes(view.peraturan, view.tahun, jenis):
            return
        if orang is not None and not butir_of(orang.penilaian.bagian_terakhir, jenis):
            self.tell(NOTHING_THERE.format(orang.nama, SEBUTAN[jenis]), "warning")
        else:
            self.open_for_person(lambda found: self._choosing(view, found))

    def _choosing(self, view: UnitView, orang: Orang) -> ActivitiesScreen:
        from skp_tui.ui.screens.copy_many import ActivitiesScreen  # noqa: PLC0415 - here only

        return ActivitiesScreen(self, view, orang)
