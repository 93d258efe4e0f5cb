"""How near a day is in words, from the fullest to the tightest."""

from datetime import date

from skp_tui.domain.dates import short_day

FAR = 60
"""Days from which a deadline is named without counting them."""


def left_words(left: int) -> str:
    """Say how many days are left, or how many are over."""
    if left == 0:
        return "hari ini"
    return f"{left} hari lagi" if left > 0 else f"lewat {-left} hari"


def least_deadline(limit: date, today: date) -> str:
    """Name the day of hand-over in the fewest words: those that are shown would be cut else."""
    return f"lewat {short_day(limit)}" if limit < today else _day(limit)


def bare_deadline(limit: date, today: date) -> str:
    """Name the day of hand-over alone, where there is room for no more."""
    return f"{_day(limit)}{' lewat' if limit < today else ''}"


def tight_deadline(limit: date, today: date) -> str:
    """Say how near the day of hand-over is, where there is hardly room."""
    left, day = (limit - today).days, _day(limit)
    if abs(left) > FAR:
        return f"{day} {limit.year}{' lewat' if left < 0 else ''}"
    if left == 0:
        return f"{day} hari ini"
    return f"{day}, {left} hari" if left > 0 else f"{day} lewat {-left} hr"


def deadline(limit: date, today: date) -> str:
    """Say how near the day of hand-over is."""
    day = _day(limit)
    if limit.year != today.year:
        day += f" {limit.year}"
    left = (limit - today).days
    if left == 0:
        return f"{day} (hari ini)"
    if left < 0:
        return f"{day} (lewat {-left} hari)" if -left <= FAR else f"{day} lewat"
    return f"{day} ({left} hari lagi)" if left <= FAR else day


def _day(limit: date) -> str:
    """Call it tenggat: batas is the value between two bands in the same line."""
    return f"tenggat {short_day(limit)}"
