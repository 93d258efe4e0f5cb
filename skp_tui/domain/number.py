"""The one place that reads a number, and the one that writes it; no float anywhere."""

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Literal

DecimalSign = Literal[".", ","]

MAX_DECIMALS = 6
MAX_DIGITS = 15

_DOT = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_COMMA = re.compile(r"-?\d+(,\d+)?", re.ASCII)
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?", re.ASCII)
_KEYPAD = re.compile(r"-?(0\d*\.\d+|\d+\.(\d{1,2}|\d{4,}))", re.ASCII)
_GROUPED_BY_COMMA = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?", re.ASCII)
_GROUPED_BY_BLANK = re.compile(r"-?[1-9]\d{0,2}([ \u00a0\u202f]\d{3})+")
_EXPONENT = re.compile(r"[-+]?[\d.,]+[eE][-+]?\d+", re.ASCII)
_MONEY_HEAD = re.compile(r"^rp\.?\s*", re.IGNORECASE)
_MONEY_TAIL = re.compile(r",-{1,2}$")


class NumberError(ValueError):
    """Says in one Indonesian sentence why a text is not a number, and what to write instead."""


def parse_number(text: str, decimal: DecimalSign, *, money: bool = False) -> Decimal:
    """Read a number exactly as it was written.

    With ``decimal="."`` (comma separated files) any comma is refused, since ``1,500`` can be read
    two ways. With ``","`` a dot groups thousands, and is a decimal sign where it is not followed by
    exactly three digits (numeric keypad) or where the group would start with 0.
    ``money`` accepts ``Rp`` in front and ``,-`` behind. Raises NumberError.
    """
    bare = text.strip()
    if money:
        bare = _MONEY_TAIL.sub("", _MONEY_HEAD.sub("", bare)).strip()
    plain = _plain_dot(bare) if decimal == "." else _plain_comma(bare)
    if plain is None:
        raise NumberError(_why_not(bare, decimal))
    return _within_bounds(Decimal(plain))


def parse_computed(text: str, decimal: DecimalSign) -> Fraction | None:
    """Read a number that a program computed, by the same signs: of any length, never stored."""
    bare = text.strip()
    plain = _plain_dot(bare) if decimal == "." else _plain_comma(bare)
    return None if plain is None else Fraction(plain)


def _plain_dot(text: str) -> str | None:
    return text if _DOT.fullmatch(text) else None


def _plain_comma(text: str) -> str | None:
    if _GROUPED.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    if _COMMA.fullmatch(text):
        return text.replace(",", ".")
    return text if _KEYPAD.fullmatch(text) else None


def _why_not(text: str, decimal: DecimalSign) -> str:
    if _EXPONENT.fullmatch(text):
        return "ditulis dengan pangkat (E); tulis angkanya lengkap"
    if decimal == "." and re.fullmatch(r"-?[1-9]\d*,\d{3}", text, re.ASCII):
        return _two_ways(text, ",", ".", "tulis desimal dengan titik, tanpa pemisah ribuan")
    if decimal == "," and re.fullmatch(r"-?\d+\.\d{3}", text, re.ASCII):
        return _two_ways(text, ".", ",", "tulis desimal dengan koma")
    plain = _without_groups(text, decimal)
    if plain is not None:
        return f"berisi pemisah ribuan; tulis {plain}"
    if decimal == "." and "," in text:
        plain = text.replace(",", ".") if _COMMA.fullmatch(text) else None
        return f"berisi koma; tulis {plain or 'desimal dengan titik, tanpa pemisah ribuan'}"
    return f"bukan angka; tulis angka saja, misalnya 12 atau 87{decimal}5"


def _without_groups(text: str, decimal: DecimalSign) -> str | None:
    """Return a number that only the marks between its thousands spoil as it should be written."""
    if _GROUPED_BY_BLANK.fullmatch(text):
        return re.sub(r"[ \u00a0\u202f]", "", text)
    if decimal == "." and _GROUPED.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    if _GROUPED_BY_COMMA.fullmatch(text):
        return text.replace(",", "").replace(".", decimal)
    return None


def _two_ways(text: str, sign: str, decimal: DecimalSign, remedy: str) -> str:
    joined, point = text.replace(sign, ""), text.replace(sign, decimal)
    return f"dapat dibaca {joined} atau {point}; {remedy}"


def _within_bounds(value: Decimal) -> Decimal:
    bare = Decimal(canonical(value))
    exponent = bare.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > MAX_DECIMALS:
        raise NumberError(f"lebih dari {MAX_DECIMALS} angka di belakang koma; bulatkan dahulu")
    if bare.copy_abs() >= 10**MAX_DIGITS:
        raise NumberError(f"lebih dari {MAX_DIGITS} angka; periksa lagi")
    return bare


def canonical(value: Decimal) -> str:
    """Write an entered number without exponent, grouping and trailing zeros: ``90``, ``90.5``."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    bare = text.lstrip("-").lstrip("0") or "0"
    bare = f"0{bare}" if bare.startswith(".") else bare
    return f"-{bare}" if text.startswith("-") and bare != "0" else bare


def shown(value: Decimal | None, empty: str = "") -> str:
    """Write an entered number as the screen shows it: decimal comma, dots between thousands."""
    if value is None:
        return empty
    whole, _, rest = canonical(value).partition(".")
    sign = "-" if whole.startswith("-") else ""
    grouped = f"{int(whole.lstrip('-')):,}".replace(",", ".")
    return f"{sign}{grouped},{rest}" if rest else f"{sign}{grouped}"


def editable(value: Decimal | None) -> str:
    """Write an entered number as it is typed: decimal comma, no grouping."""
    return "" if value is None else canonical(value).replace(".", ",")


def total(values: Iterable[Fraction]) -> Fraction:
    """Add exact values over one common denominator: `sum` makes and reduces a fraction for each."""
    parts = tuple(values)
    common = lcm(*(part.denominator for part in parts))
    return Fraction(sum(part.numerator * (common // part.denominator) for part in parts), common)


def rounded(value: Fraction, decimals: int = 2) -> int:
    """Return the value in units of the last decimal, rounded half away from zero."""
    scaled = abs(value) * int(10**decimals)
    whole: int = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return -whole if value < 0 else whole


def fixed(value: Fraction, decimals: int = 2, sign: DecimalSign = ".") -> str:
    """Write a computed value with so many decimals, half away from zero, never ``-0.00``."""
    units = rounded(value, decimals)
    digits = str(abs(units)).rjust(decimals + 1, "0")
    body = f"{digits[:-decimals]}{sign}{digits[-decimals:]}" if decimals else digits
    return f"-{body}" if units < 0 else body


def printed(value: Fraction | None, empty: str = "–") -> str:
    """Write a computed value as the regulation prints it: ``87,60``; a dash for "not yet"."""
    return empty if value is None else fixed(value, 2, ",")


def readable_size(size: int) -> str:
    """Write a number of bytes as people read it: ``1,4 MB``."""
    for power, unit in ((3, "GB"), (2, "MB"), (1, "kB")):
        if size >= 1000**power:
            return f"{fixed(Fraction(size, 1000**power), 1, ',')} {unit}"
    return f"{size} byte"
