"""Undo and redo for all screens: one step of the history back or forth, and saying which."""

from abc import abstractmethod
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from skp_tui.ui.keeping import Keeping

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from skp_tui.services.history.undoing import Dilihat, Kabar
    from skp_tui.storage.transactions.writer import Writer

    class Go(Protocol):
        """Go one step back or forth, or ask first."""

        def __call__(self, writer: Writer, dilihat: Dilihat, *, sadar: bool, alasan: str) -> Kabar:
            """Ask unless ``sadar`` of it; ``dilihat`` is what the screen shows."""


class HistoryMoved(Message):
    """Tell what was taken back or repeated, that there was nothing, or what is asked before it.

    ``jawab`` is the word that agrees to what is asked, ``sadar`` goes on with the reason for it.
    """

    def __init__(self, kabar: "Kabar", jawab: str, sadar: "Callable[[str], object]") -> None:
        super().__init__()
        self.kabar, self.jawab, self.sadar = kabar, jawab, sadar


class HistoryStayed(Message):
    """Tell why a step could not be taken back or repeated."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class Stepping(Keeping):
    """Walk the history, which stands in the trail and so goes on across screens and restarts.

    The step goes through the queue of writes like any other, after all that was typed before it.
    What is typed after it waits: the step may take away the place that it would be typed into.
    """

    _stepping = False
    """Whether a step is on its way of which nothing is known yet."""

    def is_waiting(self) -> bool:
        """Say whether a step, all else that is stored, or what is to be shown is waited for."""
        return self._stepping or super().is_waiting()

    def undo(self) -> None:
        """Take the last change that stands back."""
        from skp_tui.services.history.undoing import take_back  # noqa: PLC0415 - not for the first frame

        dasar, awal = self.sitting.dasar, self.sitting.awal

        def go(writer: "Writer", dilihat: "Dilihat", *, sadar: bool, alasan: str) -> "Kabar":
            return take_back(writer, dasar, awal, dilihat, sadar=sadar, alasan=alasan)

        self._step(go, "Batalkan")

    def redo(self) -> None:
        """Repeat the last change that was taken back."""
        from skp_tui.services.history.undoing import repeat  # noqa: PLC0415 - not for the first frame

        dasar = self.sitting.dasar

        def go(writer: "Writer", dilihat: "Dilihat", *, sadar: bool, alasan: str) -> "Kabar":  # noqa: ARG001
            return repeat(writer, dasar, dilihat, sadar=sadar)

        self._step(go, "Ulangi")

    def _step(self, go: "Go", jawab: str, alasan: str = "", *, sadar: bool = False) -> None:
        from skp_tui.services.history.undoing import Dilihat  # noqa: PLC0415 - not for the first frame

        frame = self.frame
        if frame is None:
            return
        frame.drop_edit()
        self._stepping = True
        again = partial(self._step, go, jawab, sadar=True)
        dilihat = Dilihat(frame.undoes_of(), self.year_shown())
        self.write(
            self,
            lambda writer: go(writer, dilihat, sadar=sadar, alasan=alasan),
            place="riwayat",
            saved=lambda kabar: HistoryMoved(kabar, jawab, again),
            failed=HistoryStayed,
        )

    @abstractmethod
    def year_shown(self) -> int | None:
        """Return the year whose unit is shown, None before the first."""

    def has_stored(self, answer: Message) -> bool:
        """Say that nothing is stored where a step is only asked about, or there is none."""
        return not isinstance(answer, HistoryMoved) or answer.kabar.berubah

    def on_history_moved(self, message: HistoryMoved) -> None:
        """Ask where it is another's, else say what it was and let every screen read anew."""
        kabar = message.kabar
        if kabar.tanya:
            # typed before the question was seen, so no answer to it
            self.drop_keys()
            self._ask(message)
        else:
            self._show(kabar)
        self._end_step()

    def _show(self, kabar: "Kabar") -> None:
        self.tell(kabar.kalimat)
        if kabar.setelan is not None:
            self.use_settings(kabar.setelan)
        if kabar.berubah:
            if self.frame is not None:
                self.frame.expect_change()
            self.reload_screens()

    def _end_step(self) -> None:
        self._stepping = False
        self.resume_keys()

    def _ask(self, asked: HistoryMoved) -> None:
        from skp_tui.ui.screens.frame.ask import AskScreen  # noqa: PLC0415 - not for the first frame

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - from the screen that asks
            if yes:
                asked.sadar("")

        kabar = asked.kabar
        if kabar.beralasan:
            self._ask_why(asked)
        else:
            self.push_screen(AskScreen(kabar.tanya, kabar.kalimat, asked.jawab), answered)

    def _ask_why(self, asked: HistoryMoved) -> None:
        from skp_tui.services.signing.signing import LONGEST_REASON  # noqa: PLC0415 - as above
        from skp_tui.ui.screens.frame.ask import TextScreen  # noqa: PLC0415 - as above

        def answered(alasan: str | None) -> None:
            if alasan:
                asked.sadar(alasan)
            elif alasan is not None:
                self.tell("Membuka kembali perlu alasan: tulis alasannya.", severe=True)
                self._ask_why(asked)

        kabar = asked.kabar
        window = TextScreen(
            kabar.tanya, kabar.kalimat, "", LONGEST_REASON, "buka kembali", topic="buka_kembali"
        )
        self.push_screen(window, answered)

    def on_history_stayed(self, message: HistoryStayed) -> None:
        """Say why nothing was changed."""
        self.tell(message.reason, severe=True)
        self._end_step()

    def use_settings(self, settings: Mapping[str, str]) -> None:
        """Show the program as its settings say."""
