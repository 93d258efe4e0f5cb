"""Where it is mended that nobody signs for somebody's year."""

from typing import TYPE_CHECKING

from skp_tui.services.base.views import Orang, UnitView

if TYPE_CHECKING:
    from skp_tui.ui.screens.frame.frame import Frame

ABOUT_RATERS = "P menetapkan penilai dan atasannya."


def open_raters(screen: "Frame", view: UnitView, orang: Orang) -> None:
    """Open where it is said who signs for somebody's year."""
    from skp_tui.ui.screens.people.parts import PartsScreen  # noqa: PLC0415 - here only
    from skp_tui.ui.screens.people.people import PeopleScreen  # noqa: PLC0415 - here only

    year, now = orang.penilaian, orang.penilaian.pegawai
    if (year.penilai, year.atasan_penilai) != (now.penilai, now.atasan_penilai):
        # the year has its own, which the list of employees would not change
        screen.app.push_screen(PartsScreen(view.tahun, orang.nip))
        return
    people_screen = PeopleScreen(view.unit, view.tahun)
    people_screen.point_at(orang.nip)
    screen.app.push_screen(people_screen)
    screen.skp.tell(ABOUT_RATERS)
