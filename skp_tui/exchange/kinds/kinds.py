"""The kinds of file of exchange 3 with their columns: the one table that reading and writing share.

Those of version 1 stand here; what version 2 adds is in ``kinds.kinerja``. None of the first ever
changes: other offices and scripts rely on every column of them.
"""

from collections.abc import Mapping
from typing import Final

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
from skp_tui.errors import InputError
from skp_tui.exchange.kinds.aliases import ALIAS, JENIS_JABATAN
from skp_tui.exchange.kinds.kinerja import JENIS_KINERJA
from skp_tui.exchange.kinds.model import (
    ALASAN_DITOLAK,
    BAGIAN,
    HAPUS,
    NIP,
    NO,
    TAHUN,
    TIPE_TEKS,
    Jenis,
    Kolom,
    Kunci,
    Tipe,
    choice,
    column,
)

__all__ = [
    "ALASAN_DITOLAK", "HAPUS", "JENIS", "JENIS_SKP", "SKP", "TIPE_TEKS", "VERSI_BERKAS", "Jenis",
    "Kolom", "Kunci", "Tipe", "jenis_of",
]  # fmt: skip

VERSI_BERKAS: Final = 2
"""Of the files that come in, and of what profile ``data`` writes."""

SKP = "skp"
"""What the official SKP workbook of one person is called among the kinds."""


def _pejabat(awalan: str, *, warisan: bool) -> tuple[Kolom, ...]:
    return (
        column(f"{awalan}_nip", Tipe.NIP, warisan=warisan),
        column(f"{awalan}_nama", warisan=True),
        column(f"{awalan}_golongan", Tipe.GOLONGAN, warisan=True),
        column(f"{awalan}_jabatan", warisan=True),
        column(f"{awalan}_unit", warisan=True),
    )


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
        column("kode", Tipe.KODE, wajib=True),
        column("nama", wajib=True),
        column("induk", Tipe.KODE),
    ),
    ("kode",),
)
_PEGAWAI = Jenis(
    "pegawai",
    (
        NIP,
        column("nama", wajib=True),
        column("unit", Tipe.UNIT, wajib=True),
        column("golongan", Tipe.GOLONGAN),
        column("tmt_golongan", Tipe.TANGGAL),
        column("jabatan"),
        choice("jenis_jabatan", JenisJabatan, setara=JENIS_JABATAN),
        column("eselon", Tipe.ESELON, pilihan=(*ESELON, "non")),
        _STATUS,
        *_pejabat("penilai", warisan=False),
        *_pejabat("atasan_penilai", warisan=False),
        column("aktif_sejak", Tipe.TANGGAL),
        column("aktif_sampai", Tipe.TANGGAL),
    ),
    ("nip",),
)
_BAGIAN_TAHUN = Jenis(
    "bagian",
    (
        TAHUN,
        NIP,
        column("bagian", Tipe.NOMOR, wajib=True),
        column("mulai", Tipe.TANGGAL),
        column("selesai", Tipe.TANGGAL),
        column("unit", Tipe.UNIT, warisan=True),
        column("golongan", Tipe.GOLONGAN, warisan=True),
        column("jabatan", warisan=True),
        choice("jenis_jabatan", JenisJabatan, warisan=True, setara=JENIS_JABATAN),
        *_pejabat("penilai", warisan=True),
        *_pejabat("atasan_penilai", warisan=True),
    ),
    ("tahun", "nip", "bagian"),
)
_KEGIATAN = Jenis(
    "kegiatan",
    (
        TAHUN,
        NIP,
        NO,
        column("uraian", wajib=True),
        column("ak", Tipe.ANGKA),
        column("target_kuantitas", Tipe.ANGKA),
        column("satuan"),
        column("target_kualitas", Tipe.ANGKA),
        column("target_waktu", Tipe.ANGKA),
        column("satuan_waktu"),
        column("target_biaya", Tipe.BIAYA),
        column("realisasi_kuantitas", Tipe.ANGKA),
        column("realisasi_kualitas", Tipe.ANGKA),
        column("realisasi_waktu", Tipe.ANGKA),
        column("realisasi_biaya", Tipe.BIAYA),
        BAGIAN,
    ),
    ("tahun", "nip", "bagian", "no"),
)
_TAMBAHAN = Jenis(
    "tambahan",
    (
        TAHUN,
        NIP,
        NO,
        choice("jenis", JenisTambahan, wajib=True),
        column("uraian", wajib=True),
        choice("tingkat", Tingkat),
        BAGIAN,
    ),
    ("tahun", "nip", "bagian", "jenis", "no"),
)
_PERILAKU = Jenis(
    "perilaku",
    (TAHUN, NIP, *(column(nama, Tipe.ANGKA) for nama in PERILAKU)),
    ("tahun", "nip"),
)
_NILAI_LUAR = Jenis(
    "nilai_luar",
    (
        TAHUN,
        NIP,
        column("jenis", Tipe.PILIHAN, wajib=True, pilihan=("akademik", "skp", "akhir")),
        column("nilai", Tipe.ANGKA, wajib=True),
        column("sumber", wajib=True),
        column("ide_baru", Tipe.PILIHAN, pilihan=("ya",)),
        column("bagian", Tipe.NOMOR),
    ),
    ("tahun", "nip", "jenis", "bagian"),
)
_PENGECUALIAN = Jenis(
    "pengecualian",
    (
        TAHUN,
        NIP,
        choice("alasan", Alasan, wajib=True),
        column("tanggal", Tipe.TANGGAL, wajib=True),
        column("keterangan"),
    ),
    ("tahun", "nip"),
)
_EVALUASI = Jenis(
    "evaluasi",
    (
        TAHUN,
        NIP,
        column("periode", Tipe.PILIHAN, wajib=True, pilihan=PERIODE_EVALUASI),
        choice("hasil_kerja", Peringkat),
        choice("perilaku_kerja", Peringkat),
    ),
    ("tahun", "nip", "periode"),
)

JENIS: Mapping[str, Jenis] = {
    jenis.nama: jenis
    for jenis in (
        _UNIT, _PEGAWAI, _BAGIAN_TAHUN, _KEGIATAN, _TAMBAHAN, _PERILAKU, _NILAI_LUAR,
        _PENGECUALIAN, _EVALUASI, *JENIS_KINERJA,
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
