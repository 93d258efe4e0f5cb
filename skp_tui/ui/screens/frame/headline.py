"""The words of the headline: how far saving is, and what of them fits beside a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from skp_tui.ui.workers import Saving

UNSAVED = "belum disimpan"
"""What is said while something typed is not stored: in a form as a whole, or in an open cell."""


def clock_words(when: datetime) -> str:
    """Write a time of day as people here read it."""
    return f"{when:%H.%M.%S}"


def saving_words(saving: Saving, *, timed: bool = True) -> str:
    """Return the state of saving in words, where there is room with the time."""
    if saving.failed:
        return f"GAGAL disimpan: {len(saving.failed)}"
    if saving.pending:
        return "menyimpan…"
    if saving.since is None or not timed:
        return "tersimpan"
    return f"tersimpan {clock_words(saving.since)}"


def fitting(state: str, saving: str, brief: str, room: int) -> str:
    """Return as much as fits a room: the time goes first, that of saving never.

    ``brief`` is the state of saving without its time.
    """
    shorter = ([state, saving], [state, brief], [state.partition(" · ")[0], brief], [brief])
    written = (" · ".join(filter(None, one)) for one in shorter)
    return next((one for one in written if len(one) <= room), brief)
