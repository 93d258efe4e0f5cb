from pathlib import Path

import pytest

from tests.cli.calls import Desk, call, spawn
from tests.cli.office import BRAM, UNITS

READERS = (
    ("rekap", "--tahun", "2017"),
    ("nilai", "--tahun", "2017", "--nip", BRAM),
    ("ekspor", "--tahun", "2017", "--ke", "keluar"),
    ("ekspor", "--tahun", "2017", "--ke", "keluar", "--profil", "data"),
    ("periksa",),
    ("cadangkan",),
    ("cadangkan", "--ke", "keluar/salinan.db"),
)


@pytest.mark.parametrize("reader", READERS, ids=" ".join)
def test_a_reading_command_never_creates_a_database(
    desk: Desk, reader: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.folder)
    before = desk.names()
    done = desk.run(*reader)
    assert (done.status, done.out) == (2, "")
    assert str(desk.db) in done.err
    assert desk.names() == before


def test_the_database_is_named_before_or_behind_the_command(office: Desk) -> None:
    before = call("--db", office.db, "rekap", "--tahun", 2017)
    behind = call("rekap", "--db", office.db, "--tahun", 2017)
    last = call("rekap", "--tahun", 2017, "--db", office.db)
    assert before.status == 0
    assert before == behind == last


def test_the_environment_names_the_database(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKP_TUI_DB", str(office.db))
    assert call("rekap", "--tahun", 2017).status == 0
    assert spawn("rekap", "--tahun", 2017).out == call("rekap", "--tahun", 2017).out


def test_the_option_wins_over_the_environment(
    office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SKP_TUI_DB", str(office.folder / "lain.db"))
    assert office.run("rekap", "--tahun", 2017).status == 0
    assert call("rekap", "--tahun", 2017).status == 2


def test_the_default_lies_in_the_data_directory_of_the_user(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = desk.folder / "data pengguna"
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    done = call("impor", "unit", desk.file("unit.csv", "kode,nama\n1,Badan\n"))
    assert done.status == 0
    assert [path.parent.name for path in home.rglob("*.db")] == ["skp-tui"]


def test_impor_creates_a_missing_database_with_its_directory(desk: Desk) -> None:
    desk.db = desk.folder / "a" / "b" / "c.db"
    desk.must("unit", *UNITS)
    assert desk.recap()["jumlah_pegawai"] == 0


@pytest.mark.parametrize(
    "setting", [(), ("tema",), ("tema", "terang"), ("penyebut", "dinilai", "--tahun", "2017")]
)
def test_atur_creates_a_missing_database(desk: Desk, setting: tuple[str, ...]) -> None:
    assert desk.run("atur", *setting).status == 0
    assert desk.db.is_file()


def test_pulihkan_creates_a_missing_database(office: Desk) -> None:
    copy = office.run("cadangkan").out.strip()
    other = Desk(office.folder)
    other.db = office.folder / "baru" / "lain.db"
    assert other.run("pulihkan", copy).status == 0
    assert other.recap() == office.recap()


def test_a_plan_without_a_database_is_made_against_an_empty_one_and_creates_nothing(
    desk: Desk,
) -> None:
    desk.db = desk.folder / "belum" / "ada.db"
    done = desk.rows("unit", *UNITS, options=("--periksa", "--json"))
    assert done.status == 0
    assert (done.json["baru"], done.json["diterapkan"]) == (4, False)
    assert desk.names() == {"unit.csv"}


def test_a_plan_beside_a_database_writes_nothing(office: Desk) -> None:
    before, bytes_before = office.names(), office.db.read_bytes()
    rows = ({**UNITS[1], "nama": "Nama baru"}, {"kode": "9", "nama": "", "induk": ""})
    done = office.rows("unit", *rows, options=("--periksa", "--json"))
    assert (done.status, done.json["diterapkan"]) == (1, False)
    assert done.json["berubah"][0]["baru"] == "Nama baru"
    assert office.db.read_bytes() == bytes_before
    assert office.names() == before | {"unit.csv"}


@pytest.mark.parametrize("named", ["", ".", "/", ".."])
def test_a_directory_is_no_database(desk: Desk, named: str) -> None:
    path = desk.file("unit.csv", "kode,nama\n1,Badan\n")
    for command in (("impor", "unit", path), ("rekap", "--tahun", 2017), ("atur",)):
        done = call("--db", named, *command)
        assert done.status == 2
        assert "map" in done.err


def test_a_name_that_is_too_long_is_refused_in_one_sentence(desk: Desk) -> None:
    long = desk.folder / ("a" * 300)
    path = desk.file("unit.csv", "kode,nama\n1,Badan\n")
    for arguments in (
        ("--db", long, "rekap", "--tahun", 2017),
        ("--db", long, "impor", "unit", path),
        ("--db", desk.db, "impor", "unit", long),
        ("--db", desk.db, "templat", "unit", "--ke", long),
        ("--db", desk.db, "periksa", long),
        ("--db", long, "pulihkan", path),
    ):
        done = call(*arguments)
        assert (done.status, done.out) == (2, ""), arguments
        assert done.err.count("\n") == 1


@pytest.mark.parametrize("content", [b"", b"bukan basis data\n" * 99, b"\0" * 4096])
def test_a_file_that_is_no_database_is_refused_and_not_touched(desk: Desk, content: bytes) -> None:
    desk.db.write_bytes(content)
    path = desk.file("unit.csv", "kode,nama\n1,Badan\n")
    for command in (
        ("rekap", "--tahun", 2017),
        ("impor", "unit", path),
        ("impor", "unit", path, "--periksa"),
        ("atur", "tema", "terang"),
        ("atur",),
        ("ekspor", "--tahun", 2017, "--ke", desk.folder / "keluar"),
        ("cadangkan",),
        ("periksa",),
    ):
        done = desk.run(*command)
        assert done.status == 2, command
        assert done.err.count("\n") == 1
        assert "no such table" not in done.err
        assert desk.db.read_bytes() == content
    assert not (desk.folder / "keluar").exists()


def test_everything_that_is_written_belongs_to_its_owner_alone(desk: Desk) -> None:
    made = desk.folder / "semua"
    path = desk.file("unit.csv", "kode,nama\n1,Badan\n1.1,\n")
    desk.db = made / "data" / "skp.db"
    assert spawn("--db", desk.db, "impor", "unit", path).status == 1
    assert spawn("--db", desk.db, "templat", "unit", "--ke", made / "t" / "unit.csv").status == 0
    assert spawn("--db", desk.db, "cadangkan", "--ke", made / "c" / "salinan.db").status == 0
    files = [*made.rglob("*"), desk.folder / "unit.ditolak.csv"]
    assert len(files) >= 7
    wrong = [(entry, oct(_mode(entry))) for entry in files if _mode(entry) & 0o077]
    assert wrong == []


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777
