"""What each column of a kind means and takes, in words: for templates and for help."""

from collections.abc import Mapping

from skp_tui.domain.appraisal import PERILAKU
from skp_tui.domain.period import TAHUN_PERTAMA
from skp_tui.exchange.kinds.kinds import Jenis, Kolom, Tipe
from skp_tui.rules.regulation import MASA


def _arti_pejabat(awalan: str, siapa: str) -> dict[str, str]:
    ikut = "; bila kosong, diambil dari data pegawai dengan NIP itu"
    return {
        f"{awalan}_nip": f"NIP {siapa}. Boleh belum terdaftar, asal namanya diisi.",
        f"{awalan}_nama": f"Nama {siapa}, dengan gelar{ikut}.",
        f"{awalan}_golongan": f"Golongan/ruang {siapa}{ikut}.",
        f"{awalan}_jabatan": f"Jabatan {siapa}{ikut}.",
        f"{awalan}_unit": f"Nama unit kerja {siapa}{ikut}.",
    }


_ARTI: Mapping[str, str] = {
    "tahun": "Tahun penilaian.",
    "nip": "NIP pegawai. Kolom ini berformat Teks, sebab Excel merusak NIP yang disimpan sebagai "
    "angka.",
    "nama": "Nama lengkap, dengan gelar.",
    "kode": "Kode unit, unik, bebas bentuknya; yang di bawahnya biasanya memakai kode induk.",
    "induk": "Kode unit yang langsung membawahi; kosong untuk unit teratas.",
    "unit": "Unit kerja pegawai.",
    "golongan": "Golongan/ruang terakhir.",
    "tmt_golongan": "Tanggal mulai berlakunya golongan itu.",
    "jabatan": "Nama jabatan, selengkapnya.",
    "jenis_jabatan": "Jenis jabatan; kepemimpinan hanya dinilai pada jabatan struktural.",
    "eselon": "Eselon jabatan struktural; non bila tidak bereselon.",
    "status": "Status kepegawaian; PPPK baru dinilai mulai tahun 2022.",
    **_arti_pejabat("penilai", "pejabat penilai"),
    **_arti_pejabat("atasan_penilai", "atasan pejabat penilai"),
    "aktif_sejak": "Hari pertama bekerja di sini; kosong bila sejak dahulu.",
    "aktif_sampai": "Hari terakhir bekerja di sini; kosong bila masih bekerja.",
    "bagian": "Nomor bagian tahun itu; lebih dari satu bila pegawai pindah di tengah tahun.",
    "mulai": "Hari pertama bagian itu.",
    "selesai": "Hari terakhir bagian itu.",
    "no": "Nomor urut, tetap: baris dengan nomor yang sama mengganti isinya.",
    "uraian": "Uraian kegiatan tugas jabatan.",
    "ak": "Angka kredit, untuk jabatan fungsional tertentu.",
    "target_kuantitas": "Target kuantitas atau output.",
    "satuan": "Satuan output, misalnya dokumen.",
    "target_kualitas": "Target mutu.",
    "target_waktu": "Target waktu.",
    "satuan_waktu": "Satuan waktu, misalnya bulan.",
    "target_biaya": "Target biaya dalam rupiah; kosong bila kegiatan tanpa biaya.",
    "realisasi_kuantitas": "Realisasi kuantitas; 0 bila tidak dikerjakan.",
    "realisasi_kualitas": "Realisasi mutu.",
    "realisasi_waktu": "Realisasi waktu.",
    "realisasi_biaya": "Realisasi biaya dalam rupiah.",
    "tingkat": "Tingkat manfaat kreativitas; wajib untuk kreativitas, kosong untuk tugas tambahan.",
    **{nama: f"Nilai perilaku {nama.replace('_', ' ')}." for nama in PERILAKU},
    "kepemimpinan": "Nilai perilaku kepemimpinan; hanya untuk jabatan struktural.",
    "nilai": "Nilai yang sudah jadi.",
    "sumber": "Dari mana nilai itu: surat, transkrip, unit asal.",
    "ide_baru": "Hanya untuk nilai akhir tahun 2021.",
    "periode": "Masa yang dievaluasi; yang tahunan menentukan predikat.",
    "hasil_kerja": "Peringkat hasil kerja terhadap ekspektasi.",
    "perilaku_kerja": "Peringkat perilaku kerja terhadap ekspektasi pimpinan.",
    "alasan": "Mengapa pegawai tidak wajib dinilai tahun itu.",
    "tanggal": "Mulai kapan, atau tanggal suratnya.",
    "keterangan": "Penjelasan, misalnya nomor surat.",
    "rencana_pimpinan": "Rencana hasil kerja pimpinan yang didukung hasil kerja ini.",
    "no_hasil": "Nomor hasil kerja yang memiliki indikator ini; hasil kerjanya diimpor dahulu.",
    "aspek": "Aspek yang diukur indikator.",
    "target": "Target indikator: angka, atau teks bila tidak berupa angka.",
    "realisasi": "Realisasi indikator; baru dapat diisi bila targetnya ada.",
    "bukti": "Bukti realisasi, misalnya nama dokumen atau alamatnya.",
    "umpan_balik": "Umpan balik pimpinan.",
    "perilaku": "Nilai BerAKHLAK yang diberi ekspektasi khusus.",
    "ekspektasi": "Ekspektasi khusus pimpinan atas nilai itu.",
    "capaian": "Capaian kinerja organisasi, yang menentukan pola sebaran predikat.",
}
_ARTI_JENIS: Mapping[tuple[str, str], str] = {
    ("unit", "nama"): "Nama unit kerja.",
    ("bagian", "unit"): "Unit kerja pada bagian itu; bila kosong, mengikuti data pegawai.",
    ("bagian", "golongan"): "Golongan pada bagian itu; bila kosong, mengikuti data pegawai.",
    ("bagian", "jabatan"): "Jabatan pada bagian itu; bila kosong, mengikuti data pegawai.",
    ("hasil_kerja", "jenis"): "Hasil kerja utama, atau tambahan.",
    ("hasil_kerja", "uraian"): "Rencana hasil kerja pegawai.",
    ("indikator", "no"): "Nomor urut indikator dalam hasil kerja itu, tetap.",
    ("indikator", "uraian"): "Indikator kinerja individu.",
    ("indikator", "satuan"): "Satuan target dan realisasi berupa angka, misalnya dokumen; kosong "
    "untuk target berupa teks.",
    ("lampiran", "jenis"): "Daftar dalam lampiran SKP.",
    ("lampiran", "uraian"): "Isi lampiran.",
    ("capaian_organisasi", "unit"): "Unit kerja yang dinilai capaiannya.",
    ("tambahan", "jenis"): "Tugas tambahan, atau kreativitas.",
    ("tambahan", "uraian"): "Uraian tugas tambahan atau kreativitas.",
    ("nilai_luar", "jenis"): "akademik: nilai tugas belajar, menjadi nilai SKP setahun; skp: nilai "
    "SKP satu bagian dari tempat lain; akhir: nilai akhir tahun 2021.",
    ("nilai_luar", "bagian"): "Bagian yang dinilai di tempat lain; hanya untuk jenis skp, "
    "dianggap 1 bila kosong.",
}
_BOLEH: Mapping[Tipe, str] = {
    Tipe.TEKS: "teks",
    Tipe.KODE: "teks",
    Tipe.UNIT: "kode unit, atau namanya bila hanya satu unit bernama itu",
    Tipe.NIP: "18 angka",
    Tipe.GOLONGAN: "I/a sampai IV/e; PPPK: I sampai XVII",
    Tipe.NOMOR: "bilangan bulat mulai 1",
    Tipe.ANGKA: "angka 0 atau lebih",
    Tipe.BIAYA: "angka 0 atau lebih, tanpa Rp",
    Tipe.UKURAN: "angka 0 atau lebih tanpa satuannya, atau teks",
    Tipe.TANGGAL: "tanggal, misalnya 31-12-2017",
}
SAMPAI_SERATUS = frozenset({*PERILAKU, "target_kualitas", "realisasi_kualitas"})
"""Columns whose numbers end at 100."""


def meaning(jenis: Jenis, kolom: Kolom) -> str:
    """Return in a sentence what a column means in a kind."""
    own = _ARTI_JENIS.get((jenis.nama, kolom.nama))
    return own if own is not None else _ARTI.get(kolom.nama, "")


def need(kolom: Kolom) -> str:
    """Say whether a new row must fill the column, and what an empty cell stands for."""
    if kolom.wajib:
        return "wajib"
    return f"boleh kosong (dianggap {kolom.bawaan})" if kolom.bawaan else "boleh kosong"


def allowed(jenis: Jenis, kolom: Kolom) -> str:
    """Return in words what a column of a kind takes."""
    if kolom.pilihan:
        return ", ".join(kolom.pilihan)
    if kolom.tipe is Tipe.TAHUN:
        return f"tahun, empat angka, mulai {_first_year(jenis)}"
    return "angka 0 sampai 100" if kolom.nama in SAMPAI_SERATUS else _BOLEH.get(kolom.tipe, "")


def _first_year(jenis: Jenis) -> int:
    """Return the first year whose regulation asks for rows of a kind."""
    return next((masa.dari for masa in MASA if jenis.nama in masa.peraturan.isian), TAHUN_PERTAMA)
