"""A slow line: what is written brings a terminal to the same screen, and is less."""

from dataclasses import dataclass, field
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.geometry import Region, Size
from textual.strip import Strip

from skp_tui.ui.terminal.sparing import BLANK, Cell, Sheet

SIZE = Size(12, 3)
CONSOLE = Console(force_terminal=True, color_system="truecolor", legacy_windows=False)
STYLES = (None, Style(), Style(bold=True), Style(reverse=True), Style(color="red", bgcolor="blue"))
SIGNS = "ab  –·王é"
PIECE = st.tuples(st.text(SIGNS, max_size=6), st.sampled_from(STYLES))
LINE = st.lists(PIECE, max_size=4)
FRAME = st.lists(LINE, min_size=3, max_size=3)


@dataclass
class Screen:
    """As much of a terminal as is written to: moves, styles, text, erasing to the end of a line."""

    cells: list[list[Cell]] = field(
        default_factory=lambda: [[("?", "")] * SIZE.width for _ in range(SIZE.height)]
    )
    x: int = 0
    y: int = 0
    codes: str = ""

    def write(self, written: str) -> None:
        """Take what the program writes."""
        while written:
            if written.startswith("\x1b["):
                end = next(i for i, sign in enumerate(written[2:], 2) if sign.isalpha())
                self.obey(written[end], written[2:end])
                written = written[end + 1 :]
            else:
                self.put(written[0])
                written = written[1:]

    def obey(self, order: str, numbers: str) -> None:
        """Do what an escape sequence says; refuse one that is not known."""
        if order == "H":
            self.y, self.x = (int(number) - 1 for number in numbers.split(";"))
        elif order == "K":
            assert not self.codes
            self.cells[self.y][self.x :] = [BLANK] * (SIZE.width - self.x)
        else:
            assert order == "m"
            self.codes = numbers.removeprefix("0;") if numbers != "0" else ""

    def put(self, sign: str) -> None:
        """Write a sign where the terminal's cursor is."""
        width = Segment(sign).cell_length
        self.cells[self.y][self.x : self.x + width] = [
            (sign, self.codes), *[("", self.codes)] * (width - 1)
        ]  # fmt: skip
        self.x += width
        assert self.x <= SIZE.width


def strip(line: list[tuple[str, Style | None]]) -> Strip:
    return Strip([Segment(*piece) for piece in line]).adjust_cell_length(SIZE.width)


def update(frame: list[list[tuple[str, Style | None]]]) -> LayoutUpdate:
    return LayoutUpdate([[strip(line)] for line in frame], Region(0, 0, *SIZE))


def shown_whole(frame: list[list[tuple[str, Style | None]]]) -> list[list[Cell]]:
    screen = Screen()
    for y, line in enumerate(frame):
        screen.x, screen.y = 0, y
        screen.write(strip(line).render(CONSOLE).replace("\x1b[0m", "\x1b[m"))
    return screen.cells


@given(st.lists(FRAME, min_size=1, max_size=4))
def test_what_is_written_brings_the_terminal_to_every_frame(
    frames: list[list[list[tuple[str, Style | None]]]],
) -> None:
    sheet, screen = Sheet(), Screen()
    for frame in frames:
        assert sheet.take(update(frame), SIZE, CONSOLE)
        screen.write(sheet.changes())
        assert screen.cells == shown_whole(frame)
        assert not sheet.changes()


@given(FRAME)
def test_what_was_forgotten_is_written_whole(
    frame: list[list[tuple[str, Style | None]]],
) -> None:
    sheet = Sheet()
    sheet.take(update(frame), SIZE, CONSOLE)
    sheet.changes()
    sheet.forget()
    screen = Screen()
    screen.write(sheet.changes())
    assert screen.cells == shown_whole(frame)


def test_a_changed_sign_costs_a_move_and_the_sign() -> None:
    sheet = Sheet()
    take = partial(sheet.take, size=SIZE, console=CONSOLE)
    take(update([[("satu", None)], [("dua", None)], []]))
    sheet.changes()
    take(update([[("satu", None)], [("dia", None)], []]))
    assert sheet.changes() == "\x1b[2;2Hi"


@pytest.mark.parametrize("other", [None, "teks"])
def test_what_is_no_part_of_a_screen_is_left_to_textual(other: object) -> None:
    assert not Sheet().take(other, SIZE, CONSOLE)
