"""Rencana impor: asked once, applied in one step, and taken back as one."""

import threading
from pathlib import Path

from skp_tui.services.imports.import_many import Borongan
from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.screens.impor.files import ImportScreen
from skp_tui.ui.screens.people.person_many import ManyScreen
from skp_tui.ui.screens.plan.screen import PlanScreen
from skp_tui.ui.screens.plan.stage import FIRST_THIS, Tahap
from tests.cli.calls import call
from tests.exchange.bkn_books import NIP as WAYAN
from tests.exchange.bkn_books import Buku, Orang
from tests.exchange.bkn_books import write as write_book
from tests.ui.conftest import TAHUN, Open
from tests.ui.desk import open_import
from tests.ui.plan_files import (
    BRAM,
    BROKEN,
    HEAD,
    KEGIATAN,
    ODD_RANK,
    activity,
    cells,
    nip,
    orders,
    people,
    person,
    show,
    stage,
    steps,
    write,
)

ODD_PERSON = Orang("Rusak Contoh", "1,2E+17", "III/d", "Analis", "Sekretariat")


# Applying


async def test_ctrl_z_after_an_import_that_changed_nothing_leaves_the_earlier_one(
    open_program: Open, mixed: Path
) -> None:
    async with open_program() as program:
        await show(program, orders(pegawai=mixed))
        await program.press("enter", "enter", "escape")
        after, count = people(program), steps(program)
        await show(program, orders(pegawai=mixed))
        await program.press("enter", "enter")
        assert stage(program) is Tahap.TETAP
        assert "Ctrl+Z" not in program.line("keys")
        await program.press("ctrl+z")
        assert (people(program), steps(program)) == (after, count)
        assert "tidak mengubah apa-apa" in program.toasts()[-1]


async def test_enter_asks_once_and_names_what_comes_in_and_what_does_not(
    open_program: Open, mixed: Path
) -> None:
    async with open_program() as program:
        await show(program, orders(pegawai=mixed))
        before, count = people(program), steps(program)
        await program.press("enter")
        assert isinstance(program.app.screen, AskScreen)
        assert "Terapkan 3 baris pegawai; 2 yang ditolak ke" in program.screen_text()
        assert "pegawai.ditolak.csv?" in program.screen_text()
        await program.press("escape")
        assert people(program) == before
        await program.press("enter", "enter")
        assert stage(program) is Tahap.SELESAI
        assert people(program) == before | {nip(1), nip(2)}
        assert steps(program) == count + 1


async def test_afterwards_it_says_what_came_in_and_where_the_refused_lie(
    open_program: Open, mixed: Path
) -> None:
    async with open_program(size=(120, 40)) as program:
        await show(program, orders(pegawai=mixed))
        await program.press("enter", "enter")
        shown = program.screen_text()
        assert "Selesai: 3 baris pegawai masuk dalam satu langkah." in shown
        refused = mixed.with_name("pegawai.ditolak.csv")
        assert f"  {refused}" in shown
        assert "sudah diterapkan" in program.line("headline")
        lines = refused.read_text(encoding="utf-8").splitlines()
        assert lines[0] == f"{HEAD};alasan_ditolak"
        assert [line.split(";")[1] for line in lines[1:]] == ["Rusak Contoh", "Salah Contoh"]


async def test_appraisers_who_came_by_name_alone_are_linked_after_those_who_lack_one(
    open_program: Open, tmp_path: Path
) -> None:
    head = f"{HEAD};penilai_nama"
    rows = (f"{person(1)};", f"{person(2)};Bram Contoh", f"{person(3)};BRAM CONTOH")
    path = write(tmp_path / "pegawai.csv", head, *rows)
    linked = "Penilai 2 pegawai dihubungkan ke datanya sendiri: Bram Contoh."
    async with open_program(size=(120, 40)) as program:
        await show(program, orders(pegawai=path))
        await program.press("enter", "enter")
        assert "1 pegawai dari impor ini belum punya" in program.screen_text()
        assert linked not in program.screen_text()
        await program.press("t")
        assert " menjadi penilai 1 pegawai." in program.screen_text()
        assert f"T: {linked}" in program.screen_text()
        await program.press("t")
        assert f"T: {linked}" not in program.screen_text()
        assert linked in program.screen_text()
        assert linked in program.toasts()[-1]
        await program.press("enter", "ctrl+z", "p")
        assert "Penilai 2 dari" in program.line("people-foot")
        assert "tanpa NIP · T menghubungkannya ke Bram Contoh" in program.line("people-foot")


