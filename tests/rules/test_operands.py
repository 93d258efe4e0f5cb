"""Whoever reckons a step again from the numbers that it shows comes to the result that it shows."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from skp_tui.domain.number import rounded
from skp_tui.rules.operands import operands
from skp_tui.rules.pp46_total import mean, weighted

VALUES = st.fractions(0, 200, max_denominator=10**6)


def read(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def total(values: Sequence[Fraction]) -> Fraction:
    return weighted(*values)


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        (("92.694", "82"), ["92,694", "82,00"]),
        (("86.78", "90"), ["86,78", "90,00"]),
        (("88.666", "90"), ["88,67", "90,00"]),
        (("92.6915", "82"), ["92,69", "82,00"]),
        (("90.1249", "80.0049"), ["90,125", "80,005"]),
    ],
)
def test_more_decimals_stand_where_two_lead_to_another_result(
    values: tuple[str, ...], shown: list[str]
) -> None:
    assert operands([Fraction(value) for value in values], total) == shown


@given(st.lists(VALUES, min_size=1, max_size=12))
@example([Fraction(266, 3), Fraction(177, 2)])
def test_a_mean_is_found_again(values: list[Fraction]) -> None:
    shown = [read(text) for text in operands(values, mean)]
    assert rounded(mean(shown)) == rounded(mean(values)) or is_half_way(mean(values))


@given(VALUES, VALUES)
def test_a_weighted_value_is_found_again(skp: Fraction, perilaku: Fraction) -> None:
    shown = [read(text) for text in operands((skp, perilaku), total)]
    exact = weighted(skp, perilaku)
    assert rounded(total(shown)) == rounded(exact) or is_half_way(exact)


def is_half_way(value: Fraction) -> bool:
    """Say whether a value lies so near the middle of two results that six decimals do not tell."""
    above = value * 100 - value * 100 // 1
    return abs(above - Fraction(1, 2)) < Fraction(1, 1000)
