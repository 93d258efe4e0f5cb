"""Objections on a real file: their order, their trail, what they wait for, also when locked."""

from datetime import date
from pathlib import Path

import pytest

from skp_tui.domain.objection import Tahap, TahapTertulis, Tunggakan
from skp_tui.errors import InputError
from skp_tui.services.base import editing
from skp_tui.services.base.views import read_unit, unit_view
from skp_tui.services.office import configuring
from skp_tui.services.signing import objecting, signing
from skp_tui.services.signing.lembar import read_lembar
from skp_tui.storage.database.looking import reading
from skp_tui.storage.transactions.writer import Writer
from tests.services.office import BRAM, KEPALA, SARI, UNKNOWN, Office

SIGNED = date(2018, 1, 5)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Give an office in which Bram's appraisal is signed."""
    office = Office.filled(tmp_path)
    with office.writing() as writer:
        signing.lock(writer, 2017, [BRAM], SIGNED)
    return office


def put(writer: Writer, tahap: Tahap, day: int, month: int = 1, isi: str = "isi") -> None:
    objecting.save_stage(writer, 2017, BRAM, TahapTertulis(tahap, date(2018, month, day), isi))


def waits(office: Office, tahun: int = 2017, unit: str = "1") -> tuple[Tunggakan, ...]:
    with reading(office.path) as connection:
        return objecting.open_objections(connection, read_unit(connection, tahun, unit))


def of_bram(tahap: Tahap, batas: date) -> Tunggakan:
    return Tunggakan(2017, BRAM, "Bram Contoh", tahap, batas)


def shown(office: Office) -> list[tuple[str, str, int]]:
    with reading(office.path) as connection:
        found = read_lembar(connection, 2017, BRAM).tenggat
    return [(t.tahap.value, t.tertulis.isi, t.terlambat) for t in found if t.tertulis is not None]


def test_a_locked_appraisal_takes_an_objection_stage_by_stage(office: Office) -> None:
    with office.writing() as writer:
        assert waits(office) == ()
        put(writer, Tahap.KEBERATAN, 22, isi="  Perilaku\nterlalu rendah ")
        assert waits(office) == (of_bram(Tahap.TANGGAPAN, date(2018, 2, 5)),)
        put(writer, Tahap.TANGGAPAN, 5, 2)
        assert waits(office) == (of_bram(Tahap.KEPUTUSAN, date(2018, 2, 26)),)
        put(writer, Tahap.KEPUTUSAN, 26, 2)
        assert waits(office) == ()
        put(writer, Tahap.REKOMENDASI, 27, 2)
    assert shown(office) == [
        ("keberatan", "Perilaku terlalu rendah", 3),
        ("tanggapan", "isi", 0),
        ("keputusan", "isi", 0),
        ("rekomendasi", "isi", 0),
    ]
    assert office.findings() == []


def test_a_stage_is_put_right_and_the_trail_tells_it(office: Office) -> None:
    with office.writing() as writer:
        put(writer, Tahap.KEBERATAN, 10)
        put(writer, Tahap.KEBERATAN, 11, isi="lain")
        assert [step.sebab for step in writer.steps()][-2:] == ["keberatan Bram Contoh 2017"] * 2
        assert writer.steps()[-1].changes[0].baru == {"tanggal": "2018-01-11", "isi": "lain"}
        writer.undo()
    assert shown(office) == [("keberatan", "isi", 0)]


def test_only_the_last_stage_is_removed_and_undo_brings_it_back(office: Office) -> None:
    with office.writing() as writer:
        with pytest.raises(InputError, match="Belum ada keberatan"):
            objecting.remove_stage(writer, 2017, BRAM, Tahap.KEBERATAN)
        put(writer, Tahap.KEBERATAN, 10)
        put(writer, Tahap.TANGGAPAN, 12)
        with pytest.raises(InputError, match="sudah diikuti tanggapan"):
            objecting.remove_stage(writer, 2017, BRAM, Tahap.KEBERATAN)
        objecting.remove_stage(writer, 2017, BRAM, Tahap.TANGGAPAN)
        assert [tahap for tahap, *_ in shown(office)] == ["keberatan"]
        assert writer.steps()[-1].sebab == "hapus tanggapan atas keberatan Bram Contoh 2017"
        writer.undo()
    assert [tahap for tahap, *_ in shown(office)] == ["keberatan", "tanggapan"]
    assert office.findings() == []


