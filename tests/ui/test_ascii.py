"""Signs of screens and names in ASCII: as many cells, and nothing that means something else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from skp_tui.ui.terminal.ascii import LONGER, SIGNS, ascii_text

SAID = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]), max_size=30)


@given(SAID)
def test_a_piece_of_a_line_keeps_its_cells_and_is_printable(text: str) -> None:
    plain = ascii_text(text)
    assert cell_len(plain) == cell_len(text)
    assert plain.isascii()
    assert plain.isprintable()


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_what_is_ascii_stays(text: str) -> None:
    assert ascii_text(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Renée Müller, Đỗ", "Renee Muller, Do"),
        ("Straße", "Strase"),
        ("76 ≤ 87,60 < 91", "76 <=87,60 < 91"),
        ("± batas", "+-batas"),
        ("SKP – · 2017", "SKP - | 2017"),
        ("Kepala Badan · 2017 · PP 46", "Kepala Badan | 2017 | PP 46"),
        (" · 2017 ·", " | 2017 |"),
        ("·", "*"),
        ("»480", "+480"),
        ("·   480", "*   480"),
        ("1 / 1 × 100 → 90 − 3", "1 / 1 x 100 > 90 - 3"),
        ("┌──┐│ Menyusun daf… │└──┘", "+--+| Menyusun daf~ |+--+"),
        ("王 Wang", "?? Wang"),
        ("Ａ", "A "),
        ("e\u0301", "e"),
    ],
)
def test_signs_and_names_have_their_likeness(text: str, plain: str) -> None:
    assert ascii_text(text) == plain


def test_every_likeness_is_one_sign_and_every_longer_one_two() -> None:
    assert all(len(plain) == 1 and plain.isascii() for plain in SIGNS.values())
    assert all(cell_len(sign) == 1 for sign in SIGNS), [
        unicodedata.name(sign) for sign in SIGNS if cell_len(sign) != 1
    ]
    assert all(len(sign) == len(plain) == 2 for sign, plain in LONGER.items())
