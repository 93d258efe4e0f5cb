"""The sign on the start screen that the last package is not what is stored now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skp_tui.record import record
from skp_tui.ui.widgets.lines import Lines
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    import sqlite3

    from skp_tui.services.base.views import UnitView
    from skp_tui.ui.screens.unit.screen import UnitScreen


@record
class Compared:
    """Which package is outdated by a view of the unit, 0 for none.

    ``langkah`` is the last step of the trail at that time.
    """

    view: UnitView
    langkah: int
    nomor: int


class Outdated:
    """Compare the unit with its last package, in a thread, once its list is seen.

    Where nothing was sent that is two queries; the list itself never waits for it.
    """

    def __init__(self, screen: UnitScreen) -> None:
        self._screen = screen
        self._known: Compared | None = None
        self.nomor = 0
        """The number of the last package where it is outdated."""

    def compare_soon(self) -> None:
        """Compare after what is to be drawn was drawn."""
        self._screen.call_after_refresh(self._compare)

    def _compare(self) -> None:
        view, known = self._screen.view, self._known
        if view is None:
            return

        def compare(connection: sqlite3.Connection) -> Compared:
            return _compared(connection, view, known)

        self._screen.skp.read(self._screen, compare, calling(self._show), group="kiriman")

    def _show(self, found: Compared) -> None:
        """Show the sign, unless another unit or other values are shown by now."""
        self._known = found
        if self._screen.view is found.view and found.nomor != self.nomor:
            self.nomor = found.nomor
            self._screen.query_one("#to-do", Lines).refresh(layout=True)


def _compared(connection: sqlite3.Connection, view: UnitView, known: Compared | None) -> Compared:
    from skp_tui.storage.changes.sent import sent_packages  # noqa: PLC0415 - not at first
    from skp_tui.storage.database.looking import end_look, last_step  # noqa: PLC0415 - not at first

    langkah = last_step(connection)
    if known is not None and known.view is view and known.langkah == langkah:
        return known
    if not sent_packages(connection, view.unit.kode, view.tahun, 1):
        return Compared(view, langkah, 0)

    from skp_tui.services.sending.sent import compared  # noqa: PLC0415 - most have sent nothing yet

    ready = compared(connection, view.unit.kode, view.tahun)
    end_look(connection)
    sejak = ready(view)
    return Compared(view, langkah, sejak.paket.nomor if sejak and sejak.usang else 0)
