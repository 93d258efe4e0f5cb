"""How the program is removed: whole or not at all, without the bundle, and nothing else with it."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

import hapus
import peluncur
from hapus import Places
from packing.wheelhouse import GUIDE, STICK
from skp_tui.services.base.holder import holding

NOW = datetime(2018, 1, 19, tzinfo=UTC)


def everything(at: Places) -> list[Path]:
    return sorted(at.root.parent.rglob("*"))


def left_behind(at: Places) -> None:
    """Put beside a program what the installer leaves there for its removal."""
    shutil.copy(STICK / "hapus.py", at.root)
    (at.root / hapus.RECORD).write_text(hapus.record_of(at))


def remove_by_itself(at: Places, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """Run what lies beside the program as its user does, from anywhere."""
    return subprocess.run(
        ["sh", at.root / peluncur.REMOVER],
        env={"PATH": os.environ["PATH"], "SKP_TUI_DB": str(tmp_path / "data" / "skp.db")},
        cwd=at.root,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_program_on_somebodys_screen_is_not_removed(
    at: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "data" / "skp.db"
    monkeypatch.setenv("SKP_TUI_DB", str(database))
    with holding(database, "layar", NOW):
        before = everything(at)
        with pytest.raises(hapus.RefusedError, match=r"sedang dipakai \(layar\)\. Tutup skp-tui"):
            hapus.remove(at)
        assert everything(at) == before
    hapus.remove(at)
    assert {path.name for path in tmp_path.iterdir()} == {"data", "bin", "menu"}
    assert [path for path in at.elsewhere if path.exists()] == []
    hapus.remove(at)  # a second time there is nothing to refuse


def test_a_program_that_does_not_let_itself_be_moved_stays_whole(
    at: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows lets nobody rename a folder in which a program runs; here a file is in the way."""
    monkeypatch.setenv("SKP_TUI_DB", str(tmp_path / "skp.db"))
    (tmp_path / "skp-tui-program.dihapus").touch()
    before = everything(at)
    with pytest.raises(hapus.RefusedError, match=r"masih dipakai\. Tutup skp-tui"):
        hapus.remove(at)
    assert everything(at) == before


@pytest.mark.parametrize("broken", ["#!/bin/sh\nexit 1\n", None])
def test_a_program_that_cannot_run_any_more_can_be_removed(at: Places, broken: str | None) -> None:
    """Its Python fails, or is gone with an update of the system."""
    python = at.root / "0001-1.0" / "bin" / "python"
    python.write_text(broken) if broken else python.unlink()
    hapus.remove(at)
    assert not at.root.exists()


def test_the_program_removes_itself_without_the_bundle(at: Places, tmp_path: Path) -> None:
    left_behind(at)
    done = remove_by_itself(at, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "tetap ada" in done.stdout
    assert {path.name for path in tmp_path.iterdir()} <= {"data", "bin", "menu"}
    assert [path for path in at.elsewhere if path.exists()] == []


def test_the_program_does_not_remove_itself_while_it_is_on_a_screen(
    at: Places, tmp_path: Path
) -> None:
    left_behind(at)
    with holding(tmp_path / "data" / "skp.db", "layar", NOW):
        before = everything(at)
        done = remove_by_itself(at, tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("hapus: basis data sedang dipakai (layar). Tutup skp-tui")
        assert everything(at) == before


@pytest.mark.parametrize("said", [None, "", "{}", "[]", '{"peluncur": "x"}'])
def test_without_a_record_of_what_was_installed_nothing_is_removed(
    at: Places, tmp_path: Path, said: str | None
) -> None:
    left_behind(at)
    if said is None:
        (at.root / hapus.RECORD).unlink()
    else:
        (at.root / hapus.RECORD).write_text(said)
    before = everything(at)
    done = remove_by_itself(at, tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "tidak ada catatan pemasangan" in done.stderr
    assert everything(at) == before


def test_what_was_installed_is_known_again_from_its_record(at: Places) -> None:
    for places in (at, Places(at.root, at.root / "skp-tui.cmd", None, at.entries)):
        (at.root / hapus.RECORD).write_text(hapus.record_of(places))
        assert hapus.recorded(at.root) == places


def test_the_bundle_need_not_be_whole_to_remove_what_it_installed(
    at: Places, tmp_path: Path
) -> None:
    """Nothing of it is looked at but where platformdirs puts things."""
    stick = tmp_path / "stik"
    shutil.copytree(STICK, stick, ignore=shutil.ignore_patterns("__pycache__"))
    (stick / "roda" / "platformdirs-4.whl").mkdir(parents=True)
    (stick / "roda" / "platformdirs-4.whl" / "platformdirs.py").write_text(
        "from pathlib import Path\n"
        f"def user_data_path(name, appauthor): return Path({str(at.root.parent)!r}) / name\n"
        f"def user_bin_path(): return Path({str(tmp_path / 'bin')!r})\n"
        f"def user_applications_path(): return Path({str(tmp_path / 'menu')!r})\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", stick / "pasang.py", "--hapus"],
        env={"SKP_TUI_DB": str(tmp_path / "data" / "skp.db")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert not at.root.exists()
    assert [path for path in at.elsewhere if path.exists()] == []


def test_the_script_of_windows_removes_by_a_copy_and_reads_on_in_none_of_its_lines(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(hapus, "WINDOWS", True)
    folder = tmp_path / "0003-1.0"
    (folder / "Scripts").mkdir(parents=True)
    lines = {}
    for name in ("python.exe", "Scripts\\python.exe"):
        text = peluncur.windows_remover(folder)
        assert text.isascii()
        lines[name] = text.split("\r\n")
        assert all(line.count('"') % 2 == 0 for line in lines[name])
        (folder / "Scripts" / "python.exe").touch()
    for name, script in lines.items():
        assert script[-1] == ""
        assert script[-2].startswith(f'"%salinan%\\{name}" -I "%salinan%\\hapus.py" "%~dp0." & ')
        assert script[-2].endswith("exit /b")


def test_the_guide_names_what_removes_the_program() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert "skp-tui-program/hapus.sh" in guide
    assert r"skp-tui-program\hapus.cmd" in guide
    assert (STICK / "hapus.py").read_bytes().isascii()
