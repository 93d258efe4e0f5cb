"""The parts that a grid is made of hold their rules without any screen."""

import pytest

from skp_tui.domain.block import BlockError
from skp_tui.ui.widgets.grid.block import BlockTexts
from skp_tui.ui.widgets.grid.choosing import Spelling
from skp_tui.ui.widgets.grid.cursor import Cursor, moved
from skp_tui.ui.widgets.grid.edit import OpenEdit
from skp_tui.ui.widgets.grid.grid import Block, CellText, Choices, Column, Pilihan, Row
from skp_tui.ui.widgets.grid.layout import lay_out
from skp_tui.ui.widgets.grid.states import CellStates
from skp_tui.ui.widgets.grid.suggesting import Suggestion
from skp_tui.ui.widgets.grid.table import Table
from skp_tui.ui.widgets.grid.texts import CellTexts
from skp_tui.ui.widgets.grid.window import Window

JENIS: Choices = (Pilihan("kuantitas", "k"), Pilihan("kualitas", "m"), Pilihan("waktu", "w"))
COLUMNS = (
    Column("no", "No", 3, editable=False, frozen=True),
    Column("nama", "Kegiatan", 10),
    Column("kuant", "Kuant", 6),
    Column("jenis", "Jenis", 10, pilihan=JENIS),
)


def table(*locked: str) -> Table:
    """Make three rows; in the second one some columns are locked."""
    found = Table(COLUMNS)
    rows = [
        Row("r1", ("1", "Arsip", "5", "kualitas")),
        Row("r2", ("2", "Rapat", "7", "–"), frozenset(locked)),
        Row("r3", ("3", "Surat", "9", "–")),
    ]
    found.take_rows(rows, {row.key: place for place, row in enumerate(rows)})
    return found


def check(_row: str, column: str, text: str) -> str | None:
    """Refuse what is not a number where numbers stand."""
    return "bukan angka" if column == "kuant" and not text.isdigit() else None


def texts(of: Table, states: CellStates | None = None) -> CellTexts:
    """Make the texts of a table, of which some may have been typed."""
    return CellTexts(of, states or CellStates(), check=check)


def test_tab_stops_at_cells_that_can_be_changed_in_both_directions() -> None:
    cells = table("nama", "kuant")
    assert list(cells.editable_cells((0, 2), 1)) == [(0, 3), (1, 3), (2, 1), (2, 2), (2, 3)]
    assert list(cells.editable_cells((1, 3), -1)) == [(0, 3), (0, 2), (0, 1)]


def test_a_mark_covers_the_rectangle_whichever_corner_the_cursor_is() -> None:
    cursor, cells = Cursor(), table()
    cursor.at = (2, 1)
    cursor.begin_mark(keeps=False)
    assert cells.block(cursor.rows, cursor.columns) == Block(("r3",), ("nama",))
    cursor.at = (1, 3)
    marked = Block(("r2", "r3"), ("nama", "kuant", "jenis"))
    assert cells.block(cursor.rows, cursor.columns) == marked
    assert list(cursor.marked_columns(2)) == [1, 2, 3]
    assert not cursor.marked_columns(0)
    cursor.end_mark()
    assert not cursor.rows


@pytest.mark.parametrize(
    ("move", "target"),
    [
        ("up", (2, 2)), ("pagedown", (8, 2)), ("home", (3, 0)), ("end", (3, 6)),
        ("ctrl+home", (0, 2)), ("ctrl+end", (9, 2)), ("left", (3, 1)),
    ],
)  # fmt: skip
def test_a_move_leads_to_one_cell(move: str, target: tuple[int, int]) -> None:
    assert moved(move, (3, 2), (9, 6), 5) == target


def test_plain_arrows_extend_only_a_mark_that_the_mark_key_began() -> None:
    cursor = Cursor()
    assert not cursor.extends_by("down")
    cursor.begin_mark(keeps=False)
    assert not cursor.extends_by("down")
    cursor.begin_mark(keeps=True)
    assert cursor.extends_by("down")
    assert not cursor.extends_by("tab")


def test_a_text_on_its_way_counts_as_stored_and_a_refused_one_does_not() -> None:
    states = CellStates()
    found = texts(table(), states)
    states.begin("r1", "kuant", "6")
    assert (found.stored("r1", "kuant"), found.begun_with("r1", "kuant")) == ("6", "6")
    states.failed("r1", "kuant", "6", "terkunci")
    assert (found.stored("r1", "kuant"), found.begun_with("r1", "kuant")) == ("5", "6")
    assert found.refused("r1", "kuant") == "6"
    assert found.forget_refused("r1", "kuant")
    assert not found.forget_refused("r1", "kuant")
    assert found.begun_with("r1", "kuant") == "5"


