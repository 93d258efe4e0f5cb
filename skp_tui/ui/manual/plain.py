"""A page of the manual as plain text, and the keys of its screen; needs no Textual."""

from collections.abc import Iterator
from typing import Final

from skp_tui.ui.actions.model import Room
from skp_tui.ui.actions.registry import actions_of
from skp_tui.ui.manual.pages import ITEM, Page

KEYS: Final = "Tombol"


def keys_of(name: str) -> Iterator[tuple[str, str]]:
    """Yield the keys of a page's screen, each with what it does; a page without screen has none."""
    if name in set(Room):
        for action in actions_of(Room(name)):
            if action.label:
                yield action.label, action.tooltip


def plain(halaman: Page) -> Iterator[str]:
    """Yield the paragraphs of a whole page, for where there is neither bold nor scrolling."""
    yield halaman.title.upper()
    yield from halaman.intro
    for satu in (*halaman.general, *halaman.fields):
        yield satu.title.upper()
        yield from satu.text
    keys = tuple(keys_of(halaman.name))
    if keys:
        yield KEYS.upper()
        yield from (f"{ITEM}{label}: {words}" for label, words in keys)
