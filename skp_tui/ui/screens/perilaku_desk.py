"""The grid of perilaku without its keys: who is judged, what is shown, and what is computed."""

import sqlite3
from collections.abc import Sequence

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.message import Message

from skp_tui.domain.appraisal import PERILAKU
from skp_tui.domain.dates import shown_date
from skp_tui.domain.number import printed
from skp_tui.domain.parts import with_row
from skp_tui.rules.regulation import peraturan_of
from skp_tui.services import judging
from skp_tui.services.entry import NAMA_KOLOM, Isi
from skp_tui.services.recording import Tempat
from skp_tui.services.views import Orang, UnitView
from skp_tui.ui.screens.block_saving import BlockSaving
from skp_tui.ui.screens.isi_sheet import Sheet
from skp_tui.ui.screens.isi_under_way import UnderWay
from skp_tui.ui.screens.perilaku_rows import WIDE, JudgeSheet, columns_for, row_store
from skp_tui.ui.screens.unit_table import numbered
from skp_tui.ui.widgets import grid_messages
from skp_tui.ui.widgets.grid import Row
from skp_tui.ui.widgets.lines import Lines, cut, line

READING = "Membaca…"
NOBODY = "Tidak ada yang perlu dinilai perilakunya di daftar ini. Esc kembali."


class RowsMade(Message):
    """Tell that the lines of the grid are written, those of a long list in a thread."""


class PerilakuDesk(BlockSaving):
    """Hold the perilaku of everybody who is listed and show it in one grid."""

    def __init__(
        self, view: UnitView, listed: Sequence[Orang], nip: str | None = None, only: str = ""
    ) -> None:
        super().__init__()
        self.view, self.only = view, only
        self.peraturan = peraturan_of(view.tahun)
        self.under_way = UnderWay()
        self._numbers = numbered(view.orang)
        self._rows = row_store()
        self._listed = len(listed)
        self._order = tuple(satu.nip for satu in listed)
        self._start, self._begun = nip, False
        self._take(judging.judged(listed))
        self.hold("read")

    def _take(self, people: Sequence[Orang]) -> None:
        self.people = {satu.nip: satu for satu in people}
        self.entered: dict[str, Isi] = {satu.nip: satu.penilaian.perilaku for satu in people}
        self._done = {satu.nip for satu in people if judging.has_mean(satu)}

    def content(self) -> ComposeResult:
        """Yield who is listed, the grid, and the words for the cell of the cursor."""
        yield Lines(self._note, id="judge-note")
        sheet = JudgeSheet(
            columns_for(80, (), 0),
            check=self.refusal,
            edit_text=self.edit_text,
            empty=READING,
            id="judgements",
        )
        sheet.asked = self._is_asked
        yield sheet
        yield Lines(self._cell_words, id="judge-cell")

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
        return Text.assemble(
            ("Perilaku  ", "bold"),
            line(self.view.unit.nama, "bold"),
            f" · {self.view.tahun}",
            no_wrap=True,
            end="",
        )

    def state_text(self) -> str:
        """Say how many have all that everybody needs."""
        return f"{len(self._done)} dari {len(self.people)} lengkap"

    def help_topics(self) -> tuple[str, ...]:
        """Name the aspect."""
        column = self.sheet.cursor_column
        return (column,) if column else ()

    def _note(self, width: int) -> Text:
        parts = [f"Hanya: {self.only}"] if self.only else []
        if any(satu.penilaian.dikunci is not None for satu in self.people.values()):
            parts.append("= terkunci, hanya dibaca")
        if left_out := self._listed - len(self.people):
            parts.append(f"{left_out} dikecualikan tidak ditanyakan")
        return cut(line(" · ".join(parts or ["Enter turun ke orang berikut"])), width)

    def _cell_words(self, width: int) -> Text:
        """Name the cell in full; the person's name gives way to what must be read."""
        orang, column = self.cursor_person(), self.sheet.cursor_column
        if orang is None or column is None:
            return line("")
        locked, odd = orang.penilaian.dikunci, judging.oddity(orang)
        if locked is not None:
            words = f"terkunci sejak {shown_date(locked)}; hanya dibaca"
        elif odd and column == judging.KEPEMIMPINAN:
            words = f"perhatikan: {odd}"
        else:
            mean = f"rata-rata {printed(orang.hasil.rata_rata_perilaku)}"
            aspect = NAMA_KOLOM.get(column, "").capitalize()
            words = f"{aspect} · {mean}" if aspect else mean
        rest = line(f" · {words}")
        who = cut(line(orang.nama, "bold"), max(8, width - rest.cell_len))
        return cut(Text.assemble(who, rest, end="", no_wrap=True), width)

    def _is_asked(self, row_key: str, column_key: str) -> bool:
        orang = self.people.get(row_key)
        return orang is not None and judging.is_asked(orang, column_key)

    def _make_rows(self) -> None:
        people, wide = tuple(self.people.values()), self.size.width >= WIDE

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
        """Put the cursor on the first aspect that somebody lacks, else on the person asked for."""
        missing = judging.first_missing(self.people.values())
        if missing is not None:
            self.sheet.move_to(*missing)
        elif nip in self.people:
            self.sheet.move_to(nip, PERILAKU[0])

    def fill(self) -> None:
        """Show everybody; only lines that changed are written anew."""
        width, people = self.size.width, tuple(self.people.values())
        self.sheet.say_when_empty(NOBODY)
        columns = columns_for(width, people, len(self.view.orang))
        wide = width >= WIDE
        self.sheet.show(columns, [self._row(satu, wide=wide) for satu in people])
        self._follow()

    def _row(self, orang: Orang, *, wide: bool) -> Row:
        return self._rows.row(orang, self._numbers.get(orang.nip, 0), wide)

    def _follow(self) -> None:
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
        """Return whose year it is; perilaku is of no part."""
        return Tempat(self.view.tahun, key)

    def name_of(self, key: str) -> str:
        """Return the name of whom a row belongs to."""
        return self.people[key].nama

    def put_row(self, key: str, isi: Isi) -> None:
        """Take changed aspects in, and compute that person anew."""
        penilaian = with_row(self.people[key].penilaian, 1, isi)
        orang = Orang(penilaian, self.peraturan.nilai(penilaian, self.view.periode))
        self.people[key], self.entered[key] = orang, isi
        if judging.has_mean(orang):
            self._done.add(key)
        else:
            self._done.discard(key)
        self.skp.person_changed(orang)

    def show_row(self, sheet: Sheet, key: str, isi: Isi) -> None:
        """Repaint one line, and what follows from it."""
        del isi
        sheet.update_row(self._row(self.people[key], wide=self.size.width >= WIDE))
        self._follow()

    # Reading anew

    def reload(self) -> None:
        """Read everybody anew, because what is stored changed beside the grid."""
        tahun, nips = self.view.tahun, self._order

        wide = self.size.width >= WIDE

        def read(connection: sqlite3.Connection) -> tuple[Orang, ...]:
            people = judging.read_judged(connection, tahun, nips)
            for orang in people:
                self._row(orang, wide=wide)
            return people

        self.skp.look(self, read, self.show_stored, group="judged")

    def show_stored(self, people: Sequence[Orang]) -> None:
        """Show everybody as he is stored."""
        self._take(people)
        self.fill()
