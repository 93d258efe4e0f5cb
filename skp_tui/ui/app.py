"""The program as one screen after another; everything it needs is given from outside."""

import asyncio
import gc
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual.message import Message

from skp_tui.errors import SkpError
from skp_tui.paths import log_file
from skp_tui.services.keeping.sitting import Sitting
from skp_tui.ui.practising import Practising
from skp_tui.ui.screens.frame.frame import ROOMS_CSS, Frame
from skp_tui.ui.screens.frame.opening import OpeningScreen
from skp_tui.ui.terminal.abilities import Terminal
from skp_tui.ui.workers import WorkFailed

if TYPE_CHECKING:
    import sqlite3

    from skp_tui.services.imports.choosing import Terpilih
    from skp_tui.services.imports.folders import Entri
    from skp_tui.ui.screens.impor.remembered import Ingatan
    from skp_tui.ui.screens.unit.read import Opened
    from skp_tui.ui.screens.unit.screen import UnitScreen

Settings = Mapping[str, str]

SENT: Final = "kiriman"
"""The folder of packages of the sample office, beside its database."""
GARBAGE: Final = 50_000
"""Objects after which Python looks for what nobody uses any more."""
UNSOUND: Final = "Isian yang terbuka belum sah, jadi tidak akan disimpan."


class StartRead(Message):
    """Tell what the start screen shows first."""

    def __init__(self, result: "Opened") -> None:
        super().__init__()
        self.result = result


