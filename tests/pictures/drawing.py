"""Draws every screen of the sample office, always the same: a fixed clock and fixed places."""

import os
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager, chdir, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from unittest.mock import patch

from rich.segment import Segment
from textual.strip import Strip

from skp_tui.services.base.database import prepare
from skp_tui.services.keeping.sample import fill_with_sample, folder_of
from skp_tui.services.keeping.sitting import sitting
from skp_tui.services.keeping.support import BagianAkun
from skp_tui.ui.app import SkpApp
from skp_tui.ui.terminal.themes import DEFAULT
from tests.pictures.scenes import FIRST, ROUND, YEAR_2017, YEAR_2025, Scene
from tests.pictures.svg import draw
from tests.ui.conftest import Program
from tests.ui.visits import home

SIZE: Final = (80, 24)
IN_2018: Final = datetime(2018, 1, 19, 10, 42, 7, tzinfo=UTC)
IN_2026: Final = datetime(2026, 1, 9, 10, 42, 7, tzinfo=UTC)
STICK: Final = Path("flashdisk")
"""Where files come from and go to; a relative name, so that nobody's folders are in a picture."""
EDITED: Final = (
    ("195906121985031942,", '"1,95906E+17",'),
    ("IV/b", "IV/f"),
    ("Pengelola Kepegawaian", "Analis Kepegawaian"),
    ("Pengadministrasi Umum", "Pengelola Arsip"),
    ("198409102010011920,", "198409102010011921,"),
)
"""What somebody has since changed in the list of employees on the stick, or broken."""
TERMINAL: Final = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "id_ID.UTF-8"}
"""What the system says of itself in the pictures."""
COMPUTER: Final = (
    BagianAkun(
        "Versi",
        (
            ("skp-tui", "0.1.0"),
            ("Python", "3.11.9 64-bit"),
            ("SQLite", "3.45.1"),
            ("sistem", "Windows 10 (AMD64)"),
        ),
    ),
    BagianAkun("Basis data", (("skema", "6"), ("ukuran", "1,2 MB"), ("dipegang", "layar ini"))),
    BagianAkun(
        "Cadangan dan galat", (("cadangan terakhir", "19-01-2018 08.00"), ("galat", "tidak ada"))
    ),
)
"""The computer on the picture of Dukungan, as invented as the people."""
OFFICE: Final = (2017, 2021, 2025)


@dataclass(frozen=True, slots=True)
class Look:
    """How pictures are made: the theme and the size of the window."""

    theme: str = DEFAULT
    size: tuple[int, int] = SIZE


@dataclass(frozen=True, slots=True)
class Group:
    """Scenes on one database, seen at one time; ``fresh`` where each needs its own."""

    scenes: Sequence[Scene]
    now: datetime
    years: tuple[int, ...] = ()
    contoh: bool = False
    fresh: bool = False


GROUPS: Final = (
    Group(FIRST, IN_2018),
    Group(YEAR_2017, IN_2018, (2017,)),
    Group(YEAR_2025, IN_2026, OFFICE),
    Group(ROUND, IN_2018, (2017,), contoh=True, fresh=True),
)


async def pictures(look: Look = Look()) -> AsyncIterator[tuple[Scene, str]]:
    """Yield every scene with its picture."""
    for group in GROUPS:
        async for drawn in of_group(group, look):
            yield drawn


async def of_group(group: Group, look: Look) -> AsyncIterator[tuple[Scene, str]]:
    """Yield the scenes of a group with their pictures."""
    portions = [[scene] for scene in group.scenes] if group.fresh else [group.scenes]
    for scenes in portions:
        async with opened(group, look) as program:
            for scene in scenes:
                yield scene, await _picture(program, scene)
                if group.years and not group.fresh:
                    await _go_home(program)


@asynccontextmanager
async def opened(group: Group, look: Look) -> AsyncIterator[Program]:
    """Open the program on a fresh database of a group."""
    with _desk(group) as path, sitting(path, lambda: group.now) as own:
        app = SkpApp(own, {"tema": look.theme}, today=group.now.date(), contoh=group.contoh)
        app.last_folder, app.import_folder = STICK, STICK
        async with app.run_test(size=look.size) as pilot:
            program = Program(app, pilot, own, path.parent / "galat.log")
            await program.settle()
            yield program


@contextmanager
def _desk(group: Group) -> Iterator[Path]:
    """Make a folder with a database and a stick of files, and stand in it."""
    with ExitStack() as desk:
        name = desk.enter_context(TemporaryDirectory(prefix="skp-gambar-"))
        desk.enter_context(chdir(name))
        kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
        desk.enter_context(patch.dict(os.environ, TERMINAL | kept, clear=True))
        desk.enter_context(
            patch("skp_tui.ui.screens.support.screen.account", lambda *_, **__: COMPUTER)
        )
        path = Path("skp.db")
        if group.years:
            fill_with_sample(path, lambda: group.now, group.years)
            _fill_stick(folder_of(group.years[0]), group.now)
        else:
            prepare(path)
        yield path


def _fill_stick(source: Path, now: datetime) -> None:
    STICK.mkdir()
    for file in sorted(source.iterdir()):
        target = STICK / file.name
        text = file.read_text(encoding="utf-8")
        for right, wrong in EDITED:
            text = text.replace(right, wrong, 1)
        target.write_text(text, encoding="utf-8", newline="\n")
        os.utime(target, (now.timestamp(), now.timestamp()))


async def _picture(program: Program, scene: Scene) -> str:
    for key in scene.keys:
        await (program.type(key) if len(key) == 1 else program.press(key))
    before, now = "", _drawn(program)
    while now != before:
        # bars and windows may be drawn once more after all messages
        await program.settle()
        before, now = now, _drawn(program)
    return now


def _drawn(program: Program) -> str:
    strips = program.app.screen._compositor.render_strips()
    return draw([_without_place(strip) for strip in strips], program.app.size.width)


def _without_place(strip: Strip) -> Strip:
    """Name the stick alone where a screen names the folder of this run."""
    place = str(Path.cwd() / STICK)
    if place not in strip.text:
        return strip
    short = str(STICK).ljust(len(place))
    return Strip([Segment(one.text.replace(place, short), one.style) for one in strip])


async def _go_home(program: Program) -> None:
    await home(program)
    await program.press("escape", "home")
