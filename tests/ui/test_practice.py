"""The guided first round: led through by keys, judged by what the program really shows."""

import shutil
from pathlib import Path

import pytest

from skp_tui.services.keeping.sitting import sitting
from skp_tui.ui import run
from skp_tui.ui.app import SkpApp
from skp_tui.ui.practice import ASIDE, LANGKAH
from skp_tui.ui.screens.entry.isi import IsiScreen
from skp_tui.ui.screens.frame import frame
from skp_tui.ui.screens.frame.ask import AskScreen, ChooseScreen
from skp_tui.ui.widgets.lines import Lines
from tests.ui.conftest import Open, Program, clock

START = ("f10", "equals_sign")
ROUND: tuple[tuple[str, ...], ...] = (
    ("down",),
    ("1",),
    ("enter",),
    ("9", "0", "tab", "1", "2", "enter"),
    ("f9",),
    ("escape", "escape"),
    ("ctrl+z",),
    ("ctrl+y",),
    ("escape", "enter", "9", "1", "enter"),
    ("escape", "f6", "f6"),
    ("escape", "f1"),
    ("escape",),
)
"""The keys of each step, as the strip names them."""
OFFER = "F10 lalu = : latihan lima menit"


def strip(program: Program) -> str:
    """Return what the line below the headline says."""
    frame = program.app.frame
    assert frame is not None
    return " ".join(str(frame.query_one("#banner", Lines).render()).split())


def step(program: Program) -> int:
    """Return which step the strip is at, 0 where it leads nowhere."""
    name, _, rest = strip(program).partition(" ")
    return int(rest.partition("/")[0]) if name == "Latihan" else 0


async def test_the_whole_round_goes_on_by_itself_as_its_keys_are_pressed(
    open_program: Open,
) -> None:
    async with open_program(contoh=True) as program:
        assert OFFER in strip(program)
        await program.press(*START)
        for number, keys in enumerate(ROUND, 1):
            assert step(program) == number
            await program.press(*keys)
        assert isinstance(program.app.screen, AskScreen)
        shown = program.screen_text()
        assert "Latihan selesai. Yang Anda pelajari:" in shown
        assert all(satu.pelajaran in shown for satu in LANGKAH)
        await program.press("enter")
        assert "sekali pakai" in strip(program)
        assert (program.sitting.path.parent / "kiriman" / "skp-1-2017.csv").is_file()
        assert not program.stored().rekap.belum_dinilai


async def test_each_strip_is_one_line_at_80_columns_where_its_step_is_done(
    open_program: Open,
) -> None:
    async with open_program(contoh=True) as program:
        await program.press(*START)
        for keys in ROUND[:-2]:
            assert len(strip(program)) < 80 or step(program) == 1
            assert all(sign.isascii() for sign in strip(program))
            await program.press(*keys)


async def test_a_key_alone_does_no_step(open_program: Open) -> None:
    async with open_program(contoh=True) as program:
        await program.press(*START, "down", "1", "enter")
        await program.press("x", "x", "enter")
        assert step(program) == 4
        assert "100" in program.screen_text()
        await program.press("escape", "escape", "f8", "ctrl+z", "f4", "f3")
        assert step(program) == 4


async def test_a_refused_text_is_not_done_before_it_is_stored(open_program: Open) -> None:
    async with open_program(contoh=True) as program:
        await program.press(*START, "down", "1", "enter", "9", "0", "tab", "1", "2")
        assert step(program) == 4
        await program.press("enter")
        assert step(program) == 5


async def test_steps_done_before_their_turn_are_not_asked_for_again(open_program: Open) -> None:
    async with open_program(contoh=True) as program:
        await program.press(*START)
        await program.open("wayan")
        await program.press("9", "0", "tab", "1", "2", "enter")
        assert step(program) == 5
        await program.press("f9", "escape")
        for keys in (("escape",), ("ctrl+z",), ("ctrl+y",), ("escape", "enter", "9", "1", "enter")):
            await program.press(*keys)
        assert step(program) == 10
        await program.press("escape", "f6", "f6")
        assert step(program) == 11
        await program.press("escape", "f1")
        assert "Latihan selesai" not in program.screen_text()
        await program.press("escape")
        assert "Latihan selesai" in program.screen_text()


async def test_any_step_taken_back_will_do_and_an_emptied_cell_is_not_corrected(
    open_program: Open,
) -> None:
    async with open_program(contoh=True) as program:
        await program.press(*START)
        await program.open("wayan")
        await program.press("9", "0", "tab", "1", "2", "enter")
        await program.press("f9", "escape", "9", "enter", "escape", "escape")
        assert step(program) == 7
        await program.press("ctrl+z")
        assert step(program) == 8
        await program.press("ctrl+y")
        assert step(program) == 9
        await program.press("home", "enter", "delete")
        assert step(program) == 9
        await program.press("5", "enter")
        assert step(program) == 10


async def test_elsewhere_the_strip_names_the_way_back(open_program: Open) -> None:
    async with open_program(contoh=True) as program:
        await program.press(*START, "p")
        assert "Esc kembali. Persentase unit" in strip(program)
        await program.press("escape")
        assert "Esc kembali" not in strip(program)


async def test_the_round_is_left_and_taken_up_where_it_was(open_program: Open) -> None:
    async with open_program(contoh=True) as program:
        await program.press(*START, "down")
        await program.press(*START)
        assert isinstance(program.app.screen, ChooseScreen)
        await program.press("b")
        assert "Latihan berhenti dahulu" in strip(program)
        await program.press("1", "enter")
        assert step(program) == 0
        await program.press(*START, "l")
        assert step(program) == 4


