"""How large a step is, and whether it made all there is, before it is taken back by one key."""

from pathlib import Path

import pytest

from skp_tui.services.base import editing
from skp_tui.storage.database.looking import reading
from skp_tui.storage.trail import steps
from tests.services.office import BRAM, UNIT, Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.filled(tmp_path)


def first_step(office: Office) -> int:
    with office.writing() as writer:
        return min(step.langkah for step in writer.steps())


def test_a_step_counts_its_records_and_the_new_units_among_them(office: Office) -> None:
    with office.writing() as writer:
        units = [{"kode": kode, "nama": kode, "induk": "1"} for kode in ("1.8", "1.9")]
        editing.save_records(writer, "unit", units, "dua unit baru")
        editing.save_records(writer, "unit", [{**units[0], "nama": "Lain"}], "ubah unit")
        editing.remove_person(writer, BRAM, "Bram Contoh")
        stored = writer.steps()[-3:]
    with reading(office.path) as connection:
        sizes = [steps.size_of(connection, step.langkah) for step in stored]
    assert sizes[0] == steps.Besar("dua unit baru", 2, 2)
    assert sizes[1] == steps.Besar("ubah unit", 1, 0)
    assert sizes[2] == steps.Besar("hapus pegawai Bram Contoh", len(stored[2].changes), 0)


def test_only_the_step_that_made_every_unit_there_is_begins_the_database(tmp_path: Path) -> None:
    office = Office(tmp_path / "kosong.db")
    office.impor("unit", UNIT)
    step = first_step(office)
    with reading(office.path) as connection:
        assert steps.begins(connection, steps.size_of(connection, step))
    office.impor("unit", "kode,nama\n2,Dinas Lain\n")
    with reading(office.path) as connection:
        assert not steps.begins(connection, steps.size_of(connection, step))


def test_of_a_step_without_a_new_unit_no_unit_is_counted(office: Office) -> None:
    with office.writing() as writer:
        editing.remove_person(writer, BRAM, "Bram Contoh")
        step = writer.steps()[-1].langkah
    asked: list[str] = []
    with reading(office.path) as connection:
        connection.set_trace_callback(asked.append)
        assert not steps.begins(connection, steps.size_of(connection, step))
        connection.set_trace_callback(None)
    assert len(asked) == 1
