"""Catatan perilaku: the book is kept by keys alone, and its notes are seen beside perilaku."""

from datetime import date

import pytest

from skp_tui.domain.progress import Catatan
from skp_tui.domain.text import PARAGRAPH
from skp_tui.services.entry import notes
from skp_tui.services.signing import objecting, signing
from skp_tui.ui.screens.entry.isi import IsiScreen
from skp_tui.ui.screens.form.form import FormScreen
from skp_tui.ui.screens.notes.notes import NotesScreen
from tests.ui.conftest import TAHUN, TODAY, Open, Program
from tests.ui.test_progress import find

LONG = "Menyelesaikan berkas rekan yang sakit tanpa diminta. "


def stored(program: Program, name: str = "Wayan") -> tuple[Catatan, ...]:
    with program.sitting.reading() as connection:
        return notes.read_book(connection, TAHUN, program.nip_of(name)).catatan


def shown(program: Program) -> NotesScreen:
    assert isinstance(program.app.screen, NotesScreen)
    return program.app.screen


def add(
    program: Program, day: str = "03-02-2017", words: str = "Baik", name: str = "Wayan"
) -> None:
    answers = {"tanggal": day, "isi": words}
    nip = program.nip_of(name)
    done = program.write(lambda writer: notes.save_note(writer, TAHUN, nip, None, answers))
    assert not done.ditolak


async def test_a_note_is_written_and_counted_beside_perilaku(open_program: Open) -> None:
    async with open_program(today=date(2017, 5, 14)) as program:
        await program.open("wayan")
        assert "Ctrl+E" not in program.line("rule")
        await program.press("ctrl+e")
        assert "Belum ada catatan" in program.screen_text()
        await program.press("ctrl+n")
        await program.type("Terlambat tiga kali")
        await program.press("ctrl+s")
        [satu] = stored(program)
        assert (satu.tanggal, satu.isi) == (date(2017, 5, 14), "Terlambat tiga kali")
        assert "1 catatan" in program.line("headline")
        assert "14 Mei 2017 · penilai Sari Contoh" in program.line("note-rule")
        await program.press("escape")
        assert isinstance(program.app.screen, IsiScreen)
        assert "Perilaku kerja (0–100) · 1 catatan, Ctrl+E" in program.line("rule")
        await program.press("ctrl+z")
        assert stored(program) == ()
        assert "Ctrl+E" not in program.line("rule")


async def test_notes_are_numbered_by_date_and_the_newest_has_the_cursor(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await find(program)
        for day in ("31-12-2017", "01-01-2017", "15-08-2017"):
            add(program, day, day)
        await program.press("c")
        cells = [row.cells for row in shown(program).notes.rows]
        assert [(no, isi) for no, _, isi in cells] == [
            ("1", "01-01-2017"), ("2", "15-08-2017"), ("3", "31-12-2017"),
        ]  # fmt: skip
        assert "31-12-2017" in program.line("note-text")
        await program.press("up")
        assert "15-08-2017" in program.line("note-text")
        assert program.line("note-rule").startswith("─ 15 Agustus 2017")


async def test_a_long_text_wraps_below_the_list(open_program: Open) -> None:
    async with open_program() as program:
        await find(program)
        add(program, words=LONG * 15)
        await program.press("c")
        lines = program.line("note-text").splitlines()
        assert len(lines) > 5
        assert " ".join(lines) == (LONG * 15).strip()
        assert all(len(text) <= 78 for text in lines)
        assert lines[-1] in program.screen_text()
        assert "F10 Semua" in program.screen_text()


async def test_a_paste_of_a_whole_file_stops_at_what_may_be_stored(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("ctrl+e", "ctrl+n")
        await program.type("ab")
        await program.press("left")
        await program.paste("x" * 3_000_000)
        assert program.toasts() == ["Paling banyak 2000 huruf; selebihnya tidak masuk."]
        await program.type("y")
        await program.press("ctrl+s")
        [satu] = stored(program)
        assert satu.isi == f"a{'x' * (PARAGRAPH - 2)}b"
    assert notes.LONGEST["isi"] == objecting.LONGEST == PARAGRAPH


async def test_enter_changes_a_note_and_f8_removes_it_both_undoable(open_program: Open) -> None:
    async with open_program() as program:
        await find(program)
        add(program)
        before = stored(program)
        await program.press("c", "enter", "enter", "end")
        await program.type(" sekali")
        await program.press("ctrl+s")
        assert [satu.isi for satu in stored(program)] == ["Baik sekali"]
        assert "Baik sekali" in program.screen_text()
        await program.press("f8")
        assert stored(program) == ()
        assert "Belum ada catatan" in program.screen_text()
        await program.press("f8")
        assert "Tidak ada catatan" in program.toasts()[-1]
        await program.press("ctrl+z", "ctrl+z")
        assert stored(program) == before
        assert "Baik" in program.line("note-text")


async def test_a_note_outside_the_year_is_refused_beside_its_field(open_program: Open) -> None:
    async with open_program() as program:
        await find(program)
        await program.press("c", "ctrl+n", "x", "shift+tab", "ctrl+u")
        await program.type("1-1-2018")
        await program.press("ctrl+s")
        assert isinstance(program.app.screen, FormScreen)
        assert "di luar tahun 2017" in program.screen_text()
        assert stored(program) == ()


async def test_notes_of_a_locked_appraisal_are_only_read(open_program: Open) -> None:
    async with open_program() as program:
        await find(program, "bram")
        add(program, name="Bram")
        nip = program.nip_of("Bram")
        program.write(lambda writer: signing.lock(writer, TAHUN, [nip], TODAY))
        await program.press("c")
        for key in ("ctrl+n", "enter", "f8"):
            await program.press(key)
            shown(program)
            assert program.toasts()[-1].startswith("Penilaian ini sudah dikunci")
        assert len(stored(program, "Bram")) == 1


async def test_a_year_without_kegiatan_has_no_notes_and_no_progress(
    open_program: Open,
) -> None:
    async with open_program(today=date(2022, 1, 19)) as program:
        await program.press("t", "home", "enter")
        assert program.unit.tahun == 2023
        for key in ("c", "m"):
            await program.press(key)
            assert program.at(program.unit)
            assert "PermenPANRB 6/2022, yang tidak memakai" in program.toasts()[-1]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12), (20, 6), (5, 2)])
async def test_it_can_be_used_at_every_size(open_program: Open, size: tuple[int, int]) -> None:
    async with open_program(size=size) as program:
        await program.press("c", "ctrl+n", "x", "ctrl+s", "f8", "ctrl+z", "escape")
        assert program.at(program.unit)


async def test_hostile_text_is_text(open_program: Open) -> None:
    async with open_program() as program:
        await find(program)
        add(program, words="[@click=app.quit]Siti[/] [red] \x1b]52;c;aGFs\x07" + "y" * 1900)
        await program.press("c")
        assert "[@click=app.quit]Siti[/] [red]" in program.screen_text()
        assert "\x1b" not in program.screen_text()
        await program.press("enter", "escape", "f8")
        assert stored(program) == ()
