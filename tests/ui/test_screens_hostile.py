"""Names that look like markup or carry terminal signs walk through every screen."""

from dataclasses import replace

import pytest

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.services import entry
from skp_tui.services.configuring import change_setting
from skp_tui.services.recording import Tempat
from tests.ui.conftest import TAHUN, Open, Program
from tests.ui.rated import open_2025

NAMES = (
    "[@click=app.quit]Siti[/]",
    "Siti [/]",
    "Siti [[/]] [red",
    "Siti \x1b]52;c;aGFsbw==\x07\x1b[2J\u202eitiS",
    "Siti " + "x" * 60,
    "Siti " + "y" * 10_000,
)
FORBIDDEN = ("\x1b", "\x07", "\u202e", "\u200f", "\x9b")


async def walk(program: Program) -> None:
    """Visit every screen and window that shows a name."""
    program.app.last_folder = program.app.import_folder = program.log.parent
    views = [program.screen_text()]
    steps = (
        ("f9",), ("s",), ("escape",), ("escape",), ("f10",), ("escape",), ("f1",), ("escape",),
        ("u",), ("escape",), ("t",), ("escape",),
        ("f5", "u"), ("escape",), ("f1",), ("escape",), ("f10",), ("escape",), ("escape",),
        ("j",), ("o",), ("enter",), ("escape",), ("escape",),
        ("s",), ("enter", "plus"), ("enter",), ("escape",), ("escape",), ("escape",),
        ("o", "tab", "b"), ("escape",), ("escape",), ("ctrl+p", "s", "i", "t", "i"), ("escape",),
        ("m",), ("ctrl+n",), ("escape",), ("tab",), ("ctrl+r",), ("escape",), ("c",), ("ctrl+n",),
        ("escape",), ("escape",),
        ("k", "plus", "s"), ("enter",), ("enter",), ("escape",), ("escape",),
        ("l", "s"), ("enter",), ("escape",), ("b", "escape"), ("escape",),
        ("h",), ("slash", "s"), ("escape",), ("down", "enter"), ("escape",), ("tab",), ("tab",),
        ("enter",), ("escape",), ("s",), ("escape",), ("f1",), ("escape",), ("f10",), ("escape",),
        ("escape",),
        ("r",), ("f9",), ("escape",), ("f1",), ("escape",), ("f10",), ("escape",),
        ("8", "5", "enter"), ("ctrl+b", "down", "ctrl+d"), ("ctrl+z",), ("escape",),
        ("4", "r"), ("escape",), ("0",),
        ("slash", "s", "i", "t", "i"), ("enter",), ("enter",), ("f9",), ("escape",), ("f1",),
        ("escape",), ("f10",), ("escape",), ("end",), ("ctrl+end",), ("f4",), ("f3",),
        ("ctrl+o",), ("enter",), ("escape",), ("escape",),
        ("ctrl+n", "x", "enter"), ("f8",), ("ctrl+z",), ("ctrl+z",), ("ctrl+s",),
        ("ctrl+k",), ("escape",), ("ctrl+e",), ("escape",),
        ("ctrl+l",), ("k",), ("escape",), ("escape",), ("escape",),
    )  # fmt: skip
    for keys in steps:
        await program.press(*keys)
        assert program.app.is_running, keys
        views.append(program.screen_text())
    views += await walk_sending(program)
    views += await walk_pattern(program)
    views += await walk_2025(program)
    for view in views:
        assert not any(sign in view for sign in FORBIDDEN)


async def walk_pattern(program: Program) -> list[str]:
    """Look at the distribution and the angka kredit of a year that has them."""
    await open_2025(program)
    views = []
    steps = (
        ("b",), ("1",), ("2",), ("end", "enter"), ("escape",), ("f1",), ("escape",), ("f10",),
        ("escape",), ("ctrl+z",), ("escape",),
        ("n",), ("end",), ("f9",), ("escape",), ("slash", "s"), ("escape",), ("s",), ("escape",),
        ("f1",), ("escape",), ("f10",), ("escape",), ("escape",),
    )  # fmt: skip
    for keys in steps:
        await program.press(*keys)
        assert program.app.is_running, keys
        views.append(program.screen_text())
    return views


async def walk_sending(program: Program) -> list[str]:
    """Send a package and look at it, at what changed since, and at the other profiles."""
    views = []
    await program.press("f6", "t", "ctrl+u")
    await program.type(str(program.sitting.path.parent / "kirim"))
    program.write(lambda writer: change_setting(writer, "target_indikator", "97,5", TAHUN))
    steps = (
        ("f6", "y"), ("escape",), ("u",), ("u",), ("p",), ("p",), ("p",), ("p",), ("f1",),
        ("escape",), ("f10",), ("escape",), ("r",), ("f1",), ("escape",), ("enter",),
        ("slash", "s"), ("escape",), ("end",), ("f1",), ("escape",), ("f10",), ("escape",),
        ("escape",), ("escape",), ("escape",),
    )  # fmt: skip
    for keys in steps:
        await program.press(*keys)
        assert program.app.is_running, keys
        views.append(program.screen_text())
    return views


async def walk_2025(program: Program) -> list[str]:
    """Visit what there is from 2022 on only."""
    await program.press("o", "tab", "ctrl+n")
    await program.type("2025")
    await program.press("ctrl+s")
    await program.press("escape")
    await program.press("t", "home", "enter")
    views = [program.screen_text()]
    steps = (
        ("r",), ("1", "x", "2"), ("f1",), ("escape",), ("f10",), ("escape",), ("f9",), ("escape",),
        ("up", "right", "3"), ("ctrl+b", "down", "2"), ("ctrl+z",), ("ctrl+g",), ("escape",),
        ("ctrl+g", "1"), ("2",), ("ctrl+g", "t"), ("ctrl+home",), ("delete",), ("escape",),
    )  # fmt: skip
    for keys in steps:
        await program.press(*keys)
        assert program.app.is_running, keys
        views.append(program.screen_text())
    return views


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
async def test_a_hostile_name_is_text_on_every_screen(
    open_program: Open, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    from skp_tui.storage import office_reader  # noqa: PLC0415 - only here

    real = office_reader.read_office

    def hostile(connection: object) -> office_reader.Kantor:
        kantor = real(connection)  # type: ignore[arg-type]  # handed on
        people = {
            nip: replace(satu, nama=name, jabatan=name) for nip, satu in kantor.people.items()
        }
        units = {kode: replace(unit, nama=name) for kode, unit in kantor.units.items()}
        return office_reader.Kantor(units, people)

    # as if it had come into the database before anything cleaned it
    for place in ("year_reader.read_office", "office_reader.read_office"):
        monkeypatch.setattr(f"skp_tui.storage.{place}", hostile)
    monkeypatch.setattr("skp_tui.ui.screens.unit_read.read_office", hostile)
    async with open_program() as program:
        nip = program.unit.people.cursor_row or ""
        program.write(
            lambda writer: entry.save(
                writer, Tempat(TAHUN, nip), Kegiatan(40, name[:400], satuan=name[:40]), {"uraian"},
                f"kegiatan {name[:100]}", baru=True,
            )
        )  # fmt: skip
        program.unit.reload()
        await program.settle()
        await walk(program)


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
        assert program.screen_text().splitlines()[0].startswith(" SKP  Kepala Badan · 2017")
