"""Cells of choices: one key commits, words are shown, nothing else gets in."""

from collections.abc import Sequence

import pytest
from textual import events, on

from skp_tui.ui.widgets.grid import messages
from skp_tui.ui.widgets.grid.choice import choice_of_text, refusal_of, text_meant, words_of
from skp_tui.ui.widgets.grid.grid import Choices, Column, Grid, Pilihan, Row
from tests.ui.test_grid_app import GridApp

RATINGS: Choices = (
    Pilihan("Di atas", "a", ("di atas ekspektasi", "diatas")),
    Pilihan("Sesuai", "s", ("sesuai ekspektasi",)),
    Pilihan("Di bawah", "b", ("di bawah ekspektasi", "dibawah")),
)
ALL_ASPECTS: Choices = (
    Pilihan("kuantitas", "k"),
    Pilihan("kualitas", "m", ("mutu",)),
    Pilihan("waktu", "w"),
    Pilihan("biaya", "b"),
)
ASPECTS: Choices = (Pilihan("kuantitas", "k"), Pilihan("waktu", "w"))
COLUMNS = (
    Column("nama", "Nama", 8, frozen=True, editable=False),
    Column("hasil", "Hasil kerja", 12, pilihan=RATINGS),
    Column("perilaku", "Perilaku", 12, pilihan=RATINGS),
    Column("catatan", "Catatan", 10),
)
KEYS = "Tekan 1 Di atas · 2 Sesuai · 3 Di bawah."


def row(number: int, hasil: str = "–", perilaku: str = "–", locked: str = "") -> Row:
    """Make a person with two ratings; a dash is not yet rated."""
    cells = (f"Orang {number}", hasil, perilaku, "")
    return Row(f"r{number}", cells, locked=frozenset({locked} - {""}))


class ChoiceApp(GridApp):
    """Hold a grid of ratings; what a commit is compared with is a word or nothing."""

    def __init__(self, rows: Sequence[Row] | None = None, *, sentence: str = "") -> None:
        self.blocks: list[messages.BlockSubmitted] = []
        grid = Grid(
            COLUMNS,
            check=lambda _row, _column, text: sentence if text == "Di bawah" else None,
            edit_text=self._word,
        )
        super().__init__(grid, rows or [row(1), row(2), row(3)])

    def _word(self, row_key: str, column_key: str) -> str:
        given = next(row for row in self.grid.rows if row.key == row_key)
        keys = [column.key for column in COLUMNS]
        return given.cells[keys.index(column_key)].replace("–", "")

    @on(Grid.BlockSubmitted)
    def write_down_block(self, message: messages.BlockSubmitted) -> None:
        """Keep what is proposed for many cells."""
        self.blocks.append(message)


@pytest.mark.parametrize(
    ("key", "word"),
    [
        *(("1", "Di atas"), ("2", "Sesuai"), ("3", "Di bawah")),
    ],
)
async def test_one_key_commits_at_once_and_goes_down_without_a_field(key: str, word: str) -> None:
    app = ChoiceApp()
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.submitted() == [("r1", "hasil", word, "")]
        assert app.at() == ("r2", "hasil")
        assert not app.open()
        assert f"·{word}" in app.lines()[1]


@pytest.mark.parametrize(("key", "word"), [("a", "Di atas"), ("S", "Sesuai"), ("b", "Di bawah")])
async def test_a_letter_commits_at_once_and_stays_for_a_word_may_follow(
    key: str, word: str
) -> None:
    app = ChoiceApp()
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.submitted() == [("r1", "hasil", word, "")]
        assert app.at() == ("r1", "hasil")
        assert not app.open()
        await pilot.press("enter")
        assert app.at() == ("r2", "hasil")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("kuantitas", ["kuantitas"]),
        ("kualitas", ["kuantitas", "kualitas"]),
        ("mutu", ["kualitas"]),
        ("BIAYA", ["biaya"]),
        ("kw", ["kuantitas", "waktu"]),
        ("kub", ["kuantitas", "biaya"]),
    ],
)
async def test_a_word_typed_out_chooses_what_it_says_and_goes_nowhere_else(
    typed: str, words: list[str]
) -> None:
    column = Column("aspek", "Aspek", 10, pilihan=ALL_ASPECTS)
    grid = Grid((column, Column("target", "Target", 10)))
    app = GridApp(grid, [Row("r1", ("–", "–")), Row("r2", ("–", "–"))])
    async with app.run_test() as pilot:
        await pilot.press(*typed)
        assert [text for _, _, text, _ in app.submitted()] == words
        assert app.at() == ("r1", "aspek")
        await pilot.press("tab", "u")
        assert app.at() == ("r1", "target")


async def test_a_letter_that_stands_for_a_block_begins_no_word() -> None:
    app = ChoiceApp()
    async with app.run_test() as pilot:
        await pilot.press("shift+down", "s", "e")
        assert [cell.text for cell in app.blocks[0].cells] == ["Sesuai", "Sesuai"]
        assert (len(app.blocks), app.submitted()) == (1, [])
        assert KEYS in app.shown()


