"""One unit of work: changes and their trail in one transaction, or nothing at all."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import groupby

from sqlalchemy import Connection

from skp_tui.errors import DatabaseError
from skp_tui.storage.mapping.tables import ROWS
from skp_tui.storage.trail import trail
from skp_tui.storage.trail.trail import Change, Values
from skp_tui.storage.transactions import touched
from skp_tui.storage.transactions.inserting import insert_rows
from skp_tui.storage.transactions.touched import Added, Altered, Column, Noted

CHUNK = 500


def driver_of(connection: Connection) -> sqlite3.Connection:
    """Return the driver's connection below one of SQLAlchemy."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError("the driver is sqlite3")
    return driver


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
        return driver_of(self.connection)

    @property
    def changes(self) -> list[Change]:
        """Return what has changed so far, one change for each record."""
        return touched.changes_of(self._noted)

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
        columns = {
            name: [row.get(name, default) for row in rows]
            for name, default in blank.items()
            if name != "id" and (default is not None or any(name in row for row in rows))
        }
        return self._add(tabel, keys, tuple(columns), tuple(columns.values()))

    def insert_all(
        self, tabel: str, kolom: Sequence[str], columns: Sequence[Column]
    ) -> Sequence[int]:
        """Add records given column by column and return their keys; other columns are empty."""
        following = self._next_id(tabel)
        keys = range(following, following + len(columns[0]))
        return self._add(tabel, keys, tuple(kolom), columns)

    def _add(
        self, tabel: str, keys: Sequence[int], kolom: tuple[str, ...], columns: Sequence[Column]
    ) -> Sequence[int]:
        insert_rows(self.raw, tabel, ("id", *kolom), zip(keys, *columns, strict=True))
        if keys:
            self._noted.append(Added(tabel, keys, kolom, columns))
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
            rows.setdefault(one.kolom, []).extend(zip(*one.baru, one.kunci, strict=True))
        for columns, some in rows.items():
            fields = ", ".join(f"{name} = ?" for name in columns)
            # one by one in their order: a number must be free before another record takes it
            self.raw.executemany(f"UPDATE {tabel} SET {fields} WHERE id = ?", some)

    def confirm(self, tabel: str, values: Mapping[int, Values]) -> None:
        """Note that fields were given again as they are stored, which only the trail tells.

        So targets that changed are agreed on anew on the day of the agreement before.
        """
        self._noted.extend(Change(tabel, key, some, some) for key, some in values.items())

    def delete(self, tabel: str, keys: Iterable[int]) -> None:
        """Remove records; the trail keeps all their fields."""
        stored = self.rows(tabel, list(keys))
        self._noted.extend(Change(tabel, key, _filled(row), None) for key, row in stored.items())
        self.raw.executemany(f"DELETE FROM {tabel} WHERE id = ?", [(key,) for key in stored])

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

    def _next_id(self, tabel: str) -> int:
        row = self.raw.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (tabel,)
        ).fetchone()
        return int(row[0]) + 1 if row else 1

    def write_trail(self) -> None:
        """Append one line for each record changed, each hashed onto the one before."""
        step = self.langkah, self.waktu.isoformat(timespec="seconds")
        cause = self.sebab, self.membalik
        every = dict(zip(("langkah", "waktu", "sebab", "membalik"), (*step, *cause), strict=True))
        sidik = self._sidik
        for some in touched.lines_of(self._noted):
            hashes = trail.chained(some, step, cause, sidik)
            sidik = hashes[-1]
            texts = {"lama": some.lama, "baru": some.baru}
            given = {name: column for name, column in texts.items() if column is not None}
            insert_rows(
                self.raw,
                "jejak",
                ("kunci", *given, "sidik"),
                zip(some.kunci, *given.values(), hashes, strict=True),
                {"tabel": some.tabel, **every},
            )


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
    place = {name: index for index, name in enumerate(names, 1)}

    def differing(key: int) -> tuple[str, ...]:
        before = stored[key]
        fields = changed[key].items()
        return tuple([name for name, value in fields if before[place[name]] != value])

    for kolom, keys in groupby(changed, differing):
        if kolom:
            some = list(keys)
            lama = [[stored[key][place[name]] for key in some] for name in kolom]
            baru = [[changed[key][name] for key in some] for name in kolom]
            yield Altered(tabel, some, kolom, lama, baru)


def _filled(row: Values) -> Values:
    return {name: value for name, value in row.items() if name != "id" and value is not None}


def _as_key(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("a key is an integer")
    return value


def _chunks(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]
