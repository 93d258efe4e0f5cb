"""The period for which a BKN workbook appraises: its year, and the days where it is but a part."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from skp_tui.domain.dates import BULAN
from skp_tui.exchange.bkn.sheet import Lembar, SelBuku
from skp_tui.record import record

_BULAN = {nama.casefold(): nomor for nomor, nama in enumerate(BULAN, 1)}
_PENDEK = {nama[:3].casefold(): nomor for nomor, nama in enumerate(BULAN, 1)}
_LAIN = {"agust": 8, "agt": 8, "ags": 8, "sept": 9, "nopember": 11, "nop": 11, "pebruari": 2,
         "peb": 2, "des": 12, "december": 12, "january": 1}  # fmt: skip
_NAMES = {**_PENDEK, **_LAIN, **_BULAN}
_WORDS = "|".join(sorted(_NAMES, key=len, reverse=True))
_WRITTEN = re.compile(rf"(?:\b(\d{{1,2}})\s*)?\b({_WORDS})\b\.?,?\s*(\d{{4}})?", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b", re.ASCII)
_DAY_FIRST = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b", re.ASCII)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b", re.ASCII)
_LOOKED_AT = 3
_DESEMBER = 12


@record
class Jangka:
    """A period as a form prints it: the years named in it, and its days as far as they are told."""

    sel: SelBuku
    tahun: tuple[int, ...]
    mulai: date | None = None
    selesai: date | None = None

    @property
    def hari(self) -> tuple[date, date] | None:
        """Return the days of a part of a year; None for all of it, and where none are told.

        The forms print 2 January for the first day of the year: the first one is a holiday.
        """
        if self.mulai is None or self.selesai is None:
            return None
        first, last = whole_year(self.mulai.year)
        if self.mulai in (first, first.replace(day=2)) and self.selesai == last:
            return None
        return self.mulai, self.selesai


def whole_year(tahun: int) -> tuple[date, date]:
    """Return the first and the last day of a year."""
    return date(tahun, 1, 1), date(tahun, _DESEMBER, 31)


def period_of(lembar: Lembar) -> Jangka | None:
    """Return the period that a form names beside or under its heading "jangka waktu"."""
    for sel in lembar.cells():
        if "jangkawaktu" in sel.padat:
            found = next(_periods(lembar, sel), None)
            if found is not None:
                return found
    return None


def _periods(lembar: Lembar, head: SelBuku) -> Iterator[Jangka]:
    """Read the heading's row from the heading on, then with the rows under it."""
    text, place = "", head
    for below in range(_LOOKED_AT):
        row = [
            sel
            for sel in lembar.row(head.baris + below)
            if below or sel.kolom >= head.kolom
        ]  # fmt: skip
        text = " ".join((text, *(sel.teks for sel in row)))
        if below and row:
            place = row[-1]
        years = tuple(sorted({int(year) for year in _YEAR.findall(text)}))
        if years:
            yield Jangka(place, years, *_days(text, years))
            return


def _days(text: str, years: tuple[int, ...]) -> tuple[date | None, date | None]:
    days = [(year, month, day) for year, month, day in _exact(text)]
    if len(days) < 2:  # noqa: PLR2004 - a first and a last day
        days = [
            (int(year or years[-1]), _NAMES[name.casefold()], int(day or 0))
            for day, name, year in _WRITTEN.findall(text)
        ]
    if len(days) < 2 or len(years) > 1:  # noqa: PLR2004 - a first and a last day
        return None, None
    return _day(*days[0], last=False), _day(*days[-1], last=True)


def _exact(text: str) -> Iterator[tuple[int, int, int]]:
    for year, month, day in _ISO.findall(text):
        yield int(year), int(month), int(day)
    for day, month, year in _DAY_FIRST.findall(text):
        yield int(year), int(month), int(day)


def _day(year: int, month: int, day: int, *, last: bool) -> date | None:
    """Return a day; a month alone begins with its first and ends with its last one."""
    try:
        end = monthrange(year, month)[1]
        return date(year, month, day or (end if last else 1))
    except ValueError:
        return None
