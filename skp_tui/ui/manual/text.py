"""A page of the manual as it is read on the screen."""

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from skp_tui.ui.manual.pages import EXAMPLE, ITEM, Section, page
from skp_tui.ui.manual.plain import KEYS, keys_of

FIELDS: Final = "Isian, kolom dan jendela di layar ini"
KEY_WIDTH: Final = 9


def help_text(name: str, first: Section | None = None) -> Text:
    """Return a page: the section asked for, the screen, its keys, then everything else."""
    halaman = page(name)
    text = Text(end="")
    if first is not None:
        _append(text, first.title, first.text)
    _append(text, halaman.title, halaman.intro)
    for satu in halaman.general:
        if satu != first:
            _append(text, satu.title, satu.text)
    _append_keys(text, name)
    rest = [satu for satu in halaman.fields if satu != first]
    if rest:
        text.append(f"{FIELDS}\n\n", style="bold underline")
    for satu in rest:
        _append(text, satu.title, satu.text)
    text.rstrip()
    return text


def section_of(names: Sequence[str], topics: Sequence[str]) -> Section | None:
    """Return what some pages say about the nearest topic that any of them knows."""
    found = (page(name).about([topic]) for topic in topics for name in names)
    return next((satu for satu in found if satu is not None), None)


def _append(text: Text, title: str, paragraphs: Sequence[str]) -> None:
    text.append(f"{title}\n", style="bold")
    for number, part in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else ""
        listed = part.startswith(ITEM) and following.startswith(ITEM)
        if part.startswith(EXAMPLE):
            text.append(EXAMPLE, style="bold")
            part = part.removeprefix(EXAMPLE)  # noqa: PLW2901 - the rest of it
        text.append(part)
        text.append("\n" if listed else "\n\n")


def _append_keys(text: Text, name: str) -> None:
    keys = tuple(keys_of(name))
    if not keys:
        return
    text.append(f"{KEYS}\n", style="bold")
    for label, words in keys:
        text.append(f"{label:<{KEY_WIDTH}} ", style="bold")
        text.append(f"{words}\n")
    text.append("\n")
