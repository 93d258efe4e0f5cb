"""The kinds that version 2 of the files adds: what an SKP holds from 2022 on.

Whoever has files of version 1 has nothing to do: these come after them in table order, and no
column of theirs is new. The page for people is ``data/berkas-versi-2.md``.
"""

from skp_tui.domain.appraisal import ASPEK
from skp_tui.domain.kinerja import CapaianOrganisasi, JenisHasil, JenisLampiran, NilaiBerakhlak
from skp_tui.exchange.kinds.model import BAGIAN, NIP, NO, TAHUN, Jenis, Tipe, choice, column

_HASIL_KERJA = Jenis(
    "hasil_kerja",
    (
        TAHUN,
        NIP,
        NO,
        column("uraian", wajib=True, alias=("rencana hasil kerja", "hasil kerja", "rhk")),
        choice("jenis", JenisHasil, bawaan=str(JenisHasil.UTAMA)),
        column(
            "rencana_pimpinan",
            alias=(
                "rencana hasil kerja pimpinan",
                "rencana hasil kerja pimpinan yang diintervensi",
                "rencana hasil kerja atasan",
            ),
        ),
        BAGIAN,
    ),
    ("tahun", "nip", "bagian", "no"),
)
_INDIKATOR = Jenis(
    "indikator",
    (
        TAHUN,
        NIP,
        column("no_hasil", Tipe.NOMOR, wajib=True, alias=("no hasil kerja", "no rhk")),
        NO,
        column("uraian", wajib=True, alias=("indikator", "indikator kinerja individu", "iki")),
        choice("aspek", ASPEK, bawaan=ASPEK[0]),
        column("target", Tipe.UKURAN),
        column("satuan", alias=("satuan target",)),
        column("realisasi", Tipe.UKURAN),
        column("bukti", alias=("bukti dukung", "data dukung")),
        column("umpan_balik", alias=("umpan balik berkelanjutan",)),
        BAGIAN,
    ),
    ("tahun", "nip", "bagian", "no_hasil", "no"),
)
_EKSPEKTASI = Jenis(
    "ekspektasi",
    (
        TAHUN,
        NIP,
        choice("perilaku", NilaiBerakhlak, wajib=True, alias=("nilai berakhlak",)),
        column("ekspektasi", alias=("ekspektasi khusus", "ekspektasi khusus pimpinan")),
        column("umpan_balik", alias=("umpan balik berkelanjutan",)),
    ),
    ("tahun", "nip", "perilaku"),
)
_LAMPIRAN = Jenis(
    "lampiran",
    (
        TAHUN,
        NIP,
        choice("jenis", JenisLampiran, wajib=True),
        NO,
        column("uraian", wajib=True, alias=("uraian lampiran",)),
    ),
    ("tahun", "nip", "jenis", "no"),
)
_CAPAIAN_ORGANISASI = Jenis(
    "capaian_organisasi",
    (
        TAHUN,
        column("unit", Tipe.UNIT, wajib=True),
        choice(
            "capaian", CapaianOrganisasi, wajib=True,
            alias=("capaian organisasi", "capaian kinerja organisasi"),
        ),
    ),
    ("tahun", "unit"),
)  # fmt: skip

JENIS_KINERJA = (_HASIL_KERJA, _INDIKATOR, _EKSPEKTASI, _LAMPIRAN, _CAPAIAN_ORGANISASI)
