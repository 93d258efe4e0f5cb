"""Reads the cells of rows in which nothing is odd, by column, with no object for a cell."""

from collections.abc import Mapping

from skp_tui.domain.number import DecimalSign
from skp_tui.exchange.headers import Terbaca
from skp_tui.exchange.kinds import Jenis, Kolom
from skp_tui.exchange.tables import Mentah
from skp_tui.exchange.values import read_cell

JENIS_POLOS = frozenset({"kegiatan", "tambahan", "perilaku"})
"""The kinds of which there are many rows, and whose cells need nothing but themselves to be read.

Only a column of their key has a default, so that an empty cell elsewhere leaves what is stored.
"""

_DIINGAT = 4096


class _Odd(Exception):  # noqa: N818 - no mistake of anybody
    """A cell is to be cleared, is refused or earns a remark."""


class _Column(dict[str, str | None]):
    """The canonical text of each raw one that a column has had: columns repeat a few texts."""

    def __init__(self, kolom: Kolom, desimal: DecimalSign) -> None:
        super().__init__()
        self._kolom = kolom
        self._desimal: DecimalSign = desimal

    def __missing__(self, asli: str) -> str | None:
        sel = read_cell(asli, self._kolom, self._desimal)
        if sel.hapus or sel.salah is not None or sel.catatan is not None:
            raise _Odd
        nilai = self._kolom.bawaan if sel.nilai is None else sel.nilai
        if len(self) < _DIINGAT:
            self[asli] = nilai
        return nilai


class _Absent(dict[str, str | None]):
    """The same text for every row, where the file has no such column."""

    def __init__(self, nilai: str | None) -> None:
        super().__init__()
        self._nilai = nilai

    def __missing__(self, asli: str) -> str | None:
        return self._nilai


class PlainReader:
    """Reads the rows of one table; ``tetap`` stands in for columns that the file lacks."""

    def __init__(self, terbaca: Terbaca, jenis: Jenis, tetap: Mapping[str, str]) -> None:
        letak = terbaca.judul.letak
        self._width = len(terbaca.judul.mentah.sel)
        self._columns = [
            (_Column(kolom, terbaca.desimal), letak[kolom.nama])
            if kolom.nama in letak
            else (_Absent(tetap.get(kolom.nama, kolom.bawaan)), 0)
            for kolom in jenis.kolom
        ]

    def read(self, mentah: Mentah) -> tuple[str | None, ...] | None:
        """Return the canonical texts in the order of the columns; None where a cell is odd."""
        sel = mentah.sel
        if len(sel) != self._width or mentah.cacat:
            return None
        try:
            texts = tuple([column[sel[place]] for column, place in self._columns])
        except _Odd:
            return None
        # a file as this program writes it says everything in canonical form: kept once, not twice
        return sel if texts == sel else texts
