"""Of every older version with data in it: rows, trail and last keys stay as they were."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from skp_tui.errors import DatabaseError, LockedError
from skp_tui.services.keeping.checking import check_database
from skp_tui.storage.changes import apply, periods
from skp_tui.storage.database.backup import backup_before_upgrade
from skp_tui.storage.database.connection import connect
from skp_tui.storage.database.migrate import (
    create,
    migrations,
    newest_schema,
    newest_version,
    schema_of,
    upgrade,
)
from skp_tui.storage.transactions.writer import Writer
from tests.storage.version4 import NIP, OLD, clock, content, make_old, whole


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return make_old(tmp_path / "skp.db")


REBUILDS = {5: "periode", 6: "kegiatan"}
"""The table that a migration makes anew, by the version that it leads to."""


def test_every_row_the_trail_and_the_last_keys_survive(old: Path) -> None:
    before = content(old)
    assert all(before[tabel] for tabel in before), "each table has a row"
    assert ("periode", 2) in before["sqlite_sequence"]
    upgrade(old, backup_before_upgrade)
    after = content(old)
    assert {tabel: after[tabel] for tabel in before} == before
    assert [after[tabel] for tabel in after.keys() - before.keys()] == [[]] * 5
    assert check_database(old) == []


@pytest.mark.parametrize("version", range(1, newest_version()))
def test_a_file_of_any_older_version_keeps_its_rows_and_becomes_like_a_new_one(
    tmp_path: Path, version: int
) -> None:
    old = make_old(tmp_path / "skp.db", version)
    before = content(old)
    upgrade(old, backup_before_upgrade)
    [copy] = (tmp_path / "cadangan").iterdir()
    assert content(copy) == before
    after = content(old)
    for tabel, rows in before.items():
        # what is not of the old version stands behind, and is empty
        assert [row[: len(rows[0])] for row in after[tabel]] == rows
        assert {value for row in after[tabel] for value in row[len(rows[0]) :]} <= {None}
    with closing(sqlite3.connect(old)) as connection:
        assert schema_of(connection) == newest_schema()
    assert check_database(old) == []
    assert_locked(old)


def test_the_key_of_a_year_that_was_taken_back_is_not_given_again(old: Path) -> None:
    upgrade(old, backup_before_upgrade)
    with Writer(old, clock) as writer:
        with writer.change("tahun baru") as work:
            periods.set_period(work, 2019, {"penyebut": "dinilai"})
        [step] = writer.steps(4)
        assert [(satu.tabel, satu.kunci) for satu in step.changes] == [("periode", 3)]
    assert check_database(old) == []


def test_what_was_done_before_is_taken_back_afterwards(old: Path) -> None:
    with Writer(old, clock) as writer, writer.change("buka") as work:
        periods.set_dates(work, 2017, [NIP], {"dikunci": None, "saksi": None})
    upgrade(old, backup_before_upgrade)
    with Writer(old, clock) as writer, writer.change("nama") as work:
        work.update("unit", {1: {"nama": "Dinas"}})
    with Writer(old, clock) as writer:
        undone = [writer.undo(), writer.undo()]
    assert [None if step is None else step.sebab for step in undone] == ["nama", "buka"]
    assert check_database(old) == []


def test_a_frozen_year_and_its_pointers_stay_guarded(old: Path) -> None:
    upgrade(old, backup_before_upgrade)
    with Writer(old, clock) as writer:
        with (
            pytest.raises(LockedError, match="beku"),
            writer.change("ubah") as work,
        ):
            work.update("periode", {1: {"kebijakan_batas": "lembar-bkn"}})
        with (
            pytest.raises(DatabaseError, match="masih ada yang memerlukannya"),
            writer.change("hapus") as work,
        ):
            work.delete("periode", [1])


BROKEN = "CREATE TABLE unit (id INTEGER) STRICT;"
ORPHANS = "DELETE FROM unit WHERE kode = '1';"


def at_version(old: Path, version: int) -> tuple[str, ...]:
    """Bring a file to the version before one; return the migrations up to that one."""
    upgrade(old, backup_before_upgrade, migrations()[: version - 1])
    return migrations()[:version]


@pytest.mark.parametrize("version", REBUILDS)
@pytest.mark.parametrize(
    ("added", "words"), [(BROKEN, "menolak"), (ORPHANS, "kehilangan induknya")]
)
def test_a_step_that_fails_in_the_middle_of_the_rebuild_changes_nothing(
    old: Path, version: int, added: str, words: str
) -> None:
    *earlier, last = at_version(old, version)
    before = whole(old)
    with pytest.raises(DatabaseError, match=words):
        upgrade(old, backup_before_upgrade, (*earlier, f"{last}\n{added}\n"))
    assert whole(old) == before
    upgrade(old, backup_before_upgrade)
    assert check_database(old) == []


def statements_until(script: str, mark: str) -> str:
    return script[: script.index(mark)]


@pytest.mark.parametrize("version", REBUILDS)
@pytest.mark.parametrize(
    "mark",
    ["INSERT INTO {}_baru", "DELETE FROM sqlite_sequence", "DROP TABLE {}", "ALTER TABLE {}_baru",
     "CREATE TRIGGER {}_"],
)  # fmt: skip
def test_a_step_that_ends_anywhere_changes_nothing(old: Path, version: int, mark: str) -> None:
    *earlier, last = at_version(old, version)
    before = whole(old)
    cut = statements_until(last, mark.format(REBUILDS[version])) + "SELECT * FROM tidak_ada;\n"
    with pytest.raises(DatabaseError):
        upgrade(old, backup_before_upgrade, (*earlier, cut))
    assert whole(old) == before


def test_the_key_of_an_activity_that_was_removed_is_not_given_again(old: Path) -> None:
    before = content(old)
    with Writer(old, clock) as writer, writer.change("buka") as work:
        periods.set_dates(work, 2017, [NIP], {"dikunci": None, "saksi": None})
    added = {"bagian_id": 1, "uraian": "Menata berkas"}
    with Writer(old, clock) as writer, writer.change("tambah") as work:
        [removed] = work.insert("kegiatan", [{**added, "no": 8}])
    with Writer(old, clock) as writer, writer.change("hapus") as work:
        work.delete("kegiatan", [removed])
    upgrade(old, backup_before_upgrade)
    with Writer(old, clock) as writer, writer.change("tambah lagi") as work:
        assert work.insert("kegiatan", [{**added, "no": 9}]) == [removed + 1]
    assert content(old)["kegiatan"][:-1] == before["kegiatan"]
    assert check_database(old) == []


def test_a_database_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError):
        create(tmp_path / "baru.db", (*migrations(), BROKEN))
    assert list(tmp_path.iterdir()) == []


def assert_locked(path: Path) -> None:
    """Try to add, change and remove an activity of the locked appraisal."""
    added = {"bagian_id": 1, "no": 9, "uraian": "Menata berkas"}
    with Writer(path, clock) as writer:
        with pytest.raises(LockedError, match="terkunci"), writer.change("tambah") as work:
            work.insert("kegiatan", [added])
        with pytest.raises(LockedError, match="terkunci"), writer.change("ubah") as work:
            work.update("kegiatan", {1: {"uraian": "Lain"}})
        with pytest.raises(LockedError, match="terkunci"), writer.change("hapus") as work:
            work.delete("kegiatan", [1])


def test_foreign_keys_are_on_again_after_a_step_and_after_a_failing_one(old: Path) -> None:
    from skp_tui.storage.database.migrate import apply as run  # noqa: PLC0415 - the name of storage.apply

    with closing(connect(old, writing=True)) as connection:
        asked = "PRAGMA foreign_keys"
        with pytest.raises(DatabaseError):
            run(connection, old, (*migrations()[:OLD], BROKEN))
        assert connection.execute(asked).fetchone() == (1,)
        run(connection, old, migrations())
        assert connection.execute(asked).fetchone() == (1,)


def damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE unit SET induk_id = 99 WHERE kode = '1.1'")
        connection.commit()


def test_a_file_that_was_damaged_before_is_upgraded_and_periksa_tells_of_it(old: Path) -> None:
    damage(old)
    upgrade(old, backup_before_upgrade)
    assert any(
        "menunjuk ke unit yang tidak ada" in str(satu.kalimat()) for satu in check_database(old)
    )


def test_the_new_tables_of_an_upgraded_file_take_rows(old: Path) -> None:
    upgrade(old, backup_before_upgrade)
    year = {"tahun": "2025", "nip": NIP}
    written: tuple[tuple[str, dict[str, str | None]], ...] = (
        ("hasil_kerja", {**year, "bagian": "1", "no": "1", "jenis": "utama", "uraian": "Tertata",
                         "rencana_pimpinan": None}),
        ("capaian_organisasi", {"tahun": "2025", "unit": "1", "capaian": "baik"}),
    )  # fmt: skip
    with Writer(old, clock) as writer, writer.change("rencana") as work:
        for jenis, record in written:
            apply.write(work, jenis, [record])
    assert check_database(old) == []
