"""Every screen writes where one of them wrote last in this sitting, else where Impor begins."""

from pathlib import Path

import pytest
from textual.widgets import Static

from skp_tui.ui.screens.frame.file_saving import LOST
from tests.ui.conftest import Open, Program
from tests.ui.test_send import go_to, send_screen


def offered(program: Program) -> str:
    """Return what a window that asks for a name says of the place."""
    return str(program.app.screen.query_one(".window-text", Static).render())


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Start the program in a folder of one's own."""
    folder = tmp_path / "kerja"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def test_a_list_an_explanation_and_the_manual_go_where_was_sent_last(
    open_program: Open, work: Path
) -> None:
    async with open_program(size=(200, 24)) as program:
        await program.press("f6")
        assert send_screen(program).place == str(work)
        await program.press("escape")
        await go_to(program, "stik")
        await program.press("f6", "y")
        await program.press("escape", "escape")
        for keys in (("h", "s"), ("f9", "s"), ("f1", "p")):
            await program.press(*keys)
            assert f"Di {work / 'stik'};" in offered(program), keys
            await program.press("enter")
            await program.press("escape")
    kinds = sorted(path.suffix for path in (work / "stik").iterdir())
    assert kinds == [".csv", ".csv", ".json", ".pdf", ".pdf", ".txt"]
    assert [path.name for path in work.iterdir()] == ["stik"]


async def test_kirim_offers_the_folder_of_a_list_that_was_written_elsewhere(
    open_program: Open, work: Path, tmp_path: Path
) -> None:
    other = tmp_path / "lain"
    other.mkdir()
    async with open_program(size=(200, 24)) as program:
        await program.press("h", "s", "ctrl+u")
        await program.type(f"{other}/rekap.csv")
        await program.press("enter")
        await program.press("escape", "f6")
        assert send_screen(program).place == str(other)
    assert [path.name for path in other.iterdir()] == ["rekap.csv"]
    assert not list(work.iterdir())


async def test_a_folder_only_typed_in_kirim_is_not_made_by_another_screen(
    open_program: Open, work: Path
) -> None:
    async with open_program(size=(200, 24)) as program:
        await go_to(program, "stikk")
        await program.press("escape", "escape", "h", "s")
        assert f"Di {work};" in offered(program)
        await program.press("enter")
        await program.press("escape", "f6")
        assert send_screen(program).place == str(work)
    assert len(list(work.iterdir())) == 1


async def test_what_the_sample_office_writes_is_said_to_go_with_it(open_program: Open) -> None:
    async with open_program(contoh=True, size=(200, 24)) as program:
        place = program.sitting.path.parent / "kiriman"
        await program.press("h", "s")
        assert f"Di {place};" in offered(program)
        assert LOST in offered(program)
        await program.press("enter")
        assert program.toasts()[-1].startswith(f"Tersimpan: {place}")
