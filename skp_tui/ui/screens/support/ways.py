"""The ways to the two screens about the program itself, from where nothing else may be possible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from skp_tui.ui.screens.form.press import Press
    from skp_tui.ui.screens.frame.frame import Frame

TEST_KEYS, SUPPORT = "test-keys", "open-support"
"""The names of the words in brackets that lead there from a form, without F10 and Ctrl+P."""


def try_keys(frame: Frame) -> None:
    """Try the keys."""
    from skp_tui.ui.screens.support.keys import KeysScreen  # noqa: PLC0415 - when asked for

    frame.app.push_screen(KeysScreen())


def open_support(frame: Frame) -> None:
    """Show what who helps wants to know."""
    from skp_tui.ui.screens.support.screen import SupportScreen  # noqa: PLC0415 - when asked for

    frame.app.push_screen(SupportScreen())


TO_SUPPORT: Final[Mapping[str, Callable[[Frame], None]]] = {
    "test_keys": try_keys,
    "open_support": open_support,
}
"""By the ids of the actions."""


def follow_press(frame: Frame, press: Press) -> None:
    """Go where a word in brackets leads."""
    if press.id == TEST_KEYS:
        try_keys(frame)
    elif press.id == SUPPORT:
        open_support(frame)
