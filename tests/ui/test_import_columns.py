"""Cocokkan kolom: pointing out header and columns of a list whose headers nobody knows."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from skp_tui.exchange.reading.windows import column_name, column_of
from skp_tui.services.office.listing import people_list
from skp_tui.ui.screens.impor.columns import ColumnsScreen
from skp_tui.ui.screens.impor.files import ImportScreen
from skp_tui.ui.screens.plan.screen import PlanScreen
from tests.ui.conftest import Open, Program
from tests.ui.desk import FOREIGN, KNOWN, PEOPLE, book, duk, here, open_import

if TYPE_CHECKING:
    from collections.abc import Sequence

ODD = ("Urut", "Kode Orang", "Sebutan Orang", "Kelas", "Tugas")


async def open_columns(program: Program, folder: Path) -> ColumnsScreen:
    """Open the pairs of the only file, as a list of people."""
    await open_import(program, folder)
    await program.press("k")
    screen = program.app.screen
    assert isinstance(screen, ColumnsScreen)
    return screen


def pairs(program: Program) -> dict[str, str]:
    """Return our columns that are shown, each with the file's beside it."""
    screen = program.app.screen
    assert isinstance(screen, ColumnsScreen)
    return {row.cells[0]: row.cells[1] for row in screen.pairs.rows}


async def test_required_columns_stand_first_with_an_example_of_their_contents(
    open_program: Open, tmp_path: Path
) -> None:
    book(tmp_path / "asn.xlsx", {"ASN": duk(FOREIGN)})
    async with open_program() as program:
        screen = await open_columns(program, tmp_path)
        assert list(pairs(program))[:3] == ["NIP *", "Nama *", "Unit *"]
        assert pairs(program)["NIP *"] == "B  Nomor Induk Pegawai"
        assert pairs(program)["Unit *"] == "– semua baris:"
        assert screen.pairs.rows[2].cells[2] == "Kepala Badan (1)"
        assert screen.pairs.rows[1].cells[2] == "Budi Rekaan, S.E."
        assert "F5 memakainya" in program.line("columns-about")


async def test_the_superior_of_a_list_is_offered_as_the_appraiser_and_read_once_it_is_used(
    open_program: Open, tmp_path: Path
) -> None:
    rows = [(*satu, "Wayan Contoh") for satu in duk()[4:]]
    book(tmp_path / "asn.xlsx", {"ASN": [(*KNOWN, "ATASAN LANGSUNG"), *rows]})
    async with open_program() as program:
        await open_import(program, tmp_path)
        await program.press("f5")
        said = " ".join(program.line("plan-about").split())
        assert "ATASAN LANGSUNG (mungkin Nama penilai)" in said
        await program.press("k")
        assert pairs(program)["Nama penilai"] == "F  ATASAN LANGSUNG"
        await program.press("f5")
        await program.press("enter", "y")
        with program.sitting.reading() as connection:
            people = people_list(connection).pegawai
        assert {people[nip]["penilai_nama"] for nip, *_ in PEOPLE} == {"Wayan Contoh"}


async def test_a_missing_column_is_named_picked_by_typing_and_then_the_file_comes_in(
    open_program: Open, tmp_path: Path
) -> None:
    book(tmp_path / "asn.xlsx", {"ASN": duk(ODD)})
    async with open_program() as program:
        screen = await open_columns(program, tmp_path)
        assert "Masih wajib: Nama. Enter memilih kolomnya." in program.line("columns-about")
        assert screen.pairs.cursor_row == "nama"
        await program.press("f5")
        assert program.at(screen)
        assert "Kolom wajib yang belum dicocokkan: Nama." in program.toasts()[-1]
        await program.press("enter")
        await program.type("sebutan")
        await program.press("enter")
        assert pairs(program)["Nama *"] == "C  Sebutan Orang"
        await program.press("f5", "f5")
        assert isinstance(program.app.screen, PlanScreen)
        await program.press("enter", "y", "enter")
        with program.sitting.reading() as connection:
            people = people_list(connection).pegawai
        assert [people[nip]["nama"] for nip, *_ in PEOPLE] == [nama for _, nama, *_ in PEOPLE]


