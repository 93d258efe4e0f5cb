"""What a bug leaves behind: a short sentence on the screen, and a log that names nobody."""

import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from skp_tui.errors import SORRY
from skp_tui.files import OWNER_ONLY, make_folder

LOG_LIMIT = 1_000_000
"""Bytes after which the log begins anew; a fault that repeats must not fill the disk."""


def described(error: BaseException) -> Iterator[str]:
    """Yield the lines of a fault: kinds of exception and places, never a text or a value.

    A message, a source line and a local variable may each hold a NIP, a name or a score.
    """
    seen: set[int] = set()
    current: BaseException | None = inner(error)
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        kind = type(current)
        yield f"{kind.__module__}.{kind.__qualname__}"
        for frame, number in traceback.walk_tb(current.__traceback__):
            code = frame.f_code
            yield f'  "{code.co_filename}", line {number}, in {code.co_name}'
        current = current.__cause__ or current.__context__


def inner(error: BaseException) -> BaseException:
    """Return the fault itself: Textual wraps one that happened in a worker."""
    wrapped = getattr(error, "error", None)
    return wrapped if isinstance(wrapped, BaseException) else error


def write_log(path: Path, error: BaseException, now: datetime) -> bool:
    """Append a fault to the log, readable by its owner only; False when that is not possible."""
    with suppress(OSError):
        make_folder(path.parent)
        if path.exists() and path.stat().st_size > LOG_LIMIT:
            path.unlink()
        path.touch(mode=OWNER_ONLY)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{now.isoformat(timespec='seconds')}\n")
            log.writelines(f"{line}\n" for line in described(error))
        return True
    return False


def sentence(path: Path, *, logged: bool) -> str:
    """Return what the user is told."""
    return f"{SORRY}\nCatatan untuk pembuatnya: {path}" if logged else SORRY
