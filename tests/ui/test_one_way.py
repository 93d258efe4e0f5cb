"""The same thing looks and reads the same on every screen: its title, a day, a NIP."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from textual.widgets import Input

import skp_tui.ui
from skp_tui.domain.nip import LENGTH
from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.screens.support.screen import SupportScreen
from tests.ui import visits
from tests.ui.conftest import Open, Program
from tests.ui.rated import open_2025
from tests.ui.visits import Steps, Visit, home

DIGITS = re.compile(r"\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[-/]\d{1,2}[-/]\d{4}\b")
"""A day as it is typed, or as files have it."""
BARE_NIP = re.compile(r"(?<![\d/])\d{18}\b")
NOBODY = (Room.ISI, Room.KINERJA)
"""Screens that are the sheet of one person, and begin with his name."""
PAPERS: Steps = (
    ("l", "s"), *((sign,) for sign in "12-01-2017"), ("enter",), ("escape",),
    ("c", "ctrl+n"), ("x", "ctrl+s"), ("escape",),
)  # fmt: skip
"""Give somebody an agreed day and a note, each of which is shown on several screens."""
MORE = (
    Visit(
        ("p",), Room.PEGAWAI, (("enter",), ("escape",), ("n",), ("escape",), ("p",), ("escape",))
    ),
    Visit(("d",), Room.BAGIAN, (("enter",), ("escape",))),
    Visit(("v",), Room.LUAR, ()),
    Visit(("o",), Room.UNIT_PERIODE, (("tab",), ("enter",), ("escape",), ("tab",))),
    Visit(("a",), Room.PENGATURAN, ()),
)


Looks = dict[tuple[str, Room, str], list[str]]


@dataclass
class Watched(Program):
    """The program, whose every screen is kept as it looked: by class, room and title."""

    looks: Looks = field(default_factory=dict)
    typed: list[str] = field(default_factory=list)

    async def press(self, *keys: str) -> None:
        """Press keys, and keep what is to be seen then."""
        await super().press(*keys)
        here = self.app.screen
        if isinstance(here, Frame):
            seen = (type(here).__name__, here.room, here.title_text().plain)
            self.looks.setdefault(seen, []).append(_read(self))
            self.typed += [entry.value for entry in here.query(Input)]


def _read(program: Program) -> str:
    """Return what is read on the screen: all but the fields, and the examples in them."""
    text = program.screen_text()
    for entry in program.app.screen.query(Input):
        for typed in (entry.value, entry.placeholder):
            text = text.replace(str(typed), "") if typed else text
    return text


def _short(visited: tuple[Visit, ...]) -> Iterator[Visit]:
    """Yield the first visit of each room, without help, whose examples are of what is typed."""
    seen: set[Room] = set()
    for visit in visited:
        if visit.room not in seen:
            seen.add(visit.room)
            yield visit._replace(steps=())


async def _look_around(program: Watched) -> Looks:
    program.app.last_folder = program.app.import_folder = program.log.parent
    (program.log.parent / "pegawai.csv").write_text("nip;nama;unit\n", encoding="utf-8")
    for keys in PAPERS:
        await program.press(*keys)
    await home(program)
    program.looks.clear()
    await visits._visit(program, [*_short(visits.YEAR_2017), *MORE])
    await visits._goal(program)
    sending = Visit(("f6",), Room.KIRIM, (("f6", "y"), ("escape",)))
    await visits._visit(program, [sending, *_short(visits.SENDING)])
    await open_2025(program)
    await visits._visit(program, list(_short(visits.YEAR_2025)))
    return program.looks


async def test_days_titles_and_nips_are_written_in_one_way_on_every_screen(
    open_program: Open,
) -> None:
    async with open_program(size=(100, 30)) as opened:
        program = Watched(opened.app, opened.pilot, opened.sitting, opened.log)
        looks = await _look_around(program)
    assert any(len(text.replace(" ", "")) == LENGTH for text in program.typed)
    assert not any(BARE_NIP.search(text) for text in program.typed)
    months = 0
    for (name, room, title), views in looks.items():
        pieces = title.split(" · ")
        assert "  " not in title, (name, title)
        assert title == title.strip(), (name, title)
        assert all(pieces), (name, title)
        assert room in NOBODY or pieces[0][0].isupper(), (name, title)
        for view in views:
            if name != SupportScreen.__name__:  # a text that is sent on, to the letter
                assert not DIGITS.findall(view), (name, view)
            assert not BARE_NIP.findall(view), (name, view)
            months += bool(re.search(r"\b\d{1,2} (Jan|Feb|Jul|Des)[a-z]* 201[78]\b", view))
    assert months >= len(looks) // 4, "few screens show a day at all"
    assert {room for _, room, _ in looks} >= {visit.room for visit in visits.YEAR_2017}


async def test_what_a_screen_is_stands_out_before_whose_it_is(open_program: Open) -> None:
    async with open_program() as program:
        for keys in ((), ("p",), ("h",), ("j",), ("f6",), ("f5",)):
            await home(program)
            await program.press(*keys)
            here = program.app.screen
            assert isinstance(here, Frame)
            title = here.title_text()
            bold = [
                title.plain[span.start : span.end] for span in title.spans if span.style == "bold"
            ]
            assert bold == [title.plain.split(" · ")[0]]


TYPED_INTO = (
    "screens/frame/day.py",
    "screens/notes/form.py",
    "screens/office/forms.py",
    "screens/office/settings_fields.py",
    "screens/people/parts_form.py",
    "screens/people/person_fields.py",
    "screens/signing/sheet_stage.py",
)
"""Forms and windows that ask for a day."""


def test_only_what_asks_for_a_day_writes_one_in_digits() -> None:
    folder = Path(skp_tui.ui.__file__).parent
    found = sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*.py")
        if "editable_date" in path.read_text(encoding="utf-8")
    )
    assert found == list(TYPED_INTO)
