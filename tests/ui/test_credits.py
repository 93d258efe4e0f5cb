"""Angka kredit by keys: the list, its explanation, and the file that never overwrites another."""

import asyncio
import errno
import os
import threading
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import TAHUNAN, Evaluasi, Peringkat
from skp_tui.rules.angka_kredit import jenjang_of
from skp_tui.services.base.editing import save_records
from skp_tui.services.base.recording import Tempat
from skp_tui.services.entry.block import Ubahan, save_block
from skp_tui.services.sending.sending import export
from skp_tui.ui.screens.lists.table import PeopleGrid
from skp_tui.ui.screens.rekap.angka_kredit import CreditsScreen
from skp_tui.ui.screens.unit.screen import UnitScreen
from tests.ui.conftest import Open, Program, clock
from tests.ui.rated import BOTH, TAHUN, open_2025
from tests.ui.test_screens_isi import burst
from tests.ui.test_stale_reads import PATIENCE

SESUAI = Peringkat.SESUAI


async def to_credits(program: Program, *, rated: bool = True) -> None:
    """Open the list for 2025, everybody at Baik or nobody rated."""
    await open_2025(program)
    if rated:
        changes = [
            Ubahan(Tempat(TAHUN, satu.nip), Evaluasi(TAHUNAN, SESUAI, SESUAI), BOTH)
            for satu in program.stored(TAHUN).orang
        ]
        program.write(lambda writer: save_block(writer, changes, "evaluasi dari luar"))
        program.unit.reload()
        await program.settle()
    await program.press("n")
    assert isinstance(program.app.screen, CreditsScreen)


async def test_the_three_functional_posts_of_the_office_earn_their_credits(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await to_credits(program)
        lines = [" ".join(text.split()) for text in program.screen_text().splitlines()]
        shown = [text for text in lines if text.endswith(("5,00", "12,50")) and "×" not in text]
        assert [text.split(" ", 1)[1].rsplit(" ", 4)[1:] for text in shown] == [
            ["Pertama", "12", "Baik", "12,50"],
            ["Terampil", "12", "Baik", "5,00"],
            ["Terampil", "12", "Baik", "5,00"],
        ]
        formula = "Baik 100 % × koefisien Ahli Pertama 12,5 × 12 / 12 bulan = 12,50"
        assert formula in program.screen_text()


async def test_without_a_predikat_there_is_a_dash_and_what_it_waits_for(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await to_credits(program, rated=False)
        text = program.screen_text()
        assert "Menunggu predikat; Ahli Pertama, 12 bulan." in text
        assert "12,50" not in text


async def test_f9_explains_enter_opens_and_the_filter_thins_the_list_out(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await to_credits(program)
        await program.press("f9")
        assert program.screen_text().startswith(" Mengapa Baik?")
        assert "100 % × koefisien Ahli Pertama 12,5" in " ".join(program.screen_text().split())
        await program.press("escape", "slash")
        await program.type("arsiparis")
        text = program.screen_text()
        assert "1 dari 3" in text
        assert "Terampil" in text
        await program.press("down", "enter")
        assert not isinstance(program.app.screen, CreditsScreen)
        await program.press("escape")
        assert isinstance(program.app.screen, CreditsScreen)


async def test_s_saves_what_is_shown_and_never_over_another_file(
    open_program: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_program() as program:
        await to_credits(program)
        await program.press("s", "enter")
        first = tmp_path / "angka-kredit-1-2025.csv"
        assert program.toasts()[-1] == f"Tersimpan: {first}"
        content = first.read_bytes()
        assert content.count(b"\r\n") == 4
        assert b",Ahli Pertama,12,Baik,100,12.5,12.50\r\n" in content
        folder, path = tmp_path / "perintah", program.sitting.path
        _, sent = export(path, TAHUN, None, folder, "angka_kredit", clock, sebagian=False)
        assert sent is not None
        assert [file.read_bytes() for file in sent.berkas] == [content]
        await program.press("slash")
        await program.type("arsip")
        await program.press("down", "s", "enter")
        assert first.read_bytes() == content
        others = [file for file in tmp_path.glob("angka-kredit-1-2025*.csv") if file != first]
        assert [file.read_bytes().count(b"\r\n") for file in others] == [2]


@pytest.mark.parametrize("full", [False, True])
async def test_a_slow_save_is_told_on_the_screen_where_one_is_by_then(
    open_program: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, full: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    begun, gate, real = threading.Event(), threading.Event(), os.fsync

    def slow(descriptor: int) -> None:
        begun.set()
        gate.wait(PATIENCE)
        if full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    async with open_program() as program:
        await to_credits(program)
        monkeypatch.setattr(os, "fsync", slow)
        burst(program, "s", "enter")
        async with asyncio.timeout(PATIENCE):
            while not begun.is_set():
                await program.pilot.pause()
            burst(program, "escape")
            while not program.at(program.unit):
                await program.pilot.pause()
        gate.set()
        await program.settle()
        told = program.toasts()[-1]
    wanted = f"Tidak dapat menulis ke {tmp_path}: diska penuh. " if full else "Tersimpan: "
    assert told.startswith(wanted)
    assert (tmp_path / "angka-kredit-1-2025.csv").exists() is not full


async def test_years_before_the_conversion_say_so(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("n")
        assert isinstance(program.app.screen, UnitScreen)
        assert program.toasts()[-1].startswith(
            "Predikat tahun 2017 tidak dikonversi ke angka kredit"
        )


async def test_a_promotion_without_days_earns_nothing_until_they_are_filled_in(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await to_credits(program)
        nip = next(
            satu.nip
            for satu in program.stored(TAHUN).orang
            if jenjang_of(satu.penilaian.jabatan, satu.penilaian.jenis_jabatan)
        )
        parts = [
            {"tahun": str(TAHUN), "nip": nip, "bagian": "1", "jabatan": "Analis Ahli Pertama"},
            {"tahun": str(TAHUN), "nip": nip, "bagian": "2", "jabatan": "Analis Ahli Muda"},
        ]
        program.write(lambda writer: save_records(writer, "bagian", parts, "bagian dari luar"))
        program.app.reload_screens()
        await program.settle()
        await program.press("slash")
        await program.type("analis ahli")
        await program.press("down", "home")
        text = program.screen_text()
        assert "2 dari 4" in text
        assert "Ahli Pertama: isi dahulu tanggal bagian 1 dan 2, tanpa bertumpuk" in text
        assert [row.cells[3:] for row in program.app.screen.query_one(PeopleGrid).rows] == [
            ("–", "Baik", "–"),
            ("–", "Baik", "–"),
        ]
        await program.press("f9")
        assert "isi dahulu tanggal bagian 1 dan 2" in " ".join(program.screen_text().split())


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 10), (5, 2)])
async def test_it_can_be_drawn_at_every_size(open_program: Open, size: tuple[int, int]) -> None:
    async with open_program(size=size) as program:
        await to_credits(program)
        await program.press("down", "end", "home")
        assert program.app.is_running
