"""One package: every person with the values that were sent."""

from rich.text import Text
from textual import on
from textual.app import ComposeResult

from skp_tui.domain.dates import shown_moment
from skp_tui.services.sending.sent import IsiPaket
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.lists.filtered import Filtered
from skp_tui.ui.screens.lists.table import PeopleGrid
from skp_tui.ui.screens.sending.sent_rows import (
    WIDE,
    Listed,
    counts_of,
    is_rated,
    people_columns,
    person_foot,
    settings_words,
    state_of,
)
from skp_tui.ui.widgets.filter_bar import FilterBar
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.grid.model import Column
from skp_tui.ui.widgets.grid.paint import wrap
from skp_tui.ui.widgets.lines import Lines, cut, line, titled

SETTINGS_LINES = 3
NOBODY = "Tidak ada yang cocok. Esc menampilkan semua."


class SentPackageScreen(Filtered):
    """List the people of a package as they were sent; nothing here can be changed."""

    room = Room.KIRIMAN_ISI
    BINDINGS = bindings_of(Room.KIRIMAN_ISI)

    def __init__(self, isi: IsiPaket) -> None:
        super().__init__()
        self.isi = isi
        self._listed = Listed(isi)

    def content(self) -> ComposeResult:
        """Yield what the package says of itself, the filter, the list and the cursor's person."""
        yield Lines(self._head, id="sent-head")
        yield FilterBar(self._fill, listed="#sent-people")
        yield PeopleGrid(self._columns(80), cursor="row", empty=NOBODY, id="sent-people")
        yield Lines(self._foot, id="sent-foot")

    @property
    def listed(self) -> PeopleGrid:
        """Return the list."""
        return self.query_one("#sent-people", PeopleGrid)

    def on_mount(self) -> None:
        """Show everybody."""
        self.focus_on(self.listed)
        self._fill()

    def on_resize(self) -> None:
        """Choose the columns for another width."""
        self._fill()

    def title_text(self) -> Text:
        """Name number, moment and state."""
        paket = self.isi.paket
        return titled(f"Kiriman ke-{paket.nomor}", shown_moment(paket.waktu), state_of(paket))

    def _head(self, width: int) -> Text:
        paket = self.isi.paket
        lines = (
            cut(line(f"{counts_of(paket)} · {paket.nama}", "bold"), width),
            *(line(words) for words in wrap(settings_words(self.isi), width, SETTINGS_LINES, "…")),
        )
        return Text("\n", end="", no_wrap=True).join(lines)

    def _columns(self, width: int) -> tuple[Column, ...]:
        rows = self.isi.baris
        return people_columns(width, len(rows), rated=any(is_rated(row) for row in rows[:1]))

    def _fill(self) -> None:
        width = self.size.width or self.app.size.width
        shown = self._listed.matching(self.bar.words)
        rows = [self._listed.line(row, wide=width >= WIDE) for row in shown]
        self.listed.show(self._columns(width), rows)
        self.bar.count(len(shown), len(self.isi.baris))
        self.query_one("#sent-foot", Lines).refresh()

    def _foot(self, width: int) -> Text:
        return person_foot(self._listed.by_nip.get(self.listed.cursor_row or ""), width)

    @on(grid_messages.CursorMoved)
    def follow_cursor(self) -> None:
        """Tell of the cursor's person."""
        self.query_one("#sent-foot", Lines).refresh()
