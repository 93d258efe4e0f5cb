"""The terminal as an account for who helps: what it says of itself, and how the program looks."""

import os
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from skp_tui.errors import InputError
from skp_tui.services.keeping.support import Baris
from skp_tui.ui.keys.in_between import between, is_far
from skp_tui.ui.terminal.abilities import Colours, Terminal, find_terminal

if TYPE_CHECKING:
    from skp_tui.ui.terminal.abilities import Rendering

COLOURS = {Colours.NONE: "tanpa warna", Colours.SIXTEEN: "16", Colours.MANY: "256 atau lebih"}


def terminal_lines(environ: Mapping[str, str] = os.environ) -> Iterator[Baris]:
    """Yield what the terminal says of itself, and why no screen can be drawn where that is so."""
    yield "TERM", environ.get("TERM", "") or "kosong"
    yield "COLORTERM", environ.get("COLORTERM", "") or "kosong"
    yield "perantara", ", ".join(between(environ)) or "tidak diketahui"
    yield "lewat jaringan", yes_no(is_far(environ))
    try:
        yield from _drawing(find_terminal(environ))
    except InputError as error:
        yield "layar", f"tidak dapat digambar. {error.kalimat()}"


def _drawing(terminal: Terminal) -> Iterator[Baris]:
    no_color = " (NO_COLOR terpasang)" if terminal.no_color else ""
    yield "warna", f"{COLOURS[terminal.colours]}{no_color}"
    encoding = getattr(sys.__stdout__, "encoding", None) or "tidak diketahui"
    signs = "dapat ditulis" if terminal.drawable else "tidak dapat ditulis"
    yield "pengodean huruf", f"{encoding}, bahasa UTF-8 {yes_no(terminal.says_utf8)}, garis {signs}"


def screen_lines(
    rendering: "Rendering", columns: int, rows: int, *, mouse: bool, keys: str
) -> Iterator[Baris]:
    """Yield how the program looks now, and what came of trying the keys."""
    yield "ukuran", f"{columns} x {rows}"
    yield "tema", rendering.tema + (", tanpa warna" if rendering.polos else "")
    yield "hemat", yes_no(rendering.hemat)
    yield "ASCII", yes_no(rendering.ascii)
    yield "tetikus", yes_no(mouse)
    yield "tombol", keys


def yes_no(value: bool) -> str:  # noqa: FBT001 - the value is what is told
    """Say yes or no."""
    return "ya" if value else "tidak"
