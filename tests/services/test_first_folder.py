"""Files are looked for at first where somebody started the program on purpose, else at home."""

from pathlib import Path

import pytest

from skp_tui.services.imports.folders import first_folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "rumah" / "skp").mkdir(parents=True)
    (tmp_path / "program").mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "rumah"))
    return tmp_path / "rumah"


@pytest.mark.parametrize(
    ("here", "first"), [("skp", "skp"), (".", "."), ("..", "."), ("../program", ".")]
)
def test_where_files_are_looked_for_at_first(
    home: Path, monkeypatch: pytest.MonkeyPatch, here: str, first: str
) -> None:
    monkeypatch.chdir(home / here)
    assert first_folder() == (home / first).resolve()


def test_a_working_directory_that_is_gone_leads_home(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = home / "skp" / "lama"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert first_folder() == home
