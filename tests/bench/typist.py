"""Types a whole office by keys alone: last year's targets, then every outcome and perilaku.

It prints the keystrokes of an appraisal, with and without the digits themselves, and the time from
the key that commits a cell until it is stored.

Run: ``python -m tests.bench.typist [PEOPLE]``
"""

import asyncio
import statistics
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import perf_counter

from textual import events

from skp_tui.rules.result import Status
from skp_tui.ui.app import SkpApp
from skp_tui.ui.screens.cells.sheet import Sheet
from skp_tui.ui.workers import Saving
from tests.bench.office import make_office
from tests.ui.conftest import Program, sat

PEOPLE, ACTIVITIES = 40, 8
LAST, THIS = 2017, 2018
TODAY = date(2018, 12, 28)
NEW_YEAR = ("o", "tab", "b", "enter")
"""From the start screen: the year begins with everybody's targets, and is shown."""
OUTCOMES = ("9", "87", "12")
"""kuantitas, mutu, waktu of every activity."""
PERILAKU = ("86", "84", "85", "83", "84")


@dataclass(slots=True)
class Typist:
    """Presses keys, and keeps count of them and of the time that each cell took."""

    program: Program
    stored: asyncio.Event = field(default_factory=asyncio.Event)
    keys: int = 0
    digits: int = 0
    cells: list[float] = field(default_factory=list)

    async def press(self, *keys: str) -> None:
        """Press keys that are no part of a number."""
        self.keys += len(keys)
        await self.program.press(*keys)

    def follow(self, saving: Saving) -> None:
        """Take note when the last write is stored."""
        if not saving.pending:
            self.stored.set()

    async def enter(self, number: str) -> None:
        """Type a number and commit it; the time runs from Enter until it is shown as stored."""
        app = self.program.app
        for digit in number:
            app.post_message(events.Key(digit, digit))
        self.digits += len(number)
        self.keys += 1
        self.stored.clear()
        began = perf_counter()
        app.post_message(events.Key("enter", None))
        await self.stored.wait()
        self.cells.append(perf_counter() - began)

    async def appraise(self) -> None:
        """Enter what one person achieved: down each column, then perilaku."""
        for number in OUTCOMES:
            for _ in range(ACTIVITIES):
                await self.enter(number)
        await self.program.settle()
        while not self._in("perilaku"):
            await self.press("tab")
        for number in PERILAKU:
            await self.enter(number)

    def _in(self, name: str) -> bool:
        focused = self.program.app.focused
        return isinstance(focused, Sheet) and focused.id == name


async def type_office(path: Path, people: int) -> Typist:
    """Begin the year, enter everybody, and see that all are appraised."""
    with sat(path) as own:
        app = SkpApp(own, {}, today=TODAY)
        async with app.run_test(size=(80, 24)) as pilot:
            program = Program(app, pilot, own, path.with_suffix(".log"))
            await program.settle()
            typist = Typist(program)
            app.watch(app, "saving", typist.follow, init=False)
            await typist.press(*NEW_YEAR, "enter")
            for number in range(people):
                if number:
                    await typist.press("f4")
                await typist.appraise()
            finished = program.stored(THIS).orang
    if [satu.hasil.status for satu in finished] != [Status.DINILAI] * people:
        raise SystemExit("somebody is not appraised")
    return typist


def tell(typist: Typist, people: int) -> Iterable[str]:
    """Yield the figures."""
    cells = sorted(typist.cells)
    yield f"people {people}, activities {ACTIVITIES}, cells committed {len(cells)}"
    yield (
        f"keystrokes per appraisal: {(typist.keys + typist.digits) / people:.1f}, "
        f"beyond the digits {typist.keys / people:.1f}"
    )
    yield (
        f"from Enter to stored, per cell: median {1000 * statistics.median(cells):.1f} ms, "
        f"p95 {1000 * cells[len(cells) * 95 // 100]:.1f} ms"
    )


def main(people: int = PEOPLE) -> None:
    """Type the office and print the figures."""
    with tempfile.TemporaryDirectory() as name:
        path = make_office(Path(name), people, ACTIVITIES, LAST)
        typist = asyncio.run(type_office(path, people))
    print(*tell(typist, people), sep="\n")


if __name__ == "__main__":
    main(*(int(text) for text in sys.argv[1:]))
