"""The program as a whole: its exit status, its locks, and a terminal that goes away."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from skp_tui.errors import BusyError, DatabaseError
from skp_tui.services.keeping.sitting import sitting
from skp_tui.ui import run
from skp_tui.ui.app import SkpApp
from tests.ui.conftest import Open, clock

LIMIT = 30.0


def test_a_second_screen_is_refused_and_told_who_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "skp.db"
    with sitting(path, clock), pytest.raises(BusyError, match="sedang dipakai layar"):
        run.run_screen(path, clock)


def test_a_file_that_is_no_database_is_refused_before_anything_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "skp.db"
    path.write_text("bukan basis data, hanya teks" * 100)
    with pytest.raises(DatabaseError):
        run.run_screen(path, clock)


def test_the_status_is_70_after_a_bug_and_0_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for status, expected in ((0, 0), (1, run.CRASHED)):
        monkeypatch.setattr(SkpApp, "run", lambda app, code=status, **_: app.exit(return_code=code))
        assert run.run_screen(tmp_path / "skp.db", clock) == expected


def test_who_asks_for_the_sample_sees_it_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[Path, bool]] = []

    def shown(app: SkpApp, **_: object) -> None:
        app.wants_sample = len(seen) == 0
        seen.append((app.sitting.path, app.contoh))
        with app.sitting.reading() as connection:
            connection.execute("SELECT count(*) FROM pegawai").fetchone()

    monkeypatch.setattr(SkpApp, "run", shown)
    own = tmp_path / "skp.db"
    assert run.run_screen(own, clock) == 0
    assert [path == own for path, _ in seen] == [True, False, True]
    assert [contoh for _, contoh in seen] == [False, True, False]
    assert not seen[1][0].exists()


@pytest.mark.parametrize("last", [0, 1])
def test_nothing_is_shown_any_more_once_the_terminal_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: int
) -> None:
    seen: list[bool] = []

    def shown(app: SkpApp, **_: object) -> None:
        app.wants_sample = True
        app.gone = len(seen) == last
        seen.append(app.contoh)

    monkeypatch.setattr(SkpApp, "run", shown)
    assert run.run_screen(tmp_path / "skp.db", clock) == 0
    assert seen == [False, True][: last + 1]


def test_the_stored_theme_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from skp_tui.services.office.configuring import change_setting  # noqa: PLC0415 - only here

    path, seen = tmp_path / "skp.db", []
    with sitting(path, clock) as own:
        own.submit(lambda writer: change_setting(writer, "tema", "terang", None)).result()
    monkeypatch.setattr(SkpApp, "run", lambda app, **_: seen.append(app.theme))
    run.run_screen(path, clock)
    assert seen == ["terang"]


WRITING = {"sqlmodel", "sqlalchemy", "pydantic"}
UNUSED = {"argparse", "gettext", "importlib.resources", "zipfile", "markdown_it"}
"""What Textual does not load either, and no start has a use for."""
LISTING = "skp_tui.ui.screens.unit.screen skp_tui.ui.screens.unit.read skp_tui.services.base.views"


@pytest.mark.parametrize("modules", ["skp_tui.ui.run", f"skp_tui.ui.run {LISTING}"])
def test_a_start_loads_only_what_the_first_frame_and_the_list_need(modules: str) -> None:
    code = (
        "import importlib, sys, skp_tui.cli, skp_tui.cli.screen\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(*sys.modules)"
    )
    found = subprocess.run(  # its own interpreter
        [sys.executable, "-c", code, *modules.split()], capture_output=True, text=True, check=True
    )
    assert set(modules.split()) <= set(found.stdout.split())
    assert not (WRITING | UNUSED) & set(found.stdout.split())


async def test_the_sample_says_on_every_screen_that_everybody_is_invented(
    open_program: Open,
) -> None:
    async with open_program() as program:
        program.app.contoh = True
        await program.press("p")
        assert "orangnya rekaan" in program.screen_text()
        await program.press("escape", "o")
        assert "orangnya rekaan" in program.screen_text()


async def test_a_copy_is_kept_and_nothing_is_overwritten(
    open_program: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "rumah"))
    async with open_program() as program:
        for _ in range(2):
            await program.press("f10", "g", "ctrl+u")
            await program.type("simpan.db")
            await program.press("enter")
        assert any("simpan-2.db" in toast for toast in program.toasts())
    for name in ("simpan.db", "simpan-2.db"):
        connection = sqlite3.connect(tmp_path / name)
        assert connection.execute("SELECT count(*) FROM pegawai").fetchone() == (42,)
        connection.close()


async def test_a_copy_that_cannot_be_written_is_told(
    open_program: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").write_text("berkas")
    async with open_program() as program:
        await program.press("f10", "g", "ctrl+u")
        await program.type("x/y.db")
        await program.press("enter")
        assert not program.app.saving.failed
        assert program.toasts()
