"""Marks stand on items and not on lines: a filter hides them, and only what is gone loses them."""

from skp_tui.ui.widgets.marked_list import MarkedList


def listed(*items: str) -> MarkedList[str]:
    """Return a list of words, each told apart by its first letter."""
    found: MarkedList[str] = MarkedList(lambda word: word[0])
    found.take(items)
    found.shown = found.items
    return found


def test_all_that_are_shown_are_marked_and_then_none_of_them() -> None:
    words = listed("ani", "budi", "citra")
    words.shown = ("ani", "budi")
    words.turn("ani")
    words.turn_shown()
    assert words.chosen == ("ani", "budi")
    words.turn_shown()
    assert not words.chosen


def test_a_mark_that_the_filter_hides_stays_and_is_counted() -> None:
    words = listed("ani", "budi", "citra")
    words.turn("citra")
    words.shown = ("ani",)
    assert (words.chosen, words.hidden) == (("citra",), 1)
    words.turn_shown()
    words.turn_shown()
    assert words.chosen == ("citra",)


def test_who_is_gone_loses_his_mark_and_who_is_read_anew_keeps_it() -> None:
    words = listed("ani", "budi")
    words.turn_shown()
    words.take(["budi santoso", "citra"])
    assert words.chosen == ("budi santoso",)


def test_what_cannot_be_marked_is_left_out_and_nothing_shown_marks_nothing() -> None:
    words = listed("ani", "budi")
    words.turn_shown(but=lambda word: word == "ani")
    assert words.chosen == ("budi",)
    words.shown = ()
    words.turn_shown()
    assert words.chosen == ("budi",)
    assert (words.at("a"), words.at(None)) == (None, None)
