"""An answer of several lines, for what is more than a name."""

from textual import events
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from skp_tui.domain.text import PARAGRAPH, clean
from skp_tui.ui.screens.form.field import Entry, Field


class LongEntry(TextArea, Entry):
    """A paragraph: it wraps by itself, Enter goes on to the next question as everywhere else."""

    def __init__(self, field: Field, value: str) -> None:
        super().__init__(
            clean(value),
            compact=True,
            placeholder=f"misalnya {field.contoh}" if field.contoh else "",
        )
        self.field = field
        self.cursor_blink = False

    @property
    def answer(self) -> str:
        """Return what was typed as one paragraph, without harmful signs."""
        return clean(self.text)

    def put(self, value: str) -> None:
        """Show another text."""
        self.text = clean(value)

    def edit(self, edit: Edit) -> EditResult:
        """Take in no more than may be stored, and say so: a paste may bring a whole file."""
        replaced = self.get_text_range(edit.top, edit.bottom)
        room = max(0, PARAGRAPH - len(self.text) + len(replaced))
        if len(edit.text) > room:
            edit.text = edit.text[:room]
            words = f"Paling banyak {PARAGRAPH} huruf; selebihnya tidak masuk."
            self.notify(words, severity="warning")
        return super().edit(edit)

    def on_key(self, event: events.Key) -> None:
        """Go on with Enter; a paragraph has no lines of its own."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Finished())

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the form."""
        event.stop()
        self.post_message(self.Altered(self))
