"""An outcome in words of a numeric target: stored, asked about, named, counted as not reached (C).

No article refuses it, so the program only asks.
"""

from tests.ui.conftest import Open
from tests.ui.office_2025 import PLAN, keys, kinerja, person, results
from tests.ui.test_send import send_screen

ASKED = "realisasi bukan angka, padahal targetnya 120 berkas; periksa"


async def test_a_word_for_a_number_is_stored_asked_about_and_counted_as_not_reached(
    open_2025: Open,
) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN[:-2], '"k', "enter")
        assert program.toasts() == [f"Indikator 1.1: {ASKED}."]
        assert results(program)[0].indikator[0].realisasi == "k"
        assert "?k" in program.screen_text()
        assert "Target tercapai 0/1" in program.line("total")
        sheet = kinerja(program).sheet("hasil")
        sheet.move_to(sheet.rows[1].key, "realisasi")
        await program.settle()
        said = " ".join(program.line("guide").split())
        assert "realisasi k · periksa: realisasi bukan angka" in said
        await keys(program, '"118', "enter")
        assert program.toasts() == [f"Indikator 1.1: {ASKED}."], "asked once"
        assert "?118" not in program.screen_text()


async def test_words_for_words_are_free(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN[:4], "enter", '"Tidak ada keluhan', "enter")
        await keys(program, '"Dua keluhan', "enter")
        assert results(program)[0].indikator[0].realisasi == "Dua keluhan"
        assert program.toasts() == []
        assert "?Dua" not in program.screen_text()


async def test_who_has_a_word_for_a_number_is_to_be_checked_and_opened_at_that_cell(
    open_2025: Open,
) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN, "ctrl+n", "enter", '"Arsip', "enter")
        await keys(program, '"3 boks', "enter", '"abc', "enter", "escape", "escape")
        await keys(program, "r", "2", "ctrl+home", "right", "2", "up", "left")
        assert "target tercapai 0 dari 2 · 1 bukan angka" in program.screen_text()
        await keys(program, "escape")
        first = program.unit.people.rows[0]
        assert first.odd == {"hasil_kerja"}
        await keys(program, "f6")
        found = [row.cells for row in send_screen(program).listed.rows]
        pesan = "indikator 1.2: realisasi bukan angka, padahal targetnya 3 boks; periksa"
        await keys(program, *["down"] * found.index((person(program).nama, pesan)), "enter")
        sheet = kinerja(program).sheet("hasil")
        assert sheet.has_focus
        assert (sheet.cursor_row, sheet.cursor_column) == (sheet.rows[2].key, "realisasi")
        await keys(program, '"3', "enter", "escape")
        assert pesan not in program.screen_text()


async def test_whoever_lacks_nothing_is_opened_at_what_is_to_be_checked(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN, "ctrl+n", "enter", '"Arsip', "enter")
        await keys(program, '"3 boks', "enter", '"abc', "enter", "escape", "escape")
        await keys(program, "r", "2", "ctrl+home", "right", "2", "escape", "home", "enter")
        sheet = kinerja(program).sheet("hasil")
        assert (sheet.cursor_row, sheet.cursor_column) == (sheet.rows[2].key, "realisasi")
