"""What follows an import of people without an appraiser: one is offered, taken at one key."""

import sqlite3
from functools import partial
from typing import TYPE_CHECKING

from textual.widgets import Static

from skp_tui.services.imports.import_many import Sudah
from skp_tui.services.office.raters_offered import Tawaran, offer
from skp_tui.ui.screens.plan.done import done_words
from skp_tui.ui.screens.plan.raters_offer import RatersOffer
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from collections.abc import Callable

    from skp_tui.ui.screens.plan.screen import PlanScreen


class PlanRaters:
    """Say what came in, and who could appraise those who came without an appraiser."""

    def __init__(self, screen: "PlanScreen") -> None:
        self._screen = screen
        self._sudah: Sudah | None = None
        self.is_telling = False
        """Whether other screens read anew what this import changed: the plan stays as it is."""
        self.offer = RatersOffer(screen, self._given)

    def show(self, sudah: Sudah) -> None:
        """Say what came of the import, and look for an appraiser where some have none."""
        self._sudah, self.offer.tawaran = sudah, None
        self._say()
        nips = frozenset(nip for satu in sudah.gladi.rencana for nip in satu.tanpa_penilai)
        if sudah.langkah is None or not nips:
            return

        def read(connection: sqlite3.Connection) -> Tawaran | None:
            return offer(connection, nips)

        self._screen.skp.read(self._screen, read, calling(self._found), group="tawaran")

    def tell_others(self, tell: "Callable[[], object]") -> None:
        """Let other screens show what this import changed."""
        self.is_telling = True
        tell()
        self.is_telling = False

    def forget(self) -> None:
        """Offer nothing any more: the files are planned anew."""
        self._sudah = self.offer.tawaran = None

    def _found(self, tawaran: Tawaran | None) -> None:
        """Offer it."""
        if self._sudah is not None:
            self.offer.tawaran = tawaran
            self._say()

    def _given(self, words: str) -> None:
        """Say who is appraised by whom now; the plan itself is as it was."""
        given = "" if self.offer.tawaran is None else self.offer.tawaran.kalimat
        self.tell_others(partial(self.offer.after_change, words))
        self._say(given)

    def _say(self, given: str = "") -> None:
        if self._sudah is not None:
            words = done_words(self._sudah, self.offer.tawaran, given)
            self._screen.query_one("#plan-words", Static).update(words)
            self._screen.redraw()
