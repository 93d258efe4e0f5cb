"""The form of the yearly evaluation under PermenPANRB 6/2022: two ratings, one key each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from skp_tui.domain.appraisal import SEBUTAN_PERINGKAT, TAHUNAN
from skp_tui.services.editing import Tersimpan
from skp_tui.services.judging import save_ratings
from skp_tui.services.views import Orang
from skp_tui.ui.screens.form import Answers
from skp_tui.ui.screens.form_field import Field, choices
from skp_tui.ui.screens.year_form import YearForm

if TYPE_CHECKING:
    from skp_tui.storage.writer import Writer

RATINGS = choices(
    [(str(kode), f"{key} {nama}") for key, (kode, nama) in enumerate(SEBUTAN_PERINGKAT.items(), 1)]
)
MEANING = f"{', '.join(satu.teks for satu in RATINGS)}."
ABOUT = {
    "hasil_kerja": f"Realisasi dan umpan balik dibanding target. {MEANING}",
    "perilaku_kerja": f"Tujuh nilai BerAKHLAK dibanding ekspektasi pimpinan. {MEANING}",
}


class RatingForm(YearForm):
    """Ask for the ratings of hasil kerja and perilaku kerja, each chosen by its number."""

    def __init__(self, orang: Orang, following: Sequence[Orang]) -> None:
        super().__init__("Evaluasi", orang, following)

    def on_mount(self) -> None:
        """Ask, with what is stored."""
        evaluasi = self.orang.penilaian.evaluasi_tahunan
        self.ask(
            [
                Field("hasil_kerja", "Hasil kerja", penjelasan=ABOUT["hasil_kerja"],
                      pilihan=RATINGS, wajib=True, langsung=True),
                Field("perilaku_kerja", "Perilaku kerja", penjelasan=ABOUT["perilaku_kerja"],
                      pilihan=RATINGS, wajib=True, langsung=True),
            ],
            {nama: str(evaluasi.peringkat(nama) or "") for nama in ABOUT},
        )  # fmt: skip

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store both ratings."""
        return save_ratings(writer, self.orang, TAHUNAN, answers)

    def form_of(self, orang: Orang, following: Sequence[Orang]) -> "RatingForm":
        """Return the form of the next one."""
        return RatingForm(orang, following)
