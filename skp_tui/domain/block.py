"""Blocks of cells as spreadsheets hand them on: lines of texts between tabs or semicolons."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from skp_tui.domain.text import clean

Cells = tuple[tuple[str, ...], ...]

MOST_SIGNS: Final = 500_000
MOST_CELLS: Final = 50_000

_TAB: Final = "\t"
_SEMICOLON: Final = ";"
_NONE: Final = ""


def _cell_between(sign: str) -> re.Pattern[str]:
    """Match one cell with what ends it.

    It is quoted only where its closing quote ends it: "Siaga" 2017 is a text as it stands.
    """
    end = rf"{sign}|\r\n|\r|\n|\Z" if sign else r"\r\n|\r|\n|\Z"
    return re.compile(rf'(?:"(?P<quoted>(?:[^"]|"")*+)"|(?P<bare>[^{sign}\r\n]*))(?P<end>{end})')


_CELL: Final = {sign: _cell_between(sign) for sign in (_TAB, _SEMICOLON, _NONE)}


_BREAKS: Final = re.compile(r"[ \t]*[\r\n]+[ \t]*")
_RETURNS: Final = re.compile(r"\r+")


class BlockError(ValueError):
    """Says in one Indonesian sentence why a pasted text is not taken."""


def parse_block(text: str) -> Cells:
    """Read a pasted text as lines of cells, each cleaned; raises BlockError where it is too large.

    Tabs part the cells; without any, semicolons do, unless they stand in a sentence. One line end
    at the end belongs to the last line. An empty text has no cells.
    """
    if len(text) > MOST_SIGNS:
        raise _too_large(MOST_SIGNS, "huruf")
    cells = _parse(_with_breaks(text))
    if sum(map(len, cells)) > MOST_CELLS:
        raise _too_large(MOST_CELLS, "sel")
    return cells


def _too_large(most: int, what: str) -> BlockError:
    return BlockError(
        f"Tempelan terlalu besar, lebih dari {most // 1000} ribu {what}; salin sebagian saja."
    )


def _parse(text: str) -> Cells:
    sign = _TAB
    if _TAB not in text:
        sign = _SEMICOLON if _is_table(text) else _NONE
    return tuple(tuple(clean(cell) for cell, _ in line) for line in _lines(text, sign))


def _is_table(text: str) -> bool:
    """Say whether semicolons part cells: as many in every line, and none as in a sentence."""
    lines = list(_lines(text, _SEMICOLON)) if _SEMICOLON in text else []
    in_words = any(bare and cell[:1].isspace() for line in lines for cell, bare in line[1:])
    return not in_words and len({len(line) for line in lines}) == 1


def _lines(text: str, sign: str) -> Iterator[list[tuple[str, bool]]]:
    """Yield the cells of every line, each with whether it stood without quotes."""
    line: list[tuple[str, bool]] = []
    place, matches = 0, _CELL[sign].match
    while place < len(text) or line:
        found = matches(text, place)
        if found is None:
            raise AssertionError("a bare cell of no sign always matches")
        quoted, bare, end = found.group("quoted", "bare", "end")
        line.append((bare, True) if quoted is None else (_unquoted(quoted), False))
        place = found.end()
        if not sign or end != sign:
            yield line
            line = []


def _unquoted(text: str) -> str:
    return _BREAKS.sub(" ", text.replace('""', '"'))


def _with_breaks(text: str) -> str:
    """Mend line ends of which a terminal made two returns each, as tmux does of Windows' ones."""
    doubled = "\n" not in text and all(len(run) % 2 == 0 for run in _RETURNS.findall(text))
    return text.replace("\r\r", "\n") if doubled else text


def block_text(cells: Sequence[Sequence[str]]) -> str:
    """Write cells as a spreadsheet does, so that reading the text gives them back.

    Quotes stand only where it could be read in another way without.
    """
    plain = _joined(cells)
    if _parse(plain) == tuple(map(tuple, cells)):
        return plain
    return _joined([['"{}"'.format(cell.replace('"', '""')) for cell in line] for line in cells])


def _joined(cells: Sequence[Sequence[str]]) -> str:
    text = "\n".join(_TAB.join(line) for line in cells)
    return f"{text}\n" if len(cells) > 1 else text
