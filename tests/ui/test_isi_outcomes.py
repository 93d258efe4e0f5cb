"""Outcomes like their targets by one key, always said and always undoable; and ways on Isi."""

from decimal import Decimal

import pytest

from skp_tui.domain.appraisal import JenisTambahan, Kegiatan
from skp_tui.ui.screens.mengapa.screen import MengapaScreen
from tests.ui.conftest import Open, Program
from tests.ui.test_isi_blocks import at, content, failing_blocks, outcomes, rows
from tests.ui.test_screens_isi import of


async def clear(program: Program, first: int, last: int) -> None:
    """Empty the outcomes of some rows."""
    await at(program, first, "realisasi_kuantitas")
    await program.press("ctrl+b", *("down",) * (last - first), "end", "delete")


async def test_ctrl_r_sets_the_row_says_so_and_is_one_step_of_undo(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        before = content(program)
        await program.press("ctrl+r")
        third = rows(program)[2]
        assert [third.realisasi(nama) for nama in ("kuantitas", "kualitas", "waktu", "biaya")] == [
            500, 100, 12, None,
        ]  # fmt: skip
        assert program.toasts()[-1] == (
            "Realisasi kegiatan 3 = target (mengganti 480 → 500). Ctrl+Z membatalkan."
        )
        assert "lengkap · tersimpan" in program.line("headline")
        await program.press("ctrl+z")
        assert content(program) == before


async def test_outcomes_that_are_not_stored_are_said_to_be_so_with_the_reason(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        shown = program.isi.orang
        failing_blocks(monkeypatch)
        await program.press("ctrl+r")
        assert program.toasts()[-1] == "Realisasi tidak tersimpan. Cakram penuh. Kosongkan tempat."
        assert program.isi.orang == shown


async def test_ctrl_r_closes_the_open_cell_first(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.type("9x")
        await program.press("ctrl+r")
        assert program.isi.sheet("kegiatan").edit_open
        assert outcomes(program, "waktu")[2] is None


async def test_ctrl_r_sets_the_marked_rows(open_program: Open) -> None:
    async with open_program() as program:
        await clear(program, 1, 3)
        await program.press("ctrl+home", "ctrl+b", "down", "ctrl+r")
        assert outcomes(program, "kualitas")[:3] == [Decimal(100), Decimal(100), None]
        assert program.toasts()[-1] == "Realisasi kegiatan 1–2 = target. Ctrl+Z membatalkan."
        assert program.isi.sheet("kegiatan").marked is None


async def test_ctrl_r_says_when_nothing_is_to_be_done(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("ctrl+r")
        await program.press("ctrl+r")
        assert program.toasts()[-1] == "Realisasi kegiatan 3 sudah sama dengan target."
        await program.press("ctrl+n")
        await program.type("baru")
        await program.press("enter", "ctrl+r")
        assert program.toasts()[-1] == (
            "Tidak ada yang diisi. Tanpa target: kegiatan 7 (kuantitas, mutu, waktu)."
        )


@pytest.mark.parametrize("sheet", ["tambahan", "perilaku"])
async def test_ctrl_r_belongs_to_activities(open_program: Open, sheet: str) -> None:
    async with open_program() as program:
        await program.open("wayan")
        before = content(program)
        program.isi.focus_on(program.isi.sheet(sheet))
        await program.press("ctrl+r")
        assert "berlaku pada baris kegiatan" in program.toasts()[-1]
        assert content(program) == before


async def test_ctrl_t_fills_only_what_is_empty_and_counts_what_it_left(open_program: Open) -> None:
    async with open_program() as program:
        await clear(program, 4, 6)
        await program.press("ctrl+t")
        assert outcomes(program, "kuantitas") == [1, 21, 480, 12, 65, 42]
        assert outcomes(program, "kualitas") == [90, 88, 100, 100, 100, 100]
        assert program.toasts()[-1] == (
            "11 realisasi kosong pada 4 kegiatan = target. 7 yang sudah terisi dibiarkan. "
            "Ctrl+Z membatalkan."
        )
        await program.press("ctrl+t")
        assert program.toasts()[-1] == (
            "Tidak ada realisasi kosong yang dapat diisi. 18 yang sudah terisi dibiarkan."
        )
        await program.press("ctrl+z")
        assert outcomes(program, "kualitas")[3:] == [None] * 3
        assert "11 realisasi kosong pada 4 kegiatan = target" in program.toasts()[-1]
        assert "ealisasi 11" not in program.toasts()[-1]


async def test_ctrl_t_leaves_what_was_not_done(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 3, "realisasi_kuantitas")
        await program.type("0")
        await program.press("enter", "ctrl+t")
        assert (outcomes(program, "kuantitas")[2], outcomes(program, "kualitas")[2]) == (
            Decimal(0),
            None,
        )


async def test_ctrl_t_fills_every_part_of_a_moved_person(open_program: Open) -> None:
    async with open_program() as program:
        (moved,) = (satu for satu in program.stored().orang if len(satu.penilaian.bagian) > 1)
        program.unit.open_person(moved.nip)
        await program.settle()
        for _ in moved.penilaian.bagian:
            await program.press("ctrl+home", "home", *("right",) * 6)
            sheet = program.isi.sheet("kegiatan")
            sheet.move_to(sheet.rows[0].key, "realisasi_kuantitas")
            await program.press("ctrl+b", "ctrl+end", "end", "delete", "ctrl+g")
        cleared = program.stored().of(moved.nip)
        assert cleared is not None
        empty: list[Kegiatan] = [k for b in cleared.penilaian.bagian for k in b.kegiatan]
        assert all(k.realisasi_kuantitas is None for k in empty)
        await program.press("ctrl+t")
        filled = program.stored().of(moved.nip)
        assert filled is not None
        assert filled == program.isi.orang
        counted = [b for b in filled.penilaian.bagian if b.nilai_luar is None]
        assert all(k.realisasi_waktu == k.target_waktu for b in counted for k in b.kegiatan)
        await program.press("ctrl+z")
        assert program.stored().of(moved.nip) == cleared
        assert program.isi.orang == cleared


async def test_ctrl_t_without_any_activity_says_what_comes_first(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("t", "up", "enter")
        await program.press("enter")
        assert program.isi.sheet("kegiatan").has_focus
        await program.press("ctrl+t")
        assert program.toasts()[-1] == "Belum ada kegiatan; Ctrl+N menambah baris."


async def test_arrows_reach_the_extras_where_there_are_none_yet(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("sari")
        assert program.isi.sheet("tambahan").rows == ()
        await program.press("ctrl+end", "down")
        assert program.isi.sheet("tambahan").has_focus
        assert "> Belum ada. Ctrl+N di sini menambah" in program.screen_text()
        await program.press("down")
        assert program.isi.sheet("perilaku").has_focus
        await program.press("up", "ctrl+n", "enter")
        await program.type("panitia upacara")
        await program.press("enter")
        (extra,) = of(program, "Sari").penilaian.bagian[0].tambahan
        assert (extra.jenis, extra.uraian) == (JenisTambahan.TUGAS_TAMBAHAN, "panitia upacara")


async def test_f9_explains_the_activity_of_the_cursor_first(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("f9")
        screen = program.app.screen
        assert isinstance(screen, MengapaScreen)
        lines = program.screen_text().splitlines()
        assert lines[1].strip().startswith("Kegiatan 3 · Mengelola arsip")
        await program.press("escape", "ctrl+home", "f9")
        assert program.screen_text().splitlines()[1].strip().startswith("Kegiatan 1 · ")
