"""The periods of an evaluation: what they are called, and which are over when."""

from skp_tui.domain.appraisal import PERIODE_EVALUASI, TAHUNAN, Evaluasi, Penilaian, Peringkat
from skp_tui.domain.evaluasi import (
    MENURUT_WAKTU,
    NAMA_PERIODE,
    SINGKAT_PERIODE,
    evaluasi_of,
    periods_before,
)
from skp_tui.domain.office import Pegawai


def test_every_period_has_a_name_and_a_short_one_of_its_own() -> None:
    assert list(NAMA_PERIODE) == list(SINGKAT_PERIODE) == list(PERIODE_EVALUASI)
    assert len({*NAMA_PERIODE.values()}) == len({*SINGKAT_PERIODE.values()}) == 17
    assert NAMA_PERIODE["tahunan"] == "Tahunan"
    assert (NAMA_PERIODE["triwulan-3"], SINGKAT_PERIODE["triwulan-3"]) == ("Triwulan III", "TW III")
    assert (NAMA_PERIODE["bulan-08"], SINGKAT_PERIODE["bulan-08"]) == ("Agustus", "Agu")


def test_a_quarter_follows_its_months_and_the_year_everything() -> None:
    assert MENURUT_WAKTU[:5] == ("bulan-01", "bulan-02", "bulan-03", "triwulan-1", "bulan-04")
    assert MENURUT_WAKTU[-3:] == ("bulan-12", "triwulan-4", "tahunan")
    assert sorted(MENURUT_WAKTU) == sorted(PERIODE_EVALUASI)


def test_what_is_over_when_a_period_ends_never_holds_the_period_itself() -> None:
    assert periods_before("bulan-01") == ()
    assert periods_before("triwulan-1") == ("bulan-01", "bulan-02", "bulan-03")
    assert periods_before("bulan-04")[-1] == "triwulan-1"
    assert set(periods_before(TAHUNAN)) == {*PERIODE_EVALUASI} - {TAHUNAN}


def test_the_evaluation_of_a_period_is_its_own_or_an_empty_one() -> None:
    quarter = Evaluasi("triwulan-1", Peringkat.SESUAI)
    pegawai = Pegawai("197306071998032907", "Sari Contoh", "1")
    penilaian = Penilaian(2025, pegawai, evaluasi=(quarter,))
    assert evaluasi_of(penilaian, "triwulan-1") is quarter
    assert evaluasi_of(penilaian, "triwulan-2") == Evaluasi("triwulan-2")
    assert evaluasi_of(penilaian, TAHUNAN) == Evaluasi()
