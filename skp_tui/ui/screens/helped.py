"""What small windows have of the help: F1 explains what the window asks."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Helped(ModalScreen[Answer]):
    """A window whose F1 opens the help of the screen below it, at the window's own section.

    ``topic`` names that section on the screen's page; without one it is where the cursor is below.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "help", "Bantuan")]
    topic: str = ""

    def action_help(self) -> None:
        """Explain the window."""
        from skp_tui.ui.screens.help import open_help  # noqa: PLC0415 - when it is asked for

        open_help(self.app, (self.topic,) if self.topic else ())
