"""Where that is mended which is entered in no cell: who signs for a year, and its lock."""

from typing import TYPE_CHECKING

from skp_tui.services.base.views import Orang, UnitView
from skp_tui.services.sending.attention import Hal, Patut

if TYPE_CHECKING:
    from skp_tui.ui.screens.frame.frame import Frame

ABOUT_RATERS = "P menetapkan penilai dan atasannya."


def open_elsewhere(screen: "Frame", view: UnitView, found: Patut) -> None:
    """Open the screen in which it is mended."""
    if found.hal is not Hal.KUNCI:
        _open_raters(screen, view, found.orang)
        return
    from skp_tui.ui.screens.signing.sheet import SheetScreen  # noqa: PLC0415 - here only

    screen.app.push_screen(SheetScreen(view.tahun, found.orang.nip, found.orang.nama))


def _open_raters(screen: "Frame", view: UnitView, orang: Orang) -> None:
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
