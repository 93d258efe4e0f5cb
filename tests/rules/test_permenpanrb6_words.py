"""Beside every rating and every value of BerAKHLAK stands a short text that helps to choose."""

from skp_tui.domain.appraisal import Peringkat
from skp_tui.domain.kinerja import NilaiBerakhlak
from skp_tui.rules.permenpanrb6_words import NAMA_PERINGKAT, PANDUAN_BERAKHLAK, PEDOMAN

LONGEST = 150
"""Signs that fit into two lines of the smallest screen."""


def test_every_rating_of_both_columns_has_its_own_text() -> None:
    assert list(PEDOMAN) == list(NAMA_PERINGKAT)
    texts = [text for column in PEDOMAN.values() for text in column.values()]
    assert all(list(column) == list(Peringkat) for column in PEDOMAN.values())
    assert len(set(texts)) == 6


def test_every_value_has_its_text_in_the_order_of_the_form() -> None:
    assert list(PANDUAN_BERAKHLAK) == list(NilaiBerakhlak)
    assert len(set(PANDUAN_BERAKHLAK.values())) == 7


def test_each_text_is_one_sentence_that_fits_the_smallest_screen() -> None:
    ratings = [text for column in PEDOMAN.values() for text in column.values()]
    for text in (*ratings, *PANDUAN_BERAKHLAK.values()):
        assert text.endswith(".")
        assert text.count(".") == 1
        assert len(text) <= LONGEST, text
