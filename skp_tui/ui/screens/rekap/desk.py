"""What the recap has read and where one is in it; the screen only draws it and asks for more."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from skp_tui.domain.office import subtree
from skp_tui.domain.recap import Rekap
from skp_tui.exchange.writing.publishing import NamaBerkas
from skp_tui.services.base.views import UnitView
from skp_tui.services.recap import recap_file
from skp_tui.services.recap.raters import Penilai, raters
from skp_tui.services.recap.recap_file import PENILAI, TAHUN, UNIT
from skp_tui.services.recap.tren import Setahun, Titik, trend, unfolded, year_of
from skp_tui.ui.screens.rekap import rows, words
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.lines import line


class Place:
    """One unit in one year as its lists show it; ``penilai`` is None until they were counted."""

    def __init__(self, view: UnitView, kode: str, tree: Mapping[str, Rekap]) -> None:
        self._view, self._kode = view, kode
        self.rekap = tree[kode]
        self.jumlah_unit = sum(1 for _ in unfolded(self.rekap))
        self.penilai: Mapping[str, Penilai] | None = None

    def raters(self) -> Mapping[str, Penilai]:
        """Count who judged the people of the unit and of all below it, which may take long."""
        inside = subtree(self._view.units, self._kode)
        people = (satu for satu in self._view.orang if satu.penilaian.unit in inside)
        return {satu.kunci: satu for satu in raters(self._view, people)}


class RekapDesk:
    """Hold the unit, the year and the list that one looks at."""

    def __init__(self, view: UnitView) -> None:
        self.view = view
        self.shown = UNIT
        self._path = [view.unit.kode]
        self._years: dict[int, Setahun] = {}
        self._doubted: set[int] = set()
        self.take_view(view)

    # What was read

    def take_view(self, view: UnitView) -> None:
        """Look at what was read of a year, in the unit where one was if it is still there."""
        self.view = view
        own = year_of(view)
        self._keep(own)
        self._tree = own.per_unit
        self._path = [kode for kode in self._path if kode in self._tree] or [view.unit.kode]
        self.place = Place(view, self.kode, self._tree)

    def take_year(self, setahun: Setahun) -> None:
        """Take what another year came to."""
        if setahun.tahun != self.view.tahun:
            self._keep(setahun)

    def _keep(self, setahun: Setahun) -> None:
        self._years[setahun.tahun] = setahun
        self._doubted.discard(setahun.tahun)

    def doubt(self) -> None:
        """Take note that something was written: every other year may have changed."""
        self._doubted = set(self._years)

    def missing(self, stored: Sequence[Setahun]) -> list[int]:
        """Return the years that are to be read, and forget those that are stored no more.

        All have their line at once: one that came in between later would move the others.
        """
        there = {satu.tahun: satu for satu in stored}
        there.setdefault(self.view.tahun, self._years[self.view.tahun])
        self._years = {tahun: self._years.get(tahun, satu) for tahun, satu in there.items()}
        return [
            satu.tahun
            for satu in stored
            if satu.tahun in self._doubted or not self._years[satu.tahun].terbaca
        ]

    # Where one is

    @property
    def kode(self) -> str:
        """Return the code of the unit that one is in."""
        return self._path[-1]

    @property
    def rekap(self) -> Rekap:
        """Return its recap."""
        return self.place.rekap

    def enter(self, kode: str) -> None:
        """Go into a unit."""
        self._path.append(kode)
        self.place = Place(self.view, kode, self._tree)

    def back(self) -> str:
        """Go back to where one came from and return the unit that was left; empty at the top."""
        if len(self._path) == 1:
            return ""
        left = self._path.pop()
        self.place = Place(self.view, self.kode, self._tree)
        return left

    def turn(self, step: int) -> None:
        """Look at the next list, or the one before."""
        names = list(rows.NAMES)
        self.shown = names[(names.index(self.shown) + step) % len(names)]

    # What is shown

    @property
    def points(self) -> tuple[Titik, ...]:
        """Return the years of the unit that one is in."""
        return trend(self._years, self.kode)

    @property
    def penilai(self) -> Mapping[str, Penilai]:
        """Return who judged its people, by the key of their line; nobody while they are counted."""
        return self.place.penilai or {}

    def take_raters(self, place: Place, penilai: Mapping[str, Penilai]) -> bool:
        """Take who judged the people of a unit, and say whether one is still there."""
        place.penilai = penilai
        return place is self.place

    def count(self, nama: str) -> int | None:
        """Count the lines of a list; None while they are counted elsewhere."""
        if nama == UNIT:
            return self.place.jumlah_unit
        if nama == TAHUN:
            return len(self._years)
        return None if self.place.penilai is None else len(self.place.penilai)

    def when_empty(self) -> str:
        """Say why a list has no line."""
        return rows.EMPTY[self.shown] if self.count(self.shown) is not None else rows.COUNTING

    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns of the list that is shown."""
        if self.shown == UNIT:
            return rows.unit_columns(width)
        if self.shown == TAHUN:
            return rows.year_columns(width)
        return rows.rater_columns(width, self.view.peraturan.kategori)

    def rows(self, width: int) -> list[Row]:
        """Return its lines."""
        columns = self.columns(width)
        if self.shown == UNIT:
            return rows.unit_rows(self.rekap, columns)
        if self.shown == TAHUN:
            return rows.year_rows(self.points, columns)
        return rows.rater_rows(self.penilai.values(), columns)

    def foot(self, key: str | None, width: int) -> Text:
        """Tell the line of the cursor in full; nothing where there is none."""
        if key is None:
            return line("")
        if self.shown == UNIT and key in self._tree:
            return words.unit_foot(self._tree[key], width)
        if self.shown == PENILAI and key in self.penilai:
            return words.rater_foot(self.penilai[key], width)
        titik = next((satu for satu in self.points if str(satu.dari) == key), None)
        return line("") if titik is None else words.year_foot(titik, width)

    @property
    def file_name(self) -> NamaBerkas:
        """Return the name that is offered for its file."""
        return recap_file.recap_name(self.shown, self.kode, self.view.tahun)

    def lines(self) -> list[recap_file.Line]:
        """Return the list that is shown as lines of a file."""
        if self.shown == UNIT:
            return recap_file.unit_lines(self.rekap, self.view.peraturan.nama)
        if self.shown == TAHUN:
            return recap_file.year_lines(self.points)
        return recap_file.rater_lines(self.penilai.values(), self.view.peraturan.nama)
