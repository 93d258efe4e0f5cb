"""What the terminal can do, by what it says of itself, and how the program then looks."""

from ctypes import c_ulong, c_void_p
from dataclasses import dataclass, field
from typing import Any

import pytest

from skp_tui.errors import InputError
from skp_tui.ui.terminal.abilities import (
    GELAP,
    TERANG,
    WARNA_16,
    Colours,
    Terminal,
    can_write,
    colours_of,
    rendering,
    says_utf8,
)
from skp_tui.ui.terminal.windows_console import OBEYS
from skp_tui.ui.terminal.windows_console import colours_of as colours_of_console

SIXTEEN = Terminal(name="linux", colours=Colours.SIXTEEN)


@pytest.mark.parametrize("name", ["", "dumb", "unknown", "DUMB"])
def test_a_terminal_that_cannot_move_its_cursor_is_refused_in_words(name: str) -> None:
    with pytest.raises(InputError, match="tidak dapat menggambar layar") as raised:
        colours_of({"TERM": name})
    assert "PuTTY" in raised.value.kalimat()


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"TERM": "xterm-256color"}, Colours.MANY),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, Colours.MANY),
        ({"TERM": "xterm-kitty"}, Colours.MANY),
        ({"TERM": "xterm"}, Colours.SIXTEEN),
        ({"TERM": "linux"}, Colours.SIXTEEN),
        ({"TERM": "putty"}, Colours.SIXTEEN),
        ({"TERM": "screen"}, Colours.SIXTEEN),
        ({"TERM": "vt100"}, Colours.NONE),
        ({"TERM": "vt220-8bit"}, Colours.NONE),
        ({"TERM": "xterm-mono"}, Colours.NONE),
        ({"TERM": "linux-m"}, Colours.NONE),
    ],
)
def test_the_name_of_the_terminal_says_its_colours(
    environ: dict[str, str], colours: Colours
) -> None:
    assert colours_of(environ) is colours


@pytest.mark.parametrize(
    ("environ", "is_utf8"),
    [
        ({}, True),
        ({"LANG": "id_ID.UTF-8"}, True),
        ({"LANG": "C.utf8"}, True),
        ({"LANG": "id_ID"}, False),
        ({"LANG": "id_ID.ISO-8859-1"}, False),
        ({"LANG": "C"}, False),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, False),
        ({"LANG": "id_ID", "LC_CTYPE": "C.UTF-8"}, True),
        ({"LC_CTYPE": "C.UTF-8"}, True),
        ({"LANG": "id_ID.UTF-8", "LC_ALL": "POSIX"}, False),
        ({"LANG": "C", "LC_ALL": "en_US.UTF-8"}, True),
    ],
)
def test_the_locale_says_utf_8_or_nothing(environ: dict[str, str], is_utf8: bool) -> None:
    assert says_utf8(environ) is is_utf8


@pytest.mark.parametrize(
    ("encoding", "can"),
    [("utf-8", True), ("UTF8", True), ("latin-1", False), ("cp1252", False), ("cp437", False),
     ("ascii", False), ("tidak ada", False), (None, False)],
)  # fmt: skip
def test_an_encoding_has_all_the_signs_of_the_screens_or_cannot_draw_them(
    encoding: str | None, can: bool
) -> None:
    assert can_write(encoding) is can


@pytest.mark.parametrize(
    ("terminal", "settings", "tema", "polos"),
    [
        (Terminal(), {}, GELAP, False),
        (Terminal(), {"tema": "terang"}, TERANG, False),
        (Terminal(), {"tema": "dari versi lain"}, GELAP, False),
        (SIXTEEN, {}, WARNA_16, False),
        (SIXTEEN, {"tema": "gelap"}, GELAP, False),
        (Terminal(hemat=True), {}, WARNA_16, False),
        (Terminal(), {"hemat": "ya"}, WARNA_16, False),
        (Terminal(), {"hemat": "ya", "tema": "terang"}, TERANG, False),
        (Terminal(no_color=True), {"tema": "terang"}, WARNA_16, True),
        (Terminal(name="vt100", colours=Colours.NONE), {"tema": "gelap"}, WARNA_16, True),
    ],
)
def test_the_theme_is_the_chosen_one_or_the_one_that_suits_the_terminal(
    terminal: Terminal, settings: dict[str, str], tema: str, polos: bool
) -> None:
    shown = rendering(terminal, settings)
    assert (shown.tema, shown.polos) == (tema, polos)
    chosen = not polos and settings.get("tema") is not None
    assert bool(shown.why) is (tema == WARNA_16 and not chosen)


@pytest.mark.parametrize(
    ("terminal", "chosen", "is_ascii", "says_so"),
    [
        (Terminal(), None, False, False),
        (Terminal(), "ya", True, False),
        (Terminal(ascii=True), "tidak", True, False),
        (Terminal(says_utf8=False), None, True, True),
        (Terminal(says_utf8=False), "tidak", False, False),
        (Terminal(drawable=False), "tidak", True, True),
    ],
)
def test_ascii_is_chosen_or_taken_where_the_terminal_would_show_something_else(
    terminal: Terminal, chosen: str | None, is_ascii: bool, says_so: bool
) -> None:
    shown = rendering(terminal, {} if chosen is None else {"ascii": chosen})
    assert shown.ascii is is_ascii
    assert bool(shown.why_ascii) is says_so


@dataclass
class Console:
    """A console of Windows as its library answers: whether there is one, and what it obeys."""

    is_console: bool = True
    obeys: bool = True
    mode: int = 3
    set: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.GetStdHandle: Any = lambda number: 7 if number == -11 else None

    def GetConsoleMode(self, handle: c_void_p, mode: Any) -> int:  # noqa: N802, ANN401
        """Tell the mode, as the library does: into what the caller points at."""
        mode._obj.value = self.mode
        return int(self.is_console and handle.value == 7)

    def SetConsoleMode(self, handle: c_void_p, mode: c_ulong) -> int:  # noqa: N802
        """Set the mode, unless the console does not know it."""
        self.set.append(mode.value)
        return int(handle.value == 7 and (self.obeys or not mode.value & OBEYS))


def test_a_console_of_windows_is_asked_and_left_as_it_was() -> None:
    console = Console()
    assert colours_of_console(console, 19045) == 256
    assert console.set == [3 | OBEYS, 3]
    assert colours_of_console(Console(mode=7), 14393) == 16


@pytest.mark.parametrize(
    ("console", "build"), [(Console(), 9600), (Console(obeys=False), 19045),
                           (Console(is_console=False), 19045)],
)  # fmt: skip
def test_an_old_console_of_windows_is_refused_in_words(console: Console, build: int) -> None:
    with pytest.raises(InputError) as raised:
        colours_of_console(console, build)
    assert "konsol" in raised.value.kalimat().lower()
    assert "PuTTY" in raised.value.kalimat()
