"""What may be told of a database to who helps: counts, versions and dates, nobody's data."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime

from skp_tui.record import record
from skp_tui.storage.database.connection import PRAGMAS
from skp_tui.storage.database.looking import last_step


@record
class Hitungan:
    """How much is stored; ``tahun`` are the years with the code of their regulation."""

    unit: int
    pegawai: int
    penilaian: int
    terkunci: int
    langkah: int
    tahun: Mapping[int, str]


@record
class KirimanTerakhir:
    """The package that was sent last, by the trail of packages and not by the clock."""

    tahun: int
    nomor: int
    profil: str
    waktu: datetime


def counted(connection: sqlite3.Connection) -> Hitungan:
    """Count what is stored."""
    unit, pegawai, penilaian, terkunci = connection.execute(
        "SELECT (SELECT count(*) FROM unit), (SELECT count(*) FROM pegawai), "
        "(SELECT count(*) FROM penilaian), (SELECT count(dikunci) FROM penilaian)"
    ).fetchone()
    years = connection.execute("SELECT tahun, peraturan FROM periode ORDER BY tahun").fetchall()
    return Hitungan(unit, pegawai, penilaian, terkunci, last_step(connection), dict(years))


def last_sent(connection: sqlite3.Connection) -> KirimanTerakhir | None:
    """Return the package that was kept last, None where nothing was sent."""
    row = connection.execute(
        "SELECT t.tahun, k.nomor, k.profil, k.waktu FROM kiriman k "
        "JOIN periode t ON t.id = k.periode_id ORDER BY k.id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    tahun, nomor, profil, waktu = row
    return KirimanTerakhir(tahun, nomor, profil, datetime.fromisoformat(waktu))


def schema_version(connection: sqlite3.Connection) -> int:
    """Return the version of the tables in the file."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def journal_words(connection: sqlite3.Connection) -> str:
    """Say how the file is kept safe from a power cut.

    Only WAL is a property of the file; the other modes are chosen by every writer, and one of this
    program does not write before it has verified its own.
    """
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        return "wal (bukan pengaturan program ini)"
    mode, _ = PRAGMAS["journal_mode"]
    flushing, _ = PRAGMAS["synchronous"]
    return f"{mode}, synchronous {flushing} (dipastikan sebelum menulis)"
