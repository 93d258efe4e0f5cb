"""The part of the sheet of a person that is about his objection."""

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING

from skp_tui.domain.dates import shown_date
from skp_tui.domain.objection import Tahap
from skp_tui.services.signing import objecting
from skp_tui.services.signing.lembar import LembarPenilaian
from skp_tui.ui.screens.frame.ask import AskScreen, Choice, ChooseScreen
from skp_tui.ui.screens.frame.changing import Changing
from skp_tui.ui.screens.signing.sheet_stage import StageScreen
from skp_tui.ui.screens.signing.sheet_text import stage_words
from skp_tui.ui.widgets.lines import line

if TYPE_CHECKING:
    from datetime import date

    from skp_tui.storage.transactions.writer import Writer


class SheetObjection(Changing):
    """Write down the stages of an objection, one after another."""

    lembar: LembarPenilaian | None = None

    @abstractmethod
    def ask_reason(self, known: str) -> None:
        """Ask for the reason of a reopening."""

    def action_write_stage(self) -> None:
        """Ask for the first stage; later on let one choose the next one, or one to put right."""
        if self.lembar is None:
            return
        following = objecting.next_stage(self.lembar.tenggat)
        if following is Tahap.KEBERATAN:
            if not self.lembar.orang.penilaian.terkunci:
                self.tell("Keberatan dicatat setelah penilaian dikunci.", "warning")
            else:
                self._open(Tahap.KEBERATAN)
            return
        places = [satu for satu in self.lembar.tenggat if satu.tertulis or satu.tahap is following]
        choices = [
            Choice(
                satu.tahap,
                line(f"{place}  {satu.tahap.capitalize():<12}{stage_words(satu, self.skp.today)}"),
                str(place),
            )
            for place, satu in enumerate(places, 1)
        ]
        chooser = ChooseScreen(
            "Tahap keberatan", choices, following or Tahap.REKOMENDASI, topic="tahap"
        )
        self.app.push_screen(chooser, self._open)

    def _open(self, tahap: str | None) -> None:
        if self.lembar is None or tahap is None:
            return
        tenggat = next(satu for satu in self.lembar.tenggat if satu.tahap == tahap)
        done = partial(self._stage_written, tenggat.tahap, tenggat.tertulis is None)
        self.app.push_screen(StageScreen(self.lembar.orang, tenggat, done))

    def _stage_written(self, tahap: Tahap, new: bool, day: "date") -> None:  # noqa: FBT001
        """Offer to open the appraisal when a decision may change its value."""
        locked = self.lembar is not None and self.lembar.orang.penilaian.terkunci
        if tahap is Tahap.KEPUTUSAN and new and locked:
            # asked by this screen, since the form that stored the decision is gone by then
            self.call_later(self._offer_reopening, day)

    def _offer_reopening(self, day: "date") -> None:
        question = AskScreen(
            "Keputusan mengubah nilai?",
            "Bila ya, penilaian dibuka kembali; ubah nilainya di Isi, lalu kunci lagi.",
            "Ya, buka kembali",
        )
        known = f"keputusan keberatan {shown_date(day)}"
        self.app.push_screen(question, lambda yes: self.ask_reason(known) if yes else None)

    def action_remove_stage(self) -> None:
        """Ask before the last stage is removed."""
        if self.lembar is None:
            return
        taken = [satu.tahap for satu in self.lembar.tenggat if satu.tertulis is not None]
        last = objecting.last_stage(taken)
        if last is None:
            self.tell("Belum ada keberatan, jadi tidak ada yang dihapus.", "warning")
            return
        question = AskScreen(
            f"Hapus {last}?", "Hanya tahap terakhir yang dihapus. Ctrl+Z mengembalikan.", "Hapus"
        )
        self.app.push_screen(question, partial(self._remove, last))

    def _remove(self, tahap: Tahap, sure: bool | None) -> None:  # noqa: FBT001 - an answer
        if self.lembar is None or not sure:
            return
        orang = self.lembar.orang

        def remove(writer: "Writer") -> str:
            objecting.remove_stage(writer, orang.penilaian.tahun, orang.nip, tahap)
            return f"{tahap.capitalize()} dihapus. Ctrl+Z mengembalikan."

        self.change(remove)
