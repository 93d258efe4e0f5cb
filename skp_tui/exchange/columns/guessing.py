"""Which kind of file a table is, judged by its headers; the name of a file only breaks a tie."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from functools import cache
from itertools import chain, islice
from typing import Final

from skp_tui.exchange.bkn.layout import is_bkn
from skp_tui.exchange.columns.headers import Teratas, best_header
from skp_tui.exchange.columns.matching import Judul, names_of, normal
from skp_tui.exchange.kinds.kinds import JENIS, SKP, Jenis, Kolom, Tipe
from skp_tui.exchange.reading.table_model import Mentah, Tabel, is_legend
from skp_tui.exchange.reading.tables import QuoteError, records
from skp_tui.exchange.values import read_cell
from skp_tui.record import record
from skp_tui.rules.regulation import peraturan_of

TETAP: Final = ("tahun", "unit")
"""The columns that may be given from outside, once for a whole file."""

SEARCHED: Final = 60
"""Records from the top in which a header is looked for; titles and letterheads are shorter."""

_YEAR: Final = re.compile(r"20(1[4-9]|[2-9]\d)", re.ASCII)
"""Years in which there is an SKP."""

_OF_ROWS: Final = ("target", "realisasi")
"""How headings begin that speak of what somebody does, not of who he is."""

_PLACES: Final = frozenset({"unit", "bagian"})
"""Kinds whose names are places too: a list of the people of a unit is often called by it."""

_RESULTS: Final = frozenset({"nilaiskp", "nilaiprestasikerja"})
"""Headers that only a file of results has: what was sent to BKD, profile excel, or SIASN."""


@record
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


@record
class _Calon:
    """How a table reads as one of a kind."""

    jenis: Jenis
    judul: Judul | None

    @property
    def kolom(self) -> AbstractSet[str]:
        return self.judul.letak.keys() if self.judul else frozenset()

    @property
    def telling(self) -> tuple[Kolom, ...]:
        """Return the columns of the table whose contents tell kinds apart that look alike."""
        return tuple(
            kolom
            for kolom in self.jenis.kolom
            if kolom.nama in self.kolom and kolom.tipe in {Tipe.TAHUN, Tipe.PILIHAN}
        )

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
        return Dugaan(None, hasil=any(_holds_results(_top_of(tabel)) for tabel in tables))
    first = max(found, key=lambda calon: calon.rank)
    other = _rather(first, tables, nama)
    if other is not None or not first.dikenali:
        nearest = other or first
        return Dugaan(None, mirip=nearest.jenis.nama, kurang=nearest.kurang)
    lain = {calon.jenis.nama for calon in found if calon.dikenali} - {first.jenis.nama}
    absent = tuple(
        kolom.nama for kolom in first.jenis.kolom
        if kolom.wajib and kolom.nama in TETAP and kolom.nama not in first.kolom
    )  # fmt: skip
    ordered = tuple(satu for satu in JENIS if satu in lain)
    return Dugaan(first.jenis.nama, ordered, dari_luar=absent)


def _rather(first: _Calon, tables: Sequence[Tabel], nama: str) -> _Calon | None:
    """Return what a list of people without units more likely is: nearly every file names people.

    Told by the name of the file, else by headings of targets or outcomes; None where nothing does.
    """
    if first.jenis.nama != "pegawai" or "unit" in first.kolom or first.judul is None:
        return None
    kinds = (jenis for jenis in _kinds() if jenis.nama not in _PLACES)
    told = _named([_Calon(jenis, None) for jenis in kinds], nama)
    if told is None:
        tops = (satu for tabel in tables for some in _top_of(tabel).values() for satu in some)
        names = {name for satu in tops for name in names_of(satu.sel)}
        rows = any(name.startswith(_OF_ROWS) for name in names)
        told = _Calon(JENIS["kegiatan"], None) if rows else None
    if told is None or told.jenis.nama == "pegawai":
        return None
    return _Calon(told.jenis, first.judul)


def _of_table(tabel: Tabel, nama: str) -> _Calon | None:
    """Return the kind that fits a table best, or comes nearest; None for one that fits none."""
    atas = _top_of(tabel)
    if _holds_results(atas):
        return None
    found = [calon for jenis in _kinds() if (calon := _read_as(tabel, jenis, atas)) is not None]
    if not found:
        return None
    best = max(calon.rank for calon in found)
    equal = [calon for calon in found if calon.rank == best]
    if len(equal) > 1:
        # tambahan and lampiran can have the same columns, and so can kegiatan and hasil kerja
        agreeing = [_agreeing(calon, atas) for calon in equal]
        pairs = zip(equal, agreeing, strict=True)
        equal = [calon for calon, count in pairs if count == max(agreeing)]
    return _named(equal, nama) or _named(equal, tabel.lembar or "") or equal[0]


def _named(equal: Sequence[_Calon], nama: str) -> _Calon | None:
    """Return the one that a name speaks of, None where it speaks of none."""
    named = [calon for calon in equal if normal(calon.jenis.nama) in normal(nama)]
    # of two kinds in the same name the longer one is meant: unit is also in "nilai luar unit"
    return max(named, key=lambda calon: len(calon.jenis.nama), default=None)


def _agreeing(calon: _Calon, atas: Teratas) -> int:
    """Count the first records whose year knows the kind and whose choices are among its own."""
    if calon.judul is None:
        return 0
    top, letak = calon.judul.mentah.baris, calon.judul.letak
    rows = (
        mentah
        for some in atas.values()
        for mentah in some
        # under another delimiter than that of the header they have too few cells
        if mentah.baris > top and len(mentah.sel) > max(letak.values())
    )
    return sum(
        all(_agrees(mentah.sel[letak[kolom.nama]], kolom, calon.jenis) for kolom in calon.telling)
        for mentah in rows
    )


def _agrees(sel: str, kolom: Kolom, jenis: Jenis) -> bool:
    sel = sel.strip()
    if kolom.tipe is Tipe.TAHUN:
        return not _YEAR.fullmatch(sel) or jenis.nama in peraturan_of(int(sel)).isian
    return read_cell(sel, kolom, ",").salah is None if sel else not kolom.wajib


def first_records(tabel: Tabel, pemisah: str, most: int) -> list[Mentah]:
    """Return the first records under a delimiter, those before a quote that is never closed."""
    found: list[Mentah] = []
    rows = islice(records(tabel, pemisah), most)
    # which of the delimiters is right is not known yet; reading tells of an open quote
    with suppress(QuoteError):
        for mentah in rows:
            found.append(mentah)  # noqa: PERF402 - those before the fault are kept
    return found


def _top_of(tabel: Tabel) -> Teratas:
    """Read the top of a table once for all kinds."""
    return {pemisah: first_records(tabel, pemisah, SEARCHED) for pemisah in tabel.pemisah}


def _holds_results(atas: Teratas) -> bool:
    rows = chain.from_iterable(atas.values())
    return any(_RESULTS.issubset(names_of(mentah.sel)) for mentah in rows)


def _read_as(tabel: Tabel, jenis: Jenis, atas: Teratas) -> _Calon | None:
    """Read a table as one of a kind; None where a part of the key is all that is known of it."""
    judul = best_header(tabel, jenis, TETAP, atas)
    calon = _Calon(jenis, judul)
    return calon if calon.berisi or calon.kolom >= set(jenis.kunci) else None


@cache
def _kinds() -> tuple[Jenis, ...]:
    """Return the kinds that can be read, people first: they are what lists are mostly about."""
    return tuple(sorted(JENIS.values(), key=lambda jenis: jenis.nama != "pegawai"))
