"""What a plan does not take from its files: said before it is applied, and mended by one key."""

from pathlib import Path

import pytest
from textual.widgets import Static

from skp_tui.services.base.editing import save_records
from skp_tui.services.office.listing import people_list
from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.screens.impor.columns import ColumnsScreen
from skp_tui.ui.screens.impor.files import ImportScreen
from skp_tui.ui.screens.plan.matching import NO_WAY
from skp_tui.ui.screens.plan.screen import PlanScreen
from tests.ui.conftest import Open, Program
from tests.ui.desk import book, duk, go_to, open_import
from tests.ui.plan_files import BRAM, activity, cells, nip, orders, show, write

HEAD = "NIP;Nama;Gol;Bidang"
INTO = "Tidak ada kolom unit: 2 pegawai baru masuk ke Kepala Badan (1)."
FROM = "Unitnya di kolom lain? K mencocokkan 1 kolom yang tidak dibaca: Bidang."


def row(number: int, unit: str = "1.1") -> str:
    return f"{nip(number)};Orang {number} Contoh;III/a;{unit}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a list whose units stand under a heading that nobody knows."""
    write(tmp_path / "E" / "daftar.csv", HEAD, row(1), row(2))
    return tmp_path / "E"


async def open_plan(program: Program, folder: Path) -> PlanScreen:
    """Open the plan of the only file of a folder by keys."""
    await open_import(program, folder)
    await program.press("f5")
    return plan(program)


def plan(program: Program) -> PlanScreen:
    screen = program.app.screen
    assert isinstance(screen, PlanScreen)
    return screen


def about(program: Program) -> list[str]:
    return program.line("plan-about").splitlines()


async def test_people_without_a_column_of_units_are_counted_with_the_unit_they_come_into(
    open_program: Open, folder: Path
) -> None:
    async with open_program() as program:
        await open_plan(program, folder)
        assert about(program)[1:3] == [INTO, FROM]
        await program.press("enter")
        assert isinstance(program.app.screen, AskScreen)
        asked = str(program.app.screen.query_one(".window-text", Static).content)
        placed = "Karena tidak ada kolom unit, 2 pegawai baru masuk ke Kepala Badan (1)."
        assert asked.endswith(f"? {placed}")


async def test_where_no_column_is_left_over_another_unit_is_the_way_out_and_nothing_is_loud(
    open_program: Open, folder: Path
) -> None:
    write(folder / "daftar.csv", "NIP;Nama;Gol", f"{nip(1)};Orang 1;III/a")
    async with open_program() as program:
        await open_plan(program, folder)
        assert about(program)[1:] == [
            "Tidak ada kolom unit: 1 pegawai baru masuk ke Kepala Badan (1).",
            "Unit lain? Esc, lalu U memilihnya.",
        ]
        await program.press("enter")
        assert "kolom unit," not in program.screen_text()


async def test_who_is_stored_stays_in_his_unit_and_is_not_counted(
    open_program: Open, folder: Path
) -> None:
    async with open_program() as program:
        isian = [
            {"nip": nip(number), "nama": f"Orang {number} Contoh", "unit": unit}
            for number, unit in ((1, "1"), (2, "1.1"))
        ]
        write(folder / "daftar.csv", HEAD, row(1), row(2), row(3))
        done = program.write(lambda writer: save_records(writer, "pegawai", isian, "dua orang"))
        assert not done.ditolak
        await open_plan(program, folder)
        assert (
            about(program)[1] == "Tidak ada kolom unit: 1 pegawai baru masuk ke Kepala Badan (1)."
        )
        await program.press("enter", "y", "enter")
        with program.sitting.reading() as connection:
            people = people_list(connection).pegawai
        assert [people[nip(number)]["unit"] for number in (1, 2, 3)] == ["1", "1.1", "1"]


