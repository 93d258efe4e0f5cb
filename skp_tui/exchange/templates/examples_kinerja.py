"""Rows that show how an SKP from 2022 on is filled in, of the same invented office."""

from collections.abc import Mapping

KEPALA = "197803122003122014"
STAF = "198507242010011023"

CONTOH_KINERJA: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "hasil_kerja": (
        {
            "tahun": "2025",
            "nip": STAF,
            "no": "1",
            "uraian": "Terselesaikannya kenaikan gaji berkala tepat waktu",
            "jenis": "utama",
            "rencana_pimpinan": "Meningkatnya kualitas layanan kepegawaian",
        },
        {
            "tahun": "2025",
            "nip": STAF,
            "no": "2",
            "uraian": "Terlaksananya tugas panitia peringatan HUT KORPRI",
            "jenis": "tambahan",
            "bagian": "1",
        },
    ),
    "indikator": (
        {
            "tahun": "2025",
            "nip": STAF,
            "no_hasil": "1",
            "no": "1",
            "uraian": "Jumlah kenaikan gaji berkala yang selesai",
            "aspek": "kuantitas",
            "target": "120",
            "satuan": "berkas",
            "realisasi": "118,5",
            "bukti": "Rekap kenaikan gaji berkala 2025",
            "umpan_balik": "Pertahankan; siapkan berkas sebulan sebelumnya",
            "bagian": "1",
        },
        {
            "tahun": "2025",
            "nip": STAF,
            "no_hasil": "1",
            "no": "2",
            "uraian": "Ketepatan waktu penyelesaian",
            "aspek": "waktu",
            "target": "sebelum tanggal terhitung mulai",
            "realisasi": "tepat waktu",
        },
        {
            "tahun": "2025",
            "nip": STAF,
            "no_hasil": "2",
            "no": "1",
            "uraian": "Temuan atas laporan kegiatan",
            "aspek": "kualitas",
            "target": "0",
            "satuan": "temuan",
        },
    ),
    "ekspektasi": (
        {
            "tahun": "2025",
            "nip": STAF,
            "perilaku": "berorientasi_pelayanan",
            "ekspektasi": "Menjawab pertanyaan pegawai pada hari yang sama",
            "umpan_balik": "Sudah konsisten",
        },
        {
            "tahun": "2025",
            "nip": STAF,
            "perilaku": "adaptif",
            "ekspektasi": "Memakai layanan kepegawaian elektronik",
        },
    ),
    "lampiran": (
        {
            "tahun": "2025",
            "nip": STAF,
            "jenis": "dukungan_sumber_daya",
            "no": "1",
            "uraian": "Satu komputer dengan jaringan",
        },
        {
            "tahun": "2025",
            "nip": STAF,
            "jenis": "skema_pertanggungjawaban",
            "no": "1",
            "uraian": "Laporan setiap akhir triwulan kepada Kepala Subbagian Umum",
        },
        {
            "tahun": "2025",
            "nip": STAF,
            "jenis": "konsekuensi",
            "no": "1",
            "uraian": "Menjadi bahan usulan pengembangan kompetensi",
        },
    ),
    "capaian_organisasi": (
        {"tahun": "2025", "unit": "1.1.2", "capaian": "baik"},
        {"tahun": "2025", "unit": "Badan Contoh", "capaian": "istimewa"},
    ),
}
