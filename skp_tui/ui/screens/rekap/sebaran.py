"""Sebaran: the predikats of a unit against the pattern of its capaian organisasi (C)."""

from functools import partial

from rich.text import Text
from textual import on
from textual.app import ComposeResult

from skp_tui.domain.kinerja import SEBUTAN_CAPAIAN, CapaianOrganisasi
from skp_tui.services.base.views import Orang, UnitView
from skp_tui.services.entry.capaian import choose_capaian, syarat_unit
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.frame.ask import Choice, ChooseScreen
from skp_tui.ui.screens.frame.changing import Changing
from skp_tui.ui.screens.lists.of_unit import OfUnit
from skp_tui.ui.screens.lists.table import PeopleGrid
from skp_tui.ui.screens.rekap.pattern_words import (
    choices,
    columns,
    label,
    pattern,
    rows,
    with_predikat,
)
from skp_tui.ui.screens.unit.ways import entry_screen
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.lines import Lines, line, titled

EMPTY = "Tidak ada predikat."
NOBODY = "Belum ada seorang pun di baris ini."


class SebaranScreen(OfUnit, Changing):
    """Show both side by side; one key says how well the unit did, and nothing is hindered."""

    room = Room.SEBARAN
    BINDINGS = bindings_of(Room.SEBARAN)

    def content(self) -> ComposeResult:
        """Yield the capaian to choose from, the distribution and the pattern."""
        yield Lines(lambda width: choices(self.view.capaian, width), id="pattern-choices")
        yield PeopleGrid(columns(80), cursor="row", empty=EMPTY, id="pattern-list")
        yield Lines(self._pattern, id="pattern-rules")

    @property
    def listed(self) -> PeopleGrid:
        """Return the distribution."""
        return self.query_one("#pattern-list", PeopleGrid)

    def on_mount(self) -> None:
        """Begin on the list, which is there already."""
        self.focus_on(self.listed)
        self.begin()

    def title_text(self) -> Text:
        """Name unit, year and regulation."""
        view = self.view
        return titled("Sebaran", view.unit.nama, str(view.tahun), view.peraturan.nama)

    def show_view(self) -> None:
        """Count anew."""
        width = self.size.width or self.app.size.width
        self.listed.show(columns(width), rows(self.view.rekap, width))
        for name in ("pattern-choices", "pattern-rules"):
            self.query_one(f"#{name}", Lines).refresh(layout=True)
        self.update_headline()

    def _pattern(self, width: int) -> Text:
        return pattern(syarat_unit(self.view), self.view.rekap.wajib_dinilai, width)

    def on_resize(self) -> None:
        """Choose the columns for another width."""
        self.show_view()

    # Capaian organisasi

    def action_choose_istimewa(self) -> None:
        """Note that the unit did exceptionally well."""
        self._choose(CapaianOrganisasi.ISTIMEWA)

    def action_choose_baik(self) -> None:
        """Note that the unit did well."""
        self._choose(CapaianOrganisasi.BAIK)

    def action_choose_butuh_perbaikan(self) -> None:
        """Note that the unit needs to improve."""
        self._choose(CapaianOrganisasi.BUTUH_PERBAIKAN)

    def action_choose_kurang(self) -> None:
        """Note that the unit did poorly."""
        self._choose(CapaianOrganisasi.KURANG)

    def action_choose_sangat_kurang(self) -> None:
        """Note that the unit did very poorly."""
        self._choose(CapaianOrganisasi.SANGAT_KURANG)

    def action_clear_capaian(self) -> None:
        """Take away what was chosen."""
        self._choose(None)

    def _choose(self, capaian: CapaianOrganisasi | None) -> None:
        view: UnitView = self.view
        if capaian is view.capaian:
            word = "belum dipilih" if capaian is None else f"sudah {SEBUTAN_CAPAIAN[capaian]}"
            self.tell(f"Capaian organisasi {word}.")
            return
        self.change(lambda writer: choose_capaian(writer, view, capaian))

    # Who

    @on(grid_messages.RowChosen)
    def action_list_people(self) -> None:
        """List who has the predikat of the cursor's row."""
        key = self.listed.cursor_row
        if key is None:
            return
        people = with_predikat(self.view.orang, key)
        if not people:
            self.tell(NOBODY)
            return
        longest = max(len(satu.nama) for satu in people)
        found = [
            Choice(satu.nip, line(f"{satu.nama:<{longest}}  {satu.penilaian.pegawai.jabatan}"))
            for satu in people
        ]
        chooser = ChooseScreen(label(key), found, topic="siapa")
        self.app.push_screen(chooser, partial(self._open, people))

    def _open(self, people: tuple[Orang, ...], nip: str | None) -> None:
        if nip is not None:
            self.app.push_screen(entry_screen(self.view, people, nip))
