"""Undo and redo for all screens: one step of the history back or forth, and saying which."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.message import Message

from skp_tui.ui.keeping import Keeping

if TYPE_CHECKING:
    from collections.abc import Callable

    from skp_tui.services.undoing import Kabar
    from skp_tui.storage.writer import Writer


class HistoryMoved(Message):
    """Tell what was taken back or repeated, or that there was nothing."""

    def __init__(self, kabar: "Kabar") -> None:
        super().__init__()
        self.kabar = kabar


class HistoryStayed(Message):
    """Tell why a step could not be taken back or repeated."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class Stepping(Keeping):
    """Walk the history, which stands in the trail and so goes on across screens and restarts.

    The step goes through the queue of writes like any other, after all that was typed before it.
    """

    def undo(self) -> None:
        """Take the last change that stands back."""
        self._take_back("" if self.frame is None else self.frame.undoes_of(), sadar=False)

    def _take_back(self, nip: str = "", *, sadar: bool) -> None:
        from skp_tui.services import undoing  # noqa: PLC0415 - not for the first frame

        dasar, awal = self.sitting.dasar, self.sitting.awal
        self._step(lambda writer: undoing.take_back(writer, dasar, awal, nip=nip, sadar=sadar))

    def redo(self) -> None:
        """Repeat the last change that was taken back."""
        from skp_tui.services import undoing  # noqa: PLC0415 - not for the first frame

        dasar = self.sitting.dasar
        self._step(lambda writer: undoing.repeat(writer, dasar))

    def _step(self, action: "Callable[[Writer], Kabar]") -> None:
        frame = self.frame
        if frame is not None:
            frame.drop_edit()
            self.write(self, action, place="riwayat", saved=HistoryMoved, failed=HistoryStayed)

    def on_history_moved(self, message: HistoryMoved) -> None:
        """Say what it was, and let every screen read anew."""
        kabar = message.kabar
        if kabar.tanya:
            self._ask(kabar.tanya, kabar.kalimat)
            return
        self.tell(kabar.kalimat)
        if kabar.setelan is not None:
            self.use_settings(kabar.setelan)
        if kabar.berubah:
            if self.frame is not None:
                self.frame.expect_change()
            self.reload_screens()

    def _ask(self, title: str, question: str) -> None:
        from skp_tui.ui.screens.frame.ask import AskScreen  # noqa: PLC0415 - not for the first frame

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - from the screen that asks
            if yes:
                self._take_back(sadar=True)

        self.push_screen(AskScreen(title, question, "Batalkan"), answered)

    def on_history_stayed(self, message: HistoryStayed) -> None:
        """Say why nothing was changed."""
        self.tell(message.reason, severe=True)

    def use_settings(self, settings: Mapping[str, str]) -> None:
        """Show the program as its settings say."""
