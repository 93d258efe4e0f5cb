"""One kegiatan tugas jabatan under PP 46 (regulations A.1), in exact fractions."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter

from skp_tui.domain.appraisal import ASPEK, ASPEK_WAJIB, Kegiatan
from skp_tui.domain.number import total
from skp_tui.domain.period import KuantitasNol
from skp_tui.rules.result import HasilKegiatan

SERATUS = Fraction(100)
BATAS_EFISIENSI = Fraction(24)
FAKTOR = Fraction(176, 100)
TEPAT = Fraction(76)
HEMAT = ("waktu", "biaya")

_TARGETS = attrgetter(*(f"target_{nama}" for nama in ASPEK))
_OUTCOMES = attrgetter(*(f"realisasi_{nama}" for nama in ASPEK))
_Amounts = Iterable[tuple[str, Decimal | None, Decimal | None]]


def efisiensi(target: Decimal, realisasi: Decimal) -> Fraction:
    """Return how much less time or money was used than planned, in percent."""
    return SERATUS - Fraction(realisasi) / Fraction(target) * SERATUS


@lru_cache(maxsize=4096)
def nilai_aspek(aspek: str, target: Decimal, realisasi: Decimal) -> Fraction:
    """Return the value of one aspect; time and cost score highest at 24 % efficiency exactly.

    Remembered, since the same few pairs (12 of 12 months, 88 of 100) stand in most rows.
    """
    tujuan, capai = Fraction(target), Fraction(realisasi)
    if aspek not in HEMAT:
        return capai / tujuan * SERATUS
    dasar = (FAKTOR * tujuan - capai) / tujuan * SERATUS
    if efisiensi(target, realisasi) > BATAS_EFISIENSI:
        return TEPAT - (dasar - SERATUS)
    return dasar


def is_not_done(kegiatan: Kegiatan, kuantitas_nol: KuantitasNol) -> bool:
    """Say whether the activity scores 0 on every aspect because nothing was done."""
    return kuantitas_nol is KuantitasNol.NOL and kegiatan.realisasi_kuantitas == 0


def _amounts(kegiatan: Kegiatan) -> _Amounts:
    """Return the aspects in the order of the form, each with its target and its outcome."""
    return zip(ASPEK, _TARGETS(kegiatan), _OUTCOMES(kegiatan), strict=True)


def missing_columns(kegiatan: Kegiatan, kuantitas_nol: KuantitasNol) -> tuple[str, ...]:
    """Return the columns that must still be filled before the activity can be assessed.

    A target of 0 is none: it has to be filled like an empty one, also that of biaya.
    """
    done = not is_not_done(kegiatan, kuantitas_nol)
    targets, outcomes = [], []
    for nama, target, realisasi in _amounts(kegiatan):
        if target is None and nama not in ASPEK_WAJIB:
            continue
        if target is None or target <= 0:
            targets.append(f"target_{nama}")
        if done and realisasi is None:
            outcomes.append(f"realisasi_{nama}")
    return (*targets, *outcomes)


def _values(kegiatan: Kegiatan, *, done: bool) -> dict[str, Fraction]:
    found: dict[str, Fraction] = {}
    for nama, target, realisasi in _amounts(kegiatan):
        if target is None or target <= 0:
            continue
        if not done:
            found[nama] = Fraction(0)
        elif realisasi is not None:
            found[nama] = nilai_aspek(nama, target, realisasi)
    return found


def nilai_kegiatan(kegiatan: Kegiatan, kuantitas_nol: KuantitasNol) -> HasilKegiatan:
    """Return the aspects that can be computed, their sum and the nilai capaian.

    The sum is divided by 3, with a cost target by 4. While a target or an outcome is missing both
    are None. An aspect whose target and outcome are there is shown all the same.
    """
    aspek = _values(kegiatan, done=not is_not_done(kegiatan, kuantitas_nol))
    if missing_columns(kegiatan, kuantitas_nol):
        return HasilKegiatan(kegiatan.no, kegiatan.uraian, aspek)
    jumlah = total(aspek.values())
    return HasilKegiatan(kegiatan.no, kegiatan.uraian, aspek, jumlah, jumlah / len(aspek))
