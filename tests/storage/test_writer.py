"""One change is one transaction with its trail: whole, or not there at all."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

from skp_tui.errors import DatabaseError, SkpError
from skp_tui.storage.database.connection import connect
from skp_tui.storage.trail import trail
from skp_tui.storage.transactions.writer import Writer
from tests.services.office import NOW, Office, last_step

UNIT_ROW = {"kode": "9", "nama": "Baru"}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "skp.db")


def add(writer: Writer, kode: str = "9") -> None:
    with writer.change(f"unit {kode}") as work:
        work.insert("unit", [{"kode": kode, "nama": "Baru"}])


def codes(office: Office) -> list[object]:
    return [row["kode"] for row in office.content()["unit"].values()]


def test_a_change_is_begun_at_once_so_that_nobody_comes_between(office: Office) -> None:
    with office.writing() as writer, writer.change("uji") as work:
        assert work.raw.in_transaction
        with closing(connect(office.path, writing=False)) as other:
            other.execute("PRAGMA query_only = OFF")
            other.execute("PRAGMA busy_timeout = 0")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("BEGIN IMMEDIATE")


def test_an_error_inside_leaves_nothing_and_the_next_change_works(office: Office) -> None:
    with office.writing() as writer:
        with pytest.raises(ZeroDivisionError), writer.change("uji") as work:
            work.insert("unit", [{**UNIT_ROW, "induk_id": work.insert("unit", [UNIT_ROW])[0] // 0}])
        assert codes(office) == []
        add(writer)
    assert codes(office) == ["9"]
    assert len(office.lines()) == 1


def test_what_the_schema_refuses_is_a_sentence_and_leaves_nothing(office: Office) -> None:
    with office.writing() as writer:
        with (
            pytest.raises(DatabaseError, match="Perubahan ditolak") as refused,
            writer.change("uji") as work,
        ):
            work.insert("unit", [UNIT_ROW, {"kode": "10", "nama": ""}])
        said = refused.value.kalimat()
        assert not [word for word in ("Baru", "CHECK", "constraint") if word in said]
        add(writer)
    assert codes(office) == ["9"]


def test_a_commit_that_fails_stores_nothing_and_the_next_change_works(office: Office) -> None:
    with office.writing() as writer:
        with (
            pytest.raises(DatabaseError, match="masih ada yang memerlukannya"),
            writer.change("uji") as work,
        ):
            work.insert("unit", [{**UNIT_ROW, "induk_id": 77}])  # judged at the commit
        assert codes(office) == []
        add(writer)
    assert codes(office) == ["9"]
    assert office.findings() == []


def test_a_commit_kept_waiting_too_long_is_refused_and_can_be_repeated(office: Office) -> None:
    with office.writing() as writer:
        writer._raw.execute("PRAGMA busy_timeout = 0")
        with closing(connect(office.path, writing=False)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM unit").fetchall()
            with pytest.raises(DatabaseError, match="sedang dipakai program lain"):
                add(writer)
        add(writer)
    assert codes(office) == ["9"]


def test_a_change_that_cannot_begin_is_refused_and_can_be_repeated(office: Office) -> None:
    with office.writing() as writer:
        writer._raw.execute("PRAGMA busy_timeout = 0")
        with closing(connect(office.path, writing=True)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(DatabaseError, match="sedang dipakai program lain"):
                add(writer)
            other.execute("ROLLBACK")
        add(writer)
    assert codes(office) == ["9"]


def failing_commit(writer: Writer, *, takes_effect: bool) -> None:
    """Let the next COMMIT report an error, after it took effect or without."""

    def fail(_: Connection) -> None:
        event.remove(writer._engine, "commit", fail)
        if takes_effect:
            writer._raw.execute("COMMIT")
        raise OperationalError("COMMIT", None, sqlite3.OperationalError("disk I/O error"))

    event.listen(writer._engine, "commit", fail)


def test_a_failed_commit_that_took_effect_is_no_failure(office: Office) -> None:
    with office.writing() as writer:
        failing_commit(writer, takes_effect=True)
        add(writer)
        add(writer, "10")
    assert codes(office) == ["9", "10"]
    assert office.findings() == []


def test_a_failed_commit_that_took_no_effect_is_told(office: Office) -> None:
    with office.writing() as writer:
        failing_commit(writer, takes_effect=False)
        with pytest.raises(DatabaseError):
            add(writer)
        assert codes(office) == []
        add(writer)
    assert codes(office) == ["9"]


def test_a_full_disk_is_named_and_nothing_is_half_written(office: Office) -> None:
    with office.writing() as writer:
        add(writer)
        before = office.content()
        pages = writer._raw.execute("PRAGMA page_count").fetchone()[0]
        writer._raw.execute(f"PRAGMA max_page_count = {pages}")
        rows = [{"kode": f"1.{number}", "nama": "x" * 300} for number in range(200)]
        with pytest.raises(DatabaseError, match="Diska penuh"), writer.change("uji") as work:
            work.insert("unit", rows)
        assert office.content() == before
        writer._raw.execute("PRAGMA max_page_count = 1000000")
        add(writer, "10")
    assert codes(office) == ["9", "10"]
    assert office.findings() == []


def test_a_change_of_nothing_leaves_no_line(office: Office) -> None:
    with office.writing() as writer:
        add(writer)
        with writer.change("sama") as work:
            work.update("unit", {1: {"nama": "Baru"}})
        assert last_step(writer) == 1


def test_a_line_says_when_what_why_and_only_the_changed_fields(office: Office) -> None:
    with office.writing() as writer:
        add(writer)
        with writer.change("ganti nama") as work:
            work.update("unit", {1: {"kode": "9", "nama": "Lain"}})
        [first, second] = writer.steps()
    assert (second.langkah, second.waktu) == (2, NOW.isoformat(timespec="seconds"))
    assert second.sebab == "ganti nama"
    assert second.changes == (trail.Change("unit", 1, {"nama": "Baru"}, {"nama": "Lain"}),)
    assert first.changes == (trail.Change("unit", 1, None, UNIT_ROW),)


def test_a_step_is_read_by_its_number_and_one_that_is_not_there_is_an_error(office: Office) -> None:
    with office.writing() as writer:
        add(writer)
        steps = writer.steps()
    with closing(connect(office.path, writing=False)) as connection:
        assert [trail.step_of(connection, 1)] == steps
        with pytest.raises(LookupError, match="2"):
            trail.step_of(connection, 2)


def test_a_record_that_is_gone_is_not_changed_silently(office: Office) -> None:
    with (
        office.writing() as writer,
        pytest.raises(SkpError, match="sudah tidak ada"),
        writer.change("uji") as work,
    ):
        work.update("unit", {5: {"nama": "Lain"}})


def test_the_number_of_a_removed_record_is_never_given_again(office: Office) -> None:
    with office.writing() as writer:
        add(writer)
        with writer.change("hapus") as work:
            work.delete("unit", [1])
        with writer.change("baru") as work:
            assert work.insert("unit", [UNIT_ROW]) == [2]


def test_many_records_are_written_in_one_step(office: Office) -> None:
    with office.writing() as writer:
        with writer.change("banyak") as work:
            keys = work.insert(
                "unit", [{"kode": str(number), "nama": "x"} for number in range(1201)]
            )
        with writer.change("ubah") as work:
            work.update("unit", {key: {"nama": "y"} for key in keys})
        with writer.change("hapus") as work:
            work.delete("unit", keys[:1100])
        assert [len(step.changes) for step in writer.steps()] == [1201, 1201, 1100]
    assert office.findings() == []


def test_a_record_that_changes_twice_in_a_step_has_one_line(office: Office) -> None:
    with office.writing() as writer:
        add(writer)
        add(writer, "10")
        with writer.change("uji") as work:
            [key] = work.insert("unit", [{"kode": "11", "nama": "Baru"}])
            work.update("unit", {key: {"nama": "Lain", "induk_id": 1}})
            work.update("unit", {key: {"induk_id": None}})
            work.update("unit", {1: {"nama": "Satu"}})
            work.update("unit", {1: {"nama": "Dua", "induk_id": 2}})
            work.update("unit", {2: {"nama": "Sementara"}})
            work.update("unit", {2: {"nama": "Baru"}})
            [gone] = work.insert("unit", [{"kode": "12", "nama": "Sebentar"}])
            work.delete("unit", [gone])
        assert work.changes == [
            trail.Change("unit", key, None, {"kode": "11", "nama": "Lain"}),
            trail.Change(
                "unit", 1, {"nama": "Baru", "induk_id": None}, {"nama": "Dua", "induk_id": 2}
            ),
        ]
        with writer.change("hapus") as work:
            work.update("unit", {key: {"nama": "Lagi"}})
            work.delete("unit", [key])
        assert work.changes == [trail.Change("unit", key, {"kode": "11", "nama": "Lain"}, None)]
        before = office.content()
        writer.undo(2)
        writer.undo(2)
    assert before != office.content()
    assert codes(office) == ["9", "10"]


def test_a_step_that_comes_to_nothing_leaves_no_line(office: Office) -> None:
    with office.writing() as writer:
        with writer.change("uji") as work:
            work.delete("unit", work.insert("unit", [UNIT_ROW]))
        assert last_step(writer) == 0
