"""The programs between keyboard and screen, as far as the system names them.

Each of them may keep keys to itself. What the terminal can draw is another question, which
``ui/terminal.py`` answers.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final


class Alat(StrEnum):
    """A program between the keyboard and this one, by the name that its user knows."""

    WINDOWS_TERMINAL = "Windows Terminal"
    CONEMU = "ConEmu"
    KONSOL_WINDOWS = "konsol Windows"
    GNOME = "Terminal GNOME"
    XFCE = "Terminal Xfce"
    KONSOLE = "Konsole"
    XTERM = "xterm"
    PUTTY = "PuTTY"
    VSCODE = "Visual Studio Code"
    MACOS = "Terminal macOS"
    KONSOL_LINUX = "konsol Linux"
    BYOBU = "Byobu"
    TMUX = "tmux"
    SCREEN = "GNU screen"
    ZELLIJ = "Zellij"
    DOCKER = "Docker"
    PERAMBAN = "terminal di peramban"
    LAPTOP = "laptop"
    KABEL = "sambungan serial"


_BY_VARIABLE: Final = (
    ("WT_SESSION", Alat.WINDOWS_TERMINAL),
    ("ConEmuPID", Alat.CONEMU),
    ("VTE_VERSION", Alat.GNOME),
    ("KONSOLE_VERSION", Alat.KONSOLE),
    ("XTERM_VERSION", Alat.XTERM),
)
_BY_PROGRAM: Final = {"vscode": Alat.VSCODE, "Apple_Terminal": Alat.MACOS}
_BY_TERM: Final = (("putty", Alat.PUTTY), ("linux", Alat.KONSOL_LINUX))
_INSIDE: Final = (
    ("BYOBU_BACKEND", Alat.BYOBU),
    ("TMUX", Alat.TMUX),
    ("STY", Alat.SCREEN),
    ("ZELLIJ", Alat.ZELLIJ),
)
KERABAT: Final[Mapping[Alat, frozenset[Alat]]] = {
    Alat.GNOME: frozenset({Alat.GNOME, Alat.XFCE}),
    Alat.BYOBU: frozenset({Alat.BYOBU, Alat.TMUX}),
}
"""Programs that give themselves the same sign: Xfce's terminal is built on GNOME's."""


def between(
    environ: Mapping[str, str] = os.environ, system: str = sys.platform
) -> tuple[Alat, ...]:
    """Return what is known to be in between, the nearest to the keyboard first.

    Over a network only what names itself at this end can be known.
    """
    return tuple(dict.fromkeys(_between(environ, system)))


def _between(environ: Mapping[str, str], system: str) -> Iterator[Alat]:
    # a program inside tmux inherits what stood around it, so what is inside comes last
    found = [alat for name, alat in _BY_VARIABLE if environ.get(name)]
    yield from found
    if by_program := _BY_PROGRAM.get(environ.get("TERM_PROGRAM", "")):
        yield by_program
    term = environ.get("TERM", "")
    yield from (alat for start, alat in _BY_TERM if term.startswith(start))
    if system == "win32" and not found:
        yield Alat.KONSOL_WINDOWS
    yield from (alat for name, alat in _INSIDE if environ.get(name))


def is_far(environ: Mapping[str, str] = os.environ) -> bool:
    """Say whether the program is reached over a network, so that only this end is known."""
    return bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