async def test_one_column_of_the_file_stands_for_one_of_ours_only(
    open_program: Open, tmp_path: Path
) -> None:
    book(tmp_path / "asn.xlsx", {"ASN": duk(FOREIGN)})
    async with open_program() as program:
        await open_columns(program, tmp_path)
        await program.press("down", "down", "enter")
        await program.type("jab")
        assert "(dipakai Jabatan)" in program.screen_text()
        await program.press("enter")
        assert (pairs(program)["Unit *"], pairs(program)["Jabatan"]) == ("E  Jab.", "–")
        await program.press("delete")
        assert pairs(program)["Unit *"].startswith("– semua")
        await program.press("ctrl+t")
        assert pairs(program)["Jabatan"] == "E  Jab."


async def test_who_loses_a_column_to_another_is_told(open_program: Open, tmp_path: Path) -> None:
    book(tmp_path / "asn.xlsx", {"ASN": duk(FOREIGN)})
    async with open_program() as program:
        await open_columns(program, tmp_path)
        await program.press("down", "down", "enter")
        await program.type("jab")
        await program.press("enter")
        assert "Kolom itu kini Unit; Jabatan belum punya pasangan." in program.toasts()


async def test_another_header_keeps_what_was_paired_by_hand(
    open_program: Open, tmp_path: Path
) -> None:
    book(tmp_path / "asn.xlsx", {"ASN": duk(ODD)})
    async with open_program() as program:
        screen = await open_columns(program, tmp_path)
        await program.press("enter")
        await program.type("tugas")
        await program.press("enter")
        before = screen.pasangan.baris
        await program.press("tab", "down", "enter")
        assert screen.pasangan.baris == before + 1
        assert pairs(program)["Nama *"].startswith("E  "), "paired by hand"
        assert screen.pasangan.kolom["nip"] == 1, "proposed anew from what the column holds"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("u", "unit"), ("uu", "penilai_unit"), ("gol", "golongan"), ("tmt", "tmt_golongan"),
     ("nip at", "atasan_penilai_nip"), ("jje", "jenis_jabatan"), ("se", "aktif_sejak"),
     ("qz", "nama")],
)  # fmt: skip
async def test_a_typed_letter_goes_to_the_next_column_that_begins_so(
    open_program: Open, tmp_path: Path, typed: str, found: str
) -> None:
    book(tmp_path / "asn.xlsx", {"ASN": duk(ODD)})
    async with open_program() as program:
        screen = await open_columns(program, tmp_path)
        assert screen.pairs.cursor_row == "nama"
        before = pairs(program)
        await program.type(typed)
        assert program.at(screen)
        assert screen.pairs.cursor_row == found
        assert pairs(program) == before
        assert not program.toasts()


async def test_a_letter_that_begins_no_column_still_does_what_the_menu_says(
    open_program: Open, tmp_path: Path
) -> None:
    book(tmp_path / "asn.xlsx", {"Tetap": duk(FOREIGN), "Kontrak": duk(FOREIGN)})
    async with open_program() as program:
        await open_columns(program, tmp_path)
        await program.press("l")
        assert 'lembar "Kontrak" (2 dari 2' in program.line("columns-about")
        await program.type("gol")
        assert 'lembar "Kontrak" (2 dari 2' in program.line("columns-about")


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        (0, ""),
        (1, "Belum dipakai: F Lain 1."),
        (3, "Belum dipakai: F Lain 1, G Lain 2, H Lain 3."),
        (25, "Belum dipakai: F Lain 1, G Lain 2, H Lain 3, I Lain 4, J Lain 5 dan 20 lagi."),
    ],
)
async def test_columns_of_the_file_that_nothing_is_paired_with_are_named_as_far_as_they_fit(
    open_program: Open, tmp_path: Path, extra: int, told: str
) -> None:
    head = (*KNOWN, *(f"Lain {number}" for number in range(1, extra + 1)))
    rows = [(str(no), *person, *["x"] * extra) for no, person in enumerate(PEOPLE, 1)]
    book(tmp_path / "asn.xlsx", {"ASN": [head, *rows]})
    async with open_program() as program:
        screen = await open_columns(program, tmp_path)
        about = program.line("columns-about").splitlines()
        assert about[1:-1] == ([told] if told else [])
        assert about[-1] in program.screen_text()
        # who comes to pair one of them begins where it may belong
        assert screen.pairs.cursor_row == ("unit" if extra else "nip")


async def test_running_numbers_with_a_total_below_and_empty_columns_are_nothing_to_pair(
    open_program: Open, tmp_path: Path
) -> None:
    rows = duk((*KNOWN[:-1], "Tugas", "Ket"))
    book(tmp_path / "asn.xlsx", {"ASN": [*rows, ("JUMLAH", "3 orang")]})
    async with open_program() as program:
        await open_columns(program, tmp_path)
        assert program.line("columns-about").splitlines()[1] == "Belum dipakai: E Tugas."


