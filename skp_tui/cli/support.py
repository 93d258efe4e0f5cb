"""The command that tells who helps what he needs to know: dukungan."""

import argparse
import shutil
from contextlib import suppress
from pathlib import Path

from skp_tui import paths
from skp_tui.cli.output import database, now, say, show
from skp_tui.cli.progress import Progress, working
from skp_tui.errors import SkpError
from skp_tui.services.base.holder import holder_of
from skp_tui.services.base.text_file import save_text
from skp_tui.services.keeping.support import BagianAkun, Letak, account
from skp_tui.services.keeping.support_text import (
    CHECK,
    FILE,
    IN_USE,
    as_text,
    check,
    is_given_up,
    is_whole,
)
from skp_tui.services.keeping.veil import tirai
from skp_tui.storage.database.looking import reading
from skp_tui.ui.terminal.words import terminal_lines

WHOLE, NOT_WHOLE = 0, 1


def run_support(arguments: argparse.Namespace) -> int:
    """Carry out ``dukungan``: it tells also of a database that is damaged, held or not there."""
    path = database(arguments)
    with working("Memeriksa") as advance:
        first, *rest = account(Letak(path, paths.log_file()), now(), tirai())
        found = _checked(path, advance)
    columns, rows = shutil.get_terminal_size()
    size = ("ukuran", f"{columns} x {rows}")
    text = as_text((first, BagianAkun("Terminal", (*terminal_lines(), size)), *rest, found), now())
    if arguments.ke is None:
        show(*text.splitlines())
    else:
        say(str(save_text(text, str(arguments.ke), paths.here(), FILE)))
    return WHOLE if is_whole(found) or is_given_up(found) else NOT_WHOLE


def _checked(path: Path, advance: Progress) -> BagianAkun:
    """Check the database where nobody uses it: who works there is not to wait for a helper."""
    with suppress(OSError):  # where one may not even ask, the account says so
        if holder_of(path) is not None:
            return IN_USE
    try:
        with reading(path) as connection:
            return check(connection, advance)
    except (SkpError, OSError):
        # the account says why it cannot be read
        return BagianAkun(
            CHECK, (("hasil", "tidak mungkin, karena basis data tidak dapat dibaca"),)
        )
