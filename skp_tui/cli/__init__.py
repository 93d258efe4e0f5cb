"""The command line: data on standard output, messages on standard error, never a traceback."""

import os
import sys
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from skp_tui.cli.output import discard_output, refusal, tell
from skp_tui.errors import SORRY, InputError, SkpError

if TYPE_CHECKING:
    import argparse

REFUSED = 2
FAULT = 70
INTERRUPTED = 130
ONLY_THE_OWNER = 0o077


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit status (exchange 2)."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # an old console may not know every sign; a file must not depend on it
            stream.reconfigure(errors="backslashreplace")
    before = os.umask(ONLY_THE_OWNER)
    try:
        return _carried_out(sys.argv[1:] if argv is None else argv)
    finally:
        os.umask(before)


def _open_closed_streams() -> None:
    """Give a stream that the caller closed a place that takes everything and keeps nothing.

    The database would get its number otherwise, and whatever writes to that stream would hit it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - for the whole run
            setattr(sys, name, nowhere)


def _parsed(words: Sequence[str]) -> "argparse.Namespace | None":
    """Return what was called for, None for the screen: most starts have nothing to parse."""
    if not words:
        return None
    from skp_tui.cli.grammar import parse  # noqa: PLC0415 - argparse: a 40th of a start

    return parse(words)


def _carried_out(words: Sequence[str]) -> int:
    try:
        arguments = _parsed(words)
        _check_clock()
        status = _status(arguments)
    except BrokenPipeError:
        discard_output()  # whoever read the output has gone
        return INTERRUPTED
    except (SkpError, OSError) as error:
        tell(f"skp-tui: {refusal(error).kalimat()}")
        return REFUSED
    except KeyboardInterrupt:
        tell("skp-tui: dihentikan; tidak ada yang setengah tersimpan.")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a bug becomes a sentence and a line in the log
        return _fault(error)
    return status


def _check_clock() -> None:
    """Refuse what Python's own library cannot count: its modules fail on it when they load."""
    try:
        time.time()
    except OverflowError:
        raise InputError(
            "Jam komputer ini menunjukkan tahun yang tidak mungkin.",
            "Betulkan tanggal dan jamnya, lalu ulangi.",
        ) from None


def _status(arguments: "argparse.Namespace | None") -> int:
    if arguments is None:
        from skp_tui.cli.screen import show  # noqa: PLC0415 - only what was called for

        return show()
    status: int = arguments.run(arguments)
    return status


def _fault(error: Exception) -> int:
    try:
        words = _logged(error)
    except Exception:  # noqa: BLE001 - what fails while a bug is told must not hide it
        words = SORRY
    tell(*f"skp-tui: {words}".splitlines())
    return FAULT


def _logged(error: Exception) -> str:
    from skp_tui import paths  # noqa: PLC0415 - on a fault only
    from skp_tui.services.keeping.faults import sentence, write_log  # noqa: PLC0415 - on a fault only

    place = paths.log_file()
    logged = write_log(place, error, datetime.now().astimezone())
    return sentence(place, logged=logged)
