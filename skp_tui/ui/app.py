"""The program as one screen after another; everything it needs is given from outside."""

import asyncio
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from rich.text import Text
from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.reactive import var
from textual.widget import Widget
from textual.worker import Worker

from skp_tui.domain.text import clean
from skp_tui.errors import SkpError
from skp_tui.paths import log_file
from skp_tui.services.sitting import Sitting
from skp_tui.services import faults as crash
from skp_tui.ui import workers
from skp_tui.ui.screens.ask import AskScreen
from skp_tui.ui.screens.frame import Frame
from skp_tui.ui.screens.unit import UnitScreen
from skp_tui.ui.themes import DEFAULT, THEMES
from skp_tui.ui.workers import ReadFailed, Saving, WriteEnded

if TYPE_CHECKING:
    from skp_tui.storage.writer import Writer

T = TypeVar("T")

Settings = Mapping[str, str]
LONG_TOAST: Final = 8.0


class ChangeUndone(Message):
    """Tell that a change was taken back; ``sebab`` is empty when there was none."""

    def __init__(self, sebab: str) -> None:
        super().__init__()
        self.sebab = sebab


class UndoFailed(Message):
    """Tell why a change could not be taken back."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is to be done once the last write is answered."""

    frame: Frame
    go: Callable[[], object]
    fail: Callable[[], object]


