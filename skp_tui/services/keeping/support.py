"""What who helps wants to know: versions, places, sizes, counts and dates; nothing about anybody.

Never in it: a name, a NIP, a value, the name of the computer or of who uses it.
"""

import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import skp_tui
from skp_tui.domain.dates import age_words, filed_moment
from skp_tui.domain.number import readable_size
from skp_tui.errors import SkpError
from skp_tui.exchange.kinds.kinds import VERSI_BERKAS
from skp_tui.exchange.package.package import VERSI
from skp_tui.files import changed_at, journal_of, reason_of
from skp_tui.paths import here
from skp_tui.record import record
from skp_tui.services.base.holder import Holder, holder_of
from skp_tui.services.keeping.safekeeping import backup_folder, last_backup
from skp_tui.services.keeping.veil import Tirai
from skp_tui.services.office.configuring import program_settings
from skp_tui.storage.database.facts import counted, journal_words, last_sent, schema_version
from skp_tui.storage.database.looking import reading
from skp_tui.storage.database.migrate import newest_version

LIBRARIES: Final = ("textual", "rich", "sqlmodel", "filelock", "platformdirs")
UNKNOWN: Final = "tidak diketahui"
BITS: Final = {"32bit": "32-bit", "64bit": "64-bit"}

Baris = tuple[str, str]


@record
class BagianAkun:
    """One part of the account: its title, and its lines of a name and what it is."""

    judul: str
    baris: tuple[Baris, ...]


@record
class Letak:
    """Where everything lies on this computer."""

    basis: Path
    log: Path


def account(
    letak: Letak, now: datetime, tirai: Tirai, *, own: Holder | None = None
) -> tuple[BagianAkun, ...]:
    """Return what can be told at once; of a database that cannot be read, why it cannot.

    ``own`` is who holds the database where that is this very program.
    """
    cadangan: str | None = None
    try:
        with reading(letak.basis) as connection:
            cadangan = program_settings(connection)["cadangan_dir"]
            stored = tuple(_stored(connection, now))
    except (SkpError, OSError, ValueError) as error:
        # what is asked for here is mostly a damaged file: anything may stand where a moment should
        why = "isinya rusak" if isinstance(error, ValueError) else _reason(error)
        stored = (("dapat dibaca", f"tidak. {tirai.text(why, letak.basis, letak.basis.parent)}"),)
    return (
        BagianAkun("Versi", tuple(_versions())),
        BagianAkun("Tempat", tuple(_places(letak, cadangan, tirai))),
        BagianAkun("Basis data", (*stored, ("dipegang", _held(letak.basis, own)))),
        BagianAkun("Cadangan dan galat", tuple(_copies(letak, cadangan, now, tirai))),
    )


def _reason(error: SkpError | OSError) -> str:
    return error.kalimat() if isinstance(error, SkpError) else reason_of(error)


def _versions() -> Iterator[Baris]:
    yield "skp-tui", skp_tui.__version__ + (" (terpasang utuh)" if _is_bundle() else "")
    yield "berkas", f"masuk dan data versi {VERSI_BERKAS}, paket BKD versi {VERSI}"
    yield "skema basis data", str(newest_version())
    yield "Python", f"{platform.python_version()} {_bits()}"
    yield "SQLite", sqlite3.sqlite_version
    yield "pustaka", ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
    yield "sistem", f"{platform.system()} {platform.release()} ({platform.machine()})"


def _bits() -> str:
    found = platform.architecture()[0]
    return BITS.get(found, found)


def _is_bundle() -> bool:
    return bool(getattr(sys, "frozen", False))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return UNKNOWN


def _places(letak: Letak, cadangan: str | None, tirai: Tirai) -> Iterator[Baris]:
    basis = letak.basis
    yield "basis data", f"{tirai.path(here() / basis)} ({_size(basis)})"
    yield "pengaturan", "di dalam basis data"
    yield "cadangan", tirai.path(here() / backup_folder(basis, cadangan))
    yield "catatan galat", f"{tirai.path(here() / letak.log)} ({_size(letak.log)})"
    yield "ruang kosong", _free(basis)


