"""What typed texts of all kinds of rows have in common: clearing, words, numbers, the refusal."""

from decimal import Decimal
from typing import Final

from skp_tui.domain.number import NumberError, parse_number

CLEARING: Final = frozenset({"-", "–"})


class Refusal(Exception):  # noqa: N818 - not an error of the program
    """Says in one sentence why a typed text cannot be stored."""


def typed_words(kolom: str, text: str) -> str:
    """Return a text; raises Refusal for an empty uraian."""
    if kolom == "uraian" and not text:
        raise Refusal("uraian tidak boleh kosong; F8 menghapus barisnya, Esc membatalkan")
    return text


def typed_number(text: str, *, money: bool = False) -> Decimal | None:
    """Return a number, None for a cleared cell; raises Refusal."""
    if not text or text in CLEARING:
        return None
    try:
        return parse_number(text, ",", money=money)
    except NumberError as error:
        raise Refusal(str(error)) from None
