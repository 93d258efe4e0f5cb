"""Angka kredit: what the predikats of a unit earn those in a jabatan fungsional (C)."""

from rich.text import Text
from textual import on
from textual.app import ComposeResult

from skp_tui.domain.search import fits, words_of
from skp_tui.services.base.views import UnitView
from skp_tui.services.recap.credits import Kredit, credits_csv, credits_name, credits_of
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.frame.file_saving import save_list
from skp_tui.ui.screens.lists.filtered import Filtered
from skp_tui.ui.screens.lists.of_unit import OfUnit
from skp_tui.ui.screens.lists.table import PeopleGrid
from skp_tui.ui.screens.mengapa.screen import MengapaScreen
from skp_tui.ui.screens.rekap.credit_rows import (
    EMPTY,
    NO_MATCH,
    READING,
    columns,
    foot,
    row,
    searched,
)
from skp_tui.ui.screens.unit.ways import entry_screen
from skp_tui.ui.widgets.filter_bar import FilterBar
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.lines import Lines, titled
from skp_tui.ui.workers import calling


class CreditsScreen(OfUnit, Filtered):
    """List who earns angka kredit, by jenjang and whole months, and save the list."""

    room = Room.ANGKA_KREDIT
    BINDINGS = bindings_of(Room.ANGKA_KREDIT)

    def __init__(self, view: UnitView) -> None:
        super().__init__(view)
        self._credits: tuple[Kredit, ...] = ()
        self._shown: tuple[Kredit, ...] = ()
        self._numbers: dict[str, int] = {}
        self._searched: dict[str, str] = {}

    def content(self) -> ComposeResult:
        """Yield the filter, the list and the cursor's line in full."""
        yield FilterBar(self._fill, listed="#credit-list")
        yield PeopleGrid(columns(80, ()), cursor="row", empty=READING, id="credit-list")
        yield Lines(self._foot, id="credit-foot")

    @property
    def listed(self) -> PeopleGrid:
        """Return the list."""
        return self.query_one("#credit-list", PeopleGrid)

    def on_mount(self) -> None:
        """Begin on the list, which is there already."""
        self.focus_on(self.listed)
        self.begin()

    def title_text(self) -> Text:
        """Name unit and year."""
        return titled("Angka kredit", self.view.unit.nama, str(self.view.tahun))

    def show_view(self) -> None:
        """Convert anew, in a thread of its own: a city has thousands."""
        view = self.view
        self.hold("count")
        self.skp.work(self, lambda: credits_of(view), calling(self._show), group="ak")

    def _show(self, found: tuple[Kredit, ...]) -> None:
        """Show them."""
        self._credits = found
        self._numbers = {satu.kunci: place for place, satu in enumerate(self._credits, 1)}
        self._searched = {satu.kunci: searched(satu) for satu in self._credits}
        self._fill()
        self.update_headline()
        self.let_go("count")

    def _fill(self) -> None:
        width = self.size.width or self.app.size.width
        typed = words_of(self.bar.words)
        self._shown = tuple(
            satu for satu in self._credits if fits(typed, self._searched[satu.kunci])
        )
        self.listed.say_when_empty(NO_MATCH if self._credits else EMPTY)
        rows = [row(self._numbers[satu.kunci], satu, width) for satu in self._shown]
        self.listed.show(columns(width, self._credits), rows)
        self.bar.count(len(self._shown), len(self._credits))
        self.query_one("#credit-foot", Lines).refresh()

    def on_resize(self) -> None:
        """Choose the columns for another width."""
        self._fill()

    def _at(self) -> Kredit | None:
        key = self.listed.cursor_row
        return next((satu for satu in self._shown if satu.kunci == key), None)

    def _foot(self, width: int) -> Text:
        return foot(self._at(), width)

    @on(grid_messages.CursorMoved)
    def follow_cursor(self) -> None:
        """Tell the cursor's line in full."""
        self.query_one("#credit-foot", Lines).refresh()

    # The person of the cursor's row

    @on(grid_messages.RowChosen)
    def action_open_person(self) -> None:
        """Open the entry screen on the person of the cursor's row."""
        at = self._at()
        if at is not None:
            # who served in two jenjang has two lines
            people = {satu.orang.nip: satu.orang for satu in self._shown}
            self.app.push_screen(entry_screen(self.view, tuple(people.values()), at.orang.nip))

    def action_explain(self) -> None:
        """Explain predikat and angka kredit of the person of the cursor's row."""
        at = self._at()
        if at is not None:
            self.app.push_screen(MengapaScreen(at.orang))

    # The file

    def action_save_list(self) -> None:
        """Ask for a name and write the list that is shown."""
        view, shown = self.view, self._shown
        name = credits_name(view.unit.kode, view.tahun)
        save_list(self, "angka kredit", name, lambda: credits_csv(view, shown))
