"""The grid in which many people are judged side by side: who is in it, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from skp_tui.services.base.views import unit_view
from skp_tui.services.entry.judging import those_due
from skp_tui.storage.database.looking import end_look
from skp_tui.ui.screens.cells.screen import CellScreen
from skp_tui.ui.screens.judging.desk import JudgeDesk
from skp_tui.ui.screens.judging.model import JudgeSheet, Judging
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.lines import Lines, line, titled
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from rich.text import Text
    from textual.app import ComposeResult
    from textual.widget import Widget

    from skp_tui.services.base.views import Orang, UnitView
    from skp_tui.services.entry.entry import Isi
    from skp_tui.ui.screens.cells.sheet import Sheet

READING = "Membaca…"
NOBODY = "Tidak ada yang perlu dinilai di daftar ini. Esc kembali."
ALL_PASSED = "Semua kolom sudah dilewati. Esc kembali ke daftar."


class JudgeScreen(CellScreen):
    """Judge one column after another, of everybody who is listed."""

    desk: JudgeDesk
    nobody = NOBODY
    """What stands instead of the rows where nobody is to be judged."""
    all_passed = ALL_PASSED
    """What is said when Enter leaves the last row of the last column."""

    def __init__(
        self,
        view: UnitView,
        listed: Sequence[Orang],
        judged: Judging,
        nip: str | None = None,
        only: str = "",
    ) -> None:
        super().__init__(JudgeDesk(view, listed, judged, self.person_counted))
        self.only = only
        self._start, self._begun = nip, False
        self.hold("read")

    def judge(self, judged: Judging) -> None:
        """Judge something else of the same people from now on."""
        self.desk.judge(judged)
        self._start, self._begun = self.sheet.cursor_row, False
        self.hold("read")
        self._make_rows()

    def content(self) -> ComposeResult:
        """Yield who is listed, the grid, and the words for the cell of the cursor."""
        yield Lines(lambda width: self.desk.note(self.only, width), id="judge-note")
        sheet = JudgeSheet(
            self.desk.judged.columns(80, (), 0),
            check=self.desk.refusal,
            edit_text=self.desk.edit_text,
            empty=READING,
            id="judgements",
        )
        sheet.asked = self.desk.is_asked
        yield sheet
        yield Lines(self._cell_words, id="judge-cell")
        yield from self.guides()

    def guides(self) -> Iterator[Widget]:
        """Yield what stands below, to help whoever judges."""
        yield from ()

    @property
    def people(self) -> Mapping[str, Orang]:
        """Return everybody who is judged, by NIP."""
        return self.desk.people

    @property
    def sheet(self) -> JudgeSheet:
        """Return the grid."""
        return self.query_one("#judgements", JudgeSheet)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Return the grid as the one whose cells are saved."""
        return (self.sheet,)

    def on_mount(self) -> None:
        """Draw first, then write the lines."""
        self.focus_on(self.sheet)
        self._make_rows()

    def on_resize(self) -> None:
        """Choose the columns for another width."""
        if self._begun:
            self._make_rows()

    # What is shown

    def title_text(self) -> Text:
        """Name the screen, unit and year."""
        view = self.desk.view
        return titled(self.desk.judged.nama, view.unit.nama, str(view.tahun))

    def title_kept(self) -> int:
        """Keep what is judged, with its period."""
        return len(self.desk.judged.nama)

    def state_text(self) -> str:
        """Say how many have all that everybody needs."""
        return self.desk.state()

    def help_topics(self) -> tuple[str, ...]:
        """Name what is judged in the column of the cursor."""
        column = self.sheet.cursor_column
        return (column,) if column else ()

    def _cell_words(self, width: int) -> Text:
        orang, column = self.cursor_person(), self.sheet.cursor_column
        if orang is None or column is None:
            return line("")
        return self.desk.words(orang, column, width)

    def _make_rows(self) -> None:
        """Write the lines in a thread, then show them."""
        people, width = tuple(self.people.values()), self.size.width

        def make() -> None:
            for orang in people:
                self.desk.line(orang, width)

        self.skp.work(self, make, calling(self._show_made), group="rows")

    def _show_made(self, _: None) -> None:
        """Show the lines; the cursor begins on the person it came from."""
        self.fill()
        if not self._begun:
            self._begun = True
            self._begin(self._start)
        self.let_go("read")

    def _begin(self, nip: str | None) -> None:
        """Put the cursor where judging goes on: on the person asked for, if he lacks it as well."""
        judged, asked = self.desk.judged, self.people.get(nip or "")
        missing = judged.first_missing(self.people.values())
        own = judged.first_missing([] if asked is None else [asked])
        if missing is not None:
            self.sheet.move_to(*(own if own is not None and own[1] == missing[1] else missing))
        elif nip in self.desk.people:
            self.sheet.move_to(nip, judged.kolom[0])

    def fill(self) -> None:
        """Show everybody."""
        width = self.size.width
        self.sheet.say_when_empty(self.nobody)
        self.sheet.show(self.desk.columns(width), self.desk.lines(width))
        self.follow()

    def show_row(self, sheet: Sheet, key: str, isi: Isi) -> None:
        """Repaint one line, and what follows from it."""
        del isi
        sheet.update_row(self.desk.line(self.people[key], self.size.width))
        self.follow()

    def follow(self) -> None:
        """Draw anew what follows from the judgements."""
        for name in ("judge-note", "judge-cell"):
            self.query_one(f"#{name}", Lines).refresh()
        self.update_headline()

    def cursor_person(self) -> Orang | None:
        """Return the person of the cursor's row."""
        nip = self.sheet.cursor_row
        return None if nip is None else self.people.get(nip)

    # Where the cursor goes

    @on(grid_messages.CursorMoved)
    def name_cell(self) -> None:
        """Name the cell of the cursor in full."""
        self.query_one("#judge-cell", Lines).refresh()

    @on(grid_messages.PastEnd)
    def leave_column(self, message: grid_messages.PastEnd) -> None:
        """Let Enter in the last row go on; arrows stay."""
        if message.enter:
            self.go_on()

    def go_on(self) -> None:
        """Go on at the top of the next column."""
        if not any(self.sheet.to_first(column) for column in self.following_columns()):
            self.tell(self.all_passed)

    def following_columns(self) -> Sequence[str]:
        """Return the columns that are judged after the cursor's one."""
        columns, here = list(self.desk.judged.kolom), self.sheet.cursor_column
        return columns[columns.index(here) + 1 :] if here in columns else []

    @on(grid_messages.ReadOnly)
    def tell_read_only(self, message: grid_messages.ReadOnly) -> None:
        """Say why nothing happens."""
        if message.column_key in self.desk.judged.kolom:
            reason = self.desk.locked_reason(message.row_key, message.column_key)
            self.tell(f"{self.desk.name_of(message.row_key)}: {reason}.", "warning")
        else:
            self.tell("Kolom ini tidak diisi di sini; F9 menjelaskan nilainya.")

    def action_go_back(self) -> None:
        """Return to the list, on the person of the cursor."""
        nip = self.sheet.cursor_row

        def go() -> None:
            self.dismiss()
            if nip is not None:
                self.skp.home.people.move_to(nip)

        self.leave(go)

    # Reading anew

    def expect_change(self) -> None:
        """Keep keys back until what a step of the history changed is seen."""
        self.hold("read")

    def reload(self) -> None:
        """Read the whole unit anew: who is gone from it moves the numbers of the others."""
        tahun, kode = self.desk.view.tahun, self.desk.view.unit.kode

        def read(connection: sqlite3.Connection) -> UnitView:
            view = unit_view(connection, tahun, kode)
            end_look(connection)
            return view

        self.skp.look(self, read, self.show_unit, group="judged")

    def show_unit(self, view: UnitView) -> None:
        """Show everybody as he is stored; who is gone or excepted since is left out."""
        if self.fits(view.periode):
            self.desk.take_view(view)
            self.take_unit(view)
            found = {satu.nip: satu for satu in view.orang}
            self.show_stored(those_due(found[nip] for nip in self.desk.order if nip in found))
        self.let_go("read")

    def take_unit(self, view: UnitView) -> None:
        """Take in what else depends on the whole unit."""

    def show_stored(self, people: Sequence[Orang]) -> None:
        """Show everybody as he is stored."""
        self.desk.take_people(people)
        self.fill()
