import json
import os
import pty
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.calls import RUNNER, Call, Desk, spawn
from tests.cli.office import BRAM, DEWI, PURNA, exception

HOLDER = """
import sys
from datetime import datetime
from pathlib import Path
from skp_tui.services.keeping.sitting import sitting
with sitting(Path(sys.argv[1]), lambda: datetime.now().astimezone()):
    print("siap", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def held(office: Desk) -> Iterator[Desk]:
    """Return an office on which a screen of another process is open."""
    office.must("pengecualian", exception(DEWI), exception(PURNA))
    office.run("cadangkan", "--ke", office.folder / "salinan.db")
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(office.db)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "siap\n"
        office.holder = holder.pid  # type: ignore[attr-defined]  # for the sentence
        yield office
        holder.communicate()


def _together(desk: Desk, *commands: tuple[object, ...]) -> list[Call]:
    """Run commands side by side, since each of them waits five seconds."""
    found: dict[int, Call] = {}

    def run(number: int, command: tuple[object, ...]) -> None:
        found[number] = spawn("--db", desk.db, *command)

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(commands)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [found[number] for number in sorted(found)]


def test_writing_commands_wait_then_name_who_holds_it_since_when(held: Desk) -> None:
    path = held.file("unit.csv", "kode,nama\n1,Lain\n")
    before = held.stored()
    calls = _together(
        held,
        ("impor", "unit", path, "--json"),
        ("atur", "tema", "terang"),
        ("ekspor", "--tahun", 2017, "--ke", held.folder / "keluar"),
        ("pulihkan", held.folder / "salinan.db"),
    )
    for done in calls:
        assert done.status == 2, done.said
        assert done.err.count("\n") == 1
        assert "sedang dipakai layar oleh" in done.err
        assert f"proses {held.holder}" in done.err  # type: ignore[attr-defined]
        assert " sejak " in done.err
        assert done.err == calls[0].err
    assert calls[0].json["diterapkan"] is False
    assert [done.out for done in calls[1:]] == ["", "", ""]
    assert not (held.folder / "keluar").exists()
    assert held.stored() == before


def test_every_other_command_works_beside_an_open_screen(held: Desk) -> None:
    path = held.file("unit.csv", "kode,nama\n1,Lain\n")
    for command in (
        ("impor", "unit", path, "--periksa"),
        ("atur",),
        ("atur", "penyebut", "--tahun", 2017),
        ("ekspor", "--tahun", 2017, "--ke", held.folder / "data", "--profil", "data"),
        ("ekspor", "--tahun", 2017, "--ke", held.folder / "siasn", "--profil", "siasn"),
        ("ekspor", "--tahun", 2017, "--ke", held.folder / "rekap", "--profil", "rekap"),
        ("ekspor", "--tahun", 2025, "--ke", held.folder / "ak", "--profil", "angka_kredit"),
        ("rekap", "--tahun", 2017),
        ("nilai", "--tahun", 2017, "--nip", BRAM),
        ("periksa",),
        ("cadangkan",),
        ("templat", "unit", "--ke", held.folder / "t.csv"),
    ):
        done = held.run(*command)
        assert done.status == 0, done.said


def test_a_workbook_to_look_at_is_written_beside_an_open_screen(held: Desk) -> None:
    done = held.export("--profil", "excel", "--sebagian", ke="excel")
    assert done.status in {0, 1}, done.said
    assert Path(done.lines[0]).exists()


def test_an_incomplete_package_is_refused_at_once_not_after_a_wait(held: Desk) -> None:
    done = held.export("--unit", "1.2", tahun=2018)
    assert done.status == 2
    assert "belum dinilai" in done.err
    assert "dipakai" not in done.err


def test_a_second_screen_is_refused_at_once(held: Desk) -> None:
    program = HOLDER.replace("sys.stdin.read()", "pass")
    done = subprocess.run(
        [sys.executable, "-c", program, str(held.db)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 1
    assert "BusyError" in done.stderr
    assert f"proses {held.holder}" in done.stderr  # type: ignore[attr-defined]


def test_a_killed_holder_leaves_no_lock(office: Desk) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(office.db)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "siap\n"
        holder.kill()
        holder.wait()
    assert office.run("atur", "tema", "terang").status == 0
    assert not [name for name in office.names() if name.endswith(".pemegang")]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_slow_work_shows_a_bar_on_a_terminal_and_none_elsewhere(held: Desk) -> None:
    path = held.file("unit.csv", "kode,nama\n1,Lain\n")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*RUNNER, "--db", str(held.db), "impor", "unit", str(path), "--json"],
        stdout=subprocess.PIPE,
        stderr=theirs,
        encoding="utf-8",
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    ) as running:
        os.close(theirs)
        shown = _read_all(ours)
        assert running.stdout is not None
        document = json.loads(running.stdout.read())
    assert document["diterapkan"] is False
    assert "Memeriksa baris" in shown
    assert "sedang dipakai" in shown


def _read_all(descriptor: int) -> str:
    parts: list[bytes] = []
    while True:
        try:
            part = os.read(descriptor, 4096)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        parts.append(part)
    os.close(descriptor)
    return b"".join(parts).decode("utf-8", "replace")


def test_the_folder_keeps_nothing_of_a_refused_writer(held: Desk) -> None:
    before = held.names()
    done = held.run("atur", "tema", "salah")
    assert done.status == 2
    assert held.names() == before
    assert Path(held.db).is_file()
