"""Which wheels a bundle needs, for a computer that is not the one it is made on."""

import re
import shutil
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from packing.targets import PYTHONS, TARGETS, Target
from packing.wheels import (
    BundleError,
    Fetch,
    needed,
    read_wheel,
    read_wheels,
    resolve,
    together,
)
from tests.bundle.making import make_wheel

LINUX, WINDOWS = Target("linux", "3.11"), Target("windows", "3.11")
PROJECT = Path(__file__).parents[2]


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Return a folder of wheels in which some are for one system or one Python only."""
    folder = tmp_path / "rak"
    make_wheel(folder, "layar", "2.0", ["colorama>=0.4; sys_platform == 'win32'", "teks"])
    make_wheel(folder, "teks", "1.5", ["jendela; os_name == 'nt'", "lama; python_version < '3.12'"])
    make_wheel(folder, "colorama", "0.4.6")
    make_wheel(folder, "jendela")
    make_wheel(folder, "lama", requires=["lebih[warna]"])
    make_wheel(folder, "lebih", requires=["pelangi; extra == 'warna'", "uji; extra == 'tes'"])
    make_wheel(folder, "pelangi")
    return folder


def from_shelf(shelf: Path, folder: Path, calls: list[list[str]]) -> Fetch:
    """Return a way to fetch that takes wheels from the shelf, as pip takes them from an index."""

    def fetch(asked: list[str]) -> None:
        calls.append(asked)
        for one in asked:
            for path in shelf.glob(f"{Requirement(one).name}-*.whl"):
                shutil.copy2(path, folder)

    return fetch


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (LINUX, ["lama", "layar", "lebih", "pelangi", "program", "teks"]),
        (
            WINDOWS,
            ["colorama", "jendela", "lama", "layar", "lebih", "pelangi", "program", "teks"],
        ),
        (Target("linux", "3.12"), ["layar", "program", "teks"]),
        (Target("windows", "3.14"), ["colorama", "jendela", "layar", "program", "teks"]),
    ],
    ids=lambda value: value.name if isinstance(value, Target) else "",
)
def test_a_marker_counts_for_the_computer_that_the_bundle_is_for(
    shelf: Path, tmp_path: Path, target: Target, expected: list[str]
) -> None:
    folder = tmp_path / "isi"
    root = make_wheel(folder, "program", requires=["layar>=1"])
    calls: list[list[str]] = []
    found = resolve(root, folder, target, from_shelf(shelf, folder, calls))
    assert [wheel.name for wheel in found] == expected
    assert calls[0] == ["layar>=1"]
    assert len(calls) > 1


def test_what_no_wheel_is_there_for_ends_in_a_sentence(shelf: Path, tmp_path: Path) -> None:
    folder = tmp_path / "isi"
    root = make_wheel(folder, "program", requires=["layar", "hanya-sumber>=3"])
    with pytest.raises(BundleError, match=r"linux-3\.11: no wheel for hanya-sumber>=3"):
        resolve(root, folder, LINUX, from_shelf(shelf, folder, []))


def test_a_version_that_somebody_cannot_work_with_is_refused(shelf: Path, tmp_path: Path) -> None:
    folder = tmp_path / "isi"
    root = make_wheel(folder, "program", requires=["layar", "teks<1.5"])
    with pytest.raises(BundleError, match=r"teks-1\.5.* does not meet teks<1\.5"):
        resolve(root, folder, LINUX, from_shelf(shelf, folder, []))


def test_two_versions_of_one_package_are_no_bundle(shelf: Path) -> None:
    make_wheel(shelf, "teks", "1.6")
    with pytest.raises(BundleError, match=r"teks-1\.5.*teks-1\.6"):
        read_wheels(shelf)


def test_packages_that_need_each_other_are_found_once(tmp_path: Path) -> None:
    root = make_wheel(tmp_path, "satu", requires=["dua"])
    make_wheel(tmp_path, "dua", requires=["satu"])
    found, missing = needed([read_wheel(root).pin()], read_wheels(tmp_path), LINUX)
    assert ([wheel.name for wheel in found], missing) == (["dua", "satu"], [])


def test_all_that_is_asked_of_one_package_is_asked_together() -> None:
    asked = [Requirement("Teks-Panjang>=2"), Requirement("b"), Requirement("teks_panjang<4,>=2")]
    assert together(asked) == ["b", "teks-panjang<4,>=2"]


def test_a_wheel_tells_its_normalised_name_and_version(tmp_path: Path) -> None:
    wheel = read_wheel(make_wheel(tmp_path, "Teks-Panjang", "1.0.0"))
    assert wheel.pin() == "teks-panjang==1.0.0"


def test_the_targets_are_windows_and_linux_with_every_python_that_the_program_takes() -> None:
    assert {target.system for target in TARGETS} == {"linux", "windows"}
    assert len(TARGETS) == 2 * len(PYTHONS) == len({target.name for target in TARGETS})
    least = re.search(r'requires-python = ">=([\d.]+)"', (PROJECT / "pyproject.toml").read_text())
    assert least is not None
    assert least[1] == PYTHONS[0]


def test_pip_is_asked_for_wheels_of_the_target_and_no_sources() -> None:
    assert "--only-binary=:all:" in WINDOWS.pip_options()
    assert WINDOWS.pip_options()[-2:] == ["--platform", "win_amd64"]
    linux = LINUX.pip_options()
    platforms = [linux[at + 1] for at, word in enumerate(linux) if word == "--platform"]
    assert platforms[0] == "manylinux2014_x86_64", "the oldest glibc comes first"
    assert "manylinux_2_28_x86_64" in platforms
