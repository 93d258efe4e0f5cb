"""Impor (F5): a folder's files, what each of them is, and the way to the plan, by keys alone."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from skp_tui.exchange.kinds.kinds import JENIS, SKP
from skp_tui.paths import sample_folder
from skp_tui.services.imports.folders import Isi
from skp_tui.services.office.listing import people_list
from skp_tui.ui.screens.frame.ask import AskScreen, ChooseScreen
from skp_tui.ui.screens.impor.columns import ColumnsScreen
from skp_tui.ui.screens.impor.files import ImportScreen
from skp_tui.ui.screens.impor.kind_words import TERANG, WIDTH, kind_title, kind_words
from skp_tui.ui.screens.impor.messages import FolderRead
from skp_tui.ui.screens.impor.words import NO_ROWS
from skp_tui.ui.screens.plan.screen import PlanScreen
from tests.exchange import bkn_books
from tests.ui.conftest import Open, Program
from tests.ui.desk import FOREIGN, KNOWN, PEOPLE, book, duk, go_to, here, names, open_import

if TYPE_CHECKING:
    from collections.abc import Sequence

HOSTILE = ("[red]merah[-].csv", "[@click=app.quit]k[[].csv", "a\x1b[2Jb.csv", "x" * 60 + ".csv")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "E"
    place.mkdir()
    return place


def stored(program: Program) -> set[str]:
    """Return the NIPs that the database holds."""
    with program.sitting.reading() as connection:
        return set(people_list(connection).pegawai)


async def apply(program: Program) -> None:
    """Accept the plan that is shown."""
    assert isinstance(program.app.screen, PlanScreen)
    await program.press("enter", "y")
    assert "sudah diterapkan" in program.line("headline")


async def test_the_window_for_a_place_says_that_enter_opens_it(
    open_program: Open, folder: Path
) -> None:
    async with open_program() as program:
        await open_import(program, folder)
        await program.press("m")
        assert "Enter buka   Esc kembali" in program.screen_text()


async def test_a_list_on_a_stick_comes_in_with_five_keys(open_program: Open, folder: Path) -> None:
    book(folder / "DUK 2017.xlsx", {"DUK 2017": duk()})
    async with open_program() as program:
        await open_import(program, folder)
        assert names(program)["DUK 2017.xlsx"] == "Pegawai"
        await program.press("f5")
        await apply(program)
        assert {nip for nip, *_ in PEOPLE} <= stored(program)
        await program.press("enter")
        assert program.at(program.unit)
        assert "Budi Rekaan" in program.screen_text()
        await program.press("ctrl+z")
        assert not {nip for nip, *_ in PEOPLE} & stored(program)


async def test_the_line_at_the_cursor_says_what_a_file_is_and_what_stands_in(
    open_program: Open, folder: Path
) -> None:
    book(folder / "DUK 2017.xlsx", {"DUK 2017": duk()})
    async with open_program() as program:
        await open_import(program, folder)
        said = " ".join(program.line("import-foot").split())
        assert "Pegawai (tebakan; J mengubah)" in said
        assert "Tidak ada kolom unit: masuk ke Kepala Badan (1)" in said
        assert "F5 langsung memeriksanya" in said
        await program.press("enter")
        assert "1 berkas dipilih: Pegawai 1." in program.line("import-foot")
        assert program.line("import-foot").rstrip().endswith("F5 rencananya")


async def test_a_file_that_is_none_to_import_names_no_key_for_it(
    open_program: Open, folder: Path
) -> None:
    (folder / "skp.datapackage.json").write_text("{}", encoding="utf-8")
    async with open_program() as program:
        await open_import(program, folder)
        assert names(program)["skp.datapackage.json"] == "! tidak diimpor"
        said = " ".join(program.line("import-foot").split())
        assert "bukan isian, jadi tidak diimpor" in said
        assert "Berkas ini tidak dapat dipilih" in said
        named = program.line("keys").split()
        assert not {"Enter", "F5", "J", "K"} & set(named)
        assert "F10" in named


async def test_a_result_of_the_year_names_the_key_that_says_what_it_holds(
    open_program: Open, folder: Path
) -> None:
    (folder / "hasil.csv").write_text("No,Nilai SKP,Nilai Prestasi Kerja\n1,86,87\n")
    async with open_program() as program:
        await open_import(program, folder)
        assert names(program)["hasil.csv"] == "! tidak diimpor"
        assert "J Jenis" in program.line("keys")
        await program.press("j")
        assert "Apa isi hasil.csv?" in program.screen_text()


async def test_three_pcs_come_in_with_one_folder(open_program: Open, folder: Path) -> None:
    for pc in ("PC1", "PC2", "PC3"):
        shutil.copytree(sample_folder(), folder / "kumpul" / pc)
    async with open_program() as program:
        screen = await open_import(program, folder)
        await program.press("space")
        assert names(program)[f"kumpul{os.sep}"] == "map, 21 berkas dipilih"
        await program.press("f5")
        plan = program.app.screen
        assert isinstance(plan, PlanScreen)
        assert plan.borongan.jenis == (
            "unit", "pegawai", "bagian", "kegiatan", "tambahan", "perilaku", "pengecualian",
        )  # fmt: skip
        assert [len(satu.berkas) for satu in plan.borongan.pesanan] == [3] * 7
        await program.press("escape", "space")
        assert not screen.chosen


async def test_files_of_several_folders_are_chosen_together_and_listed_with_tab(
    open_program: Open, folder: Path
) -> None:
    for pc in ("PC1", "PC2"):
        (folder / pc).mkdir()
        (folder / pc / "unit.csv").write_text("kode,nama,induk\n1,Kepala Badan,\n")
    async with open_program() as program:
        screen = await open_import(program, folder)
        await program.press("enter", "enter", "backspace", "down", "enter", "enter", "tab")
        assert list(names(program)) == [str(Path(pc) / "unit.csv") for pc in ("PC1", "PC2")]
        assert "Berkas yang dipilih" in program.line("import-head")
        await program.press("enter")
        assert [path.parent.name for path in screen.chosen] == ["PC1"]
        await program.press("escape")
        assert "unit.csv" in names(program)
        assert program.at(screen)


async def test_a_file_that_cannot_be_read_says_why_and_is_not_chosen(
    open_program: Open, folder: Path
) -> None:
    (folder / "daftar.csv").write_bytes(b"%PDF-1.4 apa saja")
    async with open_program() as program:
        screen = await open_import(program, folder)
        assert names(program)["daftar.csv"].startswith("!")
        assert "bukan CSV, melainkan PDF" in program.line("import-foot")
        await program.press("enter")
        assert not screen.chosen
        await program.press("f5")
        assert program.at(screen)
        assert "melainkan PDF" in program.toasts()[-1]


async def test_packages_for_bkd_are_recognised_and_not_imported(
    open_program: Open, folder: Path
) -> None:
    header = "tahun,nip,nama,nilai_skp,nilai_prestasi_kerja,sebutan\n"
    (folder / "skp-1-2017.csv").write_text(header)
    (folder / "skp-1-2017.datapackage.json").write_text("{}")
    async with open_program() as program:
        screen = await open_import(program, folder)
        assert [words[0] for name, words in names(program).items() if "skp" in name] == ["!", "!"]
        assert "profil Data" in " ".join(program.line("import-foot").split())
        await program.press("enter", "down", "enter")
        assert not screen.chosen
        assert "skp-tui periksa" in program.toasts()[-1]


async def test_of_two_exports_in_one_folder_the_later_is_told_and_the_older_let_go(
    open_program: Open, folder: Path
) -> None:
    head, row = "nip,nama,unit,jabatan\n", "198105062006041921,Bram Contoh,1.1.2"
    (folder / "pegawai.csv").write_text(f"{head}{row},Arsiparis\n")
    (folder / "pegawai-2.csv").write_text(f"{head}{row},Analis\n")
    async with open_program() as program:
        screen = await open_import(program, folder.parent)
        await go_to(program, "E")
        await program.press("space")
        assert len(screen.chosen) == 2
        foot = " ".join(program.line("import-foot").split())
        assert "Lebih baru menurut nomornya: pegawai-2.csv; PC yang sama? Lepas yang lama." in foot
        await program.press("f5")
        about = " ".join(program.line("plan-about").split())
        assert "Lebih baru menurut nomornya: pegawai-2.csv. PC yang sama? Esc, lalu Spasi" in about
        await program.press("escape", "tab")
        await go_to(program, "pegawai.csv")
        await program.press("space", "f5")
        plan = program.app.screen
        assert isinstance(plan, PlanScreen)
        assert [path.name for path in plan.borongan.berkas] == ["pegawai-2.csv"]
        assert "berselisih" not in program.line("plan-about")


async def test_refused_rows_are_taken_alone_never_with_their_folder(
    open_program: Open, folder: Path
) -> None:
    (folder / "pegawai.csv").write_text("nip,nama,unit\n198105062006041921,Budi,1\n")
    (folder / "pegawai.ditolak.csv").write_text("nip,nama,unit,alasan_ditolak\n1,A,1,salah\n")
    async with open_program() as program:
        screen = await open_import(program, folder.parent)
        await go_to(program, "E")
        await program.press("space")
        assert [path.name for path in screen.chosen] == ["pegawai.csv"]
        assert "1 berkas .ditolak. tidak ikut" in " ".join(program.line("import-foot").split())
        await program.press("space", "escape", "enter")
        await go_to(program, "ditolak")
        assert names(program)["pegawai.ditolak.csv"] == "Pegawai, sisa"
        await program.press("enter")
        assert [path.name for path in screen.chosen] == ["pegawai.ditolak.csv"]


async def test_an_empty_folder_says_what_to_do_next(open_program: Open, folder: Path) -> None:
    (folder / "surat.docx").write_bytes(b"PK")
    async with open_program() as program:
        await open_import(program, folder)
        assert list(names(program)) == [".."]
        assert "Tidak ada berkas Excel, ODS atau CSV" in program.line("import-foot")
        assert "1 berkas lain tidak tampak" in program.line("import-head")
        await program.press("f5")
        assert "Pilih dahulu berkasnya" in program.toasts()[-1]


async def test_a_folder_of_folders_alone_says_what_is_looked_for_and_names_no_plan(
    open_program: Open, folder: Path
) -> None:
    (folder / "2017").mkdir()
    book(folder / "2017" / "DUK.xlsx", {"DUK": duk()})
    async with open_program() as program:
        await open_import(program, folder)
        assert "Tidak ada berkas Excel, ODS atau CSV" in program.line("import-foot")
        assert "F5" not in program.line("keys")
        await program.press("enter")
        assert "Tidak ada berkas" not in program.line("import-foot")
        assert "F5 Rencana" in program.line("keys")


async def test_a_drive_with_nothing_on_it_is_not_called_a_search_without_a_match(
    open_program: Open, folder: Path
) -> None:
    async with open_program() as program:
        screen = await open_import(program, folder)
        # a drive has nothing above it
        screen.post_message(FolderRead(Isi(Path(folder.anchor))))
        await program.settle()
        assert "Tidak ada berkas Excel, ODS atau CSV" in program.screen_text()
        assert "yang cocok" not in program.screen_text()


async def test_a_typed_place_that_is_gone_says_so_and_nothing_moves(
    open_program: Open, folder: Path
) -> None:
    async with open_program() as program:
        screen = await open_import(program, folder)
        await program.press("m", "ctrl+u")
        await program.type(str(folder / "hilang"))
        await program.press("enter")
        assert "tidak dapat dibuka: tidak ada" in program.toasts()[-1]
        assert screen.folder == folder


async def test_the_last_folder_gone_begins_at_home(
    open_program: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(folder))
    async with open_program() as program:
        screen = await open_import(program, folder / "flashdisk")
        assert screen.folder == folder
        assert "flashdisk tidak dapat dibuka" in program.toasts()[-1]


async def test_a_typed_file_is_chosen_where_it_lies(open_program: Open, folder: Path) -> None:
    book(folder / "DUK 2017.xlsx", {"DUK": duk()})
    async with open_program() as program:
        screen = await open_import(program, folder.parent)
        await program.press("m", "ctrl+u")
        await program.type(str(folder / "DUK 2017.xlsx"))
        await program.press("enter")
        assert screen.folder == folder
        assert [path.name for path in screen.chosen] == ["DUK 2017.xlsx"]


async def test_the_folder_is_remembered_while_the_program_is_open(
    open_program: Open, folder: Path
) -> None:
    (folder / "lain").mkdir()
    async with open_program() as program:
        await open_import(program, folder)
        await program.press("enter", "escape", "f5")
        assert here(program).folder == folder / "lain"


async def test_five_thousand_files_are_listed_and_only_those_in_view_are_read(
    open_program: Open, folder: Path
) -> None:
    for number in range(5000):
        (folder / f"daftar {number:04}.csv").write_text("nip;nama;unit\n")
    async with open_program() as program:
        screen = await open_import(program, folder)
        assert len(screen.listed.rows) == 5001
        assert names(program)["daftar 0000.csv"] == "Pegawai, kosong"
        assert names(program)["daftar 2500.csv"] == ""
        await program.press("end")
        assert names(program)["daftar 4999.csv"] == "Pegawai, kosong"
        assert names(program)["daftar 2500.csv"] == ""


async def test_names_like_markup_or_with_escapes_are_only_text(
    open_program: Open, folder: Path
) -> None:
    for name in HOSTILE:
        (folder / name).write_text("nip;nama;unit\n")
    async with open_program() as program:
        screen = await open_import(program, folder)
        for _ in HOSTILE:
            await program.press("enter", "j", "escape", "k", "escape", "down")
            assert "\x1b" not in program.screen_text()
        assert len(screen.chosen) == len(HOSTILE)
        assert "[red]merah[-].csv" in program.screen_text()
        await program.press("tab", "tab", "f5")
        assert isinstance(program.app.screen, PlanScreen)


async def test_a_list_with_unknown_headers_comes_in_after_its_columns_are_matched(
    open_program: Open, folder: Path
) -> None:
    book(folder / "Data ASN.xlsx", {"ASN": duk(FOREIGN), "Catatan": [("apa saja",)]})
    async with open_program() as program:
        screen = await open_import(program, folder)
        assert names(program)["Data ASN.xlsx"] == "? belum dikenal"
        await program.press("enter")
        assert isinstance(program.app.screen, ChooseScreen)
        await program.press("enter")
        assert isinstance(program.app.screen, ColumnsScreen)
        assert "B  Nomor Induk Pegawai" in program.screen_text()
        assert "judul di baris 4" in program.line("columns-about")
        await program.press("f5")
        assert program.at(screen)
        assert names(program)["Data ASN.xlsx"] == "Pegawai"
        await program.press("f5")
        await apply(program)
        with program.sitting.reading() as connection:
            budi = people_list(connection).pegawai[PEOPLE[0][0]]
        assert [budi[nama] for nama in ("nama", "golongan", "jabatan", "unit")] == [
            "Budi Rekaan, S.E.", "III/c", "Arsiparis", "1",
        ]  # fmt: skip


async def test_the_kind_that_was_guessed_can_be_another_one(
    open_program: Open, folder: Path
) -> None:
    (folder / "daftar.csv").write_text("tahun;nip;no;uraian;jenis\n")
    async with open_program() as program:
        screen = await open_import(program, folder)
        assert names(program)["daftar.csv"] == "Tambahan, kosong"
        await program.press("j", "up", "enter")
        assert names(program)["daftar.csv"] == "Kegiatan"
        assert [satu.jenis for satu in screen.chosen.values()] == [("kegiatan",)]


async def test_year_and_unit_for_absent_columns_can_be_chosen(
    open_program: Open, folder: Path
) -> None:
    (folder / "perilaku.csv").write_text(f"nip;integritas\n{PEOPLE[0][0]};90\n")
    async with open_program() as program:
        screen = await open_import(program, folder)
        assert "dipakai 2017" in " ".join(program.line("import-foot").split())
        await program.press("t", "down", "enter", "u", "down", "enter")
        assert (screen.tahun, screen.kode) == (2016, "1.1")
        await program.press("f5")
        plan = program.app.screen
        assert isinstance(plan, PlanScreen)
        assert [(satu.tahun, satu.unit) for satu in plan.borongan.pesanan] == [(2016, "1.1")]


async def test_sheets_of_several_kinds_are_imported_as_all_of_them(
    open_program: Open, folder: Path
) -> None:
    judge: list[Sequence[str]] = [("nip", "integritas", "disiplin"), (PEOPLE[0][0], "90", "88")]
    book(folder / "lengkap.xlsx", {"Pegawai": duk(), "Perilaku": judge})
    async with open_program() as program:
        screen = await open_import(program, folder)
        await program.press("enter")
        assert [satu.jenis for satu in screen.chosen.values()] == [("pegawai", "perilaku")]
        await program.press("f5")
        await apply(program)
        budi = next(satu for satu in program.stored().orang if satu.nip == PEOPLE[0][0])
        assert budi.penilaian.perilaku.integritas == 90


def full_book(folder: Path, header: "Sequence[str]" = KNOWN) -> Path:
    """Write a workbook with people on one sheet and their behaviour on another."""
    judge: list[Sequence[str]] = [("nip", "integritas", "disiplin"), (PEOPLE[0][0], "90", "88")]
    return book(folder / "lengkap.xlsx", {"Pegawai": duk(header), "Perilaku": judge})


async def test_matching_the_columns_of_one_kind_keeps_the_other_kinds_of_the_file(
    open_program: Open, folder: Path
) -> None:
    path = full_book(folder)
    async with open_program() as program:
        screen = await open_import(program, folder)
        await program.press("k")
        assert isinstance(program.app.screen, ChooseScreen)
        await program.press("enter")
        assert isinstance(program.app.screen, ColumnsScreen)
        await program.press("f5")
        assert [satu.jenis for satu in screen.chosen.values()] == [("pegawai", "perilaku")]
        assert list(screen.chosen[path].peta) == ["pegawai"]
        await program.press("k", "down", "enter", "f5")
        assert list(screen.chosen[path].peta) == ["pegawai", "perilaku"]
        assert names(program)["lengkap.xlsx"] == "Pegawai, Perilaku"
        await program.press("f5")
        await apply(program)
        budi = next(satu for satu in program.stored().orang if satu.nip == PEOPLE[0][0])
        assert budi.nama == PEOPLE[0][1]
        assert budi.penilaian.perilaku.integritas == 90


async def test_choosing_one_kind_of_several_says_what_stays_out_and_can_be_taken_back(
    open_program: Open, folder: Path
) -> None:
    path = full_book(folder)
    async with open_program() as program:
        screen = await open_import(program, folder)
        await program.press("j")
        assert f"{'Semuanya':<{WIDTH}}Pegawai, Perilaku" in program.screen_text()
        await program.press("enter")
        assert screen.chosen[path].jenis == ("pegawai", "perilaku")
        await program.press("j", "down", "down", "enter")
        assert screen.chosen[path].jenis == ("pegawai",)
        assert "hanya Pegawai; Perilaku tidak ikut" in program.toasts()[-1]
        await program.press("j", "home", "enter")
        assert screen.chosen[path].jenis == ("pegawai", "perilaku")


async def test_every_kind_is_named_alike_where_it_is_chosen_and_in_its_plan(
    open_program: Open, folder: Path
) -> None:
    for jenis in JENIS.values():
        (folder / f"{jenis.nama}.csv").write_text(",".join(jenis.nama_kolom))
    async with open_program(size=(120, 40)) as program:
        await open_import(program, folder)
        shown = names(program)
        named = {f"{nama}.csv": f"{kind_title(nama)}, kosong" for nama in JENIS}
        assert named.items() <= shown.items()
        await program.press("j")
        for nama in (*JENIS, SKP):
            assert f"{kind_title(nama):<{WIDTH}}{TERANG[nama]}" in program.screen_text()
        await program.press("escape", "plus", "f5")
        plan = program.app.screen
        assert isinstance(plan, PlanScreen)
        kinds = ", ".join(map(kind_words, JENIS))
        assert plan.title_text().plain == f"Rencana impor · {len(JENIS)} berkas · {kinds}"


async def test_no_word_about_a_kind_is_cut_on_the_smallest_screen(
    open_program: Open, folder: Path
) -> None:
    (folder / "a.csv").write_text("nip;nama;unit\n")
    async with open_program() as program:
        await open_import(program, folder)
        await program.press("j")
        for nama in (*JENIS, SKP):
            assert f"{kind_title(nama):<{WIDTH}}{TERANG[nama]}" in program.screen_text()


async def test_plus_chooses_all_that_are_recognised_and_lets_them_go(
    open_program: Open, folder: Path
) -> None:
    (folder / "a.csv").write_text("nip;nama;unit\n")
    (folder / "b.csv").write_text("kode;nama\n")
    (folder / "c.csv").write_bytes(b"%PDF-1.4")
    async with open_program() as program:
        screen = await open_import(program, folder)
        await program.press("plus")
        assert [path.name for path in screen.chosen] == ["a.csv", "b.csv"]
        await program.press("plus")
        assert not screen.chosen


async def test_a_file_mended_in_another_window_is_seen_when_one_comes_back(
    open_program: Open, folder: Path
) -> None:
    path = folder / "daftar.csv"
    path.write_text("nip;nama;unit\n")
    async with open_program() as program:
        await open_import(program, folder)
        await program.press("enter", "f5")
        path.write_text("kode;nama\n1.9;Baru\n")
        await program.press("escape")
        assert names(program)["daftar.csv"] == "Pegawai"  # still chosen as such
        await program.press("enter")
        assert names(program)["daftar.csv"] == "Unit"
        await program.press("f5")
        path.write_text("nip;nama;unit\n")
        await program.press("escape")
        assert names(program)["daftar.csv"].startswith("Pegawai")  # F5 alone had not chosen it


async def test_leaving_asks_only_where_matched_columns_would_be_lost(
    open_program: Open, folder: Path
) -> None:
    book(folder / "Data ASN.xlsx", {"ASN": duk(FOREIGN)})
    async with open_program() as program:
        await open_import(program, folder)
        await program.press("enter", "enter", "f5", "escape")
        assert isinstance(program.app.screen, AskScreen)
        await program.press("escape", "enter", "escape")
        assert program.at(program.unit)


async def test_leaving_asks_nothing_once_all_of_the_matched_files_is_stored(
    open_program: Open, folder: Path
) -> None:
    book(folder / "Data ASN.xlsx", {"ASN": duk(FOREIGN)})
    async with open_program() as program:
        await open_import(program, folder)
        await program.press("enter", "enter", "f5", "f5")
        await apply(program)
        await program.press("ctrl+z")
        await program.press("escape", "escape")
        assert isinstance(program.app.screen, AskScreen)
        await program.press("escape", "f5")
        await apply(program)
        await program.press("ctrl+z")
        await program.press("ctrl+y")
        await program.press("escape", "escape")
        assert program.at(program.unit)


@pytest.mark.parametrize("way", [("p",), ("o",)])
async def test_people_and_units_lead_to_the_import_and_back(
    open_program: Open, folder: Path, way: tuple[str, ...]
) -> None:
    async with open_program() as program:
        program.app.import_folder = folder
        await program.press(*way)
        below = program.app.screen
        await program.press("f5")
        assert isinstance(program.app.screen, ImportScreen)
        assert (here(program).tahun, here(program).kode) == (2017, "1")
        await program.press("escape")
        assert program.at(below)


@pytest.mark.parametrize("size", [(120, 40), (40, 12), (20, 5), (5, 2)])
async def test_the_screens_can_be_drawn_at_every_size(
    open_program: Open, folder: Path, size: tuple[int, int]
) -> None:
    book(folder / "Data ASN.xlsx", {"ASN": duk(FOREIGN)})
    async with open_program(size=size) as program:
        screen = await open_import(program, folder)
        await program.press("f1", "escape", "k")
        await program.press("tab", "end", "f1", "escape")
        assert [type(found) for found in program.app.screen_stack[-2:]] == [
            ImportScreen, ColumnsScreen,
        ]  # fmt: skip
        await program.press("escape", "d", "escape", "b", "escape")
        assert program.at(screen)


async def test_the_official_workbook_of_one_person_is_recognised(
    open_program: Open, folder: Path
) -> None:
    bkn_books.write(folder / "SKP Budi.xlsx")
    async with open_program() as program:
        await open_import(program, folder)
        assert names(program)["SKP Budi.xlsx"] == "SKP BKN"
        await program.press("k")
        assert "dibaca menurut susunannya" in program.toasts()[-1]
        await program.press("f5")
        plan = program.app.screen
        assert isinstance(plan, PlanScreen)
        assert plan.borongan.skp == (folder / "SKP Budi.xlsx",)


async def test_an_empty_file_to_fill_in_is_made_where_one_is(
    open_program: Open, folder: Path
) -> None:
    async with open_program() as program:
        screen = await open_import(program, folder)
        await program.press("b", "enter", "enter")
        assert f"Templat siap diisi: {folder / 'pegawai.xlsx'}" in program.toasts()[-1]
        assert screen.listed.cursor_row == str(folder / "pegawai.xlsx")
        assert names(program)["pegawai.xlsx"] == "Pegawai, kosong"
        assert NO_ROWS in " ".join(program.line("import-foot").split())
        await program.press("b", "enter", "enter")
        assert screen.listed.cursor_row == str(folder / "pegawai-2.xlsx")


async def test_a_result_list_gives_its_people_when_somebody_says_so(
    open_program: Open, folder: Path
) -> None:
    lines = ["kode_unit,unit_kerja,nip,nama,nilai_skp,nilai_prestasi_kerja"]
    lines.append(f"1.1,Subbagian,{PEOPLE[0][0]},{PEOPLE[0][1]},80.00,81.00".replace(", S", " S"))
    (folder / "skp-1-2017.csv").write_text("\n".join(lines))
    async with open_program() as program:
        screen = await open_import(program, folder)
        await program.press("j", "enter")
        assert isinstance(program.app.screen, ColumnsScreen)
        await program.press("f5")
        assert [satu.jenis for satu in screen.chosen.values()] == [("pegawai",)]
        await program.press("f5")
        await apply(program)
        assert PEOPLE[0][0] in stored(program)


async def test_f5_is_about_the_file_at_the_cursor_after_the_plan_of_another_was_left(
    open_program: Open, folder: Path
) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        book(folder / name, {"DUK": duk()})
    async with open_program() as program:
        screen = await open_import(program, folder)
        for name in ("a.xlsx", "b.xlsx"):
            await program.press("f5")
            plan = program.app.screen
            assert isinstance(plan, PlanScreen)
            assert [path.name for path in plan.borongan.berkas] == [name]
            await program.press("escape", "down")
            assert screen.chosen == {}


async def test_a_file_that_was_marked_stays_marked_after_its_plan(
    open_program: Open, folder: Path
) -> None:
    book(folder / "a.xlsx", {"DUK": duk()})
    async with open_program() as program:
        screen = await open_import(program, folder)
        await program.press("enter", "f5", "escape")
        assert [path.name for path in screen.chosen] == ["a.xlsx"]


async def test_a_file_of_refused_rows_says_once_they_came_in_that_nothing_of_it_is_left(
    open_program: Open, folder: Path
) -> None:
    left = folder / "pegawai.ditolak.csv"
    left.write_text("nip,nama,unit,alasan_ditolak\n198001012005011009,Orang Contoh,1,salah\n")
    async with open_program() as program:
        await open_import(program, folder)
        assert names(program)[left.name] == "Pegawai, sisa"
        await program.press("f5")
        await apply(program)
        await program.press("f5")
        assert names(program)[left.name] == "Pegawai, sudah diimpor"
        said = " ".join(program.line("import-foot").split())
        assert "sudah diimpor dan tidak berubah sejak itu." in said
        left.write_text(left.read_text().replace("Orang", "Seorang"))
        await program.press("f5")
        await program.press("escape")
        assert names(program)[left.name] == "Pegawai, sisa"


async def test_refused_rows_whose_import_was_taken_back_are_left_again(
    open_program: Open, folder: Path
) -> None:
    left = folder / "pegawai.ditolak.csv"
    left.write_text("nip,nama,unit,alasan_ditolak\n198001012005011009,Orang Contoh,1,salah\n")
    async with open_program() as program:
        await open_import(program, folder)
        await program.press("f5")
        await apply(program)
        await program.press("ctrl+z")
        await program.press("escape")
        assert names(program)[left.name] == "Pegawai, sisa"


async def test_refused_rows_that_all_are_stored_already_are_no_more_left(
    open_program: Open, folder: Path
) -> None:
    left = folder / "pegawai.ditolak.csv"
    left.write_text("nip,nama,alasan_ditolak\n198105062006041921,Bram Contoh,salah\n")
    async with open_program() as program:
        await open_import(program, folder)
        await program.press("f5")
        await program.press("escape")
        assert names(program)[left.name] == "Pegawai, sudah diimpor"
