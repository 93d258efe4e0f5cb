"""The choices of a cell: one key takes one, and a pasted text is understood as one of them."""

from typing import Final

from skp_tui.domain.text import clean
from skp_tui.record import record

EMPTY: Final = frozenset({"", "-", "–"})
"""Texts that say that nothing is chosen."""


@record
class Pilihan:
    """Describe one choice: the words that are shown and submitted, and what else means it.

    Its number among the choices takes it, and each sign of `keys`; `also` are the longer words and
    codes by which files and other cells name it, for what is pasted or typed out.
    """

    text: str
    keys: str = ""
    also: tuple[str, ...] = ()


Choices = tuple[Pilihan, ...]


def choice_of_key(choices: Choices, sign: str) -> Pilihan | None:
    """Find the choice that one typed sign takes, capital or not."""
    sign = sign.casefold()
    for number, choice in enumerate(choices, start=1):
        if sign == str(number) or sign in choice.keys.casefold():
            return choice
    return None


def choice_of_beginning(choices: Choices, typed: str) -> Pilihan | None:
    """Find the first choice of which a word begins as typed; a sign alone may be a key of it."""
    begin = typed.casefold()
    if len(begin) == 1:
        return choice_of_key(choices, begin)
    for choice in choices:
        if any(name.casefold().startswith(begin) for name in (choice.text, *choice.also)):
            return choice
    return None


def choice_of_text(choices: Choices, text: str) -> Pilihan | None:
    """Find the choice that a whole text names: its words, another name or a key of it."""
    meant = clean(text).casefold()
    for choice in choices:
        if meant in {name.casefold() for name in (choice.text, *choice.also)}:
            return choice
    return choice_of_key(choices, meant) if len(meant) == 1 else None


def text_meant(choices: Choices, text: str) -> str:
    """Return the words of the choice that a text names, nothing for a dash, else the text."""
    if not choices:
        return text
    if clean(text) in EMPTY:
        return ""
    found = choice_of_text(choices, text)
    return text if found is None else found.text


def words_of(choices: Choices) -> str:
    """Name every choice with the number that takes it."""
    return " · ".join(f"{number} {choice.text}" for number, choice in enumerate(choices, start=1))


def refusal_of(choices: Choices, text: str) -> str:
    """Say what is wrong with a text in a cell of choices, nothing when it is one or empty."""
    if not choices or not text or choice_of_text(choices, text) is not None:
        return ""
    return f"“{clean(text)}” bukan pilihan di sini; pilih {words_of(choices)}."
