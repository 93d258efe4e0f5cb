"""The one way to open a database file: every pragma is set and verified (reliability 1)."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from skp_tui.errors import DatabaseError
from skp_tui.files import reason_of

APPLICATION_ID = 0x534B5054  # "SKPT"

BUSY = 5.0
"""Seconds that SQLite waits for its turn; whoever waits is a thread, no key does."""

# TRUNCATE with EXTRA lost no acknowledged row in any simulated power cut; the defaults lost one in
# 81 of 300. recursive_triggers, because INSERT OR REPLACE slips past a delete trigger without it.
PRAGMAS: dict[str, tuple[str, object]] = {
    "busy_timeout": (f"{BUSY * 1000:.0f}", int(BUSY * 1000)),
    "foreign_keys": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "secure_delete": ("ON", 1),
    "temp_store": ("MEMORY", 2),
    "recursive_triggers": ("ON", 1),
    "journal_mode": ("TRUNCATE", "truncate"),
    "synchronous": ("EXTRA", 3),
    # a big change that does not fit the cache would keep readers out from there to its end
    "cache_spill": ("OFF", 0),
}
_OF_WRITERS = {"journal_mode", "cache_spill"}
READER_PRAGMAS = {name: PRAGMAS[name] for name in PRAGMAS if name not in _OF_WRITERS}
READER_PRAGMAS["query_only"] = ("ON", 1)


class ForeignError(DatabaseError):
    """The file is of another program or of a newer version, or is none: not ours to touch."""


class InUseError(DatabaseError):
    """Another program is writing into the file: nothing is wrong with it."""


def connect(path: Path, *, writing: bool, fresh: bool = False) -> sqlite3.Connection:
    """Open an existing database file; raises DatabaseError when it is not one of ours.

    Transactions are begun by hand (``isolation_level=None``), and a reader can change nothing.
    ``fresh`` opens the empty file that is about to become a database.
    """
    _check_file(path)
    if not fresh:
        _look_aside(path)
    with translated(path):
        # one connection is used by one thread at a time, but not always by the same one
        connection = sqlite3.connect(
            _uri(path, "mode=rw"),
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY,
        )
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if not fresh:
                _check_owner(connection, path)
            _set(connection, PRAGMAS if writing else READER_PRAGMAS)
            if writing and not fresh:
                _check_writable(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _uri(path: Path, options: str) -> str:
    return f"{path.absolute().as_uri()}?{options}"


def _check_file(path: Path) -> None:
    if not is_there(path):
        raise DatabaseError(
            f"Basis data {path} tidak ada.",
            "Periksa nama berkasnya, atau buka program sekali untuk membuatnya.",
        )


def is_there(path: Path) -> bool:
    """Say whether there is a file; raises DatabaseError where something else has its name.

    A folder, a device or a link to a stick that is not in place must never make way for a file.
    """
    try:
        found = path.is_file()
        is_folder, is_other = path.is_dir(), path.exists()
        leads_nowhere = not is_other and path.is_symlink()
    except OSError as error:
        raise DatabaseError(
            f"Basis data {path} tidak dapat dibuka: {reason_of(error)}.",
            "Periksa hak akses map dan berkasnya.",
        ) from None
    if is_folder:
        raise ForeignError(
            f"{path} adalah map, bukan berkas basis data.", "Sebutkan nama berkasnya juga."
        )
    if is_other and not found:
        raise ForeignError(
            f"{path} bukan berkas biasa, jadi tidak dapat menjadi basis data.",
            "Pilih berkas lain dengan --db.",
        )
    if leads_nowhere:
        raise ForeignError(
            f"{path} menunjuk berkas yang tidak ada.",
            "Pasang flash disk atau diskanya, atau pilih berkas lain dengan --db.",
        )
    return found


def _look_aside(path: Path) -> None:
    """Refuse what is not ours before anything can leave a trace of having looked.

    ``immutable``, since only that takes no lock and creates, recovers and merges nothing: a
    database of somebody else may be in WAL mode. The file is opened by SQLite, because closing a
    handle of our own would drop the locks that this process holds on it. Without a lock a file
    that is just growing looks damaged; whether it is, the look under a lock will tell.
    """
    if path.stat().st_size == 0:
        raise DatabaseError(
            f"{path} kosong (0 byte), bukan basis data skp-tui.",
            "Pulihkan cadangan terakhir, atau pilih berkas lain; berkas ini tidak disentuh.",
        )
    with translated(path):
        connection = sqlite3.connect(_uri(path, "mode=ro&immutable=1"), uri=True)
        try:
            _check_owner(connection, path)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
        finally:
            connection.close()


def _check_owner(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise ForeignError(
            f"{path} bukan basis data skp-tui.",
            "Pilih berkas lain dengan --db; berkas ini tidak disentuh.",
        )


def _check_writable(connection: sqlite3.Connection, path: Path) -> None:
    try:
        # changes nothing; BEGIN IMMEDIATE would quietly become a reading transaction
        connection.execute("UPDATE unit SET id = id WHERE 0")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
            raise
        raise DatabaseError(
            f"Basis data {path} hanya dapat dibaca.",
            "Salin ke tempat yang boleh ditulisi, lalu buka salinan itu dengan --db.",
        ) from None


def _set(connection: sqlite3.Connection, pragmas: dict[str, tuple[str, object]]) -> None:
    for name, (value, expected) in pragmas.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != expected:
            raise DatabaseError(
                f"Basis data tidak dapat dibuka dengan aman: {name} tetap {found}.",
                "Pindahkan basis data ke diska di komputer ini, lalu coba lagi.",
            )


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a file into one Indonesian sentence; a bug stays a bug."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise sentence(path, error) from None


_SENTENCES: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_NOTADB: (
        "{path} bukan basis data skp-tui.",
        "Pilih berkas lain; berkas ini tidak disentuh.",
    ),
    sqlite3.SQLITE_BUSY: (
        "Basis data {path} sedang dipakai program lain.",
        "Tunggu sebentar, lalu coba lagi.",
    ),
    sqlite3.SQLITE_FULL: (
        "Diska penuh; perubahan tidak tersimpan.",
        "Kosongkan diska, lalu ulangi.",
    ),
    sqlite3.SQLITE_READONLY: (
        "Basis data {path} tidak dapat ditulisi.",
        "Periksa hak akses map dan berkasnya.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "Basis data {path} tidak dapat dibuka.",
        "Periksa hak akses map dan berkasnya.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "Basis data {path} rusak.",
        "Pulihkan cadangan terakhir dengan skp-tui pulihkan; cadangan ada di map cadangan.",
    ),
    sqlite3.SQLITE_IOERR: (
        "Diska tempat basis data {path} bermasalah; perubahan tidak tersimpan.",
        "Periksa diskanya dan sisa ruangnya, lalu ulangi.",
    ),
}


def sentence(path: Path, error: sqlite3.DatabaseError | UnicodeDecodeError) -> DatabaseError:
    """Return what SQLite says of a file as one Indonesian sentence.

    An error without a code is the driver's own: stored bytes, or names in them, that are no text.
    """
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code in _SENTENCES:
        pesan, saran = _SENTENCES[code]
        kind = InUseError if code == sqlite3.SQLITE_BUSY else DatabaseError
        return kind(pesan.format(path=path), saran)
    return DatabaseError(f"Basis data {path} menolak: {error}.", "Tidak ada yang diubah.")
