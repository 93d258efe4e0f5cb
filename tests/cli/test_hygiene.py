import subprocess
import sys

import pytest

from tests.cli.calls import Desk
from tests.cli.office import BRAM

HEAVY = ("textual", "sqlmodel", "sqlalchemy", "pydantic", "rich")
WRITING = ("textual", "sqlmodel", "sqlalchemy", "pydantic")


def loaded(*arguments: object) -> set[str]:
    """Return the packages that a call has loaded when it ends."""
    program = (
        "import sys\nfrom skp_tui.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "sys.stderr.write(' '.join({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("words", ["--help", "--version", "impor --help", "salah"])
def test_help_loads_nothing_heavy(words: str) -> None:
    assert loaded(*words.split()).isdisjoint(HEAVY)


@pytest.mark.parametrize(
    "command",
    [
        ("rekap", "--tahun", "2017"),
        ("rekap", "--tahun", "2017", "--json"),
        ("nilai", "--tahun", "2017", "--nip", BRAM),
        ("periksa",),
        ("cadangkan",),
        ("atur",),
        ("ekspor", "--tahun", "2017", "--profil", "data", "--ke", "."),
    ],
    ids=" ".join,
)
def test_looking_never_loads_what_only_writing_needs(
    office: Desk, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    assert loaded("--db", office.db, *command).isdisjoint(WRITING)


def test_the_test_itself_would_notice(desk: Desk) -> None:
    path = desk.file("unit.csv", "kode,nama\n1,Badan\n")
    assert "sqlmodel" in loaded("--db", desk.db, "impor", "unit", path)
