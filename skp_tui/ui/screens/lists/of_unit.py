"""Screens that show one unit in one year and read it anew when something was written."""

import sqlite3
from abc import abstractmethod

from skp_tui.services.base.views import UnitView
from skp_tui.services.recap.tren import read_view
from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.workers import calling


class OfUnit(Frame):
    """Show what was read before; read anew only what was written since, once it is seen again."""

    def __init__(self, view: UnitView) -> None:
        super().__init__()
        self.view = view
        self._doubted = False
        self._read_at = -1
        """How many writes there were when this was read; none while the first reader's count."""

    @abstractmethod
    def show_view(self) -> None:
        """Show the unit as it was read."""

    def begin(self) -> None:
        """Show what the screen before had read."""
        self._read_at = self.skp.looks.writes
        self.show_view()

    def on_screen_suspend(self) -> None:
        """Hold keys until it is known whether the unit changed."""
        self.hold("read")

    def on_screen_resume(self) -> None:
        """Read anew where something was written meanwhile."""
        if self._doubted or self._read_at not in {-1, self.skp.looks.writes}:
            self.reload()
        else:
            self.let_go("read")

    def reload(self) -> None:
        """Read the unit anew; a hidden screen does so when it is seen again."""
        self._doubted = True
        if not self.is_current:
            return
        self.hold("read")
        self._doubted, self._read_at = False, self.skp.looks.writes
        tahun, kode = self.view.tahun, self.view.unit.kode

        def read(connection: sqlite3.Connection) -> UnitView:
            return read_view(connection, tahun, kode)

        self.skp.read(self, read, calling(self._show_unit), group="unit")

    def _show_unit(self, view: UnitView) -> None:
        """Show it."""
        self.view = view
        self.show_view()
        self.let_go("read")
