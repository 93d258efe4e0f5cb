"""Agreed targets: what was agreed stays visible, whatever is changed, taken back or repeated."""

import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.domain.revision import Perubahan, Versi
from skp_tui.errors import InputError, LockedError
from skp_tui.services.entry import entry
from skp_tui.services.signing import signing, signing_many
from skp_tui.services.signing.lembar import LembarPenilaian, read_lembar, state_words
from skp_tui.services.signing.signing_many import Tindakan
from skp_tui.storage.database.looking import reading
from skp_tui.storage.transactions.writer import Writer
from tests.services.office import BRAM, KEPALA, SARI, Office, kegiatan, last_step, tempat

JANUARY, MAY = date(2017, 1, 12), date(2017, 5, 3)


def sheet(office: Office, nip: str = BRAM) -> LembarPenilaian:
    with reading(office.path) as connection:
        return read_lembar(connection, 2017, nip)


def versions(office: Office) -> list[tuple[int, str, bool]]:
    return [(v.nomor, v.tanggal.isoformat(), v.batal) for v in sheet(office).versi]


def changes(office: Office) -> dict[int, Perubahan]:
    found = sheet(office)
    assert found.berlaku is not None
    return {satu.tempat[1]: satu.perubahan for satu in found.revisions(found.berlaku)}


def amount(versi: Versi) -> Decimal | None:
    """Return the quantity that was agreed on for the first activity."""
    first = versi.sasaran[1, 1]
    assert isinstance(first, Kegiatan)
    return first.target_kuantitas


def retarget(office: Office, writer: Writer, amount: int, no: int = 1) -> None:
    row = kegiatan(office, no, target_kuantitas=Decimal(amount))
    entry.save(writer, tempat(), row, ["target_kuantitas"], f"target {amount}")


def test_what_was_never_agreed_has_no_version(office: Office) -> None:
    assert versions(office) == []
    assert sheet(office).berlaku is None
    assert sheet(office, KEPALA).versi == ()


def test_a_changed_target_stands_beside_the_agreed_one(office: Office) -> None:
    with office.writing() as writer:
        signing.agree(writer, 2017, [BRAM], JANUARY)
        assert changes(office) == {1: Perubahan.TETAP, 2: Perubahan.TETAP}
        retarget(office, writer, 60)
    assert changes(office) == {1: Perubahan.DIUBAH, 2: Perubahan.TETAP}
    found = sheet(office)
    assert found.berlaku is not None
    first = found.revisions(found.berlaku)[0]
    assert isinstance(first.semula, Kegiatan)
    assert isinstance(first.kini, Kegiatan)
    assert first.semula.target_kuantitas == Decimal(50)
    assert first.kini.target_kuantitas == Decimal(60)
    assert found.diubah[1, 1].startswith("2018-01-05")
    words = "disepakati 12 Januari 2017, 1 target berubah · lengkap"
    assert state_words(found.orang, found.target_berubah) == words


def test_an_outcome_is_no_revision_and_a_target_put_back_is_none_any_more(office: Office) -> None:
    with office.writing() as writer:
        signing.agree(writer, 2017, [BRAM], JANUARY)
        row = kegiatan(office, realisasi_kuantitas=Decimal(1))
        entry.save(writer, tempat(), row, ["realisasi_kuantitas"], "realisasi")
        assert sheet(office).target_berubah == 0
        retarget(office, writer, 60)
        retarget(office, writer, 50)
    assert sheet(office).target_berubah == 0


def test_what_is_added_and_removed_after_the_agreement_is_named(office: Office) -> None:
    with office.writing() as writer:
        signing.agree(writer, 2017, [BRAM], JANUARY)
        entry.remove(writer, tempat(), kegiatan(office, 1), "hapus")
        new = replace(kegiatan(office, 2, uraian="Menyapa"), no=7)
        entry.save(writer, tempat(), new, [], "baru", baru=True)
    assert changes(office) == {1: Perubahan.DIHAPUS, 2: Perubahan.TETAP, 7: Perubahan.DITAMBAH}
    assert {place[1] for place in sheet(office).diubah} == {1, 2, 7}


