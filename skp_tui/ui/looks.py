"""Reads of what a screen shows and edits: shown only if nothing was written meanwhile."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from textual.worker import Worker

from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from skp_tui.ui.keeping import Keeping

T = TypeVar("T")


@dataclass(slots=True, eq=False)
class Look:
    """What a screen wants to read, and after how many writes that was begun, None when it waits."""

    frame: Frame
    group: str
    action: Callable[[sqlite3.Connection], Any]
    show: Callable[[Any], object]
    after: int | None = None
    worker: Worker[None] | None = None

    @property
    def goes_on(self) -> bool:
        """Say whether it waits or is being read; one that could not be read does neither."""
        return self.after is None or (self.worker is not None and not self.worker.is_finished)


class Looks:
    """Keep what was typed while one read: an answer that a write overtook is read once more.

    A read begins when all is stored, and takes the number of writes begun so far; where that is
    another one when its answer is to be shown, the answer may miss what was typed since. It is read
    again when all is stored, of a screen behind another one only when that is seen again: who types
    fast would make a big list be read all the time.
    """

    def __init__(self, app: "Keeping") -> None:
        self.app = app
        self.writes = 0
        self._wanted: dict[tuple[Frame, str], Look] = {}

    def ask(
        self,
        frame: Frame,
        action: Callable[[sqlite3.Connection], T],
        show: Callable[[T], object],
        *,
        group: str,
    ) -> None:
        """Read something for a screen; a newer one of its group replaces it."""
        look = self._wanted[frame, group] = Look(frame, group, action, show)
        if not self.app.saving.pending:
            self._begin(look)

    def under_way(self, frame: Frame) -> bool:
        """Say whether a screen waits for anything that it asked for."""
        return any(look.frame is frame and look.goes_on for look in self._wanted.values())

    def go_on(self) -> None:
        """Begin what waits, as far as all is stored and its screen is seen."""
        if self.app.saving.pending:
            return
        for place, look in list(self._wanted.items()):
            if not look.frame.is_running:
                del self._wanted[place]
            elif look.after is None and look.frame is self.app.frame:
                self._begin(look)

    def _begin(self, look: Look) -> None:
        look.after = self.writes
        look.worker = self.app.read(
            look.frame,
            look.action,
            # it arrives in the queue of the screen, in which nothing comes between check and show
            calling(partial(self._arrived, look)),
            group=look.group,
        )

    def _arrived(self, look: Look, found: object) -> None:
        place = (look.frame, look.group)
        if self._wanted.get(place) is not look:
            return
        if look.after == self.writes and not look.frame.waits_for_answer():
            del self._wanted[place]
            look.show(found)
        else:
            look.after = None
            self.go_on()
