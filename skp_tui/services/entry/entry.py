"""What the entry screen saves: one cell or one row, each a transaction of its own."""

import sqlite3
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from skp_tui.domain import parts
from skp_tui.domain.appraisal import (
    ASPEK,
    KOLOM_ANGKA,
    PERILAKU,
    Kegiatan,
    Perilaku,
    Tambahan,
)
from skp_tui.domain.kinerja import BarisIndikator
from skp_tui.domain.validity import (
    faults_of_indikator,
    faults_of_kegiatan,
    faults_of_perilaku,
    faults_of_tambahan,
)
from skp_tui.errors import InputError
from skp_tui.rules.regulation import check_isian, peraturan_stored
from skp_tui.services.base.recording import Tempat, record_of
from skp_tui.storage.changes import apply
from skp_tui.storage.reading.office_reader import read_regulations

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

Isi = parts.Isi

NAMA_KOLOM: Mapping[str, str] = {
    "uraian": "uraian",
    "satuan": "satuan",
    "target": "target",
    "realisasi": "realisasi",
    "bukti": "bukti dukung",
    "umpan_balik": "umpan balik",
    "rencana_pimpinan": "rencana hasil kerja pimpinan",
    "aspek": "aspek",
    "jenis": "jenis",
    "hasil_kerja": "hasil kerja",
    "perilaku_kerja": "perilaku kerja",
    "ekspektasi": "ekspektasi khusus pimpinan",
    "satuan_waktu": "satuan waktu",
    "ak": "angka kredit",
    **{f"{sort}_{aspek}": f"{sort} {aspek}" for sort in ("target", "realisasi") for aspek in ASPEK},
    **{nama: nama.replace("_", " ") for nama in PERILAKU},
}


IKUT = frozenset({"catatan", "indikator"})
"""The tables whose rows go when the row that they hang on is removed."""


def save(
    writer: "Writer",
    tempat: Tempat,
    isi: Isi,
    kolom: Collection[str],
    sebab: str,
    *,
    baru: bool = False,
) -> None:
    """Save some columns of a row, or the whole row when it is new.

    Raises InputError when it cannot be so, when the row is gone or its number taken: what is typed
    into a row that was taken back must not bring all of it to life again. So it is with a row that
    the year does not use (any more). ``sebab`` is what the trail and undo say, e.g. ``realisasi
    kuantitas kegiatan 3: 12 → 10``.
    """
    for name, pesan in faults_of(isi).items():
        raise InputError(f"{NAMA_KOLOM.get(name, name).capitalize()}: {pesan}.")
    jenis, record = record_of(tempat, isi)
    with writer.change(sebab) as work:
        check_used(work.raw, tempat.tahun, jenis)
        apply.put(work, jenis, record, frozenset(kolom), baru=baru)


def remove(writer: "Writer", tempat: Tempat, isi: parts.Terhapus, sebab: str) -> int:
    """Remove a row and return how many rows went with it; the others keep their numbers.

    An activity takes its dated notes along, a result its indicators.
    """
    jenis, record = record_of(tempat, isi)
    with writer.change(sebab) as work:
        check_used(work.raw, tempat.tahun, jenis)
        apply.remove(work, jenis, [record])
        return sum(change.tabel in IKUT for change in work.changes) - (jenis in IKUT)


def check_used(connection: sqlite3.Connection, tahun: int, jenis: str) -> None:
    """Refuse a kind that the year does not use as it is stored now; raises InputError.

    A screen may be open over a year whose regulation was changed back meanwhile.
    """
    stored = read_regulations(connection).get(tahun)
    check_isian(peraturan_stored(tahun, stored), tahun, jenis)


def faults_of(isi: Isi) -> dict[str, str]:
    """Return why a row cannot be stored as it is, by column."""
    if isinstance(isi, Kegiatan):
        return faults_of_kegiatan({name: getattr(isi, name) for name in (*KOLOM_ANGKA, "ak")})
    if isinstance(isi, Tambahan):
        return faults_of_tambahan(isi.jenis, isi.tingkat)
    if isinstance(isi, Perilaku):
        return faults_of_perilaku({nama: isi.aspek(nama) for nama in PERILAKU})
    if isinstance(isi, BarisIndikator):
        satu = isi.indikator
        return faults_of_indikator(satu.target, satu.satuan, satu.realisasi)
    return {}


def next_number(numbers: Collection[int]) -> int:
    """Return the number of a new row: after the highest, since numbers are stable."""
    return max(numbers, default=0) + 1
