"""One unit of work: changes and their trail in one transaction, or nothing at all."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from operator import concat, itemgetter
from typing import cast

from sqlalchemy import Connection

from skp_tui.errors import DatabaseError
from skp_tui.storage import noted, trail
from skp_tui.storage.noted import Added, Altered, Noted
from skp_tui.storage.tables import ROWS
from skp_tui.storage.trail import Change, Values

CHUNK = 500

_JEJAK = (
    "INSERT INTO jejak (langkah, waktu, tabel, kunci, lama, baru, sebab, membalik, sidik) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


Row = tuple[object, ...]
_JOINED = cast("Callable[[Row, Row], Row]", concat)


class Work:
    """Writes records through the mapped tables and notes each change for the trail.

    Use it inside ``Writer.change``; the trail is written once, at the end. Columns come from the
    SQLModel tables, rows go to the driver as they are: adding objects one by one took 17 times as
    long, a Core insert with its dict for every row three times.
    """

    def __init__(
        self, connection: Connection, waktu: datetime, sebab: str, membalik: int | None = None
    ) -> None:
        self.connection = connection
        self.waktu = waktu
        self.sebab = sebab
        self.membalik = membalik
        self._noted: list[Noted] = []
        last, self._sidik = trail.head(self.raw)
        self.langkah = last + 1

    @property
    def raw(self) -> sqlite3.Connection:
        """Return the driver's connection, for the readers; it is inside this transaction."""
        driver = self.connection.connection.driver_connection
        if not isinstance(driver, sqlite3.Connection):
            raise TypeError("the driver is sqlite3")
        return driver

    @property
    def changes(self) -> list[Change]:
        """Return what has changed so far, one change for each record."""
        return noted.changes_of(self._noted)

    def touches(self, tables: Collection[str]) -> bool:
        """Say whether a record of some tables was touched, were it to come to nothing."""
        return any(one.tabel in tables for one in self._noted)

    def insert(self, tabel: str, rows: Sequence[Values]) -> Sequence[int]:
        """Add records and return their keys; a row that brings its ``id`` keeps it (undo)."""
        blank = _blank(tabel)
        for row in rows:
            if not row.keys() <= blank.keys():
                raise KeyError(f"{tabel} has no {', '.join(row.keys() - blank.keys())}")
        following = self._next_id(tabel)
        keys = [_as_key(row.get("id", following + place)) for place, row in enumerate(rows)]
        fields = [(name, default) for name, default in blank.items() if name != "id"]
        texts = [tuple([row.get(name, default) for name, default in fields]) for row in rows]
        return self._add(tabel, keys, tuple(name for name, _ in fields), texts)

    def insert_all(
        self, tabel: str, kolom: Sequence[str], rows: Iterable[tuple[object, ...]]
    ) -> Sequence[int]:
        """Add records given under the same columns and return their keys; the others are empty."""
        order = sorted(range(len(kolom)), key=kolom.__getitem__)
        following = self._next_id(tabel)
        added = list(map(itemgetter(*order), rows))
        names = tuple(kolom[index] for index in order)
        return self._add(tabel, range(following, following + len(added)), names, added)

    def _add(
        self,
        tabel: str,
        keys: Sequence[int],
        kolom: tuple[str, ...],
        rows: Sequence[tuple[object, ...]],
    ) -> Sequence[int]:
        marks = ", ".join("?" * (len(kolom) + 1))
        statement = f"INSERT INTO {tabel} (id, {', '.join(kolom)}) VALUES ({marks})"
        first: Iterable[tuple[object, ...]] = zip(keys, strict=True)
        self._run(statement, map(_JOINED, first, rows))
        if rows:
            self._noted.append(Added(tabel, keys, kolom, rows))
        return keys

    def update(self, tabel: str, changed: Mapping[int, Values]) -> None:
        """Change fields of existing records; fields that stay the same leave no trace."""
        names = tuple(sorted({name for values in changed.values() for name in values}))
        stored = self._stored(tabel, ("id", *names), list(changed))
        if stored.keys() != changed.keys():
            raise DatabaseError(
                f"Baris {tabel} yang akan diubah sudah tidak ada.", "Buka lagi, lalu ulangi."
            )
        altered = list(_altered(tabel, names, changed, stored))
        self._noted.extend(altered)
        rows: dict[tuple[str, ...], list[tuple[object, ...]]] = {}
        for one in altered:
            first: Iterable[tuple[object, ...]] = zip(one.kunci, strict=True)
            rows.setdefault(one.kolom, []).extend(map(_JOINED, one.baru, first))
        for columns, some in rows.items():
            fields = ", ".join(f"{name} = ?" for name in columns)
            self._run(f"UPDATE {tabel} SET {fields} WHERE id = ?", some)

    def confirm(self, tabel: str, values: Mapping[int, Values]) -> None:
        """Note that fields were given again as they are stored, which only the trail tells.

        So targets that changed are agreed on anew on the day of the agreement before.
        """
        self._noted.extend(Change(tabel, key, some, some) for key, some in values.items())

    def delete(self, tabel: str, keys: Iterable[int]) -> None:
        """Remove records; the trail keeps all their fields."""
        stored = self.rows(tabel, list(keys))
        self._noted.extend(Change(tabel, key, _filled(row), None) for key, row in stored.items())
        self._run(f"DELETE FROM {tabel} WHERE id = ?", [(key,) for key in stored])

    def rows(self, tabel: str, keys: Sequence[int]) -> dict[int, dict[str, object]]:
        """Return the stored records by key."""
        columns = tuple(_blank(tabel))
        stored = self._stored(tabel, columns, keys)
        return {key: dict(zip(columns, row, strict=True)) for key, row in stored.items()}

    def _stored(
        self, tabel: str, columns: Sequence[str], keys: Sequence[int]
    ) -> dict[int, tuple[object, ...]]:
        found: dict[int, tuple[object, ...]] = {}
        for some in _chunks(keys):
            rows = self.raw.execute(
                f"SELECT id, {', '.join(columns)} FROM {tabel} "
                f"WHERE id IN ({', '.join('?' * len(some))})",
                some,
            )
            found.update((row[0], row[1:]) for row in rows)
        return found

    def _run(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        # by the driver, which takes row after row: SQLAlchemy holds on to all that it was given
        self.raw.executemany(statement, rows)

    def _next_id(self, tabel: str) -> int:
        row = self.raw.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (tabel,)
        ).fetchone()
        return int(row[0]) + 1 if row else 1

    def write_trail(self) -> None:
        """Append one line for each record changed, each hashed onto the one before."""
        step = self.langkah, self.waktu.isoformat(timespec="seconds")
        lines = noted.lines_of(self._noted)
        self._run(_JEJAK, trail.chained(lines, step, (self.sebab, self.membalik), self._sidik))


