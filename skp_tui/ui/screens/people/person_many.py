"""The same appraisers, or the same unit, for several people at once."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from skp_tui.services.base.editing import Tersimpan
from skp_tui.services.office.appraisers import assign, assignment, superior_words, without_followed
from skp_tui.services.office.listing import Daftar
from skp_tui.storage.reading.records import Rekaman
from skp_tui.ui.actions.model import Room
from skp_tui.ui.screens.form.field import Field
from skp_tui.ui.screens.form.form import Answers
from skp_tui.ui.screens.people.person import RatersForm
from skp_tui.ui.screens.people.person_fields import rater_fields, unit_choices

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

SAME = "Yang dibiarkan kosong tidak diubah."


class ManyScreen(RatersForm):
    """Ask what all chosen people get; what stays empty stays as it is."""

    SUBJECT = Room.PEGAWAI

    def __init__(self, chosen: Sequence[Rekaman], daftar: Daftar, done: Callable[[], None]) -> None:
        names = chosen[0]["nama"] if len(chosen) == 1 else f"{len(chosen)} pegawai"
        super().__init__(f"Penilai dan unit · {names}")
        self._chosen, self._done = tuple(chosen), done
        self._given: Answers = {}
        self.daftar = daftar

    def on_mount(self) -> None:
        """Ask."""
        if self.daftar is None:
            return
        unit = Field(
            "unit", "Pindah ke unit", penjelasan=SAME, pilihan=unit_choices(self.daftar.units),
            judul="Unit",
        )  # fmt: skip
        self.ask_with_raters([*rater_fields(self.daftar), unit], {})

    def note(self) -> str:
        """Say what an empty answer means."""
        return f"{SAME} Ctrl+S menyimpan."

    def prepared(self) -> Answers:
        """Return only what was answered."""
        if self.daftar is None:
            return {}
        answers = {nama: text for nama, text in self.answers().items() if text}
        self._given = without_followed(answers, self.daftar, before={})
        return self._given

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store the answers for everybody in one step."""
        return assign(writer, self._chosen, answers)

    def after_stored(self) -> None:
        """Take the marks away and say so."""
        self._done()
        done = assignment(self._chosen, self._given)
        words = f"Tersimpan bagi {len(done.isian)} pegawai. Ctrl+Z membatalkan semuanya."
        if done.dilewati:
            names = ", ".join(done.dilewati)
            words = f"{words} Penilai {names} tetap: ia tidak menilai dirinya sendiri."
        if self.daftar is not None:
            words = f"{words}{superior_words(self._chosen, self._given, self.daftar)}"
        self.skp.tell(words)
