"""Ctrl+Q over an import that is not stored yet: asked as everywhere where work would be lost."""

from pathlib import Path

from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.screens.impor.columns import ColumnsScreen
from skp_tui.ui.screens.plan.screen import PlanScreen
from tests.ui.conftest import Open, Program
from tests.ui.desk import FOREIGN, book, duk, open_import
from tests.ui.plan_files import BRAM, HEAD, mixed_file, orders, show, write


async def ends(program: Program) -> bool:
    """Wait until the program has ended, or asks something first."""
    while program.app.is_running and not isinstance(program.app.screen, AskScreen):
        await program.pilot.pause()
    return program.app.return_code == 0


async def test_ctrl_q_on_a_plan_that_is_not_applied_asks_and_esc_leads_back_to_it(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        plan = await show(program, orders(pegawai=mixed_file(tmp_path)))
        await program.press("ctrl+q")
        assert isinstance(program.app.screen, AskScreen)
        said = program.screen_text()
        assert "Rencana impor pegawai.csv belum diterapkan; tidak ada yang masuk." in said
        await program.press("escape")
        assert program.at(plan)
        await program.press("ctrl+q")
        await program.pilot.press("y")
        assert await ends(program)


async def test_ctrl_q_on_a_plan_that_would_change_nothing_asks_nothing(
    open_program: Open, tmp_path: Path
) -> None:
    file = write(tmp_path / "pegawai.csv", HEAD, f"{BRAM};Bram Contoh;;;")
    async with open_program() as program:
        await show(program, orders(pegawai=file))
        await program.pilot.press("ctrl+q")
        assert await ends(program)


async def test_ctrl_q_after_the_plan_was_applied_asks_nothing_about_it_or_its_pairs(
    open_program: Open, tmp_path: Path
) -> None:
    book(tmp_path / "asn.xlsx", {"ASN": duk(FOREIGN)})
    async with open_program() as program:
        await open_import(program, tmp_path)
        await program.press("f5", "enter", "f5")
        assert isinstance(program.app.screen, PlanScreen)
        await program.press("enter", "y")
        assert "sudah diterapkan" in program.line("headline")
        await program.pilot.press("ctrl+q")
        assert await ends(program)


async def test_ctrl_q_asks_where_pairs_of_columns_would_be_lost(
    open_program: Open, tmp_path: Path
) -> None:
    book(tmp_path / "asn.xlsx", {"ASN": duk(FOREIGN)})
    async with open_program() as program:
        screen = await open_import(program, tmp_path)
        await program.press("k")
        columns = program.app.screen
        assert isinstance(columns, ColumnsScreen)
        await program.press("delete", "ctrl+q")
        assert "Pasangan kolom asn.xlsx belum dipakai (F5), jadi hilang." in program.screen_text()
        await program.press("escape", "ctrl+t", "f5")
        assert program.at(screen)
        await program.press("ctrl+q")
        assert "1 berkas yang dipilih, dengan pasangan kolomnya, dilepas." in program.screen_text()
        await program.press("escape")
        assert program.at(screen)
