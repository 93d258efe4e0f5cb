"""The way back when the year that is shown is taken back: to the one shown before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from skp_tui.services.base.views import UnitView
    from skp_tui.ui.screens.unit.screen import UnitScreen

GONE = "Tahun {} tidak ada lagi; yang tampil tahun {}."


class YearGone:
    """Follow which year the start screen shows.

    One that was chosen empty stays where it is when it is empty again: it was asked for so.
    """

    def __init__(self, screen: UnitScreen) -> None:
        self._screen = screen
        self._shown: int | None = None
        self._before: int | None = None
        self._came_full = False
        self._gone: int | None = None
        """The year that is gone, until it is known which one is shown instead."""

    def goes_back(self, view: UnitView, years: Collection[int]) -> bool:
        """Say whether what was read is a year that is gone, and read the one before instead."""
        tahun = view.tahun
        if tahun == self._shown and self._came_full and tahun not in years:
            self._gone, self._came_full = tahun, False
            before = self._before if self._before in years else None
            self._screen.look_at(before, view.unit.kode)
            return True
        if tahun != self._shown:
            self._before, self._shown = self._shown, tahun
            self._came_full = tahun in years
        if self._gone is not None:
            self._screen.tell(GONE.format(self._gone, tahun))
            self._gone = None
        return False
