"""A screen with a list that can be filtered."""

from rich.text import Text
from textual import events

from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.widgets.filter_bar import FilterBar
from skp_tui.ui.widgets.lines import Lines, keys_line


class Filtered(Frame):
    """Open the filter with its key, and bring all back with Esc before anything else is left.

    A subclass yields a ``FilterBar`` above its list.
    """

    def on_descendant_focus(self) -> None:
        """Name the keys of the field while words are typed."""
        self._name_keys()

    def on_descendant_blur(self) -> None:
        """Name the keys of the list again."""
        self._name_keys()

    def _name_keys(self) -> None:
        # it also loses the keyboard when the screen closes, and before it stands
        for keys in self.query("#keys").results(Lines):
            keys.refresh()

    def keys_text(self, width: int) -> Text:
        """Name the keys; while words are typed, those that are not typed too."""
        if not self.bar.is_typed:
            return super().keys_text(width)
        return keys_line((("F1", "Bantuan"), *self.bar.keys), width)

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
