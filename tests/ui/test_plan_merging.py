"""The plan of a merge: which export is later, who everybody is, and what is overwritten."""

from pathlib import Path

import pytest

from skp_tui.ui.screens.plan.words import WAY_OUT
from tests.ui.conftest import Open
from tests.ui.plan_files import (
    BRAM,
    HEAD,
    KEGIATAN,
    activity,
    cells,
    nip,
    orders,
    person,
    show,
    write,
)

NARROW = (60, 18)
LATER = "Lebih baru menurut nomornya: kegiatan-2.csv"


def two_exports(folder: Path, second: str = "kegiatan-2.csv") -> tuple[Path, Path]:
    """Write an export and a corrected one, which disagree on one activity of a stored person."""
    return (
        write(folder / "kegiatan.csv", KEGIATAN, activity(BRAM, 1), activity(BRAM, 2)),
        write(folder / second, KEGIATAN, activity(BRAM, 1, kuantitas="13"), activity(BRAM, 2)),
    )


@pytest.mark.parametrize("size", [(80, 24), NARROW])
async def test_of_two_exports_into_one_folder_the_later_is_named_with_what_to_do(
    open_program: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as program:
        await show(program, orders(kegiatan=two_exports(tmp_path)))
        about = " ".join(program.line("plan-about").split())
        assert f"{LATER}. PC yang sama? Esc, lalu Spasi melepas yang lama." in about
        assert WAY_OUT not in about


async def test_files_whose_names_do_not_tell_are_left_to_the_user(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        await show(program, orders(kegiatan=two_exports(tmp_path, "kegiatan baru.csv")))
        about = program.line("plan-about")
        assert "Lebih baru" not in about
        assert WAY_OUT in about


async def test_somebody_whose_own_row_two_files_disagree_on_keeps_his_name(
    open_program: Open, tmp_path: Path
) -> None:
    one = write(tmp_path / "pc1" / "pegawai.csv", HEAD, person(1))
    two = write(tmp_path / "pc2" / "pegawai.csv", HEAD, person(1, "Arsiparis"))
    rows = write(tmp_path / "kegiatan.csv", KEGIATAN, activity(nip(1), 1))
    async with open_program(size=(120, 40)) as program:
        await show(program, orders(pegawai=(one, two), kegiatan=rows))
        assert cells(program, "siapa") == ["Orang ke-1 Contoh"] * 3
        assert f"Orang ke-1 Contoh · {nip(1)}" in program.line("plan-foot")
        await program.press("end")
        foot = program.line("plan-foot")
        assert f"kegiatan.csv, baris 2 · kegiatan · Orang ke-1 Contoh · {nip(1)}" in foot


async def test_a_line_of_somebody_who_is_stored_tells_his_nip_too(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        await show(program, orders(kegiatan=two_exports(tmp_path)))
        assert set(cells(program, "siapa")[:2]) == {"Bram Contoh"}
        assert f"kegiatan.csv, baris 2 · Bram Contoh · {BRAM}" in program.line("plan-foot")


@pytest.mark.parametrize("size", [(80, 24), NARROW])
async def test_the_question_says_who_moves_and_how_much_is_overwritten(
    open_program: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    moved = f"{BRAM};Bram Contoh;1.2;;Analis Kepegawaian"
    file = write(tmp_path / "pegawai.csv", HEAD, person(1), moved)
    async with open_program(size=size) as program:
        await show(program, orders(pegawai=file))
        await program.press("enter")
        shown = " ".join(program.screen_text().replace("│", " ").split())
        assert "1 pegawai pindah unit, 1 isian lama diganti (Esc, lalu U" in shown
        await program.press("escape", "u")
        assert cells(program, "keadaan") == ["berubah"] * 2


async def test_the_question_is_as_short_as_before_where_nothing_stored_is_touched(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        await show(program, orders(pegawai=write(tmp_path / "pegawai.csv", HEAD, person(1))))
        await program.press("enter")
        assert "Terapkan 1 baris pegawai?" in program.screen_text()
        assert "diganti" not in program.screen_text()
        assert "pindah unit" not in program.screen_text()


async def test_refused_rows_are_counted_with_the_people_they_are_about(
    open_program: Open, tmp_path: Path
) -> None:
    rows = [activity(nip(who), no) for who in (1, 2) for no in (1, 2, 3)]
    file = write(tmp_path / "kegiatan.csv", KEGIATAN, activity(BRAM, 9), *rows)
    async with open_program() as program:
        await show(program, orders(kegiatan=file))
        line = " ".join(program.line("plan-enter").split())
        assert "6 baris dari 2 pegawai yang ditolak ke kegiatan.ditolak.csv." in line
        await program.press("enter", "enter")
        assert "6 baris dari 2 pegawai yang ditolak ada di" in program.screen_text()
