"""Which kind of file a table is, judged by its headers; the name of a file only breaks a tie."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain
from typing import Final

from skp_tui.exchange.bkn.layout import is_bkn
from skp_tui.exchange.columns.fitting import TETAP, other_kind, top_records
from skp_tui.exchange.columns.headers import Teratas, best_header
from skp_tui.exchange.columns.matching import Judul, names_of, normal
from skp_tui.exchange.kinds.kinds import JENIS, SKP, Jenis, Kolom, Tipe
from skp_tui.exchange.reading.table_model import Tabel, is_legend
from skp_tui.exchange.values import read_cell
from skp_tui.record import record
from skp_tui.rules.regulation import peraturan_of

_YEAR: Final = re.compile(r"20(1[4-9]|[2-9]\d)", re.ASCII)
"""Years in which there is an SKP."""

_OF_ROWS: Final = ("target", "realisasi")
"""How headings begin that speak of what somebody does, not of who he is."""

_PLACES: Final = frozenset({"unit", "bagian"})
"""Kinds whose names are places too: a list of the people of a unit is often called by it."""

_RESULTS: Final = frozenset({"nilaiskp", "nilaiprestasikerja"})
"""Headers that only a file of results has: what was sent to BKD, profile excel, or SIASN."""

_RECAPPED: Final = "capaian_organisasi"


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
    """How a table reads as one of a kind; ``ragu`` says that it does not, but is of that kind."""

    jenis: Jenis
    judul: Judul | None
    ragu: bool = False

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
        return self.berisi and not self.kurang and not self.ragu

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
    hasil = _has_results(tables)
    if hasil:
        # beside its results a report has the recap of the units, with the capaian of each
        found = [calon for calon in found if calon.jenis.nama != _RECAPPED]
    if not found:
        return Dugaan(None, hasil=hasil)
    first = max(found, key=lambda calon: calon.rank)
    if not first.dikenali:
        return Dugaan(None, mirip=first.jenis.nama, kurang=first.kurang, hasil=hasil)
    lain = {calon.jenis.nama for calon in found if calon.dikenali} - {first.jenis.nama}
    absent = tuple(
        kolom.nama for kolom in first.jenis.kolom
        if kolom.wajib and kolom.nama in TETAP and kolom.nama not in first.kolom
    )  # fmt: skip
    ordered = tuple(satu for satu in JENIS if satu in lain)
    return Dugaan(first.jenis.nama, ordered, dari_luar=absent)


def _rather(first: _Calon, tabel: Tabel, atas: Teratas, nama: str) -> _Calon:
    """Return what a list of people without units more likely is: nearly every file names people.

    Told by the name of the file, else by headings of another kind, of targets or of outcomes; where
    nothing does it is a list of people.
    """
    if first.jenis.nama != "pegawai" or "unit" in first.kolom or first.judul is None:
        return first
    kinds = (jenis for jenis in _kinds() if jenis.nama not in _PLACES)
    told = _named([_Calon(jenis, first.judul, ragu=True) for jenis in kinds], nama)
    if told is not None:
        return first if told.jenis.nama == "pegawai" else told
    lain = other_kind(tabel, first.kolom, first.jenis, atas)
    if lain is not None:
        return _Calon(lain, best_header(tabel, lain, TETAP, atas), ragu=True)
    names = {name for some in atas.values() for satu in some for name in names_of(satu.sel)}
    rows = any(name.startswith(_OF_ROWS) for name in names)
    return _Calon(JENIS["kegiatan"], first.judul, ragu=True) if rows else first


def _of_table(tabel: Tabel, nama: str) -> _Calon | None:
    """Return the kind that fits a table best, or comes nearest; None for one that fits none."""
    atas = top_records(tabel)
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
    first = _named(equal, nama) or _named(equal, tabel.lembar or "") or equal[0]
    return _rather(first, tabel, atas, nama)


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


def _has_results(tables: Iterable[Tabel]) -> bool:
    return any(_holds_results(top_records(tabel)) for tabel in tables)


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
