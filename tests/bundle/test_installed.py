"""The wheel bundle on a computer without a network: installed, used, upgraded, removed."""

import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from hapus import NUMBERED
from packing.sums import write_list
from packing.targets import TARGETS, Target
from packing.wheels import needed, pip, read_wheel, read_wheels
from skp_tui.services.keeping.checking import check_database
from tests.bundle.computer import KINDS, WITHOUT_NETWORK, Computer
from tests.storage.version4 import content, make_old

pytestmark = [pytest.mark.long, pytest.mark.offline]

SAMPLE = Path(__file__).parents[2] / "data" / "contoh"


def installations(computer: Computer) -> list[str]:
    return sorted(path.name[:4] for path in computer.root.glob(NUMBERED))


def newer(wheels: Path, folder: Path) -> Path:
    """Return a copy of the bundle that calls itself a later version, as next year's stick does."""
    copy = folder / "stik baru"
    shutil.copytree(wheels, copy)
    said = copy / "bundel.json"
    said.write_text(re.sub(r'"versi": "[^"]+"', '"versi": "9.0"', said.read_text()))
    write_list(copy)
    return copy


def test_there_is_no_network_where_these_tests_run(computer: Computer) -> None:
    devices = computer.said("cat", "/proc/net/dev").splitlines()[2:]
    assert [line.split(":")[0].strip() for line in devices] == ["lo"]


def test_an_installed_program_shows_the_sample_office(installed: Computer) -> None:
    with installed.screen(installed.launcher, "--contoh") as pane:
        pane.wait_for("MINIMAL BAIK", "Dinilai 40 dari 41")
        pane.keys("F1")
        pane.wait_for("Bantuan")
        pane.keys("Escape")
        pane.keys("C-q")
        pane.wait_for_end()


def test_it_imports_an_office_and_exports_the_same_bytes(computer: Computer, wheels: Path) -> None:
    assert computer.install(wheels).returncode == 0
    found = computer.exported(computer.launcher, SAMPLE)
    assert found == {f"{kind}.csv": (SAMPLE / f"{kind}.csv").read_bytes() for kind in KINDS}
    computer.said(computer.launcher, "templat", "pegawai", "--ke", computer.home / "pegawai.xlsx")
    read = computer.run(computer.launcher, "impor", "pegawai", computer.home / "pegawai.xlsx")
    assert 'lembar "pegawai", baris 1: tidak ada baris di bawah judul' in read.stderr


def test_installing_again_keeps_data_and_settings_and_copies_them_first(
    computer: Computer, wheels: Path, tmp_path: Path
) -> None:
    assert computer.install(wheels).returncode == 0
    computer.said(computer.launcher, "impor", "unit", SAMPLE / "unit.csv")
    computer.said(computer.launcher, "atur", "tempat", "Kota Rekaan")
    before = content(computer.database)
    done = computer.install(newer(wheels, tmp_path))
    assert done.returncode == 0, done.stderr
    copy = re.search(r"^Cadangan basis data: (.+)$", done.stdout, re.MULTILINE)
    assert copy is not None
    assert content(Path(copy[1])) == content(computer.database) == before
    assert computer.said(computer.launcher, "atur", "tempat") == "tempat\tKota Rekaan\n"
    assert "0002-9.0" in computer.launcher.read_text()


def test_the_former_installation_stays_for_whoever_still_runs_it_and_older_ones_go(
    computer: Computer, wheels: Path
) -> None:
    seen = []
    for _ in range(3):
        assert computer.install(wheels).returncode == 0
        seen.append(installations(computer))
    assert seen == [["0001"], ["0001", "0002"], ["0002", "0003"]]
    assert "skp-tui" in computer.said(computer.launcher, "--version")


def test_a_file_of_an_older_program_is_copied_first_and_keeps_its_data(
    installed: Computer, tmp_path: Path
) -> None:
    old = make_old(tmp_path / "skp.db")
    before = content(old)
    with installed.screen(installed.launcher, "--db", str(old)) as pane:
        pane.wait_for("2017 · PP 46/2011")
        pane.keys("C-q")
        pane.wait_for_end()
    [copy] = (tmp_path / "cadangan").iterdir()
    assert copy.name.startswith("sebelum-pembaruan")
    assert content(copy) == before
    after = content(old)
    assert {table: after[table] for table in before} == before
    assert check_database(old) == []


