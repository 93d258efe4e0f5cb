"""Pegawai: one person or several, by keys alone; what is refused stands beside its field."""

from collections import Counter

import pytest

from skp_tui.domain.nip import shown_nip
from skp_tui.domain.search import fits, words_of
from skp_tui.services.base.editing import save_records
from skp_tui.services.office.listing import people_list
from skp_tui.storage.reading.records import Rekaman
from skp_tui.ui.screens.form.field import Entry
from skp_tui.ui.screens.form.form import FormScreen
from skp_tui.ui.screens.form.pick import PickScreen
from skp_tui.ui.screens.frame.ask import AskScreen, ChooseScreen
from skp_tui.ui.screens.lists.marked_people import MarkedPeople
from skp_tui.ui.screens.people.people import PeopleScreen
from skp_tui.ui.screens.people.people_rows import searched
from skp_tui.ui.screens.people.person import PersonScreen
from skp_tui.ui.screens.people.person_many import ManyScreen
from tests.ui.conftest import Open, Program

BRAM = "198105062006041921"
SARI = "197306071998032907"
NEW = "19900102 201504 2 001"
DIGITS = NEW.replace(" ", "")


def people(program: Program) -> PeopleScreen:
    return next(found for found in program.app.screen_stack if isinstance(found, PeopleScreen))


def form(program: Program) -> FormScreen:
    assert isinstance(program.app.screen, FormScreen)
    return program.app.screen


def stored(program: Program, nip: str) -> Rekaman | None:
    with program.sitting.reading() as connection:
        return people_list(connection).pegawai.get(nip)


def focused(program: Program) -> str:
    entry = program.app.screen.focused
    assert isinstance(entry, Entry)
    return entry.field.nama


async def go_to(program: Program, name: str) -> None:
    """Open Pegawai with the cursor on a person, by the filter."""
    await program.press("p", "slash")
    await program.type(name)
    await program.press("enter")


async def field(program: Program, nama: str) -> None:
    """Walk with Tab to a field of the form."""
    for _ in form(program).entries:
        if focused(program) == nama:
            return
        await program.press("tab")
    raise AssertionError(nama)


