"""The first frame is one line; the rest is loaded while it stands, and no key is lost meanwhile."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest
from textual import events
from textual.color import Color
from textual.widgets import Input

from skp_tui.errors import DatabaseError
from skp_tui.ui.app import SkpApp
from skp_tui.ui.one_key import GRACE
from skp_tui.ui.screens.lists.table import PeopleGrid
from skp_tui.ui.screens.mengapa.screen import MengapaScreen
from skp_tui.ui.screens.unit import read as unit_read
from skp_tui.ui.screens.unit.screen import UnitScreen
from skp_tui.ui.widgets.grid.grid import Row
from tests.ui.conftest import TODAY, Heard, Program, sat

LATER = (
    "skp_tui.ui.screens.unit.screen",
    "skp_tui.ui.widgets.grid.grid",
    "skp_tui.services.base.views",
)


def test_the_first_frame_needs_neither_grid_nor_rules() -> None:
    script = (
        "import sys, skp_tui.ui.run; "
        f"print(*(name for name in {LATER} if name in sys.modules), sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert not done.stdout.split()


def test_the_filled_list_needs_no_explanation() -> None:
    script = (
        "import sys, skp_tui.ui.screens.unit.screen, skp_tui.ui.screens.unit.read; "
        "print(*(name for name in sys.modules if name.endswith('_explain')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert not done.stdout.split()


async def test_the_list_is_drawn_with_its_rows_at_once_and_only_once(
    sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "skp.db"
    shutil.copy(sample_file, path)
    placed: list[tuple[int, ...]] = []
    given = PeopleGrid.set_rows

    def watched(grid: PeopleGrid, rows: Sequence[Row]) -> None:
        given(grid, rows)
        placed.append(tuple(grid.virtual_size))

    monkeypatch.setattr(PeopleGrid, "set_rows", watched)
    with sat(path) as own:
        app = SkpApp(own, {}, today=TODAY)
        async with app.run_test(size=(120, 70)) as pilot:
            program = Program(app, pilot, own, tmp_path / "galat.log")
            await program.settle()
            assert program.unit.people.rows
            assert placed == [tuple(program.unit.people.virtual_size)]


async def test_a_start_styles_no_field_that_nobody_types_into_yet(
    sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "skp.db"
    shutil.copy(sample_file, path)
    restyled: list[SkpApp] = []
    monkeypatch.setattr(SkpApp, "refresh_css", lambda app, **_: restyled.append(app))
    with sat(path) as own:
        app = SkpApp(own, {"tema": "terang"}, today=TODAY)
        async with app.run_test() as pilot:
            program = Program(app, pilot, own, tmp_path / "galat.log")
            await program.settle()
            assert not app.screen.query(Input)
            await program.press("slash")
            assert program.unit.bar.field.has_focus
            assert (app.theme, restyled) == ("terang", [])
            assert app.has_class("-light-mode")
            assert app.screen.styles.background == Color.parse("#FFFFFF")


async def test_a_key_typed_before_the_start_screen_stands_does_its_work(
    sample_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "skp.db"
    shutil.copy(sample_file, path)
    with sat(path) as own:
        app = SkpApp(own, {}, today=TODAY)
        async with app.run_test() as pilot:
            assert not isinstance(app.screen, UnitScreen)
            for key in ("down", "f9"):
                app.post_message(events.Key(key, None))
            program = Program(app, pilot, own, tmp_path / "galat.log")
            await program.settle()
            assert isinstance(app.screen, MengapaScreen)
            second = program.unit.view
            assert second is not None
            assert second.orang[1].nama in program.screen_text()


async def test_the_program_can_be_left_while_its_start_is_stuck(
    sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free, seconds = Event(), [0.0]
    monkeypatch.setattr(unit_read, "opened", lambda *_: free.wait())
    path = tmp_path / "skp.db"
    shutil.copy(sample_file, path)
    with sat(path) as own:
        app = Heard(own, {}, today=TODAY)
        app.now = lambda: seconds[0]
        async with app.run_test() as pilot:
            try:
                app.post_message(events.Key("ctrl+q", None))
                await pilot.pause()
                assert app.is_running
                seconds[0] = GRACE
                app.resume_keys()
                for _ in range(8):
                    if app.is_running:
                        await pilot.pause()
                assert not app.is_running
            finally:
                free.set()


async def test_a_start_that_cannot_be_read_shows_the_start_screen_and_one_reason(
    sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DatabaseError("Basis data rusak.", "Pulihkan dari cadangan.")

    monkeypatch.setattr(unit_read, "opened", refuse)
    path = tmp_path / "skp.db"
    shutil.copy(sample_file, path)
    with sat(path) as own:
        app = Heard(own, {}, today=TODAY)
        async with app.run_test(notifications=True) as pilot:
            program = Program(app, pilot, own, tmp_path / "galat.log")
            await program.settle()
            assert isinstance(app.screen, UnitScreen)
            assert program.toasts() == ["Basis data rusak. Pulihkan dari cadangan."]
            await program.press("ctrl+q")
        assert not app.is_running
