"""Forms: all that is missing and all that is wrong is marked at once, and nothing is stored."""

from datetime import date

import pytest
from rich.text import Text
from textual.widgets import Static

from skp_tui.services.office.listing import office, people_list
from skp_tui.services.signing import signing
from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.form.field import ChoiceEntry, Entry, Field, FieldRow
from skp_tui.ui.screens.form.form import STILL_REFUSED, FormScreen
from skp_tui.ui.screens.form.questions import QuestionsScreen
from skp_tui.ui.screens.frame.ask import ChooseScreen
from skp_tui.ui.screens.frame.headline import UNSAVED
from tests.ui.conftest import TAHUN, Open, Program
from tests.ui.test_help import FORMS

BRAM = "198105062006041921"
EMPTY = "! isi dahulu"


def form(program: Program) -> FormScreen:
    assert isinstance(program.app.screen, FormScreen), program.screen_text()
    return program.app.screen


def marked(program: Program) -> dict[str, str]:
    """Return what stands under the fields that are refused, in the order of the form."""
    return {
        nama: str(row._fault.render())
        for nama, row in form(program).rows.items()
        if row._fault is not None
    }


def focused(program: Program) -> str:
    entry = form(program).focused
    assert isinstance(entry, Entry)
    return entry.field.nama


async def put(program: Program, **answers: str) -> None:
    """Answer questions, wherever in the form they stand."""
    for nama, text in answers.items():
        entry = form(program).entries[nama]
        form(program).set_focus(entry)
        await program.press("ctrl+u")
        await program.type(text)


def steps(program: Program) -> int:
    return program.write(lambda writer: len(writer.steps()))


@pytest.mark.parametrize("keys", FORMS, ids="-".join)
async def test_whatever_is_missing_is_marked_in_every_form_and_nothing_is_stored(
    open_program: Open, keys: tuple[str, ...]
) -> None:
    async with open_program(size=(100, 40)) as program:
        await program.press(*keys)
        before = steps(program)
        required = [
            entry
            for entry in form(program).entries.values()
            if entry.field.wajib and not isinstance(entry, ChoiceEntry)
        ]
        for entry in required:
            entry.put("")
        await program.press("ctrl+s")
        if not required:
            return
        shown = marked(program)
        assert {entry.field.nama for entry in required} <= {
            nama for nama, words in shown.items() if words == EMPTY
        }
        assert focused(program) == next(iter(shown))
        assert steps(program) == before