async def test_k_matches_over_the_plan_and_the_file_is_planned_anew(
    open_program: Open, folder: Path
) -> None:
    async with open_program() as program:
        screen = await open_plan(program, folder)
        await program.press("k")
        columns = program.app.screen
        assert isinstance(columns, ColumnsScreen)
        assert columns.pairs.cursor_row == "unit"
        await program.press("enter")
        await program.type("bidang")
        await program.press("enter", "f5")
        assert program.at(screen)
        assert about(program)[0].startswith("B 2 baru")
        assert len(about(program)) == 1
        await program.press("enter", "y", "enter")
        with program.sitting.reading() as connection:
            people = people_list(connection).pegawai
        assert [people[nip(number)]["unit"] for number in (1, 2)] == ["1.1", "1.1"]


async def test_many_unread_columns_are_one_warning_whose_first_words_say_what_is_wrong(
    open_program: Open, folder: Path
) -> None:
    unknown = [f"lain {number}" for number in range(25)]
    text = [";".join((HEAD, *unknown)), ";".join((row(1), *("x" for _ in unknown)))]
    write(folder / "daftar.csv", *text)
    async with open_program() as program:
        await open_plan(program, folder)
        assert about(program)[0].endswith("P 1 peringatan")
        await program.press("p")
        foot = program.line("plan-foot").splitlines()
        assert foot[1].startswith("26 kolom tidak dikenal, diabaikan; periksa judulnya")
        assert "Bidang, lain 0, lain 1" in "\n".join(foot)


async def test_esc_from_the_columns_leads_back_to_the_plan_as_it_was(
    open_program: Open, folder: Path
) -> None:
    async with open_program() as program:
        screen = await open_plan(program, folder)
        made = screen.plan
        await program.press("k", "escape")
        assert program.at(screen)
        assert screen.plan is made
        await program.press("escape", "escape")
        assert program.at(program.unit)


async def test_a_plan_that_was_left_is_not_kept_for_columns_that_were_not_taken(
    open_program: Open, folder: Path
) -> None:
    async with open_program() as program:
        await open_plan(program, folder)
        await program.press("k", "escape", "escape")
        chooser = program.app.screen
        assert isinstance(chooser, ImportScreen)
        assert chooser._then is None


async def test_k_on_a_file_that_was_emptied_meanwhile_says_so(
    open_program: Open, folder: Path
) -> None:
    async with open_program() as program:
        screen = await open_plan(program, folder)
        (folder / "daftar.csv").write_text('""\n', encoding="utf-8")
        await program.press("k")
        assert program.at(screen)
        assert program.toasts() == ["daftar.csv tidak berisi apa-apa."]


async def test_k_means_the_file_of_the_cursor_among_those_that_lack_something(
    open_program: Open, folder: Path
) -> None:
    write(folder / "b.csv", HEAD.replace("Bidang", "Seksi"), row(3))
    write(folder / "c.csv", "NIP;Nama;Unit", f"{nip(4)};Orang 4;1")
    async with open_program() as program:
        await open_import(program, folder)
        await program.press("plus", "f5")
        screen = plan(program)
        assert "K mencocokkan 2 kolom yang tidak dibaca: Seksi, Bidang." in about(program)[2]
        for name, wanted in (("seksi", "b.csv"), ("bidang", "daftar.csv"), ("orang 4", "b.csv")):
            await go_to(program, name)
            await program.press("k")
            assert f"Cocokkan kolom · {wanted}" in program.line("headline")
            await program.press("escape")
            assert program.at(screen)
            await program.press("escape")


async def test_k_on_a_plan_without_its_list_of_files_says_where_columns_are_matched(
    open_program: Open, folder: Path
) -> None:
    async with open_program() as program:
        path = write(folder / "lengkap.csv", "nip;nama;unit", f"{nip(1)};Orang;1")
        screen = await show(program, orders(pegawai=path))
        await program.press("k")
        assert program.at(screen)
        assert program.toasts() == [NO_WAY]


async def test_other_kinds_have_no_unit_to_come_into(open_program: Open, tmp_path: Path) -> None:
    head = "tahun;nip;no;uraian;target_kuantitas;satuan;target_kualitas;target_waktu;Warna"
    write(tmp_path / "E" / "kegiatan.csv", head, f"{activity(BRAM, 1)};merah")
    async with open_program() as program:
        await open_plan(program, tmp_path / "E")
        assert about(program)[1:] == ["K mencocokkan 1 kolom yang tidak dibaca: Warna."]


