"""The unit indicator: three figures together, and a percentage of nothing is none."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.domain.number import fixed
from skp_tui.domain.office import Unit
from skp_tui.domain.period import PITA_CAPAIAN, Penyebut, Periode, batas_waktu
from skp_tui.domain.recap import TINGKAT_TERBANYAK, Rekap, Terhitung, levels, percent, rekap
from skp_tui.errors import InputError

KATEGORI = ("Sangat Baik", "Baik", "Cukup", "Kurang", "Buruk")
PERIODE = Periode(2017, "PP46", target_indikator=Decimal(96))
UNITS = {
    unit.kode: unit
    for unit in (
        Unit("1", "Dinas Contoh"),
        Unit("1.1", "Sekretariat", "1"),
        Unit("1.2", "Bidang", "1"),
        Unit("1.1.1", "Subbagian Umum", "1.1"),
        Unit("2", "Dinas Lain"),
    )
}


def orang(
    sebutan: str, jumlah: int = 1, unit: str = "1", *, batas: bool = False
) -> list[Terhitung]:
    baik = sebutan in KATEGORI[:2]
    return [Terhitung(unit, sebutan=sebutan, minimal_baik=baik, batas=batas)] * jumlah


def of(people: list[Terhitung], periode: Periode = PERIODE, root: str = "1") -> Rekap:
    return rekap(UNITS, root, people, periode, KATEGORI)


CONTOH = [
    *orang("Sangat Baik", 3),
    *orang("Baik", 35),
    *orang("Baik", 1, batas=True),
    *orang("Cukup", 1),
    Terhitung("1"),
    Terhitung("1", dikecualikan=True),
]


def two(value: Fraction | None) -> str | None:
    return None if value is None else fixed(value)


def test_the_example_of_the_contract_holds_in_every_figure() -> None:
    found = of(CONTOH)
    assert (found.jumlah_pegawai, found.dikecualikan, found.wajib_dinilai) == (42, 1, 41)
    assert (found.dinilai, found.belum_dinilai, found.minimal_baik) == (40, 1, 39)
    assert two(found.cakupan) == "97.56"
    assert two(found.persen_dari_dinilai) == "97.50"
    assert two(found.persen_dari_wajib) == two(found.realisasi) == "95.12"
    assert (two(found.target), two(found.capaian)) == ("96.00", "99.09")
    assert found.kategori_capaian == "Sangat Baik"
    assert found.nilai_batas == 1
    assert dict(found.sebaran) == {
        "Sangat Baik": 3,
        "Baik": 36,
        "Cukup": 1,
        "Kurang": 0,
        "Buruk": 0,
    }
    assert (found.unit, found.nama_unit) == ("1", "Dinas Contoh")


def test_the_capaian_comes_from_the_unrounded_realisasi() -> None:
    assert of(CONTOH).capaian == Fraction(39, 41) * 100 / 96 * 100
    assert two(Fraction("95.12") / 96 * 100) == "99.08"  # what the rounded one would give


def test_the_official_figure_follows_the_setting_penyebut() -> None:
    found = of(CONTOH, replace(PERIODE, penyebut=Penyebut.DINILAI))
    assert found.realisasi == found.persen_dari_dinilai == Fraction(195, 2)
    assert two(found.capaian) == "101.56"
    assert found.kategori_capaian == "Sangat Baik"


def test_a_percentage_of_nothing_is_none() -> None:
    empty = of([])
    assert (empty.cakupan, empty.persen_dari_dinilai, empty.persen_dari_wajib) == (None,) * 3
    assert (empty.realisasi, empty.capaian, empty.kategori_capaian) == (None, None, None)
    assert empty.jumlah_pegawai == 0
    assert set(empty.sebaran.values()) == {0}
    assert percent(0, 0) is None
    assert percent(0, 3) == 0


def test_when_nobody_is_appraised_coverage_is_zero_and_the_share_of_them_is_none() -> None:
    found = of([Terhitung("1")] * 3)
    assert found.cakupan == found.persen_dari_wajib == Fraction(0)
    assert found.persen_dari_dinilai is None
    assert found.realisasi == 0
    assert found.kategori_capaian == "Kurang"
    assert of([Terhitung("1")], replace(PERIODE, penyebut=Penyebut.DINILAI)).capaian is None


def test_when_everybody_is_excepted_nobody_is_due() -> None:
    found = of([Terhitung("1", dikecualikan=True)] * 2)
    assert (found.jumlah_pegawai, found.wajib_dinilai, found.belum_dinilai) == (2, 0, 0)
    assert found.realisasi is None


def test_an_exception_wins_over_a_finished_appraisal() -> None:
    done = Terhitung("1", dikecualikan=True, sebutan="Baik", minimal_baik=True, batas=True)
    found = of([done, *orang("Cukup")])
    assert (found.dinilai, found.minimal_baik, found.nilai_batas) == (1, 0, 0)
    assert found.sebaran["Baik"] == 0


@pytest.mark.parametrize("target", [None, Decimal(0)])
def test_without_a_target_there_is_no_capaian(target: Decimal | None) -> None:
    found = of(CONTOH, replace(PERIODE, target_indikator=target))
    assert found.realisasi is not None
    assert (found.capaian, found.kategori_capaian) == (None, None)
    assert found.target == (None if target is None else 0)


@pytest.mark.parametrize(
    ("baik", "kategori"),
    [
        (100, "Sangat Baik"),
        (85, "Sangat Baik"),
        (84, "Baik"),
        (70, "Baik"),
        (69, "Cukup Baik"),
        (55, "Cukup Baik"),
        (54, "Kurang"),
        (0, "Kurang"),
    ],
)
def test_the_bands_of_the_capaian_are_lower_bounds(baik: int, kategori: str) -> None:
    people = [*orang("Baik", baik), *orang("Cukup", 100 - baik)]
    found = of(people, replace(PERIODE, target_indikator=Decimal(100)))
    assert found.kategori_capaian == kategori


def test_a_capaian_just_below_a_band_does_not_reach_it_by_rounding() -> None:
    people = [*orang("Baik", 84_999), *orang("Cukup", 15_001)]
    found = of(people, replace(PERIODE, target_indikator=Decimal(100)))
    assert two(found.capaian) == "85.00"
    assert found.kategori_capaian == "Baik"


def test_other_bands_are_a_setting() -> None:
    bands = (Decimal(100), Decimal("99.08"), Decimal(50))
    assert list(PITA_CAPAIAN) == [85, 70, 55]
    assert of(CONTOH, replace(PERIODE, pita_capaian=bands)).kategori_capaian == "Baik"


def test_a_tree_is_counted_down_to_its_last_level_and_refused_below_it() -> None:
    def deep(levels: int) -> dict[str, Unit]:
        return {str(n): Unit(str(n), "A", str(n - 1) if n else None) for n in range(levels)}

    lowest = orang("Baik", unit=str(TINGKAT_TERBANYAK - 1))
    found = rekap(deep(TINGKAT_TERBANYAK), "0", lowest, PERIODE, KATEGORI)
    assert found.jumlah_pegawai == 1
    with pytest.raises(InputError, match="Susunan unit terlalu dalam"):
        rekap(deep(TINGKAT_TERBANYAK + 1), "0", lowest, PERIODE, KATEGORI)


@pytest.mark.parametrize(
    ("induk", "expected"),
    [
        ({}, {}),
        ({"1": None}, {"1": 1}),
        ({"c": "b", "a": None, "b": "a"}, {"a": 1, "b": 2, "c": 3}),
        ({"b": "tiada", "c": "b"}, {"b": 1, "c": 2}),
        ({"a": "a"}, {"a": 1}),
        ({"a": "b", "b": "a", "c": "a"}, {"b": 1, "a": 2, "c": 3}),
    ],
)
def test_the_level_of_a_unit_counts_from_the_topmost_and_a_circle_ends(
    induk: dict[str, str | None], expected: dict[str, int]
) -> None:
    assert levels(induk) == expected


def test_a_unit_counts_itself_and_everything_below_it() -> None:
    people = [
        *orang("Baik", 2, "1"),
        *orang("Cukup", 1, "1.1"),
        *orang("Sangat Baik", 3, "1.1.1"),
        Terhitung("1.2"),
        *orang("Buruk", 5, "2"),
    ]
    found = of(people)
    assert (found.jumlah_pegawai, found.dinilai, found.minimal_baik) == (7, 6, 5)
    assert [part.unit for part in found.subunit] == ["1.1", "1.2"]
    first, second = found.subunit
    assert (first.jumlah_pegawai, first.minimal_baik) == (4, 3)
    assert [part.unit for part in first.subunit] == ["1.1.1"]
    assert second.belum_dinilai == 1
    assert second.realisasi == 0
    assert of(people, root="2").sebaran["Buruk"] == 5


def test_a_circle_of_units_is_counted_once() -> None:
    units = {"a": Unit("a", "A", "b"), "b": Unit("b", "B", "a"), "c": Unit("c", "C", "c")}
    people = [*orang("Baik", 2, "a"), *orang("Baik", 3, "b"), *orang("Baik", 1, "c")]
    assert rekap(units, "a", people, PERIODE, KATEGORI).dinilai == 5
    assert rekap(units, "c", people, PERIODE, KATEGORI).dinilai == 1


PEOPLE = st.lists(
    st.builds(
        lambda unit, sebutan, excepted, batas: Terhitung(
            unit, excepted, sebutan, sebutan in KATEGORI[:2], batas
        ),
        st.sampled_from(["1", "1.1", "1.1.1", "1.2"]),
        st.none() | st.sampled_from(KATEGORI),
        st.booleans(),
        st.booleans(),
    )
)


@given(PEOPLE, st.permutations(list(UNITS)))
def test_the_three_figures_always_fit_together(people: list[Terhitung], order: list[str]) -> None:
    found = of(people)
    assert found.dinilai + found.belum_dinilai == found.wajib_dinilai
    assert found.wajib_dinilai + found.dikecualikan == found.jumlah_pegawai == len(people)
    assert sum(found.sebaran.values()) == found.dinilai
    assert found.sebaran["Sangat Baik"] + found.sebaran["Baik"] == found.minimal_baik
    if found.persen_dari_wajib is not None and found.persen_dari_dinilai is not None:
        assert found.cakupan is not None
        product = found.cakupan * found.persen_dari_dinilai / 100
        assert found.persen_dari_wajib == product
    turned = {kode: UNITS[kode] for kode in order}
    assert rekap(turned, "1", people[::-1], PERIODE, KATEGORI) == found


def test_the_last_day_of_appraisal_is_the_end_of_january_after_the_year() -> None:
    assert batas_waktu(2017).isoformat() == "2018-01-31"
