"""A title too long for its line gives way where the least is lost: its year stays."""

import pytest
from rich.cells import cell_len

from skp_tui.ui.widgets.lines import both_ends, line, narrowed, titled

UNIT = "Seksi Kearsipan dan Perpustakaan Dinas Contoh Kabupaten Contoh"


@pytest.mark.parametrize(
    ("pieces", "room", "shown"),
    [
        (("SKP", "Umum", "2018", "PP 46/2011"), 30, "SKP · Umum · 2018 · PP 46/2011"),
        (("SKP", UNIT, "2018", "PP 46/2011"), 85, f"SKP · {UNIT} · 2018 · PP 46/…"),
        (("SKP", UNIT, "2018", "PP 46/2011"), 75, f"SKP · {UNIT} · 2018"),
        (("SKP", UNIT, "2018", "PP 46/2011"), 30, "SKP · Seksi Kearsipan … · 2018"),
        (("SKP", UNIT, "2018", "PP 46/2011"), 20, "SKP · Seksi … · 2018"),
        (("SKP", UNIT, "2018", "PP 46/2011"), 12, "SKP · Seksi…"),
        (("Wayan Contoh", "II/d", "Pengelola Kepegawaian"), 32, "Wayan Contoh · II/d · Pengelola…"),
        (("Wayan Contoh", "II/d", "Pengelola Kepegawaian"), 24, "Wayan Contoh · II/d"),
        (("Wayan Contoh", "II/d", "Pengelola Kepegawaian"), 10, "Wayan Con…"),
        (("Impor",), 4, "Imp…"),
    ],
)  # fmt: skip
def test_what_gives_way_in_a_title(pieces: tuple[str, ...], room: int, shown: str) -> None:
    assert narrowed(titled(*pieces), room).plain == shown


@pytest.mark.parametrize("width", range(1, 121))
def test_a_headline_never_is_wider_than_its_window(width: int) -> None:
    title = titled("SKP", UNIT, "2018", "PP 46/2011")
    assert cell_len(both_ends(title, line("tersimpan 01.58.15"), width).plain) <= width


def test_the_name_of_the_screen_stays_bold() -> None:
    title = narrowed(titled("SKP", UNIT, "2018"), 40)
    assert [(span.start, span.end, span.style) for span in title.spans] == [(0, 3, "bold")]