def _size(path: Path) -> str:
    try:
        return readable_size(path.stat().st_size)
    except FileNotFoundError:
        return "tidak ada"
    except OSError as error:
        return reason_of(error)


def _free(path: Path) -> str:
    """Return how much room the disk of a place has; of one that is not there, the nearest above."""
    there = next((place for place in (here() / path).parents if place.exists()), None)
    try:
        return UNKNOWN if there is None else readable_size(shutil.disk_usage(there).free)
    except OSError as error:
        return reason_of(error)


def _stored(connection: sqlite3.Connection, now: datetime) -> Iterator[Baris]:
    found, sent = counted(connection), last_sent(connection)
    yield "dapat dibaca", f"ya, skema {schema_version(connection)}"
    yield "jurnal", journal_words(connection)
    yield "isi", f"{found.unit} unit, {found.pegawai} pegawai, {len(found.tahun)} tahun"
    yield "tahun", ", ".join(f"{year} {kode}" for year, kode in found.tahun.items()) or "belum ada"
    yield "penilaian", f"{found.penilaian} dimulai, {found.terkunci} dikunci"
    yield "jejak", f"{found.langkah} langkah"
    yield (
        "kiriman terakhir",
        (
            f"tahun {sent.tahun} nomor {sent.nomor}, profil {sent.profil}, "
            f"{filed_moment(sent.waktu)} ({_age(sent.waktu, now)})"
            if sent
            else "belum ada"
        ),
    )


def _held(basis: Path, own: Holder | None) -> str:
    """Say whether the database is in use, by what and since when; never by whom."""
    if own is not None:
        return f"layar ini, sejak {own.sejak}"
    try:
        found = holder_of(basis)
    except OSError as error:
        return f"{UNKNOWN}: {reason_of(error)}"
    if found is None:
        return "tidak"
    return f"ya, {found.apa}" + (f" sejak {found.sejak}" if found.sejak else "")


def _copies(letak: Letak, cadangan: str | None, now: datetime, tirai: Tirai) -> Iterator[Baris]:
    yield "jurnal tersisa", _journal(letak.basis)
    yield "cadangan terakhir", _last_copy(letak.basis, cadangan, now)
    yield "galat terakhir", _last_fault(letak.log, tirai)


def _journal(basis: Path) -> str:
    try:
        size = journal_of(basis).stat().st_size
    except OSError:
        size = 0
    return f"ada ({readable_size(size)}), dipulihkan saat dibuka" if size else "tidak ada"


def _last_copy(basis: Path, cadangan: str | None, now: datetime) -> str:
    try:
        copy = last_backup(basis, cadangan)
        if copy is None:
            return "belum ada; buat dengan skp-tui cadangkan"
        found = copy.stat()
    except OSError as error:
        return f"{UNKNOWN}: {reason_of(error)}"
    made, size = changed_at(found.st_mtime, now.tzinfo), readable_size(found.st_size)
    if made is None:
        return f"{copy.name}, waktunya {UNKNOWN}, {size}"
    return f"{copy.name}, {filed_moment(made)} ({_age(made, now)}), {size}"


def _last_fault(log: Path, tirai: Tirai) -> str:
    """Return when the last fault was and of which kind; the log holds no words of anybody."""
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return "tidak ada"
    except OSError as error:
        return f"{UNKNOWN}: {reason_of(error)}"
    for place in range(len(lines) - 1, -1, -1):
        if when := _moment(lines[place]):
            kind = lines[place + 1].split()[:1] if place + 1 < len(lines) else []
            return tirai.text(f"{filed_moment(when)}, {' '.join(kind)}")
    return "tidak ada"


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text[:1].isdigit() else None
    except ValueError:
        return None


def _age(then: datetime, now: datetime) -> str:
    return age_words(then if then.tzinfo else then.replace(tzinfo=now.tzinfo), now)
