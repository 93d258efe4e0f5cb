"""Text of people and files can neither move the cursor, hide words nor change the terminal."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.domain.text import clean

HARMFUL = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
NASTY = st.text(
    st.sampled_from("\x1b\x9b\x9d\x07\\[]m31;ab \t\n\r\x00\u202e\u200b\u2066\ufeff\u00ad\u2028é")
    | st.characters()
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Sari Contoh, S.Sos.", "Sari Contoh, S.Sos."),
        ("  Sari  ", "Sari"),
        ("Ni Luh Gdé Ayu", "Ni Luh Gdé Ayu"),
        ("I Wayan 'Contoh' – Bali", "I Wayan 'Contoh' – Bali"),
        ("ꦱꦫꦶ", "ꦱꦫꦶ"),
        ("", ""),
        ("Sari\tContoh", "Sari Contoh"),
        ("Sari\nContoh", "Sari Contoh"),
        ("Sari\r\nContoh", "Sari Contoh"),
        ("Sari\rContoh", "Sari Contoh"),
        ("Sari\vContoh\fTiga", "Sari Contoh Tiga"),
        ("Sari\x85Contoh", "Sari Contoh"),
        ("Sari\u2028Contoh\u2029Tiga", "Sari Contoh Tiga"),
        ("Sari\x00\x07\x08Contoh", "SariContoh"),
        ("ke\u00adpegawai\u00adan", "kepegawaian"),
        ("\ufeffSari", "Sari"),
        ("Sa\u200bri\u200d", "Sari"),
        ("\u202eiraS\u202c", "iraS"),
        ("\u2066Sari\u2069", "Sari"),
        ("Sari\ud800", "Sari"),
        ("Sari\ue000", "Sari"),
        ("\U000e0041Sari", "Sari"),
        ("\x1b[31mSari\x1b[0m", "Sari"),
        ("\x1b[2J\x1b[HSari", "Sari"),
        ("\x1b[38;5;196mSari", "Sari"),
        ("\x9b31mSari", "Sari"),
        ("\x1b]0;judul palsu\x07Sari", "Sari"),
        ("\x1b]8;;http://contoh\x1b\\Sari\x1b]8;;\x1b\\", "Sari"),
        ("\x1bPq#0\x1b\\Sari", "Sari"),
        ("\x1bSari", "Sari"),
        ("\x1b]0;Sari", "]0;Sari"),
        ("[red]Sari[/red]", "[red]Sari[/red]"),
        ("\x1b\x1b[31m[32mSari", "[32mSari"),
    ],
)
def test_harmful_signs_are_taken_out_and_words_stay(text: str, kept: str) -> None:
    assert clean(text) == kept


@given(NASTY)
def test_no_harmful_sign_is_left(text: str) -> None:
    assert not {unicodedata.category(sign) for sign in clean(text)} & HARMFUL


@given(NASTY)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs", "M"])))
def test_ordinary_text_is_only_stripped(text: str) -> None:
    assert clean(text) == text.strip()


def test_no_harmful_sign_of_any_script_is_kept() -> None:
    every = map(chr, range(sys.maxunicode + 1))
    harmful = [sign for sign in every if unicodedata.category(sign) in HARMFUL]
    assert [sign for sign in harmful if sign in clean(f"a{sign}b")] == []
