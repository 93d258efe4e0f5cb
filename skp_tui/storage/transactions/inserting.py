"""Inserts rows, many with each statement: beginning one takes SQLite longer than storing a row."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Final

_VALUES: Final = 900
"""So many values go with one statement; any SQLite takes 999."""


def insert_rows(
    connection: sqlite3.Connection,
    tabel: str,
    kolom: Sequence[str],
    rows: Iterable[Sequence[object]],
    shared: Mapping[str, object] | None = None,
) -> None:
    """Insert rows given under the same columns, in their order; ``shared`` is alike in all of them.

    A column that no row fills is better left out: binding nothing takes longer than binding a text.
    """
    alike = shared or {}
    cursor = connection.cursor()
    each, given = max(1, (_VALUES - len(alike)) // len(kolom)), iter(rows)
    while some := list(islice(given, each)):
        statement = _insert(tabel, tuple(alike), tuple(kolom), len(some))
        cursor.execute(statement, [*alike.values(), *chain.from_iterable(some)])


@lru_cache(maxsize=64)
def _insert(tabel: str, shared: tuple[str, ...], kolom: tuple[str, ...], count: int) -> str:
    rows = ", ".join([f"({', '.join('?' * len(kolom))})"] * count)
    every = [*("?" * len(shared)), *(f"column{place}" for place, _ in enumerate(kolom, 1))]
    into = f"INSERT INTO {tabel} ({', '.join((*shared, *kolom))})"
    return (
        f"{into} SELECT {', '.join(every)} FROM (VALUES {rows})"
        if shared
        else f"{into} VALUES {rows}"
    )
