"""Dukungan: what who helps wants to know, as a text that names nobody and can be saved."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static
from textual.worker import WorkerCancelled, get_current_worker

from skp_tui.services.base.holder import note_of
from skp_tui.services.keeping.support import BagianAkun, Letak, account
from skp_tui.services.keeping.support_text import (
    FILE,
    STILL,
    as_text,
    check,
    head_lines,
    is_given_up,
    is_whole,
    lines_of,
)
from skp_tui.services.keeping.veil import tirai
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.keys.trial import trial_words
from skp_tui.ui.screens.frame.aside import Aside
from skp_tui.ui.screens.frame.text_saving import SavesText
from skp_tui.ui.screens.support.ways import try_keys
from skp_tui.ui.terminal.words import screen_lines, terminal_lines
from skp_tui.ui.widgets.lines import Lines, cut, line, titled
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

CHECKING = "periksa"
"""The group of the workers that check."""
READING = "Mengumpulkan keterangan…"


class CheckWentOn(Message):
    """Tell how many parts of the check are done."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done, self.total = done, total


class CheckEnded(Message):
    """Tell what the check of the database found."""

    def __init__(self, found: BagianAkun) -> None:
        super().__init__()
        self.found = found


class SupportScreen(SavesText, Aside):
    """Show the account at once, and the check of the database as soon as it is done."""

    room = Room.DUKUNGAN
    BINDINGS = bindings_of(Room.DUKUNGAN)
    called = "Keterangan"

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[BagianAkun, ...] = ()
        self._check = STILL
        self._state = READING
        self._checking: sqlite3.Connection | None = None
        self._terminal = tuple(terminal_lines())

    def title_text(self) -> Text:
        """Name the screen, and promise what is not in it."""
        return titled("Dukungan", "tanpa nama, NIP dan nilai siapa pun")

    def content(self) -> ComposeResult:
        """Yield the text, and how far the check is."""
        with VerticalScroll(id="support"):
            yield Static(READING, id="support-text", markup=False)
        yield Lines(lambda width: cut(line(self._state), width), id="support-state")

    def on_mount(self) -> None:
        """Let the arrows scroll, and collect what is told."""
        self.focus_on(self.query_one("#support"))
        self.action_look_again()

    def on_unmount(self) -> None:
        """End a check that nobody waits for: what it reads at one go holds writers up."""
        self.workers.cancel_node(self)
        self._end_check()

    def on_screen_resume(self) -> None:
        """Tell what came of the keys, which may have been tried meanwhile."""
        self._fill(self.size.width)

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines for another width."""
        self._fill(event.size.width)

    # Collecting

    def action_look_again(self) -> None:
        """Collect everything anew; of a check that is under way nothing is wanted any more."""
        self.workers.cancel_group(self, CHECKING)
        self._end_check()
        app = self.skp
        letak = Letak(app.sitting.path, app.log_place)
        now, own = app.sitting.clock(), note_of(app.sitting.path)
        self._check, self._state = STILL, READING
        self.skp.work(
            self,
            lambda: account(letak, now, tirai(), own=own),
            calling(self._show_account),
            group="keterangan",
        )

    def _show_account(self, parts: tuple[BagianAkun, ...]) -> None:
        """Show what is known, and check the database meanwhile."""
        self._parts = parts
        self._fill(self.size.width)
        self.skp.read(self, self._checked, CheckEnded, group=CHECKING)

    def _checked(self, connection: sqlite3.Connection) -> BagianAkun:
        """Check in a thread, which SQLite or the next pause ends once its worker is cancelled."""
        worker, said = get_current_worker(), -1

        def went_on(done: int, total: int) -> None:
            nonlocal said
            if worker.is_cancelled:
                raise WorkerCancelled
            if done != said:
                said = done
                self.post_message(CheckWentOn(done, total))

        self._checking = connection
        try:
            return check(connection, went_on)
        finally:
            if self._checking is connection:
                self._checking = None

    def _end_check(self) -> None:
        checking, self._checking = self._checking, None
        if checking is not None:
            with suppress(sqlite3.ProgrammingError):  # it has just ended by itself
                checking.interrupt()

    def on_check_went_on(self, message: CheckWentOn) -> None:
        """Say how far the check is."""
        self._say(f"Memeriksa basis data… {message.done} dari {message.total}")

    def on_check_ended(self, message: CheckEnded) -> None:
        """Show what the check found."""
        self._check = message.found
        self._fill(self.size.width)
        if is_whole(message.found):
            result = "Basis data diperiksa: baik."
        elif is_given_up(message.found):
            result = "Pemeriksaan tidak selesai; F5 mengulanginya."
        else:
            result = "Basis data diperiksa: ADA TEMUAN, lihat Pemeriksaan."
        self._say(f"{result} S menyimpan keterangan ini.")

    def _say(self, words: str) -> None:
        self._state = words
        self.query_one("#support-state", Lines).refresh()

    # The text

    def _all(self) -> tuple[BagianAkun, ...]:
        """Return all parts; what the screen itself knows is as it is now."""
        app = self.skp
        seen = screen_lines(
            app.rendering, app.size.width, app.size.height,
            mouse=not app.rendering.hemat, keys=trial_words(app.tried),
        )  # fmt: skip
        first, *rest = self._parts
        return (first, BagianAkun("Terminal", (*self._terminal, *seen)), *rest, self._check)

    def _fill(self, width: int) -> None:
        if not self._parts:
            return
        lines = [*lines_of(self._all(), max(20, width - 4))][1:]
        shown = (line(words, "bold" if title else "") for words, title in lines)
        self.query_one("#support-text", Static).update(Text("\n", end="").join(shown))

    def text(self) -> str:
        """Return the account as it is copied or saved."""
        now = self.skp.sitting.clock()
        return as_text(self._all(), now) if self._parts else "\n".join([*head_lines(now), READING])

    def file_name(self) -> str:
        """Return the name that is offered."""
        return FILE

    def action_test_keys(self) -> None:
        """Try the keys; go back where this screen came from there."""
        from skp_tui.ui.screens.support.keys import KeysScreen  # noqa: PLC0415 - when asked for

        if isinstance(self.below, KeysScreen):
            self.dismiss()
        else:
            try_keys(self)
