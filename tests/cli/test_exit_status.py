from itertools import product

import pytest

from skp_tui.services.sending.profiles import PROFIL
from tests.cli.calls import Desk
from tests.cli.office import (
    BRAM,
    DEWI,
    LUAR,
    RETNO,
    SARI,
    TIUR,
    UNITS,
    activity,
    conduct,
    exception,
)

GOOD = {"kode": "2", "nama": "Dinas"}
BAD = {"kode": "3", "nama": ""}
OLD = 2013


def test_impor_is_0_when_nothing_is_refused(desk: Desk) -> None:
    assert desk.rows("unit", *UNITS).status == 0


def test_impor_is_0_when_everything_is_the_same(office: Desk) -> None:
    done = office.rows("unit", *UNITS, options=("--json",))
    assert (done.status, done.json["sama"], done.json["baru"]) == (0, 4, 0)


def test_impor_is_1_when_something_is_refused_and_the_rest_is_done(desk: Desk) -> None:
    assert desk.rows("unit", GOOD, BAD).status == 1
    assert desk.recap()["nama_unit"] == "Dinas"


def test_impor_is_2_when_no_row_is_usable(desk: Desk) -> None:
    assert desk.rows("unit", BAD).status == 2


def test_impor_is_2_when_there_are_no_rows(desk: Desk) -> None:
    done = desk.bring("unit", "kode,nama\n", "--json")
    assert (done.status, done.json["diterapkan"]) == (2, False)


def test_utuh_refuses_everything_when_one_row_is_refused(office: Desk) -> None:
    before = office.stored()
    done = office.rows("unit", GOOD, BAD, options=("--utuh", "--json"))
    assert (done.status, done.json["diterapkan"], done.json["baru"]) == (2, False, 1)
    assert office.stored() == before


def test_utuh_is_0_when_nothing_is_refused(desk: Desk) -> None:
    assert desk.rows("unit", GOOD, options=("--utuh",)).status == 0


def test_warnings_never_change_the_status(desk: Desk) -> None:
    done = desk.rows("unit", {**GOOD, "warna": "merah"}, options=("--json", "--utuh"))
    assert (done.status, len(done.json["peringatan"])) == (0, 1)


@pytest.mark.parametrize(
    ("rows", "utuh"), list(product(((GOOD,), (GOOD, BAD), (BAD,), UNITS), (False, True)))
)
def test_periksa_returns_what_the_real_run_would(
    desk: Desk, rows: tuple[dict[str, object], ...], utuh: bool
) -> None:
    options = ("--utuh",) if utuh else ()
    planned = desk.rows("unit", *rows, options=("--periksa", *options)).status
    assert planned == desk.rows("unit", *rows, options=options).status


def test_ekspor_is_0_when_complete(office: Desk) -> None:
    office.must("pengecualian", exception(DEWI), exception("195906121985031942"))
    assert office.export().status == 0


def test_ekspor_is_2_when_incomplete_and_lists_what_is_missing_and_writes_no_file(
    office: Desk,
) -> None:
    done = office.export()
    assert (done.status, done.out) == (2, "")
    assert "Dewi Contoh" in done.err
    assert "belum ada kegiatan" in done.err
    assert "perilaku integritas" in done.err
    assert not (office.folder / "keluar").exists()


def test_ekspor_is_1_when_incomplete_and_written_with_sebagian(office: Desk) -> None:
    done = office.export("--sebagian")
    assert (done.status, len(done.lines)) == (1, 2)
    assert "Dewi Contoh" in done.err


def test_completeness_does_not_bind_data(office: Desk) -> None:
    assert office.export("--profil", "data").status == 0
    assert office.export("--profil", "data", "--sebagian").status == 0


@pytest.mark.parametrize("profil", list(PROFIL))
def test_ekspor_is_2_when_there_is_nothing_to_export(desk: Desk, profil: str) -> None:
    desk.must("unit", *UNITS)
    done = desk.export("--profil", profil)
    assert done.status == 2
    assert desk.names() == {"unit.csv", "skp.db", "skp.db.lock"} | _journal(desk)


