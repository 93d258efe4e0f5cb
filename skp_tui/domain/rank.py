"""Golongan and pangkat (regulations E): the closed list, and the spellings met in the field."""

import re
from collections.abc import Iterator

PANGKAT: dict[str, str] = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}

GOLONGAN_PPPK = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX",
    "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
)  # fmt: skip

_ROMAWI = ("I", "II", "III", "IV")
_KODE_BKN = {
    f"{_ROMAWI.index(ruang) + 1}{'abcde'.index(huruf) + 1}": f"{ruang}/{huruf}"
    for ruang, huruf in (golongan.split("/") for golongan in PANGKAT)
}
_IN_TEXT = re.compile(r"\b(IV|III|II|I)\s*[/\-. ]?\s*([a-e])\b", re.IGNORECASE)
_WRITTEN = re.compile(r"\b(?:IV|III|II|I)\s*[/\-. ]\s*[a-z]\b", re.IGNORECASE)
_BROKEN_OFF = re.compile(r"(?:\bI+\s+)+$", re.IGNORECASE)
_CALLED = re.compile(r"^(?:golongan|gol|pppk)\b[\s.:]*", re.IGNORECASE)
_ROMAN = re.compile(r"\b(IV|III|II|I)\b", re.IGNORECASE)
_TINGKAT = re.compile(r"\b(tk|tkt|tingkat)\b[\s.\-]*(1|i)\b", re.IGNORECASE)


class RankError(ValueError):
    """Says in one Indonesian sentence why a text is no golongan."""


def parse_golongan(text: str) -> str:
    """Return the golongan as ``III/d`` (or the roman class of a PPPK); raises RankError.

    Reads ``III d``, ``(III/d)``, ``iii-D``, ``Penata Tk. I/ III/d``, ``Penata TK-1``, BKN's code 34
    and ``Golongan IX``.
    """
    bare = " ".join(text.replace("(", " ").replace(")", " ").split())
    if bare.upper() in GOLONGAN_PPPK:
        return bare.upper()
    called = _CALLED.sub("", bare).upper()
    if called in GOLONGAN_PPPK and called not in _ROMAWI:  # those alone may lack their letter
        return called
    if bare in _KODE_BKN:
        return _KODE_BKN[bare]
    written = set(_written(_TINGKAT.sub("", bare)))
    if len(written) > 1:
        raise RankError(f"berisi {len(written)} golongan; tulis satu saja")
    golongan = written.pop() if written else _by_pangkat(bare)
    if golongan not in PANGKAT:
        raise RankError(_no_such(bare))
    return golongan


def _written(text: str) -> Iterator[str]:
    """Yield each golongan in a text; raises RankError for one that blanks have torn apart."""
    for match in _IN_TEXT.finditer(text):
        roman, letter = match[1].upper(), match[2].lower()
        torn = _BROKEN_OFF.search(text[: match.start()])
        whole = f"{''.join(torn[0].split()).upper()}{roman}" if torn else roman
        if whole != roman and whole in _ROMAWI:
            raise RankError(f"terputus spasi; maksudnya {whole}/{letter}?")
        yield f"{roman}/{letter}"


def _by_pangkat(text: str) -> str:
    wanted = " ".join(_TINGKAT.sub("Tingkat I", text).replace("/", " ").split()).casefold()
    return next((gol for gol, name in PANGKAT.items() if name.casefold() == wanted), "")


def _no_such(text: str) -> str:
    match = _ROMAN.search(_TINGKAT.sub("", text))
    if match is None:
        return "bukan golongan; tulis misalnya III/d"
    named = _by_pangkat(" ".join(_WRITTEN.sub(" ", text).split()).strip(" /,-"))
    if named:
        return f"golongan itu tidak ada; maksudnya {named} ({PANGKAT[named]})?"
    roman = match.group(1).upper()
    highest = max(golongan for golongan in PANGKAT if golongan.startswith(f"{roman}/"))
    return f"golongan itu tidak ada; maksudnya {highest}?"


def kode_bkn(golongan: str) -> str:
    """Return BKN's code of a golongan, ``34`` for ``III/d``; empty for one that has none."""
    return next((kode for kode, nama in _KODE_BKN.items() if nama == golongan), "")
