"""The list of the start screen: who of the unit is shown, by typed words and by named filters."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from skp_tui.ui.screens.filtered import Filtered
from skp_tui.ui.screens.unit_table import PeopleGrid, columns_for, numbered
from skp_tui.ui.widgets.filter_bar import FilterBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.screen import Screen

    from skp_tui.rules.result import Kurang
    from skp_tui.services.views import Orang, UnitView
    from skp_tui.ui.widgets.row_store import RowStore

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


class UnitList(Filtered):
    """Show the employees whom the filters keep, with the numbers of the whole list."""

    view: UnitView | None
    _shown: tuple[Orang, ...]
    _rows: RowStore[Orang] | None
    _width = 0

    @property
    def people(self) -> PeopleGrid:
        """Return the list."""
        return self.query_one("#people", PeopleGrid)

    def filter_bar(self) -> FilterBar:
        """Make the line of the filter."""
        return FilterBar(self.fill, self.action_open_person, listed="#people")

    @abstractmethod
    def action_open_person(self) -> None:
        """Open the entry screen on the person of the cursor's row."""

    def found(self, typed: str) -> tuple[Orang, ...]:
        """Return everybody of the unit whom typed words fit, shown by the filters or not."""
        if self.view is None or self._rows is None:
            return ()
        return self._rows.matching(self.view.orang, typed)

    def fill(self) -> None:
        """Show whom the filters keep."""
        if self.view is None or self._rows is None:
            return
        from skp_tui.ui.screens.unit_rows import rows_of  # noqa: PLC0415 - not for the first frame

        everybody = self.view.orang
        # on mounting only the app knows yet how wide the screen will be
        width = self._width = self.size.width or self.app.size.width
        self._shown = self._rows.matching(self._kept(everybody), self.bar.words)
        self.people.say_when_empty(self._nobody() if everybody else empty_words(self.view))
        rated = self.view.peraturan.berperingkat
        columns = columns_for(width, everybody, rated=rated)
        rows = rows_of(self._rows, self._shown, numbered(everybody), width)
        self.people.show(columns, rows)
        self.bar.count(len(self._shown), len(everybody))

    def _kept(self, everybody: Sequence[Orang]) -> Sequence[Orang]:
        if not self.bar.only:
            return everybody
        from skp_tui.services.saringan import Saringan, kept  # noqa: PLC0415 - not at first

        return kept(Saringan(self.bar.only), everybody)

    def wanted_place(self, orang: Orang) -> Kurang | None:
        """Return the cell for which the named filter shows somebody, if it is one."""
        if not self.bar.only:
            return None
        from skp_tui.services.saringan import Saringan, place_of  # noqa: PLC0415 - not at first

        return place_of(Saringan(self.bar.only), orang)

    def _nobody(self) -> str:
        only = self.bar.only
        if not only:
            return NOBODY
        if self.bar.words.strip():
            return NOBODY_BOTH.format(only)
        from skp_tui.services.saringan import NIHIL, Saringan  # noqa: PLC0415 - not at first

        return NOBODY_KEPT.format(NIHIL[Saringan(only)])

    def on_resize(self) -> None:
        """Choose the columns for another width."""
        if self.view is not None and self.size.width != self._width:
            self.fill()

    # Named filters

    def action_only_incomplete(self) -> None:
        """Show who is not complete yet."""
        self._turn("BELUM_LENGKAP")

    def action_only_below(self) -> None:
        """Show who is below Baik."""
        self._turn("DI_BAWAH_BAIK")

    def action_only_boundary(self) -> None:
        """Show whose value lies between two printed bands."""
        self._turn("NILAI_BATAS")

    def action_only_unjudged(self) -> None:
        """Show who has no mean of perilaku yet."""
        self._turn("TANPA_PERILAKU")

    def action_show_all(self) -> None:
        """Take every filter off."""
        self.bar.close()

    # All who are shown, judged side by side

    def action_judge_all(self) -> None:
        """Judge everybody who is shown in one grid: perilaku, or both ratings from 2022."""
        view = self.view
        if view is None:
            return
        rated = view.peraturan.berperingkat
        if not rated and not self.takes(view.peraturan, view.tahun, "perilaku"):
            return
        words = self.bar.words.strip()
        only = ", ".join(part for part in (self.bar.only, f'"{words}"' if words else "") if part)
        self.app.push_screen(_judging(rated)(view, self._shown, self.people.cursor_row, only))

    def _turn(self, name: str) -> None:
        """Put a named filter on, or off when it is the one that is on; typed words stay."""
        from skp_tui.services.saringan import Saringan  # noqa: PLC0415 - not for the first frame

        chosen = Saringan[name].value
        self.bar.only = "" if self.bar.only == chosen else chosen
        self.fill()
        self.focus_on(self.people)


def empty_words(view: UnitView) -> str:
    """Say what comes next in a unit without people; first of all where people may be instead."""
    from skp_tui.domain.office import subtree  # noqa: PLC0415 - rarely needed

    return EMPTY_HERE if view.units.keys() - subtree(view.units, view.unit.kode) else EMPTY


def _judging(rated: bool) -> Callable[..., Screen[None]]:  # noqa: FBT001 - what the year takes
    """Return the screen in which many are judged, loaded only when it is asked for."""
    if rated:
        from skp_tui.ui.screens.evaluasi import EvaluasiScreen  # noqa: PLC0415 - not at first

        return EvaluasiScreen
    from skp_tui.ui.screens.perilaku import PerilakuScreen  # noqa: PLC0415 - not at first

    return PerilakuScreen
