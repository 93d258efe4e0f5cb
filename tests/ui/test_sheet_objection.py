"""Keberatan in the sheet of a person: stages, deadlines, what Unit says of them, by keys alone."""

from datetime import date

from skp_tui.domain.objection import Tahap, TahapTertulis
from skp_tui.services.keeping import checking
from skp_tui.services.signing import objecting, signing
from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.screens.signing.sheet_stage import StageScreen
from tests.ui.conftest import TAHUN, Open, Program
from tests.ui.test_sheet import SARI, open_sheet, stored


async def lock(program: Program, day: date = date(2018, 1, 5)) -> None:
    nip = program.nip_of(SARI)
    program.write(lambda writer: signing.lock(writer, TAHUN, [nip], day))
    program.app.reload_screens()
    await program.settle()


async def write_stage(program: Program, day: str, isi: str) -> None:
    assert isinstance(program.app.screen, StageScreen)
    await program.type(isi)
    await program.press("enter")
    await program.type(day)
    await program.press("ctrl+s")


async def test_an_objection_is_written_down_stage_by_stage_and_seen_on_unit(
    open_program: Open,
) -> None:
    async with open_program(today=date(2018, 2, 15)) as program:
        await lock(program)
        await open_sheet(program)
        assert "Keberatan    – tidak diajukan; batasnya 19 Januari 2018" in program.screen_text()
        await program.press("o")
        await write_stage(program, "22-01-2018", "Perilaku terlalu rendah")
        text = program.screen_text()
        assert "Keberatan    22 Januari 2018 · terlambat 3 hari (batas 19 Januari 2018)" in text
        assert "Perilaku terlalu rendah" in text
        assert "Tanggapan    – paling lambat 5 Februari 2018 (lewat 10 hari)" in text
        await program.press("escape")
        assert program.line("to-do").startswith(
            "Kerjakan: (5) 1 keberatan · tanggapan 5 Feb 2018 (lewat 10 hari) · Sari Conto…"
        )
        await program.press("l", "o", "enter")
        await write_stage(program, "12-02-2018", "Sudah sesuai catatan")
        assert "12 Februari 2018 · terlambat 7 hari" in program.screen_text()
        await program.press("escape")
        assert "keputusan 5 Mar 2018 (18 hari lagi)" in program.line("to-do")
        await program.press("ctrl+z")
        assert "tanggapan 5 Feb 2018" in program.line("to-do")
    assert checking.check_database(program.sitting.path) == []


async def object_to(program: Program, *names: str) -> None:
    """Sign the results of some people, and let each object on the day after the one before."""
    nips = [program.nip_of(name) for name in names]
    program.write(lambda writer: signing.lock(writer, TAHUN, nips, date(2018, 1, 5)))
    for day, nip in enumerate(nips, 15):
        stage = TahapTertulis(Tahap.KEBERATAN, date(2018, 1, day), "isi")
        program.write(lambda w, n=nip, x=stage: objecting.save_stage(w, TAHUN, n, x))  # type: ignore[misc]  # bound now


async def test_an_overdue_objection_is_named_and_opened_in_the_year_that_follows(
    open_program: Open,
) -> None:
    async with open_program(today=date(2018, 2, 15), size=(120, 40)) as program:
        await object_to(program, SARI)
        await show_year(program, 2018)
        words = "Kerjakan: (5) 1 keberatan · 2017: tanggapan paling lambat 29 Jan 2018"
        assert f"{words} (lewat 17 hari) · Sari Contoh, S.Sos." in program.line("to-do")
        await program.press("5")
        assert "Lembar penilaian · Sari Contoh, S.Sos. · 2017" in program.screen_text()
        await program.press("o", "enter")
        await write_stage(program, "14-02-2018", "Sudah sesuai catatan")
        await program.press("escape")
        assert "2017: keputusan paling lambat 7 Mar 2018" in program.line("to-do")
        # a year under another regulation names it too
        await show_year(program, 2022)
        assert "2017: keputusan paling lambat 7 Mar 2018" in program.line("to-do")
        await show_year(program, 2017)
        assert "(5) 1 keberatan · keputusan paling lambat 7 Mar 2018" in program.line("to-do")


async def test_of_several_objections_one_is_chosen(open_program: Open) -> None:
    async with open_program(today=date(2018, 1, 31)) as program:
        await object_to(program, SARI, "Bram")
        await show_year(program, 2018)
        words = "(5) 2 keberatan · 2017: tanggapan 29 Jan 2018 (lewat 2 hari)"
        assert words in program.line("to-do").splitlines()[0]
        await program.press("5")
        text = program.screen_text()
        assert "2017  tanggapan  29 Jan 2018 (lewat 2 hari)     Sari Contoh, S.Sos." in text
        assert "2017  tanggapan  30 Jan 2018 (lewat 1 hari)     Bram Contoh" in text
        await program.press("down", "enter")
        assert "Lembar penilaian · Bram Contoh" in program.screen_text()
        await program.press("escape")
        assert program.at(program.unit)


async def test_where_no_objection_waits_5_says_so(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("5")
        assert program.at(program.unit)
        assert "Tidak ada keberatan yang menunggu" in program.toasts()[-1]


async def show_year(program: Program, tahun: int) -> None:
    program.unit.tahun = tahun
    program.unit.reload()
    await program.settle()


async def test_a_decision_offers_to_open_the_appraisal_with_its_reason(open_program: Open) -> None:
    async with open_program(today=date(2018, 2, 15)) as program:
        await lock(program)
        nip = program.nip_of(SARI)
        for tahap, day in ((Tahap.KEBERATAN, 10), (Tahap.TANGGAPAN, 20)):
            tertulis = TahapTertulis(tahap, date(2018, 1, day), "isi")
            program.write(lambda w, x=tertulis: objecting.save_stage(w, TAHUN, nip, x))  # type: ignore[misc]  # bound now
        program.app.reload_screens()
        await program.settle()
        await open_sheet(program)
        await program.press("o", "enter")
        await write_stage(program, "01-02-2018", "Perilaku menjadi 92")
        assert isinstance(program.app.screen, AskScreen)
        await program.press("y", "enter")
        text = program.screen_text()
        assert "keputusan keberatan 1 Februari 2018" in text
        assert stored(program).orang.penilaian.dikunci is None
        assert program.unit.view is not None
        assert program.unit.view.keberatan == ()


async def test_a_stage_out_of_order_is_refused_beside_its_day(open_program: Open) -> None:
    async with open_program() as program:
        await lock(program, day=date(2018, 1, 15))
        await open_sheet(program)
        await program.press("o")
        await write_stage(program, "10-01-2018", "x")
        assert "! 10 Januari 2018 sebelum hasilnya diterima" in program.screen_text()
        await program.press("escape", "b")
        assert not stored(program).objection()


async def test_only_the_last_stage_is_removed_and_an_objection_needs_a_lock(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await open_sheet(program)
        await program.press("o", "f8")
        assert program.toasts()[-2:] == [
            "Keberatan dicatat setelah penilaian dikunci.",
            "Belum ada keberatan, jadi tidak ada yang dihapus.",
        ]
        await program.press("k", "enter", "o")
        await write_stage(program, "19-01-2018", "x")
        await program.press("f8", "y")
        assert not stored(program).objection()
        await program.press("ctrl+z")
        assert stored(program).objection()
