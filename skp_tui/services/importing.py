"""Imports files of one kind: read whole, one plan, one transaction (exchange 3)."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from skp_tui.domain.office import PEJABAT, PENDAMPING
from skp_tui.domain.text import clean
from skp_tui.errors import InputError, Problem
from skp_tui.exchange.kinds import Jenis, Kunci, jenis_of
from skp_tui.exchange.plan import Baris, Progress, Rencana, plan
from skp_tui.exchange.rejected import write_rejected
from skp_tui.exchange.stock import Stok
from skp_tui.exchange.tables import Tabel, read_csv_table
from skp_tui.services.database import is_there, writing
from skp_tui.services.holder import COMMAND_WAITS
from skp_tui.storage.apply import write
from skp_tui.storage.edit import Edit
from skp_tui.storage.looking import reading
from skp_tui.storage.office_reader import read_years
from skp_tui.storage.records import read_records
from skp_tui.storage.stocktaking import read_facts

if TYPE_CHECKING:
    from skp_tui.storage.work import Work
    from skp_tui.storage.writer import Writer


@dataclass(frozen=True, slots=True)
class Pesanan:
    """What was asked for: kind, files, and what stands in for absent columns."""

    jenis: Jenis
    berkas: tuple[Path, ...]
    tahun: int | None = None
    unit: str | None = None
    utuh: bool = False


@dataclass(frozen=True, slots=True)
class Kesudahan:
    """What came of an import: the plan, whether it was carried out, and the files of the refused.

    ``status`` is the exit status of the command: 0 nothing refused, 1 some, 2 nothing usable or
    ``utuh`` with a refusal.
    """

    rencana: Rencana
    diterapkan: bool
    berkas_ditolak: tuple[Path, ...] = ()
    status: int = 0


def order(
    jenis: str, berkas: Sequence[Path], *, tahun: int | None, unit: str | None, utuh: bool = False
) -> Pesanan:
    """Return a checked order; raises InputError for an unknown kind."""
    return Pesanan(jenis_of(jenis), tuple(berkas), tahun, unit, utuh)


def read_tables(pesanan: Pesanan) -> list[Tabel]:
    """Read every file whole; raises InputError for one that cannot be read."""
    return [read_csv_table(path) for path in pesanan.berkas]


def stock(connection: sqlite3.Connection, jenis: Jenis) -> Stok:
    """Return what the plan is judged against."""
    facts = read_facts(connection)
    records = read_records(connection, jenis.nama, read_years(connection))
    return Stok(
        units=facts.kantor.units,
        pegawai=facts.kantor.people,
        periode=facts.periode,
        bagian=facts.bagian,
        terkunci=facts.terkunci,
        akademik=facts.akademik,
        pengecualian=facts.pengecualian,
        rekaman={jenis.kunci_of(satu): satu for satu in records},
    )


def make_plan(
    pesanan: Pesanan, tables: Sequence[Tabel], stok: Stok, progress: Progress | None = None
) -> Rencana:
    """Return what the import would do."""
    return plan(
        pesanan.jenis, tables, stok, tahun=pesanan.tahun, unit=pesanan.unit, progress=progress
    )


def preview(path: Path, pesanan: Pesanan, progress: Progress | None = None) -> Kesudahan:
    """Return what the import would do and its exit status; reads only, writes nothing.

    Without a database the plan is made against an empty one.
    """
    tables = read_tables(pesanan)
    if is_there(path):
        with reading(path) as connection:
            stok = stock(connection, pesanan.jenis)
    else:
        stok = Stok()
    rencana = make_plan(pesanan, tables, stok, progress)
    return Kesudahan(rencana, diterapkan=False, status=_status(rencana, pesanan))


def _status(rencana: Rencana, pesanan: Pesanan) -> int:
    if not rencana.usable or (pesanan.utuh and rencana.ditolak):
        return 2
    return 1 if rencana.ditolak else 0


def run_import(
    path: Path,
    pesanan: Pesanan,
    clock: Callable[[], datetime],
    progress: Progress | None = None,
    *,
    wait: float = COMMAND_WAITS,
) -> Kesudahan:
    """Import the good rows in one transaction and write the refused ones beside their file."""
    tables = read_tables(pesanan)
    if not path.exists():
        # refuses a file without its headers before a database is made for it
        make_plan(pesanan, tables, Stok())
    with writing(path, clock, "impor", wait=wait) as writer:
        with writer.reading() as connection:
            stok = stock(connection, pesanan.jenis)
        rencana = make_plan(pesanan, tables, stok, progress)
        status = _status(rencana, pesanan)
        if status != 2:  # noqa: PLR2004 - the exit status
            names = ", ".join(clean(berkas.name) for berkas in pesanan.berkas)
            apply_plan(writer, rencana, f"impor {pesanan.jenis.nama} {names}")
    done = Kesudahan(rencana, status != 2, status=status)  # noqa: PLR2004 - the exit status
    return done if pesanan.utuh else _with_rejected(done)


def _with_rejected(done: Kesudahan) -> Kesudahan:
    """Write the refused rows; what is stored by now stays stored when no place is left for them."""
    try:
        return replace(done, berkas_ditolak=write_rejected(done.rencana, Path.cwd()))
    except InputError as error:
        pesan = f"baris yang ditolak tidak dapat ditulis ke berkas. {error.kalimat()}"
        notes = (*done.rencana.peringatan, Problem(pesan))
        return replace(done, rencana=replace(done.rencana, peringatan=notes))


def apply_plan(writer: "Writer", rencana: Rencana, sebab: str) -> None:
    """Write what the plan adds and changes, in one transaction; given fields stop following."""
    with writer.change(sebab) as work:
        write_plan(work, rencana)


def write_plan(work: "Work", rencana: Rencana) -> None:
    """Write what the plan adds and changes, as a part of a unit of work."""
    baru = [dict(baris.rekaman) for baris in rencana.baru]
    ubah = {baris.kunci: _edit(baris) for baris in rencana.berubah}
    ubah.update(_pins(rencana, ubah))
    write(work, rencana.jenis.nama, baru, list(ubah.values()))


def _edit(baris: Baris) -> Edit:
    kolom = {satu.kolom for satu in baris.perubahan}
    for awalan in PEJABAT:
        if f"{awalan}_nip" in kolom:
            # what was stored about the former appraiser goes, unless the row says it again
            kolom.update(f"{awalan}_{nama}" for nama in PENDAMPING)
    return Edit(dict(baris.rekaman), frozenset(kolom))


def _pins(rencana: Rencana, ubah: Mapping[Kunci, Edit]) -> Iterator[tuple[Kunci, Edit]]:
    for satu in rencana.ditegaskan:
        changed = ubah[satu.kunci].kolom if satu.kunci in ubah else frozenset()
        given = {nama: satu.rekaman[nama] or "" for nama in satu.kolom}
        yield satu.kunci, Edit({**satu.rekaman, **given}, changed | satu.kolom)
