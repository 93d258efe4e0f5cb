"""Which regulation governs a year, behind one small face (regulations, table at the top).

A year without a period goes by the table; a period keeps the regulation that it was begun under,
whatever the table of a later program says.
"""

from collections.abc import Collection
from typing import Protocol

from skp_tui.domain.appraisal import Evaluasi, Penilaian
from skp_tui.domain.period import TAHUN_PERTAMA, TAHUN_TERAKHIR, Periode
from skp_tui.errors import DatabaseError, InputError
from skp_tui.record import record
from skp_tui.rules import permenpanrb6, pp30, pp46
from skp_tui.rules.result import Hasil


class Peraturan(Protocol):
    """What a regulation must offer so that screens, recap and export can use it.

    What only some have is ready in ``rules.result.PeraturanDasar``.
    """

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

    @property
    def punya_pita(self) -> bool:
        """Say whether its values lie in printed bands, which leave gaps between them."""

    @property
    def konversi_ak(self) -> bool:
        """Say whether its predikats are converted to angka kredit."""

    @property
    def berperingkat(self) -> bool:
        """Say whether each period of the year is rated, instead of perilaku being scored."""

    def predikat_of(self, evaluasi: Evaluasi) -> str | None:
        """Return the predikat that the ratings of one period make, None where they make none."""

    def nilai(self, penilaian: Penilaian, periode: Periode) -> Hasil:
        """Return the result of one appraisal with every step."""


@record
class Masa:
    """A regulation and the first year that it governs."""

    dari: int
    peraturan: Peraturan

    @property
    def sampai(self) -> int | None:
        """Return its last year, the one before the next regulation; None for the newest one."""
        return next((later.dari - 1 for later in MASA if later.dari > self.dari), None)

    @property
    def kode(self) -> str:
        """Return the code of the regulation."""
        return self.peraturan.kode

    @property
    def nama(self) -> str:
        """Return the name of the regulation."""
        return self.peraturan.nama


MASA: tuple[Masa, ...] = (
    Masa(TAHUN_PERTAMA, pp46.PP46),
    Masa(2021, pp30.PP30),
    Masa(2022, permenpanrb6.PERMENPANRB6),
)
"""A new regulation is a module with that face, and a line here, the newest one last."""


def masa_of(tahun: int) -> Masa:
    """Return which regulation governs the year; raises InputError before 2014 and after 9998."""
    if tahun > TAHUN_TERAKHIR:
        raise InputError(
            f"Tahun {tahun} terlalu jauh; penilaian sampai tahun {TAHUN_TERAKHIR}.",
            "Tulis tahun dengan empat angka, misalnya 2017.",
        )
    for masa in reversed(MASA):
        if masa.dari <= tahun:
            return masa
    raise InputError(
        f"Tahun {tahun} belum memakai SKP; penilaian dimulai tahun {TAHUN_PERTAMA}.",
        f"Pilih tahun {TAHUN_PERTAMA} atau sesudahnya.",
    )


def peraturan_of(tahun: int) -> Peraturan:
    """Return the regulation that a new period of a year gets; raises InputError as ``masa_of``."""
    return masa_of(tahun).peraturan


def peraturan_named(kode: str) -> Peraturan | None:
    """Return a regulation by its code; None for one that only a newer program knows."""
    return next((masa.peraturan for masa in MASA if masa.kode == kode), None)


def nama_peraturan(kode: str) -> str:
    """Return the name of a regulation, of an unknown one its code."""
    peraturan = peraturan_named(kode)
    return kode if peraturan is None else peraturan.nama


def peraturan_stored(tahun: int, kode: str | None) -> Peraturan:
    """Return the regulation of a year by the code of its period, None where there is none yet.

    Raises DatabaseError for a code that only a newer program knows.
    """
    if kode is None:
        return peraturan_of(tahun)
    peraturan = peraturan_named(kode)
    if peraturan is None:
        raise DatabaseError(
            f"Tahun {tahun} memakai peraturan {kode}, yang belum dikenal program ini.",
            "Pasang skp-tui yang terbaru; isinya tidak disentuh.",
        )
    return peraturan


def peraturan_periode(periode: Periode) -> Peraturan:
    """Return the regulation that a period is under; raises DatabaseError as for its code."""
    return peraturan_stored(periode.tahun, periode.peraturan)


def governing_instead(periode: Periode) -> Peraturan | None:
    """Return what governs the year where its period is under another regulation; None else."""
    governing = peraturan_of(periode.tahun)
    return None if governing.kode == periode.peraturan else governing


def check_isian(peraturan: Peraturan, tahun: int, isian: str) -> None:
    """Refuse what a year's regulation does not know, a kind of the files; raises InputError."""
    if isian not in peraturan.isian:
        raise InputError(
            f"Tahun {tahun} diatur {peraturan.nama}, yang tidak memakai {isian}.",
            f"Yang diisi: {peraturan.diisi}.",
        )
