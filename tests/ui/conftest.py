"""A sample office that is built once a session, and the program open on a copy of it."""

import asyncio
import inspect
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from textual import events
from textual.keys import _character_to_key, key_to_character
from textual.notifications import Notify
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from skp_tui.services.base.database import prepare
from skp_tui.services.base.views import UnitView, unit_view
from skp_tui.services.keeping.sample import fill_with_sample
from skp_tui.services.keeping.sitting import Sitting, sitting
from skp_tui.ui.app import SkpApp
from skp_tui.ui.screens.entry.isi import IsiScreen
from skp_tui.ui.screens.unit.screen import UnitScreen
from skp_tui.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from skp_tui.storage.transactions.writer import Writer

T = TypeVar("T")
TODAY = date(2018, 1, 19)
TAHUN = 2017
QUIET = 2
"""Rounds in which nothing happens any more; one may end just before a message is posted."""


def clock() -> datetime:
    return datetime(2018, 1, 19, 10, 42, 7, tzinfo=UTC)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sample office once."""
    path = tmp_path_factory.mktemp("contoh") / "contoh.db"
    fill_with_sample(path, clock)
    return path


class Heard(SkpApp):
    """The program, remembering what it told: a toast goes away, sometimes before its test."""

    CSS_PATH = str(Path(inspect.getfile(SkpApp)).with_name("app.tcss"))

    def __init__(
        self,
        own: Sitting,
        settings: Mapping[str, str],
        *,
        today: date,
        log: Path | None = None,
        contoh: bool = False,
    ) -> None:
        super().__init__(own, settings, today=today, log=log, contoh=contoh)
        self.told: list[str] = []

    def _on_notify(self, event: Notify) -> None:
        self.told.append(event.notification.message)


@dataclass
class Program:
    """The program on a database of its own, driven by keys."""

    app: SkpApp
    pilot: Pilot[None]
    sitting: Sitting
    log: Path

    async def press(self, *keys: str) -> None:
        """Press keys, then wait until everything that follows has happened."""
        for key in keys:
            self.app.post_message(events.Key(key, key_to_character(key)))
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, sign by sign."""
        for sign in text:
            self.app.post_message(events.Key(_character_to_key(sign), sign))
        await self.settle()

    async def paste(self, text: str) -> None:
        """Let the terminal paste a text."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def settle(self) -> None:
        """Wait for workers, for the queue of writes and for all messages, never for a clock."""
        app, quiet = self.app, 0
        while quiet < QUIET and app.is_running:
            try:
                await app.workers.wait_for_complete()
            except WorkerCancelled:
                # a newer reading took its place
                quiet = 0
            await asyncio.wrap_future(self.sitting.submit(lambda _: None))
            await self.pilot.pause()
            busy = app._handling or app._held or app.saving.pending or app._waiting
            quiet = 0 if busy else quiet + 1

    def at(self, screen: object) -> bool:
        """Say whether a screen is the one on top."""
        return self.app.screen is screen

    def screen_text(self) -> str:
        """Return the whole screen as text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def line(self, name: str) -> str:
        """Return what a line of the present screen says."""
        return str(self.app.screen.query_one(f"#{name}", Lines).render())

    async def outlast_messages(self) -> None:
        """Let the short messages go, as they do by themselves."""
        self.app.clear_notifications()
        await self.settle()

    def toasts(self) -> list[str]:
        """Return the short messages that were shown, oldest first."""
        return self.app.told if isinstance(self.app, Heard) else []

    @property
    def unit(self) -> UnitScreen:
        """Return the start screen."""
        return next(found for found in self.app.screen_stack if isinstance(found, UnitScreen))

    @property
    def isi(self) -> IsiScreen:
        """Return the entry screen."""
        return next(found for found in self.app.screen_stack if isinstance(found, IsiScreen))

    def stored(self, tahun: int = TAHUN) -> UnitView:
        """Return what the database holds now."""
        with self.sitting.reading() as connection:
            return unit_view(connection, tahun, "1")

    def write(self, action: "Callable[[Writer], T]") -> T:
        """Change the database behind the screen's back, in the writer's queue."""
        return self.sitting.submit(action).result()

    def nip_of(self, name: str) -> str:
        """Return the NIP of the first person whose name begins so."""
        view = self.unit.view
        assert view is not None
        return next(satu.nip for satu in view.orang if satu.nama.startswith(name))

    async def open(self, name: str) -> None:
        """Open the entry screen on a person, by keys alone."""
        await self.press("slash")
        await self.type(name.lower())
        await self.press("down", "escape", "enter")


Open = Callable[..., AbstractAsyncContextManager[Program]]


@contextmanager
def sat(path: Path) -> Iterator[Sitting]:
    with sitting(path, clock) as opened:
        yield opened


@pytest.fixture
def open_program(sample_file: Path, tmp_path: Path) -> Open:
    """Open the program on a copy of the sample office, or on an empty database."""

    @asynccontextmanager
    async def opened(
        *,
        empty: bool = False,
        size: tuple[int, int] = (80, 24),
        today: date = TODAY,
        contoh: bool = False,
    ) -> "AsyncIterator[Program]":
        path = tmp_path / "skp.db"
        if empty:
            prepare(path)
        elif not path.exists():
            shutil.copy(sample_file, path)
        log = tmp_path / "galat.log"
        with sat(path) as own:
            app = Heard(own, {}, today=today, log=log, contoh=contoh)
            async with app.run_test(size=size, notifications=True) as pilot:
                program = Program(app, pilot, own, log)
                await program.settle()
                yield program

    return opened


@pytest.fixture
def open_2025(open_program: Open, tmp_path: Path) -> Open:
    """Open the program on the office of twelve people, in December of its year."""
    from tests.ui import office_2025  # noqa: PLC0415 - it needs what is here

    office_2025.fill_office(tmp_path / "skp.db")
    return partial(open_program, today=office_2025.TODAY)


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Write a list with two new people, one who changes, and two refused rows."""
    from tests.ui.plan_files import mixed_file  # noqa: PLC0415 - it needs what is here

    return mixed_file(tmp_path)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the test's own folder for a home: nothing is ever written into the real one."""
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))


@pytest.fixture
def in_tmp_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a short name be enough for a folder."""
    monkeypatch.chdir(tmp_path)
