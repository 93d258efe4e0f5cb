"""Judging a form: what storing would refuse is known, and nothing is stored, whatever it says."""

import pytest

from skp_tui.errors import InputError, OnlyJudgedError
from skp_tui.services.base.editing import Isian, Tersimpan, only_judged, save_records
from tests.services.office import BRAM, Office

NEW: Isian = {"nip": "199001022015042001", "nama": "Ratna Contoh", "unit": "1.1"}


def judged(office: Office, isian: Isian) -> dict[str | None, str]:
    before = office.content()
    with office.writing() as writer:
        found = only_judged(
            writer, lambda held: save_records(held, "pegawai", [isian], "pegawai baru", baru=True)
        )
    assert office.content() == before
    return {satu.kolom: satu.pesan for satu in found.ditolak}


def test_answers_that_could_be_stored_are_not(office: Office) -> None:
    assert judged(office, NEW) == {}


def test_a_key_that_is_taken_is_told_beside_what_else_is_wrong(office: Office) -> None:
    told = judged(office, {**NEW, "nip": BRAM, "unit": "9", "penilai_nip": "123"})
    assert set(told) == {"nip", "unit", "penilai_nip"}
    assert "sudah dipakai" in told["nip"]


@pytest.mark.parametrize("kosong", ["nip", "nama", "unit"])
def test_what_is_missing_hides_nothing_that_is_wrong(office: Office, kosong: str) -> None:
    told = judged(office, {**NEW, kosong: "", "penilai_nip": "123", "golongan": "V/z"})
    assert {kosong, "penilai_nip", "golongan"} <= set(told)


def test_a_store_that_refuses_by_an_error_is_told_as_such(office: Office) -> None:
    def refusing(_: object) -> Tersimpan:
        raise InputError("Sudah dikunci.", "Buka dahulu.")

    with office.writing() as writer:
        found = only_judged(writer, refusing)
    assert [satu.kalimat() for satu in found.ditolak] == ["Sudah dikunci. Buka dahulu."]


def test_the_writer_changes_again_once_all_is_judged(office: Office) -> None:
    with office.writing() as writer:
        with writer.judging(), pytest.raises(OnlyJudgedError), writer.change("apa saja"):
            raise AssertionError
        done = save_records(writer, "pegawai", [NEW], "pegawai baru", baru=True)
        assert done.ditolak == ()
        assert [satu.sebab for satu in writer.steps()][-1] == "pegawai baru"
