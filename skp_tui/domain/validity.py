"""What a stored value must obey, whoever brings it: a file, a screen or a command (exchange 3).

Each check takes the record as it would stand after merging, by column name, and returns the faults
by column, so that a cell, a row of a file and a form are refused with the same words.
"""

from collections.abc import Mapping
from decimal import Decimal

from skp_tui.domain.appraisal import ASPEK, PERILAKU
from skp_tui.domain.kinerja import Indikator, Ukuran
from skp_tui.domain.number import shown
from skp_tui.domain.office import JenisJabatan
from skp_tui.domain.ukuran import has_lost_figure

SERATUS = Decimal(100)
NILAI_AKHIR_TERTINGGI = Decimal(120)
KEGIATAN_DISARANKAN = 10
IPK_TERTINGGI = 4
TARGET_WRITTEN = "angkanya, lalu satuannya, misalnya 12 laporan"

Angka = Mapping[str, Decimal | None]


def faults_of_kegiatan(angka: Angka) -> dict[str, str]:
    """Return the faults of one activity's numbers, by column (regulations A.1)."""
    faults: dict[str, str] = {}
    for aspek in ASPEK:
        target, realisasi = angka.get(f"target_{aspek}"), angka.get(f"realisasi_{aspek}")
        if fault := _fault_of_target(aspek, target):
            faults[f"target_{aspek}"] = fault
        if fault := _fault_of_realisasi(aspek, target, realisasi):
            faults[f"realisasi_{aspek}"] = fault
    ak = angka.get("ak")
    if ak is not None and ak < 0:
        faults["ak"] = "angka kredit tidak boleh negatif"
    return faults


def _fault_of_target(aspek: str, target: Decimal | None) -> str | None:
    if target is None:
        return None
    if target <= 0:
        remedy = "kosongkan bila tanpa biaya" if aspek == "biaya" else "isi target yang sebenarnya"
        return f"target {aspek} harus lebih dari 0; {remedy}"
    if aspek == "kualitas" and target > SERATUS:
        return f"target kualitas (mutu) paling tinggi 100, bukan {shown(target)}"
    return None


def _fault_of_realisasi(
    aspek: str, target: Decimal | None, realisasi: Decimal | None
) -> str | None:
    if realisasi is None:
        return None
    if realisasi < 0:
        return f"realisasi {aspek} tidak boleh negatif"
    if target is None:
        return f"realisasi {aspek} tanpa target; isi dahulu target {aspek}"
    if aspek == "kualitas" and realisasi > SERATUS:
        return f"realisasi kualitas (mutu) paling tinggi 100, bukan {shown(realisasi)}"
    return None


def faults_of_perilaku(angka: Angka) -> dict[str, str]:
    """Return the faults of the perilaku aspects, each 0-100 (regulations A.3)."""
    return {
        nama: f"nilai perilaku antara 0 dan 100, bukan {shown(value)}"
        for nama in PERILAKU
        if (value := angka.get(nama)) is not None and not 0 <= value <= SERATUS
    }


def faults_of_tambahan(jenis: str | None, tingkat: str | None) -> dict[str, str]:
    """Return the faults of an extra: kreativitas needs its level, tugas tambahan has none."""
    if jenis == "kreativitas" and not tingkat:
        return {"tingkat": "kreativitas perlu tingkat: unit, organisasi atau negara"}
    if jenis == "tugas_tambahan" and tingkat:
        return {"tingkat": "tugas tambahan tidak bertingkat; kosongkan kolom ini"}
    return {}


def faults_of_indikator(
    target: Ukuran | None, satuan: str, realisasi: Ukuran | None
) -> dict[str, str]:
    """Return the faults of one indicator, by column (regulations C).

    A target of 0 is one ("0 temuan"); a unit counts a number, so beside a text it says nothing.
    """
    faults: dict[str, str] = {}
    for nama, ukuran in (("target", target), ("realisasi", realisasi)):
        if isinstance(ukuran, Decimal) and ukuran < 0:
            faults[nama] = f"{nama} tidak boleh negatif"
    if realisasi is not None and target is None:
        remedy = "isi dahulu targetnya, atau kosongkan realisasinya"
        faults["realisasi"] = f"realisasi tanpa target; {remedy}"
    if satuan and isinstance(target, str):
        faults["satuan"] = "satuan hanya di samping target berupa angka; kosongkan satuannya"
    return faults


def odd_measures(indikator: Indikator) -> dict[str, str]:
    """Return what looks like a number that cannot be counted, by column; it is stored as a text."""
    found: dict[str, str] = {}
    if has_lost_figure(indikator.target):
        found["target"] = _as_text("target", indikator.target, TARGET_WRITTEN)
    if isinstance(indikator.target, Decimal) and has_lost_figure(indikator.realisasi):
        # beside a text an outcome is a text too
        found["realisasi"] = _as_text("realisasi", indikator.realisasi, "angkanya saja")
    return found


def _as_text(nama: str, ukuran: Ukuran | None, written: str) -> str:
    return f'{nama} "{ukuran}" disimpan sebagai teks; supaya dapat dihitung tulis {written}'


def fault_of_nilai_luar(jenis: str, nilai: Decimal) -> str | None:
    """Return why a value from elsewhere cannot be, or None.

    Academic values run 0-100, the final value of 2021 0-120 (regulations B).
    """
    if nilai < 0:
        return "nilai tidak boleh negatif"
    if jenis == "akademik" and nilai > SERATUS:
        return f"nilai akademik antara 0 dan 100, bukan {shown(nilai)}"
    if jenis == "akhir" and nilai > NILAI_AKHIR_TERTINGGI:
        return f"nilai akhir tahun 2021 antara 0 dan 120, bukan {shown(nilai)}"
    return None


def many_kegiatan(bagian: int, count: int) -> str | None:
    """Return what is said of a part with more activities than the form's guide suggests."""
    if count <= KEGIATAN_DISARANKAN:
        return None
    return (
        f"bagian {bagian} berisi {count} kegiatan; "
        f"petunjuk pengisian menyarankan paling banyak {KEGIATAN_DISARANKAN}"
    )


def odd_kepemimpinan(jenis: JenisJabatan | None, *, filled: bool) -> str | None:
    """Return what is said of kepemimpinan that does not fit the post, when the post is known."""
    if jenis is JenisJabatan.STRUKTURAL and not filled:
        return "kepemimpinan kosong, padahal jabatannya struktural"
    if jenis is not None and jenis is not JenisJabatan.STRUKTURAL and filled:
        return "kepemimpinan diisi, padahal jabatannya bukan struktural"
    return None


def odd_akademik(nilai: Decimal) -> str | None:
    """Return what is said of an academic value that looks like a grade point average (0-4)."""
    if nilai <= IPK_TERTINGGI:
        return f"{shown(nilai)} tampak seperti IPK; nilai akademik di sini 0 sampai 100"
    return None
