"""Which keys a page names itself, and which stand once for all screens."""

from collections.abc import Iterator
from typing import Final

from skp_tui.ui.actions.model import Action, Room
from skp_tui.ui.actions.registry import ACTIONS, actions_of

SHARED_BY: Final = 15
"""Rooms from which an action is named once for all of them."""


def shared() -> tuple[Action, ...]:
    """Return what many screens have."""
    return tuple(satu for satu in ACTIONS if satu.label and len(satu.rooms) >= SHARED_BY)


def own(room: Room) -> Iterator[Action]:
    """Yield what a screen has besides."""
    common = shared()
    return (satu for satu in actions_of(room) if satu.label and satu not in common)
