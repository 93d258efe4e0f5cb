"""Empty lists: each says in a sentence why it is empty, with a key that works there."""

import re
from pathlib import Path

import pytest

from skp_tui.services.base.database import prepare
from skp_tui.services.base.editing import save_records
from skp_tui.services.keeping.sitting import sitting
from skp_tui.services.office.starting import start_office
from skp_tui.ui.actions.model import Action
from skp_tui.ui.actions.registry import Room, actions_of
from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.widgets.grid.view import GridView
from tests.ui.conftest import Open, clock

BUDI = {
    "nip": "198105062006041921",
    "nama": "Budi Rekaan",
    "unit": "1.1.2",
    "golongan": "III/a",
    "jabatan": "Arsiparis",
}

NOBODY: tuple[tuple[Room, int, tuple[str, ...]], ...] = (
    (Room.UNIT, 2017, ()),
    (Room.UNIT, 2025, ()),
    (Room.PEGAWAI, 2017, ("p",)),
    (Room.UNIT_PERIODE, 2017, ("o", "tab", "tab")),
    (Room.SEPAKAT, 2017, ("k",)),
    (Room.PERILAKU, 2017, ("r",)),
    (Room.EVALUASI, 2025, ("r",)),
    (Room.ANGKA_KREDIT, 2025, ("n",)),
    (Room.KIRIM, 2017, ("f6",)),
    (Room.KIRIMAN, 2017, ("f6", "r")),
    (Room.REKAP, 2017, ("h", "tab", "tab")),
    (Room.IMPOR, 2017, ("f5", "tab")),
)
"""Where a unit without a single employee leaves a list empty."""

ONE: tuple[tuple[Room, int, tuple[str, ...]], ...] = (
    (Room.UNIT, 2017, ("3",)),
    (Room.UNIT, 2017, ("slash", "q")),
    (Room.UNIT, 2017, ("1", "slash", "q")),
    (Room.ISI, 2017, ("enter",)),
    (Room.KINERJA, 2025, ("enter",)),
    (Room.KEMAJUAN, 2017, ("m",)),
    (Room.CATATAN, 2017, ("c",)),
    (Room.SALIN, 2017, ("enter", "ctrl+o")),
    (Room.SALIN_PILIH, 2017, ("enter", "ctrl+n", "x", "enter", "escape", "escape", "s", "enter")),
    (Room.PEGAWAI, 2017, ("p", "slash", "q")),
    (Room.SEPAKAT, 2017, ("k", "slash", "q")),
    (Room.REKAP, 2017, ("h", "slash", "q")),
    (Room.JEJAK, 2017, ("j", "slash", "q")),
    (Room.IMPOR, 2017, ("f5", "slash", "q")),
)
"""Where an employee of whom nothing is entered, or words that fit nobody, leave a list empty."""


LISTS: tuple[tuple[int, Room, int, tuple[str, ...]], ...] = (
    *((0, *case) for case in NOBODY),
    *((1, *case) for case in ONE),
)
NAMES = [f"{room}-{tahun}-{people}-{'+'.join(keys)}" for people, room, tahun, keys in LISTS]


def make_office(path: Path, tahun: int, people: int) -> None:
    """Make a database with a unit, a year, and at most one employee of whom nothing is entered."""
    prepare(path)
    answers = {"nama": "Subbagian Umum", "kode": "1.1.2", "tahun": str(tahun)}
    with sitting(path, clock) as own:
        assert not own.submit(lambda writer: start_office(writer, answers)).result().ditolak
        if people:
            rows = [BUDI]
            done = own.submit(lambda writer: save_records(writer, "pegawai", rows, "pegawai"))
            assert not done.result().ditolak


def empty_lists(screen: Frame) -> list[GridView]:
    """Return the lists that are seen and have no row."""
    return [grid for grid in screen.query(GridView) if not grid.rows and grid.size.height > 1]


def works(action: Action, sentence: str) -> bool:
    """Say whether a sentence names the key of an action that its room has."""
    return bool(action.label) and re.search(rf"\b{re.escape(action.label)}\b", sentence) is not None


@pytest.mark.parametrize("size", [(80, 24), (50, 20)])
@pytest.mark.parametrize(("people", "room", "tahun", "keys"), LISTS, ids=NAMES)
async def test_an_empty_list_says_why_and_which_key_comes_next(
    open_program: Open,
    tmp_path: Path,
    people: int,
    room: Room,
    tahun: int,
    keys: tuple[str, ...],
    size: tuple[int, int],
) -> None:
    make_office(tmp_path / "skp.db", tahun, people)
    folder = tmp_path / "kosong"
    folder.mkdir()
    async with open_program(size=size) as program:
        program.app.last_folder = program.app.import_folder = folder
        for key in keys:
            await program.press(key)
        screen = program.app.screen
        assert isinstance(screen, Frame), program.screen_text()
        assert screen.room is room, program.screen_text()
        # of two lists that hang together one speaks for both
        lists = [grid for grid in empty_lists(screen) if grid._drawing.words.empty]
        assert lists, program.screen_text()
        for grid in lists:
            words = grid._drawing.words.empty.split()
            said = " ".join(words)  # some of its blanks keep words together
            shown = " ".join(grid.render_line(y).text.strip(" >") for y in range(grid.size.height))
            assert said in " ".join(shown.split()), program.screen_text()
            assert said.endswith("."), said
            assert any(works(action, said) for action in actions_of(room)) or "Esc" in said, said
