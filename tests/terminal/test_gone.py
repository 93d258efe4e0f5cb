"""A terminal that goes away ends the program at once and frees its database."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skp_tui.services.keeping.checking import check_database
from skp_tui.services.keeping.sample import fill_with_sample
from skp_tui.services.keeping.sitting import sitting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal")

LIMIT = 60.0
"""Seconds in which a loaded machine does anything; a program that stays does so for ever."""
BELONGS = "fcntl.ioctl(0, termios.TIOCSCTTY, 0)"
DEAF = "signal.signal(signal.SIGHUP, signal.SIG_IGN)"
WAYS = {
    "by signal": f"{BELONGS};",
    "with the signal ignored, as nohup does": f"{DEAF}; {BELONGS};",
    "without a signal, as nothing belongs to it": "",
}


@contextmanager
def on_a_terminal(path: Path, way: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Run the program in a session of its own on a terminal, which belongs to it or does not."""
    master, slave = pty.openpty()
    code = (
        f"import fcntl, os, signal, sys, termios; {way}"
        "os.execv(sys.executable, [sys.executable, '-m', 'skp_tui', '--db', sys.argv[1]])"
    )
    environment = {
        **os.environ, "TERM": "xterm-256color", "LINES": "24", "COLUMNS": "80",
        "PYTHONPATH": str(Path.cwd()),
    }  # fmt: skip
    program = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=slave, stdout=slave, stderr=slave, start_new_session=True, env=environment,
    )  # fmt: skip
    os.close(slave)
    try:
        yield program, master
    finally:
        if program.poll() is None:
            program.send_signal(signal.SIGKILL)
        program.wait()


def wait_for(master: int, words: str) -> None:
    """Read the terminal until it has shown some words."""
    seen, end = b"", time.monotonic() + LIMIT
    while words.encode() not in seen:
        assert time.monotonic() < end, seen[-400:]
        if select.select([master], [], [], 1.0)[0]:
            seen += os.read(master, 65536)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_terminal_that_goes_away_ends_the_program_and_frees_the_database(
    way: str, tmp_path: Path
) -> None:
    path = tmp_path / "skp.db"
    fill_with_sample(path, lambda: datetime(2018, 1, 19, tzinfo=UTC))
    with on_a_terminal(path, way) as (program, master):
        wait_for(master, "MINIMAL BAIK")
        os.write(master, b"\r")
        wait_for(master, "REALISASI")
        # something is being typed
        os.write(master, b"1")
        os.close(master)
        assert program.wait(LIMIT) == 0
    with sitting(path, lambda: datetime.now(UTC)) as own, own.reading() as connection:
        assert connection.execute("SELECT count(*) FROM pegawai").fetchone() == (42,)
    assert check_database(path) == []


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_the_first_start_ends_with_its_terminal_too(way: str, tmp_path: Path) -> None:
    path = tmp_path / "skp.db"
    with on_a_terminal(path, way) as (program, master):
        wait_for(master, "Selamat")
        os.close(master)
        assert program.wait(LIMIT) == 0
    with sitting(path, lambda: datetime.now(UTC)) as own, own.reading() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
