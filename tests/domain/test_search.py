"""Whether a text is looked for: every word, anywhere, in any order, whatever its capitals."""

import pytest

from skp_tui.domain.search import begins, fits, searchable, words_of

TEXT = searchable("Sari Contoh, S.Sos.", "197306071998032907", None, "", "Kepala Subbagian Umum")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", True),
        ("   ", True),
        ("sari", True),
        ("SARI", True),
        ("contoh sari", True),
        ("sari umum", True),
        ("19730607 199803 2 907", True),
        ("197306071998032907", True),
        ("sari bram", False),
        ("sosumum", False),
        ("none", False),
    ],
)
def test_every_word_must_be_there_and_nothing_else_counts(typed: str, found: bool) -> None:
    assert fits(words_of(typed), TEXT) is found


def test_a_word_does_not_reach_from_one_column_into_the_next() -> None:
    assert not fits(words_of("ab"), searchable("a", "b"))


def test_letters_that_have_no_simple_capital_are_found_too() -> None:
    assert fits(words_of("STRASSE"), searchable("Straße"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [("sari", True), ("sa kep", True), ("con, ", False), ("ari", False), ("19730607", True)],
)
def test_a_name_is_typed_from_the_beginning_of_its_words(typed: str, found: bool) -> None:
    assert begins(words_of(typed), TEXT) is found
