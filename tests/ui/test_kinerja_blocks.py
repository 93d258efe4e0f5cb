"""Many cells at once on the entry screen from 2022 on: same as target, paste, fill, empty."""

from decimal import Decimal

from skp_tui.domain.kinerja import (
    HasilKerja,
    Indikator,
)
from tests.ui.conftest import Open
from tests.ui.office_2025 import PLAN, keys, kinerja, results


async def test_outcomes_are_set_to_their_targets_by_one_key(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN, "ctrl+n", "enter", '"Keluhan', "enter")
        await keys(program, '"Nihil', "enter", "ctrl+t")
        first, second = results(program)[0].indikator
        assert (first.realisasi, second.realisasi) == (Decimal(118), "Nihil")
        assert (
            "1 realisasi kosong pada 1 indikator = target. 1 yang sudah terisi dibiarkan."
            in (program.toasts()[-1])
        )
        await keys(program, "up", "ctrl+r")
        assert results(program)[0].indikator[0].realisasi == Decimal(120)
        assert "indikator 1.1 = target (mengganti 118 → 120)" in program.toasts()[-1]
        await keys(program, "ctrl+z")
        assert results(program)[0].indikator[0].realisasi == Decimal(118)


async def test_a_plan_is_pasted_from_a_spreadsheet_after_a_preview(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN, "ctrl+n", "down", "enter")
        await program.paste(
            "Arsip dinas\nArsip tertata\tkuantitas\t40 boks\nWaktu layanan\twaktu\t3 hari\n"
        )
        assert "Hasil kerja 2 · uraian" in program.screen_text()
        await keys(program, "enter")
        first, second = results(program)
        assert len(first.indikator) == 1
        assert second == HasilKerja(
            2,
            "Arsip dinas",
            indikator=(
                Indikator(1, "Arsip tertata", "kuantitas", Decimal(40), "boks"),
                Indikator(2, "Waktu layanan", "waktu", Decimal(3), "hari"),
            ),
        )
        await keys(program, "ctrl+z")
        assert len(results(program)) == 1


TWO_RESULTS = (
    *PLAN, "ctrl+n", "down", "enter", '"Arsip', "enter",
    '"Boks tertata', "enter", '"5 boks', "enter",
)  # fmt: skip


async def test_ctrl_d_takes_the_cell_above_that_there_is(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *TWO_RESULTS)
        assert kinerja(program).sheet("hasil").cursor_column == "realisasi"
        await keys(program, "ctrl+d")
        assert results(program)[1].indikator[0].realisasi == Decimal(118)


async def test_a_block_over_two_results_is_filled_and_emptied_in_one_step(
    open_2025: Open,
) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *TWO_RESULTS, "ctrl+b", "up", "up", "up", "ctrl+d")
        assert [hasil.indikator[0].realisasi for hasil in results(program)] == [118, 118]
        await keys(program, "left", "right")
        await keys(program, "ctrl+b", "down", "down", "down", "delete")
        assert [hasil.indikator[0].realisasi for hasil in results(program)] == [None, None]
        await keys(program, "ctrl+z")
        assert [hasil.indikator[0].realisasi for hasil in results(program)] == [118, 118]
