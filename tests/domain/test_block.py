"""A block of cells is read as the spreadsheet meant it, and what is copied can be pasted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.domain.block import MOST_CELLS, MOST_SIGNS, BlockError, block_text, parse_block
from skp_tui.domain.text import clean


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", ()),
        ("12", (("12",),)),
        ("12\n", (("12",),)),
        ("1\t2\r\n3\t4\r\n", (("1", "2"), ("3", "4"))),
        ("1\t2\r3\t4", (("1", "2"), ("3", "4"))),
        ("1\t2\r\r3\t4\r\r", (("1", "2"), ("3", "4"))),
        ("1\r\r3\r", (("1",), ("",), ("3",))),
        ("1;2\n3;4\n", (("1", "2"), ("3", "4"))),
        ("a;b", (("a", "b"),)),
        ("menyusun; menata", (("menyusun; menata",),)),
        ("a; b\nc; d", (("a; b",), ("c; d",))),
        ("a;b\nc", (("a;b",), ("c",))),
        ("a;b\tc", (("a;b", "c"),)),
        ('"a;b"', (("a;b",),)),
        ('"a; b";2', (("a; b", "2"),)),
        ('"dua\r\nbaris"\t5\r\n', (("dua baris", "5"),)),
        ('"kata ""Siaga"""\t5', (('kata "Siaga"', "5"),)),
        ('"Siaga" 2017\t5', (('"Siaga" 2017', "5"),)),
        ('"terbuka\t5\n6', (('"terbuka', "5"), ("6",))),
        ("\n\n", (("",), ("",))),
        ("5\n\n6\n", (("5",), ("",), ("6",))),
        ("a\t\n\tb\n", (("a", ""), ("", "b"))),
        ("  12 \t\x1b[31mx\u202e\n", (("12", "x"),)),
    ],
)
def test_a_pasted_text_is_read_as_lines_of_cells(
    text: str, cells: tuple[tuple[str, ...], ...]
) -> None:
    assert parse_block(text) == cells


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ([["1", "2"], ["3", ""]], "1\t2\n3\t\n"),
        ([["5"], [""]], "5\n\n"),
        ([["12,5"]], "12,5"),
        ([["a; b"]], "a; b"),
        ([["a;b"]], '"a;b"'),
        ([[""]], '""'),
        ([['"x', 'y"']], '"""x"\t"y"""'),
    ],
)
def test_a_copied_block_is_text_between_tabs(cells: list[list[str]], text: str) -> None:
    assert block_text(cells) == text


CELL = st.text(st.sampled_from('ab;"\t\n 1,') | st.characters(), max_size=8).map(clean)


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1)
    )
)
def test_what_is_copied_is_read_again_as_the_same_cells(cells: list[list[str]]) -> None:
    assert parse_block(block_text(cells)) == tuple(map(tuple, cells))


@given(st.text(st.sampled_from('ab;"\t\r\n ') | st.characters()))
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    cells = parse_block(text)
    assert all(line for line in cells)
    assert all(cell == clean(cell) for line in cells for cell in line)


@pytest.mark.parametrize(
    ("text", "what"),
    [("x" * (MOST_SIGNS + 1), "500 ribu huruf"), ("\t" * MOST_CELLS, "50 ribu sel")],
)
def test_a_text_without_end_is_refused_in_one_sentence(text: str, what: str) -> None:
    with pytest.raises(BlockError, match=what):
        parse_block(text)
