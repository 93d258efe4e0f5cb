"""Pairs of columns that somebody made are offered again for the next list with its headings."""

from collections.abc import Sequence
from pathlib import Path

from skp_tui.ui.screens.impor.columns import ColumnsScreen
from tests.ui.conftest import Open, Program
from tests.ui.desk import PEOPLE, book, duk, go_to, open_import

WITH_UNIT = ("No", "NIP Baru", "Nama Pegawai", "Bagian Kerja")
ODD = ("Urut", "Kode Orang", "Sebutan Orang", "Kelas", "Tugas")


def with_unit() -> list[Sequence[str]]:
    """Return a list whose people stand in a unit that is still to be made."""
    return [WITH_UNIT, *(("1", nip, nama, "Kelas X") for nip, nama, *_ in PEOPLE)]


async def columns_of(program: Program, folder: Path, name: str, header: Sequence[str]) -> None:
    """Open the pairs of a list that lies alone in its folder."""
    (folder / name).mkdir()
    book(folder / name / f"{name}.xlsx", {"ASN": duk(header)})
    await open_import(program, folder / name)
    await program.press("k")
    assert isinstance(program.app.screen, ColumnsScreen)


def pairs(program: Program) -> dict[str, str]:
    """Return our columns that are shown, each with the file's beside it."""
    screen = program.app.screen
    assert isinstance(screen, ColumnsScreen)
    return {row.key: row.cells[1] for row in screen.pairs.rows}


async def paired_once(program: Program, folder: Path) -> None:
    """Pair name and post of the first list, and use it."""
    await columns_of(program, folder, "satu", ODD)
    assert "Dipasangkan seperti" not in program.line("columns-about")
    await program.press("enter")
    await program.type("sebutan")
    await program.press("enter")
    screen = program.app.screen
    assert isinstance(screen, ColumnsScreen)
    screen.pairs.move_to("jabatan")
    await program.press("enter")
    await program.type("tugas")
    await program.press("enter")
    await program.press("f5")
    await program.press("escape", "y")
    assert program.at(program.unit)


async def test_the_next_list_with_the_same_headings_begins_with_those_pairs_and_says_so(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        await paired_once(program, tmp_path)
        await columns_of(program, tmp_path, "dua", [title.upper() for title in ODD])
        shown = pairs(program)
        assert (shown["nama"], shown["jabatan"]) == ("C  SEBUTAN ORANG", "E  TUGAS")
        said = program.line("columns-about")
        assert "Dipasangkan seperti satu.xlsx tadi; periksa contohnya. F5 memakainya." in said
        await program.press("ctrl+t")
        assert "Masih wajib: Nama." in program.line("columns-about"), "proposals stand apart"


async def test_a_list_with_other_headings_is_not_taken_for_it(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        await paired_once(program, tmp_path)
        await columns_of(program, tmp_path, "dua", (*ODD[:4], "Pekerjaan"))
        assert "Masih wajib: Nama." in program.line("columns-about")
        assert pairs(program)["nama"].startswith("? belum")


async def test_what_a_list_was_paired_with_itself_counts_before_that_of_another(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        await columns_of(program, tmp_path, "satu", ODD)
        await program.press("enter")
        await program.type("sebutan")
        await program.press("enter", "f5", "k")
        assert pairs(program)["nama"] == "C  Sebutan Orang"
        assert "Dipasangkan seperti" not in program.line("columns-about")


async def test_a_list_that_was_paired_and_left_comes_with_its_pairs_when_it_is_imported_again(
    open_program: Open, tmp_path: Path
) -> None:
    (tmp_path / "satu").mkdir()
    path = book(tmp_path / "satu" / "satu.xlsx", {"ASN": with_unit()})
    async with open_program() as program:
        await leave_the_plan_of_paired(program, tmp_path)
        await open_import(program, tmp_path / "satu")
        await go_to(program, "satu")
        said = program.line("import-foot")
        assert "Pegawai; J mengubah. Kolomnya sudah dicocokkan; K mengubah." in said
        await program.press("f5")
        assert "3 baris ditolak" not in program.line("plan-about")
        assert "D 3 ditolak" in program.line("plan-about"), "the unit is read from its column"
        await program.press("escape", "escape", "escape", "y")
        path.write_bytes(path.read_bytes() + b"\0")
        await open_import(program, tmp_path / "satu")
        await go_to(program, "satu")
        assert "sudah dicocokkan" not in program.line("import-foot"), "it is another file by now"


async def test_a_list_that_is_stored_begins_anew(open_program: Open, tmp_path: Path) -> None:
    (tmp_path / "satu").mkdir()
    book(tmp_path / "satu" / "satu.xlsx", {"ASN": with_unit()})
    async with open_program() as program:
        await leave_the_plan_of_paired(program, tmp_path)
        await program.press("o", "ctrl+n")
        for text in ("Kelas X", "9.9"):
            await program.type(text)
            await program.press("enter")
        await program.press("ctrl+s", "escape")
        await open_import(program, tmp_path / "satu")
        await go_to(program, "satu")
        await program.press("f5")
        await program.press("enter", "y")
        assert "sudah diterapkan" in program.line("headline")
        assert not program.app.told_files


async def leave_the_plan_of_paired(program: Program, folder: Path) -> None:
    """Pair the unit of a list over its plan, see all rows refused, and leave to make the unit."""
    await open_import(program, folder / "satu")
    await go_to(program, "satu")
    await program.press("f5")
    await program.press("k")
    screen = program.app.screen
    assert isinstance(screen, ColumnsScreen)
    screen.pairs.move_to("unit")
    await program.press("enter")
    await program.type("bagian")
    await program.press("enter", "f5")
    assert "D 3 ditolak" in program.line("plan-about")
    await program.press("escape", "escape", "escape")
    assert "pasangan kolomnya diingat" in program.screen_text()
    await program.press("y")
    assert program.at(program.unit)
