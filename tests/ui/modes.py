"""One walk through every screen that looks at each of them as every kind of terminal shows it."""

from dataclasses import dataclass, field
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.screen import ModalScreen
from textual.widget import Widget

from skp_tui.ui.actions.model import Room
from skp_tui.ui.terminal.abilities import Colours, Terminal
from tests.ui import visits
from tests.ui.conftest import Program
from tests.ui.rated import open_2025
from tests.ui.visits import Steps, Visit

MODES: Final[dict[str, tuple[Terminal, str]]] = {
    "gelap": (Terminal(), "gelap"),
    "terang": (Terminal(), "terang"),
    "16-warna": (Terminal(name="xterm", colours=Colours.SIXTEEN), "otomatis"),
    "polos": (Terminal(name="vt100", colours=Colours.NONE), "otomatis"),
}
Line = list[Segment]


@dataclass(frozen=True, slots=True)
class Seen:
    """What one mode showed of one view, and where the keyboard was."""

    screen: str
    mode: str
    lines: list[Line]
    focused: Widget | None
    cursor: list[Line]

    @property
    def text(self) -> str:
        """Return the view as text."""
        return "\n".join("".join(one.text for one in line).rstrip() for line in self.lines)


@dataclass
class Looking(Program):
    """The program, every screen and window of which is looked at in each mode, once."""

    seen: list[dict[str, Seen]] = field(default_factory=list)
    known: set[str] = field(default_factory=set)

    async def press(self, *keys: str) -> None:
        """Press keys, and look at what they brought."""
        await super().press(*keys)
        here = type(self.app.screen).__name__
        if self.app.is_running and here not in self.known:
            self.known.add(here)
            self.seen.append({mode: await self._look(mode) for mode in MODES})

    async def _look(self, mode: str) -> Seen:
        self.app.terminal, tema = MODES[mode]
        self.app.render_as({"tema": tema})
        await self.pilot.pause()
        screen, focused = self.app.screen, self.app.focused
        window = screen.children[0].region if isinstance(screen, ModalScreen) else screen.region
        strips = screen._compositor.render_strips()

        def part(widget: Widget | None) -> list[Line]:
            region = window if widget is None else widget.region.intersection(window)
            x, y, width, height = region
            return [list(strip.crop(x, x + width)) for strip in strips[y : y + height]]

        cursor = part(focused) if focused is not None else []
        return Seen(type(screen).__name__, mode, part(None), focused, cursor)


WINDOWS: Final[dict[Room, Steps]] = {
    Room.UNIT: (("f1",), ("escape",), ("f10",), ("escape",), ("u",), ("escape",),
                ("ctrl+p", "w", "a", "y", "a", "n"), ("escape",)),
    Room.MENGAPA: (("s",), ("escape",)),
    Room.JEJAK: (("o",), ("enter",), ("escape",)),
    Room.SALIN_PILIH: (("enter", "plus"), ("enter",)),
    Room.CATATAN: (("ctrl+n",), ("escape",)),
    Room.LEMBAR: (("s",), ("escape",)),
    Room.FORM: (("x", "tab", "y"), ("ctrl+s",), ("escape",), ("b",)),
    Room.KIRIM: (("f6", "y"), ("escape",)),
}  # fmt: skip
"""What is opened over a screen."""


async def look_around(program: Looking) -> None:
    """Visit every screen of both years once, and the windows over them."""
    program.app.last_folder = program.app.import_folder = program.log.parent
    await visits._visit(program, _short(visits.YEAR_2017))
    await program.press("a")
    await visits.home(program)
    await visits._goal(program)
    await visits._visit(program, _short(visits.SENDING))
    await open_2025(program)
    await visits._visit(program, _short(visits.YEAR_2025))


def _short(visited: tuple[Visit, ...]) -> list[Visit]:
    first = {visit.room: visit for visit in reversed(visited)}
    return [visit._replace(steps=WINDOWS.get(visit.room, ())) for visit in reversed(first.values())]


def looks(segment: Segment) -> Style:
    """Return the style of a segment, the usual one where it has none."""
    return segment.style or Style.null()