class SkpApp(App[None]):
    """Show the screens, keep count of what is being saved, and be the one funnel of errors."""

    CSS_PATH = "app.tcss"
    TITLE = "SKP"
    ENABLE_COMMAND_PALETTE = False
    NOTIFICATION_TIMEOUT = 5

    saving: var[Saving] = var(Saving(), init=False)

    def __init__(
        self,
        sitting: Sitting,
        settings: Mapping[str, str] | None = None,
        *,
        today: date,
        log: Path | None = None,
    ) -> None:
        super().__init__()
        self.sitting = sitting
        self.settings: Settings = settings or {}
        self.today = today
        self._log_file = log
        self._waiting: Waiting | None = None
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        named = self.settings.get("tema", DEFAULT)
        self.theme = named if named in self.available_themes else DEFAULT

    def on_mount(self) -> None:
        """Draw the start screen first; it reads when it is drawn."""
        asyncio.get_running_loop().set_exception_handler(self._on_loop_error)
        self.push_screen(UnitScreen())

    # Writing and reading

    def read(
        self,
        node: Widget,
        action: Callable[[sqlite3.Connection], T],
        answer: Callable[[T], Message],
        *,
        group: str,
    ) -> Worker[None]:
        """Read in a thread; the answer is posted to the node."""
        return workers.read(node, self.sitting, action, answer, group=group)

    def write(
        self,
        target: MessagePump,
        action: "Callable[[Writer], T]",
        *,
        place: str,
        saved: Callable[[T], Message],
        failed: Callable[[str], Message],
    ) -> None:
        """Queue a write; how it ended is posted to the target, writes in their order."""
        self.saving = self.saving.begun()
        workers.write(
            self, self.sitting, action, target=target, place=place, saved=saved, failed=failed
        )

    def on_write_ended(self, message: WriteEnded) -> None:
        """Note how a write ended, and pass its answer on to who asked for it."""
        error = message.error
        if error is None:
            self.saving = self.saving.done(message.place, self.sitting.clock())
        else:
            self.saving = self.saving.not_done(message.place)
            if not isinstance(error, SkpError):
                self.report(error)
        message.target.post_message(message.answer)
        self.settle()

    def forget_failed(self, place: str) -> None:
        """Take note that the user gave up a text that could not be stored."""
        self.saving = self.saving.forgotten(place)

    def on_read_failed(self, message: ReadFailed) -> None:
        """Show why something could not be read."""
        self.report(message.error)

    # Waiting until all is stored

    def when_saved(
        self, frame: Frame, go: Callable[[], object], fail: Callable[[], object] | None = None
    ) -> None:
        """Do something once all writes are answered; ``fail`` instead when one was refused."""
        self._waiting = Waiting(frame, go, fail or frame.tell_failed)
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
            waiting.fail()
        else:
            waiting.go()
        return True

    # Undo

    def undo(self) -> None:
        """Take the last committed change of this sitting back."""
        frame = self.frame
        if frame is None:
            return
        frame.drop_edit()
        after = self.sitting.awal
        self.write(
            self,
            lambda writer: writer.undo(after),
            place="undo",
            saved=lambda step: ChangeUndone(step.sebab if step else ""),
            failed=UndoFailed,
        )

    def on_change_undone(self, message: ChangeUndone) -> None:
        """Say what was taken back and let every screen read anew."""
        if not message.sebab:
            self.tell("Tidak ada yang dapat dibatalkan.")
            return
        self.tell(f"{message.sebab} — dibatalkan.")
        for screen in self.screen_stack:
            if isinstance(screen, Frame):
                screen.reload()

    def on_undo_failed(self, message: UndoFailed) -> None:
        """Say why nothing was taken back."""
        self.forget_failed("undo")
        self.tell(message.reason, severe=True)

    # Leaving

    @property
    def frame(self) -> Frame | None:
        """Return the topmost screen that is no modal."""
        frames = [screen for screen in self.screen_stack if isinstance(screen, Frame)]
        return frames[-1] if frames else None

    async def action_quit(self) -> None:
        """Leave when all is stored; ask when something typed could not be."""
        frame = self.frame
        if frame is None or isinstance(self.screen, AskScreen):
            return
        if frame.close_edit():
            self._leave_when_saved(frame)
            return
        question = AskScreen(
            "Keluar?", "Isian yang terbuka belum sah, jadi tidak akan disimpan.", "Keluar"
        )
        await self.push_screen(question, partial(self._leave_anyway, frame))

    def _leave_anyway(self, frame: Frame, leaves: bool | None) -> None:  # noqa: FBT001 - an answer
        if leaves:
            frame.drop_edit()
            self._leave_when_saved(frame)

    def _leave_when_saved(self, frame: Frame) -> None:
        self.when_saved(frame, self.exit, self._ask_about_failed)
        if self._waiting is not None:
            number = max(1, self.saving.pending)
            self.push_screen(AskScreen("Keluar", f"Menyimpan {number} perubahan…", ""))

    def _ask_about_failed(self) -> None:
        if isinstance(self.screen, AskScreen):
            self.pop_screen()
        number = len(self.saving.failed)
        question = AskScreen(
            "Keluar?", f"{number} isian gagal disimpan dan akan hilang (tanda !).", "Keluar"
        )
        self.push_screen(question, self._exit_if)

    def _exit_if(self, leaves: bool | None) -> None:  # noqa: FBT001 - an answer
        if leaves:
            self.exit()

    async def action_help_quit(self) -> None:
        """Say how to leave, where Ctrl+C copies nothing."""
        self.tell("Ctrl+Q keluar.")

    def open_palette(self) -> None:
        """Search actions and employees by typing."""
        from skp_tui.ui.screens.palette import palette  # noqa: PLC0415 - not for the first frame

        self.push_screen(palette())

    # The one funnel of errors

    def tell(self, text: str, *, severe: bool = False) -> None:
        """Show a short message; user text in it is never markup."""
        severity = "error" if severe else "information"
        timeout = LONG_TOAST if severe else None
        self.notify(clean(text), severity=severity, timeout=timeout, markup=False)  # type: ignore[arg-type]  # a literal

    def report(self, error: BaseException) -> None:
        """Show an error: what to do, or for a bug that there is one and where its log lies."""
        if isinstance(error, SkpError):
            self.tell(error.kalimat(), severe=True)
            return
        from skp_tui.ui.screens.fault import FaultScreen  # noqa: PLC0415 - on a fault only

        self.push_screen(FaultScreen(self._logged(error)))

    def _logged(self, error: BaseException) -> str:
        path = log_file() if self._log_file is None else self._log_file
        logged = crash.write_log(path, error, self.sitting.clock())
        return crash.sentence(path, logged=logged)

    def _handle_exception(self, error: Exception) -> None:
        """End the program on a bug in a handler, without the local variables Textual prints."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self._exit_renderables.append(Text(self._logged(error)))
        self._close_messages_no_wait()

    def _on_loop_error(self, loop: object, context: Mapping[str, object]) -> None:
        """Log what asyncio would print with its message."""
        del loop
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._logged(error)

    def on_resize(self, event: events.Resize) -> None:
        """Say so when there is no room for anything."""
        self.set_class(event.size.height < 10, "-low")  # noqa: PLR2004 - rows
