"""A kill at any moment loses nothing that was said to be saved."""

import random
import signal
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from skp_tui.services.keeping.checking import check_database
from skp_tui.storage.database.connection import connect
from tests.services.office import BRAM, Office

ROOT = Path(__file__).parent.parent.parent
MANY = 100_000


def killed(path: Path, first: int, dice: random.Random) -> list[int]:
    """Let the scribe write, kill it at a random moment, and return what it acknowledged."""
    command = [sys.executable, "-m", "tests.reliability.scribe", "cells", str(path)]
    with subprocess.Popen(
        [*command, str(first), str(MANY)], stdout=subprocess.PIPE, cwd=ROOT, text=True
    ) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(dice.randint(1, 12))]
        with suppress(subprocess.TimeoutExpired):
            child.wait(timeout=dice.random() * 0.03)  # into the middle of a commit
        child.send_signal(signal.SIGKILL)
        lines.extend(child.stdout.readlines())
    return [int(line.split()[1]) for line in lines if line.endswith("\n")]


def stored(path: Path) -> dict[int, str]:
    with closing(connect(path, writing=False)) as connection:
        rows = connection.execute(
            "SELECT k.no, k.realisasi_kuantitas FROM kegiatan k "
            "JOIN bagian b ON b.id = k.bagian_id "
            "JOIN penilaian p ON p.id = b.penilaian_id JOIN pegawai g ON g.id = p.pegawai_id "
            "WHERE g.nip = ?",
            (BRAM,),
        )
        return dict(rows.fetchall())


def kill_again_and_again(folder: Path, rounds: int) -> None:
    office = Office.filled(folder)
    dice = random.Random(rounds)  # noqa: S311 - moments, not secrets
    acknowledged: list[int] = []
    for _ in range(rounds):
        first = max(stored(office.path)) + 1
        told = killed(office.path, first, dice)
        assert told == list(range(first, first + len(told)))
        acknowledged += told
        found = stored(office.path)
        assert {no: found.get(no) for no in told} == {no: str(no) for no in told}
        assert check_database(office.path) == []
    found = stored(office.path)
    assert all(found[no] == str(no) for no in acknowledged)
    assert len(acknowledged) >= rounds


def test_twenty_kills_lose_no_acknowledged_cell(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path, 20)


@pytest.mark.long
def test_three_hundred_kills_lose_no_acknowledged_cell(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path, 300)
