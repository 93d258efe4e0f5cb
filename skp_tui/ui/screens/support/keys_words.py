"""What the screen Coba tombol draws: the key asked for, the last one, the table, what helps."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from rich.text import Text

from skp_tui.ui.keys.in_between import Alat
from skp_tui.ui.keys.keepers import keepers_of
from skp_tui.ui.keys.names import key_name
from skp_tui.ui.keys.table import Tombol
from skp_tui.ui.keys.trial import Percobaan
from skp_tui.ui.keys.ways import ways
from skp_tui.ui.widgets.lines import both_ends, cut, joined, line

CELL, WIDE = 19, 39
"""Columns that a key of the table takes with a blank behind it: alone, or with what it is for."""
NAME = 18
"""Columns of a name before what the key is for."""
ARRIVED, MISSING, ASKED, UNTRIED = "v", "!", ">", " "
LEGEND = "v sampai   ! tidak sampai   > diminta"
ADVICE_LINES = 5
WAYS = 3
"""Ways that the advice names, so that there is room for who keeps the key."""
HOW = (
    "Tekan tombol yang diminta. Tidak ada reaksi? T: ia ditandai, dan jalan lainnya disebut di "
    "sini. Tombol lain pun boleh ditekan kapan saja."
)
TWICE = (
    "Dua kali berturut-turut, tombol bekerja seperti biasa: Esc dua kali kembali, F10 dua kali "
    "membuka menu, Ctrl+Q dua kali keluar."
)


def asked_line(round_: Percobaan, width: int) -> Text:
    """Say which key to press now, and what for."""
    asked = round_.diminta
    if asked is None:
        return cut(line("Semua tombol sudah dicoba. Esc dua kali kembali.", "bold"), width)
    words = Text.assemble(
        "Tekan: ", (f" {asked.nama} ", "bold reverse"), line(f"  untuk: {asked.guna}")
    )
    return cut(words, width)


def told_line(told: str, width: int) -> Text:
    """Say what arrived last, in plain words."""
    return cut(Text.assemble("Diterima: ", line(told or "belum ada", "bold")), width)


def count_line(round_: Percobaan, width: int) -> Text:
    """Explain the marks, and count them."""
    gone = len(round_.tak_sampai)
    right = f"{len(round_.sampai)} dari {len(round_.semua)} sampai"
    if gone:
        right += f", {gone} tidak"
    return both_ends(line(LEGEND), line(right), width)


def received(tombol: Tombol | None, key: str) -> str:
    """Name what the program received: a key of its own with what that is for, or another one."""
    if tombol is None:
        return f"{key_name(key)} (tidak dipakai program ini)"
    return f"{tombol.nama}, untuk: {tombol.guna}"


def table(round_: Percobaan, width: int, height: int) -> Text:
    """Draw all keys, column by column, each with its mark; where there is room, what it is for."""
    cell, rows = shape(len(round_.semua), width, height)
    lines = []
    for row in range(rows):
        cells = [_cell(round_, satu, cell) for satu in round_.semua[row::rows]]
        lines.append(joined(cells, ""))
    return joined(lines, "\n")


def shape(number: int, width: int, height: int) -> tuple[int, int]:
    """Return the columns of a cell and the lines of the table of so many keys."""
    narrow, wide = (-(-number // max(1, width // cell)) for cell in (CELL, WIDE))
    return (WIDE, wide) if wide <= height else (CELL, narrow)


def line_of(round_: Percobaan, width: int, height: int) -> int:
    """Return the line of the table in which the key asked for stands."""
    if round_.diminta is None:
        return 0
    _, rows = shape(len(round_.semua), width, height)
    return round_.semua.index(round_.diminta) % rows


def _cell(round_: Percobaan, satu: Tombol, width: int) -> Text:
    state = round_.hasil.get(satu.kunci)
    asked = satu is round_.diminta
    mark = {True: ARRIVED, False: MISSING, None: ASKED if asked else UNTRIED}[state]
    style = {True: "", False: "bold reverse", None: "bold" if asked else "dim"}[state]
    name = satu.nama.replace("+panah ", "+")
    shown = Text.assemble(line(f"{mark} {name:<{NAME}}"[: CELL - 1], style), " ")
    if width > CELL:
        shown.append(cut(line(satu.guna), width - CELL - 1))
    shown.append(" " * (width - shown.cell_len))
    return shown


def advice(tombol: Tombol | None, round_: Percobaan, here: Sequence[Alat], width: int) -> Text:
    """Return what helps: how the screen works, or what to do without a key, in a few lines."""
    if tombol is None:
        shown = [part for words in (HOW, TWICE) for part in wrap(words, width)]
        return _block(shown[:ADVICE_LINES], width)
    shown = [part for words in advice_lines(tombol, round_, here) for part in wrap(words, width)]
    if len(shown) > ADVICE_LINES:
        shown = [*shown[: ADVICE_LINES - 1], "… C menyebut semuanya."]
    return _block(shown, width)


def advice_lines(tombol: Tombol, round_: Percobaan, here: Sequence[Alat]) -> Iterator[str]:
    """Yield how to do without a key, then who may keep it and how that is changed."""
    found = ways(tombol.kunci, round_.tak_sampai)
    more = f"; … ({len(found) - WAYS} lagi)" if len(found) > WAYS else ""
    yield f"{tombol.nama} tidak sampai. Cara lain: {'; '.join(found[:WAYS]) or 'tidak ada'}{more}."
    yield from (satu.kalimat for satu in keepers_of(tombol.kunci, here, arrived=round_.sampai))


def _block(lines: Sequence[str], width: int) -> Text:
    return joined([cut(line(words), width) for words in lines], "\n")
