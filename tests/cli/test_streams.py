import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.calls import RUNNER, Desk, spawn, table
from tests.cli.office import BRAM, DEWI, UNITS


def test_data_go_to_standard_output_and_messages_to_standard_error(office: Desk) -> None:
    rekap = spawn("--db", office.db, "rekap", "--tahun", 2017, "--json")
    assert (rekap.status, rekap.err) == (0, "")
    assert json.loads(rekap.out)["unit"] == "1"
    ekspor = spawn("--db", office.db, "ekspor", "--tahun", 2017, "--ke", office.folder / "keluar")
    assert (ekspor.status, ekspor.out) == (2, "")
    assert "Dewi" in ekspor.err


def test_the_exit_status_reaches_the_shell(office: Desk) -> None:
    assert spawn("--db", office.db, "nilai", "--tahun", 2017, "--nip", BRAM).status == 0
    assert spawn("--db", office.db, "nilai", "--tahun", 2017, "--nip", DEWI).status == 1
    assert spawn("--db", office.db, "nilai", "--tahun", 2013, "--nip", DEWI).status == 2
    assert spawn("salah").status == 2


def test_the_plan_is_data_and_refusals_are_messages(office: Desk) -> None:
    rows = ({**UNITS[1], "nama": "Sekretariat Baru"}, {"kode": "8", "nama": ""})
    done = office.rows("unit", *rows, options=("--periksa",))
    assert "berubah 1.1: nama Sekretariat → Sekretariat Baru" in done.lines
    assert "0 baru, 1 berubah, 0 sama, 1 ditolak" in done.lines[-1]
    assert "baris 3" in done.err
    assert "nama" in done.err


def test_a_new_period_is_shown(office: Desk) -> None:
    row = {"tahun": 2018, "nip": BRAM, "no": 1, "uraian": "A"}
    done = office.rows("kegiatan", row, options=("--periksa",))
    assert "periode 2018 (PP46) baru" in done.lines


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_json_can_be_read_whatever_the_console_knows(office: Desk, encoding: str) -> None:
    name = "Ñu é ─ 🌺 “Kantor”"
    office.must("unit", {**UNITS[0], "nama": name})
    done = subprocess.run(
        [*RUNNER, "--db", office.db, "rekap", "--tahun", "2017", "--json"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        check=True,
    )
    assert json.loads(done.stdout.decode(encoding))["nama_unit"] == name


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_text_is_printed_whatever_the_console_knows(office: Desk, encoding: str) -> None:
    office.must("unit", {**UNITS[0], "nama": "─ 🌺"})
    env = {"PYTHONIOENCODING": encoding}
    assert spawn("--db", office.db, "rekap", "--tahun", 2017, env=env).status == 0


def test_a_reader_who_goes_away_leaves_no_traceback(office: Desk) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run(
            [*RUNNER, "--db", office.db, "rekap", "--tahun", "2017"],
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_output_that_is_full_is_one_sentence(office: Desk) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*RUNNER, "--db", office.db, "rekap", "--tahun", "2017"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", [("--help",), ("impor", "--help"), ("--version",)])
def test_help_into_an_output_that_is_full_is_one_sentence_too(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*RUNNER, *words], stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith("skp-tui: Hasil tidak dapat ditulis ke keluaran: ")
    assert done.stderr.count("\n") == 1


CLOSED = ("<&-", ">&-", "2>&-", "<&- >&- 2>&-")


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix closes them")
@pytest.mark.parametrize("closed", CLOSED)
def test_a_closed_stream_changes_neither_what_is_done_nor_the_status(
    office: Desk, closed: str
) -> None:
    path = office.file("unit.csv", "kode,nama\n9,Baru\n8,\n")
    for command, status in (
        (("rekap", "--tahun", 2017, "--json"), 0),
        (("nilai", "--tahun", 2017, "--nip", DEWI), 1),
        (("impor", "unit", path), 1),
        (("ekspor", "--tahun", 2013, "--ke", office.folder), 2),
        (("cadangkan",), 0),
        (("periksa",), 0),
    ):
        words = [*RUNNER, "--db", office.db, *command]
        done = subprocess.run(
            ["sh", "-c", f'exec "$@" {closed}', "sh", *map(str, words)],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == status, (command, done.stderr)
        assert "kesalahan dalam program" not in done.stdout + done.stderr
    assert "Baru" in "".join(office.stored())
    assert len(list((office.folder / "cadangan").iterdir())) == 1


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_file_name_that_is_no_text_is_imported_all_the_same(desk: Desk) -> None:
    name = os.fsdecode(b"\xff\xfe.csv")
    desk.file(name, table(*UNITS))
    done = spawn("--db", desk.db, "impor", "unit", desk.folder / name)
    assert done.status == 0, done.err


def test_terminal_signs_never_reach_the_terminal(desk: Desk) -> None:
    name = "\x1b]0;judul\x07\x1b[31munit\u202e.csv"
    desk.file(name, "kode,nama,\x1b[2J\n1,\n")
    done = desk.run("impor", "unit", desk.folder / name)
    assert done.status == 2
    assert "\x1b" not in done.said
    assert "\u202e" not in done.said


def test_the_screen_needs_a_terminal_and_says_so() -> None:
    for arguments in ((), ("--contoh",), ("--hemat", "--ascii")):
        done = spawn(*arguments)
        assert (done.status, done.out) == (2, "")
        assert "terminal" in done.err


def test_help_and_version_are_data() -> None:
    for option in ("--help", "--version", "--versi"):
        done = spawn(option)
        assert (done.status, done.err) == (0, "")
        assert "skp-tui" in done.out
