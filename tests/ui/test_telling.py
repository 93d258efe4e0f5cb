"""Short messages on a computer that is too slow for them."""

import pytest

from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.telling import LEAST, READ, Told
from tests.ui.conftest import Open


@pytest.mark.parametrize("late", [0.0, 0.00006, 3600.0])
def test_a_message_that_is_drawn_too_late_still_goes_by_itself(late: float) -> None:
    message = Told("Tersimpan", timeout=5)
    message.raised_at -= 5 + late
    assert message.has_expired
    assert message.time_left == LEAST


def test_a_message_in_time_has_the_time_that_is_left() -> None:
    message = Told("Tersimpan", timeout=5)
    assert not message.has_expired
    assert 4 < message.time_left <= 5


async def test_every_message_of_the_program_is_such_a_one(open_program: Open) -> None:
    async with open_program() as program:
        program.app.tell("satu")
        program.unit.tell("dua")
        await program.settle()
        shown = list(program.app._notifications)
        assert [message.message for message in shown if type(message) is Told][-2:] == [
            "satu", "dua",
        ]  # fmt: skip
        assert all(type(message) is Told for message in shown)


async def test_nobodys_name_in_a_message_is_markup_whoever_tells_it(open_program: Open) -> None:
    name = "Siti [/] [@click=app.quit]Contoh[/]"
    async with open_program() as program:
        program.app.tell(f"{name} satu")
        program.unit.tell(f"{name} dua")
        program.unit.notify(f"{name} tiga")
        program.app.notify(f"{name} empat", markup=True)
        await program.settle()
        shown = list(program.app._notifications)
        assert [one.message for one in shown][-4:] == [
            f"{name} satu", f"{name} dua", f"{name} tiga", f"{name} empat",
        ]  # fmt: skip
        assert not any(one.markup for one in shown)


async def test_a_newer_message_takes_the_place_of_one_that_could_be_read(
    open_program: Open,
) -> None:
    async with open_program() as program:
        notifications = program.app._notifications

        async def shown_after(words: str, *, severe: bool = False) -> list[str]:
            program.app.tell(words, severe=severe)
            await program.settle()
            return [one.message for one in notifications]

        assert await shown_after("gagal", severe=True) == ["gagal"]
        assert await shown_after("satu") == ["gagal", "satu"]
        assert await shown_after("dua") == ["gagal", "satu", "dua"]
        for one in notifications:
            one.raised_at -= READ
        assert await shown_after("tiga") == ["gagal", "tiga"]


async def test_the_same_words_told_in_quick_succession_are_shown_once(open_program: Open) -> None:
    async with open_program() as program:
        for words in ("sama", "sama", "lain", "sama"):
            program.app.tell(words)
        program.app.tell("sama", severe=True)
        await program.settle()
        shown = [(one.message, one.severity) for one in program.app._notifications]
        assert shown == [("sama", "information"), ("lain", "information"), ("sama", "error")]


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_a_message_stands_once_on_the_screen_when_a_window_opens_over_it(
    open_program: Open, size: tuple[int, int]
) -> None:
    words = "Sari Contoh sudah"
    async with open_program(size=size) as program:
        program.app.tell(words)
        await program.settle()
        assert program.screen_text().count(words) == 1
        program.app.push_screen(AskScreen("Judul", "Pertanyaan?", "Ya"))
        await program.settle()
        assert "Pertanyaan?" in program.screen_text()
        assert program.screen_text().count(words) == 1
        await program.press("escape")
        assert "Pertanyaan?" not in program.screen_text()
        assert program.screen_text().count(words) == 1
