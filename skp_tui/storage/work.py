"""One unit of work: changes and their trail in one transaction, or nothing at all."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from skp_tui.errors import DatabaseError
from skp_tui.storage import trail
from skp_tui.storage.tables import ROWS, JejakRow
from skp_tui.storage.trail import Change, Values

CHUNK = 500


class Work:
    """Writes records through the mapped tables and notes each change for the trail.

    Use it inside ``Writer.change``; the trail is written once, at the end. Statements are Core
    statements on the SQLModel tables: adding objects one by one took 17 times as long.
    """

    def __init__(
        self, connection: Connection, waktu: datetime, sebab: str, membalik: int | None = None
    ) -> None:
        self.connection = connection
        self.waktu = waktu
        self.sebab = sebab
        self.membalik = membalik
        self.changes: list[Change] = []
        last, self._sidik = trail.head(self.raw)
        self.langkah = last + 1

    @property
    def raw(self) -> sqlite3.Connection:
        """Return the driver's connection, for the readers; it is inside this transaction."""
        driver = self.connection.connection.driver_connection
        if not isinstance(driver, sqlite3.Connection):
            raise TypeError("the driver is sqlite3")
        return driver

    def insert(self, tabel: str, rows: Sequence[Values]) -> list[int]:
        """Add records and return their keys; a row that brings its ``id`` keeps it (undo)."""
        if not rows:
            return []
        table = _table(tabel)
        following = self._next_id(tabel)
        blank = _blank(tabel)
        named = [{**blank, "id": following + place, **row} for place, row in enumerate(rows)]
        self.connection.execute(insert(table), named)
        for row in named:
            self.changes.append(Change(tabel, _as_key(row["id"]), None, _filled(row)))
        return [_as_key(row["id"]) for row in named]

    def update(self, tabel: str, changed: Mapping[int, Values]) -> None:
        """Change fields of existing records; fields that stay the same leave no trace."""
        stored = self.rows(tabel, list(changed))
        by_columns: dict[tuple[str, ...], list[dict[str, object]]] = {}
        for key, values in changed.items():
            if key not in stored:
                raise DatabaseError(
                    f"Baris {tabel} yang akan diubah sudah tidak ada.", "Buka lagi, lalu ulangi."
                )
            before = stored[key]
            new = {name: value for name, value in values.items() if before[name] != value}
            if new:
                old = {name: before[name] for name in new}
                self.changes.append(Change(tabel, key, old, new))
                by_columns.setdefault(tuple(new), []).append({"_id": key, **new})
        table = _table(tabel)
        for columns, rows in by_columns.items():
            statement = (
                update(table)
                .where(table.c.id == bindparam("_id"))
                .values({name: bindparam(name) for name in columns})
            )
            self.connection.execute(statement, rows)

    def confirm(self, tabel: str, values: Mapping[int, Values]) -> None:
        """Note that fields were given again as they are stored, which only the trail tells.

        So targets that changed are agreed on anew on the day of the agreement before.
        """
        self.changes.extend(Change(tabel, key, some, some) for key, some in values.items())

    def delete(self, tabel: str, keys: Iterable[int]) -> None:
        """Remove records; the trail keeps all their fields."""
        table = _table(tabel)
        stored = self.rows(tabel, list(keys))
        self.changes.extend(Change(tabel, key, _filled(row), None) for key, row in stored.items())
        for some in _chunks(list(stored)):
            self.connection.execute(delete(table).where(table.c.id.in_(some)))

    def rows(self, tabel: str, keys: Sequence[int]) -> dict[int, dict[str, object]]:
        """Return the stored records by key."""
        table = _table(tabel)
        found: dict[int, dict[str, object]] = {}
        for some in _chunks(keys):
            result = self.connection.execute(select(table).where(table.c.id.in_(some)))
            found.update((row["id"], dict(row)) for row in result.mappings())
        return found

    def _next_id(self, tabel: str) -> int:
        row = self.raw.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (tabel,)
        ).fetchone()
        return int(row[0]) + 1 if row else 1

    def write_trail(self) -> None:
        """Append one line for each record changed, each hashed onto the one before."""
        lines: list[dict[str, object]] = []
        self.changes = trail.one_for_each(self.changes)
        for change in self.changes:
            line: dict[str, object] = {
                "langkah": self.langkah,
                "waktu": self.waktu.isoformat(timespec="seconds"),
                "tabel": change.tabel,
                "kunci": change.kunci,
                "lama": trail.to_json(change.lama),
                "baru": trail.to_json(change.baru),
                "sebab": self.sebab,
                "membalik": self.membalik,
            }
            self._sidik = trail.link(self._sidik, (line[name] for name in trail.HASHED))
            lines.append({**line, "sidik": self._sidik})
        if lines:
            self.connection.execute(insert(_mapped(JejakRow)), lines)


def _table(tabel: str) -> Table:
    return _mapped(ROWS[tabel])


def _mapped(model: type) -> Table:
    table: Table = model.__table__  # type: ignore[attr-defined]  # set by SQLModel's metaclass
    return table


def _blank(tabel: str) -> dict[str, object]:
    fields = ROWS[tabel].model_fields.items()
    return {name: None if field.is_required() else field.default for name, field in fields}


def _filled(row: Values) -> Values:
    return {name: value for name, value in row.items() if name != "id" and value is not None}


def _as_key(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("a key is an integer")
    return value


def _chunks(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]
