"""Every screen and window that shows what users typed, visited by keys alone."""

from collections.abc import Iterable
from typing import NamedTuple

from skp_tui.services.office.configuring import change_setting
from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.frame.frame import Frame
from tests.ui.conftest import TAHUN, Program
from tests.ui.rated import open_2025

Steps = tuple[tuple[str, ...], ...]
LOOK: Steps = (("f1",), ("escape",), ("f10",), ("escape",))
"""Help and menu, which every screen has."""


class Visit(NamedTuple):
    """Go somewhere from the Unit screen by ``keys``, and press what is pressed there."""

    keys: tuple[str, ...]
    room: Room
    steps: Steps = LOOK


YEAR_2017 = (
    Visit(("escape",), Room.UNIT, (*LOOK, ("u",), ("escape",), ("t",), ("escape",),
          ("ctrl+p", "w", "a", "y", "a", "n"), ("escape",), ("slash", "a", "a"), ("escape",),
          ("4",), ("0",), ("home",))),
    Visit(("f9",), Room.MENGAPA, (*LOOK, ("s",), ("escape",))),
    Visit(("f5",), Room.IMPOR, (*LOOK, ("u",), ("escape",))),
    Visit(("j",), Room.JEJAK, (*LOOK, ("o",), ("enter",), ("escape",))),
    Visit(("s",), Room.SALIN_PILIH, (*LOOK, ("enter", "plus"), ("enter",))),
    Visit(("o", "tab", "b"), Room.TAHUN_BARU),
    Visit(("m",), Room.KEMAJUAN, (*LOOK, ("ctrl+n",), ("escape",), ("tab",), ("ctrl+r",))),
    Visit(("c",), Room.CATATAN, (*LOOK, ("ctrl+n",), ("escape",))),
    Visit(("l",), Room.LEMBAR, (*LOOK, ("s",), ("enter",), ("escape",))),
    Visit(("h",), Room.REKAP, (*LOOK, ("slash", "s"), ("escape",), ("down", "enter"), ("escape",),
          ("tab",), ("tab",), ("enter",), ("escape",), ("s",), ("escape",))),
    Visit(("r",), Room.PERILAKU, (*LOOK, ("f9",), ("escape",), ("8", "5", "enter"),
          ("ctrl+b", "down", "ctrl+d"), ("ctrl+z",))),
    Visit(("4", "r"), Room.PERILAKU),
    Visit(("0", "home", "enter"), Room.ISI, (*LOOK, ("f9",), ("escape",), ("end",), ("ctrl+end",),
          ("f4",), ("f3",), ("ctrl+o",), ("enter",), ("escape",), ("ctrl+n", "x", "enter"),
          ("f8",), ("ctrl+z",), ("ctrl+z",), ("ctrl+s",), ("ctrl+e",), ("escape",))),
    Visit(("enter", "ctrl+k"), Room.KEMAJUAN),
    Visit(("enter", "ctrl+o"), Room.SALIN),
    Visit(("enter", "ctrl+l"), Room.LEMBAR),
    Visit(("ctrl+n",), Room.FORM, (*LOOK, ("x", "tab", "y"), ("ctrl+s",), ("escape",), ("b",))),
    Visit(("k",), Room.SEPAKAT, (*LOOK, ("plus", "s"), ("enter",), ("enter",))),
    Visit(("f10", "-"), Room.TOMBOL, (*LOOK, ("t",), ("c",), ("c",), ("f10", "f10"), ("escape",))),
    Visit(("f10", "+"), Room.DUKUNGAN, (*LOOK, ("end",), ("s",), ("escape",))),
)  # fmt: skip
SENDING = (
    Visit(("f6",), Room.KIRIM, (*LOOK, ("f6", "y"), ("escape",))),
    Visit(("f6",), Room.KIRIM, (("u",), ("u",), ("p",), ("p",), ("p",), ("p",))),
    Visit(("f6", "r"), Room.KIRIMAN),
    Visit(("f6", "r", "enter"), Room.KIRIMAN_ISI, (*LOOK, ("slash", "s"), ("escape",), ("end",))),
)
YEAR_2025 = (
    Visit(("b",), Room.SEBARAN, (*LOOK, ("1",), ("2",), ("end", "enter"), ("escape",),
          ("ctrl+z",))),
    Visit(("n",), Room.ANGKA_KREDIT, (*LOOK, ("end",), ("f9",), ("escape",), ("slash", "s"),
          ("escape",), ("s",), ("escape",))),
    Visit(("r",), Room.EVALUASI, (*LOOK, ("1", "x", "2"), ("f9",), ("escape",),
          ("up", "right", "3"), ("ctrl+b", "down", "2"), ("ctrl+z",), ("ctrl+g",), ("escape",),
          ("ctrl+g", "1"), ("2",), ("ctrl+g", "t"), ("ctrl+home",), ("delete",))),
    Visit(("home", "enter"), Room.KINERJA, (*LOOK, ("ctrl+n", "x", "enter"), ("end",), ("tab",),
          ("tab",), ("tab",), ("f4",), ("f3",), ("f9",), ("escape",))),
)  # fmt: skip


async def walk(program: Program) -> list[str]:
    """Visit every screen of both years; return all that was to be seen."""
    program.app.last_folder = program.app.import_folder = program.log.parent
    views = await _visit(program, YEAR_2017)
    await _goal(program)
    views += await _visit(program, SENDING)
    await open_2025(program)
    return views + await _visit(program, YEAR_2025)


async def _goal(program: Program) -> None:
    """Say where packages go, and change what they hold."""
    await program.press("f6", "t", "ctrl+u")
    await program.type(str(program.sitting.path.parent / "kirim"))
    await program.press("enter")
    program.write(lambda writer: change_setting(writer, "target_indikator", "97,5", TAHUN))
    await home(program)


async def _visit(program: Program, visits: Iterable[Visit]) -> list[str]:
    views = []
    for keys, room, steps in visits:
        await program.press(*keys)
        here = program.app.screen
        assert isinstance(here, Frame), (keys, program.screen_text())
        assert here.room is room, (keys, here.room, program.screen_text())
        views.append(program.screen_text())
        for step in steps:
            await program.press(*step)
            assert program.app.is_running, (keys, step)
            views.append(program.screen_text())
        await home(program)
    return views


async def home(program: Program) -> None:
    """Go back to the Unit screen, leaving everything as Escape leaves it."""
    for _ in program.app.screen_stack * 2:
        if program.at(program.unit):
            break
        await program.press("escape")
    assert program.at(program.unit), program.screen_text()
