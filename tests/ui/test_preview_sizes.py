"""The preview of a pasted block shows its key, its reason and what counts in any window."""

import pytest
from textual.events import Paste

from skp_tui.ui.screens.cells.block_preview import BlockPreview
from skp_tui.ui.screens.cells.block_saving import HEADING
from tests.ui.conftest import Open, Program

SIZES = [(120, 40), (80, 24), (80, 20), (60, 16), (40, 12), (40, 10)]
GOOD = "\n".join(f"{no + 3}\tberkas\t100\t12 bln\t\t{no + 2}\t90\t12" for no in range(6))
BAD = "\n".join("satu\tberkas\tdua\ttiga\t\tempat\tlima\tenam" for _ in range(6))


async def paste(program: Program, text: str, at: str = "target_kuantitas") -> BlockPreview:
    await program.open("wayan")
    sheet = program.isi.sheet("kegiatan")
    sheet.move_to(sheet.rows[0].key, at)
    program.app.post_message(Paste(text))
    await program.settle()
    assert isinstance(program.app.screen, BlockPreview), program.screen_text()
    return program.app.screen


@pytest.mark.parametrize("size", SIZES)
async def test_a_pasted_block_names_its_keys_and_counts(
    open_program: Open, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as program:
        shown = await paste(program, GOOD)
        assert not shown.refused
        text = program.screen_text()
        assert "Enter terapkan" in text
        assert "Akan diterapkan" in text
        await program.press("end")
        assert "Enter terapkan" in program.screen_text()


@pytest.mark.parametrize("size", SIZES)
async def test_a_refused_block_says_why_and_how_to_go_back(
    open_program: Open, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as program:
        shown = await paste(program, BAD)
        assert shown.refused
        text = program.screen_text()
        assert "Esc kembali" in text
        assert "bukan angka" in text
        assert "Tidak ada yang diubah" in text


async def test_a_line_of_headings_is_named_as_what_it_seems_to_be(open_program: Open) -> None:
    async with open_program() as program:
        shown = await paste(program, f"Kuantitas\tOutput\tMutu\n{GOOD}")
        assert shown.refused
        assert HEADING in " ".join(program.screen_text().split())


async def test_a_list_whose_words_stand_where_numbers_should_is_no_heading(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await paste(program, BAD)
        assert HEADING not in " ".join(program.screen_text().split())


async def test_numbers_of_rows_that_are_not_pasted_are_counted(open_program: Open) -> None:
    async with open_program() as program:
        lines = "\n".join(f"{no}\tMenata arsip {no}\t{no}" for no in range(11, 18))
        await paste(program, lines, at="no")
        assert "7 sel dilewati: kolomnya tidak diisi di sini." in program.screen_text()
