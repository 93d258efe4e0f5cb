"""A folder of files as an office keeps them, for tests of the import."""

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from skp_tui.ui.screens.impor.files import ImportScreen
from tests.ui.conftest import Program

PEOPLE = (
    ("198105062006041977", "Budi Rekaan, S.E.", "III/c", "Arsiparis"),
    ("198207082008012977", "Citra Rekaan", "III/a", "Bendahara"),
    ("197903032005011977", "Dedi Rekaan, A.Md.", "II/d", "Pengadministrasi"),
)
KNOWN = ("No", "NIP Baru", "Nama Pegawai", "Gol. Ruang", "Nama Jabatan")
FOREIGN = ("No", "Nomor Induk Pegawai", "Nm. Pegawai", "Pangkat Terakhir", "Jab.")


def duk(header: Sequence[str] = KNOWN) -> list[Sequence[str]]:
    """Return a list of people as offices keep it: numbered, with titles above the header."""
    rows = [(str(no), *person) for no, person in enumerate(PEOPLE, 1)]
    return [("DAFTAR URUT KEPANGKATAN",), ("Dinas Rekaan",), (), header, *rows]


def book(path: Path, sheets: dict[str, list[Sequence[str]]]) -> Path:
    """Write a workbook of text cells."""
    with xlsxwriter.Workbook(str(path)) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for place, row in enumerate(rows):
                for column, text in enumerate(row):
                    sheet.write_string(place, column, text)
    return path


async def open_import(program: Program, folder: Path) -> ImportScreen:
    """Open the import on a folder, from the start screen."""
    program.app.import_folder = folder
    await program.press("f5")
    return here(program)


def here(program: Program) -> ImportScreen:
    """Return the screen of the import, which is on top."""
    screen = program.app.screen
    assert isinstance(screen, ImportScreen)
    return screen


def names(program: Program) -> dict[str, str]:
    """Return the names that are listed, each with what stands behind it."""
    return {row.cells[1]: row.cells[2] for row in here(program).listed.rows}


async def go_to(program: Program, name: str) -> None:
    """Put the cursor on a line by searching for it, with keys alone."""
    await program.press("slash")
    await program.type(name)
    await program.press("enter")
