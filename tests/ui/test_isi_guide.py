"""The row of the cursor stands in full below the grids, since the grid has no room for it."""

import pytest
from textual.geometry import Size

from skp_tui.ui.screens.entry import isi_guide
from skp_tui.ui.widgets.lines import Lines
from tests.ui.conftest import Open, Program

LONG = (
    "Menyusun dan menyampaikan laporan pelaksanaan pengelolaan kepegawaian kepada kepala "
    "badan setiap akhir bulan dengan lampiran rekap kehadiran"
)
"""An activity longer than a line of 80 cells."""


def guide(program: Program) -> str:
    """Return the lines of the guide as one."""
    return " ".join(program.line("guide").split())


def lines(program: Program) -> int:
    return program.isi.query_one("#guide", Lines).size.height


async def type_long(program: Program) -> None:
    await program.open("wayan")
    await program.press("ctrl+n")
    await program.type(LONG)
    await program.press("enter")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_long_activity_is_read_whole_without_opening_its_cell(
    open_program: Open, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as program:
        await type_long(program)
        assert program.isi.sheet("kegiatan").cursor_column == "target_kuantitas"
        assert guide(program) == f"7 {LONG}"
        assert " ".join(program.screen_text().split()).count(LONG) == 1


async def test_its_lines_stay_as_many_while_the_cursor_moves(open_program: Open) -> None:
    async with open_program() as program:
        await type_long(program)
        assert lines(program) == 2
        for key in ("up", "left", "ctrl+home", "tab", "ctrl+end", "down", "down"):
            await program.press(key)
            assert lines(program) == 2, key


async def test_extras_are_read_whole_too_and_perilaku_by_its_whole_name(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        program.isi.focus_on(program.isi.sheet("tambahan"))
        await program.press("down")
        assert guide(program) == (
            "Tugas tambahan 2: Menjadi penghubung data pegawai dengan Subbidang Pengolahan Data"
        )
        program.isi.focus_on(program.isi.sheet("perilaku"))
        await program.press("home")
        assert guide(program) == "Orientasi pelayanan"


async def test_a_cut_cell_of_another_column_is_read_whole_under_its_name(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        sheet = program.isi.sheet("kegiatan")
        sheet.move_to(sheet.rows[0].key, "satuan")
        await program.type("perangkat daerah")
        await program.press("enter", "up")
        assert guide(program).endswith("Satuan: perangkat daerah")


async def test_a_row_that_can_hardly_be_says_so_as_long_as_the_cursor_is_on_it(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        sheet = program.isi.sheet("kegiatan")
        sheet.move_to(sheet.rows[0].key, "realisasi_waktu")
        await program.type("15")
        await program.press("enter")
        asked = "realisasi waktu 15 bulan lebih lama dari setahun (12 bulan)"
        assert program.toasts()[-1] == f"Kegiatan 1: {asked}; periksa."
        assert asked not in guide(program)
        await program.press("up")
        assert guide(program).endswith(f"Periksa: {asked}")
        await program.press("f3", "f4", "ctrl+home")
        assert guide(program).endswith(f"Periksa: {asked}")


async def test_who_is_to_be_looked_at_opens_on_the_cell_that_can_hardly_be(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("tiur")
        sheet = program.isi.sheet("kegiatan")
        odd = sheet.rows[2].key
        sheet.move_to(odd, "target_waktu")
        await program.type("24")
        await program.press("enter", "escape")
        assert "periksa" in program.screen_text()
        await program.press("enter")
        sheet = program.isi.sheet("kegiatan")
        assert (sheet.cursor_row, sheet.cursor_column) == (odd, "target_waktu")
        assert "target waktu 24 bulan lebih lama dari setahun" in guide(program)


async def test_what_a_row_is_begun_with_is_said_where_it_has_no_words_yet(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("ctrl+n")
        assert guide(program).startswith("Baris baru: ketik uraiannya")


@pytest.mark.parametrize(
    ("height", "rows", "most"), [(19, 3, 0), (20, 3, 2), (24, 8, 2), (24, 9, 1), (34, 30, 3)]
)
def test_no_row_is_hidden_for_it(height: int, rows: int, most: int) -> None:
    assert isi_guide.most_lines(height, rows) == most


@pytest.mark.parametrize("height", [15, 19, 20, 24])
async def test_the_value_is_in_view_beside_it_at_every_height(
    open_program: Open, height: int
) -> None:
    async with open_program(size=(80, height), contoh=True) as program:
        await program.open("drs. bah")
        assert "NILAI  88,64 Baik" in program.screen_text()


async def test_eight_activities_are_all_in_view_beside_it_at_the_smallest_size(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await type_long(program)
        await program.press("ctrl+n")
        await program.type("menata gudang")
        await program.press("enter")
        sheet = program.isi.sheet("kegiatan")
        assert len(sheet.rows) == 8
        assert sheet.size.height >= sheet.header_height + 8
        assert program.app.size == Size(80, 24)


async def test_it_follows_another_width(open_program: Open) -> None:
    async with open_program(size=(80, 24)) as program:
        await program.open("wayan")
        before = lines(program)
        await program.pilot.resize_terminal(300, 24)
        await program.settle()
        assert (before > 0, lines(program)) == (True, 0)
        await program.pilot.resize_terminal(80, 24)
        await program.settle()
        assert lines(program) == before


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_can_hardly_be_keeps_a_sign_when_the_cursor_leaves(
    open_program: Open, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as program:
        await program.open("tiur")
        await program.outlast_messages()
        assert "?" not in program.screen_text()
        await program.type("99999")
        await program.press("enter", "enter")
        await program.outlast_messages()
        rows = [row for row in program.screen_text().splitlines() if "?" in row]
        assert len(rows) == 1
        assert "│?99.999    74" in rows[0]
        await program.press("ctrl+z")
        await program.outlast_messages()
        assert "?" not in program.screen_text()
