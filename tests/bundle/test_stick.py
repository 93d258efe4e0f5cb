"""What the installer does on a disk, with a program small enough to install in a moment."""

import os
import shlex
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from importlib.metadata import files
from pathlib import Path

import pytest

from packing.stick import pasang
from packing.sums import requirements
from packing.wheelhouse import STICK
from packing.wheels import read_wheel
from skp_tui.services.holder import holding
from tests.bundle.making import make_wheel

NOW = datetime(2018, 1, 19, tzinfo=UTC)
ABSENT = ("venv", "ensurepip", "tkinter", "turtledemo", "idlelib", "distutils", "lib2to3")
"""What CPython leaves out of its embeddable build (PC/layout/main.py)."""

PYTHON = """\
import os, runpy, sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {absent!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Absent())
home = {home!r}
with open(home + "/python311._pth") as listed:
    lines = [line.strip() for line in listed if line.strip() and line[0] != "#"]
sys.path += [os.path.join(home, line) for line in lines]
_, isolated, *rest = sys.argv
assert isolated == "-I"
sys.argv = rest[rest[0] == "-m":]
if rest[0] == "-m":
    runpy.run_module(rest[1], run_name="__main__", alter_sys=True)
else:
    runpy.run_path(rest[0], run_name="__main__")
"""

CALL = """\
import runpy, sys
sys.path.insert(0, {stick!r})
import pasang
from pathlib import Path
pasang.SINI, pasang.EMBEDDED, pasang.WINDOWS = Path({bundle!r}), Path({embedded!r}), True
pasang.stage(Path({target!r}))
print(pasang.windows_launcher(Path({target!r})))
"""


def make_embedded(folder: Path, home: Path) -> None:
    """Write a Python that knows as little as the embeddable build, for when it lies in a home."""
    folder.mkdir(parents=True)
    (folder / "python311._pth").write_text("python311.zip\n.\n\n#import site\n")
    (folder / "kurang.py").write_text(PYTHON.format(absent=set(ABSENT), home=str(home)))
    program = folder / "python.exe"
    real = shlex.quote(sys.executable)
    program.write_text(f'#!/bin/sh\nexec {real} -I -S "${{0%/*}}/kurang.py" "$@"\n')
    program.chmod(0o755)


def make_shelf(bundle: Path) -> None:
    """Write the wheels of a small program and of pip, and the list that pip takes."""
    shelf = bundle / "roda"
    own = read_wheel(make_wheel(shelf, "skp-tui"))
    with zipfile.ZipFile(shelf / "pip-1.0-py3-none-any.whl", "w") as archive:
        for path in files("pip") or []:
            if path.parts[0] == "pip" and path.suffix != ".pyc":
                archive.write(str(path.locate()), str(path))
    (bundle / "persyaratan").mkdir()
    name = f"windows-{sys.version_info[0]}.{sys.version_info[1]}.txt"
    (bundle / "persyaratan" / name).write_text(requirements([own]))


