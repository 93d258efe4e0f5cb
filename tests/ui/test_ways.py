"""The whole copy of the database that the start screen keeps, wherever somebody wants it."""

from pathlib import Path

import pytest

from skp_tui.storage.database.looking import reading
from skp_tui.ui.screens.frame.ask import TextScreen
from skp_tui.ui.screens.unit.screen import UnitScreen
from tests.ui.conftest import Open, Program

COPY = "skp-salinan.db"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "kerja"
    (folder / "map").mkdir(parents=True)
    (folder / "berkas").write_text("", encoding="utf-8")
    monkeypatch.chdir(folder)


async def keep_as(program: Program, typed: str) -> None:
    """Keep a copy under a typed name."""
    await program.press("f10", "g", *["backspace"] * 120)
    await program.type(typed)
    await program.press("enter")


@pytest.mark.parametrize(
    ("typed", "written"), [("a.db", "a.db"), (".", COPY), ("map", f"map/{COPY}")]
)
async def test_a_copy_lies_where_it_is_wanted(open_program: Open, typed: str, written: str) -> None:
    async with open_program() as program:
        await keep_as(program, typed)
        assert program.toasts()[-1].startswith("Salinan tersimpan: ")
    with reading(Path(written)) as connection:
        assert connection.execute("SELECT count(*) FROM pegawai").fetchone()[0] > 1


async def test_the_letter_of_the_menu_is_not_a_key_of_the_screen_below_too(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("f10", "g")
        assert [type(found) for found in program.app.screen_stack[1:]] == [UnitScreen, TextScreen]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("~abc-tidak-ada/a.db", "map pemakai yang tidak dikenal"),
        ("berkas/a.db", "berkas tidak dapat menjadi map"),
    ],
)
async def test_a_place_that_cannot_be_one_is_told_in_one_sentence(
    open_program: Open, typed: str, words: str
) -> None:
    async with open_program() as program:
        await keep_as(program, typed)
        assert words in program.toasts()[-1]
        assert program.at(program.unit)
    assert {path.name for path in Path.cwd().iterdir()} == {"map", "berkas"}
