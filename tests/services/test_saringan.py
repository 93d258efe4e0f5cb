"""The named filters: whom each keeps, and that they agree with what the recap counts."""

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import Penilaian
from skp_tui.domain.office import Pegawai
from skp_tui.rules.result import Hasil, Status
from skp_tui.services.sample import fill_with_sample
from skp_tui.services.saringan import Saringan, kept
from skp_tui.services.views import Orang, unit_view
from skp_tui.storage.looking import reading

EXCEPTED = Hasil(Status.DIKECUALIKAN)
NOTHING = Hasil(Status.BELUM_DINILAI)
NO_OUTCOME = Hasil(Status.BELUM_DINILAI, rata_rata_perilaku=Fraction(84))
NO_PERILAKU = Hasil(Status.BELUM_DINILAI, nilai_skp=Fraction(84))
BAIK = Hasil(Status.DINILAI, rata_rata_perilaku=Fraction(84), minimal_baik=True, sebutan="Baik")
CUKUP = Hasil(Status.DINILAI, rata_rata_perilaku=Fraction(70), sebutan="Cukup")
BAIK_BOUNDARY = Hasil(
    Status.DINILAI, rata_rata_perilaku=Fraction(84), minimal_baik=True, batas=True, sebutan="Baik"
)
CUKUP_BOUNDARY = Hasil(Status.DINILAI, rata_rata_perilaku=Fraction(84), batas=True, sebutan="Cukup")
EXCEPTED_WITH_VALUE = Hasil(
    Status.DIKECUALIKAN, nilai_prestasi_kerja=Fraction(70), batas=True, sebutan="Cukup"
)


def person(hasil: Hasil) -> Orang:
    return Orang(Penilaian(2017, Pegawai("197306071998032907", "Sari Contoh", "1")), hasil)


@pytest.mark.parametrize(
    ("hasil", "by"),
    [
        (EXCEPTED, set()),
        (EXCEPTED_WITH_VALUE, set()),
        (NOTHING, {Saringan.BELUM_LENGKAP, Saringan.TANPA_PERILAKU}),
        (NO_PERILAKU, {Saringan.BELUM_LENGKAP, Saringan.TANPA_PERILAKU}),
        (NO_OUTCOME, {Saringan.BELUM_LENGKAP}),
        (BAIK, set()),
        (CUKUP, {Saringan.DI_BAWAH_BAIK}),
        (BAIK_BOUNDARY, {Saringan.NILAI_BATAS}),
        (CUKUP_BOUNDARY, {Saringan.DI_BAWAH_BAIK, Saringan.NILAI_BATAS}),
    ],
)
def test_each_filter_keeps_exactly_whom_it_names(hasil: Hasil, by: set[Saringan]) -> None:
    orang = person(hasil)
    assert {saringan for saringan in Saringan if kept(saringan, [orang])} == by


def test_the_order_of_the_list_stays() -> None:
    people = [person(CUKUP), person(BAIK), person(CUKUP_BOUNDARY)]
    assert kept(Saringan.DI_BAWAH_BAIK, people) == (people[0], people[2])


def test_the_filters_keep_as_many_as_the_recap_counts(tmp_path: Path) -> None:
    path = tmp_path / "contoh.db"
    fill_with_sample(path, lambda: datetime(2018, 1, 19, tzinfo=UTC))
    with reading(path) as connection:
        view = unit_view(connection, 2017, "1")
    counted = {saringan: len(kept(saringan, view.orang)) for saringan in Saringan}
    rekap = view.rekap
    assert counted == {
        Saringan.BELUM_LENGKAP: rekap.belum_dinilai,
        Saringan.DI_BAWAH_BAIK: rekap.dinilai - rekap.minimal_baik,
        Saringan.NILAI_BATAS: rekap.nilai_batas,
        Saringan.TANPA_PERILAKU: 0,
    }
    assert list(counted.values()) == [1, 4, 2, 0]
