"""Measures keys from outside: until the screen shows what they did, one by one and held down."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.bench.pane import Pane, View
from tests.bench.process import wait_for_rest
from tests.bench.programs import Program, Where

RATE: Final = 30
"""Keys in a second, as a keyboard repeats them."""
HELD: Final = 5
"""Seconds for which a key is held."""
EARLY: Final = 3.0
"""Seconds after the first frame in which keys are pressed while the rest is loaded."""
APART: Final = 0.1
SHORT_QUIET, LOOKS = 0.02, 10


@dataclass(frozen=True, slots=True)
class Held:
    """What was left to do when the key was let go: keys, and seconds until the cursor stood."""

    behind: int
    still: float


@dataclass(frozen=True, slots=True)
class Early:
    """Seconds until the key of the first frame was answered, and the slowest pressed after that.

    ``lost`` are the keys that never did anything.
    """

    first: float
    slowest: float
    lost: int


def press_one_by_one(pane: Pane, key: bytes, where: Where, times: int) -> list[float]:
    """Press a key that moves the cursor on, each time when the last one is on the screen."""
    here, found = where(pane.view), []
    for _ in range(times):
        pane.wait_until_quiet(SHORT_QUIET)
        pane.text()
        here = (here or 0) + 1
        pressed = pane.press(key)
        found.append(pane.when(_stands_at(where, here), SHORT_QUIET) - pressed)
    return found


def _stands_at(where: Where, place: int) -> Callable[[View], bool]:
    return lambda view: where(view) == place


def hold(pane: Pane, key: bytes, where: Where, seconds: float = HELD) -> Held:
    """Hold a key, let it go, and see how long the screen still follows."""
    pane.wait_until_quiet(SHORT_QUIET)
    pane.text()
    begun = where(pane.view) or 0
    keys = round(RATE * seconds)
    _press_by_the_clock(pane, key, keys, 1 / RATE)
    released = time.perf_counter()
    places = _places(pane, where)
    shown = max((place for when, place in places if when <= released), default=begun)
    last = max((when for when, _ in places), default=released)
    return Held(begun + keys - shown, max(0.0, last - released))


def press_early(pane: Pane, program: Program, seconds: float = EARLY) -> Early:
    """Press keys from the first frame on, and see when each was answered."""
    pane.wait_for_anything()
    pressed = _press_by_the_clock(pane, program.early_key, round(seconds / APART), APART)
    places = _places(pane, program.early_place)
    answered = []
    for number, moment in enumerate(pressed, program.early_from + 1):
        reached = [when for when, place in places if place >= number]
        if reached:
            answered.append((moment, max(moment, reached[0])))
    ready = answered[0][1] if answered else math.inf
    later = [when - moment for moment, when in answered if moment >= ready]
    first = answered[0][1] - answered[0][0] if answered else math.nan
    return Early(first, max(later, default=math.nan), len(pressed) - len(answered))


def _press_by_the_clock(pane: Pane, key: bytes, times: int, apart: float) -> list[float]:
    """Press a key at even intervals, whether or not it is answered; return when."""
    begun = time.perf_counter()
    found = []
    for number in range(times):
        time.sleep(max(0.0, begun + number * apart - time.perf_counter()))
        found.append(pane.press(key))
    time.sleep(max(0.0, begun + times * apart - time.perf_counter()))
    return found


def _places(pane: Pane, where: Where) -> list[tuple[float, int]]:
    """Return when the cursor came to which place, once nothing moves any more."""
    wait_for_rest(pane, LOOKS)
    found: list[tuple[float, int]] = []

    def moved(view: View) -> bool:
        place = where(view)
        if place is None or (found and found[-1][1] == place):
            return False
        found.append((0.0, place))
        return True

    while (when := pane.first(moved)) is not None:
        found[-1] = (when, found[-1][1])
    return found
