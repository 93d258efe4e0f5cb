"""Sends a unit: what is missing, then the files and the number they carry (exchange 2 and 4)."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import skp_tui
from skp_tui.domain.period import pengaturan_periode
from skp_tui.errors import InputError, SkpError
from skp_tui.exchange.package.bkd import bkd_csv, bkd_rows
from skp_tui.exchange.package.documents import dump_json
from skp_tui.exchange.package.package import Kiriman, descriptor, package_names
from skp_tui.exchange.package.sent import packed, packed_settings
from skp_tui.exchange.writing.publishing import Berkas, write_atomically
from skp_tui.record import record
from skp_tui.rules.regulation import masa_of
from skp_tui.services.base.database import writing
from skp_tui.services.base.holder import COMMAND_WAITS
from skp_tui.services.base.views import UnitView, assemble, read_unit
from skp_tui.services.sending.profiles import Pembuat, Profil, profile_of, waiting
from skp_tui.storage.changes.sent import HitunganKiriman, Sent, drop_sent, keep_sent, next_number
from skp_tui.storage.database.looking import reading

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer


@record
class Terkirim:
    """What was written: the files with their bytes, of a package number, hash, completeness."""

    profil: str
    berkas: tuple[Path, ...]
    ukuran: tuple[int, ...]
    sha256: str = ""
    nomor: int = 0
    sebagian: bool = False


def check_sendable(view: UnitView, profil: Profil) -> None:
    """Refuse a unit of which there is nothing to send, or which is not in the form asked for."""
    if profil.nama == "siasn":
        from skp_tui.exchange.package.siasn import check_served  # noqa: PLC0415 - for this profile only

        check_served(view.tahun, view.peraturan)
    if not view.orang:
        raise InputError(
            f"Tidak ada pegawai di {view.unit.nama} pada tahun {view.tahun}.",
            "Periksa tahun dan unitnya.",
        )


def is_partial(view: UnitView, profil: Profil) -> bool:
    """Say whether what the profile writes of the unit would be incomplete."""
    return profil.wajib_lengkap and bool(waiting(view))


def send_package(
    writer: "Writer", view: UnitView, folder: Path, waktu: datetime, *, sebagian: bool
) -> Terkirim:
    """Write the package for BKD, keep its number and values; raises InputError when incomplete.

    The number is committed after the files are flushed and before they get their names, so that no
    two packages ever carry the same one; where none of them keeps it, the number is free again.
    """
    profil = profile_of("bkd")
    check_sendable(view, profil)
    incomplete = is_partial(view, profil)
    if incomplete and not sebagian:
        raise InputError(
            f"{len(waiting(view))} pegawai belum dinilai.",
            "Lengkapi dahulu, atau kirim sebagian dengan --sebagian.",
        )
    dinilai = ((satu.penilaian, satu.hasil) for satu in view.orang)
    csv = bkd_csv(bkd_rows(dinilai, view.units, view.peraturan))
    digest = hashlib.sha256(csv).hexdigest()
    names = package_names(view.unit.kode, view.tahun)
    with Berkas(folder, names) as berkas:
        with writer.change(f"kirim {view.unit.kode} {view.tahun}") as work:
            nomor = next_number(work.raw, view.unit.kode, view.tahun)
            kiriman = _about(view, nomor, waktu, sebagian=incomplete)
            doc = dump_json(descriptor(csv, kiriman, berkas.akhiran)).encode()
            berkas.write(names[0], csv)
            berkas.write(names[1], doc)
            sent = _kept(view, berkas.path(names[0]), csv, digest, sebagian=incomplete)
            is_new = keep_sent(work, view.unit.kode, view.tahun, nomor, sent)
        paths = _published(writer, view, berkas, nomor, with_year=is_new)
    return Terkirim("bkd", paths, (len(csv), len(doc)), digest, nomor, incomplete)


def _published(
    writer: "Writer", view: UnitView, berkas: Berkas, nomor: int, *, with_year: bool
) -> tuple[Path, ...]:
    """Give the files their names; where none of them can keep it nothing was sent."""
    kode, tahun = view.unit.kode, view.tahun
    try:
        return berkas.publish()
    except InputError:
        if not berkas.tertinggal:
            with suppress(SkpError), writer.change(f"batal kirim {kode} {tahun}") as work:
                drop_sent(work, kode, tahun, nomor, with_year=with_year)
        raise


def _about(view: UnitView, nomor: int, waktu: datetime, *, sebagian: bool) -> Kiriman:
    return Kiriman(
        unit=view.unit,
        rekap=view.rekap,
        nomor=nomor,
        sebagian=sebagian,
        program=f"skp-tui {skp_tui.__version__}",
        waktu=waktu,
    )


def _kept(view: UnitView, path: Path, csv: bytes, digest: str, *, sebagian: bool) -> Sent:
    rekap = view.rekap
    return Sent(
        profil="bkd",
        berkas=str(path.absolute()),
        sha256=digest,
        sebagian=sebagian,
        hitungan=HitunganKiriman(rekap.jumlah_pegawai, rekap.dikecualikan, rekap.dinilai),
        pengaturan=packed_settings(pengaturan_periode(view.periode)),
        isi=packed(csv),
    )


def prepared(
    connection: sqlite3.Connection, tahun: int, unit: str | None, profil: Profil
) -> Callable[[], tuple[UnitView, Pembuat | None]]:
    """Read a unit and what the profile needs; what is returned computes it, after the look."""
    masa_of(tahun)
    terbaca = read_unit(connection, tahun, unit, with_rows=not profil.tanpa_nilai)
    make = None if profil.siapkan is None else profil.siapkan(connection, terbaca)

    def computed() -> tuple[UnitView, Pembuat | None]:
        view = assemble(terbaca, with_values=not profil.tanpa_nilai)
        check_sendable(view, profil)
        return view, make

    return computed


def send_files(
    view: UnitView, profil: Profil, make: Pembuat, folder: Path, waktu: datetime
) -> Terkirim:
    """Write the files of a profile that keeps nothing."""
    files = make(view, waktu)
    paths = write_atomically(folder, files)
    sizes = tuple(len(isi) for isi in files.values())
    return Terkirim(profil.nama, paths, sizes, sebagian=is_partial(view, profil))


def send(
    writer: "Writer", tahun: int, kode: str, profil: Profil, folder: Path, waktu: datetime
) -> tuple[UnitView, Terkirim]:
    """Write a unit as it is stored at this moment, complete or not, as the screen does."""
    with writer.reading() as connection:
        computed = prepared(connection, tahun, kode, profil)
    view, make = computed()
    if make is None:
        return view, send_package(writer, view, folder, waktu, sebagian=True)
    return view, send_files(view, profil, make, folder, waktu)


def export(
    path: Path,
    tahun: int,
    unit: str | None,
    folder: Path,
    nama: str,
    clock: Callable[[], datetime],
    *,
    sebagian: bool,
    wait: float = COMMAND_WAITS,
) -> tuple[UnitView, Terkirim | None]:
    """Export as the command does; no files when it is incomplete and not ``sebagian``."""
    profil = profile_of(nama)
    with reading(path) as connection:
        computed = prepared(connection, tahun, unit, profil)
    view, make = computed()
    if is_partial(view, profil) and not sebagian:
        return view, None
    if make is not None:
        return view, send_files(view, profil, make, folder, clock())
    with writing(path, clock, "ekspor", wait=wait) as writer:
        with writer.reading() as connection:
            view = assemble(read_unit(connection, tahun, unit))
        return view, send_package(writer, view, folder, clock(), sebagian=sebagian)
