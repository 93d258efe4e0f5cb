"""Sends a unit: what is missing, then the files and the number they carry (exchange 2 and 4)."""

import hashlib
import sqlite3
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import skp_tui
from skp_tui.domain.office import subtree
from skp_tui.domain.records import Rekaman
from skp_tui.errors import InputError
from skp_tui.exchange.bkd import bkd_csv, bkd_rows
from skp_tui.exchange.csvout import data_files
from skp_tui.exchange.documents import dump_json
from skp_tui.exchange.kinds import JENIS
from skp_tui.exchange.package import Kiriman, descriptor, package_names
from skp_tui.exchange.publishing import Berkas, NamaBerkas, write_atomically
from skp_tui.rules.result import Status
from skp_tui.services.database import writing
from skp_tui.services.holder import COMMAND_WAITS
from skp_tui.services.views import Orang, UnitView, unit_view
from skp_tui.storage.looking import reading
from skp_tui.storage.periods import Sent, keep_sent, next_number
from skp_tui.storage.records import read_records, with_ancestors

if TYPE_CHECKING:
    from skp_tui.storage.writer import Writer

PROFIL = ("bkd", "data", "excel", "siasn")
TERSEDIA = ("bkd", "data")


@dataclass(frozen=True, slots=True)
class Terkirim:
    """What was written: the files, and of a package its number, hash and completeness."""

    berkas: tuple[Path, ...]
    ukuran: int
    sha256: str = ""
    nomor: int = 0
    sebagian: bool = False


def check_profile(profil: str) -> None:
    """Refuse a profile that is unknown or not built yet."""
    if profil not in PROFIL:
        raise InputError(f"Tidak ada profil {profil}.", f"Pilih: {', '.join(TERSEDIA)}.")
    if profil not in TERSEDIA:
        raise InputError(
            f"Profil {profil} belum tersedia di versi ini.", f"Pakai: {', '.join(TERSEDIA)}."
        )


def waiting(view: UnitView) -> tuple[Orang, ...]:
    """Return who is due and not appraised yet."""
    return tuple(satu for satu in view.orang if satu.hasil.status is Status.BELUM_DINILAI)


def check_sendable(view: UnitView) -> None:
    """Refuse a unit of which there is nothing to send."""
    if view.belum:
        raise InputError(view.belum)
    if not view.orang:
        raise InputError(
            f"Tidak ada pegawai di {view.unit.nama} pada tahun {view.tahun}.",
            "Periksa tahun dan unitnya.",
        )


def send_package(
    writer: "Writer", view: UnitView, folder: Path, waktu: datetime, *, sebagian: bool
) -> Terkirim:
    """Write the package for BKD and keep its number; raises InputError when it is incomplete.

    The number is committed after the files are flushed and before they get their names, so that no
    two packages ever carry the same one.
    """
    check_sendable(view)
    incomplete = bool(waiting(view))
    if incomplete and not sebagian:
        raise InputError(
            f"{len(waiting(view))} pegawai belum dinilai.",
            "Lengkapi dahulu, atau kirim sebagian dengan --sebagian.",
        )
    csv = bkd_csv(bkd_rows(((s.penilaian, s.hasil) for s in view.orang), view.units))
    digest = hashlib.sha256(csv).hexdigest()
    names = package_names(view.unit.kode, view.tahun)
    with Berkas(folder, names) as berkas:
        with writer.change(f"kirim {view.unit.kode} {view.tahun}") as work:
            nomor = next_number(work, view.unit.kode, view.tahun)
            kiriman = Kiriman(
                unit=view.unit,
                rekap=view.rekap,
                nomor=nomor,
                sebagian=incomplete,
                program=f"skp-tui {skp_tui.__version__}",
                waktu=waktu,
            )
            doc = dump_json(descriptor(csv, kiriman, berkas.akhiran)).encode()
            berkas.write(names[0], csv)
            berkas.write(names[1], doc)
            sent = Sent("bkd", berkas.path(names[0]).name, digest, incomplete)
            keep_sent(work, view.unit.kode, view.tahun, nomor, sent)
        paths = berkas.publish()
    return Terkirim(paths, len(csv), digest, nomor, incomplete)


def send_data(connection: sqlite3.Connection, view: UnitView, folder: Path) -> Terkirim:
    """Write one CSV a kind, in the very form that import reads."""
    check_sendable(view)
    files = data_files(data_records(connection, view))
    named = {NamaBerkas(Path(name).stem, ".csv"): isi for name, isi in files.items()}
    paths = write_atomically(folder, named)
    return Terkirim(paths, sum(len(isi) for isi in files.values()))


def data_records(connection: sqlite3.Connection, view: UnitView) -> Mapping[str, list[Rekaman]]:
    """Return the records of the unit by kind, with every unit that a row names and all above."""
    nips = [satu.nip for satu in view.orang]
    found = {
        nama: read_records(connection, nama, [view.tahun], nips)
        for nama, jenis in JENIS.items()
        if jenis.tersedia and nama != "unit"
    }
    named = _named_units(view, found)
    units = [satu for satu in read_records(connection, "unit") if satu["kode"] in named]
    return {"unit": units, **found}


def _named_units(view: UnitView, records: Mapping[str, Collection[Rekaman]]) -> set[str]:
    inside = subtree(view.units, view.unit.kode)
    rows = [*records["pegawai"], *records["bagian"]]
    codes = inside | {satu["unit"] or "" for satu in rows}
    return with_ancestors(view.units, codes)


def export(
    path: Path,
    tahun: int,
    unit: str | None,
    folder: Path,
    profil: str,
    clock: Callable[[], datetime],
    *,
    sebagian: bool,
    wait: float = COMMAND_WAITS,
) -> tuple[UnitView, Terkirim | None]:
    """Export as the command does; no files when it is incomplete and not ``sebagian``."""
    check_profile(profil)
    with reading(path) as connection:
        view = unit_view(connection, tahun, unit)
        check_sendable(view)
        if profil == "data":
            return view, send_data(connection, view, folder)
    if waiting(view) and not sebagian:
        return view, None
    with writing(path, clock, "ekspor", wait=wait) as writer:
        with writer.reading() as connection:
            view = unit_view(connection, tahun, unit)
        return view, send_package(writer, view, folder, clock(), sebagian=sebagian)
