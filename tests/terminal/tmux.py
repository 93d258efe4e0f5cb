"""A real terminal for tests: tmux on a socket of its own, keys in, text out."""

import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Terminal:
    """One pane; every look is a fresh capture of what a person would see."""

    socket: str

    def tmux(self, *arguments: str) -> str:
        """Run one tmux command on this socket."""
        command = ["tmux", "-L", self.socket, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def screen(self) -> str:
        """Return the visible text, line by line."""
        return self.tmux("capture-pane", "-p")

    def keys(self, *keys: str) -> None:
        """Press keys by their tmux names: ``Enter``, ``F6``, ``C-z``, ``Tab``."""
        self.tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text literally."""
        self.tmux("send-keys", "-l", text)

    def wait_for(self, *texts: str) -> str:
        """Look until all texts are on the screen; fail with the screen after a minute."""
        return self.wait_until(lambda seen: all(text in seen for text in texts), str(texts))

    def wait_until(self, is_there: Callable[[str], bool], what: str) -> str:
        """Look until the screen is as wanted; fail with the screen after a minute."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            seen = self.screen()
            if is_there(seen):
                return seen
        raise AssertionError(f"never shown: {what}\n{seen}")

    def wait_for_end(self) -> None:
        """Look until the program let go of the terminal; tmux may tell its status much later."""
        until = time.monotonic() + PATIENCE
        while self.tmux("display-message", "-p", "#{pane_dead}").strip() != "1":
            assert time.monotonic() < until, f"it goes on\n{self.screen()}"

    def pid(self) -> int:
        """Return the process that runs in the pane."""
        return int(self.tmux("display-message", "-p", "#{pane_pid}"))


@contextmanager
def terminal(
    *arguments: str,
    size: tuple[int, int] = (80, 24),
    env: Mapping[str, str] | None = None,
    program: Sequence[str] = (sys.executable, "-m", "skp_tui"),
) -> Iterator[Terminal]:
    """Start the program in a terminal of so many columns and rows, and end the terminal after."""
    pane = Terminal(f"skp-{uuid.uuid4().hex[:8]}")
    columns, rows = size
    settings = [f"{name}={value}" for name, value in (env or {}).items()]
    command = ["env", f"PYTHONPATH={Path.cwd()}", *settings, *program, *arguments]
    start = ["tmux", "-L", pane.socket, "-f", os.devnull, "new-session", "-d"]
    subprocess.run(
        [*start, "-x", str(columns), "-y", str(rows), *command], check=True, capture_output=True
    )
    pane.tmux("set-option", "-g", "remain-on-exit", "on")
    try:
        yield pane
    finally:
        subprocess.run(["tmux", "-L", pane.socket, "kill-server"], check=False)
