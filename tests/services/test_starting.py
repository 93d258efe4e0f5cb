"""The first start keeps a NIP as 18 digits, however it was typed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from skp_tui.services.base.database import prepare
from skp_tui.services.base.first_answers import PEJABAT_AWAL, first_answers
from skp_tui.services.keeping.sitting import sitting
from skp_tui.services.office.starting import start_office
from skp_tui.storage.changes.periods import set_program
from skp_tui.storage.database.looking import reading, stored_settings
from skp_tui.storage.transactions.writer import Writer

FIRST = "196703121993031908"
ANSWERS = {"kode": "1", "nama": "Dinas Contoh", "tahun": "2025", "penilai_nama": "Anda Contoh"}
TYPED = (FIRST, "19670312 199303 1 908", "NIP. 196703121993031908", "NIP 19670312.199303.1.908")


def clock() -> datetime:
    return datetime(2025, 1, 2, tzinfo=UTC)


def keep(writer: Writer, answers: str) -> None:
    with writer.change("mulai") as work:
        set_program(work, PEJABAT_AWAL, answers)


@pytest.mark.parametrize("typed", TYPED)
def test_a_nip_is_kept_as_its_digits(tmp_path: Path, typed: str) -> None:
    path = tmp_path / "skp.db"
    prepare(path)
    with sitting(path, clock) as own:
        answers = {**ANSWERS, "penilai_nip": typed}
        assert not own.submit(lambda writer: start_office(writer, answers)).result().ditolak
    with reading(path) as connection:
        assert first_answers(connection)[0].nip == FIRST
        assert f'"penilai_nip": "{FIRST}"' in stored_settings(connection)[PEJABAT_AWAL]


def test_a_nip_that_an_older_program_stored_as_typed_is_read_as_its_digits(tmp_path: Path) -> None:
    path = tmp_path / "skp.db"
    prepare(path)
    older = '{"penilai_nama": "Anda Contoh", "penilai_nip": "NIP. 196703121993031908"}'
    with sitting(path, clock) as own:
        own.submit(lambda writer: keep(writer, older)).result()
    with reading(path) as connection:
        assert first_answers(connection)[0].nip == FIRST
