"""What was taken back can be repeated until something new is done; both outlive a restart."""

import sqlite3
from pathlib import Path

import pytest

from skp_tui.errors import DatabaseError
from skp_tui.services.history import undoing
from skp_tui.services.keeping.sitting import sitting
from skp_tui.services.office import configuring
from skp_tui.services.signing import signing
from skp_tui.storage.database.looking import reading
from skp_tui.storage.trail import steps
from skp_tui.storage.transactions.writer import Writer
from tests.services.office import BRAM, SARI, Office, clock, last_step
from tests.services.test_undo import CHANGES, Change, new_unit, office, rows_of, save_cell, send

__all__ = ["office"]  # the fixture


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_taken_back_is_repeated_whole(office: Office, change: Change) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        change(office, writer)
        after = rows_of(office.content())
        writer.undo(start)
        repeated = writer.redo(start)
        assert repeated is not None
        assert repeated.langkah == start + 1
        assert rows_of(office.content()) == after
        assert writer.redo(start) is None
        assert [step.membalik for step in writer.steps(start)] == [None, start + 1, start + 1]
    assert office.findings() == []


def test_undo_and_redo_go_on_after_a_restart(office: Office) -> None:
    contents = [rows_of(office.content())]
    for change in CHANGES[:3]:
        with office.writing() as writer:
            change(office, writer)
        contents.append(rows_of(office.content()))
    for expected in (2, 1, 0):
        with office.writing() as writer:
            writer.undo()
        assert rows_of(office.content()) == contents[expected]
    for expected in (1, 2, 3):
        with office.writing() as writer:
            writer.redo()
        assert rows_of(office.content()) == contents[expected]
    with office.writing() as writer:
        assert writer.redo() is None


def test_a_new_change_ends_what_could_be_repeated(office: Office) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        save_cell(office, writer)
        writer.undo(start)
        new_unit(office, writer)
        assert writer.redo(start) is None
        # what was ended stays ended, also when the new change is itself taken back
        writer.undo(start)
        repeated = writer.redo(start)
        assert repeated is not None
        assert repeated.sebab == "unit"
        assert writer.redo(start) is None


def test_one_goes_back_and_forth_as_often_as_one_likes(office: Office) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        for change in CHANGES[:3]:
            change(office, writer)
        walked = [(writer.undo if sign == "-" else writer.redo)(start) for sign in "--+-+--+-+++-+"]
    named = [step.langkah - start for step in walked if step is not None]
    assert named == [3, 2, 2, 2, 2, 2, 1, 1, 1, 1, 2, 3, 3, 3]
    assert office.findings() == []


def test_what_a_command_imported_is_taken_back_on_the_screen(office: Office) -> None:
    before = rows_of(office.content())
    office.impor("unit", "kode,nama,induk\n7,Dinas Baru,1\n")
    with sitting(office.path, clock) as sat:
        told = sat.submit(lambda writer: undoing.take_back(writer, sat.dasar, sat.awal)).result(60)
    assert rows_of(office.content()) == before
    assert told.kalimat == (
        "Impor unit unit.csv — dibatalkan. Itu perubahan 5 Jan 2018 09.30; Ctrl+Y mengulanginya."
    )


def test_all_that_was_ever_done_can_be_taken_back_and_repeated(office: Office) -> None:
    after = rows_of(office.content())
    with office.writing() as writer:
        steps = last_step(writer)
        for _ in range(steps):
            assert writer.undo() is not None
        assert rows_of(office.content()) == {}
        assert writer.undo() is None
        for _ in range(steps):
            assert writer.redo() is not None
        assert writer.redo() is None
    assert rows_of(office.content()) == after
    assert office.findings() == []


def test_a_sitting_on_the_sample_takes_back_only_what_was_done_in_it(office: Office) -> None:
    with sitting(office.path, clock, hanya_kini=True) as sat:
        assert sat.dasar == sat.awal > 0
        told = sat.submit(lambda writer: undoing.take_back(writer, sat.dasar, sat.awal)).result(60)
    assert told == undoing.Kabar(undoing.NOTHING_TO_UNDO)


# Sending and signing


def test_sending_ends_nothing_that_could_be_repeated(office: Office, tmp_path: Path) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        save_cell(office, writer)
        writer.undo(start)
        send(office, writer, tmp_path / "kirim")
        repeated = writer.redo(start)
        assert repeated is not None
        assert repeated.sebab == "sel"


