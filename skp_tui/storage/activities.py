"""Reads activities across people and years: where they can be copied from, and what was typed."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from skp_tui.domain.appraisal import KOLOM_ANGKA, Kegiatan
from skp_tui.storage.office_reader import as_decimal

_POST = "coalesce(b.jabatan, g.jabatan, '')"
"""The post of a part: a field that was not given follows the person."""
_OF_PART = (
    "FROM kegiatan k JOIN bagian b ON b.id = k.bagian_id "
    "JOIN penilaian p ON p.id = b.penilaian_id JOIN periode t ON t.id = p.periode_id "
    "JOIN pegawai g ON g.id = p.pegawai_id"
)
_AMOUNTS = ", ".join(f"k.{name}" for name in KOLOM_ANGKA)

OrangBagian = tuple[str, int]
"""A person by NIP, and the number of a part of his year."""


@dataclass(frozen=True, slots=True)
class Sumber:
    """A part of somebody's year that has activities, and how many."""

    tahun: int
    nip: str
    nama: str
    jabatan: str
    bagian: int
    jumlah: int


@dataclass(frozen=True, slots=True)
class Tersering:
    """An activity as it was typed last, in a post, and how often it was typed at all."""

    jabatan: str
    kegiatan: Kegiatan
    kali: int


def read_sources(connection: sqlite3.Connection, tahun: int, nip: str) -> list[Sumber]:
    """Return everybody's parts of a year, and one person's parts of every year."""
    found: dict[tuple[int, str, int], Sumber] = {}
    for condition, value in (("t.tahun", tahun), ("g.nip", nip)):
        rows = connection.execute(
            f"SELECT t.tahun, g.nip, g.nama, {_POST}, b.nomor, count(*) {_OF_PART} "
            f"WHERE {condition} = ? GROUP BY b.id",
            (value,),
        )
        for row in rows:
            satu = Sumber(*row)
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


def read_catalogue(
    connection: sqlite3.Connection, most: int, jabatan: str | None = None
) -> Iterator[Tersering]:
    """Yield the activities ever typed in a post, or in any, those typed most often first.

    Each is given as it was typed last: SQLite takes the other columns from the row of the maximum.
    """
    here = "" if jabatan is None else f"WHERE {_POST} = ?"
    rows = connection.execute(
        f"SELECT {_POST}, count(*) AS kali, max(k.id) AS terakhir, k.uraian, k.satuan, "
        "k.satuan_waktu, k.target_kualitas, k.target_waktu "
        f"{_OF_PART} {here} GROUP BY k.uraian ORDER BY kali DESC, terakhir DESC LIMIT ?",
        (most,) if jabatan is None else (jabatan, most),
    )
    for post, kali, _, uraian, satuan, satuan_waktu, kualitas, waktu in rows:
        usual = Kegiatan(
            0,
            uraian,
            satuan or "",
            satuan_waktu or "bulan",
            target_kualitas=as_decimal(kualitas),
            target_waktu=as_decimal(waktu),
        )
        yield Tersering(post, usual, kali)


def _kegiatan(
    no: int, uraian: str, satuan: str | None, satuan_waktu: str | None, *amounts: str | None
) -> Kegiatan:
    exact = (as_decimal(text) for text in amounts)
    return Kegiatan(no, uraian, satuan or "", satuan_waktu or "bulan", *exact)
