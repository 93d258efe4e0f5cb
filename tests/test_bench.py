"""The bench measures what it says; no time is judged here, which depends on the machine."""

import math
import sys
from pathlib import Path

import pytest

from tests.bench import process
from tests.bench.figures import Figures
from tests.bench.keyboard import hold, press_early, press_one_by_one
from tests.bench.pane import View
from tests.bench.people import cursor, make_people
from tests.bench.programs import BARE, DOWN, OURS, letters
from tests.bench.reading import opened_files
from tests.bench.screens import NO_SCREENS, bytes_of
from tests.bench.startup import start
from tests.bench.table import README, markdown, with_figures
from tests.pictures.scenes import YEAR_2017, YEAR_2025

linux = pytest.mark.skipif(sys.platform != "linux", reason="the bench reads /proc")


def view_of(*pieces: bytes) -> View:
    """Return a screen after some output."""
    view = View((40, 5))
    for piece in pieces:
        view.draw(piece)
    return view


LIST = b"\x1b[H  1 Orang1\r\n\x1b[7m> 2 Orang2\x1b[0m\r\n  3 Orang3"


def test_the_cursor_is_where_one_line_looks_unlike_all_others() -> None:
    assert cursor(view_of(LIST)) == 2


def test_no_line_is_the_cursors_while_all_look_alike() -> None:
    assert cursor(view_of(LIST.replace(b"\x1b[7m", b""))) is None


def test_a_sequence_may_come_in_pieces() -> None:
    for cut in range(len(LIST)):
        assert cursor(view_of(LIST[:cut], LIST[cut:])) == 2, cut


def test_what_a_terminal_is_asked_leaves_nothing_on_the_screen() -> None:
    view = view_of(b"\x1b[>1u\x1b[?2026$p\x1b[<u\x1bP+q544e\x1b\\xxx")
    assert view.text.strip() == "xxx"
    assert letters(view) == 3


def test_only_regular_files_that_could_be_opened_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.touch()
    trace = (
        f'7 1.5 openat(AT_FDCWD, "{file}", O_RDONLY|O_CLOEXEC) = 3\n'
        f'7 1.6 openat(AT_FDCWD, "{tmp_path}", O_RDONLY|O_DIRECTORY) = 4\n'
        f'7 1.7 openat(AT_FDCWD, "{tmp_path / "b"}", O_RDONLY) = -1 ENOENT (No such file)\n'
        '7 1.8 openat(AT_FDCWD, "/proc/self/maps", O_RDONLY) = 5\n'
        f'8 2.0 openat(AT_FDCWD, "{file}", O_RDONLY <unfinished ...>\n'
        "8 2.5 <... openat resumed>) = 6\n"
    )
    assert list(opened_files(trace)) == [(1.5, str(file)), (2.0, str(file))]


def test_every_key_of_every_scene_is_one_that_a_terminal_sends() -> None:
    scenes = [scene for scene in (*YEAR_2017, *YEAR_2025) if scene.name not in NO_SCREENS]
    for scene in scenes:
        for key in scene.keys:
            assert len(bytes_of(key)) == 1 or bytes_of(key).startswith(b"\x1b"), (scene, key)


def test_the_readme_has_a_place_for_the_table() -> None:
    text = README.read_text(encoding="utf-8")
    assert "| 1.23 |" in with_figures(text, "| 1.23 |\n")


def test_the_table_compares_with_the_bare_program_round_by_round() -> None:
    figures = Figures()
    for mine, bare in ((2.0, 1.0), (3.0, 2.0), (4.0, 1.0)):
        figures.add("first", OURS, mine)
        figures.add("first", BARE, bare)
    figures.add("loading", OURS, math.inf)
    figures.add("loading", BARE, 0.05)
    lines = markdown(figures, 3).splitlines()
    assert lines[2] == "| first frame (s) | 3.00 | 1.00 | 2.00 | ≤ 1.05 × |"
    assert lines[3] == "| slowest key after that (ms) | some lost | 50 | – | ≤ 100 ms |"


@linux
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_start_and_keys_are_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "LOOK", 0.04)
    people = make_people(tmp_path / "orang", 14)
    begun = start(OURS, people)
    assert 0 < begun.first <= begun.filled
    assert 0 < begun.memory < begun.peak
    with BARE.start(people) as pane:
        early = press_early(pane, BARE, 0.5)
        assert early.lost == 0
        assert math.isfinite(early.first)
        BARE.go_to_list(pane, people)
        assert all(seconds > 0 for seconds in press_one_by_one(pane, DOWN, cursor, 2))
        held = hold(pane, DOWN, cursor, 0.2)
        assert (cursor(pane.view), held.still >= 0) == (14, True)
        assert process.cpu_seconds(pane.pid) > 0
