"""A change at a key ends in one way on every screen: said aloud, shown everywhere, or refused."""

from collections.abc import Awaitable, Callable

import pytest

from skp_tui.services.office.part_removal import remove_last_part
from skp_tui.services.signing.signing import lock
from skp_tui.ui.keeping import LONG_TOAST
from skp_tui.ui.screens.frame.changing import Changing
from skp_tui.ui.screens.notes.notes import NotesScreen
from skp_tui.ui.screens.office.screen import OfficeScreen
from skp_tui.ui.screens.people.outside import OutsideScreen
from skp_tui.ui.screens.people.parts import PartsScreen
from skp_tui.ui.screens.people.people import PeopleScreen
from tests.ui.conftest import TAHUN, Open, Program
from tests.ui.test_parts import BRAM, go_to, moved

Way = Callable[[Program], Awaitable[None]]


def sign(program: Program) -> None:
    """Sign Bram's appraisal behind the screen's back."""
    program.write(lambda writer: lock(writer, TAHUN, [BRAM], program.app.today))


async def unit_in_use(program: Program) -> None:
    await program.press("o", "f8")


async def signed_person(program: Program) -> None:
    await program.press("p", "slash")
    await program.type("bram")
    await program.press("enter", "f8")
    sign(program)


async def part_that_is_gone(program: Program) -> None:
    await moved(program)
    await program.press("f8")
    program.write(lambda writer: remove_last_part(writer, TAHUN, BRAM, 2, keep_content=False))


async def value_of_one_signed_meanwhile(program: Program) -> None:
    await go_to(program, "bram")
    await program.press("v", "enter")
    await program.type("88")
    await program.press("enter")
    await program.type("Transkrip")
    await program.press("ctrl+s", "f8")
    sign(program)


async def note_of_one_signed_meanwhile(program: Program) -> None:
    await program.open("bram")
    await program.press("ctrl+e", "ctrl+n")
    await program.type("Terlambat tiga kali")
    await program.press("ctrl+s")
    sign(program)


@pytest.mark.parametrize(
    ("way", "key", "screen"),
    [
        (unit_in_use, "enter", OfficeScreen),
        (signed_person, "enter", PeopleScreen),
        (part_that_is_gone, "enter", PartsScreen),
        (value_of_one_signed_meanwhile, "enter", OutsideScreen),
        (note_of_one_signed_meanwhile, "f8", NotesScreen),
    ],
)
async def test_a_refused_change_stays_in_sight_and_drops_the_keys_typed_after_it(
    open_program: Open, way: Way, key: str, screen: type[Changing]
) -> None:
    async with open_program() as program:
        await way(program)
        before = program.stored()
        await program.press(key, "f10")
        assert type(program.app.screen) is screen
        toast = list(program.app._notifications)[-1]
        assert (toast.severity, toast.timeout) == ("error", LONG_TOAST)
        assert program.stored() == before