@pytest.mark.parametrize("name", ["roda/textual-*.whl", "persyaratan/linux-3.11.txt", "pasang.py"])
def test_a_changed_file_is_named_and_nothing_is_installed(
    computer: Computer, wheels: Path, tmp_path: Path, name: str
) -> None:
    copy = tmp_path / "stik"
    shutil.copytree(wheels, copy)
    [victim] = copy.glob(name)
    with victim.open("ab") as file:
        file.write(b"\n")
    done = computer.install(copy)
    assert done.returncode == 2
    assert f"{victim.relative_to(copy)} berubah atau rusak" in done.stderr
    assert not computer.root.exists()
    assert not computer.launcher.exists()


def test_a_wheel_that_the_requirements_do_not_know_stops_the_installation(
    computer: Computer, wheels: Path, tmp_path: Path
) -> None:
    """Also where the list of the bundle was made again to fit: pip looks at its own hashes."""
    assert computer.install(wheels).returncode == 0
    before = computer.launcher.read_bytes()
    copy = tmp_path / "stik"
    shutil.copytree(wheels, copy)
    [victim] = copy.glob("roda/rich-*.whl")
    victim.write_bytes(victim.read_bytes() + b"\n")
    write_list(copy)
    done = computer.install(copy)
    assert (done.returncode, installations(computer)) == (2, ["0001"])
    assert "HASHES" in done.stderr
    assert computer.launcher.read_bytes() == before


def test_an_installation_that_was_cut_leaves_the_former_program(
    computer: Computer, wheels: Path
) -> None:
    assert computer.install(wheels).returncode == 0
    half = computer.root / f"0002-{read_version(wheels)}" / "lib"
    command = [*WITHOUT_NETWORK, "sh", str(wheels / "pasang.sh")]
    running = subprocess.Popen(
        command, env=computer.environment(), stdout=subprocess.DEVNULL, start_new_session=True
    )
    until = time.monotonic() + 120
    while not list(half.glob("*/site-packages/*")) and running.poll() is None:
        assert time.monotonic() < until
    os.killpg(running.pid, signal.SIGKILL)  # the installer and the pip that it runs
    assert running.wait() != 0, "it was done before it was cut"
    assert "skp-tui" in computer.said(computer.launcher, "--version")
    assert computer.install(wheels).returncode == 0
    assert installations(computer) == ["0001", "0002"]
    assert "0002" in computer.launcher.read_text()


def read_version(wheels: Path) -> str:
    [own] = wheels.glob("roda/skp_tui-*.whl")
    return str(read_wheel(own).version)


@pytest.mark.parametrize("way", ["the bundle", "what was installed"])
def test_removing_the_program_keeps_the_data(computer: Computer, wheels: Path, way: str) -> None:
    assert computer.install(wheels).returncode == 0
    computer.said(computer.launcher, "impor", "unit", SAMPLE / "unit.csv")
    before = content(computer.database)
    if way == "the bundle":
        done = computer.install(wheels, "--hapus")
    else:
        done = computer.run("sh", computer.root / "hapus.sh")
    assert (done.returncode, done.stderr) == (0, "")
    assert "tetap ada" in done.stdout
    assert not computer.launcher.exists()
    assert not computer.root.exists()
    assert list((computer.home / ".local" / "share" / "applications").iterdir()) == []
    assert content(computer.database) == before


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_every_computer_finds_all_that_it_needs_in_the_bundle(
    wheels: Path, target: Target, tmp_path: Path
) -> None:
    """By pip, from hashes, without an index; and by the markers as that computer sees them."""
    listed = wheels / "persyaratan" / f"{target.name}.txt"
    options = ["--no-index", "--find-links", str(wheels / "roda"), "--require-hashes"]
    pip("download", *options, *target.pip_options(), "-d", str(tmp_path), "-r", str(listed))
    [own] = tmp_path.glob("skp_tui-*.whl")
    used, missing = needed([read_wheel(own).pin()], read_wheels(tmp_path), target)
    assert missing == []
    assert {wheel.path.name for wheel in used} == {path.name for path in tmp_path.iterdir()}


def test_the_bundle_holds_wheels_and_no_sources(wheels: Path) -> None:
    assert {path.suffix for path in (wheels / "roda").iterdir()} == {".whl"}
