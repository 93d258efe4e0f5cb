"""A plan of 2025 in the small office: results with indicators, expectations, attachment."""

from skp_tui.domain.appraisal import TAHUNAN, Evaluasi, Peringkat
from skp_tui.domain.kinerja import BarisIndikator, HasilKerja, Indikator
from tests.services.office import BRAM, SARI, Office

TAHUN = 2025
HASIL = (
    "tahun,nip,no,uraian,jenis,rencana_pimpinan\n"
    f"2025,{BRAM},1,Berkas kepegawaian tertata,utama,Layanan kepegawaian membaik\n"
    f"2025,{BRAM},2,Panitia pelantikan terbantu,tambahan,\n"
    f"2025,{SARI},1,Layanan kepegawaian membaik,utama,\n"
)
INDIKATOR = (
    "tahun,nip,no_hasil,no,uraian,aspek,target,satuan,realisasi,bukti,umpan_balik\n"
    f"2025,{BRAM},1,1,Jumlah berkas,kuantitas,120,berkas,118.5,Daftar arsip,Pertahankan\n"
    f"2025,{BRAM},1,2,Selesai tepat waktu,waktu,31 Desember 2025,,20 Desember 2025,,\n"
    f"2025,{BRAM},2,1,Laporan panitia,kuantitas,1,laporan,,,\n"
    f"2025,{SARI},1,1,Indeks kepuasan,kualitas,85,,,,\n"
)
EKSPEKTASI = (
    "tahun,nip,perilaku,ekspektasi,umpan_balik\n"
    f"2025,{BRAM},akuntabel,Catat setiap berkas,Baik\n"
    f"2025,{BRAM},berorientasi_pelayanan,Ramah kepada pegawai,\n"
)
LAMPIRAN = (
    "tahun,nip,jenis,no,uraian\n"
    f"2025,{BRAM},konsekuensi,1,Pembinaan\n"
    f"2025,{BRAM},dukungan_sumber_daya,1,Komputer\n"
    f"2025,{BRAM},dukungan_sumber_daya,2,Rak arsip\n"
)
EVALUASI = (
    "tahun,nip,periode,hasil_kerja,perilaku_kerja\n"
    f"2025,{BRAM},tahunan,sesuai,sesuai\n2025,{BRAM},triwulan-1,di_atas,\n"
)
CAPAIAN = "tahun,unit,capaian\n2025,1.1,baik\n2025,1.2,kurang\n"
BARU = ("hasil_kerja", "indikator", "ekspektasi", "lampiran", "capaian_organisasi")
"""The tables that the SKP from 2022 on has for itself."""
OF_PERSON = BARU[:4]


def plan(office: Office) -> Office:
    """Give the office a year under PermenPANRB 6."""
    for jenis, text in (
        ("hasil_kerja", HASIL),
        ("indikator", INDIKATOR),
        ("ekspektasi", EKSPEKTASI),
        ("lampiran", LAMPIRAN),
        ("evaluasi", EVALUASI),
        ("capaian_organisasi", CAPAIAN),
    ):
        assert office.impor(jenis, text).status == 0, jenis
    return office


def hasil(office: Office, no: int = 1, nip: str = BRAM, bagian: int = 1) -> HasilKerja:
    """Return a stored result."""
    parts = {part.nomor: part for part in office.penilaian(nip, TAHUN).bagian}
    return next(satu for satu in parts[bagian].hasil_kerja if satu.no == no)


def indikator(office: Office, no_hasil: int = 1, no: int = 1) -> BarisIndikator:
    """Return a stored indicator."""
    of_result = hasil(office, no_hasil).indikator
    return BarisIndikator(no_hasil, next(satu for satu in of_result if satu.no == no))


__all__ = [
    "BARU", "OF_PERSON", "TAHUN", "TAHUNAN", "Evaluasi", "Indikator", "Peringkat", "hasil",
    "indikator", "plan",
]  # fmt: skip
