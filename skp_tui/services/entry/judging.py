"""Perilaku of many people side by side: who is asked what, and what looks odd."""

from collections.abc import Iterable
from typing import Final

from skp_tui.domain.appraisal import PERILAKU_WAJIB
from skp_tui.domain.office import JenisJabatan
from skp_tui.domain.validity import odd_kepemimpinan
from skp_tui.rules.result import Status
from skp_tui.services.base.views import Orang

KEPEMIMPINAN: Final = "kepemimpinan"


def those_due(people: Iterable[Orang]) -> tuple[Orang, ...]:
    """Return those whose perilaku is asked: whoever is excepted is not due (regulations D)."""
    return tuple(satu for satu in people if satu.hasil.status is not Status.DIKECUALIKAN)


def leads(orang: Orang) -> bool:
    """Say whether kepemimpinan is asked: of a structural post, and where it is filled (A.3)."""
    filled = orang.penilaian.perilaku.kepemimpinan is not None
    return filled or orang.penilaian.jenis_jabatan is JenisJabatan.STRUKTURAL


def is_open(orang: Orang, aspek: str) -> bool:
    """Say whether an aspect may be judged: not of a signed appraisal, not beside the post.

    Kepemimpinan of a post whose kind nobody knows is open, for it may be a structural one.
    """
    if orang.penilaian.terkunci:
        return False
    known = orang.penilaian.jenis_jabatan is not None
    return aspek != KEPEMIMPINAN or leads(orang) or not known


def is_asked(orang: Orang, aspek: str) -> bool:
    """Say whether an aspect is to be judged, or may be judged anew."""
    return is_open(orang, aspek) and (aspek != KEPEMIMPINAN or leads(orang))


def has_mean(orang: Orang) -> bool:
    """Say whether the aspects that everybody needs are all filled (A.3)."""
    return orang.hasil.rata_rata_perilaku is not None


def oddity(orang: Orang) -> str:
    """Say what is allowed but does not fit the post, empty when nothing is (A.3)."""
    filled = orang.penilaian.perilaku.kepemimpinan is not None
    return odd_kepemimpinan(orang.penilaian.jenis_jabatan, filled=filled) or ""


def first_missing(people: Iterable[Orang]) -> tuple[str, str] | None:
    """Return where judging goes on, aspect by aspect: NIP and column, None when all is filled."""
    listed = tuple(people)
    lacking = (
        (satu.nip, aspek)
        for aspek in PERILAKU_WAJIB
        for satu in listed
        if satu.penilaian.perilaku.aspek(aspek) is None and is_asked(satu, aspek)
    )
    return next(lacking, None)
