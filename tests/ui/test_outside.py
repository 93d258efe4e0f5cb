"""Nilai dari luar and exceptions of one person, by keys alone, to what is handed in."""

from pathlib import Path

import pytest

from skp_tui.services.base.views import Orang
from skp_tui.services.signing.signing import lock
from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.screens.office.forms import ExceptionScreen
from skp_tui.ui.screens.people.outside import OutsideScreen
from skp_tui.ui.screens.people.outside_form import OutsideForm
from tests.cli.calls import call, read_csv
from tests.ui.conftest import TAHUN, Open, Program

BRAM = "198105062006041921"


def bram(program: Program) -> Orang:
    found = program.stored().of(BRAM)
    assert found is not None
    return found


async def open_values(program: Program, name: str = "bram") -> OutsideScreen:
    """Open the values of a person from Unit."""
    await program.press("slash")
    await program.type(name)
    await program.press("down", "v")
    assert isinstance(program.app.screen, OutsideScreen)
    return program.app.screen


async def give(program: Program, nilai: str, sumber: str) -> None:
    """Fill in the form of the row at the cursor."""
    await program.press("enter")
    assert isinstance(program.app.screen, OutsideForm)
    await program.type(nilai)
    await program.press("enter")
    await program.type(sumber)
    await program.press("ctrl+s")


async def except_him(program: Program) -> None:
    """Record an exception of the person who is shown."""
    await program.press("end", "enter")
    assert isinstance(program.app.screen, ExceptionScreen)
    await program.type("pensiun")
    await program.press("enter")
    await program.type("01-10-2017")
    await program.press("enter")
    await program.type("SK 12/2017")
    await program.press("ctrl+s")


async def test_v_lists_what_can_come_from_elsewhere_and_what_it_would_replace(
    open_program: Open,
) -> None:
    async with open_program() as program:
        screen = await open_values(program)
        assert [row.key for row in screen.listed.rows] == ["akademik", "skp 1", "pengecualian"]
        assert "SKP 2017: 92,60" in program.screen_text()


