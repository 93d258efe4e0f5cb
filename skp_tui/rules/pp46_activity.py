"""One kegiatan tugas jabatan under PP 46 (regulations A.1), in exact fractions."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from skp_tui.domain.appraisal import ASPEK, ASPEK_WAJIB, Kegiatan
from skp_tui.domain.period import KuantitasNol
from skp_tui.rules.result import HasilKegiatan

SERATUS = Fraction(100)
BATAS_EFISIENSI = Fraction(24)
FAKTOR = Fraction(176, 100)
TEPAT = Fraction(76)
HEMAT = ("waktu", "biaya")


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


def missing_columns(kegiatan: Kegiatan, kuantitas_nol: KuantitasNol) -> tuple[str, ...]:
    """Return the columns that must still be filled before the activity can be assessed.

    A target of 0 is none: it has to be filled like an empty one, also that of biaya.
    """
    asked = [nama for nama in ASPEK if nama in ASPEK_WAJIB or kegiatan.target(nama) is not None]
    targets = tuple(f"target_{nama}" for nama in asked if not _has_target(kegiatan, nama))
    if is_not_done(kegiatan, kuantitas_nol):
        return targets
    return targets + tuple(
        f"realisasi_{nama}" for nama in asked if kegiatan.realisasi(nama) is None
    )


def _has_target(kegiatan: Kegiatan, aspek: str) -> bool:
    target = kegiatan.target(aspek)
    return target is not None and target > 0


def _values(kegiatan: Kegiatan, *, done: bool) -> dict[str, Fraction]:
    found: dict[str, Fraction] = {}
    for nama in ASPEK:
        target, realisasi = kegiatan.target(nama), kegiatan.realisasi(nama)
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
    jumlah = sum(aspek.values(), Fraction(0))
    return HasilKegiatan(kegiatan.no, kegiatan.uraian, aspek, jumlah, jumlah / len(aspek))
