"""Whatever the screen had shown as saved is there after a SIGKILL at a random moment."""

import os
import random
import re
import signal
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skp_tui.services.keeping.checking import check_database
from skp_tui.services.keeping.sample import fill_with_sample
from tests.terminal.tmux import Terminal, terminal

pytestmark = pytest.mark.terminal

NAME = "Tiur"
ROWS = 4
# a row of the grid: number, activity, targets, then the seven signs of the outcome's quantity
ROW = re.compile(r"^[> ] {1,2}(\d) [^│]*│[^│]*│(.{7})")
# a stored number stands at the right; one with a mark is under way, one in the field stands left
STORED = re.compile(r" +[\d.]+")
KEYS_AHEAD = 12


def open_person(pane: Terminal) -> None:
    """Open the person; the cursor stands on the outcome of the first activity."""
    pane.wait_for("MINIMAL BAIK", "Dinilai")
    pane.keys("/")
    pane.type(NAME)
    pane.wait_for("1 dari 42")
    pane.keys("Enter")
    pane.wait_for("NILAI", "REALISASI")


def shown_as_saved(screen: str) -> dict[int, int]:
    """Return the quantities on the screen that are neither being typed nor marked."""
    rows = [match.groups() for line in screen.splitlines() if (match := ROW.match(line))]
    return {
        int(number): int(cell.replace(".", "")) for number, cell in rows if STORED.fullmatch(cell)
    }


def stored(path: Path) -> dict[int, int]:
    """Return the quantities in the database."""
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT k.no, k.realisasi_kuantitas FROM kegiatan k JOIN bagian b ON b.id = k.bagian_id "
        "JOIN penilaian p ON p.id = b.penilaian_id JOIN pegawai g ON g.id = p.pegawai_id "
        "WHERE g.nama LIKE ?",
        (f"{NAME}%",),
    ).fetchall()
    connection.close()
    return {number: int(amount) for number, amount in rows}


def type_row_by_row(pane: Terminal, amount: int) -> int:
    """Type the next amounts down the column, come back to its top, and return the last amount."""
    for _ in range(ROWS):
        amount += 1
        pane.type(str(amount))
        pane.keys("Enter")
    # the last Enter goes on at the top of the next column
    pane.keys("Left")
    return amount


def kill_while_typing(path: Path, start: int, chance: random.Random) -> int:
    """Type ever higher amounts, kill at a random moment, compare; return the next amount."""
    with terminal("--db", str(path)) as pane:
        open_person(pane)
        amount = type_row_by_row(pane, start)
        # from here on writing is warm, so that the kill meets commits
        first = pane.wait_until(
            lambda seen: max(shown_as_saved(seen).values(), default=0) > start, "a saved amount"
        )
        for _ in range(chance.randint(0, KEYS_AHEAD)):
            amount = type_row_by_row(pane, amount)
        seen = pane.screen()
        os.kill(pane.pid(), signal.SIGKILL)
    kept = stored(path)
    for screen in (first, seen):
        # what is kept may be newer than what was seen, never older
        older = {no: kept[no] for no, was in shown_as_saved(screen).items() if kept[no] < was}
        assert older == {}, f"{kept}\n{screen}"
    assert max(kept.values()) > start
    assert check_database(path) == []
    return amount


def run_rounds(path: Path, rounds: int) -> None:
    fill_with_sample(path, lambda: datetime(2018, 1, 19, tzinfo=UTC))
    chance = random.Random(46)  # noqa: S311 - moments, not secrets
    amount = 5000
    for _ in range(rounds):
        amount = kill_while_typing(path, amount, chance)


def test_a_kill_loses_nothing_that_was_shown_as_saved(tmp_path: Path) -> None:
    run_rounds(tmp_path / "skp.db", 20)


@pytest.mark.long
def test_three_hundred_kills_lose_nothing_that_was_shown_as_saved(tmp_path: Path) -> None:
    run_rounds(tmp_path / "skp.db", 300)
