"""The entry screen from 2022 on below the plan: ratings, expected conduct, attachment (C)."""

import pytest

from skp_tui.domain.appraisal import Evaluasi, Peringkat
from skp_tui.domain.kinerja import (
    Ekspektasi,
    JenisLampiran,
    Lampiran,
    NilaiBerakhlak,
)
from skp_tui.rules.result import Kurang
from skp_tui.ui.screens.unit.ways import entry_screen
from tests.ui.conftest import Open
from tests.ui.office_2025 import PLAN, TAHUN, keys, kinerja, person


async def test_two_keys_rate_and_the_predikat_follows_at_once(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", "tab", "1")
        assert "Kurang: evaluasi perilaku kerja" in program.line("missing")
        await keys(program, "2")
        assert person(program).penilaian.evaluasi == (
            Evaluasi("tahunan", Peringkat.DI_ATAS, Peringkat.SESUAI),
        )
        assert "PREDIKAT  Baik" in program.line("total")
        assert "lengkap" in program.line("headline")
        assert kinerja(program).sheet("evaluasi").has_focus
        assert kinerja(program).sheet("evaluasi").cursor_column == "perilaku_kerja"
        await keys(program, "ctrl+z")
        assert "PREDIKAT  –" in program.line("total")
        assert person(program).hasil.sebutan is None


async def test_another_key_is_refused_with_those_there_are(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", "tab", "9")
        assert "1 Di atas · 2 Sesuai · 3 Di bawah" in program.screen_text()
        assert person(program).penilaian.evaluasi == ()


async def test_a_text_that_is_typed_past_the_plan_rates_nobody(open_2025: Open) -> None:
    typed = "Tanda terima laporan bulanan 2025, 3 baik"
    async with open_2025() as program:
        await keys(program, "enter", *PLAN, '"Buku', "tab", '"Baik', "tab", f'"{typed}')
        sheet = kinerja(program).sheet("evaluasi")
        assert (sheet.has_focus, sheet.cursor_column) == (True, "hasil_kerja")
        assert "Di sini tidak diketik; Esc, lalu tekan 1 Di atas" in program.screen_text()
        await keys(program, "enter", "tab", "escape", "shift+tab")
        assert person(program).penilaian.evaluasi == ()
        assert person(program).penilaian.ekspektasi == ()


async def test_escape_ends_a_stray_text_and_then_a_number_rates(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", "tab", '"xx1', "escape")
        assert program.at(kinerja(program))
        assert person(program).penilaian.evaluasi == ()
        await keys(program, "1")
        assert person(program).penilaian.evaluasi_tahunan.hasil_kerja is Peringkat.DI_ATAS


@pytest.mark.parametrize("letter", ["a", "s", "b", "A", "S", "B"])
async def test_a_letter_is_no_rating(open_2025: Open, letter: str) -> None:
    async with open_2025() as program:
        await keys(program, "enter", "tab", letter)
        assert "Tekan 1 Di atas · 2 Sesuai · 3 Di bawah." in program.screen_text()
        assert person(program).penilaian.evaluasi == ()


async def test_correcting_keys_after_both_ratings_correct_the_rating_and_are_told(
    open_2025: Open,
) -> None:
    async with open_2025() as program:
        await keys(program, "enter", "tab", "2", "2")
        assert program.toasts() == []
        await keys(program, "1", "left", "3")
        assert person(program).penilaian.evaluasi == (
            Evaluasi("tahunan", Peringkat.DI_BAWAH, Peringkat.DI_ATAS),
        )
        assert person(program).penilaian.ekspektasi == ()
        assert program.toasts() == [
            "Peringkat perilaku kerja: Sesuai → Di atas. Ctrl+Z mengembalikan.",
            "Peringkat hasil kerja: Sesuai → Di bawah. Ctrl+Z mengembalikan.",
        ]
        await keys(program, "ctrl+z", "ctrl+z")
        assert person(program).penilaian.evaluasi_tahunan == (
            Evaluasi("tahunan", Peringkat.SESUAI, Peringkat.SESUAI)
        )


async def test_after_both_ratings_of_the_year_the_next_period_is_rated(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", "tab", "ctrl+n", "enter", "2", "2", "up", "left", "1", "1")
        sheet = kinerja(program).sheet("evaluasi")
        assert sheet.cursor_row == sheet.rows[1].key
        assert sheet.cursor_column == "hasil_kerja"
        await keys(program, "tab", "tab")
        assert kinerja(program).sheet("ekspektasi").has_focus


async def test_delete_takes_a_rating_back(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", "tab", "1", "2", "delete")
        assert person(program).penilaian.evaluasi_tahunan.perilaku_kerja is None
        assert "PREDIKAT  –" in program.line("total")


async def test_the_guiding_text_of_the_rating_stands_below(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", "tab")
        assert "hasil kerja utama tidak mencapai" in " ".join(program.screen_text().split())
        await keys(program, "1")
        assert "Ketujuh nilai BerAKHLAK selalu tampak" in program.screen_text()
        await keys(program, "2", "tab")
        assert "Memahami dan memenuhi kebutuhan masyarakat" in program.screen_text()


async def test_a_quarter_is_added_rated_removed_and_brought_back(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", "tab", "ctrl+n", "down", "enter", "2", "2")
        assert Evaluasi("triwulan-2", Peringkat.SESUAI, Peringkat.SESUAI) in (
            person(program).penilaian.evaluasi
        )
        assert "PREDIKAT  –" in program.line("total")
        await keys(program, "f8")
        assert person(program).penilaian.evaluasi == ()
        assert "Evaluasi triwulan ii dihapus" in program.toasts()[-1]
        await keys(program, "ctrl+z")
        assert len(person(program).penilaian.evaluasi) == 1


async def test_the_year_and_the_seven_values_cannot_be_removed(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", "tab", "1", "2", "tab", "f8")
        assert program.toasts()[-1] == (
            "Ketujuh nilai BerAKHLAK selalu ada; Delete mengosongkan selnya."
        )
        await keys(program, "up", "f8")
        assert "Evaluasi tahunan selalu ada" in program.toasts()[-1]
        assert person(program).hasil.sebutan == "Baik"


async def test_expectations_and_feedback_are_typed_down_their_columns(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", "tab", "1", "2", "tab")
        for no in range(1, 8):
            await keys(program, f'"harap {no}', "enter")
        sheet = kinerja(program).sheet("ekspektasi")
        assert sheet.cursor_column == "umpan_balik"
        await keys(program, '"baik', "enter")
        given = person(program).penilaian.ekspektasi
        assert given[0] == Ekspektasi(NilaiBerakhlak.BERORIENTASI_PELAYANAN, "harap 1", "baik")
        assert [satu.ekspektasi for satu in given] == [f"harap {no}" for no in range(1, 8)]
        assert "ekspektasi khusus 7 dari 7" in program.line("conduct")


async def test_a_line_of_the_attachment_is_chosen_typed_and_removed(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", "tab", "1", "2", "tab", "ctrl+end", "down")
        await keys(program, "ctrl+n", "down", "enter", '"Laporan tiap triwulan', "enter")
        line = Lampiran(JenisLampiran.SKEMA, 1, "Laporan tiap triwulan")
        assert person(program).penilaian.lampiran == (line,)
        await keys(program, "f8")
        assert person(program).penilaian.lampiran == ()
        await keys(program, "ctrl+z")
        assert person(program).penilaian.lampiran == (line,)


async def test_what_is_missing_is_reached_in_its_very_cell(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", "tab", "1", "escape")
        view = program.stored(TAHUN)
        (kurang,) = view.orang[0].hasil.kurang
        assert kurang == Kurang("evaluasi", kolom="perilaku_kerja", rincian="perilaku kerja")
        program.app.push_screen(entry_screen(view, view.orang, view.orang[0].nip, kurang))
        await program.settle()
        sheet = kinerja(program).sheet("evaluasi")
        assert sheet.has_focus
        assert sheet.cursor_column == "perilaku_kerja"
