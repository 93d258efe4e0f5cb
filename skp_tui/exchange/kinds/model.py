"""What a kind of file is made of: its columns, their types, and what identifies a record.

A record of a kind is a ``Rekaman``: for each column its canonical text, or None for "empty". In a
column that follows something else unless it is given (``warisan``), ``""`` means "given as empty".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cached_property

from skp_tui.domain.records import Rekaman
from skp_tui.exchange.kinds.aliases import ALIAS
from skp_tui.record import record

Kunci = tuple[str, ...]

HAPUS = "-"
ALASAN_DITOLAK = "alasan_ditolak"


class Tipe(StrEnum):
    """What the text of a column stands for, and so how it is read and written."""

    TEKS = auto()
    KODE = auto()
    UNIT = auto()
    NIP = auto()
    GOLONGAN = auto()
    ESELON = auto()
    PILIHAN = auto()
    TAHUN = auto()
    NOMOR = auto()
    ANGKA = auto()
    BIAYA = auto()
    UKURAN = auto()
    TANGGAL = auto()


TIPE_TEKS = frozenset({Tipe.TEKS, Tipe.KODE, Tipe.UNIT})


@record
class Kolom:
    """One column: name, type, whether a new row needs it, its choices, aliases and default.

    ``warisan`` marks a value that is taken from elsewhere (pegawai, the appraiser) unless given.
    ``setara`` are other words for its choices, each with the choices that it may mean: one of which
    there are several is refused, naming them.
    """

    nama: str
    tipe: Tipe = Tipe.TEKS
    wajib: bool = False
    pilihan: tuple[str, ...] = ()
    alias: tuple[str, ...] = ()
    bawaan: str | None = None
    warisan: bool = False
    setara: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Jenis:
    """One kind of file: its columns in table order and the columns that identify a record."""

    nama: str
    kolom: tuple[Kolom, ...]
    kunci: tuple[str, ...]

    @cached_property
    def nama_kolom(self) -> tuple[str, ...]:
        """Return the names of the columns in table order."""
        return tuple(kolom.nama for kolom in self.kolom)

    @cached_property
    def kolom_bernama(self) -> Mapping[str, Kolom]:
        """Return the columns by name."""
        return {kolom.nama: kolom for kolom in self.kolom}

    @cached_property
    def kolom_kunci(self) -> tuple[Kolom, ...]:
        """Return the columns of the key, in table order."""
        return tuple(kolom for kolom in self.kolom if kolom.nama in self.kunci)

    @cached_property
    def wajib_isi(self) -> tuple[str, ...]:
        """Return the columns that a new row must fill beside its key."""
        return tuple(
            kolom.nama for kolom in self.kolom if kolom.wajib and kolom.nama not in self.kunci
        )

    @property
    def tahunan(self) -> bool:
        """Say whether each record belongs to one year."""
        return "tahun" in self.kunci

    def kunci_of(self, rekaman: Mapping[str, str | None]) -> Kunci:
        """Return the key texts of a record; a key column that does not apply is an empty text."""
        return tuple(rekaman.get(nama) or "" for nama in self.kunci)

    def kosong(self) -> Rekaman:
        """Return a record with nothing but the defaults, as a new row starts."""
        return {kolom.nama: kolom.bawaan for kolom in self.kolom}


def column(
    nama: str,
    tipe: Tipe = Tipe.TEKS,
    *,
    wajib: bool = False,
    pilihan: tuple[str, ...] = (),
    alias: tuple[str, ...] | None = None,
    bawaan: str | None = None,
    warisan: bool = False,
) -> Kolom:
    """Return a column with the aliases of its name, unless the kind has its own."""
    known = ALIAS.get(nama, ()) if alias is None else alias
    return Kolom(nama, tipe, wajib, pilihan, known, bawaan, warisan)


def choice(
    nama: str,
    values: Iterable[str],
    *,
    wajib: bool = False,
    alias: tuple[str, ...] | None = None,
    bawaan: str | None = None,
    warisan: bool = False,
    setara: tuple[tuple[str, tuple[str, ...]], ...] = (),
) -> Kolom:
    """Return a column that takes one of some values."""
    known = ALIAS.get(nama, ()) if alias is None else alias
    pilihan = tuple(map(str, values))
    return Kolom(nama, Tipe.PILIHAN, wajib, pilihan, known, bawaan, warisan, setara)


TAHUN = column("tahun", Tipe.TAHUN, wajib=True)
NIP = column("nip", Tipe.NIP, wajib=True)
NO = column("no", Tipe.NOMOR, wajib=True)
BAGIAN = column("bagian", Tipe.NOMOR, bawaan="1")
