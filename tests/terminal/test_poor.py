"""The program on real poor terminals: it comes up, is used by keys, and goes away cleanly."""

import subprocess
import sys
from pathlib import Path

import pytest

from skp_tui.ui.terminal.ascii import ascii_text
from tests.terminal.tmux import Terminal, terminal

pytestmark = pytest.mark.terminal
ASKED = "Mengapa 88,64 (Baik)?"


def used(pane: Terminal) -> str:
    """Open an explanation, and return it as shown, with its styles."""
    pane.wait_for("Dinilai 40 dari 41", "F10 Semua")
    pane.keys("F9")
    pane.wait_for(ASKED)
    return pane.tmux("capture-pane", "-p", "-e")


def left(pane: Terminal) -> str:
    """Quit, and return what the terminal shows then."""
    pane.keys("C-q")
    return pane.wait_for("status")


@pytest.mark.parametrize("name", ["vt100", "linux", "xterm"])
def test_the_program_is_used_on_a_poor_terminal(name: str) -> None:
    env = {"TERM": name, "COLORTERM": "", "LANG": "C.UTF-8"}
    script = f"{sys.executable} -m skp_tui --contoh; echo status $?; sleep 60"
    with terminal(env=env, program=("sh", "-c", script)) as pane:
        styled = used(pane)
        assert "38;" not in styled
        assert "48;" not in styled
        if name == "vt100":
            orders = [part.partition("m")[0] for part in styled.split("\x1b[")[1:]]
            numbers = {number for order in orders for number in order.split(";")}
            assert numbers <= {"", "0", "1", "2", "3", "4", "7", "39", "49"}, numbers
        assert "status 0" in left(pane)


def test_a_locale_without_utf_8_gets_ascii_and_is_told() -> None:
    with terminal("--contoh", env={"LANG": "C", "LC_ALL": "", "LC_CTYPE": ""}) as pane:
        pane.wait_for("tidak memakai UTF-8")
        used(pane)
        assert pane.screen().isascii()


def test_an_economical_screen_is_the_same_screen_with_less_than_half_the_writing(
    tmp_path: Path,
) -> None:
    views: list[str] = []
    written: list[int] = []
    for arguments in (("--contoh",), ("--contoh", "--hemat"), ("--contoh", "--hemat", "--ascii")):
        log = tmp_path / f"{len(views)}.txt"
        with terminal(*arguments, env={"TERM": "xterm-256color"}) as pane:
            pane.wait_for("Dinilai 40 dari 41", "F10 Semua")
            pane.tmux("pipe-pane", "-O", f"cat > {log}")
            used(pane)
            pane.keys("Escape", "Down", "Down", "Enter")
            pane.wait_for("Meilani", "Tugas tambahan")
            pane.keys("F4")
            pane.wait_for("Deetje", "Tugas tambahan")
            pane.keys("F3")
            # her value stands last: a look in the middle of the writing does not have it yet
            views.append(pane.wait_for("Meilani", "Tugas tambahan", "NILAI  88,24 Baik"))
            pane.tmux("pipe-pane")
        written.append(log.stat().st_size)
    usual, spared, plain = views
    assert spared == usual
    assert plain == "\n".join(ascii_text(line) for line in usual.split("\n"))
    assert written[1] < written[0] / 2, written
    assert written[2] < written[0] / 2, written


@pytest.mark.parametrize("name", ["dumb", ""])
def test_a_terminal_that_cannot_draw_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    script = f"{sys.executable} -m skp_tui; echo status $?; sleep 60"
    socket = f"skp-dumb-{name}-{tmp_path.name[-8:]}"
    start = ["tmux", "-L", socket, "-f", "/dev/null", "new-session", "-d", "-x", "100"]
    command = ["env", f"TERM={name}", f"PYTHONPATH={Path.cwd()}", "sh", "-c", script]
    subprocess.run([*start, *command], check=True, capture_output=True)
    pane = Terminal(socket)
    try:
        seen = pane.wait_for("status 2")
    finally:
        subprocess.run(["tmux", "-L", socket, "kill-server"], check=False)
    assert "tidak dapat menggambar layar" in seen
    assert "Traceback" not in seen
