"""One key that gives people without an appraiser the one who is offered."""

from functools import partial
from typing import TYPE_CHECKING

from skp_tui.errors import InputError
from skp_tui.services.office.raters_offered import Tawaran, accept
from skp_tui.ui.screens.frame.changing import change, show_change

if TYPE_CHECKING:
    from collections.abc import Callable

    from skp_tui.storage.transactions.writer import Writer
    from skp_tui.ui.screens.frame.frame import Frame

NO_OFFER = (
    "Tidak ada penilai yang ditawarkan: semua sudah punya, atau belum ada yang dapat ditawarkan. "
    "Di layar Pegawai, P menetapkannya."
)


class RatersOffer:
    """Hold what a screen offers, which its words name first; a key takes it, nothing else does.

    ``after`` goes on with the words of what was done, where that is more than to show it.
    """

    def __init__(self, frame: "Frame", after: "Callable[[str], None] | None" = None) -> None:
        self._frame = frame
        self._after = after or self.after_change
        self.tawaran: Tawaran | None = None

    def give(self) -> None:
        """Store what is offered; undo takes it back in one step."""
        if self.tawaran is None:
            self._frame.tell(NO_OFFER)
        else:
            change(self._frame, partial(_give, self.tawaran), self._after)

    def after_change(self, words: str) -> None:
        """Say so; what was offered before a change may not be what is offered after it."""
        self.tawaran = None
        show_change(self._frame, words)


def _give(tawaran: Tawaran, writer: "Writer") -> str:
    stored = accept(writer, tawaran)
    if stored.ditolak:
        raise InputError(stored.ditolak[0].kalimat())
    return f"{tawaran.kalimat}. Ctrl+Z membatalkan."
