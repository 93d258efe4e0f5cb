"""What a block of texts would do to rows, judged as a whole before anything is changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from skp_tui.domain.rows import value_of
from skp_tui.record import record
from skp_tui.services.base.recording import Tempat
from skp_tui.services.entry.block import Ubahan
from skp_tui.services.entry.entry import Isi
from skp_tui.ui.screens.cells import isi_input
from skp_tui.ui.screens.cells.sheet import place_of
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.grid.grid import CellText, Column

Texts = Mapping[str, str]


@record
class RowPlan:
    """One row before and after, and the cells of it that change; a new row is stored whole."""

    key: str
    tempat: Tempat
    before: Isi
    new: Isi
    columns: tuple[str, ...]
    is_new: bool = False

    @property
    def kolom(self) -> frozenset[str]:
        """Return the stored columns that change."""
        return frozenset(
            name for column in self.columns for name in isi_input.columns_of(self.new, column)
        )

    @property
    def ubahan(self) -> Ubahan:
        """Return the change as it is stored."""
        return Ubahan(self.tempat, self.new, self.kolom, self.is_new)

    @property
    def cells(self) -> Iterator[tuple[str, str]]:
        """Yield row and column of the changed cells."""
        return ((self.key, column) for column in self.columns)

    @property
    def places(self) -> Iterator[str]:
        """Yield the names of the changed cells among all that are saved."""
        return (place_of(*cell) for cell in self.cells)


@record
class Refused:
    """One cell whose text cannot be, and why."""

    where: str
    old: str
    text: str
    reason: str


@record
class BlockPlan:
    """The rows that change; with one refused cell none of them may be."""

    rows: tuple[RowPlan, ...]
    refused: tuple[Refused, ...] = ()

    @property
    def size(self) -> int:
        """Count the cells that change."""
        return sum(len(row.columns) for row in self.rows)

    @property
    def new_rows(self) -> int:
        """Count the rows that are added."""
        return sum(row.is_new for row in self.rows)


def texts_by_row(cells: Iterable[CellText]) -> dict[str, dict[str, str]]:
    """Gather the texts of a block by row and column."""
    rows: dict[str, dict[str, str]] = {}
    for cell in cells:
        rows.setdefault(cell.row_key, {})[cell.column_key] = cell.text
    return rows


def looks_headed(message: grid_messages.BlockSubmitted) -> bool:
    """Say whether the first pasted line seems to name the columns: words only, numbers below."""
    lines = [*texts_by_row([*message.cells, *message.locked]).values(), *message.beyond]
    first, *others = [[text for text in line.values() if text] for line in lines] or [[]]
    return (
        message.kind == "paste"
        and len(first) > 1
        and not any(map(_has_digit, first))
        and any(_has_digit(text) for line in others for text in line)
    )


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def changed_columns(before: Isi, new: Isi, columns: Iterable[str]) -> tuple[str, ...]:
    """Return the cells in which two states of a row differ."""
    return tuple(
        column
        for column in columns
        if any(
            value_of(before, name) != value_of(new, name)
            for name in isi_input.columns_of(new, column)
        )
    )


def judged(
    before: Isi, texts: Texts, columns: Sequence[Column]
) -> tuple[Isi, tuple[str, ...], dict[str, str]]:
    """Return a row with the texts in it, the cells that differ, and what refuses them.

    A text that a cell gave itself leaves it as it is, whatever it looks like.
    """
    limits = {column.key: column.maximum for column in columns}
    other = {
        kolom: text for kolom, text in texts.items() if text != isi_input.copy_text(before, kolom)
    }
    reasons = {
        kolom: f"lebih dari {limits[kolom]} huruf; pendekkan dahulu"
        for kolom, text in other.items()
        if len(text) > limits[kolom]
    }
    fitting = {kolom: text for kolom, text in other.items() if kolom not in reasons}
    new, refused = isi_input.changed_by(before, fitting)
    return new, changed_columns(before, new, other), {**reasons, **refused}
