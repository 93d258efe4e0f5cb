"""A plan whose rows are refused for one cause says it once; on low screens each row says why."""

from pathlib import Path

from textual.widgets._toast import Toast

from tests.ui.conftest import Open
from tests.ui.plan_files import (
    HEAD,
    KEGIATAN,
    activity,
    cells,
    mixed_file,
    nip,
    orders,
    person,
    show,
    write,
)
from tests.ui.test_start import answer

LOW = (40, 10)


def unknown(folder: Path, count: int) -> Path:
    """Write activities of people whom nobody has imported yet."""
    return write(
        folder / "kegiatan.csv", KEGIATAN, *(activity(nip(n + 1), 1) for n in range(count))
    )


async def test_a_cause_that_all_refused_rows_share_is_said_once_with_its_count_and_remedy(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        await show(program, orders(kegiatan=unknown(tmp_path, 30)))
        said = " ".join(program.line("plan-about").split())
        assert said.endswith(
            "30 baris ditolak karena hal yang sama: NIP ini belum ada di database; periksa "
            "angkanya, atau impor jenis pegawai dahulu."
        )
        assert cells(program, "keadaan") == ["ditolak"] * 30
        assert nip(1) in program.screen_text(), "an unknown NIP is read whole at 80 columns"


def of_units(folder: Path, *units: str) -> Path:
    """Write people, one for each unit that is named."""
    rows = (person(n).replace(";1;", f";{unit};") for n, unit in enumerate(units, 1))
    return write(folder / "pegawai.csv", HEAD, *rows)


async def test_units_that_are_not_there_yet_are_named_with_where_they_are_made(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program(empty=True) as program:
        await answer(program)
        await program.press("enter", "n")
        await show(program, orders(pegawai=of_units(tmp_path, *"ABABABAB")))
        said = " ".join(program.line("plan-about").split())
        assert "8 baris ditolak karena hal yang sama: unit ini belum ada" in said
        assert said.endswith(
            "impor jenis unit dahulu. O di layar Unit membuat yang belum ada: A, B."
        )
        program.app.pop_screen()
        await show(program, orders(pegawai=of_units(tmp_path, *"ABCDEFG")))
        assert "belum ada: A, B, C, D, E dan 2 lain." in program.line("plan-about")
        program.app.pop_screen()
        await show(program, orders(pegawai=of_units(tmp_path, "A", "1.1.2")))
        assert "O di layar Unit membuat yang belum ada: A." in program.line("plan-about")


async def test_a_unit_that_is_mistyped_in_a_few_of_the_refused_rows_is_no_unit_to_be_made(
    open_program: Open, tmp_path: Path
) -> None:
    rows = (person(1).replace(";1;", ";11;"), *(person(n, golongan="III e") for n in range(2, 5)))
    async with open_program() as program:
        await show(program, orders(pegawai=write(tmp_path / "pegawai.csv", HEAD, *rows)))
        assert "O di layar Unit" not in program.screen_text()


async def test_among_several_kinds_the_cause_names_its_kind(
    open_program: Open, tmp_path: Path
) -> None:
    files = orders(pegawai=mixed_file(tmp_path), kegiatan=unknown(tmp_path, 9))
    async with open_program() as program:
        await show(program, files)
        # two of the nine come in with the same call
        assert "Kegiatan: 7 baris ditolak karena hal yang sama" in program.line("plan-about")


async def test_rows_that_are_refused_for_several_causes_have_no_line_about_them_all(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        await show(program, orders(pegawai=mixed_file(tmp_path)))
        assert "hal yang sama" not in program.line("plan-about")


async def test_on_a_low_screen_the_reason_of_the_cursors_row_is_read(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program(size=LOW) as program:
        await show(program, orders(pegawai=mixed_file(tmp_path)))
        assert program.line("plan-about") == "B 2 baru  U 1 berubah  D 2 ditolak"
        await program.press("down")
        said = " ".join(program.screen_text().split())
        assert 'golongan: "III e": golongan itu tidak ada; maksudnya III/d?' in said
        assert "> ditolak 5 Salah Contoh" in said


async def test_on_a_low_screen_messages_cover_neither_rows_nor_the_reason(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program(size=LOW) as program:
        screen = await show(program, orders(pegawai=mixed_file(tmp_path)))
        before = program.screen_text().splitlines()
        screen.notify("Rencana ini belum diterapkan: Enter menerapkannya.", markup=False)
        await program.settle()
        (toast,) = (one for one in screen.query(Toast) if one.region)
        assert toast.region.bottom <= screen.listed.region.y
        assert program.screen_text().splitlines()[2:] == before[2:]
