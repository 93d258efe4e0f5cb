"""The same appraisers, or the same unit, for several people at once."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from skp_tui.errors import Problem
from skp_tui.services.editing import Tersimpan, save_records
from skp_tui.services.listing import Daftar
from skp_tui.storage.records import Rekaman
from skp_tui.ui.screens.form import Answers
from skp_tui.ui.screens.form_field import Field
from skp_tui.ui.screens.person import RatersForm
from skp_tui.ui.screens.person_fields import (
    PEJABAT,
    PENDAMPING,
    rater_fields,
    unit_choices,
    without_followed,
)

if TYPE_CHECKING:
    from skp_tui.storage.writer import Writer

SAME = "Yang dibiarkan kosong tidak diubah."


class ManyScreen(RatersForm):
    """Ask what all chosen people get; what stays empty stays as it is."""

    def __init__(self, chosen: Sequence[Rekaman], daftar: Daftar, done: Callable[[], None]) -> None:
        names = chosen[0]["nama"] if len(chosen) == 1 else f"{len(chosen)} pegawai"
        super().__init__(f"Penilai dan unit bagi {names}")
        self._chosen, self._done = tuple(chosen), done
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
        return without_followed(answers, self.daftar, before={})

    def store(self, writer: "Writer", answers: Answers) -> Tersimpan:
        """Store the answers for everybody in one step."""
        for awalan in PEJABAT:
            lonely = [nama for nama in PENDAMPING if f"{awalan}_{nama}" in answers]
            if lonely and not {f"{awalan}_nip", f"{awalan}_nama"} & set(answers):
                return Tersimpan((Problem("isi NIP atau namanya juga", kolom=f"{awalan}_nip"),))
        rows = [
            {"nip": satu["nip"] or "", "nama": satu["nama"] or "", "unit": satu["unit"] or ""}
            | answers
            for satu in self._chosen
        ]
        return save_records(writer, "pegawai", rows, f"penilai bagi {len(rows)} pegawai")

    def after_stored(self) -> None:
        """Take the marks away and say so."""
        self._done()
        self.skp.tell(f"Tersimpan bagi {len(self._chosen)} pegawai. Ctrl+Z membatalkan semuanya.")