def test_the_embeddable_python_installs_with_what_it_has(tmp_path: Path) -> None:
    """Neither the installer nor pip may ask for what the embeddable build is without."""
    bundle, target = tmp_path / "bundel", tmp_path / "program" / "0001-1.0"
    make_embedded(bundle / "python-windows", target)
    make_shelf(bundle)
    call = tmp_path / "panggil.py"
    named = {"stick": STICK, "bundle": bundle, "embedded": bundle / "python-windows"}
    call.write_text(CALL.format(**{name: str(path) for name, path in named.items()},
                                target=str(target)))  # fmt: skip
    make_embedded(tmp_path / "python", tmp_path / "python")
    done = subprocess.run(
        [tmp_path / "python" / "python.exe", "-I", call],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == '@"%~dp00001-1.0\\python.exe" -I -m skp_tui %*'
    assert (target / "lib" / "skp_tui.py").is_file()
    assert not (target / "pyvenv.cfg").exists()


@pytest.fixture
def at(tmp_path: Path) -> pasang.Places:
    """Return where a program is installed, which is the one of this checkout."""
    root, launcher = tmp_path / "skp-tui-program", tmp_path / "bin" / "skp-tui"
    python = root / "0001-1.0" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$@"\n')
    python.chmod(0o755)
    (root / "0001-1.0" / pasang.WHOLE).touch()
    pasang.write_script(launcher, pasang.linux_launcher(root / "0001-1.0"))
    entry = tmp_path / "menu" / "skp-tui.desktop"
    pasang.write_script(entry, pasang.desktop_entry(launcher))
    return pasang.Places(root, launcher, (entry,))


def everything(at: pasang.Places) -> list[Path]:
    return sorted(at.root.parent.rglob("*"))


def test_a_program_on_somebodys_screen_is_not_removed(
    at: pasang.Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "data" / "skp.db"
    monkeypatch.setenv("SKP_TUI_DB", str(database))
    with holding(database, "layar", NOW):
        before = everything(at)
        with pytest.raises(pasang.RefusedError, match=r"sedang dipakai \(layar\)\. Tutup skp-tui"):
            pasang.remove(at)
        assert everything(at) == before
    pasang.remove(at)
    assert {path.name for path in tmp_path.iterdir()} == {"data", "bin", "menu"}
    assert [path for path in (at.launcher, *at.entries) if path.exists()] == []
    pasang.remove(at)  # a second time there is nothing to refuse


def test_a_program_that_does_not_let_itself_be_moved_stays_whole(
    at: pasang.Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows lets nobody rename a folder in which a program runs; here a file is in the way."""
    monkeypatch.setenv("SKP_TUI_DB", str(tmp_path / "skp.db"))
    (tmp_path / "skp-tui-program.dihapus").touch()
    before = everything(at)
    with pytest.raises(pasang.RefusedError, match=r"masih dipakai\. Tutup skp-tui"):
        pasang.remove(at)
    assert everything(at) == before


def test_a_program_that_cannot_run_any_more_can_be_removed(at: pasang.Places) -> None:
    (at.root / "0001-1.0" / "bin" / "python").write_text("#!/bin/sh\nexit 1\n")
    pasang.remove(at)
    assert not at.root.exists()


def test_on_windows_every_file_is_on_the_disk_before_the_launcher(
    at: pasang.Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled = set[int]()
    monkeypatch.setattr(pasang, "WINDOWS", True)
    monkeypatch.setattr(os, "fsync", lambda number: settled.add(os.fstat(number).st_ino))
    folder = at.root / "0001-1.0"
    (folder / "bin" / "python").chmod(0o444)
    pasang.settle(folder)
    assert settled == {path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


def test_what_the_launcher_points_to_stays_when_the_installation_is_cut_there(
    at: pasang.Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def replace_and_stop(path: Path, target: Path) -> Path:
        replace(path, target)
        raise KeyboardInterrupt

    monkeypatch.setattr(pasang, "stage", Path.mkdir)
    monkeypatch.setattr(pasang, "back_up", lambda *_: None)
    monkeypatch.setattr(pasang, "described", lambda: ("2.0", []))
    monkeypatch.setattr(pasang, "ENOUGH", 0)
    monkeypatch.setattr(Path, "replace", replace_and_stop)
    with pytest.raises(KeyboardInterrupt):
        pasang.install(at)
    assert "0002-2.0" in at.launcher.read_text()
    assert [path.name for path in pasang.installed(at.root)] == ["0001-1.0", "0002-2.0"]


@pytest.mark.parametrize("names", [[], ["platformdirs-4.whl", "platformdirs-4 (1).whl"]])
def test_a_second_copy_of_a_wheel_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: list[str]
) -> None:
    (tmp_path / "roda").mkdir()
    for name in names:
        (tmp_path / "roda" / name).touch()
    monkeypatch.setattr(pasang, "SINI", tmp_path)
    with pytest.raises(pasang.RefusedError, match=rf"^{len(names)} berkas platformdirs-.*Salin"):
        pasang.places()


@pytest.mark.parametrize("said", [b"", b'{"versi": "1"}', b"[]", b"\xff\xfe"])
def test_a_bundle_whose_description_is_damaged_is_refused_in_a_sentence(
    said: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bundel.json").write_bytes(said)
    monkeypatch.setattr(pasang, "SINI", tmp_path)
    with pytest.raises(pasang.RefusedError, match="Salin ulang seluruh map bundel"):
        pasang.look()
