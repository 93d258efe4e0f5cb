"""The trail (jejak): what was changed, line by line, each line hashed onto the one before."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import repeat
from json.encoder import encode_basestring
from typing import Any

from skp_tui.record import record

START = "0" * 64

Values = Mapping[str, object]
Tables = dict[str, dict[int, dict[str, object]]]


@record
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

    def then(self, later: "Change") -> "Change | None":
        """Return both changes of one record as one; None when nothing is left of them."""
        lama = None if self.lama is None else {**(later.lama or {}), **self.lama}
        baru = None if later.baru is None else {**(self.baru or {}), **later.baru}
        if lama is None or baru is None:
            together = _filled(lama), _filled(baru)
        else:
            # what is not told of a record is empty: a field may be filled, or emptied, in between
            every = dict.fromkeys((*lama, *baru))
            names = [name for name in every if lama.get(name) != baru.get(name)]
            before, after = ({n: some.get(n) for n in names} for some in (lama, baru))
            together = before or None, after or None
        return None if together == (None, None) else Change(self.tabel, self.kunci, *together)


def _filled(values: Values | None) -> Values | None:
    """Leave out what is empty: of a whole record only what it holds is told."""
    if values is None:
        return None
    return {name: value for name, value in values.items() if value is not None}


@record
class Step:
    """One transaction as the trail tells it; ``membalik`` is the step it takes back or repeats."""

    langkah: int
    waktu: str
    sebab: str
    membalik: int | None
    changes: tuple[Change, ...]


_ENCODE = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


def as_json(value: object) -> str:
    """Write one value; nearly all of them are texts, the others keys, numbers and nothing."""
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None:
        return "null"
    return str(value) if type(value) is int else _ENCODE(value)


def to_json(values: Values) -> str:
    """Write fields in one canonical form, so that the hash does not depend on order."""
    fields = ",".join([f"{as_json(name)}:{as_json(values[name])}" for name in sorted(values)])
    return f"{{{fields}}}"


def link(before: str, fields: Iterable[object]) -> str:
    """Return the hash of a line: of the hash before it and of its own fields."""
    body = ",".join([as_json(field) for field in (before, *fields)])
    return sha256(f"[{body}]".encode()).hexdigest()


@record
class Lines:
    """Lines of the trail of one table: the keys, and the fields before and after as written.

    None stands for records that were not there before, or are not there any more.
    """

    tabel: str
    kunci: Sequence[int]
    lama: Sequence[str] | None
    baru: Sequence[str] | None


def chained(
    lines: Lines, step: tuple[int, str], cause: tuple[str, int | None], before: str
) -> list[str]:
    """Return the hash of each line, each taken onto the one before as ``link`` does it.

    What they share is written once.
    """
    first = ",".join(map(as_json, (*step, lines.tabel)))
    last = ",".join(map(as_json, cause))
    lama, baru = (
        repeat("null", len(lines.kunci)) if texts is None else map(encode_basestring, texts)
        for texts in (lines.lama, lines.baru)
    )
    hashes: list[str] = []
    for kunci, old, new in zip(lines.kunci, lama, baru, strict=True):
        body = f'["{before}",{first},{kunci},{old},{new},{last}]'
        before = sha256(body.encode()).hexdigest()
        hashes.append(before)
    return hashes


HASHED = ("langkah", "waktu", "tabel", "kunci", "lama", "baru", "sebab", "membalik")


def head(connection: sqlite3.Connection) -> tuple[int, str]:
    """Return the number of the last step and the hash of the last line."""
    row = connection.execute(
        "SELECT langkah, sidik FROM jejak ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return (0, START) if row is None else (row[0], row[1])


_TOLD = "SELECT langkah, waktu, sebab, membalik, tabel, kunci, lama, baru FROM jejak"


def steps(connection: sqlite3.Connection, after: int = 0) -> Iterator[Step]:
    """Yield the steps with a number above ``after``, oldest first."""
    return _steps(connection.execute(f"{_TOLD} WHERE langkah > ? ORDER BY seq", (after,)))


def step_of(connection: sqlite3.Connection, langkah: int) -> Step:
    """Return one step; raises LookupError for a number that the trail does not have."""
    cursor = connection.execute(f"{_TOLD} WHERE langkah = ? ORDER BY seq", (langkah,))
    for step in _steps(cursor):
        return step
    raise LookupError(langkah)


def steps_about(
    connection: sqlite3.Connection, keys: Mapping[str, Sequence[int]]
) -> Iterator[Step]:
    """Return the steps that changed some records, by table, with the changes of these only."""
    named = [(tabel, some) for tabel, some in keys.items() if some]
    marks = (f"(tabel = ? AND kunci IN ({', '.join('?' * len(some))}))" for _, some in named)
    where = " OR ".join(marks) or "FALSE"
    values = [value for tabel, some in named for value in (tabel, *some)]
    return _steps(connection.execute(f"{_TOLD} WHERE {where} ORDER BY seq", values))


def _steps(lines: sqlite3.Cursor) -> Iterator[Step]:
    current: tuple[int, str, str, int | None] | None = None
    changes: list[Change] = []
    for langkah, waktu, sebab, membalik, tabel, kunci, lama, baru in lines:
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


def locks(step: Step) -> bool:
    """Say whether the step locked an appraisal."""
    return _signs([change.baru for change in step.changes if change.tabel == "penilaian"])


def unlocks(step: Step) -> bool:
    """Say whether the step opened a locked appraisal, so that taking it back locks it."""
    return _signs([change.lama for change in step.changes if change.tabel == "penilaian"])


def _signs(values: Sequence[Values | None]) -> bool:
    return any(one is not None and one.get("dikunci") is not None for one in values)


SLICE = 2000
"""Lines of the trail between which a check may let writers go on: some tenths of a second."""


def broken_link(
    connection: sqlite3.Connection, pause: Callable[[], object] = lambda: None
) -> int | None:
    """Return the first line that does not follow from the lines before it, or None.

    The numbers run without a gap up to the one that SQLite gave out last. ``pause`` is called
    between two slices, and may begin another look: lines are only ever added.
    """
    before, count = START, 0
    for lines in _slices(connection, f"seq, {', '.join(HASHED)}, sidik", pause):
        for seq, *fields, sidik in lines:
            count += 1
            if seq != count or link(before, fields) != sidik:
                return count
            before = sidik
    return None if last_numbers(connection).get("jejak", 0) == count else count + 1


def told(connection: sqlite3.Connection, pause: Callable[[], object]) -> Tables:
    """Return the records that the whole trail says there must be, read in slices like a link."""
    tables: Tables = {}
    for lines in _slices(connection, "seq, tabel, kunci, baru", pause):
        for _, tabel, kunci, baru in lines:
            _replay(tables, tabel, kunci, _from_json(baru))
    return tables


def _slices(
    connection: sqlite3.Connection, columns: str, pause: Callable[[], object]
) -> Iterator[list[tuple[Any, ...]]]:
    """Yield the lines from the first on; no pause comes after the last, which ends what is read."""
    wanted = f"SELECT {columns} FROM jejak WHERE seq >= ? ORDER BY seq LIMIT {SLICE}"
    start = -(2**63)
    while lines := connection.execute(wanted, (start,)).fetchall():
        yield lines
        if len(lines) < SLICE:
            return
        start = lines[-1][0] + 1
        pause()


def last_numbers(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the last key that SQLite gave out, by table."""
    return dict(connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall())


def told_numbers(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the last key that the trail tells of, by table."""
    return dict(connection.execute("SELECT tabel, max(kunci) FROM jejak GROUP BY tabel").fetchall())


def _replay(tables: Tables, tabel: str, kunci: int, baru: Values | None) -> None:
    rows = tables.setdefault(tabel, {})
    if baru is None:
        rows.pop(kunci, None)
    else:
        row = {**rows.get(kunci, {}), **baru}
        rows[kunci] = {name: value for name, value in row.items() if value is not None}


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
