"""Whether an outcome reaches its target: help for whoever rates, which never decides anything (C).

Only numbers can be compared. What must not be exceeded is better when it is less: time and cost,
unless they are told as a share of what was planned. No article says that the outcome of a numeric
target is a number: a text there is asked about, and never refused.
"""

from collections.abc import Iterable
from decimal import Decimal

from skp_tui.domain.appraisal import Penilaian
from skp_tui.domain.kinerja import Indikator
from skp_tui.domain.number import shown
from skp_tui.domain.ukuran import shown_ukuran
from skp_tui.record import record

SEDIKIT_LEBIH_BAIK = frozenset({"waktu", "biaya"})
BAGIAN = frozenset({"%", "persen", "percent"})
BERLIPAT = 10
"""Times the target from which an outcome is asked about: a digit or a sign too many."""


@record
class Terpenuhi:
    """How many indicators reach their target, of those that can be compared, and of all.

    Of those whose target is a number, ``belum`` counts whose outcome is not entered yet, and
    ``berupa_kata`` whose outcome is a text, which reaches no number.
    """

    terpenuhi: int = 0
    terbanding: int = 0
    belum: int = 0
    semua: int = 0
    berupa_kata: int = 0

    @property
    def terisi(self) -> int:
        """Count the indicators that must reach a number and have an outcome, whatever it is."""
        return self.terbanding + self.berupa_kata

    @property
    def berangka(self) -> int:
        """Count the indicators that must reach a number, whether their outcome is known or not."""
        return self.terisi + self.belum

    @property
    def lain(self) -> int:
        """Count the indicators that a number says nothing of: their target is a text, or open."""
        return self.semua - self.berangka


def reaches(indikator: Indikator) -> bool | None:
    """Say whether an outcome reaches its target; None where that cannot be told."""
    target, realisasi = indikator.target, indikator.realisasi
    if not isinstance(target, Decimal) or not isinstance(realisasi, Decimal):
        return None
    share = indikator.satuan.strip().casefold() in BAGIAN
    if indikator.aspek in SEDIKIT_LEBIH_BAIK and not share:
        return realisasi <= target
    return realisasi >= target


def odd_outcome(indikator: Indikator) -> dict[str, str]:
    """Return what is asked about an outcome that is stored all the same, by column."""
    target, realisasi = indikator.target, indikator.realisasi
    if not isinstance(target, Decimal) or realisasi is None:
        return {}
    if not isinstance(realisasi, Decimal):
        counted = shown_ukuran(target, indikator.satuan)
        return {"realisasi": f"realisasi bukan angka, padahal targetnya {counted}; periksa"}
    if not realisasi >= BERLIPAT * target > 0:
        return {}
    words = f"realisasi {shown(realisasi)} sedikitnya {BERLIPAT} kali target {shown(target)}"
    return {"realisasi": f"{words}; periksa"}


def indicators_of(penilaian: Penilaian) -> Iterable[Indikator]:
    """Yield the indicators of all parts of a year."""
    return (
        indikator
        for bagian in penilaian.bagian
        for hasil_kerja in bagian.hasil_kerja
        for indikator in hasil_kerja.indikator
    )


def has_odd_outcome(penilaian: Penilaian) -> bool:
    """Say whether an outcome of the year is to be asked about."""
    return any(map(odd_outcome, indicators_of(penilaian)))


def without_outcome(penilaian: Penilaian) -> tuple[int, int]:
    """Return how many indicators of a year have no outcome yet, and how many there are."""
    outcomes = [satu.realisasi for satu in indicators_of(penilaian)]
    return outcomes.count(None), len(outcomes)


def terpenuhi(penilaian: Penilaian) -> Terpenuhi:
    """Count the indicators of a year whose outcome reaches its target."""
    indicators = list(indicators_of(penilaian))
    found = [reaches(indikator) for indikator in indicators]
    outcomes = [one.realisasi for one in indicators if isinstance(one.target, Decimal)]
    return Terpenuhi(
        found.count(True),
        len(found) - found.count(None),
        belum=outcomes.count(None),
        semua=len(found),
        berupa_kata=sum(isinstance(one, str) for one in outcomes),
    )
