"""The cheap check of an amount takes exactly what the plain one took, in every column of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import KOLOM_ANGKA
from skp_tui.storage.database.migrate import create, migrations

SIGNS = "019.-+ e,:/a"
LONG = (
    "100.0", "100.00001", "0100", "99999999999999999999", "9223372036854775807",
    "9223372036854775808", "0" * 40, "0.000000000000000000000001", "1" * 400, "1.5.5", "12345.",
    "1٣", "٣", "１", "½", "²", "0x10", "1e300", "inf", "nan", "1_000", "\t1", "1\n", "100.5",
)  # fmt: skip


def texts() -> Iterator[str]:
    """Yield every text of up to four of some signs, and odd longer ones."""
    for length in range(5):
        yield from map("".join, product(SIGNS, repeat=length))
    yield from LONG


def taken(connection: sqlite3.Connection, kolom: str) -> set[str]:
    """Return which of the texts a column takes, its target given where it needs one."""
    target = kolom.replace("realisasi", "target")
    names = dict.fromkeys((kolom, target))
    connection.execute("DELETE FROM kegiatan")
    connection.executemany(
        f"INSERT OR IGNORE INTO kegiatan (bagian_id, no, uraian, {', '.join(names)}) "
        f"VALUES (1, ?, 'x', {', '.join('?' if name == kolom else '1' for name in names)})",
        enumerate(texts(), 1),
    )
    return {row[0] for row in connection.execute(f"SELECT {kolom} FROM kegiatan")}


@pytest.mark.parametrize("kolom", ["ak", *KOLOM_ANGKA])
def test_the_same_amounts_are_taken_as_by_the_check_of_version_5(
    tmp_path: Path, kolom: str
) -> None:
    found = []
    for version in (5, len(migrations())):
        path = tmp_path / f"{version}.db"
        create(path, migrations()[:version])
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("BEGIN")
            found.append(taken(connection, kolom))
    before, after = found
    assert after == before
    assert {"1", "19", "1.", "1.10", "100.0"} <= after
    assert after.isdisjoint({"", ".", ".1", "-1", "1e1", "1 ", " 1", "1.1.", "1,1", "٣"})
