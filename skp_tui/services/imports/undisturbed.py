"""Keeps Python from looking for cyclic garbage while very many records without any are made."""

import gc
from threading import Lock
from types import TracebackType


class Undisturbed:
    """Turns the collector off for as long as anybody works in it; several threads may.

    An import makes millions of records that point to nothing which points back. To go through all
    of them again and again, as the collector does, took a tenth of its time.

    It is off for the whole process, so for the screens too while they show how far an import is.
    What they leave meanwhile waits until the end: 200 keys and three windows left 1.5 MB.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._was_on = False

    def __enter__(self) -> None:
        """Turn the collector off."""
        with self._lock:
            if self._inside == 0:
                self._was_on = gc.isenabled()
                gc.disable()
            self._inside += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Turn it on again where it was on, once nobody is left."""
        with self._lock:
            self._inside -= 1
            if self._inside == 0 and self._was_on:
                gc.enable()


UNDISTURBED = Undisturbed()
