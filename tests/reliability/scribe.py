"""A program that is going to be killed: it writes through the services and tells what is stored.

    python -m tests.reliability.scribe PLAN DATABASE FIRST COUNT

Each line of its output is an acknowledgement: what it names has been said to be saved.
"""

import itertools
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.services.entry import entry
from skp_tui.services.keeping import safekeeping
from skp_tui.services.keeping.sitting import Sitting, sitting
from skp_tui.services.sending import sending
from skp_tui.storage.database.backup import backup_before_upgrade
from skp_tui.storage.database.migrate import migrations, upgrade
from skp_tui.storage.transactions.writer import Writer
from tests.services.office import BRAM, clock, tempat


def tell(number: int) -> None:
    """Acknowledge in one write."""
    sys.stdout.write(f"tersimpan {number}\n")
    sys.stdout.flush()


def row(number: int) -> Kegiatan:
    """Return the activity of a number, with the outcome that proves that it is whole."""
    target = Decimal(number)
    return Kegiatan(
        number,
        f"Kegiatan {number}",
        target_kuantitas=target,
        target_kualitas=Decimal(100),
        target_waktu=Decimal(12),
        realisasi_kuantitas=target,
    )


def save(number: int) -> Callable[[Writer], object]:
    """Return the write of one row."""
    isi, words = row(number), f"baris {number}"
    return lambda writer: entry.save(writer, tempat(BRAM), isi, [], words, baru=True)


def write_on(sat: Sitting, numbers: Iterator[int], *, too_early: bool = False) -> None:
    """Save rows one after another, acknowledging each; the control does so before the commit."""
    for number in numbers:
        if too_early:
            tell(number)
        sat.submit(save(number)).result()
        if not too_early:
            tell(number)


def weaken(sat: Sitting, text: str) -> None:
    """Change a pragma of the writing connection, for a control that must fail."""
    sat.submit(lambda writer: writer._raw.execute(f"PRAGMA {text}").fetchall()).result()


def cells(path: Path, numbers: Iterator[int]) -> None:
    """Write as the program does."""
    with sitting(path, clock) as sat:
        write_on(sat, numbers)


def cells_early(path: Path, numbers: Iterator[int]) -> None:
    """Acknowledge before the commit (control)."""
    with sitting(path, clock) as sat:
        write_on(sat, numbers, too_early=True)


def cells_off(path: Path, numbers: Iterator[int]) -> None:
    """Write without any flush (control)."""
    with sitting(path, clock) as sat:
        weaken(sat, "synchronous = OFF")
        write_on(sat, numbers)


def cells_default(path: Path, numbers: Iterator[int]) -> None:
    """Write as SQLite does unless told otherwise (control)."""
    with sitting(path, clock) as sat:
        weaken(sat, "journal_mode = DELETE")
        weaken(sat, "synchronous = FULL")
        write_on(sat, numbers)


def package(path: Path, numbers: Iterator[int]) -> None:
    """Export packages for BKD into a folder beside the database."""
    for number in numbers:
        sending.export(path, 2017, "1", path.parent / "keluar", "bkd", clock, sebagian=True)
        tell(number)


def naked(path: Path, numbers: Iterator[int]) -> None:
    """Write a file straight to its name (control)."""
    for number in numbers:
        suffix = "" if number == 1 else f"-{number}"
        target = path.parent / "keluar" / f"skp-1-2017{suffix}.csv"
        target.write_bytes(b"tahun,nip\r\n" * 2000)
        tell(number)


def copies(path: Path, numbers: Iterator[int]) -> None:
    """Make backups."""
    for number in numbers:
        safekeeping.backup(path, path.parent / "keluar")
        tell(number)


def naked_copies(path: Path, numbers: Iterator[int]) -> None:
    """Make backups straight to their names (control)."""
    for number in numbers:
        reader = sqlite3.connect(path)
        writer = sqlite3.connect(path.parent / "keluar" / f"cadangan-{number:04}.db")
        writer.execute("PRAGMA synchronous = OFF")
        reader.backup(writer)
        writer.close()
        reader.close()
        tell(number)


def restored(path: Path, numbers: Iterator[int]) -> None:
    """Put the copy beside the database in its place."""
    for number in numbers:
        safekeeping.restore(path, path.with_name("salinan.db"), clock)
        tell(number)


def upgraded(path: Path, numbers: Iterator[int]) -> None:
    """Bring a file of an older version to the newest one, as opening it does."""
    for number in numbers:
        upgrade(path, backup_before_upgrade)
        tell(number)


def naked_upgraded(path: Path, numbers: Iterator[int]) -> None:
    """Run the steps as a script, which commits between the statements (control)."""
    for number in numbers:
        with closing(sqlite3.connect(path)) as connection:
            found = connection.execute("PRAGMA user_version").fetchone()[0]
            for version, script in enumerate(migrations()[found:], found + 1):
                connection.executescript(f"{script}\nPRAGMA user_version = {version};")
        tell(number)


PLANS: dict[str, Callable[[Path, Iterator[int]], None]] = {
    plan.__name__: plan
    for plan in (
        cells, cells_early, cells_off, cells_default, package, naked, copies, naked_copies,
        restored, upgraded, naked_upgraded,
    )
}  # fmt: skip


if __name__ == "__main__":
    plan, database, first, count = sys.argv[1:]
    PLANS[plan](Path(database), itertools.islice(itertools.count(int(first)), int(count)))
