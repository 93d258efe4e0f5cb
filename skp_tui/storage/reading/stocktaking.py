"""Reads the facts that the plan of an import is judged against, in a few queries."""

import sqlite3
from collections.abc import Mapping
from itertools import compress

from skp_tui.domain.office import SNAPSHOT
from skp_tui.record import record
from skp_tui.storage.reading.joins import BAGIAN, PERIODE_PEGAWAI
from skp_tui.storage.reading.office_reader import Kantor, read_office, read_regulations

PersonYear = tuple[int, str]


@record
class Facts:
    """Who there is, which years and their regulation, which parts, and who is locked or special."""

    kantor: Kantor
    peraturan: Mapping[int, str]
    bagian: Mapping[PersonYear, frozenset[int]]
    terkunci: frozenset[PersonYear]
    akademik: frozenset[PersonYear]
    pengecualian: frozenset[PersonYear]


def read_facts(connection: sqlite3.Connection) -> Facts:
    """Return the facts of the whole database."""
    parts: dict[PersonYear, set[int]] = {}
    for tahun, nip, nomor in connection.execute(f"SELECT t.tahun, g.nip, b.nomor FROM {BAGIAN}"):
        parts.setdefault((tahun, nip), set()).add(nomor)
    return Facts(
        kantor=read_office(connection),
        peraturan=read_regulations(connection),
        bagian={key: frozenset(numbers) for key, numbers in parts.items()},
        terkunci=_pairs(connection, "penilaian p", "WHERE p.dikunci IS NOT NULL"),
        akademik=_pairs(
            connection,
            "penilaian p JOIN nilai_luar n ON n.penilaian_id = p.id",
            "WHERE n.jenis = 'akademik'",
        ),
        pengecualian=_pairs(connection, "pengecualian p", ""),
    )


def read_given(connection: sqlite3.Connection) -> dict[tuple[str, ...], frozenset[str]]:
    """Return for each part, by year, NIP and number, the fields that follow its person no more."""
    flags = ", ".join(f"b.{'unit_id' if name == 'unit' else name} IS NOT NULL" for name in SNAPSHOT)
    given: dict[tuple[int, ...], frozenset[str]] = {}
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for tahun, nip, nomor, *some in connection.execute(
        f"SELECT t.tahun, g.nip, b.nomor, {flags} FROM {BAGIAN}"
    ):
        names = given.get(tuple(some))
        if names is None:
            names = frozenset(compress(SNAPSHOT, some))
            given[tuple(some)] = names
        found[str(tahun), nip, str(nomor)] = names
    return found


def read_results(connection: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    """Return year, NIP, part and number of every result, which its indicators need."""
    rows = connection.execute(
        "SELECT CAST(t.tahun AS TEXT), g.nip, CAST(b.nomor AS TEXT), CAST(h.no AS TEXT) "
        f"FROM {BAGIAN} JOIN hasil_kerja h ON h.bagian_id = b.id"
    )
    return frozenset(rows)


def _pairs(connection: sqlite3.Connection, source: str, where: str) -> frozenset[PersonYear]:
    rows = connection.execute(f"SELECT t.tahun, g.nip FROM {source} {PERIODE_PEGAWAI} {where}")
    return frozenset((tahun, nip) for tahun, nip in rows)
