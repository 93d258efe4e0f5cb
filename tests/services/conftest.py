"""The small office, filled and empty, on which the use cases are tried."""

from pathlib import Path

import pytest

from tests.services.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office of three people; a module whose office differs has its own."""
    return Office.filled(tmp_path)


@pytest.fixture
def kosong(tmp_path: Path) -> Office:
    """Return an office in which nothing is stored."""
    return Office(tmp_path / "kosong.db")
