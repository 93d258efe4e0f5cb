"""Which regulation governs a year, behind one small face (regulations, table at the top)."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from skp_tui.domain.appraisal import Penilaian
from skp_tui.domain.period import TAHUN_PERTAMA, Periode
from skp_tui.errors import InputError
from skp_tui.rules import pp46
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

    def nilai(self, penilaian: Penilaian, periode: Periode) -> Hasil:
        """Return the result of one appraisal with every step."""


@dataclass(frozen=True, slots=True)
class Masa:
    """The years that a regulation governs; ``peraturan`` None while it is not built."""

    kode: str
    nama: str
    dari: int
    sampai: int | None
    peraturan: Peraturan | None


MASA: tuple[Masa, ...] = (
    Masa("PP46", "PP 46/2011", TAHUN_PERTAMA, 2020, pp46.PP46),
    Masa("PP30", "PP 30/2019", 2021, 2021, None),
    Masa("PERMENPANRB6", "PermenPANRB 6/2022", 2022, None, None),
)


def masa_of(tahun: int) -> Masa:
    """Return which regulation governs the year, built or not; raises InputError before 2014."""
    for masa in MASA:
        if masa.dari <= tahun and (masa.sampai is None or tahun <= masa.sampai):
            return masa
    raise InputError(
        f"Tahun {tahun} belum memakai SKP; penilaian dimulai tahun {TAHUN_PERTAMA}.",
        f"Pilih tahun {TAHUN_PERTAMA} atau sesudahnya.",
    )


def peraturan_of(tahun: int) -> Peraturan:
    """Return the regulation of a year; raises InputError where it is not built yet."""
    masa = masa_of(tahun)
    if masa.peraturan is None:
        raise InputError(
            f"Tahun {tahun} diatur {masa.nama}, yang belum tersedia di versi ini.",
            f"Pakai tahun {_built()}.",
        )
    return masa.peraturan


def _built() -> str:
    """Return the years that can be computed, e.g. ``2014 sampai 2020 (PP 46/2011)``."""
    return ", ".join(
        f"{masa.dari} {f'sampai {masa.sampai}' if masa.sampai else 'dan sesudahnya'} ({masa.nama})"
        for masa in MASA
        if masa.peraturan is not None
    )
