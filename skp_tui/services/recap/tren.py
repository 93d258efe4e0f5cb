"""The indicator of a unit year by year, across regulations, with a mark where the law changed."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import field
from fractions import Fraction

from skp_tui.domain.recap import Rekap
from skp_tui.record import record
from skp_tui.rules.regulation import nama_peraturan, peraturan_named
from skp_tui.services.base.views import UnitView, assemble, read_unit
from skp_tui.storage.database.looking import end_look
from skp_tui.storage.reading.office_reader import read_period, read_regulations


@record
class Setahun:
    """What a year came to in each unit of a tree, by unit code; ``peraturan`` as people call it.

    Of one that was not read yet only regulation and year are known.
    """

    tahun: int
    peraturan: str
    per_unit: Mapping[str, Rekap] = field(default_factory=dict)
    terbaca: bool = True


@record
class Titik:
    """One line of a trend: a year, or years in a row of which nothing is stored.

    ``sebelum`` names the regulation of the year before in the list where that is another one: the
    two figures were not measured alike. ``selisih`` is how many points of a hundred the share of
    all due rose since that year.
    """

    dari: int
    sampai: int
    peraturan: str = ""
    rekap: Rekap | None = None
    sebelum: str = ""
    tahun_sebelum: int | None = None
    selisih: Fraction | None = None
    terbaca: bool = True


def stored_years(connection: sqlite3.Connection) -> tuple[Setahun, ...]:
    """Return the years that are stored, the newest first; none of them is read yet."""
    return tuple(
        Setahun(tahun, nama_peraturan(kode), terbaca=False)
        for tahun, kode in read_regulations(connection).items()
    )


def read_view(connection: sqlite3.Connection, tahun: int, kode: str) -> UnitView:
    """Read a unit in a year and let writers go on while it is computed."""
    terbaca = read_unit(connection, tahun, kode)
    end_look(connection)
    return assemble(terbaca)


def read_trend_year(connection: sqlite3.Connection, tahun: int, kode: str) -> Setahun:
    """Return what a year came to in a unit and in each below it.

    One whose regulation only a newer program knows is named, and has no figures.
    """
    periode = read_period(connection, tahun)
    if periode is not None and peraturan_named(periode.peraturan) is None:
        return Setahun(tahun, nama_peraturan(periode.peraturan))
    return year_of(read_view(connection, tahun, kode))


def year_of(view: UnitView) -> Setahun:
    """Return what a year came to in each unit that is shown; the people are let go of."""
    tree = {satu.unit: satu for satu, _ in unfolded(view.rekap)}
    return Setahun(view.tahun, view.peraturan.nama, tree)


def unfolded(rekap: Rekap) -> Iterator[tuple[Rekap, int]]:
    """Yield a unit and all below it from the top, each with its depth."""
    waiting = [(rekap, 0)]
    while waiting:
        satu, depth = waiting.pop()
        yield satu, depth
        waiting.extend((below, depth + 1) for below in reversed(satu.subunit))


def trend(years: Mapping[int, Setahun], kode: str) -> tuple[Titik, ...]:
    """Return the years of one unit, the oldest first; what lies between them is not left out."""
    found: list[Titik] = []
    before: Setahun | None = None
    for tahun in sorted(years):
        now = years[tahun]
        if before is not None and tahun > before.tahun + 1:
            found.append(Titik(before.tahun + 1, tahun - 1))
        found.append(_point(now, before, kode))
        before = now
    return tuple(found)


def _point(now: Setahun, before: Setahun | None, kode: str) -> Titik:
    rekap = now.per_unit.get(kode)
    if before is None:
        return Titik(now.tahun, now.tahun, now.peraturan, rekap, terbaca=now.terbaca)
    former = before.per_unit.get(kode)
    changed = before.peraturan != now.peraturan
    return Titik(
        now.tahun,
        now.tahun,
        now.peraturan,
        rekap,
        sebelum=before.peraturan if changed else "",
        tahun_sebelum=before.tahun,
        selisih=_difference(rekap, former),
        terbaca=now.terbaca,
    )


def _difference(now: Rekap | None, before: Rekap | None) -> Fraction | None:
    if now is None or before is None:
        return None
    if now.persen_dari_wajib is None or before.persen_dari_wajib is None:
        return None
    return now.persen_dari_wajib - before.persen_dari_wajib
