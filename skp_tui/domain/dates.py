"""The one place that reads a date, and the one that writes it.

What is read names the month: ``31 Januari 2018``, in a column ``31 Jan 2018``. Digits are for what
is typed, so that a field is filled as its example shows, and for files.
"""

import re
from datetime import date, datetime

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4})", re.ASCII)


class DateError(ValueError):
    """Says in one Indonesian sentence why a text is not a date."""


def parse_date(text: str) -> date:
    """Read ``2017-12-31``, ``31-12-2017`` or ``31/12/2017``; raises DateError."""
    bare = text.strip()
    if match := _ISO.fullmatch(bare):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.fullmatch(bare):
        day, _, month, year = match.groups()
    else:
        raise DateError("bukan tanggal; tulis misalnya 31-12-2017")
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise DateError("tanggal itu tidak ada di kalender; tulis misalnya 31-12-2017") from None


def shown_date(value: date | None, empty: str = "–") -> str:
    """Write a date as people read it: ``31 Januari 2018``."""
    return empty if value is None else f"{value.day} {BULAN[value.month - 1]} {value.year}"


def short_date(value: date | None, empty: str = "–") -> str:
    """Write a date where room is scarce, as in a column: ``31 Jan 2018``."""
    return empty if value is None else f"{short_day(value)} {value.year}"


def short_day(value: date) -> str:
    """Write a day whose year is plain: ``31 Jan``."""
    return f"{value.day} {BULAN[value.month - 1][:3]}"


def editable_date(value: date | None) -> str:
    """Write a date as it is typed into a field: ``31-01-2018``."""
    return "" if value is None else f"{value.day:02}-{value.month:02}-{value.year:04}"


def shown_moment(value: datetime) -> str:
    """Write a date with its time of day, short enough for a list: ``31 Jan 2018 10.42``."""
    return f"{short_date(value.date())} {value:%H.%M}"


def filed_moment(value: datetime) -> str:
    """Write a date with its time of day into a text for others: ``31-01-2018 10.42``."""
    return f"{editable_date(value.date())} {value:%H.%M}"


def age_words(then: datetime, now: datetime) -> str:
    """Say how long ago something was: ``12 hari yang lalu``; a clock that was put back is told."""
    seconds = int((now - then).total_seconds())
    if seconds < -_MINUTE:
        return "menurut jam komputer ini di masa depan"
    for length, word in ((_DAY, "hari"), (_HOUR, "jam"), (_MINUTE, "menit")):
        if seconds >= length:
            return f"{seconds // length} {word} yang lalu"
    return "baru saja"
