"""A screen with a list that can be filtered."""

from textual import events

from skp_tui.ui.screens.frame import Frame
from skp_tui.ui.widgets.filter_bar import FilterBar


class Filtered(Frame):
    """Open the filter with its key, and bring all back with Esc before anything else is left.

    A subclass yields a ``FilterBar`` above its list.
    """

    @property
    def bar(self) -> FilterBar:
        """Return the line of the filter."""
        return self.query_one(FilterBar)

    def action_filter(self) -> None:
        """Let words be typed."""
        self.bar.open()

    def on_key(self, event: events.Key) -> None:
        """Bring everybody back with Esc while the list has the keyboard."""
        if event.key == "escape" and self.bar.close():
            event.stop()
