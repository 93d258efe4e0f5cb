"""Rencana impor: what may come between reading, plan and applying changes nothing unseen."""

from pathlib import Path

import pytest

from skp_tui.ui.screens.plan.screen import PlanScreen
from skp_tui.ui.screens.plan.stage import Tahap
from tests.ui.conftest import Open
from tests.ui.plan_files import (
    BRAM,
    HEAD,
    KEGIATAN,
    activity,
    cells,
    change_post,
    nip,
    orders,
    people,
    person,
    show,
    stage,
    steps,
    write,
)

# What may come between plan and apply


async def test_a_database_that_changed_meanwhile_is_not_written_to_and_planned_anew(
    open_program: Open, mixed: Path
) -> None:
    async with open_program() as program:
        await show(program, orders(pegawai=mixed))
        change_post(program)
        count = steps(program)
        await program.press("enter", "enter")
        assert steps(program) == count
        assert "berubah sejak rencana impor ini ditampilkan" in program.toasts()[-1]
        assert stage(program) is Tahap.RENCANA
        assert "U 0 berubah" in program.line("plan-about")
        await program.press("enter", "enter")
        assert nip(1) in people(program)


async def test_a_file_that_changed_meanwhile_is_read_again_before_anything_comes_in(
    open_program: Open, mixed: Path
) -> None:
    async with open_program() as program:
        await show(program, orders(pegawai=mixed))
        before = people(program)
        write(mixed, HEAD, person(1), person(2), person(3))
        await program.press("enter", "enter")
        assert people(program) == before
        assert "pegawai.csv berubah sejak dibaca" in program.toasts()[-1]
        assert "B 3 baru" in program.line("plan-about")
        await program.press("enter", "enter")
        assert people(program) == before | {nip(1), nip(2), nip(3)}


async def test_what_was_shown_comes_in_although_the_stick_was_pulled_out(
    open_program: Open, tmp_path: Path
) -> None:
    file = write(tmp_path / "pegawai.csv", HEAD, person(1))
    async with open_program() as program:
        await show(program, orders(pegawai=file))
        file.unlink()
        await program.press("enter", "enter")
        assert nip(1) in people(program)


async def test_a_refused_file_that_cannot_be_written_is_told_beside_what_came_in(
    open_program: Open, mixed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program(size=(120, 40)) as program:
        await show(program, orders(pegawai=mixed))
        mixed.unlink()
        mixed.parent.rmdir()
        monkeypatch.chdir("/proc")  # where not even root may write
        await program.press("enter", "enter")
        shown = program.screen_text()
        assert "Selesai: 3 baris pegawai masuk" in shown
        assert "baris yang ditolak tidak dapat ditulis ke berkas" in shown
        assert "2 baris yang ditolak hanya ada di berkas asalnya" in shown
        assert nip(1) in people(program)


# Reading


async def test_a_file_that_is_gone_is_told_and_enter_tries_again(
    open_program: Open, tmp_path: Path
) -> None:
    file = tmp_path / "pegawai.csv"
    # wide, for where the tests run the path may be long
    async with open_program(size=(200, 24)) as program:
        await show(program, orders(pegawai=file))
        assert stage(program) is Tahap.GAGAL
        assert "pegawai.csv" in program.line("plan-about")
        assert "Tidak ada yang disimpan." in program.line("plan-about")
        assert "Enter Coba lagi" in program.line("keys")
        write(file, HEAD, person(1))
        await program.press("enter")
        assert stage(program) is Tahap.RENCANA
        assert "B 1 baru" in program.line("plan-about")


async def test_esc_gives_a_long_reading_up_and_nothing_is_stored(
    open_program: Open, tmp_path: Path
) -> None:
    rows = (activity(BRAM, no, 2019) for no in range(1, 20_001))
    file = write(tmp_path / "kegiatan.csv", KEGIATAN, *rows)
    async with open_program() as program:
        count = steps(program)
        screen = PlanScreen(orders(kegiatan=file))
        await program.app.push_screen(screen)
        assert screen.tahap is Tahap.MEMBACA
        assert "Esc membatalkan" in program.line("plan-about")
        assert "Esc Batal" in program.line("keys")
        await program.press("escape")
        assert program.at(program.unit)
        assert "Impor dibatalkan; tidak ada yang disimpan." in program.toasts()
        assert steps(program) == count


async def test_a_key_typed_before_the_plan_is_there_applies_nothing(
    open_program: Open, mixed: Path
) -> None:
    async with open_program() as program:
        before = people(program)
        screen = PlanScreen(orders(pegawai=mixed))
        await program.app.push_screen(screen)
        screen.action_apply_plan()
        screen.action_show_new()
        await program.settle()
        assert program.at(screen)
        assert len(cells(program, "keadaan")) == 5
        assert people(program) == before


async def test_a_change_repeated_while_the_plan_is_shown_plans_anew(
    open_program: Open, mixed: Path
) -> None:
    async with open_program() as program:
        change_post(program)
        await program.press("ctrl+z")
        await show(program, orders(pegawai=mixed))
        assert "U 1 berubah" in program.line("plan-about")
        await program.press("ctrl+y")
        assert "U 0 berubah" in program.line("plan-about")


@pytest.mark.parametrize(
    ("keys", "heading"),
    [((), "Ditolak"), (("u",), "Berubah"), (("b",), "Baru"), (("enter", "enter"), "Selesai")],
)
async def test_help_begins_with_what_the_cursor_is_on(
    open_program: Open, mixed: Path, keys: tuple[str, ...], heading: str
) -> None:
    async with open_program() as program:
        await show(program, orders(pegawai=mixed))
        await program.press(*keys, "f1")
        assert program.screen_text().splitlines()[2].split("│")[1].strip() == heading
