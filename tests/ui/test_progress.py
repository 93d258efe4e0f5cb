"""Kemajuan: entries through the year by keys alone, and their sum as outcome when a key says so."""

import csv
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.domain.progress import Catatan, Kemajuan
from skp_tui.services.base.recording import Tempat
from skp_tui.services.entry import entry, progress
from skp_tui.services.entry.progress import Baris
from skp_tui.services.signing import signing
from skp_tui.ui.screens.entry.isi import IsiScreen
from skp_tui.ui.screens.form.form import FormScreen
from skp_tui.ui.screens.notes.progress import ProgressScreen
from skp_tui.ui.screens.notes.progress_rows import bar, percent, standing
from tests.ui.conftest import TAHUN, TODAY, Open, Program

MIDYEAR = date(2017, 7, 2)
ENTRY = {"tanggal": "31-03-2017", "jumlah": "30", "isi": "Triwulan I", "bukti": ""}


def shown(program: Program) -> ProgressScreen:
    assert isinstance(program.app.screen, ProgressScreen)
    return program.app.screen


def stored(program: Program, name: str = "Wayan", no: int = 1) -> Baris:
    with program.sitting.reading() as connection:
        found = progress.read_progress(connection, TAHUN, program.nip_of(name), TODAY)
    row = found.of(1, no)
    assert row is not None
    return row


def notes(program: Program, no: int = 1) -> tuple[Catatan, ...]:
    return stored(program, no=no).catatan


def add(program: Program, no: int = 1, **changed: str) -> None:
    """Store an entry behind the screen's back."""
    tempat = Tempat(TAHUN, program.nip_of("Wayan"))
    answers = {**ENTRY, **changed}
    done = program.write(lambda writer: progress.save_entry(writer, tempat, no, None, answers))
    assert not done.ditolak


async def find(program: Program, name: str = "wayan") -> None:
    """Put the cursor of Unit on a person, without opening him."""
    await program.press("slash")
    await program.type(name)
    await program.press("down", "escape")


async def new_entry(program: Program, *answers: str) -> None:
    """Fill in the form of a new entry: amount, words, evidence; the date stays."""
    await program.press("ctrl+n", "enter")
    for answer in answers:
        await program.type(answer)
        await program.press("enter")
    await program.press("ctrl+s")