async def test_afterwards_it_counts_new_people_without_an_appraiser_and_says_what_to_do(
    open_program: Open, tmp_path: Path
) -> None:
    head = f"{HEAD};penilai_nip;penilai_nama"
    rows = (f"{person(1)};;", f"{person(2)};;", f"{person(3)};{BRAM};", f"{person(4)};;Camat")
    path = write(tmp_path / "pegawai.csv", head, *rows, f"{BRAM};Bram Contoh;;;Analis;;")
    wanted = (
        "2 pegawai dari impor ini belum punya pejabat penilai.",
        " menjadi penilai 2 pegawai.",
        "Menetapkan orang lain: di Pegawai (P), tandai dengan Spasi atau +, lalu P.",
    )
    async with open_program(size=(120, 40)) as program:
        await show(program, orders(pegawai=path))
        await program.press("enter", "enter")
        shown = " ".join(program.screen_text().split())
        assert [words for words in wanted if words not in shown] == []
        await program.press("enter", "p")
        await program.press("slash")
        await program.type("orang ke-")
        await program.press("enter", "plus", "p")
        assert isinstance(program.app.screen, ManyScreen)
        assert "Penilai dan unit · 4 pegawai" in program.line("headline")


async def test_people_with_their_appraisers_and_other_kinds_need_no_such_word(
    open_program: Open, tmp_path: Path
) -> None:
    row = f"{person(1)};{BRAM}"
    path = write(tmp_path / "pegawai.csv", f"{HEAD};penilai_nip", row)
    tasks = write(tmp_path / "kegiatan.csv", KEGIATAN, activity(nip(1), 1))
    async with open_program() as program:
        await show(program, orders(pegawai=path, kegiatan=tasks))
        await program.press("enter", "enter")
        assert stage(program) is Tahap.SELESAI
        assert "pejabat penilai" not in program.screen_text()


async def test_ctrl_z_takes_all_back_as_one_step_and_shows_the_plan_again(
    open_program: Open, mixed: Path
) -> None:
    async with open_program() as program:
        await show(program, orders(pegawai=mixed))
        before = program.stored(), people(program)
        await program.press("enter", "enter", "ctrl+z")
        assert (program.stored(), people(program)) == before
        assert "Impor pegawai pegawai.csv — dibatalkan." in program.toasts()
        assert stage(program) is Tahap.RENCANA
        assert "B 2 baru" in program.line("plan-about")
        await program.press("ctrl+y")
        assert people(program) == before[1] | {nip(1), nip(2)}
        assert stage(program) is Tahap.SELESAI
        assert "sudah diterapkan" in program.line("headline")
        assert "Selesai: 3 baris pegawai masuk" in program.screen_text()
        await program.press("ctrl+z")
        assert people(program) == before[1]
        assert stage(program) is Tahap.RENCANA


async def test_every_other_screen_shows_what_came_in(open_program: Open, mixed: Path) -> None:
    async with open_program() as program:
        await show(program, orders(pegawai=mixed))
        await program.press("enter", "enter", "enter")
        assert program.at(program.unit)
        await program.press("slash", *"ke-2")
        assert [row.key for row in program.unit.people.rows] == [nip(2)]


