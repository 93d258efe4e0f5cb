"""The grids of an entry screen: they are made, and the rows of the desk are shown in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skp_tui.ui.screens.cells.sheet import Sheet

if TYPE_CHECKING:
    from skp_tui.services.entry.entry import Isi
    from skp_tui.ui.screens.entry.screen import EntryScreen


class EntryGrids:
    """Know the grids of a screen by their names."""

    def __init__(self, screen: EntryScreen) -> None:
        self._screen, self._desk = screen, screen.desk

    def make(self, name: str, *, empty: str = "", footer: str = "") -> Sheet:
        """Make one of the grids."""
        desk = self._desk
        sheet = Sheet(
            desk.columns(name),
            check=desk.refusal,
            edit_text=desk.edit_text,
            copy_text=desk.copy_text,
            empty=empty,
            footer=footer,
            id=name,
        )
        sheet.fills_along, sheet.asked = desk.fills_along, desk.is_asked
        sheet.suggest = self._screen.suggestion
        return sheet

    def named(self, name: str) -> Sheet:
        """Return one of the grids."""
        return self._screen.query_one(f"#{name}", Sheet)

    @property
    def all(self) -> tuple[Sheet, ...]:
        """Return the grids from top to bottom."""
        return tuple(self.named(name) for name in self._desk.sections.names)

    def show(self) -> None:
        """Show all rows of the part that is shown."""
        self._desk.gather()
        for name in self._desk.sections.names:
            self.named(name).show(self._desk.columns(name), self._desk.lines(name))

    def show_row(self, sheet: Sheet, key: str, isi: Isi) -> bool:
        """Repaint one line; False where the grid needs other columns now, and all must be shown."""
        columns = self._desk.columns(self._desk.sections.grid_of(isi))
        if columns == sheet.columns:
            sheet.update_row(self._desk.line(key, isi, columns))
        return columns == sheet.columns