def test_agreeing_again_makes_a_new_version_and_the_first_stays_listed(office: Office) -> None:
    with office.writing() as writer:
        signing.agree(writer, 2017, [BRAM], JANUARY)
        retarget(office, writer, 60)
        signing.agree(writer, 2017, [BRAM], MAY)
        assert versions(office) == [(1, "2017-01-12", False), (2, "2017-05-03", False)]
        assert sheet(office).target_berubah == 0
        retarget(office, writer, 70)
    first, second = sheet(office).versi
    assert [amount(v) for v in (first, second)] == [50, 60]
    assert sheet(office).berlaku == second


def test_another_day_without_another_target_only_puts_the_day_right(office: Office) -> None:
    with office.writing() as writer:
        signing.agree(writer, 2017, [BRAM], JANUARY)
        signing.agree(writer, 2017, [BRAM], date(2017, 1, 13))
    assert versions(office) == [(1, "2017-01-13", False)]


def test_the_same_day_again_without_another_target_is_refused_in_words(office: Office) -> None:
    with office.writing() as writer:
        signing.agree(writer, 2017, [BRAM], JANUARY)
        before = (office.content(), office.lines())
        with pytest.raises(InputError, match="12 Januari 2017, dan target belum berubah sejak itu"):
            signing.agree(writer, 2017, [BRAM], JANUARY)
    assert (office.content(), office.lines()) == before


def test_a_target_corrected_on_the_day_of_agreement_is_agreed_again_on_it(office: Office) -> None:
    with office.writing() as writer:
        signing.agree(writer, 2017, [BRAM, SARI], JANUARY)
        retarget(office, writer, 60)
        once = sheet(office).versi
        lines = len(office.lines())
        signing.agree(writer, 2017, [BRAM, SARI], JANUARY)
        # one line in the trail: nothing is new about the other one
        assert len(office.lines()) == lines + 1
        assert versions(office) == [(1, "2017-01-12", False), (2, "2017-01-12", False)]
        assert [amount(v) for v in sheet(office).versi] == [50, 60]
        assert sheet(office).target_berubah == 0
        assert sheet(office, SARI).versi == (sheet(office, SARI).berlaku,)
        again = sheet(office).versi
        for _ in range(2):
            writer.undo()
            assert (sheet(office).versi, sheet(office).target_berubah) == (once, 1)
            writer.redo()
            assert (sheet(office).versi, sheet(office).target_berubah) == (again, 0)
        for _ in range(3):
            writer.undo()
        assert versions(office) == []
    assert office.findings() == []


def test_an_agreement_called_off_stays_listed_and_holds_no_longer(office: Office) -> None:
    with office.writing() as writer:
        with pytest.raises(InputError, match="belum disepakati"):
            signing.disagree(writer, 2017, BRAM)
        signing.agree(writer, 2017, [BRAM], JANUARY)
        signing.disagree(writer, 2017, BRAM)
        assert sheet(office).berlaku is None
        assert versions(office) == [(1, "2017-01-12", True)]
        signing.agree(writer, 2017, [BRAM], JANUARY)
    assert versions(office) == [(1, "2017-01-12", True), (2, "2017-01-12", False)]


def test_undo_and_redo_of_agreements_leave_the_versions_as_they_were(office: Office) -> None:
    """Taking back a calling-off must not look like an agreement on what the targets are now."""
    with office.writing() as writer:
        signing.agree(writer, 2017, [BRAM], JANUARY)
        retarget(office, writer, 60)
        agreed = sheet(office).versi
        signing.disagree(writer, 2017, BRAM)
        called_off = sheet(office).versi
        for _ in range(3):
            writer.undo()
            assert sheet(office).versi == agreed
            assert sheet(office).target_berubah == 1
            writer.redo()
            assert sheet(office).versi == called_off
        for _ in range(3):
            writer.undo()
        assert versions(office) == []
        writer.redo()
        assert versions(office) == [(1, "2017-01-12", False)]
    assert office.findings() == []


