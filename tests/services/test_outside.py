"""Values from elsewhere: what they take the place of, beside an exception, and taken away again."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from skp_tui.domain.appraisal import NilaiLuar
from skp_tui.errors import InputError, LockedError
from skp_tui.rules.result import Status
from skp_tui.services.base.editing import Tersimpan
from skp_tui.services.base.views import unit_view
from skp_tui.services.office.outside import (
    AKADEMIK,
    SKP,
    DariLuar,
    TempatNilai,
    outside,
    remove_value,
    save_value,
)
from skp_tui.services.signing import signing
from skp_tui.storage.database.looking import reading
from tests.services.office import BRAM, Office

OF_YEAR, OF_PART = TempatNilai(AKADEMIK), TempatNilai(SKP, 1)
GIVEN = {"nilai": "88,5", "sumber": "Transkrip Universitas Contoh"}
STORED = NilaiLuar(Decimal("88.5"), "Transkrip Universitas Contoh")


def look(office: Office, tahun: int = 2017) -> DariLuar:
    with reading(office.path) as connection:
        return outside(connection, tahun, BRAM)


def save(
    office: Office, tempat: TempatNilai, changed: dict[str, str] | None = None, *, tahun: int = 2017
) -> Tersimpan:
    with office.writing() as writer:
        return save_value(writer, tahun, BRAM, tempat, {**GIVEN, **(changed or {})})


def except_him(office: Office) -> None:
    text = f"tahun,nip,alasan,tanggal\n2017,{BRAM},tugas_belajar,2017-09-01\n"
    assert office.impor("pengecualian", text).status == 0


def test_an_academic_value_that_looks_like_an_ipk_is_stored_with_a_warning(
    office: Office,
) -> None:
    said = save(office, OF_YEAR, {"nilai": "3,56"})
    assert [satu.pesan for satu in said.peringatan] == [
        "3,56 tampak seperti IPK; nilai akademik di sini 0 sampai 100"
    ]
    assert save(office, OF_YEAR, {"nilai": "4,01"}).peringatan == ()


@pytest.mark.parametrize("tempat", [OF_YEAR, OF_PART], ids=lambda tempat: tempat.kunci)
def test_a_value_takes_the_place_of_the_computed_one_and_goes_again(
    office: Office, tempat: TempatNilai
) -> None:
    before, computed = office.content(), office.orang(BRAM).hasil.nilai_skp
    assert save(office, tempat) == Tersimpan()
    hasil = office.orang(BRAM).hasil
    assert hasil.nilai_skp == Fraction(177, 2)
    assert hasil.nilai_prestasi_kerja == Fraction(60, 100) * Fraction(177, 2) + Fraction(
        82 * 40, 100
    )
    found = look(office).of(tempat.kunci)
    assert found is not None
    assert (found.nilai, found.tanpa) == (STORED, computed)
    with office.writing() as writer:
        remove_value(writer, 2017, BRAM, tempat)
    assert office.content() == before


def test_a_value_is_one_step_with_a_sentence_that_undo_takes_back(office: Office) -> None:
    before = office.content()
    save(office, OF_PART)
    with office.writing() as writer:
        sebab = "nilai SKP bagian 1 Bram Contoh 2017: 88,5"
        assert writer.steps()[-1].sebab == sebab
        assert writer.undo(0) is not None
    assert office.content() == before


def test_a_value_is_changed_in_place_and_the_same_again_changes_nothing(office: Office) -> None:
    save(office, OF_YEAR)
    save(office, OF_YEAR, {"nilai": "90"})
    lines = office.lines()
    assert save(office, OF_YEAR, {"nilai": "90,0"}) == Tersimpan()
    assert office.lines() == lines
    akademik = office.penilaian(BRAM).akademik
    assert akademik is not None
    assert akademik.nilai == 90


def test_with_an_academic_value_nobody_asks_for_activities(office: Office) -> None:
    assert save(office, OF_YEAR, tahun=2018) == Tersimpan()
    hasil = office.orang(BRAM, 2018).hasil
    assert {satu.pokok for satu in hasil.kurang} == {"perilaku"}


def test_a_part_that_was_never_entered_can_get_its_value(office: Office) -> None:
    assert save(office, OF_PART, tahun=2018) == Tersimpan()
    [part] = office.penilaian(BRAM, 2018).bagian
    assert part.nilai_luar == STORED


@pytest.mark.parametrize(
    ("tempat", "changed", "kolom", "words"),
    [
        (OF_YEAR, {"nilai": "101"}, "nilai", "antara 0 dan 100"),
        (OF_YEAR, {"nilai": "-1"}, "nilai", "negatif"),
        (OF_PART, {"nilai": "-1"}, "nilai", "negatif"),
        (OF_PART, {"nilai": "lulus"}, "nilai", "angka"),
        (OF_YEAR, {"nilai": ""}, "nilai", "wajib"),
        (OF_YEAR, {"sumber": " "}, "sumber", "wajib"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_question(
    office: Office, tempat: TempatNilai, changed: dict[str, str], kolom: str, words: str
) -> None:
    before = office.content()
    done = save(office, tempat, changed)
    assert [(satu.kolom, words in satu.pesan) for satu in done.ditolak] == [(kolom, True)]
    assert office.content() == before


def test_an_skp_above_100_is_possible_on_paper_too(office: Office) -> None:
    assert save(office, OF_PART, {"nilai": "104,25"}) == Tersimpan()


def test_an_academic_value_beside_an_exception_is_refused_whichever_came_first(
    office: Office,
) -> None:
    except_him(office)
    assert "dikecualikan" in look(office).menghalangi
    [problem] = save(office, OF_YEAR).ditolak
    assert problem.kolom == "nilai"
    assert "sudah ada pengecualian" in problem.pesan
    assert save(office, OF_PART) == Tersimpan()


def test_an_exception_beside_an_academic_value_is_refused(office: Office) -> None:
    save(office, OF_YEAR)
    text = f"tahun,nip,alasan,tanggal\n2017,{BRAM},cltn,2017-09-01\n"
    [problem] = office.impor("pengecualian", text).rencana.ditolak
    assert "sudah ada nilai akademik" in problem.pesan


def test_an_exception_leaves_the_denominator_and_wins_over_a_finished_appraisal(
    office: Office,
) -> None:
    with reading(office.path) as connection:
        before = unit_view(connection, 2017).rekap
    except_him(office)
    with reading(office.path) as connection:
        after = unit_view(connection, 2017).rekap
    assert office.orang(BRAM).hasil.status is Status.DIKECUALIKAN
    assert (after.jumlah_pegawai, after.dikecualikan) == (before.jumlah_pegawai, 1)
    assert after.wajib_dinilai == before.wajib_dinilai - 1
    assert after.dinilai == before.dinilai - 1
    assert sum(after.sebaran.values()) == after.dinilai
    assert after.minimal_baik == before.minimal_baik - 1
    assert [satu.wajib_dinilai for satu in after.subunit] == [1, 0]


def test_a_signed_appraisal_keeps_its_values(office: Office) -> None:
    save(office, OF_PART)
    with office.writing() as writer:
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
        with pytest.raises(LockedError, match="sudah dikunci"):
            save_value(writer, 2017, BRAM, OF_PART, GIVEN)
        with pytest.raises(LockedError, match="sudah dikunci"):
            remove_value(writer, 2017, BRAM, OF_PART)


def test_what_is_not_there_is_not_removed(office: Office) -> None:
    with office.writing() as writer, pytest.raises(InputError, match="sudah tidak ada"):
        remove_value(writer, 2017, BRAM, OF_YEAR)


def test_somebody_who_is_not_of_the_year_has_no_values(office: Office) -> None:
    office.impor("pegawai", f"nip,nama,unit,aktif_sejak\n{BRAM},Bram Contoh,1.1,2018-01-01\n")
    with pytest.raises(InputError, match="tidak termasuk tahun 2017"):
        look(office)
