"""Rekap: the unit tree with its three figures, the years, and the appraisers side by side."""

import sqlite3
from collections.abc import Mapping
from functools import partial

from rich.text import Text
from textual import on
from textual.app import ComposeResult

from skp_tui.domain.search import fits, searchable, words_of
from skp_tui.services.base.views import UnitView
from skp_tui.services.recap.raters import Penilai
from skp_tui.services.recap.recap_file import PENILAI, TAHUN, UNIT, lines_csv
from skp_tui.services.recap.tren import Setahun, read_trend_year, read_view, stored_years
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.frame.ask import ChooseScreen
from skp_tui.ui.screens.frame.file_saving import save_list
from skp_tui.ui.screens.lists.filtered import Filtered
from skp_tui.ui.screens.lists.table import PeopleGrid
from skp_tui.ui.screens.rekap import words
from skp_tui.ui.screens.rekap.desk import Place, RekapDesk
from skp_tui.ui.screens.rekap.rows import EMPTY, NAMES, NO_MATCH
from skp_tui.ui.screens.unit.ways import entry_screen
from skp_tui.ui.widgets.filter_bar import FilterBar
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.lines import Lines, titled
from skp_tui.ui.workers import calling


class RekapScreen(Filtered):
    """Show one of three lists at a time; the other years are read one by one meanwhile."""

    room = Room.REKAP
    BINDINGS = bindings_of(Room.REKAP)

    def __init__(self, view: UnitView) -> None:
        super().__init__()
        self.desk = RekapDesk(view)
        self._at: dict[str, str] = {}
        self._to_read: list[int] | None = None
        """Which years are still to be read; None where not even that is known."""
        self._turn = 0
        self._doubted = False
        self._read_at = 0
        """How many writes there were when this was read."""

    def content(self) -> ComposeResult:
        """Yield the names of the lists, the filter, the list, and the cursor's line in full."""
        desk = self.desk
        yield Lines(lambda width: words.names(desk.shown, desk.count, width), id="recap-names")
        yield FilterBar(self._fill, listed="#recap-list")
        columns = desk.columns(self.app.size.width)
        yield PeopleGrid(columns, cursor="row", empty=EMPTY[UNIT], id="recap-list")
        yield Lines(self._foot, id="recap-foot")

    @property
    def listed(self) -> PeopleGrid:
        """Return the list."""
        return self.query_one("#recap-list", PeopleGrid)

    def on_mount(self) -> None:
        """Begin on the list, which is there already."""
        self._read_at = self.skp.looks.writes
        self.focus_on(self.listed)
        self._count_raters()
        self._fill()

    def title_text(self) -> Text:
        """Name the unit that one is in, the year and its regulation."""
        view = self.desk.view
        return titled("Rekap", self.desk.rekap.nama_unit, str(view.tahun), view.peraturan.nama)

    def state_text(self) -> str:
        """Say how many years are still to be read."""
        return f"membaca {len(self._to_read)} tahun…" if self._to_read else ""

    def help_topics(self) -> tuple[str, ...]:
        """Name the list."""
        return (self.desk.shown,)

    # Reading

    def on_screen_suspend(self) -> None:
        """Read no more years while nobody looks."""
        self._turn += 1
        self.hold("read")

    def on_screen_resume(self) -> None:
        """Read anew where something was written meanwhile, else only what is still missing."""
        if self._doubted or self._read_at != self.skp.looks.writes:
            self.reload()
        else:
            self.let_go("read")
            self._read_years()

    def reload(self) -> None:
        """Read the year anew, then the others; a hidden screen does so when it is seen again."""
        self._doubted = True
        self.desk.doubt()
        if self.is_current:
            self._read(self.desk.view.tahun)

    def _read(self, tahun: int) -> None:
        self.hold("read")
        self._turn += 1
        self._doubted, self._read_at = False, self.skp.looks.writes
        kode = self.desk.view.unit.kode

        def read(connection: sqlite3.Connection) -> UnitView:
            return read_view(connection, tahun, kode)

        self.skp.read(self, read, calling(self._show_unit), group="rekap")

    def _show_unit(self, view: UnitView) -> None:
        """Show it."""
        self.desk.take_view(view)
        self._count_raters()
        self._fill()
        self.let_go("read")
        self._read_years()

    def _read_years(self) -> None:
        self._turn += 1
        self._to_read = None
        self.hold("ask")
        self.skp.read(self, stored_years, calling(self._begin_years), group="tren")

    def _begin_years(self, years: tuple[Setahun, ...]) -> None:
        """Begin with the newest of the years that are still missing."""
        self._to_read = self.desk.missing(years)
        self._read_next()
        self.let_go("ask")

    def _read_next(self) -> None:
        """Read one year; it is shown before the next one is read, a big one takes seconds."""
        self._fill()
        if not self._to_read:
            return
        tahun, kode = self._to_read[0], self.desk.view.unit.kode

        def read(connection: sqlite3.Connection) -> Setahun:
            return read_trend_year(connection, tahun, kode)

        self.skp.read(self, read, calling(partial(self._show_year, self._turn)), group="tren")

    def _show_year(self, turn: int, setahun: Setahun) -> None:
        """Show what was asked for last, and read the next one."""
        if turn == self._turn:
            self.desk.take_year(setahun)
            self._to_read = (self._to_read or [])[1:]
            self._read_next()

    def _count_raters(self) -> None:
        """Count who judged the people of the unit in a thread of its own: a city has thousands."""
        place = self.desk.place
        self.hold("count")
        self.skp.work(
            self, place.raters, calling(partial(self._show_raters, place)), group="penilai"
        )

    def _show_raters(self, place: Place, penilai: Mapping[str, Penilai]) -> None:
        """Show them, unless one went on to another unit."""
        if self.desk.take_raters(place, penilai):
            self._fill()
            self.let_go("count")

    def let_all_go(self) -> None:
        """Give up the years that could not be read."""
        self._to_read = []
        super().let_all_go()
        self.update_headline()

    # The lists

    def _fill(self) -> None:
        width = self.size.width or self.app.size.width
        typed = words_of(self.bar.words)
        rows = self.desk.rows(width)
        shown = [row for row in rows if fits(typed, searchable(*row.cells[:2]))]
        self.listed.say_when_empty(NO_MATCH if rows else self.desk.when_empty())
        self.listed.show(self.desk.columns(width), shown)
        self.bar.count(len(shown), len(rows))
        for name in ("recap-names", "recap-foot"):
            self.query_one(f"#{name}", Lines).refresh()
        self.update_headline()

    def on_resize(self) -> None:
        """Choose the columns for another width."""
        self._fill()

    def _foot(self, width: int) -> Text:
        return self.desk.foot(self.listed.cursor_row, width)

    @on(grid_messages.CursorMoved)
    def follow_cursor(self) -> None:
        """Tell the cursor's line in full."""
        self.query_one("#recap-foot", Lines).refresh()

    def action_next_list(self) -> None:
        """Show the next list."""
        self._change_list(1)

    def action_previous_list(self) -> None:
        """Show the list before."""
        self._change_list(-1)

    def _change_list(self, step: int) -> None:
        self._remember()
        self.desk.turn(step)
        self.bar.close()
        self._show_list()

    def _remember(self) -> None:
        if self.listed.cursor_row is not None:
            self._at[self.desk.shown] = self.listed.cursor_row

    def _show_list(self, at: str = "") -> None:
        """Show a list whose lines are others, with the cursor where it was, or on the first."""
        self._fill()
        wanted = at or self._at.get(self.desk.shown, "")
        if self.desk.shown == TAHUN and not wanted:
            wanted = str(self.desk.view.tahun)
        if not self.listed.move_to(wanted):
            self.listed.move_to_first()

    # Going into a line

    @on(grid_messages.RowChosen)
    def action_go_into(self) -> None:
        """Go into the unit or the year of the cursor, or list whom an appraiser judged."""
        key = self.listed.cursor_row
        if key is None:
            return
        if self.desk.shown == PENILAI:
            self._choose_person(self.desk.penilai[key])
        elif self.desk.shown == TAHUN:
            self._go_to_year(int(key))
        elif key == self.desk.kode:
            self.action_see_people()
        else:
            self.desk.enter(key)
            self._count_raters()
            self.bar.close()
            self._show_list(key)

    def _go_to_year(self, tahun: int) -> None:
        if not any(satu.dari == tahun and satu.peraturan for satu in self.desk.points):
            self.tell(words.NO_DATA)
            return
        self._remember()
        self.desk.shown = UNIT
        self._show_list()
        self._read(tahun)

    def action_go_back(self) -> None:
        """Return to the unit one came from, and from the first one to the screen before."""
        left = self.desk.back()
        if not left:
            super().action_go_back()
            return
        self._count_raters()
        self._at.pop(PENILAI, None)
        self._show_list(left if self.desk.shown == UNIT else "")

    def action_see_people(self) -> None:
        """Show the people of the cursor's unit or year on the start screen."""
        key, view = self.listed.cursor_row, self.desk.view
        if key is None:
            return
        if self.desk.shown == PENILAI:
            self._choose_person(self.desk.penilai[key])
            return
        kode = key if self.desk.shown == UNIT else self.desk.kode
        tahun = int(key) if self.desk.shown == TAHUN else view.tahun
        self.skp.home.look_at(tahun, kode)
        self.leave(self.dismiss)

    def _choose_person(self, penilai: Penilai) -> None:
        chooser = ChooseScreen(
            f"Dinilai {penilai.pejabat.nama}", words.judged(penilai), topic="siapa"
        )
        self.app.push_screen(chooser, partial(self._open_person, penilai))

    def _open_person(self, penilai: Penilai, nip: str | None) -> None:
        if nip is not None:
            self.app.push_screen(entry_screen(self.desk.view, penilai.orang, nip))

    # The file

    def action_save_list(self) -> None:
        """Ask for a name and write the list, once it is whole."""
        if self.desk.shown == TAHUN and self._to_read != []:
            self.skp.drop_keys()
            self.tell(words.STILL_READING)
            return
        daftar = NAMES[self.desk.shown].lower()
        save_list(self, daftar, self.desk.file_name, partial(lines_csv, self.desk.lines()))
