"""Jejak: what was changed of a person or of anything, by keys alone."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.services.base.recording import Tempat
from skp_tui.services.entry import entry
from skp_tui.services.history.history import FULL
from skp_tui.storage.transactions.writer import Writer
from skp_tui.ui.screens.entry.isi import IsiScreen
from skp_tui.ui.screens.people.people import PeopleScreen
from skp_tui.ui.screens.trail.screen import TrailScreen
from skp_tui.ui.screens.trail.step import StepScreen
from tests.ui.conftest import TAHUN, Open, Program

FORBIDDEN = ("\x1b", "\x07", "\u202e", "\u200f", "\x9b")


def screen(program: Program) -> TrailScreen:
    assert isinstance(program.app.screen, TrailScreen)
    return program.app.screen


def cells(program: Program, column: str) -> list[str]:
    listed = screen(program).listed
    place = [found.key for found in listed.columns].index(column)
    return [row.cells[place] for row in listed.rows]


async def type_outcome(program: Program) -> None:
    """Type an outcome of Wayan, and stay in Isi."""
    await program.open("wayan")
    await program.type("91")
    await program.press("enter")


async def test_j_shows_what_was_changed_of_the_cursors_person_newest_first(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await type_outcome(program)
        await program.press("escape", "j")
        assert "Jejak · Wayan Contoh, A.Md." in program.line("headline")
        assert cells(program, "apa")[0] == "real. mutu · keg. 3 2017"
        assert cells(program, "perubahan")[0] == "– → 91"
        foot = program.line("trail-foot")
        assert "2017 kegiatan 3 · realisasi kualitas: – → 91" in foot
        assert "Sebab" not in foot
        assert cells(program, "apa")[-1] == "baru · data pegawai"
        await program.press("end", "ctrl+end")
        assert "Sebab: kantor contoh" in program.line("trail-foot")
        await program.press("escape")
        assert program.at(program.unit)


async def test_ctrl_u_opens_it_from_isi_after_the_open_cell_is_stored(open_program: Open) -> None:
    async with open_program() as program:
        await type_outcome(program)
        await program.press("ctrl+u")
        assert cells(program, "perubahan")[0] == "– → 91"
        await program.press("escape")
        assert isinstance(program.app.screen, IsiScreen)


async def test_j_opens_it_from_pegawai_too(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("p", "slash", *"wayan", "enter", "j")
        assert "Wayan Contoh" in program.line("headline")
        await program.press("escape")
        assert isinstance(program.app.screen, PeopleScreen)


async def test_o_switches_between_the_person_and_everything(open_program: Open) -> None:
    async with open_program() as program:
        await type_outcome(program)
        await program.press("escape", "j", "o")
        assert "Jejak · semua" in program.line("headline")
        assert len(set(cells(program, "nama"))) > 5
        await program.press("o")
        assert "Jejak · Wayan" in program.line("headline")
        assert "nama" not in [column.key for column in screen(program).listed.columns]


async def test_undo_here_shows_at_once_that_the_step_does_not_stand(open_program: Open) -> None:
    async with open_program() as program:
        await type_outcome(program)
        await program.press("escape", "j", "ctrl+z")
        assert cells(program, "perubahan")[:2] == ["91 → –", "batal: – → 91"]
        # the cursor stays on the change that it was on
        assert "dibatalkan langkah" in program.line("trail-foot")
        await program.press("up")
        assert "membatalkan langkah" in program.line("trail-foot")
        await program.press("ctrl+y")
        assert cells(program, "perubahan")[:3] == ["– → 91", "91 → –", "– → 91"]


async def test_typing_filters_and_esc_brings_all_back(open_program: Open) -> None:
    async with open_program() as program:
        await type_outcome(program)
        await program.press("escape", "j")
        everything = len(cells(program, "apa"))
        await program.press("slash", *"kualitas 91")
        assert cells(program, "apa") == ["real. mutu · keg. 3 2017"]
        assert f"1 dari {everything}" in program.screen_text()
        await program.type("zzz")
        assert "Tidak ada yang cocok. Esc menampilkan semua." in program.screen_text()
        await program.press("escape")
        assert len(cells(program, "apa")) == everything
        await program.press("escape")
        assert program.at(program.unit)


async def test_k_chooses_a_kind_by_its_letter(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("j", "o", "k", "u")
        assert cells(program, "apa")
        kinds = ("unit", "tahun", "kiriman", "pengaturan", "capaian organisasi")
        assert all(any(f"· {kind}" in words for kind in kinds) for words in cells(program, "apa"))
        assert "Hanya: Unit, tahun, pengaturan dan kiriman" in program.screen_text()
        await program.press("k", "s")
        assert "Hanya:" not in program.screen_text()
        await program.press("k", "p", "escape")
        assert len(cells(program, "apa")) >= FULL


async def test_a_person_is_offered_no_kind_of_change_that_he_cannot_have(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("j", "k")
        assert "Unit, tahun, pengaturan dan kiriman" not in program.screen_text()
        await program.press("escape", "o", "k", "u")
        assert "Hanya: Unit, tahun, pengaturan dan kiriman" in program.screen_text()
        await program.press("o")
        assert "Hanya:" not in program.screen_text()
        assert cells(program, "apa")


@pytest.mark.parametrize("keys", [("j",), ("j", "o")])
async def test_at_80_columns_every_outcome_of_a_kegiatan_is_told_apart(
    open_program: Open, keys: tuple[str, ...]
) -> None:
    async with open_program() as program:
        await type_outcome(program)
        await program.press("up", "left", *"7", "enter", "escape", *keys)
        shown = program.screen_text()
        assert "real. mutu · keg. 3 2017" in shown
        assert "real. kuantitas · keg. 3 2017" in shown


async def test_a_long_trail_counts_what_fits_and_not_what_was_never_read(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("j", "o", "slash", *"target indikator")
        assert " cocok" in program.screen_text()
        assert " dari " not in program.line("filter-count")


async def test_enter_shows_the_whole_step(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("j", "o", "enter")
        assert isinstance(program.app.screen, StepScreen)
        assert "Sebab: " in program.screen_text()
        await program.press("escape")
        assert isinstance(program.app.screen, TrailScreen)


async def test_older_changes_are_read_as_the_cursor_comes_down(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("j", "o")
        first = len(cells(program, "apa"))
        assert "terbaru; turun: lagi" in program.line("headline")
        await program.press("ctrl+end")
        second = len(cells(program, "apa"))
        assert second > first
        for _ in range(20):
            await program.press("ctrl+end")
        assert "perubahan" in program.line("headline")
        assert cells(program, "waktu") == sorted(cells(program, "waktu"), reverse=True)


async def test_s_saves_what_is_filtered_and_overwrites_nothing(
    open_program: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "kerja"
    folder.mkdir()
    monkeypatch.chdir(folder)
    async with open_program() as program:
        await type_outcome(program)
        await program.press("escape", "j", "slash", *"kualitas 91", "down")
        for _ in range(2):
            await program.press("s", "enter")
        assert "jejak-wayan-contoh-a-md-2.csv" in program.toasts()[-1]
    first = folder / "jejak-wayan-contoh-a-md.csv"
    with first.open(encoding="utf-8", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["kolom"], row["lama"], row["baru"]) == ("realisasi_kualitas", "", "91")
    assert (folder / "jejak-wayan-contoh-a-md-2.csv").exists()


async def test_a_place_that_cannot_be_written_is_told_in_one_sentence(
    open_program: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").write_text("", encoding="utf-8")
    async with open_program() as program:
        await program.press("j", "s", *["backspace"] * 60, *"x/y.csv", "enter")
        assert "Tidak dapat menulis ke" in program.toasts()[-1]


@pytest.mark.parametrize("typed", ["~abc-tidak-ada/jejak.csv", "..x/..", " "])
async def test_a_place_that_cannot_be_one_is_told_and_the_program_goes_on(
    open_program: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str
) -> None:
    folder = tmp_path / "kerja"
    folder.mkdir()
    monkeypatch.chdir(folder)
    async with open_program() as program:
        await program.press("j", "s", *["backspace"] * 60)
        await program.type(typed)
        await program.press("enter")
        assert program.app.is_running
        assert len(program.toasts()) == (1 if typed.strip() else 0)
        assert all(typed in words for words in program.toasts())
        await program.press("s", "enter")
        assert "Tersimpan: " in program.toasts()[-1]
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("typed", [".", "map", "map/", "baru/"])
async def test_a_folder_means_the_offered_name_in_it(
    open_program: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str
) -> None:
    (tmp_path / "map").mkdir()
    monkeypatch.chdir(tmp_path)
    async with open_program() as program:
        await program.press("j", "o", "s", *["backspace"] * 60)
        await program.type(typed)
        await program.press("enter")
        assert (tmp_path / typed / "jejak-semua.csv").is_file()
    assert not list(tmp_path.glob("*.csv"))[1 if typed == "." else 0 :]


async def test_a_read_that_failed_once_does_not_end_the_trail(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("j", "o")
        with unreadable(program):
            await program.press("ctrl+end")
            assert "bukan basis data" in program.toasts()[-1]
            await program.press("slash", *"zzz")
        before = len(cells(program, "apa"))
        await program.press("escape", "up", "ctrl+end")
        after = len(cells(program, "apa"))
        assert after > before
        assert not screen(program).is_holding
        with unreadable(program):
            await program.press("ctrl+end")
            assert len(cells(program, "apa")) == after
        await program.press("up", "ctrl+end")
        assert len(cells(program, "apa")) > after
        with unreadable(program):
            screen(program).reload()
            await program.settle()
        screen(program).reload()
        await program.settle()
        assert len(cells(program, "apa")) >= FULL
        assert not screen(program).is_holding


@contextmanager
def unreadable(program: Program) -> Iterator[None]:
    """Let another file stand in the place of the database, as a stick that was drawn would."""
    path = program.sitting.path
    aside = path.with_name("lain.db")
    path.rename(aside)
    path.write_bytes(b"bukan basis data" * 100)
    yield
    path.unlink()
    aside.rename(path)


async def test_an_empty_database_says_that_there_is_nothing(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        program.app.push_screen(TrailScreen())
        await program.settle()
        assert "Belum ada perubahan." in program.screen_text()
        await program.press("o", "enter", "down", "k", "escape", "ctrl+end")
        assert program.app.is_running


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (20, 5), (300, 100), (5, 2)])
async def test_it_can_be_drawn_at_every_size(open_program: Open, size: tuple[int, int]) -> None:
    async with open_program(size=size) as program:
        for keys in (("j",), ("o",), ("enter",), ("escape",), ("k",), ("escape",), ("f1",)):
            await program.press(*keys)
            assert program.app.is_running
            assert program.screen_text()


async def test_hostile_texts_are_text_here_too(open_program: Open) -> None:
    name = "[@click=app.quit]Siti[/] \x1b]52;c;aGFsbw==\x07\x1b[2J\u202eitiS [/]"
    async with open_program() as program:
        nip = program.unit.people.cursor_row or ""

        def spoil(writer: Writer) -> None:
            row = Kegiatan(40, name, satuan=name)
            entry.save(writer, Tempat(TAHUN, nip), row, (), f"kegiatan {name}", baru=True)
            changed = replace(row, uraian=f"{name} {name}")
            entry.save(writer, Tempat(TAHUN, nip), changed, {"uraian"}, name)

        program.write(spoil)
        for keys in (("j",), ("enter",), ("escape",), ("slash", *"siti"), ("escape",), ("o",)):
            await program.press(*keys)
            assert program.app.is_running
            assert not any(sign in program.screen_text() for sign in FORBIDDEN)
            assert "[@click=app.quit]" in program.screen_text()
