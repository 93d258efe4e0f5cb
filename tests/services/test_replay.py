"""Whatever is edited in whatever order: the trail tells the tables, and undo leads to the start."""

# ruff: noqa: D102 - a rule of the machine says by its name what the user does

from contextlib import suppress
from datetime import date

from hypothesis import HealthCheck, settings
from hypothesis.stateful import rule

from skp_tui.errors import SkpError
from skp_tui.services.signing import signing
from tests.services.edits import NIPS, Edits


def opened(sebab: str) -> str:
    """Give the reason for which a lock is taken back."""
    return signing.lock_taken_back(sebab, "salah")


class Editing(Edits):
    """Locks and reopens too; a lock is taken back with a reason."""

    def finish(self) -> None:
        while self.writer.undo(self.start, opened) is not None:
            pass
        assert self.rows() == self.content

    @rule(nip=NIPS)
    def lock(self, nip: str) -> None:
        with suppress(SkpError):
            signing.lock(self.writer, 2017, [nip], date(2018, 1, 5))

    @rule(nip=NIPS)
    def reopen(self, nip: str) -> None:
        self.attempt(signing.reopen, self.writer, 2017, nip, "salah")

    @rule()
    def undo(self) -> None:
        self.attempt(self.writer.undo, self.start, opened)


Editing.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestWhateverIsEdited = Editing.TestCase
