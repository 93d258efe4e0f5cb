"""Ctrl+Z and Ctrl+Y walk one history, on every screen that shows data and across restarts."""

from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Static

from skp_tui.services.base.editing import save_records
from skp_tui.services.office import configuring
from skp_tui.services.signing import signing
from skp_tui.ui.actions.model import DATA, Room
from skp_tui.ui.actions.registry import actions_of
from skp_tui.ui.screens.entry.isi import IsiScreen
from skp_tui.ui.screens.frame.ask import AskScreen, TextScreen
from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.screens.office.screen import OfficeScreen
from skp_tui.ui.screens.people.people import PeopleScreen
from tests.ui.conftest import TODAY, Open, Program


def outcome(program: Program, name: str = "Wayan") -> str:
    """Return the stored quality of the third activity."""
    view = program.stored()
    orang = next(satu for satu in view.orang if satu.nama.startswith(name))
    return str(orang.penilaian.bagian[0].kegiatan[2].realisasi_kualitas)


def said(screen: Screen[Any], name: str) -> str:
    """Return the words of one line of a window."""
    return str(screen.query_one(name, Static).content)


async def type_cell(program: Program, text: str = "91") -> None:
    """Type the first missing outcome of Wayan and return to the list."""
    await program.open("wayan")
    await program.type(text)
    await program.press("enter", "escape")


async def test_what_was_undone_and_redone_is_said_in_one_sentence(open_program: Open) -> None:
    async with open_program() as program:
        await type_cell(program)
        assert outcome(program) == "91"
        await program.press("ctrl+z")
        assert outcome(program) == "None"
        said = "Realisasi kualitas kegiatan 3 Wayan Contoh, A.Md.: kosong → 91"
        assert program.toasts()[-1] == f"{said} — dibatalkan."
        await program.press("ctrl+y")
        assert outcome(program) == "91"
        assert program.toasts()[-1] == f"{said} — diulangi."
        await program.press("ctrl+y")
        assert program.toasts()[-1].startswith("Tidak ada yang dapat diulangi")


async def test_the_history_goes_on_after_a_restart(open_program: Open) -> None:
    async with open_program() as program:
        await type_cell(program)
    async with open_program() as program:
        await program.press("ctrl+z")
        assert outcome(program) == "None"
        assert "Itu perubahan 19 Jan 2018 10.42; Ctrl+Y mengulanginya." in program.toasts()[-1]
    async with open_program() as program:
        await program.press("ctrl+y")
        assert outcome(program) == "91"


async def test_a_step_of_another_year_is_told_with_its_year(open_program: Open) -> None:
    async with open_program() as program:
        await type_cell(program)
        await program.press("t", "up", "enter")
        assert "2018" in program.line("headline")
        said = "Realisasi kualitas kegiatan 3 Wayan Contoh, A.Md.: kosong → 91 (tahun 2017)"
        await program.press("ctrl+z")
        assert program.toasts()[-1] == f"{said} — dibatalkan."
        assert outcome(program) == "None"
        await program.press("ctrl+y")
        assert program.toasts()[-1] == f"{said} — diulangi."


async def test_on_somebodys_screen_a_step_of_his_other_year_is_asked_about(
    open_program: Open,
) -> None:
    asked = (
        "Langkah terakhir bukan tentang tahun ini: Realisasi kualitas kegiatan 3 Wayan Contoh, "
        "A.Md.: kosong → 91 (tahun 2017), 19 Jan 2018 10.42. Ctrl+Y mengulanginya."
    )
    async with open_program() as program:
        await type_cell(program)
        await program.press("t", "up", "enter")
        await program.open("wayan")
        assert "Wayan" in program.line("headline")
        await program.press("ctrl+z")
        assert isinstance(program.app.screen, AskScreen)
        assert said(program.app.screen, ".window-text").casefold() == asked.casefold()
        await program.press("y")
        assert outcome(program) == "None"


