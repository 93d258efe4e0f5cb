"""The angka kredit of a jabatan fungsional: its predikat, converted by the months served (C).

Peraturan BKN 3/2023 converts the predikat of every year from 2023 on. The angka kredit is told
beside the predikat; it decides nothing.
"""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from skp_tui.domain.appraisal import Bagian, Penilaian
from skp_tui.domain.number import rounded
from skp_tui.domain.office import JenisJabatan
from skp_tui.domain.parts import days_of, first_day, last_day, parts_of
from skp_tui.record import record
from skp_tui.rules.result import Hasil, Status

DASAR_ANGKA_KREDIT = "Peraturan BKN 3/2023, konversi predikat kinerja"
TAHUN_KONVERSI = 2023
SETAHUN = 12


class Jenjang(StrEnum):
    """The levels of the jabatan fungsional, keterampilan first, then keahlian."""

    PEMULA = "Pemula"
    TERAMPIL = "Terampil"
    MAHIR = "Mahir"
    PENYELIA = "Penyelia"
    AHLI_PERTAMA = "Ahli Pertama"
    AHLI_MUDA = "Ahli Muda"
    AHLI_MADYA = "Ahli Madya"
    AHLI_UTAMA = "Ahli Utama"


KOEFISIEN: Mapping[Jenjang, Decimal] = {
    Jenjang.PEMULA: Decimal("3.75"),
    Jenjang.TERAMPIL: Decimal(5),
    Jenjang.MAHIR: Decimal("12.5"),
    Jenjang.PENYELIA: Decimal(25),
    Jenjang.AHLI_PERTAMA: Decimal("12.5"),
    Jenjang.AHLI_MUDA: Decimal(25),
    Jenjang.AHLI_MADYA: Decimal("37.5"),
    Jenjang.AHLI_UTAMA: Decimal(50),
}
"""The angka kredit of a whole year at predikat Baik, by jenjang."""

PERSEN: Mapping[str, int] = {
    "Sangat Baik": 150,
    "Baik": 100,
    "Butuh Perbaikan": 75,
    "Cukup": 75,
    "Kurang": 50,
    "Sangat Kurang": 25,
}
"""The share of the koefisien that a predikat earns; Butuh Perbaikan is also called Cukup."""

_FORMER = {
    "pelaksana pemula": Jenjang.PEMULA,
    "pelaksana lanjutan": Jenjang.MAHIR,
    "pelaksana": Jenjang.TERAMPIL,
    "pertama": Jenjang.AHLI_PERTAMA,
    "muda": Jenjang.AHLI_MUDA,
    "madya": Jenjang.AHLI_MADYA,
    "utama": Jenjang.AHLI_UTAMA,
}
"""Names of the levels until 2014, still met; other posts end so too (*Sekretaris Utama*)."""
_PRESENT = {jenjang.lower(): jenjang for jenjang in Jenjang}
_PIECE = re.compile(r"\s+[-–—]\s+|[/,;()]")
_KEAHLIAN = re.compile(r"\bahli (pertama|muda|madya|utama)\b")


@lru_cache(maxsize=4096)
def jenjang_of(
    jabatan: str, jenis: JenisJabatan | None = JenisJabatan.FUNGSIONAL_TERTENTU
) -> Jenjang | None:
    """Return the jenjang that a post names, None where it has none or names two.

    It stands at the end (*Arsiparis Terampil*), or first as in lists of PPPK (*Ahli Pertama - Guru
    Kelas*); what follows in brackets or behind a slash may be another office. The former names
    count only where the post is said to be fungsional tertentu, since others end so too.
    """
    if jenis not in {JenisJabatan.FUNGSIONAL_TERTENTU, None}:
        return None
    pieces = [" ".join(piece.split()) for piece in _PIECE.split(jabatan.casefold())]
    found = {jenjang for piece in pieces if (jenjang := _named(piece)) is not None}
    if not found and jenis is not None:
        former = (_ending(piece, _FORMER) for piece in pieces)
        found = {jenjang for jenjang in former if jenjang is not None}
    return found.pop() if len(found) == 1 else None


def _named(piece: str) -> Jenjang | None:
    if match := _KEAHLIAN.search(piece):
        return _PRESENT[match.group()]
    if piece.endswith("pelaksana pemula"):
        return Jenjang.PEMULA
    return _ending(piece, _PRESENT)


def _ending(piece: str, names: Mapping[str, Jenjang]) -> Jenjang | None:
    return next(
        (names[name] for name in names if piece == name or piece.endswith(f" {name}")), None
    )


def angka_kredit(predikat: str, jenjang: Jenjang, bulan: int) -> Decimal:
    """Return the angka kredit of so many whole months, 0-12, rounded half up to two decimals.

    Computed exactly, rounded once: 5 of 12 months Ahli Pertama at Baik are 5,208… and so 5,21.
    """
    koefisien = Fraction(KOEFISIEN[jenjang])
    exact = Fraction(PERSEN[predikat], 100) * koefisien * Fraction(bulan, SETAHUN)
    return Decimal(rounded(exact)).scaleb(-2)


@record
class MasaJenjang:
    """The whole months of a year in one jenjang; ``bagian`` are the parts served in it.

    ``bulan`` is None where the days of the parts do not tell how long each jenjang was served.
    """

    jenjang: Jenjang
    bagian: tuple[int, ...]
    bulan: int | None


