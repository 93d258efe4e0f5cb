"""What small windows have of the help: F1 explains what the window asks; and they fit anywhere."""

from typing import ClassVar, TypeVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.screen import ModalScreen

Answer = TypeVar("Answer")

LOW = 12


class Helped(ModalScreen[Answer]):
    """A window whose F1 opens the help of the screen below it, at the window's own section.

    ``topic`` names that section on the screen's page; without one it is where the cursor is below.
    ``SCROLLS`` selects what of the window scrolls where the terminal is too low for all of it:
    ``BESIDES`` lines are left to the rest, of which ``BESIDES_LOW`` stay in a very low one.
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-short"), (20, "-high")]  # noqa: RUF012 - as below
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]  # noqa: RUF012 - Textual's own type
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "help", "Bantuan")]
    SCROLLS: ClassVar[str] = ""
    BESIDES: ClassVar[int] = 9
    BESIDES_LOW: ClassVar[int] = 4
    HIGHEST: ClassVar[int] = 1000
    topic: str = ""

    @on(events.Resize)
    def fit(self, event: events.Resize) -> None:
        """Give what scrolls the lines that the rest of the window can spare."""
        spare = event.size.height - self.besides(event.size)
        for part in self.query(self.SCROLLS) if self.SCROLLS else ():
            part.styles.max_height = max(1, min(self.HIGHEST, spare))

    def besides(self, size: Size) -> int:
        """Return how many lines the rest of the window has in a terminal of some size."""
        return self.BESIDES_LOW if size.height < LOW else self.BESIDES

    def action_help(self) -> None:
        """Explain the window."""
        from skp_tui.ui.screens.finding.help import open_help  # noqa: PLC0415 - when it is asked for

        open_help(self.app, (self.topic,) if self.topic else ())
