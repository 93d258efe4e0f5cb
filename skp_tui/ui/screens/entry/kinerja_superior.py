"""The results of somebody's superior, offered while it is typed which of them a result serves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from skp_tui.services.entry.catalogue import beginning, read_results
from skp_tui.ui.widgets.grid.suggesting import Suggestion
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from skp_tui.ui.screens.entry.screen import EntryScreen

SERVES: Final = "rencana_pimpinan"
FEWEST: Final = 1
"""Signs from which on one is offered: a superior has a few results, not thousands."""


class Superior:
    """Know the results of the pejabat penilai of the part that is shown.

    Of one who is listed they are as they stand on the screen; else they are read in a thread.
    """

    def __init__(self, screen: EntryScreen) -> None:
        self._screen, self._desk = screen, screen.desk
        self._asked: set[str] = set()
        self._found: dict[str, Sequence[str]] = {}

    @property
    def _nip(self) -> str:
        return self._desk.bagian.penilai.nip

    def forget(self) -> None:
        """Read anew from now on: something was taken back, or came from elsewhere."""
        self._asked.clear()

    def read(self) -> None:
        """Read the results of the superior, if he is new here and not listed."""
        nip, tahun = self._nip, self._desk.view.tahun
        if not nip or nip in self._asked or nip in self._desk.people:
            return
        self._asked.add(nip)

        def read(connection: sqlite3.Connection) -> Sequence[str]:
            return read_results(connection, tahun, nip)

        self._screen.skp.read(
            self._screen,
            read,
            calling(partial(self._take, nip)),
            group=f"pimpinan {nip}",
        )

    def _take(self, nip: str, results: Sequence[str]) -> None:
        """Keep the results of a superior."""
        self._found[nip] = results

    def suggestion(self, text: str) -> Suggestion | None:
        """Return the first result of the superior that begins as typed."""
        found = beginning(self._results(), text, FEWEST)
        return None if found is None else Suggestion(found, "hasil kerja pejabat penilai")

    def _results(self) -> Sequence[str]:
        listed = self._desk.people.get(self._nip)
        if listed is None:
            return self._found.get(self._nip, ())
        parts = listed.penilaian.bagian
        return [hasil.uraian for bagian in parts for hasil in bagian.hasil_kerja]
