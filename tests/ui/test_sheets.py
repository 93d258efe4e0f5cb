"""Sepakati dan kunci: many people at once, one date, one step; who is left out is named."""

import re
from collections import Counter
from datetime import date

import pytest
from textual.widgets import Static

from skp_tui.domain.appraisal import Evaluasi
from skp_tui.services.keeping import checking
from skp_tui.services.signing import signing
from skp_tui.ui.screens.frame.day import DayScreen
from skp_tui.ui.screens.signing.sheet import SheetScreen
from skp_tui.ui.screens.signing.sheets import SheetsScreen
from tests.ui.conftest import TAHUN, Open, Program
from tests.ui.rated import ATAS, SESUAI, open_2025, store


def agreed(program: Program) -> list[str]:
    return [o.nama for o in program.stored().orang if o.penilaian.disepakati is not None]


def locked(program: Program) -> list[str]:
    return [o.nama for o in program.stored().orang if o.penilaian.dikunci is not None]


async def test_k_lists_everybody_with_his_state_and_what_keeps_him(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("k")
        assert isinstance(program.app.screen, SheetsScreen)
        text = program.screen_text()
        assert "Sepakati dan kunci · Kepala Badan · 2017" in text
        assert re.search(r"lengkap +88,64 siap", text)
        assert re.search(r"draf +– kurang 2 realisasi", text)
        assert "40 dari 42 yang tampak siap dikunci · Spasi menandai, + semuanya" in text


async def test_all_complete_ones_are_locked_together_and_the_check_is_clean(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("k", "plus", "k")
        assert isinstance(program.app.screen, DayScreen)
        text = program.screen_text()
        assert "40 pegawai dikunci." in text
        assert "2 tidak ikut:" in text
        assert "Syahrani Contoh: dikecualikan, jadi tidak dikunci" in text
        await program.press("enter")
        assert program.toasts()[-1] == (
            "40 pegawai dikunci 19 Januari 2018. Ctrl+Z membuka semuanya kembali, dengan alasan."
        )
        assert len(locked(program)) == 40
        await program.press("plus", "k")
        assert "0 pegawai dikunci." in program.screen_text()
        await program.press("enter")
        assert "tidak seorang pun dapat ikut" in program.screen_text()
        await program.press("escape", "escape")
        assert program.at(program.unit)
        said = Counter(row.cells[-1] for row in program.unit.people.rows)
        assert said["terkunci"] + said["pembinaan"] + said["± batas"] == 40, said
        assert said["terkunci"] == 35
        assert checking.check_database(program.sitting.path) == []


async def test_only_the_marked_ones_are_locked(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("k", "slash")
        await program.type("sari")
        await program.press("down", "plus", "escape")
        assert "1 ditandai, 1 siap dikunci · S menyepakati" in program.line("people-foot")
        await program.press("k", "enter")
        assert locked(program) == ["Sari Contoh, S.Sos."]
        assert "ditandai" not in program.line("people-foot")


async def test_k_without_marks_locks_nobody_whatever_is_shown(open_program: Open) -> None:
    """A lock is a signature: it takes those who were marked, and nobody by silence."""
    async with open_program() as program:
        await program.press("k", "k", "enter", "enter", "escape")
        assert "Tandai dahulu" in program.toasts()[0]
        await program.press("k", "slash")
        await program.type("wayan")
        await program.press("down")
        assert "0 dari 1 yang tampak siap dikunci" in program.line("people-foot")
        await program.press("k")
        assert isinstance(program.app.screen, SheetsScreen)
        assert locked(program) == []


async def test_marked_people_whom_the_filter_hides_are_counted_before_they_are_locked(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("k", "space", "space", "slash")
        await program.type("wayan")
        await program.press("down")
        foot = "2 ditandai, 2 siap dikunci, 2 tidak tampak · S menyepakati, K mengunci"
        assert program.line("people-foot") == foot
        await program.press("k")
        assert "2 pegawai dikunci." in program.screen_text()
        assert "2 yang ditandai tidak tampak, karena daftarnya disaring." in program.screen_text()
        await program.press("escape")
        assert locked(program) == []
        assert program.line("people-foot") == foot


async def test_marks_stay_when_the_lock_is_refused(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("k", "space", "k")
        nip = next(o.nip for o in program.stored().orang)
        # somebody else's command was faster
        program.write(lambda writer: signing.lock(writer, TAHUN, [nip], date(2018, 1, 10)))
        await program.press("enter")
        assert "sudah dikunci 10 Januari 2018" in program.toasts()[-1]
        assert "1 ditandai" in program.line("people-foot")


async def test_marked_people_agree_with_one_date_and_undo_takes_all_back(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("k", "s")
        assert "Tandai dahulu" in program.toasts()[-1]
        await program.press("space", "space", "s")
        await program.type("12-01-2017")
        await program.press("enter")
        assert len(agreed(program)) == 2
        assert "disepakati 12 Jan 2017" in program.screen_text()
        await program.press("plus", "s")
        assert "sudah disepakati 12 Januari 2017" in program.screen_text()
        await program.type("13-01-2017")
        await program.press("enter")
        days = {o.penilaian.disepakati for o in program.stored().orang} - {None}
        assert days == {date(2017, 1, 12), date(2017, 1, 13)}
        await program.press("ctrl+z")
        assert len(agreed(program)) == 2
        await program.press("ctrl+z")
        assert agreed(program) == []


async def test_enter_opens_one_sheet_and_a_lock_there_is_seen_in_the_list(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("k", "enter")
        assert isinstance(program.app.screen, SheetScreen)
        await program.press("k", "enter", "escape")
        assert "Sepakati dan kunci" in program.line("headline")
        assert "dikunci 19 Jan 2018" in program.screen_text()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 10), (20, 5), (5, 2)])
async def test_the_list_is_drawn_at_every_size(open_program: Open, size: tuple[int, int]) -> None:
    async with open_program(size=size) as program:
        await program.press("k", "space", "plus", "s", "escape", "f1", "escape", "f10", "escape")
        assert isinstance(program.app.screen, SheetsScreen)


async def test_a_year_without_values_shows_the_predikat_that_would_be_locked(
    open_program: Open,
) -> None:
    rated = Evaluasi(hasil_kerja=ATAS, perilaku_kerja=SESUAI)
    async with open_program() as program:
        await open_2025(program)
        await store(program, **{"Drs. Baharuddin": rated})
        await program.press("k")
        text = program.screen_text()
        assert re.search(r"Nama +│ Keadaan +Predikat +Untuk dikunci", text)
        assert re.search(r"Baharuddin.* lengkap +Baik +siap; belum ", text)
        assert re.search(r" draf +– +kurang", text)
        await program.press("space", "k")
        about = program.app.screen.query_one("#day-about", Static)
        assert "Perhatikan: 1 di antaranya belum ada hasil kerja." in str(about.content)
        # in the sheet of one it is said as well
        await program.press("escape", "up", "enter", "k")
        about = program.app.screen.query_one("#day-about", Static)
        assert "Perhatikan: belum ada hasil kerja." in str(about.content)
