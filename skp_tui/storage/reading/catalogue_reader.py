"""Reads what was typed across people and years: the catalogue from which texts are offered."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.domain.kinerja import BarisIndikator, HasilKerja, Indikator
from skp_tui.record import record
from skp_tui.storage.reading.activities import POST, ROWS_OF_PART
from skp_tui.storage.reading.office_reader import as_decimal

Terketik = Kegiatan | HasilKerja | BarisIndikator
"""A row that begins with a text of its own."""


@record
class Tersering:
    """A row as it was typed last, in a post, and how often its text was typed at all."""

    jabatan: str
    isi: Terketik
    kali: int


@record
class _Sumber:
    """Where rows of a kind stand, by which alias, and how one is made of what goes with it."""

    rows: str
    alias: str
    along: tuple[str, ...]
    row: Callable[..., Terketik]


def _kegiatan(
    uraian: str, satuan: str | None, waktu: str | None, kualitas: str | None, lama: str | None
) -> Kegiatan:
    return Kegiatan(
        0,
        uraian,
        satuan or "",
        waktu or "bulan",
        target_kualitas=as_decimal(kualitas),
        target_waktu=as_decimal(lama),
    )


def _indikator(uraian: str, aspek: str, satuan: str | None) -> BarisIndikator:
    return BarisIndikator(0, Indikator(0, uraian, aspek, satuan=satuan or ""))


_SUMBER: Final[Mapping[type[Terketik], _Sumber]] = {
    Kegiatan: _Sumber(
        "kegiatan k",
        "k",
        ("satuan", "satuan_waktu", "target_kualitas", "target_waktu"),
        _kegiatan,
    ),
    HasilKerja: _Sumber("hasil_kerja k", "k", (), lambda uraian: HasilKerja(0, uraian)),
    BarisIndikator: _Sumber(
        "indikator i JOIN hasil_kerja k ON k.id = i.hasil_kerja_id",
        "i",
        ("aspek", "satuan"),
        _indikator,
    ),
}


def read_catalogue(
    connection: sqlite3.Connection, jenis: type[Terketik], most: int, jabatan: str | None = None
) -> Iterator[Tersering]:
    """Yield the rows of a kind ever typed in a post, or in any, those typed most often first.

    Each is given as it was typed last: SQLite takes the other columns from the row of the maximum.
    """
    sumber = _SUMBER[jenis]
    alias, here = sumber.alias, "" if jabatan is None else f"WHERE {POST} = ?"
    columns = ", ".join(f"{alias}.{nama}" for nama in ("uraian", *sumber.along))
    rows = connection.execute(
        f"SELECT {POST}, count(*) AS kali, max({alias}.id) AS terakhir, {columns} "
        f"{ROWS_OF_PART.format(sumber.rows)} {here} "
        f"GROUP BY {alias}.uraian ORDER BY kali DESC, terakhir DESC LIMIT ?",
        (most,) if jabatan is None else (jabatan, most),
    )
    for post, kali, _, *values in rows:
        yield Tersering(post, sumber.row(*values), kali)
