"""A backup or a restore that is killed leaves what was, and nothing that stays in the way."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from skp_tui.files import ABANDONED
from skp_tui.services.keeping import safekeeping
from skp_tui.services.keeping.checking import check_database
from skp_tui.storage.database.backup import check_copy
from tests.cli.calls import spawn
from tests.reliability.tracing import ROOT
from tests.services.office import Office

pytestmark = pytest.mark.trace

KILLED = -9
MOMENTS = ("pwrite64:30", "fdatasync:2", "fsync:1", "link:1", "fsync:2", "unlink:2")
LATER = ("pwrite64:100", "fdatasync:6", "rename:1", "fsync:4", "unlink:8")


def killed(path: Path, moment: str, *command: str) -> int:
    """Run a command that is killed at a call of the system, the so manieth; its status."""
    call, _, number = moment.partition(":")
    done = subprocess.run(
        [
            "strace", "-f", "-o", "/dev/null", "-e", f"trace={call}",
            "-e", f"inject={call}:signal=KILL:when={number}",
            sys.executable, "-m", "skp_tui", "--db", str(path), *command,
        ],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )  # fmt: skip
    return done.returncode


def an_hour_later(folder: Path) -> None:
    then = time.time() - ABANDONED - 60
    for part in folder.rglob("*.part*"):
        os.utime(part, (then, then))


def unfinished(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.part*")]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_backup_is_whole_or_goes_with_the_next_one(tmp_path: Path, moment: str) -> None:
    office = Office.filled(tmp_path)
    before = office.content()
    assert killed(office.path, moment, "cadangkan") == KILLED
    assert office.content() == before
    an_hour_later(tmp_path)
    copies = [*(tmp_path / "cadangan").glob("*.db"), safekeeping.backup(office.path, None)]
    for copy in copies:
        check_copy(copy)
        assert Office(copy).content() == before
    assert unfinished(tmp_path) == []


@pytest.mark.parametrize("moment", [*MOMENTS, *LATER])
def test_a_killed_restore_leaves_the_one_or_the_other_and_can_be_repeated(
    tmp_path: Path, moment: str
) -> None:
    office = Office.filled(tmp_path)
    copy = safekeeping.backup(office.path, tmp_path / "lain" / "salinan.db")
    restored = office.content()
    with office.writing() as writer, writer.change("baru") as work:
        work.insert("unit", [{"kode": "9", "nama": "Baru"}])
    changed = office.content()
    assert killed(office.path, moment, "pulihkan", str(copy)) == KILLED
    found = office.content()
    assert found in (restored, changed)
    assert check_database(office.path) == []
    kept = list((tmp_path / "cadangan").glob("*.db")) if (tmp_path / "cadangan").is_dir() else []
    assert found == changed or [Office(path).content() for path in kept] == [changed]
    an_hour_later(tmp_path)
    assert spawn("--db", office.path, "pulihkan", copy).status == 0
    assert office.content() == restored
    assert unfinished(tmp_path) == []


@pytest.mark.parametrize("moment", [*MOMENTS, *LATER])
def test_a_killed_restore_over_a_damaged_database_never_leaves_none(
    tmp_path: Path, moment: str
) -> None:
    office = Office.filled(tmp_path)
    copy = safekeeping.backup(office.path, tmp_path / "lain" / "salinan.db")
    content = office.content()
    damaged = b"rusak" * 999
    office.path.write_bytes(damaged)
    status = killed(office.path, moment, "pulihkan", str(copy))
    assert status in {KILLED, 0}
    if office.path.read_bytes() != damaged:
        kept = (tmp_path / "cadangan" / "rusak-0001.db").read_bytes()
        assert (office.content(), kept) == (content, damaged)
    assert spawn("--db", office.path, "pulihkan", copy).status == 0
    assert office.content() == content
