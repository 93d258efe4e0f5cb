"""The results of somebody's superior, offered while it is typed which of them a result serves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.message import Message

from skp_tui.services.catalogue import beginning, read_results
from skp_tui.ui.widgets.grid_suggesting import Suggestion

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from skp_tui.ui.screens.entry_screen import EntryScreen

SERVES: Final = "rencana_pimpinan"
FEWEST: Final = 1
"""Signs from which on one is offered: a superior has a few results, not thousands."""


class SuperiorRead(Message):
    """Tell the results of a superior who is not among those who are listed."""

    def __init__(self, nip: str, results: Sequence[str]) -> None:
        super().__init__()
        self.nip, self.results = nip, results


class Superior:
    """Know the results of the pejabat penilai of the part that is shown.

    Of one who is listed they are as they stand on the screen; else they are read in a thread, and
    the answer reaches the screen as ``SuperiorRead``, which hands it to ``take``.
    """

    def __init__(self, screen: EntryScreen) -> None:
        self._screen = screen
        self._asked: set[str] = set()
        self._found: dict[str, Sequence[str]] = {}

    @property
    def _nip(self) -> str:
        return self._screen.bagian.penilai.nip

    def forget(self) -> None:
        """Read anew from now on: something was taken back, or came from elsewhere."""
        self._asked.clear()

    def read(self) -> None:
        """Read the results of the superior, if he is new here and not listed."""
        nip, tahun = self._nip, self._screen.view.tahun
        if not nip or nip in self._asked or nip in self._screen.people:
            return
        self._asked.add(nip)

        def read(connection: sqlite3.Connection) -> Sequence[str]:
            return read_results(connection, tahun, nip)

        self._screen.skp.read(
            self._screen, read, lambda found: SuperiorRead(nip, found), group=f"pimpinan {nip}"
        )

    def take(self, message: SuperiorRead) -> None:
        """Offer from now on what was read."""
        self._found[message.nip] = message.results

    def suggestion(self, text: str) -> Suggestion | None:
        """Return the first result of the superior that begins as typed."""
        found = beginning(self._results(), text, FEWEST)
        return None if found is None else Suggestion(found, "hasil kerja pejabat penilai")

    def _results(self) -> Sequence[str]:
        listed = self._screen.people.get(self._nip)
        if listed is None:
            return self._found.get(self._nip, ())
        parts = listed.penilaian.bagian
        return [hasil.uraian for bagian in parts for hasil in bagian.hasil_kerja]
