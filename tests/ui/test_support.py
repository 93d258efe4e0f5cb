"""Dukungan: told at once, checked meanwhile, saved over nothing, about nobody."""

import asyncio
import sqlite3
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from textual.worker import WorkerCancelled

from skp_tui.services.keeping import safekeeping
from skp_tui.services.keeping.checking import TAHAP
from skp_tui.services.keeping.support import BagianAkun
from skp_tui.services.keeping.support_text import CHECK, FILE, GIVEN_UP
from skp_tui.ui.screens.office.settings import SettingsScreen
from skp_tui.ui.screens.support.keys import KeysScreen
from skp_tui.ui.screens.support.screen import CHECKING, CheckEnded, SupportScreen
from skp_tui.ui.screens.unit.screen import UnitScreen
from skp_tui.ui.screens.unit.start import StartScreen
from tests.services.test_checking import tamper
from tests.ui.conftest import Open, Program


def support_screen(program: Program) -> SupportScreen:
    screen = program.app.screen
    assert isinstance(screen, SupportScreen)
    return screen


async def go(program: Program) -> SupportScreen:
    """Open the screen from the menu of the start screen."""
    await program.press("f10")
    await program.type("+")
    return support_screen(program)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, into which texts are saved."""
    place = tmp_path / "kerja"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def counted(program: Program) -> str:
    with program.sitting.reading() as connection:
        numbers = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("unit", "pegawai", "periode")
        ]
    return "{} unit, {} pegawai, {} tahun".format(*numbers)


def names_in(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        people = connection.execute("SELECT nip, nama, jabatan FROM pegawai").fetchall()
        units = connection.execute("SELECT nama FROM unit").fetchall()
    return {word for row in (*people, *units) for word in row if word}


async def test_it_tells_what_who_helps_wants_to_know_and_names_nobody(open_program: Open) -> None:
    async with open_program() as program:
        screen = await go(program)
        text = screen.text()
        assert text.startswith("Dukungan skp-tui ")
        for words in (
            "Versi", "Python", "textual", "TERM", "80 x 24", "tema", counted(program),
            "layar ini, sejak 19-01-2018 pukul 10.42", "cadangan terakhir", "ruang kosong",
            "belum dicoba",
        ):  # fmt: skip
            assert words in text, words
        assert [nama for nama in TAHAP if f"  {nama:<20} baik\n" in text] == list(TAHAP)
        assert "Basis data diperiksa: baik." in program.screen_text()
        stored = names_in(program.sitting.path)
        assert len(stored) > 50
        assert [word for word in stored if word in text] == []


async def test_what_the_check_finds_is_said_in_words_and_counted(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        tamper(tmp_path / "skp.db", "UPDATE kegiatan SET uraian = uraian || 'x' WHERE id = 1")
        screen = await go(program)
        assert "ADA TEMUAN, lihat Pemeriksaan" in program.screen_text()
        assert "1 temuan; skp-tui periksa menyebutnya" in screen.text()


async def test_s_saves_the_text_under_a_name_over_nothing(open_program: Open, folder: Path) -> None:
    async with open_program() as program:
        screen = await go(program)
        await program.press("s", "enter", "s", "enter")
        assert "Tersimpan: " in program.toasts()[-1]
        first, second = sorted(folder.iterdir(), key=lambda path: len(path.name))
        assert (first.name, second.name) == (FILE, FILE.replace(".", "-2."))
        assert first.read_text(encoding="utf-8") == screen.text()
        await program.press("s", "escape")
        assert len(list(folder.iterdir())) == 2


async def test_a_place_that_cannot_be_written_is_refused_in_a_sentence(
    open_program: Open, folder: Path
) -> None:
    async with open_program() as program:
        await go(program)
        (folder / "berkas").write_text("x")
        await program.press("s", "ctrl+u")
        await program.type("berkas/a.txt")
        await program.press("enter")
        assert "Tidak dapat menulis ke" in program.toasts()[-1]
        support_screen(program)


async def test_the_text_is_copied(open_program: Open) -> None:
    async with open_program() as program:
        screen = await go(program)
        await program.press("ctrl+c")
        assert program.app.clipboard == screen.text()
        assert "disalin" in program.toasts()[-1]


async def test_f5_collects_everything_anew(open_program: Open) -> None:
    async with open_program() as program:
        screen = await go(program)
        assert "belum ada; buat dengan skp-tui cadangkan" in screen.text()
        safekeeping.backup(program.sitting.path, None)
        await program.press("f5")
        assert "cadangan-0001.db" in screen.text()
        assert "Basis data diperiksa: baik." in program.screen_text()


async def test_a_text_saved_before_the_check_ended_says_so(open_program: Open) -> None:
    async with open_program() as program:
        await program.app.push_screen(screen := SupportScreen())
        assert "Mengumpulkan keterangan" in screen.text()
        await program.settle()
        screen.action_look_again()
        assert "belum selesai ketika teks ini ditulis" in screen.text()
        await program.settle()
        assert "belum selesai" not in screen.text()


async def test_leaving_ends_a_check_at_once_since_nothing_can_be_written_meanwhile(
    open_program: Open,
) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    begun = Event()
    async with open_program() as program:
        screen = await go(program)
        with (
            ThreadPoolExecutor() as threads,
            closing(sqlite3.connect(":memory:", check_same_thread=False)) as connection,
        ):
            connection.set_progress_handler(begun.set, 1000)
            screen._checking = connection
            reading = threads.submit(connection.execute, endless)
            await asyncio.to_thread(begun.wait)
            await program.press("escape")
            assert isinstance(program.app.screen, UnitScreen)
            with pytest.raises(sqlite3.OperationalError, match="interrupted"):
                await asyncio.wrap_future(reading)


async def test_f5_during_a_check_wants_nothing_of_it_any_more(open_program: Open) -> None:
    begun, pressed = Event(), Event()

    def wait() -> int:
        begun.set()
        pressed.wait()
        return 0

    def slowly(connection: sqlite3.Connection) -> BagianAkun:
        connection.set_progress_handler(wait, 1)
        return screen._checked(connection)

    async with open_program() as program:
        screen = await go(program)
        worker = program.app.read(screen, slowly, CheckEnded, group=CHECKING)
        await asyncio.to_thread(begun.wait)
        screen.action_look_again()
        unwanted = worker.is_cancelled
        pressed.set()
        await program.settle()
        assert unwanted
        assert "Basis data diperiksa: baik." in program.screen_text()


async def test_a_check_that_is_not_wanted_ends_also_where_sqlite_does_nothing(
    open_program: Open,
) -> None:
    begun, left = Event(), Event()
    ended: Future[bool] = Future()

    def later(connection: sqlite3.Connection) -> BagianAkun:
        begun.set()
        left.wait()
        try:
            found = screen._checked(connection)
        except WorkerCancelled:
            ended.set_result(True)
            raise
        ended.set_result(False)
        return found

    async with open_program() as program:
        screen = await go(program)
        program.app.read(screen, later, CheckEnded, group=CHECKING)
        await asyncio.to_thread(begun.wait)
        await program.app.pop_screen()
        left.set()
        assert await asyncio.wrap_future(ended)
        await program.settle()
        assert program.toasts() == []


async def test_a_check_that_was_given_up_is_not_told_as_a_finding(open_program: Open) -> None:
    async with open_program() as program:
        screen = await go(program)
        screen.post_message(CheckEnded(BagianAkun(CHECK, (("skema", GIVEN_UP),))))
        await program.settle()
        assert "Pemeriksaan tidak selesai; F5 mengulanginya." in program.screen_text()
        assert "TEMUAN" not in program.screen_text()


async def test_the_arrows_scroll_and_esc_goes_back(open_program: Open) -> None:
    async with open_program() as program:
        screen = await go(program)
        before = program.screen_text()
        await program.press("end")
        assert "Pemeriksaan" in program.screen_text() != before
        await program.press("escape")
        assert program.app.screen is not screen
        assert isinstance(program.app.screen, UnitScreen)


async def test_coba_tombol_and_back_leaves_no_chain_of_screens(open_program: Open) -> None:
    async with open_program() as program:
        screen = await go(program)
        for _ in range(3):
            await program.press("f10")
            await program.type("-")
            assert isinstance(program.app.frame, KeysScreen)
            await program.press("f8", "f10", "f10")
            await program.type("+")
            assert program.app.screen is screen
        assert "sampai" in screen.text()


async def test_pengaturan_and_the_first_start_lead_there(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("a")
        form = program.app.screen
        assert isinstance(form, SettingsScreen)
        while getattr(form.focused, "id", None) != "open-support":
            await program.press("down")
        await program.press("enter")
        support_screen(program)
        await program.press("escape")
        assert program.app.screen is form


async def test_an_empty_database_is_told_too(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        form = program.app.screen
        assert isinstance(form, StartScreen)
        screen = await go(program)
        assert "0 unit, 0 pegawai, 0 tahun" in screen.text()
        assert "Basis data diperiksa: baik." in program.screen_text()
        await program.press("escape")
        assert program.app.screen is form


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 10), (20, 5), (5, 2), (300, 100)])
async def test_it_can_be_read_at_every_size(open_program: Open, size: tuple[int, int]) -> None:
    async with open_program(size=size) as program:
        await go(program)
        if size >= (20, 5):
            assert "Versi" in program.screen_text()
        await program.press("pagedown", "end", "home")
        await program.pilot.resize_terminal(60, 20)
        await program.settle()
        assert "Versi" in program.screen_text()
