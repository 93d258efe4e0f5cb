"""Counts what is stored for a year: what its regulation holds on to, and what another would use."""

import sqlite3
from collections.abc import Mapping
from typing import Final

_OF_PART: Final = (
    "bagian b JOIN {0} x ON x.bagian_id = b.id JOIN penilaian p ON p.id = b.penilaian_id"
)
_OF_PERSON: Final = "{0} x JOIN penilaian p ON p.id = x.penilaian_id"
_INDIKATOR: Final = (
    "bagian b JOIN hasil_kerja h ON h.bagian_id = b.id JOIN {0} x ON x.hasil_kerja_id = h.id "
    "JOIN penilaian p ON p.id = b.penilaian_id"
)
_OF_YEAR: Final = "{0} p"

_SOURCES: Final[Mapping[str, str]] = {
    "kegiatan": _OF_PART,
    "tambahan": _OF_PART,
    "perilaku": _OF_PERSON,
    "hasil_kerja": _OF_PART,
    "indikator": _INDIKATOR,
    "ekspektasi": _OF_PERSON,
    "lampiran": _OF_PERSON,
    "evaluasi": _OF_PERSON,
    "capaian_organisasi": _OF_YEAR,
    "pengecualian": _OF_YEAR,
}
"""How the rows of each kind reach their period (``p.periode_id``)."""

_HOLDING: Final = ("penilaian", "pengecualian", "kiriman", "capaian_organisasi")


def count_rows(connection: sqlite3.Connection, tahun: int) -> dict[str, int]:
    """Return how many rows of each kind a year holds, kinds without any left out.

    A value from elsewhere counts under its sort: ``nilai_luar akademik``.
    """
    counts = {
        nama: connection.execute(
            f"SELECT count(*) FROM {source.format(nama)} "
            "JOIN periode t ON t.id = p.periode_id WHERE t.tahun = ?",
            (tahun,),
        ).fetchone()[0]
        for nama, source in _SOURCES.items()
    }
    values = connection.execute(
        "SELECT x.jenis, count(*) FROM nilai_luar x JOIN penilaian p ON p.id = x.penilaian_id "
        "JOIN periode t ON t.id = p.periode_id WHERE t.tahun = ? GROUP BY x.jenis",
        (tahun,),
    )
    counts.update({f"nilai_luar {jenis}": number for jenis, number in values})
    return {nama: number for nama, number in counts.items() if number}


def count_sent(connection: sqlite3.Connection, tahun: int) -> int:
    """Return how many packages of a year were sent."""
    number: int = connection.execute(
        "SELECT count(*) FROM kiriman k JOIN periode t ON t.id = k.periode_id WHERE t.tahun = ?",
        (tahun,),
    ).fetchone()[0]
    return number


def holds_data(connection: sqlite3.Connection, tahun: int) -> bool:
    """Say whether anything but its settings is stored for a year."""
    found = " OR ".join(
        f"EXISTS (SELECT 1 FROM {tabel} WHERE periode_id = t.id)" for tabel in _HOLDING
    )
    row = connection.execute(
        f"SELECT {found} FROM periode t WHERE t.tahun = ?", (tahun,)
    ).fetchone()
    return row is not None and bool(row[0])
