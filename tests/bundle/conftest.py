"""The bundles for the long tests: made once, by the command of the README."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import hapus
import peluncur
from tests.bundle.computer import Computer

PROJECT = Path(__file__).parents[2]
MADE = "SKP_TUI_BUNDEL"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with both bundles; the environment may name one that is made already."""
    if there := os.environ.get(MADE):
        return Path(there).resolve()
    folder = tmp_path_factory.mktemp("bundel")
    command = [sys.executable, str(PROJECT / ".ci" / "bundle.py"), "--to", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def wheels(made: Path) -> Path:
    """Return the wheel bundle."""
    [path] = made.glob("skp-tui-*-pasang")
    return path


@pytest.fixture(scope="session")
def folder(made: Path) -> Path:
    """Return the folder build."""
    [path] = made.glob("skp-tui-*-linux-x86_64")
    return path


@pytest.fixture
def at(tmp_path: Path) -> hapus.Places:
    """Return where a program is installed, which is the one of this checkout."""
    root = tmp_path / hapus.PROGRAM
    python = root / "0001-1.0" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$@"\n')
    python.chmod(0o755)
    (root / "0001-1.0" / hapus.WHOLE).touch()
    command, entry = tmp_path / "bin" / "skp-tui", tmp_path / "menu" / "skp-tui.desktop"
    made = hapus.Places(root, root / "skp-tui", command, (entry,))
    peluncur.write_launchers(made, root / "0001-1.0")
    return made


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    """Return a computer on which nobody has installed anything yet."""
    return new_computer(tmp_path)


@pytest.fixture(scope="session")
def installed(wheels: Path, tmp_path_factory: pytest.TempPathFactory) -> Computer:
    """Return a computer with the program installed, for tests that leave the program alone."""
    computer = new_computer(tmp_path_factory.mktemp("komputer"))
    done = computer.install(wheels)
    assert done.returncode == 0, done.stderr
    return computer


def new_computer(folder: Path) -> Computer:
    """Return a computer in a folder; skips where the machine has no namespaces."""
    if subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode:
        if os.environ.get("SKP_TUI_WAJIB_ALAT"):
            pytest.fail("this machine lets nobody start a program without a network")
        pytest.skip("this machine lets nobody start a program without a network")
    home = folder / "Ani Wati"
    home.mkdir()
    return Computer(home)
