"""What follows an import of people without an appraiser: one is offered, taken at one key."""

import sqlite3
from functools import partial
from itertools import chain
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
        self._given = ""
        """What was taken of what was offered."""
        self.offer = RatersOffer(screen, self._accepted)

    def show(self, sudah: Sudah) -> None:
        """Say what came of the import, and look for appraisers whom some lack, or their NIPs."""
        self._sudah, self._given, self.offer.tawaran = sudah, "", None
        self._say()
        self._look(sudah)

    def _look(self, sudah: Sudah) -> None:
        found = ((*satu.tanpa_penilai, *satu.penilai_bernama) for satu in sudah.gladi.rencana)
        nips = frozenset(chain.from_iterable(found))
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

    def _accepted(self, words: str) -> None:
        """Say who is appraised by whom now, and look for what is still open."""
        if self.offer.tawaran is not None:
            self._given = f"{self._given}{self.offer.tawaran.kalimat}. "
        self.tell_others(partial(self.offer.after_change, words))
        self._say()
        if self._sudah is not None:
            self._look(self._sudah)

    def _say(self) -> None:
        if self._sudah is not None:
            words = done_words(self._sudah, self.offer.tawaran, self._given)
            self._screen.query_one("#plan-words", Static).update(words)
            self._screen.redraw()
