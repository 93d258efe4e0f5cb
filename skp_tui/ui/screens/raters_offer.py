"""One key that gives people without an appraiser the one who is offered."""

from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from skp_tui.errors import InputError
from skp_tui.services.raters_offered import Tawaran, accept
from skp_tui.ui.screens.changing import Changing

if TYPE_CHECKING:
    from skp_tui.storage.writer import Writer

NO_OFFER = (
    "Tidak ada penilai yang ditawarkan: semua sudah punya, atau belum ada yang dapat ditawarkan. "
    "Di layar Pegawai, P menetapkannya."
)


class OfferRead(Message):
    """Tell whom people without an appraiser may get."""

    def __init__(self, tawaran: Tawaran | None) -> None:
        super().__init__()
        self.tawaran = tawaran


class RatersOffer(Changing):
    """Has ``tawaran``, which its words name first; T takes it, and nothing else ever does."""

    tawaran: Tawaran | None = None

    def action_give_usual(self) -> None:
        """Store what is offered; undo takes it back in one step."""
        if self.tawaran is None:
            self.tell(NO_OFFER)
        else:
            self.change(partial(_give, self.tawaran))

    def after_change(self, words: str) -> None:
        """Say so; what was offered before a change may not be what is offered after it."""
        self.tawaran = None
        super().after_change(words)


def _give(tawaran: Tawaran, writer: "Writer") -> str:
    stored = accept(writer, tawaran)
    if stored.ditolak:
        raise InputError(stored.ditolak[0].kalimat())
    return f"{tawaran.kalimat}. Ctrl+Z membatalkan."
