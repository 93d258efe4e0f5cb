"""Reading and writing for all screens, and waiting until all is stored."""

import sqlite3
from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump
from textual.notifications import Notify
from textual.reactive import var
from textual.worker import Worker

from skp_tui.domain.text import clean
from skp_tui.errors import SkpError
from skp_tui.record import record
from skp_tui.services.keeping.sitting import Sitting
from skp_tui.ui import workers
from skp_tui.ui.holding import Holding
from skp_tui.ui.looks import Looks
from skp_tui.ui.one_key import BOUND, GRACE, OneKey
from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.telling import Told, is_shown, superseded
from skp_tui.ui.workers import Saving, WorkFailed, WriteEnded

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from skp_tui.services.base.views import Orang
    from skp_tui.storage.transactions.writer import Writer

T = TypeVar("T")

LONG_TOAST: Final = 8.0
QUIT: Final = "ctrl+q"
LEAVING: Final = frozenset({QUIT, "escape"})
HOME: Final = 2
"""Screens on the stack when the start screen is shown: Textual's own empty one, and it."""


@record
class Waiting:
    """What is to be done once the last write is answered."""

    frame: Frame
    go: Callable[[], object]
    fail: Callable[[], object]


class Keeping(OneKey):
    """Keep count of what is being saved; nothing is left before it is stored."""

    saving: var[Saving] = var(Saving(), init=False)

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.looks = Looks(self)
        self._waiting: Waiting | None = None
        self._mishap = False
        """Whether something without a typed text failed while one waits to leave."""

    def tell(self, text: str, *, severe: bool = False) -> None:
        """Show a short message; user text in it is never markup."""
        timeout = LONG_TOAST if severe else None
        severity: SeverityLevel = "error" if severe else "information"
        self.notify(clean(text), severity=severity, timeout=timeout)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: "SeverityLevel" = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a short message, once as long as the same words are still shown.

        It may hold anybody's text, so ``markup`` is never minded: Textual's widgets ask for it
        wherever they are not told otherwise.
        """
        del markup
        if not is_shown(self._notifications, message, severity):
            for old in superseded(self._notifications):
                self._unnotify(old)
            seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
            told = Told(message, title, severity, seconds, markup=False)
            self.post_message(Notify(told))

    def on_notify(self, event: Notify) -> None:
        """Drop words that came to stand there since: quick keys tell them before one is shown."""
        told = event.notification
        if is_shown(self._notifications, told.message, told.severity):
            event.prevent_default()

    @abstractmethod
    def report(self, error: BaseException) -> None:
        """Show an error."""

    @property
    def frame(self) -> Frame | None:
        """Return the topmost screen that is no modal."""
        frames = [screen for screen in self.screen_stack if isinstance(screen, Frame)]
        return frames[-1] if frames else None

    # Writing and reading

    def read(
        self,
        node: DOMNode,
        action: Callable[[sqlite3.Connection], T],
        answer: Callable[[T], Message],
        *,
        group: str,
    ) -> Worker[None]:
        """Read in a thread; the answer is posted to the node."""
        return workers.read(node, self.sitting, action, answer, group=group)

    def look(
        self,
        frame: Frame,
        action: Callable[[sqlite3.Connection], T],
        show: Callable[[T], object],
        *,
        group: str,
    ) -> None:
        """Read what a screen shows and edits; only what misses nothing written is shown."""
        self.looks.ask(frame, action, show, group=group)

    def work(
        self, node: DOMNode, action: Callable[[], T], answer: Callable[[T], Message], *, group: str
    ) -> Worker[None]:
        """Do something in a thread that opens itself what it needs; the answer goes to the node."""
        return workers.work(node, action, answer, group=group)

    def write(
        self,
        target: MessagePump,
        action: "Callable[[Writer], T]",
        *,
        place: str,
        saved: Callable[[T], Message],
        failed: Callable[[str], Message],
        keeps_text: bool = False,
    ) -> None:
        """Queue a write; how it ended is posted to the target, writes in their order.

        ``keeps_text`` when it carries a typed cell, which would be lost if it failed.
        """
        self.saving = self.saving.begun()
        self.looks.writes += 1
        workers.write(
            self, self.sitting, action, target=target, place=place, saved=saved, failed=failed,
            keeps_text=keeps_text,
        )  # fmt: skip

    def on_write_ended(self, message: WriteEnded) -> None:
        """Note how a write ended, and pass its answer on to who asked for it."""
        error = message.error
        if error is None and self.has_stored(message.answer):
            self.saving = self.saving.done(message.place, self.sitting.clock())
        elif error is None:
            self.saving = self.saving.unwritten()
        else:
            self._note_not_done(message)
            if not isinstance(error, SkpError):
                self.report(error)
        message.target.post_message(message.answer)
        self.looks.go_on()
        self.settle()

    def has_stored(self, answer: Message) -> bool:
        """Say whether the write that is answered changed anything, so that its time is told."""
        del answer
        return True

    def _note_not_done(self, message: WriteEnded) -> None:
        if message.keeps_text:
            self.saving = self.saving.not_done(message.place)
        else:
            self.saving = self.saving.unwritten()
            self._mishap = self._waiting is not None

    def note_failed(self, place: str) -> None:
        """Take note of a typed text that was refused before it was written."""
        self.saving = self.saving.refused(place)

    def forget_failed(self, place: str) -> None:
        """Take note that the user gave up a text that could not be stored."""
        self.saving = self.saving.forgotten(place)

    def person_changed(self, orang: "Orang") -> None:
        """Let every screen know of a person whose appraisal changed."""
        for screen in self.screen_stack:
            if isinstance(screen, Frame):
                screen.person_changed(orang)

    def reload_screens(self) -> None:
        """Let every screen read anew, because what is stored changed beside what it shows."""
        for screen in self.screen_stack:
            if isinstance(screen, Frame):
                screen.reload()

    async def on_work_failed(self, message: WorkFailed) -> None:
        """Show why something could not be read or written."""
        self.report(message.error)
        for screen in self.screen_stack:
            if isinstance(screen, Holding):
                screen.let_all_go()

    # Waiting until all is stored

    def when_saved(
        self, frame: Frame, go: Callable[[], object], fail: Callable[[], object] | None = None
    ) -> None:
        """Do something once all writes are answered; ``fail`` instead when one was refused."""
        self._waiting, self._mishap = Waiting(frame, go, fail or frame.tell_failed), False
        self.settle()

    def settle(self) -> bool:
        """Go on with what waits for the last answer; True when nothing waits any more."""
        waiting = self._waiting
        if waiting is None:
            return True
        if self.saving.pending or waiting.frame.waits_for_answer():
            return False
        self._waiting = None
        if self.saving.failed:
            self.drop_keys()
            waiting.fail()
        elif self._mishap:
            # its own sentence says what failed; whoever still wants to leave presses again
            self.drop_keys()
            self.stay()
        else:
            waiting.go()
        self.resume_keys()
        return True

    def stay(self) -> None:
        """Take back what was shown while one waited to leave."""

    def is_waiting(self) -> bool:
        """Say whether something waits until all is stored, or a screen for what it shows."""
        screen = self.screen
        return self._waiting is not None or (isinstance(screen, Holding) and screen.is_holding)

    def may_pass(self, key: str, seconds: float) -> bool:
        """Let the keys that leave through soon while something is read, Ctrl+Q at last always."""
        screen = self.screen
        reads = self._waiting is None and isinstance(screen, Holding) and screen.is_reading
        if reads:
            return key in LEAVING and seconds >= GRACE
        return key == QUIT and seconds >= BOUND

    def give_way(self) -> None:
        """Let keys flow although something is still read; what is written goes on holding them."""
        screen = self.screen
        if self._waiting is None and isinstance(screen, Holding) and screen.is_reading:
            self.tell("Masih membaca…")
            screen.let_all_go()
        else:
            self.tell("Masih menyimpan… Ctrl+Q keluar sesudahnya.")

    def go_home(self, go: Callable[[], object]) -> None:
        """Return to the start screen, then do something there; stay where saving failed."""
        frame = self.frame
        if frame is None or not frame.close_edit():
            return

        def leave() -> None:
            while len(self.screen_stack) > HOME:
                self.pop_screen()
            go()

        self.when_saved(frame, leave)
