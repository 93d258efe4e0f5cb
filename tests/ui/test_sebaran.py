"""Sebaran by keys: one key says how well the unit did, and a unit off its pattern is warned."""

from collections import Counter
from collections.abc import Sequence
from itertools import cycle

import pytest

from skp_tui.domain.appraisal import TAHUNAN, Evaluasi, Peringkat
from skp_tui.domain.kinerja import CapaianOrganisasi
from skp_tui.services.base.recording import Tempat
from skp_tui.services.entry.block import Ubahan, save_block
from skp_tui.ui.screens.frame.ask import ChooseScreen
from skp_tui.ui.screens.rekap.sebaran import SebaranScreen
from skp_tui.ui.screens.unit.screen import UnitScreen
from tests.ui.conftest import Open, Program
from tests.ui.rated import BOTH, TAHUN, open_2025

ATAS, SESUAI, BAWAH = Peringkat.DI_ATAS, Peringkat.SESUAI, Peringkat.DI_BAWAH


async def rate(program: Program, ratings: Sequence[Peringkat], keep: int = 0) -> None:
    """Rate everybody in turn, but for the last few, and read the start screen anew."""
    people = program.stored(TAHUN).orang
    changes = [
        Ubahan(Tempat(TAHUN, satu.nip), Evaluasi(TAHUNAN, given, SESUAI), BOTH)
        for satu, given in zip(people[: len(people) - keep], cycle(ratings), strict=False)
    ]
    program.write(lambda writer: save_block(writer, changes, "evaluasi dari luar"))
    program.unit.reload()
    await program.settle()


async def to_pattern(program: Program, ratings: Sequence[Peringkat], keep: int = 0) -> None:
    """Open the screen on everybody of 2025, rated so."""
    await open_2025(program)
    await rate(program, ratings, keep)
    await program.press("b")
    assert isinstance(program.app.screen, SebaranScreen)


def capaian(program: Program) -> CapaianOrganisasi | None:
    """Return what is stored."""
    return program.stored(TAHUN).capaian


