"""The list of the start screen: who of the unit is shown, by typed words and by named filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skp_tui.ui.screens.lists.table import columns_for, numbered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.screen import Screen

    from skp_tui.rules.result import Kurang
    from skp_tui.services.base.views import Orang, UnitView
    from skp_tui.ui.screens.unit.rows import UnitRows
    from skp_tui.ui.screens.unit.screen import UnitScreen

EMPTY = (
    "Belum ada pegawai di unit ini. F5 mengimpor daftarnya, Ctrl+N menambah satu, "
    "T\u00a0tahun\u00a0lain, U\u00a0unit\u00a0lain."
)
EMPTY_HERE = (
    "Belum ada pegawai di unit ini, tetapi ada unit lain: U\u00a0memilihnya. "
    "F5 mengimpor daftarnya, Ctrl+N menambah satu, T\u00a0tahun\u00a0lain."
)
NOBODY = "Tidak ada nama, NIP atau jabatan yang cocok. Esc menampilkan semua."
NOBODY_KEPT = "{}. Esc menampilkan semua."
NOBODY_BOTH = "Tidak ada yang cocok di antara yang {}. Esc menampilkan semua."
READING = "Membaca…"


class UnitList:
    """The employees whom the filters keep, with the numbers of the whole list."""

    def __init__(self, screen: UnitScreen) -> None:
        self._screen = screen
        self.shown: tuple[Orang, ...] = ()
        self.rows: UnitRows | None = None
        self._width = 0

    def found(self, typed: str) -> tuple[Orang, ...]:
        """Return everybody of the unit whom typed words fit, shown by the filters or not."""
        view = self._screen.view
        if view is None or self.rows is None:
            return ()
        return self.rows.matching(view.orang, typed)

    def fill(self) -> None:
        """Show whom the filters keep."""
        screen, view = self._screen, self._screen.view
        if view is None or self.rows is None:
            return
        from skp_tui.ui.screens.unit.rows import rows_of  # noqa: PLC0415 - not for the first frame

        everybody = view.orang
        # on mounting only the app knows yet how wide the screen will be
        width = self._width = screen.size.width or screen.app.size.width
        self.shown = self.rows.matching(self._kept(everybody), screen.bar.words)
        screen.people.say_when_empty(self._nobody() if everybody else empty_words(view))
        columns = columns_for(width, everybody, rated=view.peraturan.berperingkat)
        rows = rows_of(self.rows, self.shown, numbered(everybody), width)
        screen.people.show(columns, rows)
        screen.bar.count(len(self.shown), len(everybody))

    def to_check(self) -> int:
        """Count everybody of the unit who should be looked at."""
        view = self._screen.view
        if view is None or self.rows is None:
            return 0
        return sum(map(self.rows.is_to_check, view.orang))

    def fit(self) -> None:
        """Choose the columns where the width is another one."""
        if self._screen.view is not None and self._screen.size.width != self._width:
            self.fill()

    def _kept(self, everybody: Sequence[Orang]) -> Sequence[Orang]:
        only = self._screen.bar.only
        if not only:
            return everybody
        from skp_tui.services.recap.saringan import Saringan, kept  # noqa: PLC0415 - not at first

        return kept(Saringan(only), everybody)

    def wanted_place(self, orang: Orang) -> Kurang | None:
        """Return the cell for which the named filter shows somebody, if it is one."""
        only = self._screen.bar.only
        if not only:
            return None
        from skp_tui.services.recap.saringan import Saringan, place_of  # noqa: PLC0415 - not at first

        return place_of(Saringan(only), orang)

    def _nobody(self) -> str:
        bar = self._screen.bar
        if not bar.only:
            return NOBODY
        if bar.words.strip():
            return NOBODY_BOTH.format(bar.only)
        from skp_tui.services.recap.saringan import NIHIL, Saringan  # noqa: PLC0415 - not at first

        return NOBODY_KEPT.format(NIHIL[Saringan(bar.only)])

    def turn(self, name: str) -> None:
        """Put a named filter on, or off when it is the one that is on; typed words stay."""
        from skp_tui.services.recap.saringan import Saringan  # noqa: PLC0415 - not for the first frame

        chosen, bar = Saringan[name].value, self._screen.bar
        bar.only = "" if bar.only == chosen else chosen
        self.fill()
        self._screen.focus_on(self._screen.people)


def _only(name: str) -> Callable[[UnitScreen], None]:
    """Return what shows those of a named filter."""
    return lambda screen: screen.list.turn(name)


def _show_all(screen: UnitScreen) -> None:
    screen.bar.close()


def _judge_all(screen: UnitScreen) -> None:
    """Judge everybody who is shown in one grid: perilaku, or both ratings from 2022."""
    view, bar = screen.view, screen.bar
    if view is None:
        return
    rated = view.peraturan.berperingkat
    if not rated and not screen.takes(view.peraturan, view.tahun, "perilaku"):
        return
    words = bar.words.strip()
    only = ", ".join(part for part in (bar.only, f'"{words}"' if words else "") if part)
    at = screen.people.cursor_row
    screen.app.push_screen(_judging(rated)(view, screen.list.shown, at, only))


def empty_words(view: UnitView) -> str:
    """Say what comes next in a unit without people; first of all where people may be instead."""
    from skp_tui.domain.office import subtree  # noqa: PLC0415 - rarely needed

    return EMPTY_HERE if view.units.keys() - subtree(view.units, view.unit.kode) else EMPTY


def _judging(rated: bool) -> Callable[..., Screen[None]]:  # noqa: FBT001 - what the year takes
    """Return the screen in which many are judged, loaded only when it is asked for."""
    if rated:
        from skp_tui.ui.screens.judging.evaluasi import EvaluasiScreen  # noqa: PLC0415 - not at first

        return EvaluasiScreen
    from skp_tui.ui.screens.judging.perilaku import PerilakuScreen  # noqa: PLC0415 - not at first

    return PerilakuScreen


OF_LIST: Final[Mapping[str, Callable[[UnitScreen], None]]] = {
    "only_incomplete": _only("BELUM_LENGKAP"),
    "only_below": _only("DI_BAWAH_BAIK"),
    "only_boundary": _only("NILAI_BATAS"),
    "only_unjudged": _only("TANPA_PERILAKU"),
    "show_all": _show_all,
    "judge_all": _judge_all,
}
"""What acts on the list as it is shown, by the ids of the actions."""
