"""Pindah tugas, by keys alone: from the list to the value of the year and to what is handed in."""

from datetime import date
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import Bagian, Penilaian
from skp_tui.domain.kinerja import HasilKerja
from skp_tui.services.office.configuring import change_setting
from skp_tui.services.signing.signing import lock
from skp_tui.ui.screens.form.form import FormScreen
from skp_tui.ui.screens.frame.ask import AskScreen, ChooseScreen
from skp_tui.ui.screens.people.parts import PartsScreen
from skp_tui.ui.screens.people.parts_form import MoveScreen, PartScreen
from skp_tui.ui.screens.people.parts_rows import content_words
from skp_tui.ui.screens.people.people import PeopleScreen
from tests.cli.calls import call, read_csv
from tests.ui.conftest import TAHUN, Open, Program

BRAM = "198105062006041921"
MUTASI = "1.3"


def parts(program: Program, nip: str = BRAM) -> tuple[Bagian, ...]:
    found = program.stored().of(nip)
    assert found is not None
    return found.penilaian.bagian


def bram(program: Program) -> Penilaian:
    found = program.stored().of(BRAM)
    assert found is not None
    return found.penilaian


def shown(program: Program) -> type:
    """Return what kind of screen is shown."""
    return type(program.app.screen)


def form(program: Program) -> MoveScreen:
    assert isinstance(program.app.screen, MoveScreen)
    return program.app.screen


async def go_to(program: Program, name: str) -> None:
    """Put the cursor of Unit on a person, by the filter."""
    await program.press("slash")
    await program.type(name)
    await program.press("down")


async def field(program: Program, nama: str, key: str = "tab") -> None:
    """Walk to a field of the form."""
    screen = program.app.screen
    assert isinstance(screen, FormScreen)
    for _ in screen.entries:
        if screen.focused is screen.entries[nama]:
            return
        await program.press(key)
    raise AssertionError(nama)


async def begin(program: Program, mulai: str = "01-07-2017") -> None:
    """Open the form of a move of Bram and answer when and where to."""
    await go_to(program, "bram")
    await program.press("d", "ctrl+n")
    await program.type(mulai)
    await program.press("enter", "enter")
    await program.type("bidang mutasi")
    await program.press("enter")


async def moved(program: Program) -> None:
    """Move Bram and be back on the list of his parts."""
    await begin(program)
    await program.press("ctrl+s")
    assert isinstance(program.app.screen, PartsScreen)


async def test_d_shows_the_parts_and_how_the_value_comes_about(open_program: Open) -> None:
    async with open_program() as program:
        await go_to(program, "bram")
        await program.press("d")
        assert isinstance(program.app.screen, PartsScreen)
        assert len(program.app.screen.listed.rows) == 1
        text = program.screen_text()
        assert "Bram Contoh" in text
        assert "1 Jan 2017  31 Des 2017" in text
        assert "SKP 2017 = 92,60" in text
        assert "Ctrl+N mengakhiri bagian ini" in text


