"""What is not assessed is never zero: None, a dash, and the place where it must be filled."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from skp_tui.domain.appraisal import (
    Alasan,
    Bagian,
    Kegiatan,
    NilaiLuar,
    Pengecualian,
    Penilaian,
    Perilaku,
    Tambahan,
    Tingkat,
)
from skp_tui.domain.appraisal import JenisTambahan as Jenis
from skp_tui.domain.office import JenisJabatan
from skp_tui.domain.period import KuantitasNol
from skp_tui.rules.pp46 import PP46
from skp_tui.rules.result import Hasil, Kurang, Status
from tests.rules.appraisals import PEGAWAI, kegiatan, penilaian, perilaku, periode, satu_bagian

LENGKAP = kegiatan()
LUAR = NilaiLuar(Decimal("88.5"), "Dinas Contoh")
PENSIUN = Pengecualian(Alasan.PENSIUN, date(2017, 3, 1))


def hasil_of(appraisal: Penilaian, kuantitas_nol: KuantitasNol = KuantitasNol.NOL) -> Hasil:
    return PP46.nilai(appraisal, periode(kuantitas_nol=kuantitas_nol))


def told(kurang: Kurang) -> tuple[str, int | None, int | None, str]:
    """Return the words of what is missing, and its place."""
    return kurang.pesan, kurang.bagian, kurang.kegiatan, kurang.kolom


def assert_not_assessed(hasil: Hasil, *kurang: Kurang) -> None:
    assert [told(satu) for satu in hasil.kurang] == [told(satu) for satu in kurang]
    assert hasil.status is Status.BELUM_DINILAI
    assert hasil.nilai_prestasi_kerja is None
    assert hasil.sebutan is None
    assert hasil.nilai_tampil == "–"
    assert (hasil.batas, hasil.minimal_baik) == (False, False)
    assert [step.hasil for step in hasil.langkah[-2:]] == ["–", "–"]


@pytest.mark.parametrize(
    ("isi", "kurang"),
    [
        (
            kegiatan(3, (None, 100, 12, None)),
            Kurang("target kuantitas (kegiatan 3)", 1, 3, "target_kuantitas"),
        ),
        (
            kegiatan(3, (10, None, 12, None)),
            Kurang("target mutu (kegiatan 3)", 1, 3, "target_kualitas"),
        ),
        (
            kegiatan(3, (10, 100, None, None)),
            Kurang("target waktu (kegiatan 3)", 1, 3, "target_waktu"),
        ),
        (
            kegiatan(3, (10, 100, 12, None), (None, 90, 12, None)),
            Kurang("realisasi kuantitas (kegiatan 3)", 1, 3, "realisasi_kuantitas"),
        ),
        (
            kegiatan(3, (10, 100, 12, None), (10, None, 12, None)),
            Kurang("realisasi mutu (kegiatan 3)", 1, 3, "realisasi_kualitas"),
        ),
        (
            kegiatan(3, (10, 100, 12, None), (10, 90, None, None)),
            Kurang("realisasi waktu (kegiatan 3)", 1, 3, "realisasi_waktu"),
        ),
        (
            kegiatan(3, (10, 100, 12, 5000000), (10, 90, 12, None)),
            Kurang("realisasi biaya (kegiatan 3)", 1, 3, "realisasi_biaya"),
        ),
        (
            kegiatan(3, (0, 100, 12, None)),
            Kurang("target kuantitas (kegiatan 3)", 1, 3, "target_kuantitas"),
        ),
        (
            kegiatan(3, (10, 100, 12, 0), (10, 90, 12, 0)),
            Kurang("target biaya (kegiatan 3)", 1, 3, "target_biaya"),
        ),
    ],
    ids=lambda value: value.pesan if isinstance(value, Kurang) else "",
)
def test_a_hole_in_one_activity_leaves_the_whole_year_unassessed(
    isi: Kegiatan, kurang: Kurang
) -> None:
    hasil = hasil_of(penilaian(satu_bagian(LENGKAP, isi)))
    assert_not_assessed(hasil, kurang)
    assert hasil.nilai_skp is None
    assert hasil.sebutan_skp is None
    assert hasil.nilai_skp_tampil == "–"
    assert hasil.bagian[0].nilai_skp is None
    assert hasil.bagian[0].kegiatan[0].nilai_capaian == Fraction(266, 3)
    assert hasil.bagian[0].kegiatan[1].nilai_capaian is None
    assert hasil.bagian[0].kegiatan[1].penghitungan is None


def test_what_can_be_computed_of_an_incomplete_activity_is_shown_all_the_same() -> None:
    isi = kegiatan(1, (10, 100, 12, None), (10, None, 12, None))
    [satu] = hasil_of(penilaian(satu_bagian(isi))).bagian[0].kegiatan
    assert satu.aspek == {"kuantitas": 100, "waktu": 76}


def test_holes_are_listed_in_the_order_of_the_form() -> None:
    isi = kegiatan(2, (10, None, 12, 500), (None, None, None, None))
    hasil = hasil_of(
        replace(penilaian(satu_bagian(isi)), perilaku=perilaku(80, None, 80, 80, None))
    )
    assert [satu.kolom for satu in hasil.kurang] == [
        "target_kualitas",
        "realisasi_kuantitas",
        "realisasi_kualitas",
        "realisasi_waktu",
        "realisasi_biaya",
        "integritas",
        "kerja_sama",
    ]


@pytest.mark.parametrize("bagian", [(), (satu_bagian(),)], ids=["no part", "part without rows"])
def test_without_any_activity_nobody_is_assessed(bagian: tuple[Bagian, ...]) -> None:
    hasil = hasil_of(penilaian(*bagian))
    assert_not_assessed(hasil, Kurang("belum ada kegiatan", 1))
    assert ("Nilai SKP", "belum ada kegiatan", "–") in [
        (step.uraian, step.rumus, step.hasil) for step in hasil.langkah
    ]


def test_extras_alone_make_no_value() -> None:
    hasil = hasil_of(penilaian(satu_bagian(jumlah=7, tingkat=(Tingkat.NEGARA,))))
    assert_not_assessed(hasil, Kurang("belum ada kegiatan", 1))
    assert hasil.bagian[0].nilai_tugas_tambahan == 3
    assert hasil.bagian[0].nilai_kreativitas == 12


@pytest.mark.parametrize(
    ("nama", "words"),
    [
        ("orientasi_pelayanan", "perilaku orientasi pelayanan"),
        ("integritas", "perilaku integritas"),
        ("komitmen", "perilaku komitmen"),
        ("disiplin", "perilaku disiplin"),
        ("kerja_sama", "perilaku kerja sama"),
    ],
)
def test_a_missing_aspect_of_perilaku_leaves_the_skp_value_but_no_final_value(
    nama: str, words: str
) -> None:
    values = {"orientasi_pelayanan": 80, "integritas": 80, "komitmen": 80, "disiplin": 80}
    filled = {**values, "kerja_sama": 80}
    del filled[nama]
    given = Perilaku(**{key: Decimal(value) for key, value in filled.items()})
    hasil = hasil_of(penilaian(satu_bagian(LENGKAP), nilai_perilaku=given))
    assert_not_assessed(hasil, Kurang(words, kolom=nama))
    assert hasil.nilai_skp == Fraction(266, 3)
    assert (hasil.jumlah_perilaku, hasil.rata_rata_perilaku) == (None, None)


def test_one_unassessed_part_leaves_the_year_unassessed_and_says_which() -> None:
    kedua = Bagian(2, "1.2", kegiatan=(kegiatan(1, realisasi=(10, None, 12, None)),))
    hasil = hasil_of(penilaian(satu_bagian(LENGKAP), kedua))
    assert_not_assessed(
        hasil, Kurang("realisasi mutu (kegiatan 1, bagian 2)", 2, 1, "realisasi_kualitas")
    )
    assert [satu.nilai_skp for satu in hasil.bagian] == [Fraction(266, 3), None]
    assert hasil.nilai_skp is None


def test_an_empty_second_part_is_missing_too() -> None:
    hasil = hasil_of(penilaian(satu_bagian(LENGKAP), Bagian(2, "1.2")))
    assert_not_assessed(hasil, Kurang("belum ada kegiatan, bagian 2", 2))


def test_zero_is_a_value_and_not_a_hole() -> None:
    isi = kegiatan(1, realisasi=(10, 0, 0, None))
    hasil = hasil_of(penilaian(satu_bagian(isi), nilai_perilaku=perilaku(0)))
    assert hasil.status is Status.DINILAI
    assert hasil.rata_rata_perilaku == 0
    assert hasil.nilai_skp == Fraction(100, 3)


# --- not done (setting kuantitas_nol)


def test_an_activity_not_done_needs_no_other_outcome_and_counts_in_the_mean() -> None:
    isi = kegiatan(2, (10, 100, 12, 500), (0, None, None, None))
    hasil = hasil_of(penilaian(satu_bagian(LENGKAP, isi)))
    assert hasil.status is Status.DINILAI
    assert set(hasil.bagian[0].kegiatan[1].aspek.values()) == {Fraction(0)}
    assert len(hasil.bagian[0].kegiatan[1].aspek) == 4
    assert hasil.nilai_skp == Fraction(133, 3)


def test_an_activity_not_done_still_needs_its_targets() -> None:
    isi = kegiatan(1, (10, 100, None, None), (0, None, None, None))
    hasil = hasil_of(penilaian(satu_bagian(isi)))
    assert_not_assessed(hasil, Kurang("target waktu (kegiatan 1)", 1, 1, "target_waktu"))


def test_with_hitung_an_activity_not_done_needs_its_outcomes() -> None:
    isi = kegiatan(1, realisasi=(0, None, 12, None))
    hasil = hasil_of(penilaian(satu_bagian(isi)), KuantitasNol.HITUNG)
    assert_not_assessed(hasil, Kurang("realisasi mutu (kegiatan 1)", 1, 1, "realisasi_kualitas"))


def test_with_hitung_quality_and_time_keep_their_points() -> None:
    isi = kegiatan(1, realisasi=(0, 80, 12, None))
    hasil = hasil_of(penilaian(satu_bagian(isi)), KuantitasNol.HITUNG)
    assert hasil.nilai_skp == 52


# --- values from elsewhere, academic values, exceptions


def test_a_value_from_elsewhere_is_the_whole_skp_of_its_part() -> None:
    holes = kegiatan(1, realisasi=(None, None, None, None))
    bagian = replace(satu_bagian(holes, jumlah=7, tingkat=(Tingkat.UNIT,)), nilai_luar=LUAR)
    hasil = hasil_of(penilaian(bagian))
    assert hasil.kurang == ()
    assert hasil.nilai_skp == Fraction("88.5")


def test_a_value_from_elsewhere_wins_over_complete_activities() -> None:
    bagian = replace(satu_bagian(LENGKAP, jumlah=1), nilai_luar=LUAR)
    assert hasil_of(penilaian(bagian)).nilai_skp == Fraction("88.5")


def test_parts_count_alike_whether_scored_here_or_elsewhere() -> None:
    kedua = Bagian(2, "1.2", nilai_luar=LUAR)
    hasil = hasil_of(penilaian(satu_bagian(LENGKAP, jumlah=1), kedua))
    assert hasil.nilai_skp == (Fraction(266, 3) + 1 + Fraction("88.5")) / 2


@pytest.mark.parametrize(
    "bagian",
    [(), (satu_bagian(),), (satu_bagian(LENGKAP), Bagian(2, "1.2"))],
    ids=["no part", "empty part", "one part unassessed"],
)
def test_an_academic_value_takes_the_place_of_all_parts(bagian: tuple[Bagian, ...]) -> None:
    akademik = NilaiLuar(Decimal("85.5"), "Universitas Contoh")
    hasil = hasil_of(replace(penilaian(*bagian), akademik=akademik))
    assert hasil.status is Status.DINILAI
    assert hasil.kurang == ()
    assert hasil.nilai_skp == Fraction("85.5")
    assert hasil.nilai_prestasi_kerja == Fraction(3, 5) * Fraction("85.5") + 32


def test_beside_an_academic_value_perilaku_is_still_needed() -> None:
    akademik = NilaiLuar(Decimal(85), "Universitas Contoh")
    hasil = hasil_of(replace(penilaian(nilai_perilaku=Perilaku()), akademik=akademik))
    assert hasil.nilai_skp == 85
    assert len(hasil.kurang) == 5
    assert hasil.nilai_prestasi_kerja is None


@pytest.mark.parametrize("bagian", [(), (satu_bagian(LENGKAP),)], ids=["nothing", "finished"])
def test_an_exception_wins_and_nothing_is_missing(bagian: tuple[Bagian, ...]) -> None:
    hasil = hasil_of(replace(penilaian(*bagian), pengecualian=PENSIUN))
    assert hasil.status is Status.DIKECUALIKAN
    assert hasil.kurang == ()
    assert (hasil.nilai_prestasi_kerja is None) == (not bagian)


# --- kepemimpinan, levels, warnings


def test_the_divisor_follows_whether_kepemimpinan_is_filled() -> None:
    five = hasil_of(penilaian(satu_bagian(LENGKAP), nilai_perilaku=perilaku(85)))
    six = hasil_of(penilaian(satu_bagian(LENGKAP), nilai_perilaku=perilaku(85, kepemimpinan=61)))
    assert [five.jumlah_perilaku, five.rata_rata_perilaku] == [Fraction(425), Fraction(85)]
    assert [six.jumlah_perilaku, six.rata_rata_perilaku] == [Fraction(486), Fraction(81)]


def test_a_level_on_a_tugas_tambahan_adds_nothing() -> None:
    tugas = Tambahan(Jenis.TUGAS_TAMBAHAN, 1, "Tugas", Tingkat.NEGARA)
    bagian = replace(satu_bagian(LENGKAP), tambahan=(tugas,))
    hasil = hasil_of(penilaian(bagian))
    assert hasil.bagian[0].nilai_kreativitas == 0
    assert hasil.bagian[0].nilai_tugas_tambahan == 1


@pytest.mark.parametrize(
    ("jenis", "kepemimpinan", "peringatan"),
    [
        (JenisJabatan.STRUKTURAL, None, "kepemimpinan kosong, padahal jabatannya struktural"),
        (JenisJabatan.STRUKTURAL, 80, None),
        (
            JenisJabatan.FUNGSIONAL_UMUM,
            80,
            "kepemimpinan diisi, padahal jabatannya bukan struktural",
        ),
        (
            JenisJabatan.FUNGSIONAL_TERTENTU,
            80,
            "kepemimpinan diisi, padahal jabatannya bukan struktural",
        ),
        (JenisJabatan.FUNGSIONAL_UMUM, None, None),
        (None, 80, None),
        (None, None, None),
    ],
)
def test_kepemimpinan_and_the_post_that_do_not_fit_are_a_warning_only(
    jenis: JenisJabatan | None, kepemimpinan: int | None, peringatan: str | None
) -> None:
    bagian = replace(satu_bagian(LENGKAP), jenis_jabatan=jenis)
    values = perilaku(80, kepemimpinan=kepemimpinan)
    hasil = hasil_of(penilaian(bagian, nilai_perilaku=values))
    assert hasil.peringatan == (() if peringatan is None else (peringatan,))
    assert hasil.status is Status.DINILAI


def test_more_than_ten_activities_are_a_warning_only() -> None:
    eleven = tuple(kegiatan(no) for no in range(1, 12))
    hasil = hasil_of(penilaian(satu_bagian(*eleven)))
    assert hasil.status is Status.DINILAI
    assert hasil.peringatan == (
        "bagian 1 berisi 11 kegiatan; petunjuk pengisian menyarankan paling banyak 10",
    )
    assert hasil_of(penilaian(satu_bagian(*eleven[:10]))).peringatan == ()


def test_the_last_part_is_the_one_with_the_highest_number() -> None:
    kedua = Bagian(2, "1.2", jenis_jabatan=JenisJabatan.STRUKTURAL)
    appraisal = penilaian(kedua, satu_bagian(LENGKAP))
    assert appraisal.unit == "1.2"
    assert appraisal.jenis_jabatan is JenisJabatan.STRUKTURAL
    assert penilaian().unit == PEGAWAI.unit
    assert penilaian().jenis_jabatan is None
