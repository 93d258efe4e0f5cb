"""The two sides of the bulk bench, each run in a process of its own; prints the seconds it took.

Bare side: ``csv`` and ``sqlite3`` with the pragmas of the program, one transaction, one table of
the same sixteen texts, STRICT, its key unique. Nothing is judged, referred to or kept in a trail.
``bare-own`` does the same into the program's own tables, with their checks, references and locks:
what SQLite itself takes for them.

Run: ``python -m tests.bench.bulk_sides bare-insert FILE DB`` (or another name of ``SIDES``)
"""

import csv
import os
import sqlite3
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

COLUMNS = (
    "tahun", "nip", "no", "uraian", "ak", "target_kuantitas", "satuan", "target_kualitas",
    "target_waktu", "satuan_waktu", "target_biaya", "realisasi_kuantitas", "realisasi_kualitas",
    "realisasi_waktu", "realisasi_biaya", "bagian",
)  # fmt: skip
KEY = ("tahun", "nip", "bagian", "no")
_MARKS = ", ".join("?" * len(COLUMNS))
_INSERT = f"INSERT INTO baris ({', '.join(COLUMNS)}) VALUES ({_MARKS})"
_SET = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name not in KEY)
_UPSERT = f"{_INSERT} ON CONFLICT DO UPDATE SET {_SET}"

TAHUN = 2017
_OWN_YEAR = (
    "INSERT INTO periode (tahun, peraturan, batas_waktu) "
    f"VALUES ({TAHUN}, 'PP46', '{TAHUN + 1}-01-31')"
)
_OWN_PEOPLE = f"SELECT t.id, g.id FROM periode t, pegawai g WHERE t.tahun = {TAHUN}"
_OWN_PARTS = (
    "SELECT g.nip, b.id FROM bagian b JOIN penilaian p ON p.id = b.penilaian_id "
    "JOIN pegawai g ON g.id = p.pegawai_id"
)
_OWN_INSERT = f"INSERT INTO kegiatan (bagian_id, {', '.join(COLUMNS[2:-1])}) VALUES (?{', ?' * 13})"
_PEOPLE = "JOIN penilaian p ON p.id = b.penilaian_id JOIN pegawai g ON g.id = p.pegawai_id"
_EXPORT = {
    "unit": "SELECT * FROM unit ORDER BY kode",
    "pegawai": "SELECT g.*, u.kode FROM pegawai g JOIN unit u ON u.id = g.unit_id ORDER BY g.nip",
    "bagian": f"SELECT g.nip, b.* FROM bagian b {_PEOPLE} ORDER BY g.nip",
    "kegiatan": (
        "SELECT t.tahun, g.nip, b.nomor, k.* FROM kegiatan k JOIN bagian b ON b.id = k.bagian_id "
        f"{_PEOPLE} JOIN periode t ON t.id = p.periode_id ORDER BY g.nip, b.nomor, k.no"
    ),
}


def _bare(statement: str) -> Callable[[Path, Path], None]:
    def carry_out(file: Path, db: Path) -> None:
        connection = sqlite3.connect(db, isolation_level=None)
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        connection.execute("PRAGMA synchronous=EXTRA")
        fields = ", ".join(f"{name} TEXT NOT NULL" for name in COLUMNS)
        key = ", ".join(KEY)
        connection.execute(
            f"CREATE TABLE IF NOT EXISTS baris (id INTEGER PRIMARY KEY, {fields}, UNIQUE ({key})) "
            "STRICT"
        )
        connection.execute("BEGIN IMMEDIATE")
        with file.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines)
            next(reader)
            connection.executemany(statement, reader)
        connection.execute("COMMIT")
        connection.close()

    return carry_out


def bare_own(file: Path, db: Path) -> None:
    """Insert the rows where they belong, below a part for each person; no line of the trail."""
    connection = sqlite3.connect(db, isolation_level=None)
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_OWN_YEAR)
    connection.execute(f"INSERT INTO penilaian (periode_id, pegawai_id) {_OWN_PEOPLE}")
    connection.execute("INSERT INTO bagian (penilaian_id, nomor) SELECT id, 1 FROM penilaian")
    parts = dict(connection.execute(_OWN_PARTS))
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines)
        next(reader)
        rows = ((parts[nip], *cells) for _, nip, *cells, _ in reader)
        connection.executemany(_OWN_INSERT, rows)
    connection.execute("COMMIT")
    connection.close()


def bare_select(folder: Path, db: Path) -> None:
    """Write the four tables that the program exports, by one SELECT each, flushed to the disk."""
    connection = sqlite3.connect(db)
    for name, statement in _EXPORT.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            rows = connection.execute(statement)
            writer = csv.writer(file)
            writer.writerow(description[0] for description in rows.description)
            writer.writerows(rows)
            file.flush()
            os.fsync(file.fileno())
    connection.close()


def our_import(file: Path, db: Path) -> None:
    """Import as the command does, by the very service that it uses."""
    from skp_tui.exchange.kinds.kinds import jenis_of  # noqa: PLC0415 - the bare side shall not load it
    from skp_tui.services.imports.import_many import Borongan, Pesanan, run_many  # noqa: PLC0415 - as above

    borongan = Borongan((Pesanan(jenis_of("kegiatan"), (file,)),))
    done = run_many(db, borongan, lambda: datetime.now(UTC))
    if done.status != 0:
        raise SystemExit("something was refused")


def our_export(folder: Path, db: Path) -> None:
    """Export the profile ``data`` as the command does."""
    from skp_tui.services.sending import sending  # noqa: PLC0415 - the bare side shall not load it

    sending.export(db, TAHUN, None, folder, "data", lambda: datetime.now(UTC), sebagian=False)


SIDES: dict[str, Callable[[Path, Path], None]] = {
    "bare-insert": _bare(_INSERT),
    "bare-upsert": _bare(_UPSERT),
    "bare-own": bare_own,
    "bare-select": bare_select,
    "our-import": our_import,
    "our-export": our_export,
}


def main(side: str, first: str, db: str) -> None:
    """Carry out one side and print its seconds; what it loads is loaded before the clock runs."""
    if side.startswith("our"):
        import skp_tui.services.sending.sending  # noqa: PLC0415
        import skp_tui.storage.transactions.writer  # noqa: F401, PLC0415
    began = time.perf_counter()
    SIDES[side](Path(first), Path(db))
    print(time.perf_counter() - began)


if __name__ == "__main__":
    main(*sys.argv[1:])