async def test_a_step_can_be_left_out_up_to_the_last(open_program: Open) -> None:
    async with open_program(contoh=True) as program:
        await program.press(*START)
        seen = [step(program)]
        while step(program):
            await program.press(*START, "w")
            seen.append(step(program))
        assert seen == [*sorted(set(seen[:-1])), 0]
        assert "Latihan selesai" in program.screen_text()


@pytest.mark.parametrize("size", [(40, 10), (50, 16), (60, 24)])
async def test_the_words_of_every_step_stand_there_in_full_in_a_small_window(
    open_program: Open, size: tuple[int, int]
) -> None:
    async with open_program(contoh=True, size=size) as program:
        assert strip(program) == frame.OFFER
        await program.press(*START)
        for number, keys in enumerate(ROUND, 1):
            assert step(program) == number
            words = LANGKAH[number - 1].teks
            assert strip(program).removesuffix(f" {ASIDE}").endswith(words)
            assert (number == 1) == strip(program).endswith(ASIDE)
            here = program.app.frame
            assert here is not None
            # all of it is drawn, above the line of the keys
            region = here.query_one("#banner").region
            drawn = str(here.query_one("#banner", Lines).render()).splitlines()
            assert region.height == len(drawn)
            assert region.bottom < here.query_one("#keys").region.y
            await program.press(*keys)


async def test_what_was_learned_is_read_by_scrolling_in_a_small_window(open_program: Open) -> None:
    async with open_program(contoh=True, size=(40, 10)) as program:
        await program.press(*START)
        while step(program):
            await program.press(*START)
            listed = program.screen_text()
            assert "Ulang dari awal, dengan" in listed
            assert "kantor contoh yang baru" in listed
            assert "Esc kembali" in listed
            await program.press("w")
        seen = ""
        for _ in range(10):
            shown = program.screen_text()
            assert "Y atau Enter Tutup" in shown
            seen += "\n" + shown
            await program.press("pagedown")
        assert all(word in seen for satu in LANGKAH for word in satu.pelajaran.split())
        assert "tersentuh." in seen
        await program.press("enter")
        assert program.at(program.unit)


@pytest.mark.parametrize("size", [(40, 10), (30, 6), (120, 40)])
async def test_any_window_leaves_room_for_the_list(
    open_program: Open, size: tuple[int, int]
) -> None:
    async with open_program(contoh=True, size=size) as program:
        await program.press(*START)
        await program.press("down")
        assert step(program) == 2
        assert program.unit.people.size.height >= 2
        await program.press("1", "enter")
        assert step(program) == 4
        assert isinstance(program.app.screen, IsiScreen)


# Begun beside the user's own data


@pytest.mark.parametrize("keys", [("f4",), ("f10", "equals_sign")])
async def test_the_first_start_offers_it(open_program: Open, keys: tuple[str, ...]) -> None:
    async with open_program(empty=True) as program:
        assert "F4: latihan lima menit" in program.screen_text()
        await program.press(*keys)
        assert program.app.wants_sample
        assert program.app.wants_practice


@pytest.mark.parametrize("keys", [START, ("a", *START), ("p", *START), ("enter", *START)])
async def test_from_ones_own_data_another_office_is_opened(
    open_program: Open, keys: tuple[str, ...]
) -> None:
    async with open_program() as program:
        await program.press(*keys)
        assert program.app.wants_practice
        assert program.app.practice is None


async def test_the_wish_for_it_does_not_outlive_a_write_that_failed(open_program: Open) -> None:
    async with open_program() as program:
        program.app.note_failed("x")
        await program.press(*START)
        assert program.app.is_running
        assert not program.app.wants_sample
        assert not program.app.wants_practice


async def test_what_is_typed_in_a_form_is_asked_about_first(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("ctrl+n", "x", *START)
        assert isinstance(program.app.screen, AskScreen)
        await program.press("escape")
        assert not program.app.wants_practice
        await program.press(*START, "y")
        assert program.app.wants_practice


async def test_a_sample_office_that_was_changed_is_not_the_one_to_practise_in(
    open_program: Open,
) -> None:
    async with open_program(contoh=True) as program:
        await program.open("wayan")
        await program.press("9", "0", "enter", *START)
        assert program.app.wants_practice


async def test_again_from_the_first_step_takes_a_fresh_office(open_program: Open) -> None:
    async with open_program(contoh=True) as program:
        await program.press(*START, "down", *START, "u")
        assert program.app.wants_practice


def test_the_round_runs_on_a_copy_that_is_gone_afterwards(
    sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "skp.db"
    shutil.copy(sample_file, own)
    with sitting(own, clock):
        pass
    before = own.read_bytes()
    seen: list[tuple[Path, bool, bool]] = []

    def shown(app: SkpApp, **_: object) -> None:
        app.wants_sample = app.wants_practice = len(seen) < 2
        seen.append((app.sitting.path, app.contoh, app._practises))

    monkeypatch.setattr(SkpApp, "run", shown)
    assert run.run_screen(own, clock) == 0
    assert [facts[1:] for facts in seen] == [
        (False, False),
        (True, True),
        (True, True),
        (False, False),
    ]
    assert seen[0][0] == seen[-1][0] == own
    assert seen[1][0] != seen[2][0]
    assert not seen[1][0].exists()
    assert own.read_bytes() == before
