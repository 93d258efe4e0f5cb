"""The kinds of file of exchange 3 with their columns: the one table that reading and writing share.

A record of a kind is a ``Rekaman``: for each column its canonical text, or None for "empty". In a
column that follows something else unless it is given (``warisan``), ``""`` means "given as empty".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cached_property

from skp_tui.domain.appraisal import (
    PERILAKU,
    PERIODE_EVALUASI,
    Alasan,
    JenisTambahan,
    Peringkat,
    Tingkat,
)
from skp_tui.domain.nip import StatusPegawai
from skp_tui.domain.office import ESELON, JenisJabatan
from skp_tui.domain.records import Rekaman
from skp_tui.errors import InputError
from skp_tui.exchange.aliases import ALIAS

Kunci = tuple[str, ...]

HAPUS = "-"
ALASAN_DITOLAK = "alasan_ditolak"
SKP = "skp"
"""What the official SKP workbook of one person is called among the kinds."""


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
    TANGGAL = auto()


TIPE_TEKS = frozenset({Tipe.TEKS, Tipe.KODE, Tipe.UNIT})


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: name, type, whether a new row needs it, its choices, aliases and default.

    ``warisan`` marks a value that is taken from elsewhere (pegawai, the appraiser) unless given.
    """

    nama: str
    tipe: Tipe = Tipe.TEKS
    wajib: bool = False
    pilihan: tuple[str, ...] = ()
    alias: tuple[str, ...] = ()
    bawaan: str | None = None
    warisan: bool = False


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
        """Say whether each record belongs to one year of one person."""
        return "tahun" in self.kunci

    def kunci_of(self, rekaman: Mapping[str, str | None]) -> Kunci:
        """Return the key texts of a record; a key column that does not apply is an empty text."""
        return tuple(rekaman.get(nama) or "" for nama in self.kunci)

    def kosong(self) -> Rekaman:
        """Return a record with nothing but the defaults, as a new row starts."""
        return {kolom.nama: kolom.bawaan for kolom in self.kolom}


def _kolom(
    nama: str,
    tipe: Tipe = Tipe.TEKS,
    *,
    wajib: bool = False,
    pilihan: tuple[str, ...] = (),
    bawaan: str | None = None,
    warisan: bool = False,
) -> Kolom:
    return Kolom(nama, tipe, wajib, pilihan, ALIAS.get(nama, ()), bawaan, warisan)


def _pilihan(
    nama: str, values: type[StrEnum], *, wajib: bool = False, warisan: bool = False
) -> Kolom:
    pilihan = tuple(str(value) for value in values)
    return _kolom(nama, Tipe.PILIHAN, wajib=wajib, pilihan=pilihan, warisan=warisan)


def _pejabat(awalan: str, *, warisan: bool) -> tuple[Kolom, ...]:
    return (
        _kolom(f"{awalan}_nip", Tipe.NIP, warisan=warisan),
        _kolom(f"{awalan}_nama", warisan=True),
        _kolom(f"{awalan}_golongan", Tipe.GOLONGAN, warisan=True),
        _kolom(f"{awalan}_jabatan", warisan=True),
        _kolom(f"{awalan}_unit", warisan=True),
    )


_TAHUN = _kolom("tahun", Tipe.TAHUN, wajib=True)
_NIP = _kolom("nip", Tipe.NIP, wajib=True)
_NO = _kolom("no", Tipe.NOMOR, wajib=True)
_BAGIAN = _kolom("bagian", Tipe.NOMOR, bawaan="1")

_STATUS = Kolom(
    "status",
    Tipe.PILIHAN,
    pilihan=tuple(str(status) for status in StatusPegawai),
    alias=ALIAS["status"],
    bawaan=str(StatusPegawai.PNS),
)

