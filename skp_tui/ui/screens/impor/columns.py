"""Cocokkan kolom: which column of a foreign list is which of ours, with the list in view."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult

from skp_tui.exchange.columns.proposing import Atas
from skp_tui.services.imports.choosing import Pencocokan
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.entry.isi_words import rule
from skp_tui.ui.screens.form.pick import PickScreen
from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.screens.frame.type_ahead import TypeAhead
from skp_tui.ui.screens.impor import columns_rows as rows
from skp_tui.ui.screens.impor.kind_words import kind_title
from skp_tui.ui.screens.impor.pairing import Pasangan, Petas, begun, first
from skp_tui.ui.screens.impor.remembered import Ingatan, as_before, remember
from skp_tui.ui.screens.impor.words import column_words, columns_words
from skp_tui.ui.screens.lists.around_list import is_low
from skp_tui.ui.screens.lists.two_lists import OneOfTwo
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.lines import Lines, cut, line, titled

Done = Callable[[str, Petas], object]
AS_BEFORE: Final = "Dipasangkan seperti {} tadi; periksa contohnya. F5 memakainya."
LEFT_OUT: Final = "Lembar ini ditinggalkan, jadi tidak dibaca. X mengikutkannya lagi."
ONLY_SHEET: Final = "Berkas ini hanya satu lembar."
CONTENTS: Final = "Isi berkas; Tab ke sini, lalu Enter menetapkan baris judul"


class ColumnsScreen(Frame):
    """Pair our columns with those of the file; Enter picks one, F5 takes the pairs."""

    room = Room.KOLOM
    BINDINGS = bindings_of(Room.KOLOM)

    def __init__(
        self,
        found: Pencocokan,
        given: Mapping[str, str],
        peta: Petas,
        done: Done,
        ingatan: Ingatan,
    ) -> None:
        super().__init__()
        self.found, self.given, self.done, self._ingatan = found, given, done, ingatan
        self.jenis = found.jenis
        self._sheets = [self._begun_with(atas, peta) for atas in found.atas]
        self._begun = [satu.peta for satu in self._sheets]
        self._place = first(self._sheets, self.jenis)
        self._seen = {self._place}
        self._ahead = TypeAhead()

    def _begun_with(self, atas: Atas, peta: Petas) -> Pasangan:
        """Return what a sheet begins with: its own pairs, those of a file like it, proposals."""
        before = None if atas.lembar in peta else as_before(self._ingatan, atas, self.jenis)
        return before or begun(atas, self.jenis, peta)

    @property
    def pasangan(self) -> Pasangan:
        """Return the pairs of the sheet that is shown."""
        return self._sheets[self._place]

    def content(self) -> ComposeResult:
        """Yield what is missing, the pairs, and the top of the file."""
        yield Lines(self._about, id="columns-about")
        yield OneOfTwo(rows.PAIRS, "*", "", id="columns-list")
        yield Lines(partial(rule, CONTENTS), id="columns-rule")
        yield OneOfTwo((rows.LINE,), " ", "", id="columns-rows")

    @property
    def pairs(self) -> OneOfTwo:
        """Return the list of pairs."""
        return self.query_one("#columns-list", OneOfTwo)

    @property
    def top(self) -> OneOfTwo:
        """Return the top of the file."""
        return self.query_one("#columns-rows", OneOfTwo)

    def on_mount(self) -> None:
        """Begin on the first column that must be paired and is not, else on one that may be."""
        self.focus_on(self.pairs)
        self._fill()
        self.top.move_to(str(self.pasangan.baris))
        if not self._go_to_missing() and self._unused():
            self._go_to_open()

    def title_text(self) -> Text:
        """Name the file."""
        return titled("Cocokkan kolom", self.found.path.name)

    def help_topics(self) -> tuple[str, ...]:
        """Name the list that has the keyboard."""
        return ("isi",) if self.top.has_focus else ("pasangan",)

    # What is shown

    def _fill(self) -> None:
        pasangan, width = self.pasangan, self.size.width
        self.pairs.show(
            rows.pair_columns(width),
            [rows.pair_row(kolom, pasangan.contoh, pasangan.baris, pasangan.kolom, self.given)
             for kolom in rows.ordered(self.jenis)],
        )  # fmt: skip
        columns = rows.top_columns(pasangan.contoh)
        self.top.show(
            columns,
            [rows.top_row(mentah, len(columns), header=mentah.baris == pasangan.baris)
             for mentah in pasangan.contoh.baris],
        )  # fmt: skip
        for lines in self.query(Lines):
            lines.refresh(layout=True)

    def on_resize(self, _event: events.Resize) -> None:
        """Choose the columns for another width."""
        self._fill()

    def missing(self, pasangan: Pasangan) -> tuple[str, ...]:
        """Return the required columns that are neither paired nor given from outside."""
        return tuple(
            kolom.nama
            for kolom in self.jenis.kolom
            if kolom.wajib and kolom.nama not in pasangan.kolom and kolom.nama not in self.given
        )

    def _about(self, width: int) -> Text:
        sheet = self.pasangan.atas.lembar
        words = kind_title(self.jenis.nama)
        if sheet is not None:
            words += f' · lembar "{sheet}"'
        if len(self._sheets) > 1:
            words += f" ({self._place + 1} dari {len(self._sheets)}, L ke lembar lain)"
        words += f" · judul di baris {self.pasangan.baris}"
        lacks = self.missing(self.pasangan)
        state = (
            LEFT_OUT
            if self.pasangan.ditinggalkan
            else f"Masih wajib: {columns_words(lacks)}. Enter memilih kolomnya."
            if lacks
            else AS_BEFORE.format(self.pasangan.dari)
            if self.pasangan.dari
            else "Periksa usulan ini dengan contohnya. Yang wajib (*) lengkap: F5 memakainya."
        )
        lines = [cut(line(words), width), cut(line(state, "bold"), width)]
        if not is_low(self) and (names := self._unused()):
            lines.insert(1, rows.unused_line(names, width))
        return Text("\n", end="").join(lines)

    def _unused(self) -> list[str]:
        """Name the columns of the file that nothing is paired with."""
        pasangan = self.pasangan
        return rows.unused(pasangan.contoh, pasangan.baris, pasangan.kolom)

    def _only_free(self) -> int | None:
        """Return the one column of the file that nothing is paired with, None where several are."""
        pasangan = self.pasangan
        free = rows.free(pasangan.contoh, pasangan.baris, pasangan.kolom)
        return free[0] if len(free) == 1 else None

    def _go_to_missing(self) -> bool:
        lacks = self.missing(self.pasangan)
        return bool(lacks) and self.pairs.move_to(lacks[0])

    def _go_to_open(self) -> None:
        """Go to the first of our columns that one of the file may still be picked for."""
        kolom = self.pasangan.kolom
        free = (satu.nama for satu in rows.ordered(self.jenis) if satu.nama not in kolom)
        self.pairs.move_to(next(free, ""))

    def on_key(self, event: events.Key) -> None:
        """Go to the column that is typed; a sign that begins none goes on to what it does."""
        sign = event.character
        if sign is not None and event.is_printable and self.pairs.has_focus:
            keys = [row.key for row in self.pairs.rows]
            at = keys.index(self.pairs.cursor_row) if self.pairs.cursor_row in keys else None
            found = self._ahead.place(sign, [column_words(nama) for nama in keys], at)
            if found is not None:
                self.pairs.move_to(keys[found])
                event.stop()

    # Pairing

    @on(grid_messages.RowChosen)
    def _chosen(self, message: grid_messages.RowChosen) -> None:
        if message.grid is self.top:
            self._take_header(int(message.row_key))
        else:
            self.action_pick_column()

    def action_pick_column(self) -> None:
        """Choose the column of the file for the row of the cursor."""
        if self.top.has_focus:
            self._take_header(int(self.top.cursor_row or self.pasangan.baris))
            return
        nama = self.pairs.cursor_row
        if nama is None:
            return
        pasangan = self.pasangan
        choices = rows.choices(pasangan.contoh, pasangan.baris, pasangan.kolom)
        title = f"{column_words(nama)}: kolom mana di berkas?"
        index = pasangan.kolom.get(nama, self._only_free())
        picker = PickScreen(title, choices, current=rows.NONE if index is None else str(index))
        self.app.push_screen(picker, partial(self._take, nama))

    def _take(self, nama: str, chosen: str | None) -> None:
        if chosen is None:
            return
        other = self.pasangan.pair(nama, None if chosen == rows.NONE else int(chosen))
        if other is not None:
            now, before = column_words(nama), column_words(other)
            self.tell(f"Kolom itu kini {now}; {before} belum punya pasangan.")
        self._fill()
        self._go_to_missing()

    def action_drop_column(self) -> None:
        """Pair the column of the cursor with nothing."""
        nama = self.pairs.cursor_row
        if nama is not None and self.pairs.has_focus:
            self.pasangan.pair(nama, None)
            self._fill()

    def action_propose_columns(self) -> None:
        """Propose the pairs anew from headers and contents."""
        self.pasangan.propose(self.jenis)
        self._fill()
        self._go_to_missing()

    def _take_header(self, baris: int) -> None:
        """Take another row as the header; what nobody paired himself is proposed anew."""
        if baris != self.pasangan.baris:
            self.pasangan.take_header(baris, self.jenis)
            self._fill()
            self._go_to_missing()
        self.focus_on(self.pairs)

    def action_next_sheet(self) -> None:
        """Show the next sheet; complete pairs of this one stay."""
        if len(self._sheets) == 1:
            self.tell(ONLY_SHEET)
            return
        self._place = (self._place + 1) % len(self._sheets)
        self._seen.add(self._place)
        self._fill()
        self.top.move_to(str(self.pasangan.baris))
        self._go_to_missing()

    def action_leave_sheet(self) -> None:
        """Leave this sheet out, or take it in again: many a workbook has sheets of other kinds."""
        if len(self._sheets) == 1:
            self.tell(ONLY_SHEET)
            return
        self.pasangan.ditinggalkan = not self.pasangan.ditinggalkan
        self._fill()

    # Leaving

    def lost_words(self) -> str:
        """Say that pairs somebody made here are not taken yet."""
        if [satu.peta for satu in self._sheets] == self._begun:
            return ""
        return f"Pasangan kolom {self.found.path.name} belum dipakai (F5), jadi hilang."

    def action_go_back(self) -> None:
        """Leave; ask first where pairs that somebody made would be lost."""
        lost = self.lost_words()
        if lost:
            asked = AskScreen("Tinggalkan pasangan kolom?", lost, "Tinggalkan")
            self.app.push_screen(asked, self._leave_if)
        else:
            self.dismiss()

    def _leave_if(self, sure: bool | None) -> None:  # noqa: FBT001 - an answer
        if sure:
            self.dismiss()

    def action_use_columns(self) -> None:
        """Take the pairs of every sheet that was seen and is complete, and those left out."""
        lacks = () if self.pasangan.ditinggalkan else self.missing(self.pasangan)
        if lacks:
            self._go_to_missing()
            self.focus_on(self.pairs)
            self.tell(f"Kolom wajib yang belum dicocokkan: {columns_words(lacks)}.", "warning")
            return
        seen = [satu for place, satu in enumerate(self._sheets) if place in self._seen]
        left = [satu for satu in self._sheets if satu.ditinggalkan]
        if len(left) == len(self._sheets):
            self.tell("Semua lembar ditinggalkan. X mengikutkan lembar ini lagi.", "warning")
            return
        whole = [satu for satu in seen if not satu.ditinggalkan and not self.missing(satu)]
        remember(self._ingatan, self.jenis, self.found.path.name, whole)
        petas = {satu.atas.lembar: satu.peta for satu in (*whole, *left)}
        self.dismiss()
        self.done(self.jenis.nama, petas)
