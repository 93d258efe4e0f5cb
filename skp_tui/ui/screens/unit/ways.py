"""The ways from the start screen to other screens, as data: what each action opens and needs.

What opens is loaded when it is asked for: the first frame needs none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from skp_tui.ui.screens.copying.ways import copy_to_many
from skp_tui.ui.screens.impor.ways import TO_IMPORT
from skp_tui.ui.screens.people.person_ways import OF_PERSON
from skp_tui.ui.screens.signing.objection_ways import open_objections
from skp_tui.ui.screens.support.copy_keeping import ask_for_copy
from skp_tui.ui.screens.support.ways import TO_SUPPORT
from skp_tui.ui.screens.unit.list import OF_LIST

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.screen import Screen

    from skp_tui.rules.result import Kurang
    from skp_tui.services.base.views import Orang, UnitView
    from skp_tui.ui.screens.frame.frame import Frame
    from skp_tui.ui.screens.unit.screen import UnitScreen

NO_UNIT = "Belum ada unit; jawab dahulu pertanyaan pertama."


def entry_screen(
    view: UnitView, listed: Sequence[Orang], nip: str, at: Kurang | None = None
) -> Screen[Any]:
    """Return the screen in which a person's year is entered under its regulation."""
    isian = view.peraturan.isian
    if "kegiatan" in isian:
        from skp_tui.ui.screens.entry.isi import IsiScreen  # noqa: PLC0415 - not for the first frame

        return IsiScreen(view, listed, nip, at)
    if "hasil_kerja" in isian:
        from skp_tui.ui.screens.entry.kinerja import KinerjaScreen  # noqa: PLC0415 - from 2022 only

        return KinerjaScreen(view, listed, nip, at)
    from skp_tui.ui.screens.form.year_form import after  # noqa: PLC0415 - for 2021 only
    from skp_tui.ui.screens.people.final_form import FinalForm  # noqa: PLC0415 - for 2021 only

    orang, following = after(nip, listed)
    return FinalForm(orang, following)


def _of_unit(
    make: Callable[[UnitView], Frame],
    isian: str = "",
    why_not: Callable[[UnitView], str] | None = None,
) -> Callable[[UnitScreen], None]:
    """Return a way to a screen about the unit that is shown; without one it says so.

    Where it lists people too, its cursor begins on whom the cursor is on here. ``isian`` is what is
    entered there, which not every year takes; ``why_not`` gives another reason why there is nothing
    to open, or no word.
    """

    def go(screen: UnitScreen) -> None:
        view = screen.view
        if view is None:
            screen.tell(NO_UNIT, "warning")
        elif isian and not screen.takes(view.peraturan, view.tahun, isian):
            return
        elif why_not is not None and (refusal := why_not(view)):
            screen.tell(refusal, "warning")
        else:
            made, nip = make(view), screen.people.cursor_row
            if nip is not None:
                made.point_at(nip)
            screen.app.push_screen(made)

    return go


def _send(view: UnitView) -> Frame:
    from skp_tui.ui.screens.sending.screen import SendScreen  # noqa: PLC0415 - when asked for

    return SendScreen(view)


def _sheets(view: UnitView) -> Frame:
    from skp_tui.ui.screens.signing.sheets import SheetsScreen  # noqa: PLC0415 - when asked for

    return SheetsScreen(view)


def _recap(view: UnitView) -> Frame:
    from skp_tui.ui.screens.rekap.screen import RekapScreen  # noqa: PLC0415 - when asked for

    return RekapScreen(view)


def _pattern(view: UnitView) -> Frame:
    from skp_tui.ui.screens.rekap.sebaran import SebaranScreen  # noqa: PLC0415 - when asked for

    return SebaranScreen(view)


def _credits(view: UnitView) -> Frame:
    from skp_tui.ui.screens.rekap.angka_kredit import CreditsScreen  # noqa: PLC0415 - when asked for

    return CreditsScreen(view)


def _no_credits(view: UnitView) -> str:
    from skp_tui.services.recap.credits import why_none  # noqa: PLC0415 - when asked for

    refusal = why_none(view)
    return f"{refusal} T memilih tahun lain." if refusal else ""


def _people(view: UnitView) -> Frame:
    from skp_tui.ui.screens.people.people import PeopleScreen  # noqa: PLC0415 - when asked for

    return PeopleScreen(view.unit, view.tahun)


def add_person(screen: UnitScreen) -> None:
    """Add a person to the unit, which may still be being read."""
    if screen.kode is None:
        screen.tell(NO_UNIT, "warning")
        return
    from skp_tui.ui.screens.people.person import PersonScreen  # noqa: PLC0415 - when asked for

    screen.app.push_screen(PersonScreen(screen.kode))


def _open_office(screen: UnitScreen) -> None:
    from skp_tui.ui.screens.office.screen import OfficeScreen  # noqa: PLC0415 - when asked for

    screen.app.push_screen(OfficeScreen(None if screen.view is None else screen.view.tahun))


def _open_settings(screen: UnitScreen) -> None:
    from skp_tui.ui.screens.office.settings import SettingsScreen  # noqa: PLC0415 - when asked for

    screen.app.push_screen(SettingsScreen())


FROM_UNIT: Final[Mapping[str, Callable[[UnitScreen], None]]] = {
    **TO_IMPORT,
    **OF_LIST,
    **OF_PERSON,
    **TO_SUPPORT,
    "send": _of_unit(_send),
    "open_sheets": _of_unit(_sheets),
    "open_recap": _of_unit(_recap),
    "open_pattern": _of_unit(_pattern, isian="capaian_organisasi"),
    "open_credits": _of_unit(_credits, why_not=_no_credits),
    "open_people": _of_unit(_people),
    "open_objections": open_objections,
    "copy_to_many": copy_to_many,
    "new_person": add_person,
    "open_office": _open_office,
    "open_settings": _open_settings,
    "keep_copy": ask_for_copy,
}
"""By the ids of the actions; which keys and words they have stands in the registry of keys."""
