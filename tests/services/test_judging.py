"""Who is asked which aspect when perilaku is judged side by side (regulations A.3)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from skp_tui.domain.appraisal import (
    PERILAKU,
    PERILAKU_WAJIB,
    Alasan,
    Pengecualian,
    Penilaian,
    Perilaku,
)
from skp_tui.domain.office import JenisJabatan, Pegawai
from skp_tui.domain.period import Periode
from skp_tui.rules.pp46 import PP46
from skp_tui.services.base.views import Orang
from skp_tui.services.entry import judging

FIVE = Perilaku(*(Decimal(80),) * 5)
SIX = Perilaku(*(Decimal(80),) * 6)
STRUKTURAL, PELAKSANA = JenisJabatan.STRUKTURAL, JenisJabatan.FUNGSIONAL_UMUM


def person(
    perilaku: Perilaku = FIVE,
    jenis: JenisJabatan | None = PELAKSANA,
    *,
    nip: str = "197306071998032907",
    dikunci: date | None = None,
    excepted: bool = False,
) -> Orang:
    reason = Pengecualian(Alasan.PENSIUN, date(2017, 5, 1)) if excepted else None
    pegawai = Pegawai(nip, "Sari Contoh", "1", jenis_jabatan=jenis)
    penilaian = Penilaian(2017, pegawai, perilaku=perilaku, dikunci=dikunci, pengecualian=reason)
    return Orang(penilaian, PP46.nilai(penilaian, Periode(2017, "PP46")), PP46)


@pytest.mark.parametrize(
    ("perilaku", "jenis", "is_open", "is_asked", "odd"),
    [
        (FIVE, PELAKSANA, False, False, ""),
        (SIX, PELAKSANA, True, True, "kepemimpinan diisi, padahal jabatannya bukan struktural"),
        (FIVE, STRUKTURAL, True, True, "kepemimpinan kosong, padahal jabatannya struktural"),
        (SIX, STRUKTURAL, True, True, ""),
        (FIVE, None, True, False, ""),
        (SIX, None, True, True, ""),
    ],
)
def test_kepemimpinan_is_asked_of_structural_posts_only(
    perilaku: Perilaku,
    jenis: JenisJabatan | None,
    is_open: bool,
    is_asked: bool,
    odd: str,
) -> None:
    orang = person(perilaku, jenis)
    assert judging.is_open(orang, "kepemimpinan") is is_open
    assert judging.is_asked(orang, "kepemimpinan") is is_asked
    assert judging.oddity(orang) == odd


@pytest.mark.parametrize("aspek", PERILAKU)
def test_nothing_of_a_signed_appraisal_is_asked(aspek: str) -> None:
    orang = person(SIX, STRUKTURAL, dikunci=date(2018, 1, 15))
    assert not judging.is_open(orang, aspek)
    assert not judging.is_asked(orang, aspek)


@pytest.mark.parametrize("aspek", PERILAKU_WAJIB)
def test_the_other_five_are_asked_of_everybody(aspek: str) -> None:
    assert judging.is_asked(person(Perilaku()), aspek)


def test_whoever_is_excepted_is_not_judged() -> None:
    due, gone = person(), person(excepted=True)
    assert judging.those_due([gone, due]) == (due,)


def test_judging_goes_on_aspect_by_aspect_not_person_by_person() -> None:
    first = person(replace(FIVE, komitmen=None), nip="197306071998032907")
    second = person(replace(FIVE, integritas=None, komitmen=None), nip="198105062006041921")
    assert judging.first_missing([first, second]) == (second.nip, "integritas")
    assert judging.first_missing([first]) == (first.nip, "komitmen")
    assert judging.first_missing([person()]) is None


def test_what_a_signed_appraisal_lacks_is_not_gone_to() -> None:
    signed = person(Perilaku(), dikunci=date(2018, 1, 15))
    assert judging.first_missing([signed]) is None
