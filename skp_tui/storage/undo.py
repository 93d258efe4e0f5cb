"""Takes a step of the trail back; what was taken back stays in the trail too."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from skp_tui.storage.trail import Change, Step

if TYPE_CHECKING:
    from skp_tui.storage.work import Work


def revert(work: "Work", step: Step) -> None:
    """Apply the inverse of every change of the step, last change first."""
    inverse = [change.inverse() for change in reversed(step.changes)]
    for (tabel, kind), changes in groupby(inverse, key=_kind):
        _APPLY[kind](work, tabel, list(changes))


def _kind(change: Change) -> tuple[str, str]:
    if change.baru is None:
        return change.tabel, "delete"
    return change.tabel, "insert" if change.lama is None else "update"


def _insert(work: "Work", tabel: str, changes: Sequence[Change]) -> None:
    work.insert(tabel, [{"id": change.kunci, **(change.baru or {})} for change in changes])


def _update(work: "Work", tabel: str, changes: Sequence[Change]) -> None:
    # one by one: two changes of one record must both be taken back, in order
    for change in changes:
        work.update(tabel, {change.kunci: change.baru or {}})


def _delete(work: "Work", tabel: str, changes: Sequence[Change]) -> None:
    work.delete(tabel, [change.kunci for change in changes])


_APPLY = {"insert": _insert, "update": _update, "delete": _delete}
