"""What is typed while something is read anew stays: on the screen as in the database."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from time import monotonic

import pytest

from skp_tui.services.base.editing import remove_person
from skp_tui.services.base.views import Orang
from skp_tui.ui.one_key import BOUND, GRACE
from skp_tui.ui.screens.cells.screen import CellScreen
from skp_tui.ui.screens.judging.perilaku import PerilakuScreen
from tests.ui.conftest import Open, Program
from tests.ui.test_screens_isi import burst, kegiatan, of, slow_disk

KOLOM = "realisasi_kualitas"
PATIENCE = 20
"""Seconds after which a test that waits for what never comes is given up."""


class SlowReads:
    """The reads that look at the database now, and answer only when they are let go."""

    def __init__(self, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        self.program, self.looked, self._gate = program, 0, threading.Event()
        real = program.sitting.reading

        @contextmanager
        def reading() -> Iterator[object]:
            with real() as connection:
                yield connection
            # the look is over: a read that goes on would keep the writer waiting
            self.looked += 1
            self._gate.wait(2 * PATIENCE)

        self._patch = monkeypatch.context()
        self._patch.__enter__().setattr(program.sitting, "reading", reading)

    async def until(self, happened: Callable[[], bool]) -> None:
        """Let the program go on until something has happened."""
        async with asyncio.timeout(PATIENCE):
            while not happened():
                await self.program.pilot.pause()

    async def all_stored(self, writes: int) -> None:
        """Wait until as many writes as said were begun, and all are answered."""
        app = self.program.app
        await self.until(lambda: app.looks.writes >= writes and not app.saving.pending)
        for _ in range(8):
            await self.program.pilot.pause()

    async def end(self) -> None:
        """Let all answers through."""
        self._patch.__exit__(None, None, None)
        self._gate.set()
        await self.program.settle()


async def undo_slowly(
    program: Program, monkeypatch: pytest.MonkeyPatch, *, waited: float = BOUND
) -> SlowReads:
    """Press Ctrl+Z, and keep the screens for some seconds from showing what is stored then."""
    reads, app = SlowReads(program, monkeypatch), program.app
    burst(program, "ctrl+z")
    await reads.until(lambda: reads.looked > 0 and app._waits_since is not None)
    app.now = lambda: monotonic() + waited
    return reads


async def typed(program: Program) -> str:
    """Type an outcome, go back to its cell and return the key of the row."""
    await program.open("wayan")
    await program.type("91")
    await program.press("enter", "up")
    return program.isi.sheet("kegiatan").cursor_row or ""


def cells(program: Program) -> CellScreen:
    screen = program.app.screen
    assert isinstance(screen, CellScreen)
    return screen


def listed(program: Program) -> Orang:
    assert program.unit.view is not None
    found = program.unit.view.of(of(program).nip)
    assert found is not None
    return found


async def test_what_is_typed_while_an_undo_is_read_stands_everywhere(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        key = await typed(program)
        reads = await undo_slowly(program, monkeypatch)
        burst(program, "7", "7", "enter")
        await reads.all_stored(3)
        await reads.end()
        assert kegiatan(program, 3).realisasi_kualitas == Decimal(77)
        sheet = program.isi.sheet("kegiatan")
        assert sheet.cell_text(key, KOLOM) == "77"
        assert program.isi.orang == of(program)
        await program.press("escape")
        assert listed(program) == of(program)


@pytest.mark.parametrize("rate", [False, True])
async def test_keys_wait_for_what_an_undo_brings_to_be_seen(
    open_program: Open, monkeypatch: pytest.MonkeyPatch, *, rate: bool
) -> None:
    async with open_program() as program:
        if rate:
            await program.press("r", "6", "1", "enter", "up")
        else:
            await typed(program)
        reads = await undo_slowly(program, monkeypatch, waited=0)
        burst(program, "7", "7", "enter")
        for _ in range(8):
            await program.pilot.pause()
        assert program.app.looks.writes == 2
        assert not cells(program).edit_open
        await reads.end()
        assert program.app.looks.writes == 3


async def test_a_row_that_is_removed_while_an_undo_is_read_stays_away(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        key = await typed(program)
        reads = await undo_slowly(program, monkeypatch)
        burst(program, "f8")
        await reads.all_stored(3)
        await reads.end()
        assert len(of(program).penilaian.bagian[0].kegiatan) == 5
        assert key not in [row.key for row in program.isi.sheet("kegiatan").rows]
        assert program.isi.orang == of(program)


async def test_a_cell_of_a_row_that_was_taken_back_does_not_bring_the_row_to_life(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("ctrl+n")
        await program.type("Menata arsip")
        await program.press("enter")
        assert len(of(program).penilaian.bagian[0].kegiatan) == 7
        reads = await undo_slowly(program, monkeypatch)
        burst(program, "5", "enter")
        await reads.all_stored(3)
        assert "Barisnya sudah tidak ada. Buka lagi" in program.screen_text()
        await reads.end()
        assert len(of(program).penilaian.bagian[0].kegiatan) == 6
        assert len(program.isi.sheet("kegiatan").rows) == 6
        assert program.toasts()[-1] == '"5" tidak tersimpan: barisnya sudah tidak ada.'
        assert "GAGAL" not in program.line("headline")
        await program.press("escape")
        assert program.at(program.unit)


async def test_a_row_that_is_begun_while_another_comes_back_takes_the_next_number(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        sheet = program.isi.sheet("kegiatan")
        last = sheet.rows[-1].key
        assert sheet.move_to(last, "uraian")
        before = kegiatan(program, 6)
        await program.press("f8")
        reads = await undo_slowly(program, monkeypatch)
        burst(program, "ctrl+n", *"Menata")
        await reads.until(lambda: program.isi.desk.draft is not None and sheet.edit_open)
        await reads.end()
        assert sheet.edit_open
        assert sheet.cursor_row != last
        await program.type(" arsip")
        await program.press("enter")
        assert kegiatan(program, 6) == before
        assert kegiatan(program, 7).uraian == "Menata arsip"
        assert program.isi.orang == of(program)


async def test_the_next_person_is_shown_as_stored_after_an_undo(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        key = await typed(program)
        await program.press("f4")
        await program.press("ctrl+z")
        await program.press("y")
        reads = SlowReads(program, monkeypatch)
        burst(program, "f3", "8")
        await reads.until(lambda: reads.looked > 0)
        assert not program.isi.orang.nama.startswith("Wayan")
        await reads.end()
        sheet = program.isi.sheet("kegiatan")
        assert (sheet.cursor_row, sheet.cursor_column, sheet.edit_open) == (key, KOLOM, True)
        await program.press("escape")
        assert sheet.cell_text(key, KOLOM) == "–"
        assert program.isi.orang == of(program)


async def test_somebody_whose_making_was_taken_back_is_left_out_of_the_way(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        isi, listed_before = program.isi, len(program.isi.desk.order)
        gone = isi.desk.order[isi.desk.order.index(isi.desk.nip) + 1]
        name = isi.desk.people[gone].nama
        program.write(lambda writer: remove_person(writer, gone, name))
        isi.reload()
        await program.press("f4")
        assert program.toasts()[-1] == f"{name} sudah tidak ada pada tahun 2017."
        assert isi.orang.nama.startswith("Wayan")
        assert len(isi.desk.order) == listed_before - 1
        await program.press("f4")
        assert isi.desk.nip != gone
        assert not isi.orang.nama.startswith("Wayan")


async def test_what_is_judged_while_an_undo_is_read_stands_in_the_grid(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        await program.press("r")
        screen = program.app.screen
        assert isinstance(screen, PerilakuScreen)
        nip, column = screen.sheet.cursor_row or "", screen.sheet.cursor_column or ""
        await program.type("61")
        await program.press("enter", "up")
        reads = await undo_slowly(program, monkeypatch)
        burst(program, "7", "7", "enter")
        await reads.all_stored(3)
        await reads.end()
        stored = program.stored().of(nip)
        assert stored is not None
        assert stored.penilaian.perilaku.aspek(column) == Decimal(77)
        assert screen.sheet.cell_text(nip, column) == "77"
        assert screen.people[nip] == stored


async def test_a_list_behind_is_read_once_more_only_when_it_is_seen(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        await typed(program)
        reads = await undo_slowly(program, monkeypatch)
        burst(program, "7", "7", "enter")
        await reads.all_stored(3)
        await reads.end()
        looks = program.app.looks
        assert looks.under_way(program.unit)
        await program.press("escape")
        assert not looks.under_way(program.unit)
        assert listed(program) == of(program)


async def test_keys_wait_for_the_list_that_is_read_when_it_is_seen_again(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        await typed(program)
        reads = await undo_slowly(program, monkeypatch, waited=GRACE)
        burst(program, "escape", "enter")
        await reads.until(lambda: program.at(program.unit))
        for _ in range(8):
            await program.pilot.pause()
        assert program.at(program.unit)
        await reads.end()
        assert program.at(program.isi)
        assert program.isi.orang == of(program)


async def test_a_change_that_is_on_its_way_when_a_list_is_asked_for_is_in_it(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        with slow_disk(program):
            burst(program, "9", "0", "enter")
            while not program.app.saving.pending:
                await program.pilot.pause()
            program.unit.reload()
        await program.settle()
        await program.press("escape")
        assert listed(program).penilaian.bagian[-1].kegiatan[2].realisasi_kualitas == Decimal(90)
        assert listed(program) == of(program)
