"""The trail (jejak): what was changed, line by line, each line hashed onto the one before."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

START = "0" * 64

Values = Mapping[str, object]

# What a step may take back: everything but what was sent, which stays sent.
NOT_UNDONE = frozenset({"kiriman"})


@dataclass(frozen=True, slots=True)
class Change:
    """One record changed: ``lama`` None for a new one, ``baru`` None for a removed one.

    For a change of an existing record both hold only the changed fields.
    """

    tabel: str
    kunci: int
    lama: Values | None
    baru: Values | None

    def inverse(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.tabel, self.kunci, self.baru, self.lama)


@dataclass(frozen=True, slots=True)
class Step:
    """One transaction as the trail tells it; ``membalik`` is the step it takes back or repeats."""

    langkah: int
    waktu: str
    sebab: str
    membalik: int | None
    changes: tuple[Change, ...]


def to_json(values: Values | None) -> str | None:
    """Write fields in one canonical form, so that the hash does not depend on order."""
    if values is None:
        return None
    return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def link(before: str, fields: Iterable[object]) -> str:
    """Return the hash of a line: of the hash before it and of its own fields."""
    body = json.dumps([before, *fields], separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(body.encode()).hexdigest()


HASHED = ("langkah", "waktu", "tabel", "kunci", "lama", "baru", "sebab", "membalik")


def head(connection: sqlite3.Connection) -> tuple[int, str]:
    """Return the number of the last step and the hash of the last line."""
    row = connection.execute(
        "SELECT langkah, sidik FROM jejak ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return (0, START) if row is None else (row[0], row[1])


def steps(connection: sqlite3.Connection, after: int = 0) -> Iterator[Step]:
    """Yield the steps with a number above ``after``, oldest first."""
    cursor = connection.execute(
        "SELECT langkah, waktu, sebab, membalik, tabel, kunci, lama, baru FROM jejak "
        "WHERE langkah > ? ORDER BY seq",
        (after,),
    )
    current: tuple[int, str, str, int | None] | None = None
    changes: list[Change] = []
    for langkah, waktu, sebab, membalik, tabel, kunci, lama, baru in cursor:
        if current is not None and current[0] != langkah:
            yield Step(*current, tuple(changes))
            changes = []
        current = (langkah, waktu, sebab, membalik)
        changes.append(Change(tabel, kunci, _from_json(lama), _from_json(baru)))
    if current is not None:
        yield Step(*current, tuple(changes))


def _from_json(text: str | None) -> Values | None:
    if text is None:
        return None
    values: Values = json.loads(text)
    return values


def undoable(history: Iterable[Step]) -> list[Step]:
    """Return the steps that can be taken back, oldest first.

    Taking back a step pops it; a step that only wrote what was sent is passed over.
    """
    stack: list[Step] = []
    for step in history:
        if step.membalik is not None:
            stack = [kept for kept in stack if kept.langkah != step.membalik]
        elif any(change.tabel not in NOT_UNDONE for change in step.changes):
            stack.append(step)
    return stack


def broken_link(connection: sqlite3.Connection) -> int | None:
    """Return the first line whose hash does not follow from the lines before it, or None."""
    before = START
    cursor = connection.execute(f"SELECT seq, {', '.join(HASHED)}, sidik FROM jejak ORDER BY seq")
    for seq, *fields, sidik in cursor:
        if link(before, fields) != sidik:
            return int(seq)
        before = sidik
    return None


def replayed(history: Iterable[Step]) -> dict[str, dict[int, dict[str, object]]]:
    """Return the records that the trail says there must be, by table and key."""
    tables: dict[str, dict[int, dict[str, object]]] = {}
    for step in history:
        for change in step.changes:
            rows = tables.setdefault(change.tabel, {})
            if change.baru is None:
                rows.pop(change.kunci, None)
            else:
                row = rows.setdefault(change.kunci, {})
                row.update(change.baru)
                rows[change.kunci] = {n: value for n, value in row.items() if value is not None}
    return tables


def tables_of(connection: sqlite3.Connection) -> list[str]:
    """Return the tables whose changes the trail tells."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'jejak' "
        "AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    return [row[0] for row in rows]


def stored(connection: sqlite3.Connection, tabel: str) -> dict[int, dict[str, object]]:
    """Return the records of a table by key, in the form in which the trail tells them."""
    cursor = connection.execute(f"SELECT * FROM {tabel}")
    names = [description[0] for description in cursor.description]
    found: dict[int, dict[str, object]] = {}
    for row in cursor:
        values = {n: value for n, value in zip(names, row, strict=True) if value is not None}
        found[values.pop("id")] = values
    return found
