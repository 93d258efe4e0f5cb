"""Deadlines of an objection, in calendar days, and the order of its stages."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.domain.objection import URUTAN, Hari, Tahap, TahapTertulis
from skp_tui.errors import InputError
from skp_tui.rules.objection import (
    Tahapan,
    check_order,
    deadlines,
    following,
    parse_days,
    received,
    waiting,
)

HARI = Hari(14, 14, 21)
SIGNED = date(2018, 1, 5)
K, T, P, R = URUTAN


def taken(**days: str) -> Tahapan:
    """Return stages by their days (ISO)."""
    return {
        Tahap(name): TahapTertulis(Tahap(name), date.fromisoformat(day), "x")
        for name, day in days.items()
    }


def test_the_setting_names_three_periods() -> None:
    assert parse_days("14;14;21") == HARI
    assert parse_days("7;0;30") == Hari(7, 0, 30)


@pytest.mark.parametrize(
    ("tahapan", "expected"),
    [
        ({}, ["2018-01-19", None, None, None]),
        (taken(keberatan="2018-01-12"), ["2018-01-19", "2018-01-26", None, None]),
        (
            taken(keberatan="2018-01-12", tanggapan="2018-01-26"),
            ["2018-01-19", "2018-01-26", "2018-02-16", None],
        ),
        # the end of a month and of a leap year's February are days as all others
        (taken(keberatan="2018-01-31"), ["2018-01-19", "2018-02-14", None, None]),
        (taken(keberatan="2020-02-20"), ["2018-01-19", "2020-03-05", None, None]),
        (taken(keberatan="2018-12-25"), ["2018-01-19", "2019-01-08", None, None]),
    ],
)
def test_each_deadline_runs_from_the_day_of_the_stage_before(
    tahapan: Tahapan, expected: list[str | None]
) -> None:
    found = deadlines(SIGNED, tahapan, HARI)
    assert [satu.tahap for satu in found] == list(URUTAN)
    assert [satu.batas and satu.batas.isoformat() for satu in found] == expected


def test_without_a_signature_nothing_can_be_objected_to() -> None:
    assert [satu.batas for satu in deadlines(None, {}, HARI)] == [None] * 4


@pytest.mark.parametrize(
    ("day", "late"),
    [("2018-01-05", 0), ("2018-01-19", 0), ("2018-01-20", 1), ("2018-01-22", 3)],
)
def test_a_stage_is_late_from_the_day_after_its_deadline_on(day: str, late: int) -> None:
    assert deadlines(SIGNED, taken(keberatan=day), HARI)[0].terlambat == late


@pytest.mark.parametrize(
    ("today", "left"), [("2018-01-12", 14), ("2018-01-26", 0), ("2018-01-29", -3)]
)
def test_the_days_left_are_counted_to_the_deadline(today: str, left: int) -> None:
    tenggat = deadlines(SIGNED, taken(keberatan="2018-01-12"), HARI)
    assert tenggat[1].sisa(date.fromisoformat(today)) == left
    assert tenggat[0].sisa(date.fromisoformat(today)) is None
    assert tenggat[3].sisa(date.fromisoformat(today)) is None


@pytest.mark.parametrize(
    ("tahapan", "tahap", "then"),
    [
        ({}, None, K),
        (taken(keberatan="2018-01-12"), T, T),
        (taken(keberatan="2018-01-12", tanggapan="2018-01-20"), P, P),
        (
            taken(keberatan="2018-01-12", tanggapan="2018-01-20", keputusan="2018-02-01"),
            None,
            R,
        ),
    ],
)
def test_an_objection_waits_for_its_answer_then_for_its_decision(
    tahapan: Tahapan, tahap: Tahap | None, then: Tahap
) -> None:
    found = waiting(deadlines(SIGNED, tahapan, HARI))
    assert (found and found.tahap) == tahap
    assert following(tahapan) is then


def test_after_the_recommendation_nothing_follows() -> None:
    everything = {tahap: TahapTertulis(tahap, SIGNED, "x") for tahap in URUTAN}
    assert following(everything) is None
    assert waiting(deadlines(SIGNED, everything, HARI)) is None


REFUSED = [
    (None, {}, K, "2018-01-10", "sudah ditandatangani"),
    (SIGNED, {}, K, "2018-01-04", "sebelum hasilnya diterima"),
    (SIGNED, {}, T, "2018-01-10", "Tanggapan memerlukan keberatan"),
    (SIGNED, {}, P, "2018-01-10", "Keputusan memerlukan tanggapan"),
    (SIGNED, taken(keberatan="2018-01-10"), P, "2018-01-12", "Keputusan memerlukan tanggapan"),
    (SIGNED, taken(keberatan="2018-01-10"), T, "2018-01-09", "sebelum keberatan"),
    (
        SIGNED,
        taken(keberatan="2018-01-10", tanggapan="2018-01-15"),
        K,
        "2018-01-16",
        "sesudah tanggapan",
    ),
    (
        SIGNED,
        taken(keberatan="2018-01-10", tanggapan="2018-01-15", keputusan="2018-01-20"),
        T,
        "2018-01-21",
        "sesudah keputusan",
    ),
]


@pytest.mark.parametrize(("diterima", "tahapan", "tahap", "day", "words"), REFUSED)
def test_a_stage_out_of_order_is_refused_with_the_reason(
    diterima: date | None, tahapan: Tahapan, tahap: Tahap, day: str, words: str
) -> None:
    with pytest.raises(InputError, match=words):
        check_order(diterima, tahapan, TahapTertulis(tahap, date.fromisoformat(day), "x"))


def test_a_late_stage_is_not_refused() -> None:
    check_order(SIGNED, {}, TahapTertulis(K, date(2019, 1, 1), "x"))
    check_order(SIGNED, taken(keberatan="2018-01-10"), TahapTertulis(T, date(2019, 1, 1), "x"))


@pytest.mark.parametrize(
    ("signed", "objected", "expected"),
    [
        ([], None, None),
        (["2018-01-05"], None, "2018-01-05"),
        (["2018-01-05", "2018-02-20"], None, "2018-02-20"),
        # signed again after the decision: the objection was against the first result
        (["2018-01-05", "2018-02-20"], "2018-01-15", "2018-01-05"),
        (["2018-01-05", "2018-01-10"], "2018-01-15", "2018-01-10"),
        (["2018-01-05"], "2018-01-01", None),
    ],
)
def test_an_objection_is_against_the_last_result_signed_before_it(
    signed: list[str], objected: str | None, expected: str | None
) -> None:
    tahapan = {} if objected is None else taken(keberatan=objected)
    found = received([date.fromisoformat(day) for day in signed], tahapan)
    assert (found and found.isoformat()) == expected


@given(
    st.dates(date(2014, 1, 1), date(2030, 1, 1)),
    st.lists(st.integers(0, 60), min_size=4, max_size=4),
    st.lists(st.integers(0, 60), min_size=3, max_size=3),
)
def test_stages_in_order_are_taken_and_late_by_just_the_days_beyond_the_period(
    signed: date, gaps: list[int], periods: list[int]
) -> None:
    tahapan: dict[Tahap, TahapTertulis] = {}
    day = signed
    for tahap, gap in zip(URUTAN, gaps, strict=True):
        day += timedelta(days=gap)
        tertulis = TahapTertulis(tahap, day, "x")
        check_order(signed, tahapan, tertulis)
        tahapan[tahap] = tertulis
    late = [satu.terlambat for satu in deadlines(signed, tahapan, Hari(*periods))]
    assert late == [*(max(0, g - p) for g, p in zip(gaps, periods, strict=False)), 0]
