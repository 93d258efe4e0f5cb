"""Runs the screens on a database, from the lock to the exit status."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import wait
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import FrameType

from skp_tui.services.sitting import Sitting, sitting
from skp_tui.storage.looking import stored_settings
from skp_tui.ui.app import SkpApp

CRASHED = 70
"""The exit status after a bug; the database holds what was shown as saved."""
HUNG_UP = 129
PATIENCE = 10.0
"""Seconds that writes under way are given when the terminal is gone."""
GRACE = 5.0
"""Seconds that the program is given to end by itself after that."""

Clock = Callable[[], datetime]


def run_screen(path: Path, clock: Clock, *, contoh: bool = False) -> int:
    """Show the screens until they are left, and return the exit status.

    Raises BusyError and DatabaseError before anything is shown. ``contoh`` says that the database
    is a throw-away copy of the sample office. Who asks for the sample office on the first start
    sees a copy of it, and comes back to his own database afterwards.
    """
    while True:
        app = _show(path, clock, contoh=contoh)
        if app.return_code:
            return CRASHED
        if not app.wants_sample:
            return 0
        from skp_tui.services.sample import sample_database  # noqa: PLC0415 - reads files

        with sample_database(clock) as copy:
            if _show(copy, clock, contoh=True).return_code:
                return CRASHED


def _show(path: Path, clock: Clock, *, contoh: bool) -> SkpApp:
    with sitting(path, clock, hanya_kini=contoh) as own:
        with own.reading() as connection:
            settings = stored_settings(connection)
        app = SkpApp(own, settings, today=clock().date(), contoh=contoh)
        with _ending_with_the_terminal(own, app):
            app.run()
        return app


@contextmanager
def _ending_with_the_terminal(own: Sitting, app: SkpApp) -> Iterator[None]:
    """End the program when its terminal is closed, after what is queued is written.

    Textual goes on without a terminal, and would hold the database for ever.
    """
    if not hasattr(signal, "SIGHUP"):
        yield
        return

    def hung_up(_number: int, _frame: FrameType | None) -> None:
        threading.Thread(target=_end, args=(own, app), daemon=True).start()

    before = signal.signal(signal.SIGHUP, hung_up)
    try:
        yield
    finally:
        signal.signal(signal.SIGHUP, before)


def _end(own: Sitting, app: SkpApp) -> None:
    wait([own.submit(lambda _: None)], timeout=PATIENCE)
    app.call_later(app.exit)
    time.sleep(GRACE)
    os._exit(HUNG_UP)
