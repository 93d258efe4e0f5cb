"""The periods of the year in which somebody is evaluated: their names and their order in time (C).

Months and quarters are looked back on; the yearly evaluation alone decides the predikat.
"""

from skp_tui.domain.appraisal import PERIODE_EVALUASI, TAHUNAN, Evaluasi, Penilaian
from skp_tui.domain.dates import BULAN

_ROMAN = ("I", "II", "III", "IV")
_QUARTER, _YEAR = 3, 12


def _named(periode: str) -> tuple[str, str]:
    """Return the name of a period and its short one."""
    sort, _, number = periode.partition("-")
    if not number:
        return "Tahunan", "Tahunan"
    place = int(number) - 1
    if sort == "triwulan":
        return f"Triwulan {_ROMAN[place]}", f"TW {_ROMAN[place]}"
    return BULAN[place], BULAN[place][:3]


def _months(periode: str) -> tuple[int, int]:
    """Return the last month of a period and how many it has."""
    sort, _, number = periode.partition("-")
    if not number:
        return _YEAR, _YEAR
    return (int(number) * _QUARTER, _QUARTER) if sort == "triwulan" else (int(number), 1)


NAMA_PERIODE = {periode: _named(periode)[0] for periode in PERIODE_EVALUASI}
SINGKAT_PERIODE = {periode: _named(periode)[1] for periode in PERIODE_EVALUASI}
MENURUT_WAKTU = tuple(sorted(PERIODE_EVALUASI, key=_months))
"""The periods by the month in which they end, a quarter after its months, the year at the end."""


def evaluasi_of(penilaian: Penilaian, periode: str) -> Evaluasi:
    """Return the evaluation of a period, an empty one where nothing was chosen yet."""
    if periode == TAHUNAN:
        return penilaian.evaluasi_tahunan
    return next((satu for satu in penilaian.evaluasi if satu.periode == periode), Evaluasi(periode))


def periods_before(periode: str) -> tuple[str, ...]:
    """Return the periods that are over when a period ends, the oldest first; not itself."""
    return MENURUT_WAKTU[: MENURUT_WAKTU.index(periode)]