async def test_keys_typed_one_after_another_rate_one_person_after_another() -> None:
    app = ChoiceApp()
    async with app.run_test() as pilot:
        for sign in "231":
            app.post_message(events.Key(sign, sign))
        await pilot.pause()
        await pilot.pause()
        assert [(key, text) for key, _, text, _ in app.submitted()] == [
            ("r1", "Sesuai"), ("r2", "Di bawah"), ("r3", "Di atas"),
        ]  # fmt: skip
        past = [told for told in app.told if isinstance(told, Grid.PastEnd)]
        assert [(told.direction, told.enter) for told in past] == [("down", True)]


async def test_the_stored_choice_pressed_again_writes_nothing_and_goes_on() -> None:
    app = ChoiceApp([row(1, "Sesuai"), row(2)])
    async with app.run_test() as pilot:
        await pilot.press("2")
        assert app.submitted() == []
        assert app.at() == ("r2", "hasil")


async def test_delete_clears_and_stays() -> None:
    app = ChoiceApp([row(1, "Sesuai"), row(2)])
    async with app.run_test() as pilot:
        await pilot.press("delete", "delete")
        assert app.submitted() == [("r1", "hasil", "", "Sesuai")]
        assert app.at() == ("r1", "hasil")
        assert not app.open()


@pytest.mark.parametrize("key", ["4", "0", "x", "f2", "space", "-"])
async def test_any_other_key_changes_nothing_and_says_which_keys_there_are(key: str) -> None:
    app = ChoiceApp()
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.submitted() == []
        assert not app.open()
        assert KEYS in app.shown()
        await pilot.press("right")
        assert KEYS not in app.shown()
        assert app.at() == ("r1", "perilaku")


async def test_a_text_that_strays_here_chooses_nothing_until_another_key() -> None:
    app = ChoiceApp()
    async with app.run_test() as pilot:
        await pilot.press("x", "y", "1", "a", "2")
        assert app.submitted() == []
        assert app.at() == ("r1", "hasil")
        assert "Di sini tidak diketik; Esc, lalu tekan 1 Di atas" in " ".join(app.lines())
        await pilot.press("escape", "2")
        assert app.submitted() == [("r1", "hasil", "Sesuai", "")]
        await pilot.press("x", "1")
        assert app.submitted()[-1] == ("r2", "hasil", "Di atas", "")


async def test_a_double_click_says_which_keys_there_are() -> None:
    app = ChoiceApp()
    async with app.run_test() as pilot:
        await pilot.click(Grid, offset=(12, 1), times=2)
        assert KEYS in app.shown()
        assert not app.open()


async def test_the_keys_of_moving_move_and_commit_nothing() -> None:
    app = ChoiceApp()
    async with app.run_test() as pilot:
        await pilot.press("enter", "tab", "tab", "up", "home", "escape", "question_mark")
        assert app.submitted() == []
        assert app.keys == ["escape", "question_mark"]


async def test_a_locked_choice_is_read_only() -> None:
    app = ChoiceApp([row(1, "Sesuai", locked="hasil"), row(2)])
    async with app.run_test() as pilot:
        await pilot.press("right", "left", "1", "delete", "f2")
        told = [m.column_key for m in app.told if isinstance(m, Grid.ReadOnly)]
        assert told == ["hasil"] * 3
        assert app.submitted() == []
        assert app.grid.choices == ()


async def test_a_choice_that_the_screen_refuses_stands_under_the_cell_and_is_not_taken() -> None:
    app = ChoiceApp(sentence="perlu catatan dahulu")
    async with app.run_test() as pilot:
        await pilot.press("3")
        assert app.submitted() == []
        assert app.count(Grid.CellRefused) == 1
        assert "! perlu catatan dahulu" in app.shown()
        assert app.at() == ("r1", "hasil")
        await pilot.press("2")
        assert "perlu catatan" not in app.shown()
        assert app.submitted() == [("r1", "hasil", "Sesuai", "")]


async def test_a_choice_that_was_not_stored_waits_with_its_reason_until_another_or_escape() -> None:
    app = ChoiceApp()
    async with app.run_test() as pilot:
        await pilot.press("2")
        app.grid.failed("r1", "hasil", "Sesuai", "penilaian ini terkunci")
        await pilot.pause()
        assert app.at() == ("r1", "hasil")
        assert "! penilaian ini terkunci" in app.shown()
        assert "!Sesuai" in app.lines()[1]
        await pilot.press("escape")
        assert app.grid.refused_cells == ()
        assert app.grid.cell_text("r1", "hasil") == "–"
        assert "terkunci" not in app.shown()
        await pilot.press("2")
        assert app.submitted()[-1] == ("r1", "hasil", "Sesuai", "")


