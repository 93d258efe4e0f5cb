"""What the lines below the grids of PP 46/2011 say: the row of the cursor, which the grid cuts."""

from functools import lru_cache
from typing import Final

from rich.text import Text

from skp_tui.domain.appraisal import PERILAKU, Kegiatan, Tambahan
from skp_tui.domain.rows import URAIAN, is_unwritten
from skp_tui.domain.text import clean
from skp_tui.services.entry.entry import NAMA_KOLOM, Isi
from skp_tui.ui.screens.cells.isi_input import odd, place_words, shown_text
from skp_tui.ui.screens.entry.guide_text import broken, stacked

ROOMY: Final = 20
"""Lines of a screen below which the value needs every one of them."""
TALL: Final = 34
FEW_ROWS: Final = 8
"""Activities up to which a screen of 24 lines has a second line to spare."""

NEW: Final = "Baris baru: ketik uraiannya. Enter melanjutkan ke kanan, Esc membuangnya."


def most_lines(height: int, rows: int) -> int:
    """Return how many lines may be spent without hiding a row that could be seen."""
    if height < ROOMY:
        return 0
    if height < TALL:
        return 1 if rows > FEW_ROWS else 2
    return 3


def needed(isi: Isi, width: int, most: int, *, is_cut: bool) -> int:
    """Count the lines that a row needs: for a text that its cell cuts, and for what is asked."""
    asked = len(odd(isi)) > 0
    if most == 0 or not (is_cut or asked):
        return 0
    return min(most, _lines_of(_own(isi), width, most) + asked)


@lru_cache(maxsize=256)
def _lines_of(text: str, width: int, most: int) -> int:
    """Count the lines of a text; all rows are asked at every step of the cursor, few change."""
    return len(broken(text, width, most))


def guide(isi: Isi | None, kolom: str, width: int, lines: int, *, is_cut: bool) -> Text:
    """Return the cursor's row in full, with what is asked about it or what its cell cuts."""
    if lines == 0:
        return Text("", end="")
    if isi is None:
        return stacked([""], width, lines)
    if is_unwritten(isi):
        return stacked([NEW], width, lines)
    texts = [_own(isi, kolom)]
    if kolom != URAIAN and is_cut:
        name = NAMA_KOLOM.get(kolom, kolom).capitalize()
        texts.append(f"{name}: {clean(shown_text(isi, kolom))}")
    elif odd(isi) and (lines > 1 or kolom != URAIAN):
        texts.append(_asked(isi))
    return stacked(texts, width, lines)


def _own(isi: Isi, kolom: str = "") -> str:
    """Name a row with its whole text, of perilaku the aspect."""
    if isinstance(isi, Kegiatan):
        return f"{isi.no} {isi.uraian}"
    if isinstance(isi, Tambahan):
        return f"{place_words(isi).strip().capitalize()}: {isi.uraian}"
    return NAMA_KOLOM[kolom].capitalize() if kolom in PERILAKU else ""


def _asked(isi: Isi) -> str:
    """Say what can hardly be in one line, without asking for each of them to be looked at."""
    words = (pesan.removesuffix("; periksa") for pesan in odd(isi).values())
    return f"Periksa: {'; '.join(words)}"
