"""What was read for the sheet of a person, or of many."""

from textual.message import Message

from skp_tui.services.lembar import LembarPenilaian
from skp_tui.ui.screens.sheets_rows import Listed


class SheetRead(Message):
    """Tell that the sheet of one person was read."""

    def __init__(self, lembar: LembarPenilaian) -> None:
        super().__init__()
        self.lembar = lembar


class PeopleRead(Message):
    """Tell that the people of a unit were read."""

    def __init__(self, listed: Listed) -> None:
        super().__init__()
        self.listed = listed
