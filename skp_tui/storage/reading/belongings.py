"""Counts what hangs on a unit, a person or a year, in the words that name it."""

import sqlite3
from collections.abc import Mapping
from typing import Final

_OF_PART: Final = (
    "SELECT count(*) FROM {0} k JOIN bagian b ON b.id = k.bagian_id "
    "JOIN penilaian p ON p.id = b.penilaian_id WHERE p.pegawai_id = g.id"
)

_OF_UNIT: Final[Mapping[str, str]] = {
    "pegawai": "SELECT count(*) FROM pegawai WHERE unit_id = u.id",
    "bagian penilaian": "SELECT count(*) FROM bagian WHERE unit_id = u.id",
    "unit di bawahnya": "SELECT count(*) FROM unit WHERE induk_id = u.id",
    "kiriman": "SELECT count(*) FROM kiriman WHERE unit_id = u.id",
}
_OF_PERSON: Final[Mapping[str, str]] = {
    "penilaian (tahun)": "SELECT count(*) FROM penilaian WHERE pegawai_id = g.id",
    "kegiatan": _OF_PART.format("kegiatan"),
    "tugas tambahan atau kreativitas": _OF_PART.format("tambahan"),
    "catatan": (
        "SELECT count(*) FROM catatan c JOIN penilaian p ON p.id = c.penilaian_id "
        "WHERE p.pegawai_id = g.id"
    ),
    "pengecualian": "SELECT count(*) FROM pengecualian WHERE pegawai_id = g.id",
}


def of_unit(connection: sqlite3.Connection, kode: str) -> dict[str, int] | None:
    """Return how much of each sort belongs to a unit, None where there is no such unit."""
    return _counted(connection, _OF_UNIT, "unit u WHERE u.kode = ?", kode)


def of_person(connection: sqlite3.Connection, nip: str) -> dict[str, int] | None:
    """Return how much of each sort is stored of a person, None where there is no such person."""
    return _counted(connection, _OF_PERSON, "pegawai g WHERE g.nip = ?", nip)


def _counted(
    connection: sqlite3.Connection, counts: Mapping[str, str], owner: str, key: str
) -> dict[str, int] | None:
    wanted = ", ".join(f"({count})" for count in counts.values())
    row = connection.execute(f"SELECT {wanted} FROM {owner}", (key,)).fetchone()
    return dict(zip(counts, row, strict=True)) if row else None


def appraisals_of_year(connection: sqlite3.Connection, tahun: int) -> tuple[int, int]:
    """Return how many appraisals of a year are begun, and how many of them are locked."""
    begun, locked = connection.execute(
        "SELECT count(*), count(p.dikunci) FROM penilaian p "
        "JOIN periode t ON t.id = p.periode_id WHERE t.tahun = ?",
        (tahun,),
    ).fetchone()
    return begun, locked
