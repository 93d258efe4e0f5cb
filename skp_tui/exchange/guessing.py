"""Which kind of file a table is, judged by its headers; the name of a file only breaks a tie."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Final

from skp_tui.exchange.bkn_layout import is_bkn
from skp_tui.exchange.headers import best_header, normal
from skp_tui.exchange.kinds import JENIS, SKP, Jenis
from skp_tui.exchange.tables import Mentah, QuoteError, Tabel, is_legend, records

TETAP: Final = ("tahun", "unit")
"""The columns that may be given from outside, once for a whole file."""

SEARCHED: Final = 60
"""Records from the top in which a header is looked for; titles and letterheads are shorter."""

_RESULTS: Final = frozenset({"nilaiskp", "nilaiprestasikerja"})
"""Headers that only a file of results has: what was sent to BKD, profile excel, or SIASN."""


@dataclass(frozen=True, slots=True)
class Dugaan:
    """What a file seems to be.

    ``jenis`` is a kind, ``skp``, or None; ``lain`` are further kinds on other sheets. Without a
    kind ``mirip`` is the one that comes nearest and ``kurang`` the required headers that it lacks.
    ``dari_luar`` are the required columns that are absent and stand for the whole file.
    ``hasil`` says that it holds results, which are never read back.
    """

    jenis: str | None
    lain: tuple[str, ...] = ()
    mirip: str | None = None
    kurang: tuple[str, ...] = ()
    dari_luar: tuple[str, ...] = ()
    hasil: bool = False

    @property
    def semua(self) -> tuple[str, ...]:
        """Return every kind that the file holds, in table order."""
        found = {self.jenis, *self.lain} - {None}
        return tuple(nama for nama in (*JENIS, SKP) if nama in found)


@dataclass(frozen=True, slots=True)
class _Calon:
    """How a table reads as one of a kind."""

    jenis: Jenis
    kolom: frozenset[str]

    @property
    def kurang(self) -> tuple[str, ...]:
        return tuple(
            kolom.nama
            for kolom in self.jenis.kolom
            if kolom.wajib and kolom.nama not in TETAP and kolom.nama not in self.kolom
        )

    @property
    def berisi(self) -> bool:
        """Say whether more is known than the key: nearly every file has a NIP, many a year."""
        return bool(self.kolom - set(self.jenis.kunci))

    @property
    def dikenali(self) -> bool:
        return self.berisi and not self.kurang

    @property
    def rank(self) -> tuple[bool, int]:
        return self.dikenali, len(self.kolom)


def guess(tables: Sequence[Tabel], nama: str = "") -> Dugaan:
    """Return what a file seems to be, from all its tables; ``nama`` is the name of the file.

    Year and unit may be absent, since they can be given for a whole file. Whether a header counts
    is decided by reading itself (``headers.best_header``), a header in two rows too.
    """
    if is_bkn(tables):
        return Dugaan(SKP)
    tables = [tabel for tabel in tables if not is_legend(tabel)]
    found = [best for tabel in tables if (best := _of_table(tabel, nama)) is not None]
    if not found:
        return Dugaan(None, hasil=any(map(_holds_results, tables)))
    first = max(found, key=lambda calon: calon.rank)
    if not first.dikenali:
        return Dugaan(None, mirip=first.jenis.nama, kurang=first.kurang)
    lain = {calon.jenis.nama for calon in found if calon.dikenali} - {first.jenis.nama}
    absent = tuple(
        kolom.nama for kolom in first.jenis.kolom
        if kolom.wajib and kolom.nama in TETAP and kolom.nama not in first.kolom
    )  # fmt: skip
    ordered = tuple(satu for satu in JENIS if satu in lain)
    return Dugaan(first.jenis.nama, ordered, dari_luar=absent)


def _of_table(tabel: Tabel, nama: str) -> _Calon | None:
    """Return the kind that fits a table best, or comes nearest; None for one that fits none."""
    if _holds_results(tabel):
        return None
    found = [calon for jenis in _kinds() if (calon := _read_as(tabel, jenis)) is not None]
    if not found:
        return None
    best = max(calon.rank for calon in found)
    equal = [calon for calon in found if calon.rank == best]
    named = [calon for calon in equal if normal(calon.jenis.nama) in normal(nama)]
    # of two kinds in the same name the longer one is meant: unit is also in "nilai luar unit"
    return max(named, key=lambda calon: len(calon.jenis.nama)) if named else equal[0]


def first_records(tabel: Tabel, pemisah: str, most: int) -> list[Mentah]:
    """Return the first records under a delimiter, those before a quote that is never closed."""
    found: list[Mentah] = []
    rows = islice(records(tabel, pemisah), most)
    # which of the delimiters is right is not known yet; reading tells of an open quote
    with suppress(QuoteError):
        for mentah in rows:
            found.append(mentah)  # noqa: PERF402 - those before the fault are kept
    return found


def _holds_results(tabel: Tabel) -> bool:
    return any(
        {normal(sel) for sel in mentah.sel} >= _RESULTS
        for pemisah in tabel.pemisah
        for mentah in first_records(tabel, pemisah, SEARCHED)
    )


def _read_as(tabel: Tabel, jenis: Jenis) -> _Calon | None:
    """Read a table as one of a kind; None where a part of the key is all that is known of it."""
    judul = best_header(tabel, jenis, TETAP, SEARCHED)
    calon = _Calon(jenis, frozenset(judul.letak if judul else ()))
    return calon if calon.berisi or calon.kolom >= set(jenis.kunci) else None


@cache
def _kinds() -> tuple[Jenis, ...]:
    """Return the kinds that can be read, people first: they are what lists are mostly about."""
    return tuple(sorted(JENIS.values(), key=lambda jenis: jenis.nama != "pegawai"))
