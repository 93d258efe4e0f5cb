"""A period (year) with its regulation and the settings that belong to it (exchange 7)."""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum

from skp_tui.domain.number import canonical
from skp_tui.record import record

TAHUN_PERTAMA = 2014
TAHUN_TERAKHIR = 9998
"""Its deadline lies in the year after it, and no date lies behind 9999."""


def tahun_of(text: str) -> int | None:
    """Read a year as it is typed, four digits; None for anything else."""
    return int(text) if re.fullmatch("[0-9]{4}", text) else None


class KebijakanBatas(StrEnum):
    """How the gaps between the printed bands of the regulation are read."""

    BATAS_BAWAH = "batas-bawah"
    LEMBAR_BKN = "lembar-bkn"


class Penyebut(StrEnum):
    """Who stands below the line of the indicator: all due, or those appraised."""

    SEMUA = "semua"
    DINILAI = "dinilai"


class KuantitasNol(StrEnum):
    """What an activity that was not done scores."""

    NOL = "nol"
    HITUNG = "hitung"


Pita = tuple[Decimal, Decimal, Decimal]
PITA_CAPAIAN: Pita = (Decimal(85), Decimal(70), Decimal(55))


def batas_waktu(tahun: int) -> date:
    """Return the last day of appraisal, the end of January after the year (regulations A.5)."""
    return date(tahun + 1, 1, 31)


def tahun_dikerjakan(today: date) -> int:
    """Return the year that is worked on: in January the one due then, else that of today.

    Of a clock that lost its time it is the first year that there is.
    """
    return max(TAHUN_PERTAMA, today.year - (today <= batas_waktu(today.year - 1)))


def tahun_terjauh(today: date) -> int:
    """Return the last year that anybody works on: the next one, for its targets.

    One after it is most likely mistyped, 2205 for 2025; but a clock may be wrong too.
    """
    return max(TAHUN_PERTAMA, today.year) + 1


@record
class Periode:
    """One year of appraisals; ``beku`` from its first locked appraisal on.

    Read from storage it always has its deadline, the default where none was set.
    """

    tahun: int
    peraturan: str
    kebijakan_batas: KebijakanBatas = KebijakanBatas.BATAS_BAWAH
    penyebut: Penyebut = Penyebut.SEMUA
    kuantitas_nol: KuantitasNol = KuantitasNol.NOL
    target_indikator: Decimal | None = None
    pita_capaian: Pita = PITA_CAPAIAN
    batas_waktu: date | None = None
    beku: bool = False


def pengaturan_periode(periode: Periode) -> dict[str, str | None]:
    """Return the settings of a period as ``atur`` and the package write them (exchange 7)."""
    target = periode.target_indikator
    until = periode.batas_waktu
    return {
        "kebijakan_batas": str(periode.kebijakan_batas),
        "penyebut": str(periode.penyebut),
        "kuantitas_nol": str(periode.kuantitas_nol),
        "target_indikator": None if target is None else canonical(target),
        "pita_capaian": ";".join(canonical(bound) for bound in periode.pita_capaian),
        "batas_waktu": None if until is None else until.isoformat(),
    }
