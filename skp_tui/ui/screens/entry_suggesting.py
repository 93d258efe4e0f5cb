"""Suggestions in an entry screen: what was typed before, offered while one types."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on

from skp_tui.services.catalogue import Terketik, text_of
from skp_tui.services.entry import Isi
from skp_tui.services.views import Orang, UnitView
from skp_tui.ui.screens.block_saving import BlockSaved
from skp_tui.ui.screens.entry_blocks import EntryBlocks
from skp_tui.ui.screens.entry_catalogue import Catalogue, CatalogueRead
from skp_tui.ui.screens.isi_sheet import CellSaved, RowRemoved, place_of
from skp_tui.ui.widgets.grid_suggesting import Suggestion, SuggestionTaken


class EntrySuggesting(EntryBlocks):
    """Ask the catalogue while an uraian is typed, and let it learn from what is stored."""

    learnt: ClassVar[Sequence[type[Terketik]]] = ()
    """The kinds of rows whose uraian is offered again."""

    def __init__(self, view: UnitView, listed: Sequence[Orang], nip: str) -> None:
        super().__init__(view, listed, nip)
        self.catalogue = Catalogue(self, self.learnt)
        self._given_up: set[str] = set()

    def on_mount(self) -> None:
        """Let the grids ask for suggestions."""
        for sheet in self.sheets:
            sheet.suggest = self.suggestion

    def fill(self) -> None:
        """Show the person, and read what was typed in a post that is new here."""
        super().fill()
        self.catalogue.read()

    def suggestion(self, row_key: str, column_key: str, text: str) -> Suggestion | None:
        """Return what is likely meant by the beginning of a text."""
        return self.catalogue.suggestion(row_key, column_key, text)

    def changed_row(self, key: str, before: Isi, kolom: str, text: str) -> Isi:
        """Fill a new row with what goes with a text that was taken over."""
        new = self.catalogue.filled(key, super().changed_row(key, before, kolom, text))
        if _gives_up(before, new):
            self._given_up.add(place_of(key, kolom))
        return new

    def reload(self) -> None:
        """Read the person anew, and what is offered: a step of the history may have taken it."""
        super().reload()
        self.catalogue.read_anew()

    def on_catalogue_read(self, message: CatalogueRead) -> None:
        """Offer from now on what was read."""
        self.catalogue.take(message)

    @on(SuggestionTaken)
    def take_suggestion(self, message: SuggestionTaken) -> None:
        """Remember which row was meant."""
        self.catalogue.remember(message)

    @on(CellSaved)
    def learn_cell(self, message: CellSaved) -> None:
        """Take a stored row into the catalogue, and out of it what it said before."""
        self.catalogue.learn(self.bagian.nomor, message.new)
        if message.place in self._given_up:
            self._given_up.discard(message.place)
            self.catalogue.read_anew()

    @on(BlockSaved)
    def learn_block(self, message: BlockSaved) -> None:
        """Take the stored rows of a block into the catalogue."""
        for row in message.plan.rows:
            self.catalogue.learn(row.tempat.bagian, row.new)
        if any(_gives_up(row.before, row.new) for row in message.plan.rows):
            self.catalogue.read_anew()

    @on(RowRemoved)
    def forget_row(self) -> None:
        """Offer no more what stood only in a row that was removed."""
        self.catalogue.read_anew()


def _gives_up(before: Isi, new: Isi) -> bool:
    """Say whether a row had another text before, which may have stood nowhere else."""
    return text_of(before) not in {"", text_of(new)}