STEPS = ("agree", "agree later", "retarget", "remove", "disagree", "undo", "redo")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(STEPS), max_size=12))
def test_after_any_sequence_an_undo_shows_the_versions_from_before(steps: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Office.filled(Path(folder))
        with office.writing() as writer:
            start = last_step(writer)
            for place, step in enumerate(steps):
                with suppress(InputError, StopIteration):
                    carry_out(office, writer, step, place, start)
            seen = [(sheet(office).versi, sheet(office).target_berubah)]
            while writer.undo(start) is not None:
                seen.append((sheet(office).versi, sheet(office).target_berubah))
            assert seen[-1] == ((), 0)
            for before in reversed(seen[:-1]):
                assert writer.redo(start) is not None
                assert (sheet(office).versi, sheet(office).target_berubah) == before


def carry_out(office: Office, writer: Writer, step: str, place: int, start: int) -> None:
    if step.startswith("agree"):
        day = JANUARY if step == "agree" else MAY
        signing.agree(writer, 2017, [BRAM], day)
    elif step == "retarget":
        retarget(office, writer, 60 + place)
    elif step == "remove":
        entry.remove(writer, tempat(), kegiatan(office, 2), "hapus")
    elif step == "disagree":
        signing.disagree(writer, 2017, BRAM)
    elif step == "undo":
        writer.undo(start)
    else:
        writer.redo(start)


def test_a_moved_person_has_the_targets_of_every_part(office: Office) -> None:
    office.impor("bagian", f"tahun,nip,bagian,mulai\n2017,{BRAM},2,2017-07-01\n")
    office.impor(
        "kegiatan",
        "tahun,nip,bagian,no,uraian,target_kuantitas,target_kualitas,target_waktu\n"
        f"2017,{BRAM},2,1,Menjaga,6,100,6\n",
    )
    with office.writing() as writer:
        signing.agree(writer, 2017, [BRAM], JANUARY)
    found = sheet(office)
    assert sorted(found.versi[0].sasaran) == [(1, 1), (1, 2), (2, 1)]
    assert found.target_berubah == 0


def test_a_signed_one_keeps_its_agreement(office: Office) -> None:
    with office.writing() as writer:
        signing.agree(writer, 2017, [BRAM], JANUARY)
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
        with pytest.raises(LockedError) as refused:
            signing.disagree(writer, 2017, BRAM)
        assert "Lembar penilaian (L di layar Unit" in refused.value.saran
        assert state_words(sheet(office).orang) == "dikunci 5 Januari 2018"
        signing.reopen(writer, 2017, BRAM, "salah hitung")
    found = sheet(office)
    assert [satu.sebab for satu in found.pembukaan] == [
        "buka kembali Bram Contoh 2017: salah hitung"
    ]
    assert found.tenggat[0].batas is None
    assert found.berlaku is not None


def test_a_reason_is_found_again_whatever_the_name_is_now(office: Office) -> None:
    with office.writing() as writer:
        signing.lock(writer, 2017, [BRAM], date(2018, 1, 5))
        signing.reopen(writer, 2017, BRAM, "nilai 2017: salah hitung")
    office.impor("pegawai", f'nip,nama,unit\n{BRAM},"Bram Benar, S.E.",1.1\n')
    [opened] = sheet(office).pembukaan
    assert sheet(office).orang.nama == "Bram Benar, S.E."
    assert signing.reason_in(opened.sebab, 2017) == "nilai 2017: salah hitung"


@given(nama=st.text(min_size=1), alasan=st.text(min_size=1))
def test_what_the_trail_says_of_a_reopening_is_read_as_it_was_written(
    nama: str, alasan: str
) -> None:
    found = signing.reason_in(signing.reopening(nama, 2017, alasan), 2017)
    assert found == alasan or (" 2017: " in nama and found.endswith(alasan))


@pytest.mark.parametrize("sebab", ["kuantitas kegiatan 3 2017: 12", "buka kembali", ""])
def test_what_is_no_reopening_is_shown_whole(sebab: str) -> None:
    assert signing.reason_in(sebab, 2017) == sebab


# Many at once


def test_a_plan_says_who_is_left_out_and_why(office: Office) -> None:
    people = [office.orang(nip) for nip in (KEPALA, SARI, BRAM)]
    found = signing_many.plan(people, Tindakan.KUNCI, date(2018, 1, 5))
    assert found.nips == (SARI, BRAM)
    [(orang, reason)] = found.tidak
    assert orang.nip == KEPALA
    assert reason.startswith("belum lengkap: belum ada kegiatan")
    assert signing_many.plan(people[2:], Tindakan.SEPAKATI, JANUARY).nips == (BRAM,)


def test_a_day_before_the_agreement_leaves_only_that_one_out(office: Office) -> None:
    with office.writing() as writer:
        signing.agree(writer, 2017, [BRAM], date(2018, 1, 6))
    people = [office.orang(nip) for nip in (SARI, BRAM)]
    found = signing_many.plan(people, Tindakan.KUNCI, date(2018, 1, 5))
    assert found.nips == (SARI,)
    assert "sesudah tanggal kunci" in found.tidak[0][1]
    agreed = signing_many.plan(people, Tindakan.SEPAKATI, date(2018, 1, 8))
    assert (agreed.nips, agreed.tidak[0][1]) == ((SARI,), "sudah disepakati 6 Januari 2018")


def test_many_are_locked_in_one_step_and_the_check_is_clean(office: Office) -> None:
    people = [office.orang(nip) for nip in (KEPALA, SARI, BRAM)]
    rencana = signing_many.plan(people, Tindakan.KUNCI, date(2018, 1, 5))
    with office.writing() as writer:
        before = len(writer.steps())
        assert signing_many.carry_out(writer, 2017, rencana, date(2018, 1, 5)) == 2
        [step] = writer.steps()[before:]
    assert step.sebab == "kunci 2 penilaian 2017: 5 Januari 2018"
    assert office.penilaian(SARI).dikunci == office.penilaian(BRAM).dikunci == date(2018, 1, 5)
    assert office.findings() == []


@pytest.mark.parametrize(
    ("tanggal", "agreement", "lock"),
    [
        (date(2017, 1, 12), "", "12 Januari 2017 sebelum akhir tahun 2017"),
        (date(2016, 12, 20), "", "20 Desember 2016 sebelum akhir tahun 2017"),
        (date(2016, 11, 30), "30 November 2016 di luar tahun 2017",
         "30 November 2016 sebelum akhir tahun 2017"),
        (date(2017, 12, 31), "", ""),
        (date(2018, 1, 5), "5 Januari 2018 di luar tahun 2017", ""),
        (date(2018, 1, 6), "6 Januari 2018 belum tiba", "6 Januari 2018 belum tiba"),
    ],
)  # fmt: skip
def test_a_day_that_looks_odd_is_named(tanggal: date, agreement: str, lock: str) -> None:
    today = date(2018, 1, 5)
    assert signing.odd_agreement(2017, tanggal, today) == agreement
    assert signing.odd_lock(2017, tanggal, today) == lock


@pytest.mark.parametrize(
    ("tanggal", "odd"),
    [
        (date(2018, 12, 31), ""),
        (date(2019, 1, 1), "1 Januari 2019 lama sesudah tahun 2017 berakhir"),
        (date(2026, 7, 1), "1 Juli 2026 lama sesudah tahun 2017 berakhir"),
    ],
)
def test_a_signature_years_after_the_year_looks_odd(tanggal: date, odd: str) -> None:
    assert signing.odd_lock(2017, tanggal, date(2026, 7, 1)) == odd
