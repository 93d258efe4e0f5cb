"""The closed list of other names under which files carry a column (exchange 3)."""

from collections.abc import Mapping

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
