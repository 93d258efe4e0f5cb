"""The way from the start screen to copying one person's plan to many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skp_tui.ui.screens.people.person_ways import open_for_person

if TYPE_CHECKING:
    from skp_tui.services.base.views import Orang
    from skp_tui.ui.screens.copying.to_many import ActivitiesScreen
    from skp_tui.ui.screens.unit.screen import UnitScreen

NOTHING_THERE = "{} belum punya {}; taruh kursor pada pegawai yang sudah punya."


def copy_to_many(screen: UnitScreen) -> None:
    """Choose first which rows of the cursor's person are copied to others of the unit."""
    orang, view = screen.cursor_person(), screen.view
    if view is None:
        return
    from skp_tui.services.entry.target_rows import (  # noqa: PLC0415 - here only
        KEGIATAN,
        SEBUTAN,
        butir_of,
        jenis_rencana,
    )

    jenis = jenis_rencana(view.peraturan) or KEGIATAN
    if not screen.takes(view.peraturan, view.tahun, jenis):
        return
    if orang is not None and not butir_of(orang.penilaian.bagian_terakhir, jenis):
        screen.tell(NOTHING_THERE.format(orang.nama, SEBUTAN[jenis]), "warning")
        return

    def choosing(found: Orang) -> ActivitiesScreen:
        from skp_tui.ui.screens.copying.to_many import ActivitiesScreen  # noqa: PLC0415 - here only

        return ActivitiesScreen(screen, view, found)

    open_for_person(screen, choosing)
