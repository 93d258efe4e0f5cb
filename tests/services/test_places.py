"""What stands in the place of a file: nothing but a file is read, and nothing else makes way."""

import os
import sqlite3
import subprocess
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from skp_tui.errors import DatabaseError, InputError
from skp_tui.exchange.reading.tables import read_tables
from skp_tui.services.keeping import safekeeping
from skp_tui.storage.database import connection
from tests.cli.calls import RUNNER, call, spawn
from tests.services.office import UNIT, Office, clock


def pipe(path: Path) -> None:
    os.mkfifo(path)


def link_to_a_device(path: Path) -> None:
    path.symlink_to(os.devnull)


def link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("flashdisk") / "skp.db")


def link_in_a_circle(path: Path) -> None:
    path.symlink_to(path)


def folder(path: Path) -> None:
    path.mkdir()


PLACES: dict[Callable[[Path], None], str] = {
    pipe: "bukan berkas biasa",
    link_to_a_device: "bukan berkas biasa",
    link_to_nothing: "menunjuk berkas yang tidak ada",
    link_in_a_circle: "menunjuk berkas yang tidak ada",
    folder: "adalah map",
}


def state(path: Path) -> object:
    """Return what stands in a folder, of which kind, and where links lead."""
    return sorted(
        (entry.name, entry.lstat().st_mode, entry.lstat().st_ino) for entry in path.iterdir()
    )


@pytest.mark.parametrize("make", PLACES, ids=lambda make: make.__name__)
def test_what_is_no_file_is_no_database_and_stays_where_it_is(
    office: Office, make: Callable[[Path], None]
) -> None:
    place = office.path.parent
    copy, rows = place / "salinan.db", place / "unit.csv"
    copy.write_bytes(office.path.read_bytes())
    rows.write_text(UNIT)
    make(place / "lain.db")
    before = state(place)
    for command in (
        ("rekap", "--tahun", 2017),
        ("atur",),
        ("atur", "tema", "terang"),
        ("impor", "unit", rows),
        ("cadangkan",),
        ("periksa",),
        ("pulihkan", copy),
    ):
        done = call("--db", place / "lain.db", *command)
        assert (done.status, done.out, done.err.count("\n")) == (2, "", 1), command
        assert PLACES[make] in done.err
        assert state(place) == before, command
    with pytest.raises(DatabaseError, match=PLACES[make]):
        safekeeping.restore(place / "lain.db", copy, clock)
    assert state(place) == before


@pytest.mark.parametrize("make", PLACES, ids=lambda make: make.__name__)
def test_what_is_no_file_is_neither_imported_nor_restored(
    office: Office, make: Callable[[Path], None]
) -> None:
    place = office.path.parent
    make(place / "lain.csv")
    before, content = state(place), office.content()
    for command in (("impor", "unit"), ("impor", "skp"), ("pulihkan",), ("periksa",)):
        # a process of its own: one that waits for a pipe to speak would wait for ever
        done = spawn("--db", office.path, *command, place / "lain.csv")
        assert (done.status, done.out, done.err.count("\n")) == (2, "", 1), command
        assert "lain.csv" in done.err
    assert (state(place), office.content()) == (before, content)


def test_a_restore_through_a_link_leaves_the_link_and_replaces_what_it_leads_to(
    office: Office, tmp_path: Path
) -> None:
    copy = safekeeping.backup(office.path, tmp_path / "salinan.db")
    before = office.content()
    link = tmp_path / "meja" / "skp.db"
    link.parent.mkdir()
    link.symlink_to(office.path)
    for spoil in (b"rusak" * 999, None):
        if spoil is not None:
            office.path.write_bytes(spoil)
        kept = safekeeping.restore(link, copy, clock)
        assert kept is not None
        assert kept.is_file()
        assert link.is_symlink()
        assert Office(office.path).content() == before


def test_a_database_that_another_program_writes_is_in_use_and_not_damaged(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = safekeeping.backup(office.path, office.path.with_name("salinan.db"))
    before = sorted(entry.name for entry in office.path.parent.iterdir())
    monkeypatch.setattr(connection, "BUSY", 0.0)
    monkeypatch.setitem(connection.READER_PRAGMAS, "busy_timeout", ("0", 0))
    with closing(sqlite3.connect(office.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseError, match="sedang dipakai program lain"):
            safekeeping.restore(office.path, copy, clock)
        other.execute("ROLLBACK")
    left = {entry.name for entry in office.path.parent.iterdir()}
    assert left - {"skp.db.lock", "skp.db-journal", "cadangan"} == set(before) - {"skp.db-journal"}
    assert list((office.path.parent / "cadangan").iterdir()) == []
    assert office.findings() == []


def read_again_and_again(path: Path) -> None:
    for _ in range(1000):
        read_tables(path)


def test_a_list_that_is_still_being_written_is_not_read_with_half_a_row(tmp_path: Path) -> None:
    path = tmp_path / "unit.csv"
    path.write_text(UNIT + "".join(f"{number},Unit {number},1\n" for number in range(90_000)))
    stop = threading.Event()

    def write_on() -> None:
        with path.open("ab", buffering=0) as file:
            while not stop.is_set():
                file.write(b"9")

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        with pytest.raises(InputError, match="sedang ditulis program lain"):
            read_again_and_again(path)
    finally:
        stop.set()
        writer.join()
    [tabel] = read_tables(path)
    assert tabel.path == path


def test_an_import_from_a_folder_that_is_gone_does_what_it_can(tmp_path: Path) -> None:
    (tmp_path / "unit.csv").write_text(UNIT)
    gone = tmp_path / "lenyap"
    gone.mkdir()
    words = [*RUNNER, "--db", tmp_path / "skp.db", "impor", "unit", tmp_path / "unit.csv"]
    done = subprocess.run(
        ["sh", "-c", 'cd "$0" && rmdir "$0" && exec "$@"', str(gone), *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert Office(tmp_path / "skp.db").findings() == []
