"""Lembar penilaian: agreement, versions, lock, reopening and objection, by keys alone."""

from datetime import date

import pytest
from textual.widgets import Static

from skp_tui.services.keeping import checking
from skp_tui.services.signing import signing
from skp_tui.services.signing.lembar import LembarPenilaian, read_lembar
from skp_tui.ui.screens.frame.ask import TextScreen
from skp_tui.ui.screens.frame.day import DayScreen
from skp_tui.ui.screens.signing.sheet import SheetScreen
from tests.ui.conftest import TAHUN, Open, Program

SARI = "Sari Contoh"
LEFT_TO_TARGET = ("left",) * 5


def stored(program: Program, name: str = SARI) -> LembarPenilaian:
    with program.sitting.reading() as connection:
        return read_lembar(connection, TAHUN, program.nip_of(name))


async def open_sheet(program: Program, name: str = SARI) -> None:
    program.unit.people.move_to(program.nip_of(name))
    await program.press("l")
    assert isinstance(program.app.screen, SheetScreen)


async def agree(program: Program, day: str) -> None:
    await program.press("s")
    await program.type(day)
    await program.press("enter")


async def test_l_on_unit_and_ctrl_l_on_isi_open_the_sheet_of_the_person(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await open_sheet(program)
        text = program.screen_text()
        assert "Lembar penilaian · Sari Contoh, S.Sos. · 2017" in text
        assert "Keadaan      lengkap" in text
        assert "Nilai        87,60 Baik   (SKP 86,00 · Perilaku 90,00)" in text
        assert "Belum pernah disepakati. S mencatat tanggalnya" in text
        await program.press("escape", "enter", "ctrl+l")
        assert isinstance(program.app.screen, SheetScreen)
        await program.press("escape")
        assert program.at(program.isi)


async def test_what_is_missing_stands_in_the_sheet_and_keeps_it_open(open_program: Open) -> None:
    async with open_program() as program:
        await open_sheet(program, "Wayan")
        assert "Keadaan      draf" in program.screen_text()
        assert "Kurang       realisasi mutu (kegiatan 3)" in program.screen_text()
        await program.press("k")
        assert isinstance(program.app.screen, SheetScreen)
        assert "belum lengkap: realisasi mutu (kegiatan 3)" in program.toasts()[-1]


async def test_an_agreement_is_noted_put_right_and_called_off(open_program: Open) -> None:
    async with open_program() as program:
        await open_sheet(program)
        await agree(program, "12-01-2017")
        assert "Keadaan      disepakati 12 Januari 2017 · lengkap" in program.screen_text()
        assert "6 kegiatan, tidak ada yang berubah sejak itu." in program.screen_text()
        await agree(program, "13/1/2017")
        assert [(v.nomor, v.tanggal) for v in stored(program).versi] == [(1, date(2017, 1, 13))]
        await program.press("x", "y")
        assert stored(program).berlaku is None
        assert "Target versi 1, disepakati 13 Januari 2017, dibatalkan" in program.screen_text()
        await program.press("ctrl+z")
        assert stored(program).berlaku is not None
        await program.press("ctrl+y")
        assert stored(program).berlaku is None


async def test_a_target_changed_after_the_agreement_stands_beside_it(open_program: Open) -> None:
    async with open_program(size=(120, 40)) as program:
        await open_sheet(program)
        await agree(program, "12-01-2017")
        await program.press("escape", "enter")
        await program.press(*LEFT_TO_TARGET)
        await program.type("2")
        await program.press("enter")
        assert "disepakati 12 Jan 2017, 1 target berubah · lengkap" in program.line("headline")
        note = "Disepakati 12 Januari 2017, 1 target berubah sejak itu; Ctrl+L menunjukkannya."
        assert note in program.screen_text()
        await program.press("ctrl+l")
        text = program.screen_text()
        assert "Keadaan      disepakati 12 Januari 2017, 1 target berubah · lengkap" in text
        assert "→ kuantitas 1 → 2   (diubah 19 Januari 2018)" in text
        await agree(program, "3-5-2017")
        assert "Disepakati   3 Mei 2017 (versi 2)" in program.screen_text()
        assert "tidak ada yang berubah sejak itu" in program.screen_text()
        await program.press("v")
        assert "Target versi 1, disepakati 12 Januari 2017   (V: 2 versi)" in program.screen_text()
        assert "→ kuantitas 1 → 2" in program.screen_text()
        await program.press("escape")
        assert "berubah" not in program.line("headline")


async def test_a_target_corrected_on_the_day_of_agreement_is_agreed_again_on_it(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await open_sheet(program)
        await agree(program, "12-01-2017")
        await agree(program, "12-01-2017")
        assert "sudah disepakati pada tanggal itu; target belum berubah" in program.screen_text()
        await program.press("escape", "escape", "enter", *LEFT_TO_TARGET)
        await program.type("2")
        await program.press("enter", "ctrl+l", "s")
        await program.type("12-01-2017")
        about = str(program.app.screen.query_one("#day-about", Static).content)
        assert about.startswith(
            "1 target berubah sejak 12 Januari 2017; yang sekarang menjadi versi 2"
        )
        await program.press("enter")
        assert [(v.nomor, v.tanggal, v.batal) for v in stored(program).versi] == [
            (number, date(2017, 1, 12), False) for number in (1, 2)
        ]
        assert "Disepakati   12 Januari 2017 (versi 2)" in program.screen_text()
        await program.press("ctrl+z")
        assert len(stored(program).versi) == 1
        assert stored(program).target_berubah == 1
    assert checking.check_database(program.sitting.path) == []


async def test_undo_in_isi_takes_the_note_of_a_changed_target_away(open_program: Open) -> None:
    async with open_program() as program:
        await open_sheet(program)
        await agree(program, "12-01-2017")
        await program.press("escape", "enter", *LEFT_TO_TARGET)
        await program.type("2")
        await program.press("enter")
        await program.outlast_messages()
        assert "1 target berubah" in program.screen_text()
        await program.press("ctrl+z")
        await program.outlast_messages()
        assert "target berubah" not in program.screen_text()
        await program.press("ctrl+y", "f4")
        await program.outlast_messages()
        assert "target berubah" not in program.screen_text()
        await program.press("f3")
        assert "1 target berubah" in program.screen_text()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "isi tanggalnya, misalnya 31-12-2017"),
        ("31-02-2017", "tanggal itu tidak ada di kalender"),
        ("besok", "bukan tanggal"),
    ],
)
async def test_what_is_no_day_is_refused_in_the_window(
    open_program: Open, typed: str, words: str
) -> None:
    async with open_program() as program:
        await open_sheet(program)
        await program.press("s", "delete")
        await program.type(typed)
        await program.press("enter")
        assert isinstance(program.app.screen, DayScreen)
        assert words in program.screen_text()
        await program.press("escape")
        assert stored(program).versi == ()


