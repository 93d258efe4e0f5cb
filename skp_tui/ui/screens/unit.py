"""The start screen: how far the unit is, and who still needs something.

What reads and computes is imported where it is used: the first frame needs none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import events, on
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from skp_tui.ui.actions import Room, bindings_of
from skp_tui.ui.screens.person_ways import PersonWays
from skp_tui.ui.screens.unit_table import PeopleGrid, columns_for, numbered
from skp_tui.ui.screens.ways import Ways
from skp_tui.ui.widgets import grid_messages
from skp_tui.ui.widgets.lines import Lines, line

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from skp_tui.services.views import Orang, UnitView
    from skp_tui.ui.screens.unit_read import Opened
    from skp_tui.ui.screens.unit_rows import RowStore

EMPTY = "Belum ada pegawai. Ctrl+N menambah; T memilih tahun lain, U unit lain."
NOBODY = "Tidak ada nama atau NIP yang cocok. Esc menampilkan semua."
NO_UNIT = "Belum ada unit. Jawab pertanyaannya dahulu."
READING = "Membaca…"


class UnitRead(Message):
    """Tell that the unit was read."""

    def __init__(self, result: Opened) -> None:
        super().__init__()
        self.result = result


class UnitScreen(PersonWays, Ways):
    """Show a unit in a year: percentages, distribution, employees, and what is to be done."""

    room = Room.UNIT
    BINDINGS = bindings_of(Room.UNIT)

    def __init__(self, opened: Opened | None = None) -> None:
        super().__init__()
        self.tahun: int | None = None
        self.kode: str | None = None
        self._opened = opened
        self.view: UnitView | None = None
        self._years: tuple[int, ...] = ()
        self._changed: dict[str, Orang] = {}
        self._since: dict[str, Orang] = {}
        self._shown: tuple[Orang, ...] = ()
        self._rows: RowStore | None = None
        self._warm = False
        self._width = 0

    def content(self) -> ComposeResult:
        """Yield the indicator, the filter, the list and what is to be done."""
        yield Lines(id="head")
        with Horizontal(id="filter"):
            yield Lines(lambda _: line("Cari "), id="filter-word")
            yield Input(id="filter-text", select_on_focus=False, max_length=60, compact=True)
            yield Lines(id="filter-count")
        yield PeopleGrid(columns_for(80, ()), cursor="row", empty=READING, id="people")
        yield Lines(id="to-do")

    @property
    def people(self) -> PeopleGrid:
        """Return the list."""
        return self.query_one("#people", PeopleGrid)

    @property
    def field(self) -> Input:
        """Return the field of the filter."""
        return self.query_one("#filter-text", Input)

    def on_mount(self) -> None:
        """Show what was read before; read where nothing could be."""
        self.query_one("#filter").display = False
        self.field.cursor_blink = False
        self.focus_on(self.people)
        if self._opened is None:
            self.reload()
        else:
            self.on_unit_read(UnitRead(self._opened))

    def title_text(self) -> Text:
        """Name unit, year and regulation."""
        if self.view is None:
            return Text("SKP", style="bold")
        from skp_tui.ui.screens import unit_head  # noqa: PLC0415 - not for the first frame

        return unit_head.title(self.view)

    # Reading

    def reload(self) -> None:
        """Read the unit anew."""
        # what is still being stored may miss in the answer too
        self._since = dict(self._changed) if self.skp.saving.pending else {}
        tahun, kode, today, width = self.tahun, self.kode, self.skp.today, self.size.width

        def read(connection: sqlite3.Connection) -> Opened:
            from skp_tui.ui.screens.unit_read import opened  # noqa: PLC0415 - not at first

            return opened(connection, tahun, kode, today, width)

        self.skp.read(self, read, UnitRead, group="unit")

    def on_unit_read(self, message: UnitRead) -> None:
        """Show what was read; then load what writing needs, while the user already looks."""
        self._years = message.result.years
        changed, self._changed, self._since = self._since, {}, {}
        self._rows = message.result.rows
        if message.result.view is None:
            self.people.say_when_empty(NO_UNIT)
            self.open_start()
        else:
            self._show_with(message.result.view, changed)
        if not self._warm:
            self._warm = True
            self.call_after_refresh(self.skp.sitting.warm_up)

    def _show(self, view: UnitView) -> None:
        from skp_tui.ui.screens import unit_head  # noqa: PLC0415 - not for the first frame

        self.view = view
        self.tahun, self.kode = view.tahun, view.unit.kode
        self.query_one("#head", Lines).show(lambda width: unit_head.head(view, width))
        today = self.skp.today
        self.query_one("#to-do", Lines).show(lambda width: unit_head.to_do(view, today, width))
        self.update_headline()
        self._fill()

    # What changed in the entry screen

    def person_changed(self, orang: Orang) -> None:
        """Remember a person whose appraisal changed; the list follows when it is seen again."""
        self._changed[orang.nip] = self._since[orang.nip] = orang

    def on_screen_resume(self) -> None:
        """Count again with those who changed; nobody else is read or computed anew."""
        changed, self._changed = self._changed, {}
        if self.view is not None and changed:
            self._show_with(self.view, changed)

    def _show_with(self, view: UnitView, changed: Mapping[str, Orang]) -> None:
        from skp_tui.ui.screens.unit_read import with_changed  # noqa: PLC0415 - not at first

        self._show(with_changed(view, changed))

    # The list and its filter

    def _fill(self) -> None:
        if self.view is None or self._rows is None:
            return
        everybody = self.view.orang
        self._shown = self._matching(everybody)
        self.people.say_when_empty(NOBODY if everybody else EMPTY)
        # on mounting only the app knows yet how wide it will be
        width = self._width = self.size.width or self.app.size.width
        columns = columns_for(width, [satu.nama for satu in everybody])
        self.people.show(columns, self._rows.rows(self._shown, numbered(everybody), width))
        count = f" {len(self._shown)} dari {len(everybody)}"
        self.query_one("#filter-count", Lines).show(lambda _: line(count))

    def _matching(self, everybody: Sequence[Orang]) -> tuple[Orang, ...]:
        words = self.field.value.casefold().split()
        if not words:
            return tuple(everybody)
        return tuple(
            satu
            for satu in everybody
            if all(word in satu.nama.casefold() or word in satu.nip for word in words)
        )

    def on_resize(self, _event: events.Resize) -> None:
        """Choose the columns for another width."""
        if self.view is not None and self.size.width != self._width:
            self._fill()

    def action_filter(self) -> None:
        """Open the filter."""
        self.query_one("#filter").display = True
        self.focus_on(self.field)

    @on(Input.Changed, "#filter-text")
    def follow_filter(self) -> None:
        """Show who matches, while typing."""
        self._fill()

    @on(Input.Submitted, "#filter-text")
    def enter_list(self) -> None:
        """Open the first who matches; the filter stays, and arrows go to the others."""
        words = self.field.value.strip()
        if not words:
            self._close_filter()
        self.focus_on(self.people)
        if words:
            self.action_open_person()

    def on_key(self, event: events.Key) -> None:
        """Leave the filter's field with arrows; Esc brings everybody back."""
        if event.key in {"up", "down"} and self.field.has_focus:
            self.focus_on(self.people)
            event.stop()
        elif event.key == "escape" and self.query_one("#filter").display:
            self._close_filter()
            event.stop()

    def _close_filter(self) -> None:
        self.query_one("#filter").display = False
        self.field.value = ""
        # at once: the field tells its change by a message, and the next key may come before it
        self._fill()
        self.focus_on(self.people)

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
        if self.view is None or self.view.belum:
            self.tell("Tahun ini belum dapat diisi di versi ini; T memilih tahun lain.", "warning")
            return
        if (self.tahun, self.kode) != (self.view.tahun, self.view.unit.kode):
            # another year or unit is being read: this list is not the one that was asked for
            self.skp.drop_keys()
            self.tell("Masih membaca; tunggu sebentar.")
            return
        from skp_tui.ui.screens.isi import IsiScreen  # noqa: PLC0415 - not for the first frame

        listed = self._shown if any(satu.nip == nip for satu in self._shown) else self.view.orang
        self.people.move_to(nip)
        self.app.push_screen(IsiScreen(self.view, listed, nip))

    def action_explain(self) -> None:
        """Explain the value of the person of the cursor's row."""
        orang = self.cursor_person()
        if orang is None or self.view is None:
            return
        from skp_tui.ui.screens.mengapa import MengapaScreen  # noqa: PLC0415 - not at first

        self.app.push_screen(MengapaScreen(orang, self.view.masa))

    def action_choose_year(self) -> None:
        """Choose another year."""
        if self.view is None:
            return
        from skp_tui.ui.screens.ask import Choice, ChooseScreen  # noqa: PLC0415 - not at first
        from skp_tui.ui.screens.unit_read import year_words, years_to_choose  # noqa: PLC0415

        years = years_to_choose(self._years, self.view.tahun, self.skp.today)
        choices = [Choice(str(year), line(year_words(year, self._years))) for year in years]
        chooser = ChooseScreen("Tahun penilaian", choices, str(self.view.tahun))
        self.app.push_screen(chooser, self._take_year)

    def _take_year(self, year: str | None) -> None:
        if year is not None:
            self.tahun = int(year)
            self.reload()

    def action_choose_unit(self) -> None:
        """Choose another unit."""
        if self.view is None:
            return
        from skp_tui.ui.screens.ask import Choice, ChooseScreen  # noqa: PLC0415 - not at first
        from skp_tui.ui.screens.unit_read import indented  # noqa: PLC0415 - not at first

        choices = [
            Choice(unit.kode, line(f"{'  ' * depth}{unit.nama}  ({unit.kode})"))
            for unit, depth in indented(self.view.units)
        ]
        chooser = ChooseScreen("Unit, dengan semua di bawahnya", choices, self.view.unit.kode)
        self.app.push_screen(chooser, self._take_unit)

    def _take_unit(self, kode: str | None) -> None:
        if kode is not None:
            self.kode = kode
            self.reload()
