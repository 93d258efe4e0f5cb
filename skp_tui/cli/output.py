"""What every command shares: where the database is, now, how it prints, the refusals."""

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from skp_tui import paths
from skp_tui.domain.text import clean
from skp_tui.errors import InputError, SkpError
from skp_tui.files import reason_of

if TYPE_CHECKING:
    import argparse


def database(arguments: "argparse.Namespace") -> Path:
    """Return the database of the call; raises InputError for a directory."""
    return database_at(arguments.db)


def database_at(named: Path | None) -> Path:
    """Return a named database, or the usual one; raises InputError for a directory."""
    path = named if named is not None else paths.default_database()
    if not path.name or path.is_dir():
        raise InputError(
            f'Basis data "{path}" adalah map, bukan berkas.', "Sebutkan berkasnya dengan --db."
        )
    return path


def now() -> datetime:
    """Return the time with its offset."""
    return datetime.now().astimezone()


def say(*lines: str) -> None:
    """Print data on standard output, as it is."""
    _print(lines)


def _print(lines: Iterable[str]) -> None:
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_output()
        raise InputError(
            f"Hasil tidak dapat ditulis ke keluaran: {reason_of(error)}.",
            "Yang sudah dikerjakan tetap tersimpan.",
        ) from None


def show(*lines: str) -> None:
    """Print text for people on standard output, without signs that move a terminal."""
    show_all(lines)


def show_all(lines: Iterable[str]) -> None:
    """Print as ``show`` does, many lines at once: a flush for each takes longer than an import."""
    _print(map(_harmless, lines))


def say_json(doc: object) -> None:
    """Print one JSON document; an output that cannot hold every letter gets them escaped."""
    text = json.dumps(doc, ensure_ascii=False, indent=2)
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        text = json.dumps(doc, indent=2)
    say(text)


def tell(*lines: str) -> None:
    """Print messages on standard error; who closed it does not want them."""
    with suppress(OSError):
        for line in lines:
            print(_harmless(line), file=sys.stderr)


def _harmless(line: str) -> str:
    bare = line.lstrip(" ")
    return line[: len(line) - len(bare)] + clean(bare)


def discard_output() -> None:
    """Let what is still buffered go nowhere, so that the end of the program does not fail on it."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def refusal(error: SkpError | OSError) -> SkpError:
    """Return what the user is told: also where the system says no."""
    if isinstance(error, SkpError):
        return error
    place = f" {error.filename}" if isinstance(error.filename, str) else ""
    return InputError(
        f"Berkas atau map{place} tidak dapat dipakai: {reason_of(error)}.",
        "Periksa nama, tempat dan izinnya.",
    )