async def test_a_day_that_looks_odd_is_taken_at_the_second_enter_only(open_program: Open) -> None:
    async with open_program() as program:
        await open_sheet(program)
        await agree(program, "1-2-2018")
        assert isinstance(program.app.screen, DayScreen)
        assert "1 Februari 2018 belum tiba. Enter sekali lagi" in program.screen_text()
        await program.press("backspace", "7", "enter")
        assert stored(program).orang.penilaian.disepakati == date(2017, 2, 1)
        await program.press("k")
        await program.type("2-1-2017")
        await program.press("enter")
        assert "disepakati 1 Februari 2017, sesudah" in program.screen_text()
        await program.press("enter")
        assert stored(program).orang.penilaian.dikunci is None


async def test_a_locked_one_is_read_only_until_it_is_reopened_with_a_reason(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await open_sheet(program)
        await program.press("k", "enter")
        assert "Keadaan      dikunci 19 Januari 2018" in program.screen_text()
        assert checking.check_database(program.sitting.path) == []
        await program.press("s")
        assert program.toasts()[-1].endswith("B membukanya kembali.")
        await program.press("escape", "enter", "5")
        await program.outlast_messages()
        assert (
            "Dikunci 19 Januari 2018; hanya dapat dibaca. Ctrl+L, lalu B" in program.screen_text()
        )
        await program.press("ctrl+l", "b", "enter")
        assert any("perlu alasan" in toast for toast in program.toasts())
        await program.type("nilai perilaku salah")
        await program.press("enter")
        assert "Dibuka lagi  19 Januari 2018: nilai perilaku salah" in program.screen_text()
        await program.press("escape")
        assert "hanya dapat dibaca" not in program.screen_text()
        await program.type("1")
        await program.press("enter")
    assert "buka kembali Sari Contoh, S.Sos. 2017: nilai perilaku salah" in steps(program)


async def test_ctrl_z_opens_a_locked_one_for_a_reason_and_goes_on_to_what_was_before(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await open_sheet(program)
        await agree(program, "2-1-2017")
        await program.press("k", "enter")
        assert stored(program).orang.penilaian.terkunci
        await program.press("ctrl+z", "escape")
        assert stored(program).orang.penilaian.terkunci
        await program.press("ctrl+z", "enter")
        assert any("perlu alasan" in toast for toast in program.toasts())
        assert isinstance(program.app.screen, TextScreen)
        await program.type("lembar tertukar")
        await program.press("enter")
        assert "Dibuka lagi  19 Januari 2018: lembar tertukar" in program.screen_text()
        assert not stored(program).orang.penilaian.terkunci
        await program.press("ctrl+z")
        assert stored(program).orang.penilaian.disepakati is None
        assert "Dibuka lagi  19 Januari 2018: lembar tertukar" in program.screen_text()
        await program.press("ctrl+y", "ctrl+y")
        assert stored(program).orang.penilaian.terkunci
        assert checking.check_database(program.sitting.path) == []


async def test_f1_in_the_window_of_a_lock_that_is_taken_back_explains_it(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await open_sheet(program)
        await program.press("k", "enter", "escape", "ctrl+z")
        assert "Buka kembali yang dikunci?" in program.screen_text()
        await program.press("f1")
        assert "Membatalkan kunci" in program.screen_text()


def steps(program: Program) -> list[str]:
    from skp_tui.storage.transactions.writer import Writer  # noqa: PLC0415 - loads SQLModel

    with Writer(program.sitting.path, program.sitting.clock) as writer:
        return [step.sebab for step in writer.steps()]


async def test_an_excepted_person_has_nothing_to_agree_or_lock(open_program: Open) -> None:
    async with open_program() as program:
        await open_sheet(program, "Syahrani")
        assert "Keadaan      dikecualikan" in program.screen_text()
        await program.press("s", "k")
        assert isinstance(program.app.screen, SheetScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 10), (20, 5), (5, 2)])
async def test_the_sheet_is_drawn_at_every_size(open_program: Open, size: tuple[int, int]) -> None:
    async with open_program(size=size) as program:
        nip = program.nip_of(SARI)
        program.write(lambda writer: signing.agree(writer, TAHUN, [nip], date(2017, 1, 12)))
        program.unit.people.move_to(nip)
        await program.press("l", "s", "escape", "k", "enter", "o", "escape", "v", "f1", "escape")
        assert isinstance(program.app.screen, SheetScreen)
        await program.press("f9", "escape", "f10", "escape", "escape")
        assert program.at(program.unit)