async def test_it_leads_back_to_where_the_import_began(open_program: Open, mixed: Path) -> None:
    async with open_program() as program:
        await program.press("p")
        program.app.push_screen(PlanScreen(orders(pegawai=mixed), base=program.unit))
        await program.settle()
        await program.press("enter", "enter", "escape")
        assert program.at(program.unit)


async def test_esc_before_applying_changes_nothing(
    open_program: Open, mixed: Path, tmp_path: Path
) -> None:
    async with open_program() as program:
        before = (tmp_path / "skp.db").read_bytes()
        await show(program, orders(pegawai=mixed))
        await program.press("escape")
        assert program.at(program.unit)
    assert (tmp_path / "skp.db").read_bytes() == before
    assert [path.name for path in mixed.parent.iterdir()] == ["pegawai.csv"]


async def test_where_all_is_the_same_enter_says_so_and_asks_nothing(
    open_program: Open, tmp_path: Path
) -> None:
    file = write(tmp_path / "pegawai.csv", HEAD, f"{BRAM};Bram Contoh;;;")
    async with open_program() as program:
        screen = await show(program, orders(pegawai=file))
        assert "Semua 1 baris sama dengan yang tersimpan" in program.line("plan-enter")
        await program.press("enter")
        assert program.at(screen)
        assert "tidak ada yang perlu diterapkan" in program.toasts()[-1]


async def test_where_all_is_refused_enter_only_writes_the_refused(
    open_program: Open, tmp_path: Path
) -> None:
    file = write(tmp_path / "pegawai.csv", HEAD, BROKEN, ODD_RANK)
    async with open_program() as program:
        before = steps(program)
        await show(program, orders(pegawai=file))
        assert "Tidak ada yang akan berubah. Enter: menulis 2" in program.line("plan-enter")
        assert "Enter Tulis yang ditolak" in program.line("keys")
        await program.press("enter")
        assert "Tulis 2 yang ditolak ke pegawai.ditolak.csv?" in program.screen_text()
        await program.press("enter")
        assert "Tidak ada yang masuk." in program.screen_text()
        assert "Ctrl+Z membatalkan" not in program.screen_text()
        assert steps(program) == before
    assert (tmp_path / "pegawai.ditolak.csv").exists()


async def test_a_file_without_rows_is_told_and_changes_nothing(
    open_program: Open, tmp_path: Path
) -> None:
    file = write(tmp_path / "pegawai.csv", HEAD)
    async with open_program() as program:
        screen = await show(program, orders(pegawai=file))
        assert "Tidak ada baris isian di berkas ini." in program.line("plan-enter")
        await program.press("enter")
        assert program.at(screen)


async def test_a_large_import_is_taken_back_only_after_a_question(
    open_program: Open, tmp_path: Path
) -> None:
    file = write(tmp_path / "pegawai.csv", HEAD, *map(person, range(1, 121)))
    async with open_program() as program:
        before = people(program)
        await show(program, orders(pegawai=file))
        await program.press("enter", "enter", "ctrl+z")
        assert isinstance(program.app.screen, AskScreen)
        assert len(people(program)) == len(before) + 120
        await program.press("enter")
        assert people(program) == before


async def test_enter_in_the_field_of_the_filter_applies_nothing(
    open_program: Open, mixed: Path
) -> None:
    async with open_program() as program:
        screen = await show(program, orders(pegawai=mixed))
        await program.press("slash", *"orang", "enter")
        assert program.at(screen)
        await program.press("enter")
        assert isinstance(program.app.screen, AskScreen)


async def test_storing_that_takes_long_counts_the_seconds_and_waits_for_its_end(
    open_program: Open, mixed: Path
) -> None:
    async with open_program() as program:
        screen = await show(program, orders(pegawai=mixed))
        goes_on = threading.Event()
        program.sitting.submit(lambda _: goes_on.wait())
        await program.pilot.press("enter", "enter", "escape")
        assert screen.tahap is Tahap.MENULIS
        assert program.line("plan-enter") == "Menyimpan…"
        began = program.app.now()
        program.app.now = lambda: began + 3.5
        assert program.line("plan-enter") == "Menyimpan… 3 detik"
        goes_on.set()
        await program.settle()
        # the Esc that was typed meanwhile left the result, not the import
        assert program.at(program.unit)
        assert nip(1) in people(program)


