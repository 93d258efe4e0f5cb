"""Which row of a table is the header, which delimiter it speaks, and which column stands where."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from skp_tui.domain.number import DecimalSign
from skp_tui.domain.text import clean
from skp_tui.errors import InputError
from skp_tui.exchange.kinds import ALASAN_DITOLAK, Jenis
from skp_tui.exchange.tables import BARIS_TERBANYAK, Mentah, QuoteError, Tabel, records

_IGNORED = re.compile(r"[\s_/.]+")


@dataclass(frozen=True, slots=True)
class Judul:
    """How one row reads as a header: columns by name, names met twice, and what is not known."""

    mentah: Mentah
    letak: Mapping[str, int]
    kembar: tuple[str, ...] = ()
    asing: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Terbaca:
    """A table whose header is known: delimiter, place of each column, and the records below it."""

    tabel: Tabel
    pemisah: str
    judul: Judul
    isi: tuple[Mentah, ...]

    @property
    def desimal(self) -> DecimalSign:
        """Return the decimal sign: the dot where the comma separates cells, else the comma."""
        return "." if self.pemisah == "," else ","


def normal(judul: str) -> str:
    """Return a header without what does not count: case, blanks, ``_``, ``/`` and dots."""
    return _IGNORED.sub("", clean(judul).casefold())


def match_header(mentah: Mentah, jenis: Jenis) -> Judul:
    """Find the columns of a kind in a row: exact names first, then the closed list of aliases."""
    exact = {normal(kolom.nama): kolom.nama for kolom in jenis.kolom}
    alias = {normal(nama): kolom.nama for kolom in jenis.kolom for nama in kolom.alias}
    names = [normal(sel) for sel in mentah.sel]
    letak: dict[str, int] = {}
    kembar: list[str] = []
    rest: list[int] = []
    for index, name in enumerate(names):
        kolom = exact.get(name)
        if kolom is None:
            rest.append(index)
        elif letak.setdefault(kolom, index) != index:
            kembar.append(kolom)
    by_name = frozenset(letak)
    asing: list[int] = []
    for index in rest:
        kolom = alias.get(names[index])
        if kolom is None or kolom in by_name:
            asing.append(index)
        elif letak.setdefault(kolom, index) != index:
            kembar.append(kolom)
    skipped = ("", normal(ALASAN_DITOLAK))
    asing = [index for index in asing if names[index] not in skipped]
    return Judul(mentah, letak, tuple(dict.fromkeys(kembar)), tuple(asing))


def headed(tabel: Tabel, jenis: Jenis, tetap: Collection[str] = ()) -> Terbaca:
    """Return the table below its header; ``tetap`` names columns that are given from outside.

    Of the delimiters the one counts whose header comes first, and of those the one that finds more
    columns. Raises InputError for a missing or ambiguous header, an open quote, too many rows.
    """
    wajib = [kolom.nama for kolom in jenis.kolom if kolom.wajib and kolom.nama not in tetap]
    tried: list[_Percobaan] = []
    until: int | None = None
    for pemisah in tabel.pemisah:
        satu = _search(tabel, pemisah, jenis, wajib, until)
        tried.append(satu)
        until = satu.baris if satu.is_header else until
    found = [satu for satu in tried if satu.is_header]
    if not found:
        raise _no_header(tabel, wajib, tried)
    first = min(found, key=_rank)
    return _below(tabel, first)


@dataclass(frozen=True, slots=True)
class _Percobaan:
    """What one delimiter finds: its header, or the row that comes nearest, or an open quote."""

    pemisah: str
    judul: Judul | None = None
    is_header: bool = False
    rusak: QuoteError | None = None

    @property
    def kolom(self) -> tuple[str, ...]:
        return tuple(self.judul.letak) if self.judul else ()

    @property
    def baris(self) -> int:
        return self.judul.mentah.baris if self.judul else 0


def _rank(percobaan: _Percobaan) -> tuple[int, int]:
    return percobaan.baris, -len(percobaan.kolom)


def _search(
    tabel: Tabel, pemisah: str, jenis: Jenis, wajib: Collection[str], until: int | None
) -> _Percobaan:
    """Look for the header down to the line where another delimiter has found one."""
    best: Judul | None = None
    try:
        for mentah in records(tabel, pemisah):
            if until is not None and mentah.baris > until:
                break
            judul = match_header(mentah, jenis)
            if all(nama in judul.letak for nama in wajib):
                return _Percobaan(pemisah, judul, is_header=True)
            if best is None or len(judul.letak) > len(best.letak):
                best = judul
    except QuoteError as error:
        return _Percobaan(pemisah, best, rusak=error)
    return _Percobaan(pemisah, best)


def _below(tabel: Tabel, found: _Percobaan) -> Terbaca:
    judul = found.judul
    if judul is None:
        raise _no_header(tabel, (), (found,))
    if judul.kembar:
        raise InputError(
            f"{tabel.berkas}, baris {judul.mentah.baris}: ada dua kolom yang sama artinya: "
            f"{', '.join(judul.kembar)}.",
            "Hapus salah satu, atau ganti judulnya.",
        )
    isi: list[Mentah] = []
    for mentah in records(tabel, found.pemisah):
        if mentah.baris > judul.mentah.baris:
            isi.append(mentah)
        if len(isi) > BARIS_TERBANYAK:
            raise InputError(
                f"{tabel.berkas} berisi lebih dari 200.000 baris.", "Bagi menjadi beberapa berkas."
            )
    return Terbaca(tabel, found.pemisah, judul, tuple(isi))


def _no_header(tabel: Tabel, wajib: Collection[str], tried: Sequence[_Percobaan]) -> InputError:
    found = max((satu.kolom for satu in tried), key=len, default=())
    broken = next(
        (satu.rusak for satu in tried if satu.rusak and len(satu.kolom) == len(found)), None
    )
    if broken is not None:
        return broken
    missing = ", ".join(nama for nama in wajib if nama not in found)
    return InputError(
        f"{tabel.berkas}: baris judul tidak ditemukan; kolom wajib yang tidak ada: {missing}; "
        f"kolom yang ditemukan: {', '.join(found) or 'tidak satu pun'}.",
        "Lengkapi judul kolomnya; contoh kosong dibuat dengan skp-tui templat.",
    )