_UNIT = Jenis(
    "unit",
    (
        _kolom("kode", Tipe.KODE, wajib=True),
        _kolom("nama", wajib=True),
        _kolom("induk", Tipe.KODE),
    ),
    ("kode",),
)
_PEGAWAI = Jenis(
    "pegawai",
    (
        _NIP,
        _kolom("nama", wajib=True),
        _kolom("unit", Tipe.UNIT, wajib=True),
        _kolom("golongan", Tipe.GOLONGAN),
        _kolom("tmt_golongan", Tipe.TANGGAL),
        _kolom("jabatan"),
        _pilihan("jenis_jabatan", JenisJabatan),
        _kolom("eselon", Tipe.ESELON, pilihan=(*ESELON, "non")),
        _STATUS,
        *_pejabat("penilai", warisan=False),
        *_pejabat("atasan_penilai", warisan=False),
        _kolom("aktif_sejak", Tipe.TANGGAL),
        _kolom("aktif_sampai", Tipe.TANGGAL),
    ),
    ("nip",),
)
_BAGIAN_TAHUN = Jenis(
    "bagian",
    (
        _TAHUN,
        _NIP,
        _kolom("bagian", Tipe.NOMOR, wajib=True),
        _kolom("mulai", Tipe.TANGGAL),
        _kolom("selesai", Tipe.TANGGAL),
        _kolom("unit", Tipe.UNIT, warisan=True),
        _kolom("golongan", Tipe.GOLONGAN, warisan=True),
        _kolom("jabatan", warisan=True),
        _pilihan("jenis_jabatan", JenisJabatan, warisan=True),
        *_pejabat("penilai", warisan=True),
        *_pejabat("atasan_penilai", warisan=True),
    ),
    ("tahun", "nip", "bagian"),
)
_KEGIATAN = Jenis(
    "kegiatan",
    (
        _TAHUN,
        _NIP,
        _NO,
        _kolom("uraian", wajib=True),
        _kolom("ak", Tipe.ANGKA),
        _kolom("target_kuantitas", Tipe.ANGKA),
        _kolom("satuan"),
        _kolom("target_kualitas", Tipe.ANGKA),
        _kolom("target_waktu", Tipe.ANGKA),
        _kolom("satuan_waktu"),
        _kolom("target_biaya", Tipe.BIAYA),
        _kolom("realisasi_kuantitas", Tipe.ANGKA),
        _kolom("realisasi_kualitas", Tipe.ANGKA),
        _kolom("realisasi_waktu", Tipe.ANGKA),
        _kolom("realisasi_biaya", Tipe.BIAYA),
        _BAGIAN,
    ),
    ("tahun", "nip", "bagian", "no"),
)
_TAMBAHAN = Jenis(
    "tambahan",
    (
        _TAHUN,
        _NIP,
        _NO,
        _pilihan("jenis", JenisTambahan, wajib=True),
        _kolom("uraian", wajib=True),
        _pilihan("tingkat", Tingkat),
        _BAGIAN,
    ),
    ("tahun", "nip", "bagian", "jenis", "no"),
)
_PERILAKU = Jenis(
    "perilaku",
    (_TAHUN, _NIP, *(_kolom(nama, Tipe.ANGKA) for nama in PERILAKU)),
    ("tahun", "nip"),
)
_NILAI_LUAR = Jenis(
    "nilai_luar",
    (
        _TAHUN,
        _NIP,
        _kolom("jenis", Tipe.PILIHAN, wajib=True, pilihan=("akademik", "skp", "akhir")),
        _kolom("nilai", Tipe.ANGKA, wajib=True),
        _kolom("sumber", wajib=True),
        _kolom("ide_baru", Tipe.PILIHAN, pilihan=("ya",)),
        _kolom("bagian", Tipe.NOMOR),
    ),
    ("tahun", "nip", "jenis", "bagian"),
)
_PENGECUALIAN = Jenis(
    "pengecualian",
    (
        _TAHUN,
        _NIP,
        _pilihan("alasan", Alasan, wajib=True),
        _kolom("tanggal", Tipe.TANGGAL, wajib=True),
        _kolom("keterangan"),
    ),
    ("tahun", "nip"),
)
_EVALUASI = Jenis(
    "evaluasi",
    (
        _TAHUN,
        _NIP,
        _kolom("periode", Tipe.PILIHAN, wajib=True, pilihan=PERIODE_EVALUASI),
        _pilihan("hasil_kerja", Peringkat),
        _pilihan("perilaku_kerja", Peringkat),
    ),
    ("tahun", "nip", "periode"),
)

JENIS: Mapping[str, Jenis] = {
    jenis.nama: jenis
    for jenis in (
        _UNIT, _PEGAWAI, _BAGIAN_TAHUN, _KEGIATAN, _TAMBAHAN, _PERILAKU, _NILAI_LUAR,
        _PENGECUALIAN, _EVALUASI,
    )
}  # fmt: skip

JENIS_SKP = Jenis(SKP, (), ())
"""Stands in plans for the BKN workbooks, whose rows are of several kinds; none of ``JENIS``."""


def jenis_of(nama: str) -> Jenis:
    """Return the kind of that name; raises InputError with the list of those that can be read."""
    jenis = JENIS.get(nama)
    if jenis is None:
        daftar = ", ".join(JENIS)
        raise InputError(f'Jenis berkas "{nama}" tidak dikenal.', f"Pilih salah satu: {daftar}.")
    return jenis
