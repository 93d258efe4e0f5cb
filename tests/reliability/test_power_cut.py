"""A power cut at any moment loses nothing that was said to be saved, and leaves no half a file.

Each test has its controls: ways of writing that are known to lose, which this simulation must
catch. What it cannot catch it would not have caught in the program either.
"""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from skp_tui.errors import DatabaseError
from skp_tui.exchange.package.verify import verify_package
from skp_tui.storage.database.backup import check_copy
from skp_tui.storage.database.connection import connect
from skp_tui.storage.database.migrate import Schema, apply, migrations, schema_of
from tests.reliability.disk import Disk, State, put
from tests.reliability.test_kill import stored
from tests.reliability.tracing import record
from tests.services.office import Office
from tests.storage.version4 import content, make_old

pytestmark = pytest.mark.trace

FIRST = 11
Check = Callable[[Path, int], str]
Content = Mapping[str, Sequence[tuple[object, ...]]]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    (tmp_path / "data" / "keluar").mkdir(parents=True)
    return Office.filled(tmp_path / "data")


def cuts(path: Path, plan: str, count: int) -> Iterator[tuple[State, int]]:
    """Record a plan; yield every state that a cut could leave, and what had been told by then."""
    disk = Disk(path.parent)
    dice = random.Random(plan)  # noqa: S311 - states, not secrets
    told = 0
    first = FIRST if plan.startswith("cells") else 1
    for event in record(plan, path, first, count):
        if event.kind == "told":
            told = event.at
        disk.do(event)
        for state in disk.after_a_cut(dice):
            yield state, told


def losses(office: Office, plan: str, count: int, check: Check) -> Iterator[str]:
    """Yield what is wrong with the states of an office, each different one judged once."""
    return losses_at(office.path, plan, count, check)


def losses_at(path: Path, plan: str, count: int, check: Check) -> Iterator[str]:
    """Yield what is wrong with the states of any file, each different one judged once."""
    seen: set[tuple[int, int]] = set()
    place = path.parent.with_name("sesudah")
    for state, told in cuts(path, plan, count):
        key = (hash(tuple(sorted(state.items()))), told)
        if key in seen:
            continue
        seen.add(key)
        shutil.rmtree(place, ignore_errors=True)
        put(state, path.parent, place)
        if wrong := check(place, told):
            yield wrong
    assert len(seen) >= 20


def rows_are_there(place: Path, told: int) -> str:
    """Say what is wrong with the database after a cut."""
    path = place / "skp.db"
    try:
        with closing(connect(path, writing=True)) as connection:
            answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
            dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
        rows = stored(path)
    except (DatabaseError, sqlite3.DatabaseError) as refused:
        return f"refused: {refused}"
    if answer != "ok" or dangling:
        return f"damaged: {answer} {dangling}"
    lost = [number for number in range(FIRST, told + 1) if rows.get(number) != str(number)]
    return f"lost {lost}" if lost else ""


def test_no_acknowledged_cell_is_lost(office: Office) -> None:
    assert list(losses(office, "cells", 4, rows_are_there)) == []


@pytest.mark.parametrize("plan", ["cells_off", "cells_early", "cells_default"])
def test_control_a_weaker_way_of_writing_loses_a_cell(office: Office, plan: str) -> None:
    assert next(losses(office, plan, 4, rows_are_there), None)


def packages_are_whole(place: Path, told: int) -> str:
    """Say what is wrong with the packages after a cut."""
    found = 0
    for csv in (place / "keluar").glob("*.csv"):
        if len(csv.read_bytes().splitlines()) != 4 or not csv.read_bytes().endswith(b"\r\n"):
            return f"{csv.name} is torn"
    for descriptor in (place / "keluar").glob("*.json"):
        if verify_package(descriptor):
            return f"{descriptor.name} is not whole"
        found += 1
    return "" if found >= told else f"{found} of {told} packages"


def test_a_package_is_whole_or_not_there(office: Office) -> None:
    assert list(losses(office, "package", 2, packages_are_whole)) == []


def test_control_a_file_written_straight_to_its_name_is_torn(office: Office) -> None:
    def is_whole(place: Path, told: int) -> str:
        files = list((place / "keluar").glob("*.csv"))
        whole = all(file.read_bytes() == b"tahun,nip\r\n" * 2000 for file in files)
        return "" if whole and len(files) >= told else "torn"

    assert next(losses(office, "naked", 2, is_whole), None)


def copies_are_whole(place: Path, told: int) -> str:
    """Say what is wrong with the backups after a cut."""
    copies = list((place / "keluar").glob("cadangan-*.db"))
    for copy in copies:
        try:
            check_copy(copy)
        except DatabaseError as refused:
            return refused.kalimat()
        if len(stored(copy)) != 2:
            return f"{copy.name} lacks rows"
    return "" if len(copies) >= told else f"{len(copies)} of {told} copies"


def test_a_backup_is_whole_or_not_there(office: Office) -> None:
    assert list(losses(office, "copies", 2, copies_are_whole)) == []


def test_control_a_backup_straight_to_its_name_is_torn(office: Office) -> None:
    assert next(losses(office, "naked_copies", 2, copies_are_whole), None)


def test_a_restore_leaves_the_old_database_or_the_new_one(office: Office) -> None:
    copy = office.path.with_name("salinan.db")
    copy.write_bytes(office.path.read_bytes())
    with office.writing() as writer, writer.change("baru") as work:
        work.insert("unit", [{"kode": "9", "nama": "Baru"}])

    def is_one_of_them(place: Path, told: int) -> str:
        try:
            check_copy(place / "skp.db")
        except DatabaseError as refused:
            return refused.kalimat()
        with closing(connect(place / "skp.db", writing=False)) as connection:
            units = connection.execute("SELECT count(*) FROM unit").fetchone()[0]
        kept = (place / "cadangan" / "sebelum-pemulihan-0001.db").exists()
        if units == 4:
            return "" if told == 0 else "the old one after all"
        return "" if kept else "the old one was not kept"

    assert list(losses(office, "restored", 1, is_one_of_them)) == []


@pytest.fixture
def old(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return make_old(tmp_path / "data" / "skp.db")


@cache
def schema_at(version: int) -> Schema:
    """Return the schema of a version."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        apply(connection, Path(":memory:"), migrations()[:version])
        return schema_of(connection)


def whole_version(before: Content) -> Check:
    """Return what says whether a file is of one version, the old, the new or one on the way."""

    def is_one_of_them(place: Path, told: int) -> str:
        try:
            with closing(connect(place / "skp.db", writing=True)) as connection:
                answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
                version = connection.execute("PRAGMA user_version").fetchone()[0]
                schema = schema_of(connection)
        except (DatabaseError, sqlite3.DatabaseError) as refused:
            return f"refused: {refused}"
        if answer != "ok":
            return f"damaged: {answer}"
        now = content(place / "skp.db")
        if {tabel: now.get(tabel) for tabel in before} != before:
            return "rows changed"
        if schema != schema_at(version):
            return f"half of the schema of version {version}"
        return "" if told == 0 or version == len(migrations()) else "an old one after all"

    return is_one_of_them


def test_an_upgrade_leaves_the_old_version_or_the_new_one(old: Path) -> None:
    assert list(losses_at(old, "upgraded", 1, whole_version(content(old)))) == []


def test_control_a_script_of_steps_leaves_half_an_upgrade(old: Path) -> None:
    assert next(losses_at(old, "naked_upgraded", 1, whole_version(content(old))), None)
