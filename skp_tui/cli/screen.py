"""Opens the screen: on the user's database, or on a throw-away copy of the sample office."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from skp_tui.cli.output import database_at, now
from skp_tui.errors import InputError
from skp_tui.ui.terminal.abilities import find_terminal

if TYPE_CHECKING:
    import argparse


def open_screen(arguments: "argparse.Namespace") -> int:
    """Open the screen with the options of a call and return its exit status."""
    return show(arguments.db, contoh=arguments.contoh, hemat=arguments.hemat, ascii=arguments.ascii)


def show(
    db: Path | None = None,
    *,
    contoh: bool = False,
    hemat: bool = False,
    ascii: bool = False,  # noqa: A002 - as the option is called
) -> int:
    """Open the screen and return its exit status; the defaults are those of the options."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    # the screen itself is drawn on standard error, except on Windows
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise InputError(
            "Layar perlu terminal.", "Jalankan di terminal, atau pakai perintah: skp-tui --help"
        )
    terminal = find_terminal(hemat=hemat, ascii=ascii)
    # nothing that the start makes is garbage: the app looks for it once the start screen stands
    gc.disable()
    from skp_tui.ui.run import run_screen  # noqa: PLC0415 - loads Textual

    if not contoh:
        return run_screen(database_at(db), now, terminal=terminal)
    from skp_tui.services.keeping.sample import sample_database  # noqa: PLC0415 - for the sample only

    with sample_database(now) as path:
        return run_screen(path, now, contoh=True, terminal=terminal)
