"""Tahun baru dari tahun lalu, by keys alone, down to what is stored and exported."""

import re
from decimal import Decimal

from textual.screen import Screen

from skp_tui.services.base.views import UnitView, read_unit
from skp_tui.services.office.configuring import create_period
from skp_tui.services.office.listing import office
from skp_tui.services.sending.profiles import data_records
from skp_tui.storage.reading.office_reader import read_years
from skp_tui.ui.screens.copying.new_year import BeginYearScreen
from skp_tui.ui.screens.office.screen import OfficeScreen
from skp_tui.ui.screens.unit.screen import UnitScreen
from tests.ui.conftest import TAHUN, Open, Program

BARU = TAHUN + 1


def shows(program: Program, kind: type[Screen[None]]) -> bool:
    """Say whether a kind of screen is on top."""
    return isinstance(program.app.screen, kind)


def years(program: Program) -> list[int]:
    with program.sitting.reading() as connection:
        return read_years(connection)


def numbers(view: UnitView) -> dict[str, int]:
    """Count everybody's activities in his last post."""
    last = ((satu.nip, satu.penilaian.bagian_terakhir) for satu in view.orang)
    return {nip: len(bagian.kegiatan) if bagian else 0 for nip, bagian in last}


async def test_b_and_enter_begin_the_year_with_everybodys_targets(open_program: Open) -> None:
    async with open_program() as program:
        last = numbers(program.stored())
        await program.press("o", "tab", "b")
        assert shows(program, BeginYearScreen)
        assert "41 pegawai termasuk 2018; 41 menerima" in program.screen_text()
        assert "1 dilewati: tidak aktif tahun 2018." in program.screen_text()
        await program.press("t")
        await program.type("97,5")
        await program.press("enter")
        assert "Target persentase minimal Baik 97,5 %" in program.screen_text()
        await program.press("enter")
        view = program.stored(BARU)
        assert view.periode.target_indikator == Decimal("97.5")
        gone = set(last) - set(numbers(view))
        assert len(gone) == 1
        assert numbers(view) == {nip: count for nip, count in last.items() if nip not in gone}
        assert all(
            satu.realisasi_kuantitas is None
            for orang in view.orang
            for part in orang.penilaian.bagian
            for satu in part.kegiatan
        )


async def test_what_was_done_is_told_and_the_new_year_shown_which_leaves_with_its_export(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "b", "enter")
        many = sum(numbers(program.stored(BARU)).values())
        told = f"Tahun {BARU} dibuat, {many} kegiatan disalin. Ctrl+Z membatalkan."
        assert program.toasts()[-1] == told
        assert shows(program, UnitScreen)
        assert f"· {BARU} · PP 46/2011" in program.screen_text()
        with program.sitting.reading() as connection:
            rows = data_records(connection, read_unit(connection, BARU, "1"))["kegiatan"]
        assert {row["tahun"] for row in rows} == {str(BARU)}
        assert len(rows) == sum(numbers(program.stored(BARU)).values())
        assert {row["realisasi_kuantitas"] for row in rows} == {None}


async def test_one_undo_takes_year_and_targets_back(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "b", "enter", "ctrl+z")
        assert "Batalkan langkah besar?" in program.screen_text()
        assert BARU in years(program)
        await program.press("y")
        assert years(program) == [TAHUN]
        assert "Tahun 2018 dari 2017" in program.toasts()[-2]
        await program.press("t", "home", "enter", "enter")
        assert not shows(program, UnitScreen)


async def test_undoing_a_year_goes_back_to_the_year_shown_before_and_says_so(
    open_program: Open,
) -> None:
    async with open_program() as program:
        # two years are begun one after the other, and taken back one after the other
        await program.press("o", "tab", "b", "enter", "o", "tab", "home", "b", "enter")
        assert program.unit.tahun == BARU + 1
        for gone, shown in ((BARU + 1, BARU), (BARU, TAHUN)):
            await program.press("ctrl+z")
            await program.press("y")
            told = f"Tahun {gone} tidak ada lagi; yang tampil tahun {shown}."
            assert program.toasts()[-1] == told
            assert program.unit.tahun == shown
            assert f"· {shown} · PP 46/2011" in program.screen_text()
            assert len(program.unit.people.rows) > 0
        assert years(program) == [TAHUN]


async def test_a_year_that_was_chosen_empty_stays_chosen_when_its_making_is_undone(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("t", "up", "enter")
        assert program.unit.tahun == BARU
        await program.press("o", "tab", "b", "enter")
        assert years(program) == [BARU, TAHUN]
        await program.press("ctrl+z")
        await program.press("y")
        assert years(program) == [TAHUN]
        assert program.unit.tahun == BARU
        assert "tidak ada lagi" not in program.toasts()[-1]


async def test_without_a_unit_the_year_is_pointed_at_in_its_list(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        program.write(lambda writer: create_period(writer, TAHUN))
        program.app.push_screen(OfficeScreen(None))
        await program.settle()
        await program.press("tab", "b", "enter")
        screen = program.app.screen
        assert isinstance(screen, OfficeScreen)
        assert screen.listed.cursor_row == str(BARU)


async def test_s_makes_the_year_alone_and_turns_back(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "b", "s")
        assert "; kegiatan tidak disalin (S menyalinnya)." in program.screen_text()
        await program.press("s")
        assert re.search(r"41 menerima \d+ kegiatan\.", program.screen_text())
        await program.press("s", "enter")
        assert years(program) == [BARU, TAHUN]
        assert set(numbers(program.stored(BARU)).values()) == {0}


async def test_what_the_year_gets_is_read_whole(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "b")
        words = " ".join(program.line("copy-about").splitlines())
        assert "(T mengisi) · batas 31 Januari 2019 · pengaturan 2017" in words


async def test_a_mark_taken_away_leaves_one_person_out(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "b", "space", "enter")
        assert sorted(numbers(program.stored(BARU)).values())[:2] == [0, 3]


async def test_the_second_time_says_that_there_is_nothing_to_do(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "b", "enter", "o", "tab", "end", "b")
        assert "Tahun 2018 sudah ada: target dan pengaturannya tetap." in program.screen_text()
        await program.press("t")
        assert "diubah dengan Enter" in program.toasts()[-1]
        await program.press("enter")
        assert shows(program, BeginYearScreen)
        assert "tidak ada target untuk disalin" in program.toasts()[-1]


async def test_a_target_that_is_none_is_refused_and_the_old_one_stays(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "b", "t")
        await program.type("banyak")
        await program.press("enter")
        assert "target_indikator" in program.toasts()[-1]
        assert "Target persentase minimal Baik belum ada" in program.screen_text()


async def test_without_any_year_there_is_nothing_to_begin_from(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        program.app.push_screen(OfficeScreen(None))
        await program.settle()
        await program.press("b")
        assert "Belum ada tahun yang dapat dilanjutkan" in program.toasts()[-1]
        with program.sitting.reading() as connection:
            assert office(connection).tahun == ()


async def test_esc_leaves_everything_as_it_was(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "b", "escape")
        assert shows(program, OfficeScreen)
        assert years(program) == [TAHUN]
