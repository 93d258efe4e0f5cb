"""What the start screen reads, in a thread of its own."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from skp_tui.domain.office import Unit, children, roots
from skp_tui.domain.period import TAHUN_PERTAMA
from skp_tui.services.views import UnitView, unit_view
from skp_tui.storage.office_reader import read_office, read_years


@dataclass(frozen=True, slots=True)
class Opened:
    """A unit in a year, or None where there is no unit yet; ``years`` are those with data."""

    view: UnitView | None
    years: tuple[int, ...]


def opened(
    connection: sqlite3.Connection, tahun: int | None, kode: str | None, today: date
) -> Opened:
    """Read a unit; without a year the newest one that has data, without a unit the first root."""
    years = tuple(read_years(connection))
    if kode is None:
        kode = next(iter(roots(read_office(connection).units.values())), None)
        if kode is None:
            return Opened(None, years)
    if tahun is None:
        tahun = years[0] if years else max(TAHUN_PERTAMA, today.year)
    return Opened(unit_view(connection, tahun, kode), years)


def years_to_choose(years: tuple[int, ...], current: int, today: date) -> list[int]:
    """Return the years with data and their neighbours, newest first."""
    near = {year + step for year in (*years, current, today.year) for step in (-1, 0, 1)}
    return sorted(
        (year for year in near if TAHUN_PERTAMA <= year <= today.year + 1), reverse=True
    )


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