def test_filling_takes_the_first_row_that_has_the_cell() -> None:
    cells = table("kuant")
    blocks = BlockTexts(cells, texts(cells))
    one = Block(("r3",), ("nama", "kuant"))
    assert blocks.fill(one, blocks.rows_above(one)).cells == [
        CellText("r3", "nama", "Rapat"),
        CellText("r3", "kuant", "5"),
    ]
    assert not blocks.rows_above(Block(("r1",), ("nama",)))


def test_a_paste_is_sorted_by_what_takes_it_and_runs_past_the_last_row() -> None:
    cells = table("kuant")
    blocks = BlockTexts(cells, texts(cells))
    pasted = (("2", "Lap", "8", "2"), ("x", "Nota", "4", "3"), ("9", "Baru", "1", "mutu"))
    found = blocks.paste(pasted, Block(("r2",), ("no",)))
    assert found.cells == [
        CellText("r2", "nama", "Lap"), CellText("r2", "jenis", "kualitas"),
        CellText("r3", "nama", "Nota"), CellText("r3", "kuant", "4"),
        CellText("r3", "jenis", "waktu"),
    ]  # fmt: skip
    assert found.locked == [CellText("r2", "kuant", "8")]
    # the number of the new row too, which nobody types
    assert found.skipped == 2
    assert found.beyond == ({"nama": "Baru", "kuant": "1", "jenis": "mutu"},)


def test_a_paste_that_has_more_columns_than_there_are_says_how_many() -> None:
    cells = table()
    with pytest.raises(BlockError, match="3 kolom tidak muat: dari kolom ini hanya ada 2 kolom"):
        BlockTexts(cells, texts(cells)).paste((("1", "2", "3"),), Block(("r1",), ("kuant",)))


def test_letters_spell_a_choice() -> None:
    spelling = Spelling()
    taken = [choice.text for sign in "kual" if (choice := spelling.take(JENIS, sign))]
    assert taken == ["kuantitas", "kuantitas", "kuantitas", "kualitas"]


def test_after_two_wrong_signs_no_sign_of_the_same_text_chooses() -> None:
    spelling = Spelling()
    assert [spelling.take(JENIS, sign) for sign in "xyk"] == [None, None, None]
    assert spelling.how(JENIS).startswith("Di sini tidak diketik")
    spelling.begin_anew()
    assert spelling.take(JENIS, "k") == JENIS[0]


class Paper:
    """A field that is nowhere shown."""

    def __init__(self) -> None:
        self.value, self.cursor_position = "", 0

    def start(self, text: str, maximum: int) -> None:
        """Begin with a text."""
        del maximum
        self.value, self.cursor_position = text, len(text)

    def finish(self) -> None:
        """Forget the text."""
        self.value = ""


def test_a_field_is_judged_anew_when_a_refused_text_changes() -> None:
    field = Paper()
    edit = OpenEdit(texts(table()), field)
    edit.open(("r1", "kuant"), "x", 6)
    edit.refuse("bukan angka")
    edit.typed(None)
    assert edit.refusal == "bukan angka"
    field.value = "12"
    edit.typed(None)
    assert not edit.refusal
    assert edit.has_changed
    assert edit.close() == ("r1", "kuant")
    assert edit.cell is None


def test_a_suggestion_is_taken_at_the_end_of_the_text_only() -> None:
    field = Paper()
    edit = OpenEdit(texts(table()), field)
    edit.open(("r1", "nama"), "Ar", 20)
    field.cursor_position = 1
    assert edit.take_suggestion(lambda *_: Suggestion("Arsip")) is None
    field.cursor_position = 2
    assert edit.take_suggestion(lambda *_: Suggestion("Arsip")) == Suggestion("Arsip")
    assert edit.text == "Arsip"


def test_a_cell_is_found_where_it_lies_whatever_is_scrolled_away() -> None:
    layout = lay_out(COLUMNS, 20)
    window = Window(layout, 1, layout.follow(2, 0), 1, 4)
    region = window.region((2, 2))
    assert region.y == 2
    assert (window.row_at(2), window.column_at(region.x)) == (2, 2)
    assert window.row_at(0) < 0
    assert not window.shows(window.region((0, 2)))
    assert window.follow((4, 2), below=0) == 2
    assert window.follow((4, 2), below=1) == 3
