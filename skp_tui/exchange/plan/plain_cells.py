"""Reads the cells of rows in which nothing is odd, by column, with no object for a cell."""

import re
from collections.abc import Mapping, Sequence
from operator import attrgetter, getitem, itemgetter
from typing import Final

from skp_tui.domain.number import DecimalSign
from skp_tui.domain.records import PENDEK, Deret, Texts
from skp_tui.exchange.columns.headers import Terbaca
from skp_tui.exchange.kinds.kinds import Jenis, Kolom, Tipe
from skp_tui.exchange.reading.table_model import Mentah
from skp_tui.exchange.values import SEL_TERPANJANG, Sel, read_cell

JENIS_POLOS = frozenset(
    {"kegiatan", "tambahan", "perilaku", "hasil_kerja", "indikator", "ekspektasi", "lampiran"}
)
"""The kinds with many rows whose cells need nothing but themselves to be read."""

_DIINGAT: Final = 16_384
"""Texts of a column that are kept in mind: more people than most offices have."""
# begins with a letter: no number, no protected text, no sign to clear, no error but Err:502
_BIASA = re.compile(
    rf"(?!err:)[a-z](?:[ -~]{{0,{SEL_TERPANJANG - 2}}}[!-~])?", re.IGNORECASE | re.ASCII
)


_SEL: Final = attrgetter("sel")
_CACAT: Final = attrgetter("cacat")


class _Odd(Exception):  # noqa: N818 - no mistake of anybody
    """A cell is to be cleared, is refused or earns a remark."""


class _Column(dict[str, str | None]):
    """The canonical text of each raw one that a column has had: columns repeat a few texts."""

    def __init__(self, kolom: Kolom, desimal: DecimalSign, kosong: str | None) -> None:
        super().__init__()
        self._kolom, self._kosong = kolom, kosong
        self._desimal: DecimalSign = desimal

    def __missing__(self, asli: str) -> str | None:
        sel = read_cell(asli, self._kolom, self._desimal)
        if sel.hapus or sel.salah is not None or sel.catatan is not None:
            raise _Odd
        nilai = self._kosong if sel.nilai is None else sel.nilai
        if nilai == asli:
            nilai = asli  # held by its row anyway
        if len(self) < _DIINGAT:
            self[asli] = nilai
        return nilai

    def all_of(self, cells: Sequence[str]) -> Sequence[str | None]:
        """Read a column from top to bottom."""
        return list(map(self.__getitem__, cells))


class _Teks(_Column):
    """A column of free texts: nearly all mean just what they say, and hardly a long one repeats."""

    def __missing__(self, asli: str) -> str | None:
        if len(asli) > PENDEK and _BIASA.fullmatch(asli):
            return asli
        return super().__missing__(asli)

    def all_of(self, cells: Sequence[str]) -> Sequence[str | None]:
        """Read a column from top to bottom, at once where all of it are usual texts."""
        return cells if _all_usual(cells) else super().all_of(cells)


def _all_usual(cells: Sequence[str]) -> bool:
    """Say whether each text of a column is long and what ``_BIASA`` takes."""
    if not PENDEK < min(map(len, cells)) <= max(map(len, cells)) <= SEL_TERPANJANG:
        return False
    whole = "".join(cells)
    return (
        whole.isascii()
        and whole.isprintable()
        and "".join([text[0] for text in cells]).isalpha()
        and " " not in {text[-1] for text in cells}
        and "err:" not in whole.lower()
    )


class _Absent(dict[str, str | None]):
    """The same text for every row, where the file has no such column."""

    def __init__(self, nilai: str | None) -> None:
        super().__init__()
        self._nilai = nilai

    def all_of(self, cells: Sequence[str]) -> Sequence[str | None]:
        """Return the text as often as there are rows."""
        return [self._nilai] * len(cells)

    def __missing__(self, asli: str) -> str | None:
        return self._nilai


class PlainReader:
    """Reads the rows of one table; ``tetap`` stands in for columns that the file lacks."""

    def __init__(self, terbaca: Terbaca, jenis: Jenis, tetap: Mapping[str, Sel]) -> None:
        letak = terbaca.judul.letak
        self._width = len(terbaca.judul.mentah.sel)
        # elsewhere than in the key an empty cell leaves what is stored; who merges knows that
        empty = {kolom.nama: kolom.bawaan for kolom in jenis.kolom_kunci}
        self._columns = [
            (_Teks if kolom.tipe is Tipe.TEKS else _Column)(
                kolom, terbaca.desimal, empty.get(kolom.nama)
            )
            if kolom.nama in letak
            else _Absent(tetap[kolom.nama].nilai if kolom.nama in tetap else empty.get(kolom.nama))
            for kolom in jenis.kolom
        ]
        self._places = [letak.get(kolom.nama, 0) for kolom in jenis.kolom]
        self._cells = itemgetter(*self._places)

    def read(self, mentah: Mentah) -> Texts | None:
        """Return the canonical texts in the order of the columns; None where a cell is odd."""
        sel = mentah.sel
        if len(sel) != self._width or mentah.cacat:
            return None
        try:
            texts = tuple(map(getitem, self._columns, self._cells(sel)))
        except _Odd:
            return None
        # a file as this program writes it says everything in canonical form: kept once, not twice
        return sel if texts == sel else texts

    def read_all(self, rows: Sequence[Mentah]) -> list[Sequence[str | None]] | None:
        """Return the canonical texts of rows, column by column; None where a cell is odd."""
        cells = list(map(_SEL, rows))
        if set(map(len, cells)) != {self._width} or any(map(_CACAT, rows)):
            return None
        columns = list(zip(*cells, strict=True))
        try:
            return [
                column.all_of(columns[place])
                for column, place in zip(self._columns, self._places, strict=True)
            ]
        except _Odd:
            return None


class LarikMentah(Deret):
    """A record that reads its texts from the cells of its row each time it is asked for them.

    The cells are held anyway, until it is sure that the row is not refused.
    """

    __slots__ = ("_mentah", "_reader")

    def __init__(self, letak: Mapping[str, int], mentah: Mentah, reader: PlainReader) -> None:
        self.letak = letak
        self._mentah = mentah
        self._reader = reader

    @property
    def isi(self) -> Texts:
        """Return the texts in the order of the columns."""
        texts = self._reader.read(self._mentah)
        if texts is None:
            raise ValueError(self._mentah)
        return texts
