"""Names that look like markup or carry terminal signs walk through every screen."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.ui.conftest import Open
from tests.ui.visits import walk

NAMES = (
    "[@click=app.quit]Siti[/]",
    "Siti [/]",
    "Siti [[/]] [red",
    "Siti \x1b]52;c;aGFsbw==\x07\x1b[2J\u202eitiS",
    "Siti " + "x" * 60,
    "Siti " + "y" * 10_000,
)
FORBIDDEN = ("\x1b", "\x07", "\u202e", "\u200f", "\x9b")


def tampered(path: Path, name: str) -> None:
    """Store a name where only a file from elsewhere could: past everything that cleans it."""
    with closing(sqlite3.connect(path)) as connection:
        people = (
            "nama", "jabatan", "penilai_nama", "penilai_jabatan", "penilai_unit",
            "atasan_penilai_nama",
        )  # fmt: skip
        connection.execute(
            f"UPDATE pegawai SET {', '.join(f'{kolom} = ?1' for kolom in people)}", (name,)
        )
        connection.execute("UPDATE unit SET nama = ?", (name,))
        connection.execute("UPDATE kegiatan SET uraian = ?1, satuan = ?1", (name,))
        connection.commit()


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
async def test_a_hostile_name_is_text_on_every_screen(
    open_program: Open, sample_file: Path, tmp_path: Path, name: str
) -> None:
    shutil.copy(sample_file, tmp_path / "skp.db")
    tampered(tmp_path / "skp.db", name)
    async with open_program() as program:
        for view in await walk(program):
            assert not any(sign in view for sign in FORBIDDEN)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (20, 5), (300, 100), (5, 2)])
async def test_every_screen_can_be_drawn_at_every_size(
    open_program: Open, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as program:
        await walk(program)


async def test_the_screen_follows_a_window_that_changes_its_size(open_program: Open) -> None:
    async with open_program() as program:
        for keys in (("enter",), ("f9",), ("escape",), ("escape",)):
            for width, height in ((40, 10), (200, 60), (20, 5), (80, 24)):
                await program.pilot.resize_terminal(width, height)
            await program.press(*keys)
        assert program.screen_text().splitlines()[0].startswith(" SKP · Kepala Badan · 2017")
