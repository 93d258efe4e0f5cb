"""A clock or a file of any year: it works, or one sentence says what is wrong."""

import os
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from skp_tui.domain.number import readable_size
from skp_tui.files import changed_at
from skp_tui.services.imports.folders import visit
from skp_tui.services.keeping import safekeeping
from skp_tui.services.sending import sending
from skp_tui.storage.transactions.writer import Writer
from tests.cli.calls import call
from tests.services.accounts import told
from tests.services.office import UNIT, Office

MEMORY = Path("/dev", "shm")
"""A file system that keeps any time; others cut it down to what they can hold."""
BEYOND = (-(10**14), -62_135_596_801, 253_402_300_800, 10**14)
"""Seconds of years that no calendar here has: before 1, and after 9999."""
WIB = timezone(timedelta(hours=7))


@pytest.fixture
def memory() -> Iterator[Path]:
    if not MEMORY.is_dir():
        pytest.skip("needs a file system that keeps any time")
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)


@pytest.mark.parametrize(
    ("seconds", "moment"),
    [
        (-11_644_473_600, "1601-01-01 07:00"),
        (-1, "1970-01-01 06:59"),
        (10_413_792_000, "2300-01-01 07:00"),
        *((seconds, None) for seconds in BEYOND),
        (float("nan"), None),
    ],
)
def test_the_time_of_a_file_is_a_moment_where_a_calendar_holds_it(
    seconds: float, moment: str | None
) -> None:
    found = changed_at(seconds, WIB)
    assert (None if found is None else f"{found:%Y-%m-%d %H:%M}") == moment


@pytest.mark.parametrize("seconds", [-11_644_473_600, 10_413_792_000, *BEYOND])
def test_files_of_any_year_are_listed(memory: Path, seconds: int) -> None:
    (memory / "unit.csv").write_text(UNIT)
    os.utime(memory / "unit.csv", (seconds, seconds))
    [entri] = visit(memory).entri
    assert (entri.path.name, entri.ukuran) == ("unit.csv", len(UNIT))
    assert (entri.diubah is None) is (seconds in BEYOND)
    assert call("--db", memory / "skp.db", "impor", "unit", memory / "unit.csv").status == 0


@pytest.mark.parametrize("seconds", BEYOND)
def test_a_backup_and_a_database_of_any_year_are_told_and_used(memory: Path, seconds: int) -> None:
    office = Office.filled(memory)
    copy = safekeeping.backup(office.path, None)
    os.utime(copy, (seconds, seconds))
    size = readable_size(copy.stat().st_size)
    assert told(office)["cadangan terakhir"] == f"{copy.name}, waktunya tidak diketahui, {size}"
    os.utime(office.path, (seconds, seconds))
    assert safekeeping.restore(office.path, copy, lambda: datetime.now(UTC)) is not None
    assert office.findings() == []


def test_a_clock_before_1970_keeps_nobody_from_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office.filled(tmp_path)
    monkeypatch.setattr(time, "time", lambda: -5_000_000_000.0)

    def clock() -> datetime:
        return datetime(1811, 7, 23, 8, 0, tzinfo=UTC)

    with Writer(office.path, clock) as writer, writer.change("uji") as work:
        work.insert("unit", [{"kode": "9", "nama": "Baru"}])
    _, sent = sending.export(
        office.path, 2017, "1", tmp_path / "keluar", "bkd", clock, sebagian=True
    )
    assert sent is not None
    assert [path.name for path in sent.berkas] == ["skp-1-2017.csv", "skp-1-2017.datapackage.json"]
    assert office.findings() == []


def test_a_clock_that_nothing_can_count_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def beyond() -> float:
        raise OverflowError("timestamp too large to convert to C _PyTime_t")

    monkeypatch.setattr(time, "time", beyond)
    done = call("--db", tmp_path / "skp.db", "atur", "tema", "terang")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert "Jam komputer ini menunjukkan tahun yang tidak mungkin." in done.err
    assert list(tmp_path.iterdir()) == []
