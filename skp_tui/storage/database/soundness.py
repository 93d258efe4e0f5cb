"""What SQLite itself finds wrong with a file, and the witnesses that its rows are held against."""

import sqlite3

from skp_tui.storage.database.looking import is_no_damage


def damage(connection: sqlite3.Connection) -> list[str]:
    """Return what SQLite's own check of a file complains of; empty where it is sound.

    Raises sqlite3.DatabaseError where the file could not be looked at, which is no damage.
    """
    try:
        answers = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    except sqlite3.DatabaseError as error:
        if is_no_damage(error):
            raise
        return [str(error)]
    return [answer for answer in answers if answer != "ok"]


def dangling(connection: sqlite3.Connection) -> list[tuple[str, int, str]]:
    """Return table and number of every row that points at none, and the table it points at."""
    rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [(tabel, row, induk) for tabel, row, induk, _ in rows]


def witnesses(connection: sqlite3.Connection, tahun: int) -> dict[str, str]:
    """Return the witnesses (JSON) of the locked appraisals of a year by NIP."""
    rows = connection.execute(
        "SELECT g.nip, p.saksi FROM penilaian p JOIN periode t ON t.id = p.periode_id "
        "JOIN pegawai g ON g.id = p.pegawai_id WHERE p.saksi IS NOT NULL AND t.tahun = ?",
        (tahun,),
    )
    return dict(rows.fetchall())
