"""The entry screen of PP 46/2011: targets and outcomes side by side, and a value that follows."""

from collections.abc import Sequence
from typing import TypeGuard

from rich.text import Text
from textual import on
from textual.app import ComposeResult

from skp_tui.domain.appraisal import JenisTambahan, Kegiatan, Perilaku, Tambahan, Tingkat
from skp_tui.domain.parts import Terhapus
from skp_tui.domain.rows import URAIAN
from skp_tui.rules.result import Kurang
from skp_tui.services.base.views import Orang, UnitView
from skp_tui.services.entry.entry import Isi, next_number
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.cells.isi_input import odd
from skp_tui.ui.screens.cells.sheet import Sheet
from skp_tui.ui.screens.entry import isi_guide, isi_rows, isi_words
from skp_tui.ui.screens.entry.isi_outcomes import ActivityOutcomes
from skp_tui.ui.screens.entry.isi_sections import KEGIATAN, PERILAKU, TAMBAHAN, Pp46Sections
from skp_tui.ui.screens.entry.outcomes import OutcomeScreen
from skp_tui.ui.screens.frame.ask import Choice, ChooseScreen
from skp_tui.ui.screens.people.person_ways import TO_NOTES
from skp_tui.ui.widgets.lines import Lines, cut, line

NO_KEGIATAN = (
    "Belum ada kegiatan. Ctrl+N menambah baris. Ctrl+O menyalin dari tahun lalu atau rekan."
)
NO_EXTRA = "Belum ada. Ctrl+N di sini menambah tugas tambahan atau kreativitas."
NEW_ROW = "+ Ctrl+N baris baru"
OFFERED = "Baris berikut. Tab lagi ke tugas tambahan, Esc membuangnya."
EXTRAS = (
    Choice(JenisTambahan.TUGAS_TAMBAHAN, line("Tugas tambahan")),
    *(Choice(level, line(f"Kreativitas, bermanfaat bagi {level}")) for level in Tingkat),
)
"""No letters choose here: a text typed ahead would, and a creation adds up to 12 to the value."""


