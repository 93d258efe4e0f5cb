"""The programs that are measured, each as its users would run it on the same people.

posting shows them as a collection of requests, harlequin as a table of an SQLite file, visidata as
CSV. harlequin's list is filled when its catalogue names the database: the rows come only with a
query, which is typed before its keys are measured.
"""

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.bench.pane import Pane, Size, View
from tests.bench.people import People, cursor
from tests.bench.process import wait_for_rest

ROOT: Final = Path(__file__).parents[2]
TALL: Final = (120, 70)
"""A window in which fifty people are seen at once."""
USUAL: Final = (120, 40)
DOWN: Final = b"\x1b[B"
APPLICATION_DOWN: Final = b"\x1bOB"
"""The same key, as a terminal sends it to a program that asked for the other way."""
NOT_OURS: Final = (
    "LINES",
    "COLUMNS",
    "PYTHONDONTWRITEBYTECODE",
    "TMUX",
    "NO_COLOR",
    "TERM_PROGRAM",
)
"""What tells of another terminal; without compiled modules no start is like a real one."""


def surroundings(home: Path) -> dict[str, str]:
    """Return the environment of a program in a usual terminal, with a home of its own."""
    own = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    return {**own, **terminal, "HOME": str(home)}


QUERY: Final = (
    (b"select nama from orang", "orang"),
    (b"\x0a", "Orang"),
    (b"\x1b[15~", "Orang"),
)
"""What brings the people onto the screen of harlequin: a query, Ctrl+J, and F5 into its rows."""

Where = Callable[[View], int | None]


@dataclass(frozen=True, slots=True)
class Program:
    """A program: how it is started on some people, and where its cursor is seen."""

    name: str
    command: Callable[[People], Sequence[str]]
    catalogue: str = ""
    """What is there when its list is filled, where that is not the last of the people."""
    extra: Mapping[str, str] = field(default_factory=dict)
    into_list: Sequence[tuple[bytes, str]] = ()
    """What leads the cursor into the list of people, each with the words that it brings."""
    down: bytes = DOWN
    early_key: bytes = DOWN
    early_place: Where = cursor
    early_from: int = 1
    """A key that means something as soon as anything is seen, how far it has led, from where."""

    def filled(self, people: People) -> str:
        """Return what is seen when the list is filled, in a window that shows all of it."""
        return self.catalogue or people.last

    def start(
        self, people: People, size: Size = USUAL, before: Callable[[], object] | None = None
    ) -> Pane:
        """Start it in a home of its own."""
        environment = {**surroundings(people.csv.parent), **self.extra}
        return Pane(self.command(people), environment, size, before)

    def go_to_list(self, pane: Pane, people: People) -> None:
        """Put the cursor into the list of people, once all is loaded."""
        pane.wait_for(self.catalogue or people.first)
        wait_for_rest(pane)
        for keys, words in self.into_list:
            pane.press(keys)
            pane.when(lambda view, words=words: words in view.text)  # type: ignore[misc]
            wait_for_rest(pane, 5)
        pane.text()
        if cursor(pane.view) is None:
            pane.when(lambda view: cursor(view) is not None)


OURS: Final = Program(
    "skp-tui",
    lambda people: (sys.executable, "-m", "skp_tui", "--db", str(people.db)),
    extra={"PYTHONPATH": str(ROOT)},
)
BARE: Final = Program(
    "bare Textual",
    lambda people: (sys.executable, str(Path(__file__).with_name("bare.py")), str(people.db)),
)


def letters(view: View) -> int:
    """Return how many of the letters that were typed stand in a row."""
    return max((len(found) for found in re.findall("x+", view.text)), default=0)


def others(place: Path) -> tuple[Program, ...]:
    """Return the programs of others, as installed in their folders (``tests.bench.others``)."""
    posting, harlequin, visidata = (
        str(place / name / "bin" / script)
        for name, script in (("posting", "posting"), ("harlequin", "harlequin"), ("visidata", "vd"))
    )
    return (
        Program(
            "posting",
            lambda people: (posting, "--collection", str(people.requests)),
            extra={"POSTING_FOCUS__ON_STARTUP": "collection"},
        ),
        Program(
            "harlequin",
            lambda people: (harlequin, "--locale", "C", "-a", "sqlite", str(people.sqlite)),
            catalogue="main",
            into_list=QUERY,
            early_key=b"x",
            early_place=letters,
            early_from=0,
        ),
        Program(
            "visidata",
            lambda people: (visidata, str(people.csv)),
            down=APPLICATION_DOWN,
            early_key=APPLICATION_DOWN,
        ),
    )
