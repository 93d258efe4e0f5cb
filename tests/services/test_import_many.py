"""Several kinds in one import: each sees what the earlier ones bring, all of it is one step."""

from datetime import datetime
from pathlib import Path

import pytest

from skp_tui.errors import InputError
from skp_tui.exchange.columns.headers import Peta
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.services.base.holder import holding
from skp_tui.services.imports.import_many import (
    Borongan,
    Dibatalkan,
    Pesanan,
    carry_out,
    rehearse,
    run_many,
)
from tests.services.many import SEMUA, bring, counts, look, orders
from tests.services.office import (
    BRAM,
    KEGIATAN,
    KEPALA,
    NOW,
    PEGAWAI,
    PERILAKU,
    SARI,
    UNIT,
    UNKNOWN,
    Office,
    clock,
)


def test_every_kind_sees_what_the_earlier_ones_bring(kosong: Office, tmp_path: Path) -> None:
    gladi = look(kosong, orders(tmp_path, SEMUA))
    assert counts(gladi) == {
        "unit": (3, 0, 0, 0),
        "pegawai": (3, 0, 0, 0),
        "kegiatan": (3, 0, 0, 0),
        "perilaku": (2, 0, 0, 0),
    }
    assert list(counts(gladi)) == ["unit", "pegawai", "kegiatan", "perilaku"]
    assert (gladi.status, gladi.changes) == (0, True)


def test_a_rehearsal_leaves_the_database_as_it_is(office: Office, tmp_path: Path) -> None:
    before = office.path.read_bytes()
    texts = {**SEMUA, "unit": UNIT + "1.3,Bidang Diklat,1\n"}
    assert look(office, orders(tmp_path, texts)).changes
    assert office.path.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir() if file.suffix != ".csv") == ["skp.db"]


def test_without_a_database_it_is_planned_on_an_empty_one_and_none_is_made(tmp_path: Path) -> None:
    path = tmp_path / "belum" / "ada.db"
    gladi = rehearse(path, orders(tmp_path, SEMUA), clock)
    assert counts(gladi)["perilaku"] == (2, 0, 0, 0)
    assert not path.parent.exists()


def test_carrying_out_brings_what_one_import_after_the_other_brings(
    kosong: Office, tmp_path: Path
) -> None:
    bring(kosong, orders(tmp_path, SEMUA))
    other = Office(tmp_path / "lain.db")
    for jenis in ("unit", "pegawai", "kegiatan", "perilaku"):
        assert other.impor(jenis, SEMUA[jenis]).status == 0
    assert kosong.content() == other.content()
    assert kosong.findings() == []


def test_all_of_it_is_one_step_that_one_undo_takes_back(kosong: Office, tmp_path: Path) -> None:
    before = kosong.content()
    done = bring(kosong, orders(tmp_path, SEMUA))
    with kosong.writing() as writer:
        (step,) = writer.steps()
        assert (step.langkah, step.sebab) == (
            done.langkah,
            "impor 4 berkas: unit, pegawai, kegiatan, perilaku",
        )
        assert writer.undo(0) is not None
    assert kosong.content() == before


def test_one_file_is_named_in_the_trail(tmp_path: Path) -> None:
    assert orders(tmp_path, {"unit": UNIT}).sebab == "impor unit unit.csv"
    text = "tahun,nip,integritas\n"
    assert orders(tmp_path, {"perilaku": text, "unit": UNIT}).sebab == (
        "impor 2 berkas: unit, perilaku"
    )


def test_the_second_time_nothing_changes_and_no_step_is_written(
    kosong: Office, tmp_path: Path
) -> None:
    bring(kosong, orders(tmp_path, SEMUA))
    lines = kosong.lines()
    gladi = look(kosong, orders(tmp_path, SEMUA))
    assert {satu[:2] for satu in counts(gladi).values()} == {(0, 0)}
    assert (gladi.status, gladi.changes) == (0, False)
    done = bring(kosong, orders(tmp_path, SEMUA))
    assert (done.diterapkan, done.langkah) == (True, None)
    assert kosong.lines() == lines


