"""Names that look like markup or carry terminal signs, and every size, on the office's screens."""

from dataclasses import replace

import pytest

from skp_tui.storage.reading import office_reader
from tests.ui.conftest import Open, Program
from tests.ui.test_screens_hostile import FORBIDDEN, NAMES

STEPS = (
    ("f6",), ("p",), ("t", "x"), ("escape",), ("f1",), ("escape",), ("f10",), ("escape",),
    ("escape",),
    ("p",), ("space",), ("plus",), ("p",), ("f2", "s", "i"), ("escape",), ("escape",), ("n",),
    ("1", "ctrl+s"), ("escape",), ("b",), ("enter",), ("f2",), ("tab", "s"), ("escape",),
    ("x", "escape"), ("b",), ("f8",), ("escape",), ("slash", "s", "i"), ("enter",), ("escape",),
    ("f1",), ("escape",), ("ctrl+n",), ("f1",), ("escape",), ("ctrl+s",), ("escape",), ("escape",),
    ("o",), ("enter",), ("x", "ctrl+s"), ("escape",), ("b",), ("ctrl+n",), ("escape",),
    ("f8",), ("y",), ("tab",), ("enter",), ("escape",), ("ctrl+n",), ("escape",), ("tab",),
    ("enter",), ("escape",), ("ctrl+n",), ("enter",), ("s",), ("enter",), ("escape",), ("b",),
    ("f8",), ("y",), ("ctrl+z",), ("f1",), ("escape",), ("escape",),
    ("a",), ("f2",), ("escape",), ("escape",), ("f10",), ("d",), ("escape",),
    ("d",), ("ctrl+n",), ("tab", "tab", "f2"), ("escape",), ("escape",), ("b",), ("enter",),
    ("escape",), ("f1",), ("escape",), ("f8",), ("escape",),
    ("v",), ("enter",), ("8", "tab", "x", "ctrl+s"), ("f8",), ("escape",), ("end", "enter"),
    ("escape",), ("f1",), ("escape",), ("escape",),
)  # fmt: skip


async def walk(program: Program) -> None:
    """Visit every screen and window of the office."""
    for keys in STEPS:
        await program.press(*keys)
        assert program.app.is_running, keys
        assert not any(sign in program.screen_text() for sign in FORBIDDEN)
        program.app.clear_notifications()


@pytest.mark.parametrize("name", NAMES[:5:2] + NAMES[-1:], ids=range(4))
async def test_a_hostile_name_is_text_on_every_screen_of_the_office(
    open_program: Open, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    real = office_reader.read_office

    def hostile(connection: object) -> office_reader.Kantor:
        kantor = real(connection)  # type: ignore[arg-type]  # handed on
        people = {
            nip: replace(
                satu, nama=name, jabatan=name, penilai=replace(satu.penilai, nama=name, unit=name)
            )
            for nip, satu in kantor.people.items()
        }
        units = {kode: replace(unit, nama=name) for kode, unit in kantor.units.items()}
        return office_reader.Kantor(units, people)

    # as if it had come into the database before anything cleaned it
    for place in (
        "storage.reading.year_reader",
        "storage.reading.records",
        "services.office.listing",
    ):
        monkeypatch.setattr(f"skp_tui.{place}.read_office", hostile)
    monkeypatch.setattr("skp_tui.ui.screens.unit.read.read_office", hostile)
    async with open_program() as program:
        await walk(program)


@pytest.mark.parametrize("size", [(120, 40), (20, 5), (5, 2)])
async def test_every_screen_of_the_office_can_be_drawn_at_every_size(
    open_program: Open, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as program:
        await walk(program)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (20, 5)])
async def test_the_first_start_can_be_drawn_at_every_size(
    open_program: Open, size: tuple[int, int]
) -> None:
    async with open_program(empty=True, size=size) as program:
        await program.press("ctrl+s", "f1", "escape", "f10", "escape", "x", "tab", "f2")
        assert program.app.is_running


async def test_nothing_opens_in_an_office_without_people_but_says_what_comes_next(
    open_program: Open,
) -> None:
    async with open_program(empty=True) as program:
        for text in ("Umum", "1", "2017"):
            await program.type(text)
            await program.press("enter")
        await program.press("ctrl+s", "n")
        await program.press("f6")
        assert "0 lengkap" in program.screen_text()
        await program.press("f6")
        assert any("Tidak ada pegawai di Umum" in toast for toast in program.toasts())
        await program.press("escape", "p")
        assert "Ctrl+N menambah" in program.screen_text()
        await program.press("enter", "f8", "n", "p", "space", "plus", "escape", "o", "tab", "tab")
        assert "Tidak ada yang dikecualikan" in program.screen_text()
        await program.press("ctrl+n", "f8", "enter")
        assert any("Tambahkan tahun dan pegawai" in toast for toast in program.toasts())
