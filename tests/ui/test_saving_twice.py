"""What the screen says of a cell is what the database holds, whichever write of it failed."""

from decimal import Decimal
from typing import Any

import pytest

from skp_tui.errors import DatabaseError
from skp_tui.services.entry import entry
from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.screens.support.copy_keeping import keep_copy
from skp_tui.ui.widgets.grid import messages as grid_messages
from tests.ui.conftest import Open, Program
from tests.ui.test_screens_isi import burst, kegiatan, slow_disk

KOLOM = "realisasi_kualitas"


def failing(monkeypatch: pytest.MonkeyPatch, *numbers: int) -> None:
    """Let the writes of these numbers fail, counted from 1."""
    real: Any = entry.save
    count = 0

    def save(*args: object, **named: object) -> object:
        nonlocal count
        count += 1
        if count in numbers:
            raise DatabaseError("Cakram penuh.")
        return real(*args, **named)

    monkeypatch.setattr(entry, "save", save)


def shown(program: Program) -> object:
    """Return what the screen counts with."""
    rows = program.isi.orang.penilaian.bagian[-1].kegiatan
    return next(getattr(satu, KOLOM) for satu in rows if satu.no == 3)


async def typed_twice(program: Program) -> None:
    """Put 50 into a cell, then type 60 and 70 into it before either is answered."""
    await program.open("wayan")
    await program.type("50")
    await program.press("enter")
    sheet = program.isi.sheet("kegiatan")
    key = next(row.key for row in sheet.rows if row.key.endswith("/3"))
    with slow_disk(program):
        for number in ("60", "70"):
            sheet.move_to(key, KOLOM)
            burst(program, *number, "enter")
            for _ in range(8):
                await program.pilot.pause()
    await program.settle()


@pytest.mark.parametrize(
    ("failed", "stays"),
    [((), 70), ((2,), 70), ((3,), 60), ((2, 3), 50)],
)
async def test_the_screen_says_what_is_stored_whichever_write_of_a_cell_failed(
    open_program: Open, monkeypatch: pytest.MonkeyPatch, failed: tuple[int, ...], stays: int
) -> None:
    failing(monkeypatch, *failed)
    async with open_program() as program:
        await typed_twice(program)
        assert kegiatan(program, 3).realisasi_kualitas == Decimal(stays)
        assert shown(program) == Decimal(stays)
        assert ("GAGAL" in program.line("headline")) == (3 in failed)


async def test_a_text_that_is_refused_late_goes_back_into_its_cell(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        sheet = program.isi.sheet("kegiatan")
        key = next(row.key for row in sheet.rows if row.key.endswith("/3"))
        sheet.post_message(grid_messages.CellSubmitted(sheet, key, KOLOM, "101", ""))
        await program.settle()
        assert sheet.refused_cells == ((key, KOLOM),)
        assert "paling tinggi 100" in program.screen_text()
        await program.press("escape")
        assert "GAGAL" not in program.line("headline")


async def test_who_leaves_before_a_write_fails_is_kept_at_its_cell(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, 1)
    async with open_program() as program:
        await program.open("wayan")
        with slow_disk(program):
            burst(program, "9", "0", "enter", "escape")
            for _ in range(8):
                await program.pilot.pause()
        await program.settle()
        assert program.at(program.isi)
        assert "Ada isian yang gagal disimpan" in program.toasts()[-1]
        assert [kolom for _, kolom in program.isi.sheet("kegiatan").refused_cells] == [KOLOM]
        await program.press("escape")
        assert "GAGAL" not in program.line("headline")


async def test_a_removal_that_fails_while_one_leaves_comes_back_to_its_person(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DatabaseError("Cakram penuh.")

    async with open_program() as program:
        await program.open("wayan")
        monkeypatch.setattr(entry, "remove", refuse)
        with slow_disk(program):
            burst(program, "f8", "f4")
            for _ in range(8):
                await program.pilot.pause()
        await program.settle()
        assert program.isi.orang.nama.startswith("Wayan")
        assert len(program.isi.sheet("kegiatan").rows) == 6


async def test_a_backup_that_fails_is_no_entry_that_is_lost(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DatabaseError("Cakram penuh.")

    monkeypatch.setattr("skp_tui.services.keeping.safekeeping.backup", refuse)
    async with open_program() as program:
        with slow_disk(program):
            keep_copy(program.unit, "salinan.db")
            burst(program, "ctrl+q")
            while not isinstance(program.app.screen, AskScreen):
                await program.pilot.pause()
        await program.settle()
        assert program.at(program.unit)
        assert program.toasts() == ["Cakram penuh."]
        assert "GAGAL" not in program.line("headline")