def test_what_an_earlier_kind_refuses_is_missing_for_the_later_ones(
    kosong: Office, tmp_path: Path
) -> None:
    broken = PEGAWAI.replace(BRAM, "197513172000122003")
    gladi = look(kosong, orders(tmp_path, {**SEMUA, "pegawai": broken}))
    found = counts(gladi)
    assert found["pegawai"] == (2, 0, 0, 1)
    assert (found["kegiatan"], found["perilaku"]) == ((1, 0, 0, 2), (1, 0, 0, 1))
    assert gladi.status == 1


def test_refused_rows_of_every_kind_get_a_file_beside_theirs(
    kosong: Office, tmp_path: Path
) -> None:
    broken = {**SEMUA, "unit": UNIT + "1.9,,1\n", "kegiatan": KEGIATAN + f"2017,{SARI},x,A\n"}
    done = bring(kosong, orders(tmp_path, broken))
    assert [path.name for path in done.berkas_ditolak] == [
        "unit.ditolak.csv",
        "kegiatan.ditolak.csv",
    ]
    assert "1.9" in done.berkas_ditolak[0].read_text(encoding="utf-8")


def test_whole_or_nothing_refuses_all_kinds_for_one_row(kosong: Office, tmp_path: Path) -> None:
    before = kosong.content()
    borongan = orders(tmp_path, {**SEMUA, "unit": UNIT + "1.9,,1\n"}, utuh=True)
    assert look(kosong, borongan).status == 2
    done = bring(kosong, borongan)
    assert (done.diterapkan, done.berkas_ditolak, done.langkah) == (False, (), None)
    assert kosong.content() == before


def test_nothing_usable_is_not_carried_out_but_what_was_refused_is_written(
    kosong: Office, tmp_path: Path
) -> None:
    done = bring(kosong, orders(tmp_path, {"unit": "kode,nama\n,A\n"}))
    assert not done.diterapkan
    assert [path.name for path in done.berkas_ditolak] == ["unit.ditolak.csv"]


def test_files_of_one_kind_may_each_have_their_own_year(office: Office, tmp_path: Path) -> None:
    files = []
    for tahun in (2016, 2018):
        file = tmp_path / f"{tahun}.csv"
        file.write_text(f"nip,integritas\n{SARI},9{tahun % 10}\n", encoding="utf-8")
        files.append(Pesanan(jenis_of("perilaku"), (file,), tahun))
    gladi = look(office, Borongan(tuple(files)))
    (rencana,) = gladi.rencana
    assert [satu.kunci for satu in rencana.baru] == [("2016", SARI), ("2018", SARI)]
    assert rencana.periode_baru == (2016, 2018)


def test_two_computers_that_disagree_are_both_refused_and_name_each_other(
    office: Office, tmp_path: Path
) -> None:
    files = []
    for name, integritas in (("komputer-a", 90), ("komputer-b", 91)):
        (tmp_path / name).mkdir()
        file = tmp_path / name / "perilaku.csv"
        file.write_text(f"tahun,nip,integritas\n2017,{BRAM},{integritas}\n", encoding="utf-8")
        files.append(Pesanan(jenis_of("perilaku"), (file,)))
    (rencana,) = look(office, Borongan(tuple(files))).rencana
    first, second = rencana.ditolak
    assert f"{tmp_path / 'komputer-b' / 'perilaku.csv'} baris 2" in first.pesan
    assert f"{tmp_path / 'komputer-a' / 'perilaku.csv'} baris 2" in second.pesan


def test_what_was_stored_meanwhile_makes_a_plan_that_differs_refuse_itself(
    office: Office, tmp_path: Path
) -> None:
    gladi = look(office, orders(tmp_path, {"perilaku": PERILAKU.replace("85", "95")}))
    office.impor("perilaku", PERILAKU.replace("85", "75"))
    before = office.content()
    with office.writing() as writer, pytest.raises(InputError, match="berubah sejak"):
        carry_out(writer, gladi, tmp_path)
    assert office.content() == before


