"""An appraiser is printed as he was named; what was not given follows the person or the current."""

from dataclasses import replace

import pytest

from skp_tui.domain.office import Pegawai, Pejabat, Unit
from skp_tui.domain.snapshot import followed, resolved, with_appraisers

TIUR = Pegawai("197001011995032001", "Tiur Contoh", "1.1", golongan="IV/a", jabatan="Kepala Bagian")
PEOPLE = {TIUR.nip: TIUR}
UNITS = {"1.1": Unit("1.1", "Bagian Umum")}
NOTHING: dict[str, str | None] = dict.fromkeys(("nip", "nama", "golongan", "jabatan", "unit"))


def test_what_is_not_given_of_a_known_appraiser_comes_from_his_own_row() -> None:
    assert resolved(Pejabat(nip=TIUR.nip, golongan="III/d"), PEOPLE, UNITS) == Pejabat(
        TIUR.nip, "Tiur Contoh", "III/d", "Kepala Bagian", "Bagian Umum"
    )
    assert resolved(Pejabat(nip=TIUR.nip), PEOPLE, {}).unit == ""


@pytest.mark.parametrize("nip", ["", "196704121993031007"])
def test_an_appraiser_unknown_to_the_database_is_printed_as_named(nip: str) -> None:
    named = Pejabat(nip=nip, nama="Bram Contoh")
    assert resolved(named, PEOPLE, UNITS) == named


def test_both_appraisers_of_a_person_are_resolved() -> None:
    person = replace(TIUR, penilai=Pejabat(TIUR.nip), atasan_penilai=Pejabat(nama="Wali Kota"))
    found = with_appraisers(person, PEOPLE, UNITS)
    assert found.penilai.nama == "Tiur Contoh"
    assert found.atasan_penilai == Pejabat(nama="Wali Kota")


CURRENT = Pejabat(TIUR.nip, "Tiur Contoh", "IV/a", "Kepala Bagian", "Bagian Umum")


def test_a_field_that_was_not_given_follows_the_current_appraiser() -> None:
    assert followed(NOTHING, CURRENT) == CURRENT
    given = NOTHING | {"nip": TIUR.nip, "golongan": "III/d"}
    assert followed(given, CURRENT) == replace(CURRENT, golongan="III/d")


def test_a_field_given_as_empty_stays_empty() -> None:
    assert followed(NOTHING | {"jabatan": ""}, CURRENT) == replace(CURRENT, jabatan="")


@pytest.mark.parametrize("nip", ["", "196704121993031007"])
def test_when_another_person_is_named_nothing_of_the_current_one_is_taken(nip: str) -> None:
    given = NOTHING | {"nip": nip, "nama": "Bram Contoh"}
    assert followed(given, CURRENT) == Pejabat(nip=nip, nama="Bram Contoh")
