"""A date is read in the three written forms, and written in one form for each place."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.domain.dates import (
    DateError,
    editable_date,
    filed_moment,
    parse_date,
    short_date,
    short_day,
    shown_date,
    shown_moment,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2017-12-31", date(2017, 12, 31)),
        ("31-12-2017", date(2017, 12, 31)),
        ("31/12/2017", date(2017, 12, 31)),
        ("1-2-2017", date(2017, 2, 1)),
        ("01/02/2017", date(2017, 2, 1)),
        ("2016-02-29", date(2016, 2, 29)),
        (" 31-12-2017 ", date(2017, 12, 31)),
    ],
)
def test_a_date_is_read_day_first_or_in_iso_form(text: str, value: date) -> None:
    assert parse_date(text) == value


@pytest.mark.parametrize(
    "text", ["2017-02-29", "31-04-2017", "12/31/2017", "0-1-2017", "01-13-2017", "0000-01-01"]
)
def test_a_date_that_is_in_no_calendar_is_refused(text: str) -> None:
    with pytest.raises(DateError, match=r"^tanggal itu tidak ada di kalender; tulis misalnya 31"):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2017",
        "31-12-17",
        "31-12/2017",
        "2017/12/31",
        "31 Desember 2017",
        "31.12.2017",
        "43100",
        "2017-12-31 00:00",
        "٣١-١٢-٢٠١٧",
    ],
)
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(DateError, match=r"^bukan tanggal; tulis misalnya 31-12-2017$"):
        parse_date(text)


@given(st.dates())
def test_what_is_written_is_read_back(value: date) -> None:
    assert parse_date(editable_date(value)) == value
    assert parse_date(value.isoformat()) == value


def test_a_date_is_shown_with_its_month_in_words() -> None:
    assert shown_date(date(2018, 1, 31)) == "31 Januari 2018"
    assert shown_date(date(2017, 8, 1)) == "1 Agustus 2017"
    assert (shown_date(None), shown_date(None, ""), editable_date(None)) == ("–", "", "")


def test_a_column_has_the_first_letters_of_the_month() -> None:
    assert short_date(date(2018, 1, 31)) == "31 Jan 2018"
    assert short_day(date(2017, 8, 1)) == "1 Agu"
    assert (short_date(None), short_date(None, "")) == ("–", "")


@given(st.dates())
def test_the_short_form_of_a_date_is_the_long_one_with_less_of_its_month(value: date) -> None:
    day, month, year = shown_date(value).split()
    assert short_date(value) == f"{day} {month[:3]} {year}"


def test_a_moment_is_read_in_words_and_filed_in_digits() -> None:
    when = datetime(2018, 1, 5, 9, 30, tzinfo=UTC)
    assert shown_moment(when) == "5 Jan 2018 09.30"
    assert filed_moment(when) == "05-01-2018 09.30"
