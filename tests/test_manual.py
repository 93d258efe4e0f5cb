"""The manual says what the program has: its screens, keys, commands and options."""

import base64
import re
import zlib
from collections.abc import Iterator

import pytest
from rich.console import Console

from skp_tui.cli.grammar import BELUM_ADA, build_parser
from skp_tui.ui.actions.model import Room
from skp_tui.ui.actions.registry import actions_of
from skp_tui.ui.manual import pages as manual
from skp_tui.ui.manual.pages import COMMANDS, EXAMPLE, FOLDER, Page, Section
from skp_tui.ui.manual.text import help_text
from tests.booklet.__main__ import FOLDER as BUILT
from tests.booklet.__main__ import MADE
from tests.booklet.keys import own, shared
from tests.cli.grammar import commands, options

WIDTH, HEIGHT = 72, 20
"""What of a page is seen at once at 80 x 24."""
SCREENFULS = 2.5
LONGEST_TITLE = 28
OF_WIDGETS = frozenset({"Enter", "Esc", "Tab", "Shift+Tab", "Backspace", "Shift+panah"})
"""Keys that every list, field and window has; none of them is named in the registry of a room."""
OF_THE_TERMINAL = frozenset({"Ctrl+Shift+V"})
NAMED = re.compile(
    r"(?<![\w+])(?:(?:Ctrl|Shift)\+(?:Shift\+)?\w+|F\d+|Enter|Esc|Tab|Delete|Insert|Spasi|Backspace)\b"
    r"|(?<!tombol )(?<![\w/.:\\<>\"(+-])[A-Z](?![\w/.:\\'+-])"
)
ELSEWHERE = re.compile(r" di layar ([A-Z]\w+)")
SCREEN = re.compile(r"\blayar ([A-Z]\w+)")
ROOMS = [room.value for room in Room]


def texts(halaman: Page) -> Iterator[tuple[Section | None, str]]:
    """Yield the paragraphs of a page but its examples, each with its section."""
    yield from ((None, part) for part in halaman.intro)
    for satu in halaman.sections:
        yield from ((satu, part) for part in satu.text if not part.startswith(EXAMPLE))


def keys_of(room: str) -> set[str]:
    """Return the keys of a room as a page names them."""
    found = set(OF_WIDGETS | OF_THE_TERMINAL)
    for action in actions_of(Room(room)):
        found.add(action.label)
        found.update(key.replace("ctrl+", "Ctrl+").upper().replace("CTRL+", "Ctrl+")
                     for key in action.keys)  # fmt: skip
        found.update(key.capitalize() for key in action.keys)
    return found


def rooms_called(word: str) -> list[str]:
    """Return the rooms whose page begins with a word."""
    return [room for room in ROOMS if manual.page(room).title.split()[0] == word]


def test_every_room_has_its_page_and_every_page_its_room() -> None:
    pages = {path.stem for path in FOLDER.glob("*.md")}
    assert pages == {*ROOMS, COMMANDS}
    assert manual.OTHERS not in manual.chapters(), "give the new screen its place in a chapter"
    assert sorted(manual.names()) == sorted(pages)


@pytest.mark.parametrize("name", manual.names())
def test_a_page_has_a_short_title_and_is_read_in_two_screenfuls(name: str) -> None:
    halaman = manual.page(name)
    raw = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    assert raw.startswith("# ")
    assert 0 < len(halaman.title) <= LONGEST_TITLE
    assert halaman.intro
    assert not any(not satu.text for satu in halaman.sections)
    body = [*halaman.intro]
    for satu in halaman.general:
        body += [satu.title, *satu.text]
    console = Console(width=WIDTH)
    lines = sum(len(console.render_lines(part, pad=False)) for part in body)
    assert lines <= SCREENFULS * HEIGHT, f"{lines} lines before its fields"


@pytest.mark.parametrize("name", manual.names())
def test_what_a_page_says_of_one_field_stays_short(name: str) -> None:
    for satu in manual.page(name).fields:
        assert len(" ".join(satu.text)) <= 14 * WIDTH, satu.title


def test_no_two_pages_and_no_two_sections_of_a_page_have_the_same_title() -> None:
    titles = [manual.page(name).title for name in manual.names()]
    assert len(titles) == len(set(titles))
    for name in manual.names():
        sections = [satu.title for satu in manual.page(name).sections]
        topics = [topic for satu in manual.page(name).sections for topic in satu.topics]
        assert len(sections) == len(set(sections)), name
        assert len(topics) == len(set(topics)), name


@pytest.mark.parametrize("room", ROOMS)
def test_each_key_that_a_page_names_is_one_of_its_screen(room: str) -> None:
    known = keys_of(room)
    for satu, text in texts(manual.page(room)):
        for found in NAMED.finditer(text):
            key = found.group()
            if len(key) == 1 and satu is not None and satu.topics:
                continue  # a letter there is one of the window that the section is about
            there = ELSEWHERE.match(text, found.end())
            if there is None:
                assert key in known, f"{key}: {text}"
            else:
                assert any(key in keys_of(other) for other in rooms_called(there[1])), text


@pytest.mark.parametrize("name", manual.names())
def test_each_screen_that_a_page_sends_to_has_its_page(name: str) -> None:
    for _, text in texts(manual.page(name)):
        for found in SCREEN.finditer(text):
            assert rooms_called(found[1]), f"{found.group()}: {text}"


@pytest.mark.parametrize("room", ROOMS)
def test_the_help_and_the_printed_page_name_every_key_of_the_screen(room: str) -> None:
    shown = help_text(room).plain
    printed = {action.id for action in (*shared(), *own(Room(room)))}
    for action in actions_of(Room(room)):
        assert not action.label or f"{action.label:<9} {action.tooltip}" in shown
        assert not action.label or action.id in printed


def test_the_page_of_the_commands_names_every_command_and_every_option() -> None:
    halaman = manual.page(COMMANDS)
    whole = " ".join((*halaman.intro, *(part for satu in halaman.sections for part in satu.text)))
    titles = " ".join(satu.title for satu in halaman.sections)
    for name, parser in commands().items():
        assert re.search(rf"\b{name}\b", f"{whole} {titles}"), name
        if name in BELUM_ADA:
            continue
        own_part = next(satu for satu in halaman.sections if re.search(rf"\b{name}\b", satu.title))
        for option in options(parser):
            assert option in " ".join(own_part.text), f"{name} {option}"
    for option in options(build_parser()):
        assert option in whole, option


def streams(pdf: bytes) -> list[bytes]:
    """Return what the pages of a PDF hold; how tightly it was packed is up to the packer."""
    found = []
    for body in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        packed = base64.a85decode(body.strip(), adobe=True) if b"~>" in body else body
        found.append(zlib.decompress(packed))
    return found


@pytest.mark.parametrize("name", MADE)
def test_the_printed_manual_and_the_card_are_those_of_this_program(name: str) -> None:
    made, kept = streams(MADE[name]()), streams((BUILT / name).read_bytes())
    assert len(made) > 0
    assert made == kept, "run python -m tests.booklet"


def test_the_files_are_small_and_the_card_is_one_page() -> None:
    for name in MADE:
        assert (BUILT / name).stat().st_size < 300_000
    card = (BUILT / "kartu-tombol.pdf").read_bytes()
    assert card.count(b"/Type /Page\n") + card.count(b"/Type /Page ") == 1


def test_what_is_printed_does_not_tell_when_it_was_made() -> None:
    for make in MADE.values():
        assert make() == make()
