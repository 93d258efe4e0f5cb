"""The sign on the start screen that the last package is not what is stored now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from skp_tui.ui.screens.frame import Frame
from skp_tui.ui.widgets.lines import Lines

if TYPE_CHECKING:
    import sqlite3

    from skp_tui.services.views import UnitView


class SentCompared(Message):
    """Tell which package is outdated by a view of the unit, 0 for none.

    ``langkah`` is the last step of the trail at that time.
    """

    def __init__(self, view: UnitView, langkah: int, nomor: int) -> None:
        super().__init__()
        self.view, self.langkah, self.nomor = view, langkah, nomor


class SentWays(Frame):
    """Compare the unit with its last package, in a thread, once its list is seen.

    Where nothing was sent that is two queries; the list itself never waits for it.
    """

    view: UnitView | None = None
    outdated = 0
    """The number of the last package where it is outdated."""
    _compared: SentCompared | None = None

    def compare_soon(self) -> None:
        """Compare after what is to be drawn was drawn."""
        self.call_after_refresh(self._compare)

    def on_screen_resume(self) -> None:
        """Compare again: something may have been sent."""
        self.compare_soon()

    def _compare(self) -> None:
        view = self.view
        if view is None:
            return

        known = self._compared

        def compare(connection: sqlite3.Connection) -> SentCompared:
            from skp_tui.storage.looking import end_look, last_step  # noqa: PLC0415 - not at first
            from skp_tui.storage.sent import sent_packages  # noqa: PLC0415 - not at first

            langkah = last_step(connection)
            if known is not None and known.view is view and known.langkah == langkah:
                return known
            if not sent_packages(connection, view.unit.kode, view.tahun, 1):
                return SentCompared(view, langkah, 0)

            from skp_tui.services.sent import compared  # noqa: PLC0415 - most have sent nothing yet

            ready = compared(connection, view.unit.kode, view.tahun)
            end_look(connection)
            sejak = ready(view)
            return SentCompared(view, langkah, sejak.paket.nomor if sejak and sejak.usang else 0)

        self.skp.read(self, compare, _told, group="kiriman")

    def on_sent_compared(self, message: SentCompared) -> None:
        """Show the sign, unless another unit or other values are shown by now."""
        self._compared = message
        if self.view is message.view and message.nomor != self.outdated:
            self.outdated = message.nomor
            self.query_one("#to-do", Lines).refresh(layout=True)


def _told(found: SentCompared) -> SentCompared:
    """Return a message of its own: one that was posted before cannot be posted again."""
    return SentCompared(found.view, found.langkah, found.nomor)
