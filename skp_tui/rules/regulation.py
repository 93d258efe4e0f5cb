"""Which regulation governs a year, behind one small face (regulations, table at the top)."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from skp_tui.domain.appraisal import Penilaian
from skp_tui.domain.period import TAHUN_PERTAMA, Periode
from skp_tui.errors import InputError
from skp_tui.rules import permenpanrb6, pp30, pp46
from skp_tui.rules.result import Hasil


class Peraturan(Protocol):
    """What a regulation must offer so that screens, recap and export can use it."""

    @property
    def kode(self) -> str:
        """Return the code that files carry, e.g. ``PP46``."""

    @property
    def nama(self) -> str:
        """Return the name that people use, e.g. ``PP 46/2011``."""

    @property
    def kategori(self) -> tuple[str, ...]:
        """Return its categories, best first."""

    @property
    def minimal_baik(self) -> Collection[str]:
        """Return the categories that count as "baik" or better."""

    @property
    def isian(self) -> Collection[str]:
        """Return what is entered under it, as kinds of the exchange files (exchange 3)."""

    @property
    def diisi(self) -> str:
        """Return what is entered under it, in words."""

    @property
    def nilai_luar(self) -> Collection[str]:
        """Return the kinds of values from elsewhere that it knows."""

    def nilai(self, penilaian: Penilaian, periode: Periode) -> Hasil:
        """Return the result of one appraisal with every step."""


@dataclass(frozen=True, slots=True)
class Masa:
    """The years that a regulation governs."""

    dari: int
    sampai: int | None
    peraturan: Peraturan

    @property
    def kode(self) -> str:
        """Return the code of the regulation."""
        return self.peraturan.kode

    @property
    def nama(self) -> str:
        """Return the name of the regulation."""
        return self.peraturan.nama


MASA: tuple[Masa, ...] = (
    Masa(TAHUN_PERTAMA, 2020, pp46.PP46),
    Masa(2021, 2021, pp30.PP30),
    Masa(2022, None, permenpanrb6.PERMENPANRB6),
)
"""A new regulation is a module with that face, and a line here."""


def masa_of(tahun: int) -> Masa:
    """Return which regulation governs the year; raises InputError before 2014."""
    for masa in MASA:
        if masa.dari <= tahun and (masa.sampai is None or tahun <= masa.sampai):
            return masa
    raise InputError(
        f"Tahun {tahun} belum memakai SKP; penilaian dimulai tahun {TAHUN_PERTAMA}.",
        f"Pilih tahun {TAHUN_PERTAMA} atau sesudahnya.",
    )


def peraturan_of(tahun: int) -> Peraturan:
    """Return the regulation of a year; raises InputError before 2014."""
    return masa_of(tahun).peraturan


def peraturan_with(tahun: int, isian: str) -> Peraturan:
    """Return the regulation of a year in which something is entered, a kind of the files.

    Raises InputError where the regulation does not know it.
    """
    peraturan = peraturan_of(tahun)
    if isian not in peraturan.isian:
        raise InputError(
            f"Tahun {tahun} diatur {peraturan.nama}, yang tidak memakai {isian}.",
            f"Yang diisi: {peraturan.diisi}.",
        )
    return peraturan
