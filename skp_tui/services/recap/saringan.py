"""The filters with a name: who of a unit still needs something, and what."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Final

from skp_tui.domain.appraisal import PERILAKU, Peringkat
from skp_tui.rules.permenpanrb6_words import NAMA_PERINGKAT
from skp_tui.rules.result import Kurang, Status
from skp_tui.services.base.views import Orang


class Saringan(StrEnum):
    """A named filter; its value is how it is called on the screen."""

    BELUM_LENGKAP = "belum lengkap"
    DI_BAWAH_BAIK = "di bawah Baik"
    NILAI_BATAS = "nilai batas"
    TANPA_PERILAKU = "tanpa perilaku"


NIHIL: Final[Mapping[Saringan, str]] = {
    Saringan.BELUM_LENGKAP: "Tidak ada yang belum lengkap",
    Saringan.DI_BAWAH_BAIK: "Tidak ada yang di bawah Baik",
    Saringan.NILAI_BATAS: "Tidak ada nilai batas",
    Saringan.TANPA_PERILAKU: "Perilaku semua sudah terisi",
}
"""What is said where a filter keeps nobody."""


def lacks_perilaku(orang: Orang) -> bool:
    """Say whether somebody who is due lacks the mean of perilaku (A.3), or its rating (C).

    Where the year's regulation asks for neither nobody lacks it.
    """
    if orang.hasil.status is Status.DIKECUALIKAN:
        return False
    if orang.peraturan.berperingkat:
        return orang.penilaian.evaluasi_tahunan.perilaku_kerja is None
    return "perilaku" in orang.peraturan.isian and orang.hasil.rata_rata_perilaku is None


def _is_appraised(orang: Orang) -> bool:
    return orang.hasil.status is Status.DINILAI


_OF_PERILAKU: Final = frozenset({*PERILAKU, "perilaku_kerja"})
_RULES: Final[Mapping[Saringan, Callable[[Orang], bool]]] = {
    Saringan.BELUM_LENGKAP: lambda orang: orang.hasil.status is Status.BELUM_DINILAI,
    Saringan.DI_BAWAH_BAIK: lambda orang: _is_appraised(orang) and not orang.hasil.minimal_baik,
    Saringan.NILAI_BATAS: lambda orang: _is_appraised(orang) and orang.hasil.batas,
    Saringan.TANPA_PERILAKU: lacks_perilaku,
}


def place_of(saringan: Saringan, orang: Orang) -> Kurang | None:
    """Return the cell for which a filter keeps somebody, None where it is no single one.

    Of whoever is below Baik it is the rating that makes him so (regulations C).
    """
    if saringan is Saringan.BELUM_LENGKAP:
        return next(iter(orang.hasil.kurang), None)
    if saringan is Saringan.TANPA_PERILAKU:
        return next((satu for satu in orang.hasil.kurang if satu.kolom in _OF_PERILAKU), None)
    if saringan is Saringan.DI_BAWAH_BAIK and orang.peraturan.berperingkat:
        given = orang.penilaian.evaluasi_tahunan
        low = (kolom for kolom in NAMA_PERINGKAT if given.peringkat(kolom) == Peringkat.DI_BAWAH)
        return next((Kurang("evaluasi", kolom=kolom) for kolom in low), None)
    return None


def kept(saringan: Saringan, people: Iterable[Orang]) -> tuple[Orang, ...]:
    """Return those whom a named filter keeps; the first three are counted so in the recap too.

    Whoever is excepted is kept by none of them: nothing is missing of him.
    """
    rule = _RULES[saringan]
    return tuple(satu for satu in people if rule(satu))
