"""The line of steps: which one an undo takes back next, and which one a redo repeats.

The history is linear, as in every editor, and stands in the trail alone, so that it goes on after a
restart. ``membalik`` names the step that is taken back or repeated: the first such step takes it
back, the second repeats it, the third takes it back again. From the end of the trail the answer is
found in a few jumps, since what lay below a step when it was made lies below it still.
"""

import sqlite3

from skp_tui.record import record
from skp_tui.storage.database.looking import last_step

# What was sent stays sent: such a step is passed over.
PASSED_OVER = "kiriman"


def to_take_back(connection: sqlite3.Connection, after: int = 0) -> int | None:
    """Return the last step above ``after`` that stands, None without one."""
    langkah = last_step(connection)
    while langkah > after:
        other = _names(connection, langkah)
        if other is None:
            if not _sent(connection, langkah):
                return langkah
            langkah -= 1
        elif _takes_back(connection, langkah, other):
            langkah = other - 1
        else:
            langkah = other
    return None


def to_repeat(connection: sqlite3.Connection, after: int = 0) -> int | None:
    """Return the last step above ``after`` that was taken back and no new change has followed."""
    langkah = last_step(connection)
    while langkah > after:
        other = _names(connection, langkah)
        if other is None:
            if not _only_sent(connection, langkah):
                return None
            langkah -= 1
        elif _takes_back(connection, langkah, other):
            return other if other > after else None
        else:
            langkah = _taken_back_at(connection, other, before=langkah) - 1
    return None


@record
class Besar:
    """How much a step changed: the records, and those among them that are new units."""

    sebab: str
    rekaman: int
    unit_baru: int


def size_of(connection: sqlite3.Connection, langkah: int) -> Besar:
    """Return the cause of a step, and how much it changed."""
    row = connection.execute(
        "SELECT coalesce(min(sebab), ''), count(*), "
        "count(*) FILTER (WHERE tabel = 'unit' AND lama IS NULL) FROM jejak WHERE langkah = ?",
        (langkah,),
    ).fetchone()
    return Besar(*row)


def is_lock(connection: sqlite3.Connection, langkah: int) -> bool:
    """Say whether a step locked an appraisal."""
    row = connection.execute(
        "SELECT 1 FROM jejak WHERE langkah = ? AND tabel = 'penilaian' "
        "AND json_extract(baru, '$.dikunci') IS NOT NULL LIMIT 1",
        (langkah,),
    ).fetchone()
    return row is not None


def begins(connection: sqlite3.Connection, besar: Besar) -> bool:
    """Say whether a step made all units there are: without it the database is empty.

    Hardly a step makes a unit, and of the others nothing is asked.
    """
    if not besar.unit_baru:
        return False
    return bool(
        connection.execute("SELECT count(*) <= ? FROM unit", [besar.unit_baru]).fetchone()[0]
    )


def sent_since(connection: sqlite3.Connection, langkah: int) -> bool:
    """Say whether something was sent after a step; what got no file and was withdrawn was not."""
    row = connection.execute(
        "SELECT 1 FROM jejak WHERE tabel = ? GROUP BY kunci "
        "HAVING min(langkah) > ? AND count(baru) = count(*) LIMIT 1",
        (PASSED_OVER, langkah),
    ).fetchone()
    return row is not None


def _names(connection: sqlite3.Connection, langkah: int) -> int | None:
    """Return the step that a step takes back or repeats, None for a change of its own."""
    row = connection.execute(
        "SELECT membalik FROM jejak WHERE langkah = ? LIMIT 1", (langkah,)
    ).fetchone()
    return None if row is None else row[0]


def _sent(connection: sqlite3.Connection, langkah: int) -> bool:
    row = connection.execute(
        "SELECT 1 FROM jejak WHERE langkah = ? AND tabel = ? LIMIT 1", (langkah, PASSED_OVER)
    ).fetchone()
    return row is not None


def _only_sent(connection: sqlite3.Connection, langkah: int) -> bool:
    """Say whether a step did nothing but send; the first of a new year creates the year too."""
    row = connection.execute(
        "SELECT 1 FROM jejak WHERE langkah = ? AND tabel <> ? LIMIT 1", (langkah, PASSED_OVER)
    ).fetchone()
    return row is None


def _takes_back(connection: sqlite3.Connection, langkah: int, other: int) -> bool:
    """Say whether a step takes another back; else it repeats it."""
    row = connection.execute(
        "SELECT count(DISTINCT langkah) % 2 FROM jejak WHERE membalik = ? AND langkah <= ?",
        (other, langkah),
    ).fetchone()
    return bool(row[0])


def _taken_back_at(connection: sqlite3.Connection, other: int, *, before: int) -> int:
    """Return the step that took another back, before it was repeated."""
    row = connection.execute(
        "SELECT max(langkah) FROM jejak WHERE membalik = ? AND langkah < ?", (other, before)
    ).fetchone()
    return int(row[0])