REFUSED = [
    (BRAM, TahapTertulis(Tahap.TANGGAPAN, date(2018, 1, 10), "x"), "memerlukan keberatan"),
    (BRAM, TahapTertulis(Tahap.KEBERATAN, date(2018, 1, 4), "x"), "sebelum hasilnya diterima"),
    (BRAM, TahapTertulis(Tahap.KEBERATAN, date(2018, 1, 10), " \x1b "), "Isi keberatan kosong"),
    (BRAM, TahapTertulis(Tahap.KEBERATAN, date(2018, 1, 10), "x" * 2001), "lebih dari 2000 huruf"),
    (SARI, TahapTertulis(Tahap.KEBERATAN, date(2018, 1, 10), "x"), "Kunci dahulu"),
    (UNKNOWN, TahapTertulis(Tahap.KEBERATAN, date(2018, 1, 10), "x"), "Tidak ada pegawai"),
]


@pytest.mark.parametrize(("nip", "tertulis", "words"), REFUSED)
def test_what_cannot_be_is_refused_and_nothing_changes(
    office: Office, nip: str, tertulis: TahapTertulis, words: str
) -> None:
    before = (office.content(), office.lines())
    with office.writing() as writer, pytest.raises(InputError) as refused:
        objecting.save_stage(writer, 2017, nip, tertulis)
    assert words in refused.value.kalimat()
    assert (office.content(), office.lines()) == before


def test_an_objection_goes_on_while_its_appraisal_is_reopened_and_signed_again(
    office: Office,
) -> None:
    with office.writing() as writer:
        put(writer, Tahap.KEBERATAN, 15)
        signing.reopen(writer, 2017, BRAM, "keputusan keberatan")
        put(writer, Tahap.TANGGAPAN, 20)
        put(writer, Tahap.KEBERATAN, 22 - 6)
        signing.lock(writer, 2017, [BRAM], date(2018, 2, 20))
    with reading(office.path) as connection:
        found = read_lembar(connection, 2017, BRAM).tenggat
    # still against the result of 5 January, not against the one that came of it
    assert found[0].batas == date(2018, 1, 19)
    assert office.findings() == []


def test_the_setting_changes_the_deadlines(office: Office) -> None:
    with office.writing() as writer:
        configuring.change_setting(writer, "keberatan_hari", "7;10;30", None)
        put(writer, Tahap.KEBERATAN, 15)
    assert shown(office) == [("keberatan", "isi", 3)]
    assert waits(office) == (of_bram(Tahap.TANGGAPAN, date(2018, 1, 25)),)


def test_the_nearest_deadline_comes_first_and_other_units_are_not_counted(
    office: Office,
) -> None:
    with office.writing() as writer:
        signing.lock(writer, 2017, [SARI], SIGNED)
        put(writer, Tahap.KEBERATAN, 15)
        early = TahapTertulis(Tahap.KEBERATAN, date(2018, 1, 8), "x")
        objecting.save_stage(writer, 2017, SARI, early)
    assert [satu.nip for satu in waits(office)] == [SARI, BRAM]
    assert [satu.nip for satu in waits(office, unit="1.1")] == [SARI, BRAM]
    assert waits(office, unit="1.2") == ()


def test_an_objection_waits_in_the_list_of_every_year_until_it_is_decided(office: Office) -> None:
    """The program opens the newest year, and an objection comes when that one has begun."""
    with office.writing() as writer:
        put(writer, Tahap.KEBERATAN, 15)
    expected = (of_bram(Tahap.TANGGAPAN, date(2018, 1, 29)),)
    for tahun in (2016, 2017, 2018, 2019):
        assert waits(office, tahun) == expected
    with office.writing() as writer:
        put(writer, Tahap.TANGGAPAN, 20)
        put(writer, Tahap.KEPUTUSAN, 25)
    assert waits(office, 2018) == ()


def test_an_objection_stays_with_the_unit_of_its_year_when_the_person_moves_or_retires(
    office: Office,
) -> None:
    with office.writing() as writer:
        put(writer, Tahap.KEBERATAN, 15)
    office.impor("pegawai", f"nip,nama,unit,aktif_sampai\n{BRAM},Bram Contoh,1.2,2017-12-31\n")
    with reading(office.path) as connection:
        assert unit_view(connection, 2018, "1").of(BRAM) is None
    for tahun in (2017, 2018):
        assert [satu.nip for satu in waits(office, tahun, "1.1")] == [BRAM]
        assert waits(office, tahun, "1.2") == ()
    assert KEPALA not in {satu.nip for satu in waits(office, 2018)}


def test_a_removed_person_takes_his_objection_along(office: Office) -> None:
    with office.writing() as writer:
        put(writer, Tahap.KEBERATAN, 15)
        signing.reopen(writer, 2017, BRAM, "salah orang")
        editing.remove_person(writer, BRAM, "Bram")
        assert waits(office) == ()
        writer.undo()
    assert [satu.nip for satu in waits(office)] == [BRAM]
    assert office.findings() == []
