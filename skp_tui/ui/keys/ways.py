"""The other ways to what a key does: of the registry, as far as they do not need a missing key."""

from collections.abc import Collection, Iterator

from skp_tui.ui.actions.model import Action
from skp_tui.ui.keys.keepers import SHIFT_ARROWS
from skp_tui.ui.keys.names import key_name
from skp_tui.ui.keys.table import BESIDES, GRID, SIGNS, actions_with

MENU, PALETTE = "f10", "ctrl+p"
DIRECTIONS = SHIFT_ARROWS | {"tab", "shift+tab"}
"""Keys of which another one of the same action goes elsewhere, so that it is no other way."""
NEITHER = (
    "F10 dan Ctrl+P sama-sama tidak sampai: bebaskan salah satunya dahulu. "
    "? tetap menjelaskan setiap layar."
)


def ways(key: str, missing: Collection[str] = ()) -> tuple[str, ...]:
    """Return how to do without a key, one line for each thing that it does; never by a dead way."""
    lines = [BESIDES[key]] if key in BESIDES and not _needs(key) & set(missing) else []
    if key in GRID:
        lines.append(GRID[key][1])
    for word, found in _by_word(key).items():
        every = (way for action in found for way in _ways_of(action, key, missing))
        other = " atau ".join(dict.fromkeys(every))
        if other:
            lines.append(f"{word}: {other}")
    if {MENU, PALETTE} <= set(missing):
        lines.append(NEITHER)
    return tuple(lines)


def _needs(key: str) -> set[str]:
    """Return which key a written way needs itself."""
    return {MENU: {PALETTE}, PALETTE: {MENU}, SIGNS: {MENU}}.get(key, set())


def _by_word(key: str) -> dict[str, list[Action]]:
    found: dict[str, list[Action]] = {}
    for action in actions_with(key):
        found.setdefault(action.word, []).append(action)
    return found


def _ways_of(action: Action, key: str, missing: Collection[str]) -> Iterator[str]:
    dead = {key, *missing} | DIRECTIONS
    yield from (key_name(other) for other in action.keys if other not in dead)
    if MENU not in missing and key != MENU and action.letter:
        yield f"F10 lalu {action.letter.upper()}"
    elif PALETTE not in missing and key not in {MENU, PALETTE} and action.runs:
        yield f"Ctrl+P lalu ketik {action.word}"