def masa_jenjang(penilaian: Penilaian) -> tuple[MasaJenjang, ...]:
    """Return the months in each jenjang, in the order served; a post without one has none.

    Parts in the same jenjang are one conversion, so that a move to another unit costs no hundredth
    by rounding.
    """
    named = [
        (part.nomor, jenjang)
        for part in parts_of(penilaian)
        if (jenjang := jenjang_of(part.jabatan, part.jenis_jabatan)) is not None
    ]
    if not named:
        return ()
    served: dict[Jenjang, list[int]] = {}
    for nomor, jenjang in named:
        served.setdefault(jenjang, []).append(nomor)
    if bagian_kabur(penilaian):
        return tuple(MasaJenjang(jenjang, tuple(own), None) for jenjang, own in served.items())
    bulan = bulan_bagian(penilaian)
    return tuple(
        MasaJenjang(jenjang, tuple(own), sum(bulan[nomor] for nomor in own))
        for jenjang, own in served.items()
    )


def bagian_kabur(penilaian: Penilaian) -> tuple[int, ...]:
    """Return the parts whose days leave open how long each jenjang was served.

    Those of different jenjang that lie over each other, as parts without days do, and those of
    which no day is left. In one and the same jenjang it does not matter which part a day is of.
    """
    parts = parts_of(penilaian)
    jenjang = [jenjang_of(part.jabatan, part.jenis_jabatan) for part in parts]
    if len(set(jenjang)) == 1:
        return ()
    spans = [_span(penilaian, parts, part.nomor) for part in parts]
    found = {place for place, (begins, ends) in enumerate(spans) if begins > ends}
    for one, other in combinations(range(len(parts)), 2):
        if jenjang[one] is not jenjang[other] and _days(spans[one], spans[other]):
            found |= {one, other}
    return tuple(parts[place].nomor for place in sorted(found))


def isi_tanggal(bagian: Sequence[int]) -> str:
    """Say that the months wait for the days of some parts."""
    first, last = ", ".join(map(str, bagian[:-1])), str(bagian[-1])
    names = f"{first} dan {last}" if first else last
    return f"isi dahulu tanggal bagian {names}, tanpa bertumpuk"


@record
class Konversi:
    """The angka kredit of the months in one jenjang; ``bagian`` are the parts served in it."""

    jenjang: Jenjang
    bagian: tuple[int, ...]
    bulan: int
    predikat: str
    angka_kredit: Decimal

    @property
    def persen(self) -> int:
        """Return the share that the predikat earns."""
        return PERSEN[self.predikat]

    @property
    def koefisien(self) -> Decimal:
        """Return the angka kredit of a whole year at Baik."""
        return KOEFISIEN[self.jenjang]


def konversi(penilaian: Penilaian, hasil: Hasil) -> tuple[Konversi, ...]:
    """Return the conversion of the year's predikat, one for each jenjang, in the order served.

    Nothing is converted before 2023, without a predikat, for somebody who is excepted, or while
    the days of the parts do not tell the months.
    """
    if not dikonversi(penilaian, hasil):
        return ()
    predikat = hasil.sebutan or ""
    return tuple(
        Konversi(
            satu.jenjang,
            satu.bagian,
            satu.bulan,
            predikat,
            angka_kredit(predikat, satu.jenjang, satu.bulan),
        )
        for satu in masa_jenjang(penilaian)
        if satu.bulan is not None
    )


def dikonversi(penilaian: Penilaian, hasil: Hasil) -> bool:
    """Say whether the year has a predikat that is converted."""
    dinilai = hasil.status is Status.DINILAI and hasil.sebutan in PERSEN
    return penilaian.tahun >= TAHUN_KONVERSI and dinilai


def jumlah(conversions: Sequence[Konversi]) -> Decimal:
    """Return the angka kredit of the year over all jenjang."""
    return sum((satu.angka_kredit for satu in conversions), Decimal(0))


def bulan_bagian(penilaian: Penilaian) -> dict[int, int]:
    """Return the whole months of each part by its number, 0-12, together never more than twelve.

    A broken month is not divided: it belongs to the part that held most of its days, of two equal
    ones to the earlier, and counts where the parts together held at least half of it. So a move
    inside a month costs none, and somebody who begins on the 25th does not earn that month. Days
    outside the year or the person's active dates count for no part.
    """
    parts = parts_of(penilaian)
    spans = tuple(_span(penilaian, parts, part.nomor) for part in parts)
    return dict(zip((part.nomor for part in parts), _months(penilaian.tahun, spans), strict=True))


@lru_cache(maxsize=4096)
def _months(tahun: int, spans: tuple[tuple[date, date], ...]) -> tuple[int, ...]:
    """Return the whole months of each span; remembered, since most people serve the same ones."""
    bulan = [0] * len(spans)
    for month in range(1, SETAHUN + 1):
        last = monthrange(tahun, month)[1]
        whole = date(tahun, month, 1), date(tahun, month, last)
        held = [_days(span, whole) for span in spans]
        if 2 * _together(spans, whole) >= last:
            bulan[held.index(max(held))] += 1
    return tuple(bulan)


def _span(penilaian: Penilaian, parts: Sequence[Bagian], nomor: int) -> tuple[date, date]:
    pegawai, tahun = penilaian.pegawai, penilaian.tahun
    begins, ends = days_of(parts, nomor, pegawai, tahun)
    return max(begins, first_day(pegawai, tahun)), min(ends, last_day(pegawai, tahun))


def _together(spans: Sequence[tuple[date, date]], month: tuple[date, date]) -> int:
    """Count the days of a month that any of the spans holds, each once."""
    held = [
        range(max(begins, month[0]).day, min(ends, month[1]).day + 1)
        for begins, ends in spans
        if begins <= month[1] and ends >= month[0]
    ]
    return len(set().union(*held))


def _days(span: tuple[date, date], month: tuple[date, date]) -> int:
    begins, ends = max(span[0], month[0]), min(span[1], month[1])
    return max(0, (ends - begins).days + 1)
