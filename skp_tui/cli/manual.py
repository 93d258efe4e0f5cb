"""The command that shows the manual: bantuan."""

import argparse
import shutil
from textwrap import fill

from skp_tui import paths
from skp_tui.cli.output import say
from skp_tui.errors import InputError
from skp_tui.services.keeping.booklet import BUKU, KARTU, keep
from skp_tui.ui.manual import pages as manual
from skp_tui.ui.manual.pages import EXAMPLE, ITEM
from skp_tui.ui.manual.plain import plain

DONE = 0
WIDEST = 100
NAME_WIDTH = 16


def run_manual(arguments: argparse.Namespace) -> int:
    """Carry out ``bantuan``: the pages there are, one of them, or the printed manual and card."""
    wanted = {BUKU: arguments.pdf, KARTU: arguments.kartu}
    files = {nama: target for nama, target in wanted.items() if target is not None}
    if files and arguments.halaman is not None:
        raise InputError("HALAMAN tidak dapat bersama --pdf atau --kartu.", "Pilih salah satu.")
    for nama, target in files.items():
        say(str(keep(nama, paths.typed_file(str(target), paths.here(), nama))))
    if not files:
        show_page(arguments.halaman)
    return DONE


def show_page(name: str | None) -> None:
    """Print a page as wide as the terminal, or which pages there are."""
    if name is None:
        say(*contents())
        return
    width = min(WIDEST, shutil.get_terminal_size().columns)
    before = ""
    for part in plain(manual.page(name)):
        listed = part.startswith(ITEM) and before.startswith(ITEM)
        if before and not listed and not before.isupper():
            say("")
        indent = "  " if part.startswith((ITEM, EXAMPLE)) else ""
        say(fill(part, width, subsequent_indent=indent, break_on_hyphens=False))
        before = part


def contents() -> list[str]:
    """Return the pages by chapter, each with the word that shows it."""
    lines = []
    for chapter, names in manual.chapters().items():
        lines += [chapter, *(f"  {name:<{NAME_WIDTH}}{manual.page(name).title}" for name in names)]
    return [*lines, "", "Satu halaman: skp-tui bantuan HALAMAN"]