async def test_a_saved_choice_stays_until_the_row_is_given_anew() -> None:
    app = ChoiceApp()
    async with app.run_test() as pilot:
        await pilot.press("1")
        app.grid.saved("r1", "hasil")
        assert " Di atas" in app.lines()[1]
        app.grid.update_row(row(1, "Di atas"))
        await pilot.pause()
        assert not app.unsaved()
        assert " Di atas" in app.lines()[1]


async def test_one_key_goes_into_all_marked_cells() -> None:
    app = ChoiceApp()
    async with app.run_test() as pilot:
        await pilot.press("shift+down", "shift+right", "x")
        assert app.grid.marked is not None
        await pilot.press("2")
        (block,) = app.blocks
        assert block.kind == "value"
        assert [(cell.row_key, cell.column_key, cell.text) for cell in block.cells] == [
            ("r1", "hasil", "Sesuai"), ("r1", "perilaku", "Sesuai"),
            ("r2", "hasil", "Sesuai"), ("r2", "perilaku", "Sesuai"),
        ]  # fmt: skip
        assert app.submitted() == []
        assert app.grid.marked is None


async def test_ctrl_d_takes_the_choice_above() -> None:
    app = ChoiceApp([row(1, "Sesuai"), row(2)])
    async with app.run_test() as pilot:
        await pilot.press("down", "ctrl+d")
        assert app.submitted() == [("r2", "hasil", "Sesuai", "")]


async def test_a_pasted_text_is_understood_as_a_choice_or_refused_with_the_words() -> None:
    app = ChoiceApp()
    async with app.run_test() as pilot:
        app.grid.post_message(events.Paste("  DI ATAS EKSPEKTASI\n"))
        await pilot.pause()
        assert app.submitted() == [("r1", "hasil", "Di atas", "")]
        app.grid.post_message(events.Paste("baik"))
        await pilot.pause()
        assert len(app.submitted()) == 1
        assert "“baik” bukan pilihan di sini; pilih 1 Di atas" in app.shown()


async def test_a_copied_choice_can_be_pasted() -> None:
    app = ChoiceApp([row(1, "Di bawah"), row(2)])
    async with app.run_test() as pilot:
        await pilot.press("ctrl+c", "down", "ctrl+v")
        assert app.clipboard == "Di bawah"
        assert app.submitted() == [("r2", "hasil", "Di bawah", "")]


async def test_a_pasted_block_is_proposed_in_the_words_of_the_choices() -> None:
    app = ChoiceApp()
    async with app.run_test() as pilot:
        app.grid.post_message(events.Paste("1\tdibawah\nS\t-\nxyz\t\n3\t2"))
        await pilot.pause()
        (block,) = app.blocks
        assert [cell.text for cell in block.cells] == [
            "Di atas",
            "Di bawah",
            "Sesuai",
            "",
            "xyz",
            "",
        ]
        assert block.beyond == ({"hasil": "Di bawah", "perilaku": "Sesuai"},)


async def test_a_row_may_have_other_choices_than_its_column() -> None:
    indicator = Row("i1", ("Indikator", "", "–", ""), pilihan={"hasil": ASPECTS})
    typed = Row("t1", ("Teks", "", "–", ""), pilihan={"hasil": ()})
    app = ChoiceApp([indicator, typed, row(3)])
    async with app.run_test() as pilot:
        assert app.grid.choices == ASPECTS
        await pilot.press("w", "down")
        assert app.submitted() == [("i1", "hasil", "waktu", "")]
        assert app.grid.choices == ()
        await pilot.press("w")
        assert app.open()
        await pilot.press("enter")
        assert app.submitted()[-1] == ("t1", "hasil", "w", "")
        assert app.grid.choices == RATINGS


async def test_a_cell_that_is_typed_into_is_as_ever() -> None:
    app = ChoiceApp()
    async with app.run_test() as pilot:
        await pilot.press("end", "1", "2", "enter")
        assert app.submitted() == [("r1", "catatan", "12", "")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", ""), ("-", ""), (" – ", ""), ("1", "Di atas"), ("b", "Di bawah"), ("sesuai", "Sesuai"),
        ("Sesuai Ekspektasi", "Sesuai"), ("diatas", "Di atas"), ("12", "12"), ("ab", "ab"),
    ],
)  # fmt: skip
def test_a_text_means_a_choice_or_stays_itself(text: str, word: str) -> None:
    assert text_meant(RATINGS, text) == word
    assert text_meant((), text) == text


def test_a_refusal_names_the_text_and_every_choice() -> None:
    assert refusal_of(RATINGS, "Sesuai") == ""
    assert refusal_of(RATINGS, "") == ""
    assert refusal_of((), "apa saja") == ""
    words = words_of(RATINGS)
    assert words == "1 Di atas · 2 Sesuai · 3 Di bawah"
    assert refusal_of(RATINGS, "mungkin") == f"“mungkin” bukan pilihan di sini; pilih {words}."
    assert choice_of_text(RATINGS, "mungkin") is None
