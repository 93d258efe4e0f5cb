"""The ways to the two screens about the program itself, from where nothing else may be possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skp_tui.ui.screens.frame import Frame

if TYPE_CHECKING:
    from skp_tui.ui.screens.form_field import Press

TEST_KEYS, SUPPORT = "test-keys", "open-support"
"""The names of the words in brackets that lead there from a form, without F10 and Ctrl+P."""


class SupportWays(Frame):
    """Open Coba tombol and Dukungan."""

    def on_press_pressed(self, message: Press.Pressed) -> None:
        """Go where a word in brackets leads."""
        if message.press.id == TEST_KEYS:
            self.action_test_keys()
        elif message.press.id == SUPPORT:
            self.action_open_support()

    def action_test_keys(self) -> None:
        """Try the keys."""
        from skp_tui.ui.screens.keys import KeysScreen  # noqa: PLC0415 - when asked for

        self.app.push_screen(KeysScreen())

    def action_open_support(self) -> None:
        """Show what who helps wants to know."""
        from skp_tui.ui.screens.support import SupportScreen  # noqa: PLC0415 - when asked for

        self.app.push_screen(SupportScreen())