async def test_every_screen_that_is_open_shows_what_was_taken_back(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.type("91")
        await program.press("enter", "up")
        assert "91" in program.screen_text()
        await program.press("ctrl+z")
        sheet = program.isi.sheet("kegiatan")
        assert sheet.cell_text(sheet.rows[2].key, "realisasi_kualitas") == "–"
        await program.press("ctrl+y")
        assert sheet.cell_text(sheet.rows[2].key, "realisasi_kualitas") == "91"
        await program.press("ctrl+z", "escape")
        assert "2 realisasi" in program.screen_text()


async def test_cells_of_somebody_who_is_taken_back_close_and_say_so(open_program: Open) -> None:
    new = {"nip": "199001012015031001", "nama": "Orang Baru", "unit": "1.1.2"}
    async with open_program() as program:
        program.write(lambda writer: save_records(writer, "pegawai", [new], "baru"))
    async with open_program() as program:
        await program.open("orang baru")
        assert isinstance(program.app.screen, IsiScreen)
        await program.press("ctrl+z")
        assert program.at(program.unit)
        assert "Orang Baru sudah tidak ada pada tahun 2017. Isiannya ditutup." in program.toasts()
        await program.press("ctrl+y")
        assert "Orang Baru" in {satu.nama for satu in program.stored().orang}


async def test_the_cursor_goes_where_a_step_of_the_history_changed_a_cell(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.type("91")
        await program.press("enter")
        kegiatan, perilaku = (program.isi.sheet(name) for name in ("kegiatan", "perilaku"))
        third = kegiatan.rows[2].key
        program.isi.focus_on(perilaku)
        for key in ("ctrl+z", "ctrl+y"):
            perilaku.to_edge(first=True)
            await program.press(key)
            assert program.app.focused is kegiatan
            assert (kegiatan.cursor_row, kegiatan.cursor_column) == (third, "realisasi_kualitas")
            program.isi.focus_on(perilaku)


async def test_a_row_that_comes_back_is_gone_to(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        kegiatan = program.isi.sheet("kegiatan")
        second = kegiatan.rows[1].key
        kegiatan.move_to(second)
        await program.press("f8")
        await program.press("ctrl+home", "ctrl+z")
        assert kegiatan.cursor_row == second


async def test_a_text_that_is_being_typed_is_given_up_before_anything_stored(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.type("91")
        await program.press("enter", "up", "8", "ctrl+z")
        assert outcome(program) == "91"
        assert not any(sheet.edit_open for sheet in program.isi.sheets)
        await program.press("ctrl+z")
        assert outcome(program) == "None"


async def test_ctrl_y_in_an_open_cell_throws_nothing_away(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.type("91")
        await program.press("enter", "ctrl+z")
        await program.press("7", "ctrl+y")
        assert outcome(program) == "None"
        assert "Selesaikan dahulu ketikan ini" in program.toasts()[-1]
        assert any(sheet.edit_open for sheet in program.isi.sheets)
        await program.type("5")
        await program.press("enter")
        assert program.stored().of(program.isi.desk.nip) is not None
        assert "75" in program.screen_text()


async def test_a_removed_person_comes_back_and_goes_again_in_the_list(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("p")
        assert isinstance(program.app.screen, PeopleScreen)
        everybody = len(program.stored().orang)
        await program.press("slash", *"wayan", "enter", "f8", "y")
        assert len(program.stored().orang) == everybody - 1
        listed = program.app.screen.people
        await program.press("ctrl+z")
        assert len(program.stored().orang) == everybody
        assert len(listed.rows) == 1
        await program.press("ctrl+y")
        assert len(program.stored().orang) == everybody - 1
        assert len(listed.rows) == 0


async def test_a_look_is_taken_back_and_repeated_at_once(open_program: Open) -> None:
    async with open_program() as program:
        before = program.app.theme
        program.write(lambda writer: configuring.change_setting(writer, "tema", "terang", None))
        await program.press("ctrl+z", "ctrl+y")
        assert program.app.theme == "terang"
        await program.press("ctrl+z")
        assert program.app.theme == before


async def test_a_signature_is_not_taken_back_by_the_key_alone_but_asks_for_a_reason(
    open_program: Open,
) -> None:
    async with open_program() as program:
        nip = next(satu.nip for satu in program.stored().orang if satu.hasil.sebutan)
        program.write(lambda writer: signing.lock(writer, 2017, [nip], TODAY))
        await program.press("ctrl+z")
        assert isinstance(program.app.screen, TextScreen)
        assert "jadi perlu alasan" in said(program.app.screen, ".window-text").replace("\n", " ")
        await program.press("escape")
        orang = program.stored().of(nip)
        assert orang is not None
        assert orang.penilaian.dikunci == TODAY


async def test_an_empty_database_has_nothing_to_undo_or_redo(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        program.app.undo()
        await program.settle()
        assert program.toasts()[-1] == "Tidak ada yang dapat dibatalkan."
        program.app.redo()
        await program.settle()
        assert program.toasts()[-1].startswith("Tidak ada yang dapat diulangi")


async def test_a_step_that_is_only_asked_about_is_no_time_of_storing(open_program: Open) -> None:
    async with open_program() as program:
        await type_cell(program)
    async with open_program() as program:
        await program.press("ctrl+y")
        assert program.toasts()[-1].startswith("Tidak ada yang dapat diulangi")
        await program.open("sari")
        before = program.line("headline")
        await program.press("ctrl+z")
        await program.press("escape")
        assert program.line("headline") == before
        assert before.endswith("tersimpan")
        await program.press("ctrl+z")
        await program.press("y")
        assert program.line("headline").endswith("tersimpan 10.42.07")


async def test_years_and_units_come_back_in_their_list(open_program: Open) -> None:
    async with open_program() as program:
        program.write(lambda writer: configuring.create_period(writer, 2018))
        await program.press("o", "tab")
        assert isinstance(program.app.screen, OfficeScreen)
        assert "2018" in program.screen_text()
        await program.press("ctrl+z")
        assert "> 2018" not in program.screen_text()
        assert "tahun 2018 baru" in program.toasts()[-1].lower()


@pytest.mark.parametrize("room", sorted(DATA))
def test_every_room_with_data_undoes_and_redoes(room: Room) -> None:
    offered = {action.id: action.keys for action in actions_of(room)}
    assert (offered["undo"], offered["redo"]) == (("ctrl+z",), ("ctrl+y",))


async def test_keys_pressed_fast_are_undone_and_redone_in_their_order(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        assert isinstance(program.app.screen, IsiScreen)
        await program.press("8", "1", "enter", "up", "8", "2", "enter", "up", "8", "3", "enter")
        await program.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+y", "ctrl+y")
        assert outcome(program) == "82"


async def test_what_was_typed_before_the_question_is_seen_does_not_answer_it(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await type_cell(program)
        await program.open("sari")
        await program.press("ctrl+z", "enter", "y")
        assert isinstance(program.app.screen, AskScreen)
        assert outcome(program) == "91"
        await program.press("y")
        assert outcome(program) == "None"


async def test_on_somebodys_screen_what_is_not_about_him_is_taken_back_after_a_question_only(
    open_program: Open,
) -> None:
    asked = (
        "Langkah terakhir bukan tentang pegawai ini: Realisasi kualitas kegiatan 3 Wayan Contoh, "
        "A.Md.: kosong → 91, 19 Jan 2018 10.42. Ctrl+Y mengulanginya."
    )
    async with open_program() as program:
        await type_cell(program)
        await program.open("sari")
        await program.press("ctrl+z")
        screen = program.app.screen
        assert isinstance(screen, AskScreen)
        assert said(screen, ".window-title") == "Batalkan langkah lain?"
        assert said(screen, ".window-text").casefold() == asked.casefold()
        await program.press("escape")
        assert outcome(program) == "91"
        await program.press("ctrl+z")
        await program.press("y")
        assert outcome(program) == "None"


async def test_on_somebodys_screen_what_is_not_about_him_is_repeated_after_a_question_only(
    open_program: Open,
) -> None:
    asked = (
        "Langkah yang terakhir dibatalkan bukan tentang pegawai ini: Realisasi kualitas kegiatan 3 "
        "Wayan Contoh, A.Md.: kosong → 91, 19 Jan 2018 10.42. Ctrl+Z membatalkannya lagi."
    )
    async with open_program() as program:
        await type_cell(program)
        await program.press("ctrl+z")
        await program.open("sari")
        await program.press("ctrl+y")
        screen = program.app.screen
        assert isinstance(screen, AskScreen)
        assert said(screen, ".window-title") == "Ulangi langkah lain?"
        assert said(screen, ".window-text").casefold() == asked.casefold()
        assert said(screen, ".window-keys") == "Y atau Enter Ulangi   Esc Kembali"
        await program.press("escape")
        assert outcome(program) == "None"
        await program.press("ctrl+y")
        await program.press("y")
        assert outcome(program) == "91"


async def test_what_is_about_the_person_is_repeated_on_his_screen_at_once(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await type_cell(program)
        await program.open("wayan")
        await program.press("ctrl+z", "ctrl+y")
        assert program.toasts()[-1].endswith("— diulangi.")
        assert outcome(program) == "91"


async def test_a_large_step_is_repeated_after_a_question_where_one_person_is_shown(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "b", "enter", "ctrl+z")
        await program.press("y")
        await program.open("sari")
        await program.press("ctrl+y")
        assert said(program.app.screen, ".window-title") == "Ulangi langkah besar?"
        words = said(program.app.screen, ".window-text")
        assert words.endswith("baris berubah sekaligus; Ctrl+Z membatalkannya lagi.")
        await program.press("escape", "escape")
        await program.press("ctrl+y")
        assert program.toasts()[-1].endswith("— diulangi.")


async def test_a_step_held_down_stops_at_the_first_one_that_is_not_about_the_person(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await type_cell(program)
        await program.open("sari")
        await program.type("77")
        await program.press("enter", *["ctrl+z"] * 4)
        assert isinstance(program.app.screen, AskScreen)
        assert outcome(program) == "91"


async def test_a_step_of_many_people_with_this_one_among_them_is_taken_back_at_once(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("sari")
        rows = [
            {"nip": satu.nip, "nama": satu.nama, "unit": "1.1.2", "jabatan": "Analis"}
            for satu in program.stored().orang
            if satu.nama.startswith(("Sari", "Wayan"))
        ]
        program.write(lambda writer: save_records(writer, "pegawai", rows, "jabatan dua orang"))
        await program.press("ctrl+z")
        assert program.toasts()[-1] == "Jabatan dua orang — dibatalkan."


@pytest.mark.parametrize(
    ("begins", "words"),
    [
        (("Wayan", "Bram"), "jabatan mereka (2 pegawai), 19 Jan 2018 10.42"),
        (("Wayan",), "jabatan mereka (Wayan Contoh, A.Md.), 19 Jan 2018 10.42"),
    ],
)
async def test_the_question_says_whose_the_step_is_where_its_cause_does_not(
    open_program: Open, begins: tuple[str, ...], words: str
) -> None:
    async with open_program() as program:
        await program.open("sari")
        rows = [
            {"nip": satu.nip, "nama": satu.nama, "unit": "1.1.2", "jabatan": "Analis"}
            for satu in program.stored().orang
            if satu.nama.startswith(begins)
        ]
        program.write(lambda writer: save_records(writer, "pegawai", rows, "jabatan mereka"))
        await program.press("ctrl+z")
        assert words in said(program.app.screen, ".window-text")


async def test_a_setting_is_asked_about_on_somebodys_screen_and_not_in_the_list(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("sari")
        program.write(lambda writer: configuring.change_setting(writer, "tema", "terang", None))
        await program.press("ctrl+z")
        assert "Batalkan langkah lain?" in program.screen_text()
        await program.press("escape", "escape", "ctrl+z")
        assert not isinstance(program.app.screen, AskScreen)
        assert program.toasts()[-1].endswith("— dibatalkan.")


@pytest.mark.parametrize(
    ("key", "room"),
    [
        ("d", Room.BAGIAN),
        ("c", Room.CATATAN),
        ("m", Room.KEMAJUAN),
        ("j", Room.JEJAK),
        ("l", Room.LEMBAR),
    ],
)
async def test_every_screen_of_one_person_asks_in_both_directions(
    open_program: Open, key: str, room: Room
) -> None:
    async with open_program() as program:
        await type_cell(program)
        await program.press("slash", *"sari", "down", "escape", key)
        screen = program.app.screen
        assert isinstance(screen, Frame)
        assert screen.room is room
        await program.press("ctrl+z")
        assert "bukan tentang pegawai ini" in said(program.app.screen, ".window-text")
        await program.press("escape")
        assert outcome(program) == "91"
        await program.press("ctrl+z")
        await program.press("y")
        assert outcome(program) == "None"
        await program.press("ctrl+y")
        assert "bukan tentang pegawai ini" in said(program.app.screen, ".window-text")
        await program.press("escape")
        assert outcome(program) == "None"


async def test_the_trail_of_everybody_takes_back_whatever_is_last(open_program: Open) -> None:
    async with open_program() as program:
        await type_cell(program)
        await program.press("slash", *"sari", "down", "escape", "j", "o", "ctrl+z")
        assert outcome(program) == "None"
