"""The profiles that write the lists of two screens: angka kredit, and the tables of the recap."""

import sqlite3

from skp_tui.errors import InputError
from skp_tui.exchange.writing.publishing import NamaBerkas
from skp_tui.services.base.views import UnitView
from skp_tui.services.recap import recap_file
from skp_tui.services.recap.credits import credits_csv, credits_name, credits_of, why_none
from skp_tui.services.recap.raters import raters
from skp_tui.services.recap.tren import Setahun, read_trend_year, stored_years, trend, year_of
from skp_tui.storage.database.looking import look_again


def credit_names(kode: str, tahun: int) -> list[NamaBerkas]:
    """Return the name of the file of the profile ``angka_kredit``."""
    return [credits_name(kode, tahun)]


def credit_files(view: UnitView) -> dict[NamaBerkas, bytes]:
    """Return everybody's angka kredit as the screen saves it; raises InputError without any."""
    reason = why_none(view)
    if reason:
        raise InputError(reason, "Pilih tahun lain.")
    return {credits_name(view.unit.kode, view.tahun): credits_csv(view, credits_of(view))}


def recap_names(kode: str, tahun: int) -> list[NamaBerkas]:
    """Return the names of the files of the profile ``rekap``."""
    return [recap_file.recap_name(nama, kode, tahun) for nama in recap_file.DAFTAR]


def other_years(connection: sqlite3.Connection, tahun: int, kode: str) -> dict[int, Setahun]:
    """Return what the other stored years came to in a unit, each in a look of its own.

    A big year takes seconds, and whoever writes beside this must not wait for all of them.
    """
    stored = [satu.tahun for satu in stored_years(connection) if satu.tahun != tahun]
    found: dict[int, Setahun] = {}
    for year in stored:
        look_again(connection)
        found[year] = read_trend_year(connection, year, kode)
    return found


def recap_files(view: UnitView, others: dict[int, Setahun]) -> dict[NamaBerkas, bytes]:
    """Return the three tables of the recap as the screen saves them."""
    kode, law = view.unit.kode, view.peraturan.nama
    points = trend({**others, view.tahun: year_of(view)}, kode)
    lines = {
        recap_file.UNIT: recap_file.unit_lines(view.rekap, law),
        recap_file.TAHUN: recap_file.year_lines(points),
        recap_file.PENILAI: recap_file.rater_lines(raters(view, view.orang), law),
    }
    return {
        recap_file.recap_name(nama, kode, view.tahun): recap_file.lines_csv(own)
        for nama, own in lines.items()
    }
