"""Opens the screen: on the user's database, or on a throw-away copy of the sample office."""

import argparse
import gc
import sys

from skp_tui.cli.output import database, now
from skp_tui.errors import InputError


def open_screen(arguments: argparse.Namespace) -> int:
    """Open the screen and return its exit status."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputError(
            "Layar perlu terminal.", "Jalankan di terminal, atau pakai perintah: skp-tui --help"
        )
    # nothing that the start makes is garbage: the app looks for it once the start screen stands
    gc.disable()
    from skp_tui.ui.run import run_screen  # noqa: PLC0415 - loads Textual

    if not arguments.contoh:
        return run_screen(database(arguments), now)
    from skp_tui.services.sample import sample_database  # noqa: PLC0415 - for the sample only

    with sample_database(now) as path:
        return run_screen(path, now, contoh=True)