@cache
def _blank(tabel: str) -> Mapping[str, object]:
    """Return the columns of a table in alphabetical order, each with what it holds by default."""
    fields = ROWS[tabel].model_fields
    return {
        name: None if fields[name].is_required() else fields[name].default
        for name in sorted(fields)
    }


def _altered(
    tabel: str,
    names: Sequence[str],
    changed: Mapping[int, Values],
    stored: Mapping[int, tuple[object, ...]],
) -> Iterator[Altered]:
    """Yield what becomes different, together while the same fields do; ``stored`` has id first."""
    together: tuple[tuple[str, ...], list[int], list[tuple[object, ...]], list[tuple[object, ...]]]
    place = {name: index for index, name in enumerate(names, 1)}
    together = (), [], [], []
    for key, values in changed.items():
        before = stored[key]
        new = tuple([name for name in values if before[place[name]] != values[name]])
        if new != together[0]:
            if together[1]:
                yield Altered(tabel, together[1], together[0], together[2], together[3])
            together = new, [], [], []
        if new:
            together[1].append(key)
            together[2].append(tuple([before[place[name]] for name in new]))
            together[3].append(tuple([values[name] for name in new]))
    if together[1]:
        yield Altered(tabel, together[1], together[0], together[2], together[3])


def _filled(row: Values) -> Values:
    return {name: value for name, value in row.items() if name != "id" and value is not None}


def _as_key(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("a key is an integer")
    return value


def _chunks(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]
