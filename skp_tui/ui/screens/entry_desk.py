"""An entry screen without its keys: what is entered for one person, shown and computed."""

import sqlite3
from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from rich.text import Text

from skp_tui.domain.appraisal import Bagian, Penilaian
from skp_tui.domain.parts import Terhapus, parts_of, with_row, without_row
from skp_tui.domain.period import Periode
from skp_tui.services.entry import Isi
from skp_tui.services.recording import Tempat
from skp_tui.services.views import Orang, UnitView, appraisal, still_there, valued
from skp_tui.ui.screens import isi_input, isi_words
from skp_tui.ui.screens.cell_saving import CellSaving
from skp_tui.ui.screens.entry_agreed import Agreed, AgreedRead
from skp_tui.ui.screens.entry_sections import Sections
from skp_tui.ui.screens.isi_sheet import Sheet
from skp_tui.ui.screens.unit_head import state_of
from skp_tui.ui.widgets.grid import Row
from skp_tui.ui.widgets.lines import Lines, cut, line

KEPT: Final = 24
"""Signs of a name that stay in a narrow window; a longer one is cut there."""


class EntryDesk(CellSaving):
    """Hold one person's appraisal and show it in the grids of its regulation.

    A subclass names its sections and yields its grids and the lines around them.
    """

    sections: ClassVar[Sections]
    following: ClassVar[Sequence[str]] = ()
    """The names of the lines that follow from the rows, drawn anew with every change."""

    def __init__(self, view: UnitView, listed: Sequence[Orang], nip: str) -> None:
        super().__init__()
        self.view = view
        self.people = {satu.nip: satu for satu in listed}
        self.order = list(self.people)
        self.nip = nip
        self.nomor = parts_of(self.orang.penilaian)[0].nomor
        self.entered: dict[str, Isi] = {}
        self.draft: tuple[str, Isi] | None = None
        self.agreed = Agreed(self)
        self.outdated: set[str] = set()
        """Those of the list who may be stored otherwise by now; they are read when shown."""

    # Who is shown

    @property
    def orang(self) -> Orang:
        """Return the person with what was entered so far."""
        return self.people[self.nip]

    @property
    def parts(self) -> tuple[Bagian, ...]:
        """Return the parts of the person's year."""
        return parts_of(self.orang.penilaian)

    @property
    def bagian(self) -> Bagian:
        """Return the part that is shown."""
        return next((part for part in self.parts if part.nomor == self.nomor), self.parts[-1])

    @property
    def locked(self) -> bool:
        """Say whether the appraisal is signed and so read-only."""
        return self.orang.penilaian.dikunci is not None

    @property
    def tempat(self) -> Tempat:
        """Return whose year and which part is entered."""
        return Tempat(self.view.tahun, self.nip, self.bagian.nomor)

    def title_text(self) -> Text:
        """Name the person, with rank and post."""
        return isi_words.who(self.orang.penilaian, self.bagian)

    def title_kept(self) -> int:
        """Keep the name, as far as most names go."""
        return min(KEPT, len(self.orang.nama))

    def state_text(self) -> str:
        """Say which of how many, and how far the appraisal is."""
        place = f"{self.order.index(self.nip) + 1} dari {len(self.order)}"
        hasil = self.orang.hasil
        state = state_of(hasil.status, len(hasil.kurang), locked=self.locked)
        return f"{place} · {self.agreed.state(self.orang, state)}"

    def part_line(self, width: int) -> Text:
        """Name the part of a moved person."""
        if len(self.parts) == 1:
            return Text("", end="")
        return cut(isi_words.which_part(self.bagian, self.parts, self.view.units), width)

    def note_lines(self, width: int) -> Text:
        """Say what must be known beside the numbers."""
        found = isi_words.notes(self.orang.penilaian, self.bagian, self.orang.hasil)
        found = [*self.agreed.notes(self.orang), *found]
        return Text("\n", end="").join(cut(line(note), width) for note in found)

    # The grids

    def sheet(self, name: str) -> Sheet:
        """Return one of the grids."""
        return self.query_one(f"#{name}", Sheet)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Return the grids from top to bottom."""
        return tuple(self.sheet(name) for name in self.sections.names)

    def grid(self, name: str, *, empty: str = "", footer: str = "") -> Sheet:
        """Make one of the grids."""
        sheet = Sheet(
            self.sections.columns(name, self.bagian),
            check=self.refusal,
            edit_text=self.edit_text,
            copy_text=self.copy_text,
            empty=empty,
            footer=footer,
            id=name,
        )
        sheet.fills_along = self.fills_along
        return sheet

    @abstractmethod
    def fills_along(self, key: str) -> bool:
        """Say whether Enter goes on in a row instead of down."""

    def key_of(self, isi: Isi, nomor: int | None = None) -> str:
        """Return the key of a row of the person, in the part that is shown or in another one."""
        return self.sections.key_of(self.nip, self.bagian.nomor if nomor is None else nomor, isi)

    def fill(self) -> None:
        """Show the person's part in the grids, and everything that follows from it."""
        draft = None if self.draft is None else self.draft[1]
        rows = self.sections.rows(self.orang.penilaian, self.bagian, draft)
        self.entered = {self.key_of(satu): satu for satu in rows}
        for name in self.sections.names:
            columns = self.sections.columns(name, self.bagian)
            lines = [
                self.row_of(key, satu)
                for key, satu in self.entered.items()
                if self.sections.grid_of(satu) == name
            ]
            self.sheet(name).show(columns, lines)
        self.follow()
        self.agreed.read(self.orang)

    def row_of(self, key: str, isi: Isi) -> Row:
        """Return the line of a row."""
        columns = self.sections.columns(self.sections.grid_of(isi), self.bagian)
        return self.sections.line(key, isi, self.orang, self.bagian, columns, locked=self.locked)

    def show_row(self, sheet: Sheet, key: str, isi: Isi) -> None:
        """Repaint one line, or all where the grid needs other columns now."""
        if self.sections.columns(self.sections.grid_of(isi), self.bagian) != sheet.columns:
            self.fill()
            return
        sheet.update_row(self.row_of(key, isi))
        self.follow()

    def follow(self) -> None:
        """Draw anew what follows from the rows: the lines around the grids, and the headline."""
        for name in self.following:
            self.query_one(f"#{name}", Lines).refresh(layout=True)
        self.update_headline()

    def on_agreed_read(self, message: AgreedRead) -> None:
        """Show what changed since the targets were agreed on."""
        if message.nip == self.nip:
            self.agreed.take(message)
            self.follow()

    # What is entered

    def put(self, isi: Isi) -> None:
        """Take a row in, new or changed, and compute anew."""
        self.take_in(with_row(self.orang.penilaian, self.bagian.nomor, isi))
        self.entered[self.key_of(isi)] = isi

    def take(self, isi: Terhapus) -> None:
        """Take a row out, and compute anew."""
        self.take_in(without_row(self.orang.penilaian, self.bagian.nomor, isi))

    def take_in(self, penilaian: Penilaian) -> None:
        """Count with an appraisal as it is now, stored or on its way."""
        self._accept(valued(penilaian, self.view.periode))

    def _accept(self, orang: Orang) -> None:
        self.people[orang.nip] = orang
        self.skp.person_changed(orang)

    def copy_text(self, row_key: str, column_key: str) -> str:
        """Return what a cell gives to another one."""
        isi = self.entered.get(row_key)
        return "" if isi is None else isi_input.copy_text(isi, column_key)

    # Reading anew

    def reload(self) -> None:
        """Read the person who is shown; what was taken back may be about others too, so later."""
        self.outdated.update(self.order)
        tahun, nip = self.view.tahun, self.nip

        def read(connection: sqlite3.Connection) -> tuple[Orang, Periode]:
            return appraisal(connection, tahun, nip)

        def show(found: tuple[Orang, Periode]) -> None:
            orang, periode = found
            if self.fits(periode):
                self.show_stored(orang)

        self.skp.look(self, read, show, group="person")

    @abstractmethod
    def show_stored(self, orang: Orang) -> None:
        """Show a person as he is stored."""

    def take_stored(self, orang: Orang) -> None:
        """Count with a person as he is stored."""
        self.outdated.discard(orang.nip)
        self.agreed.forget()
        self._accept(orang)

    def when_fresh(self, nip: str, go: Callable[[str], object]) -> None:
        """Go to a person, after reading him where he may be stored otherwise; keys wait."""
        if nip not in self.outdated:
            go(nip)
            return
        tahun = self.view.tahun

        def read(connection: sqlite3.Connection) -> Sequence[Orang]:
            return still_there(connection, tahun, [nip])

        def show(found: Sequence[Orang]) -> None:
            waited = self.is_reading
            for orang in found:
                self.take_stored(orang)
            if not found:
                self._leave_out(nip)
            elif waited:
                go(nip)
            self.let_go("read")

        self.hold("read")
        self.skp.look(self, read, show, group="next")

    def _leave_out(self, nip: str) -> None:
        """Take somebody off the list who is not of the year any more."""
        self.tell(f"{self.people[nip].nama} sudah tidak ada pada tahun {self.view.tahun}.")
        self.order.remove(nip)
        self.update_headline()
