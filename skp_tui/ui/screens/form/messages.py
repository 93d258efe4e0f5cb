"""What becomes of a form that was handed to the writer."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from skp_tui.errors import InputError, Problem
from skp_tui.services.base.editing import Tersimpan, only_judged

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

Store = Callable[["Writer"], Tersimpan]


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


def store_or_judge(
    writer: "Writer", store: Store, missing: Sequence[Problem], refused: list[Problem]
) -> tuple[Problem, ...]:
    """Store a form and return what looks odd; where answers are missing, judge the others only.

    What is missing and what is wrong comes into ``refused`` together; then RefusedError is raised.
    """
    tersimpan = only_judged(writer, store) if missing else store(writer)
    empty = {satu.kolom for satu in missing}
    refused.extend(missing)
    refused.extend(satu for satu in tersimpan.ditolak if satu.kolom not in empty)
    if refused:
        raise RefusedError("Ada isian yang belum benar.")
    return tersimpan.peringatan
