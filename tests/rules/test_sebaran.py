"""The distribution that a capaian organisasi lets expect: each rule at its edge (C)."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.domain.kinerja import CapaianOrganisasi
from skp_tui.rules.permenpanrb6 import KATEGORI
from skp_tui.rules.sebaran import (
    POLA,
    Keadaan,
    peringatan,
    pola,
    selisih_words,
)

ISTIMEWA, BAIK, BUTUH, KURANG, SANGAT_KURANG = CapaianOrganisasi


def spread(*counts: int) -> dict[str, int]:
    """Return so many people of each predikat, best first."""
    return dict(zip(KATEGORI, counts, strict=True))


def of(capaian: CapaianOrganisasi, *counts: int, belum: int = 0) -> dict[str, int]:
    """Return by how many people each rule is off."""
    return {satu.uraian: satu.selisih for satu in pola(capaian, spread(*counts), belum)}


def all_spreads(people: int) -> Iterator[dict[str, int]]:
    """Yield every way in which so many people can have the five predikats."""
    for given_ in combinations_with_replacement(KATEGORI, people):
        yield {nama: given_.count(nama) for nama in KATEGORI}


def test_every_capaian_has_the_rules_of_the_regulation() -> None:
    words = {capaian: [aturan.uraian for aturan in POLA[capaian]] for capaian in CapaianOrganisasi}
    assert words == {
        ISTIMEWA: ["Sangat Baik predikat terbanyak", "Sangat Baik paling banyak 70 %"],
        BAIK: ["Baik paling banyak 70 %", "ada Butuh Perbaikan atau Kurang"],
        BUTUH: ["Butuh Perbaikan paling sedikit 60 %", "Sangat Baik paling banyak 10 %"],
        KURANG: [
            "Kurang paling sedikit 60 %",
            "Butuh Perbaikan paling sedikit 10 %",
            "Sangat Baik paling banyak 10 %",
        ],
        SANGAT_KURANG: [
            "Sangat Kurang paling sedikit 60 %",
            "Kurang atau Butuh Perbaikan paling sedikit 10 %",
            "tidak ada Sangat Baik",
        ],
    }


EDGES = (
    # capaian, people of the five predikats, the rule that is asked about, by how many it is off
    (ISTIMEWA, (7, 3, 0, 0, 0), "Sangat Baik paling banyak 70 %", 0),
    (ISTIMEWA, (8, 2, 0, 0, 0), "Sangat Baik paling banyak 70 %", 1),
    (ISTIMEWA, (10, 0, 0, 0, 0), "Sangat Baik paling banyak 70 %", 3),
    (ISTIMEWA, (71, 29, 0, 0, 0), "Sangat Baik paling banyak 70 %", 1),
    (ISTIMEWA, (70, 30, 0, 0, 0), "Sangat Baik paling banyak 70 %", 0),
    (ISTIMEWA, (5, 5, 0, 0, 0), "Sangat Baik predikat terbanyak", 0),
    (ISTIMEWA, (4, 3, 3, 0, 0), "Sangat Baik predikat terbanyak", 0),
    (ISTIMEWA, (4, 6, 0, 0, 0), "Sangat Baik predikat terbanyak", 1),
    (ISTIMEWA, (4, 5, 1, 0, 0), "Sangat Baik predikat terbanyak", 1),
    (ISTIMEWA, (0, 10, 0, 0, 0), "Sangat Baik predikat terbanyak", 5),
    (ISTIMEWA, (2, 4, 4, 0, 0), "Sangat Baik predikat terbanyak", 2),
    (ISTIMEWA, (1, 0, 0, 0, 9), "Sangat Baik predikat terbanyak", 4),
    (BAIK, (0, 7, 3, 0, 0), "Baik paling banyak 70 %", 0),
    (BAIK, (0, 8, 2, 0, 0), "Baik paling banyak 70 %", 1),
    (BAIK, (0, 0, 5, 5, 0), "Baik paling banyak 70 %", 0),
    (BAIK, (3, 7, 0, 0, 0), "ada Butuh Perbaikan atau Kurang", 1),
    (BAIK, (2, 7, 1, 0, 0), "ada Butuh Perbaikan atau Kurang", 0),
    (BAIK, (2, 7, 0, 1, 0), "ada Butuh Perbaikan atau Kurang", 0),
    (BAIK, (2, 7, 0, 0, 1), "ada Butuh Perbaikan atau Kurang", 1),
    (BUTUH, (0, 4, 6, 0, 0), "Butuh Perbaikan paling sedikit 60 %", 0),
    (BUTUH, (0, 5, 5, 0, 0), "Butuh Perbaikan paling sedikit 60 %", 1),
    (BUTUH, (0, 10, 0, 0, 0), "Butuh Perbaikan paling sedikit 60 %", 6),
    (BUTUH, (1, 3, 6, 0, 0), "Sangat Baik paling banyak 10 %", 0),
    (BUTUH, (2, 2, 6, 0, 0), "Sangat Baik paling banyak 10 %", 1),
    (KURANG, (0, 3, 1, 6, 0), "Kurang paling sedikit 60 %", 0),
    (KURANG, (0, 3, 2, 5, 0), "Kurang paling sedikit 60 %", 1),
    (KURANG, (0, 3, 1, 6, 0), "Butuh Perbaikan paling sedikit 10 %", 0),
    (KURANG, (0, 4, 0, 6, 0), "Butuh Perbaikan paling sedikit 10 %", 1),
    (KURANG, (1, 2, 1, 6, 0), "Sangat Baik paling banyak 10 %", 0),
    (KURANG, (2, 1, 1, 6, 0), "Sangat Baik paling banyak 10 %", 1),
    (SANGAT_KURANG, (0, 3, 1, 0, 6), "Sangat Kurang paling sedikit 60 %", 0),
    (SANGAT_KURANG, (0, 4, 1, 0, 5), "Sangat Kurang paling sedikit 60 %", 1),
    (SANGAT_KURANG, (0, 3, 0, 1, 6), "Kurang atau Butuh Perbaikan paling sedikit 10 %", 0),
    (SANGAT_KURANG, (0, 4, 0, 0, 6), "Kurang atau Butuh Perbaikan paling sedikit 10 %", 1),
    (SANGAT_KURANG, (0, 3, 1, 0, 6), "tidak ada Sangat Baik", 0),
    (SANGAT_KURANG, (1, 2, 1, 0, 6), "tidak ada Sangat Baik", 1),
)


@pytest.mark.parametrize(("capaian", "counts", "aturan", "off"), EDGES)
def test_each_rule_at_its_edge(
    capaian: CapaianOrganisasi, counts: tuple[int, ...], aturan: str, off: int
) -> None:
    assert of(capaian, *counts)[aturan] == off


def test_every_rule_stands_in_the_table_met_and_broken() -> None:
    shown = {(capaian, aturan, off > 0) for capaian, _, aturan, off in EDGES}
    every = {(capaian, aturan.uraian) for capaian in POLA for aturan in POLA[capaian]}
    assert shown == {(*rule, broken) for rule in every for broken in (False, True)}


LIMITS = (
    # people, at most 70 %, at least 60 %, at most 10 %, at least 10 %: counted out by hand
    (4, 2, 3, 0, 1),
    (5, 3, 3, 0, 1),
    (6, 4, 4, 0, 1),
    (7, 4, 5, 0, 1),
    (8, 5, 5, 0, 1),
    (9, 6, 6, 0, 1),
    (10, 7, 6, 1, 1),
    (11, 7, 7, 1, 2),
    (12, 8, 8, 1, 2),
    (13, 9, 8, 1, 2),
    (14, 9, 9, 1, 2),
    (20, 14, 12, 2, 2),
    (41, 28, 25, 4, 5),
    (5000, 3500, 3000, 500, 500),
)


@pytest.mark.parametrize(("people", "most70", "least60", "most10", "least10"), LIMITS)
def test_a_limit_is_the_last_number_of_people_whose_share_is_still_what_is_written(
    people: int, most70: int, least60: int, most10: int, least10: int
) -> None:
    limits = [satu.batas for satu in pola(KURANG, spread(0, people, 0, 0, 0))]
    assert limits == [least60, least10, most10]
    assert pola(BAIK, spread(people, 0, 0, 0, 0))[0].batas == most70
    for most, persen in ((most70, 70), (most10, 10)):
        assert Fraction(most, people) <= Fraction(persen, 100) < Fraction(most + 1, people)
    for least, persen in ((least60, 60), (least10, 10)):
        assert Fraction(least - 1, people) < Fraction(persen, 100) <= Fraction(least, people)


def literal(capaian: CapaianOrganisasi, shared: dict[str, int]) -> list[bool]:
    """Read the pattern as regulation C writes it, in exact shares of all who are due."""
    people = sum(shared.values())
    sangat_baik, baik, butuh, kurang, sangat_kurang = (
        Fraction(shared[nama] * 100, people) for nama in KATEGORI
    )
    return {
        ISTIMEWA: [sangat_baik >= max(baik, butuh, kurang, sangat_kurang), sangat_baik <= 70],
        BAIK: [baik <= 70, butuh > 0 or kurang > 0],
        BUTUH: [butuh >= 60, sangat_baik <= 10],
        KURANG: [kurang >= 60, butuh >= 10, sangat_baik <= 10],
        SANGAT_KURANG: [sangat_kurang >= 60, kurang + butuh >= 10, sangat_baik == 0],
    }[capaian]


@pytest.mark.parametrize("capaian", list(CapaianOrganisasi))
@pytest.mark.parametrize("people", range(4, 15))
def test_every_spread_of_up_to_fourteen_people_is_judged_by_the_letter(
    capaian: CapaianOrganisasi, people: int
) -> None:
    for shared in all_spreads(people):
        found = [satu.terpenuhi for satu in pola(capaian, shared)]
        assert found == literal(capaian, shared), shared


def test_nine_of_twelve_are_more_than_seventy_percent() -> None:
    most = pola(BAIK, spread(2, 9, 1, 0, 0))[0]
    assert (most.bagian, most.batas, most.selisih) == (Fraction(75), 8, 1)


@pytest.mark.parametrize("people", range(4))
@pytest.mark.parametrize("capaian", list(CapaianOrganisasi))
def test_fewer_than_four_people_are_not_compared(capaian: CapaianOrganisasi, people: int) -> None:
    for shared in all_spreads(people):
        assert pola(capaian, shared) == ()
        assert not peringatan(capaian, shared)
    assert pola(capaian, spread(0, 0, 0, 0, 0), people) == ()


def test_from_four_people_on_the_words_without_a_number_ask_for_somebody() -> None:
    assert of(BAIK, 4, 0, 0, 0, 0)["ada Butuh Perbaikan atau Kurang"] == 1
    assert of(ISTIMEWA, 0, 4, 0, 0, 0)["Sangat Baik predikat terbanyak"] == 2
    assert of(SANGAT_KURANG, 1, 3, 0, 0, 0)["tidak ada Sangat Baik"] == 1


@pytest.mark.parametrize("capaian", list(CapaianOrganisasi))
@pytest.mark.parametrize("belum", [4, 12])
def test_where_nobody_is_rated_yet_nothing_is_broken(
    capaian: CapaianOrganisasi, belum: int
) -> None:
    assert not peringatan(capaian, spread(0, 0, 0, 0, 0), belum)


# Those who have no predikat yet


def state(capaian: CapaianOrganisasi, *counts: int, belum: int) -> dict[str, Keadaan]:
    """Return how each rule stands."""
    return {satu.uraian: satu.keadaan for satu in pola(capaian, spread(*counts), belum)}


def test_who_is_not_rated_yet_counts_in_the_limits() -> None:
    rule = "Baik paling banyak 70 %"
    assert state(BAIK, 0, 8, 0, 0, 0, belum=0)[rule] is Keadaan.DI_LUAR
    assert state(BAIK, 0, 8, 0, 0, 0, belum=4)[rule] is Keadaan.SESUAI
    assert state(BAIK, 0, 8, 0, 0, 0, belum=3)[rule] is Keadaan.DI_LUAR
    assert state(BAIK, 0, 10, 0, 0, 0, belum=2)[rule] is Keadaan.DI_LUAR


def test_a_lack_is_open_until_those_who_are_left_cannot_fill_it() -> None:
    rule = "Butuh Perbaikan paling sedikit 60 %"
    assert state(BUTUH, 0, 5, 2, 0, 0, belum=3)[rule] is Keadaan.DI_LUAR
    assert state(BUTUH, 0, 4, 2, 0, 0, belum=4)[rule] is Keadaan.TERBUKA
    assert state(BUTUH, 0, 4, 6, 0, 0, belum=0)[rule] is Keadaan.SESUAI
    assert state(BAIK, 1, 7, 0, 0, 0, belum=2)["ada Butuh Perbaikan atau Kurang"] is (
        Keadaan.TERBUKA
    )
    assert state(ISTIMEWA, 2, 5, 0, 0, 0, belum=3)["Sangat Baik predikat terbanyak"] is (
        Keadaan.TERBUKA
    )
    assert state(ISTIMEWA, 2, 6, 0, 0, 0, belum=2)["Sangat Baik predikat terbanyak"] is (
        Keadaan.DI_LUAR
    )


def test_words_say_by_how_many_people_a_rule_is_off() -> None:
    open_one, _ = pola(BUTUH, spread(0, 4, 2, 0, 0), 4)
    assert selisih_words(open_one) == "kurang 4 orang"
    broken, _ = pola(BUTUH, spread(0, 5, 2, 0, 0), 3)
    assert selisih_words(broken) == "kurang 4 orang"
    over, _ = pola(BAIK, spread(0, 9, 1, 0, 0))
    assert selisih_words(over) == "lebih 2 orang"
    met, _ = pola(BAIK, spread(2, 7, 1, 0, 0))
    assert selisih_words(met) == "sesuai"


def test_the_warning_is_one_line_with_every_broken_rule() -> None:
    assert peringatan(BAIK, spread(1, 9, 0, 0, 0)) == (
        "Di luar pola capaian organisasi Baik: Baik paling banyak 70 % (lebih 2 orang); "
        "ada Butuh Perbaikan atau Kurang (kurang 1 orang)"
    )
    assert not peringatan(None, spread(0, 10, 0, 0, 0))


# Properties

COUNTS = st.lists(st.integers(0, 60), min_size=5, max_size=5)
CAPAIAN = st.sampled_from(CapaianOrganisasi)


@pytest.mark.parametrize("capaian", list(CapaianOrganisasi))
@pytest.mark.parametrize("people", range(4, 15))
def test_every_unit_can_meet_its_whole_pattern(capaian: CapaianOrganisasi, people: int) -> None:
    assert any(
        all(satu.terpenuhi for satu in pola(capaian, shared)) for shared in all_spreads(people)
    )


@given(CAPAIAN, COUNTS)
def test_a_unit_of_any_size_is_judged_by_the_letter(
    capaian: CapaianOrganisasi, counts: list[int]
) -> None:
    shared = spread(*counts)
    if found := pola(capaian, shared):
        assert [satu.terpenuhi for satu in found] == literal(capaian, shared)


@given(CAPAIAN, COUNTS, st.integers(0, 20), st.data())
def test_what_is_broken_stays_broken_whatever_the_others_get(
    capaian: CapaianOrganisasi, counts: list[int], belum: int, data: st.DataObject
) -> None:
    shared = spread(*counts)
    before = pola(capaian, shared, belum)
    later = data.draw(st.lists(st.sampled_from(KATEGORI), min_size=belum, max_size=belum))
    after = pola(capaian, {nama: shared[nama] + later.count(nama) for nama in KATEGORI})
    for early, late in zip(before, after, strict=True):
        if early.keadaan is Keadaan.DI_LUAR:
            assert late.selisih >= early.pasti > 0


@given(CAPAIAN, COUNTS, st.integers(1, 20))
def test_an_open_rule_is_met_by_some_outcome_of_the_others(
    capaian: CapaianOrganisasi, counts: list[int], belum: int
) -> None:
    shared = spread(*counts)
    for place, satu in enumerate(pola(capaian, shared, belum)):
        if satu.keadaan is Keadaan.TERBUKA:
            helped = dict(shared)
            helped[satu.predikat[0]] += belum
            assert pola(capaian, helped)[place].terpenuhi


@given(COUNTS)
def test_the_people_named_as_lacking_are_enough_and_one_less_is_not(counts: list[int]) -> None:
    found = pola(ISTIMEWA, spread(*counts))
    others = sorted(counts[1:], reverse=True)
    if not found or not found[0].selisih:
        return
    rule = found[0]
    for moved, reached in ((rule.selisih, True), (rule.selisih - 1, False)):
        left = list(others)
        for _ in range(moved):
            left.sort(reverse=True)
            left[0] -= 1
        assert (max(left) <= counts[0] + moved) is reached
