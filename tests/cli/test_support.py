"""dukungan: the account for who helps, of any database and of none, on the screen or in a file."""

from pathlib import Path

import pytest

from skp_tui.services.base.holder import holding
from tests.cli.calls import Desk, spawn
from tests.cli.office import BRAM, PEOPLE, SARI
from tests.services.office import NOW


def test_it_tells_of_a_whole_database(office: Desk) -> None:
    before = office.stored()
    done = office.run("dukungan")
    assert (done.status, done.err) == (0, "")
    for title in ("Versi", "Terminal", "Tempat", "Basis data", "Cadangan dan galat"):
        assert title in done.lines
    assert "  integrity_check      baik" in done.lines
    assert all(len(line) <= 78 for line in done.lines)
    assert office.stored() == before


def test_nobody_is_named_in_it(office: Desk) -> None:
    said = office.run("dukungan").said
    words = {str(value) for row in PEOPLE for key in ("nip", "nama") for value in [row[key]]}
    assert {SARI, BRAM} <= words
    assert [word for word in words if word in said] == []


def test_a_missing_database_is_told_and_not_made(desk: Desk) -> None:
    done = desk.run("dukungan")
    assert (done.status, done.err) == (1, "")
    assert "tidak ada" in done.out
    assert "Pemeriksaan" in done.lines
    assert not desk.names()


def test_a_damaged_database_is_told(office: Desk) -> None:
    content = bytearray(office.db.read_bytes())
    content[4096 * 3 : 4096 * 3 + 64] = b"\xff" * 64
    office.db.write_bytes(content)
    done = office.run("dukungan")
    assert done.status == 1
    assert "skp-tui periksa" in done.out


def test_it_works_beside_an_open_screen_and_tells_of_it(office: Desk) -> None:
    with holding(office.db, "layar", NOW):
        done = office.run("dukungan")
    assert done.status == 0
    assert "ya, layar sejak 05-01-2018 pukul 09.30" in done.out


def test_what_somebody_works_with_is_not_checked_since_he_would_have_to_wait(office: Desk) -> None:
    with holding(office.db, "layar", NOW):
        done = office.run("dukungan")
    assert done.lines[-2:] == [
        "Pemeriksaan",
        "  hasil                tidak diperiksa selagi dipakai",
    ]


def test_in_a_folder_that_is_gone_the_file_goes_home(
    office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = office.folder / "hilang"
    gone.mkdir()
    monkeypatch.setenv("HOME", str(office.folder))
    monkeypatch.chdir(gone)
    gone.rmdir()
    done = office.run("dukungan", "--ke", "minta.txt")
    assert (done.status, done.out) == (0, f"{office.folder / 'minta.txt'}\n")


def test_it_is_written_to_a_file_over_nothing(office: Desk) -> None:
    target = office.file("minta.txt", "milik saya")
    done = office.run("dukungan", "--ke", target)
    written = office.folder / "minta-2.txt"
    assert (done.status, done.out) == (0, f"{written}\n")
    assert target.read_text() == "milik saya"
    assert "integrity_check" in written.read_text(encoding="utf-8")


def test_a_folder_gets_it_under_its_own_name(office: Desk) -> None:
    office.run("dukungan", "--ke", office.folder)
    assert (office.folder / "dukungan-skp-tui.txt").exists()


@pytest.mark.parametrize("term", ["", "dumb"])
def test_a_terminal_that_draws_nothing_still_gets_it(office: Desk, term: str) -> None:
    done = spawn("--db", office.db, "dukungan", env={"TERM": term})
    assert done.status == 0
    assert "tidak dapat digambar" in done.out


def test_an_old_encoding_still_gets_it(office: Desk) -> None:
    done = spawn("--db", office.db, "dukungan", env={"PYTHONIOENCODING": "ascii"})
    assert (done.status, done.err) == (0, "")


def test_the_home_of_the_user_is_shortened(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(office.folder))
    done = office.run("dukungan")
    assert str(office.folder) not in done.said
    assert str(Path("~", "skp.db")) in done.out
