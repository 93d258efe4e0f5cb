"""The queries of one year: of everybody in it, or of some people only."""

import sqlite3
from collections.abc import Collection
from typing import Final

from skp_tui.storage.reading.joins import PENILAIAN

FEW: Final = 500
"""So many people are named in a query; more than these are read with everybody."""


class Scope:
    """The condition that limits a query to one year and perhaps to some people."""

    def __init__(self, tahun: int, nips: Collection[str] | None, *, with_rows: bool = True) -> None:
        self.tahun = tahun
        self.with_rows = with_rows
        few = nips is not None and len(nips) <= FEW
        some = list(nips) if nips is not None and few else []
        limit = f" AND g.nip IN ({', '.join('?' * len(some))})" if few else ""
        self.where = f"WHERE t.tahun = ?{limit}"
        self.parameters: tuple[object, ...] = (tahun, *some)

    def rows(
        self, connection: sqlite3.Connection, columns: str, join: str, order: str
    ) -> sqlite3.Cursor:
        """Run one query of penilaian (``p``) with person (``g``) and period (``t``)."""
        return connection.execute(
            f"SELECT g.nip, {columns} FROM {PENILAIAN} {join} {self.where} ORDER BY {order}",
            self.parameters,
        )
