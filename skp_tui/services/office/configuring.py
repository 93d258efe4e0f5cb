"""Shows and changes settings: of a period, or of the program."""

import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING

from skp_tui.domain.period import pengaturan_periode
from skp_tui.domain.text import clean
from skp_tui.errors import BUKA_SEMUA, InputError, LockedError, Problem
from skp_tui.rules.regulation import peraturan_of
from skp_tui.services.base.views import period_or_default
from skp_tui.settings import TANPA, Milik, Setelan, of, setelan
from skp_tui.storage.changes.periods import set_period, set_program
from skp_tui.storage.database.looking import stored_settings
from skp_tui.storage.reading.office_reader import read_period

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

Values = dict[str, str | None]


def program_settings(connection: sqlite3.Connection) -> Values:
    """Return the settings of the program, defaults filled in."""
    stored = stored_settings(connection)
    return {satu.nama: stored.get(satu.nama, satu.bawaan) for satu in of(Milik.PROGRAM)}


def all_settings(connection: sqlite3.Connection, tahun: int | None) -> Values:
    """Return the settings of the year, when one is named, and those of the program."""
    of_period = {} if tahun is None else pengaturan_periode(period_or_default(connection, tahun))
    return {**of_period, **program_settings(connection)}


def one_setting(connection: sqlite3.Connection, nama: str, tahun: int | None) -> str | None:
    """Return one setting; raises InputError for an unknown one, or when its year is not named."""
    wanted = setelan(nama)
    _check_year(wanted, tahun)
    return all_settings(connection, tahun if wanted.milik is Milik.PERIODE else None)[nama]


def check_name(nama: str, tahun: int | None) -> None:
    """Refuse an unknown setting, one whose year is not named, and a year without its regulation."""
    _check_year(setelan(nama), tahun)


def check_setting(nama: str, text: str, tahun: int | None) -> None:
    """Refuse what ``change_setting`` would refuse whatever is stored."""
    check_name(nama, tahun)
    canonical_value(nama, text)


def _check_year(wanted: Setelan, tahun: int | None) -> None:
    if wanted.milik is Milik.PERIODE and tahun is None:
        raise InputError(
            f"{wanted.nama} adalah pengaturan sebuah tahun.", "Tambahkan --tahun, misalnya 2017."
        )
    if wanted.milik is Milik.PERIODE and tahun is not None:
        peraturan_of(tahun)


def canonical_value(nama: str, text: str) -> str | None:
    """Return the value as it is stored; ``-`` is none, so that the default holds again."""
    wanted = setelan(nama)
    bare = clean(text)
    if bare == TANPA:
        return wanted.bawaan
    if not bare:
        raise InputError(f"{nama}: nilainya kosong.", "Tulis - untuk kembali ke bawaannya.")
    try:
        return wanted.baca(bare)
    except InputError as error:
        raise InputError(f"{nama}: {error.pesan}", error.saran) from None


def problems_of(values: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return what ``canonical_value`` refuses, by setting; an empty text goes back to default."""
    found: list[Problem] = []
    for nama, text in values.items():
        try:
            canonical_value(nama, text or TANPA)
        except InputError as error:
            pesan = error.kalimat().removeprefix(f"{nama}: ")
            found.append(Problem(pesan, kolom=nama, nilai=text))
    return tuple(found)


def change_settings(
    writer: "Writer", values: Mapping[str, str], tahun: int | None
) -> tuple[Problem, ...]:
    """Change settings that a form brings, none when one is refused; raises LockedError."""
    problems = problems_of(values)
    if not problems:
        for nama in values:
            check_name(nama, tahun)
        stored = {nama: canonical_value(nama, text or TANPA) for nama, text in values.items()}
        _store(writer, stored, tahun)
    return problems


def create_period(writer: "Writer", tahun: int) -> None:
    """Create a year; raises InputError where it is there, or its regulation is still to come."""
    peraturan_of(tahun)
    with writer.reading() as connection:
        there = read_period(connection, tahun) is not None
    if there:
        raise InputError(f"Tahun {tahun} sudah ada.", "Enter membukanya.")
    with writer.change(f"tahun {tahun} baru") as work:
        set_period(work, tahun, {})


def change_setting(writer: "Writer", nama: str, text: str, tahun: int | None) -> None:
    """Change one setting; a period's creates its period. Raises InputError and LockedError."""
    check_setting(nama, text, tahun)
    _store(writer, {nama: canonical_value(nama, text)}, tahun)


def _store(writer: "Writer", values: Values, tahun: int | None) -> None:
    """Store settings in one step, all or none."""
    of_period = {nama: values[nama] for nama in values if setelan(nama).milik is Milik.PERIODE}
    year = tahun or 0
    with writer.reading() as connection:
        before = all_settings(connection, year if of_period else None)
        frozen = bool(of_period) and period_or_default(connection, year).beku
    changed = {nama: values[nama] for nama in values if values[nama] != before[nama]} or values
    for nama in changed if frozen else ():
        if setelan(nama).beku and values[nama] != before[nama]:
            raise LockedError(
                f"{nama} tahun {year} beku, karena sudah ada penilaian yang dikunci.",
                BUKA_SEMUA,
            )
    words = ", ".join(f"{nama}: {value or TANPA}" for nama, value in changed.items())
    with writer.change(f"pengaturan {words}{f' ({year})' if of_period else ''}") as work:
        for nama, value in values.items():
            if nama not in of_period:
                set_program(work, nama, None if value == setelan(nama).bawaan else value)
        if of_period:
            set_period(work, year, of_period)
