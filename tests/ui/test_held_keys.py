"""What hangs does not take the keyboard with it: the keys that leave go through, by a clock."""

from textual import events
from textual.keys import key_to_character

from skp_tui.ui.one_key import BOUND, GRACE
from skp_tui.ui.screens.people.people import PeopleScreen
from tests.ui.conftest import Open, Program


class Hanging:
    """The list of people that waits for something which does not end, and a clock set by hand."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.seconds = 0.0

    async def begin(self, what: str) -> PeopleScreen:
        """Open the list, and press a key that has to wait."""
        await self.program.press("p")
        screen = self.program.app.screen
        assert isinstance(screen, PeopleScreen)
        self.program.app.now = lambda: self.seconds
        screen.hold(what)
        await self.press("down")
        return screen

    async def press(self, *keys: str, after: float = 0.0) -> None:
        """Press keys after some seconds, and let everything happen that can."""
        self.seconds += after
        for key in keys:
            self.program.app.post_message(events.Key(key, key_to_character(key)))
        for _ in range(8):
            if self.program.app.is_running:
                await self.program.pilot.pause()


async def test_escape_leaves_a_list_that_is_read_for_long(open_program: Open) -> None:
    async with open_program() as program:
        hanging = Hanging(program)
        await hanging.begin("read")
        await hanging.press("escape", after=GRACE)
        assert program.at(program.unit)


async def test_ctrl_q_leaves_the_program_while_a_list_is_read(open_program: Open) -> None:
    async with open_program() as program:
        hanging = Hanging(program)
        await hanging.begin("read")
        await hanging.press("ctrl+q", after=GRACE)
        assert not program.app.is_running


async def test_keys_keep_their_turn_while_a_read_takes_no_longer_than_usual(
    open_program: Open,
) -> None:
    async with open_program() as program:
        hanging = Hanging(program)
        screen = await hanging.begin("read")
        await hanging.press("escape")
        assert program.at(screen)
        screen.let_go("read")
        await program.settle()
        assert program.at(program.unit)


async def test_a_read_that_hangs_gives_the_keys_back_and_says_so(open_program: Open) -> None:
    async with open_program() as program:
        hanging = Hanging(program)
        screen = await hanging.begin("read")
        before = screen.people.cursor_row
        await hanging.press("down", after=GRACE)
        assert screen.people.cursor_row == before
        await hanging.press(after=BOUND)
        program.app.resume_keys()  # what the timer does
        await program.settle()
        assert program.toasts() == ["Masih membaca…"]
        assert screen.people.cursor_row != before


async def test_a_write_that_hangs_keeps_the_keys_but_lets_one_leave(open_program: Open) -> None:
    async with open_program() as program:
        hanging = Hanging(program)
        screen = await hanging.begin("write")
        await hanging.press("ctrl+q", after=GRACE)
        assert program.at(screen)
        await hanging.press(after=BOUND)
        program.app.resume_keys()
        await hanging.press()
        assert not program.app.is_running


async def test_one_toast_is_shown_for_the_same_words(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        sheet = program.isi.sheet("kegiatan")
        sheet.move_to(sheet.rows[0].key, "hitung")
        await program.type("123456")
        (words,) = program.toasts()
        program.isi.tell("lain")
        await program.settle()
        assert program.toasts() == [words, "lain"]
