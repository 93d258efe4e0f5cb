"""Those who judge, side by side: whom each appraised, and how his judgements are spread."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from skp_tui.domain.office import Pejabat, Unit
from skp_tui.domain.recap import Rekap, rekap
from skp_tui.record import record
from skp_tui.rules.result import Status
from skp_tui.services.base.views import Orang, UnitView, counted

BELUM_ADA = Pejabat(nama="(penilai belum ditetapkan)")
"""Stands for the appraiser of those who have none."""


@record
class Penilai:
    """One appraiser with those whom he judged last in the year, counted as those of a unit are.

    ``rata_rata`` is the mean of the final values where the regulation has numbers.
    """

    kunci: str
    pejabat: Pejabat
    orang: tuple[Orang, ...]
    rekap: Rekap
    rata_rata: Fraction | None


def raters(view: UnitView, orang: Iterable[Orang]) -> tuple[Penilai, ...]:
    """Return the appraisers of some people of a view, in the order in which the list meets them.

    Of somebody who moved it is the last one, who signs for the year (regulations A.2).
    """
    pejabat: dict[str, Pejabat] = {}
    by_key: dict[str, list[Orang]] = {}
    for satu in orang:
        who = rater_of(satu)
        kunci = who.nip or who.nama
        pejabat.setdefault(kunci, who)
        by_key.setdefault(kunci, []).append(satu)
    return tuple(_rater(view, kunci, pejabat[kunci], by_key[kunci]) for kunci in by_key)


def rater_of(orang: Orang) -> Pejabat:
    """Return who signs for somebody's year; one without a name is called by his NIP."""
    who = orang.penilaian.penilai
    if who.nama:
        return who
    return replace(who, nama=who.nip) if who.nip else BELUM_ADA


def _rater(view: UnitView, kunci: str, pejabat: Pejabat, orang: list[Orang]) -> Penilai:
    counts = (replace(counted(satu), unit=kunci) for satu in orang)
    kategori = view.peraturan.kategori
    own = rekap({kunci: Unit(kunci, pejabat.nama)}, kunci, counts, view.periode, kategori)
    return Penilai(kunci, pejabat, tuple(orang), own, _mean(orang))


def _mean(orang: Iterable[Orang]) -> Fraction | None:
    values = [
        satu.hasil.nilai_prestasi_kerja
        for satu in orang
        if satu.hasil.status is Status.DINILAI and satu.hasil.nilai_prestasi_kerja is not None
    ]
    return sum(values, Fraction(0)) / len(values) if values else None
