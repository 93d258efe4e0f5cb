"""A desk for each test: a folder of its own with a database, empty or with a small office."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.cli.calls import Desk
from tests.cli.office import fill_office

settings.register_profile("cli", deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("cli")


@pytest.fixture(autouse=True)
def _no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every call away from the real user's data and log."""
    home = tmp_path / "rumah"
    monkeypatch.delenv("SKP_TUI_DB", raising=False)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "USERPROFILE", "LOCALAPPDATA"):
        monkeypatch.setenv(name, os.fspath(home))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a desk without a database yet."""
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the database of the small office, to be copied and never written."""
    desk = Desk(tmp_path_factory.mktemp("kantor"))
    fill_office(desk)
    return desk.db


@pytest.fixture
def office(tmp_path: Path, filled: Path) -> Desk:
    """Return a desk with the small office of ``office.py``."""
    desk = Desk(tmp_path)
    shutil.copyfile(filled, desk.db)
    return desk
