"""The entry screen from 2022 on: plan and outcomes, both ratings, expected conduct, attachment."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeGuard

from rich.text import Text
from textual.app import ComposeResult

from skp_tui.domain.appraisal import TAHUNAN, Evaluasi
from skp_tui.domain.kinerja import BarisIndikator, Ekspektasi, HasilKerja
from skp_tui.domain.parts import Terhapus
from skp_tui.domain.rows import value_of
from skp_tui.rules.result import Kurang
from skp_tui.services.base.views import Orang, UnitView
from skp_tui.services.entry.entry import Isi
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.cells.isi_input import odd
from skp_tui.ui.screens.cells.kinerja_kinds import EKSPEKTASI, EVALUASI, HASIL, LAMPIRAN
from skp_tui.ui.screens.cells.sheet import Sheet
from skp_tui.ui.screens.entry import isi_words, kinerja_words
from skp_tui.ui.screens.entry.kinerja_adding import SEVEN, Adding
from skp_tui.ui.screens.entry.kinerja_outcomes import IndicatorOutcomes
from skp_tui.ui.screens.entry.kinerja_sections import KinerjaSections, indicator_below
from skp_tui.ui.screens.entry.kinerja_superior import SERVES, Superior
from skp_tui.ui.screens.entry.outcomes import OutcomeScreen
from skp_tui.ui.widgets.grid.suggesting import Suggestion
from skp_tui.ui.widgets.lines import Lines

NEW_ROW = "+ Ctrl+N indikator atau hasil kerja"
NO_ATTACHMENT = "Belum ada. Ctrl+N di sini menambah baris lampiran."
YEARLY = "Evaluasi tahunan selalu ada; Delete mengosongkan peringkatnya."


class KinerjaScreen(OutcomeScreen):
    """Enter the SKP of one person after another under PermenPANRB 6/2022."""

    room = Room.KINERJA
    BINDINGS = bindings_of(Room.KINERJA)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-enough"), (34, "-tall")]  # noqa: RUF012 - Textual's own type
    sections = KinerjaSections()
    learnt = (HasilKerja, BarisIndikator)
    following = ("part", "notes", "ratings", "conduct", "attachment", "guide", "total", "missing")

    def __init__(
        self, view: UnitView, listed: Sequence[Orang], nip: str, at: Kurang | None = None
    ) -> None:
        super().__init__(view, listed, nip, at)
        self.adding = Adding(self)
        self.outcomes = IndicatorOutcomes(self)
        self.superior = Superior(self)

    def content(self) -> ComposeResult:
        """Yield the part, the four grids with their names, the guide, and the predikat."""
        yield Lines(self.head.part, id="part")
        yield Lines(self.head.notes, id="notes")
        yield self.grids.make(HASIL, empty=kinerja_words.NO_PLAN, footer=NEW_ROW)
        yield Lines(self._ratings, id="ratings")
        yield self.grids.make(EVALUASI)
        yield Lines(self._conduct, id="conduct")
        yield self.grids.make(EKSPEKTASI)
        yield Lines(self._attachment, id="attachment")
        yield self.grids.make(LAMPIRAN, empty=NO_ATTACHMENT)
        yield Lines(self._guide, id="guide")
        yield Lines(self._total, id="total")
        yield Lines(lambda width: isi_words.missing(self.orang.hasil.kurang, width), id="missing")

    def _ratings(self, width: int) -> Text:
        words = kinerja_words.ratings_rule(
            self.orang.penilaian, opened=self.sheet(EVALUASI).has_focus
        )
        return isi_words.rule(words, width)

    def _conduct(self, width: int) -> Text:
        return isi_words.rule(kinerja_words.conduct_rule(self.orang.penilaian), width)

    def _attachment(self, width: int) -> Text:
        return isi_words.rule(kinerja_words.attachment_rule(self.orang.penilaian), width)

    def _total(self, width: int) -> Text:
        return kinerja_words.predikat(self.orang.penilaian, self.orang.hasil, width)

    def _guide(self, width: int) -> Text:
        sheet = self.focused
        if not isinstance(sheet, Sheet) or sheet.cursor_row is None:
            return Text("", end="")
        isi, kolom = self.desk.entered.get(sheet.cursor_row), sheet.cursor_column or ""
        most = kinerja_words.lines_of_guide(self.size.height)
        return kinerja_words.guide_of(isi, kolom, width, most, is_cut=sheet.cursor_is_cut)

    def on_descendant_focus(self) -> None:
        """Name the keys of the ratings where they are chosen."""
        self.query_one("#ratings", Lines).refresh()

    # Where the cursor goes

    def go_to(self, kurang: Kurang) -> None:
        """Put the cursor on the indicator that wants a look, else on the rating that is missing."""
        if kurang.bagian is not None:
            self._go_to_indicator(kurang.bagian, kurang)
            return
        sheet = self.sheet(EVALUASI)
        self.focus_on(sheet)
        sheet.move_to(self.desk.key_of(self.orang.penilaian.evaluasi_tahunan), kurang.kolom or None)

    def _go_to_indicator(self, bagian: int, kurang: Kurang) -> None:
        if bagian != self.desk.nomor:
            self.desk.show_part(bagian)
            self.fill()
        sheet, wanted = self.sheet(HASIL), (kurang.kegiatan, kurang.indikator)
        self.focus_on(sheet)
        for key, isi in self._indicators():
            if (isi.no_hasil, isi.indikator.no) == wanted:
                sheet.move_to(key, kurang.kolom)

    def go_to_next(self) -> None:
        """Put the cursor on a missing target, outcome or rating, else on what wants a look."""
        sheet = self.sheet(HASIL)
        found = None if self.desk.locked else self._missing()
        kurang = next(iter(self.orang.hasil.kurang), None)
        if found is None and kurang is not None and sheet.rows and not self.desk.locked:
            self.go_to(kurang)
            return
        self.focus_on(sheet)
        if found is None:
            first = ((key, "realisasi") for key, _ in self._indicators())
            found = next(chain(self._asked(), first), None)
        if found is not None:
            sheet.move_to(*found)
        elif sheet.rows:
            sheet.move_to_first()

    def _missing(self) -> tuple[str, str] | None:
        """Return the first cell that lacks a target, or else an outcome."""
        for column in ("target", "realisasi"):
            for key, isi in self._indicators():
                if value_of(isi, column) is None:
                    return key, column
        return None

    def _asked(self) -> Iterator[tuple[str, str]]:
        """Yield the cells of indicators whose entry can hardly be meant."""
        return ((key, column) for key, isi in self._indicators() for column in odd(isi))

    def _indicators(self) -> Iterator[tuple[str, BarisIndikator]]:
        """Yield the indicators with their keys, from top to bottom."""
        for key, isi in self.desk.entered.items():
            if isinstance(isi, BarisIndikator):
                yield key, isi

    def after_last_enter(self, sheet: Sheet) -> None:
        """Go on along a new row and a pair of ratings, else at the top of the next column."""
        row, column = sheet.cursor_row, sheet.cursor_column
        if row is None or column is None:
            return
        isi = self.desk.entered.get(row)
        if isinstance(isi, HasilKerja) and row == self.desk.begun and column == "uraian":
            self.drafts.begin(indicator_below(self.desk.entered.values(), isi.no))
            return
        along = self.desk.fills_along(row)
        following = kinerja_words.following(sheet.id or "", isi, column, along=along)
        if along and following is not None and not self.desk.is_asked(row, following):
            following = kinerja_words.following(sheet.id or "", isi, following, along=along)
        if following is not None:
            self._go_across(sheet, row if along else None, following)
        elif isinstance(isi, Evaluasi):
            # it stays at the last one: what a correcting key means below would be a text
            self._next_row(sheet, row)
        elif sheet.id != LAMPIRAN and not along:
            following_grid = self.sheets[list(self.sections.names).index(sheet.id or "") + 1]
            self.focus_on(following_grid)
            following_grid.to_edge(first=True)

    def _go_across(self, sheet: Sheet, row: str | None, column: str) -> None:
        """Go to a column of a row, or to the first row that has a cell in it."""
        if row is None:
            rows = (one for one in sheet.rows if self.desk.is_asked(one.key, column))
            row = next((one.key for one in rows if column not in one.locked), None)
        if row is not None:
            sheet.move_to(row, column)

    def _next_row(self, sheet: Sheet, row: str) -> None:
        keys = [one.key for one in sheet.rows]
        for below in keys[keys.index(row) + 1 :][:1]:
            sheet.move_to(below, "hasil_kerja")

    # Rows

    def begin_row(self) -> None:
        """Begin a row in the grid of the cursor, or ask which kind."""
        self.adding.begin()

    def may_remove(self, isi: Isi) -> TypeGuard[Terhapus]:
        """Say whether a row is none of those that are always there."""
        if isinstance(isi, Ekspektasi):
            self.tell(SEVEN)
            return False
        if isinstance(isi, Evaluasi) and isi.periode == TAHUNAN:
            self.tell(YEARLY)
            return False
        return True

    # What was typed before, as suggestions

    def fill(self) -> None:
        """Show the person, and read the results of a superior who is new here."""
        super().fill()
        self.superior.read()

    def reload(self) -> None:
        """Read the person anew, and then his superior's results."""
        self.superior.forget()
        super().reload()

    def suggestion(self, row_key: str, column_key: str, text: str) -> Suggestion | None:
        """Return a result of the superior, or what was typed before."""
        if column_key == SERVES:
            return self.superior.suggestion(text)
        return super().suggestion(row_key, column_key, text)
