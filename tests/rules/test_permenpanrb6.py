"""From 2022: the predikat follows from two ratings by the matrix, without a number (C)."""

from datetime import date

import pytest

from skp_tui.domain.appraisal import (
    Alasan,
    Bagian,
    Evaluasi,
    Pengecualian,
    Penilaian,
    Peringkat,
)
from skp_tui.domain.kinerja import HasilKerja
from skp_tui.domain.period import Periode
from skp_tui.rules.permenpanrb6 import PERMENPANRB6, TANPA_HASIL_KERJA, predikat
from skp_tui.rules.result import Status
from tests.rules.appraisals import PEGAWAI

PERIODE = Periode(2025, "PERMENPANRB6")

MATRIX = (
    ("di_atas", "di_atas", "Sangat Baik"),
    ("di_atas", "sesuai", "Baik"),
    ("di_atas", "di_bawah", "Kurang"),
    ("sesuai", "di_atas", "Baik"),
    ("sesuai", "sesuai", "Baik"),
    ("sesuai", "di_bawah", "Kurang"),
    ("di_bawah", "di_atas", "Butuh Perbaikan"),
    ("di_bawah", "sesuai", "Butuh Perbaikan"),
    ("di_bawah", "di_bawah", "Sangat Kurang"),
)


def of_2025(*evaluasi: Evaluasi) -> Penilaian:
    """Return an appraisal of 2025."""
    return Penilaian(2025, PEGAWAI, evaluasi=evaluasi)


@pytest.mark.parametrize(("hasil_kerja", "perilaku_kerja", "disebut"), MATRIX)
def test_every_cell_of_the_matrix(hasil_kerja: str, perilaku_kerja: str, disebut: str) -> None:
    kerja, perilaku = Peringkat(hasil_kerja), Peringkat(perilaku_kerja)
    assert predikat(kerja, perilaku) == disebut
    hasil = PERMENPANRB6.nilai(of_2025(Evaluasi("tahunan", kerja, perilaku)), PERIODE)
    assert (hasil.status, hasil.sebutan) == (Status.DINILAI, disebut)
    assert (hasil.hasil_kerja, hasil.perilaku_kerja) == (hasil_kerja, perilaku_kerja)
    assert hasil.minimal_baik == (disebut in {"Sangat Baik", "Baik"})
    assert hasil.nilai_prestasi_kerja is hasil.nilai_skp is hasil.rata_rata_perilaku is None
    assert hasil.ringkas == disebut
    assert [step.hasil for step in hasil.langkah][-1] == disebut


def test_the_matrix_is_complete_and_names_only_the_categories() -> None:
    pairs = {(hasil_kerja, perilaku_kerja) for hasil_kerja, perilaku_kerja, _ in MATRIX}
    assert pairs == {(str(a), str(b)) for a in Peringkat for b in Peringkat}
    assert {disebut for *_, disebut in MATRIX} == set(PERMENPANRB6.kategori)


@pytest.mark.parametrize(
    ("evaluasi", "kurang"),
    [
        ((), ["evaluasi hasil kerja", "evaluasi perilaku kerja"]),
        ((Evaluasi(hasil_kerja=Peringkat.SESUAI),), ["evaluasi perilaku kerja"]),
        ((Evaluasi(perilaku_kerja=Peringkat.SESUAI),), ["evaluasi hasil kerja"]),
        (
            (Evaluasi("triwulan-4", Peringkat.SESUAI, Peringkat.SESUAI),),
            ["evaluasi hasil kerja", "evaluasi perilaku kerja"],
        ),
    ],
)
def test_only_both_ratings_of_the_yearly_evaluation_make_a_predikat(
    evaluasi: tuple[Evaluasi, ...], kurang: list[str]
) -> None:
    hasil = PERMENPANRB6.nilai(of_2025(*evaluasi), PERIODE)
    assert (hasil.status, hasil.sebutan, hasil.ringkas) == (Status.BELUM_DINILAI, None, "–")
    assert [satu.pesan for satu in hasil.kurang] == kurang


def test_an_exception_wins_over_a_finished_evaluation() -> None:
    both = Evaluasi("tahunan", Peringkat.SESUAI, Peringkat.SESUAI)
    away = Pengecualian(Alasan.PENSIUN, date(2025, 5, 1))
    penilaian = Penilaian(2025, PEGAWAI, evaluasi=(both,), pengecualian=away)
    hasil = PERMENPANRB6.nilai(penilaian, PERIODE)
    assert (hasil.status, hasil.kurang) == (Status.DIKECUALIKAN, ())


def test_who_has_no_result_is_only_warned_of_for_the_ratings_decide() -> None:
    both = Evaluasi("tahunan", Peringkat.SESUAI, Peringkat.SESUAI)
    hasil = PERMENPANRB6.nilai(of_2025(both), PERIODE)
    assert (hasil.sebutan, hasil.kurang, hasil.peringatan) == ("Baik", (), (TANPA_HASIL_KERJA,))
    part = Bagian(1, "1", hasil_kerja=(HasilKerja(1, "Arsip tertata"),))
    planned = Penilaian(2025, PEGAWAI, bagian=(part,), evaluasi=(both,))
    assert PERMENPANRB6.nilai(planned, PERIODE).peringatan == ()
    away = Pengecualian(Alasan.PENSIUN, date(2025, 5, 1))
    excepted = Penilaian(2025, PEGAWAI, pengecualian=away)
    assert PERMENPANRB6.nilai(excepted, PERIODE).peringatan == ()