@pytest.mark.parametrize(
    ("rows", "named"),
    [((), ["F1", "/", "Esc", "F10"]), ((row(1),), ["F1", "Enter", "/", "Esc", "F10"])],
)
async def test_the_footer_names_no_key_that_would_do_nothing(
    open_program: Open, folder: Path, rows: tuple[str, ...], named: list[str]
) -> None:
    write(folder / "daftar.csv", HEAD, *rows)
    async with open_program() as program:
        await open_plan(program, folder)
        assert [words.split()[0] for words in program.line("keys").split("  ")] == named


async def test_a_mended_file_of_refused_rows_is_said_to_be_done_with(
    open_program: Open, folder: Path
) -> None:
    broken = f"{nip(8)};Orang 8;III e;1"
    write(folder / "pegawai.ditolak.csv", "nip;nama;golongan;unit", f"{nip(9)};Orang 9;;1", broken)
    (folder / "daftar.csv").unlink()
    async with open_program(size=(120, 40)) as program:
        await open_plan(program, folder)
        await program.press("enter", "y")
        shown = program.screen_text()
        assert f"  {folder / 'pegawai.ditolak.ditolak.csv'}" in shown
        assert "pegawai.ditolak.csv sudah selesai; sisanya hanya di berkas baru itu." in shown


async def test_the_only_sheet_of_a_workbook_leaves_its_room_to_the_number_of_the_row(
    open_program: Open, folder: Path
) -> None:
    (folder / "daftar.csv").unlink()
    book(folder / "pegawai.xlsx", {"Daftar": duk()})
    async with open_program() as program:
        await open_plan(program, folder)
        assert cells(program, "tempat") == ["4", "5", "6", "7"]
        assert 'lembar "Daftar"' in program.line("plan-foot")


async def test_what_came_in_is_counted_in_words_that_a_narrow_window_can_break(
    open_program: Open, folder: Path
) -> None:
    write(folder / "daftar.csv", "nip;nama;unit", f"{nip(1)};Orang;1", "12;Salah;1")
    async with open_program(size=(40, 10)) as program:
        await open_plan(program, folder)
        await program.press("enter", "y")
        assert "Pegawai: 1 baru, 1 ditolak." in program.screen_text()


async def test_a_column_that_most_likely_is_ours_is_named_with_its_pair_and_the_key_and_asked_about(
    open_program: Open, folder: Path
) -> None:
    head = "NIP;Nama;Unit;Warna;Jabatan Sekarang"
    write(folder / "daftar.csv", head, f"{nip(1)};Orang 1;1;merah;Analis")
    likely = "Jabatan Sekarang (mungkin Jabatan)"
    async with open_program() as program:
        screen = await open_plan(program, folder)
        first = f"K mencocokkan 2 kolom yang tidak dibaca: {likely},"
        assert about(program)[1].startswith(first)
        await program.press("enter")
        asked = str(program.app.screen.query_one(".window-text", Static).content)
        assert asked.endswith(f" Tidak ikut: kolom {likely}; Esc, lalu K mencocokkannya.")
        await program.press("escape", "k", "f5")
        assert program.at(screen)
        assert "mungkin" not in program.line("plan-about")
        await program.press("enter", "y", "enter")
        with program.sitting.reading() as connection:
            people = people_list(connection).pegawai
        assert people[nip(1)]["jabatan"] == "Analis"


async def test_what_was_left_out_over_the_columns_is_not_proposed_again(
    open_program: Open, folder: Path
) -> None:
    write(folder / "daftar.csv", "NIP;Nama;Unit;Jabatan Sekarang", f"{nip(1)};Orang 1;1;Analis")
    async with open_program() as program:
        screen = await open_plan(program, folder)
        await program.press("k")
        columns = program.app.screen
        assert isinstance(columns, ColumnsScreen)
        columns.pairs.move_to("jabatan")
        await program.press("delete", "f5")
        assert program.at(screen)
        assert "mungkin" not in program.line("plan-about")