# Whole


async def test_a_printed_value_of_a_bkn_workbook_stands_beside_ours_and_its_rows_come_in(
    open_program: Open, tmp_path: Path
) -> None:
    book = write_book(tmp_path / "Wayan.xlsx", Buku(nilai=95.5))
    odd = write_book(tmp_path / "Rusak.xlsx", Buku(dinilai=ODD_PERSON))
    async with open_program(size=(120, 40)) as program:
        await show(program, Borongan(skp=(book, odd), tahun=TAHUN, unit="1.1"))
        assert cells(program, "keadaan")[:2] == ["ditolak", "nilai beda"]
        assert "1 nilai tercetak di buku kerja BKN berbeda" in program.line("plan-about")
        await program.press("n")
        foot = program.line("plan-foot")
        assert 'Wayan.xlsx, lembar "PENILAIAN", baris 36' in foot
        assert "nilai prestasi kerja: tercetak 95,50, dihitung di sini 86,86" in foot
        await program.press("enter")
        assert "1 buku kerja BKN ditolak?" in program.screen_text()
        await program.press("enter")
        assert "1 buku kerja BKN ditolak seluruhnya; perbaiki di aslinya." in program.screen_text()
        found = program.stored().of(WAYAN)
        assert found is not None
        assert found.hasil.nilai_tampil == "86,86"
        await program.press("ctrl+z")
        assert program.stored().of(WAYAN) is None


async def test_the_data_of_an_office_comes_in_with_one_plan_and_goes_out_as_the_same_bytes(
    open_program: Open, sample_file: Path, tmp_path: Path
) -> None:
    before, after = tmp_path / "E" / "pc1", tmp_path / "keluar"
    export(sample_file, before)
    async with open_program(empty=True) as program:
        await program.type("Unit")
        await program.press("tab", "1", "tab", *str(TAHUN))
        await open_import(program, before)
        first = steps(program)
        await program.press("plus", "f5")
        assert stage(program) is Tahap.RENCANA
        assert "D ditolak" in program.line("plan-about")
        assert cells(program, "isi")[0] == "nama: Unit → Kepala Badan"
        assert set(cells(program, "keadaan")) == {"berubah", "baru"}
        await program.press("enter", "enter")
        assert stage(program) is Tahap.SELESAI
        assert steps(program) == first + 1
    export(tmp_path / "skp.db", after)
    names = sorted(path.name for path in before.iterdir())
    assert names == sorted(path.name for path in after.iterdir())
    assert [(before / name).read_bytes() for name in names] == [
        (after / name).read_bytes() for name in names
    ]


def export(db: Path, folder: Path) -> None:
    """Write all that was entered, as another PC would."""
    arguments = ("ekspor", "--tahun", TAHUN, "--profil", "data", "--ke", folder)
    done = call("--db", db, *arguments)
    assert done.status == 0, done.err


async def test_f5_on_a_finished_import_begins_the_next_one_and_esc_leads_back_to_the_list(
    open_program: Open, mixed: Path
) -> None:
    async with open_program() as program:
        await open_import(program, mixed.parent)
        first = program.app.screen
        await program.press("f5", "f5")
        assert program.toasts()[-1] == FIRST_THIS
        assert stage(program) is Tahap.RENCANA
        await program.press("enter", "enter")
        assert stage(program) is Tahap.SELESAI
        assert "F5 Impor lain" in program.line("keys")
        await program.press("f5")
        chooser = program.app.screen
        assert isinstance(chooser, ImportScreen)
        assert chooser is not first
        assert chooser.folder == mixed.parent
        assert not chooser.chosen
        await program.press("escape")
        assert program.at(program.unit)
