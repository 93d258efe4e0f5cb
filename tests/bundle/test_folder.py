"""The folder build on a computer without Python and without a network."""

import shutil
from pathlib import Path

import pytest

from skp_tui.services.keeping.sample import fill_with_sample
from tests.bundle.cold import clock, files_read
from tests.bundle.computer import KINDS, Computer
from tests.storage.version4 import content, make_old

pytestmark = [pytest.mark.long, pytest.mark.offline]

PROJECT = Path(__file__).parents[2]
SAMPLE = PROJECT / "data" / "contoh"


@pytest.fixture
def program(folder: Path, computer: Computer) -> Path:
    """Return the program in a copy of the folder, as the guide says: not run from the stick."""
    target = computer.home / "Dokumen" / "skp"
    shutil.copytree(folder, target)
    return target / "skp-tui"


def test_the_folder_shows_the_sample_office_and_its_manual(
    program: Path, computer: Computer
) -> None:
    with computer.screen(program, "--contoh") as pane:
        pane.wait_for("MINIMAL BAIK", "Dinilai 40 dari 41")
        pane.keys("F1")
        pane.wait_for("Bantuan")
        pane.keys("Escape")
        pane.keys("C-q")
        pane.wait_for_end()


def test_the_folder_imports_an_office_and_exports_the_same_bytes(
    program: Path, computer: Computer
) -> None:
    found = computer.exported(program, SAMPLE)
    assert found == {f"{kind}.csv": (SAMPLE / f"{kind}.csv").read_bytes() for kind in KINDS}


def test_the_folder_writes_and_reads_workbooks(program: Path, computer: Computer) -> None:
    target = computer.home / "unit.xlsx"
    computer.said(program, "templat", "unit", "--ke", target)
    read = computer.run(program, "impor", "unit", target)
    assert 'lembar "unit", baris 1: tidak ada baris di bawah judul' in read.stderr


def test_the_folder_copies_a_file_of_an_older_program_before_it_changes_it(
    program: Path, computer: Computer, tmp_path: Path
) -> None:
    old = make_old(tmp_path / "skp.db")
    before = content(old)
    with computer.screen(program, "--db", str(old)) as pane:
        pane.wait_for("2017 · PP 46/2011")
        pane.keys("C-q")
        pane.wait_for_end()
    [copy] = (tmp_path / "cadangan").iterdir()
    assert content(copy) == before
    after = content(old)
    assert {table: after[table] for table in before} == before


def test_the_folder_holds_every_file_of_the_package_that_is_no_module(folder: Path) -> None:
    package = PROJECT / "skp_tui"
    wanted = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }
    data = PROJECT / "data"
    wanted |= {f"data/{path.relative_to(data)}" for path in data.rglob("*") if path.is_file()}
    inside = folder / "_internal" / "skp_tui"
    there = {path.relative_to(inside).as_posix() for path in inside.rglob("*") if path.is_file()}
    assert there == wanted


def test_the_folder_carries_the_licences_of_what_is_in_it(folder: Path) -> None:
    owners = {path.name.split("-")[0] for path in (folder / "lisensi").iterdir()}
    assert {"textual", "sqlmodel", "sqlalchemy", "rich", "xlsxwriter", "python.txt"} <= owners


@pytest.mark.trace
def test_a_cold_start_of_the_folder_reads_a_quarter_of_the_files_of_an_installation(
    folder: Path, installed: Computer, tmp_path: Path
) -> None:
    database = tmp_path / "skp.db"
    fill_with_sample(database, clock)
    venv = files_read([str(installed.launcher), "--db", str(database)])
    built = files_read([str(folder / "skp-tui"), "--db", str(database)])
    assert len(venv) > 300, "the control: modules are files there"
    assert 4 * len(built) < len(venv)