class SkpApp(Practising):
    """Show the screens, be the one funnel of errors, and leave only when all is stored."""

    CSS_PATH = "app.tcss"
    TITLE = "SKP"
    ENABLE_COMMAND_PALETTE = False
    NOTIFICATION_TIMEOUT = 3.5

    def __init__(
        self,
        sitting: Sitting,
        settings: Mapping[str, str] | None = None,
        *,
        today: date,
        log: Path | None = None,
        contoh: bool = False,
        latihan: bool = False,
        terminal: Terminal | None = None,
    ) -> None:
        super().__init__(sitting)
        self.terminal = terminal or self.terminal
        self.contoh = contoh
        self._practises = latihan
        self.last_folder: Path | None = self.sample_place
        """Where files were written last, and where they were taken from (``import_folder``)."""
        self.typed_folder: Path | None = None
        """Where Kirim was told to write, as long as nothing was written since."""
        self.import_folder: Path | None = None
        self.imported: set[Entri] = set()
        """Files that were imported and have not changed since."""
        self.told_files: dict[Entri, Terpilih] = {}
        """What files were taken for by pairs of columns, until they are imported or changed."""
        self.paired: Ingatan = {}
        """Which columns of imported lists somebody paired, for the next list like them."""
        self.tried: dict[str, bool] = {}
        """Which keys arrived here and which did not, as far as somebody tried them."""
        self.settings: Settings = settings or {}
        self.today = today
        self._log_file = log
        self._crashed = False
        self.use_settings(self.settings)

    def use_settings(self, settings: Settings) -> None:
        """Show the program as its settings say."""
        self.settings = settings
        self.render_as(settings)

    @property
    def sample_place(self) -> Path | None:
        """Return where the sample office sends to: it is no real unit, and goes with its copy."""
        return self.sitting.path.parent / SENT if self.contoh else None

    @property
    def writing_folder(self) -> Path:
        """Return where every screen writes unless told otherwise: where one of them did last."""
        from skp_tui.services.imports.folders import first_folder  # noqa: PLC0415 - not at first

        return self.last_folder or first_folder()

    def wrote(self, path: Path) -> None:
        """Remember where a file was written, for the next one of any screen."""
        self.last_folder, self.typed_folder = path.parent, None

    def get_default_screen(self) -> OpeningScreen:
        """Return what stands there while the start screen is still being loaded."""
        return OpeningScreen()

    def on_mount(self) -> None:
        """Draw one line first; what the start screen needs is loaded when it is drawn."""
        asyncio.get_running_loop().set_exception_handler(self._on_loop_error)
        self.hold_keys()
        self.call_after_refresh(self._read_start)

    def _read_start(self) -> None:
        today, width, contoh = self.today, self.size.width, self.contoh

        def read(connection: "sqlite3.Connection") -> "Opened":
            from skp_tui.ui.screens.unit import read as unit_read  # noqa: PLC0415 - not at first
            from skp_tui.ui.screens.unit import screen as unit  # noqa: PLC0415 - not at first

            del unit  # loaded here, in the thread, so that keys are answered meanwhile
            tahun = _sample_year() if contoh else None
            return unit_read.opened(connection, tahun, None, today, width)

        self.read(self, read, StartRead, group="start")

    async def on_start_read(self, message: StartRead) -> None:
        """Show the start screen with what was read."""
        await self._open_start(message.result)

    def warm_up(self) -> None:
        """Load what the other screens need, once the first list is there."""
        if not self.stylesheet.has_source(str(ROOMS_CSS)):
            self.stylesheet.read(ROOMS_CSS)
            self.stylesheet.parse()
        self.sitting.warm_up()

    async def on_work_failed(self, message: WorkFailed) -> None:
        """Show the start screen all the same: it reads once more, and can say why it fails."""
        if isinstance(self.screen, OpeningScreen):
            message.prevent_default()
            await self._open_start(None)

    async def _open_start(self, opened: "Opened | None") -> None:
        from skp_tui.ui.screens.unit.screen import UnitScreen  # noqa: PLC0415 - not for the first frame

        await self.push_screen(UnitScreen(opened))
        for sentence in self.start_words():
            self.tell(sentence)
        if self._practises:
            self.begin_practice()
        self.resume_keys()
        self.call_after_refresh(_collect_garbage_from_now)

    def year_shown(self) -> int | None:
        """Return the year of the list of the unit."""
        from skp_tui.ui.screens.unit.screen import UnitScreen  # noqa: PLC0415 - not for the first frame

        return next((one.tahun for one in self.screen_stack if isinstance(one, UnitScreen)), None)

    @property
    def home(self) -> "UnitScreen":
        """Return the start screen."""
        from skp_tui.ui.screens.unit.screen import UnitScreen  # noqa: PLC0415 - not for the first frame

        return next(screen for screen in self.screen_stack if isinstance(screen, UnitScreen))

    # Leaving

    async def action_quit(self) -> None:
        """Leave when all is stored; ask when something typed could not be."""
        from skp_tui.ui.screens.frame.ask import AskScreen  # noqa: PLC0415 - not for the first frame

        frame = self.frame
        if frame is None:
            # nothing can have been typed before the start screen stands
            self.exit()
            return
        if isinstance(self.screen, AskScreen):
            return
        if self.screen is frame and not frame.may_quit():
            return
        lost = self._lost_words() if frame.close_edit() else UNSOUND
        if lost:
            question = AskScreen("Keluar?", lost, "Keluar")
            await self.push_screen(question, partial(self._leave_anyway, frame))
        else:
            self._leave_when_saved(frame)

    def _lost_words(self) -> str:
        """Say what leaving would lose of the screens, the topmost first; empty for nothing."""
        frames = (screen for screen in reversed(self.screen_stack) if isinstance(screen, Frame))
        return next(filter(None, (screen.lost_words() for screen in frames)), "")

    def _leave_anyway(self, frame: Frame, leaves: bool | None) -> None:  # noqa: FBT001 - an answer
        if leaves:
            frame.drop_edit()
            self._leave_when_saved(frame)

    def _leave_when_saved(self, frame: Frame) -> None:
        from skp_tui.ui.screens.frame.ask import AskScreen  # noqa: PLC0415 - not for the first frame

        self.when_saved(frame, self.exit, self._ask_about_failed)
        if self._waiting is not None:
            number = max(1, self.saving.pending)
            self.push_screen(AskScreen("Keluar", f"Menyimpan {number} perubahan…", ""))

    def _ask_about_failed(self) -> None:
        from skp_tui.ui.screens.frame.ask import AskScreen  # noqa: PLC0415 - not for the first frame

        self.stay()
        number = len(self.saving.failed)
        question = AskScreen(
            "Keluar?", f"{number} isian gagal disimpan dan akan hilang (tanda !).", "Keluar"
        )
        self.push_screen(question, self._exit_if)

    def stay(self) -> None:
        """Close the window that says what leaving waits for."""
        from skp_tui.ui.screens.frame.ask import AskScreen  # noqa: PLC0415 - not for the first frame

        if isinstance(self.screen, AskScreen):
            self.pop_screen()

    def _exit_if(self, leaves: bool | None) -> None:  # noqa: FBT001 - an answer
        if leaves:
            self.exit()

    def action_help_quit(self) -> None:
        """Say how to leave, where Ctrl+C copies nothing."""
        self.tell("Ctrl+Q keluar.")

    def open_palette(self) -> None:
        """Search actions and employees by typing."""
        from skp_tui.ui.screens.finding.palette import palette  # noqa: PLC0415 - not for the first frame

        self.push_screen(palette())

    # The one funnel of errors

    def report(self, error: BaseException) -> None:
        """Show an error: what to do, or for a bug that there is one and where its log lies."""
        if isinstance(error, SkpError):
            self.tell(error.kalimat(), severe=True)
            return
        from skp_tui.ui.screens.frame.fault import FaultScreen  # noqa: PLC0415 - on a fault only

        self.push_screen(FaultScreen(self._logged(error)))

    def _logged(self, error: BaseException) -> str:
        from skp_tui.services.keeping import faults  # noqa: PLC0415 - on a fault only

        logged = faults.write_log(self.log_place, error, self.sitting.clock())
        return faults.sentence(self.log_place, logged=logged)

    @property
    def log_place(self) -> Path:
        """Return where faults are logged."""
        return log_file() if self._log_file is None else self._log_file

    def _handle_exception(self, error: Exception) -> None:
        """End the program on a bug in a handler, without the local variables Textual prints."""
        self._return_code = 1
        if not self._crashed:
            self._crashed = True
            self._exit_renderables.append(Text(self._logged(error)))
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def _on_loop_error(self, loop: object, context: Mapping[str, object]) -> None:
        """Log what asyncio would print with its message."""
        del loop
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._logged(error)


def _collect_garbage_from_now() -> None:
    """Leave what the start made out of every later search: it stays, and would only cost pauses."""
    if not gc.isenabled():
        gc.freeze()
        # a big unit is read in one go: with Python's own threshold the search alone took seconds
        gc.set_threshold(GARBAGE)
        gc.enable()


def _sample_year() -> int:
    from skp_tui.services.keeping.sample import TAHUN  # noqa: PLC0415 - loaded with the sample

    return TAHUN
