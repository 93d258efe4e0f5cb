"""Mengapa: the explanation is handed on as a text file, wherever somebody wants it."""

from pathlib import Path

import pytest

from tests.ui.conftest import Open, Program

NAME = "mengapa-sari-contoh--s-sos.txt"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "kerja"
    (folder / "map").mkdir(parents=True)
    monkeypatch.chdir(folder)


async def save_as(program: Program, typed: str) -> None:
    """Save the explanation of Sari's value under a typed name."""
    await program.open("sari")
    await program.press("f9", "s")
    await program.press(*["backspace"] * 60)
    await program.type(typed)
    await program.press("enter")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("sari", "sari.txt"),
        ("map/sari.md", "map/sari.md"),
        (".", NAME),
        ("map", f"map/{NAME}"),
        ("baru/", f"baru/{NAME}"),
    ],
)
async def test_s_writes_the_steps_where_they_are_wanted(
    open_program: Open, typed: str, written: str
) -> None:
    async with open_program() as program:
        await save_as(program, typed)
        assert program.toasts()[-1].startswith("Tersimpan: ")
    assert "Mengapa 87,60 (Baik)?" in Path(written).read_text(encoding="utf-8")


async def test_a_place_that_cannot_be_one_is_told_and_nothing_is_written(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await save_as(program, "~abc-tidak-ada/sari.txt")
        assert "map pemakai yang tidak dikenal" in program.toasts()[-1]
        assert program.app.is_running
    assert [path.name for path in Path.cwd().iterdir()] == ["map"]