def _journal(desk: Desk) -> set[str]:
    return {name for name in desk.names() if name.endswith("-journal")}


def test_nilai_is_0_for_somebody_appraised(office: Desk) -> None:
    assert office.run("nilai", "--tahun", 2017, "--nip", BRAM).status == 0


def test_nilai_is_1_for_somebody_not_appraised_and_shows_what_can_be_computed(
    office: Desk,
) -> None:
    office.must("kegiatan", activity(DEWI))
    done = office.run("nilai", "--tahun", 2017, "--nip", DEWI, "--json")
    assert (done.status, done.json["status"]) == (1, "belum_dinilai")
    assert (done.json["nilai_skp"], done.json["nilai_prestasi_kerja"]) == ("88.67", None)


def test_nilai_is_1_for_somebody_excepted_and_shows_what_can_be_computed(office: Desk) -> None:
    office.must("pengecualian", exception(BRAM))
    done = office.run("nilai", "--tahun", 2017, "--nip", BRAM, "--json")
    assert (done.status, done.json["status"]) == (1, "dikecualikan")
    assert done.json["nilai_prestasi_kerja"] == "89.20"


@pytest.mark.parametrize("nip", [LUAR, RETNO, TIUR, "1", "abc", ""])
def test_nilai_is_2_for_somebody_unknown_or_not_of_that_year(office: Desk, nip: str) -> None:
    for options in ((), ("--json",)):
        done = office.run("nilai", "--tahun", 2017, "--nip", nip, *options)
        assert (done.status, done.out) == (2, "")
        assert done.err.count("\n") == 1


def test_rekap_is_0_also_when_people_are_missing(office: Desk) -> None:
    assert office.run("rekap", "--tahun", 2017).status == 0


def test_the_other_commands_are_0_when_done(office: Desk) -> None:
    for command in (
        ("atur",),
        ("atur", "--tahun", 2017),
        ("atur", "penyebut", "--tahun", 2017),
        ("atur", "penyebut", "dinilai", "--tahun", 2017),
        ("templat", "unit", "--ke", office.folder / "t.csv"),
        ("cadangkan",),
        ("periksa",),
        ("pulihkan", office.folder / "cadangan" / "cadangan-0001.db"),
    ):
        assert office.run(*command).status == 0, command


def _of_year(desk: Desk, tahun: int) -> tuple[tuple[object, ...], ...]:
    unit = desk.file("u.csv", "kode,nama\n5,Dinas\n")
    kegiatan = desk.file("k.csv", "nip,no,uraian\n" + f"{BRAM},1,Menyusun\n")
    return (
        ("rekap", "--tahun", tahun),
        ("rekap", "--tahun", tahun, "--json"),
        ("nilai", "--tahun", tahun, "--nip", BRAM),
        ("nilai", "--tahun", tahun, "--nip", BRAM, "--json"),
        ("ekspor", "--tahun", tahun, "--ke", desk.folder / "keluar"),
        *(
            ("ekspor", "--tahun", tahun, "--ke", desk.folder / "keluar", "--profil", profil)
            for profil in PROFIL
            if profil != "bkd"
        ),
        ("atur", "--tahun", tahun),
        ("atur", "penyebut", "--tahun", tahun),
        ("atur", "tema", "--tahun", tahun),
        ("atur", "penyebut", "dinilai", "--tahun", tahun),
        ("impor", "kegiatan", kegiatan, "--tahun", tahun),
        ("impor", "unit", unit, "--tahun", tahun),
        ("impor", "unit", unit, "--tahun", tahun, "--periksa"),
    )