async def test_one_key_stores_the_capaian_and_shows_by_how_much_the_unit_is_off(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await to_pattern(program, [SESUAI])
        assert "1 sampai 5 mencatat capaian organisasi" in program.screen_text()
        await program.press("2")
        assert capaian(program) is CapaianOrganisasi.BAIK
        text = program.screen_text()
        many = len(program.stored(TAHUN).orang)
        most = many * 70 // 100
        assert "[2 Baik]" in text
        assert f"Baik                {many}  100,00 % ##############################" in text
        assert f"! Baik paling banyak 70 %             {most}   {many}" in text
        assert f"lebih {many - most} orang" in text
        assert "! ada Butuh Perbaikan atau Kurang      1    0" in text
        assert "kurang 1 orang" in text


async def test_the_menu_tells_the_two_worst_apart(open_program: Open) -> None:
    async with open_program() as program:
        await to_pattern(program, [SESUAI])
        await program.press("f10")
        text = program.screen_text()
        assert "  4   4         Kurang          Mencatat capaian organisasi: Kurang" in text
        assert "  5   5         Sangat Kurang   Mencatat capaian organisasi: Sangat" in text
        await program.press("5")
        assert capaian(program) is CapaianOrganisasi.SANGAT_KURANG


async def test_every_capaian_has_its_key(open_program: Open) -> None:
    async with open_program() as program:
        await to_pattern(program, [SESUAI])
        for key, wanted in zip("12345", CapaianOrganisasi, strict=True):
            await program.press(key)
            assert capaian(program) is wanted
        await program.press("delete")
        assert capaian(program) is None
        await program.press("delete")
        assert program.toasts()[-1] == "Capaian organisasi belum dipilih."


async def test_the_same_key_again_writes_nothing(open_program: Open) -> None:
    async with open_program() as program:
        await to_pattern(program, [SESUAI])
        await program.press("4", "4")
        assert program.toasts()[-1] == "Capaian organisasi sudah Kurang."
        await program.press("ctrl+z")
        assert capaian(program) is None


async def test_undo_and_redo_bring_the_pattern_back(open_program: Open) -> None:
    async with open_program() as program:
        await to_pattern(program, [SESUAI])
        await program.press("2", "1", "ctrl+z")
        assert capaian(program) is CapaianOrganisasi.BAIK
        assert "[2 Baik]" in program.screen_text()
        await program.press("ctrl+y")
        assert "[1 Istimewa]" in program.screen_text()


async def test_the_start_screen_warns_in_one_line_and_only_a_unit_off_its_pattern(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await to_pattern(program, [SESUAI])
        await program.press("2", "escape")
        many = len(program.stored(TAHUN).orang)
        most = many * 70 // 100
        assert isinstance(program.app.screen, UnitScreen)
        words = f"! Di luar pola Baik (B): Baik {many} (maks. {most}); Butuh Perbaikan/Kurang 0"
        assert words in program.screen_text()
        await rate(program, [SESUAI, SESUAI, BAWAH])
        assert "Di luar pola" not in program.screen_text()
        await program.press("b", "delete", "escape")
        await rate(program, [SESUAI])
        assert "Di luar pola" not in program.screen_text()


async def test_what_those_who_are_left_can_still_mend_is_marked_as_open(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await to_pattern(program, [SESUAI, BAWAH], keep=10)
        await program.press("3")
        text = program.screen_text()
        assert "? Butuh Perbaikan paling sedikit 60 %" in text
        assert "kurang 10 orang" in text
        assert "? belum tentu: yang belum dinilai masih dapat memenuhinya." in text
        assert "Belum dinilai       10" in text
        await program.press("escape")
        assert "Di luar pola" not in program.screen_text()


async def test_enter_lists_who_has_a_predikat_and_opens_one_of_them(open_program: Open) -> None:
    async with open_program() as program:
        await to_pattern(program, [SESUAI, BAWAH])
        await program.press("home", "enter")
        assert program.toasts()[-1] == "Belum ada seorang pun di baris ini."
        await program.press("down", "down", "enter")
        assert isinstance(program.app.screen, ChooseScreen)
        second = program.stored(TAHUN).orang[1]
        text = program.screen_text()
        assert "Butuh Perbaikan" in text
        assert second.nama in text
        await program.press("enter")
        assert second.nama.split(",")[0] in program.line("headline")
        await program.press("escape")
        assert isinstance(program.app.screen, SebaranScreen)


async def test_a_predikat_changed_from_here_is_counted_anew(open_program: Open) -> None:
    async with open_program() as program:
        await to_pattern(program, [SESUAI])
        first = program.stored(TAHUN).orang[0]
        change = Ubahan(Tempat(TAHUN, first.nip), Evaluasi(TAHUNAN, ATAS, ATAS), BOTH)
        await program.press("f1")
        program.write(lambda writer: save_block(writer, [change], "evaluasi dari luar"))
        program.app.reload_screens()
        await program.press("escape")
        assert "Sangat Baik          1" in program.screen_text()


async def test_years_without_a_pattern_say_why(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("b")
        assert isinstance(program.app.screen, UnitScreen)
        assert "PP 46/2011, yang tidak memakai capaian_organisasi" in program.toasts()[-1]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 10), (20, 5), (5, 2)])
async def test_it_can_be_drawn_at_every_size(open_program: Open, size: tuple[int, int]) -> None:
    async with open_program(size=size) as program:
        await to_pattern(program, [SESUAI, ATAS, BAWAH])
        for key in "12345":
            await program.press(key)
            assert program.app.is_running
        assert capaian(program) is CapaianOrganisasi.SANGAT_KURANG


@pytest.mark.parametrize("key", "12345")
async def test_every_pattern_stands_in_columns_on_the_smallest_screen(
    open_program: Open, key: str
) -> None:
    async with open_program() as program:
        await to_pattern(program, [SESUAI, ATAS, BAWAH])
        await program.press(key)
        rules = str(program.line("pattern-rules")).splitlines()
        assert rules[0].split()[:3] == ["Diharapkan", "Batas", "Ada"]
        assert all(text == text.rstrip("…") for text in rules)
        assert {text.rfind("  ") for text in rules[:-1] if "orang" in text} <= {
            rules[0].rfind("  ")
        }


async def test_where_there_is_no_room_the_rule_and_what_is_off_stay(open_program: Open) -> None:
    async with open_program(size=(44, 24)) as program:
        await to_pattern(program, [SESUAI])
        await program.press("2")
        text = program.screen_text()
        assert "Capaian (1-5): Baik" in text
        assert "orang: Baik paling banyak 70 %" in text


async def test_fewer_than_four_people_are_told_to_be_too_few_and_nobody_is_warned(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await open_2025(program)
        await rate(program, [SESUAI])
        office = program.stored(TAHUN)
        held = Counter(satu.penilaian.unit for satu in office.orang)
        small = next(kode for kode, many in held.items() if many < 4 and kode.count(".") == 2)
        program.unit.look_at(TAHUN, small)
        await program.settle()
        await program.press("b", "2")
        rules = str(program.line("pattern-rules"))
        assert (
            rules == "Kurang dari empat orang yang wajib dinilai: tidak dibandingkan dengan pola."
        )
        await program.press("escape")
        assert "Di luar pola" not in program.screen_text()
        await program.press("r")
        assert "Baik: tidak dibandingkan, kurang dari empat orang" in program.screen_text()
