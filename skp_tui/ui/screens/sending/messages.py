"""What the screen of sending is told by its workers and by the writer."""

from textual.message import Message

from skp_tui.services.sending.sending import Terkirim
from skp_tui.ui.screens.sending.read import Outlook


class OutlookRead(Message):
    """Tell that the unit was read anew."""

    def __init__(self, result: Outlook) -> None:
        super().__init__()
        self.result = result


class NamesFound(Message):
    """Tell which names the files will get."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.names = names


class UnitSent(Message):
    """Tell what was written."""

    def __init__(self, result: Terkirim) -> None:
        super().__init__()
        self.result = result


class SendFailed(Message):
    """Tell why nothing was written."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason
