"""The one way to open a database file: every pragma is set and verified (reliability 1)."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from skp_tui.errors import DatabaseError

APPLICATION_ID = 0x534B5054  # "SKPT"
HEADER = b"SQLite format 3\x00"

# TRUNCATE with EXTRA lost no acknowledged row in any simulated power cut; the defaults lost one in
# 81 of 300. recursive_triggers, because INSERT OR REPLACE slips past a delete trigger without it.
_PRAGMAS: dict[str, tuple[str, object]] = {
    "busy_timeout": ("5000", 5000),
    "foreign_keys": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "secure_delete": ("ON", 1),
    "temp_store": ("MEMORY", 2),
    "recursive_triggers": ("ON", 1),
    "journal_mode": ("TRUNCATE", "truncate"),
    "synchronous": ("EXTRA", 3),
}
_READER_PRAGMAS = {name: _PRAGMAS[name] for name in _PRAGMAS if name != "journal_mode"}
_READER_PRAGMAS["query_only"] = ("ON", 1)


def connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    """Open an existing database file; raises DatabaseError when it is not one of ours or newer.

    Transactions are begun by hand (``isolation_level=None``), and a reader can change nothing.
    """
    connection = _open(path, writing=writing)
    try:
        _set(connection, _PRAGMAS if writing else _READER_PRAGMAS)
        check_owner(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _open(path: Path, *, writing: bool) -> sqlite3.Connection:
    if not path.is_file():
        raise DatabaseError(
            f"Basis data {path} tidak ada.",
            "Periksa nama berkasnya, atau buka program sekali untuk membuatnya.",
        )
    uri = f"{path.absolute().as_uri()}?mode=rw"
    with translated(path):
        # one connection is used by one thread at a time, but not always by the same one
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if writing and not _is_writable(connection):
        connection.close()
        raise DatabaseError(
            f"Basis data {path} hanya dapat dibaca.",
            "Salin ke tempat yang boleh ditulisi, lalu buka salinan itu dengan --db.",
        )
    return connection


def _is_writable(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode == sqlite3.SQLITE_BUSY
    return True


def _set(connection: sqlite3.Connection, pragmas: dict[str, tuple[str, object]]) -> None:
    for name, (value, expected) in pragmas.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != expected:
            raise DatabaseError(
                f"Basis data tidak dapat dibuka dengan aman: {name} tetap {found}.",
                "Pindahkan basis data ke diska di komputer ini, lalu coba lagi.",
            )


def check_owner(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a database that another program made."""
    with translated(path):
        owner = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner != APPLICATION_ID and (owner or tables):
        raise DatabaseError(
            f"{path} adalah basis data program lain.",
            "Pilih berkas lain dengan --db; berkas ini tidak disentuh.",
        )


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a file into one Indonesian sentence."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _sentence(path, error) from None


def _sentence(path: Path, error: sqlite3.DatabaseError) -> DatabaseError:
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_NOTADB:
        return DatabaseError(
            f"{path} bukan basis data skp-tui.", "Pilih berkas lain; berkas ini tidak disentuh."
        )
    if code == sqlite3.SQLITE_BUSY:
        return DatabaseError(
            f"Basis data {path} sedang dipakai program lain.", "Tunggu sebentar, lalu coba lagi."
        )
    if code == sqlite3.SQLITE_FULL:
        return DatabaseError(
            "Diska penuh; perubahan tidak tersimpan.", "Kosongkan diska, lalu ulangi."
        )
    if code is not None and code & 0xFF in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}:
        return DatabaseError(
            f"Basis data {path} tidak dapat ditulisi.", "Periksa hak akses map dan berkasnya."
        )
    if code is not None and code & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_IOERR}:
        return DatabaseError(
            f"Basis data {path} rusak atau diskanya bermasalah.",
            "Jalankan skp-tui periksa, atau pulihkan cadangan terakhir.",
        )
    return DatabaseError(f"Basis data {path} menolak: {error}.", "Tidak ada yang diubah.")
