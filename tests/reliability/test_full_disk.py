"""A disk that is full at any moment: one sentence that says where, and nothing half done."""

import subprocess
import sys
from pathlib import Path

import pytest

from skp_tui.services.keeping.checking import check_database
from skp_tui.storage.database.backup import backup_before_upgrade
from skp_tui.storage.database.migrate import upgrade
from tests.reliability.tracing import ROOT
from tests.services.office import Office
from tests.storage.version4 import content, make_old, whole

pytestmark = pytest.mark.trace

SAID = "Diska penuh; perubahan tidak tersimpan."


def on_a_full_disk(path: Path, first: int, *command: str) -> tuple[int, str]:
    """Run a command whose database files take nothing from some write on; its status and words."""
    done = subprocess.run(
        [
            "strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=pwrite64",
            "-e", f"inject=pwrite64:error=ENOSPC:when={first}+",
            sys.executable, "-m", "skp_tui", "--db", str(path), *command,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    return done.returncode, done.stderr


def left(folder: Path) -> list[str]:
    """Return what lies in a folder, but for the lock and a journal at rest."""
    return sorted(
        entry.name
        for entry in folder.iterdir()
        if entry.suffix != ".lock" and not (entry.name.endswith("-journal") and _empty(entry))
    )


def _empty(path: Path) -> bool:
    return path.stat().st_size == 0


@pytest.mark.parametrize("first", [1, 20])
def test_a_backup_names_the_place_that_is_full_and_not_the_database(
    tmp_path: Path, first: int
) -> None:
    office = Office.filled(tmp_path)
    before = office.content()
    target = tmp_path / "stik" / "salinan.db"
    status, said = on_a_full_disk(office.path, first, "cadangkan", "--ke", str(target))
    words = f"skp-tui: {target} tidak dapat ditulis: diska penuh."
    assert (status, said) == (2, f"{words} Sediakan ruang di sana, atau pilih tempat lain.\n")
    assert left(target.parent) == []
    assert office.content() == before


@pytest.mark.parametrize("first", [1, 30])
def test_a_database_that_finds_no_room_leaves_nothing(tmp_path: Path, first: int) -> None:
    status, said = on_a_full_disk(tmp_path / "skp.db", first, "atur", "tempat", "Kota")
    assert (status, said.count("\n")) == (2, 1)
    assert SAID in said
    assert left(tmp_path) == []


# twice in the copy before it, then in each of its steps
@pytest.mark.parametrize(
    ("first", "reached", "copied"),
    [(1, 4, False), (30, 4, False), (60, 4, True), (110, 5, True), (165, 6, True)],
)
def test_an_upgrade_leaves_a_whole_version_and_goes_on_when_there_is_room(
    tmp_path: Path, first: int, reached: int, *, copied: bool
) -> None:
    old = make_old(tmp_path / "skp.db")
    before = content(old)
    status, said = on_a_full_disk(old, first, "atur", "tempat", "Kota")
    assert (status, said.count("\n")) == (2, 1)
    assert "iska penuh" in said
    version, *_ = whole(old)
    assert (version, bool(left(tmp_path / "cadangan"))) == (reached, copied)
    after = content(old)
    assert {tabel: after[tabel] for tabel in before} == before
    upgrade(old, backup_before_upgrade)
    assert check_database(old) == []
    assert left(tmp_path / "cadangan")
