"""Plans and writes the rows of one kind: what every import and every form is made of."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from skp_tui.domain.office import PEJABAT, PENDAMPING
from skp_tui.domain.records import Isian, Pemetik
from skp_tui.errors import InputError
from skp_tui.exchange.kinds.kinds import Jenis, Kunci, jenis_of
from skp_tui.exchange.plan.plan import (
    Baris,
    Petakan,
    Progress,
    Rencana,
    Sumber,
    plan_read,
    read_heads,
)
from skp_tui.exchange.plan.stock import Stok
from skp_tui.exchange.reading.table_model import Tabel
from skp_tui.exchange.reading.tables import read_tables as tables_of
from skp_tui.record import record
from skp_tui.storage.changes.apply import write
from skp_tui.storage.reading.office_reader import read_years
from skp_tui.storage.reading.records import read_records
from skp_tui.storage.reading.stocktaking import read_facts, read_given, read_results
from skp_tui.storage.reading.stored import BERTAHAP, LarikTersimpan
from skp_tui.storage.transactions.edit import Edit

if TYPE_CHECKING:
    from skp_tui.storage.transactions.work import Work
    from skp_tui.storage.transactions.writer import Writer

REFUSED = 2
"""The exit status of an import that did nothing."""


@record
class Pesanan:
    """What was asked for: kind, files, and what stands in for absent columns (``Sumber``).

    ``peta`` holds the columns that the user pointed out himself, by file and sheet.
    """

    jenis: Jenis
    berkas: tuple[Path, ...]
    tahun: int | None = None
    unit: str | None = None
    unit_bagi_baru: bool = False
    peta: Petakan = field(default_factory=dict)


def order(jenis: str, berkas: Sequence[Path], *, tahun: int | None, unit: str | None) -> Pesanan:
    """Return a checked order; raises InputError for an unknown kind."""
    try:
        return Pesanan(jenis_of(jenis), each_once(berkas), tahun, unit)
    except InputError as error:
        saran = f"{error.saran} Untuk buku kerja SKP dari BKN: skp."
        raise InputError(error.pesan, saran) from None


def each_once(berkas: Iterable[Path]) -> tuple[Path, ...]:
    """Return every file once, as it was named first: links and ``..`` lead to one file too."""
    found: dict[str, Path] = {}
    for path in berkas:
        found.setdefault(os.path.realpath(path), path)
    return tuple(found.values())


def read_tables(pesanan: Pesanan) -> list[Tabel]:
    """Read every file whole; raises InputError for one that cannot be read."""
    return [tabel for path in pesanan.berkas for tabel in tables_of(path)]


def stock(connection: sqlite3.Connection, jenis: Jenis) -> Stok:
    """Return what the plan is judged against."""
    facts = read_facts(connection)
    return Stok(
        units=facts.kantor.units,
        pegawai=facts.kantor.people,
        peraturan=facts.peraturan,
        bagian=facts.bagian,
        terkunci=facts.terkunci,
        akademik=facts.akademik,
        pengecualian=facts.pengecualian,
        hasil=read_results(connection) if jenis.nama == "indikator" else frozenset(),
        rekaman=_stored(connection, jenis),
        tegas=read_given(connection) if jenis.nama == "bagian" else {},
    )


def _stored(connection: sqlite3.Connection, jenis: Jenis) -> Mapping[Kunci, Isian]:
    if jenis.nama in BERTAHAP:
        return LarikTersimpan(connection, jenis.nama)
    records = read_records(connection, jenis.nama, read_years(connection))
    kunci = Pemetik(jenis.kunci)
    return {tuple([text or "" for text in kunci(satu)]): satu for satu in records}


def make_plan(
    pesanan: Pesanan, tables: Sequence[Tabel], stok: Stok, progress: Progress | None = None
) -> Rencana:
    """Return what the import would do."""
    heads = read_heads(pesanan.jenis, [source(pesanan, tables)])
    return plan_read(pesanan.jenis, heads, stok, progress=progress)


def source(pesanan: Pesanan, tables: Sequence[Tabel]) -> Sumber:
    """Return the tables of an order with what stands in for columns that they lack."""
    tahun, unit, baru = pesanan.tahun, pesanan.unit, pesanan.unit_bagi_baru
    return Sumber(tables, tahun, unit, baru, pesanan.peta)


def status_of(rencana: Sequence[Rencana], *, utuh: bool) -> int:
    """Return the exit status that plans lead to (exchange 2)."""
    refused = any(satu.ditolak for satu in rencana)
    if not any(satu.usable for satu in rencana) or (utuh and refused):
        return REFUSED
    return 1 if refused else 0


def apply_plan(writer: "Writer", rencana: Rencana, sebab: str) -> None:
    """Write what the plan adds and changes, in one transaction; given fields stop following."""
    with writer.change(sebab) as work:
        write_plan(work, rencana)


def write_plan(work: "Work", rencana: Rencana) -> None:
    """Write what the plan adds and changes, as a part of a unit of work."""
    baru = [baris.rekaman for baris in rencana.baru]
    ubah = list(map(_edit, rencana.berubah))
    if rencana.ditegaskan:
        changed = dict(zip((baris.kunci for baris in rencana.berubah), ubah, strict=True))
        ubah = list({**changed, **dict(_pins(rencana, changed))}.values())
    if baru or ubah:
        write(work, rencana.jenis.nama, baru, ubah)


def _edit(baris: Baris) -> Edit:
    return Edit(baris.rekaman, _changing(tuple([satu.kolom for satu in baris.perubahan])))


@lru_cache(maxsize=4096)
def _changing(names: tuple[str, ...]) -> frozenset[str]:
    kolom = set(names)
    for awalan in PEJABAT:
        if f"{awalan}_nip" in kolom:
            # what was stored about the former appraiser goes, unless the row says it again
            kolom.update(f"{awalan}_{nama}" for nama in PENDAMPING)
    return frozenset(kolom)


def _pins(rencana: Rencana, ubah: Mapping[Kunci, Edit]) -> Iterator[tuple[Kunci, Edit]]:
    for satu in rencana.ditegaskan:
        changed = ubah[satu.kunci].kolom if satu.kunci in ubah else frozenset()
        given = {nama: satu.rekaman[nama] or "" for nama in satu.kolom}
        yield satu.kunci, Edit({**satu.rekaman, **given}, changed | satu.kolom)
