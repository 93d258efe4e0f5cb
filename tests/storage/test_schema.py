"""The schema: one way to it, strict, and the same as the mapped tables."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlmodel import SQLModel

from skp_tui.errors import DatabaseError
from skp_tui.storage.database.backup import backup_before_upgrade
from skp_tui.storage.database.connection import APPLICATION_ID, connect
from skp_tui.storage.database.migrate import (
    Schema,
    create,
    migrations,
    schema_of,
    statements,
    upgrade,
)
from skp_tui.storage.mapping.tables import ROWS, JejakRow

if TYPE_CHECKING:
    from sqlalchemy import Table

NEXT = """
ALTER TABLE unit ADD COLUMN singkatan TEXT CHECK (singkatan <> '');
CREATE TABLE golongan (id INTEGER PRIMARY KEY, nama TEXT NOT NULL) STRICT;
CREATE TRIGGER golongan_tetap BEFORE DELETE ON golongan
BEGIN
    SELECT RAISE(ABORT, 'tetap');
END;
"""
BROKEN = "CREATE TABLE separuh (id INTEGER PRIMARY KEY) STRICT;\nCREATE TABLE unit (id INTEGER);\n"
MAPPED: dict[str, type[SQLModel]] = {**ROWS, "jejak": JejakRow}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    create(tmp_path / "skp.db")
    with closing(connect(tmp_path / "skp.db", writing=True)) as connection:
        yield connection


def version_of(path: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(path)) as connection:
        return (
            connection.execute("PRAGMA user_version").fetchone()[0],
            connection.execute("PRAGMA application_id").fetchone()[0],
        )


def schema_at(path: Path) -> Schema:
    with closing(sqlite3.connect(path)) as connection:
        return schema_of(connection)


def test_a_fresh_schema_equals_a_migrated_one(tmp_path: Path) -> None:
    later = (*migrations(), NEXT)
    create(tmp_path / "fresh.db", later)
    create(tmp_path / "old.db")
    upgrade(tmp_path / "old.db", backup_before_upgrade, later)
    assert schema_at(tmp_path / "fresh.db") == schema_at(tmp_path / "old.db")
    assert version_of(tmp_path / "fresh.db") == version_of(tmp_path / "old.db")
    assert version_of(tmp_path / "old.db") == (len(later), APPLICATION_ID)


def test_a_failing_step_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "skp.db"
    create(path)
    before = (schema_at(path), version_of(path))
    with pytest.raises(DatabaseError):
        upgrade(path, backup_before_upgrade, (*migrations(), BROKEN))
    assert (schema_at(path), version_of(path)) == before


def test_the_steps_before_a_failing_one_stay(tmp_path: Path) -> None:
    path = tmp_path / "skp.db"
    create(path)
    with pytest.raises(DatabaseError):
        upgrade(path, backup_before_upgrade, (*migrations(), NEXT, BROKEN))
    assert version_of(path)[0] == len(migrations()) + 1
    assert ("table", "golongan") in schema_at(path)
    assert ("table", "separuh") not in schema_at(path)


def test_a_whole_copy_of_the_old_file_is_made_before_an_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "skp.db"
    create(path)
    upgrade(path, backup_before_upgrade, (*migrations(), NEXT))
    [kept] = (tmp_path / "cadangan").iterdir()
    assert version_of(kept)[0] == len(migrations())
    assert ("table", "golongan") not in schema_at(kept)


def test_without_a_backup_copy_nothing_is_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "skp.db"
    create(path)

    def no_room(_: Path) -> None:
        raise DatabaseError("Diska penuh.")

    with pytest.raises(DatabaseError, match="Diska penuh"):
        upgrade(path, no_room, (*migrations(), NEXT))
    assert version_of(path)[0] == len(migrations())


def test_no_copy_is_made_where_nothing_is_to_upgrade(tmp_path: Path) -> None:
    create(tmp_path / "skp.db")
    upgrade(tmp_path / "skp.db", backup_before_upgrade)
    assert [entry.name for entry in tmp_path.iterdir()] == ["skp.db"]


def test_a_journal_that_outlived_its_database_is_not_played_into_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "skp.db-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(4096))
    create(tmp_path / "skp.db")
    assert [entry.name for entry in tmp_path.iterdir()] == ["skp.db"]


def test_a_script_is_cut_into_its_statements_and_triggers_stay_whole() -> None:
    assert [part.split()[:2] for part in statements(NEXT)] == [
        ["ALTER", "TABLE"],
        ["CREATE", "TABLE"],
        ["CREATE", "TRIGGER"],
    ]


def test_every_table_is_strict(database: sqlite3.Connection) -> None:
    rows = database.execute("PRAGMA table_list").fetchall()
    loose = [row[1] for row in rows if not row[5] and not row[1].startswith("sqlite_")]
    assert loose == []


def test_the_mapped_tables_are_the_tables_of_the_schema(database: sqlite3.Connection) -> None:
    names = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    assert {row[0] for row in names} == set(MAPPED)


@pytest.mark.parametrize("name", MAPPED)
def test_a_mapped_table_agrees_with_the_schema(database: sqlite3.Connection, name: str) -> None:
    table: Table = MAPPED[name].__table__  # type: ignore[attr-defined]  # by the metaclass
    mapped = {
        column.name: (
            {"VARCHAR": "TEXT"}.get(str(column.type), str(column.type)),
            column.nullable,
            column.primary_key,
        )
        for column in table.columns
    }
    stored = {
        row[1]: (row[2], not row[3] and not row[5], bool(row[5]))
        for row in database.execute(f"PRAGMA table_info({name})")
    }
    assert mapped == stored


@pytest.mark.parametrize("name", MAPPED)
def test_a_mapped_table_points_where_the_schema_points(
    database: sqlite3.Connection, name: str
) -> None:
    table: Table = MAPPED[name].__table__  # type: ignore[attr-defined]  # by the metaclass
    mapped = {(key.parent.name, key.target_fullname) for key in table.foreign_keys}
    rows = database.execute(f"PRAGMA foreign_key_list({name})")
    assert mapped == {(row[3], f"{row[2]}.{row[4]}") for row in rows}


@pytest.mark.parametrize("name", MAPPED)
def test_a_mapped_default_is_the_default_of_the_schema(
    database: sqlite3.Connection, name: str
) -> None:
    mapped = {
        field: info.default
        for field, info in MAPPED[name].model_fields.items()
        if not info.is_required() and info.default is not None
    }
    stored = {
        row[1]: row[4].strip("'")
        for row in database.execute(f"PRAGMA table_info({name})")
        if row[4] is not None
    }
    assert mapped == stored
