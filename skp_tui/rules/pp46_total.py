"""How values are put together under PP 46: the plain mean, and the weights of Pasal 15."""

from collections.abc import Sequence
from fractions import Fraction

from skp_tui.domain.number import total

BOBOT_SKP = Fraction(60, 100)
BOBOT_PERILAKU = Fraction(40, 100)


def mean(values: Sequence[Fraction]) -> Fraction:
    """Return the plain mean of at least one value."""
    return total(values) / len(values)


def weighted(skp: Fraction, rata_rata_perilaku: Fraction) -> Fraction:
    """Return the nilai prestasi kerja of both its shares (PP 46/2011 Pasal 15)."""
    return BOBOT_SKP * skp + BOBOT_PERILAKU * rata_rata_perilaku
