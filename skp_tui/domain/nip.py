"""NIP, the number of a civil servant: 18 digits, always text, never a number."""

import re
from datetime import date
from enum import StrEnum

_PREFIX = re.compile(r"^nip(?:\s*/\s*nrp|\s+baru)?[\s.:]*", re.IGNORECASE)
_BLANKS = re.compile(r"[\s.'\u00a0]+")
_EXPONENT = re.compile(r"[\d.,]+[eE]\+?\d+", re.ASCII)
_CHECK = "; periksa SK terakhir"
LENGTH = 18
ADULT = 18


class StatusPegawai(StrEnum):
    """The three kinds of civil servant that an appraisal knows."""

    PNS = "PNS"
    CPNS = "CPNS"
    PPPK = "PPPK"


class NipError(ValueError):
    """Says in one Indonesian sentence why a text is not a NIP, and what to do."""


def parse_nip(text: str, status: StatusPegawai = StatusPegawai.PNS) -> tuple[str, tuple[str, ...]]:
    """Return the 18 digits and warnings; raises NipError.

    Birth date YYYYMMDD, appointment YYYYMM, sex 1 or 2, serial of three digits. The middle block of
    a PPPK is built differently, so an impossible month there is a warning only.
    """
    digits = text if text.isascii() and text.isdigit() else _digits_of(text)
    if len(digits) != LENGTH:
        raise NipError(f"NIP harus 18 angka, di sini {len(digits)}{_CHECK}")
    if digits.endswith("000"):
        raise NipError(_destroyed("berakhir 000"))
    return digits, _warnings(digits, status)


def _digits_of(text: str) -> str:
    bare = _PREFIX.sub("", text.strip())
    if _EXPONENT.fullmatch(bare):
        raise NipError(_destroyed("berbentuk notasi ilmiah (E+17)"))
    digits = _BLANKS.sub("", bare)
    if not re.fullmatch(r"\d+", digits, re.ASCII):
        raise NipError("NIP hanya berisi 18 angka; hapus huruf atau tanda lain")
    return digits


def is_bare_nip(text: str) -> bool:
    """Say whether a cell holds the 18 digits of a NIP and nothing before them."""
    digits = _BLANKS.sub("", text)
    return len(digits) == LENGTH and digits.isascii() and digits.isdigit()


def digits_in(text: str) -> str:
    """Return the digits of a text, whatever stands between them."""
    return "".join(sign for sign in text if sign.isdigit())


def _destroyed(how: str) -> str:
    return (
        f"NIP ini {how}: angkanya sudah dirusak Excel, yang hanya menyimpan 15 angka; ketik ulang "
        "dari SK, dan format kolomnya sebagai Teks sebelum mengisi"
    )


def appointed_in(text: str) -> int | None:
    """Return the year of appointment that a NIP tells, None for a text that is none."""
    try:
        digits, _ = parse_nip(text, StatusPegawai.PPPK)
    except NipError:
        return None
    return int(digits[8:12])


def _warnings(digits: str, status: StatusPegawai) -> tuple[str, ...]:
    born = _birth(digits)
    if digits[14] not in "12":
        raise NipError(
            f"angka ke-15 NIP harus 1 (pria) atau 2 (wanita), bukan {digits[14]}{_CHECK}"
        )
    year, month = int(digits[8:12]), int(digits[12:14])
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        if status is not StatusPegawai.PPPK:
            raise NipError(
                f"bulan pengangkatan dalam NIP tidak ada: {digits[12:14]}{_CHECK}, atau isi "
                "status PPPK bila ia PPPK"
            )
        return ("blok tengah NIP ini bukan bulan; pada PPPK hal itu wajar",)
    age = year - born.year - (month < born.month)
    if age >= ADULT:
        return ()
    when = "sebelum lahir" if age < 0 else f"pada umur {age} tahun"
    return (f"menurut NIP diangkat {when}; periksa lagi",)


def _birth(digits: str) -> date:
    try:
        return date(int(digits[0:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        raise NipError(f"tanggal lahir dalam NIP tidak ada: {digits[0:8]}{_CHECK}") from None


def shown_nip(nip: str) -> str:
    """Write a NIP in its blocks, 8-6-1-3."""
    if len(nip) != LENGTH:
        return nip
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
