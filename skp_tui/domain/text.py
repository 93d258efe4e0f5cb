"""Text that people typed or that files brought: one place takes the harmful signs out."""

import re
import unicodedata
from typing import Final

PARAGRAPH: Final = 2000
"""Signs that a paragraph which somebody types may have: a page of a form."""

# Cc control, Cf format (soft hyphen, bidirectional marks, zero width), Cs lone surrogates,
# Co private use, Zl and Zp line and paragraph separators: none of them is part of a name, and
# each of them can move the cursor, hide text or change the terminal.
_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})

# Whole sequences, so that "\x1b[31mSari" leaves "Sari" and not "[31mSari": CSI with its letter, and
# OSC, DCS, SOS, PM and APC up to their end. A lone ESC goes with the control signs.
_ESCAPE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@A-Za-z`~]"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"
)
_BREAK = re.compile(r"\r\n|[\n\r\t\v\f\x85\u2028\u2029]")


def ended(text: str) -> str:
    """Return words with one full stop behind them; the name of a degree brings its own."""
    return text if text.endswith(".") else f"{text}."


def clean(text: str) -> str:
    """Return the text without control, format and bidirectional signs, blanks at the ends cut off.

    A tab or a line end becomes one blank, so that two words never grow together. A terminal escape
    goes as a whole.
    """
    # what is printable is none of them, in any script
    if text.isprintable():
        return text.strip()
    spaced = _BREAK.sub(" ", _ESCAPE.sub("", text))
    kept = (sign for sign in spaced if unicodedata.category(sign) not in _HARMFUL)
    return "".join(kept).strip()
