"""Reads units, people and periods as domain values, with the standard library's sqlite3 alone.

The start list appears before SQLModel is imported (12 ms against 350).
"""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from skp_tui.domain.nip import StatusPegawai
from skp_tui.domain.office import KOLOM_PEJABAT, JenisJabatan, Pegawai, Pejabat, Unit
from skp_tui.domain.period import KebijakanBatas, KuantitasNol, Penyebut, Periode, batas_waktu
from skp_tui.record import record

PENILAI = ", ".join(f"{{0}}.penilai_{name}" for name in KOLOM_PEJABAT)
ATASAN = ", ".join(f"{{0}}.atasan_penilai_{name}" for name in KOLOM_PEJABAT)


@record
class Kantor:
    """The units by code and the people by NIP, appraisers as they were given."""

    units: Mapping[str, Unit]
    people: Mapping[str, Pegawai]


def read_office(connection: sqlite3.Connection) -> Kantor:
    """Return all units and people."""
    units = {
        kode: Unit(kode, nama, induk)
        for kode, nama, induk in connection.execute(
            "SELECT u.kode, u.nama, i.kode FROM unit u LEFT JOIN unit i ON i.id = u.induk_id"
        )
    }
    rows = connection.execute(
        "SELECT p.nip, p.nama, u.kode, p.golongan, p.tmt_golongan, p.jabatan, p.jenis_jabatan, "
        f"p.eselon, p.status, {PENILAI.format('p')}, {ATASAN.format('p')}, p.aktif_sejak, "
        "p.aktif_sampai FROM pegawai p JOIN unit u ON u.id = p.unit_id"
    )
    people = (_pegawai(row) for row in rows)
    return Kantor(units, {pegawai.nip: pegawai for pegawai in people})


def _pegawai(row: Sequence[str | None]) -> Pegawai:
    nip, nama, unit, golongan, tmt, jabatan, jenis, eselon, status = row[:9]
    return Pegawai(
        nip=nip or "",
        nama=nama or "",
        unit=unit or "",
        golongan=golongan or "",
        tmt_golongan=as_date(tmt),
        jabatan=jabatan or "",
        jenis_jabatan=JenisJabatan(jenis) if jenis else None,
        eselon=eselon or "",
        status=StatusPegawai(status or StatusPegawai.PNS),
        penilai=Pejabat(*(text or "" for text in row[9:14])),
        atasan_penilai=Pejabat(*(text or "" for text in row[14:19])),
        aktif_sejak=as_date(row[19]),
        aktif_sampai=as_date(row[20]),
    )


def as_date(text: str | None) -> date | None:
    """Return a stored ISO date."""
    return date.fromisoformat(text) if text else None


def as_decimal(text: str | None) -> Decimal | None:
    """Return a stored amount, exactly."""
    return Decimal(text) if text is not None else None


def read_years(connection: sqlite3.Connection) -> list[int]:
    """Return the years that have a period, newest first."""
    return [row[0] for row in connection.execute("SELECT tahun FROM periode ORDER BY tahun DESC")]


def read_regulations(connection: sqlite3.Connection) -> dict[int, str]:
    """Return the years that have a period, newest first, each with the code of its regulation."""
    rows = connection.execute("SELECT tahun, peraturan FROM periode ORDER BY tahun DESC")
    return dict(rows.fetchall())


def read_period(connection: sqlite3.Connection, tahun: int) -> Periode | None:
    """Return the period of a year; ``beku`` while one of its appraisals is locked.

    A deadline that is not stored is the default one, here and nowhere else.
    """
    row = connection.execute(
        "SELECT peraturan, kebijakan_batas, penyebut, kuantitas_nol, target_indikator, "
        "pita_capaian, batas_waktu, EXISTS (SELECT 1 FROM penilaian WHERE periode_id = periode.id "
        "AND dikunci IS NOT NULL) FROM periode WHERE tahun = ?",
        (tahun,),
    ).fetchone()
    if row is None:
        return None
    peraturan, kebijakan, penyebut, nol, target, pita, batas, beku = row
    tinggi, tengah, rendah = (Decimal(part) for part in pita.split(";"))
    return Periode(
        tahun=tahun,
        peraturan=peraturan,
        kebijakan_batas=KebijakanBatas(kebijakan),
        penyebut=Penyebut(penyebut),
        kuantitas_nol=KuantitasNol(nol),
        target_indikator=as_decimal(target),
        pita_capaian=(tinggi, tengah, rendah),
        batas_waktu=as_date(batas) or batas_waktu(tahun),
        beku=bool(beku),
    )


def read_names(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the names of all people by NIP, where nothing else of them is needed."""
    return dict(connection.execute("SELECT nip, nama FROM pegawai").fetchall())