class IsiScreen(OutcomeScreen):
    """Enter activities, extras and perilaku of one person after another."""

    room = Room.ISI
    BINDINGS = bindings_of(Room.ISI)
    ways = TO_NOTES
    sections = Pp46Sections()
    learnt = (Kegiatan,)
    following = ("part", "notes", "extras", "rule", "guide", "total", "missing")

    def __init__(
        self, view: UnitView, listed: Sequence[Orang], nip: str, at: Kurang | None = None
    ) -> None:
        super().__init__(view, listed, nip, at)
        self.outcomes = ActivityOutcomes(self)
        self._offered, self._told_offer = "", False

    def on_mount(self) -> None:
        """Let the grid of the activities want a row after the one that is typed."""
        sheet = self.sheet(KEGIATAN)
        sheet.goes_on, sheet.vanishes = self._goes_on, self._is_offered

    def content(self) -> ComposeResult:
        """Yield the part, the three grids, the guide, the value and what is missing."""
        yield Lines(self.head.part, id="part")
        yield Lines(self.head.notes, id="notes")
        yield self.grids.make(KEGIATAN, empty=NO_KEGIATAN, footer=NEW_ROW)
        yield Lines(self._extras_line, id="extras")
        yield self.grids.make(TAMBAHAN, empty=NO_EXTRA)
        yield Lines(self._judged_line, id="rule")
        yield self.grids.make(PERILAKU)
        yield Lines(self._guide, id="guide")
        yield Lines(lambda width: cut(isi_words.total(self.orang.hasil), width), id="total")
        yield Lines(lambda width: isi_words.missing(self.orang.hasil.kurang, width), id="missing")

    def _extras_line(self, width: int) -> Text:
        result = isi_rows.result_of(self.orang.hasil, self.desk.bagian)
        return isi_words.rule(isi_words.extras(self.desk.bagian, result), width)

    def _judged_line(self, width: int) -> Text:
        return isi_words.rule(isi_words.judged(self.orang.penilaian), width)

    def _guide(self, width: int) -> Text:
        sheet = self.focused
        if not isinstance(sheet, Sheet):
            sheet = self.sheet(KEGIATAN)
        isi, kolom = self.desk.entered.get(sheet.cursor_row or ""), sheet.cursor_column or ""
        lines = self._guide_lines(width)
        return isi_guide.guide(isi, kolom, width, lines, is_cut=sheet.cursor_is_cut)

    def _guide_lines(self, width: int) -> int:
        """Count the lines that the longest row needs, the same for every cell of the person."""
        most = isi_guide.most_lines(self.size.height, len(self.desk.bagian.kegiatan))
        entered = self.desk.entered
        counts = (
            isi_guide.needed(entered[row.key], width, most, is_cut=sheet.cuts(row.key, URAIAN))
            for sheet in (self.sheet(KEGIATAN), self.sheet(TAMBAHAN))
            for row in sheet.rows
            if row.key in entered
        )
        return max(counts, default=0)

    def on_resize(self) -> None:
        """Say in full what the grids cut at another width, as soon as they are placed anew."""
        self.call_after_refresh(self.show_guide)

    # Where the cursor goes

    def go_to_next(self) -> None:
        """Put the cursor on what is missing, else on what can hardly be, else the first outcome."""
        kurang = next(iter(self.orang.hasil.kurang), None)
        if kurang is not None and not self.desk.locked:
            self.go_to(kurang)
            return
        sheet = self.sheet(KEGIATAN)
        self.focus_on(sheet)
        if sheet.rows:
            asked = (
                (row.key, name) for row in sheet.rows for name in odd(self.desk.entered[row.key])
            )
            sheet.move_to(*next(asked, (sheet.rows[0].key, "realisasi_kuantitas")))

    def go_to(self, kurang: Kurang) -> None:
        """Put the cursor on the cell where something is missing."""
        if kurang.bagian is not None and kurang.bagian != self.desk.nomor:
            self.desk.show_part(kurang.bagian)
            self.fill()
        wanted = Perilaku if kurang.bagian is None else Kegiatan
        sheet = self.sheet(PERILAKU if kurang.bagian is None else KEGIATAN)
        self.focus_on(sheet)
        for key, isi in self.desk.entered.items():
            if isinstance(isi, wanted) and getattr(isi, "no", None) == kurang.kegiatan:
                sheet.move_to(key, kurang.kolom or None)
                return

    def after_last_enter(self, sheet: Sheet) -> None:
        """Go on along perilaku and a new row, else at the top of the next column."""
        keys = [column.key for column in sheet.columns if column.editable]
        column, row = sheet.cursor_column, sheet.cursor_row
        if row is None or column not in keys or (sheet.id == TAMBAHAN and row != self.desk.begun):
            return
        if self._go_across(sheet, row, keys[keys.index(column) + 1 :]) or sheet.id == PERILAKU:
            return
        if sheet.id == KEGIATAN and self._goes_on(row):
            self.offer_row()
        else:
            self.focus_on(self.sheet(PERILAKU))
            self.sheet(PERILAKU).to_edge(first=True)

    def _go_across(self, sheet: Sheet, row: str, following: Sequence[str]) -> bool:
        """Go to the next column in which something is asked, False when there is none.

        A new row is filled along; else one goes on at the top of the column, for staying would let
        the next number replace the one just typed.
        """
        if sheet.id == PERILAKU or row == self.desk.begun:
            asked = (column for column in following if sheet.stops_at(row, column))
            column = next(asked, None)
            return column is not None and sheet.move_to(row, column)
        return any(sheet.to_first(column) for column in following)

    # Rows

    @on(Sheet.RowWanted)
    def offer_row(self) -> None:
        """Begin the activity after the one just typed; it goes again if nothing is typed."""
        self.begin_row()
        self._offered = "" if self.desk.draft is None else self.desk.draft[0]
        if not self._told_offer:
            self._told_offer = True
            self.tell(OFFERED)

    def _goes_on(self, key: str) -> bool:
        return not self.desk.locked and self.desk.fills_along(key)

    def _is_offered(self, key: str) -> bool:
        return key == self._offered and self.desk.is_new_row(key)

    def begin_row(self) -> None:
        """Begin an activity, or ask which kind of extra."""
        self._offered = ""
        if self.sheet(TAMBAHAN).has_focus:
            self.app.push_screen(
                ChooseScreen("Tambah apa?", EXTRAS, topic="tambah"), self._new_extra
            )
            return
        numbers = [satu.no for satu in self.desk.bagian.kegiatan]
        self.drafts.begin(Kegiatan(next_number(numbers), ""))

    def _new_extra(self, chosen: str | None) -> None:
        if chosen is None:
            return
        creative = chosen != JenisTambahan.TUGAS_TAMBAHAN
        jenis = JenisTambahan.KREATIVITAS if creative else JenisTambahan.TUGAS_TAMBAHAN
        numbers = [satu.no for satu in self.desk.bagian.tambahan if satu.jenis is jenis]
        tingkat = Tingkat(chosen) if creative else None
        self.drafts.begin(Tambahan(jenis, next_number(numbers), "", tingkat))

    def may_remove(self, isi: Isi) -> TypeGuard[Terhapus]:
        """Say whether it is no perilaku, of which everybody has one row."""
        if isinstance(isi, Perilaku):
            self.tell("Perilaku hanya satu baris; Delete mengosongkan sel.")
        return not isinstance(isi, Perilaku)
