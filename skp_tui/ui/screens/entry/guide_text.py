"""The lines below the grids of an entry screen: as many as always, for nothing may jump."""

from rich.cells import chop_cells
from rich.text import Text

from skp_tui.ui.widgets.grid.paint import wrap
from skp_tui.ui.widgets.lines import cut, joined, line


def stacked(texts: list[str], width: int, most: int) -> Text:
    """Return as many lines as always, so that nothing moves when the cursor does.

    The first text takes the lines that the others leave; where they leave none, the last ones stay.
    """
    last = texts[1:][-most:]
    rows = [*wrap(texts[0], width, most - len(last), "…"), *last] if len(last) < most else last
    rows = [*rows, *(" " for _ in range(most - len(rows)))]
    return joined([cut(line(row), width) for row in rows], "\n")


def broken(text: str, width: int, most: int) -> list[str]:
    """Break a text at words; where that alone loses its end, as of a link, anywhere."""
    rows = wrap(text, width, most, "…")
    if "".join("".join(rows).split()) == "".join(text.split()):
        return rows
    anywhere = [row.strip() for row in chop_cells(text, width)]
    return anywhere if len(anywhere) <= most else rows
