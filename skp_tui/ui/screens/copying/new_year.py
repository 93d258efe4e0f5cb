"""Tahun baru dari tahun lalu: what the new year takes over, looked at before it is made."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual.screen import Screen

from skp_tui.domain.dates import shown_date
from skp_tui.errors import InputError
from skp_tui.rules.regulation import masa_of, nama_peraturan
from skp_tui.services.base.recording import Tempat
from skp_tui.services.copying.copying import RencanaSalin, Salinan
from skp_tui.services.copying.new_year import TahunBaru, begin_year, checked_target, plan_year
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.copying.people import PeoplePreview
from skp_tui.ui.screens.frame.ask import TextScreen
from skp_tui.ui.widgets.lines import titled
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

GOAL = "Target persentase minimal Baik"
"""The goal of the year; "target indikator" would be read as those of the people's indicators."""


class BeginYearScreen(PeoplePreview):
    """Show settings, people and targets of a new year; Enter makes it."""

    room = Room.TAHUN_BARU
    BINDINGS = bindings_of(Room.TAHUN_BARU)
    EMPTY = "Tahun lalu belum ada pegawai yang dinilai; tahunnya dapat dibuat juga."

    def __init__(self, base: Screen[None], dari: int, made: Callable[[str], None]) -> None:
        super().__init__(base, lambda: made(str(dari + 1)))
        self.dari = dari
        self.rencana: TahunBaru | None = None
        self.target = ""
        self._kept: set[str] | None = None

    def title_text(self) -> Text:
        """Name both years."""
        tahun = self.dari + 1
        stored = masa_of(tahun).kode if self.rencana is None else self.rencana.periode.peraturan
        return titled("Tahun baru", f"{tahun} dari {self.dari}", nama_peraturan(stored))

    def reload(self) -> None:
        """Read what would be taken over."""
        dari, width, looking = self.dari, self.size.width, self.skp.sitting.reading

        def read() -> TahunBaru:
            with looking() as connection:
                rencana = plan_year(connection, dari)
            self.prepare(rencana.rencana, _others(rencana), width)
            return rencana

        self.skp.work(self, read, calling(self._show_year), group="tahun")

    def _show_year(self, rencana: TahunBaru) -> None:
        """Show it."""
        self.rencana = rencana
        self.update_headline()
        self.show_plan(rencana.rencana)

    # What it says

    def about(self) -> Sequence[str]:
        """Say what is made, with which target, for whom, and who is left out."""
        if self.rencana is None:
            return ("",)
        first, *rest = super().about()
        return (first, self._settings(), *rest)

    def heading(self, chosen: RencanaSalin) -> str:
        """Say how many belong to the year, and how many get their targets."""
        if self.rencana is None:
            return ""
        what = self.rencana.rencana.pesanan.sebutan
        people = f"{self.rencana.pegawai} pegawai termasuk {self.rencana.tahun}"
        if not self.list.marked:
            return f"{people}; {what} tidak disalin (S menyalinnya)."
        return f"{people}; {len(chosen.penerima)} menerima {chosen.jumlah} {what}."

    def _settings(self) -> str:
        if self.rencana is None:
            return ""
        periode = self.rencana.periode
        if self.rencana.sudah_ada:
            return f"Tahun {periode.tahun} sudah ada: target dan pengaturannya tetap."
        target = f"{self.target} %" if self.target else "belum ada"
        until = shown_date(periode.batas_waktu)
        settings = f"batas {until} · pengaturan {self.dari}"
        return f"{GOAL} {target} (T mengisi) · {settings}"

    def foot(self) -> str:
        """Say what the keys do."""
        return f"{super().foot()}; Enter membuat tahunnya"

    # Keys

    def action_set_target(self) -> None:
        """Ask for the target of the indicator."""
        if self.rencana is None or self.rencana.sudah_ada:
            self.tell("Target tahun yang sudah ada diubah dengan Enter di daftar Tahun.")
            return
        asked = TextScreen(
            f"{GOAL} {self.dari + 1} (%)",
            "Menurut renstra atau perjanjian kinerja, misalnya 96 atau 96,5. Kosong: belum ada.",
            self.target,
            topic="target",
        )
        self.app.push_screen(asked, self._take_target)

    def _take_target(self, text: str | None) -> None:
        if text is None:
            return
        try:
            checked_target(text)
        except InputError as error:
            self.tell(error.kalimat(), "error")
            return
        self.target = text.strip()
        self.follow()

    def action_turn_targets(self) -> None:
        """Copy the targets of nobody, or of those again who were marked before."""
        if self.whole is None:
            return
        if self.list.marked:
            self._kept, self.list.marked = self.list.marked, set()
        else:
            everybody = {satu.nip for satu in self.whole.penerima}
            self.list.marked = self._kept or everybody
        self.after_marks()
        self.fill()

    def action_make_year(self) -> None:
        """Make the year."""
        self.action_go_on()

    def action_go_on(self) -> None:
        """Make the year with the targets of those who are marked."""
        if self.rencana is None:
            return
        rencana = self.rencana.only(frozenset(self.list.marked))
        if rencana.kosong:
            words = f"Tahun {rencana.tahun} sudah ada, dan tidak ada target untuk disalin."
            self.tell(words, "warning")
            return
        target = checked_target(self.target)

        def begin(writer: "Writer") -> str:
            number = begin_year(writer, rencana, target)
            copied = f", {number} {rencana.rencana.pesanan.sebutan} disalin" if number else ""
            made = "dilengkapi" if rencana.sudah_ada else "dibuat"
            return f"Tahun {rencana.tahun} {made}{copied}. Ctrl+Z membatalkan."

        self.change(begin)


def _others(rencana: TahunBaru) -> list[Salinan]:
    """Return who of the last year gets no targets, as the list shows him."""
    return [
        Salinan(
            satu.pegawai, Tempat(rencana.tahun, satu.pegawai.nip), satu.pegawai.jabatan,
            alasan=satu.alasan,
        )
        for satu in rencana.tinggal
    ]  # fmt: skip
