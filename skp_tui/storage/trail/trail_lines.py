"""Reads the trail from its end, line by line and in pieces, with the standard library's sqlite3."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping

from skp_tui.record import record

Values = Mapping[str, object]
Record = tuple[str, int]
"""A table and a key in it."""

OWNING: Mapping[str, str] = {
    "induk_id": "unit",
    **{f"{nama}_id": nama for nama in ("unit", "pegawai", "periode", "penilaian", "bagian")},
    "kegiatan_id": "kegiatan",
    "hasil_kerja_id": "hasil_kerja",
}
"""The table that a column with a key points to."""

# a person's tables, each below the one that its rows belong to
_BELOW = (
    ("penilaian", "pegawai_id", "pegawai"),
    ("pengecualian", "pegawai_id", "pegawai"),
    ("bagian", "penilaian_id", "penilaian"),
    ("perilaku", "penilaian_id", "penilaian"),
    ("evaluasi", "penilaian_id", "penilaian"),
    ("ekspektasi", "penilaian_id", "penilaian"),
    ("lampiran", "penilaian_id", "penilaian"),
    ("nilai_luar", "penilaian_id", "penilaian"),
    ("keberatan", "penilaian_id", "penilaian"),
    ("catatan", "penilaian_id", "penilaian"),
    ("kegiatan", "bagian_id", "bagian"),
    ("tambahan", "bagian_id", "bagian"),
    ("hasil_kerja", "bagian_id", "bagian"),
    ("indikator", "hasil_kerja_id", "hasil_kerja"),
)


@record
class Line:
    """One record changed in one step, as the trail tells it."""

    seq: int
    langkah: int
    waktu: str
    tabel: str
    kunci: int
    lama: Values | None
    baru: Values | None
    sebab: str
    membalik: int | None


@record
class Wanted:
    """Which lines: of some records, of some tables, of undo and redo only, or all."""

    rekaman: frozenset[Record] | None = None
    tabel: frozenset[str] | None = None
    pembalikan: bool = False


def lines(
    connection: sqlite3.Connection, wanted: Wanted, before: int | None, limit: int
) -> list[Line]:
    """Return at most so many lines above the one numbered ``before``, newest first."""
    source, terms, values = "jejak j", ["1"], list[object]()
    if wanted.rekaman is not None:
        source = (
            "(SELECT json_extract(value, '$[0]') AS t, json_extract(value, '$[1]') AS k "
            "FROM json_each(?)) m CROSS JOIN jejak j ON j.tabel = m.t AND j.kunci = m.k"
        )
        values.append(json.dumps(sorted(wanted.rekaman)))
    if wanted.tabel is not None:
        # the plus keeps SQLite from sorting most of the trail by an index of tables
        terms.append(f"+j.tabel IN ({', '.join('?' * len(wanted.tabel))})")
        values.extend(sorted(wanted.tabel))
    if wanted.pembalikan:
        terms.append("j.membalik IS NOT NULL")
    if before is not None:
        terms.append("j.seq < ?")
        values.append(before)
    rows = connection.execute(
        "SELECT j.seq, j.langkah, j.waktu, j.tabel, j.kunci, j.lama, j.baru, j.sebab, j.membalik "
        f"FROM {source} WHERE {' AND '.join(terms)} ORDER BY j.seq DESC LIMIT ?",
        (*values, limit),
    )
    return [_line(row) for row in rows]


def lines_of_step(connection: sqlite3.Connection, langkah: int, limit: int) -> list[Line]:
    """Return the first lines of one step, in their order."""
    rows = connection.execute(
        "SELECT seq, langkah, waktu, tabel, kunci, lama, baru, sebab, membalik FROM jejak "
        "WHERE langkah = ? ORDER BY seq LIMIT ?",
        (langkah, limit),
    )
    return [_line(row) for row in rows]


def _line(row: tuple[int, int, str, str, int, str | None, str | None, str, int | None]) -> Line:
    seq, langkah, waktu, tabel, kunci, lama, baru, sebab, membalik = row
    return Line(
        seq, langkah, waktu, tabel, kunci,
        None if lama is None else json.loads(lama),
        None if baru is None else json.loads(baru),
        sebab, membalik,
    )  # fmt: skip


def count_of_step(connection: sqlite3.Connection, langkah: int) -> int:
    """Return how many records a step changed."""
    row = connection.execute("SELECT count(*) FROM jejak WHERE langkah = ?", (langkah,)).fetchone()
    return int(row[0])


def reversals(connection: sqlite3.Connection, steps: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """Return which later steps took back and repeated each of some steps, in their order."""
    rows = connection.execute(
        "SELECT DISTINCT membalik, langkah FROM jejak "
        "WHERE membalik IN (SELECT value FROM json_each(?)) ORDER BY langkah",
        (json.dumps(sorted(set(steps))),),
    )
    found: dict[int, tuple[int, ...]] = {}
    for membalik, langkah in rows:
        found[membalik] = (*found.get(membalik, ()), langkah)
    return found


def key_of_person(connection: sqlite3.Connection, nip: str) -> int | None:
    """Return the key of a person by his present NIP, or by the last one of a removed person."""
    row = connection.execute("SELECT id FROM pegawai WHERE nip = ?", (nip,)).fetchone()
    removed = (
        "SELECT kunci FROM jejak WHERE tabel = 'pegawai' AND baru IS NULL "
        "AND json_extract(lama, '$.nip') = ? ORDER BY seq DESC LIMIT 1"
    )
    found = row or connection.execute(removed, (nip,)).fetchone()
    return None if found is None else found[0]


def records_of_person(connection: sqlite3.Connection, kunci: int) -> frozenset[Record]:
    """Return every record that is or was about a person, removed ones from the trail."""
    found: dict[str, set[int]] = {"pegawai": {kunci}}
    for tabel, kolom, pemilik in _BELOW:
        owners = json.dumps(sorted(found[pemilik]))
        found[tabel] = set(_stored(connection, tabel, kolom, owners))
        found[tabel] |= set(_removed(connection, tabel, kolom, owners))
    return frozenset((tabel, key) for tabel, keys in found.items() for key in keys)


def _stored(connection: sqlite3.Connection, tabel: str, kolom: str, owners: str) -> Iterator[int]:
    rows = connection.execute(
        f"SELECT id FROM {tabel} WHERE {kolom} IN (SELECT value FROM json_each(?))", (owners,)
    )
    return (row[0] for row in rows)


def _removed(connection: sqlite3.Connection, tabel: str, kolom: str, owners: str) -> Iterator[int]:
    rows = connection.execute(
        "SELECT kunci FROM jejak WHERE tabel = ? AND baru IS NULL "
        f"AND json_extract(lama, '$.{kolom}') IN (SELECT value FROM json_each(?))",
        (tabel, owners),
    )
    return (row[0] for row in rows)


def record_values(
    connection: sqlite3.Connection, tabel: str, keys: Collection[int]
) -> dict[int, Values]:
    """Return records as they are stored, and removed ones as the trail last knew them."""
    asked = json.dumps(sorted(keys))
    cursor = connection.execute(
        f"SELECT * FROM {tabel} WHERE id IN (SELECT value FROM json_each(?))", (asked,)
    )
    names = [description[0] for description in cursor.description]
    found: dict[int, Values] = {}
    for row in cursor:
        values = dict(zip(names, row, strict=True))
        found[values["id"]] = values
    missing = json.dumps(sorted(set(keys) - found.keys()))
    removed = connection.execute(
        "SELECT kunci, lama FROM jejak WHERE tabel = ? AND baru IS NULL "
        "AND kunci IN (SELECT value FROM json_each(?)) ORDER BY seq",
        (tabel, missing),
    )
    found.update((key, json.loads(lama)) for key, lama in removed)
    return found
