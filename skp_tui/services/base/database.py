"""Makes the database ready, and opens it for one writing command."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from skp_tui.files import clear_abandoned, part_of
from skp_tui.services.base.holder import COMMAND_WAITS, holding
from skp_tui.storage.database.connection import is_there
from skp_tui.storage.database.migrate import create, upgrade

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer


def prepare(path: Path) -> None:
    """Create the file where there is none; bring an older one up to date, after a backup copy.

    What a killed restore left beside it goes.
    """
    clear_abandoned(part_of(path))
    if is_there(path):
        upgrade(path, _backup)
    else:
        create(path)


def _backup(path: Path) -> None:
    from skp_tui.storage.database.backup import backup_before_upgrade  # noqa: PLC0415 - rarely needed

    backup_before_upgrade(path)


@contextmanager
def writing(
    path: Path, clock: Callable[[], datetime], apa: str, *, wait: float = COMMAND_WAITS
) -> "Iterator[Writer]":
    """Hold the database for one writing command, which waits so many seconds for its turn."""
    from skp_tui.storage.transactions.writer import Writer  # noqa: PLC0415 - loads SQLModel, 350 ms

    with holding(path, apa, clock(), wait=wait):
        prepare(path)
        with Writer(path, clock) as writer:
            yield writer
