"""Moves: one part ends, the next begins the day after, and what was printed before stays."""

from datetime import date

import pytest

from skp_tui.domain.office import Pejabat
from skp_tui.errors import LockedError
from skp_tui.services.base.editing import Tersimpan
from skp_tui.services.office import moving, part_removal
from skp_tui.services.signing import signing
from skp_tui.storage.database.looking import reading
from tests.services.moves import (
    AFTER,
    BEFORE,
    MULAI,
    NEW,
    days,
    faults,
    move,
    parts,
    printed,
    steps,
    undo,
)
from tests.services.office import BRAM, KEPALA, UNKNOWN, Office


@pytest.mark.parametrize("ikut", [True, False])
def test_a_move_ends_the_part_the_day_before_and_each_prints_its_own_post(
    office: Office, ikut: bool
) -> None:
    assert move(office, ikut=ikut) == Tersimpan()
    assert days(office) == [
        (date(2017, 1, 1), date(2017, 6, 30)),
        (date(2017, 7, 1), None),
    ]
    assert [printed(part) for part in parts(office)] == [BEFORE, AFTER]
    assert parts(office)[1].penilai == Pejabat(
        KEPALA, "Kepala Contoh", "IV/b", "Kepala Badan", "Badan"
    )
    assert [len(part.kegiatan) for part in parts(office)] == [2, 0]
    assert office.findings() == []


def test_a_move_takes_the_person_along_and_the_new_part_goes_on_following_him(
    office: Office,
) -> None:
    move(office)
    pegawai = office.penilaian(BRAM).pegawai
    assert (pegawai.unit, pegawai.jabatan, pegawai.penilai.nip) == ("1.2", "Analis Mutasi", KEPALA)
    office.impor("pegawai", f"nip,nama,unit,golongan\n{BRAM},Bram Contoh,1.2,III/b\n")
    assert [part.golongan for part in parts(office)] == ["III/a", "III/b"]


def test_without_him_the_person_stays_and_the_new_part_keeps_what_was_said(office: Office) -> None:
    before = office.penilaian(BRAM).pegawai
    move(office, ikut=False)
    assert office.penilaian(BRAM).pegawai == before
    office.impor("pegawai", f"nip,nama,unit,jabatan\n{BRAM},Bram Contoh,1,Lurah\n")
    assert [printed(part) for part in parts(office)] == [BEFORE, AFTER]


def test_a_move_is_one_step_that_undo_takes_back_whole(office: Office) -> None:
    before, number = office.content(), steps(office)
    move(office)
    assert steps(office) == number + 1
    undo(office)
    assert office.content() == before


def test_the_sentence_of_a_move_says_who_and_when(office: Office) -> None:
    move(office)
    with office.writing() as writer:
        assert writer.steps()[-1].sebab == "pindah tugas Bram Contoh, mulai 1 Juli 2017"


def test_the_value_of_the_year_is_the_plain_mean_of_the_parts(office: Office) -> None:
    before = office.orang(BRAM).hasil.bagian[0].nilai_skp
    move(office)
    assert office.orang(BRAM).hasil.nilai_skp is None
    office.impor(
        "kegiatan",
        "tahun,nip,bagian,no,uraian,target_kuantitas,target_kualitas,target_waktu,"
        "realisasi_kuantitas,realisasi_kualitas,realisasi_waktu\n"
        f"2017,{BRAM},2,1,Menyusun,10,100,6,10,100,6\n",
    )
    hasil = office.orang(BRAM).hasil
    assert before is not None
    assert hasil.bagian[1].nilai_skp == 92
    assert hasil.nilai_skp == (before + 92) / 2


def test_somebody_without_any_entry_can_move_too(office: Office) -> None:
    changed = {"mulai": "01-04-2016", "lama_mulai": "01-01-2016"}
    assert move(office, changed, tahun=2016) == Tersimpan()
    assert [printed(part) for part in parts(office, 2016)] == [BEFORE, AFTER]


def test_a_move_of_an_earlier_year_keeps_both_parts_whatever_comes(office: Office) -> None:
    office.impor("perilaku", f"tahun,nip,disiplin\n2018,{BRAM},80\n")
    with reading(office.path) as connection:
        assert moving.posts(connection, 2017, BRAM).lanjut
        assert not moving.posts(connection, 2018, BRAM).lanjut
    move(office, ikut=False)
    office.impor("pegawai", f"nip,nama,unit,golongan\n{BRAM},Bram Contoh,1,IV/a\n")
    assert [printed(part) for part in parts(office)] == [BEFORE, AFTER]
    assert parts(office, 2018)[0].golongan == "IV/a"


