"""Carries the changes of a step out again, forward or back; that stays in the trail too."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from skp_tui.errors import DatabaseError
from skp_tui.storage.trail.trail import Change, Step

if TYPE_CHECKING:
    from skp_tui.storage.trail.trail import Values
    from skp_tui.storage.transactions.work import Work


def revert(work: "Work", step: Step) -> None:
    """Apply the inverse of every change of the step, last change first; raises DatabaseError."""
    _carry_out(work, [change.inverse() for change in reversed(step.changes)])


def repeat(work: "Work", step: Step) -> None:
    """Apply every change of the step again, in order; raises DatabaseError."""
    _carry_out(work, step.changes)


def _carry_out(work: "Work", changes: Sequence[Change]) -> None:
    for (tabel, kind), some in groupby(changes, key=_kind):
        group = list(some)
        _check(work, tabel, group)
        _APPLY[kind](work, tabel, group)


def _kind(change: Change) -> tuple[str, str]:
    if change.baru is None:
        return change.tabel, "delete"
    return change.tabel, "insert" if change.lama is None else "update"


def _check(work: "Work", tabel: str, changes: Sequence[Change]) -> None:
    """Refuse to write over what is not as the step left it, which only a foreign hand can do."""
    stored = work.rows(tabel, [change.kunci for change in changes])
    for change in changes:
        if not _fits(change, stored.get(change.kunci)):
            raise DatabaseError(
                f"Isi {tabel} sudah bukan yang ditinggalkan langkah itu ({work.sebab}).",
                "Tidak ada yang diubah; jalankan skp-tui periksa.",
            )


def _fits(change: Change, row: "Values | None") -> bool:
    if change.lama is None or row is None:
        return change.lama is None and row is None
    if change.baru is None:
        there = {name: value for name, value in row.items() if value is not None}
        return there == {"id": change.kunci, **change.lama}
    return all(row[name] == value for name, value in change.lama.items())


def _insert(work: "Work", tabel: str, changes: Sequence[Change]) -> None:
    work.insert(tabel, [{"id": change.kunci, **(change.baru or {})} for change in changes])


def _update(work: "Work", tabel: str, changes: Sequence[Change]) -> None:
    # in their order: numbers that were moved up must move down in the opposite one
    for _, some in groupby(changes, key=lambda change: sorted(change.baru or {})):
        work.update(tabel, {change.kunci: change.baru or {} for change in some})
    # no value changes, but that it is taken back or repeated must stand in the trail
    same = [change for change in changes if change.baru == change.lama]
    work.confirm(tabel, {change.kunci: change.baru or {} for change in same})


def _delete(work: "Work", tabel: str, changes: Sequence[Change]) -> None:
    work.delete(tabel, [change.kunci for change in changes])


_APPLY = {"insert": _insert, "update": _update, "delete": _delete}
