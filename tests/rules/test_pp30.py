"""2021: the final value is typed with its source, the predikat follows from half-open bands (B)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from skp_tui.domain.appraisal import Alasan, NilaiLuar, Pengecualian, Penilaian
from skp_tui.domain.period import Periode
from skp_tui.rules.pp30 import PP30, predikat
from skp_tui.rules.result import Status
from tests.rules.appraisals import PEGAWAI

PERIODE = Periode(2021, "PP30")

EDGES = (
    ("0", "Sangat Kurang", "Sangat Kurang"),
    ("49.999999", "Sangat Kurang", "Sangat Kurang"),
    ("50", "Kurang", "Kurang"),
    ("50.000001", "Kurang", "Kurang"),
    ("69.999999", "Kurang", "Kurang"),
    ("70", "Cukup", "Cukup"),
    ("70.000001", "Cukup", "Cukup"),
    ("89.999999", "Cukup", "Cukup"),
    ("90", "Baik", "Baik"),
    ("90.000001", "Baik", "Baik"),
    ("109.999999", "Baik", "Baik"),
    ("110", "Baik", "Sangat Baik"),
    ("110.000001", "Baik", "Sangat Baik"),
    ("115", "Baik", "Sangat Baik"),
    ("120", "Baik", "Sangat Baik"),
)


def of_2021(nilai: str | None, *, ide_baru: bool = False) -> Penilaian:
    """Return an appraisal of 2021."""
    akhir = None if nilai is None else NilaiLuar(Decimal(nilai), "SK contoh", ide_baru)
    return Penilaian(2021, PEGAWAI, akhir=akhir)


@pytest.mark.parametrize(("nilai", "tanpa", "dengan"), EDGES)
def test_the_bands_are_half_open_and_the_best_one_needs_a_new_idea(
    nilai: str, tanpa: str, dengan: str
) -> None:
    assert predikat(Fraction(nilai), ide_baru=False) == tanpa
    assert predikat(Fraction(nilai), ide_baru=True) == dengan


@pytest.mark.parametrize(("nilai", "tanpa", "dengan"), EDGES)
def test_the_typed_value_is_the_result_and_never_changed(
    nilai: str, tanpa: str, dengan: str
) -> None:
    for ide_baru, disebut in ((False, tanpa), (True, dengan)):
        hasil = PP30.nilai(of_2021(nilai, ide_baru=ide_baru), PERIODE)
        assert hasil.status is Status.DINILAI
        assert hasil.nilai_prestasi_kerja == Fraction(nilai)
        assert hasil.sebutan == disebut
        assert hasil.minimal_baik == (disebut in {"Sangat Baik", "Baik"})
        assert (hasil.batas, hasil.nilai_skp, hasil.rata_rata_perilaku) == (False, None, None)
        assert hasil.kurang == ()


def test_without_a_value_nobody_is_appraised_and_that_is_never_zero() -> None:
    hasil = PP30.nilai(of_2021(None), PERIODE)
    assert hasil.status is Status.BELUM_DINILAI
    assert (hasil.nilai_prestasi_kerja, hasil.sebutan, hasil.nilai_tampil) == (None, None, "–")
    assert [(satu.pesan, satu.kolom) for satu in hasil.kurang] == [("nilai akhir", "nilai")]
    assert [(step.hal, step.hasil) for step in hasil.langkah] == [
        ("Nilai akhir", "–"),
        ("Predikat", "–"),
    ]


def test_an_exception_wins_over_a_typed_value() -> None:
    away = Pengecualian(Alasan.PENSIUN, date(2021, 5, 1))
    penilaian = Penilaian(2021, PEGAWAI, akhir=of_2021("95").akhir, pengecualian=away)
    hasil = PP30.nilai(penilaian, PERIODE)
    assert (hasil.status, hasil.kurang) == (Status.DIKECUALIKAN, ())


@pytest.mark.parametrize(
    ("nilai", "ide_baru", "formula"),
    [
        ("49.9", False, "49,90 < 50"),
        ("50", False, "50 ≤ 50,00 < 70"),
        ("69.999", False, "50 ≤ 69,999 < 70"),
        ("70", False, "70 ≤ 70,00 < 90"),
        ("109.996", True, "90 ≤ 109,996 < 110"),
        ("115", True, "110 ≤ 115,00 ≤ 120, dengan ide baru"),
        ("115", False, "110 ≤ 115,00 ≤ 120, tanpa ide baru, jadi bukan Sangat Baik"),
    ],
)
def test_the_explanation_shows_the_band_and_on_which_side_of_it_the_value_lies(
    nilai: str, ide_baru: bool, formula: str
) -> None:
    value, band = PP30.nilai(of_2021(nilai, ide_baru=ide_baru), PERIODE).langkah
    assert value.rumus.startswith("diketik dari sumbernya: ")
    assert "(SK contoh)" in value.rumus
    assert band.rumus == formula
    assert "PermenPANRB 8/2021" in value.dasar
    assert "PermenPANRB 8/2021" in band.dasar
