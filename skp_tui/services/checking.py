"""Checks a database (exchange 2, periksa): integrity, foreign keys, trail, witnesses."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from skp_tui.errors import Problem, SkpError
from skp_tui.exchange.verify import regulation_note, verify_package
from skp_tui.rules.regulation import peraturan_periode
from skp_tui.services.signing import differences
from skp_tui.services.views import period_or_default
from skp_tui.storage import trail
from skp_tui.storage.looking import reading
from skp_tui.storage.migrate import newest_schema, schema_of
from skp_tui.storage.office_reader import read_years
from skp_tui.storage.year_reader import read_year

PULIHKAN = "pulihkan cadangan terakhir dengan skp-tui pulihkan"


def check_packages(packages: Sequence[Path]) -> list[Problem]:
    """Return what is wrong with some packages; raises InputError for one that is unreadable."""
    return [problem for path in packages for problem in verify_package(path)]


def package_notes(packages: Sequence[Path]) -> list[str]:
    """Return what is not wrong with some packages but must be known."""
    return [note for path in packages if (note := regulation_note(path))]


def check_database(path: Path) -> list[Problem]:
    """Return what is wrong with a database; missing outcomes are no finding."""
    with reading(path) as connection:
        damage = list(_integrity(connection))
        if damage:
            return damage
        return [
            *_schema(connection),
            *_foreign_keys(connection),
            *_trail(connection),
            *_witnesses(connection),
        ]


def _integrity(connection: sqlite3.Connection) -> Iterator[Problem]:
    try:
        answers = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    except sqlite3.DatabaseError as error:
        answers = [str(error)]
    for answer in answers:
        if answer != "ok":
            yield Problem(f"berkas basis data rusak ({answer}); {PULIHKAN}")


def _schema(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Yield what differs from the schema of the program: a missing trigger guards nothing."""
    found, ours = schema_of(connection), newest_schema()
    for kind, name in sorted(found.keys() | ours.keys(), key=str):
        if found.get((kind, name)) != ours.get((kind, name)):
            yield Problem(f"skema ({kind}) diubah dari luar program; {PULIHKAN}", str(name))


def _foreign_keys(connection: sqlite3.Connection) -> Iterator[Problem]:
    for tabel, row, induk, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Problem(f"menunjuk ke {induk} yang tidak ada; {PULIHKAN}", tabel, row)


def _trail(connection: sqlite3.Connection) -> Iterator[Problem]:
    broken = trail.broken_link(connection)
    if broken is not None:
        yield Problem(f"jejak diubah dari luar program; {PULIHKAN}", "jejak", broken)
        return
    told = trail.replayed(trail.steps(connection))
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


def _witnesses(connection: sqlite3.Connection) -> Iterator[Problem]:
    kept = connection.execute(
        "SELECT t.tahun, g.nip, p.saksi FROM penilaian p JOIN periode t ON t.id = p.periode_id "
        "JOIN pegawai g ON g.id = p.pegawai_id WHERE p.saksi IS NOT NULL"
    ).fetchall()
    for tahun in read_years(connection):
        of_year = {nip: saksi for year, nip, saksi in kept if year == tahun}
        try:
            yield from _witnesses_of(connection, tahun, of_year) if of_year else ()
        except SkpError as unknown:
            yield Problem(unknown.kalimat())
        except (ArithmeticError, LookupError, TypeError, ValueError):
            # damaged rows, of which the trail has told already
            yield Problem(f"penilaian tahun {tahun} tidak dapat dihitung ulang; {PULIHKAN}")


def _witnesses_of(
    connection: sqlite3.Connection, tahun: int, kept: Mapping[str, str]
) -> Iterator[Problem]:
    periode = period_or_default(connection, tahun)
    peraturan = peraturan_periode(periode)
    people = read_year(connection, tahun, kept).penilaian
    for nip, saksi in kept.items():
        if nip not in people:
            yield Problem(f"terkunci, tetapi tidak lagi termasuk tahun {tahun}", nilai=nip)
            continue
        for beda in differences(saksi, peraturan.nilai(people[nip], periode)):
            yield Problem(
                f"{beda.nama} {tahun} ditandatangani {beda.saksi}, sekarang {beda.kini}; "
                "periksa jejaknya",
                nilai=nip,
            )
