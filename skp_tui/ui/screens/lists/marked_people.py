"""What the lists share in which people are marked: the filter, the list, its foot and the marks."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeVar

from rich.text import Text
from textual.app import ComposeResult

from skp_tui.ui.screens.lists.filtered import Filtered
from skp_tui.ui.screens.lists.mark_grid import MarkGrid
from skp_tui.ui.widgets.filter_bar import FilterBar
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.lines import Lines
from skp_tui.ui.widgets.marked_list import MarkedList
from skp_tui.ui.widgets.row_store import NumberedRows

T = TypeVar("T")
Listed = TypeVar("Listed", bound=NumberedRows[Any])

READING = "Membaca…"


class MarkedPeople(Filtered, Generic[T, Listed]):
    """List the people of a unit; a key marks one, another all who are shown.

    A subclass reads them, gives them to ``take``, and says how they look; ``listed`` is what it
    read, None until then.
    """

    EMPTY: ClassVar[str]
    """What stands instead of the rows where the unit has nobody."""
    NOBODY: ClassVar[str]
    """What stands there where the filter leaves nobody."""

    def __init__(self, nip_of: Callable[[T], str]) -> None:
        super().__init__()
        self.list = MarkedList(nip_of)
        self.listed: Listed | None = None
        self._wanted = ""
        self.hold("read")

    # What a subclass says

    @abstractmethod
    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a width."""

    @abstractmethod
    def line_of(self, listed: Listed, one: T) -> Row:
        """Return the line of one person, with his mark."""

    @abstractmethod
    def foot(self, width: int) -> Text:
        """Say below the list what can be done with whom."""

    # The list

    def content(self) -> ComposeResult:
        """Yield the filter, the list and what marks are for."""
        yield FilterBar(self.fill, listed="#people")
        yield MarkGrid(self.columns(80), cursor="row", empty=READING, id="people")
        yield Lines(self.foot, id="people-foot")

    @property
    def people(self) -> MarkGrid:
        """Return the list."""
        return self.query_one("#people", MarkGrid)

    def take(self, listed: Listed) -> None:
        """Show the people who were read."""
        self.listed = listed
        self.list.take(listed.items)
        self.fill()
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.people.move_to(wanted)

    def point_at(self, nip: str) -> None:
        """Put the cursor on a person once the list is read."""
        self._wanted = nip

    def fill(self) -> None:
        """Show whom the filter leaves, once they are read."""
        listed = self.listed
        if listed is None:
            return
        everybody = len(listed.items)
        self.list.shown = shown = listed.matching(self.bar.words)
        self.people.say_when_empty(self.NOBODY if everybody else self.EMPTY)
        rows = [self.line_of(listed, one) for one in shown]
        self.people.show(self.columns(self.size.width), rows)
        self.bar.count(len(shown), everybody)
        self._draw_foot()

    def _draw_foot(self) -> None:
        self.query_one("#people-foot", Lines).refresh()

    def on_resize(self) -> None:
        """Choose the columns for another width."""
        self.fill()

    def at_cursor(self) -> T | None:
        """Return the person of the cursor's row."""
        return self.list.at(self.people.cursor_row)

    # Marks

    def action_mark(self) -> None:
        """Mark the person of the cursor, or take the mark away, and go down."""
        one = self.at_cursor()
        if one is not None and self.listed is not None:
            self.list.turn(one)
            self.people.update_row(self.line_of(self.listed, one))
            self._draw_foot()
            self.people.step_down()

    def action_mark_all(self) -> None:
        """Mark all that are shown, or nobody when they all are."""
        self.list.turn_shown()
        self.fill()
