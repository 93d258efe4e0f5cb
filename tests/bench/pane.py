"""A program in a pseudo-terminal, watched from outside: what it paints, and when.

A thread notes each piece of output with its time, and does nothing else. The pieces are drawn by a
terminal emulator only afterwards, between two measurements, so that drawing takes no time from
what is measured.
"""

import fcntl
import os
import pty
import re
import signal
import struct
import sys
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

import pyte

PATIENCE: Final = 120.0
"""Seconds after which what is awaited will not come any more."""
UNKNOWN: Final = re.compile(
    rb"\x1b\[[<>=][0-9;]*[A-Za-z]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\", re.DOTALL
)
"""What modern terminals are asked, and the emulator would print."""
OPEN: Final = re.compile(rb"\x1b[^A-Za-z~\x1b]*$")
"""A sequence whose end has not come yet."""
SHORT: Final = 40
SILENT: Final = re.compile(
    rb"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b\].*?(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]|[\x00-\x20]", re.DOTALL
)
"""What leaves no sign on the screen."""

Piece = tuple[float, bytes]
Size = tuple[int, int]


class NotShownError(Exception):
    """What was awaited did not come; the message has what stood there instead."""


class Pane:
    """Start a program in a terminal of so many columns and rows; ended when left."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        size: Size = (120, 40),
        before: Callable[[], object] | None = None,
        folder: Path | None = None,
    ) -> None:
        columns, rows = size
        self.began = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            place = struct.pack("HHHH", rows, columns, 0, 0)
            fcntl.ioctl(sys.__stdin__.fileno(), termios.TIOCSWINSZ, place)  # type: ignore[union-attr]
            if folder is not None:
                os.chdir(folder)
            if before is not None:
                before()
            os.execvpe(command[0], list(command), environment)  # noqa: S606
        self.pieces: list[Piece] = []
        self._drawn = 0
        self._came = threading.Condition()
        self._ended = False
        self.view = View(size)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """Kill the program and whatever it started in its session."""
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self._reader.join(PATIENCE)
        os.close(self._terminal)

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._terminal, 65536)
            except OSError:
                data = b""
            now = time.perf_counter()
            with self._came:
                if data:
                    self.pieces.append((now, data))
                self._ended = not data
                self._came.notify_all()
            if not data:
                return

    def press(self, keys: bytes) -> float:
        """Send keys, and return when."""
        now = time.perf_counter()
        os.write(self._terminal, keys)
        return now

    # Waiting, without drawing

    def wait_for(self, text: str) -> None:
        """Wait until a text was painted in one go."""
        wanted, seen = text.encode(), 0
        end = time.perf_counter() + PATIENCE
        with self._came:
            while True:
                tail = b"".join(data for _, data in self.pieces[max(0, seen - 1) :])
                seen = len(self.pieces)
                if wanted in tail:
                    return
                if self._ended or not self._came.wait(end - time.perf_counter()):
                    raise NotShownError(f"{text!r}\n{self.text()}")

    def wait_for_anything(self) -> None:
        """Wait until the first sign was painted."""
        seen, end = 0, time.perf_counter() + PATIENCE
        with self._came:
            while True:
                new = b"".join(data for _, data in self.pieces[seen:])
                seen = len(self.pieces)
                if SILENT.sub(b"", new):
                    return
                if self._ended or not self._came.wait(end - time.perf_counter()):
                    raise NotShownError("anything")

    def wait_until_quiet(self, seconds: float, longest: float = 10.0) -> None:
        """Wait until nothing was painted for so long; a cursor that blinks is never quiet."""
        end = time.perf_counter() + longest
        with self._came:
            while not self._ended and time.perf_counter() < end:
                before = len(self.pieces)
                self._came.wait(seconds)
                if len(self.pieces) == before:
                    return

    # Drawing, afterwards

    def first(self, seen: "Callable[[View], bool]") -> float | None:
        """Draw on until what is awaited is there, and return when it was painted."""
        while self._drawn < len(self.pieces):
            when, data = self.pieces[self._drawn]
            self._drawn += 1
            self.view.draw(data)
            if seen(self.view):
                return when
        return None

    def when(self, seen: "Callable[[View], bool]", quiet: float = 0.05) -> float:
        """Wait until what is awaited is on the screen, and return when it was painted."""
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end and not self._ended:
            found = self.first(seen)
            if found is not None:
                return found
            with self._came:
                if len(self.pieces) == self._drawn:
                    self._came.wait(1.0)
            self.wait_until_quiet(quiet)
        raise NotShownError(self.text())

    def text(self) -> str:
        """Return what stands on the screen now."""
        self.first(lambda _: False)
        return self.view.text


class View:
    """The screen of a terminal after some pieces of output."""

    def __init__(self, size: Size) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._rest = b""
        self.lines = [""] * rows

    def draw(self, data: bytes) -> None:
        """Draw a piece; what it leaves unfinished waits for the next one."""
        data = UNKNOWN.sub(b"", self._rest + data)
        cut = OPEN.search(data)
        here = len(data) if cut is None or len(data) - cut.start() > SHORT else cut.start()
        self._rest = data[here:]
        self._stream.feed(data[:here])
        for row in self.screen.dirty:
            if row < len(self.lines):
                cells = self.screen.buffer[row]
                self.lines[row] = "".join(cells[x].data for x in range(self.screen.columns))
        self.screen.dirty.clear()

    @property
    def text(self) -> str:
        """Return all lines."""
        return "\n".join(line.rstrip() for line in self.lines)

    def look_at(self, row: int, column: int) -> tuple[object, ...]:
        """Return how a sign looks: its colours, and whether it is reversed or bold."""
        cell = self.screen.buffer[row][column]
        return cell.fg, cell.bg, cell.reverse, cell.bold, cell.underscore
