"""What follows an import of people without an appraiser: one is offered, taken at one key."""

import sqlite3
from typing import Final

from textual.widgets import Static

from skp_tui.services.import_many import Sudah
from skp_tui.services.raters_offered import Tawaran, offer
from skp_tui.ui.screens.plan_list import PlanList
from skp_tui.ui.screens.plan_words import done_words
from skp_tui.ui.screens.raters_offer import OfferRead, RatersOffer

TAKE: Final = ("T", "Penilai")


class PlanRaters(PlanList, RatersOffer):
    """Say what came in, and who could appraise those who came without an appraiser."""

    def __init__(self) -> None:
        super().__init__()
        self._sudah: Sudah | None = None
        self._own_change = False

    def show_done(self, sudah: Sudah) -> None:
        """Say what came of the import, and look for an appraiser where some have none."""
        self._sudah, self.tawaran = sudah, None
        self._say_done()
        nips = frozenset(nip for satu in sudah.gladi.rencana for nip in satu.tanpa_penilai)
        if sudah.langkah is None or not nips:
            return

        def read(connection: sqlite3.Connection) -> Tawaran | None:
            return offer(connection, nips)

        self.skp.read(self, read, OfferRead, group="tawaran")

    def forget_done(self) -> None:
        """Offer nothing any more: the files are planned anew."""
        self._sudah = self.tawaran = None

    def on_offer_read(self, message: OfferRead) -> None:
        """Offer it."""
        if self._sudah is not None:
            self.tawaran = message.tawaran
            self._say_done()

    def after_change(self, words: str) -> None:
        """Say who is appraised by whom now; the plan itself is as it was."""
        given = "" if self.tawaran is None else self.tawaran.kalimat
        self._own_change = True
        super().after_change(words)
        self._own_change = False
        self._say_done(given)

    def _say_done(self, given: str = "") -> None:
        if self._sudah is not None:
            words = done_words(self._sudah, self.tawaran, given)
            self.query_one("#plan-words", Static).update(words)
            self.redraw()

    def redraw(self) -> None:
        """Draw all lines around the list anew."""
