"""Rows that show how a kind is filled in: an invented office, valid from the first to the last."""

from collections.abc import Mapping

from skp_tui.domain.appraisal import PERILAKU
from skp_tui.exchange.kinds.kinds import Jenis
from skp_tui.exchange.templates.examples_kinerja import CONTOH_KINERJA
from skp_tui.exchange.templates.examples_kinerja import KEPALA as _KEPALA
from skp_tui.exchange.templates.examples_kinerja import STAF as _STAF

Contoh = Mapping[str, str]

_PURNA = "195906121985031042"
_SEKRETARIS = "196802101993031008"

_CONTOH: Mapping[str, tuple[Contoh, ...]] = {
    "unit": (
        {"kode": "1", "nama": "Badan Contoh"},
        {"kode": "1.1", "nama": "Sekretariat", "induk": "1"},
        {"kode": "1.1.2", "nama": "Subbagian Umum", "induk": "1.1"},
    ),
    "pegawai": (
        {
            "nip": _KEPALA,
            "nama": "Rina Contoh, S.Sos.",
            "unit": "1.1.2",
            "golongan": "III/d",
            "tmt_golongan": "01-04-2015",
            "jabatan": "Kepala Subbagian Umum",
            "jenis_jabatan": "struktural",
            "eselon": "IV.a",
            "status": "PNS",
            "penilai_nip": _SEKRETARIS,
            "penilai_nama": "Drs. Hadi Contoh",
            "penilai_golongan": "IV/a",
            "penilai_jabatan": "Sekretaris",
            "penilai_unit": "Sekretariat",
            "atasan_penilai_nama": "Ir. Bayu Contoh, M.M.",
            "atasan_penilai_jabatan": "Kepala Badan",
            "atasan_penilai_unit": "Badan Contoh",
        },
        {
            "nip": _STAF,
            "nama": "Dimas Contoh, A.Md.",
            "unit": "Subbagian Umum",
            "golongan": "II/d",
            "jabatan": "Pengelola Kepegawaian",
            "jenis_jabatan": "fungsional_umum",
            "penilai_nip": _KEPALA,
            "atasan_penilai_nip": _SEKRETARIS,
            "atasan_penilai_nama": "Drs. Hadi Contoh",
            "atasan_penilai_golongan": "IV/a",
            "atasan_penilai_jabatan": "Sekretaris",
            "atasan_penilai_unit": "Sekretariat",
        },
        {
            "nip": _PURNA,
            "nama": "Yusuf Contoh",
            "unit": "1.1.2",
            "golongan": "III/b",
            "jabatan": "Pengadministrasi Umum",
            "jenis_jabatan": "fungsional_umum",
            "penilai_nip": _KEPALA,
            "aktif_sejak": "01-03-1985",
            "aktif_sampai": "30-06-2017",
        },
    ),
    "bagian": (
        {
            "tahun": "2017",
            "nip": _STAF,
            "bagian": "1",
            "mulai": "01-01-2017",
            "selesai": "30-06-2017",
            "unit": "1.1",
            "golongan": "II/c",
            "jabatan": "Pengadministrasi Umum",
            "jenis_jabatan": "fungsional_umum",
            "penilai_nip": _SEKRETARIS,
            "penilai_nama": "Drs. Hadi Contoh",
        },
        {
            "tahun": "2017",
            "nip": _STAF,
            "bagian": "2",
            "mulai": "01-07-2017",
            "selesai": "31-12-2017",
        },
    ),
    "kegiatan": (
        {
            "tahun": "2017",
            "nip": _STAF,
            "no": "1",
            "uraian": "Memproses kenaikan gaji berkala",
            "target_kuantitas": "120",
            "satuan": "berkas",
            "target_kualitas": "100",
            "target_waktu": "6",
            "satuan_waktu": "bulan",
            "realisasi_kuantitas": "118",
            "realisasi_kualitas": "87,5",
            "realisasi_waktu": "6",
        },
        {
            "tahun": "2017",
            "nip": _STAF,
            "no": "1",
            "uraian": "Menyelenggarakan rapat koordinasi kepegawaian",
            "target_kuantitas": "2",
            "satuan": "kegiatan",
            "target_kualitas": "100",
            "target_waktu": "6",
            "satuan_waktu": "bulan",
            "target_biaya": "15000000",
            "realisasi_kuantitas": "2",
            "realisasi_kualitas": "90",
            "realisasi_waktu": "5",
            "realisasi_biaya": "14250000",
            "bagian": "2",
        },
    ),
    "tambahan": (
        {
            "tahun": "2017",
            "nip": _STAF,
            "no": "1",
            "jenis": "tugas_tambahan",
            "uraian": "Menjadi anggota panitia peringatan HUT KORPRI",
        },
        {
            "tahun": "2017",
            "nip": _STAF,
            "no": "1",
            "jenis": "kreativitas",
            "uraian": "Menyusun lembar kendali berkas kepegawaian",
            "tingkat": "unit",
            "bagian": "2",
        },
    ),
    "perilaku": (
        {"tahun": "2017", "nip": _KEPALA, **dict.fromkeys(PERILAKU, "88"), "disiplin": "87,5"},
        {"tahun": "2017", "nip": _STAF, **dict.fromkeys(PERILAKU, "85"), "kepemimpinan": ""},
    ),
    "nilai_luar": (
        {
            "tahun": "2018",
            "nip": _STAF,
            "jenis": "akademik",
            "nilai": "86,25",
            "sumber": "Transkrip tugas belajar, semester 1 dan 2",
        },
        {
            "tahun": "2017",
            "nip": _KEPALA,
            "jenis": "skp",
            "nilai": "88,4",
            "sumber": "Penilaian di unit asal",
            "bagian": "1",
        },
        {
            "tahun": "2021",
            "nip": _STAF,
            "jenis": "akhir",
            "nilai": "112,5",
            "sumber": "e-Kinerja BKN, 31-01-2022",
            "ide_baru": "ya",
        },
    ),
    "pengecualian": (
        {
            "tahun": "2017",
            "nip": _PURNA,
            "alasan": "pensiun",
            "tanggal": "30-06-2017",
            "keterangan": "Batas usia pensiun",
        },
    ),
    "evaluasi": (
        {
            "tahun": "2025",
            "nip": _STAF,
            "periode": "tahunan",
            "hasil_kerja": "sesuai",
            "perilaku_kerja": "di_atas",
        },
        {
            "tahun": "2025",
            "nip": _KEPALA,
            "periode": "triwulan-1",
            "hasil_kerja": "sesuai",
            "perilaku_kerja": "sesuai",
        },
    ),
    **CONTOH_KINERJA,
}


def examples(jenis: Jenis) -> tuple[Contoh, ...]:
    """Return rows that are valid input, as a person writes them: decimal comma, day first.

    Those of all kinds fit together: imported in table order they fill an empty database.
    """
    return _CONTOH.get(jenis.nama, ())
