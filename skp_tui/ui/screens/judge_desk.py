"""A grid in which many people are judged, without its keys: who is in it, and what follows."""

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.message import Message

from skp_tui.domain.dates import shown_date
from skp_tui.domain.parts import with_row
from skp_tui.domain.period import Periode
from skp_tui.services import judging
from skp_tui.services.entry import Isi
from skp_tui.services.recording import Tempat
from skp_tui.services.views import Orang, UnitView, period_or_default, valued
from skp_tui.ui.screens.block_saving import BlockSaving
from skp_tui.ui.screens.isi_sheet import Sheet
from skp_tui.ui.screens.isi_under_way import UnderWay
from skp_tui.ui.screens.judge_model import WIDE, JudgeSheet, Judging
from skp_tui.ui.screens.unit_table import numbered
from skp_tui.ui.widgets import grid_messages
from skp_tui.ui.widgets.grid import Row
from skp_tui.ui.widgets.lines import Lines, cut, line, titled
from skp_tui.ui.widgets.row_store import RowStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

READING = "Membaca…"
FEW_SIGNS = 12
"""Signs that are left of a name below the grid, where it stands in full, before words go."""
NOBODY = "Tidak ada yang perlu dinilai di daftar ini. Esc kembali."


class RowsMade(Message):
    """Tell that the lines of the grid are written, those of a long list in a thread."""