@pytest.mark.parametrize("tahun", [OLD, 1])
def test_a_year_without_its_regulation_is_refused_by_every_command(
    office: Desk, tahun: int
) -> None:
    commands = _of_year(office, tahun)
    before, names = office.stored(), office.names()
    for command in commands:
        year = [f"{part:04}" if part == tahun else part for part in command]
        done = office.run(*year)
        assert (done.status, done.out) == (2, ""), command
        assert done.err.count("\n") == 1, command
        assert str(tahun) in done.err, command
    assert office.stored() == before
    assert office.names() == names


@pytest.mark.parametrize("tahun", [OLD])
def test_a_year_without_its_regulation_creates_no_database(desk: Desk, tahun: int) -> None:
    commands = _of_year(desk, tahun)
    before = desk.names()
    for command in commands:
        assert desk.run(*command).status == 2, command
    assert desk.names() == before


@pytest.mark.parametrize("tahun", [OLD])
def test_a_row_of_a_year_without_its_regulation_is_refused(office: Desk, tahun: int) -> None:
    plan = office.plan("kegiatan", activity(BRAM, 7, tahun), activity(BRAM, 7))
    assert [(one["baris"], one["kolom"], one["nilai"]) for one in plan["ditolak"]] == [
        (2, "tahun", str(tahun))
    ]
    assert plan["baru"] == 1


def test_without_unit_the_single_root_is_taken(office: Desk) -> None:
    assert office.recap() == office.recap(2017, "--unit", "1")


def test_several_roots_are_named_and_one_must_be_chosen(office: Desk) -> None:
    office.must("unit", {"kode": "7", "nama": "Dinas"}, {"kode": "30", "nama": "Kantor"})
    for command in (
        ("rekap", "--tahun", 2017),
        ("ekspor", "--tahun", 2017, "--ke", office.folder / "keluar"),
        ("ekspor", "--tahun", 2017, "--ke", office.folder / "keluar", "--profil", "data"),
    ):
        done = office.run(*command)
        assert (done.status, done.out) == (2, "")
        assert all(kode in done.err for kode in ("1", "7", "30"))
        assert "--unit" in done.err
    assert office.recap(2017, "--unit", "1")["jumlah_pegawai"] == 4


def test_an_unknown_unit_is_refused(office: Desk) -> None:
    for command in (("rekap",), ("ekspor", "--ke", office.folder / "keluar")):
        done = office.run(*command, "--tahun", 2017, "--unit", "1.9")
        assert (done.status, done.out) == (2, "")
        assert "1.9" in done.err


def test_without_any_unit_there_is_nothing_to_show(desk: Desk) -> None:
    desk.run("atur", "tema", "terang")
    assert desk.run("rekap", "--tahun", 2017).status == 2


def test_an_export_leads_into_a_file_and_is_refused(office: Desk) -> None:
    (office.folder / "keluar").write_text("berkas")
    done = office.export("--sebagian")
    assert (done.status, done.out) == (2, "")
    assert (office.folder / "keluar").read_text() == "berkas"
    assert office.export("--profil", "data").status == 2


def test_an_appraised_person_stays_appraised_without_agreement_or_lock(office: Desk) -> None:
    office.must("perilaku", conduct(SARI, disiplin=80))
    assert office.value(SARI)["status"] == "dinilai"


@pytest.mark.parametrize(
    "call",
    [
        ("nilai", "--nip", BRAM),
        ("rekap",),
        ("ekspor", "--ke", "paket"),
        ("atur", "penyebut", "semua"),
    ],
    ids=lambda call: call[0],
)
def test_a_year_whose_deadline_is_no_date_is_refused_with_a_sentence(
    office: Desk, call: tuple[str, ...]
) -> None:
    done = office.run(*call, "--tahun", 9999)
    assert (done.status, done.out) == (2, "")
    assert "Tahun 9999 terlalu jauh" in done.err


def test_a_row_of_a_year_whose_deadline_is_no_date_is_refused(office: Desk) -> None:
    done = office.rows("kegiatan", activity(BRAM, tahun=9999))
    assert done.status == 2
    assert "Tahun 9999 terlalu jauh" in done.err
