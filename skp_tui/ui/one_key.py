"""One key after another: the next one is looked at when the one before has done all its work.

Textual hands a key to the focused widget and looks at the next one at once; what the widget does
not want comes back later and only then does its work. Keys typed fast, or while a slow machine was
busy, so overtook each other: F4 and two digits wrote the digits for the person before. What the
terminal pastes takes its turn among the keys.
"""

from collections import deque
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Final

from textual import events
from textual.message_pump import MessagePump

from skp_tui.ui.rendered import Rendered

PATIENCE: Final = 3.0
"""Seconds after which a key that has not come back is given up."""
GRACE: Final = 1.0
"""Seconds of waiting after which the keys that leave go through; before, they keep their turn."""
BOUND: Final = 5.0
"""Seconds after which waiting is given up as far as that is safe."""


Typed = events.Key | events.Paste


class OneKey(Rendered):
    """Hold keys back until the one before, and what it set off, is done."""

    def __init__(self) -> None:
        super().__init__()
        self.now: Callable[[], float] = monotonic
        self._waits_since: float | None = None
        self._held: deque[Typed] = deque()
        self._handling = False
        self._parked = False
        self._since = 0.0

    def is_waiting(self) -> bool:
        """Say whether the last key's work is not done yet, although no message is on its way."""
        return False

    def may_pass(self, key: str, seconds: float) -> bool:
        """Say whether a key goes through although the one before has been waiting so long."""
        del key, seconds
        return False

    def give_way(self) -> None:
        """Give up what is waited for after a long time, or say that it goes on."""

    async def on_event(self, event: events.Event) -> None:
        """Let one key through at a time."""
        if not isinstance(event, Typed) or event.is_forwarded:
            await super().on_event(event)
            return
        self._held.append(event)
        if not self._handling or self._is_stuck():
            await self._handle_oldest()
        else:
            self.resume_keys()

    async def _handle_oldest(self) -> None:
        self._handling, self._since = True, self.now()
        path = self._path()
        await super().on_event(self._held.popleft())
        self._follow(deque(path), partial(self._key_bubbled, path))

    def _is_stuck(self) -> bool:
        """Say whether a key has been lost on its way, so that the keyboard never dies of it."""
        return not self.is_waiting() and self.now() - self._since > PATIENCE

    def hold_keys(self) -> None:
        """Keep every key back as long as ``is_waiting`` says so, before the first one was typed."""
        self._handling = self._parked = True
        self._since = self.now()

    def drop_keys(self) -> None:
        """Forget the keys typed ahead: they were meant for a place that was not reached."""
        self._held.clear()

    def resume_keys(self) -> None:
        """Go on with the next key, if the one before only waited for something to be done."""
        # asked last, since giving way may resume them: two keys at once would overtake each other
        if self._parked and self._may_go_on() and self._parked:
            # counted anew: the next key is not lost because it had to wait for long
            self._parked, self._since = False, self.now()
            self._follow(deque([self.screen]), self._take)

    def _may_go_on(self) -> bool:
        """Say whether nothing is waited for, or the next key need not wait for it."""
        if self.is_waiting() and self._waited() >= BOUND:
            self.give_way()
        if not self.is_waiting():
            self._waits_since = None
            return True
        first = self._held[0] if self._held else None
        return isinstance(first, events.Key) and self.may_pass(first.key, self._waited())

    def _waited(self) -> float:
        """Return for how many seconds keys have been held back."""
        if self._waits_since is None:
            self._waits_since = self.now()
            for seconds in (GRACE, BOUND):
                self.set_timer(seconds, self.resume_keys)
        return self.now() - self._waits_since

    def _path(self) -> list[MessagePump]:
        """Return the way of a key: the widget that has the keyboard, and all that it bubbles to."""
        target = self.focused or self.screen
        return [node for node in target.ancestors_with_self if node is not self]

    def _follow(self, path: deque[MessagePump], done: Callable[[], object]) -> None:
        """Pass through the queues of the path one by one, then through the app's own."""
        while path:
            if path.popleft().call_later(self._follow, path, done):
                return
        self.call_later(done)

    def _key_bubbled(self, path: list[MessagePump]) -> None:
        """Go the way again: what the key's action made a widget post is on it now."""
        self._follow(deque((*path, *path, *self._path())), self._key_done)

    def _key_done(self) -> None:
        self._parked = True
        self.resume_keys()

    async def _take(self) -> None:
        self._handling = False
        if self._held:
            await self._handle_oldest()
