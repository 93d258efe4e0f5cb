"""Dated notes of a year, and where a kegiatan stands against the share of the year gone by.

Nothing here enters a score: the sum of the entries is only offered as the outcome.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from skp_tui.domain.appraisal import Bagian, Penilaian
from skp_tui.domain.number import rounded
from skp_tui.domain.parts import days_of
from skp_tui.record import record

TRIWULAN = ("TW I", "TW II", "TW III", "TW IV")
SELISIH_SESUAI = 5
"""Whole percents between outcome and time that still count as on time."""


@record
class Catatan:
    """One dated note: of a kegiatan (with an amount and evidence), or of a person's perilaku.

    ``nomor`` names it in the database, ``jumlah`` is None where only words were noted.
    """

    nomor: int
    tanggal: date
    isi: str = ""
    jumlah: Decimal | None = None
    bukti: str = ""


@record
class Rentang:
    """The days from ``mulai`` to ``selesai``, both included."""

    mulai: date
    selesai: date

    @property
    def hari(self) -> int:
        """Return how many days it has."""
        return (self.selesai - self.mulai).days + 1

    def lewat(self, today: date) -> int:
        """Return how many of its days have begun; today counts, since its work can be entered."""
        return min(max((today - self.mulai).days + 1, 0), self.hari)

    def bagian_lewat(self, today: date) -> Fraction:
        """Return the share of it that has gone by: 0 before it begins, 1 from its last day on."""
        return Fraction(self.lewat(today), self.hari)

    def memuat(self, tanggal: date) -> bool:
        """Say whether a day lies in it."""
        return self.mulai <= tanggal <= self.selesai

    def terdekat(self, tanggal: date) -> date:
        """Return the day itself, or the nearest one that lies in it."""
        return min(max(tanggal, self.mulai), self.selesai)


def setahun(tahun: int) -> Rentang:
    """Return the days of a year."""
    return Rentang(date(tahun, 1, 1), date(tahun, 12, 31))


def rentang_bagian(penilaian: Penilaian, nomor: int) -> Rentang:
    """Return the days of a part that lie in the year.

    A date that is not given, or lies outside the year, follows from the neighbouring part and from
    the days on which the person was active; dates that contradict each other leave the whole year.
    """
    year = setahun(penilaian.tahun)
    parts = [_inside(part, year) for part in penilaian.bagian]
    if all(part.nomor != nomor for part in parts):
        return year
    found = Rentang(*days_of(parts, nomor, penilaian.pegawai, penilaian.tahun))
    return found if found.hari > 0 else year


def _inside(part: Bagian, year: Rentang) -> Bagian:
    mulai, selesai = (
        day if day is not None and year.memuat(day) else None for day in (part.mulai, part.selesai)
    )
    return replace(part, mulai=mulai, selesai=selesai)


class Kedudukan(StrEnum):
    """Where a kegiatan stands; the values are what is read."""

    TANPA_TARGET = "tanpa target"
    BELUM_MULAI = "belum mulai"
    BELUM_DICATAT = "belum dicatat"
    TERCAPAI = "tercapai"
    DI_DEPAN = "di depan"
    SESUAI = "sesuai"
    TERTINGGAL = "tertinggal"


@record
class Kemajuan:
    """The sum of a kegiatan's entries beside its target and the time gone by.

    ``jumlah`` is None while no amount was entered: empty is never 0. ``waktu`` is the share of the
    part that has gone by.
    """

    jumlah: Decimal | None
    target: Decimal | None
    waktu: Fraction

    @property
    def capaian(self) -> Fraction | None:
        """Return the share of the target that is reached, None without a target."""
        if self.target is None:
            return None
        return Fraction(self.jumlah or 0) / Fraction(self.target)

    @property
    def selisih(self) -> int | None:
        """Return outcome minus time in whole percents, half away from zero; None without target."""
        capaian = self.capaian
        return None if capaian is None else rounded((capaian - self.waktu) * 100, 0)

    @property
    def kedudukan(self) -> Kedudukan:
        """Return where it stands, decided on the whole percents that are shown."""
        capaian, selisih = self.capaian, self.selisih
        if capaian is None or selisih is None:
            return Kedudukan.TANPA_TARGET
        if capaian >= 1:
            return Kedudukan.TERCAPAI
        if self.jumlah is None:
            return Kedudukan.BELUM_DICATAT if self.waktu else Kedudukan.BELUM_MULAI
        if abs(selisih) <= SELISIH_SESUAI:
            return Kedudukan.SESUAI
        return Kedudukan.DI_DEPAN if selisih > 0 else Kedudukan.TERTINGGAL


def jumlah(catatan: Iterable[Catatan]) -> Decimal | None:
    """Return the sum of the amounts, None where there is none."""
    amounts = [satu.jumlah for satu in catatan if satu.jumlah is not None]
    return sum(amounts, Decimal(0)) if amounts else None


def per_triwulan(catatan: Iterable[Catatan]) -> tuple[Decimal | None, ...]:
    """Return the sums of the four quarters of the calendar year."""
    notes = list(catatan)
    return tuple(
        jumlah(satu for satu in notes if (satu.tanggal.month - 1) // 3 == quarter)
        for quarter in range(len(TRIWULAN))
    )
