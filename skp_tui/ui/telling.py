"""Short messages that never hang the program."""

from collections.abc import Iterable
from time import time
from typing import Final

from textual.notifications import Notification

LEAST: Final = 0.05
"""Seconds that a message is given at least once it is drawn."""
READ: Final = 1.0
"""Seconds after which a message makes room for the next one."""


class Told(Notification):
    """A message whose time is never up before it is drawn.

    On a busy computer it ran out between the look at it and its drawing; Textual's timer then got
    a time below zero, for which it waits without end at full load.
    """

    @property
    def time_left(self) -> float:
        """Return the seconds until it goes, never none."""
        return max(LEAST, super().time_left)

    @property
    def has_expired(self) -> bool:
        """Say whether it was to go by now."""
        return super().time_left <= 0


def is_shown(shown: Iterable[Notification], message: str, severity: str) -> bool:
    """Say whether the same words stand there already: they are read once, however often told."""
    return any((one.message, one.severity) == (message, severity) for one in shown)


def superseded(shown: Iterable[Notification]) -> list[Notification]:
    """Return the messages that a new one replaces, so that they do not pile up over what is typed.

    What went wrong stays for its time, and so do messages that come together.
    """
    return [
        one for one in shown if one.severity == "information" and time() - one.raised_at >= READ
    ]
