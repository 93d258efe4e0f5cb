"""The two lists of pairing columns: our columns with their pairs, and the top of the file."""

from collections.abc import Mapping, Sequence
from typing import Final

from rich.text import Text

from skp_tui.domain.text import clean
from skp_tui.exchange.columns.leftovers import numbers_rows
from skp_tui.exchange.columns.proposing import Contoh
from skp_tui.exchange.kinds.kinds import Jenis, Kolom
from skp_tui.exchange.reading.table_model import Mentah
from skp_tui.exchange.reading.windows import column_name
from skp_tui.ui.screens.form.field import Pilihan
from skp_tui.ui.screens.impor.words import column_words
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.lines import cut, line

NONE: Final = "-"
WIDE: Final = 100
LONGEST: Final = 40
LINE: Final = Column("baris", "Baris", 9, align="right", frozen=True)
HEADER: Final = "judul"
_CELL: Final = 14

PAIRS: Final = (
    Column("kolom", "Kolom", 21, frozen=True),
    Column("berkas", "Di berkas", 26),
    Column("contoh", "Contoh isinya", 20, flexible=True),
)


def pair_columns(width: int) -> tuple[Column, ...]:
    """Return the columns of the pairs for a width."""
    first, second, third = PAIRS
    if width < WIDE:
        return PAIRS
    return (
        Column(first.key, first.title, 30, frozen=True),
        Column(second.key, second.title, 40),
        third,
    )


def ordered(jenis: Jenis) -> list[Kolom]:
    """Return the columns of a kind, the required ones first."""
    return sorted(jenis.kolom, key=lambda kolom: not kolom.wajib)


def pair_row(
    kolom: Kolom, contoh: Contoh, baris: int, pairs: Mapping[str, int], given: Mapping[str, str]
) -> Row:
    """Return the line of one of our columns, with the file's that stands for it."""
    name = f"{column_words(kolom.nama)} *" if kolom.wajib else column_words(kolom.nama)
    index = pairs.get(kolom.nama)
    if index is not None:
        title = file_column(contoh, baris, index)
        return Row(kolom.nama, (name, title, contoh.isi(baris, index)))
    if kolom.nama in given:
        return Row(kolom.nama, (name, "– semua baris:", given[kolom.nama]), mark="muted")
    if kolom.wajib:
        return Row(kolom.nama, (name, "? belum: Enter memilih", ""), mark="warning")
    return Row(kolom.nama, (name, "–", ""), mark="muted")


def file_column(contoh: Contoh, baris: int, index: int) -> str:
    """Return a column of the file as spreadsheets name it, with its header."""
    sel = contoh.judul(baris).sel
    title = clean(sel[index]) if index < len(sel) else ""
    return f"{column_name(index)}  {title or '(tanpa judul)'}"


def choices(contoh: Contoh, baris: int, pairs: Mapping[str, int]) -> list[Pilihan]:
    """Return the columns of the file to pick from, with what they hold and what has them."""
    owners = {index: nama for nama, index in pairs.items()}
    width = len(contoh.judul(baris).sel)
    found = [Pilihan(NONE, "–  tidak ada di berkas ini")]
    for index in range(width):
        text = f"{file_column(contoh, baris, index):<26} {_short(contoh.isi(baris, index))}"
        if index in owners:
            text += f"  (dipakai {column_words(owners[index])})"
        found.append(Pilihan(str(index), text))
    return found


def unused(contoh: Contoh, baris: int, pairs: Mapping[str, int]) -> list[str]:
    """Return the titled columns of the file that nothing is paired with, in words."""
    titles = contoh.judul(baris).sel
    return [f"{column_name(i)} {clean(titles[i])}" for i in free(contoh, baris, pairs)]


def free(contoh: Contoh, baris: int, pairs: Mapping[str, int]) -> list[int]:
    """Return the titled columns of the file that nothing is paired with.

    Empty ones and running numbers are nothing to pair; totals stand below these.
    """
    taken, below = set(pairs.values()), contoh.di_bawah(baris)
    found = []
    for index, title in enumerate(contoh.judul(baris).sel):
        cells = [row.sel[index] for row in below if index < len(row.sel)]
        numbers = [text for text in cells if text.strip(" .").isdigit()]
        counts = bool(numbers) and numbers_rows(title, numbers)
        if index not in taken and title.strip() and any(map(str.strip, cells)) and not counts:
            found.append(index)
    return found


def unused_line(names: Sequence[str], width: int) -> Text:
    """Say which columns of the file nothing is paired with: as many as fit, the others counted."""
    for shown in range(len(names), 0, -1):
        rest = f" dan {len(names) - shown} lagi" if shown < len(names) else ""
        found = line(f"Belum dipakai: {', '.join(names[:shown])}{rest}.")
        if found.cell_len <= width:
            return found
    return cut(line(f"Belum dipakai: {', '.join(names)}."), width)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def top_columns(contoh: Contoh) -> tuple[Column, ...]:
    """Return a column for each of the file, named as spreadsheets do."""
    width = max(len(mentah.sel) for mentah in contoh.baris)
    return (LINE, *(Column(str(i), column_name(i), _CELL) for i in range(width)))


def top_row(mentah: Mentah, width: int, *, header: bool) -> Row:
    """Return a line of the file with its number; the header says so in words."""
    number = f"{HEADER} {mentah.baris}" if header else str(mentah.baris)
    cells = (number, *mentah.sel, *[""] * width)[:width]
    return Row(str(mentah.baris), cells, mark="warning" if header else "")
