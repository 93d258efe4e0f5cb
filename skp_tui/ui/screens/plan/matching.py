"""K on a plan: what its files do not tell by their headings is pointed out, and planned anew."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from skp_tui.exchange.kinds.kinds import JENIS
from skp_tui.services.imports.choosing import Pencocokan, batch, columns_of
from skp_tui.services.imports.folders import Entri
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from skp_tui.ui.screens.impor.files import ImportScreen
    from skp_tui.ui.screens.plan.screen import PlanScreen

NO_TABLE: Final = "Tidak ada kolom untuk dicocokkan: buku kerja BKN dibaca menurut susunannya."
NO_WAY: Final = "Kolom dicocokkan di layar Impor: Esc, lalu K."


class PlanMatching:
    """Let columns be matched over the plan; whoever leaves that by Esc finds the plan as it was.

    ``chooser`` is the screen where its files were chosen.
    """

    chooser: "ImportScreen | None" = None

    def __init__(self, screen: "PlanScreen") -> None:
        self._screen = screen

    @property
    def unit(self) -> str:
        """Return the unit that stands in, in words."""
        kode = self._screen.borongan.unit or ""
        return kode if self.chooser is None else self.chooser.unit_words

    def tell_chooser(self, *, imported: bool) -> None:
        """Let the list of files say that these were imported, or that this was taken back."""
        if self.chooser is not None:
            self.chooser.note_imported(self._screen.borongan.berkas, imported=imported)

    def match(self) -> None:
        """Read the columns of the file that most likely is meant."""
        screen, chooser, meant = self._screen, self.chooser, self._meant()
        if screen.plan is None:
            return
        entri = None if chooser is None or meant is None else chooser.files.get(meant[1])
        if chooser is None or meant is None or entri is None:
            screen.tell(NO_TABLE if meant is None else NO_WAY)
            return
        jenis, given = JENIS[meant[0]], tuple(chooser.given)
        screen.hold("ask")
        screen.skp.work(
            screen,
            partial(columns_of, entri.path, jenis, given),
            calling(partial(self._open, chooser, entri)),
            group="kolom",
        )

    def _meant(self) -> tuple[str, Path] | None:
        """Return kind and path: the cursor's file where it lacks something, else the first one."""
        plan, butir = self._screen.plan, self._screen.butir
        if plan is None:
            return None
        tables = [
            (satu.nama, nama, satu.terbaca.tabel.path)
            for nama, some in plan.gladi.bahan.dibaca.items()
            for satu in some
        ]
        here = None if butir is None else (butir.isi.berkas, butir.jenis.nama)
        wanted = plan.luput.berkas or tables
        found = next((satu for satu in wanted if satu[:2] == here), next(iter(wanted), None))
        return None if found is None else found[1:]

    def _open(self, chooser: "ImportScreen", entri: Entri, found: Pencocokan) -> None:
        if self._screen.is_current:
            chooser.match_again(entri, found, partial(self._plan_anew, chooser))
        self._screen.let_go("ask")

    def _plan_anew(self, chooser: "ImportScreen") -> None:
        screen = self._screen
        screen.borongan = batch(chooser.chosen.values(), chooser.tahun, chooser.kode)
        screen.reload()
