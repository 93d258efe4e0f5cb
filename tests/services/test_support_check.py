"""The check of the account: it keeps nobody waiting, may be given up, and shows no finding."""

import sqlite3
from contextlib import closing

import pytest

from skp_tui.services.keeping.checking import TAHAP
from skp_tui.services.keeping.support import BagianAkun
from skp_tui.services.keeping.support_text import (
    CHECK,
    GIVEN_UP,
    IN_USE,
    NOT_DONE,
    UNREADABLE,
    WHOLE,
    check,
    finding_words,
    is_given_up,
    is_whole,
)
from skp_tui.services.office.configuring import change_setting
from skp_tui.services.signing import signing
from skp_tui.storage.database.looking import reading
from skp_tui.storage.trail import trail
from tests.services.accounts import checked
from tests.services.office import NOW, SARI, Office
from tests.services.test_checking import tamper

TRAIL, WITNESSES = ([*TAHAP].index(nama) for nama in ("rantai jejak", "saksi yang terkunci"))


def test_the_check_of_a_whole_database_finds_nothing_and_tells_how_far_it_is(
    office: Office,
) -> None:
    steps: list[tuple[int, int]] = []
    with reading(office.path) as connection:
        found = check(connection, lambda done, total: steps.append((done, total)))
    assert is_whole(found)
    assert [nama for nama, _ in found.baris] == list(TAHAP)
    assert sorted(set(steps)) == [(done, len(TAHAP)) for done in range(len(TAHAP) + 1)]
    assert steps == sorted(steps)


def test_writers_are_let_through_between_two_parts_of_the_check(office: Office) -> None:
    def write(done: int, _total: int) -> None:
        with closing(sqlite3.connect(office.path, timeout=0, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            other.execute("COMMIT")
        seen.append(done)

    seen: list[int] = []
    with reading(office.path) as connection:
        check(connection, write)
    assert set(seen) == set(range(len(TAHAP) + 1))


def test_writers_are_let_through_within_the_trail_and_nothing_is_missed_by_that(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(done: int, _total: int) -> None:
        if done == TRAIL and len(written) < 5:
            with office.writing() as writer:
                change_setting(writer, "kop_surat", f"Badan {len(written)}", None)
            written.append(done)

    written: list[int] = []
    monkeypatch.setattr(trail, "SLICE", 3)
    with reading(office.path) as connection:
        connection.execute("SELECT count(*) FROM jejak").fetchone()
        found = check(connection, write)
    assert len(written) == 5
    assert is_whole(found)


@pytest.mark.parametrize("slice_", [1, 2, 7, 2000])
def test_the_trail_read_in_slices_finds_the_same(
    office: Office, monkeypatch: pytest.MonkeyPatch, slice_: int
) -> None:
    with reading(office.path) as connection:
        whole = trail.told(connection, lambda: None)
        monkeypatch.setattr(trail, "SLICE", slice_)
        assert trail.broken_link(connection) is None
        assert trail.told(connection, lambda: None) == whole
        last = trail.last_numbers(connection)["jejak"]
    for row, broken in ((f"seq = {last}", last), ("seq = 5", 5), ("seq = 1", 1)):
        tamper(office.path, f"UPDATE jejak SET sebab = sebab || 'x' WHERE {row}")
        with reading(office.path) as connection:
            assert trail.broken_link(connection) == broken
    tamper(office.path, "UPDATE jejak SET seq = -7 WHERE seq = 9")
    with reading(office.path) as connection:
        assert trail.broken_link(connection) == 1


class UnwantedError(Exception):
    """Nobody waits for the check any more."""


@pytest.mark.parametrize("part", [TRAIL, WITNESSES])
def test_what_is_told_may_end_the_check_within_a_part(
    office: Office, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    def end(done: int, _total: int) -> None:
        calls.append(done)
        if calls.count(part) > 1:
            raise UnwantedError

    calls: list[int] = []
    with office.writing() as writer:
        signing.lock(writer, 2017, [SARI], NOW.date())
    monkeypatch.setattr(trail, "SLICE", 3)
    with reading(office.path) as connection, pytest.raises(UnwantedError):
        check(connection, end)
    assert calls[-2:] == [part, part]


@pytest.mark.parametrize("part", range(len(TAHAP)), ids=list(TAHAP))
def test_a_check_that_is_interrupted_says_nothing_of_the_database(
    office: Office, part: int
) -> None:
    def interrupt(done: int, _total: int) -> None:
        if done == part:
            connection.set_progress_handler(lambda: 1, 1)

    with (
        reading(office.path) as connection,
        pytest.raises(sqlite3.OperationalError, match="interrupted"),
    ):
        check(connection, interrupt)


@pytest.mark.parametrize("part", range(len(TAHAP)), ids=list(TAHAP))
def test_a_check_that_a_writer_keeps_out_is_given_up_and_reports_no_damage(
    office: Office, part: int
) -> None:
    def hold(done: int, _total: int) -> None:
        if done == part and not writer.in_transaction:
            writer.execute("BEGIN EXCLUSIVE")

    with (
        closing(sqlite3.connect(office.path, isolation_level=None)) as writer,
        reading(office.path) as connection,
    ):
        connection.execute("PRAGMA busy_timeout=0")
        found = check(connection, hold)
    assert [words for _, words in found.baris] == (
        [WHOLE] * part + [GIVEN_UP] + [NOT_DONE] * (len(TAHAP) - part - 1)
    )
    assert is_given_up(found)
    assert not is_whole(found)


def test_findings_are_not_taken_for_a_check_that_was_given_up() -> None:
    for words in (finding_words(1), UNREADABLE):
        assert not is_given_up(BagianAkun(CHECK, (("a", words), ("b", NOT_DONE), ("c", GIVEN_UP))))
    assert is_given_up(IN_USE)
    assert not is_given_up(BagianAkun(CHECK, (("a", WHOLE),)))


def test_what_the_check_finds_is_counted_and_not_shown(office: Office) -> None:
    with office.writing() as writer:
        signing.lock(writer, 2017, [SARI], NOW.date())
    tamper(office.path, "UPDATE penilaian SET saksi = replace(saksi, '8', '7')")
    lines = checked(office)
    assert lines["integrity_check"] == "baik"
    assert lines["rantai jejak"].endswith(" temuan; skp-tui periksa menyebutnya")
    assert lines["saksi yang terkunci"].endswith(" temuan; skp-tui periksa menyebutnya")
    assert SARI in "\n".join(office.findings()), "periksa names him, so the test could notice"
    assert not [words for words in lines.values() if SARI in words]


def test_after_damage_the_rest_is_not_checked(office: Office) -> None:
    tamper(office.path, "INSERT INTO bagian (penilaian_id, nomor) VALUES (999, 1)")
    assert checked(office)["foreign_key_check"] == finding_words(1)
    content = bytearray(office.path.read_bytes())
    content[4096 * 3 : 4096 * 3 + 64] = b"\xff" * 64
    office.path.write_bytes(content)
    lines = checked(office)
    assert lines["integrity_check"] != "baik"
    assert set(list(lines.values())[1:]) == {"tidak diperiksa"}
