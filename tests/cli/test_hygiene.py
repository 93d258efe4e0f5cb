import inspect
import subprocess
import sys

import pytest

from skp_tui.cli.grammar import parse
from skp_tui.cli.screen import show
from tests.cli.calls import Desk
from tests.cli.office import BRAM
from tests.exchange.office_books import office_book

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
        ("dukungan",),
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


def test_a_call_without_words_opens_the_screen_as_the_parser_would() -> None:
    """It is not parsed: that alone would take a 40th of the start."""
    parsed = vars(parse([]))
    plain = {name: given.default for name, given in inspect.signature(show).parameters.items()}
    assert plain == {name: parsed[name] for name in plain}
    assert plain.keys() == parsed.keys() - {"run", "perintah"}
    assert "argparse" not in loaded()
    assert "argparse" in loaded("--contoh")


BOOKS = {"python_calamine", "xlsxwriter", "xlwt", "openpyxl", "odf"}


def test_a_csv_and_its_refused_rows_load_nothing_that_knows_workbooks(desk: Desk) -> None:
    path = desk.file("unit.csv", "kode,nama\n1,Badan\n,Tanpa kode\n")
    assert not BOOKS & loaded("--db", desk.db, "impor", "unit", path)
    assert (desk.folder / "unit.ditolak.csv").exists()
    assert not BOOKS & loaded("templat", "unit", "--ke", desk.folder / "t.csv")


@pytest.mark.parametrize("bentuk", ["xlsx", "xls", "ods"])
def test_a_workbook_loads_its_reader_and_its_own_writer_only(desk: Desk, bentuk: str) -> None:
    rows = [["kode", "nama"], ["1", "Badan"], ["", "Tanpa kode"]]
    path = desk.file(f"unit.{bentuk}", office_book(bentuk, {"A": rows}))
    done = BOOKS & loaded("--db", desk.db, "impor", "unit", path)
    writers = {"xlsx": {"xlsxwriter"}, "xls": {"xlwt"}, "ods": set[str]()}
    assert done - {"python_calamine"} == writers[bentuk]
    assert (desk.folder / f"unit.ditolak.{bentuk}").exists()
