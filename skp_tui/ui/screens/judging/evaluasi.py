"""Both ratings of all people of a list in one grid, for one period of the year after the other."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on

from skp_tui.domain.appraisal import TAHUNAN
from skp_tui.domain.evaluasi import NAMA_PERIODE
from skp_tui.services.base.views import Orang, UnitView
from skp_tui.services.entry import rating
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.frame.ask import Choice, ChooseScreen
from skp_tui.ui.screens.judging.evaluasi_rows import EvaluasiJudging
from skp_tui.ui.screens.judging.evaluasi_words import guide, spread
from skp_tui.ui.screens.judging.screen import JudgeScreen
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.lines import Lines, line

if TYPE_CHECKING:
    from textual.widget import Widget

TALL = 22
"""Lines of a screen from which the guiding texts are shown whole."""
LOW = 17
"""Lines of a screen below which they are not shown, nor the expected distribution."""


class EvaluasiScreen(JudgeScreen):
    """Choose the ratings of everybody who is listed, one key each; the predikat follows."""

    room = Room.EVALUASI
    BINDINGS = bindings_of(Room.EVALUASI)
    nobody = "Tidak ada yang perlu dievaluasi di daftar ini. Esc kembali."
    all_passed = "Kedua peringkat semua orang sudah terisi. Esc kembali, Ctrl+G periode lain."

    def __init__(
        self, view: UnitView, listed: Sequence[Orang], nip: str | None = None, only: str = ""
    ) -> None:
        self._everybody = {satu.nip: satu for satu in view.orang}
        self._sebaran = rating.sebaran_of(view.orang, TAHUNAN, view.peraturan)
        self._column = rating.PERINGKAT[0]
        self.periode = TAHUNAN
        super().__init__(view, listed, EvaluasiJudging(), nip, only)

    def guides(self) -> "Iterator[Widget]":
        """Yield the guiding texts of the cursor's column, and the distribution."""
        yield Lines(self._guide, id="rating-guide")
        yield Lines(self._spread, id="rating-spread")

    def _guide(self, width: int) -> Text:
        height = self.size.height
        return Text() if height < LOW else guide(self._column, width, brief=height < TALL)

    def _spread(self, width: int) -> Text:
        found = spread(self._sebaran, self.desk.view, width)
        return found if self.size.height >= LOW else found.split()[0]

    @on(grid_messages.CursorMoved)
    def guide_column(self) -> None:
        """Show the guiding texts of the column of the cursor."""
        column = self.sheet.cursor_column
        if column is not None and column in self.desk.judged.kolom and column != self._column:
            self._column = column
            self.query_one("#rating-guide", Lines).refresh()

    def on_resize(self) -> None:
        """Give the guiding texts the lines that another size has for them."""
        for name in ("rating-guide", "rating-spread"):
            self.query_one(f"#{name}", Lines).refresh(layout=True)

    def follow(self) -> None:
        """Draw the distribution anew too."""
        super().follow()
        self.query_one("#rating-spread", Lines).refresh(layout=True)

    def person_counted(self, orang: Orang) -> None:
        """Count a changed rating in the distribution of the whole unit."""
        super().person_counted(orang)
        before, self._everybody[orang.nip] = self._everybody[orang.nip], orang
        self._sebaran = self._sebaran.moved(before, orang)

    def go_on(self) -> None:
        """Go on where a rating is lacking: in the next column, at the very end in any."""
        following = self.following_columns()
        columns = following or self.desk.judged.kolom
        missing = rating.first_unrated(self.people.values(), self.periode, columns)
        if missing is None:
            super().go_on()
        else:
            self.sheet.move_to(*missing)

    # Another period

    def action_choose_period(self) -> None:
        """Choose the period, once everything chosen for this one is stored."""
        self.leave(self._ask_period)

    def _ask_period(self) -> None:
        counted = rating.counted_by_period(self.people.values())
        choices = [
            Choice(periode, _period_line(periode, count, len(self.people)), _letter(periode))
            for periode, count in counted.items()
        ]
        chooser = ChooseScreen("Evaluasi", choices, self.periode, topic="masa")
        self.app.push_screen(chooser, self._take_period)

    def _take_period(self, periode: str | None) -> None:
        if periode is not None and periode != self.periode:
            self.periode = periode
            everybody, peraturan = self._everybody.values(), self.desk.view.peraturan
            self._sebaran = rating.sebaran_of(everybody, periode, peraturan)
            self.judge(EvaluasiJudging(periode))

    # Reading anew

    def take_unit(self, view: UnitView) -> None:
        """Count the distribution anew, of those too who are not listed."""
        self._everybody = {satu.nip: satu for satu in view.orang}
        self._sebaran = rating.sebaran_of(view.orang, self.periode, view.peraturan)


def _period_line(periode: str, count: int, total: int) -> Text:
    words = f"{count} dari {total}" if count else "–"
    return line(f"{_letter(periode).upper():<3}{NAMA_PERIODE[periode]:<14}{words}")


def _letter(periode: str) -> str:
    """Return the sign that chooses a period: 1 to 4 a quarter, T the year."""
    if periode == TAHUNAN:
        return "t"
    sort, _, number = periode.partition("-")
    return number if sort == "triwulan" else ""