async def test_a_wrong_nip_is_told_beside_what_is_missing(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("ctrl+n")
        await put(program, nip="123", penilai_nip="456")
        before = steps(program)
        await program.press("ctrl+s")
        shown = marked(program)
        assert "18 angka" in shown["nip"]
        assert shown["nama"] == EMPTY
        assert "18 angka" in shown["penilai_nip"]
        assert focused(program) == "nip"
        assert steps(program) == before
        await put(program, nip="19900102 201504 2 001", nama="Ratna Contoh")
        await program.press("ctrl+s")
        assert list(marked(program)) == ["penilai_nip"]
        assert focused(program) == "penilai_nip"


async def test_a_nip_that_is_taken_is_told_beside_what_is_missing(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("ctrl+n")
        await put(program, nip=BRAM)
        await program.press("ctrl+s")
        shown = marked(program)
        assert "sudah dipakai" in shown["nip"]
        assert shown["nama"] == EMPTY
        with program.sitting.reading() as connection:
            assert people_list(connection).pegawai[BRAM]["nama"]


async def test_a_form_in_which_only_something_is_missing_is_stored_once_it_is_there(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("o", "ctrl+n")
        await put(program, kode="1.9")
        await program.press("ctrl+s")
        assert marked(program) == {"nama": EMPTY}
        with program.sitting.reading() as connection:
            assert "1.9" not in office(connection).daftar.units
        await program.type("Subbagian Baru")
        await program.press("ctrl+s")
        with program.sitting.reading() as connection:
            assert office(connection).daftar.units["1.9"].nama == "Subbagian Baru"
        assert "GAGAL" not in program.screen_text()


async def test_the_first_start_tells_all_faults_at_once(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        await put(program, nama="Umum", tahun="2013", penilai_nip="123")
        await program.press("ctrl+s")
        shown = marked(program)
        assert list(shown) == ["kode", "tahun", "penilai_nama", "penilai_nip"]
        assert shown["kode"] == EMPTY
        assert "dimulai tahun 2014" in shown["tahun"]
        assert "NIP harus 18 angka" in shown["penilai_nip"]
        assert focused(program) == "kode"


async def test_the_same_faults_once_more_are_told_aloud(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        await put(program, nama="Umum")
        await program.press("ctrl+s")
        assert STILL_REFUSED not in program.toasts()
        await program.press("tab", "ctrl+s")
        assert STILL_REFUSED in program.toasts()
        assert focused(program) == "kode"
        assert UNSAVED in program.line("headline")


async def test_ctrl_a_takes_the_whole_answer_so_that_typing_replaces_it(
    open_program: Open,
) -> None:
    async with open_program(empty=True) as program:
        await put(program, nama="Umum")
        await program.press("ctrl+a")
        await program.type("Arsip")
        assert form(program).answers()["nama"] == "Arsip"


async def test_a_stage_without_words_and_on_a_wrong_day_tells_both(open_program: Open) -> None:
    async with open_program(today=date(2018, 1, 31)) as program:
        nip = program.unit.people.rows[0].key
        program.write(lambda writer: signing.lock(writer, TAHUN, [nip], date(2018, 1, 15)))
        program.app.reload_screens()
        await program.settle()
        await program.press("l", "o")
        await put(program, tanggal="10-01-2018")
        await program.press("ctrl+s")
        shown = marked(program)
        assert shown["isi"] == EMPTY
        assert "10 Januari 2018" in shown["tanggal"]
        assert focused(program) == "isi"


async def test_where_a_signature_forbids_it_the_form_says_so_too(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("d", "ctrl+n")
        nip = form(program)._tugas.orang.nip  # type: ignore[attr-defined]  # the form of a move
        program.write(lambda writer: signing.lock(writer, TAHUN, [nip], date(2018, 1, 15)))
        form(program).entries["mulai"].put("")
        await program.press("ctrl+s")
        assert marked(program) == {"mulai": EMPTY}
        assert "sudah dikunci" in program.toasts()[-1]


async def test_a_wrong_nip_is_told_as_soon_as_it_is_left(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("ctrl+n")
        await program.type("12345678")
        assert not marked(program)
        await program.press("enter")
        assert list(marked(program)) == ["nip"]
        assert "NIP harus 18 angka, di sini 8" in marked(program)["nip"]
        assert focused(program) == "nama"
        await program.press("up")
        await program.press("end")
        await program.type("2015042001")
        assert not marked(program)
        await program.press("enter")
        assert list(marked(program)) == ["nip"]
        await program.press("up", "ctrl+a", "backspace")
        await program.press("enter")
        assert not marked(program)


async def test_ctrl_s_stores_in_the_question_about_leaving_too(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "ctrl+n")
        await put(program, kode="1.9", nama="Subbagian Baru")
        await program.press("escape")
        assert isinstance(program.app.screen, ChooseScreen)
        await program.press("ctrl+s")
        with program.sitting.reading() as connection:
            assert office(connection).daftar.units["1.9"].nama == "Subbagian Baru"


HOSTILE = "Bagian \x1b[2J\u202e[red]Umum[/]"
HARMLESS = "Bagian [red]Umum[/]"


def test_what_explains_a_question_is_text_without_harmful_signs() -> None:
    row = FieldRow(Field("unit", "Unit", penjelasan=HOSTILE), "")
    about = list(row.with_neighbours(explained=True))[-1]
    assert isinstance(about, Static)
    assert about.content == Text(HARMLESS)


class Asking(QuestionsScreen):
    """One question, explained at the bottom while the keyboard is on it."""

    room = Room.FORM

    def on_mount(self) -> None:
        """Ask."""
        self.ask([Field("unit", "Unit", penjelasan=HOSTILE)], {})


async def test_the_explanation_at_the_bottom_of_a_form_is_text_without_harmful_signs(
    open_program: Open,
) -> None:
    async with open_program() as program:
        program.app.push_screen(Asking("Satu pertanyaan"))
        await program.settle()
        assert program.line("form-note") == HARMLESS
