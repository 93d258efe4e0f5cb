"""A year under another regulation than its own: whoever passes its files on is told so."""

import json
from pathlib import Path

import pytest

from skp_tui.cli.output import now
from skp_tui.services.base.database import writing
from skp_tui.services.office.converting import convert
from tests.cli.calls import Call, Desk
from tests.cli.office import BRAM, PEOPLE, UNITS

OTHER = "skp-tui: Tahun 2017 memakai PermenPANRB 6/2022, bukan PP 46/2011."
ELSEWHERE = "skp-tui: Di komputer lain datanya baru terbaca sesudah tahun itu diubah sama di sana"
RESTING = "skp-tui: Tersimpan tetapi tidak dipakai PermenPANRB 6/2022, jadi tidak ikut ditulis:"


@pytest.fixture
def desk(office: Desk) -> Desk:
    """Return the small office with its 2017 converted and one person rated anew."""
    turn(office)
    office.must(
        "evaluasi",
        {
            "tahun": 2017, "nip": BRAM, "periode": "tahunan",
            "hasil_kerja": "sesuai", "perilaku_kerja": "sesuai",
        },
    )  # fmt: skip
    return office


def turn(desk: Desk) -> None:
    with writing(desk.db, now, "peraturan", wait=0) as writer:
        convert(writer, 2017, "PERMENPANRB6", "formulirnya yang baru")


def told(done: Call) -> list[str]:
    return [line for line in done.err.splitlines() if line.startswith("skp-tui: ")]


@pytest.mark.parametrize("profil", ["bkd", "excel"])
def test_files_to_be_read_say_which_regulation_and_what_was_left_out(
    desk: Desk, profil: str
) -> None:
    done = desk.export("--profil", profil, "--sebagian")
    first, second = told(done)
    assert first == OTHER
    assert second.startswith(RESTING)
    assert done.status == 1


def test_data_say_what_another_computer_needs_and_travel_after_that(
    desk: Desk, tmp_path: Path
) -> None:
    done = desk.export("--profil", "data")
    first, second, third = told(done)
    assert first == OTHER
    assert second.startswith(ELSEWHERE)
    assert third.startswith(RESTING)
    assert done.status == 0
    folder = tmp_path / "lain"
    folder.mkdir()
    other = Desk(folder)
    other.must("unit", *UNITS)
    other.must("pegawai", *PEOPLE)
    ratings = (desk.folder / "keluar" / "evaluasi.csv").read_bytes()
    refused = other.bring("evaluasi", ratings)
    assert (refused.status, "diatur PP 46/2011" in refused.said) == (2, True)
    assert other.run("atur", "kebijakan_batas", "batas-bawah", "--tahun", 2017).status == 0
    turn(other)
    assert other.bring("evaluasi", ratings).status == 0
    assert other.value(BRAM)["sebutan"] == "Baik"


def test_a_year_as_its_law_has_it_says_nothing(office: Desk) -> None:
    for profil in ("bkd", "data", "excel"):
        assert told(office.export("--profil", profil, "--sebagian")) == []


def test_a_package_of_such_a_year_is_clean_and_says_so(desk: Desk) -> None:
    done = desk.export("--sebagian")
    (about,) = (Path(line) for line in done.lines if line.endswith(".json"))
    checked = desk.run("periksa", about)
    assert (checked.status, checked.out) == (0, "")
    words = "tahun 2017 dihitung menurut PermenPANRB 6/2022, bukan PP 46/2011."
    assert told(checked) == [f"skp-tui: {about.name}: {words}"]


def test_a_package_of_a_year_that_nothing_governs_earns_no_such_word(desk: Desk) -> None:
    done = desk.export("--sebagian")
    (about,) = (Path(line) for line in done.lines if line.endswith(".json"))
    document = json.loads(about.read_text())
    for skp in ({"tahun": 1999}, {"tahun": "2017"}, {"peraturan": "KELAK"}, {"peraturan": None}):
        about.write_text(json.dumps({**document, "skp": {**document["skp"], **skp}}))
        checked = desk.run("periksa", about)
        assert checked.status == 1
        assert "dihitung menurut" not in checked.said
