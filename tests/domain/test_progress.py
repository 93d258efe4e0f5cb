"""Progress through the year: exact shares of days and of targets, and the word that follows."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.domain.appraisal import Bagian, Penilaian
from skp_tui.domain.office import Pegawai
from skp_tui.domain.progress import (
    Catatan,
    Kedudukan,
    Kemajuan,
    Rentang,
    jumlah,
    per_triwulan,
    rentang_bagian,
    setahun,
)

YEAR = setahun(2017)
PART = Bagian(1, "1")
PEGAWAI = Pegawai("196704101990031005", "Sari Contoh", "1")


@pytest.mark.parametrize(
    ("tahun", "today", "gone"),
    [
        (2017, date(2016, 12, 31), Fraction(0)),
        (2017, date(2017, 1, 1), Fraction(1, 365)),
        (2017, date(2017, 7, 2), Fraction(183, 365)),
        (2017, date(2017, 12, 30), Fraction(364, 365)),
        (2017, date(2017, 12, 31), Fraction(1)),
        (2017, date(2018, 1, 19), Fraction(1)),
        (2016, date(2016, 2, 29), Fraction(60, 366)),
        (2016, date(2016, 12, 30), Fraction(365, 366)),
        (2100, date(2100, 3, 1), Fraction(60, 365)),
        (2017, date.min, Fraction(0)),
        (2017, date.max, Fraction(1)),
    ],
)
def test_the_share_of_a_year_is_days_gone_over_days_today_included(
    tahun: int, today: date, gone: Fraction
) -> None:
    assert setahun(tahun).bagian_lewat(today) == gone


@pytest.mark.parametrize(
    ("today", "gone"),
    [
        (date(2017, 3, 15), Fraction(0)),
        (date(2017, 3, 16), Fraction(1, 107)),
        (date(2017, 6, 30), Fraction(1)),
        (date(2017, 7, 1), Fraction(1)),
    ],
)
def test_a_part_counts_its_own_days_only(today: date, gone: Fraction) -> None:
    assert Rentang(date(2017, 3, 16), date(2017, 6, 30)).bagian_lewat(today) == gone


def parts(*dates: tuple[date | None, date | None]) -> tuple[Bagian, ...]:
    return tuple(
        replace(PART, nomor=nomor, mulai=mulai, selesai=selesai)
        for nomor, (mulai, selesai) in enumerate(dates, 1)
    )


JUNE, JULY = date(2017, 6, 30), date(2017, 7, 1)


@pytest.mark.parametrize(
    ("dates", "nomor", "expected"),
    [
        ([], 1, YEAR),
        ([(None, None)], 1, YEAR),
        ([(JULY, None)], 1, Rentang(JULY, YEAR.selesai)),
        ([(None, JUNE)], 1, Rentang(YEAR.mulai, JUNE)),
        ([(None, JUNE), (JULY, None)], 1, Rentang(YEAR.mulai, JUNE)),
        ([(None, JUNE), (JULY, None)], 2, Rentang(JULY, YEAR.selesai)),
        ([(None, None), (JULY, None)], 1, Rentang(YEAR.mulai, JUNE)),
        ([(None, JUNE), (None, None)], 2, Rentang(JULY, YEAR.selesai)),
        ([(None, JUNE), (None, None)], 3, YEAR),
        ([(date(2016, 12, 1), date(2018, 2, 1))], 1, YEAR),
        ([(date(2018, 2, 1), None)], 1, YEAR),
        ([(None, YEAR.selesai), (None, None)], 2, YEAR),
        ([(None, date.max), (None, None)], 2, YEAR),
        ([(JULY, JUNE)], 1, YEAR),
        ([(None, None), (date.min, None)], 1, YEAR),
    ],
)
def test_a_part_without_dates_takes_them_from_its_neighbours_and_the_year(
    dates: list[tuple[date | None, date | None]], nomor: int, expected: Rentang
) -> None:
    assert rentang_bagian(Penilaian(2017, PEGAWAI, parts(*dates)), nomor) == expected


def test_the_part_of_who_came_or_left_in_the_year_counts_his_active_days() -> None:
    came = Penilaian(2017, replace(PEGAWAI, aktif_sejak=JULY), (PART,))
    left = Penilaian(2017, replace(PEGAWAI, aktif_sampai=JUNE), (PART,))
    assert rentang_bagian(came, 1) == Rentang(JULY, YEAR.selesai)
    assert rentang_bagian(left, 1) == Rentang(YEAR.mulai, JUNE)


HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("total", "target", "waktu", "selisih", "kedudukan"),
    [
        (None, None, HALF, None, Kedudukan.TANPA_TARGET),
        ("5", None, HALF, None, Kedudukan.TANPA_TARGET),
        (None, "12", Fraction(0), 0, Kedudukan.BELUM_MULAI),
        (None, "12", Fraction(1, 365), 0, Kedudukan.BELUM_DICATAT),
        (None, "12", HALF, -50, Kedudukan.BELUM_DICATAT),
        ("0.000001", "12", HALF, -50, Kedudukan.TERTINGGAL),
        ("6", "12", HALF, 0, Kedudukan.SESUAI),
        ("1", "12", Fraction(0), 8, Kedudukan.DI_DEPAN),
        ("55", "100", HALF, 5, Kedudukan.SESUAI),
        ("55.499", "100", HALF, 5, Kedudukan.SESUAI),
        ("55.5", "100", HALF, 6, Kedudukan.DI_DEPAN),
        ("44.5", "100", HALF, -6, Kedudukan.TERTINGGAL),
        ("44.501", "100", HALF, -5, Kedudukan.SESUAI),
        ("99.999999", "100", Fraction(1), 0, Kedudukan.SESUAI),
        ("100", "100", Fraction(1), 0, Kedudukan.TERCAPAI),
        ("100", "100", Fraction(0), 100, Kedudukan.TERCAPAI),
        ("150", "100", HALF, 100, Kedudukan.TERCAPAI),
        ("88", "100", Fraction(1), -12, Kedudukan.TERTINGGAL),
    ],
)
def test_where_a_kegiatan_stands(
    total: str | None,
    target: str | None,
    waktu: Fraction,
    selisih: int | None,
    kedudukan: Kedudukan,
) -> None:
    amounts = [None if text is None else Decimal(text) for text in (total, target)]
    found = Kemajuan(amounts[0], amounts[1], waktu)
    assert (found.selisih, found.kedudukan) == (selisih, kedudukan)


def note(day: date, amount: str | None) -> Catatan:
    return Catatan(1, day, jumlah=None if amount is None else Decimal(amount))


def test_nothing_entered_is_no_sum_and_never_zero() -> None:
    assert jumlah([]) is None
    assert jumlah([note(JUNE, None)]) is None
    assert jumlah([note(JUNE, "0.1")] * 10) == 1


def test_quarters_are_those_of_the_calendar() -> None:
    days = [(3, 31, "1"), (4, 1, "2"), (6, 30, "4"), (7, 1, "8"), (12, 31, "16.5"), (9, 30, None)]
    notes = [note(date(2017, month, day), amount) for month, day, amount in days]
    assert per_triwulan(notes) == (Decimal(1), Decimal(6), Decimal(8), Decimal("16.5"))
    assert per_triwulan([]) == (None,) * 4


AMOUNTS = st.decimals(Decimal("0.000001"), Decimal(10) ** 14, places=6)
DAYS = st.dates(YEAR.mulai, YEAR.selesai)


@given(st.lists(st.tuples(DAYS, AMOUNTS), max_size=60))
def test_quarters_add_up_exactly_to_the_sum(entries: list[tuple[date, Decimal]]) -> None:
    notes = [Catatan(nomor, day, jumlah=amount) for nomor, (day, amount) in enumerate(entries)]
    total = sum((Fraction(satu or 0) for satu in per_triwulan(notes)), Fraction(0))
    assert total == Fraction(jumlah(notes) or 0)
    assert total == sum((Fraction(amount) for _, amount in entries), Fraction(0))


@given(st.dates(date(2014, 1, 1), date(2200, 1, 1)), st.integers(0, 400), st.dates())
def test_the_share_runs_from_0_to_1_and_a_day_is_always_the_same_step(
    first: date, days: int, today: date
) -> None:
    span = Rentang(first, first + timedelta(days=days))
    share = span.bagian_lewat(today)
    assert 0 <= share <= 1
    if span.memuat(today):
        assert share - span.bagian_lewat(today - timedelta(days=1)) == Fraction(1, span.hari)
    assert span.memuat(span.terdekat(today))
