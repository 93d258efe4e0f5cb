"""The named filters: whom each keeps, and that they agree with what the recap counts."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import TAHUNAN, Evaluasi, Penilaian, Peringkat
from skp_tui.domain.office import Pegawai
from skp_tui.domain.period import Periode
from skp_tui.rules.permenpanrb6 import PERMENPANRB6
from skp_tui.rules.pp30 import PP30
from skp_tui.rules.pp46 import PP46
from skp_tui.rules.result import Hasil, Kurang, Status
from skp_tui.services.base.views import Orang, unit_view, valued
from skp_tui.services.keeping.sample import fill_with_sample
from skp_tui.services.recap.saringan import Saringan, kept, place_of
from skp_tui.storage.database.looking import reading

SESUAI, BAWAH = Peringkat.SESUAI, Peringkat.DI_BAWAH
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
    return Orang(Penilaian(2017, Pegawai("197306071998032907", "Sari Contoh", "1")), hasil, PP46)


def rated(evaluasi: Evaluasi) -> Orang:
    pegawai = Pegawai("197306071998032907", "Sari Contoh", "1")
    penilaian = Penilaian(2025, pegawai, evaluasi=(evaluasi,))
    return valued(penilaian, Periode(2025, "PERMENPANRB6"))


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


@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        (Evaluasi(), True),
        (Evaluasi(perilaku_kerja=SESUAI), False),
        (Evaluasi(hasil_kerja=SESUAI), True),
        (Evaluasi(hasil_kerja=SESUAI, perilaku_kerja=SESUAI), False),
        (Evaluasi("triwulan-1", SESUAI, SESUAI), True),
    ],
)
def test_from_2022_the_rating_of_perilaku_is_what_may_lack(given: Evaluasi, lacks: bool) -> None:
    orang = rated(given)
    assert kept(Saringan.TANPA_PERILAKU, [orang]) == ((orang,) if lacks else ())


def test_from_2022_nobody_who_is_excepted_lacks_a_rating() -> None:
    excepted = replace(person(EXCEPTED), peraturan=PERMENPANRB6)
    assert kept(Saringan.TANPA_PERILAKU, [excepted]) == ()


def test_in_2021_nobody_lacks_perilaku_since_only_the_final_value_is_typed() -> None:
    assert kept(Saringan.TANPA_PERILAKU, [replace(person(NOTHING), peraturan=PP30)]) == ()


def test_the_cell_of_a_filter_is_what_it_keeps_somebody_for() -> None:
    realisasi = Kurang("realisasi", 1, 2, "realisasi_waktu")
    perilaku = Kurang("perilaku", kolom="komitmen")
    pp46 = person(Hasil(Status.BELUM_DINILAI, kurang=(realisasi, perilaku)))
    assert place_of(Saringan.BELUM_LENGKAP, pp46) is realisasi
    assert place_of(Saringan.TANPA_PERILAKU, pp46) is perilaku
    assert place_of(Saringan.DI_BAWAH_BAIK, person(CUKUP)) is None
    assert place_of(Saringan.NILAI_BATAS, person(BAIK_BOUNDARY)) is None


@pytest.mark.parametrize(
    ("hasil_kerja", "perilaku_kerja", "kolom"),
    [
        (BAWAH, SESUAI, "hasil_kerja"),
        (BAWAH, BAWAH, "hasil_kerja"),
        (SESUAI, BAWAH, "perilaku_kerja"),
    ],
)
def test_below_baik_leads_to_the_rating_that_makes_it_so(
    hasil_kerja: Peringkat, perilaku_kerja: Peringkat, kolom: str
) -> None:
    orang = rated(Evaluasi(TAHUNAN, hasil_kerja, perilaku_kerja))
    assert place_of(Saringan.DI_BAWAH_BAIK, orang) == Kurang("evaluasi", kolom=kolom)


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
