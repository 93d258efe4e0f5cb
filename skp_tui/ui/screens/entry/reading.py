"""Reads anew who is shown in an entry screen, since he may be stored otherwise by now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skp_tui.errors import InputError
from skp_tui.services.base.views import appraisal, still_there

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence

    from skp_tui.domain.period import Periode
    from skp_tui.services.base.views import Orang
    from skp_tui.ui.screens.entry.screen import EntryScreen


class PersonReading:
    """Read the people of a desk as they are stored, and show the one who is shown."""

    def __init__(self, screen: EntryScreen) -> None:
        self._screen, self._desk = screen, screen.desk
        self._drafts, self._agreed = screen.drafts, screen.agreed
        self._outdated: set[str] = set()
        """Those of the list who may be stored otherwise by now; they are read when shown."""
        self._before: Mapping[str, Mapping[tuple[str, str], str]] | None = None

    def read(self) -> None:
        """Read the person who is shown; what was taken back may be about others too, so later."""
        self._outdated.update(self._desk.order)
        tahun, nip = self._desk.view.tahun, self._desk.nip

        def read(connection: sqlite3.Connection) -> tuple[Orang, Periode] | None:
            try:
                return appraisal(connection, tahun, nip)
            except InputError:
                return None

        def take(found: tuple[Orang, Periode] | None) -> None:
            if found is None:
                self._screen.close(f"{self._gone(nip)} Isiannya ditutup.")
            elif self._screen.fits(found[1]):
                self._screen.show_stored(found[0])
            self._screen.let_go("read")

        self._screen.skp.look(self._screen, read, take, group="person")

    def show(self, orang: Orang) -> None:
        """Show a person as he is stored; a begun row gives its number to one that came back."""
        typed = self._drafts.give_way(orang)
        self._take(orang)
        if orang.nip == self._desk.nip:
            self._screen.fill()
            self._go_to_changed()
        else:
            self._before = None
        self._drafts.type_again(typed)

    def _take(self, orang: Orang) -> None:
        self._outdated.discard(orang.nip)
        if orang.nip == self._desk.nip:
            self._agreed.forget()
        self._desk.accept(orang)

    # Where a step of the history changed something

    def expect_change(self) -> None:
        """Remember the cells, so that the cursor goes where a step of the history changed one.

        Keys wait until that is seen; they would be typed into a cell that is not there any more.
        """
        self._screen.hold("read")
        self._before = {sheet.id or "": sheet.texts() for sheet in self._screen.sheets}

    def _go_to_changed(self) -> None:
        before, self._before = self._before, None
        if before is None or self._screen.edit_open:
            return
        for sheet in self._screen.sheets:
            known = before[sheet.id or ""]
            changed = (cell for cell, text in sheet.texts().items() if known.get(cell) != text)
            if cell := next(changed, None):
                self._screen.focus_on(sheet)
                sheet.move_to(*cell)
                return

    # Another person

    def when_fresh(self, nip: str, go: Callable[[str], object]) -> None:
        """Go to a person, after reading him where he may be stored otherwise; keys wait."""
        if nip not in self._outdated:
            go(nip)
            return
        screen, tahun = self._screen, self._desk.view.tahun

        def read(connection: sqlite3.Connection) -> Sequence[Orang]:
            return still_there(connection, tahun, [nip])

        def show(found: Sequence[Orang]) -> None:
            waited = screen.is_reading
            for orang in found:
                self._take(orang)
            if not found:
                self._leave_out(nip)
            elif waited:
                go(nip)
            screen.let_go("read")

        screen.hold("read")
        screen.skp.look(screen, read, show, group="next")

    def _leave_out(self, nip: str) -> None:
        """Take somebody off the list who is not of the year any more."""
        self._screen.tell(self._gone(nip))
        self._desk.order.remove(nip)
        self._screen.update_headline()

    def _gone(self, nip: str) -> str:
        return f"{self._desk.people[nip].nama} sudah tidak ada pada tahun {self._desk.view.tahun}."