async def test_an_academic_value_becomes_the_skp_of_the_year_and_undo_takes_it_back(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await open_values(program)
        await give(program, "88,5", "Transkrip Universitas Contoh")
        assert isinstance(program.app.screen, OutsideScreen)
        assert program.line("of-person-about") == "SKP 2017 adalah nilai akademik, 88,50."
        assert "92,60" in program.screen_text()
        assert bram(program).penilaian.akademik is not None
        await program.press("escape")
        assert any(
            satu.nip == BRAM and satu.hasil.nilai_skp_tampil == "88,50"
            for satu in (program.unit.view.orang if program.unit.view else ())
        )
        await program.press("ctrl+z")
        assert bram(program).penilaian.akademik is None


async def test_the_skp_of_a_part_that_was_scored_on_paper(open_program: Open) -> None:
    async with open_program() as program:
        await open_values(program)
        await program.press("down")
        await give(program, "80", "Formulir SKP Kecamatan Contoh")
        assert bram(program).hasil.nilai_skp == 80
        await program.press("f8")
        assert isinstance(program.app.screen, AskScreen)
        await program.press("escape")
        assert bram(program).hasil.nilai_skp == 80
        await program.press("f8", "y")
        assert bram(program).penilaian.bagian[0].nilai_luar is None
        await program.press("ctrl+z")
        assert bram(program).hasil.nilai_skp == 80


async def test_a_value_that_cannot_be_is_refused_beside_its_question(open_program: Open) -> None:
    async with open_program() as program:
        await open_values(program)
        await give(program, "101", "Transkrip")
        assert isinstance(program.app.screen, OutsideForm)
        assert "antara 0 dan 100" in program.screen_text()
        assert bram(program).penilaian.akademik is None


async def test_an_academic_value_and_an_exception_refuse_each_other(open_program: Open) -> None:
    async with open_program() as program:
        screen = await open_values(program)
        await except_him(program)
        assert bram(program).penilaian.pengecualian is not None
        await program.press("home", "enter")
        assert program.at(screen)
        assert "Ia dikecualikan" in program.toasts()[-1]
        await program.press("end", "f8", "y")
        assert bram(program).penilaian.pengecualian is None
        await program.press("home")
        await give(program, "90", "Transkrip")
        await program.press("end", "enter")
        assert program.at(screen)
        assert "wajib dinilai; hapus dahulu" in program.toasts()[-1]


async def test_nothing_is_removed_where_nothing_is(open_program: Open) -> None:
    async with open_program() as program:
        screen = await open_values(program)
        for key in ("home", "down", "end"):
            await program.press(key, "f8")
            assert program.at(screen)
            assert program.toasts()[-1] == "Baris ini belum diisi."


async def test_a_signed_appraisal_is_only_shown(open_program: Open) -> None:
    async with open_program() as program:
        program.write(lambda writer: lock(writer, TAHUN, [BRAM], program.app.today))
        screen = await open_values(program)
        await program.press("enter", "f8", "end", "enter")
        assert program.at(screen)
        assert "Sudah dikunci" in program.toasts()[-1]


@pytest.mark.parametrize("size", [(120, 40), (40, 12), (20, 5), (5, 2)])
async def test_it_can_be_drawn_at_every_size(open_program: Open, size: tuple[int, int]) -> None:
    async with open_program(size=size) as program:
        await program.press("v", "enter", "x", "escape", "b", "down", "enter", "escape")
        await program.press("end", "enter", "escape", "f1", "escape", "f10", "escape", "f8")
        assert isinstance(program.app.screen, OutsideScreen)


def handed_in(db: Path, folder: Path) -> dict[str, str]:
    """Return Bram's row of the package."""
    call("--db", db, "ekspor", "--tahun", TAHUN, "--unit", "1", "--ke", folder, "--sebagian")
    (row,) = (row for row in read_csv(folder / "skp-1-2017.csv") if row["nip"] == BRAM)
    return row


async def test_a_tugas_belajar_goes_from_the_keys_to_the_package(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        await open_values(program)
        await give(program, "88,5", "Transkrip Universitas Contoh")
    db = tmp_path / "skp.db"
    nilai = call("--db", db, "nilai", "--tahun", TAHUN, "--nip", BRAM, "--json").json
    assert (nilai["nilai_skp"], nilai["status"]) == ("88.50", "dinilai")
    assert nilai["langkah"][0] == {
        "uraian": "Nilai SKP",
        "rumus": "nilai akademik 88,5 (sumber: Transkrip Universitas Contoh)",
        "hasil": "88,50",
        "dasar": "Perka BKN 1/2013, Lampiran (PNS tugas belajar)",
    }
    row = handed_in(db, tmp_path / "keluar")
    assert (row["nilai_skp"], row["nilai_prestasi_kerja"], row["status"]) == (
        "88.50", nilai["nilai_prestasi_kerja"], "dinilai",
    )  # fmt: skip


async def test_an_exception_goes_from_the_keys_to_recap_and_package(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        before = program.stored().rekap
        await open_values(program)
        await except_him(program)
    db = tmp_path / "skp.db"
    recap = call("--db", db, "rekap", "--tahun", TAHUN, "--unit", "1", "--json").json
    assert recap["dikecualikan"] == before.dikecualikan + 1
    assert recap["wajib_dinilai"] == before.wajib_dinilai - 1
    assert recap["dinilai"] == before.dinilai - 1
    done = call("--db", db, "nilai", "--tahun", TAHUN, "--nip", BRAM, "--json")
    assert (done.status, done.json["status"]) == (1, "dikecualikan")
    row = handed_in(db, tmp_path / "keluar")
    assert (row["status"], row["nilai_skp"], row["sebutan"]) == ("dikecualikan", "", "")
    assert row["keterangan"] == "pensiun: SK 12/2017"
