"""A cell of a workbook as the text that a person reads in it, and what kind of cell it was."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from sys import intern
from typing import Final

from skp_tui.domain.dates import editable_date
from skp_tui.domain.number import editable

Nilai = int | float | str | bool | time | date | datetime | timedelta

_JAM: Final = 3600
_TANGGAL: Final = 10
"""Signs of an ISO date, without its time of day."""


class Rupa(StrEnum):
    """What a cell of a workbook was, one letter each, so that a row of them is one short text."""

    KOSONG = " "
    TEKS = "t"
    ANGKA = "n"
    PERSEN = "p"
    BERNOL = "0"
    TANGGAL = "d"
    JAM = "w"
    LOGIKA = "b"
    GALAT = "e"
    RUMUS = "f"


_LITERAL: Final = re.compile(r"\"[^\"]*\"?|\\.|_.|\*.|\[[^\]]*\]", re.DOTALL)
_PADDED: Final = re.compile(r"0{2,18}(?:;.*)?", re.DOTALL)
_DIINGAT: Final = 20_000
_KOSONG: Final = Rupa.KOSONG.value
_TEKS: Final = Rupa.TEKS.value


def texts_of(values: Iterable[Nilai], seen: dict[str, str]) -> tuple[list[str], list[str]]:
    """Write the cells of a row as a person would read them, with their kinds.

    ``seen`` are texts met before: the same few fill most cells, and are shared.

    A number has at most the 15 digits that a spreadsheet keeps, so that 0.1 + 0.2 is 0,3; its
    decimal sign is the comma, as in the text cells beside it. A date is ISO.
    """
    texts: list[str] = []
    kinds: list[str] = []
    for value in values:
        if value == "":
            text, kind = "", _KOSONG
        elif isinstance(value, str):
            text, kind = seen.get(value, value), _TEKS
            if text is value and len(seen) < _DIINGAT:
                seen[value] = value
        else:
            text, kind = _others(value)
        texts.append(text)
        kinds.append(kind)
    return texts, kinds


# typed: True, 1 and 1.0 are one key otherwise
@lru_cache(maxsize=4096, typed=True)
def _others(value: Nilai) -> tuple[str, str]:
    if isinstance(value, bool):
        return str(value).upper(), Rupa.LOGIKA
    if isinstance(value, int | float):
        return number_text(value), Rupa.ANGKA
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(" ", "seconds"), Rupa.TANGGAL
    if isinstance(value, date):
        return intern(value.isoformat()[:_TANGGAL]), Rupa.TANGGAL
    if isinstance(value, timedelta):
        hours, rest = divmod(int(value.total_seconds()), _JAM)
        return f"{hours}:{rest // 60:02}", Rupa.JAM
    return str(value), Rupa.JAM


def number_text(value: float) -> str:
    """Write a number cell with at most 15 digits, all of them: never with an exponent."""
    return editable(Decimal(format(value, ".15g")))


def format_of(code: str) -> tuple[str, Rupa] | None:
    """Return what a number format does to what is seen: None for one that only groups or rounds.

    ``0%`` multiplies by a hundred, ``0"%"`` only prints a sign; ``000`` shows 7 as 007.
    """
    if "%" in code and "%" in _LITERAL.sub("", code):
        return "", Rupa.PERSEN
    if _PADDED.fullmatch(code):
        return code.partition(";")[0], Rupa.BERNOL
    return None


def seen(text: str, kind: str, words: tuple[str, str]) -> tuple[str, str]:
    """Return a cell and its kind as it is seen: ``words`` stand for it, or say how it is shown."""
    if words[1] == Rupa.PERSEN:
        return (percent_text(text), words[1]) if kind == Rupa.ANGKA else (text, kind)
    if words[1] == Rupa.BERNOL:
        padded = kind == Rupa.ANGKA and text.isdigit()
        return (text.zfill(len(words[0])) if padded else text), kind
    return words


def percent_text(text: str) -> str:
    """Write a number cell as its percent format shows it: 0,9 is ``90%``."""
    return f"{editable(Decimal(text.replace(',', '.')) * 100)}%"


def day_text(text: str) -> str:
    """Write an ISO date cell as people type it, for a column that wants a text."""
    return editable_date(date.fromisoformat(text[:_TANGGAL]))
