"""First start: four questions on one screen, then a choice, then the unit."""

from pathlib import Path

import pytest

from skp_tui.services.office.listing import office
from skp_tui.services.office.starting import default_pejabat
from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.frame.ask import AskScreen, ChooseScreen
from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.screens.frame.headline import UNSAVED
from skp_tui.ui.screens.impor.files import ImportScreen
from skp_tui.ui.screens.people.person import PersonScreen
from skp_tui.ui.screens.unit.start import StartScreen
from tests.ui.conftest import Open, Program
from tests.ui.desk import PEOPLE, book, duk, go_to

ANDA = "19670312 199303 1 908"


def room_of(program: Program) -> Room:
    screen = program.app.screen
    assert isinstance(screen, Frame)
    return screen.room


async def answer(program: Program, tahun: str = "2017") -> None:
    """Answer all four questions, with Enter from one to the next."""
    for text in ("Subbagian Umum", "1.1.2", tahun, "Bram Contoh", ANDA, "Sari Contoh", ""):
        await program.type(text)
        await program.press("enter")


async def test_an_empty_database_asks_four_questions_with_examples(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        assert isinstance(program.app.screen, StartScreen)
        shown = program.screen_text()
        assert all(f"{number}. " in shown for number in (1, 2, 3, 4))
        assert "misalnya Subbagian Umum" in shown
        assert "misalnya 2017" in shown, "in January the year that is due"
        assert "Punya daftar pegawai" in shown
        assert "lalu F5 mengimpornya" in shown
        assert "F3" in shown


async def test_answers_make_a_unit_a_year_and_the_usual_appraisers(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        await answer(program)
        await program.press("enter")
        assert isinstance(program.app.screen, ChooseScreen)
        with program.sitting.reading() as connection:
            kantor = office(connection)
            penilai, atasan = default_pejabat(connection, "1.1.2")
        assert [satu.periode.tahun for satu in kantor.tahun] == [2017]
        assert kantor.daftar.units["1.1.2"].nama == "Subbagian Umum"
        assert (penilai.nip, penilai.nama) == ("196703121993031908", "Bram Contoh")
        assert (atasan.nip, atasan.nama) == ("", "Sari Contoh")


async def test_later_is_the_last_of_what_can_come_next(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        await answer(program)
        await program.press("enter")
        assert isinstance(program.app.screen, ChooseScreen)
        shown = program.screen_text()
        assert "C, F3      Melihat-lihat" in shown.partition("N, Esc     Nanti saja")[0]
        await program.press("end", "enter")
        assert program.at(program.unit)


@pytest.mark.parametrize(("key", "screen"), [("f5", ImportScreen), ("ctrl+n", PersonScreen)])
async def test_what_can_come_next_takes_the_keys_that_the_screen_behind_it_names(
    open_program: Open, tmp_path: Path, key: str, screen: type[Frame]
) -> None:
    async with open_program(empty=True) as program:
        program.app.import_folder = tmp_path
        await answer(program)
        await program.press("enter")
        shown = program.screen_text()
        assert "F5 mengimpor daftarnya, Ctrl+N menambah satu" in shown
        assert "I, F5      Impor daftar" in shown
        assert "K, Ctrl+N  Ketik sendiri" in shown
        await program.press(key)
        assert isinstance(program.app.screen, screen)


async def test_the_unit_then_says_which_key_comes_next(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        await answer(program)
        await program.press("enter", "n")
        assert program.at(program.unit)
        assert "Ctrl+N menambah" in program.screen_text()
        assert program.unit.tahun == 2017


async def test_typing_goes_on_with_the_first_person_whose_appraiser_is_known(
    open_program: Open,
) -> None:
    async with open_program(empty=True) as program:
        await answer(program)
        await program.press("enter", "k")
        assert isinstance(program.app.screen, PersonScreen)
        known = program.app.screen.answers()
        assert known["penilai_nama"] == "Bram Contoh"
        assert known["atasan_penilai_nama"] == "Sari Contoh"
        await program.type("19810506 200604 1 921")
        await program.press("enter")
        await program.type("Budi")
        await program.press("ctrl+s")
        with program.sitting.reading() as connection:
            budi = office(connection).daftar.pegawai["198105062006041921"]
        assert budi["penilai_nip"] == "196703121993031908"
        assert "Budi" in program.screen_text()


async def test_a_list_of_employees_comes_in_right_after_the_questions(
    open_program: Open, tmp_path: Path
) -> None:
    book(tmp_path / "DUK 2017.xlsx", {"DUK": duk()})
    async with open_program(empty=True) as program:
        program.app.import_folder = tmp_path
        await answer(program)
        await program.press("enter", "i")
        assert isinstance(program.app.screen, ImportScreen)
        await go_to(program, "duk")
        await program.press("f5")
        await program.press("enter", "y", "enter")
        assert program.at(program.unit)
        shown = program.screen_text()
        assert all(nama in shown for _, nama, *_ in PEOPLE)


async def test_f5_stores_the_answers_and_goes_straight_to_the_import(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program(empty=True) as program:
        program.app.import_folder = tmp_path
        await answer(program)
        await program.press("f5")
        screen = program.app.screen
        assert isinstance(screen, ImportScreen)
        assert screen.given == {"tahun": "2017", "unit": "Subbagian Umum (1.1.2)"}


async def test_f5_before_the_answers_are_right_shows_what_is_missing(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        await program.press("f5")
        assert isinstance(program.app.screen, StartScreen)
        assert "isi dahulu" in program.screen_text()
        await answer(program)
        await program.press("enter")
        assert isinstance(program.app.screen, ChooseScreen)


async def test_every_fault_stands_beside_its_field_and_nothing_is_made(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        for text in ("Umum", "", "2013", "", "123"):
            await program.type(text)
            await program.press("enter")
        await program.press("ctrl+s")
        assert "isi dahulu" in program.screen_text()
        await program.type("1.1")
        await program.press("ctrl+s")
        assert "dimulai tahun 2014" in program.screen_text()
        assert "NIP harus 18 angka" in program.screen_text()
        assert "isi namanya juga" in program.screen_text()
        with program.sitting.reading() as connection:
            assert not office(connection).tahun


@pytest.mark.parametrize(
    ("tahun", "words"),
    [("20188", "empat angka"), ("9999", "terlalu jauh"), ("٢٠١٧", "empat angka")],
)
async def test_a_mistyped_year_is_told_beside_its_field(
    open_program: Open, tahun: str, words: str
) -> None:
    async with open_program(empty=True) as program:
        await answer(program, tahun)
        await program.press("ctrl+s")
        assert words in program.screen_text()
        with program.sitting.reading() as connection:
            assert not office(connection).tahun


@pytest.mark.parametrize(("key", "after"), [("enter", ChooseScreen), ("f5", ImportScreen)])
async def test_a_year_after_the_next_one_is_asked_about_before_all_comes_into_it(
    open_program: Open, tmp_path: Path, key: str, after: type[object]
) -> None:
    async with open_program(empty=True) as program:
        program.app.import_folder = tmp_path
        await answer(program, "2205")
        await program.press(key)
        assert isinstance(program.app.screen, AskScreen)
        assert "Tahun 2205?" in program.screen_text()
        assert "Hari ini 19 Januari 2018" in program.screen_text()
        await program.press("escape")
        assert isinstance(program.app.screen, StartScreen)
        with program.sitting.reading() as connection:
            assert not office(connection).tahun
        await program.press(key, "y")
        assert isinstance(program.app.screen, after)
        with program.sitting.reading() as connection:
            assert [satu.periode.tahun for satu in office(connection).tahun] == [2205]


async def test_a_far_year_that_is_given_up_does_not_lead_to_the_import_later(
    open_program: Open,
) -> None:
    async with open_program(empty=True) as program:
        await answer(program, "2205")
        await program.press("f5", "escape")
        screen = program.app.screen
        assert isinstance(screen, StartScreen)
        screen.entries["tahun"].put("2019")
        await program.press("enter")
        assert isinstance(program.app.screen, ChooseScreen), "the next year is not asked about"


async def test_undoing_the_start_is_asked_about_and_leads_back_to_its_questions(
    open_program: Open,
) -> None:
    async with open_program(empty=True) as program:
        await answer(program)
        await program.press("enter", "n", "ctrl+z")
        assert "pertanyaan awal ditanyakan lagi" in program.screen_text()
        await program.press("escape")
        assert room_of(program) is Room.UNIT
        await program.press("ctrl+z")
        await program.press("y")
        assert room_of(program) is Room.AWAL


async def test_f3_leaves_for_the_sample_office(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        await program.press("f3")
        assert program.app.wants_sample


async def test_f3_asks_when_something_typed_would_be_lost(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        await program.press("x", "f3")
        assert isinstance(program.app.screen, AskScreen)
        await program.press("escape")
        assert not program.app.wants_sample
        await program.press("f3", "y")
        assert program.app.wants_sample


async def test_esc_does_not_lead_to_a_screen_without_a_unit(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        await program.press("escape")
        assert isinstance(program.app.screen, StartScreen)


async def import_list(program: Program, folder: Path) -> None:
    """Answer the questions of the first start, and bring a list of people to its plan."""
    book(folder / "DUK 2017.xlsx", {"DUK": duk()})
    program.app.import_folder = folder
    await answer(program)
    await program.press("enter", "i")
    await go_to(program, "duk")
    await program.press("f5")


async def test_an_import_without_appraisers_offers_the_one_of_the_questions_at_one_key(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program(empty=True) as program:
        await import_list(program, tmp_path)
        await program.press("enter", "y")
        offered = "T: Bram Contoh (atasannya Sari Contoh) menjadi penilai 3 pegawai."
        assert offered in program.screen_text()
        assert "T Penilai" in program.line("keys")
        assert set(raters(program)) == {None}
        await program.press("t")
        assert set(raters(program)) == {"196703121993031908"}
        assert offered not in program.screen_text()
        assert (
            "Bram Contoh (atasannya Sari Contoh) menjadi penilai 3 pegawai." in program.toasts()[-1]
        )
        assert "sudah diterapkan" in program.line("headline")
        await program.press("t")
        assert "Tidak ada penilai yang ditawarkan" in program.toasts()[-1]
        await program.press("enter", "ctrl+z")
        assert set(raters(program)) == {None}


async def test_the_list_of_people_goes_on_offering_him_until_it_is_taken(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program(empty=True) as program:
        await import_list(program, tmp_path)
        await program.press("enter", "y", "enter", "p")
        foot = program.line("people-foot")
        assert "3 dari 3 pegawai belum punya penilai · P memilih · T menetapkan Bram Contoh" in foot
        await program.press("t")
        assert set(raters(program)) == {"196703121993031908"}
        assert "belum punya penilai" not in program.line("people-foot")
        await program.press("ctrl+z")
        assert set(raters(program)) == {None}
        assert "T menetapkan Bram Contoh" in program.line("people-foot")


async def test_f2_lists_the_appraiser_of_the_questions_though_he_is_no_employee(
    open_program: Open,
) -> None:
    async with open_program(empty=True) as program:
        await answer(program)
        await program.press("enter", "k")
        form = program.app.screen
        assert isinstance(form, PersonScreen)
        entry = form.entries["penilai_nip"]
        form.set_focus(entry)
        await program.press("ctrl+u", "f2")
        assert f"Bram Contoh  {ANDA}" in program.screen_text()
        await program.press("enter")
        assert form.answers()["penilai_nip"] == ANDA.replace(" ", "")
        assert form.answers()["penilai_nama"] == "Bram Contoh"
        assert ANDA in program.screen_text()


def raters(program: Program) -> list[str | None]:
    with program.sitting.reading() as connection:
        return [satu["penilai_nip"] for satu in office(connection).daftar.pegawai.values()]


async def test_answers_that_are_typed_but_not_stored_are_not_called_stored(
    open_program: Open,
) -> None:
    async with open_program(empty=True) as program:
        assert UNSAVED not in program.line("headline")
        await program.type("Dinas")
        assert program.line("headline").endswith(UNSAVED)
        await program.press("ctrl+s")
        assert program.line("headline").endswith(UNSAVED)
