"""The form of the final value of 2021: one person after another, the source typed once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from skp_tui.domain.number import editable
from skp_tui.services.editing import Tersimpan
from skp_tui.services.outside import AKHIR, Tempat, save_value
from skp_tui.services.views import Orang
from skp_tui.ui.screens.form import Answers
from skp_tui.ui.screens.form_field import Field, choices
from skp_tui.ui.screens.year_form import YearForm

if TYPE_CHECKING:
    from skp_tui.storage.writer import Writer

IDEA = choices([("", "tidak"), ("ya", "ya, bermanfaat bagi organisasi atau negara")])


class FinalForm(YearForm):
    """Ask for the value, its source and the new idea.

    Offices have the values of all from one application or list, so the source of the one before is
    offered again.
    """

    def __init__(self, orang: Orang, following: Sequence[Orang], sumber: str = "") -> None:
        super().__init__("Nilai akhir", orang, following)
        self._sumber = sumber

    def on_mount(self) -> None:
        """Ask, with what is stored."""
        self.ask(
            [
                Field("nilai", "Nilai akhir", "98,5", "0 sampai 120, dari aplikasi BKN.",
                      wajib=True),
                Field("sumber", "Sumber", "e-Kinerja BKN, 31-01-2022", "Dari mana nilainya.",
                      wajib=True),
                Field("ide_baru", "Ide baru", pilihan=IDEA,
                      penjelasan="Sangat Baik, 110 sampai 120, hanya dengan ide baru."),
            ],
            self._known(),
        )  # fmt: skip

    def _known(self) -> Answers:
        stored = self.orang.penilaian.akhir
        if stored is None:
            return {"sumber": self._sumber}
        idea = "ya" if stored.ide_baru else ""
        return {"nilai": editable(stored.nilai), "sumber": stored.sumber, "ide_baru": idea}

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store the value."""
        penilaian = self.orang.penilaian
        return save_value(writer, penilaian.tahun, penilaian.pegawai.nip, Tempat(AKHIR), answers)

    def form_of(self, orang: Orang, following: Sequence[Orang]) -> "FinalForm":
        """Return the form of the next one, with the same source."""
        return FinalForm(orang, following, self.answers()["sumber"])
