"""The lines around the list of files: where one is, what is at the cursor, which key comes next."""

from rich.cells import cell_len
from rich.text import Text

from skp_tui.services.imports.folders import Entri
from skp_tui.ui.actions.registry import Room, footer_of
from skp_tui.ui.screens.impor.choosing import Choosing
from skp_tui.ui.screens.impor.folder import NO_LIST, SMALL
from skp_tui.ui.screens.impor.words import chosen_words, is_told, long_words, told_words
from skp_tui.ui.widgets.grid.paint import wrap
from skp_tui.ui.widgets.lines import both_ends, cut, joined, line

ABOUT_LINES = 2
EMPTY = f"{NO_LIST} D ke drive lain, M mengetik tempatnya."
ABOVE = "Map di atasnya. Backspace juga ke sana."
FOLDER = "Enter membuka map ini; Spasi memilih semua berkas isian di dalamnya sekaligus."
SCANNING = "Memeriksa isi map… Esc menghentikan."
BIG = "Berkas besar; isinya dilihat saat dipilih."
CHOOSABLE = "Enter memilih berkas ini; F5 langsung memeriksanya."
USELESS = "Berkas ini tidak dapat dipilih; alasannya di atas. Pilih berkas lain."
OF_ROWS = {"choose_kind", "match_columns"}
"""What is asked about the rows of a file, so that a file without any refuses it."""
SPARE = 17
"""Cells of the footer that are free on a file, where Enter chooses and Spasi need not."""


def place_line(folder: str, hidden: int, width: int) -> Text:
    """Name the folder, its end first when the screen is narrow, and what of it is not shown."""
    right = line(f"{hidden} berkas lain tidak tampak" if hidden else "")
    room = max(8, width - right.cell_len - 8)
    shown = folder if len(folder) <= room else f"…{folder[1 - room :]}"
    return both_ends(Text.assemble(("Map ", "bold"), line(shown, "bold")), right, width)


def given_line(tahun: str, unit: str, width: int) -> Text:
    """Say what stands in for absent columns."""
    words = f"Berkas tanpa kolom tahun/unit: {tahun}, {unit}"
    return both_ends(line(words), line("T, U mengubah"), width)


def about_lines(screen: Choosing, tahun: str, unit: str, width: int) -> list[Text]:
    """Say what is at the cursor, in as many lines as are always there."""
    lines = [line(words) for words in wrap(_about(screen, tahun, unit), width, ABOUT_LINES, "…")]
    return [*lines, *[Text("", end="")] * (ABOUT_LINES - len(lines))]


def _about(screen: Choosing, tahun: str, unit: str) -> str:
    entri = screen.at_cursor()
    if screen.scanning or screen.said or entri is None:
        return SCANNING if screen.scanning else screen.said
    if screen.is_above(entri):
        return ABOVE if len(screen.entries) > 1 else EMPTY
    if entri.is_map:
        return FOLDER
    tinjauan = screen.look_of(entri)
    if tinjauan is None and entri.ukuran > SMALL:
        return BIG
    terpilih = screen.before(entri)
    if terpilih is not None and is_told(terpilih, tinjauan):
        return told_words(terpilih, tahun, unit, chosen=entri.path in screen.chosen)
    return long_words(tinjauan, tahun, unit)


def next_line(screen: Choosing, width: int) -> Text:
    """Say what is chosen, and which key comes next."""
    chosen = [satu.jenis for satu in screen.chosen.values()]
    if chosen:
        key = line(" F5 rencananya ", "bold reverse")
        words = chosen_words(chosen)
        if cell_len(words) + key.cell_len >= width:
            words = f"{len(chosen)} berkas dipilih; Tab menunjukkannya."
        return both_ends(line(words, "bold"), key, width)
    entri = screen.at_cursor()
    if entri is None or entri.is_map:
        inside = [satu for satu in screen.entries if not screen.is_above(satu)]
        bare = bool(inside) and all(satu.is_map for satu in inside)
        return cut(line(NO_LIST if bare else chosen_words(()), "bold"), width)
    words = USELESS if _is_useless(screen, entri) else CHOOSABLE
    return cut(line(words, "bold"), width)


def _is_useless(screen: Choosing, entri: Entri) -> bool:
    """Say whether it is known that a file cannot be imported, and nobody said what it is."""
    tinjauan = screen.look_of(entri)
    return tinjauan is not None and bool(tinjauan.galat) and entri.path not in screen.chosen


def _is_unread(screen: Choosing, entri: Entri | None) -> bool:
    """Say whether a file has no rows of which one could say what they are."""
    tinjauan = None if entri is None else screen.look_of(entri)
    return tinjauan is not None and tinjauan.dugaan is None


def keys_line(screen: Choosing, width: int) -> Text:
    """Name the keys, the one for the cursor's row by what it does there."""
    entri = screen.at_cursor()
    if entri is None or entri.is_map:
        words, spare = {"open_entry": "Buka", "mark_entry": "Pilih isi"}, 0
    elif _is_useless(screen, entri):
        words, spare = {"open_entry": "", "mark_entry": ""}, 0
    else:
        # Enter does it already
        word = "Lepas" if entri.path in screen.chosen else "Pilih"
        words, spare = {"open_entry": word, "mark_entry": ""}, SPARE
    # a folder is nothing that a plan could be made of, nor is a file that cannot be imported
    without = set() if screen.chosen or spare else {"show_plan"}
    if _is_unread(screen, entri):
        without |= OF_ROWS
    named = [
        (action.label, words.get(action.id, action.word))
        for action in footer_of(Room.IMPOR, width + spare, without)
    ]
    shown = [Text.assemble((label, "bold"), " ", word) for label, word in named if word]
    return joined(shown, "  ")
