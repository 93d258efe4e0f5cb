"""What is written fast into the trail is, byte for byte, what the plain way would write."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.storage.trail import trail
from skp_tui.storage.trail.trail import Change
from skp_tui.storage.transactions.touched import Added, Altered, Noted, changes_of, lines_of
from tests.services.office import Office

VALUES = st.one_of(st.none(), st.integers(), st.text(), st.booleans())
SIGNS = st.characters(exclude_categories=["Cs"])
FIELDS = st.dictionaries(st.text(), VALUES)


def dumped(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "skp.db")


@given(FIELDS)
def test_fields_are_written_as_canonical_json(fields: dict[str, object]) -> None:
    assert trail.to_json(fields) == dumped(fields)


@given(st.lists(VALUES))
def test_a_line_is_hashed_as_a_json_list(fields: list[object]) -> None:
    body = dumped([trail.START, *fields])
    try:
        encoded = body.encode()
    except UnicodeEncodeError:
        with pytest.raises(UnicodeEncodeError):
            trail.link(trail.START, fields)
    else:
        assert trail.link(trail.START, fields) == hashlib.sha256(encoded).hexdigest()


TEXTS = st.text(SIGNS)


@given(
    st.tuples(st.integers(1), TEXTS),
    st.tuples(TEXTS, st.none() | st.integers(1)),
    st.lists(st.tuples(st.integers(1), TEXTS, TEXTS), min_size=1),
    st.tuples(st.booleans(), st.booleans()),
)
def test_the_lines_of_a_step_are_hashed_like_any_line(
    step: tuple[int, str],
    cause: tuple[str, int | None],
    lines: list[tuple[int, str, str]],
    told: tuple[bool, bool],
) -> None:
    keys, *texts = (list(column) for column in zip(*lines, strict=True))
    lama, baru = (some if given else None for some, given in zip(texts, told, strict=True))
    before, expected = trail.START, []
    for place, (key, *_) in enumerate(lines):
        fields = [None if some is None else some[place] for some in (lama, baru)]
        before = trail.link(before, (*step, "unit", key, *fields, *cause))
        expected.append(before)
    told_together = trail.Lines("unit", keys, lama, baru)
    assert trail.chained(told_together, step, cause, trail.START) == expected


def each_line(noted: Iterable[Noted]) -> list[tuple[object, ...]]:
    """Return the lines one by one, however they are told together."""
    found: list[tuple[object, ...]] = []
    for some in lines_of(noted):
        empty = [None] * len(some.kunci)
        columns = zip(some.kunci, some.lama or empty, some.baru or empty, strict=True)
        found.extend((some.tabel, *line) for line in columns)
    return found


@given(st.lists(st.tuples(VALUES, VALUES)))
def test_records_added_together_are_told_like_single_ones(
    rows: list[tuple[object, object]],
) -> None:
    columns = list(zip(*rows, strict=True)) or [(), ()]
    added = Added("unit", range(5, 5 + len(rows)), ("kode", "nama"), columns)
    single = [
        Change("unit", key, None, {n: value for n, value in fields if value is not None})
        for key, row in zip(range(5, 5 + len(rows)), rows, strict=True)
        for fields in [list(zip(("kode", "nama"), row, strict=True))]
    ]
    assert each_line([added]) == each_line(single)
    assert changes_of([added]) == single


@given(st.lists(st.tuples(VALUES, VALUES, VALUES, VALUES)))
def test_records_changed_together_are_told_like_single_ones(
    rows: list[tuple[object, object, object, object]],
) -> None:
    keys, names = range(5, 5 + len(rows)), ("nama", "kode%s")
    columns = list(zip(*rows, strict=True)) or [(), (), (), ()]
    altered = Altered("unit", keys, names, columns[:2], columns[2:])
    single = [
        Change(
            "unit",
            key,
            dict(zip(names, row[:2], strict=True)),
            dict(zip(names, row[2:], strict=True)),
        )
        for key, row in zip(keys, rows, strict=True)
    ]
    assert each_line([altered]) == each_line(single)
    assert changes_of([altered]) == single


def test_a_record_that_was_changed_together_with_others_and_again_has_one_line() -> None:
    first = Altered("unit", [1, 2, 3], ("nama",), [["A", "B", "C"]], [["a", "b", "c"]])
    later = Altered("unit", [3, 2], ("nama",), [["c", "b"]], [["x", "B"]])
    other = Altered("pegawai", [2], ("nama",), [["b"]], [["d"]])
    assert changes_of([first, later, other]) == [
        Change("unit", 1, {"nama": "A"}, {"nama": "a"}),
        Change("unit", 3, {"nama": "C"}, {"nama": "x"}),
        Change("pegawai", 2, {"nama": "b"}, {"nama": "d"}),
    ]


def test_records_that_change_in_different_fields_are_stored_and_told_in_their_order(
    office: Office,
) -> None:
    with office.writing() as writer:
        with writer.change("isi") as work:
            work.insert("unit", [{"kode": str(no), "nama": f"Unit {no}"} for no in range(1, 6)])
        changed: dict[int, dict[str, object]] = {
            4: {"nama": "D"}, 2: {"nama": "B"}, 1: {"nama": "Unit 1"},
            3: {"kode": "3a", "nama": "Unit 3"}, 5: {"nama": "E", "kode": "5a"},
        }  # fmt: skip
        with writer.change("ubah") as work:
            work.update("unit", changed)
        step = writer.steps()[-1]
        assert [(satu.kunci, satu.lama, satu.baru) for satu in step.changes] == [
            (4, {"nama": "Unit 4"}, {"nama": "D"}),
            (2, {"nama": "Unit 2"}, {"nama": "B"}),
            (3, {"kode": "3"}, {"kode": "3a"}),
            (5, {"nama": "Unit 5", "kode": "5"}, {"nama": "E", "kode": "5a"}),
        ]
        assert writer.undo() is not None
    assert office.findings() == []


def test_a_record_that_was_added_with_others_and_changed_has_one_line() -> None:
    added = Added("unit", [1, 2], ("kode", "nama"), [("1", "2"), ("Satu", "Dua")])
    later = Change("unit", 2, {"nama": "Dua"}, {"nama": "Lain"})
    other = Change("pegawai", 1, {"nama": "A"}, {"nama": "B"})
    assert changes_of([added, other, later]) == [
        Change("unit", 1, None, {"kode": "1", "nama": "Satu"}),
        Change("unit", 2, None, {"kode": "2", "nama": "Lain"}),
        other,
    ]


def test_a_column_that_there_is_not_is_a_bug_and_stores_nothing(office: Office) -> None:
    with office.writing() as writer:
        with pytest.raises(KeyError, match="unit has no nma"), writer.change("uji") as work:
            work.insert("unit", [{"kode": "1", "nama": "Satu"}, {"kode": "2", "nma": "Dua"}])
        assert writer.steps() == []


def test_rows_given_in_any_order_of_columns_are_stored_and_told_alike(office: Office) -> None:
    with office.writing() as writer:
        with writer.change("uji") as work:
            assert list(work.insert_all("unit", ("nama", "kode"), [["Satu"], ["1"]])) == [1]
            assert list(work.insert_all("unit", ("kode", "nama"), [("2",), ("Dua",)])) == [2]
            assert work.rows("unit", [1, 2]) == {
                1: {"id": 1, "induk_id": None, "kode": "1", "nama": "Satu"},
                2: {"id": 2, "induk_id": None, "kode": "2", "nama": "Dua"},
            }
        assert [change.baru for change in writer.steps()[0].changes] == [
            {"kode": "1", "nama": "Satu"},
            {"kode": "2", "nama": "Dua"},
        ]
    assert office.findings() == []


@given(FIELDS, FIELDS, FIELDS)
def test_two_changes_of_a_record_come_to_what_both_did(
    first: dict[str, object], second: dict[str, object], third: dict[str, object]
) -> None:
    def filled(fields: dict[str, object]) -> dict[str, object]:
        return {name: value for name, value in fields.items() if value is not None}

    before, after = filled(first), filled(third)
    # removed, and added again under its key in the same step
    removed, added = Change("unit", 1, before, None), Change("unit", 1, None, after)
    together = removed.then(added)
    lama = {} if together is None or together.lama is None else together.lama
    baru = {} if together is None or together.baru is None else together.baru
    assert {**before, **lama} == {**before, **{n: before.get(n) for n in lama}}
    assert filled({**before, **baru}) == after
    # added and removed again: as if it had never been
    assert Change("unit", 1, None, filled(second)).then(Change("unit", 1, second, None)) is None