async def test_a_low_window_keeps_its_lines_for_the_pairs(
    open_program: Open, tmp_path: Path
) -> None:
    book(tmp_path / "asn.xlsx", {"ASN": duk((*KNOWN[:-1], "Tugas"))})
    async with open_program(size=(40, 10)) as program:
        await open_columns(program, tmp_path)
        assert len(program.line("columns-about").splitlines()) == 2


async def test_another_row_can_be_the_header(open_program: Open, tmp_path: Path) -> None:
    rows = [("Ini", "bukan", "judul", "daftar", "sama", "sekali"), *duk(ODD)]
    book(tmp_path / "asn.xlsx", {"ASN": rows})
    async with open_program() as program:
        screen = await open_columns(program, tmp_path)
        assert screen.pasangan.baris == 1
        await program.press("tab", "down", "down", "down", "enter")
        assert screen.pasangan.baris == 5
        assert "judul di baris 5" in program.line("columns-about")
        assert pairs(program)["NIP *"] == "B  Kode Orang"
        assert screen.pairs.has_focus


async def test_each_sheet_has_its_own_pairs_and_only_those_seen_are_used(
    open_program: Open, tmp_path: Path
) -> None:
    sheets = {"Tetap": duk(FOREIGN), "Kontrak": duk(FOREIGN), "Lain": duk(FOREIGN)}
    book(tmp_path / "asn.xlsx", sheets)
    async with open_program() as program:
        await open_columns(program, tmp_path)
        assert 'lembar "Tetap" (1 dari 3' in program.line("columns-about")
        await program.press("l")
        assert 'lembar "Kontrak" (2 dari 3' in program.line("columns-about")
        await program.press("f5")
        (terpilih,) = here(program).chosen.values()
        assert set(terpilih.peta["pegawai"]) == {"Tetap", "Kontrak"}
        await program.press("k")
        assert "B  Nomor Induk Pegawai" in pairs(program).values()


async def test_a_sheet_of_targets_beside_the_people_is_passed_over_and_disputes_nothing(
    open_program: Open, tmp_path: Path
) -> None:
    target: list[Sequence[str]] = [("Nama", "NIP", "Rencana Hasil Kerja", "Indikator", "Target")]
    target += [(nama, nip, "Layanan meningkat", "Jumlah", "12") for nip, nama, *_ in PEOPLE]
    book(tmp_path / "asn.xlsx", {"Daftar": duk(KNOWN), "Target 2026": target})
    async with open_program() as program:
        await open_columns(program, tmp_path)
        assert 'lembar "Daftar" (1 dari 2' in program.line("columns-about")
        await program.press("f5", "f5")
        assert isinstance(program.app.screen, PlanScreen)
        assert "berselisih" not in program.screen_text()
        await program.press("enter", "y", "enter")
        with program.sitting.reading() as connection:
            people = people_list(connection).pegawai
        assert all(people[nip]["jabatan"] for nip, *_ in PEOPLE)


async def test_x_leaves_a_sheet_out_and_takes_it_in_again(
    open_program: Open, tmp_path: Path
) -> None:
    path = book(tmp_path / "asn.xlsx", {"Lama": duk(FOREIGN), "Kini": duk(FOREIGN)[:-1]})
    async with open_program() as program:
        screen = await open_columns(program, tmp_path)
        await program.press("x")
        assert "Lembar ini ditinggalkan" in program.line("columns-about")
        await program.press("x")
        assert "ditinggalkan" not in program.line("columns-about")
        await program.press("x", "l", "x", "f5")
        assert program.at(screen)
        assert "Semua lembar ditinggalkan." in program.toasts()[-1]
        await program.press("x", "f5")
        assert here(program).chosen[path].peta["pegawai"]["Lama"].kolom == {}
        assert "kolom unit: masuk ke" in " ".join(program.line("import-foot").split())
        await program.press("k")
        assert 'lembar "Kini" (2 dari 2' in program.line("columns-about")
        await program.press("l")
        assert "Lembar ini ditinggalkan" in program.line("columns-about")
        await program.press("escape", "f5")
        plan = program.app.screen
        assert isinstance(plan, PlanScreen)
        await program.press("enter", "y", "enter")
        with program.sitting.reading() as connection:
            people = people_list(connection).pegawai
        assert [nip in people for nip, *_ in PEOPLE] == [*[True] * (len(PEOPLE) - 1), False]


