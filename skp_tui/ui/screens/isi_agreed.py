"""What the entry screen knows of the targets that were agreed on, and says when they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from skp_tui.domain.dates import editable_date, shown_date
from skp_tui.services.lembar import changed_targets, read_agreed
from skp_tui.ui.screens.frame import Frame

if TYPE_CHECKING:
    import sqlite3

    from skp_tui.domain.revision import Versi
    from skp_tui.services.views import Orang, UnitView

WIDE = 110


class AgreedRead(Message):
    """Tell what was agreed on about a person."""

    def __init__(self, nip: str, versi: Versi | None) -> None:
        super().__init__()
        self.nip, self.versi = nip, versi


class IsiAgreed(Frame):
    """Read the agreed targets of who is shown once, and compare what is entered with them."""

    view: UnitView
    _agreed: tuple[str, Versi | None] | None = None

    @property
    def orang(self) -> Orang:
        """Return the person who is shown."""
        raise NotImplementedError

    def forget_agreed(self) -> None:
        """Let what was agreed on be read anew, because it may have changed."""
        self._agreed = None

    def read_agreed(self) -> None:
        """Read what was agreed on, unless it is known or there is nothing."""
        orang = self.orang
        known = self._agreed is not None and self._agreed[0] == orang.nip
        if known or orang.penilaian.disepakati is None:
            return
        tahun, nip = self.view.tahun, orang.nip

        def read(connection: sqlite3.Connection) -> Versi | None:
            return read_agreed(connection, tahun, nip)

        self.skp.read(self, read, lambda versi: AgreedRead(nip, versi), group="disepakati")

    def on_agreed_read(self, message: AgreedRead) -> None:
        """Show what changed since."""
        if message.nip == self.orang.nip:
            self._agreed = (message.nip, message.versi)
            self.follow()

    def follow(self) -> None:
        """Draw anew what follows from the rows."""
        raise NotImplementedError

    @property
    def changed_targets(self) -> int:
        """Return how many targets differ from what was agreed on, as far as that is read."""
        known, orang = self._agreed, self.orang
        if known is None or known[1] is None or known[0] != orang.nip:
            return 0
        return 0 if orang.penilaian.disepakati is None else changed_targets(known[1], orang)

    def agreed_state(self, state: str) -> str:
        """Return the state with the agreement in it, as long as that says more than the state."""
        day = self.orang.penilaian.disepakati
        if day is None or state not in {"draf", "lengkap"}:
            return state
        agreed = f"disepakati {editable_date(day)}"
        changed = self.changed_targets
        if self.size.width < WIDE:
            return agreed if state == "draf" else state
        words = f"{agreed}, {changed} target berubah" if changed else agreed
        return words if state == "draf" else f"{words} · {state}"

    def agreed_notes(self) -> list[str]:
        """Return what must be known beside the numbers: targets that are not as agreed."""
        changed, day = self.changed_targets, self.orang.penilaian.disepakati
        if not changed:
            return []
        since = f"Disepakati {shown_date(day)}, {changed} target berubah sejak itu"
        return [f"{since}; Ctrl+L menunjukkannya."]
