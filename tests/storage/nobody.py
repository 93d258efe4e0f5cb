"""Runs something without the rights of root, to whom every file is writable."""

import os
import pwd
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from skp_tui.errors import SkpError

NOBODY = "nobody"


@contextmanager
def shared_folder() -> Iterator[Path]:
    """Give a folder that nobody can get to and write in; that of pytest is for its user only."""
    with tempfile.TemporaryDirectory(prefix="skp-uji-") as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


def told(action: Callable[[], object]) -> str:
    """Return the sentence with which something is refused, empty when it is not."""
    try:
        action()
    except SkpError as error:
        return error.kalimat()
    return ""


def as_nobody(action: Callable[[], object]) -> str:
    """Do something in a child process as nobody, and return the sentence that refused it."""
    if os.geteuid() != 0:
        return told(action)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(action, writer)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as answer:
        text = answer.read()
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0, text
    return text


def _answer(action: Callable[[], object], writer: int) -> None:
    status = 1
    try:
        user = pwd.getpwnam(NOBODY)
        os.setgroups([])
        os.setgid(user.pw_gid)
        os.setuid(user.pw_uid)
        os.write(writer, told(action).encode())
        status = 0
    except BaseException as error:  # noqa: BLE001 - nothing of the parent may run on in the child
        os.write(writer, repr(error).encode())
    finally:
        os._exit(status)
