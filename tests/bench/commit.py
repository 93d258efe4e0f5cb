"""Measures the commit of one cell against bare sqlite3, alternating in one run, and prints ratios.

Both write to a database of their own with the same pragmas: the same row is updated and one line
is inserted. The program also judges the cell, reads the row before, and hashes the line onto the
trail.

Run: ``python -m tests.bench.commit [ROUNDS]``
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from skp_tui.services.entry import entry
from skp_tui.storage.database.connection import connect
from tests.services.office import Office, kegiatan, tempat

ROUNDS = 300
WARM = 20
COLUMN = "realisasi_kuantitas"
UPDATE = f"UPDATE kegiatan SET {COLUMN} = ? WHERE id = 2"
INSERT = (
    "INSERT INTO jejak (langkah, waktu, tabel, kunci, lama, baru, sebab, sidik) "
    "VALUES (?, '2018-01-05T09:30:00+00:00', 'kegiatan', 2, ?, ?, 'sel', ?)"
)


def bare(connection: sqlite3.Connection) -> Callable[[int], None]:
    """Return the write of one cell as short as it can be."""

    def write(number: int) -> None:
        text = f'{{"{COLUMN}":"{number}"}}'
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(UPDATE, (str(number),))
        connection.execute(INSERT, (number + 100, text, text, "0" * 64))
        connection.execute("COMMIT")

    return write


def timed(write: Callable[[int], object], number: int) -> float:
    """Return the seconds that one write takes."""
    began = time.perf_counter()
    write(number)
    return time.perf_counter() - began


def figures(seconds: Sequence[float]) -> tuple[float, float]:
    """Return median and 95th percentile in milliseconds."""
    return statistics.median(seconds) * 1000, statistics.quantiles(seconds, n=20)[-1] * 1000


def measure(folder: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Write in turns and return the seconds of the program and of bare sqlite3."""
    (folder / "satu").mkdir()
    (folder / "dua").mkdir()
    office, other = Office.filled(folder / "satu"), Office.filled(folder / "dua")
    row = kegiatan(office)
    ours: list[float] = []
    theirs: list[float] = []
    with office.writing() as writer, closing(connect(other.path, writing=True)) as connection:

        def save(number: int) -> None:
            isi = replace(row, realisasi_kuantitas=Decimal(number))
            entry.save(writer, tempat(), isi, [COLUMN], f"sel {number}")

        write = bare(connection)
        for number in range(1, rounds + WARM + 1):
            ours.append(timed(save, number))
            theirs.append(timed(write, number))
    return ours[WARM:], theirs[WARM:]


def main() -> None:
    """Print the figures."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory(prefix="skp-ukur-") as folder:
        ours, theirs = (figures(seconds) for seconds in measure(Path(folder), rounds))
    print(f"a cell's commit, {rounds} rounds, milliseconds")
    print(f"{'':14}{'median':>9}{'p95':>9}")
    print(f"{'skp-tui':14}{ours[0]:9.2f}{ours[1]:9.2f}")
    print(f"{'sqlite3':14}{theirs[0]:9.2f}{theirs[1]:9.2f}")
    print(f"{'ratio':14}{ours[0] / theirs[0]:9.2f}{ours[1] / theirs[1]:9.2f}")


if __name__ == "__main__":
    main()
