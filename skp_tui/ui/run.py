"""Runs the screens on a database, from the lock to the exit status."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from skp_tui.services.keeping.sitting import sitting
from skp_tui.storage.database.looking import stored_settings
from skp_tui.ui.app import SkpApp
from skp_tui.ui.terminal.abilities import Terminal
from skp_tui.ui.terminal.hanging_up import ending_with_the_terminal

CRASHED = 70
"""The exit status after a bug; the database holds what was shown as saved."""

Clock = Callable[[], datetime]


def run_screen(
    path: Path, clock: Clock, *, contoh: bool = False, terminal: Terminal | None = None
) -> int:
    """Show the screens until they are left, and return the exit status.

    Raises BusyError and DatabaseError before anything is shown. ``contoh`` says that the database
    is a throw-away copy of the sample office. Who asks for the sample office on the first start
    sees a copy of it, and comes back to his own database afterwards. Without ``terminal`` it is one
    that can do everything.
    """
    while True:
        app = _show(path, clock, terminal, contoh=contoh)
        wants_sample = app.wants_sample
        while app.wants_sample and not _ends(app):
            app = _show_sample(clock, terminal, latihan=app.wants_practice)
        if _ends(app):
            return CRASHED if app.return_code else 0
        if not wants_sample:
            return 0


def _ends(app: SkpApp) -> bool:
    """Say whether nothing can be shown any more, whatever the user wanted to see next."""
    return bool(app.return_code) or app.gone


def _show_sample(clock: Clock, terminal: Terminal | None, *, latihan: bool) -> SkpApp:
    from skp_tui.services.keeping.sample import sample_database  # noqa: PLC0415 - reads files

    with sample_database(clock) as copy:
        return _show(copy, clock, terminal, contoh=True, latihan=latihan)


def _show(
    path: Path, clock: Clock, terminal: Terminal | None, *, contoh: bool, latihan: bool = False
) -> SkpApp:
    with sitting(path, clock, hanya_kini=contoh) as own:
        with own.reading() as connection:
            settings = stored_settings(connection)
        app = SkpApp(
            own, settings, today=clock().date(), contoh=contoh, latihan=latihan, terminal=terminal
        )
        with ending_with_the_terminal(own, app):
            app.run(mouse=not app.rendering.hemat)
        return app
