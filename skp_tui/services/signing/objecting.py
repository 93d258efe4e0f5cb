"""Objections (keberatan) against signed results: stages, deadlines, and what they wait for."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING

from skp_tui.domain.dates import shown_date
from skp_tui.domain.objection import URUTAN, Hari, Tahap, TahapTertulis, Tunggakan
from skp_tui.domain.office import subtree
from skp_tui.domain.text import clean
from skp_tui.errors import InputError
from skp_tui.rules.objection import (
    Tenggat,
    check_order,
    deadlines,
    following,
    parse_days,
    received,
    waiting,
)
from skp_tui.services.base.views import Terbaca, appraisal
from skp_tui.settings import setelan
from skp_tui.storage.changes import objections
from skp_tui.storage.database.looking import stored_settings
from skp_tui.storage.reading.year_reader import read_year
from skp_tui.storage.trail.agreed import read_history

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

Tahapan = Mapping[Tahap, TahapTertulis]
LONGEST = 2000
"""Signs that one stage may be long: a page of the form."""


def days_allowed(connection: sqlite3.Connection) -> Hari:
    """Return the periods of the setting ``keberatan_hari``."""
    default = setelan("keberatan_hari").bawaan or ""
    return parse_days(stored_settings(connection).get("keberatan_hari", default))


def open_objections(connection: sqlite3.Connection, terbaca: Terbaca) -> tuple[Tunggakan, ...]:
    """Return what the objections of a unit wait for, the nearest deadline first.

    Of every year: the result of one is objected to when the next one is shown already.
    """
    hari = days_allowed(connection)
    waits: defaultdict[int, dict[str, Tenggat]] = defaultdict(dict)
    for (tahun, nip), tahapan in objections.read_objections(connection).items():
        tenggat = waiting(deadlines(None, tahapan, hari))
        if tenggat is not None:
            waits[tahun][nip] = tenggat
    found = [
        Tunggakan(tahun, nip, nama, some[nip].tahap, batas)
        for tahun, some in waits.items()
        for nip, nama in _names(connection, terbaca, tahun, some).items()
        if (batas := some[nip].batas) is not None
    ]
    return tuple(sorted(found, key=lambda satu: (satu.batas, satu.tahun, satu.nip)))


def _names(
    connection: sqlite3.Connection, terbaca: Terbaca, tahun: int, nips: Collection[str]
) -> dict[str, str]:
    """Return the names of those of some people whom the unit counted in a year, by NIP."""
    if tahun == terbaca.year.tahun:
        people = [satu for satu in terbaca.people if satu.pegawai.nip in nips]
    else:
        inside = subtree(terbaca.year.kantor.units, terbaca.unit.kode)
        year = read_year(connection, tahun, nips)
        people = [satu for satu in year.penilaian.values() if satu.unit in inside]
    return {satu.pegawai.nip: satu.pegawai.nama for satu in people}


def stages_since(
    tahapan: Tahapan, signed: tuple[date, ...], dikunci: date | None, hari: Hari
) -> tuple[Tenggat, ...]:
    """Return all stages; without an objection only a present signature sets a deadline."""
    diterima = received(signed, tahapan) if tahapan else dikunci
    return deadlines(diterima, tahapan, hari)


def save_stage(writer: "Writer", tahun: int, nip: str, tertulis: TahapTertulis) -> None:
    """Write down a stage, new or changed; raises InputError for one out of order or without words.

    A late one is taken: it happened, and is marked.
    """
    isi = clean(tertulis.isi)
    if len(isi) > LONGEST:
        raise InputError(f"Isi lebih dari {LONGEST} huruf.", "Ringkaslah.", "isi")
    written = TahapTertulis(tertulis.tahap, tertulis.tanggal, isi)
    with writer.reading() as connection:
        orang = appraisal(connection, tahun, nip)[0]
        tahapan = objections.read_objection(connection, tahun, nip)
        signed = read_history(connection, tahun, nip).tanda_tangan
    check_order(_received(signed, orang.penilaian.dikunci, tahapan, written), tahapan, written)
    if not isi:
        raise InputError(f"Isi {tertulis.tahap} kosong.", "Tulis isinya.", "isi")
    with writer.change(f"{_what(tertulis.tahap)} {orang.nama} {tahun}") as work:
        objections.put_stage(work, tahun, nip, written)


def _received(
    signed: tuple[date, ...], dikunci: date | None, tahapan: Tahapan, baru: TahapTertulis
) -> date | None:
    """Return from when on a stage may be dated, as far as the signature goes.

    A new objection is against the present signature; one that is put right may be against one that
    was reopened since.
    """
    if Tahap.KEBERATAN not in tahapan:
        return dikunci
    return received(signed, {Tahap.KEBERATAN: baru}) or min(signed, default=None)


def remove_stage(writer: "Writer", tahun: int, nip: str, tahap: Tahap) -> None:
    """Remove the last stage; raises InputError for one that is not there or that others follow."""
    with writer.reading() as connection:
        orang = appraisal(connection, tahun, nip)[0]
        tahapan = objections.read_objection(connection, tahun, nip)
    if tahap not in tahapan:
        raise InputError(f"Belum ada {tahap}.", "Tidak ada yang dihapus.")
    last = last_stage(tahapan)
    if tahap is not last:
        raise InputError(f"{tahap.capitalize()} sudah diikuti {last}.", f"Hapus dahulu {last}.")
    with writer.change(f"hapus {_what(tahap)} {orang.nama} {tahun}") as work:
        objections.remove_stage(work, tahun, nip, tahap)


def last_stage(tahapan: Collection[Tahap]) -> Tahap | None:
    """Return the last stage that is written down, None without any."""
    return next((tahap for tahap in reversed(URUTAN) if tahap in tahapan), None)


def next_stage(tenggat: tuple[Tenggat, ...]) -> Tahap | None:
    """Return the stage that comes next, None when all are written down."""
    return following({satu.tahap: satu.tertulis for satu in tenggat if satu.tertulis is not None})


def odd_stage(tanggal: date, today: date) -> str:
    """Say what looks odd in the day of a stage."""
    return f"{shown_date(tanggal)} belum tiba" if tanggal > today else ""


def _what(tahap: Tahap) -> str:
    return str(tahap) if tahap is Tahap.KEBERATAN else f"{tahap} atas keberatan"
