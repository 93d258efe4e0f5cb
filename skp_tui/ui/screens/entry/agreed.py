"""What an entry screen knows of the targets that were agreed on, and says when they change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from skp_tui.domain.dates import short_date, shown_date
from skp_tui.services.signing.lembar import changed_targets, read_agreed
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    import sqlite3

    from skp_tui.domain.revision import Versi
    from skp_tui.services.base.views import Orang
    from skp_tui.ui.screens.entry.screen import EntryScreen

WIDE = 110


class Agreed:
    """Read the agreed targets of who is shown once, and compare what is entered with them."""

    def __init__(self, screen: EntryScreen) -> None:
        self._screen, self._desk = screen, screen.desk
        self._known: tuple[str, Versi | None] | None = None

    def forget(self) -> None:
        """Let what was agreed on be read anew, because it may have changed."""
        self._known = None

    def read(self, orang: Orang) -> None:
        """Read what was agreed on, unless it is known or there is nothing."""
        known = self._known is not None and self._known[0] == orang.nip
        if known or orang.penilaian.disepakati is None:
            return
        tahun, nip = orang.penilaian.tahun, orang.nip

        def read(connection: sqlite3.Connection) -> Versi | None:
            return read_agreed(connection, tahun, nip)

        self._screen.skp.read(
            self._screen,
            read,
            calling(partial(self._take, nip)),
            group="disepakati",
        )

    def _take(self, nip: str, versi: Versi | None) -> None:
        """Keep what was read, unless somebody else is shown by now."""
        if nip == self._desk.nip:
            self._known = (nip, versi)
            self._screen.follow()

    def changed(self, orang: Orang) -> int:
        """Return how many targets differ from what was agreed on, as far as that is read."""
        known = self._known
        if known is None or known[1] is None or known[0] != orang.nip:
            return 0
        return 0 if orang.penilaian.disepakati is None else changed_targets(known[1], orang)

    def state(self, orang: Orang, state: str) -> str:
        """Return the state with the agreement in it, as long as that says more than the state."""
        day = orang.penilaian.disepakati
        if day is None or state not in {"draf", "lengkap"}:
            return state
        agreed = f"disepakati {short_date(day)}"
        changed = self.changed(orang)
        if self._screen.size.width < WIDE:
            return agreed if state == "draf" else state
        words = f"{agreed}, {changed} target berubah" if changed else agreed
        return words if state == "draf" else f"{words} · {state}"

    def notes(self, orang: Orang) -> list[str]:
        """Return what must be known beside the numbers: targets that are not as agreed."""
        changed, day = self.changed(orang), orang.penilaian.disepakati
        if not changed:
            return []
        since = f"Disepakati {shown_date(day)}, {changed} target berubah sejak itu"
        return [f"{since}; Ctrl+L menunjukkannya."]
