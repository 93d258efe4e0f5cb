"""Unit dan periode: units, years and exceptions, by keys alone."""

import sqlite3

import pytest

from skp_tui.services.office.listing import DataKantor, office
from skp_tui.services.signing.signing import lock
from skp_tui.ui.screens.form.form import FormScreen
from skp_tui.ui.screens.office.screen import OfficeScreen
from tests.ui.conftest import TAHUN, Open, Program

BRAM = "198105062006041921"


def stored(program: Program) -> DataKantor:
    with program.sitting.reading() as connection:
        return office(connection)


def target(program: Program, tahun: int = TAHUN) -> str | None:
    found = next(satu for satu in stored(program).tahun if satu.periode.tahun == tahun)
    value = found.periode.target_indikator
    return None if value is None else str(value)


def shown(program: Program) -> OfficeScreen:
    assert isinstance(program.app.screen, OfficeScreen)
    return program.app.screen


def form(program: Program) -> FormScreen:
    assert isinstance(program.app.screen, FormScreen)
    return program.app.screen


async def new_unit(program: Program, nama: str, kode: str) -> None:
    """Answer the form of a new unit in the order in which the first start asks."""
    await program.type(nama)
    await program.press("enter")
    await program.type(kode)
    await program.press("ctrl+s")


async def test_o_shows_the_units_as_a_tree_and_tab_the_other_lists(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o")
        assert "[Unit] 16" in program.screen_text()
        assert "  Subbagian Umum" in program.screen_text()
        await program.press("tab")
        assert "[Tahun] 1" in program.screen_text()
        await program.press("tab")
        assert "[Pengecualian] 1" in program.screen_text()
        assert "pensiun" in program.screen_text()
        await program.press("tab")
        assert "[Unit] 16" in program.screen_text()
        await program.press("shift+tab")
        assert "[Pengecualian] 1" in program.screen_text()


async def test_a_new_unit_comes_below_the_one_of_the_cursor_and_can_be_removed(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("o", "down", "ctrl+n")
        await new_unit(program, "Subbagian Baru", "1.1.9")
        assert stored(program).daftar.units["1.1.9"].induk == "1.1"
        assert shown(program).listed.cursor_row == "1.1.9"
        await program.press("f8", "y")
        assert "1.1.9" not in stored(program).daftar.units
        await program.press("ctrl+z")
        assert "1.1.9" in stored(program).daftar.units


async def test_units_made_one_after_another_stand_beside_each_other(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "down", "ctrl+n")
        assert "Unit baru · di bawah Sekretariat" in program.line("headline")
        await new_unit(program, "Subbagian Baru", "1.1.8")
        assert "di bawah Sekretariat" in program.toasts()[-1]
        assert shown(program).listed.cursor_row == "1.1.8"
        await program.press("ctrl+n")
        assert "Unit baru · di bawah Sekretariat" in program.line("headline")
        await new_unit(program, "Subbagian Lain", "1.1.9")
        await program.press("ctrl+n", "tab", "tab", "delete")
        assert "Unit baru · unit teratas" in program.line("headline")
        await program.press("shift+tab", "shift+tab")
        await new_unit(program, "Kelurahan", "2")
        await program.press("ctrl+n")
        await new_unit(program, "Kecamatan", "3")
        units = stored(program).daftar.units
        assert [units[kode].induk for kode in ("1.1.8", "1.1.9", "2", "3")] == [
            "1.1", "1.1", None, None,
        ]  # fmt: skip


async def test_once_the_cursor_moved_a_new_unit_comes_below_the_one_of_the_cursor(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("o", "down", "ctrl+n")
        await new_unit(program, "Subbagian Baru", "1.1.9")
        await program.press("up", "down", "ctrl+n")
        assert "Unit baru · di bawah Subbagian Baru" in program.line("headline")
        await program.press("escape", "enter", "end")
        await program.type("!")
        await program.press("ctrl+s", "ctrl+n")
        assert "Unit baru · di bawah Subbagian Baru!" in program.line("headline")


async def test_the_code_of_a_unit_is_corrected_in_one_step_with_all_that_belongs_to_it(
    open_program: Open,
) -> None:
    async with open_program() as program:
        program.write(lambda writer: lock(writer, TAHUN, [BRAM], program.app.today))
        before = program.stored().rekap
        await program.press("o", "down", "enter")
        await program.type("!")
        await program.press("enter", "ctrl+u")
        await program.type("1.7")
        await program.press("ctrl+s")
        units = stored(program).daftar.units
        assert "1.1" not in units
        assert (units["1.7"].nama, units["1.1.1"].induk) == ("Sekretariat!", "1.7")
        assert program.stored().rekap.dinilai == before.dinilai
        assert shown(program).listed.cursor_row == "1.7"
        await program.press("ctrl+z")
        units = stored(program).daftar.units
        assert (units["1.1"].nama, units["1.1.1"].induk) == ("Sekretariat", "1.1")
        assert "1.7" not in units


async def test_the_unit_that_is_looked_at_stays_in_view_when_its_code_is_corrected(
    open_program: Open,
) -> None:
    async with open_program() as program:
        seen = program.unit.view
        await program.press("o", "enter", "enter", "ctrl+u")
        await program.type("9")
        await program.press("ctrl+s", "escape")
        assert program.unit.view is not None
        assert seen is not None
        assert program.unit.view.unit.kode == "9"
        assert len(program.unit.view.orang) == len(seen.orang)


@pytest.mark.parametrize("typed", ["1.2", " 1.2 "])
async def test_a_code_of_another_unit_is_refused_and_nothing_is_changed(
    open_program: Open, typed: str
) -> None:
    async with open_program() as program:
        await program.press("o", "down", "enter", "end")
        await program.type("!")
        await program.press("enter", "ctrl+u")
        await program.type(typed)
        await program.press("ctrl+s")
        assert "sudah dipakai unit lain" in program.screen_text()
        assert stored(program).daftar.units["1.1"].nama == "Sekretariat"


async def test_a_unit_that_is_used_stays_and_says_what_uses_it(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "f8", "y")
        assert any("masih punya" in toast for toast in program.toasts())
        assert "1" in stored(program).daftar.units
        assert not program.app.saving.failed


async def test_a_code_that_is_taken_is_refused_beside_its_field(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "ctrl+n")
        await new_unit(program, "x", "1.1")
        assert "sudah dipakai" in program.screen_text()
        assert stored(program).daftar.units["1.1"].nama == "Sekretariat"


async def test_a_unit_is_renamed_and_moved(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "down", "down", "enter", "end")
        await program.type(" Daerah")
        await program.press("enter", "enter")
        await program.type("mutasi")
        await program.press("enter", "ctrl+s")
        unit = stored(program).daftar.units["1.1.1"]
        assert (unit.nama, unit.induk) == ("Subbagian Program dan Keuangan Daerah", "1.3")


async def test_a_new_year_is_made_and_one_before_2014_says_why_not(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "ctrl+n")
        await program.type("2013")
        await program.press("ctrl+s")
        assert "penilaian dimulai tahun 2014" in program.screen_text()
        await program.press("ctrl+u")
        await program.type("2018")
        await program.press("ctrl+s")
        assert [satu.periode.tahun for satu in stored(program).tahun] == [2018, 2017]
        assert shown(program).listed.cursor_row == "2018"
        await program.press("ctrl+n")
        await program.type("2018")
        await program.press("ctrl+s")
        assert "sudah ada" in program.screen_text()
        await program.press("ctrl+u")
        await program.type("lusa")
        await program.press("ctrl+s")
        assert "empat angka" in program.screen_text()
        await program.press("ctrl+u")
        await program.type("20199")
        await program.press("ctrl+s")
        assert "empat angka" in program.screen_text()


async def test_a_year_after_the_next_one_is_asked_about_wherever_it_is_made(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "ctrl+n")
        await program.type("2019")
        await program.press("ctrl+s")
        assert shown(program).listed.cursor_row == "2019"
        await program.press("b")
        assert "Tahun 2020?" in program.screen_text()
        await program.press("escape", "b", "y")
        assert "Tahun baru · 2020 dari 2019" in program.line("headline")
        await program.press("escape", "ctrl+n")
        await program.type("2205")
        await program.press("ctrl+s")
        assert "Tahun 2205?" in program.screen_text()
        await program.press("escape", "escape", "b")
        assert [satu.periode.tahun for satu in stored(program).tahun] == [2019, 2017]


async def test_the_target_of_a_year_is_changed_and_the_percentages_follow(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "enter", "ctrl+u")
        await program.type("80,5")
        await program.press("ctrl+s")
        assert target(program) == "80.5"
        await program.press("escape")
        assert "Target 80,50 %" in program.line("head")


async def test_a_setting_that_cannot_be_is_refused_and_none_is_changed(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "enter", "ctrl+u")
        await program.type("90")
        await program.press("tab", "tab", "tab", "tab", "ctrl+u")
        await program.type("55;70;85")
        await program.press("ctrl+s")
        assert form(program).rows["pita_capaian"].refused
        assert "tidak menurun" in program.screen_text()
        assert target(program) == "96"


async def test_each_list_names_its_own_keys_and_what_its_numbers_count(
    open_program: Open,
) -> None:
    async with open_program(size=(120, 40)) as program:
        await program.press("o")
        assert "B Tahun baru" not in program.line("keys")
        assert "G Peraturan" not in program.line("keys")
        assert "F8 Hapus" in program.line("keys")
        assert "Pegawai: hanya yang langsung di unit itu" in program.line("office-about")
        await program.press("tab")
        assert "Ctrl+N Baru  B Tahun baru  G Peraturan  " in program.line("keys")
        assert "F8" not in program.line("keys")
        for key in ("Enter", "Ctrl+N", "B ", "G "):
            assert key in program.line("keys")
            assert key in program.line("office-about")
        await program.press("tab")
        assert "G Peraturan" not in program.line("keys")


async def test_an_emptied_target_is_none(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "enter", "ctrl+u", "ctrl+s")
        assert target(program) is None


async def test_frozen_settings_are_only_shown_and_say_why(open_program: Open) -> None:
    async with open_program() as program:
        program.write(lambda writer: lock(writer, TAHUN, [BRAM], program.app.today))
        await program.press("o", "tab", "enter")
        entries = form(program).entries
        assert "kebijakan_batas" not in entries
        assert "kuantitas_nol" not in entries
        assert "target_indikator" in entries
        assert "Kebijakan batas (beku)" in program.screen_text()
        assert "dikunci" in program.screen_text()


async def test_an_exception_is_added_with_reason_and_date_and_removed(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "shift+tab", "ctrl+n")
        await program.type("wayan")
        await program.press("enter")
        await program.type("tugas b")
        await program.press("enter")
        await program.type("31-02-2017")
        await program.press("ctrl+s")
        assert "tidak ada di kalender" in program.screen_text()
        await program.press("ctrl+u")
        await program.type("01-09-2017")
        await program.press("enter")
        await program.type("SK 12")
        await program.press("ctrl+s")
        names = {satu.nama: satu for satu in stored(program).pengecualian}
        assert names["Wayan Contoh, A.Md."].alasan == "tugas belajar"
        assert names["Wayan Contoh, A.Md."].rekaman["keterangan"] == "SK 12"
        assert program.unit.view is not None
        assert program.unit.view.rekap.dikecualikan == 2
        await program.press("end", "f8", "y")
        assert [satu.nama for satu in stored(program).pengecualian] == ["Syahrani Contoh"]


async def test_an_exception_is_changed_but_not_its_person(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "shift+tab", "enter")
        assert set(form(program).entries) == {"alasan", "tanggal", "keterangan"}
        await program.press("tab", "ctrl+u")
        await program.type("01-07-2017")
        await program.press("ctrl+s")
        assert stored(program).pengecualian[0].rekaman["tanggal"] == "2017-07-01"


async def test_a_database_that_cannot_be_read_is_told(open_program: Open) -> None:
    async with open_program() as program:
        raw = sqlite3.connect(program.sitting.path)
        raw.execute("PRAGMA user_version = 999")
        raw.commit()
        raw.close()
        await program.press("o")
        assert program.app.is_running
