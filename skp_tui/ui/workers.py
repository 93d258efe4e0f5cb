"""The one way to read in a thread, and the one way to write through the sitting's queue."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.dom import DOMNode
from textual.events import Callback
from textual.message import Message
from textual.message_pump import MessagePump
from textual.worker import Worker, get_current_worker

from skp_tui.errors import SkpError
from skp_tui.record import record
from skp_tui.services.keeping.sitting import Sitting

if TYPE_CHECKING:
    from concurrent.futures import Future

    from skp_tui.storage.transactions.writer import Writer

T = TypeVar("T")


@record
class Saving:
    """How far saving is: writes under way, when the last one was done, and which failed.

    A failed write is named by its place, so that mending that very cell takes the mark away.
    """

    pending: int = 0
    since: datetime | None = None
    failed: frozenset[str] = frozenset()

    def begun(self) -> "Saving":
        """Return the state with one more write under way."""
        return replace(self, pending=self.pending + 1)

    def done(self, place: str, now: datetime) -> "Saving":
        """Return the state after a write was stored."""
        return replace(self, pending=self.pending - 1, since=now, failed=self.failed - {place})

    def not_done(self, place: str) -> "Saving":
        """Return the state after a write was refused."""
        return replace(self, pending=self.pending - 1, failed=self.failed | {place})

    def refused(self, place: str) -> "Saving":
        """Return the state after a text was refused before it was written at all."""
        return replace(self, failed=self.failed | {place})

    def unwritten(self) -> "Saving":
        """Return the state after nothing was written, and no typed text is lost with it."""
        return replace(self, pending=self.pending - 1)

    def forgotten(self, place: str) -> "Saving":
        """Return the state after the user gave a refused text up."""
        return replace(self, failed=self.failed - {place})


class WorkFailed(Message):
    """Tell the app that a worker did not succeed."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class WriteEnded(Message):
    """Tell the app that a write is stored, or why it is not; the app passes the answer on."""

    def __init__(
        self,
        place: str,
        error: BaseException | None,
        target: MessagePump,
        answer: Message,
        *,
        keeps_text: bool,
    ) -> None:
        super().__init__()
        self.place = place
        self.keeps_text = keeps_text
        self.error = error
        self.target = target
        self.answer = answer


def calling(show: Callable[[T], None]) -> Callable[[T], Message]:
    """Return the answer that calls a function, in its turn among the messages of who asked."""
    return lambda found: Callback(callback=partial(show, found))


def read(
    node: DOMNode,
    sitting: Sitting,
    action: Callable[[sqlite3.Connection], T],
    answer: Callable[[T], Message],
    *,
    group: str,
) -> Worker[None]:
    """Read in a thread and post the answer to the node."""

    def look() -> T:
        with sitting.reading() as connection:
            return action(connection)

    return work(node, look, answer, group=group)


def work(
    node: DOMNode, action: Callable[[], T], answer: Callable[[T], Message], *, group: str
) -> Worker[None]:
    """Do something in a thread and post the answer; a newer work of the group replaces it.

    A thread cannot be stopped: one whose answer is no longer wanted keeps it to itself.
    """

    def run() -> None:
        worker = get_current_worker()
        try:
            result = action()
        except Exception as error:  # noqa: BLE001 - a worker turns every failure into a message
            if not worker.is_cancelled:
                node.app.post_message(WorkFailed(error))
            return
        if not worker.is_cancelled:
            node.post_message(answer(result))

    return node.run_worker(run, group=group, thread=True, exclusive=True, exit_on_error=False)


def write(
    app: App[None],
    sitting: Sitting,
    action: "Callable[[Writer], T]",
    *,
    target: MessagePump,
    place: str,
    saved: Callable[[T], Message],
    failed: Callable[[str], Message],
    keeps_text: bool,
) -> "Future[T]":
    """Queue a write; its answer comes back to the target by way of the app, in order.

    ``failed`` gets the reason in one sentence.
    """

    def ended(future: "Future[T]") -> None:
        error = future.exception()
        answer = saved(future.result()) if error is None else failed(reason(error))
        # the screen may have been closed by force; what was written stays written
        with suppress(RuntimeError):
            app.post_message(WriteEnded(place, error, target, answer, keeps_text=keeps_text))

    future = sitting.submit(action)
    future.add_done_callback(ended)
    return future


def reason(error: BaseException) -> str:
    """Return why something did not succeed, in one sentence that names nobody."""
    if isinstance(error, SkpError):
        return error.kalimat()
    return "Tidak tersimpan karena kesalahan dalam program."
