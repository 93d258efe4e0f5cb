"""Signs of screens and names as a terminal without anything but ASCII can show them."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from rich.cells import cell_len, set_cell_size

SIGNS: Final = {
    **dict.fromkeys("─━═–—−‐‑‒―▔▀", "-"),
    **dict.fromkeys("│┃║▏▎▍▌▐▕¦", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛╔╗╚╝", "+"),
    **dict.fromkeys("█▉▊▋■▓▒░▇▆▅▄", "#"),
    **dict.fromkeys("▃▂▁", "_"),
    **dict.fromkeys("·•●∙▪", "*"),
    **dict.fromkeys("○◦°", "o"),
    **dict.fromkeys("›→▶▸►⇒", ">"),
    **dict.fromkeys("‹«←◀◂◄⇐", "<"),
    **dict.fromkeys("↑▲▴△", "^"),
    **dict.fromkeys("↓▼▾▽", "v"),
    **dict.fromkeys("“”„″", '"'),
    **dict.fromkeys("‘’‚′´", "'"),
    **dict.fromkeys("≈…", "~"),
    # the mark of a cell in a block, beside the > of the cursor
    "»": "+",
    "×": "x", "÷": "/", "±": "~", "≤": "<", "≥": ">", "≠": "!", "✓": "v", "✔": "v", "✗": "x",
    "✘": "x", "§": "S", "¢": "c", "£": "L", "¥": "Y", "©": "c", "®": "R", "¡": "!", "¿": "?",
    "æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d",
    "Ð": "D", "ł": "l", "Ł": "L", "ß": "s", "þ": "t", "Þ": "T", "ı": "i", "€": "E",
}  # fmt: skip
"""What stands for a sign in the one cell that it has."""
LONGER: Final = {"≤ ": "<=", "≥ ": ">=", "± ": "+-", "≠ ": "!="}
"""Signs that would mean something else in one cell, and take the blank behind them as well."""

_LONGER: Final = re.compile("|".join(LONGER))
_SEPARATOR: Final = re.compile(r"(?:(?<=\S )|(?<=^ ))·(?= |$)")
"""The dot between two pieces of a line; alone it is the mark of a cell that is being saved."""


@lru_cache(4096)
def ascii_text(text: str) -> str:
    """Return a piece of a line in ASCII, exactly as many cells long as before.

    A letter loses its accent; what has no likeness becomes a question mark, never nothing.
    """
    if text.isascii():
        return text
    text = _SEPARATOR.sub("|", _LONGER.sub(lambda found: LONGER[found[0]], text))
    plain = "".join(sign if sign.isascii() else _likeness(sign) for sign in text)
    return set_cell_size(plain, cell_len(text))


@lru_cache(1024)
def _likeness(sign: str) -> str:
    width = cell_len(sign)
    bare = "".join(one for one in unicodedata.normalize("NFKD", sign) if one.isascii())
    if sign in SIGNS:
        found = SIGNS[sign]
    elif 0 < len(bare) <= width and bare.isprintable():
        found = bare
    else:
        found = "?" * width
    return found.ljust(width)