def test_what_was_stored_meanwhile_does_not_matter_where_the_plan_stays_the_same(
    office: Office, tmp_path: Path
) -> None:
    texts = {"unit": UNIT + "1.3,Bidang Diklat,1\n", "perilaku": PERILAKU.replace("85", "95")}
    gladi = look(office, orders(tmp_path, texts))
    office.impor("pegawai", PEGAWAI.replace("Analis", "Pengelola"))
    with office.writing() as writer:
        assert carry_out(writer, gladi, tmp_path).diterapkan
    assert office.penilaian(SARI).perilaku.orientasi_pelayanan == 95


def test_a_file_that_changes_after_it_was_shown_does_not_change_what_comes_in(
    office: Office, tmp_path: Path
) -> None:
    borongan = orders(tmp_path, {"perilaku": PERILAKU.replace("85", "95")})
    gladi = look(office, borongan)
    borongan.berkas[0].write_text("bukan tabel", encoding="utf-8")
    with office.writing() as writer:
        carry_out(writer, gladi, tmp_path)
    assert office.penilaian(SARI).perilaku.orientasi_pelayanan == 95


def test_progress_runs_over_all_kinds_up_to_the_end(kosong: Office, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    rehearse(
        kosong.path,
        orders(tmp_path, SEMUA),
        clock,
        lambda done, total: seen.append((done, total)),
    )
    assert seen == [(3, 11), (6, 11), (9, 11), (11, 11)]


@pytest.mark.parametrize("after", range(6))
def test_a_rehearsal_ends_when_the_user_says_so(kosong: Office, tmp_path: Path, after: int) -> None:
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    with pytest.raises(Dibatalkan, match="dibatalkan"):
        rehearse(kosong.path, orders(tmp_path, SEMUA), clock, stop=stop)


def test_a_mapping_chosen_by_the_user_reads_unknown_headers(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "daftar.csv"
    file.write_text(f"No Induk,Juj\n{SARI},77\n", encoding="utf-8")
    peta: dict[tuple[Path, str | None], Peta] = {(file, None): Peta(1, {"nip": 0, "integritas": 1})}
    pesanan = Pesanan(jenis_of("perilaku"), (file,), 2017, peta=peta)
    (rencana,) = look(office, Borongan((pesanan,))).rencana
    assert [(satu.kolom, satu.baru) for satu in rencana.berubah[0].perubahan] == [
        ("integritas", "77")
    ]


def test_one_file_without_its_headers_refuses_the_whole_call(
    office: Office, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=r"kegiatan\.csv"):
        look(office, orders(tmp_path, {"unit": UNIT, "kegiatan": "kode,nama\n1,A\n"}))


def test_a_row_of_a_locked_appraisal_is_refused_in_the_midst_of_others(
    office: Office, tmp_path: Path
) -> None:
    from skp_tui.services.signing import signing  # noqa: PLC0415 - needed by this test only

    with office.writing() as writer:
        signing.lock(writer, 2017, [BRAM], NOW.date())
    text = PERILAKU.replace("85", "95").replace("80", "90")
    gladi = look(office, orders(tmp_path, {"unit": UNIT, "perilaku": text}))
    assert counts(gladi) == {"unit": (0, 0, 3, 0), "perilaku": (0, 1, 0, 1)}
    assert KEPALA not in {satu.kunci[1] for satu in gladi.rencana[1].berubah}


def test_a_file_that_is_named_twice_is_read_once_however_it_is_spelled(
    office: Office, tmp_path: Path
) -> None:
    file = orders(tmp_path, {"unit": UNIT + "1.9,,1\n"}).berkas[0]
    link = tmp_path / "tautan.csv"
    link.symlink_to(file)
    spelled = (file, tmp_path / "." / "x" / ".." / "unit.csv", link, file)
    (tmp_path / "x").mkdir()
    borongan = Borongan((Pesanan(jenis_of("unit"), spelled),))
    gladi = look(office, borongan)
    assert counts(gladi) == {"unit": (0, 0, 3, 1)}
    assert len(gladi.rencana[0].ditolak) == 1
    assert [path.name for path in bring(office, borongan).berkas_ditolak] == ["unit.ditolak.csv"]


BAGIAN = f"tahun,nip,bagian,jabatan,penilai_nip,penilai_nama\n2017,{BRAM},1,Analis,{UNKNOWN},Tamu\n"


def test_fields_of_a_part_that_follow_no_more_are_no_news_the_second_time(
    office: Office, tmp_path: Path
) -> None:
    (first,) = look(office, orders(tmp_path, {"bagian": BAGIAN})).rencana
    (tegas,) = first.ditegaskan
    assert {"jabatan", "penilai_nip", "penilai_nama", "penilai_golongan"} <= tegas.kolom
    bring(office, orders(tmp_path, {"bagian": BAGIAN}))
    lines = office.lines()
    gladi = look(office, orders(tmp_path, {"bagian": BAGIAN}))
    assert (gladi.rencana[0].ditegaskan, gladi.rencana[0].sama, gladi.changes) == ((), 1, False)
    bring(office, orders(tmp_path, {"bagian": BAGIAN}))
    assert office.lines() == lines


def test_one_more_field_of_such_a_part_is_the_only_news(office: Office, tmp_path: Path) -> None:
    bring(office, orders(tmp_path, {"bagian": BAGIAN}))
    more = BAGIAN.replace("jabatan,", "jabatan,golongan,").replace("Analis,", "Analis,III/a,")
    (rencana,) = look(office, orders(tmp_path, {"bagian": more})).rencana
    assert [satu.kolom for satu in rencana.ditegaskan] == [frozenset({"golongan"})]


def test_another_appraiser_of_such_a_part_is_stored_whole_again(
    office: Office, tmp_path: Path
) -> None:
    bring(office, orders(tmp_path, {"bagian": BAGIAN}))
    other = BAGIAN.replace(UNKNOWN, "196502021990031017").replace("Tamu", "Tamu Lain")
    bring(office, orders(tmp_path, {"bagian": other}))
    columns = "penilai_nip, penilai_nama, penilai_golongan, penilai_jabatan, penilai_unit"
    stored = office.raw(f"SELECT {columns} FROM bagian WHERE penilai_nama IS NOT NULL")
    assert stored == [("196502021990031017", "Tamu Lain", "", "", "")]


def test_a_database_that_somebody_made_meanwhile_is_planned_against_as_it_is(
    tmp_path: Path,
) -> None:
    path = tmp_path / "baru.db"
    borongan = orders(tmp_path, {"unit": UNIT})

    def late() -> datetime:
        """Tell the time, and be the other command that makes the database just then."""
        if not path.exists():
            Office(path).impor("unit", UNIT)
        return NOW

    done = run_many(path, borongan, late, wait=0)
    assert (done.status, counts(done.gladi)) == (0, {"unit": (0, 0, 3, 0)})


def test_a_file_that_cannot_be_read_is_told_before_anybody_waits_for_his_turn(
    office: Office, tmp_path: Path
) -> None:
    borongan = orders(tmp_path, {"unit": "tahun,nip\n"})
    with holding(office.path, "layar", NOW), pytest.raises(InputError, match=r"unit\.csv"):
        run_many(office.path, borongan, clock, wait=0)


def test_a_command_that_brings_nothing_makes_no_database_and_writes_what_it_refused(
    tmp_path: Path,
) -> None:
    path = tmp_path / "belum" / "ada.db"
    done = run_many(path, orders(tmp_path, {"unit": "kode,nama\n,A\n"}), clock, wait=0)
    assert (done.status, done.diterapkan) == (2, False)
    assert [file.name for file in done.berkas_ditolak] == ["unit.ditolak.csv"]
    assert not path.parent.exists()
