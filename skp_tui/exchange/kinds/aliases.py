"""Other names: the closed list of those of columns (exchange 3), and those of kinds of post."""

from collections.abc import Mapping

from skp_tui.domain.office import ESELON, JenisJabatan

# The closed list of exchange 3; a kind takes of it what its columns are called.
ALIAS: Mapping[str, tuple[str, ...]] = {
    "nip": ("nip baru", "nip/nrp"),
    "nama": ("nama pegawai", "nama lengkap"),
    "golongan": (
        "gol",
        "gol/ruang",
        "gol. ruang",
        "pangkat/gol",
        "pangkat/golongan",
        "pangkat/gol. ruang",
    ),
    "unit": ("unit kerja", "kode unit", "opd", "skpd"),
    "jabatan": ("nama jabatan",),
    "status": ("status pegawai",),
    "orientasi_pelayanan": ("opl", "pelayanan", "orientasi"),
    "integritas": ("int",),
    "komitmen": ("kom",),
    "disiplin": ("dis",),
    "kerja_sama": ("kerjasama", "ksm"),
    "kepemimpinan": ("kpm",),
    "uraian": ("kegiatan", "kegiatan tugas jabatan", "uraian kegiatan"),
    "satuan": ("output", "satuan output"),
    "ak": ("angka kredit",),
}

_STRUKTURAL = (
    "jabatan struktural", "jpt", "jpt utama", "jpt madya", "jpt pratama", "jabatan pimpinan tinggi",
    "administrator", "jabatan administrator", "pengawas", "jabatan pengawas",
    *(f"eselon {tingkat}".strip() for tingkat in ("", "I", "II", "III", "IV", "V", *ESELON)),
)  # fmt: skip
_TERTENTU = ("jft", "jabatan fungsional tertentu")
_UMUM = (
    "jfu", "jabatan fungsional umum", "pelaksana", "jabatan pelaksana", "fungsional umum/pelaksana",
)  # fmt: skip
_FUNGSIONAL = ("fungsional", "jabatan fungsional", "jf")
# today's law means the one with credits by it, older lists any that is not structural

# What lists call the kinds of post, by regulations E, with the kinds that may be meant.
JENIS_JABATAN: tuple[tuple[str, tuple[str, ...]], ...] = (
    *((nama, (JenisJabatan.STRUKTURAL,)) for nama in _STRUKTURAL),
    *((nama, (JenisJabatan.FUNGSIONAL_TERTENTU,)) for nama in _TERTENTU),
    *((nama, (JenisJabatan.FUNGSIONAL_UMUM,)) for nama in _UMUM),
    *(
        (nama, (JenisJabatan.FUNGSIONAL_TERTENTU, JenisJabatan.FUNGSIONAL_UMUM))
        for nama in _FUNGSIONAL
    ),
)
