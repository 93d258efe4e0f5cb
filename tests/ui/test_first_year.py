"""Which year the program begins with: the one that is worked on, not the newest that was made."""

from datetime import date

import pytest

from skp_tui.ui.screens.unit.read import first_year
from tests.ui.conftest import Open

PP46, PERMENPANRB6 = "PP46", "PERMENPANRB6"


@pytest.mark.parametrize(
    ("years", "today", "expected"),
    [
        ((2026, 2027), date(2026, 11, 23), 2026),
        ((2025, 2026, 2027), date(2026, 11, 23), 2026),
        ((2025,), date(2026, 11, 23), 2025),
        ((2027,), date(2026, 11, 23), 2027),
        ((2027, 2028), date(2026, 11, 23), 2027),
        ((2025, 2026), date(2026, 1, 31), 2025),
        ((2025, 2026), date(2026, 2, 1), 2026),
        ((2026,), date(2026, 1, 5), 2026),
        ((2024, 2026), date(2026, 1, 5), 2024),
        ((), date(2026, 11, 23), 2026),
    ],
)
def test_the_year_that_has_begun_is_shown_and_in_january_the_one_that_is_due(
    years: tuple[int, ...], today: date, expected: int
) -> None:
    assert first_year(dict.fromkeys(years, PERMENPANRB6), today) == expected


def test_a_year_of_a_newer_program_is_passed_over() -> None:
    years = {2026: "peraturan_baru", 2017: PP46}
    assert first_year(years, date(2026, 11, 23)) == 2017
    assert first_year({2026: "peraturan_baru"}, date(2026, 11, 23)) == 2025


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 23), 2026),
        (date(2026, 1, 31), 2025),
        (date(2026, 2, 1), 2026),
        (date(2014, 1, 2), 2014),
        (date(1980, 1, 1), 2014),
    ],
)
async def test_the_first_start_gives_the_year_that_is_worked_on_as_its_example(
    open_program: Open, today: date, expected: int
) -> None:
    async with open_program(empty=True, today=today) as program:
        assert f"misalnya {expected}" in program.screen_text()
