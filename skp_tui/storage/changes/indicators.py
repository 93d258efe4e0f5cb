"""Removes the indicators of results, which go where their result goes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skp_tui.storage.transactions.work import Work

_CHUNK = 500


def remove_of_results(work: "Work", hasil: Sequence[int]) -> None:
    """Remove the indicators of some results, which are about to be removed themselves."""
    for start in range(0, len(hasil), _CHUNK):
        some = hasil[start : start + _CHUNK]
        marks = ", ".join("?" * len(some))
        rows = work.raw.execute(
            f"SELECT id FROM indikator WHERE hasil_kerja_id IN ({marks}) ORDER BY id", tuple(some)
        )
        work.delete("indikator", [row[0] for row in rows.fetchall()])
