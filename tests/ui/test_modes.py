"""Every screen in each theme, in sixteen colours, without colours and in ASCII."""

import re
from collections.abc import Iterator

import pytest
from rich.color import Color, ColorType
from rich.console import Console
from rich.style import Style
from textual.color import Color as TextualColor
from textual.widgets import Input, OptionList, TextArea

from skp_tui.ui.app import SkpApp
from skp_tui.ui.screens.form.field import ChoiceEntry
from skp_tui.ui.terminal.abilities import Terminal
from skp_tui.ui.terminal.filters import ONLY_ASCII
from skp_tui.ui.widgets.grid.grid import Grid
from tests.ui.conftest import Open
from tests.ui.modes import Looking, Seen, look_around, looks

EATEN = "≤≥±≠"
"""Signs that take the blank behind them when they are written in ASCII."""
COLOUR = re.compile(r"\x1b\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[\d;]*)?m")
CHEAP = {"default", "color(9)"}
"""The terminal's own colours and bright red: read on black and on white alike."""
CONSOLES = {
    "Windows 10": ("#0C0C0C", "#E74856"),
    "Windows, older": ("#000000", "#FF0000"),
    "PuTTY, Linux": ("#000000", "#FF5555"),
    "xterm": ("#000000", "#FF0000"),
}
"""What consoles show for black and bright red."""
NO_COLOUR = TextualColor(0, 0, 0)
READABLE = {"gelap": 4.5, "terang": 7.0}


@pytest.fixture(scope="module")
def views() -> list[dict[str, Seen]]:
    return []


async def test_every_screen_says_the_same_words_in_every_theme_and_without_colours(
    open_program: Open, views: list[dict[str, Seen]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SkpApp, "NOTIFICATION_TIMEOUT", 600)
    async with open_program() as program:
        looking = Looking(program.app, program.pilot, program.sitting, program.log)
        await look_around(looking)
    views.extend(looking.seen)
    assert len(views) > 30
    for shown in views:
        for other in shown.values():
            assert other.text == shown["gelap"].text, (other.screen, other.mode)


async def test_every_screen_is_written_in_ascii_without_losing_a_sign(
    open_program: Open, views: list[dict[str, Seen]]
) -> None:
    """The filter is one for all screens: that the program uses it is looked at on one of them."""
    for seen in shown_in(views, "polos"):
        lines = [ONLY_ASCII.apply(line, NO_COLOUR) for line in seen.lines]
        plain = "\n".join("".join(one.text for one in line).rstrip() for line in lines)
        assert_same_in_ascii(seen.text, plain, seen.screen)
    async with open_program() as program:
        before = program.screen_text()
        program.app.terminal = Terminal(ascii=True)
        program.app.use_settings({})
        await program.settle()
        assert "·" in before
        assert_same_in_ascii(before, program.screen_text(), "Unit")


def assert_same_in_ascii(reference: str, other: str, told: object) -> None:
    assert len(reference) == len(other), told
    before = ""
    for sign, plain in zip(reference, other, strict=True):
        assert plain == "\n" or " " <= plain <= "~", (told, sign, plain)
        if sign.isascii() and not (sign == " " and before in EATEN):
            assert sign == plain, (told, reference, other)
        assert sign == " " or plain != " ", (told, sign)
        before = sign


def shown_in(views: list[dict[str, Seen]], mode: str) -> Iterator[Seen]:
    assert views, "the walk has failed"
    return (shown[mode] for shown in views)


def test_sixteen_colours_are_the_terminal_s_own_and_read_on_black_and_on_white(
    views: list[dict[str, Seen]],
) -> None:
    used = set()
    for seen in shown_in(views, "16-warna"):
        for line in seen.lines:
            for segment in line:
                style = looks(segment)
                for colour in (style.color, style.bgcolor):
                    if colour is not None:
                        assert colour.type in {ColorType.DEFAULT, ColorType.STANDARD}, seen.text
                        used.add(colour.name)
    assert used <= CHEAP


@pytest.mark.parametrize("console", CONSOLES)
def test_the_colour_is_read_on_the_black_and_on_the_white_of_every_console(console: str) -> None:
    black, red = map(Color.parse, CONSOLES[console])
    assert contrast(red, black) > 4.5
    assert contrast(red, Color.parse("#FFFFFF")) > 3


async def test_in_sixteen_colours_who_is_to_be_seen_to_is_heavy_and_who_does_not_count_faint(
    open_program: Open,
) -> None:
    async with open_program(size=(80, 60)) as program:
        program.app.use_settings({"tema": "16-warna"})
        await program.settle()
        people = program.unit.people
        assert people.cursor_row == people.rows[0].key
        of_rows = [styles_of(people, place) for place in range(len(people.rows))]
        marked = {
            row.mark: styles for row, styles in zip(people.rows[1:], of_rows[1:], strict=True)
        }
        assert all(style.bold and not style.dim for style in marked["warning"])
        assert all(style.dim and not style.bold for style in marked["muted"])
        assert not any(style.bold or style.dim for style in marked[""])
        place = next(i for i, row in enumerate(people.rows) if row.mark == "muted")
        people.move_to(people.rows[place].key)
        await program.settle()
        assert all(style.reverse and not style.dim for style in styles_of(people, place))


def styles_of(grid: Grid, place: int) -> list[Style]:
    """Return how the words of a row are drawn, without the sign of the cursor before them."""
    line = list(grid.render_line(grid.header_height + place))[1:]
    return [looks(segment) for segment in line if segment.text.strip()]


def test_without_colours_no_order_for_a_colour_is_written(views: list[dict[str, Seen]]) -> None:
    console = Console(force_terminal=True, color_system="truecolor", legacy_windows=False)
    for seen in shown_in(views, "polos"):
        written = "".join(
            looks(segment).render(segment.text, color_system=console._color_system)
            for line in seen.lines
            for segment in line
        )
        assert not COLOUR.search(written), (seen.screen, COLOUR.search(written))


@pytest.mark.parametrize("mode", ["16-warna", "polos"])
def test_the_cursor_is_seen_without_colours(views: list[dict[str, Seen]], mode: str) -> None:
    for seen in shown_in(views, mode):
        widget = seen.focused
        if isinstance(widget, Grid) and not widget.rows:
            continue
        if isinstance(widget, Grid | OptionList | Input | TextArea | ChoiceEntry) and seen.cursor:
            styles = [looks(segment) for line in seen.cursor for segment in line]
            text = "\n".join("".join(one.text for one in line) for line in seen.cursor)
            marked = any(style.reverse for style in styles)
            assert marked, (seen.screen, widget, text)


@pytest.mark.parametrize("mode", READABLE)
def test_every_text_stands_out_from_what_it_is_written_on(
    views: list[dict[str, Seen]], mode: str
) -> None:
    faint: dict[tuple[str, str], tuple[float, str, str]] = {}
    for seen in shown_in(views, mode):
        for line in seen.lines:
            for segment in line:
                if segment.text.strip(" ─│┌┐└┘"):
                    style = looks(segment)
                    assert not style.dim, (seen.screen, segment.text)
                    assert style.color is not None
                    assert style.bgcolor is not None
                    ratio = contrast(style.color, style.bgcolor)
                    if ratio < READABLE[mode]:
                        pair = (style.color.name, style.bgcolor.name)
                        faint[pair] = (round(ratio, 2), seen.screen, segment.text)
    assert not faint, "\n".join(f"{pair} {found}" for pair, found in faint.items())


def contrast(one: Color, other: Color) -> float:
    """Return the ratio of WCAG 2: 1 is the same, 21 black on white."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: Color) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in colour.get_truecolor())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
