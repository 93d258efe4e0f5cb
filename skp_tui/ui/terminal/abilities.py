"""What the terminal can do, found out before anything is drawn, and how the program then looks."""

import os
import sys
from collections.abc import Mapping
from enum import IntEnum
from typing import Final

from skp_tui.errors import InputError
from skp_tui.record import record

OTOMATIS: Final = "otomatis"
GELAP: Final = "gelap"
TERANG: Final = "terang"
WARNA_16: Final = "16-warna"
TEMA: Final = (GELAP, TERANG, WARNA_16)
YA: Final = "ya"
TIDAK: Final = "tidak"

WIDTH: Final = 80
HEIGHT: Final = 24
"""The smallest window that every screen is meant for."""

SAMPLE: Final = "│─–…·×±≤→"
"""Signs that every screen is drawn with; an encoding without them cannot draw one."""
HELPLESS: Final = frozenset({"", "dumb", "unknown"})
WITHOUT_COLOUR: Final = ("vt1", "vt2", "vt3", "vt4", "vt5", "ansi-m", "wy", "xterm-mono")
NAMES_OF_C: Final = frozenset({"C", "POSIX"})
COERCED: Final = "C.UTF-8"
"""What Python writes into LC_CTYPE where the locale says C."""


class Colours(IntEnum):
    """How many colours a terminal tells apart."""

    NONE = 0
    SIXTEEN = 16
    MANY = 256


@record
class Terminal:
    """What a terminal can do, and what the call asked of it.

    ``drawable``: the signs of the screens can be written at all. ``says_utf8``: nothing says that
    it would show something else in their place. ``hemat`` and ``ascii`` stand for this run above
    what is set.
    """

    name: str = ""
    colours: Colours = Colours.MANY
    no_color: bool = False
    drawable: bool = True
    says_utf8: bool = True
    hemat: bool = False
    ascii: bool = False


@record
class Rendering:
    """How the program looks: what was chosen, or what suits the terminal where nothing was.

    ``why`` and ``why_ascii`` say it where it was not chosen.
    """

    tema: str = GELAP
    polos: bool = False
    ascii: bool = False
    hemat: bool = False
    why: str = ""
    why_ascii: str = ""


def rendering(terminal: Terminal, settings: Mapping[str, str]) -> Rendering:
    """Return how the program looks on a terminal with these settings."""
    hemat = terminal.hemat or settings.get("hemat", TIDAK) == YA
    tema, polos, why = _colours(terminal, settings.get("tema", OTOMATIS), hemat=hemat)
    plain, why_plain = _signs(terminal, settings.get("ascii", OTOMATIS))
    return Rendering(tema, polos, plain, hemat, why, why_plain)


def window_words(width: int, height: int) -> str:
    """Return what is to be said of a window that is smaller than the screens are meant for."""
    if width >= WIDTH and height >= HEIGHT:
        return ""
    return f"Jendela ini {width} × {height}; perbesar sampai {WIDTH} × {HEIGHT} bila dapat."


def _colours(terminal: Terminal, chosen: str, *, hemat: bool) -> tuple[str, bool, str]:
    if terminal.no_color:
        return WARNA_16, True, "Tanpa warna, karena NO_COLOR terpasang."
    if terminal.colours is Colours.NONE:
        return WARNA_16, True, f"Tanpa warna, karena terminal ini ({terminal.name}) tidak berwarna."
    if chosen != OTOMATIS:
        return chosen if chosen in TEMA else GELAP, False, ""
    if terminal.colours is Colours.SIXTEEN:
        return WARNA_16, False, "Tema 16-warna, karena terminal ini hanya mengenal 16 warna."
    if hemat:
        return WARNA_16, False, "Tema 16-warna, karena warna lain menambah tulisan ke layar."
    return GELAP, False, ""


def _signs(terminal: Terminal, chosen: str) -> tuple[bool, str]:
    if terminal.ascii or chosen == YA:
        return True, ""
    if not terminal.drawable or (chosen == OTOMATIS and not terminal.says_utf8):
        return True, "Garis dan tanda dengan ASCII: terminal ini tidak memakai UTF-8."
    return False, ""


def find_terminal(
    environ: Mapping[str, str] = os.environ,
    *,
    hemat: bool = False,
    ascii: bool = False,  # noqa: A002 - as the option is called
) -> Terminal:
    """Look at the terminal of this process; raises InputError when no screen can be drawn on it."""
    if sys.platform == "win32":
        from skp_tui.ui.terminal.windows_console import check_console  # noqa: PLC0415 - not elsewhere

        colours, name, stream = Colours(check_console()), "konsol Windows", sys.__stdout__
    else:
        name, stream = environ.get("TERM", ""), sys.__stderr__
        colours = colours_of(environ)
    return Terminal(
        name=name,
        colours=colours,
        no_color=bool(environ.get("NO_COLOR")),
        drawable=can_write(getattr(stream, "encoding", None)),
        says_utf8=sys.platform == "win32" or says_utf8(environ),
        hemat=hemat,
        ascii=ascii,
    )


def colours_of(environ: Mapping[str, str]) -> Colours:
    """Return how many colours the environment promises; raises InputError for none at all."""
    name = environ.get("TERM", "").lower()
    if name in HELPLESS:
        called = f"TERM={name}" if name else "TERM kosong"
        raise InputError(
            f"Terminal ini ({called}) tidak dapat menggambar layar.",
            "Buka di terminal biasa (PuTTY, konsol Linux, xterm), atau pakai perintah: "
            "skp-tui --help",
        )
    if name.startswith(WITHOUT_COLOUR) or name.endswith(("-m", "-mono")):
        return Colours.NONE
    many = environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"}
    # the same that Rich takes for more than sixteen: it would change other colours to sixteen
    if many or name.endswith(("-256color", "-kitty")):
        return Colours.MANY
    return Colours.SIXTEEN


def can_write(encoding: str | None) -> bool:
    """Say whether an encoding has the signs of the screens."""
    try:
        SAMPLE.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def says_utf8(environ: Mapping[str, str]) -> bool:
    """Say whether the locale names UTF-8, or nothing: Python, too, takes that for UTF-8.

    Python writes an LC_CTYPE of its own beside LANG=C, which is not what the terminal says.
    """
    lang = environ.get("LANG", "")
    ctype = environ.get("LC_CTYPE", "")
    if ctype == COERCED and lang in NAMES_OF_C:
        ctype = ""
    named = environ.get("LC_ALL", "") or ctype or lang
    return not named or "utf8" in named.lower().replace("-", "")
