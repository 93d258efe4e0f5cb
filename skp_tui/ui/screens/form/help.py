"""What F1 explains on a form: the question that has the keyboard."""

from typing import ClassVar

from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.form.field import Entry
from skp_tui.ui.screens.frame.frame import Frame


class FormHelp(Frame):
    """Finds the paragraph about a question on the page of what the form is about.

    ``SUBJECT`` names that page; what many forms ask stands on the page of all forms. ``KIND``
    stands before the name of a question that another form of that page asks otherwise.
    """

    SUBJECT: ClassVar[Room] = Room.FORM
    KIND: ClassVar[str] = ""

    def help_topics(self) -> tuple[str, ...]:
        """Name the question, as this form asks it first."""
        if not isinstance(self.focused, Entry):
            return ()
        nama = self.focused.field.nama
        return (f"{self.KIND}.{nama}", nama)

    def help_pages(self) -> tuple[str, ...]:
        """Return the page of what the form is about, then that of all forms."""
        return (self.SUBJECT, self.room, Room.FORM)
