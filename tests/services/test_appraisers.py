"""One appraiser for many people: all or none, nobody for himself, and earlier years stay."""

import pytest

from skp_tui.domain.office import Pejabat
from skp_tui.domain.records import Rekaman
from skp_tui.services.office.appraisers import assign, assignment, changed_answers, superior_of
from skp_tui.services.office.listing import people_list
from skp_tui.storage.database.looking import reading
from tests.services.office import BRAM, KEPALA, SARI, UNKNOWN, Office


def everybody(office: Office) -> list[Rekaman]:
    with reading(office.path) as connection:
        return list(people_list(connection).pegawai.values())


def raters(office: Office) -> dict[str, str]:
    return {satu["nip"] or "": satu["penilai_nip"] or "" for satu in everybody(office)}


def nip_of(number: int) -> str:
    return f"19800101200501{1 + number % 2}{number:03d}"


def test_nobody_becomes_his_own_appraiser_and_it_is_said_who_was_passed_over(
    office: Office,
) -> None:
    done = assignment(everybody(office), {"penilai_nip": SARI, "atasan_penilai_nip": KEPALA})
    assert set(done.dilewati) == {"Sari Contoh", "Kepala Contoh"}
    with office.writing() as writer:
        assert not assign(writer, everybody(office), {"penilai_nip": SARI}).ditolak
    assert raters(office) == {KEPALA: SARI, SARI: KEPALA, BRAM: SARI}


def test_only_oneself_chosen_for_oneself_changes_nothing(office: Office) -> None:
    before = office.content()
    own = [satu for satu in everybody(office) if satu["nip"] == SARI]
    with office.writing() as writer:
        [problem] = assign(writer, own, {"penilai_nip": SARI}).ditolak
    assert problem.kolom == "penilai_nip"
    assert office.content() == before


def test_sixty_people_are_one_step_and_one_undo_and_an_earlier_year_keeps_its_snapshot(
    office: Office,
) -> None:
    numbers = range(1, 61)
    rows = "\n".join(f"{nip_of(n)},Orang {n},1.2,{SARI}" for n in numbers)
    assert office.impor("pegawai", f"nip,nama,unit,penilai_nip\n{rows}\n").status == 0
    for tahun in (2016, 2017):
        rows = "\n".join(f"{tahun},{nip_of(n)},80" for n in numbers)
        assert office.impor("perilaku", f"tahun,nip,disiplin\n{rows}\n").status == 0
    chosen = [satu for satu in everybody(office) if satu["unit"] == "1.2"]
    before = office.content()
    with office.writing() as writer:
        last = len(writer.steps())
        assert not assign(writer, chosen, {"penilai_nip": KEPALA}).ditolak
        assert [step.sebab for step in writer.steps()[last:]] == ["penilai bagi 60 pegawai"]
    for n in (1, 60):
        assert office.penilaian(nip_of(n), 2016).bagian[0].penilai.nip == SARI
        assert office.penilaian(nip_of(n), 2017).bagian[0].penilai == Pejabat(
            KEPALA, "Kepala Contoh", "IV/b", "Kepala Badan", "Badan"
        )
    with office.writing() as writer:
        assert writer.undo(0) is not None
    assert office.content() == before


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"unit": "1.2"}, "unit bagi 2 pegawai"),
        ({"penilai_nip": KEPALA}, "penilai bagi 2 pegawai"),
        ({"penilai_nip": KEPALA, "unit": "1.2"}, "penilai dan unit bagi 2 pegawai"),
        (
            {"penilai_nip": KEPALA, "atasan_penilai_nip": KEPALA, "unit": "1"},
            "penilai, atasan penilai dan unit bagi 2 pegawai",
        ),
    ],
)
def test_the_trail_names_what_many_people_got(
    office: Office, answers: dict[str, str], words: str
) -> None:
    chosen = [satu for satu in everybody(office) if satu["nip"] != KEPALA]
    with office.writing() as writer:
        assert not assign(writer, chosen, answers).ditolak
        assert writer.steps()[-1].sebab == words


def test_one_who_cannot_be_refuses_all(office: Office) -> None:
    before = office.content()
    with office.writing() as writer:
        done = assign(writer, everybody(office), {"penilai_nip": UNKNOWN})
        assert {problem.kolom for problem in done.ditolak} == {"penilai_nip"}
        lonely = assign(writer, everybody(office), {"penilai_jabatan": "Camat"})
    assert [problem.kolom for problem in lonely.ditolak] == ["penilai_nip"]
    assert office.content() == before


def test_what_reads_the_same_of_another_appraiser_is_given_all_the_same(office: Office) -> None:
    with reading(office.path) as connection:
        daftar = people_list(connection)
    former = "196502021990032004"
    before = {"penilai_nip": former, "penilai_nama": "Tamu Contoh", "penilai_jabatan": "Camat"}
    after = {"penilai_nip": UNKNOWN, "penilai_nama": "Tamu Lain", "penilai_jabatan": "Camat"}
    assert changed_answers(after, daftar, before=before) == after
    assert changed_answers(before, daftar, before=before) == {}
    known = {"penilai_nip": SARI, "penilai_nama": "Sari Contoh", "penilai_jabatan": "Sekretaris"}
    assert changed_answers(known, daftar, before=before) == {"penilai_nip": SARI}


def test_who_keeps_his_own_appraiser_keeps_his_superior_too(office: Office) -> None:
    people = [satu for satu in everybody(office) if satu["nip"] in {SARI, BRAM}]
    before = {satu["nip"]: satu["penilai_nip"] for satu in people}
    answers = {"penilai_nip": SARI, "atasan_penilai_nip": KEPALA, "unit": "1.2"}
    with office.writing() as writer:
        assert not assign(writer, people, answers).ditolak
    now = {satu["nip"]: satu for satu in everybody(office)}
    assert (now[SARI]["penilai_nip"], now[SARI]["atasan_penilai_nip"]) == (before[SARI], None)
    assert (now[SARI]["unit"], now[BRAM]["unit"]) == ("1.2", "1.2")
    assert now[BRAM]["atasan_penilai_nip"] == KEPALA


def test_above_an_appraiser_is_who_appraises_him_or_whom_most_of_his_staff_name(
    office: Office,
) -> None:
    head = "nip,nama,unit,penilai_nip,penilai_nama,atasan_penilai_nama\n"
    rows = (f"{nip_of(1)},Orang 1,1.1,{UNKNOWN},Dari Luar,Bupati",)
    assert office.impor("pegawai", head + "\n".join(rows) + "\n").status == 0
    with reading(office.path) as connection:
        daftar = people_list(connection)
    found = [superior_of(daftar, nip) for nip in (SARI, UNKNOWN, KEPALA, "")]
    assert [satu and satu.nama for satu in found] == ["Kepala Contoh", "Bupati", None, None]