async def test_p_lists_the_people_of_the_unit(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("p")
        assert isinstance(program.app.screen, PeopleScreen)
        assert len(people(program).people.rows) == 42
        assert "42 pegawai" in program.screen_text()


async def test_a_new_person_gets_the_usual_appraisers_and_is_stored(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("ctrl+n")
        assert isinstance(program.app.screen, PersonScreen)
        await program.type(NEW)
        await program.press("enter")
        await program.type("Ratna Contoh")
        await program.press("enter")
        await program.type("1.1.2")
        await program.press("enter", "ctrl+s")
        assert program.at(program.unit)
        found = stored(program, DIGITS)
        assert found is not None
        assert (found["nama"], found["unit"], found["status"]) == ("Ratna Contoh", "1.1.2", "PNS")
        assert "Pegawai tersimpan. Ctrl+Z membatalkan." in program.toasts()
        assert any(satu.nip == DIGITS for satu in program.stored().orang)
        assert program.unit.people.cursor_row == DIGITS
        await program.press("ctrl+z")
        assert stored(program, DIGITS) is None


@pytest.mark.parametrize(("digits", "told"), [("201703", True), ("201603", False)])
async def test_a_nip_of_the_year_that_is_worked_on_points_at_when_he_came(
    open_program: Open, digits: str, told: bool
) -> None:
    async with open_program() as program:
        await program.press("ctrl+n")
        await program.type(f"19900101{digits}1001")
        said = [satu for satu in program.toasts() if "diangkat 2017: isi juga Aktif sejak" in satu]
        assert bool(said) is told
        assert "aktif_sejak" in form(program).entries


async def test_the_cursor_of_the_list_goes_to_the_new_person(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("p", "ctrl+n")
        await program.type(NEW)
        await program.press("enter")
        await program.type("Ratna Contoh")
        await program.press("enter")
        await program.type("1.1.2")
        await program.press("enter", "ctrl+s")
        assert people(program).people.cursor_row == DIGITS


async def test_a_new_person_gets_the_appraisers_of_the_unit_that_is_chosen(
    open_program: Open,
) -> None:
    async with open_program() as program:
        near = {
            satu.nip: satu.penilaian.pegawai
            for satu in program.stored().orang
            if satu.penilaian.unit == "1.1.2"
        }
        usual = Counter(satu.penilai.nip for satu in near.values()).most_common(1)[0][0]
        await program.press("ctrl+n")
        first = form(program).answers()["penilai_nip"]
        assert first != usual
        await field(program, "unit")
        await program.type("1.1.2")
        await program.press("enter")
        answers = form(program).answers()
        assert answers["penilai_nip"] == usual
        known = stored(program, usual)
        assert known is not None
        assert answers["penilai_nama"] == known["nama"]


async def test_appraisers_that_were_typed_stay_when_the_unit_changes(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("ctrl+n")
        await field(program, "penilai_nip")
        await program.press("ctrl+u")
        await program.type("196402141990031005")
        await program.press("shift+tab")
        while focused(program) != "unit":
            await program.press("shift+tab")
        await program.type("1.1.2")
        await program.press("enter")
        assert form(program).answers()["penilai_nip"] == "196402141990031005"


async def test_what_must_be_answered_is_asked_beside_its_field(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("ctrl+n", "ctrl+s")
        assert isinstance(program.app.screen, PersonScreen)
        assert focused(program) == "nip"
        assert [nama for nama, row in form(program).rows.items() if row.refused] == ["nip", "nama"]
        await program.type("1")
        assert not form(program).rows["nip"].refused


async def test_a_faulty_nip_is_refused_beside_its_field_and_nothing_is_stored(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("ctrl+n")
        await program.type("1,98E+17")
        await program.press("enter")
        await program.type("Ratna")
        await program.press("ctrl+s")
        assert form(program).rows["nip"].refused
        assert "dirusak Excel" in program.screen_text()
        assert not program.app.saving.failed
        assert len(program.stored().orang) == 42


async def test_a_nip_that_is_taken_changes_nobody(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("ctrl+n")
        await program.type(BRAM)
        await program.press("enter")
        await program.type("Orang Lain")
        await program.press("ctrl+s")
        assert "sudah dipakai" in program.screen_text()
        bram = stored(program, BRAM)
        assert bram is not None
        assert bram["nama"] == "Bram Contoh"


async def test_only_what_was_changed_is_changed(open_program: Open) -> None:
    async with open_program() as program:
        await go_to(program, "bram")
        before = stored(program, BRAM)
        await program.press("enter", "end")
        await program.type(", S.E.")
        await program.press("ctrl+s")
        after = stored(program, BRAM)
        assert before is not None
        assert after == {**before, "nama": "Bram Contoh, S.E."}


async def test_choosing_another_unit_moves_the_person(open_program: Open) -> None:
    async with open_program() as program:
        await go_to(program, "bram")
        await program.press("enter")
        await field(program, "unit")
        await program.type("mutasi um")
        assert isinstance(program.app.screen, PickScreen)
        await program.press("enter", "ctrl+s")
        found = stored(program, BRAM)
        assert found is not None
        assert found["unit"] == "1.3.2"


async def test_delete_clears_a_choice_that_may_be_empty(open_program: Open) -> None:
    async with open_program() as program:
        await go_to(program, "bram")
        await program.press("enter")
        await field(program, "golongan")
        await program.press("delete", "ctrl+s")
        found = stored(program, BRAM)
        assert found is not None
        assert found["golongan"] is None


async def test_a_known_appraiser_brings_the_rest_along_and_goes_on_following(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await go_to(program, "bram")
        await program.press("enter")
        await field(program, "penilai_nip")
        await program.press("f2")
        await program.type("deetje")
        await program.press("enter")
        answers = form(program).answers()
        assert answers["penilai_nama"] == "Deetje Contoh, S.E."
        assert answers["penilai_jabatan"] == "Bendahara Pengeluaran"
        await program.press("ctrl+s")
        with program.sitting.reading() as connection:
            row = connection.execute(
                "SELECT penilai_nip, penilai_nama, penilai_jabatan FROM pegawai WHERE nip = ?",
                (BRAM,),
            ).fetchone()
        assert row == (answers["penilai_nip"], None, None)


async def test_another_nip_takes_the_former_appraisers_name_away(open_program: Open) -> None:
    async with open_program() as program:
        await go_to(program, "bram")
        await program.press("enter")
        await field(program, "penilai_nip")
        await program.press("ctrl+u")
        await program.type("196402141990031005")
        assert form(program).answers()["penilai_nama"] == ""
        await program.press("enter")
        await program.type("Dari Luar, S.H.")
        await program.press("ctrl+s")
        found = stored(program, BRAM)
        assert found is not None
        assert found["penilai_nip"] == "196402141990031005"
        assert found["penilai_nama"] == "Dari Luar, S.H."
        assert found["penilai_jabatan"] is None


async def test_marked_people_get_the_same_appraiser_in_one_step(open_program: Open) -> None:
    async with open_program() as program:
        await go_to(program, "a.md")
        names = [row.key for row in people(program).people.rows]
        before = [stored(program, nip) for nip in names]
        await program.press("plus")
        assert len(names) > 2
        assert people(program).list.marked == set(names)
        await program.press("p")
        assert isinstance(program.app.screen, ManyScreen)
        await program.press("f2")
        await program.type("sari contoh")
        await program.press("enter", "ctrl+s")
        assert isinstance(program.app.screen, PeopleScreen)
        assert not people(program).list.marked
        rows = [stored(program, nip) for nip in names]
        assert all(row is not None and row["penilai_nip"] == SARI for row in rows)
        await program.press("ctrl+z")
        assert [stored(program, nip) for nip in names] == before


async def test_space_marks_and_goes_down_and_takes_the_mark_away(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("p", "space", "insert")
        assert len(people(program).list.marked) == 2
        assert "2 ditandai" in program.screen_text()
        await program.press("home", "space")
        assert len(people(program).list.marked) == 1


async def test_marks_that_the_filter_hides_are_counted_and_take_part(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("p", "space", "slash")
        await program.type("bram")
        await program.press("enter", "space")
        assert "2 ditandai (1 tidak tampak)" in program.screen_text()
        await program.press("p")
        assert "Penilai dan unit · 2 pegawai" in program.screen_text()


async def test_an_empty_form_for_many_changes_nothing(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("p", "space", "p", "ctrl+s")
        assert isinstance(program.app.screen, PeopleScreen)
        assert program.app.saving.since is None


async def test_f8_says_what_goes_along_and_undo_brings_all_back(open_program: Open) -> None:
    async with open_program() as program:
        before = program.stored().of(BRAM)
        await go_to(program, "bram")
        await program.press("f8")
        assert isinstance(program.app.screen, AskScreen)
        assert "Ikut terhapus: 1 penilaian (tahun)" in program.screen_text()
        await program.press("escape")
        assert stored(program, BRAM) is not None
        await program.press("f8", "y")
        assert stored(program, BRAM) is None
        await program.press("ctrl+z")
        assert program.stored().of(BRAM) == before


async def test_n_corrects_a_nip_everywhere(open_program: Open) -> None:
    new = "197306071998032909"
    async with open_program() as program:
        await go_to(program, "sari")
        await program.press("n")
        await program.type("19730607 199803 2")
        await program.press("ctrl+s")
        assert "NIP harus 18 angka" in program.screen_text()
        await program.type(" 909")
        await program.press("ctrl+s")
        assert stored(program, SARI) is None
        bram = stored(program, BRAM)
        assert bram is not None
        assert bram["penilai_nip"] == new


async def test_esc_asks_before_something_typed_is_lost(open_program: Open) -> None:
    async with open_program() as program:
        await go_to(program, "bram")
        await program.press("enter", "escape")
        assert isinstance(program.app.screen, PeopleScreen)
        await program.press("enter", "x", "escape")
        assert isinstance(program.app.screen, ChooseScreen)
        await program.press("escape")
        assert form(program).changed() == {"nama": "Bram Contohx"}
        await program.press("escape", "b")
        found = stored(program, BRAM)
        assert found is not None
        assert found["nama"] == "Bram Contoh"
        await program.press("enter", "x", "escape", "s")
        found = stored(program, BRAM)
        assert found is not None
        assert found["nama"] == "Bram Contohx"


async def test_quitting_asks_before_something_typed_is_lost(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("ctrl+n", "1", "ctrl+q")
        assert isinstance(program.app.screen, AskScreen)
        await program.press("escape")
        assert form(program).answers()["nip"] == "1"


async def test_typed_text_is_stored_without_control_signs(open_program: Open) -> None:
    async with open_program() as program:
        await go_to(program, "bram")
        await program.press("enter")
        program.app.screen.query_one("TextEntry").value = "Bram \x1b[31m\u202eX [red]"  # type: ignore[attr-defined]  # an Input
        await program.press("ctrl+s")
        found = stored(program, BRAM)
        assert found is not None
        assert found["nama"] == "Bram X [red]"


async def test_arrows_enter_and_tab_walk_through_the_fields(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("ctrl+n", "enter")
        assert focused(program) == "nama"
        await program.press("down")
        assert focused(program) == "unit"
        await program.press("up", "shift+tab")
        assert focused(program) == "nip"
        await program.press("f2")
        assert any("tidak ada daftarnya" in toast for toast in program.toasts())


def test_somebody_without_a_post_is_not_found_by_the_word_none() -> None:
    person = dict.fromkeys(("nama", "nip", "jabatan"), None) | {"nama": "Siti", "nip": "1"}
    assert fits(words_of("siti"), searched(person))
    assert not fits(words_of("none"), searched(person))


async def test_a_nip_is_grouped_in_its_field_however_it_is_typed(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("p", "ctrl+n")
        await program.type(DIGITS)
        await program.press("tab")
        assert NEW in program.screen_text()
        assert DIGITS not in program.screen_text()
        assert form(program).answers()["nip"] == DIGITS
        await program.press("shift+tab")
        assert focused(program) == "nip"
        await program.press("end", "backspace", "tab")
        assert form(program).answers()["nip"] == NEW[:-1], "what is no NIP stays as it is typed"


async def test_an_appraisers_nip_is_grouped_and_leaving_its_field_changes_nothing(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await go_to(program, "wayan")
        await program.press("enter")
        await field(program, "penilai_nip")
        before = form(program).answers()
        assert len(before["penilai_nip"]) == len(DIGITS)
        assert shown_nip(before["penilai_nip"]) in program.screen_text()
        await program.press("tab", "escape")
        assert isinstance(program.app.screen, PeopleScreen), "nothing was typed, nothing is asked"


async def test_another_appraiser_brings_who_is_above_him_and_one_undo_takes_both_back(
    open_program: Open,
) -> None:
    async with open_program() as program:
        before = stored(program, BRAM)
        assert before is not None
        await go_to(program, "bram")
        await program.press("enter")
        await field(program, "penilai_nip")
        await program.press("f2")
        await program.type("retno")
        await program.press("enter")
        above = stored(program, form(program).answers()["penilai_nip"])
        assert above is not None
        assert above["penilai_nip"] != before["atasan_penilai_nip"]
        assert form(program).answers()["atasan_penilai_nip"] == above["penilai_nip"]
        await program.press("ctrl+s")
        now = stored(program, BRAM)
        assert now is not None
        assert now["atasan_penilai_nip"] == above["penilai_nip"]
        assert any("Atasan penilainya: " in toast for toast in program.toasts())
        await program.press("ctrl+z")
        assert stored(program, BRAM) == before


async def test_the_headline_says_how_many_of_those_listed_the_year_counts(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("p")
        assert "tercatat" not in program.line("headline")
        await program.press("escape")
        gone = {"nip": BRAM, "nama": "Bram Contoh", "unit": "1", "aktif_sampai": "31-12-2016"}
        program.write(lambda writer: save_records(writer, "pegawai", [gone], "pensiun"))
        counted = len(program.stored().orang)
        await program.press("p")
        listed = len(people(program).list.items)
        assert (listed, counted) == (42, 41)
        assert "42 tercatat, 41 masuk tahun 2017" in program.line("headline")


@pytest.mark.parametrize("key", ["p", "k"])
async def test_the_person_of_the_cursor_is_where_a_list_of_people_begins(
    open_program: Open, key: str
) -> None:
    async with open_program() as program:
        await program.press("down", "down", "down")
        nip = program.unit.people.cursor_row
        await program.press(key)
        screen = program.app.screen
        assert isinstance(screen, MarkedPeople)
        assert screen.people.cursor_row == nip
