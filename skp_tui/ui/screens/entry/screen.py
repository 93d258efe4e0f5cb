"""The entry screen of every regulation: from person to person, grid to grid, row to row."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, TypeGuard

from rich.text import Text
from textual import on

from skp_tui.domain.parts import Terhapus
from skp_tui.rules.result import Kurang
from skp_tui.services.base.views import Orang, UnitView
from skp_tui.services.entry.catalogue import Terketik
from skp_tui.services.entry.entry import Isi
from skp_tui.ui.screens.cells.block_saving import BlockSaved
from skp_tui.ui.screens.cells.screen import CellScreen
from skp_tui.ui.screens.cells.sheet import CellSaved, RowNotRemoved, RowRemoved, Sheet
from skp_tui.ui.screens.entry.agreed import Agreed
from skp_tui.ui.screens.entry.catalogue import Catalogue
from skp_tui.ui.screens.entry.copying import Copying
from skp_tui.ui.screens.entry.desk import EntryDesk
from skp_tui.ui.screens.entry.drafts import Drafts
from skp_tui.ui.screens.entry.grids import EntryGrids
from skp_tui.ui.screens.entry.head import EntryHead
from skp_tui.ui.screens.entry.reading import PersonReading
from skp_tui.ui.screens.entry.removing import Removing
from skp_tui.ui.screens.entry.sections import Sections
from skp_tui.ui.screens.entry.walking import Walking
from skp_tui.ui.screens.people.person_ways import FROM_ENTRY, open_for_person
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.grid.suggesting import Suggestion, SuggestionTaken
from skp_tui.ui.widgets.lines import Lines

LOCKED = "Penilaian ini sudah dikunci. Ctrl+L, lalu B, membukanya kembali."


class EntryScreen(CellScreen):
    """Enter one person after another by keyboard alone.

    A subclass names its sections and yields its grids and the lines around them.
    """

    desk: EntryDesk
    ways = FROM_ENTRY
    sections: ClassVar[Sections]
    learnt: ClassVar[Sequence[type[Terketik]]] = ()
    """The kinds of rows whose uraian is offered again."""
    following: ClassVar[Sequence[str]] = ()
    """The names of the lines that follow from the rows, drawn anew with every change."""

    def __init__(
        self, view: UnitView, listed: Sequence[Orang], nip: str, at: Kurang | None = None
    ) -> None:
        desk = EntryDesk(self.sections, view, listed, nip, self.person_counted)
        super().__init__(desk)
        self._at = at
        # each asks the screen for the others, so those that are asked come first
        self.agreed = Agreed(self)
        self.head = EntryHead(self)
        self.catalogue = Catalogue(self)
        desk.completed = self.catalogue.completed
        self.grids = EntryGrids(self)
        self.drafts = Drafts(self)
        self.reading = PersonReading(self)
        self.removing = Removing(self)
        self.walking = Walking(self)
        self.copying = Copying(self)

    def on_mount(self) -> None:
        """Show the person, the cursor on the cell that is asked for or comes next."""
        self.fill()
        if self._at is None:
            self.go_to_next()
        else:
            self.go_to(self._at)

    # What a regulation's screen says of its own grids

    @abstractmethod
    def go_to(self, kurang: Kurang) -> None:
        """Put the cursor on the cell where something is missing."""

    @abstractmethod
    def go_to_next(self) -> None:
        """Put the cursor where something is missing, else where typing goes on."""

    @abstractmethod
    def begin_row(self) -> None:
        """Begin a row in the grid that has the keyboard, or ask which kind."""

    @abstractmethod
    def may_remove(self, isi: Isi) -> TypeGuard[Terhapus]:
        """Say whether a row is one that can be removed; if not, tell why."""

    @abstractmethod
    def after_last_enter(self, sheet: Sheet) -> None:
        """Go on after Enter in the last row of a grid."""

    # What is shown

    @property
    def orang(self) -> Orang:
        """Return the person with what was entered so far."""
        return self.desk.orang

    def cursor_person(self) -> Orang:
        """Return the person who is shown."""
        return self.orang

    def title_text(self) -> Text:
        """Name the person, with rank and post."""
        return self.head.title()

    def title_kept(self) -> int:
        """Keep the name."""
        return self.head.title_kept()

    def state_text(self) -> str:
        """Say which of how many, and how far the appraisal is."""
        return self.head.state()

    def sheet(self, name: str) -> Sheet:
        """Return one of the grids."""
        return self.grids.named(name)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Return the grids from top to bottom."""
        return self.grids.all

    def fill(self) -> None:
        """Show the person's part in the grids, and everything that follows from it."""
        self.grids.show()
        self.follow()
        self.agreed.read(self.orang)
        self.catalogue.read()

    def show_row(self, sheet: Sheet, key: str, isi: Isi) -> None:
        """Repaint one line, or all where the grid needs other columns now."""
        if self.grids.show_row(sheet, key, isi):
            self.follow()
        else:
            self.fill()

    def follow(self) -> None:
        """Draw anew what follows from the rows: the lines around the grids, and the headline."""
        for name in self.following:
            self.query_one(f"#{name}", Lines).refresh(layout=True)
        self.update_headline()

    @on(grid_messages.CursorMoved)
    def show_guide(self) -> None:
        """Show what helps in another cell."""
        self.query_one("#guide", Lines).redraw()

    def on_descendant_focus(self) -> None:
        """Show what helps in another grid."""
        self.show_guide()

    def help_topics(self) -> tuple[str, ...]:
        """Name the cell, then its grid."""
        sheet = self.focused
        if not isinstance(sheet, Sheet):
            return ()
        column, grid = sheet.cursor_column or "", sheet.id or ""
        return (f"{grid}.{column}", column, grid)

    # Reading anew

    def reload(self) -> None:
        """Read the person anew, and what is offered: a step of the history may have taken it."""
        self.reading.read()
        self.catalogue.read_anew()

    def show_stored(self, orang: Orang) -> None:
        """Show a person as he is stored; after a copy go to what is to be typed next."""
        self.reading.show(orang)
        self.copying.shown(orang)

    def let_all_go(self) -> None:
        """Go on with what can be typed; a copy whose rows are not read moves no cursor later."""
        self.copying.give_up()
        super().let_all_go()

    def expect_change(self) -> None:
        """Get ready to go where a step of the history changes a cell."""
        self.reading.expect_change()

    # From one person, part and grid to the next

    def action_next_person(self) -> None:
        """Go to the next person."""
        self.walking.step(1)

    def action_previous_person(self) -> None:
        """Go to the person before."""
        self.walking.step(-1)

    def action_next_part(self) -> None:
        """Go to the next part of a moved person's year."""
        self.walking.next_part()

    @on(grid_messages.LeftGrid)
    def enter_next_grid(self, message: grid_messages.LeftGrid) -> None:
        """Begin at the first cell of the grid that Tab came to, Shift+Tab at the last."""
        if isinstance(self.focused, Sheet):
            self.focused.to_edge(first=message.forward)

    @on(grid_messages.PastEnd)
    def go_past_end(self, message: grid_messages.PastEnd) -> None:
        """Let arrows walk from grid to grid; where Enter goes depends on the grid."""
        if not message.enter:
            self.walking.past_end(message)
        elif isinstance(message.grid, Sheet):
            self.after_last_enter(message.grid)

    # Rows

    def action_new_row(self) -> None:
        """Add a row to the grid that has the keyboard."""
        if self.may_change() and self.close_edit():
            self.begin_row()

    @on(Sheet.TypedNowhere)
    def begin_by_typing(self, message: Sheet.TypedNowhere) -> None:
        """Begin the first row of the first grid with what is typed; say how in another one."""
        if self.may_change():
            self.drafts.begin_by_typing(message.sheet, message.sign)

    def action_remove_row(self) -> None:
        """Remove the row of the cursor."""
        if self.may_change() and isinstance(self.focused, Sheet):
            self.removing.remove_at(self.focused)

    def on_row_removed(self, message: RowRemoved) -> None:
        """Offer no more what stood only in a row that was removed."""
        self.catalogue.read_anew()
        self.removing.removed(message)

    def on_row_not_removed(self, message: RowNotRemoved) -> None:
        """Show the row again."""
        self.removing.not_removed(message)

    def action_copy_from(self) -> None:
        """List where the rows can come from."""
        if self.may_change():
            open_for_person(self, self.copying.sources)

    # Cells

    def suggestion(self, row_key: str, column_key: str, text: str) -> Suggestion | None:
        """Return what is likely meant by the beginning of a text."""
        return self.catalogue.suggestion(row_key, column_key, text)

    @on(SuggestionTaken)
    def take_suggestion(self, message: SuggestionTaken) -> None:
        """Remember which row was meant."""
        self.catalogue.remember(message)

    @on(CellSaved)
    @on(BlockSaved)
    def learn(self, message: CellSaved | BlockSaved) -> None:
        """Offer what is stored from now on."""
        self.catalogue.learn(message)

    @on(Sheet.EditCancelled)
    def give_draft_up(self, message: Sheet.EditCancelled) -> None:
        """Take an empty new row away again."""
        if self.desk.is_new_row(message.row_key):
            self.drafts.drop(message.sheet)

    @on(grid_messages.ReadOnly)
    def tell_read_only(self, message: grid_messages.ReadOnly) -> None:
        """Say why nothing happens."""
        if self.may_change():
            reason = self.desk.locked_reason(message.row_key, message.column_key)
            self.tell(f"{reason[:1].upper()}{reason[1:]}.")

    def may_change(self) -> bool:
        """Say whether the appraisal is open; if not, tell it."""
        if self.desk.locked:
            self.tell(LOCKED, "warning")
        return not self.desk.locked

    def close_edit(self) -> bool:
        """Commit an open cell; a begun row into which nothing is typed goes without a question."""
        self.drafts.drop_blank()
        return super().close_edit()

    def block_given_up(self, *, refused: bool) -> None:
        """Take an empty new row away again; for a refused block it waits until that is mended."""
        (self.drafts.take_up if refused else self.drafts.drop_unused)()

    def action_undo(self) -> None:
        """Take back what is typed, else what is stored; a row with nothing in it is neither."""
        self.drafts.drop_blank()
        super().action_undo()
