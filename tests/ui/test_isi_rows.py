"""Activities typed one after another: the row after the last one is offered, and asks nothing."""

from decimal import Decimal

import pytest

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.services.signing import signing
from tests.ui.conftest import TAHUN, TODAY, Open, Program

ROW = ("7", "tab", *"map", "tab", *"100", "tab", *"12", "tab", "tab")
"""A whole target typed with Tab, up to the first outcome."""
OUTCOME = ("7", "tab", *"90", "tab", *"11", "tab")
"""The outcomes that follow, up to the cost."""


def stored(program: Program, name: str = "Wayan") -> tuple[Kegiatan, ...]:
    orang = program.stored().of(program.nip_of(name))
    assert orang is not None
    return orang.penilaian.bagian[-1].kegiatan


def has_new_row(program: Program) -> bool:
    return program.isi.desk.draft is not None


async def begin(program: Program, name: str = "wayan") -> None:
    """Type a new activity into every cell of its row but the last one."""
    await program.open(name)
    await program.press("ctrl+n")
    await program.type("menata gudang")
    await program.press("tab", *ROW, *OUTCOME)
    assert program.isi.sheet("kegiatan").cursor_column == "realisasi_biaya"


async def test_two_activities_are_typed_one_after_the_other_with_tab_alone(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await begin(program)
        await program.press("tab")
        await program.type("menata loket")
        await program.press("tab", *ROW, *OUTCOME)
        *_, first, second = stored(program)
        assert (first.no, first.uraian, second.no, second.uraian) == (
            7, "menata gudang", 8, "menata loket",
        )  # fmt: skip
        assert second.realisasi_waktu == first.realisasi_waktu == Decimal(11)


async def test_enter_past_the_last_cell_of_a_new_row_begins_the_next_one(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await begin(program)
        await program.press("left", "enter")
        await program.type("menata loket")
        await program.press("enter")
        assert stored(program)[-1].uraian == "menata loket"
        assert program.isi.sheet("kegiatan").cursor_column == "target_kuantitas"


@pytest.mark.parametrize("key", ["tab", "enter"])
async def test_a_row_that_is_offered_and_left_empty_goes_and_the_extras_follow(
    open_program: Open, key: str
) -> None:
    async with open_program() as program:
        await begin(program)
        await program.press("tab")
        assert len(program.isi.sheet("kegiatan").rows) == 8
        assert "Tab lagi ke tugas tambahan" in program.toasts()[-1]
        await program.press(key)
        assert program.isi.sheet("tambahan").has_focus
        assert len(program.isi.sheet("kegiatan").rows) == len(stored(program)) == 7
        await program.press("shift+tab")
        assert program.isi.sheet("kegiatan").cursor_column == "realisasi_biaya"


@pytest.mark.parametrize(
    ("key", "column"),
    [("escape", "realisasi_biaya"), ("shift+tab", "realisasi_biaya"), ("up", "uraian")],
)
async def test_a_row_that_is_offered_and_given_up_leaves_the_cursor_on_the_row_above(
    open_program: Open, key: str, column: str
) -> None:
    async with open_program() as program:
        await begin(program)
        await program.press("tab", key)
        sheet = program.isi.sheet("kegiatan")
        assert sheet.has_focus
        assert len(sheet.rows) == 7
        assert (sheet.cursor_row, sheet.cursor_column) == (sheet.rows[-1].key, column)
        assert program.line("headline").endswith("tersimpan 10.42.07")


@pytest.mark.parametrize("key", ["f3", "f4", "f9", "ctrl+q"])
@pytest.mark.parametrize("begun", ["tab", "ctrl+n"])
async def test_a_new_row_with_nothing_typed_bars_no_way(
    open_program: Open, begun: str, key: str
) -> None:
    async with open_program() as program:
        await begin(program)
        await program.press(begun, key)
        if key == "ctrl+q":
            assert not program.app.is_running
            return
        assert not has_new_row(program)
        assert "tidak boleh kosong" not in program.screen_text()
        assert program.isi.orang.nama.startswith("Wayan") is (key == "f9")


async def test_undo_in_a_row_with_nothing_typed_takes_back_what_was_stored_last(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await begin(program)
        await program.press("tab", "ctrl+z")
        assert not has_new_row(program)
        assert stored(program)[-1].realisasi_waktu is None
        assert program.isi.sheet("kegiatan").cursor_column == "realisasi_waktu"


async def test_a_new_row_with_nothing_typed_may_be_begun_again(open_program: Open) -> None:
    async with open_program() as program:
        await begin(program)
        await program.press("ctrl+n", "ctrl+n")
        await program.type("menata loket")
        await program.press("enter")
        assert [satu.no for satu in stored(program)] == [*range(1, 9)]


async def test_tab_after_the_last_cell_of_an_old_row_leaves_the_grid(open_program: Open) -> None:
    async with open_program() as program:
        await begin(program)
        await program.press("f4", "f3", "ctrl+end", "end", "tab")
        # it is still the row that was begun last
        assert has_new_row(program)
        await program.press("escape", "up", "ctrl+end", "end", "up", "tab")
        assert program.isi.sheet("kegiatan").cursor_column == "uraian"
        assert not has_new_row(program)
    async with open_program() as program:
        await program.open("wayan")
        await program.press("ctrl+end", "end", "tab")
        assert program.isi.sheet("tambahan").has_focus


async def test_no_row_is_offered_where_the_appraisal_was_signed_meanwhile(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await begin(program, "tiur")
        nip = program.isi.desk.nip
        program.write(lambda writer: signing.lock(writer, TAHUN, [nip], TODAY))
        program.app.reload_screens()
        await program.settle()
        await program.press("tab")
        assert not has_new_row(program)
        assert program.isi.sheet("tambahan").has_focus


async def test_esc_in_a_new_row_brings_the_cursor_back_to_where_it_was(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        sheet = program.isi.sheet("kegiatan")
        before = (sheet.cursor_row, sheet.cursor_column)
        await program.press("ctrl+n", "escape")
        assert (sheet.cursor_row, sheet.cursor_column) == before


async def test_what_is_typed_where_there_is_no_activity_begins_the_first_one(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("t", "up", "enter", "enter")
        assert program.isi.sheet("kegiatan").rows == ()
        await program.type("Menyusun laporan")
        await program.press("tab")
        await program.type("12")
        await program.press("enter")
        (only,) = program.stored(2018).orang[0].penilaian.bagian[0].kegiatan
        assert (only.uraian, only.target_kuantitas) == ("Menyusun laporan", Decimal(12))


async def test_what_is_typed_where_there_is_no_extra_is_answered_not_lost_silently(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("t", "up", "enter", "enter", "tab")
        assert program.isi.sheet("tambahan").has_focus
        await program.type("Panitia")
        assert program.toasts()[-1] == "Belum ada baris di sini; Ctrl+N menambahnya."
        assert program.isi.desk.draft is None


def in_column(program: Program, column: str) -> list[str]:
    """Return the numbers of the rows whose cell of a column has something in it."""
    sheet = program.isi.sheet("kegiatan")
    return [row.cells[0] for row in sheet.rows if sheet.cell_text(row.key, column) != "–"]


def at(program: Program) -> tuple[str, str]:
    """Return the number of the cursor's activity and its column."""
    sheet = program.isi.sheet("kegiatan")
    return (sheet.cursor_row or "").rpartition("/")[2], sheet.cursor_column or ""


async def test_enter_stops_at_an_outcome_only_beside_its_target(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("baharuddin")
        assert in_column(program, "target_biaya") == ["2", "4"]
        sheet = program.isi.sheet("kegiatan")
        sheet.move_to(sheet.rows[-1].key, "realisasi_waktu")
        for expected in ("2", "4"):
            await program.press("enter")
            assert at(program) == (expected, "realisasi_biaya")
        await program.press("enter")
        assert program.isi.sheet("perilaku").has_focus


async def test_enter_along_a_new_activity_passes_what_waits_for_its_target(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("ctrl+n")
        await program.type("menata gudang")
        await program.press("enter", "7", *["enter"] * 3)
        assert at(program) == ("7", "target_waktu")
        await program.press("1", "2", *["enter"] * 2)
        assert at(program) == ("7", "realisasi_kuantitas")
        await program.press("enter")
        assert at(program) == ("7", "realisasi_waktu")
