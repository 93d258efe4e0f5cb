"""Checks a database (exchange 2, periksa): integrity, foreign keys, trail, witnesses."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from skp_tui.domain.recap import TINGKAT_TERBANYAK, levels
from skp_tui.errors import InputError, Problem, SkpError
from skp_tui.exchange.package.package import EKSTENSI
from skp_tui.exchange.package.verify import package_words, regulation_note, verify_package
from skp_tui.paths import labels
from skp_tui.record import record
from skp_tui.rules.regulation import peraturan_periode
from skp_tui.services.base.views import period_or_default
from skp_tui.services.signing.signing import differences
from skp_tui.storage.database.looking import reading
from skp_tui.storage.database.migrate import newest_schema, schema_of
from skp_tui.storage.database.soundness import damage, dangling, witnesses
from skp_tui.storage.reading.office_reader import read_office, read_years
from skp_tui.storage.reading.year_reader import read_year
from skp_tui.storage.trail import trail

Pause = Callable[[], object]
"""What is called where a part is ready to look anew; it may raise, to end the check."""

Unreadable = SkpError | OSError

BUKU = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
_SQLITE = b"SQLite format 3\0"
_PAKET = (
    "Yang diperiksa adalah kiriman profil bkd: CSV dan keterangannya dalam satu map. "
    "Berkas profil lain diperiksa saat diimpor."
)
PULIHKAN = "pulihkan cadangan terakhir dengan skp-tui pulihkan"


@record
class Tahap:
    """One part of the check of a database, and what it found."""

    nama: str
    temuan: tuple[Problem, ...]


def packages_at(path: Path) -> tuple[Path, ...]:
    """Return the descriptors of the packages that somebody means by a file or a folder.

    Who was handed a package names what he sees: its CSV, or the folder of all of them. Raises
    InputError for what is no package; a file that may be a descriptor is left to its check.
    """
    if path.is_dir():
        found = tuple(sorted(path.glob(f"*{EKSTENSI}")))
        if not found:
            raise InputError(f"Map {path} tidak berisi paket BKD (*{EKSTENSI}).", _PAKET)
        return found
    if path.is_file() and path.suffix.lower() == ".csv":
        beside = path.with_name(f"{path.stem}{EKSTENSI}")
        if not beside.is_file():
            raise InputError(f"{path.name} bukan paket BKD: {beside.name} tidak ada.", _PAKET)
        return (beside,)
    if path.is_file() and path.suffix.lower() in BUKU:
        raise InputError(f"{path.name} bukan paket BKD.", _PAKET)
    if _is_database(path):
        raise InputError(
            f"{path.name} adalah basis data.", f"Periksa dengan: skp-tui --db {path} periksa."
        )
    return (path,)


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


@record
class Diperiksa:
    """What some packages are, what must be known of them, and what is wrong; and who is unread."""

    paket: tuple[str, ...]
    catatan: tuple[str, ...]
    temuan: tuple[Problem, ...]
    tak_terbaca: tuple[Unreadable, ...]


def check_packages(packages: Sequence[Path]) -> Diperiksa:
    """Return what is wrong with some packages; one that is unreadable hides no other.

    Where two of them have one name, as in the folders of two senders, messages name the path.
    """
    found: list[Problem] = []
    unread: list[Unreadable] = []
    names = labels(packages)
    for path, nama in names.items():
        try:
            found.extend(verify_package(path, nama))
        except (SkpError, OSError) as error:
            unread.append(error)
    words = (package_words(path, nama) for path, nama in names.items())
    notes = (regulation_note(path, nama) for path, nama in names.items())
    return Diperiksa(
        tuple(filter(None, words)), tuple(filter(None, notes)), tuple(found), tuple(unread)
    )


def check_database(path: Path) -> list[Problem]:
    """Return what is wrong with a database; missing outcomes are no finding."""
    with reading(path) as connection:
        return [satu for tahap in checked(connection) for satu in tahap.temuan]


def checked(connection: sqlite3.Connection, pause: Pause = lambda: None) -> Iterator[Tahap]:
    """Yield each part of the check when it is done; none after damage, which would only repeat it.

    Between two parts, and where ``pause`` is called, nothing is half read: who wants to let
    writers go on may look anew there. Without a pause stay one command of SQLite, the comparison
    of the tables with the trail once that is read, and the reading of one year.
    """
    for nama, look in TAHAP.items():
        found = Tahap(nama, tuple(look(connection, pause)))
        yield found
        if found.temuan and look is _integrity:
            return


def _integrity(connection: sqlite3.Connection, _: Pause) -> Iterator[Problem]:
    for complaint in damage(connection):
        yield Problem(f"berkas basis data rusak ({complaint}); {PULIHKAN}")


def _schema(connection: sqlite3.Connection, _: Pause) -> Iterator[Problem]:
    """Yield what differs from the schema of the program: a missing trigger guards nothing."""
    found, ours = schema_of(connection), newest_schema()
    for kind, name in sorted(found.keys() | ours.keys(), key=str):
        if found.get((kind, name)) != ours.get((kind, name)):
            yield Problem(f"skema ({kind}) diubah dari luar program; {PULIHKAN}", str(name))


def _foreign_keys(connection: sqlite3.Connection, _: Pause) -> Iterator[Problem]:
    for tabel, row, induk in dangling(connection):
        yield Problem(f"menunjuk ke {induk} yang tidak ada; {PULIHKAN}", tabel, row)


def _trail(connection: sqlite3.Connection, pause: Pause) -> Iterator[Problem]:
    broken = trail.broken_link(connection, pause)
    if broken is not None:
        yield Problem(f"jejak diubah dari luar program; {PULIHKAN}", "jejak", broken)
        return
    told = trail.told(connection, pause)
    for tabel in trail.tables_of(connection):
        stored = trail.stored(connection, tabel)
        yield from _against_trail(tabel, stored, told.get(tabel, {}))
    given, numbers = trail.last_numbers(connection), trail.told_numbers(connection)
    for tabel in sorted((given.keys() | numbers.keys()) - {"jejak"}):
        if given.get(tabel) != numbers.get(tabel):
            yield Problem(f"nomor terakhir tidak sesuai dengan jejak; {PULIHKAN}", tabel)


def _against_trail(
    tabel: str,
    stored: Mapping[int, Mapping[str, object]],
    told: Mapping[int, Mapping[str, object]],
) -> Iterator[Problem]:
    for key in sorted(stored.keys() | told.keys()):
        row, line = stored.get(key), told.get(key)
        if row is None or line is None:
            yield Problem(f"tidak sesuai dengan jejak; {PULIHKAN}", tabel, key)
            continue
        for kolom in sorted(row.keys() | line.keys()):
            if row.get(kolom) != line.get(kolom):
                yield Problem(f"tidak sesuai dengan jejak; {PULIHKAN}", tabel, key, kolom)


def _units(connection: sqlite3.Connection, _: Pause) -> Iterator[Problem]:
    """Yield the units that stand too deep for a recap: no import refused them when they came."""
    units = read_office(connection).units
    found = levels({kode: unit.induk for kode, unit in units.items()})
    for kode in sorted(kode for kode, level in found.items() if level == TINGKAT_TERBANYAK + 1):
        yield Problem(
            f"unit ini pada tingkat {TINGKAT_TERBANYAK + 1}, sehingga rekap tidak dapat menghitung "
            "unit-unit di atasnya; ubah induknya di layar Unit dan periode",
            nilai=kode,
        )


def _witnesses(connection: sqlite3.Connection, pause: Pause) -> Iterator[Problem]:
    for tahun in read_years(connection):
        pause()
        kept = witnesses(connection, tahun)
        try:
            yield from _witnesses_of(connection, tahun, kept, pause) if kept else ()
        except SkpError as unknown:
            yield Problem(unknown.kalimat())
        except (ArithmeticError, LookupError, TypeError, ValueError):
            # damaged rows, of which the trail has told already
            yield Problem(f"penilaian tahun {tahun} tidak dapat dihitung ulang; {PULIHKAN}")


def _witnesses_of(
    connection: sqlite3.Connection, tahun: int, kept: Mapping[str, str], pause: Pause
) -> Iterator[Problem]:
    periode = period_or_default(connection, tahun)
    peraturan = peraturan_periode(periode)
    people = read_year(connection, tahun, kept).penilaian
    for nip, saksi in kept.items():
        pause()
        if nip not in people:
            yield Problem(f"terkunci, tetapi tidak lagi termasuk tahun {tahun}", nilai=nip)
            continue
        for beda in differences(saksi, peraturan.nilai(people[nip], periode)):
            yield Problem(
                f"{beda.nama} {tahun} ditandatangani {beda.saksi}, sekarang {beda.kini}; "
                "periksa jejaknya",
                nilai=nip,
            )


TAHAP: Final[Mapping[str, Callable[[sqlite3.Connection, Pause], Iterator[Problem]]]] = {
    "integrity_check": _integrity,
    "skema": _schema,
    "foreign_key_check": _foreign_keys,
    "rantai jejak": _trail,
    "susunan unit": _units,
    "saksi yang terkunci": _witnesses,
}
"""The parts of the check in their order, by the words that name them."""
