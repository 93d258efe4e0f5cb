"""The numbers of a step as they are written: whoever reckons it again comes to the same result."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final

from skp_tui.domain.number import fixed, printed, rounded

Formula = Callable[[Sequence[Fraction]], Fraction]

_MOST: Final = 6
"""Decimals from which more would only be read past."""


def operands(values: Sequence[Fraction], formula: Formula) -> list[str]:
    """Write values with two decimals, with more where these would lead to another result.

    A result that lies just half way may be missed with any of them: then two decimals stand.
    """
    result = rounded(formula(values))
    for decimals in range(2, _MOST + 1):
        unit = 10**decimals
        if (
            rounded(formula([Fraction(rounded(value, decimals), unit) for value in values]))
            == result
        ):
            return [_written(value, decimals) for value in values]
    return list(map(printed, values))


def _written(value: Fraction, decimals: int) -> str:
    return printed(value) if (value * 100).denominator == 1 else fixed(value, decimals, ",")
