"""What becomes of a form that was handed to the writer."""

from textual.message import Message

from skp_tui.errors import InputError, Problem


class RefusedError(InputError):
    """The form was judged and some of its answers cannot be stored."""


class FormStored(Message):
    """Tell that a form is stored, with what looks odd in it."""

    def __init__(self, peringatan: tuple[Problem, ...]) -> None:
        super().__init__()
        self.peringatan = peringatan


class FormFailed(Message):
    """Tell that a form is not stored: refused answers by field, or one reason for all."""

    def __init__(self, reason: str, ditolak: tuple[Problem, ...]) -> None:
        super().__init__()
        self.reason, self.ditolak = reason, ditolak
