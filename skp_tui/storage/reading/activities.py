"""Reads plans across people and years: where they can be copied from."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from skp_tui.domain.appraisal import KOLOM_ANGKA, Kegiatan
from skp_tui.domain.kinerja import HasilKerja
from skp_tui.record import record
from skp_tui.storage.reading.kinerja_reader import read_hasil_kerja
from skp_tui.storage.reading.office_reader import as_decimal
from skp_tui.storage.reading.year_scope import Scope

POST = "coalesce(b.jabatan, g.jabatan, '')"
"""The post of a part: a field that was not given follows the person."""
ROWS_OF_PART = (
    "FROM {0} JOIN bagian b ON b.id = k.bagian_id "
    "JOIN penilaian p ON p.id = b.penilaian_id JOIN periode t ON t.id = p.periode_id "
    "JOIN pegawai g ON g.id = p.pegawai_id"
)
"""From a table whose rows, as ``k``, are of a part to everything that says whose they are."""
_OF_PART = ROWS_OF_PART.format("kegiatan k")
_AMOUNTS = ", ".join(f"k.{name}" for name in KOLOM_ANGKA)

OrangBagian = tuple[str, int]
"""A person by NIP, and the number of a part of his year."""


@record
class Sumber:
    """A part of somebody's year that has rows of a kind, and how many."""

    tahun: int
    nip: str
    nama: str
    jabatan: str
    bagian: int
    jumlah: int
    jenis: str = "kegiatan"


def read_sources(
    connection: sqlite3.Connection, tahun: int, nip: str, jenis: str = "kegiatan"
) -> list[Sumber]:
    """Return everybody's parts of a year, and one person's of every year, that have such rows."""
    source = ROWS_OF_PART.format(f"{jenis} k")
    found: dict[tuple[int, str, int], Sumber] = {}
    for condition, value in (("t.tahun", tahun), ("g.nip", nip)):
        rows = connection.execute(
            f"SELECT t.tahun, g.nip, g.nama, {POST}, b.nomor, count(*) {source} "
            f"WHERE {condition} = ? GROUP BY b.id",
            (value,),
        )
        for row in rows:
            satu = replace(Sumber(*row), jenis=jenis)
            found[satu.tahun, satu.nip, satu.bagian] = satu
    return list(found.values())


def read_activities(
    connection: sqlite3.Connection, tahun: int, nip: str | None = None
) -> Mapping[OrangBagian, tuple[Kegiatan, ...]]:
    """Return the activities of a year by person and part, of everybody or of one person."""
    found: defaultdict[OrangBagian, list[Kegiatan]] = defaultdict(list)
    only = "" if nip is None else " AND g.nip = ?"
    rows = connection.execute(
        "SELECT g.nip, b.nomor, k.no, k.uraian, k.satuan, k.satuan_waktu, k.ak, "
        f"{_AMOUNTS} {_OF_PART} WHERE t.tahun = ?{only} ORDER BY k.no",
        (tahun,) if nip is None else (tahun, nip),
    )
    for owner, nomor, *columns in rows:
        found[owner, nomor].append(_kegiatan(*columns))
    return {place: tuple(some) for place, some in found.items()}


def read_plan(
    connection: sqlite3.Connection, sumber: Sumber
) -> Sequence[Kegiatan] | Sequence[HasilKerja]:
    """Return the rows of a part, also of somebody who does not belong to that year any more."""
    place = sumber.nip, sumber.bagian
    if sumber.jenis == "hasil_kerja":
        scope = Scope(sumber.tahun, [sumber.nip])
        return read_hasil_kerja(connection, scope).get(place, ())
    return read_activities(connection, sumber.tahun, sumber.nip).get(place, ())


def _kegiatan(
    no: int, uraian: str, satuan: str | None, satuan_waktu: str | None, *amounts: str | None
) -> Kegiatan:
    exact = (as_decimal(text) for text in amounts)
    return Kegiatan(no, uraian, satuan or "", satuan_waktu or "bulan", *exact)