class JudgeDesk(BlockSaving):
    """Hold what is judged of everybody who is listed and show it in one grid."""

    nobody = NOBODY
    """What stands instead of the rows where nobody is to be judged."""

    def __init__(
        self,
        view: UnitView,
        listed: Sequence[Orang],
        judged: Judging,
        nip: str | None = None,
        only: str = "",
    ) -> None:
        super().__init__()
        self.view, self.only, self.judged = view, only, judged
        self.under_way = UnderWay()
        self._numbers = numbered(view.orang)
        self._rows = _row_store(judged)
        self._listed = len(listed)
        self.order = tuple(satu.nip for satu in listed)
        self._start, self._begun = nip, False
        self.take_people(judging.those_due(listed))
        self.hold("read")

    def take_people(self, people: Sequence[Orang]) -> None:
        """Take everybody in as he is."""
        self.people = {satu.nip: satu for satu in people}
        self.entered: dict[str, Isi] = {satu.nip: self.judged.isi(satu) for satu in people}
        self._done = {satu.nip for satu in people if self.judged.is_done(satu)}

    def judge(self, judged: Judging) -> None:
        """Judge something else of the same people from now on."""
        self.judged, self._rows = judged, _row_store(judged)
        self.take_people(tuple(self.people.values()))
        self._start, self._begun = self.sheet.cursor_row, False
        self.hold("read")
        self._make_rows()

    def content(self) -> ComposeResult:
        """Yield who is listed, the grid, and the words for the cell of the cursor."""
        yield Lines(self._note, id="judge-note")
        sheet = JudgeSheet(
            self.judged.columns(80, (), 0),
            check=self.refusal,
            edit_text=self.edit_text,
            empty=READING,
            id="judgements",
        )
        sheet.asked = self._is_asked
        yield sheet
        yield Lines(self._cell_words, id="judge-cell")
        yield from self.guides()

    def guides(self) -> "Iterator[Widget]":
        """Yield what stands below, to help whoever judges."""
        yield from ()

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
        return titled(self.judged.nama, self.view.unit.nama, str(self.view.tahun))

    def title_kept(self) -> int:
        """Keep what is judged, with its period."""
        return len(self.judged.nama)

    def state_text(self) -> str:
        """Say how many have all that everybody needs."""
        return f"{len(self._done)} dari {len(self.people)} lengkap"

    def help_topics(self) -> tuple[str, ...]:
        """Name what is judged in the column of the cursor."""
        column = self.sheet.cursor_column
        return (column,) if column else ()

    def _note(self, width: int) -> Text:
        parts = [f"Hanya: {self.only}"] if self.only else []
        if any(satu.penilaian.dikunci is not None for satu in self.people.values()):
            parts.append("= terkunci, hanya dibaca")
        if left_out := self._listed - len(self.people):
            parts.append(f"{left_out} dikecualikan tidak ditanyakan")
        return cut(line(" · ".join(parts or [self.judged.hint])), width)

    def _cell_words(self, width: int) -> Text:
        """Name the cell in full; the person's name gives way to what must be read."""
        orang, column = self.cursor_person(), self.sheet.cursor_column
        if orang is None or column is None:
            return line("")
        locked = orang.penilaian.dikunci
        words = [f"terkunci sejak {shown_date(locked)}; hanya dibaca"]
        if locked is None:
            words = list(self.judged.words(orang, column))
        name = min(len(orang.nama), FEW_SIGNS)
        while len(words) > 1 and name + sum(len(part) + 3 for part in words) > width:
            words.pop()
        rest = line("".join(f" · {part}" for part in words))
        who = cut(line(orang.nama, "bold"), max(8, width - rest.cell_len))
        return cut(Text.assemble(who, rest, end="", no_wrap=True), width)

    def _is_asked(self, row_key: str, column_key: str) -> bool:
        orang = self.people.get(row_key)
        return orang is not None and self.judged.is_asked(orang, column_key)

    def _make_rows(self) -> None:
        people, wide = tuple(self.people.values()), self.is_wide

        def make() -> None:
            for orang in people:
                self._row(orang, wide=wide)

        self.skp.work(self, make, lambda _: RowsMade(), group="rows")

    def on_rows_made(self) -> None:
        """Show the lines; the cursor begins on the person it came from."""
        self.fill()
        if not self._begun:
            self._begun = True
            self._begin(self._start)
        self.let_go("read")

    def _begin(self, nip: str | None) -> None:
        """Put the cursor on the first cell that somebody lacks, else on the person asked for."""
        missing = self.judged.first_missing(self.people.values())
        if missing is not None:
            self.sheet.move_to(*missing)
        elif nip in self.people:
            self.sheet.move_to(nip, self.judged.kolom[0])

    def fill(self) -> None:
        """Show everybody; only lines that changed are written anew."""
        people = tuple(self.people.values())
        self.sheet.say_when_empty(self.nobody)
        columns = self.judged.columns(self.size.width, people, len(self.view.orang))
        self.sheet.show(columns, [self._row(satu, wide=self.is_wide) for satu in people])
        self.follow()

    @property
    def is_wide(self) -> bool:
        """Say whether there is room for whole titles and more columns."""
        return self.size.width >= WIDE

    def _row(self, orang: Orang, *, wide: bool) -> Row:
        return self._rows.row(orang, self._numbers.get(orang.nip, 0), wide)

    def follow(self) -> None:
        """Draw anew what follows from the judgements."""
        for name in ("judge-note", "judge-cell"):
            self.query_one(f"#{name}", Lines).refresh()
        self.update_headline()

    def cursor_person(self) -> Orang | None:
        """Return the person of the cursor's row."""
        nip = self.sheet.cursor_row
        return None if nip is None else self.people.get(nip)

    @on(grid_messages.CursorMoved)
    def name_cell(self) -> None:
        """Name the cell of the cursor in full."""
        self.query_one("#judge-cell", Lines).refresh()

    # What is entered

    def tempat_of(self, key: str) -> Tempat:
        """Return whose year it is; what is judged is of no part."""
        return Tempat(self.view.tahun, key)

    def name_of(self, key: str) -> str:
        """Return the name of whom a row belongs to."""
        return self.people[key].nama

    def put_row(self, key: str, isi: Isi) -> None:
        """Take what is judged in, and compute that person anew."""
        penilaian = with_row(self.people[key].penilaian, 1, isi)
        orang = valued(penilaian, self.view.periode)
        self.people[key], self.entered[key] = orang, isi
        if self.judged.is_done(orang):
            self._done.add(key)
        else:
            self._done.discard(key)
        self.skp.person_changed(orang)

    def show_row(self, sheet: Sheet, key: str, isi: Isi) -> None:
        """Repaint one line, and what follows from it."""
        del isi
        sheet.update_row(self._row(self.people[key], wide=self.is_wide))
        self.follow()

    # Reading anew

    def reload(self) -> None:
        """Read everybody anew, because what is stored changed beside the grid."""
        tahun, nips, wide = self.view.tahun, self.order, self.is_wide

        def read(connection: sqlite3.Connection) -> tuple[Periode, Sequence[Orang]]:
            periode = period_or_default(connection, tahun)
            people = judging.read_judged(connection, tahun, nips)
            for orang in people:
                self._row(orang, wide=wide)
            return periode, people

        def show(found: tuple[Periode, Sequence[Orang]]) -> None:
            periode, people = found
            if self.fits(periode):
                self.show_stored(people)

        self.skp.look(self, read, show, group="judged")

    def show_stored(self, people: Sequence[Orang]) -> None:
        """Show everybody as he is stored."""
        self.take_people(people)
        self.fill()


def _row_store(judged: Judging) -> RowStore[Orang]:
    """Return the lines of a grid; each depends on its number and on whether it is wide."""
    return RowStore(lambda satu: satu.nip, lambda satu: satu.nama, judged.row)
