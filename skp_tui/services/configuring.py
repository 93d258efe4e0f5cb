"""Shows and changes settings: of a period, or of the program."""

import sqlite3
from typing import TYPE_CHECKING

from skp_tui.domain.text import clean
from skp_tui.errors import InputError, LockedError
from skp_tui.exchange.documents import pengaturan_periode
from skp_tui.rules.regulation import peraturan_of
from skp_tui.services.views import period_or_default
from skp_tui.settings import TANPA, Milik, Setelan, of, setelan
from skp_tui.storage.periods import set_period, set_program

if TYPE_CHECKING:
    from skp_tui.storage.writer import Writer

Values = dict[str, str | None]


def program_settings(connection: sqlite3.Connection) -> Values:
    """Return the settings of the program, defaults filled in."""
    stored = dict(connection.execute("SELECT nama, nilai FROM pengaturan").fetchall())
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
    try:
        return wanted.baca(bare)
    except InputError as error:
        raise InputError(f"{nama}: {error.pesan}", error.saran) from None


def change_setting(writer: "Writer", nama: str, text: str, tahun: int | None) -> None:
    """Change one setting; a period's creates its period. Raises InputError and LockedError."""
    wanted = setelan(nama)
    _check_year(wanted, tahun)
    value = canonical_value(nama, text)
    sebab = f"pengaturan {nama}: {value or TANPA}"
    if wanted.milik is Milik.PROGRAM:
        with writer.change(sebab) as work:
            set_program(work, nama, None if value == wanted.bawaan else value)
        return
    year = tahun or 0
    with writer.reading() as connection:
        periode = period_or_default(connection, year)
    if wanted.beku and periode.beku and pengaturan_periode(periode)[nama] != value:
        raise LockedError(
            f"{nama} tahun {year} beku, karena sudah ada penilaian yang dikunci.",
            "Buka kembali penilaian itu dahulu, dengan alasan.",
        )
    with writer.change(f"{sebab} ({year})") as work:
        set_period(work, year, {nama: value})
