"""What the start screen reads, in a thread of its own."""

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from skp_tui.domain.office import Unit, children, roots, subtree
from skp_tui.domain.period import TAHUN_PERTAMA, tahun_dikerjakan, tahun_terjauh
from skp_tui.record import record
from skp_tui.rules.regulation import nama_peraturan, peraturan_named, peraturan_of
from skp_tui.services.base.views import Orang, UnitView, assemble, read_unit, recap_of
from skp_tui.storage.database.looking import end_look, has_objections
from skp_tui.storage.reading.office_reader import Kantor, read_office, read_regulations
from skp_tui.ui.screens.lists.table import numbered
from skp_tui.ui.screens.unit.rows import UnitRows, rows_of

if TYPE_CHECKING:
    from skp_tui.domain.objection import Tunggakan


@record
class Opened:
    """A unit in a year, or None where there is no unit yet.

    ``years`` are those with data, newest first, each with the code of its regulation. ``rows``
    are the lines of its list, made in the thread that read: 5,000 would hold a screen up.
    """

    view: UnitView | None
    years: Mapping[int, str]
    rows: UnitRows


def opened(
    connection: sqlite3.Connection,
    tahun: int | None,
    kode: str | None,
    today: date,
    width: int,
) -> Opened:
    """Read a unit; without a year the one that is worked on, without a unit the first one.

    So it is also when the unit is gone, because its making was taken back.
    """
    years = read_regulations(connection)
    kantor = read_office(connection)
    if kode not in kantor.units:
        kode = _first_unit(kantor)
        if kode is None:
            return Opened(None, years, UnitRows())
    if tahun is None:
        tahun = first_year(years, today)
    terbaca = read_unit(connection, tahun, kode)
    keberatan: tuple[Tunggakan, ...] = ()
    if has_objections(connection):
        from skp_tui.services.signing.objecting import open_objections  # noqa: PLC0415 - rarely needed

        keberatan = open_objections(connection, terbaca)
    end_look(connection)
    view = replace(assemble(terbaca), keberatan=keberatan)
    rows = UnitRows()
    rows_of(rows, view.orang, numbered(view.orang), width)
    return Opened(view, years, rows)


def _first_unit(kantor: Kantor) -> str | None:
    """Return the first top unit with people, so that nobody begins at an empty list."""
    tops = roots(kantor.units.values())
    if len(tops) < 2:  # noqa: PLR2004 - one is no choice
        return next(iter(tops), None)
    held = {satu.unit for satu in kantor.people.values()}
    return next((kode for kode in tops if subtree(kantor.units, kode) & held), tops[0])


def first_year(years: Mapping[int, str], today: date) -> int:
    """Return the newest year with data that has begun; in January the one that is due then.

    A year made ahead, for its targets, would else be taken for the one that is appraised. One of a
    regulation that only a newer program knows is not shown. Without any it is the year of today, or
    the last one before it that is free.
    """
    known = sorted((year for year, kode in years.items() if peraturan_named(kode)), reverse=True)
    limits = (tahun_dikerjakan(today), today.year)
    begun = (year for limit in limits for year in known if year <= limit)
    free = (year for year in range(today.year, TAHUN_PERTAMA, -1) if year not in years)
    return next(begun, min(known, default=next(free, TAHUN_PERTAMA)))


def with_changed(view: UnitView, changed: Mapping[str, Orang]) -> UnitView:
    """Return a unit with people who changed since; nobody else is read or computed anew."""
    fresh = {nip: satu for nip, satu in changed.items() if satu.penilaian.tahun == view.tahun}
    if not fresh:
        return view
    people = tuple(fresh.get(satu.nip, satu) for satu in view.orang)
    kategori = tuple(view.rekap.sebaran)
    recap = recap_of(view.units, view.unit.kode, people, view.periode, kategori)
    return replace(view, orang=people, rekap=recap)


def year_words(year: int, with_data: Mapping[int, str]) -> str:
    """Return how a year stands in the chooser: its regulation, and whether it has data."""
    if year not in with_data:
        return f"{year}   {peraturan_of(year).nama}   belum ada data"
    kode = with_data[year]
    words = f"{year}   {nama_peraturan(kode)}"
    return words if peraturan_named(kode) else f"{words}   perlu skp-tui yang lebih baru"


def years_to_choose(years: Collection[int], current: int, today: date) -> list[int]:
    """Return every year from the first one to the next one, and those with data, newest first."""
    near = {*range(TAHUN_PERTAMA, tahun_terjauh(today) + 1), *years, current}
    return sorted(near, reverse=True)


def indented(units: Mapping[str, Unit]) -> list[tuple[Unit, int]]:
    """Return the units as a tree from the top, each with its depth."""
    below = children(units.values())
    found: list[tuple[Unit, int]] = []
    waiting = [(kode, 0) for kode in reversed(below.get(None, []))]
    seen: set[str] = set()
    while waiting:
        kode, depth = waiting.pop()
        if kode in seen:
            continue
        seen.add(kode)
        found.append((units[kode], depth))
        waiting.extend((child, depth + 1) for child in reversed(below.get(kode, [])))
    return found
