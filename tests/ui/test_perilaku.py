"""Perilaku of all people in one grid: aspect by aspect, by keys alone, stored cell by cell."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import PERILAKU, Perilaku
from skp_tui.services.base.editing import remove_person
from skp_tui.services.base.recording import Tempat
from skp_tui.services.entry.block import Ubahan, save_block
from skp_tui.services.signing.signing import lock
from skp_tui.ui.screens.cells.block_preview import BlockPreview
from skp_tui.ui.screens.judging.model import JudgeSheet
from skp_tui.ui.screens.judging.perilaku import PerilakuScreen
from skp_tui.ui.screens.mengapa.screen import MengapaScreen
from tests.ui.conftest import TAHUN, Open, Program

EXCEPTED = 1
EVERYBODY = 42


def grid(program: Program) -> JudgeSheet:
    assert isinstance(program.app.screen, PerilakuScreen)
    return program.app.screen.sheet


def cell(program: Program) -> tuple[str, str]:
    """Return the name and the column of the cursor's cell."""
    sheet = grid(program)
    screen = program.app.screen
    assert isinstance(screen, PerilakuScreen)
    return screen.people[sheet.cursor_row or ""].nama, sheet.cursor_column or ""


def stored(program: Program, name: str) -> Perilaku:
    return next(
        satu.penilaian.perilaku for satu in program.stored().orang if satu.nama.startswith(name)
    )


def empty_all(program: Program) -> None:
    """Take the perilaku of everybody away, as at the end of a year."""
    nothing = [
        Ubahan(Tempat(TAHUN, orang.nip), Perilaku(), frozenset(PERILAKU))
        for orang in program.stored().orang
        if orang.penilaian.perilaku != Perilaku()
    ]
    program.write(lambda writer: save_block(writer, nothing, "kosong"))


