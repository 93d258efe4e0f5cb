"""Ends the program when its terminal goes away, after what is queued is written.

Textual goes on without a terminal: it would hold the database for ever. SIGHUP reaches only who
belongs to the terminal, so the terminal itself is watched too. The thread for keys would ask for
the next one without a pause, so that writing took seconds; it gets a terminal where nobody types.
"""

import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import wait
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import FrameType

    from skp_tui.services.keeping.sitting import Sitting
    from skp_tui.ui.app import SkpApp

HUNG_UP: Final = 129
PATIENCE: Final = 10.0
"""Seconds that writes under way are given when the terminal is gone."""
UNSEEN: Final = b"\x1b[O"
"""What a terminal tells when its window is left for another."""
GRACE: Final = 5.0
"""Seconds that the program is given to end by itself after that."""


@contextmanager
def ending_with_the_terminal(own: "Sitting", app: "SkpApp") -> Iterator[None]:
    """End the program when its terminal is closed, however that becomes known."""
    once = threading.Lock()

    def gone() -> None:
        if once.acquire(blocking=False):
            app.gone = True
            _take_a_silent_terminal()
            threading.Thread(target=_end, args=(own, app), daemon=True).start()

    with ExitStack() as stack:
        stack.enter_context(_on_signal(gone))
        stack.enter_context(_on_closing(gone))
        yield


@contextmanager
def _on_signal(gone: Callable[[], None]) -> Iterator[None]:
    if not hasattr(signal, "SIGHUP"):
        yield
        return

    def hung_up(_number: int, _frame: "FrameType | None") -> None:
        # it comes with a SIGCONT, at which Textual would begin anew with the terminal
        signal.signal(signal.SIGCONT, _do_nothing)
        gone()

    before = signal.signal(signal.SIGHUP, hung_up)
    try:
        yield
    finally:
        signal.signal(signal.SIGHUP, before)


def _do_nothing(_number: int, _frame: "FrameType | None") -> None:
    """Let a signal pass."""


@contextmanager
def _on_closing(gone: Callable[[], None]) -> Iterator[None]:
    if not hasattr(select, "poll") or sys.__stdin__ is None:
        yield
        return
    # closing one end of a pipe wakes the thread that watches the other
    waking, leaving = os.pipe()
    watching = threading.Thread(
        target=_watch, args=(sys.__stdin__.fileno(), waking, gone), daemon=True
    )
    watching.start()
    try:
        yield
    finally:
        os.close(leaving)
        watching.join()
        os.close(waking)


def _watch(terminal: int, waking: int, gone: Callable[[], None]) -> None:
    """Sleep until the terminal is closed or nobody wants to know any more."""
    both = select.poll()
    for descriptor in (terminal, waking):
        both.register(descriptor, 0)
    happened = dict(both.poll())
    if waking not in happened and happened[terminal] & select.POLLHUP:
        gone()


def _take_a_silent_terminal() -> None:
    """Let what is still painted vanish, and nothing be typed any more."""
    vanishing = os.open(os.devnull, os.O_WRONLY)
    silence, kept_open = os.pipe()
    # the thread for keys may be about to read, and would wait in vain: nobody looks at the window
    os.write(kept_open, UNSEEN)
    for descriptor, instead in ((0, silence), (1, vanishing), (2, vanishing)):
        os.dup2(instead, descriptor)


def _end(own: "Sitting", app: "SkpApp") -> None:
    wait([own.submit(lambda _: None)], timeout=PATIENCE)
    app.call_later(app.exit)
    time.sleep(GRACE)
    os._exit(HUNG_UP)
