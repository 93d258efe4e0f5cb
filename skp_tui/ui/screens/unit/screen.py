"""The start screen: how far the unit is, and who still needs something.

What reads and computes is imported where it is used: the first frame needs none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from skp_tui.errors import SkpError
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.lists.filtered import Filtered
from skp_tui.ui.screens.lists.table import PeopleGrid, columns_for
from skp_tui.ui.screens.unit.first_questions import FirstQuestions
from skp_tui.ui.screens.unit.list import READING, UnitList
from skp_tui.ui.screens.unit.outdated import Outdated
from skp_tui.ui.screens.unit.ways import FROM_UNIT, entry_screen
from skp_tui.ui.screens.unit.year_gone import YearGone
from skp_tui.ui.widgets.filter_bar import FilterBar
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.lines import Lines, line, titled

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from pathlib import Path

    from rich.text import Text
    from textual.app import ComposeResult

    from skp_tui.services.base.views import Orang, UnitView
    from skp_tui.ui.screens.unit.read import Opened

NO_UNIT = "Belum ada unit. Jawab pertanyaannya dahulu."
EMPTY_YEAR = "Tahun {} belum berisi. O, Tab, B membuatnya dari {}, dengan rencananya."


class UnitScreen(Filtered):
    """Show a unit in a year: percentages, distribution, employees, and what is to be done."""

    room = Room.UNIT
    BINDINGS = bindings_of(Room.UNIT)
    ways = FROM_UNIT
    CSS_PATH: ClassVar[Path | None] = None

    def __init__(self, opened: Opened | None = None) -> None:
        super().__init__()
        self.tahun: int | None = None
        self.kode: str | None = None
        self._opened = opened
        self.view: UnitView | None = None
        self.list = UnitList(self)
        self.sent = Outdated(self)
        self.first = FirstQuestions(self)
        self.gone = YearGone(self)
        self._years: Mapping[int, str] = {}
        self._changed: dict[str, Orang] = {}
        self._warm = False
        self._wanted = ""

    def content(self) -> ComposeResult:
        """Yield the indicator, the filter, the list and what is to be done."""
        yield Lines(id="head")
        yield FilterBar(self.list.fill, self.action_open_person, listed="#people")
        yield PeopleGrid(columns_for(80, ()), cursor="row", empty=READING, id="people")
        yield Lines(id="to-do")

    @property
    def people(self) -> PeopleGrid:
        """Return the list."""
        return self.query_one("#people", PeopleGrid)

    def found(self, typed: str) -> tuple[Orang, ...]:
        """Return everybody of the unit whom typed words fit, shown by the filters or not."""
        return self.list.found(typed)

    def on_mount(self) -> None:
        """Show what was read before; read where nothing could be."""
        self.focus_on(self.people)
        if self._opened is None:
            self.hold("read")
            self.reload()
        else:
            self.show_read(self._opened)

    def title_text(self) -> Text:
        """Name unit, year and regulation."""
        if self.view is None:
            return titled("SKP")
        from skp_tui.ui.screens.unit import head as unit_head  # noqa: PLC0415 - not for the first frame

        return unit_head.title(self.view)

    # Reading

    def reload(self) -> None:
        """Read the unit anew."""
        tahun, kode, today, width = self.tahun, self.kode, self.skp.today, self.size.width

        def read(connection: sqlite3.Connection) -> Opened:
            from skp_tui.ui.screens.unit.read import opened  # noqa: PLC0415 - not at first

            return opened(connection, tahun, kode, today, width)

        self.skp.look(self, read, self.show_read, group="unit")

    def show_read(self, result: Opened) -> None:
        """Show what was read; then load what writing needs, while the user already looks."""
        if result.view is not None and self.gone.goes_back(result.view, result.years):
            return
        self._years, self.list.rows = result.years, result.rows
        self._changed.clear()
        if result.view is None:
            self.people.say_when_empty(NO_UNIT)
            self.view = None
            self.first.ask()
        else:
            self._show(result.view)
            self._go_to_wanted()
        self.let_go("read")
        if not self._warm:
            self._warm = True
            self.call_after_refresh(self.skp.warm_up)

    def _show(self, view: UnitView) -> None:
        from skp_tui.ui.screens.unit import head as unit_head  # noqa: PLC0415 - not for the first frame

        before = self.view
        if before is None or (before.tahun, before.unit) != (view.tahun, view.unit):
            self.sent.nomor = 0
        self.view = view
        self.tahun, self.kode = view.tahun, view.unit.kode
        self.query_one("#head", Lines).show(lambda width: unit_head.head(view, width))
        today, periksa = self.skp.today, self.list.to_check()
        self.query_one("#to-do", Lines).show(
            lambda width: unit_head.to_do(
                view, today, width, usang=bool(self.sent.nomor), periksa=periksa
            )
        )
        self.sent.compare_soon()
        self.update_headline()
        self.list.fill()

    def on_resize(self) -> None:
        """Choose the columns for another width."""
        self.list.fit()

    def look_at(self, tahun: int | None, kode: str | None) -> None:
        """Show another unit or year; keys typed ahead are meant for its people, so they wait."""
        self.tahun, self.kode = tahun, kode
        self.hold("read")
        self.reload()

    def point_at(self, nip: str) -> None:
        """Put the cursor on a person once the list is read anew."""
        self._wanted = nip

    def _go_to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.people.move_to(wanted)

    # What changed in the entry screen

    def as_entered(self) -> Mapping[str, Orang]:
        """Return everybody by NIP, with what was entered since the list was shown."""
        people = () if self.view is None else self.view.orang
        return {satu.nip: self._changed.get(satu.nip, satu) for satu in people}

    def person_changed(self, orang: Orang) -> None:
        """Remember a person whose appraisal changed; the list follows when it is seen again."""
        self._changed[orang.nip] = orang

    def on_screen_resume(self) -> None:
        """Count again with those who changed; nobody else is read or computed anew."""
        if self.skp.looks.under_way(self):
            # somebody opened from the list as it was would be edited as he was
            self.hold("read")
        changed, self._changed = self._changed, {}
        if self.view is not None and changed:
            from skp_tui.ui.screens.unit.read import with_changed  # noqa: PLC0415 - not at first

            self._show(with_changed(self.view, changed))
        # something may have been sent, or the last unit have gone away
        self.sent.compare_soon()
        self.first.seen_again()

    # Actions

    def cursor_person(self) -> Orang | None:
        """Return the person of the cursor's row."""
        nip = self.people.cursor_row
        return None if self.view is None or nip is None else self.view.of(nip)

    @on(grid_messages.RowChosen)
    def action_open_person(self) -> None:
        """Open the entry screen on the person of the cursor's row."""
        orang = self.cursor_person()
        if orang is not None:
            self.open_person(orang.nip)

    def open_person(self, nip: str) -> None:
        """Open the entry screen on a person, with those of the list before and after him."""
        if self.view is None:
            return
        if (self.tahun, self.kode) != (self.view.tahun, self.view.unit.kode):
            # another year or unit is being read: this list is not the one that was asked for
            self.skp.drop_keys()
            self.tell("Masih membaca; tunggu sebentar.")
            return
        shown = self.list.shown
        listed = shown if any(satu.nip == nip for satu in shown) else self.view.orang
        self.people.move_to(nip)
        orang = self.view.of(nip)
        at = None if orang is None else self.list.wanted_place(orang)
        self.app.push_screen(entry_screen(self.view, listed, nip, at))

    def action_explain(self) -> None:
        """Explain the value of the person of the cursor's row."""
        orang = self.cursor_person()
        if orang is None or self.view is None:
            return
        from skp_tui.ui.screens.mengapa.screen import MengapaScreen  # noqa: PLC0415 - not at first

        self.app.push_screen(MengapaScreen(orang))

    def action_choose_year(self) -> None:
        """Choose another year."""
        if self.view is None:
            return
        from skp_tui.ui.screens.frame.ask import Choice, ChooseScreen  # noqa: PLC0415 - not at first
        from skp_tui.ui.screens.unit.read import year_words, years_to_choose  # noqa: PLC0415

        years = years_to_choose(self._years, self.view.tahun, self.skp.today)
        choices = [Choice(str(year), line(year_words(year, self._years))) for year in years]
        chooser = ChooseScreen(
            "Tahun penilaian", choices, str(self.view.tahun), topic="pilih_tahun"
        )
        self.app.push_screen(chooser, self._take_year)

    def _take_year(self, year: str | None) -> None:
        if year is None:
            return
        from skp_tui.rules.regulation import peraturan_stored  # noqa: PLC0415 - not at first

        try:
            peraturan_stored(int(year), self._years.get(int(year)))
        except SkpError as error:
            self.tell(error.kalimat(), "warning")
            return
        if int(year) not in self._years and int(year) - 1 in self._years:
            self.tell(EMPTY_YEAR.format(year, int(year) - 1))
        self.look_at(int(year), self.kode)

    def action_choose_unit(self) -> None:
        """Choose another unit."""
        if self.view is None:
            return
        from skp_tui.ui.screens.frame.ask import Choice, ChooseScreen  # noqa: PLC0415 - not at first
        from skp_tui.ui.screens.unit.read import indented  # noqa: PLC0415 - not at first

        choices = [
            Choice(unit.kode, line(f"{'  ' * depth}{unit.nama}  ({unit.kode})"))
            for unit, depth in indented(self.view.units)
        ]
        chooser = ChooseScreen(
            "Unit, dengan semua di bawahnya", choices, self.view.unit.kode, topic="pilih_unit"
        )
        self.app.push_screen(chooser, self._take_unit)

    def _take_unit(self, kode: str | None) -> None:
        if kode is not None:
            self.look_at(self.tahun, kode)