async def test_the_explained_number_is_read_whole_where_it_needs_two_lines(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("d")
        words = " ".join(program.line("of-person-about").splitlines())
        assert "SKP 2017 = 89,18: (88,667 + 87,219 + " in words
        assert "/ 6 + 1 tugas tambahan" in words
        assert "…" not in words


async def test_a_move_says_where_a_unit_that_is_not_there_yet_is_made(open_program: Open) -> None:
    async with open_program() as program:
        await go_to(program, "bram")
        await program.press("d", "ctrl+n")
        await field(program, "unit")
        assert "Yang belum ada dibuat dahulu: O di layar Unit." in program.screen_text()


@pytest.mark.parametrize(
    ("tahun", "rows"), [(2017, "; kegiatannya diisi di Isi"), (2021, ""),
                        (2025, "; hasil kerjanya diisi di Isi")],
)  # fmt: skip
async def test_after_a_move_is_told_what_the_regulation_of_the_year_asks_for(
    open_program: Open, tahun: int, rows: str
) -> None:
    async with open_program() as program:
        program.write(lambda writer: change_setting(writer, "penyebut", "semua", tahun))
        program.unit.tahun = tahun
        program.unit.reload()
        await program.settle()
        await begin(program, f"01-07-{tahun}")
        await program.press("ctrl+s")
        assert isinstance(program.app.screen, PartsScreen)
        assert f"Bagian 2 tersimpan{rows}. Ctrl+Z membatalkan." in program.toasts()


async def test_a_move_asks_with_what_stays_the_same_filled_in(open_program: Open) -> None:
    async with open_program() as program:
        before = parts(program)[0]
        await go_to(program, "bram")
        await program.press("d", "ctrl+n")
        answers = form(program).answers()
        assert answers["mulai"] == ""
        assert answers["lama_mulai"] == "01-01-2017"
        assert answers["unit"] == before.unit
        assert answers["jabatan"] == before.jabatan
        assert answers["penilai_nip"] == before.penilai.nip
        assert answers["ikut"] == "ya"
        await program.press("ctrl+s")
        assert form(program).rows["mulai"].refused


async def test_another_unit_offers_the_appraisers_that_are_usual_there(open_program: Open) -> None:
    async with open_program() as program:
        usual = next(satu for satu in program.stored().orang if satu.penilaian.unit == MUTASI)
        await begin(program)
        answers = form(program).answers()
        assert answers["unit"] == MUTASI
        assert answers["penilai_nip"] == usual.penilaian.pegawai.penilai.nip
        assert answers["penilai_nama"] == usual.penilaian.pegawai.penilai.nama


async def test_appraisers_that_somebody_chose_stay_whatever_the_unit(open_program: Open) -> None:
    async with open_program() as program:
        await go_to(program, "bram")
        await program.press("d", "ctrl+n")
        await field(program, "penilai_nip")
        await program.press("f2")
        await program.type("deetje")
        await program.press("enter")
        chosen = form(program).answers()["penilai_nip"]
        await field(program, "unit", key="up")
        await program.type("bidang mutasi")
        await program.press("enter")
        assert form(program).answers()["penilai_nip"] == chosen


async def test_a_move_ends_one_part_and_begins_the_next_and_undo_takes_it_back(
    open_program: Open,
) -> None:
    async with open_program() as program:
        before = program.stored().of(BRAM)
        (old,) = parts(program)
        await moved(program)
        assert isinstance(program.app.screen, PartsScreen)
        assert program.app.screen.listed.cursor_row == "2"
        first, second = parts(program)
        assert (first.mulai, first.selesai) == (date(2017, 1, 1), date(2017, 6, 30))
        assert (first.unit, first.penilai) == (old.unit, old.penilai)
        assert first.kegiatan == old.kegiatan
        assert (second.mulai, second.selesai, second.unit) == (date(2017, 7, 1), None, MUTASI)
        assert any("Bagian 2 tersimpan" in toast for toast in program.toasts())
        await program.press("ctrl+z")
        assert program.stored().of(BRAM) == before
        assert len(program.app.screen.listed.rows) == 1


async def test_a_date_that_cannot_be_is_refused_beside_its_question(open_program: Open) -> None:
    async with open_program() as program:
        await begin(program, "01-07-2018")
        await program.press("ctrl+s")
        assert "di luar tahun 2017" in program.screen_text()
        assert form(program).rows["mulai"].refused
        assert len(parts(program)) == 1


async def test_enter_changes_one_part_and_only_that(open_program: Open) -> None:
    async with open_program() as program:
        await moved(program)
        await program.press("up", "enter")
        assert isinstance(program.app.screen, PartScreen)
        await program.press("tab", "ctrl+u")
        await program.type("15-06-2017")
        await program.press("ctrl+s")
        first, second = parts(program)
        assert first.selesai == date(2017, 6, 15)
        assert second.mulai == date(2017, 7, 1)
        await program.press("enter", "tab", "ctrl+u")
        await program.type("15-07-2017")
        await program.press("ctrl+s")
        assert "bertumpuk dengan bagian 2" in program.screen_text()
        assert parts(program)[0].selesai == date(2017, 6, 15)


async def test_f8_removes_the_last_part_only(open_program: Open) -> None:
    async with open_program() as program:
        await go_to(program, "bram")
        await program.press("d", "f8")
        assert "satu-satunya bagian" in program.toasts()[-1]
        await program.press("escape", "escape")
        await moved(program)
        await program.press("up", "f8")
        assert "Hanya bagian terakhir (bagian 2)" in program.toasts()[-1]
        await program.press("down", "f8")
        assert isinstance(program.app.screen, ChooseScreen)
        await program.press("escape")
        assert len(parts(program)) == 2


async def test_a_removed_move_offers_to_put_the_person_back(open_program: Open) -> None:
    async with open_program() as program:
        before = bram(program).pegawai
        await moved(program)
        after = bram(program).pegawai
        assert before.unit != after.unit
        await program.press("f8")
        text = program.screen_text()
        assert text.index("K  Kembalikan ke tugas lama") < text.index("unit Subbagian Umum")
        assert text.index("B  Biarkan di tugas baru") < text.index("unit Bidang Mutasi")
        await program.press("enter")
        assert bram(program).pegawai == before
        assert [part.selesai for part in parts(program)] == [None]
        assert "Data Pegawai kembali ke tugas lama" in program.toasts()[-1]
        await program.press("ctrl+z")
        assert (bram(program).pegawai, len(parts(program))) == (after, 2)
        await program.press("down", "f8", "b")
        assert (bram(program).pegawai, len(parts(program))) == (after, 1)
        assert "Data Pegawai tetap unit" in program.toasts()[-1]
        assert "ubah di daftar Pegawai" in program.toasts()[-1]


async def test_a_removed_move_that_left_the_person_where_he_is_asks_only_whether(
    open_program: Open,
) -> None:
    async with open_program() as program:
        before = bram(program).pegawai
        await begin(program)
        await field(program, "ikut")
        await program.type("tidak")
        await program.press("enter", "ctrl+s")
        await program.press("f8")
        assert isinstance(program.app.screen, AskScreen)
        assert "berlaku sampai akhir tahun" in program.screen_text()
        await program.press("y")
        assert (bram(program).pegawai, len(parts(program))) == (before, 1)
        assert program.toasts()[-1] == "Bagian 2 dihapus. Ctrl+Z mengembalikan."


@pytest.mark.parametrize(("letter", "left"), [("p", 1), ("h", 0)])
async def test_f8_asks_what_becomes_of_what_was_entered(
    open_program: Open, letter: str, left: int
) -> None:
    async with open_program() as program:
        count = len(parts(program)[0].kegiatan)
        await moved(program)
        await program.press("escape", "enter", "ctrl+n")
        await program.type("menyusun")
        await program.press("enter", "escape", "d", "down", "f8")
        assert isinstance(program.app.screen, ChooseScreen)
        assert "Isinya 1 kegiatan" in program.screen_text()
        await program.press(letter, "enter")
        (part,) = parts(program)
        assert len(part.kegiatan) == count + left
        await program.press("ctrl+z")
        assert [len(part.kegiatan) for part in parts(program)] == [count, 1]


async def test_a_signed_appraisal_is_only_shown(open_program: Open) -> None:
    async with open_program() as program:
        program.write(lambda writer: lock(writer, TAHUN, [BRAM], program.app.today))
        await go_to(program, "bram")
        await program.press("d")
        assert "terkunci" in program.line("headline")
        for key in ("ctrl+n", "enter", "f8"):
            await program.press(key)
            assert isinstance(program.app.screen, PartsScreen)
            assert "Sudah dikunci" in program.toasts()[-1]


async def test_from_pegawai_the_same_screen_opens_and_who_is_not_of_the_year_is_told(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("p", "slash")
        await program.type("bram")
        await program.press("enter", "d")
        assert shown(program) is PartsScreen
        await program.press("escape", "enter")
        await field(program, "aktif_sejak")
        await program.type("01-01-2018")
        await program.press("ctrl+s", "d")
        assert shown(program) is PeopleScreen
        assert any("tidak termasuk tahun 2017" in toast for toast in program.toasts())


async def test_isi_names_the_way_to_a_second_part(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("bram")
        await program.press("ctrl+g")
        assert "Bila ia pindah: Esc ke daftar, lalu D." in program.toasts()[-1]


@pytest.mark.parametrize("size", [(120, 40), (40, 12), (20, 5), (5, 2)])
async def test_it_can_be_drawn_at_every_size(open_program: Open, size: tuple[int, int]) -> None:
    async with open_program(size=size) as program:
        await program.press("d", "ctrl+n", "x", "tab", "tab", "f2", "escape", "escape", "b")
        await program.press("enter", "escape")
        await program.press("f1", "escape", "f10", "escape", "f8")
        assert isinstance(program.app.screen, PartsScreen)


async def test_a_move_goes_from_the_keys_to_the_package_and_to_the_explanation(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        first = program.stored().of(BRAM)
        assert first is not None
        skp = first.hasil.nilai_skp
        await moved(program)
        await program.press("escape", "enter", "ctrl+n")
        for text in ("menyusun daftar", "10", "berkas", "100", "6"):
            await program.type(text)
            await program.press("tab")
        while program.isi.sheet("kegiatan").cursor_column != "realisasi_kuantitas":
            await program.press("right")
        for text in ("10", "100", "6"):
            await program.type(text)
            await program.press("tab")
        await program.press("escape")
        assert [len(part.kegiatan) for part in parts(program)][1] == 1
    assert skp is not None
    db = tmp_path / "skp.db"
    nilai = call("--db", db, "nilai", "--tahun", TAHUN, "--nip", BRAM, "--json").json
    assert [part["nilai_skp"] for part in nilai["bagian"]] == ["92.60", "92.00"]
    assert [part["unit"] for part in nilai["bagian"]] == [first.penilaian.unit, MUTASI]
    assert [part["selesai"] for part in nilai["bagian"]] == ["2017-06-30", None]
    assert nilai["nilai_skp"] == "92.30"
    words = [step["rumus"] for step in nilai["langkah"] if step["uraian"] == "Nilai SKP"]
    assert words == ["(92,60 + 92,00) / 2, tanpa bobot bulan"]
    out = tmp_path / "keluar"
    call("--db", db, "ekspor", "--tahun", TAHUN, "--unit", "1", "--ke", out, "--sebagian")
    (row,) = (row for row in read_csv(out / "skp-1-2017.csv") if row["nip"] == BRAM)
    assert (row["kode_unit"], row["nilai_skp"], row["status"]) == (MUTASI, "92.30", "dinilai")
    assert row["penilai_nip"] == nilai_penilai(db)


def nilai_penilai(db: Path) -> str:
    """Return who appraises most people of the new unit."""
    import sqlite3  # noqa: PLC0415 - only here

    with sqlite3.connect(db) as connection:
        row = connection.execute(
            "SELECT p.penilai_nip FROM pegawai p JOIN unit u ON u.id = p.unit_id "
            "WHERE u.kode = ? GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
            (MUTASI,),
        ).fetchone()
    return str(row[0])


def test_what_is_in_a_part_from_2022_on_is_named_before_it_is_removed() -> None:
    hasil = tuple(HasilKerja(no, "Tertata") for no in (1, 2))
    assert content_words(Bagian(2, "1", hasil_kerja=hasil)) == "2 hasil kerja"
    assert content_words(Bagian(2, "1")) == ""