async def test_r_lists_all_who_are_due_with_their_aspects(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("r")
        assert len(grid(program).rows) == EVERYBODY - EXCEPTED
        text = program.screen_text()
        assert text.splitlines()[0].startswith(" Perilaku · Kepala Badan · 2017")
        assert "41 dari 41 lengkap" in text
        assert "1 dikecualikan tidak ditanyakan" in text
        (bram,) = (line for line in text.splitlines() if "Bram" in line)
        assert bram.split()[-7:] == ["88", "87", "88,5", "87", "87", "–", "87,50"]


async def test_all_six_aspects_and_the_mean_fit_into_80_columns(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("r")
        titles = program.screen_text().splitlines()[2].split()
        assert titles[-7:] == ["Orient", "Integr", "Komit", "Disip", "Kerja", "Pimpin", "Rata"]


@pytest.mark.parametrize(("width", "aspect"), [(120, "Orient"), (150, "Orientasi")])
async def test_a_wide_screen_shows_names_and_the_value_whole_and_then_the_aspects(
    open_program: Open, width: int, aspect: str
) -> None:
    async with open_program(size=(width, 40)) as program:
        await program.press("r")
        text = program.screen_text()
        titles = text.splitlines()[2].split()
        assert aspect in titles
        assert titles[-3:] == ["Rata", "Nilai", "Sebutan"]
        assert "Hj. Noorhayati Contoh, S.E., M.M." in text


async def test_enter_goes_down_an_aspect_and_on_at_the_top_of_the_next(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("slash", "a", "full_stop", "m", "d", "down", "r")
        names = [row.cells[2] for row in grid(program).rows]
        assert len(names) > 1
        for number in range(len(names)):
            assert cell(program) == (names[number], "orientasi_pelayanan")
            await program.type(str(70 + number))
            await program.press("enter")
        assert cell(program) == (names[0], "integritas")
        people = [stored(program, name) for name in names]
        assert [satu.orientasi_pelayanan for satu in people] == [
            Decimal(70 + number) for number in range(len(names))
        ]


async def test_a_whole_office_is_judged_by_digits_and_enter_alone(open_program: Open) -> None:
    async with open_program() as program:
        empty_all(program)
        program.unit.reload()
        await program.settle()
        await program.press("4", "r")
        assert "0 dari 41 lengkap" in program.screen_text()
        leaders = [
            satu.nip
            for satu in program.stored().orang
            if satu.penilaian.jenis_jabatan == "struktural" and satu.penilaian.pengecualian is None
        ]
        for _ in range(5 * (EVERYBODY - EXCEPTED) + len(leaders)):
            await program.press("8", "5", "enter")
        assert "Semua aspek sudah dilewati" in program.toasts()[-1]
        assert "41 dari 41 lengkap" in program.line("headline")
        for satu in program.stored().orang:
            if satu.penilaian.pengecualian is None:
                six = Decimal(85) if satu.nip in leaders else None
                assert satu.penilaian.perilaku == Perilaku(*(Decimal(85),) * 5, six)
        await program.press("escape")
        assert not program.unit.people.rows
        assert "Perilaku semua sudah terisi. Esc menampilkan semua." in program.screen_text()


async def test_enter_and_tab_pass_kepemimpinan_of_those_who_lead_nobody(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("r")
        leaders = [row for row in grid(program).rows if "kepemimpinan" not in row.locked]
        assert 0 < len(leaders) < EVERYBODY - EXCEPTED
        grid(program).move_to(leaders[0].key, "kepemimpinan")
        await program.press("enter")
        assert cell(program) == (leaders[1].cells[2], "kepemimpinan")
        other = next(row for row in grid(program).rows if row not in leaders)
        grid(program).move_to(other.key, "kerja_sama")
        await program.press("tab")
        assert cell(program)[1] == "orientasi_pelayanan"


async def test_kepemimpinan_of_a_post_that_is_not_structural_is_not_taken(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("r")
        grid(program).move_to(program.nip_of("Bram"), "kepemimpinan")
        await program.type("80")
        assert program.toasts()[-1] == (
            "Bram Contoh: jabatannya bukan struktural, jadi kepemimpinan tidak dinilai."
        )
        assert stored(program, "Bram").kepemimpinan is None


async def test_a_leader_whose_kepemimpinan_is_empty_is_pointed_out_in_words(
    open_program: Open,
) -> None:
    async with open_program() as program:
        nip = program.nip_of("Meilani")
        await program.press("r")
        grid(program).move_to(nip, "kepemimpinan")
        await program.press("delete")
        assert "perhatikan: kepemimpinan kosong, padahal" in program.screen_text()
        (line,) = (
            line for line in program.screen_text().splitlines() if "│" in line and "Meil" in line
        )
        assert line.split()[-2] == "kosong"
        assert stored(program, "Meilani").kepemimpinan is None


async def test_what_cannot_be_stays_in_its_cell_with_the_reason(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("r")
        before = stored(program, "Drs. Baharuddin")
        await program.type("101")
        await program.press("enter")
        assert "nilai perilaku antara 0 dan 100, bukan 101" in program.screen_text()
        assert cell(program)[1] == "orientasi_pelayanan"
        await program.press("escape")
        assert stored(program, "Drs. Baharuddin") == before


async def test_an_undo_brings_the_old_value_back_here_and_in_the_database(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("r")
        before = stored(program, "Drs. Baharuddin")
        await program.type("60")
        await program.press("enter")
        assert stored(program, "Drs. Baharuddin").orientasi_pelayanan == Decimal(60)
        await program.press("ctrl+z")
        assert stored(program, "Drs. Baharuddin") == before
        assert grid(program).rows[0].cells[3] == str(before.orientasi_pelayanan)


async def test_who_is_removed_meanwhile_moves_the_numbers_of_the_others(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("r")
        gone, second = (row.key for row in grid(program).rows[:2])
        assert grid(program).rows[1].cells[0] == "2"
        program.write(lambda writer: remove_person(writer, gone, "seseorang"))
        program.app.reload_screens()
        await program.settle()
        first = grid(program).rows[0]
        assert (first.key, first.cells[0]) == (second, "1")
        assert "40 dari 40 lengkap" in program.line("headline")


async def test_a_signed_appraisal_is_shown_and_cannot_be_changed(open_program: Open) -> None:
    async with open_program() as program:
        nip = program.nip_of("Bram")
        program.write(lambda writer: lock(writer, TAHUN, [nip], date(2018, 1, 15)))
        program.unit.reload()
        await program.settle()
        await program.press("r")
        assert "= terkunci, hanya dibaca" in program.screen_text()
        (row,) = (row for row in grid(program).rows if row.key == nip)
        assert row.cells[1] == "="
        grid(program).move_to(nip, "integritas")
        await program.type("50")
        assert "sudah dikunci" in program.toasts()[-1]
        assert "terkunci sejak 15 Jan" in program.line("judge-cell")
        grid(program).move_to(grid(program).rows[grid(program).rows.index(row) - 1].key)
        await program.press("enter")
        assert cell(program)[0] != row.cells[2]


async def test_the_stored_number_typed_again_ends_a_refused_one(open_program: Open) -> None:
    async with open_program() as program:
        nip = program.nip_of("Drs. Baharuddin")
        await program.press("r")
        program.write(lambda writer: lock(writer, TAHUN, [nip], date(2018, 1, 15)))
        before = stored(program, "Drs. Baharuddin")
        await program.type("60")
        await program.press("enter")
        assert "GAGAL disimpan: 1" in program.screen_text()
        await program.press("ctrl+u")
        await program.type(str(before.orientasi_pelayanan))
        await program.press("enter")
        assert "GAGAL" not in program.screen_text()
        await program.press("escape")
        assert program.at(program.unit)


async def test_a_block_over_many_people_is_one_change(open_program: Open) -> None:
    async with open_program() as program:
        before = program.stored()
        await program.press("r")
        await program.type("77")
        await program.press("enter", "up", "ctrl+b", *("down",) * 9, *("right",) * 5, "ctrl+d")
        after = program.stored()
        top = after.orang[0].penilaian.perilaku
        changed = [satu for satu, old in zip(after.orang, before.orang, strict=True) if satu != old]
        assert len(changed) == 10
        for satu in changed[1:]:
            leads = satu.penilaian.jenis_jabatan == "struktural"
            six = top.kepemimpinan if leads else None
            assert satu.penilaian.perilaku == Perilaku(
                top.orientasi_pelayanan, top.integritas, top.komitmen, top.disiplin,
                top.kerja_sama, six,
            )  # fmt: skip
        await program.press("ctrl+z", "ctrl+z")
        assert program.stored() == before


async def test_a_column_from_a_spreadsheet_is_pasted_after_a_preview(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("r")
        program.app.copy_to_clipboard("71\n72,5\n73\n")
        await program.press("ctrl+v")
        assert isinstance(program.app.screen, BlockPreview)
        await program.press("enter")
        people = [satu.penilaian.perilaku for satu in program.stored().orang[:3]]
        assert [satu.orientasi_pelayanan for satu in people] == [
            Decimal(71), Decimal("72.5"), Decimal(73)
        ]  # fmt: skip


async def test_a_paste_with_one_impossible_number_changes_nothing(open_program: Open) -> None:
    async with open_program() as program:
        before = program.stored()
        await program.press("r")
        program.app.copy_to_clipboard("71\n720\n73\n")
        await program.press("ctrl+v")
        assert "Tidak ada yang diubah" in program.screen_text()
        await program.press("escape")
        assert program.stored() == before


async def test_f9_explains_the_person_with_what_was_just_typed(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("r")
        await program.type("50")
        await program.press("f9")
        assert isinstance(program.app.screen, MengapaScreen)
        assert "Mengapa 86,18 (Baik)?" in program.screen_text()


async def test_esc_returns_to_the_person_and_the_list_shows_his_new_mean(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("r", "down", "down")
        await program.type("50")
        await program.press("enter", "up", "escape")
        assert program.at(program.unit)
        assert program.unit.people.cursor_row == program.nip_of("Meilani")
        (line,) = (line for line in program.screen_text().splitlines() if "Meilani" in line)
        assert line.split()[-3] == "80,67"


async def test_only_those_whom_the_filters_leave_are_judged(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("2", "slash", "t", "i", "u", "r", "down", "r")
        assert [row.cells[2] for row in grid(program).rows] == ["Tiur Contoh"]
        assert 'Hanya: di bawah Baik, "tiur"' in program.screen_text()


async def test_an_empty_list_says_so(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("4", "r")
        assert not grid(program).rows
        assert "Tidak ada yang perlu dinilai perilakunya" in program.screen_text()
        await program.press("5", "enter", "tab", "delete", "f2", "f9", "ctrl+d", "ctrl+v", "escape")
        assert program.at(program.unit)


async def test_what_is_judged_is_exported(open_program: Open, tmp_path: Path) -> None:
    async with open_program() as program:
        await program.press("r")
        await program.type("63,5")
        await program.press("enter", "escape", "f6", "p", "t", "ctrl+u")
        await program.type(str(tmp_path / "keluar"))
        await program.press("enter", "f6", "y")
        nip = program.stored().orang[0].nip
    (path,) = (tmp_path / "keluar").rglob("*perilaku*.csv")
    (line,) = (line for line in path.read_text("utf-8-sig").splitlines() if nip in line)
    assert "63.5" in line
