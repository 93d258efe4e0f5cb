"""Both ratings side by side: who lacks one, what came before, how the predikats are spread."""

from collections.abc import Sequence
from datetime import date

import pytest

from skp_tui.domain.appraisal import (
    PERIODE_EVALUASI,
    TAHUNAN,
    Alasan,
    Evaluasi,
    Pengecualian,
    Penilaian,
    Peringkat,
)
from skp_tui.domain.kinerja import CapaianOrganisasi
from skp_tui.domain.office import Pegawai
from skp_tui.domain.period import Periode
from skp_tui.rules.permenpanrb6 import KATEGORI, MATRIKS, PERMENPANRB6
from skp_tui.services.base.views import Orang, valued
from skp_tui.services.entry import rating

ATAS, SESUAI, BAWAH = Peringkat.DI_ATAS, Peringkat.SESUAI, Peringkat.DI_BAWAH
SARI, BRAM = "197306071998032907", "198105062006041921"
BOTH = Evaluasi(hasil_kerja=SESUAI, perilaku_kerja=SESUAI)
QUARTER = Evaluasi("triwulan-1", ATAS, ATAS)


def person(
    *evaluasi: Evaluasi, nip: str = SARI, signed: bool = False, excepted: bool = False
) -> Orang:
    reason = Pengecualian(Alasan.PENSIUN, date(2025, 5, 1)) if excepted else None
    penilaian = Penilaian(
        2025,
        Pegawai(nip, "Sari Contoh", "1"),
        evaluasi=evaluasi,
        dikunci=date(2026, 1, 15) if signed else None,
        pengecualian=reason,
    )
    return valued(penilaian, Periode(2025, "PERMENPANRB6"))


def counted(people: Sequence[Orang], periode: str) -> rating.SebaranPeriode:
    return rating.sebaran_of(people, periode, PERMENPANRB6)


def test_a_predikat_needs_both_ratings_and_is_that_of_the_matrix() -> None:
    for (hasil_kerja, perilaku_kerja), predikat in MATRIKS.items():
        for given, expected in (
            (Evaluasi(TAHUNAN, hasil_kerja, perilaku_kerja), predikat),
            (Evaluasi(TAHUNAN, hasil_kerja), None),
            (Evaluasi(TAHUNAN, None, perilaku_kerja), None),
        ):
            assert rating.predikat_of(person(given), TAHUNAN) == expected


def test_rating_goes_on_one_column_after_the_other() -> None:
    half = Evaluasi(hasil_kerja=SESUAI)
    assert rating.first_unrated([person(BOTH), person(half, nip=BRAM)], TAHUNAN) == (
        BRAM,
        "perilaku_kerja",
    )
    first = [person(half), person(nip=BRAM)]
    assert rating.first_unrated(first, TAHUNAN) == (BRAM, "hasil_kerja")
    assert rating.first_unrated([person(BOTH)], TAHUNAN) is None
    assert rating.first_unrated([], TAHUNAN) is None


def test_what_a_signed_appraisal_lacks_is_not_gone_to() -> None:
    assert rating.first_unrated([person(signed=True)], "triwulan-1") is None
    assert not rating.is_open(person(signed=True))


def test_a_period_is_rated_by_itself() -> None:
    orang = person(QUARTER)
    assert rating.is_rated(orang, "triwulan-1")
    assert not rating.is_rated(orang, TAHUNAN)
    assert rating.first_unrated([orang], TAHUNAN) == (SARI, "hasil_kerja")


def test_what_came_before_is_told_oldest_first_and_never_of_later_periods() -> None:
    orang = person(
        BOTH,
        Evaluasi("triwulan-2", SESUAI, SESUAI),
        QUARTER,
        Evaluasi("bulan-02", BAWAH, BAWAH),
        Evaluasi("bulan-03", SESUAI),
    )
    assert rating.rated_before(orang, TAHUNAN) == (
        ("bulan-02", "Sangat Kurang"),
        ("triwulan-1", "Sangat Baik"),
        ("triwulan-2", "Baik"),
    )
    assert rating.rated_before(orang, "triwulan-1") == (("bulan-02", "Sangat Kurang"),)
    assert rating.rated_before(orang, "bulan-02") == ()


def test_the_periods_are_counted_in_the_order_of_the_files() -> None:
    by_period = rating.counted_by_period([person(QUARTER), person(BOTH, QUARTER, nip=BRAM)])
    assert tuple(by_period) == PERIODE_EVALUASI
    assert {periode: count for periode, count in by_period.items() if count} == {
        TAHUNAN: 1,
        "triwulan-1": 2,
    }


def test_the_distribution_counts_those_who_are_due_and_those_who_wait() -> None:
    people = [
        person(BOTH),
        person(BOTH, nip=BRAM),
        person(Evaluasi(hasil_kerja=ATAS), nip="198207082008012977"),
        person(BOTH, excepted=True, nip="197903032005011977"),
    ]
    found = counted(people, TAHUNAN)
    assert found.jumlah == {**dict.fromkeys(KATEGORI, 0), "Baik": 2}
    assert (found.dinilai, found.belum) == (2, 1)
    assert counted(people, "triwulan-1").belum == 3


@pytest.mark.parametrize("periode", ["triwulan-4", "bulan-12"])
def test_the_expected_distribution_is_of_the_yearly_predikat_alone(periode: str) -> None:
    people = [person(BOTH)] * 4
    capaian = CapaianOrganisasi.BAIK
    assert counted(people, periode).syarat(capaian) == ()
    assert counted(people, TAHUNAN).syarat(None) == ()
    assert len(counted(people, TAHUNAN).syarat(capaian)) == 2


@pytest.mark.parametrize("periode", [TAHUNAN, "triwulan-1"])
@pytest.mark.parametrize("excepted", [False, True])
def test_one_person_rated_anew_is_counted_as_if_all_were_counted_again(
    periode: str, *, excepted: bool
) -> None:
    others = [person(BOTH, QUARTER), person(nip=BRAM)]
    states = [
        person(*given, nip="198207082008012977", excepted=excepted)
        for given in ((), (BOTH,), (BOTH, QUARTER), (Evaluasi(periode, BAWAH, BAWAH),))
    ]
    for before in states:
        for after in states:
            found = counted([*others, before], periode).moved(before, after)
            assert found == counted([*others, after], periode)