async def test_m_opens_the_progress_of_the_cursors_person_and_esc_leads_back(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await find(program)
        await program.press("m")
        assert program.line("headline").startswith("Kemajuan · Wayan Contoh")
        assert "Menyusun daftar u" in program.screen_text()
        await program.press("escape")
        assert program.at(program.unit)


async def test_ctrl_k_opens_it_from_the_entry_screen_after_the_open_cell_is_stored(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.type("90")
        await program.press("tab", "ctrl+k")
        assert shown(program).nama == "Wayan Contoh, A.Md."
        assert stored(program, no=3).kegiatan.realisasi_kualitas == 90
        await program.press("escape")
        assert isinstance(program.app.screen, IsiScreen)


async def test_an_entry_is_typed_with_its_default_date_and_stored(open_program: Open) -> None:
    async with open_program(today=MIDYEAR) as program:
        await find(program)
        await program.press("m", "down")
        await new_entry(program, "11", "Semester I", "SK 12/2017")
        [satu] = notes(program, 2)
        assert (satu.tanggal, satu.jumlah) == (MIDYEAR, Decimal(11))
        assert (satu.isi, satu.bukti) == ("Semester I", "SK 12/2017")
        screen = shown(program)
        assert screen.notes.cursor_row == str(satu.nomor)
        assert "50 % [####|----] sesuai" in program.screen_text()
        assert program.line("progress-time") == (
            "Waktu lewat 50,14 %: 183/365 hari, 1 Januari 2017 s.d. 31 Desember 2017"
        )
        assert "Semester I · Bukti: SK 12/2017" in program.line("progress-detail")


async def test_after_the_year_a_new_entry_begins_on_its_last_day(open_program: Open) -> None:
    async with open_program() as program:
        await find(program)
        await program.press("m", "ctrl+n")
        assert "31-12-2017" in program.screen_text()
        assert "100,00 %" not in program.screen_text()
        await program.press("escape")
        assert "Waktu lewat 100,00 %: 365/365 hari" in program.line("progress-time")


async def test_what_cannot_be_is_refused_beside_its_field(open_program: Open) -> None:
    async with open_program() as program:
        await find(program)
        await program.press("m", "ctrl+n", "ctrl+u")
        await program.type("1-1-2018")
        await program.press("enter", "0", "ctrl+s")
        assert isinstance(program.app.screen, FormScreen)
        assert "! di luar tahun 2017; tulis tanggal 1 Januari 2017" in program.screen_text()
        assert "! jumlah harus lebih dari 0" in program.screen_text()
        assert notes(program) == ()
        await program.press("escape", "b")
        assert shown(program).notes.rows == ()


async def test_enter_goes_down_to_the_newest_entry_and_changes_it(open_program: Open) -> None:
    async with open_program() as program:
        await find(program)
        add(program)
        add(program, tanggal="30-06-2017", isi="Triwulan II")
        await program.press("m", "enter", "enter", "enter", "end", "5", "ctrl+s")
        assert [satu.jumlah for satu in notes(program)] == [Decimal(30), Decimal(305)]
        await program.press("ctrl+z")
        assert [satu.jumlah for satu in notes(program)] == [Decimal(30), Decimal(30)]
        assert "305" not in program.screen_text()


async def test_up_from_the_first_entry_and_tab_lead_back_to_the_kegiatan(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await find(program)
        add(program)
        await program.press("m", "enter")
        screen = shown(program)
        assert screen.notes.has_focus
        assert "*  1 Menyusun" in program.screen_text()
        await program.press("up")
        assert screen.kegiatan.has_focus
        assert ">  1 Menyusun" in program.screen_text()
        await program.press("tab")
        assert screen.notes.has_focus
        await program.press("tab")
        assert screen.kegiatan.has_focus


async def test_enter_on_a_kegiatan_without_entries_begins_one(open_program: Open) -> None:
    async with open_program() as program:
        await find(program)
        await program.press("m", "enter")
        assert isinstance(program.app.screen, FormScreen)


async def test_f8_removes_the_entry_of_the_cursor_and_undo_brings_it_back(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await find(program)
        add(program)
        add(program, tanggal="30-06-2017")
        before = notes(program)
        await program.press("m", "f8")
        assert notes(program) == before
        assert "Pilih catatannya" in program.toasts()[-1]
        await program.press("f8")
        assert notes(program) == before[:1]
        assert "Catatan 30 Juni 2017 dihapus" in program.toasts()[-1]
        await program.press("ctrl+z")
        assert notes(program) == before
        await program.press("tab", "down", "f8", "f8")
        assert notes(program) == before
        assert "Tidak ada catatan" in program.toasts()[-1]


async def test_the_sum_is_only_offered_until_ctrl_r_takes_it(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("ctrl+k", "down")
        add(program, 2, jumlah="20")
        program.app.reload_screens()
        await program.settle()
        assert "Jumlah 20 berkas, realisasi 21: Ctrl+R menggantinya" in program.line(
            "progress-offer"
        )
        assert stored(program, no=2).kegiatan.realisasi_kuantitas == 21
        await program.press("ctrl+r")
        assert stored(program, no=2).kegiatan.realisasi_kuantitas == 20
        words = "Realisasi kuantitas kegiatan 2 Wayan Contoh, A.Md.: 21 → 20. Ctrl+Z membatalkan."
        assert program.toasts()[-1] == words
        assert "sama dengan realisasinya" in program.line("progress-offer")
        await program.press("ctrl+r")
        assert "sudah 20" in program.toasts()[-1]
        await program.press("escape")
        row = next(row for row in program.isi.sheet("kegiatan").rows if row.key.endswith("2"))
        assert "20" in row.cells
        await program.press("ctrl+z")
        assert stored(program, no=2).kegiatan.realisasi_kuantitas == 21


async def test_ctrl_t_fills_only_the_outcomes_that_are_empty(open_program: Open) -> None:
    async with open_program() as program:
        await find(program)
        tempat = Tempat(TAHUN, program.nip_of("Wayan"))
        row = Kegiatan(9, "Baru", "berkas", target_kuantitas=Decimal(50))
        program.write(lambda writer: entry.save(writer, tempat, row, [], "baru", baru=True))
        add(program, 9)
        add(program, 1)
        await program.press("m", "ctrl+t")
        assert stored(program, no=9).kegiatan.realisasi_kuantitas == 30
        assert stored(program, no=1).kegiatan.realisasi_kuantitas == 1
        assert "1 kegiatan" in program.toasts()[-1]
        await program.press("ctrl+t")
        assert "Tidak ada realisasi kosong" in program.toasts()[-1]
        await program.press("ctrl+z")
        assert stored(program, no=9).kegiatan.realisasi_kuantitas is None


async def test_a_kegiatan_without_target_says_so_and_still_takes_notes(open_program: Open) -> None:
    async with open_program() as program:
        await find(program)
        tempat = Tempat(TAHUN, program.nip_of("Wayan"))
        row = Kegiatan(9, "Baru")
        program.write(lambda writer: entry.save(writer, tempat, row, [], "baru", baru=True))
        await program.press("m", "end")
        assert "Tanpa target kuantitas" in program.line("progress-offer")
        await new_entry(program, "", "hanya kata", "")
        assert [satu.isi for satu in notes(program, 9)] == ["hanya kata"]
        await program.press("ctrl+r")
        assert "tanpa target kuantitas" in program.toasts()[-1]


async def test_a_removed_kegiatan_says_that_its_entries_went_with_it(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        add(program, 3)
        add(program, 3)
        before = notes(program, 3)
        await program.press("f8")
        assert "Kegiatan 3 dihapus, dengan 2 catatan kemajuannya." in program.toasts()[-1]
        await program.press("ctrl+z")
        assert notes(program, 3) == before


async def test_a_locked_appraisal_is_read_only_and_says_so_once(open_program: Open) -> None:
    async with open_program() as program:
        await find(program, "bram")
        nip = program.unit.people.cursor_row or ""
        answers = dict(ENTRY)
        program.write(
            lambda writer: progress.save_entry(writer, Tempat(TAHUN, nip), 1, None, answers)
        )
        program.write(lambda writer: signing.lock(writer, TAHUN, [nip], TODAY))
        await program.press("m")
        assert "terkunci" in program.line("headline")
        for keys in (("ctrl+n",), ("ctrl+r",), ("ctrl+t",), ("tab", "enter"), ("f8",)):
            await program.press(*keys)
            shown(program)
            assert program.toasts()[-1].startswith("Penilaian ini sudah dikunci")
        assert len(stored(program, "Bram").catatan) == 1
        assert "Ctrl+R" not in program.line("progress-offer")


async def test_who_has_no_kegiatan_is_told_what_comes_first(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("t", "up", "enter", "m")
        assert shown(program).tahun == TAHUN + 1
        assert "Belum ada kegiatan" in program.screen_text()
        await program.press("ctrl+n")
        assert "Belum ada kegiatan" in program.toasts()[-1]
        await program.press("enter", "f8", "ctrl+r", "ctrl+t", "tab", "enter")
        shown(program)


async def test_quarters_and_outcome_are_seen_where_the_screen_is_wide(open_program: Open) -> None:
    async with open_program(size=(130, 40)) as program:
        await find(program)
        add(program, 3)
        add(program, 3, tanggal="30-06-2017", jumlah="12,5")
        await program.press("m")
        titles = program.screen_text().splitlines()[2].split()
        assert titles[:10] == ["No", "Kegiatan", "TW", "I", "TW", "II", "TW", "III", "TW", "IV"]
        row = next(row for row in shown(program).kegiatan.rows if row.key == "1.3")
        assert row.cells[2:7] == ("30", "12,5", "–", "–", "42,5")
        await program.pilot.resize_terminal(80, 24)
        await program.settle()
        assert "TW IV" not in program.screen_text()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12), (20, 6), (5, 2)])
async def test_it_can_be_used_at_every_size(open_program: Open, size: tuple[int, int]) -> None:
    async with open_program(size=size) as program:
        await program.press("m")
        await new_entry(program, "3", "x")
        await program.press("f8", "f8", "ctrl+z", "escape")
        assert program.at(program.unit)


HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("total", "waktu", "drawn", "words"),
    [
        (None, Fraction(0), "[|--------]", "belum mulai"),
        (None, HALF, "[----|----]", "belum dicatat"),
        ("0.1", HALF, "[----|----]", "tertinggal 50 %"),
        ("50", HALF, "[####|----]", "sesuai"),
        ("70", HALF, "[####|#---]", "di depan 20 %"),
        ("99.9", Fraction(1), "[#######-|]", "sesuai"),
        ("100", Fraction(364, 365), "[#######|#]", "tercapai"),
        ("250", Fraction(1), "[########|]", "tercapai"),
    ],
)
def test_the_bar_and_the_word_say_the_same(
    total: str | None, waktu: Fraction, drawn: str, words: str
) -> None:
    kemajuan = Kemajuan(None if total is None else Decimal(total), Decimal(100), waktu)
    assert (bar(kemajuan), standing(kemajuan)) == (drawn, words)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (None, "–"),
        (Fraction(0), "0 %"),
        (Fraction(1, 3), "33 %"),
        (Fraction(995, 1000), "99,5 %"),
        (Fraction(99999, 100000), "99,999 %"),
        (1 - Fraction(1, 10**15), "< 100 %"),
        (Fraction(1), "100 %"),
        (Fraction(1004, 1000), "100 %"),
        (Fraction(12), "1200 %"),
    ],
)
def test_what_is_not_reached_never_reads_100_percent(share: Fraction | None, words: str) -> None:
    assert percent(share) == words


async def test_from_the_key_to_the_file_that_is_sent(
    open_program: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_program(today=MIDYEAR) as program:
        await find(program)
        nip = program.nip_of("Wayan")
        await program.press("m", "down", "down")
        await new_entry(program, "240,5", "Semester I", "E:\\bukti\\semester1.pdf")
        await new_entry(program, "12", "Susulan", "")
        await program.press("ctrl+r", "escape", "f6", "p", "t", "ctrl+u")
        await program.type("kirim")
        await program.press("f6", "y")
    [table] = (tmp_path / "kirim").rglob("*kegiatan*.csv")
    text = table.read_text(encoding="utf-8-sig")
    rows = [row for row in csv.DictReader(text.splitlines()) if nip in row["nip"]]
    assert [row["realisasi_kuantitas"] for row in rows if row["no"] == "3"] == ["252.5"]
    assert "Semester I" not in text
