"""What the installer does on a disk, with a program small enough to install in a moment."""

import os
import shlex
import subprocess
import sys
import zipfile
from importlib.metadata import files
from pathlib import Path

import pytest

import hapus
import memasang
import periksa
from hapus import Places
from packing.sums import requirements
from packing.wheelhouse import STICK
from packing.wheels import read_wheel
from tests.bundle.making import make_wheel

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
import hapus, memasang, peluncur
from pathlib import Path
memasang.SINI, memasang.EMBEDDED = Path({bundle!r}), Path({embedded!r})
hapus.WINDOWS = memasang.WINDOWS = True
memasang.stage(Path({target!r}))
print(peluncur.windows_launcher(Path({target!r})))
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


def test_on_windows_every_file_is_on_the_disk_before_the_launcher(
    at: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled = set[int]()
    monkeypatch.setattr(memasang, "WINDOWS", True)
    monkeypatch.setattr(os, "fsync", lambda number: settled.add(os.fstat(number).st_ino))
    folder = at.root / "0001-1.0"
    (folder / "bin" / "python").chmod(0o444)
    memasang.settle(folder)
    assert settled == {path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("written", range(6))
def test_whatever_was_written_when_it_is_cut_what_starts_points_to_a_whole_program(
    at: Places, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    replace, left = Path.replace, iter(range(written))

    def replace_or_stop(path: Path, target: Path) -> Path:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return replace(path, target)

    without_wheels(monkeypatch, "2.0")
    monkeypatch.setattr(Path, "replace", replace_or_stop)
    with pytest.raises(KeyboardInterrupt):
        memasang.install(at)
    whole = [path.name for path in hapus.installed(at.root)]
    assert whole == ["0001-1.0", "0002-2.0"]
    assert at.command is not None
    for path in (at.launcher, at.command):
        assert any(name in path.read_text() for name in whole)


def without_wheels(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    """Let the installer install an empty folder as a version of the program."""
    monkeypatch.setattr(memasang, "stage", Path.mkdir)
    monkeypatch.setattr(memasang, "back_up", lambda *_: None)
    monkeypatch.setattr(memasang, "described", lambda _: (version, []))
    monkeypatch.setattr(memasang, "ENOUGH", 0)


@pytest.mark.parametrize("kind", ["file", "link", "gone"])
def test_what_another_program_left_under_the_name_is_told_and_kept(
    at: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    """Somebody had it from pip or pipx, whose command is a file or a link, also into nowhere."""
    assert at.command is not None
    at.command.unlink()
    other = at.root.parent / "pipx"
    if kind == "file":
        at.command.write_text("#!/usr/bin/python3\nfrom skp_tui.cli import main\nmain()\n")
    else:
        at.command.symlink_to(other)
    if kind == "link":
        other.write_text("#!/bin/sh\n")
    before = at.command.lstat()
    without_wheels(monkeypatch, "2.0")
    memasang.install(at)
    assert at.command.lstat() == before
    said = capsys.readouterr().out
    assert f"{at.command} milik program lain; tidak diubah." in said
    assert f"atau ketik: {at.launcher}\n" in said
    assert "PATH" not in said
    assert "0002-2.0" in at.launcher.read_text()
    [entry] = at.entries
    assert str(at.launcher) in entry.read_text()
    hapus.remove(at)
    assert at.command.lstat() == before


@pytest.mark.parametrize("names", [[], ["platformdirs-4.whl", "platformdirs-4 (1).whl"]])
def test_a_second_copy_of_a_wheel_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: list[str]
) -> None:
    (tmp_path / "roda").mkdir()
    for name in names:
        (tmp_path / "roda" / name).touch()
    monkeypatch.setattr(memasang, "SINI", tmp_path)
    with pytest.raises(hapus.RefusedError, match=rf"^{len(names)} berkas platformdirs-.*Salin"):
        memasang.places()


@pytest.mark.parametrize("said", [b"", b'{"versi": "1"}', b"[]", b"\xff\xfe"])
def test_a_bundle_whose_description_is_damaged_is_refused_in_a_sentence(
    said: bytes, tmp_path: Path
) -> None:
    (tmp_path / "bundel.json").write_bytes(said)
    with pytest.raises(hapus.RefusedError, match="Salin ulang seluruh map bundel"):
        periksa.look(tmp_path)
