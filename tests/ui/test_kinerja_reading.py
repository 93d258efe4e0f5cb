"""The entry screen from 2022 on, read in place: whole texts, shared width, a kept name (C)."""

from functools import partial

import pytest

from skp_tui.domain.kinerja import BarisIndikator, HasilKerja, Indikator
from skp_tui.services.base.recording import Tempat
from skp_tui.services.entry import entry
from skp_tui.ui.screens.entry.kinerja_rows import HASIL_COLUMNS
from skp_tui.ui.widgets.grid.layout import lay_out
from tests.ui.conftest import Open, Program
from tests.ui.office_2025 import TAHUN, keys, kinerja, person

PROOF = "Tanda terima laporan bulanan di lemari arsip kedua, rak atas"
LONG = " ".join(f"bukti{no:02}" for no in range(15))
LINK = "https://arsip.example/" + "".join(f"berkas{no:02}" for no in range(12))


async def show_plan(program: Program, bukti: str) -> None:
    """Store a result with one indicator, and put the cursor on its proof."""
    nip = person(program).nip
    for row in (
        HasilKerja(1, "Layanan tepat waktu"),
        BarisIndikator(1, Indikator(1, "Berkas", target="Selesai", bukti=bukti)),
    ):
        program.write(partial(entry.save, tempat=Tempat(TAHUN, nip), isi=row, kolom=(),
                              sebab="rencana", baru=True))  # fmt: skip
    program.unit.reload()
    await program.settle()
    await keys(program, "enter")
    sheet = kinerja(program).sheet("hasil")
    sheet.move_to(sheet.rows[1].key, "bukti")
    await program.settle()


def guide(program: Program) -> list[str]:
    """Return the lines below the tables."""
    return [line.strip() for line in program.line("guide").splitlines()]


async def test_a_cut_cell_is_read_below_the_tables_after_what_it_is(open_2025: Open) -> None:
    async with open_2025(size=(80, 24)) as program:
        await show_plan(program, PROOF)
        assert guide(program) == ["Indikator 1.1 · bukti dukung", PROOF]
        await keys(program, "left")
        assert guide(program)[0] == "1.1 Berkas"


async def test_a_cell_that_is_whole_leaves_the_lines_to_its_row(open_2025: Open) -> None:
    async with open_2025(size=(80, 24)) as program:
        await show_plan(program, "Map 3")
        assert guide(program)[0] == "1.1 Berkas"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 40)])
@pytest.mark.parametrize("text", [LONG, LINK], ids=["words", "link"])
async def test_a_text_longer_than_a_line_is_read_to_its_end(
    open_2025: Open, size: tuple[int, int], text: str
) -> None:
    async with open_2025(size=size) as program:
        await show_plan(program, text)
        shown = "".join("".join(guide(program)).split())
        assert shown.startswith("Indikator1.1·buktidukung")
        assert shown.endswith("".join(text.split()))


async def test_the_lines_below_are_as_many_in_every_cell_of_a_grid(open_2025: Open) -> None:
    async with open_2025(size=(120, 40)) as program:
        await show_plan(program, LONG * 3)
        heights = set()
        for key in ("home", *("right",) * 7, "up", *("left",) * 7):
            await keys(program, key)
            heights.add(len(program.line("guide").splitlines()))
        assert len(heights) == 1


@pytest.mark.parametrize("width", [112, 120, 160, 200, 300])
def test_spare_width_is_shared_among_the_texts(width: int) -> None:
    layout = lay_out(HASIL_COLUMNS, width)
    grown = {
        column.key: slot.width - column.width
        for column, slot in zip(HASIL_COLUMNS, layout.slots, strict=True)
    }
    texts = [grown.pop(key) for key in ("uraian", "target", "bukti", "umpan_balik")]
    assert max(texts) - min(texts) <= 1
    assert set(grown.values()) == {0}
    # one cell at the edge stays blank
    assert layout.slots[-1].end == width - 1


async def test_a_narrow_window_keeps_the_name(open_2025: Open) -> None:
    async with open_2025(size=(40, 12)) as program:
        await show_plan(program, PROOF)
        await keys(program, '"Map 4', "enter")
        headline = program.line("headline").strip()
        assert headline.startswith(person(program).nama)
        assert headline.endswith("tersimpan")
