"""Rows that go many to a statement are stored as if each had one of its own."""

import sqlite3

import pytest

from skp_tui.storage.transactions.inserting import insert_rows

WIDE = tuple(f"k{number}" for number in range(40))


@pytest.fixture
def database() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(
        "CREATE TABLE sempit (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c TEXT) STRICT"
    )
    connection.execute(f"CREATE TABLE lebar ({', '.join(WIDE)})")
    return connection


@pytest.mark.parametrize("count", [0, 1, 2, 299, 300, 301, 449, 450, 451, 2000])
def test_rows_of_any_number_are_stored_in_their_order(
    database: sqlite3.Connection, count: int
) -> None:
    rows = [(f"teks {number}", number) for number in range(count)]
    insert_rows(database, "sempit", ("a", "b"), iter(rows))
    stored = database.execute("SELECT id, a, b, c FROM sempit ORDER BY id").fetchall()
    assert stored == [(number + 1, *row, None) for number, row in enumerate(rows)]


@pytest.mark.parametrize("count", [1, 298, 299, 300, 2000])
def test_what_rows_share_stands_in_each_of_them(database: sqlite3.Connection, count: int) -> None:
    rows = [(f"teks {number}", number) for number in range(count)]
    insert_rows(database, "sempit", ("a", "b"), rows, {"c": "bersama"})
    stored = database.execute("SELECT a, b, c FROM sempit ORDER BY id").fetchall()
    assert stored == [(*row, "bersama") for row in rows]


@pytest.mark.parametrize("count", [1, 21, 22, 23, 100])
def test_wide_rows_go_with_few_to_a_statement(database: sqlite3.Connection, count: int) -> None:
    rows = [tuple(range(number, number + len(WIDE))) for number in range(count)]
    insert_rows(database, "lebar", WIDE, rows)
    assert database.execute("SELECT * FROM lebar ORDER BY rowid").fetchall() == rows


def test_one_row_that_is_refused_leaves_none_of_its_transaction(
    database: sqlite3.Connection,
) -> None:
    rows: list[tuple[object, object]] = [("a", 1)] * 400
    rows[350] = ("a", "bukan angka")
    database.execute("BEGIN")
    with pytest.raises(sqlite3.IntegrityError, match=r"sempit\.b"):
        insert_rows(database, "sempit", ("a", "b"), rows)
    database.execute("ROLLBACK")
    assert database.execute("SELECT count(*) FROM sempit").fetchone() == (0,)