def test_a_third_post_follows_the_second(office: Office) -> None:
    move(office)
    with office.writing() as writer:
        again = {**NEW, "mulai": "01-10-2017", "lama_mulai": MULAI, "jabatan": "Kepala Subbidang"}
        assert moving.move(writer, 2017, BRAM, again, ikut=True) == Tersimpan()
    assert days(office) == [
        (date(2017, 1, 1), date(2017, 6, 30)),
        (date(2017, 7, 1), date(2017, 9, 30)),
        (date(2017, 10, 1), None),
    ]
    assert [part.jabatan for part in parts(office)] == [
        "Analis", "Analis Mutasi", "Kepala Subbidang",
    ]  # fmt: skip


def test_a_part_that_ended_earlier_keeps_its_end(office: Office) -> None:
    office.impor("bagian", f"tahun,nip,bagian,selesai\n2017,{BRAM},1,2017-04-30\n")
    with reading(office.path) as connection:
        tugas = moving.posts(connection, 2017, BRAM)
    assert moving.suggested_days(tugas) == (date(2017, 5, 1), date(2017, 1, 1))
    move(office)
    assert days(office)[0] == (date(2017, 1, 1), date(2017, 4, 30))


@pytest.mark.parametrize(
    ("changed", "kolom", "words"),
    [
        ({"mulai": ""}, "mulai", "isi dahulu"),
        ({"mulai": "31-06-2017"}, "mulai", "tidak ada di kalender"),
        ({"mulai": "01-07-2018"}, "mulai", "di luar tahun 2017"),
        ({"mulai": "01-01-2017"}, "mulai", "tidak mempunyai satu hari pun"),
        ({"mulai": "01-03-2017", "lama_mulai": "01-05-2017"}, "mulai", "satu hari pun"),
        ({"lama_mulai": "besok"}, "lama_mulai", "bukan tanggal"),
        ({"lama_mulai": "01-01-2016"}, "lama_mulai", "di luar tahun 2017"),
        ({"unit": "9"}, "unit", "belum ada"),
        ({"penilai_nip": "123"}, "penilai_nip", "18 angka"),
        ({"penilai_nip": UNKNOWN, "penilai_nama": ""}, "penilai_nip", "belum ada di database"),
    ],
)
@pytest.mark.parametrize("ikut", [True, False])
def test_what_cannot_be_is_refused_beside_its_question_and_nothing_changes(
    office: Office, changed: dict[str, str], kolom: str, words: str, ikut: bool
) -> None:
    before = office.content()
    assert words in faults(move(office, changed, ikut=ikut))[kolom]
    assert office.content() == before


@pytest.mark.parametrize("ikut", [True, False])
@pytest.mark.parametrize(
    ("mulai", "lama", "wrong"),
    [
        ("", "besok", {"mulai", "lama_mulai"}),
        ("31-06-2017", "besok", {"mulai", "lama_mulai"}),
        ("01-07-2018", "01-01-2017", {"mulai"}),
        ("01-07-2017", "01-01-2016", {"lama_mulai"}),
    ],
)
def test_all_that_cannot_be_is_told_at_once(
    office: Office, mulai: str, lama: str, wrong: set[str], ikut: bool
) -> None:
    before = office.content()
    changed = {"mulai": mulai, "lama_mulai": lama, "penilai_nip": "123"}
    assert set(faults(move(office, changed, ikut=ikut))) == wrong | {"penilai_nip"}
    assert office.content() == before


def test_a_move_to_the_same_post_is_none(office: Office) -> None:
    same = moving.snapshot_answers(parts(office)[0])
    assert "sama dengan tugas lama" in faults(move(office, same))["unit"]


def test_nobody_serves_before_or_after_his_active_dates(office: Office) -> None:
    office.impor(
        "pegawai",
        f"nip,nama,unit,aktif_sejak,aktif_sampai\n{BRAM},Bram Contoh,1.1,2017-03-01,2017-10-31\n",
    )
    assert "berhenti aktif" in faults(move(office, {"mulai": "01-11-2017"}))["mulai"]
    assert "sebelum ia aktif" in faults(move(office))["lama_mulai"]
    assert move(office, {"lama_mulai": "01-03-2017"}) == Tersimpan()


def test_a_signed_appraisal_is_not_moved_changed_or_shortened(office: Office) -> None:
    with office.writing() as writer:
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
        before = office.content()
        with pytest.raises(LockedError, match="Bram Contoh sudah dikunci 5 Januari 2018"):
            moving.move(writer, 2017, BRAM, NEW, ikut=True)
        with pytest.raises(LockedError):
            moving.change_part(writer, 2017, BRAM, 1, {"jabatan": "Lain"})
        with pytest.raises(LockedError):
            part_removal.remove_last_part(writer, 2017, BRAM, 1, keep_content=True)
    assert office.content() == before
