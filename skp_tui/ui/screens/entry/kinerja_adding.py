"""New rows of the SKP from 2022 on: of which kind, and where they stand."""

from typing import TYPE_CHECKING, Final

from skp_tui.domain.appraisal import TAHUNAN, Evaluasi
from skp_tui.domain.evaluasi import NAMA_PERIODE
from skp_tui.domain.kinerja import (
    SEBUTAN_LAMPIRAN,
    BarisIndikator,
    HasilKerja,
    JenisHasil,
    JenisLampiran,
    Lampiran,
)
from skp_tui.services.entry.entry import Isi, next_number
from skp_tui.ui.screens.cells.kinerja_kinds import EKSPEKTASI, EVALUASI, HASIL, LAMPIRAN
from skp_tui.ui.screens.entry.kinerja_sections import indicator_below
from skp_tui.ui.screens.frame.ask import Choice, ChooseScreen
from skp_tui.ui.widgets.lines import line

if TYPE_CHECKING:
    from skp_tui.ui.screens.entry.screen import EntryScreen

INDICATOR: Final = "indikator"
SEVEN: Final = "Ketujuh nilai BerAKHLAK selalu ada; Delete mengosongkan selnya."
ALL_PERIODS: Final = "Semua triwulan dan bulan sudah ada di sini."


class Adding:
    """Begin a row in the grid that has the keyboard; where there are several kinds, ask which.

    No letters choose here: a text typed ahead would.
    """

    def __init__(self, screen: "EntryScreen") -> None:
        self._screen, self._desk = screen, screen.desk

    def begin(self) -> None:
        """Begin a row, or ask which kind."""
        screen = self._screen
        if screen.sheet(LAMPIRAN).has_focus:
            self._ask_attachment()
        elif screen.sheet(EVALUASI).has_focus:
            self._ask_period()
        elif screen.sheet(EKSPEKTASI).has_focus:
            screen.tell(SEVEN)
        elif not self._desk.bagian.hasil_kerja:
            self._result(JenisHasil.UTAMA)
        else:
            self._ask_result()

    def _row(self, grid: str) -> Isi | None:
        """Return the row of the cursor in a grid."""
        return self._desk.entered.get(self._screen.sheet(grid).cursor_row or "")

    def _ask_result(self) -> None:
        here = self._result_here()
        choices = [
            Choice(INDICATOR, line(f"Indikator untuk hasil kerja {here}")),
            *(Choice(jenis, line(f"Hasil kerja {jenis}")) for jenis in JenisHasil),
        ]
        self._screen.app.push_screen(
            ChooseScreen("Tambah apa?", choices, topic="tambah"), self._result
        )

    def _result_here(self) -> int:
        """Return the number of the result on which the cursor stands, else of the last one."""
        return result_of(self._row(HASIL)) or self._desk.bagian.hasil_kerja[-1].no

    def _result(self, chosen: str | None) -> None:
        screen = self._screen
        if chosen == INDICATOR:
            screen.drafts.begin(indicator_below(self._desk.entered.values(), self._result_here()))
        elif chosen is not None:
            numbers = [satu.no for satu in self._desk.bagian.hasil_kerja]
            screen.drafts.begin(HasilKerja(next_number(numbers), "", JenisHasil(chosen)))

    def _ask_period(self) -> None:
        shown = {satu.periode for satu in self._desk.orang.penilaian.evaluasi}
        choices = [
            Choice(periode, line(name))
            for periode, name in NAMA_PERIODE.items()
            if periode not in shown and periode != TAHUNAN
        ]
        if choices:
            asked = ChooseScreen("Evaluasi masa apa?", choices, topic="masa")
            self._screen.app.push_screen(asked, self._period)
        else:
            self._screen.tell(ALL_PERIODS)

    def _period(self, chosen: str | None) -> None:
        if chosen is not None:
            self._screen.drafts.begin(Evaluasi(chosen), "hasil_kerja")

    def _ask_attachment(self) -> None:
        isi = self._row(LAMPIRAN)
        here = isi.jenis if isinstance(isi, Lampiran) else ""
        choices = [Choice(jenis, line(SEBUTAN_LAMPIRAN[jenis])) for jenis in JenisLampiran]
        asked = ChooseScreen("Tambah apa?", choices, here, topic="tambah")
        self._screen.app.push_screen(asked, self._attachment)

    def _attachment(self, chosen: str | None) -> None:
        if chosen is not None:
            jenis = JenisLampiran(chosen)
            of_kind = (one for one in self._desk.orang.penilaian.lampiran if one.jenis is jenis)
            self._screen.drafts.begin(Lampiran(jenis, next_number([one.no for one in of_kind]), ""))


def result_of(isi: Isi | None) -> int:
    """Return the number of the result that a row is or belongs to, 0 for another row."""
    if isinstance(isi, HasilKerja):
        return isi.no
    return isi.no_hasil if isinstance(isi, BarisIndikator) else 0