async def test_a_workbook_of_one_sheet_has_none_to_leave_out(
    open_program: Open, tmp_path: Path
) -> None:
    book(tmp_path / "asn.xlsx", {"ASN": duk(FOREIGN)})
    async with open_program() as program:
        await open_columns(program, tmp_path)
        await program.press("x")
        assert program.toasts()[-1] == "Berkas ini hanya satu lembar."
        assert "ditinggalkan" not in program.line("columns-about")


async def test_esc_takes_nothing_over(open_program: Open, tmp_path: Path) -> None:
    book(tmp_path / "asn.xlsx", {"ASN": duk(FOREIGN)})
    async with open_program() as program:
        await open_columns(program, tmp_path)
        await program.press("escape")
        assert not here(program).chosen


async def test_esc_asks_before_changed_pairs_are_lost(open_program: Open, tmp_path: Path) -> None:
    book(tmp_path / "asn.xlsx", {"ASN": duk(FOREIGN)})
    async with open_program() as program:
        screen = await open_columns(program, tmp_path)
        await program.press("down", "delete", "escape")
        assert "Tinggalkan pasangan kolom?" in program.screen_text()
        assert "Pasangan kolom asn.xlsx belum dipakai (F5), jadi hilang." in program.screen_text()
        await program.press("escape")
        assert program.at(screen)
        assert pairs(program)["Nama *"] == "? belum: Enter memilih"
        await program.press("escape", "y")
        assert isinstance(program.app.screen, ImportScreen)
        assert not here(program).chosen


async def test_esc_asks_nothing_where_the_pairs_are_again_as_they_were(
    open_program: Open, tmp_path: Path
) -> None:
    book(tmp_path / "asn.xlsx", {"ASN": duk(FOREIGN)})
    async with open_program() as program:
        await open_columns(program, tmp_path)
        await program.press("down", "delete", "ctrl+t", "escape")
        assert isinstance(program.app.screen, ImportScreen)


async def test_a_text_file_is_matched_under_the_delimiter_of_its_header(
    open_program: Open, tmp_path: Path
) -> None:
    lines = ["Daftar, Dinas, Rekaan, Kota, Contoh, Tahun, 2017", ";".join(ODD)]
    lines += [f"{no};{';'.join(person)}" for no, person in enumerate(PEOPLE, 1)]
    (tmp_path / "asn.csv").write_text("\n".join(lines))
    async with open_program() as program:
        await open_columns(program, tmp_path)
        assert pairs(program)["NIP *"] == "B  Kode Orang"
        await program.press("enter")
        await program.type("sebutan")
        await program.press("enter", "f5", "f5")
        await program.press("enter", "y", "enter")
        with program.sitting.reading() as connection:
            assert people_list(connection).pegawai[PEOPLE[0][0]]["nama"] == PEOPLE[0][1]


@pytest.mark.parametrize(
    ("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ")]
)
def test_columns_are_named_as_spreadsheets_name_them(index: int, name: str) -> None:
    assert column_name(index) == name
    assert column_of(name.encode()) == index


async def test_the_line_at_the_cursor_is_about_what_was_paired(
    open_program: Open, tmp_path: Path
) -> None:
    book(tmp_path / "asn.xlsx", {"ASN": duk(FOREIGN)})
    async with open_program() as program:
        await open_import(program, tmp_path)
        assert "belum dikenal" in program.line("import-foot")
        await program.press("k", "f5")
        said = " ".join(program.line("import-foot").split())
        assert "belum dikenal" not in said
        assert "Dipilih sebagai Pegawai; J mengubah. Kolomnya sudah dicocokkan; K mengubah." in said
        assert "Tidak ada kolom unit: masuk ke" in said


async def test_pairs_of_a_file_that_only_f5_took_are_kept_and_leaving_asks(
    open_program: Open, tmp_path: Path
) -> None:
    book(tmp_path / "asn.xlsx", {"ASN": duk(FOREIGN)})
    async with open_program() as program:
        screen = await open_import(program, tmp_path)
        await program.press("f5", "enter", "f5")
        assert isinstance(program.app.screen, PlanScreen)
        await program.press("escape")
        assert screen.chosen == {}
        await program.press("escape")
        assert "Tinggalkan impor?" in program.screen_text()
        await program.press("escape", "f5")
        assert isinstance(program.app.screen, PlanScreen)
