"""The start screen: how far the unit is, and who still needs something."""

from collections.abc import Sequence
from dataclasses import replace

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from skp_tui.rules.regulation import Masa, masa_of
from skp_tui.services.views import Orang, UnitView, recap_of
from skp_tui.ui.actions import Room, bindings_of
from skp_tui.ui.screens import unit_head
from skp_tui.ui.screens.ask import Choice, ChooseScreen
from skp_tui.ui.screens.frame import Frame
from skp_tui.ui.screens.unit_read import Opened, indented, opened, years_to_choose
from skp_tui.ui.screens.unit_table import PeopleGrid, columns_for, row_of
from skp_tui.ui.widgets.grid import Grid
from skp_tui.ui.widgets.lines import Lines, cut, line

EMPTY = "Belum ada pegawai di unit ini pada tahun itu. T memilih tahun, U memilih unit."
NOBODY = "Tidak ada nama atau NIP yang cocok. Esc menampilkan semua."
NO_UNIT = "Belum ada unit. Keluar (Ctrl+Q), lalu isi: skp-tui impor unit BERKAS.csv"
READING = "Membaca…"


class UnitRead(Message):
    """Tell that the unit was read."""

    def __init__(self, result: Opened) -> None:
        super().__init__()
        self.result = result


class UnitScreen(Frame):
    """Show a unit in a year: percentages, distribution, employees, and what is to be done."""

    room = Room.UNIT
    BINDINGS = bindings_of(Room.UNIT)

    def __init__(self, tahun: int | None = None, kode: str | None = None) -> None:
        super().__init__()
        self.tahun, self.kode = tahun, kode
        self.view: UnitView | None = None
        self._years: tuple[int, ...] = ()
        self._changed: dict[str, Orang] = {}
        self._shown: tuple[Orang, ...] = ()
        self._warm = False

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
        """Draw first, then read."""
        self.query_one("#filter").display = False
        self.field.cursor_blink = False
        self.focus_on(self.people)
        self.call_after_refresh(self.reload)

    def title_text(self) -> Text:
        """Name unit, year and regulation."""
        return Text("SKP", style="bold") if self.view is None else unit_head.title(self.view)

    # Reading

    def reload(self) -> None:
        """Read the unit anew."""
        tahun, kode, today = self.tahun, self.kode, self.skp.today
        self.skp.read(
            self,
            lambda connection: opened(connection, tahun, kode, today),
            UnitRead,
            group="unit",
        )

    def on_unit_read(self, message: UnitRead) -> None:
        """Show what was read; then load what writing needs, while the user already looks."""
        self._years = message.result.years
        self._changed.clear()
        if message.result.view is None:
            self.people.say_when_empty(NO_UNIT)
        else:
            self._show(message.result.view)
        if not self._warm:
            self._warm = True
            self.call_after_refresh(self.skp.sitting.warm_up)

    def _show(self, view: UnitView) -> None:
        self.view = view
        self.tahun, self.kode = view.tahun, view.unit.kode
        self.query_one("#head", Lines).show(lambda width: unit_head.head(view, width))
        today = self.skp.today
        self.query_one("#to-do", Lines).show(
            lambda width: cut(unit_head.to_do(view, today), width)
        )
        self.update_headline()
        self._fill()

    # What changed in the entry screen

    def person_changed(self, orang: Orang) -> None:
        """Remember a person whose appraisal changed; the list follows when it is seen again."""
        self._changed[orang.nip] = orang

    def on_screen_resume(self) -> None:
        """Count again with those who changed; nobody else is read or computed anew."""
        view = self.view
        if view is None or not self._changed:
            return
        changed = dict(self._changed)
        self._changed.clear()
        people = tuple(changed.get(satu.nip, satu) for satu in view.orang)
        kategori = tuple(view.rekap.sebaran)
        recap = recap_of(view.units, view.unit.kode, people, view.periode, kategori)
        self._show(replace(view, orang=people, rekap=recap))

    # The list and its filter

    def _fill(self) -> None:
        if self.view is None:
            return
        everybody = self.view.orang
        numbers = {satu.nip: place for place, satu in enumerate(everybody, 1)}
        self._shown = self._matching(everybody)
        self.people.say_when_empty(NOBODY if everybody else EMPTY)
        width = self.size.width
        columns = columns_for(width, (satu.nama for satu in everybody))
        rows = [row_of(numbers[satu.nip], satu, width) for satu in self._shown]
        self.people.show(columns, rows)
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
        if self.view is not None:
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
        """Go to the list; the filter stays."""
        if not self.field.value.strip():
            self._close_filter()
        self.focus_on(self.people)

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
        self.focus_on(self.people)

    # Actions

    def cursor_person(self) -> Orang | None:
        """Return the person of the cursor's row."""
        nip = self.people.cursor_row
        return None if self.view is None or nip is None else self.view.of(nip)

    @on(Grid.RowChosen)
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
        from skp_tui.ui.screens.isi import IsiScreen  # noqa: PLC0415 - not for the first frame

        listed = self._shown if any(satu.nip == nip for satu in self._shown) else self.view.orang
        self.people.move_to(nip)
        self.app.push_screen(IsiScreen(self, self.view, listed, nip))

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
        years = years_to_choose(self._years, self.view.tahun, self.skp.today)
        choices = [Choice(str(year), self._year_words(year)) for year in years]
        chooser = ChooseScreen("Tahun penilaian", choices, str(self.view.tahun))
        self.app.push_screen(chooser, self._take_year)

    def _year_words(self, year: int) -> Text:
        masa: Masa = masa_of(year)
        words = f"{year}   {masa.nama}"
        if masa.peraturan is None:
            words += "   belum tersedia"
        return line(words if year in self._years else f"{words}   belum ada data")

    def _take_year(self, year: str | None) -> None:
        if year is not None:
            self.tahun = int(year)
            self.reload()

    def action_choose_unit(self) -> None:
        """Choose another unit."""
        if self.view is None:
            return
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
