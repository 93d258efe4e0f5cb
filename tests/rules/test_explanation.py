"""Mengapa nilai ini? Each value is explained with its numbers filled in and its article."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from skp_tui.domain.appraisal import Bagian, NilaiLuar, Penilaian, Tingkat
from skp_tui.domain.number import printed
from skp_tui.domain.period import KebijakanBatas, KuantitasNol, Periode
from skp_tui.rules.pp46 import PP46
from tests.rules.appraisals import (
    PERIODE,
    appraisals,
    kegiatan,
    penilaian,
    perilaku,
    periode,
    satu_bagian,
)

PERKA = "Perka BKN 1/2013, Lampiran (penilaian SKP)"
LUAR = NilaiLuar(Decimal("88.5"), "Dinas Contoh")

_TOKEN = re.compile(r"\d[\d.,]*")
_COMMA_FORM = re.compile(r"(\d{1,3}(\.\d{3})+|\d+)(,\d+)?")


def lines(appraisal: Penilaian, period: Periode | None = None) -> list[tuple[str, str, str]]:
    hasil = PP46.nilai(appraisal, period or periode())
    return [(step.uraian, step.rumus, step.hasil) for step in hasil.langkah]


def rumus_of(uraian: str, appraisal: Penilaian, period: Periode | None = None) -> tuple[str, str]:
    [found] = [line[1:] for line in lines(appraisal, period) if line[0] == uraian]
    return found


def test_the_hand_checked_example_reads_as_on_the_screen() -> None:
    satu = kegiatan(1, (5000, 100, 12, None), (5000, 85, 12, None))
    dua = kegiatan(2, (25, 100, 12, None), (25, 80, 12, None))
    tiga = kegiatan(3, (7, 100, 12, None), (7, 79, 12, None))
    bagian = satu_bagian(satu, dua, tiga, jumlah=1)
    appraisal = penilaian(bagian, nilai_perilaku=perilaku(90))
    hasil = PP46.nilai(appraisal, periode())
    assert [(step.uraian, step.rumus, step.hasil) for step in hasil.langkah] == [
        ("Kegiatan 1, kuantitas", "5.000 / 5.000 × 100", "100,00"),
        ("Kegiatan 1, kualitas", "85 / 100 × 100", "85,00"),
        (
            "Kegiatan 1, waktu",
            "efisiensi 0 %, paling banyak 24 %: (1,76 × 12 − 12) / 12 × 100",
            "76,00",
        ),
        ("Kegiatan 1, capaian", "(100,00 + 85,00 + 76,00) / 3", "87,00"),
        ("Kegiatan 2, kuantitas", "25 / 25 × 100", "100,00"),
        ("Kegiatan 2, kualitas", "80 / 100 × 100", "80,00"),
        (
            "Kegiatan 2, waktu",
            "efisiensi 0 %, paling banyak 24 %: (1,76 × 12 − 12) / 12 × 100",
            "76,00",
        ),
        ("Kegiatan 2, capaian", "(100,00 + 80,00 + 76,00) / 3", "85,33"),
        ("Kegiatan 3, kuantitas", "7 / 7 × 100", "100,00"),
        ("Kegiatan 3, kualitas", "79 / 100 × 100", "79,00"),
        (
            "Kegiatan 3, waktu",
            "efisiensi 0 %, paling banyak 24 %: (1,76 × 12 − 12) / 12 × 100",
            "76,00",
        ),
        ("Kegiatan 3, capaian", "(100,00 + 79,00 + 76,00) / 3", "85,00"),
        ("Nilai SKP", "(87,00 + 85,33 + 85,00) / 3 + 1 tugas tambahan", "86,78"),
        ("Rata-rata perilaku", "(90 + 90 + 90 + 90 + 90) / 5", "90,00"),
        ("Nilai prestasi kerja", "60 % × 86,78 + 40 % × 90,00", "88,07"),
        ("Sebutan", "76 ≤ 88,07 < 91, kebijakan batas-bawah", "Baik"),
    ]
    assert {step.dasar for step in hasil.langkah} == {
        PERKA,
        "Perka BKN 1/2013, Lampiran (tugas tambahan dan kreativitas)",
        "PP 46/2011 Pasal 12",
        "PP 46/2011 Pasal 15",
        "PP 46/2011 Pasal 17",
    }


def test_the_final_steps_of_87_60_read_as_in_the_sketch() -> None:
    isi = kegiatan(1, (1, 100, 12, None), (1, 82, 12, None))
    assert lines(penilaian(satu_bagian(isi), nilai_perilaku=perilaku(90)))[-4:] == [
        ("Nilai SKP", "(86,00) / 1", "86,00"),
        ("Rata-rata perilaku", "(90 + 90 + 90 + 90 + 90) / 5", "90,00"),
        ("Nilai prestasi kerja", "60 % × 86,00 + 40 % × 90,00", "87,60"),
        ("Sebutan", "76 ≤ 87,60 < 91, kebijakan batas-bawah", "Baik"),
    ]


@pytest.mark.parametrize(
    ("realisasi", "rumus", "hasil"),
    [
        ("10", "efisiensi 16,67 %, paling banyak 24 %: (1,76 × 12 − 10) / 12 × 100", "92,67"),
        ("9.12", "efisiensi 24 %, paling banyak 24 %: (1,76 × 12 − 9,12) / 12 × 100", "100,00"),
        (
            "9.1199",
            "efisiensi 24,001 %, lebih dari 24 %: 76 − ((1,76 × 12 − 9,1199) / 12 × 100 − 100)",
            "76,00",
        ),
        ("9", "efisiensi 25 %, lebih dari 24 %: 76 − ((1,76 × 12 − 9) / 12 × 100 − 100)", "75,00"),
        ("15", "efisiensi -25 %, paling banyak 24 %: (1,76 × 12 − 15) / 12 × 100", "51,00"),
    ],
)
def test_the_formula_of_time_says_on_which_side_of_24_percent_it_is(
    realisasi: str, rumus: str, hasil: str
) -> None:
    isi = kegiatan(1, (10, 100, 12, None), (10, 90, realisasi, None))
    assert rumus_of("Kegiatan 1, waktu", penilaian(satu_bagian(isi))) == (rumus, hasil)


def test_cost_is_explained_when_it_has_a_target() -> None:
    isi = kegiatan(1, (1, 100, 12, 1000000), (1, 100, 12, 1000000))
    appraisal = penilaian(satu_bagian(isi))
    assert rumus_of("Kegiatan 1, biaya", appraisal) == (
        "efisiensi 0 %, paling banyak 24 %: (1,76 × 1.000.000 − 1.000.000) / 1.000.000 × 100",
        "76,00",
    )
    assert rumus_of("Kegiatan 1, capaian", appraisal) == (
        "(100,00 + 100,00 + 76,00 + 76,00) / 4",
        "88,00",
    )


def test_an_open_activity_says_what_is_not_filled() -> None:
    isi = kegiatan(1, (10, None, 12, 500), (10, None, None, None))
    appraisal = penilaian(satu_bagian(kegiatan(2), isi))
    assert lines(appraisal)[4:10] == [
        ("Kegiatan 1, kuantitas", "10 / 10 × 100", "100,00"),
        ("Kegiatan 1, kualitas", "target belum diisi", "–"),
        ("Kegiatan 1, waktu", "realisasi belum diisi", "–"),
        ("Kegiatan 1, biaya", "realisasi belum diisi", "–"),
        ("Kegiatan 1, capaian", "belum lengkap", "–"),
        ("Nilai SKP", "(88,67 + –) / 2", "–"),
    ]
    assert lines(appraisal)[-1] == ("Sebutan", "belum ada nilai, kebijakan batas-bawah", "–")


def test_the_setting_for_work_not_done_is_named() -> None:
    appraisal = penilaian(satu_bagian(kegiatan(1, realisasi=(0, 80, 12, None))))
    assert rumus_of("Kegiatan 1, kualitas", appraisal) == (
        "tidak dikerjakan (realisasi kuantitas 0): semua aspek 0, kuantitas_nol = nol",
        "0,00",
    )
    counted = periode(kuantitas_nol=KuantitasNol.HITUNG)
    assert rumus_of("Kegiatan 1, kuantitas", appraisal, counted) == (
        "0 / 10 × 100, kuantitas_nol = hitung",
        "0,00",
    )
    assert rumus_of("Kegiatan 1, kualitas", appraisal, counted) == ("80 / 100 × 100", "80,00")


def test_extras_stand_in_the_formula_with_their_points() -> None:
    bagian = satu_bagian(kegiatan(), jumlah=4, tingkat=(Tingkat.UNIT, Tingkat.ORGANISASI))
    assert rumus_of("Nilai SKP", penilaian(bagian)) == (
        "(88,67) / 1 + 2 tugas tambahan + 6 kreativitas",
        "96,67",
    )


def test_two_parts_are_explained_one_after_the_other() -> None:
    appraisal = penilaian(satu_bagian(kegiatan()), Bagian(2, "1.2", nilai_luar=LUAR))
    uraian = [line[0] for line in lines(appraisal)]
    assert uraian[:2] == ["Bagian 1, kegiatan 1, kuantitas", "Bagian 1, kegiatan 1, kualitas"]
    assert rumus_of("SKP bagian 1", appraisal) == ("(88,67) / 1", "88,67")
    assert rumus_of("SKP bagian 2", appraisal) == (
        "dinilai di tempat lain: 88,5 (sumber: Dinas Contoh)",
        "88,50",
    )
    assert rumus_of("Nilai SKP", appraisal) == (
        "(88,667 + 88,50) / 2, tanpa bobot bulan",
        "88,58",
    )


def test_an_academic_value_is_named_with_its_source() -> None:
    akademik = NilaiLuar(Decimal("85.5"), "Universitas Contoh")
    appraisal = replace(penilaian(satu_bagian(kegiatan())), akademik=akademik)
    assert lines(appraisal)[0] == (
        "Nilai SKP",
        "nilai akademik 85,5 (sumber: Universitas Contoh)",
        "85,50",
    )
    assert len(lines(appraisal)) == 4


@pytest.mark.parametrize(
    ("kebijakan", "mutu", "rumus", "hasil"),
    [
        (KebijakanBatas.BATAS_BAWAH, 100, "91 ≤ 95,20, kebijakan batas-bawah", "Sangat Baik"),
        (KebijakanBatas.BATAS_BAWAH, 0, "75,20 < 76", "Cukup"),
        (KebijakanBatas.LEMBAR_BKN, 100, "90,99 < 95,20, kebijakan lembar-bkn", "Sangat Baik"),
        (KebijakanBatas.LEMBAR_BKN, 0, "75 < 75,20 ≤ 90,99, kebijakan lembar-bkn", "Baik"),
    ],
)
def test_the_band_is_printed_with_its_own_limits(
    kebijakan: KebijakanBatas, mutu: int, rumus: str, hasil: str
) -> None:
    isi = kegiatan(1, realisasi=(10, mutu, 12, None))
    appraisal = penilaian(satu_bagian(isi), nilai_perilaku=perilaku(100))
    found, sebutan = rumus_of("Sebutan", appraisal, periode(kebijakan))
    assert rumus in found
    assert sebutan == hasil
    assert found.endswith(", nilai batas") == (mutu == 0)


@pytest.mark.parametrize(
    ("kebijakan", "rumus"),
    [
        (KebijakanBatas.BATAS_BAWAH, "35,20 < 51, kebijakan batas-bawah"),
        (KebijakanBatas.LEMBAR_BKN, "35,20 ≤ 50, kebijakan lembar-bkn"),
    ],
)
def test_the_lowest_band_has_no_lower_limit(kebijakan: KebijakanBatas, rumus: str) -> None:
    appraisal = penilaian(satu_bagian(kegiatan()), nilai_perilaku=perilaku(0))
    appraisal = replace(appraisal, akademik=NilaiLuar(Decimal("58.666667"), "Kampus"))
    assert rumus_of("Sebutan", appraisal, periode(kebijakan)) == (rumus, "Buruk")


@given(appraisals(complete=False), PERIODE)
def test_every_number_of_an_explanation_has_a_decimal_comma(
    appraisal: Penilaian, period: Periode
) -> None:
    hasil = PP46.nilai(appraisal, period)
    for step in hasil.langkah:
        text = f"{step.rumus} {step.hasil}"
        for token in _TOKEN.findall(text):
            assert _COMMA_FORM.fullmatch(token.rstrip(".,")), text


@given(appraisals(complete=False), PERIODE)
def test_every_explanation_ends_with_the_value_and_its_sebutan(
    appraisal: Penilaian, period: Periode
) -> None:
    hasil = PP46.nilai(appraisal, period)
    value, sebutan = hasil.langkah[-2:]
    assert (value.uraian, sebutan.uraian) == ("Nilai prestasi kerja", "Sebutan")
    assert value.hasil == hasil.nilai_tampil
    assert sebutan.hasil == (hasil.sebutan or "–")
    assert f"kebijakan {period.kebijakan_batas}" in sebutan.rumus
    assert (", nilai batas" in sebutan.rumus) == hasil.batas
    assert all(step.uraian and step.rumus and step.hasil and step.dasar for step in hasil.langkah)
    skp = [step.hasil for step in hasil.langkah if step.uraian == "Nilai SKP"]
    assert skp == [hasil.nilai_skp_tampil]


@given(appraisals(complete=False), PERIODE)
def test_every_nilai_capaian_stands_in_the_explanation(
    appraisal: Penilaian, period: Periode
) -> None:
    hasil = PP46.nilai(appraisal, period)
    explained = [step.hasil for step in hasil.langkah if step.uraian.endswith(", capaian")]
    elsewhere = {satu.nomor for satu in appraisal.bagian if satu.nilai_luar is not None}
    expected = [
        printed(satu.nilai_capaian)
        for bagian in hasil.bagian
        if bagian.nomor not in elsewhere
        for satu in bagian.kegiatan
    ]
    assert explained == ([] if appraisal.akademik else expected)