def test_sending_that_made_a_year_ends_what_could_be_repeated(
    office: Office, tmp_path: Path
) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        configuring.create_period(writer, 2016)
        writer.undo(start)
        send(office, writer, tmp_path / "kirim", 2016)
        assert writer.redo(start) is None


def test_the_user_is_told_that_what_was_sent_stays_sent(office: Office, tmp_path: Path) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        save_cell(office, writer)
        send(office, writer, tmp_path / "kirim")
        told = [undoing.take_back(writer, start, start).kalimat for _ in range(2)]
        again = undoing.repeat(writer, start).kalimat
    assert told == ["Sel — dibatalkan. Yang sudah dikirim tetap terkirim.", undoing.ONLY_SENT]
    assert again == "Sel — diulangi."


def test_a_lock_asks_for_a_reason_and_ends_redo(office: Office) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        save_cell(office, writer)
        new_unit(office, writer)
        writer.undo(start)
        signing.lock(writer, 2017, [SARI], clock().date())
        assert undoing.repeat(writer, start).kalimat == undoing.NOTHING_TO_REDO
        assert undoing.take_back(writer, start, start).beralasan


def test_reopening_is_taken_back_and_repeated_like_anything_else(office: Office) -> None:
    with office.writing() as writer:
        signing.lock(writer, 2017, [BRAM], clock().date())
        signing.reopen(writer, 2017, BRAM, "salah ketik")
        writer.undo()
        assert office.penilaian(BRAM).dikunci is not None
        writer.redo()
        assert office.penilaian(BRAM).dikunci is None
    assert office.findings() == []


def test_settings_of_the_program_are_told_so_that_the_screen_can_follow(office: Office) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        configuring.change_setting(writer, "tema", "terang", None)
        assert undoing.take_back(writer, start, start).setelan == {}
        assert undoing.repeat(writer, start).setelan == {"tema": "terang"}
        save_cell(office, writer)
        assert undoing.take_back(writer, start, start).setelan is None


# What does not fit


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE kegiatan SET realisasi_kuantitas = '7' WHERE no = 1",
        "DELETE FROM kegiatan WHERE no = 1",
    ],
)
@pytest.mark.parametrize("forth", [False, True])
def test_what_a_foreign_hand_changed_is_not_written_over(
    office: Office, statement: str, forth: bool
) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        save_cell(office, writer)
        if forth:
            writer.undo(start)
    office.raw(statement)
    before, lines = office.content(), office.lines()
    with (
        office.writing() as writer,
        pytest.raises(DatabaseError, match="Isi kegiatan sudah bukan yang ditinggalkan langkah"),
    ):
        (writer.redo if forth else writer.undo)(start)
    assert (office.content(), office.lines()) == (before, lines)


def test_a_record_added_by_a_foreign_hand_keeps_its_owner_from_being_taken_back(
    office: Office,
) -> None:
    with office.writing() as writer:
        start = last_step(writer)
        new_unit(office, writer)
    office.raw("INSERT INTO unit (kode, nama, induk_id) SELECT '8', 'Luar', max(id) FROM unit")
    before, lines = office.content(), office.lines()
    with office.writing() as writer, pytest.raises(DatabaseError, match="masih ada yang memerlu"):
        writer.undo(start)
    assert (office.content(), office.lines()) == (before, lines)


# Speed


def test_the_history_is_found_without_reading_the_trail(office: Office) -> None:
    with office.writing() as writer:
        for _ in range(3):
            save_cell(office, writer)
            writer.undo()
        writer.redo()
        writer.undo()
    with reading(office.path) as connection:
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        steps.to_take_back(connection)
        steps.to_repeat(connection)
        steps.sent_since(connection, 1)
        connection.set_trace_callback(None)
        plans = [line for query in set(asked) for line in plan_of(connection, query)]
    assert plans
    assert [line for line in plans if not line.startswith("SEARCH jejak USING")] == []


def plan_of(connection: sqlite3.Connection, query: str) -> list[str]:
    rows = connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
    return [row[3] for row in rows if "B-TREE" not in row[3]]


def test_an_undo_of_many_records_is_one_step(office: Office) -> None:
    with Writer(office.path, clock) as writer:
        with writer.change("banyak unit") as work:
            rows = [{"kode": f"9.{number}", "nama": "Unit"} for number in range(3000)]
            keys = work.insert("unit", rows)
        with writer.change("ganti nama") as work:
            work.update("unit", {key: {"nama": f"Unit {key}"} for key in keys})
        before = office.content()
        for _ in range(2):
            writer.undo()
        assert len(office.content()["unit"]) == 3
        for _ in range(2):
            writer.redo()
        assert office.content() == before
