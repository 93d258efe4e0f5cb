"""Records are written under the keys that people use, whatever is asked of them."""

from pathlib import Path

import pytest

from skp_tui.errors import InputError
from skp_tui.storage.changes import apply
from tests.services.office import BRAM, Office

FIRST = {"tahun": "2017", "nip": BRAM, "bagian": "1", "no": "1", "uraian": "Surat"}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.filled(tmp_path)


def test_a_change_of_no_column_changes_nothing(office: Office) -> None:
    with office.writing() as writer:
        before = len(writer.steps())
        with writer.change("uji") as work:
            apply.put(work, "kegiatan", FIRST, frozenset(), baru=False)
        assert len(writer.steps()) == before


@pytest.mark.parametrize("no", ["9223372036854775807", "99999999999999999999"])
def test_a_number_that_no_record_can_have_is_not_found(office: Office, no: str) -> None:
    with (
        office.writing() as writer,
        writer.change("uji") as work,
        pytest.raises(InputError) as said,
    ):
        apply.remove(work, "kegiatan", [{**FIRST, "no": no}])
    assert "sudah tidak ada" in str(said.value)
