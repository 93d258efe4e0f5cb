"""Reads and writes a measure of the SKP from 2022 on: an exact number, else a text.

Files and tables hold it as one canonical text. What has nothing but the signs of a number is one,
or it is refused, so that such a text tells by itself which of the two it is.
"""

import re
import unicodedata
from decimal import Decimal

from skp_tui.domain.dates import BULAN
from skp_tui.domain.kinerja import Ukuran
from skp_tui.domain.number import DecimalSign, NumberError, canonical, editable, parse_number, shown

_SIGNS = re.compile(r"[-+]?[\d.,]+(\s+[\d.,]+)*([eE][-+]?\d+)?")
"""Blanks between digits are signs of a number too: ``1 000`` is never a text, it is refused."""
_STORED = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_SPACED = r"\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?"
_THOUSANDS = re.compile(_SPACED)
_NUMBER = rf"({_SPACED}|[\d.,]*\d)"
_WITH_UNIT = re.compile(rf"{_NUMBER}\s*([^\d\s.,][^\d]*)")
_RUPIAH = re.compile(rf"rp\.?\s*{_NUMBER}(?:,-{{1,2}})?", re.IGNORECASE)
_MONTHS = "|".join(nama[:3] for nama in BULAN)
_CALLED = r"(?:tanggal|tgl|pukul|jam|ke|pasal|ayat|nomor|no)"
_DATES = re.compile(
    rf"\b{_CALLED}\b[.\s-]*\d{{1,3}}(?:[.:]\d\d)?(?!\d)"
    rf"|(?<!\d)\d{{1,2}}\s+(?:{_MONTHS}|{'|'.join(BULAN)})\b"
    r"|(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
    rf"|(?:\d{{1,2}}[\s-]+)?(?:{_MONTHS})[a-z]*\.?[\s-]+(?:19|20)\d\d|(?:19|20)\d\d)(?!\d)",
    re.ASCII | re.IGNORECASE,
)
"""Dates in words and figures, years that stand alone, and what a number calls: ``tanggal 10``."""
_UNIT_SIGNS = frozenset("%‰°")


def is_figure(text: str) -> bool:
    """Say whether a text has nothing but the signs of a number, so that it must be one."""
    return _SIGNS.fullmatch(text) is not None


def parse_ukuran(text: str, decimal: DecimalSign) -> Ukuran:
    """Read a measure as it stands in a file or is typed; raises NumberError for a broken number."""
    bare = text.strip()
    if not is_figure(bare):
        return bare
    try:
        return parse_number(bare, decimal)
    except NumberError as fault:
        why = _why_spaced(bare) or fault
        raise NumberError(f"{why}; bila maksudnya teks, tulis dengan kata") from None


def without_blanks(number: str) -> str:
    """Return a number whose thousands stand apart as it is to be written: ``1 000`` as 1000."""
    return "".join(number.split())


def _why_spaced(text: str) -> str | None:
    if not any(map(str.isspace, text)):
        return None
    if _THOUSANDS.fullmatch(text):
        return f"angkanya berspasi; tulis {without_blanks(text)}"
    return "angkanya berspasi; tulis tanpa spasi"


def stored_ukuran(text: str | None) -> Ukuran | None:
    """Return the measure that a canonical text stands for, None for "not yet"."""
    if not text:
        return None
    return Decimal(text) if _STORED.fullmatch(text) else text


def canonical_ukuran(ukuran: Ukuran | None) -> str | None:
    """Write a measure as files and tables hold it: ``12.5``, or the text itself."""
    return canonical(ukuran) if isinstance(ukuran, Decimal) else ukuran or None


def shown_ukuran(ukuran: Ukuran | None, satuan: str = "", empty: str = "") -> str:
    """Write a measure as the screen shows it, with what it counts: ``1.250,5 laporan``."""
    text = shown(ukuran, empty) if isinstance(ukuran, Decimal) else ukuran or empty
    return f"{text} {satuan}" if satuan and isinstance(ukuran, Decimal) else text


def editable_ukuran(ukuran: Ukuran | None) -> str:
    """Write a measure as it is typed: decimal comma, no grouping."""
    return editable(ukuran) if isinstance(ukuran, Decimal) else ukuran or ""


def with_unit(text: str) -> tuple[str, str] | None:
    """Return number and unit of a text such as ``12 laporan``, as they stand there, or None.

    A text with further digits is none: ``31 Desember 2025`` counts nothing; nor does ``3²`` or
    ``12-``, for a unit is a word, a percentage or a currency.
    """
    rupiah = _RUPIAH.fullmatch(text.strip())
    if rupiah:
        return rupiah[1], "rupiah"
    found = _WITH_UNIT.fullmatch(text.strip())
    return (found[1], found[2].strip()) if found and _is_unit(found[2]) else None


def has_lost_figure(ukuran: Ukuran | None) -> bool:
    """Say whether a text holds digits that were surely meant to count: ``laporan12 lapran``.

    Dates and years count nothing: ``31 Desember 2025``, ``Triwulan IV 2025``, ``tanggal 10``.
    """
    if not isinstance(ukuran, str):
        return False
    return any(map(str.isdecimal, _DATES.sub("", ukuran)))


def _is_unit(text: str) -> bool:
    """Say whether a text begins as a unit does, a bracket aside: ``12 (dua belas) laporan``."""
    sign = text.lstrip("( ")[:1]
    return bool(sign) and (
        sign.isalpha() or sign in _UNIT_SIGNS or unicodedata.category(sign) == "Sc"
    )
