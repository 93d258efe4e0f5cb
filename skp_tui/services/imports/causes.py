"""Names the cause for which most rows of a plan are refused, as when kinds come in too early."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from skp_tui.errors import Problem
from skp_tui.exchange.plan.first import to_bring_first
from skp_tui.record import record

MANY: Final = 5
"""Rows from which a cause that they share is worth a line of its own."""

Place = tuple[str, str | None, int | None]


@record
class Sebab:
    """What is wrong with ``baris`` of the ``ditolak`` rows that are refused, and what to do."""

    pesan: str
    baris: int
    ditolak: int

    def kalimat(self) -> str:
        """Return it as one line."""
        every = self.baris == self.ditolak
        rows = f"{self.baris} baris" if every else f"{self.baris} dari {self.ditolak} baris"
        return f"{rows} ditolak karena hal yang sama: {self.pesan}"


def common_cause(ditolak: Sequence[Problem]) -> Sebab | None:
    """Return what most of the refused rows have in common; None for few rows or several causes."""
    rows: dict[str, set[Place]] = defaultdict(set)
    for satu in ditolak:
        rows[satu.pesan].add(_place(satu))
    pesan = max(rows, key=lambda one: len(rows[one]), default="")
    if not pesan or len(rows[pesan]) < MANY:
        return None
    found = Sebab(pesan, len(rows[pesan]), len(set().union(*rows.values())))
    return found if 2 * found.baris > found.ditolak else None


def absent_units(ditolak: Sequence[Problem]) -> tuple[str, ...]:
    """Return the units, as the rows name them, for want of which most of these are refused."""
    found = [satu for satu in ditolak if to_bring_first([satu]) == ("unit",)]
    if 2 * len(set(map(_place, found))) <= len(set(map(_place, ditolak))):
        return ()
    return tuple(dict.fromkeys(satu.nilai for satu in found if satu.nilai))


def _place(satu: Problem) -> Place:
    return satu.berkas, satu.lembar, satu.baris
